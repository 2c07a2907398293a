import { download, type Asset, type DownloadOptions } from './download.ts'

export interface ReadModuleOptions extends Omit<DownloadOptions, 'onProgress'> {
  /** How much has arrived, from 0 to 1. */
  readonly onProgress?: (part: number) => void
}

/** Gives the engine's WebAssembly, proven to be the one that was built. @throws {DownloadError} */
export type ReadModule = (options?: ReadModuleOptions) => Promise<Blob>

/** Fetches it whenever it is asked for. */
export const fetchModule =
  (wasm: Asset): ReadModule =>
  async ({ onProgress, ...options } = {}) => {
    const bytes = await download(wasm, { ...options, onProgress: (received) => onProgress?.(received / wasm.bytes) })
    return new Blob([bytes], { type: 'application/wasm' })
  }

/** Fetches it once for all engines of a page: it is large, and so is the work of its hash. A failure is not kept. */
export function keepModule(wasm: Asset): ReadModule {
  const fetchAnew = fetchModule(wasm)
  let kept: Promise<Blob> | null = null
  return (options) => {
    if (kept) return kept
    const started = fetchAnew(options)
    kept = started
    started.catch(() => void (kept = null))
    return started
  }
}
