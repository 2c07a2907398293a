import { describe, expect, it } from 'vitest'
import { emptyQueue, holdImportQueue, nextToRead, stepQueue, type QueueState, type ReadOneFile } from '../../src/app/import/importQueue.ts'
import { readReport, refusedFile } from './readReports.ts'

const file = (name: string, size = 10): File => new File(['x'.repeat(size)], name)
const choose = (...names: readonly string[]) => names.map((name) => ({ path: name, file: file(name.split('/').at(-1) ?? name) }))
const kinds = ({ items }: QueueState): string[] => items.map(({ state }) => state.kind)

/** A reader that waits until the test lets each file end. */
function holdReader() {
  const open = new Map<
    string,
    { readonly end: (reports: Awaited<ReturnType<ReadOneFile>>) => void; readonly fail: (error: Error) => void }
  >()
  let most = 0
  const read: ReadOneFile = ({ name }, _asked, { signal }) =>
    new Promise((resolve, reject) => {
      const settle = (run: () => void) => () => {
        open.delete(name)
        run()
      }
      open.set(name, { end: (reports) => settle(() => resolve(reports))(), fail: (error) => settle(() => reject(error))() })
      most = Math.max(most, open.size)
      signal?.addEventListener(
        'abort',
        settle(() => reject(new DOMException('called off', 'AbortError'))),
      )
    })
  return { read, open, mostAtOnce: () => most, names: () => [...open.keys()] }
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))
const atOnce = { soon: (tell: () => void) => tell() }

