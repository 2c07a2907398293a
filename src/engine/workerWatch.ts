import { setDeadline, type Clock } from './deadline.ts'
import { EngineLost } from './engine.ts'

/** Watches one worker. Whatever waits for it is settled, also when it is gone. */
export interface WorkerWatch {
  /**
   * Waits for one answer of the worker.
   * @throws {EngineLost} `trap` or `deadline` when this call broke the worker or got no answer; `stopped` when something else ended it.
   */
  call<T>(work: () => Promise<T>, deadline: number): Promise<T>
  /** Ends the worker and rejects everything that waits for it, at once. */
  lose(reason: EngineLost): void
  /** Why the worker is gone, once it is. */
  lost(): EngineLost | undefined
}

/** The part of a worker that is watched. */
export type WatchedWorker = Pick<Worker, 'addEventListener' | 'terminate'>

/** Starts to watch. The database package forgets its pending calls when the worker errors; this table does not. */
export function watchWorker(worker: WatchedWorker, clock: Clock): WorkerWatch {
  const waiting = new Set<(reason: EngineLost) => void>()
  let lost: EngineLost | undefined

  function lose(reason: EngineLost): void {
    if (lost) return
    lost = reason
    worker.terminate()
    for (const reject of waiting) reject(reason)
    waiting.clear()
  }

  worker.addEventListener('error', (event) => lose(new EngineLost('stopped', messageOf(event) || 'the worker stopped')))
  worker.addEventListener('messageerror', () => lose(new EngineLost('stopped', 'the worker sent something unreadable')))

  const call = <T>(work: () => Promise<T>, deadline: number): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (lost) return reject(lost)
      waiting.add(reject)
      const settle = () => {
        callOff()
        waiting.delete(reject)
      }
      /** This call is the one to blame; the others only lost their worker. */
      const blame = (culprit: EngineLost) => {
        settle()
        lose(new EngineLost('stopped', culprit.message, culprit))
        reject(culprit)
      }
      const callOff = setDeadline(deadline, () => blame(new EngineLost('deadline', `no answer within ${deadline} ms`)), clock)
      work().then(
        (value) => {
          settle()
          resolve(value)
        },
        (error: unknown) => {
          if (!lost && isTrap(error)) return blame(new EngineLost('trap', `the statement broke the engine: ${String(error)}`, error))
          settle()
          reject(lost ?? error)
        },
      )
    })

  return { call, lose, lost: () => lost }
}

/**
 * Did the instance break? WebAssembly traps and DuckDB's own internal and fatal errors poison it:
 * every later statement fails, though it still says that it is well.
 */
export function isTrap(error: unknown): boolean {
  if (!(error instanceof Error)) return true
  if (error.name === 'RuntimeError' || error.name === 'RangeError' || error.name === 'InternalError') return true
  return trapMessages.test(error.message)
}

const trapMessages =
  /^(INTERNAL|FATAL) Error|^(RuntimeError|Aborted)|memory access out of bounds|index out of bounds|table index is out of bounds|signature mismatch|null function|^unreachable|call stack|_setThrew/

const messageOf = (event: Event) => ('message' in event && typeof event.message === 'string' ? event.message : '')
