import { describe, expect, it } from 'vitest'
import '../../src/app/import/pdfFiles.ts'
import type { ReadingProgress, ReadingWorker } from '../../src/app/import/readInWorker.ts'
import { readInWorker } from '../../src/app/import/readInWorker.ts'
import type { FromReader, ToReader } from '../../src/app/import/readingMessages.ts'
import type { Clock } from '../../src/engine/deadline.ts'
import { fileProblems } from '../../src/reports/problems.ts'
import { refuseReport } from '../../src/reports/refuseReport.ts'

const asked = { agencies: [], year: 2020 }
const report = (name: string): Extract<FromReader, { kind: 'read' }>['report'] => ({
  parsed: { ...refuseReport({ name, sha256: `hash of ${name}` }, fileProblems.empty, asked), problems: [] },
  document: null,
})
const refused = [{ name: 'a.zip/locked.docx', problem: fileProblems.archiveEncrypted }]

/** What a worker does about each file of an archive; `hangs` and `breaks` end it. */
type Deed = 'reads' | 'hangs' | 'breaks' | 'breaks before it starts' | 'asks for what is not there' | 'asks for what cannot be had'

/** Workers that behave as told: the nth started one does the nth list. Keeps what happened to them. */
function playWorkers(names: readonly string[], plays: readonly (readonly Deed[])[]) {
  const log: string[] = []
  const timers = new Set<() => void>()
  const startWorker = (): ReadingWorker => {
    const deeds = [...(plays[log.filter((line) => line === 'start').length] ?? [])]
    log.push('start')
    const hearers = new Map<string, (event: never) => void>()
    const emit = (kind: string, event: object): void => hearers.get(kind)?.(event as never)
    const say = (data: FromReader): void => emit('message', { data })
    let alive = true
    return {
      addEventListener: (kind: string, hear: (event: never) => void) => void hearers.set(kind, hear),
      terminate: () => {
        alive = false
        log.push('ended')
      },
      postMessage: (message: ToReader) => {
        if (message.kind === 'asset') {
          log.push(`given ${message.bytes === null ? 'nothing' : 'bytes'}`)
          say({ kind: 'read', at: 0, report: report(names[0] ?? '') })
          say({ kind: 'done' })
          return
        }
        queueMicrotask(() => {
          if (deeds[0] === 'breaks before it starts') return emit('error', new Event('error'))
          say({ kind: 'opened', names, refused })
          for (const [step, deed] of deeds.entries()) {
            const at = message.from + step
            if (!alive) return
            say({ kind: 'reading', at, sha256: `hash of ${names[at] ?? ''}`, isPdf: false })
            if (deed === 'hangs') return
            if (deed === 'breaks') return emit('error', new Event('error'))
            if (deed.startsWith('asks'))
              return say({
                kind: 'asset',
                id: 0,
                folder: 'cmaps',
                name: deed === 'asks for what is not there' ? '../../secret' : 'GBK-EUC-H.bcmap',
              })
            say({ kind: 'read', at, report: report(names[at] ?? '') })
          }
          say({ kind: 'done' })
        })
      },
    } as unknown as ReadingWorker
  }
  /** Time passes at once, whenever nothing else happens. */
  let now = 0
  const clock: Clock = {
    now: () => now,
    after: (milliseconds, run) => {
      const timer = (): void => {
        now += milliseconds
        run()
      }
      timers.add(timer)
      const timeout = setTimeout(() => timers.has(timer) && (timers.delete(timer), timer()), 60)
      return () => {
        timers.delete(timer)
        clearTimeout(timeout)
      }
    },
  }
  return { log, startWorker, clock, pending: () => timers.size }
}

const file = new File(['x'], 'a.zip')
async function play(names: readonly string[], plays: readonly (readonly Deed[])[], more: Partial<Parameters<typeof readInWorker>[2]> = {}) {
  const { log, startWorker, clock, pending } = playWorkers(names, plays)
  const progress: ReadingProgress[] = []
  const fetch = () => Promise.reject(new Error('no connection'))
  const reports = await readInWorker(file, asked, { startWorker, clock, fetch, onProgress: (now) => void progress.push(now), ...more })
  const said = reports.map(({ parsed }) => `${parsed.file}: ${parsed.problems.map(({ code }) => code).join() || 'read'}`)
  return { said, log, progress, pending: pending(), reports }
}
const locked = 'a.zip/locked.docx: file.encrypted'

