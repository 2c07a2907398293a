import { reasonOf, throwIfAborted } from './abort.ts'

/** A few things that are each used by one caller at a time; whoever comes when all are taken waits in line. */
export interface Pool<T> {
  /** Runs `work` with one of them, when one is free. */
  use<R>(work: (item: T) => Promise<R>, signal?: AbortSignal): Promise<R>
  /** Everything opened so far. */
  items(): readonly T[]
}

/** A pool that opens up to `size` things, each when it is first needed. */
export function createPool<T>(open: () => Promise<T>, size: number): Pool<T> {
  const opened: T[] = []
  const free: T[] = []
  const line: (() => void)[] = []
  let taken = 0

  async function take(): Promise<T> {
    const item = free.pop()
    if (item !== undefined) return item
    const fresh = await open()
    opened.push(fresh)
    return fresh
  }

  async function waitInLine(signal: AbortSignal | undefined): Promise<void> {
    throwIfAborted(signal)
    if (taken < size) return void taken++
    await new Promise<void>((resolve, reject) => {
      const leave = () => {
        line.splice(line.indexOf(proceed), 1)
        if (signal) reject(reasonOf(signal))
      }
      // The place is handed over, so `taken` stays as it is.
      const proceed = () => {
        signal?.removeEventListener('abort', leave)
        resolve()
      }
      line.push(proceed)
      signal?.addEventListener('abort', leave, { once: true })
    })
  }

  function leavePlace(): void {
    const next = line.shift()
    if (next) next()
    else taken--
  }

  return {
    async use(work, signal) {
      await waitInLine(signal)
      try {
        const item = await take()
        try {
          return await work(item)
        } finally {
          free.push(item)
        }
      } finally {
        leavePlace()
      }
    },
    items: () => opened,
  }
}
