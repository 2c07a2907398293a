import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { inflateEntry, readZipDirectory, startBudget, usualZipLimits } from '../../src/reports/zipDirectory.ts'
import type { ZipEntry, ZipLimits } from '../../src/reports/zipDirectory.ts'
import { packZip } from './zipFiles.ts'

const entriesOf = (bytes: Uint8Array, limits?: ZipLimits): readonly ZipEntry[] => {
  const directory = readZipDirectory(bytes, limits)
  if ('trouble' in directory) throw new Error(directory.trouble)
  return directory.entries
}
const troubleOf = (bytes: Uint8Array, limits?: ZipLimits): string => {
  const directory = readZipDirectory(bytes, limits)
  return 'trouble' in directory ? directory.trouble : 'none'
}
const inflateAll = (bytes: Uint8Array, limits: ZipLimits = usualZipLimits): readonly string[] => {
  const budget = startBudget(limits)
  return entriesOf(bytes).map((entry) => {
    const inflated = inflateEntry(bytes, entry, budget)
    return 'trouble' in inflated ? inflated.trouble : new TextDecoder().decode(inflated.bytes)
  })
}

/** Changes bytes found after a signature: of the `nth` directory entry (`PK\1\2`), or of another record. */
function patch(bytes: Uint8Array, change: (view: DataView, at: number) => void, nth = 0, signature = 0x02014b50): Uint8Array {
  const copy = new Uint8Array(bytes)
  const view = new DataView(copy.buffer)
  let found = -1
  for (let at = 0; at + 4 <= copy.length; at += 1) {
    if (view.getUint32(at, true) !== signature) continue
    found += 1
    if (found === nth) change(view, at)
  }
  return copy
}
const end = 0x06054b50

describe('what an archive holds', () => {
  it('is read from its directory and proven by checksums', () => {
    const bytes = packZip({ 'a.txt': '一'.repeat(500), 'folder/b.txt': 'b' })
    expect(entriesOf(bytes).map(({ name, size, isFolder }) => [name, size, isFolder])).toEqual([['a.txt', 1500, false], ['folder/b.txt', 1, false]])
    expect(inflateAll(bytes)).toEqual(['一'.repeat(500), 'b'])
    expect(inflateAll(packZip({ 'a.txt': 'stored' }, 0))).toEqual(['stored'])
  })

  it('is found behind a program that unpacks itself, and before bytes that were added', () => {
    const bytes = packZip({ 'a.txt': 'hello' })
    expect(inflateAll(Uint8Array.from([...new Uint8Array(100), ...bytes]))).toEqual(['hello'])
    expect(inflateAll(Uint8Array.from([...bytes, 13, 10]))).toEqual(['hello'])
  })

  it('is read with sizes of 64 bits, as programs write that pack while they read', () => {
    const bytes = packZip({ 'a.txt': 'hello'.repeat(50) })
    const [entry] = entriesOf(bytes)
    expect(inflateAll(with64Bits(bytes))).toEqual(['hello'.repeat(50)])
    expect(entriesOf(with64Bits(bytes))[0]).toEqual({ ...entry })
  })

  it('is refused when it is cut off anywhere', () => {
    const bytes = packZip({ 'a.txt': 'hello'.repeat(50), 'b.txt': 'x' })
    for (let length = 0; length < bytes.length; length += 1) expect(troubleOf(bytes.subarray(0, length))).toBe('damaged')
  })
})

describe('names', () => {
  const named = (name: Uint8Array, flags = 0): string => {
    const bytes = zipSync({ ['x'.repeat(name.length)]: new Uint8Array([1]) })
    const copy = patch(bytes, (view, at) => {
      new Uint8Array(view.buffer).set(name, at + 46)
      view.setUint16(at + 8, flags, true)
    })
    return entriesOf(copy)[0]?.name ?? ''
  }

  it.each([
    ['marked as UTF-8', new TextEncoder().encode('年报/甲市.txt'), 0x800, '年报/甲市.txt'],
    ['UTF-8 without the mark', new TextEncoder().encode('年报.txt'), 0, '年报.txt'],
    ['GB 18030, as Windows writes', Uint8Array.from([0xc4, 0xea, 0xb1, 0xa8, 0x2e, 0x74, 0x78, 0x74]), 0, '年报.txt'],
    // The second byte of 昞 is a backslash.
    ['GB 18030 with a backslash inside a character', Uint8Array.from([0x95, 0x5c, 0x2e, 0x74]), 0, '昞.t'],
  ])('are read: %s', (_, name, flags, expected) => expect(named(name, flags)).toBe(expected))

  it.each([
    ['../../etc/passwd', 'etc/passwd'],
    ['/absolute/a.txt', 'absolute/a.txt'],
    ['C:\\folder\\a.txt', 'folder/a.txt'],
    ['a\u202Etxt.exe', 'atxt.exe'],
    ['a\u0000b.txt', 'ab.txt'],
    ['./a//b/./c.txt', 'a/b/c.txt'],
  ])('lead nowhere outside: %j', (name, expected) => expect(named(new TextEncoder().encode(name), 0x800)).toBe(expected))
})

