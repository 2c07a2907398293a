import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Problem } from '../reports/figure.ts'
import { readingTime } from '../reports/fileBudget.ts'
import { fileProblems } from '../reports/problems.ts'
import { refuseReport } from '../reports/refuseReport.ts'
import { share, type Asked, type FromThread, type ReadElement, type RefusedMember, type Stretch } from './readingMessages.ts'
import { makeElement, makeStretchReader } from './readStretch.ts'

export interface ReadingOptions {
  /** The bundled thread; where there is none (the tool was not bundled), files are read one after the other without protection. */
  readonly script?: URL
  readonly threads?: number
  /** Milliseconds that a file may take to be read. */
  readonly deadline?: (isPdf: boolean) => number
  /** Mebibytes of memory of one thread. */
  readonly memory?: number
}

/** Characters of finished reports that wait for an earlier one; beyond them nothing new is begun. */
const mostWaiting = 64_000_000
/** Threads that may be lost over one archive; then what is left of it is not read. */
const mostLost = 3

/** One named file: what was read of it so far. */
interface Progress {
  names: readonly string[]
  refused: readonly RefusedMember[]
  isOpened: boolean
  /** The next file of an archive that nobody has begun. */
  begun: number
  lost: number
  readonly read: Map<number, ReadElement>
  told: number
}

/**
 * Reads files on several threads and gives one element for each, an archive one for each file in it, in the order of `paths`. A file
 * that hangs or breaks its thread costs only itself: it is refused with a problem. Never more than a bounded part waits to be given.
 */
export async function* readReports(paths: readonly string[], asked: Asked, options: ReadingOptions = {}): AsyncGenerator<ReadElement> {
  const script = options.script ?? new URL('ogiReader.mjs', import.meta.url)
  const pool = existsSync(fileURLToPath(script)) ? new Pool(paths, asked, script, options) : null
  if (pool === null) {
    yield* readHere(paths, asked)
    return
  }
  try {
    yield* pool.readAll()
  } finally {
    await pool.close()
  }
}

/** One after the other, in this thread. */
async function* readHere(paths: readonly string[], asked: Asked): AsyncGenerator<ReadElement> {
  const read = makeStretchReader(asked)
  for (const path of paths) {
    const elements: ReadElement[] = []
    let refused: readonly RefusedMember[] = []
    let isWhole = false
    for (let from = 0; !isWhole;) {
      let count = 0
      await read({ path, from, to: null }, (message) => {
        if (message.kind === 'opened') ({ refused } = message)
        if (message.kind === 'opened') count = message.names.length
        if (message.kind === 'read') elements.push(message.element)
        if (message.kind === 'done') from = message.to
      })
      isWhole = from >= count
    }
    yield* elements
    yield* refused.map((one) => refuseMember(one, asked))
  }
}

const refuseMember = ({ file, problem }: RefusedMember, asked: Asked, sha256 = ''): ReadElement =>
  makeElement(refuseReport({ name: file, sha256 }, problem, asked))

/** A thread, and who listens to it just now. */
interface Thread {
  readonly worker: Worker
  hear: (message: FromThread) => void
  lose: (problem: Problem) => void
}

/** Threads that read, and the order in which their results are given. */
class Pool {
  readonly #paths: readonly string[]
  readonly #asked: Asked
  readonly #script: URL
  readonly #options: ReadingOptions
  readonly #progress = new Map<number, Progress>()
  readonly #threads = new Set<Thread>()
  readonly #most: number
  /** The path that is given out just now, the next that nobody has begun, and archives with files left to read. */
  #current = 0
  #next = 0
  #rest: number[] = []
  #idle: Thread[] = []
  #waiting = 0
  #wake: () => void = () => undefined
  #isClosed = false

  constructor(paths: readonly string[], asked: Asked, script: URL, options: ReadingOptions) {
    this.#paths = paths
    this.#asked = asked
    this.#script = script
    this.#options = options
    this.#most = options.threads ?? Math.max(1, availableParallelism())
  }

