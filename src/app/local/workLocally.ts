import { setDeadline, systemClock } from '../../engine/deadline.ts'
import type { BrowserWorkshop } from '../../engine/workshop.ts'
import type { FromLocalWorker, LocalJob, LocalResults, ToLocalWorker } from './localMessages.ts'

/** Milliseconds after which a job is given up, so that the next one is not kept waiting for ever. */
const longestJob = 600_000

/** The part of a worker that is used. */
export type JobWorker = Pick<Worker, 'addEventListener' | 'postMessage' | 'terminate'>

/**
 * Does one job in a worker of its own, which is ended afterwards. `workshop` takes the steps of a compilation; whoever opened it closes it.
 * @throws {Error} what the job failed with; nothing of it is left behind.
 */
export function workLocally<J extends LocalJob>(
  job: J,
  {
    workshop,
    transfer = [],
    start = startWorker,
  }: {
    /** It may still be on its way: the job begins without it. */
    readonly workshop?: Promise<BrowserWorkshop>
    /** Bytes that are gone from here afterwards. */
    readonly transfer?: readonly Transferable[]
    readonly start?: () => JobWorker
  } = {},
): Promise<LocalResults[J['do']]> {
  return new Promise((resolve, reject) => {
    const worker = start()
    const say = (message: ToLocalWorker, given: readonly Transferable[] = []): void => worker.postMessage(message, [...given])
    const fail = (reason: string): void => {
      callOff()
      worker.terminate()
      reject(new Error(reason))
    }
    const callOff = setDeadline(longestJob, () => fail(`the work on local data took longer than ${longestJob} ms`), systemClock)
    // Steps are sent one after the other, and done in that order.
    let before: Promise<unknown> = Promise.resolve()
    const hear = (message: FromLocalWorker): void => {
      if (message.kind === 'done') {
        callOff()
        worker.terminate()
        resolve(message.result as LocalResults[J['do']])
      } else if (message.kind === 'failed') {
        fail(message.message)
      } else {
        const { id } = message
        before = before
          .then(() => doStep(workshop, message))
          .then(
            (bytes) => (bytes ? say({ kind: 'answer', id, bytes }, [bytes.buffer]) : say({ kind: 'answer', id })),
            (error: unknown) => say({ kind: 'answer', id, error: error instanceof Error ? error.message : String(error) }),
          )
      }
    }
    worker.addEventListener('message', (event) => hear((event as MessageEvent<FromLocalWorker>).data))
    worker.addEventListener('messageerror', () => fail('the worker for local data sent something unreadable'))
    worker.addEventListener('error', (event) => {
      event.preventDefault()
      fail(('message' in event && typeof event.message === 'string' && event.message) || 'the worker for local data stopped')
    })
    say({ kind: 'job', job }, transfer)
  })
}

type Step = Exclude<FromLocalWorker, { kind: 'done' } | { kind: 'failed' }>

async function doStep(opening: Promise<BrowserWorkshop> | undefined, step: Step): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!opening) throw new Error('this job has no workshop')
  const workshop = await opening
  switch (step.kind) {
    case 'put':
      await workshop.putFile(step.name, step.bytes)
      return null
    case 'run':
      await workshop.run(step.text)
      return null
    case 'query':
      await workshop.queryTable(step.statement)
      return null
    case 'take':
      return workshop.takeFile(step.name)
  }
}

const startWorker = (): JobWorker => new Worker(new URL('./localWorker.ts', import.meta.url), { type: 'module', name: 'local' })