describe('an archive is no bomb', () => {
  const limits: ZipLimits = { entries: 50, inflated: 3_000_000, ratio: 100 }
  const zeros = (length: number): Uint8Array => new Uint8Array(length)

  it('when it has more files than anybody packs', () => {
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`${at}.txt`, 'x']))
    expect(troubleOf(packZip(many), limits)).toBe('too_large')
    expect(troubleOf(packZip(Object.fromEntries(Object.entries(many).slice(1))), limits)).toBe('none')
  })

  it('when it says that it holds more than the limit', () => expect(troubleOf(packZip({ a: zeros(2_000_000), b: zeros(2_000_000) }, 0), limits)).toBe('too_large'))

  it('when one file is packed more than a hundredfold', () => expect(troubleOf(packZip({ a: zeros(2_000_000) }), limits)).toBe('too_large'))

  it('when its sizes lie: what comes out is counted', () => {
    const bytes = packZip({ a: zeros(2_000_000) })
    const lying = patch(bytes, (view, at) => view.setUint32(at + 24, 1000, true))
    expect(inflateAll(lying, limits)).toEqual(['too_large'])
  })

  it('when many files together come to more', () => {
    const noise = (seed: number): Uint8Array => Uint8Array.from({ length: 1_200_000 }, (_, at) => (Math.imul(at + seed, 2654435761) >>> 13) & 0xff)
    const lying = [0, 1, 2].reduce((bytes, nth) => patch(bytes, (view, at) => view.setUint32(at + 24, 1000, true), nth), packZip({ a: noise(1), b: noise(2), c: noise(3) }) as Uint8Array)
    // The first two are told by their sizes, which lie; the third is not even unpacked to its end.
    expect(inflateAll(lying, limits)).toEqual(['damaged', 'damaged', 'too_large'])
  })

  it('when its files share their bytes', () => {
    const bytes = packZip({ a: 'x'.repeat(900), b: 'y' })
    const first = entriesOf(bytes)[0]
    expect(troubleOf(patch(bytes, (view, at) => view.setUint32(at + 42, first?.header ?? 0, true), 1))).toBe('damaged')
  })

  it('and one of 100 kB that becomes a gigabyte is refused at once', () => {
    const bytes = packZip({ a: zeros(100_000_000) }, 9)
    const lying = patch(bytes, (view, at) => view.setUint32(at + 24, 90_000, true))
    expect(bytes.length).toBeLessThan(110_000)
    const spent = watchTime()
    expect(inflateAll(lying)).toEqual(['too_large'])
    expect(spent()).toBeLessThan(500)
  })
})

describe('an entry that cannot be read', () => {
  const bytes = packZip({ 'a.txt': 'hello'.repeat(50) })

  it('has a password', () => expect(inflateAll(patch(bytes, (view, at) => view.setUint16(at + 8, 1, true)))).toEqual(['encrypted']))
  it('is packed in another way', () => expect(inflateAll(patch(bytes, (view, at) => view.setUint16(at + 10, 14, true)))).toEqual(['method']))
  it('does not fit its checksum: another digit would be another figure', () => {
    const stored = packZip({ 'a.txt': '受理 18 件' }, 0)
    const at = stored.indexOf(0x38)
    expect(inflateAll(stored.map((byte, place) => (place === at ? 0x39 : byte)))).toEqual(['damaged'])
  })
  it('has another length than it says', () => expect(inflateAll(patch(bytes, (view, at) => view.setUint32(at + 24, 249, true)))).toEqual(['damaged']))

  it.each([
    ['a directory that starts elsewhere', (view: DataView, at: number) => view.setUint32(at + 16, 5, true)],
    ['fewer files than the directory has', (view: DataView, at: number) => view.setUint16(at + 10, 0, true)],
    ['more files than the directory has', (view: DataView, at: number) => view.setUint16(at + 10, 2, true)],
  ])('stands in an archive with %s, which is damaged', (_, change) => expect(troubleOf(patch(bytes, change, 0, end))).toBe('damaged'))
})

/** The same archive as a program writes it that does not know the sizes beforehand: they stand in an extra field, and in an end of 64 bits. */
function with64Bits(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const endAt = bytes.length - 22
  const start = view.getUint32(endAt + 16, true)
  const directory = bytes.slice(start, endAt)
  const entry = new DataView(directory.buffer)
  const [packed, size] = [entry.getUint32(20, true), entry.getUint32(24, true)]
  entry.setUint32(20, 0xffffffff, true)
  entry.setUint32(24, 0xffffffff, true)
  entry.setUint16(30, 20, true)
  const extra = record(20, (field) => {
    field.setUint16(0, 1, true)
    field.setUint16(2, 16, true)
    field.setUint32(4, size, true)
    field.setUint32(12, packed, true)
  })
  const nameEnd = 46 + entry.getUint16(28, true)
  const length = directory.length + 20
  const end64 = record(56, (field) => {
    field.setUint32(0, 0x06064b50, true)
    field.setUint32(4, 44, true)
    field.setUint32(24, 1, true)
    field.setUint32(32, 1, true)
    field.setUint32(40, length, true)
    field.setUint32(48, start, true)
  })
  const locator = record(20, (field) => {
    field.setUint32(0, 0x07064b50, true)
    field.setUint32(8, start + length, true)
    field.setUint32(16, 1, true)
  })
  const short = record(22, (field) => {
    field.setUint32(0, end, true)
    field.setUint16(8, 0xffff, true)
    field.setUint16(10, 0xffff, true)
    field.setUint32(12, 0xffffffff, true)
    field.setUint32(16, 0xffffffff, true)
  })
  return Uint8Array.from([...bytes.slice(0, start), ...directory.slice(0, nameEnd), ...extra, ...directory.slice(nameEnd), ...end64, ...locator, ...short])
}

function record(length: number, fill: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(length)
  fill(new DataView(bytes.buffer))
  return bytes
}

/** Milliseconds of work since it was called: other programs on the machine do not count. */
function watchTime(): () => number {
  const started = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(started)
    return (user + system) / 1000
  }
}
