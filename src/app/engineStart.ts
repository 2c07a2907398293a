import type { Engine } from '../engine/engine.ts'

export type EngineState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'loading'; readonly share: number }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly error: Error }

/** The engine on its way: it starts behind the first charts and may be started again after a failure. */
export interface EngineStart {
  readonly state: () => EngineState
  readonly subscribe: (listener: () => void) => () => void
  /** The engine, when it already answers. */
  readonly now: () => Engine | null
  /** @throws {Error} why it could not be started. */
  readonly whenReady: () => Promise<Engine>
  readonly start: () => void
  /** Ends it, now or as soon as it is there; what waits for it is told. */
  readonly close: () => void
}

/** Holds one engine. `open` is called on `start`, and again on `start` after a failure. */
export function holdEngine(open: (onProgress: (share: number) => void) => Promise<Engine>): EngineStart {
  let state: EngineState = { kind: 'waiting' }
  let engine: Engine | null = null
  let opening: Promise<Engine> | null = null
  const listeners = new Set<() => void>()
  const become = (next: EngineState): void => {
    state = next
    for (const listener of listeners) listener()
  }
  const start = (): Promise<Engine> => {
    if (opening) return opening
    become({ kind: 'loading', share: 0 })
    opening = open((share) => become({ kind: 'loading', share })).then(
      (opened) => {
        engine = opened
        become({ kind: 'ready' })
        return opened
      },
      (error: unknown) => {
        opening = null
        const reason = error instanceof Error ? error : new Error(String(error))
        become({ kind: 'failed', error: reason })
        throw reason
      },
    )
    // Whoever waits hears of a failure through `whenReady`; on its own it is not a second error.
    opening.catch(() => undefined)
    return opening
  }
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    now: () => engine,
    whenReady: start,
    start: () => void start().catch(() => undefined),
    close: () => void opening?.then((opened) => opened.close()).catch(() => undefined),
  }
}
