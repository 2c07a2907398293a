import { useSyncExternalStore } from 'react'
import { DatasetReplaced } from '../dataset/replaced.ts'

/** Milliseconds between two looks at what is published. */
const pause = 5_000

/** How the page learns which release is published. */
export interface ReleaseSource {
  /** Name of this page's own script; it holds a hash of everything that it brings along. */
  readonly script: string
  /** The page as it is published now. */
  readonly readPage: () => Promise<string>
  readonly now: () => number
}

/** Holds whether another release was published since this page was opened. Nothing is ever loaded again by itself. */
export function watchRelease({ script, readPage, now }: ReleaseSource) {
  const listeners = new Set<() => void>()
  let replaced = false
  let looked = -Infinity
  const become = (): void => {
    if (replaced) return
    replaced = true
    for (const listener of listeners) listener()
  }
  const look = async (): Promise<void> => {
    if (replaced || now() - looked < pause) return
    looked = now()
    const page = await readPage().catch(() => '')
    // Whatever else a server may answer, a page to log in for example, is no release of ours.
    if (page.includes('id="root"') && !page.includes(script)) become()
  }
  return {
    isReplaced: (): boolean => replaced,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** Something could not be had: is that because it was replaced? */
    noteTrouble: (error?: unknown): void => {
      if (error instanceof DatasetReplaced) become()
      else void look()
    },
  }
}

let readPage = (): Promise<string> => Promise.resolve('')
const release = watchRelease({ script: scriptName(), readPage: () => readPage(), now: () => performance.now() })

/** `index-abc.js`, as the page names it. */
function scriptName(): string {
  const source = typeof document === 'undefined' ? null : document.querySelector('script[type="module"][src]')?.getAttribute('src')
  return source?.split('/').pop() ?? ''
}

/** Looks, by reading the page as it is published, at every file of the app that could not be had and whenever it is told of trouble. */
export function watchForRelease(read: () => Promise<string>): void {
  readPage = read
  window.addEventListener('vite:preloadError', () => release.noteTrouble())
}

/** Something could not be had or done; if that is so because another release was published, the page says it. */
export const noteTrouble = release.noteTrouble

/** Was another release published since this page was opened? */
export const useReplaced = (): boolean => useSyncExternalStore(release.subscribe, release.isReplaced)
