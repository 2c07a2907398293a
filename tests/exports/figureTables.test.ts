import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { citeFigure } from '../../src/exports/citation.ts'
import { copyTable } from '../../src/exports/copiedTable.ts'
import { writeCsvFile, writeLongCsvFile } from '../../src/exports/csvFile.ts'
import { observationStatus } from '../../src/exports/figureRows.ts'
import { cellOf, figureCsv, figureXlsx } from '../../src/exports/figureTables.ts'
import { safeFileName } from '../../src/exports/safeFileName.ts'
import { writeLongWorkbook, writeWorkbook } from '../../src/exports/workbook.ts'
import { compared, testAgencies } from '../charts/comparedRows.ts'
import { figureWritten, hostileTexts, mixedRows } from './figureWritten.ts'

const noPause = () => Promise.resolve()

/** A reader of RFC 4180 of its own: quoted fields alone, CRLF. */
function readQuoted(bytes: Uint8Array): string[][] {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  expect(text.startsWith('\ufeff')).toBe(true)
  const rows: string[][] = []
  let at = 1
  while (at < text.length) {
    const row: string[] = []
    for (;;) {
      expect(text[at]).toBe('"')
      let field = ''
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
        if (text[at] === '"') at += 1
        field += text[at] ?? ''
      }
      row.push(field)
      at += 1
      if (text[at] !== ',') break
      at += 1
    }
    expect(text.slice(at, at + 2)).toBe('\r\n')
    at += 2
    rows.push(row)
  }
  return rows
}

/** The cells of a sheet as they stand in the file: numbers and strings. */
function readSheet(bytes: Uint8Array, number: number): (string | number | null)[][] {
  const xml = strFromU8(unzipSync(bytes)[`xl/worksheets/sheet${number}.xml`] ?? new Uint8Array())
  const decode = (text: string): string =>
    text.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name] ?? '')
  return [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c [^>]*?(?:\/>|>(.*?)<\/c>)/gs)].map(([, inside]) => {
      if (inside === undefined) return null
      const number = /^<v>(.*)<\/v>$/.exec(inside)?.[1]
      return number === undefined ? decode(/<t[^>]*>(.*)<\/t>/s.exec(inside)?.[1] ?? '') : Number(number)
    }),
  )
}

