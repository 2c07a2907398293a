import { reasonOf, throwIfAborted } from '../../engine/abort.ts'
import { setDeadline, systemClock, type Clock } from '../../engine/deadline.ts'
import type { Problem } from '../../reports/figure.ts'
import { largestFile, readingTime } from '../../reports/fileBudget.ts'
import type { ReadReportFile } from '../../reports/parseReport.ts'
import { fileProblems } from '../../reports/problems.ts'
import { refuseReport } from '../../reports/refuseReport.ts'
import type { Asked, FromReader, ToReader } from './readingMessages.ts'

/** How far the reading of one file, or of an archive, has come. */
export interface ReadingProgress {
  /** `opening`: the reader is loaded and the file unpacked. */
  readonly stage: 'opening' | 'reading'
  /** The file that is read just now; for an archive, one in it. */
  readonly file: string
  /** Which of how many files, from 1. */
  readonly number: number
  readonly count: number
  /** Which of how many pages of a PDF; null where pages are not known. */
  readonly page: number | null
  readonly pages: number | null
}

export interface ReadingOptions {
  /** Ends the worker at once. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: ReadingProgress) => void
  readonly fetch?: typeof fetch
  readonly clock?: Clock
  readonly startWorker?: () => ReadingWorker
}

/** The part of a worker that is used. */
export type ReadingWorker = Pick<Worker, 'addEventListener' | 'postMessage' | 'terminate'>

/** Workers that may be lost over one archive; then what is left of it is not read either. */
const mostLost = 3

/**
 * Reads a file in a worker of its own that is ended afterwards: one element per file, for an archive one for each file in it. A worker
 * that breaks, hangs or goes over its budget is killed and costs only the file that it was reading, which is then refused with
 * a problem; another one reads the rest of the archive.
 * @throws {DOMException} `AbortError` (or the reason of the signal) when it was called off; never for anything else.
 */
export async function readInWorker(file: File, asked: Asked, options: ReadingOptions = {}): Promise<readonly ReadReportFile[]> {
  const name = asked.path ?? file.name
  if (file.size > largestFile) return [refuse(name, '', fileProblems.tooLarge, asked)]
  const read = new Map<number, ReadReportFile>()
  let opened: Opened = { names: [name], refused: [] }
  let next = 0
  for (let lost = 0; lost < mostLost && next < opened.names.length; lost += 1) {
    throwIfAborted(options.signal)
    const run = await runReader(file, asked, next, read, options)
    opened = run.opened ?? opened
    if (run.lost === null) break
    if (run.at < opened.names.length) read.set(run.at, refuse(opened.names[run.at] ?? name, run.sha256, run.lost, asked))
    next = run.at + 1
  }
  return [
    ...opened.names.map((name, at) => read.get(at) ?? refuse(name, '', fileProblems.archiveStopped, asked)),
    ...opened.refused.map(({ name, problem }) => refuse(name, '', problem, asked)),
  ]
}

const refuse = (name: string, sha256: string, problem: Problem, asked: Asked): ReadReportFile => ({
  parsed: refuseReport({ name, sha256 }, problem, asked),
  document: null,
})

type Opened = Pick<Extract<FromReader, { kind: 'opened' }>, 'names' | 'refused'>

/** How far one worker came. */
interface Run {
  /** Null when it was lost before it had opened the file. */
  readonly opened: Opened | null
  /** Why it was lost, null when it came to its end. */
  readonly lost: Problem | null
  /** The file that it was at, or would have come to next. */
  readonly at: number
  /** Of that file, empty where it is not known. */
  readonly sha256: string
}

/** One worker from its start to its end. Adds what it read to `read`. */
function runReader(
  file: File,
  asked: Asked,
  from: number,
  read: Map<number, ReadReportFile>,
  { signal, onProgress, clock = systemClock, startWorker = startParser, fetch: ask = window.fetch.bind(window) }: ReadingOptions,
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const worker = startWorker()
    const fetching = new AbortController()
    let opened: Opened | null = null
    let at = from
    let sha256 = ''
    let hasSpoken = false
    let callOff = (): void => undefined

    const stop = (): void => {
      callOff()
      fetching.abort()
      worker.terminate()
      signal?.removeEventListener('abort', abort)
    }
    const end = (lost: Problem | null): void => {
      stop()
      resolve({ opened, lost, at, sha256 })
    }
    const abort = (): void => {
      stop()
      reject(signal === undefined ? new DOMException('called off', 'AbortError') : reasonOf(signal))
    }
    const giveTime = (milliseconds: number): void => {
      callOff()
      callOff = setDeadline(milliseconds, () => end(fileProblems.timeout), clock)
    }
    const tell = (stage: ReadingProgress['stage'], page: number | null, pages: number | null): void => {
      const name = asked.path ?? file.name
      const names = opened?.names ?? [name]
      onProgress?.({ stage, file: names[at] ?? name, number: Math.min(at + 1, names.length), count: names.length, page, pages })
    }
    const answer = async ({ id, folder, name }: Extract<FromReader, { kind: 'asset' }>): Promise<void> => {
      try {
        const { fetchPdfFile } = await import('./pdfFiles.ts')
        worker.postMessage({ kind: 'asset', id, bytes: await fetchPdfFile(folder, name, ask, fetching.signal) } satisfies ToReader, [])
      } catch (error) {
        if (fetching.signal.aborted) return
        console.warn('a file of the PDF library could not be had', error)
        end(fileProblems.readerMissing)
      }
    }
    const hear = (message: FromReader): void => {
      hasSpoken = true
      if (message.kind === 'opened') opened = message
      if (message.kind === 'reading') {
        ;({ at, sha256 } = message)
        giveTime(readingTime(message.isPdf))
        tell('reading', null, null)
      }
      if (message.kind === 'page') tell('reading', message.page, message.pages)
      if (message.kind === 'asset') void answer(message)
      if (message.kind === 'read') {
        read.set(message.at, message.report)
        at = message.at + 1
        sha256 = ''
        giveTime(readingTime(false))
      }
      if (message.kind === 'done') end(null)
    }

    signal?.addEventListener('abort', abort, { once: true })
    worker.addEventListener('message', (event) => hear((event as MessageEvent<FromReader>).data))
    worker.addEventListener('messageerror', () => end(fileProblems.crashed))
    worker.addEventListener('error', (event) => {
      event.preventDefault()
      end(hasSpoken ? fileProblems.crashed : fileProblems.readerMissing)
    })
    giveTime(readingTime(false))
    tell('opening', null, null)
    worker.postMessage({ kind: 'start', file, asked, from } satisfies ToReader, [])
  })
}

const startParser = (): ReadingWorker => new Worker(new URL('./parseWorker.ts', import.meta.url), { type: 'module', name: 'parser' })
