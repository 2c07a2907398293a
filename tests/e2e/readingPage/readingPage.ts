import { readInWorker, type ReadingProgress } from '../../../src/app/import/readInWorker.ts'
import type { Clock } from '../../../src/engine/deadline.ts'
import type { ReadReportFile } from '../../../src/reports/parseReport.ts'

/** What became of one file. */
export interface Reading {
  readonly reports: readonly ReadReportFile[]
  readonly progress: readonly ReadingProgress[]
  readonly milliseconds: number
  /** The longest time in which the page could not do anything else. */
  readonly blocked: number
  /** The error with which it was called off. */
  readonly error: string | null
}

export interface ReadingChoice {
  readonly year?: number
  /** How much faster the clock of the deadlines runs. */
  readonly speed?: number
  /** With a worker that never answers. */
  readonly spins?: boolean
  /** Milliseconds after which it is called off. */
  readonly stopAfter?: number
}

const input = document.querySelector('input')

/** Reads the chosen files one after the other. */
async function readChosen(choice: ReadingChoice): Promise<readonly Reading[]> {
  const readings: Reading[] = []
  for (const file of input?.files ?? []) readings.push(await readFile(file, choice))
  return readings
}

async function readFile(file: File, { year, speed = 1, spins = false, stopAfter }: ReadingChoice): Promise<Reading> {
  const progress: ReadingProgress[] = []
  const stop = new AbortController()
  if (stopAfter !== undefined) setTimeout(() => stop.abort(), stopAfter)
  const watch = watchBlocking()
  const started = performance.now()
  let reports: readonly ReadReportFile[] = []
  let error: string | null = null
  try {
    reports = await readInWorker(
      file,
      { agencies: [], ...(year === undefined ? {} : { year }) },
      {
        signal: stop.signal,
        onProgress: (now) => void progress.push(now),
        clock: fasterClock(speed),
        ...(spins ? { startWorker: () => new Worker(new URL('./spinWorker.ts', import.meta.url), { type: 'module' }) } : {}),
      },
    )
  } catch (thrown) {
    error = thrown instanceof Error ? thrown.name : String(thrown)
  }
  return { reports, progress, milliseconds: performance.now() - started, blocked: watch(), error }
}

/** Looks every ten milliseconds whether the page still works; gives the longest pause. */
function watchBlocking(): () => number {
  let last = performance.now()
  let longest = 0
  const look = (): void => {
    longest = Math.max(longest, performance.now() - last - 10)
    last = performance.now()
  }
  const timer = setInterval(look, 10)
  return () => {
    clearInterval(timer)
    look()
    return longest
  }
}

const fasterClock = (speed: number): Clock => ({
  now: () => performance.now() * speed,
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds / speed)
    return () => clearTimeout(timer)
  },
})

Object.assign(window, { readChosen })
document.documentElement.dataset.ready = 'data'