const begins = /^[\s\p{C}"'“”‘’]*[=+\-@＝＋－＠]|^[\t\r\n\0]/u
const isRun = (field: string): boolean => begins.test(field) && !field.startsWith("'") && !/^-?\d+(\.\d+)?$/.test(field)

describe('the rows of a figure as a file', () => {
  const column = (rows: readonly (readonly (string | number | null)[])[], name: string): (string | number | null)[] => {
    const at = rows[0]?.indexOf(name) ?? -1
    return rows.slice(1).map((row) => row[at] ?? null)
  }

  it('hold every row in order with its number, as CSV and as Excel', async () => {
    const written = figureWritten(mixedRows)
    const csv = readQuoted(await figureCsv(written, noPause))
    const sheet = readSheet(await figureXlsx(written, noPause), 3)
    expect(csv).toHaveLength(mixedRows.length + 1)
    mixedRows.forEach((row, at) => {
      const [fields, cells] = [csv[at + 1] ?? [], sheet[at + 1] ?? []]
      expect(fields.slice(0, 4)).toEqual([
        row.agency,
        testAgencies.find(({ id }) => id === row.agency)?.name,
        String(row.year),
        row.indicator,
      ])
      expect(cells[2]).toBe(row.year)
      expect(fields[6]).toBe(row.value === null ? '' : String(row.value))
      expect(cells[6]).toBe(row.value)
      expect(fields[8]).toBe(row.state)
    })
  })

  it('keep a blank empty, with its state beside it', async () => {
    const written = figureWritten([compared('a', 2020, null, { state: 'blank' }), compared('a', 2021, 0)])
    for (const rows of [readQuoted(await figureCsv(written, noPause)), readSheet(await figureXlsx(written, noPause), 3)]) {
      expect(column(rows, '数值').map((cell) => (cell === '' || cell === null ? 'empty' : Number(cell)))).toEqual(['empty', 0])
      expect(column(rows, '状态')).toEqual(['blank', 'zero'])
      expect(column(rows, '状态名称')[0]).toBe('空白')
    }
  })

  it('write no number for a rate over too few cases, but what is shown of it', async () => {
    const small = compared('a', 2021, 2 / 3, { indicator: 'refusal_rate', n: 3 })
    const rows = readQuoted(await figureCsv(figureWritten([small], {}, 'refusal_rate'), noPause))
    expect(column(rows, '数值')).toEqual([''])
    expect(column(rows, '图中写法')[0]).toContain('3 件中 2 件')
    expect(column(rows, '基数')).toEqual(['3'])
  })

  it('say of how many the notes speak, and who is missing why', async () => {
    const notes = readSheet(await figureXlsx(figureWritten(mixedRows), noPause), 1).flat()
    expect(notes).toContain('3/6 有数值，空白 1，未收录 1，不适用 1')
    for (const said of ['2021 年最高：甲局 1,204 件', 'ab'.repeat(32), '2026-01-02', 'https://ogi.example/?page=compare&of=abababab'])
      expect(notes).toContain(said)
    expect(notes.filter((cell) => String(cell).includes('(blank)') || String(cell).includes('(not_loaded)'))).toHaveLength(2)
  })

  it('carry the mark of made-up data in each file, row by row, and that of data of one machine', async () => {
    const written = figureWritten(mixedRows, {
      isLocal: true,
      reportOf: (report) => ({
        report,
        agency: 'a',
        year: 2019,
        title: null,
        source_url: null,
        ...(report === 'a-2019' ? { local: true } : {}),
      }),
    })
    const csv = readQuoted(await figureCsv(written, noPause))
    expect(column(csv, '标记').every((cell) => String(cell).startsWith('合成数据'))).toBe(true)
    expect(column(csv, '标记').filter((cell) => String(cell).includes('本机'))).toHaveLength(1)
    expect(readSheet(await figureXlsx(written, noPause), 1).flat()).toContain('合成数据；含未发布的本机数据')
    const cited = citeFigure({ ...written, datasetName: { zh: '示例', en: 'Example' } }, 'zh')
    expect(cited).toContain('合成数据')
    const copied = copyTable(written.table, { title: written.title, subtitle: '', flags: ['合成数据'], source: '', citation: cited })
    expect(copied.html).toContain('合成数据')
    expect(copied.tsv).toContain('合成数据')
  })

  it('hold the table as shown, numbers as numbers', async () => {
    const written = figureWritten(mixedRows)
    const sheet = readSheet(await figureXlsx(written, noPause), 2)
    expect(sheet[0]).toEqual(written.table.columns.map(({ name }) => name))
    written.table.rows.forEach(({ cells }, at) =>
      cells.forEach((cell, place) => {
        const found = sheet[at + 1]?.[place] ?? null
        if (typeof found === 'number')
          expect(Number(cell.replaceAll(',', '').replace('%', '')) / (cell.endsWith('%') ? 100 : 1)).toBeCloseTo(found, 9)
        else expect(found ?? '').toBe(cell)
      }),
    )
    expect(['1,204', '63.2%', '3 件中 2 件', '≥15', '', '-12', '1,20'].map((cell) => cellOf(cell, true))).toEqual([
      1204,
      0.632,
      '3 件中 2 件',
      '≥15',
      null,
      -12,
      '1,20',
    ])
  })

  it('are written in pieces, with a turn for the page after each, and say the same as in one go', async () => {
    const rows = Array.from({ length: 1_001 }, (_, at) => [at, `第 ${at} 行`])
    const sheets = [{ name: '行', widths: [8, 20], rows, isList: true }]
    let turns = 0
    const inTurns = await writeLongWorkbook(sheets, '2026-01-02', () => {
      turns += 1
      return Promise.resolve()
    })
    expect(turns).toBeGreaterThanOrEqual(rows.length / 200)
    const textsOf = (bytes: Uint8Array) => Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)])
    expect(textsOf(inTurns)).toEqual(textsOf(writeWorkbook(sheets, '2026-01-02')))
    expect(readSheet(inTurns, 1)).toEqual(rows)
    const again = await writeLongWorkbook(sheets, '2026-01-02', noPause)
    expect(Buffer.compare(again, inTurns)).toBe(0)
    expect(Buffer.compare(await writeLongCsvFile(rows, noPause), writeCsvFile(rows))).toBe(0)
  })

  it('say the observation status beside our states', () => {
    const status = (state: Parameters<typeof observationStatus>[0]['state'], value: number | null, evidence: 'A' | 'C' | null = 'A') =>
      observationStatus({ state, value, evidence })
    expect([status('value', 3), status('zero', 0), status('blank', null), status('not_loaded', null, null)]).toEqual(['A', 'A', 'O', 'L'])
    expect([status('not_in_form', null, null), status('not_applicable', null), status('value', 3, 'C'), status('blank', 0)]).toEqual([
      'M',
      'M',
      'E',
      'E',
    ])
  })
})

