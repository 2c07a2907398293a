import type { PdfFolder } from './readingMessages.ts'

/** Addresses of the character maps and fonts of the PDF library, by `cmaps/name`: they lie beside the app. */
const addresses: ReadonlyMap<string, string> = new Map(
  Object.entries(
    import.meta.glob<string>(['/node_modules/pdfjs-dist/cmaps/*.bcmap', '/node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}'], {
      query: '?url',
      import: 'default',
      eager: true,
      exhaustive: true,
    }),
  ).map(([path, address]) => [path.split('/').slice(-2).join('/'), address]),
)

/**
 * A file of the PDF library; null when it has none of that name.
 * @throws {Error} when the file should be there and cannot be had: without it characters would be lost.
 */
export async function fetchPdfFile(folder: PdfFolder, name: string, ask: typeof fetch, signal: AbortSignal): Promise<Uint8Array | null> {
  const address = addresses.get(`${folder}/${name}`)
  if (address === undefined) return null
  const response = await ask(address, { credentials: 'same-origin', signal })
  // Some servers answer an unknown address with a page and say that all is well.
  if (!response.ok || /html/.test(response.headers.get('content-type') ?? ''))
    throw new Error(`${address}: the server answered ${response.status} ${response.headers.get('content-type') ?? ''}`)
  return new Uint8Array(await response.arrayBuffer())
}
