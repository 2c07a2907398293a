import { describe, expect, it } from 'vitest'
import { unpackFiles } from '../../src/reports/unpackFiles.ts'
import { packDocx, packXlsx, packZip } from './zipFiles.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
async function unpack(name: string, bytes: Uint8Array, budget?: Parameters<typeof unpackFiles>[1]) {
  const { files, problems } = await unpackFiles({ name, bytes }, budget)
  return { files: files.map((file) => file.name), problems: problems.map(({ file, code }) => `${file}: ${code}`) }
}

describe('an archive of reports', () => {
  it('gives its files, called by where they lie', async () => {
    const bytes = packZip({ '甲市.html': '<table>', '县/乙县.txt': 'x', '县/丙县.docx': packDocx('<w:p/>') })
    expect(await unpack('年报.zip', bytes)).toEqual({ files: ['年报.zip/甲市.html', '年报.zip/县/乙县.txt', '年报.zip/县/丙县.docx'], problems: [] })
    const { files } = await unpackFiles({ name: '年报.zip', bytes })
    expect(new TextDecoder().decode(files[1]?.bytes)).toBe('x')
  })

  it.each([
    ['a text', utf8('一份报告')],
    ['a Word file', packDocx('<w:p/>')],
    ['an Excel file', packXlsx([''])],
    ['an archive of another kind', Uint8Array.from([0x52, 0x61, 0x72, 0x21, 0x1a, 7, 0])],
  ])('is none when it is %s: that gives itself', async (_, bytes) => expect(await unpack('a.zip', bytes)).toEqual({ files: ['a.zip'], problems: [] }))

  it('leaves out what computers put beside files, and says so', async () => {
    const bytes = packZip({ 'a.txt': 'x', '__MACOSX/._a.txt': 'y', '.DS_Store': 'z', 'b/Thumbs.db': 'z', '~$report.docx': 'z' })
    expect(await unpack('a.zip', bytes)).toEqual({ files: ['a.zip/a.txt'], problems: ['a.zip: archive.ignored'] })
    const { problems } = await unpackFiles({ name: 'a.zip', bytes })
    expect(problems[0]?.message.zh).toContain('4 个系统文件')
  })

  it('may hold archives, which may not hold any', async () => {
    const deepest = packZip({ 'c.txt': 'z' })
    const bytes = packZip({ 'a.txt': 'x', '县.zip': packZip({ 'b.txt': 'y', 'c.zip': deepest }) })
    expect(await unpack('省.zip', bytes)).toEqual({
      files: ['省.zip/a.txt', '省.zip/县.zip/b.txt'],
      problems: ['省.zip/县.zip/c.zip: file.unsupported'],
    })
  })

  it('names every file that was not taken, and gives the others', async () => {
    const bytes = packZip({ 'a.txt': 'one', 'b.txt': 'two', 'c.txt': 'three' }, 0)
    const view = new DataView(bytes.buffer)
    const places = Array.from({ length: bytes.length - 4 }, (_, at) => at).filter((at) => view.getUint32(at, true) === 0x02014b50)
    view.setUint16((places[0] ?? 0) + 8, 1, true)
    bytes[bytes.indexOf('w'.charCodeAt(0))] = 0x57
    expect(await unpack('a.zip', bytes)).toEqual({
      files: ['a.zip/c.txt'],
      problems: ['a.zip/a.txt: file.encrypted', 'a.zip/b.txt: file.damaged'],
    })
  })

  it('is taken whole or not at all: beyond the budget nothing of it is read', async () => {
    const noise = (seed: number): Uint8Array => Uint8Array.from({ length: 40_000 }, (_, at) => (Math.imul(at + seed, 2654435761) >>> 13) & 0xff)
    const inner = packZip({ 'a.bin': noise(1), 'b.bin': noise(2) })
    const bytes = packZip({ '1.zip': inner, '2.zip': inner })
    expect(await unpack('a.zip', bytes, { entries: 9, inflated: 150_000, ratio: 100 })).toEqual({ files: [], problems: ['a.zip: file.too_large'] })
  })

  it.each([
    ['file.damaged', packZip({ 'a.txt': 'x' }).subarray(0, -5)],
    ['file.empty', packZip({})],
    ['file.empty', packZip({ 'folder/': '' })],
    ['file.too_large', packZip({ 'a.txt': new Uint8Array(2_000_000) })],
  ])('says %s', async (code, bytes) => expect(await unpack('a.zip', bytes)).toEqual({ files: [], problems: [`a.zip: ${code}`] }))

  it('keeps two files of one name apart', async () => {
    const bytes = packZip({ 'a.txt': 'x', 'b.txt': 'y' })
    const at = new TextDecoder('latin1').decode(bytes).lastIndexOf('b.txt')
    bytes[at] = 0x61
    expect((await unpack('z.zip', bytes)).files).toEqual(['z.zip/a.txt', 'z.zip/a.txt (2)'])
  })

  it('has names that are shown and touch no object', async () => {
    const bytes = packZip({ __proto__x: 'x', 'constructor': 'y' })
    expect((await unpack('a.zip', bytes)).files).toEqual(['a.zip/__proto__x', 'a.zip/constructor'])
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})
