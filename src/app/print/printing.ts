import { flushSync } from 'react-dom'

const listeners = new Set<() => void>()
const measures = new Set<() => void>()
const query = typeof window === 'undefined' || typeof window.matchMedia !== 'function' ? null : window.matchMedia('print')

/** Px of a page between its margins (297 mm less 29), at the size in which it is printed (0.85): what is longer cannot stay in one piece. */
const sheetHeight = 1150

let between = false
let printing = false

/** Is the page laid out for paper? */
export const isPrinting = (): boolean => printing

/** Calls when the page is laid out for paper, and when it is back. */
export function watchPrinting(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Calls after that, for what follows from the width: no observer of sizes is asked between the event and the paper. */
export function measureForPaper(measure: () => void): () => void {
  measures.add(measure)
  return () => measures.delete(measure)
}

/** Lays the page out for paper when the browser prints. To be called once. */
export function followPrinting(): void {
  window.addEventListener('beforeprint', () => {
    between = true
    layOut()
  })
  window.addEventListener('afterprint', () => {
    between = false
    layOut()
  })
  query?.addEventListener('change', layOut)
}

/** All at once, since the browser takes the page as it is when the event is over. */
function layOut(): void {
  const wanted = between || query?.matches === true
  if (wanted === printing) return
  printing = wanted
  document.documentElement.toggleAttribute('data-printing', printing)
  flushSync(() => callAll(listeners))
  showFolded(printing)
  flushSync(() => callAll(measures))
  for (const panel of document.querySelectorAll<HTMLElement>('.panel')) panel.toggleAttribute('data-long', panel.offsetHeight > sheetHeight)
}

/** Nobody unfolds a list on paper. */
function showFolded(shown: boolean): void {
  for (const folded of document.querySelectorAll<HTMLDetailsElement>(shown ? 'main details:not([open])' : 'details[data-unfolded]')) {
    // One that is filled only when it is opened stays as it is.
    if (folded.childElementCount < 2) continue
    folded.open = shown
    folded.toggleAttribute('data-unfolded', shown)
  }
}

const callAll = (callbacks: ReadonlySet<() => void>): void => {
  for (const callback of callbacks) callback()
}
