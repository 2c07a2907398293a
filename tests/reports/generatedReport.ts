import { applicants } from '../../src/forms/applicants.ts'
import { indicatorById } from '../../src/indicators/catalogue.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import type { ApplicantId, Form, FormRow, TableFormId } from '../../src/forms/form.ts'
import { formById } from '../../src/forms/forms.ts'

/** What a generated cell prints, and what it must be read as. */
export interface GeneratedCell {
  readonly path: string
  readonly applicant: ApplicantId | null
  readonly printed: string
  readonly state: 'value' | 'zero' | 'blank' | 'not_applicable'
  readonly value: number | null
}

/** How a generated table is laid out in the file. */
export type TextLayout = 'tabs' | 'tabs, merged cells dropped' | 'bars' | 'boxes' | 'aligned' | 'one cell to a line'
export const textLayouts: readonly TextLayout[] = ['tabs', 'tabs, merged cells dropped', 'bars', 'boxes', 'aligned', 'one cell to a line']

export interface Random {
  /** A whole number from 0 to below `limit`. */
  readonly below: (limit: number) => number
  readonly pick: <T>(items: readonly T[]) => T
  readonly chance: (part: number) => boolean
  /** How large figures may be. */
  readonly sizes: readonly number[]
}

/** A small random generator (mulberry32): the same seed gives the same report for ever. */
export function randomFrom(seed: number, sizes: readonly number[] = [9, 99, 9_999, 999_999]): Random {
  let state = seed * 2654435761 + 1
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    sizes,
    below,
    pick: (items) => {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    },
    chance: (part) => next() < part,
  }
}

/** A row of a table on paper: words or figures with the number of columns each takes. */
export interface PaperRow {
  readonly cells: readonly { readonly text: string; readonly span: number; readonly covered?: boolean }[]
}

/** A whole report on paper: what stands before, between and after its tables, the tables, and every cell as it must be read. */
export interface GeneratedReport {
  readonly form: TableFormId
  readonly cells: readonly GeneratedCell[]
  readonly parts: readonly ({ readonly prose: string } | { readonly rows: readonly PaperRow[]; readonly header: number })[]
}

const cell = (text: string, span = 1) => ({ text, span })
const covered = (span = 1) => ({ text: '', span, covered: true })

/** Figures are mostly small, often 0, sometimes blank or not applicable, as in real reports; `blanks` sets how often. */
function drawCell(random: Random, row: FormRow, applicant: ApplicantId | null, blanks: number): GeneratedCell {
  const base = { path: row.path, applicant }
  if (random.chance(blanks)) return { ...base, printed: '', state: 'blank', value: null }
  if (random.chance(blanks / 4)) return { ...base, printed: random.pick(['/', '——', '不适用']), state: 'not_applicable', value: null }
  if (random.chance(0.3)) return { ...base, printed: '0', state: 'zero', value: 0 }
  const signed = row.column?.includes('增') === true && random.chance(0.5)
  const money = row.unit === '万元'
  const size = 1 + random.below(random.pick(random.sizes))
  const value = (money ? size / 100 : size) * (signed ? -1 : 1)
  const plain = money ? value.toFixed(2) : String(value)
  const grouped = Math.abs(value) >= 1000 && !money && random.chance(0.4) ? value.toLocaleString('en-US') : plain
  const unit = money && row.column?.includes('采购') === true ? '万元' : ''
  const printed = (random.chance(0.1) ? toFullWidth(grouped) : grouped) + unit
  return { ...base, printed, state: 'value', value }
}

const toFullWidth = (text: string): string => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))

/** Draws a report on one of the forms. */
export function generateReport(id: TableFormId, random: Random): GeneratedReport {
  const form = formById(id)
  const blanks = random.pick([0, 0, 0.05, 0.3])
  return id === 'pre2019_table' ? generateStatistics(form, random, blanks) : generateLater(form, id, random, blanks)
}

function generateStatistics(form: Form, random: Random, blanks: number): GeneratedReport {
  const cells: GeneratedCell[] = []
  const dashUnit = random.pick(['——', '', '— —'])
  const rows = form.rows
    .filter((row) => row.variant !== true)
    .map((row): PaperRow => {
      if (row.indicator === null) return { cells: [cell(row.label), cell(dashUnit), cell('')] }
      // The one column of the 2014 form is the total of what later forms ask by applicant.
      const drawn = drawCell(random, row, indicatorById(ourCatalogue, row.indicator).byApplicant ? 'total' : null, blanks)
      cells.push(drawn)
      return { cells: [cell(row.label), cell(row.unit), cell(drawn.printed)] }
    })
  const header: PaperRow = { cells: [cell('统计指标'), cell('单位'), cell('统计数')] }
  return { form: 'pre2019_table', cells, parts: [{ prose: opening(2016) }, { header: 1, rows: [header, ...rows] }, { prose: '特此报告。' }] }
}