describe(`${hostileTexts.length} hostile names`, () => {
  const names = new Map(hostileTexts.map((text, at) => [`h${at}`, text]))
  const rows = [...names.keys()].map((agency, at) => compared(agency, 2020, at - 100))
  const hostile = hostileTexts[0] ?? ''
  const written = figureWritten(rows, {
    title: hostile,
    subtitle: hostile,
    notes: hostileTexts,
    agencyName: (id) => names.get(id) ?? id,
    table: {
      caption: hostile,
      columns: [
        { name: hostile, numeric: false },
        { name: '数值', numeric: true },
      ],
      rows: hostileTexts.map((text, at) => ({ key: String(at), cells: [text, String(at - 100)], report: null })),
    },
  })

  it('are no formula in any cell of CSV and Excel, and leave every number as it is', async () => {
    expect(hostileTexts.length).toBeGreaterThanOrEqual(200)
    const fields = readQuoted(await figureCsv(written, noPause))
    expect(fields.flat().filter(isRun)).toEqual([])
    expect(fields.slice(1).map((row) => Number(row[6]))).toEqual(rows.map(({ value }) => value))
    const bytes = await figureXlsx(written, noPause)
    for (const [name, part] of Object.entries(unzipSync(bytes))) {
      const xml = strFromU8(part)
      expect(xml, name).not.toMatch(/<f[ >]|externalLink|TargetMode/)
    }
    expect(
      readSheet(bytes, 3)
        .slice(1)
        .map((row) => row[6]),
    ).toEqual(rows.map(({ value }) => value))
    expect(
      readSheet(bytes, 2)
        .slice(1)
        .map((row) => row[1]),
    ).toEqual(rows.map(({ value }) => value))
    const styled = strFromU8(unzipSync(bytes)['xl/worksheets/sheet3.xml'] ?? new Uint8Array())
    const plain = [...styled.matchAll(/<c r="B\d+" s="(\d+)" t="inlineStr"><is><t[^>]*>([^<]*)</g)].slice(1)
    expect(plain).toHaveLength(hostileTexts.length)
    for (const [, style, text = ''] of plain) if (/^['=+\-@＝＋－＠]/.test(text.trimStart())) expect(Number(style) % 2, text).toBe(1)
  })

  it('are no formula and no markup when a table is pasted', () => {
    const { html, tsv } = copyTable(written.table, { title: hostile, subtitle: hostile, flags: [], source: hostile, citation: hostile })
    expect(tsv.split(/\r\n|\t/).filter(isRun)).toEqual([])
    expect(
      tsv
        .split('\r\n')
        .slice(2, 2 + hostileTexts.length)
        .map((line) => line.split('\t').length),
    ).toEqual(hostileTexts.map(() => 2))
    expect(
      [...html.matchAll(/<\/?([a-z]+)[^>]*>/gi)]
        .map(([, tag]) => tag)
        .filter((tag) => !/^(table|caption|thead|tbody|tr|th|td|p)$/.test(tag ?? '')),
    ).toEqual([])
    expect(html).not.toMatch(/<[^>]*\son\w+=/)
  })

  it('stay one line in a citation, and give a name that every system takes', () => {
    for (const text of hostileTexts) {
      const cited = citeFigure({ ...written, title: text, datasetName: { zh: text, en: text } }, 'en')
      // eslint-disable-next-line no-control-regex
      expect(cited).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/)
      expect(safeFileName(`${text} 图 2026-01-02`, 'svg')).toMatch(/^[^<>:"/\\|?*.\s-][^<>:"/\\|?*]*\.svg$/)
    }
  })
})
