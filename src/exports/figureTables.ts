import type { ChartTable } from '../charts/chartContext.ts'
import { exportWordsIn } from '../text/exportWords.ts'
import { wordsIn } from '../text/words.ts'
import { writeLongCsvFile, type ListCell } from './csvFile.ts'
import { figureRows, rowHeading, rowWidths } from './figureRows.ts'
import type { FigureToWrite } from './figureToWrite.ts'
import type { Pause } from './pace.ts'
import { writeLongWorkbook, type SheetCell, type SheetToWrite } from './workbook.ts'

/** The rows of a figure as CSV, each with its state and source; the table as shown, where there are no such rows. */
export async function figureCsv(written: FigureToWrite, pause: Pause): Promise<Uint8Array> {
  if (written.rows.length > 0) return writeLongCsvFile([rowHeading(written), ...(await figureRows(written, pause))], pause)
  const own = exportWordsIn(written.lang)
  const flags = flagsOf(written)
  const { columns, rows } = written.table
  const list = [
    [...columns.map(({ name }) => name), own.columns.dataset, own.columns.flags],
    ...rows.map(({ cells }) => [
      ...cells.map((cell, column) => cellOf(cell, columns[column]?.numeric === true)),
      written.dataset.title,
      flags.length === 0 ? null : own.join(flags),
    ]),
  ]
  return writeLongCsvFile(list, pause)
}

/** A figure as an Excel file: notes first, then the table as shown, then the rows with state and source. Numbers are numbers. */
export async function figureXlsx(written: FigureToWrite, pause: Pause): Promise<Uint8Array> {
  const sheets = [notesSheet(written)]
  if (written.scope === 'shown') sheets.push(tableSheet(written))
  if (written.rows.length > 0) sheets.push(await rowsSheet(written, pause))
  return writeLongWorkbook(sheets, written.day, pause)
}

/** What must be said of the data wherever they are handed on. */
export function flagsOf({ dataset, isLocal, lang }: Pick<FigureToWrite, 'dataset' | 'isLocal' | 'lang'>): readonly string[] {
  const own = exportWordsIn(lang)
  return [...(dataset.synthetic ? [own.synthetic] : []), ...(isLocal ? [own.local] : [])]
}

/** A number as it is shown, as a number: `1,204`, `63.2%` as 0.632. What says more than a number (`3 of 4`, `≥ 5`) stays text. */
export function cellOf(text: string, isNumeric: boolean): ListCell {
  if (text === '') return null
  if (!isNumeric || !/^[-−]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?%?$/.test(text)) return text
  const number = Number(text.replaceAll(',', '').replace('−', '-').replace('%', ''))
  return text.endsWith('%') ? Number((number / 100).toPrecision(12)) : number
}

function tableSheet({ table, lang }: FigureToWrite): SheetToWrite {
  const { columns, rows } = table
  const write = (text: string, numeric: boolean): SheetCell => {
    const value = cellOf(text, numeric)
    return typeof value === 'number' && text.endsWith('%') ? { value, style: 'percent' } : value
  }
  return {
    name: exportWordsIn(lang).sheets.table,
    widths: columns.map((column, at) => widthOfColumn(table, at, column.numeric)),
    rows: [
      columns.map(({ name }) => name),
      ...rows.map(({ cells }) => cells.map((cell, column) => write(cell, columns[column]?.numeric === true))),
    ],
    isList: true,
  }
}

const widthOfColumn = ({ rows, columns }: ChartTable, at: number, numeric: boolean): number => {
  const texts = [columns[at]?.name ?? '', ...rows.map(({ cells }) => cells[at] ?? '')]
  const longest = texts.reduce((most, text) => Math.max(most, [...text].length), 0)
  return Math.min(48, Math.max(numeric ? 9 : 14, longest * (numeric ? 1.1 : 1.8) + 2))
}

const rowsSheet = async (written: FigureToWrite, pause: Pause): Promise<SheetToWrite> => ({
  name: exportWordsIn(written.lang).sheets.rows,
  widths: rowWidths,
  rows: [rowHeading(written), ...(await figureRows(written, pause))],
  isList: true,
  printed: 14,
})

/** What the file is, so that it can be read alone. */
function notesSheet(written: FigureToWrite): SheetToWrite {
  const { notes: own, sheets, join, columns } = exportWordsIn(written.lang)
  const { catalogue, lang, rows, dataset } = written
  const { evidence } = wordsIn(lang)
  const line = (name: string, value: string): readonly SheetCell[] => [
    { value: name, style: 'strong' },
    { value, style: 'long' },
  ]
  const under = (name: string, value: string): readonly SheetCell[] => [
    { value: name, style: 'plain' },
    { value, style: 'long' },
  ]
  const flags = flagsOf(written)
  const states = new Set(rows.map(({ state }) => state))
  const grades = new Set(rows.map(({ evidence }) => evidence))
  const sources = sourcesOf(written)
  return {
    name: sheets.notes,
    widths: [24, 78, 10, 40],
    rows: [
      [{ value: written.title, style: 'title' }],
      ...(flags.length > 0 ? [line(own.flags, join(flags))] : []),
      [],
      line(own.about, written.subtitle),
      line(own.scope, own.scopes[written.scope]),
      ...(rows.length > 0 ? [line(own.counted, written.counted)] : []),
      ...written.selection.map(([name, value]) => under(name, value)),
      ...written.formulas.map(([name, formula], at) => line(at === 0 ? own.formulas : '', `${name} = ${formula}`)),
      ...written.notes.map((note, at) => line(at === 0 ? own.notes : '', note)),
      line(own.source, written.source),
      [],
      line(own.dataset, dataset.title),
      line(own.hash, dataset.sha256),
      line(own.licence, dataset.licences.length > 0 ? join(dataset.licences) : own.noLicence),
      line(own.day, written.day),
      line(own.address, written.address),
      ...(rows.length > 0
        ? [
            [],
            line(own.states, `${own.empty} ${own.small}`),
            ...[...catalogue.valueStates, ...catalogue.absenceReasons]
              .filter(({ id }) => states.has(id))
              .map(({ id, name, meaning }) => under(`${name[lang]} (${id})`, meaning[lang])),
            [],
            line(own.evidence, ''),
            ...(['A', 'B', 'C', 'D'] as const).filter((id) => grades.has(id)).map((id) => under(id, evidence[id])),
            [],
            line(own.status, columns.obs_status),
            ...Object.entries(own.statuses).map(([letter, meaning]) => under(letter, meaning)),
          ]
        : []),
      ...(sources.length > 0 ? [[], [own.sources, own.report, own.year, own.publishedAt].map(strong), ...sources] : []),
    ],
  }
}

const strong = (value: string): SheetCell => ({ value, style: 'strong' })

/** The reports that the rows come from, each once. */
function sourcesOf({ rows, reportOf, agencyName }: FigureToWrite): readonly (readonly SheetCell[])[] {
  const ids = new Set(rows.flatMap(({ report }) => (report === null ? [] : [report])))
  return [...ids].flatMap((id) => {
    const report = reportOf(id)
    if (!report) return []
    return [
      [
        { value: agencyName(report.agency), style: 'long' },
        { value: report.title ?? id, style: 'long' },
        { value: report.year, style: 'plain' },
        { value: report.source_url ?? '', style: 'long' },
      ] as const,
    ]
  })
}