const opening = (year: number): string =>
  [`某市测试局${year}年度政府信息公开工作年度报告`, '', `　　本报告中所列数据的统计期限自${year}年1月1日起至12月31日止。`, ''].join('\n')

function generateLater(form: Form, id: 'y2019' | 'y2021', random: Random, blanks: number): GeneratedReport {
  const cells: GeneratedCell[] = []
  const draw = (row: FormRow, applicant: ApplicantId | null): string => {
    const drawn = drawCell(random, row, applicant, blanks)
    cells.push(drawn)
    return drawn.printed
  }
  return {
    form: id,
    parts: [
      { prose: opening(id === 'y2019' ? 2020 : 2022) + '\n一、总体情况\n　　本机关按照规定开展各项工作。\n二、主动公开政府信息情况' },
      { header: 0, rows: clauseRows(form, draw) },
      { prose: '三、收到和处理政府信息公开申请情况' },
      { header: 3, rows: requestRows(form, draw) },
      { prose: '四、政府信息公开行政复议、行政诉讼情况' },
      { header: 3, rows: disputeRows(form, draw) },
      { prose: '五、存在的主要问题及改进情况\n　　无。\n六、其他需要报告的事项\n　　无。' },
    ],
    cells,
  }
}

type Draw = (row: FormRow, applicant: ApplicantId | null) => string

function clauseRows(form: Form, draw: Draw): readonly PaperRow[] {
  const rows = form.rows.filter(({ table }) => table === 2)
  const captions = [...new Set(rows.map(({ caption }) => caption ?? ''))]
  const width = 4
  return captions.flatMap((caption) => {
    const own = rows.filter((row) => row.caption === caption)
    const labels = [...new Set(own.map(({ label }) => label))]
    const columns = own.filter(({ label }) => label === labels[0])
    const last = width - columns.length
    const fill = (texts: readonly string[]): PaperRow => ({ cells: texts.map((text, at) => cell(text, at === texts.length - 1 ? last : 1)) })
    return [
      { cells: [cell(caption, width)] },
      fill(['信息内容', ...columns.map(({ column }) => column ?? '')]),
      ...labels.map((label) => fill([label, ...own.filter((row) => row.label === label).map((row) => draw(row, null))])),
    ]
  })
}

function requestRows(form: Form, draw: Draw): readonly PaperRow[] {
  const rows = form.rows.filter(({ table, type }) => table === 3 && type !== 'group')
  const header: readonly PaperRow[] = [
    { cells: [cell('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', 3), cell('申请人情况', 7)] },
    { cells: [covered(3), cell('自然人'), cell('法人或其他组织', 5), cell('总计')] },
    { cells: [covered(3), covered(), ...applicants.slice(1, 6).map(({ name }) => cell(name.zh)), covered()] },
  ]
  let group = ''
  let outcomes = false
  return [
    ...header,
    ...rows.map((row): PaperRow => {
      const figures = applicants.map(({ id }) => cell(draw(row, id)))
      if (row.level === 0) return { cells: [cell(row.label, 3), ...figures] }
      const first = outcomes ? covered() : cell('三、本年度办理结果')
      outcomes = true
      if (row.level === 1) return { cells: [first, cell(row.label, 2), ...figures] }
      const second = row.caption === group ? covered() : cell(row.caption ?? '')
      group = row.caption ?? ''
      return { cells: [first, second, cell(row.label), ...figures] }
    }),
  ]
}

function disputeRows(form: Form, draw: Draw): readonly PaperRow[] {
  const rows = form.rows.filter(({ table }) => table === 4)
  return [
    { cells: [cell('行政复议', 5), cell('行政诉讼', 10)] },
    { cells: [covered(5), cell('未经复议直接起诉', 5), cell('复议后起诉', 5)] },
    { cells: rows.map((row) => cell(row.column ?? '')) },
    { cells: rows.map((row) => cell(draw(row, null))) },
  ]
}

/** The report as a text file. */
export function printText({ parts }: GeneratedReport, layout: TextLayout, random: Random): string {
  const lineEnd = random.pick(['\n', '\r\n'])
  const text = parts.map((part) => ('prose' in part ? part.prose : printTable(part.rows, part.header, layout, random))).join('\n\n')
  return (random.chance(0.2) ? '\uFEFF' : '') + text.split('\n').join(lineEnd) + lineEnd
}