describe('the queue of files', () => {
  it('reads two files at once, in the order they were chosen, and the next when one ends', async () => {
    const reader = holdReader()
    const queue = holdImportQueue(reader.read, atOnce)
    queue.add(choose('a.txt', 'b.txt', 'c.txt', 'd.txt'))
    expect(reader.names()).toEqual(['a.txt', 'b.txt'])
    reader.open.get('b.txt')?.end([readReport('b.txt')])
    await settled()
    expect(reader.names()).toEqual(['a.txt', 'c.txt'])
    expect(kinds(queue.now())).toEqual(['reading', 'done', 'reading', 'waiting'])
    expect(reader.mostAtOnce()).toBe(2)
  })

  it('keeps going when a file fails in a way that nobody foresaw', async () => {
    const reader = holdReader()
    const queue = holdImportQueue(reader.read, { ...atOnce, atOnce: 1 })
    queue.add(choose('a.txt', 'b.txt'))
    reader.open.get('a.txt')?.fail(new Error('lost'))
    await settled()
    reader.open.get('b.txt')?.end([readReport('b.txt')])
    await settled()
    expect(kinds(queue.now())).toEqual(['failed', 'done'])
  })

  it('ends the reading of one file that is cancelled, and starts the next', async () => {
    const reader = holdReader()
    const queue = holdImportQueue(reader.read, { ...atOnce, atOnce: 1 })
    queue.add(choose('a.txt', 'b.txt'))
    queue.cancel([1])
    await settled()
    expect(kinds(queue.now())).toEqual(['cancelled', 'reading'])
    expect(reader.names()).toEqual(['b.txt'])
  })

  it('cancels all that wait and are read, and leaves what was read', async () => {
    const reader = holdReader()
    const queue = holdImportQueue(reader.read, atOnce)
    queue.add(choose('a.txt', 'b.txt', 'c.txt'))
    reader.open.get('a.txt')?.end([readReport('a.txt')])
    await settled()
    queue.cancel(queue.now().items.map(({ id }) => id))
    await settled()
    expect(kinds(queue.now())).toEqual(['done', 'cancelled', 'cancelled'])
    expect(reader.names()).toEqual([])
  })

  it('reads a cancelled file when it is asked for again', async () => {
    const reader = holdReader()
    const queue = holdImportQueue(reader.read, atOnce)
    queue.add(choose('a.txt'))
    queue.cancel([1])
    queue.again([1])
    await settled()
    expect(reader.names()).toEqual(['a.txt'])
    reader.open.get('a.txt')?.end([readReport('a.txt')])
    await settled()
    expect(kinds(queue.now())).toEqual(['done'])
  })

  it('forgets a file that is removed while it is read', async () => {
    const reader = holdReader()
    const queue = holdImportQueue(reader.read, atOnce)
    queue.add(choose('a.txt', 'b.txt'))
    queue.remove([1])
    await settled()
    expect(queue.now().items.map(({ name }) => name)).toEqual(['b.txt'])
  })

  it('gives an archive one row for each of its reports, in its place, with the folders of both', async () => {
    const reader = holdReader()
    const queue = holdImportQueue(reader.read, { ...atOnce, atOnce: 1 })
    queue.add(choose('2020/all.zip', 'z.txt'))
    reader.open.get('all.zip')?.end([readReport('2020/all.zip/甲/a.html'), refusedFile('2020/all.zip/乙/b.doc')])
    await settled()
    expect(queue.now().items.map(({ name }) => name)).toEqual(['2020/all.zip/甲/a.html', '2020/all.zip/乙/b.doc', 'z.txt'])
    expect(new Set(queue.now().items.map(({ id }) => id)).size).toBe(3)
  })

  it('tells the reader the folders of a file, which may say whose it is', async () => {
    const paths: string[] = []
    const queue = holdImportQueue((_, { path }) => {
      paths.push(path)
      return Promise.resolve([readReport(path)])
    }, atOnce)
    queue.add(choose('甲市/科技局/2020.txt'))
    await settled()
    expect(paths).toEqual(['甲市/科技局/2020.txt'])
    expect(queue.now().items.map(({ name, archive }) => [name, archive])).toEqual([['甲市/科技局/2020.txt', null]])
  })

  it('reads a report of an archive again from the archive, and puts it in its row alone', async () => {
    const reader = holdReader()
    const queue = holdImportQueue(reader.read, atOnce)
    queue.add(choose('all.zip'))
    reader.open.get('all.zip')?.end([readReport('all.zip/a.html'), readReport('all.zip/b.html')])
    await settled()
    const reread = queue.reread(queue.now().items[1]?.id ?? 0, { year: 2019 })
    reader.open.get('all.zip')?.end([readReport('all.zip/a.html', { year: 2019 }), readReport('all.zip/b.html', { year: 2019 })])
    expect((await reread)?.parsed.report.year).toBe(2019)
    expect(queue.now().items.map(({ state }) => (state.kind === 'done' ? state.read.parsed.report.year : null))).toEqual([2020, 2019])
  })

  it('opens a file that was chosen alone as soon as it is read, and none of several', async () => {
    const reader = holdReader()
    const queue = holdImportQueue(reader.read, atOnce)
    queue.add(choose('a.txt'))
    reader.open.get('a.txt')?.end([readReport('a.txt')])
    await settled()
    expect(queue.now().reviewing).toBe(1)
    queue.review(null)
    queue.add(choose('b.txt', 'c.txt'))
    reader.open.get('b.txt')?.end([readReport('b.txt')])
    await settled()
    expect(queue.now().reviewing).toBeNull()
  })

  it('does not open a file that was refused', async () => {
    const reader = holdReader()
    const queue = holdImportQueue(reader.read, atOnce)
    queue.add(choose('a.doc'))
    reader.open.get('a.doc')?.end([refusedFile('a.doc')])
    await settled()
    expect(queue.now().reviewing).toBeNull()
  })

  it('tells of many files once in a while, and of what a person does at once', async () => {
    const later: (() => void)[] = []
    const queue = holdImportQueue((one) => Promise.resolve([readReport(one.name)]), { soon: (tell) => void later.push(tell) })
    let told = 0
    queue.subscribe(() => (told += 1))
    queue.add(choose('a.txt', 'b.txt', 'c.txt', 'd.txt'))
    expect(told).toBe(1)
    await settled()
    expect(kinds(queue.now())).toEqual(['done', 'done', 'done', 'done'])
    expect(later).toHaveLength(1)
    expect(told).toBe(1)
    later[0]?.()
    expect(told).toBe(2)
  })

  it('changes nothing for an event about a file that is gone', () => {
    const queue = stepQueue(emptyQueue, { kind: 'added', files: choose('a.txt') })
    const gone = stepQueue(queue, { kind: 'read', id: 99, reports: [readReport('x.txt')] })
    expect(gone).toBe(queue)
    expect(nextToRead(gone, 2)).toEqual([1])
  })

  it('reads a thousand files without a thousand at once', async () => {
    let running = 0
    let most = 0
    const queue = holdImportQueue(async ({ name }) => {
      running += 1
      most = Math.max(most, running)
      await settled()
      running -= 1
      return [readReport(name)]
    }, atOnce)
    queue.add(choose(...Array.from({ length: 1000 }, (_, at) => `${at}.txt`)))
    while (queue.now().items.some(({ state }) => state.kind !== 'done')) await settled()
    expect(most).toBe(2)
  })
})
