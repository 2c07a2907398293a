/** Marks in the page for tests of the outside: `data` when the first figure is painted, `engine` when the engine answers too. */
type Stage = 'data' | 'engine' | 'failed'

let painted = false
let shown = false
let engineReady = false
const waiting = new Set<() => void>()

/** Was something painted? What is not needed for that waits for it. */
export const isPainted = (): boolean => painted

/** Is the first chart drawn but its frame not shown yet? Other charts then let it go first. */
export const isFirstOnItsWay = (): boolean => painted && !shown

/** Calls once something is painted; gives back how to call that off. */
export function watchPaint(listener: () => void): () => void {
  waiting.add(listener)
  return () => waiting.delete(listener)
}

function say(stage: Stage): void {
  document.documentElement.dataset.ready = stage
}

/** The page's first chart (or its content, on a page without one) has been drawn; said after the frame that shows it. */
export function markFirstChart(): void {
  if (painted && document.documentElement.dataset.ready !== 'failed') return
  painted = true
  requestAnimationFrame(() => {
    performance.mark('ogi:first-chart')
    shown = true
    window.setTimeout(() => {
      for (const listener of waiting) listener()
      // Said when those that let the first one go before are drawn as well.
      window.setTimeout(() => say(engineReady ? 'engine' : 'data'), 0)
    }, 0)
  })
}

/** The engine has answered its first question. */
export function markEngineReady(): void {
  engineReady = true
  performance.mark('ogi:engine-ready')
  if (painted) say('engine')
}

/** Neither data nor engine can be had; a sentence is on the page. */
export function markFailed(): void {
  say('failed')
}