function printTable(rows: readonly PaperRow[], header: number, layout: TextLayout, random: Random): string {
  const repeated = header > 0 && rows.length > 20 && layout !== 'one cell to a line' && random.chance(0.4)
  const cut = 10 + random.below(8)
  const all = repeated ? [...rows.slice(0, cut), ...rows.slice(0, header), ...rows.slice(cut)] : rows
  const lines = printRows(all, layout, random)
  // Page numbers of a printed copy; and the page break itself.
  if (!repeated || layout === 'boxes') return lines.join('\n')
  const perRow = layout === 'aligned' ? lines : lines
  return [...perRow.slice(0, cut), random.pick(['\f', '- 3 -', '—4—', '第 3 页 共 8 页']), ...perRow.slice(cut)].join('\n')
}

/** Every column its own cell, merged ones empty after the first. */
const spread = ({ cells }: PaperRow): readonly string[] => cells.flatMap(({ text, span }) => [text, ...Array.from({ length: span - 1 }, () => '')])

/** The lines of a table in one of the layouts. */
export function printRows(rows: readonly PaperRow[], layout: TextLayout, random: Random): readonly string[] {
  if (layout === 'tabs') return rows.map((row) => spread(row).join('\t'))
  if (layout === 'tabs, merged cells dropped') return rows.map(({ cells }) => cells.filter((one) => one.covered !== true).map(({ text }) => text).join('\t'))
  if (layout === 'bars') return rows.flatMap((row, at) => [`| ${spread(row).join(' | ')} |`, ...(at === 0 ? [`|${spread(row).map(() => ' --- ').join('|')}|`] : [])])
  if (layout === 'boxes') return rows.flatMap((row) => ['├' + spread(row).map(() => '────').join('┼') + '┤', ...boxed(spread(row), random)])
  if (layout === 'aligned') return align(rows.map(spread))
  return rows.flatMap(({ cells }) => cells.filter((one) => one.text !== '').map(({ text }) => text))
}

/** A long label wrapped inside its box. */
function boxed(texts: readonly string[], random: Random): readonly string[] {
  const [label = ''] = texts
  if (label.length < 12 || random.chance(0.5)) return [`│${texts.join('│')}│`]
  const cut = 6 + random.below(label.length - 8)
  return [`│${[label.slice(0, cut), ...texts.slice(1)].join('│')}│`, `│${[label.slice(cut), ...texts.slice(1).map(() => '')].join('│')}│`]
}

const widthOf = (text: string): number => [...text].reduce((width, char) => width + (char.charCodeAt(0) > 0x2e7f || /[—…“”‘’]/.test(char) ? 2 : 1), 0)

function align(rows: readonly (readonly string[])[]): readonly string[] {
  const columns = Math.max(...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, at) => Math.max(...rows.map((row) => widthOf(row[at] ?? ''))) + 3)
  return rows.map((row) => row.map((text, at) => text + ' '.repeat((widths[at] ?? 0) - widthOf(text))).join('').trimEnd())
}

/** The report as a web page to be printed: tables with merged cells, as offices lay them out. */
export function printHtml({ parts }: GeneratedReport, style: { readonly borders: 'all' | 'none'; readonly size: number; readonly header: boolean }): string {
  const line = style.borders === 'all' ? '1px solid #000' : '0'
  const body = parts.map((part) => ('prose' in part ? part.prose.split('\n').map((text) => `<p>${text}</p>`).join('') : htmlTable(part.rows, style.header ? part.header : 0)))
  return `<!doctype html><meta charset="utf-8"><title>x</title><style>
    body { font-family: 'Noto Sans CJK SC', 'WenQuanYi Zen Hei', sans-serif; font-size: ${style.size}px }
    p { margin: 0.3em 0; line-height: 1.8; min-height: 1em }
    table { border-collapse: collapse; width: 100%; margin: 1em 0 } td { border: ${line}; padding: 2px 4px; text-align: center; overflow-wrap: anywhere }
    td:first-child { text-align: left }
  </style>${body.join('')}`
}

function htmlTable(rows: readonly PaperRow[], header: number): string {
  const html = rows.map((row, at) => `<tr>${htmlCells(rows, at, row)}</tr>`)
  return `<table>${header > 0 ? `<thead>${html.slice(0, header).join('')}</thead>` : ''}<tbody>${html.slice(header > 0 ? header : 0).join('')}</tbody></table>`
}