describe('a file is read in a worker of its own', () => {
  it('that is ended when it is done', async () => {
    const { said, log, pending } = await play(['one', 'two'], [['reads', 'reads']])
    expect(said).toEqual(['one: read', 'two: read', locked])
    expect(log).toEqual(['start', 'ended'])
    expect(pending).toBe(0)
  })

  it('and says how far it has come', async () => {
    const { progress } = await play(['one', 'two'], [['reads', 'reads']])
    expect(progress.map(({ stage, file: name, number, count }) => [stage, name, number, count])).toEqual([
      ['opening', 'a.zip', 1, 1],
      ['reading', 'one', 1, 2],
      ['reading', 'two', 2, 2],
    ])
  })

  it('with what a person said kept also where it is refused', async () => {
    const { reports } = await play(['one'], [['breaks']])
    expect(reports[0]?.parsed).toMatchObject({ sha256: 'hash of one', report: { year: 2020, agency: null } })
  })
})

describe('a worker that is lost', () => {
  it.each([
    ['hangs', 'file.timeout'],
    ['breaks', 'file.crashed'],
  ] as const)('because it %s costs the file that it was at; another one reads the rest', async (deed, code) => {
    const { said, log, pending } = await play(['one', 'two', 'three'], [['reads', deed], ['reads']])
    expect(said).toEqual(['one: read', `two: ${code}`, 'three: read', locked])
    expect(log).toEqual(['start', 'ended', 'start', 'ended'])
    expect(pending).toBe(0)
  })

  it('over the last file needs no other', async () => {
    const { said, log } = await play(['one', 'two'], [['reads', 'hangs']])
    expect(said).toEqual(['one: read', 'two: file.timeout', locked])
    expect(log).toEqual(['start', 'ended'])
  })

  it('three times over one archive ends its reading, and every file is still named', async () => {
    const { said, log } = await play(['1', '2', '3', '4', '5'], [['hangs'], ['breaks'], ['hangs'], ['reads']])
    expect(said).toEqual(['1: file.timeout', '2: file.crashed', '3: file.timeout', '4: file.timeout', '5: file.timeout', locked])
    expect(log.filter((line) => line === 'start')).toHaveLength(3)
  })

  it('before it said anything was not there', async () =>
    expect((await play(['one'], [['breaks before it starts']])).said).toEqual(['a.zip: file.reader_missing']))
})

describe('files of the PDF library', () => {
  it('that it does not have are answered with nothing, and nothing is asked of the network', async () => {
    const { said, log } = await play(['one'], [['asks for what is not there']])
    expect(said).toEqual(['one: read', locked])
    expect(log).toContain('given nothing')
  })

  it('that cannot be had end the reading: characters would be lost', async () => {
    expect((await play(['one'], [['asks for what cannot be had']])).said).toEqual(['one: file.reader_missing', locked])
  })

  it('that come as a page which says that all is well cannot be had either', async () => {
    const portal = () => Promise.resolve(new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }))
    expect((await play(['one'], [['asks for what cannot be had']], { fetch: portal })).said).toEqual(['one: file.reader_missing', locked])
  })
})

describe('calling it off', () => {
  it('ends the worker and rejects', async () => {
    const stop = new AbortController()
    const { log, startWorker, pending } = playWorkers(['one'], [['hangs']])
    const reading = readInWorker(file, asked, { startWorker, signal: stop.signal, fetch })
    stop.abort()
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
    expect(log).toEqual(['start', 'ended'])
    expect(pending()).toBe(0)
  })

  it('beforehand starts none', async () => {
    const { log, startWorker } = playWorkers(['one'], [['reads']])
    await expect(readInWorker(file, asked, { startWorker, signal: AbortSignal.abort(), fetch })).rejects.toMatchObject({
      name: 'AbortError',
    })
    expect(log).toEqual([])
  })
})

it('a file beyond the budget is not even opened', async () => {
  const huge = { name: '10 GB.zip', size: 10_000_000_000 } as File
  const reports = await readInWorker(huge, asked, { startWorker: () => expect.fail('a worker was started'), fetch })
  expect(reports[0]?.parsed.problems.map(({ code }) => code)).toEqual(['file.too_large'])
})
