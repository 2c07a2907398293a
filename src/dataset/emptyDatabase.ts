import { inflateSync } from 'fflate'

/** A compiled file without a table, as DuckDB 1.4.3 writes it with storage version v1.0.0, by its block size; packed, in base64. */
const packed = {
  16384:
    '7dihDcJgEAZQgsIxAhb1hwZICooEHJoJaGADPHgUgkFqmIoNmlY0rWjSpqZV75nL5S7nv7tnn+XzHdLT5Xg+TPp5RGET1u3zJEqucXzbbVc9DwIAAACDmv9f+2/6W1R93lAvVs+BWVmmHTflfwAAAJD/AQAAgHEV',
  262144:
    '7dchCsJwFAZwEcOawUuY/jhUmEEQtJk9gUNvYDeZTOI1LB7G08gWxhgMNla29PuVx+M9vv5d/6/5/Rm+h9P+uBt1c4vDKiyb72mcnpPkslkvOgYCAAAAvZp+ovf28ZuVe1ZTfU6KERVj3JKp/wMAAID+DwAAAAwrBw==',
} as const

/** Sizes of the blocks that a compiled file may have, in bytes. */
export type BlockSize = keyof typeof packed

/**
 * An empty database file. The browser's engine never lets go of a file that it made in its memory by itself, so that nobody could
 * read what stands in it; of a file that was handed to it, it does.
 */
export function emptyDatabase(blockSize: BlockSize): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(packed[blockSize]), (character) => character.charCodeAt(0))
  return new Uint8Array(inflateSync(bytes))
}