function htmlCells(rows: readonly PaperRow[], at: number, { cells }: PaperRow): string {
  let column = 0
  return cells
    .map((one) => {
      const start = column
      column += one.span
      if (one.covered === true) return ''
      const down = rows.slice(at + 1).findIndex((row) => !coversFrom(row, start))
      const rowspan = down < 0 ? rows.length - at : down + 1
      return `<td colspan="${one.span}" rowspan="${rowspan}">${one.text}</td>`
    })
    .join('')
}

function coversFrom({ cells }: PaperRow, start: number): boolean {
  let column = 0
  return cells.some((one) => {
    const here = column === start && one.covered === true
    column += one.span
    return here
  })
}

/** What becomes of a text on its way from the office to the file. None of it changes a figure; some of it loses where one stood. */
export const damages: Readonly<Record<string, (text: string, random: Random) => string>> = {
  'a tab at the end of every line': (text) => text.replace(/(\t[^\n]*)(?=\n)/g, '$1\t'),
  'no tabs at the ends of lines': (text) => text.replace(/[\t ]+(?=\r?\n)/g, ''),
  'no white space around lines': (text) => text.split('\n').map((line) => line.trim()).join('\n'),
  'several tabs made one': (text) => text.replace(/\t+/g, '\t'),
  'tabs made one space': (text) => text.replace(/\t+/g, ' '),
  'tabs made three spaces': (text) => text.replace(/\t/g, '   '),
  'labels wrapped': (text, random) => mapLabels(text, random, (label, rest, cut) => `${label.slice(0, cut)}${rest}\n${label.slice(cut)}`),
  'labels wrapped around their figures': (text, random) => mapLabels(text, random, (label, rest, cut) => `${label.slice(0, cut)}\n${rest}\n${label.slice(cut)}`),
  'labels above their figures': (text, random) => mapLabels(text, random, (label, rest) => `${label}\n${rest}`),
  'figures above their labels': (text, random) => mapLabels(text, random, (label, rest) => `${rest}\n${label}`),
  'rows left out': (text, random) => keepLines(text, (line) => !/\d/.test(line) || random.chance(0.9)),
  'rows printed twice': (text, random) => keepLines(text, () => true, (line) => (/\t.*\d/.test(line) && random.chance(0.05) ? `${line}\n${line}` : line)),
  'cells left out': (text, random) => keepLines(text, () => true, (line) => (random.chance(0.1) ? dropCell(line, random) : line)),
  'cells added': (text, random) => keepLines(text, () => true, (line) => (random.chance(0.1) ? line.replace(/\t(\d+)(?=\t|$)/, '\t7\t$1') : line)),
  'local rows': (text, random) => keepLines(text, () => true, (line) => (/\t.*\d/.test(line) && random.chance(0.1) ? `${line}\n7.本地增加的事项数\t件\t77` : line)),
  'page numbers': (text, random) => keepLines(text, () => true, (line) => (random.chance(0.05) ? `${line}\n${random.pick(['- 7 -', '7', '第7页', ''])}` : line)),
  'digits apart': (text, random) => text.replace(/(?<=\t)(\d)(\d+)(?=\t|\r|\n)/g, (whole: string, one: string, more: string) => (random.chance(0.2) ? `${one} ${more}` : whole)),
  'half-width brackets': (text) => text.replace(/（/g, '(').replace(/）/g, ')').replace(/：/g, ':'),
  'spaces in labels': (text) => text.replace(/总计/g, '总 计').replace(/其他/g, '其  他').replace(/单位/g, '单　位'),
}

function keepLines(text: string, keep: (line: string) => boolean, change: (line: string) => string = (line) => line): string {
  return text.split('\n').filter(keep).map(change).join('\n')
}

/** Cuts every fourth label of a row with cells, at a random place. */
function mapLabels(text: string, random: Random, print: (label: string, rest: string, cut: number) => string): string {
  return keepLines(text, () => true, (line) => {
    const match = /^(\t*(?:[^\t\n]*\t)*?)([^\t\n]{6,})((?:\t[^\t\n]{0,12})+)$/.exec(line.replace(/\r$/, ''))
    if (match === null || !/[\u4e00-\u9fff]{4}/.test(match[2] ?? '') || random.chance(0.5)) return line
    const [, before = '', label = '', rest = ''] = match
    return before + print(label, rest, 3 + random.below(label.length - 4))
  })
}

function dropCell(line: string, random: Random): string {
  const cells = line.split('\t')
  const figures = cells.flatMap((text, at) => (/\d/.test(text) && at > 0 ? [at] : []))
  if (figures.length < 3) return line
  cells.splice(random.pick(figures), 1)
  return cells.join('\t')
}
