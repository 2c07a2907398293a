import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv, writeCsv, type CsvItem } from '../../src/dataset/csv.ts'

const items = (text: string | Uint8Array): CsvItem[] => [...readCsv(text).items]
const records = (text: string | Uint8Array): (readonly string[])[] =>
  items(text).flatMap((item) => (item.kind === 'record' ? [item.record.fields] : []))
const problems = (text: string): string[] => {
  const file = readCsv(text)
  return [...file.problems, ...[...file.items].flatMap((item) => (item.kind === 'problem' ? [item.problem] : []))].map(
    ({ line, column, code, reason }) => `${line} ${column ?? '-'} ${code} ${reason.en}`,
  )
}
const bytes = (...numbers: number[]): Uint8Array => Uint8Array.from(numbers)

describe('a CSV file is read as written', () => {
  it.each([
    [
      'plain rows',
      'a,b\n1,2\n3,4\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['no line end at the end', 'a,b\n1,2', [['1', '2']]],
    ['CRLF', 'a,b\r\n1,2\r\n', [['1', '2']]],
    ['a byte-order mark', '\uFEFFa,b\n1,2\n', [['1', '2']]],
    ['commas and line breaks in quotes', 'a,b\n"1,5","x\r\ny"\n', [['1,5', 'x\r\ny']]],
    ['doubled quotes', 'a,b\n"he said ""no""",2\n', [['he said "no"', '2']]],
    ['empty fields, quoted or not', 'a,b\n,""\n', [['', '']]],
    ['empty lines and comments between records', '# a note\na,b\n\n# "another\n1,2\n\n', [['1', '2']]],
    ['spaces are kept', 'a,b\n 1 ,2\n', [[' 1 ', '2']]],
    ['names that objects know', 'a,__proto__\nconstructor,2\n', [['constructor', '2']]],
  ])('%s', (_, text, expected) => {
    expect(problems(text)).toEqual([])
    expect(records(text)).toEqual(expected)
    expect(records(new TextEncoder().encode(text))).toEqual(expected)
  })

  it('counts lines as an editor does, also after a field of two lines', () => {
    const lines = items('a,b\n"x\ny",1\nz,2\n').map((item) => (item.kind === 'record' ? item.record.line : item.problem.line))
    expect(lines).toEqual([2, 4])
  })
})

describe('what cannot be read is named by line and column', () => {
  it.each([
    ['an empty file', '', ['1 - csv.empty the file is empty, without even a header row']],
    ['tabs', 'a\tb\n1\t2\n', ['1 - csv.separator fields are separated by tabs; use commas']],
    ['semicolons', 'a;b\n1;2\n', ['1 - csv.separator fields are separated by semicolons; use commas']],
    ['full-width commas', 'a，b\n1，2\n', ['1 - csv.separator fields are separated by full-width commas; use commas']],
    ['a heading twice', 'a,b,a\n1,2,3\n', ['1 a csv.header this heading appears twice']],
    ['a column without a heading', 'a,\n1,2\n', ['1 2 csv.header a column has no heading']],
    ['a row too short', 'a,b\n1\n2,3\n', ['2 b csv.ragged 1 fields where the header has 2']],
    ['a row too long', 'a,b\n1,2,3\n', ['2 3 csv.ragged 3 fields where the header has 2']],
    ['text after a quote', 'a,b\n"1"x,2\n', ['2 1 csv.quote text follows a closing quote']],
    [
      'a quote in a bare field',
      'a,b\n1"x,2\n',
      ['2 1 csv.quote a quote inside a field that is not quoted; quote the field and double the quote'],
    ],
    ['a lone carriage return', 'a,b\n1\r,2\n', ['2 1 csv.line_end a lone carriage return; end lines with LF or CRLF']],
    ['a NUL', 'a,b\n1,\u0000\n', ['2 2 csv.control an invisible control character']],
  ])('%s', (_, text, expected) => expect(problems(text)).toEqual(expected))

  it('loses one line to an unclosed quote, not the rest of the file', () => {
    const text = 'a,b\n1,"x\n2,y\n3,z\n'
    expect(problems(text)).toEqual(['2 2 csv.quote a quote is not closed'])
    expect(records(text)).toEqual([
      ['2', 'y'],
      ['3', 'z'],
    ])
  })

  it('is not led on by a quote further down', () => {
    const text = 'a,b\n1,"x\n2,"y"\n3,z\n'
    expect(problems(text)).toEqual(['2 2 csv.quote text follows a closing quote'])
    expect(records(text)).toEqual([
      ['2', 'y'],
      ['3', 'z'],
    ])
  })

  it.each([
    ['GB18030', bytes(0x61, 0x2c, 0x62, 0x0a, 0xd2, 0xf8, 0x2c, 0x32), '2 the file is not UTF-8 (perhaps GB18030); save it as UTF-8'],
    ['UTF-16', bytes(0xff, 0xfe, 0x61, 0x00), '1 the file is UTF-16; save it as UTF-8'],
  ])('refuses %s, which would read as nonsense', (_, file, expected) => {
    const [wrong] = readCsv(file).problems
    expect(`${wrong?.line} ${wrong?.reason.en}`).toBe(expected)
  })
})

// Anything but control characters, which are refused: tab, CR and LF may stand in a field.
const field = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, ''))
const nasty = fc.oneof(field, fc.constantFrom('"', '""', ',', '\n', '\r\n', '\r', '#', '# x', '\uFEFF', ' ', '', '，'))

describe('for any content', () => {
  it('what is written is read back', () => {
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((width) => fc.array(fc.array(nasty, { minLength: width, maxLength: width }), { maxLength: 8 }))
    fc.assert(
      fc.property(table, (rows) => {
        const header = Array.from({ length: rows[0]?.length ?? 1 }, (_, i) => `column ${i + 1}`)
        const text = writeCsv(header, rows)
        const file = readCsv(new TextEncoder().encode(text))
        expect(file.header).toEqual(header)
        expect([...file.items].map((item) => item.kind)).toEqual(rows.map(() => 'record'))
        expect(records(text)).toEqual(rows)
      }),
      { numRuns: 500 },
    )
  })

  it('2,000 mutated files never crash, and every record is either accepted or named', () => {
    const good = writeCsv(
      ['id', 'name', 'note'],
      Array.from({ length: 20 }, (_, i) => [`r${i}`, `名称${i}`, i % 3 === 0 ? 'with, comma and "quote"\nand line' : '']),
    )
    const characters = fc.constantFrom('"', ',', '\n', '\r', '\u0000', '#', ';', '\uFEFF', 'x', '，', '\t')
    const mutation = fc.record({ at: fc.nat(good.length), cut: fc.nat(3), insert: fc.array(characters, { maxLength: 3 }) })
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 6 }), (mutations) => {
        const text = mutations.reduce((now, { at, cut, insert }) => now.slice(0, at) + insert.join('') + now.slice(at + cut), good)
        const file = readCsv(text)
        const lines = text.split('\n').length
        let last = 0
        for (const item of file.items) {
          const line = item.kind === 'record' ? item.record.line : item.problem.line
          expect(line).toBeGreaterThan(last)
          last = line
          if (item.kind === 'record') expect(item.record.fields.length).toBe(file.header?.length)
        }
        expect(last).toBeLessThanOrEqual(lines)
      }),
      { numRuns: 2000 },
    )
  })

  it('2,000 files of random bytes never crash', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (content) => {
        expect(() => [...readCsv(content).items]).not.toThrow()
      }),
      { numRuns: 2000 },
    )
  })
})