  async *readAll(): AsyncGenerator<ReadElement> {
    while (this.#current < this.#paths.length) {
      this.#begin()
      const ready = this.#take()
      if (ready.length === 0 && !this.#isFinished(this.#current)) {
        await new Promise<void>((resolve) => (this.#wake = resolve))
        continue
      }
      yield* ready
      if (!this.#isFinished(this.#current)) continue
      const { refused } = this.#at(this.#current)
      this.#progress.delete(this.#current)
      this.#current += 1
      for (const one of refused) yield refuseMember(one, this.#asked)
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await Promise.all([...this.#threads].map(({ worker }) => worker.terminate()))
  }

  #at(index: number): Progress {
    const known = this.#progress.get(index)
    if (known) return known
    const made: Progress = { names: [], refused: [], isOpened: false, begun: 0, lost: 0, read: new Map(), told: 0 }
    this.#progress.set(index, made)
    return made
  }

  #isFinished(index: number): boolean {
    const { isOpened, names, told } = this.#at(index)
    return isOpened && told >= names.length
  }

  /** What of the current path can be given now. */
  #take(): ReadElement[] {
    const progress = this.#at(this.#current)
    const ready: ReadElement[] = []
    for (let next = progress.read.get(progress.told); next; next = progress.read.get(progress.told)) {
      progress.read.delete(progress.told)
      progress.told += 1
      this.#waiting -= next.json.length
      ready.push(next)
    }
    return ready
  }

  /** Gives work to threads, as many as may run and as the results that wait allow. */
  #begin(): void {
    for (;;) {
      if (this.#idle.length === 0 && this.#threads.size >= this.#most) return
      const work = this.#findWork()
      if (work === null) return
      const thread = this.#idle.pop() ?? this.#start()
      this.#run(thread, work.index, work.stretch)
    }
  }

  #findWork(): { readonly index: number; readonly stretch: Stretch } | null {
    const isFull = this.#waiting > mostWaiting
    const index = this.#rest.find((one) => !isFull || one === this.#current)
    if (index !== undefined) {
      const progress = this.#at(index)
      const stretch = { path: this.#paths[index] ?? '', from: progress.begun, to: Math.min(progress.names.length, progress.begun + share) }
      progress.begun = stretch.to
      if (progress.begun >= progress.names.length) this.#rest = this.#rest.filter((one) => one !== index)
      return { index, stretch }
    }
    const path = this.#paths[this.#next]
    if (path === undefined || (isFull && this.#next !== this.#current)) return null
    this.#next += 1
    return { index: this.#next - 1, stretch: { path, from: 0, to: null } }
  }

  #start(): Thread {
    const worker = new Worker(this.#script, {
      workerData: this.#asked,
      // Reports make much that lives for a moment: with more room for it half of the collecting falls away.
      resourceLimits: { maxOldGenerationSizeMb: this.#options.memory ?? 1024, maxYoungGenerationSizeMb: 64 },
    })
    const thread: Thread = { worker, hear: () => undefined, lose: () => undefined }
    worker.on('message', (message: FromThread) => thread.hear(message))
    let why = fileProblems.crashed
    worker.on('error', (error) => {
      if (isOutOfMemory(error)) why = fileProblems.tooLarge
    })
    // Only its exit comes behind everything that it said: an error may overtake the last results, and blame a file that was read.
    worker.on('exit', () => thread.lose(why))
    this.#threads.add(thread)
    return thread
  }

  /** One stretch on one thread, to its end or until the thread is lost. */
  #run(thread: Thread, index: number, stretch: Stretch): void {
    const progress = this.#at(index)
    const deadline = this.#options.deadline ?? readingTime
    let at = stretch.from
    let sha256 = ''
    let end = stretch.to
    let timer = setTimeout(() => lose(fileProblems.timeout), deadline(true))
    const giveTime = (isPdf: boolean): void => {
      clearTimeout(timer)
      timer = setTimeout(() => lose(fileProblems.timeout), deadline(isPdf))
    }
    const lose = (problem: Problem): void => {
      clearTimeout(timer)
      this.#drop(thread)
      if (this.#isClosed) return
      this.#giveUp(index, at, end ?? progress.begun, sha256, problem)
      this.#wake()
    }
    thread.lose = lose
    thread.hear = (message) => {
      if (message.kind === 'opened') {
        if (!progress.isOpened) this.#open(index, message)
        end ??= progress.begun
        giveTime(true)
      }
      if (message.kind === 'reading') {
        ;({ at, sha256 } = message)
        giveTime(message.isPdf)
      }
      if (message.kind === 'read') {
        this.#keep(progress, message.at, message.element)
        at = message.at + 1
        sha256 = ''
        giveTime(true)
      }
      if (message.kind === 'done') {
        clearTimeout(timer)
        thread.lose = () => this.#drop(thread)
        this.#idle.push(thread)
      }
      this.#wake()
    }
    thread.worker.postMessage(stretch, [])
  }

  /** Ends a thread and forgets it: what it still says, and its own end, mean nothing any more. */
  #drop(thread: Thread): void {
    thread.hear = () => undefined
    thread.lose = () => undefined
    this.#threads.delete(thread)
    this.#idle = this.#idle.filter((one) => one !== thread)
    void thread.worker.terminate()
  }

  /** What is in the file; of a large archive the first share is being read, the rest is for whoever is free. */
  #open(index: number, { names, refused }: Extract<FromThread, { kind: 'opened' }>): void {
    const progress = this.#at(index)
    Object.assign(progress, { names, refused, isOpened: true, begun: Math.min(names.length, share) })
    if (progress.begun < names.length) this.#rest.push(index)
  }

  #keep(progress: Progress, at: number, element: ReadElement): void {
    progress.read.set(at, element)
    this.#waiting += element.json.length
  }

  /** The file at which a thread was lost is refused; what it had still to read goes to another. */
  #giveUp(index: number, at: number, end: number, sha256: string, problem: Problem): void {
    const progress = this.#at(index)
    const path = this.#paths[index] ?? ''
    if (!progress.isOpened) {
      Object.assign(progress, { names: [], refused: [{ file: path, problem }], isOpened: true })
      return
    }
    progress.lost += 1
    const refuse = (member: number, why: Problem, hash = ''): void =>
      this.#keep(progress, member, refuseMember({ file: progress.names[member] ?? path, problem: why }, this.#asked, hash))
    if (at < end) refuse(at, problem, sha256)
    if (progress.lost < mostLost) {
      if (at + 1 < end) this.#retry(index, at + 1, end)
      return
    }
    for (let member = at + 1; member < end; member += 1) refuse(member, fileProblems.archiveStopped)
    for (let member = progress.begun; member < progress.names.length; member += 1) refuse(member, fileProblems.archiveStopped)
    progress.begun = progress.names.length
    this.#rest = this.#rest.filter((one) => one !== index)
  }

  #retry(index: number, from: number, to: number): void {
    this.#run(this.#idle.pop() ?? this.#start(), index, { path: this.#paths[index] ?? '', from, to })
  }
}

const isOutOfMemory = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
