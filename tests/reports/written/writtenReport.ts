import { applicants } from '../../../src/forms/applicants.ts'
import type { ApplicantId, Form, FormRow, TableFormId } from '../../../src/forms/form.ts'
import { formById } from '../../../src/forms/forms.ts'
import type { Qualifier, ValueState } from '../../../src/forms/states.ts'
import { indicatorById } from '../../../src/indicators/catalogue.ts'
import { ourCatalogue } from '../../../src/indicators/ourCatalogue.ts'
import type { Random } from '../generatedReport.ts'

/** What one cell of a form must be read as, whatever is printed in it. */
export interface Truth {
  readonly path: string
  readonly applicant: ApplicantId | null
  /** Every state that a reader of the paper would accept; mostly one. */
  readonly states: readonly ValueState[]
  readonly value: number | null
  readonly qualifier: Qualifier | null
  /** A person could not be certain either: `unreadable`, or no figure at all, is right, too. Another figure is not. */
  readonly unsure: boolean
}

/** A cell on paper. A merged cell has its text first; the places it covers, beside or below, are `covered`. */
export interface PaperCell {
  readonly text: string
  readonly span: number
  readonly covered: boolean
  readonly kind: 'label' | 'group' | 'unit' | 'figure' | 'heading' | 'other'
  /** Of a figure of the form; a local addition has none. */
  readonly row?: FormRow
  readonly truth?: Truth
  /** A variation has already changed how it is printed. */
  readonly changed?: boolean
}

export interface PaperRow {
  readonly cells: readonly PaperCell[]
  /** `heading`: column headings and captions. `local`: not on the form, to be kept unplaced. */
  readonly kind: 'heading' | 'row' | 'local'
}

export interface PaperTable {
  readonly kind: 'table'
  /** Which table of the form, 1 to 4; 0 for one that is on no form. */
  readonly table: 0 | 1 | 2 | 3 | 4
  /** Rows of headings at the top, repeated where the table is printed on two pages. */
  readonly header: number
  readonly rows: readonly PaperRow[]
}

/** A sentence of the prose, with the figures it states, if any; `numbers` when it prints a number that must not be lost. */
export interface Sentence {
  readonly text: string
  readonly numbers: boolean
  readonly claims: readonly (readonly [indicator: string, value: number])[]
}

export interface PaperText {
  readonly kind: 'title' | 'heading' | 'prose' | 'signature' | 'page'
  /** `page` is a page break; its text is the page number printed there, or nothing. */
  readonly sentences: readonly Sentence[]
}

export type PaperPart = PaperText | PaperTable

/** A whole report before it becomes a file: what is printed, and what must be read. */
export interface WrittenReport {
  readonly form: TableFormId
  readonly year: number
  readonly agency: string
  readonly parts: readonly PaperPart[]
}

export const paperCell = (text: string, kind: PaperCell['kind'], span = 1): PaperCell => ({ text, span, covered: false, kind })
export const coveredCell = (kind: PaperCell['kind'], span = 1): PaperCell => ({ text: '', span, covered: true, kind })
export const plainText = (kind: PaperText['kind'], ...texts: readonly string[]): PaperText => ({ kind, sentences: texts.map((text) => ({ text, numbers: false, claims: [] })) })

/** The bodies are invented: the heavenly stems stand for places. */
const places = ['甲市', '乙市', '丙县', '丁县', '戊市己区', '甲市庚区', '辛州壬县', '癸市'] as const
const offices = ['科学技术局', '教育局', '水务局', '统计局', '民政局', '农业农村局', '文化和旅游局', '市场监督管理局'] as const
const years: Readonly<Record<TableFormId, readonly number[]>> = { pre2019_table: [2014, 2015, 2016, 2017, 2018], y2019: [2019, 2020], y2021: [2021, 2022, 2023, 2024] }

/** Draws a report on one of the forms, in the official layout, with figures that mostly add up as the form asks. */
export function writeReport(id: TableFormId, random: Random): WrittenReport {
  const form = formById(id)
  const figures = drawFigures(form, random)
  const year = random.pick(years[id])
  const agency = random.pick(places) + random.pick(offices)
  const draw: Draw = (row, applicant) => figureCell(row, applicant, figures.get(keyOf(row.path, applicant)) ?? null)
  const tables = id === 'pre2019_table' ? [statisticsTable(form, random, draw)] : [clauseTable(form, random, draw), requestTable(form, draw), disputeTable(form, draw)]
  return { form: id, year, agency, parts: layOut(id, year, agency, tables, random) }
}

export const keyOf = (path: string, applicant: ApplicantId | null): string => `${path} ${applicant ?? ''}`

type Draw = (row: FormRow, applicant: ApplicantId | null) => PaperCell

const asks = (row: FormRow): boolean => row.indicator !== null && row.variant !== true

/** The one column of the 2014 form is the total of what later forms ask by applicant. */
const applicantsOf = (row: FormRow): readonly (ApplicantId | null)[] => {
  if (row.byApplicant) return applicants.map(({ id }) => id)
  return [row.table === 1 && row.indicator !== null && indicatorById(ourCatalogue, row.indicator).byApplicant ? 'total' : null]
}

/** Every figure of the form, null for a blank one. Two reports in three add up; the others have slips in their sums, as real ones do. */
function drawFigures(form: Form, random: Random): ReadonlyMap<string, number | null> {
  const figures = new Map<string, number | null>()
  const blanks = random.pick([0, 0, 0.03])
  for (const row of form.rows.filter(asks)) for (const applicant of applicantsOf(row)) figures.set(keyOf(row.path, applicant), drawFigure(row, random))
  if (random.chance(0.66)) addUp(form, figures)
  for (const key of figures.keys()) if (random.chance(blanks)) figures.set(key, null)
  return figures
}

function drawFigure(row: FormRow, random: Random): number {
  if (random.chance(0.35)) return 0
  const size = 1 + random.below(random.pick([9, 9, 99, 999, 9_999, 99_999]))
  if (row.unit === '万元') return size / 100
  return row.column?.includes('增') === true && random.chance(0.5) ? -size : size
}

/** Sums of parts, of the six applicants, and the balance of table three: requests in are requests out. */
function addUp(form: Form, figures: Map<string, number | null>): void {
  const valueOf = (path: string, applicant: ApplicantId | null): number => figures.get(keyOf(path, applicant)) ?? 0
  const deepest = [...form.rows].sort((a, b) => b.level - a.level)
  for (const row of deepest) {
    if (row.parts === undefined) continue
    const parts = row.parts
    for (const applicant of applicantsOf(row)) {
      const own = (path: string): ApplicantId | null => (applicantsOf(form.rows.find((other) => other.path === path) ?? row)[0] === null ? null : applicant)
      figures.set(keyOf(row.path, applicant), parts.reduce((sum, path) => sum + valueOf(path, own(path)), 0))
    }
  }
  const requests = form.rows.filter((row) => row.byApplicant && asks(row))
  for (const { id } of applicants.slice(0, 6)) {
    if (requests.length === 0) return
    const carried = Math.min(valueOf('3.2', id), valueOf('3.3.7', id))
    figures.set(keyOf('3.2', id), carried)
    figures.set(keyOf('3.1', id), valueOf('3.3.7', id) + valueOf('3.4', id) - carried)
  }
  for (const row of requests) figures.set(keyOf(row.path, 'total'), applicants.slice(0, 6).reduce((sum, { id }) => sum + valueOf(row.path, id), 0))
}

function figureCell(row: FormRow, applicant: ApplicantId | null, value: number | null): PaperCell {
  const truth: Truth = { path: row.path, applicant, states: [value === null ? 'blank' : value === 0 ? 'zero' : 'value'], value, qualifier: null, unsure: false }
  const money = row.unit === '万元' && value !== null && value !== 0
  return { text: value === null ? '' : money ? value.toFixed(2) : String(value), span: 1, covered: false, kind: 'figure', row, truth }
}

function statisticsTable(form: Form, random: Random, draw: Draw): PaperTable {
  const dash = random.pick(['——', '', '——'])
  const rows = form.rows
    .filter((row) => row.variant !== true)
    .map((row): PaperRow => {
      const unit = paperCell(row.indicator === null ? dash : row.unit, 'unit')
      const figure = row.indicator === null ? paperCell('', 'other') : draw(row, applicantsOf(row)[0] ?? null)
      return { kind: 'row', cells: [{ ...paperCell(row.label, row.indicator === null ? 'group' : 'label'), row }, unit, figure] }
    })
  const header: PaperRow = { kind: 'heading', cells: ['统计指标', '单位', '统计数'].map((text) => paperCell(text, 'heading')) }
  return { kind: 'table', table: 1, header: 1, rows: [header, ...rows] }
}

function clauseTable(form: Form, random: Random, draw: Draw): PaperTable {
  const rows = form.rows.filter(({ table }) => table === 2)
  const width = 4
  // The official form leaves the unit of 采购总金额 open; offices put it into the cell or the heading.
  const inHeading = random.chance(0.4)
  const inCell = !inHeading && random.chance(0.5)
  const fill = (cells: readonly PaperCell[]): readonly PaperCell[] => cells.map((cell, at) => (at === cells.length - 1 ? { ...cell, span: width - cells.length + 1 } : cell))
  return {
    kind: 'table',
    table: 2,
    header: 0,
    rows: [...new Set(rows.map(({ caption }) => caption ?? ''))].flatMap((caption): readonly PaperRow[] => {
      const own = rows.filter((row) => row.caption === caption)
      const labels = [...new Set(own.map(({ label }) => label))]
      const columns = own.filter(({ label }) => label === labels[0])
      const heading = ({ column = '' }: FormRow): PaperCell => ({ ...paperCell(column === '采购总金额' && inHeading ? '采购总金额（万元）' : column, 'heading') })
      return [
        { kind: 'heading', cells: [paperCell(caption, 'heading', width)] },
        { kind: 'heading', cells: fill([paperCell('信息内容', 'heading'), ...columns.map((row) => ({ ...heading(row), row }))]) },
        ...labels.map((label): PaperRow => {
          const figures = own.filter((row) => row.label === label)
          const printed = figures.map((row) => {
            const cell = draw(row, null)
            return row.column === '采购总金额' && inCell && cell.text !== '' && cell.text !== '0' ? { ...cell, text: `${cell.text}万元` } : cell
          })
          return { kind: 'row', cells: fill([{ ...paperCell(label, 'label'), ...(figures[0] ? { row: figures[0] } : {}) }, ...printed]) }
        }),
      ]
    }),
  }
}

/** What the corner of table three prints on the official form. */
export const cornerText = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）'

function requestTable(form: Form, draw: Draw): PaperTable {
  const rows = form.rows.filter(({ table, type }) => table === 3 && type !== 'group')
  const named = applicants.map(({ name }) => name.zh)
  const header: readonly PaperRow[] = [
    { kind: 'heading', cells: [paperCell(cornerText, 'heading', 3), paperCell('申请人情况', 'heading', 7)] },
    { kind: 'heading', cells: [coveredCell('heading', 3), paperCell(named[0] ?? '', 'heading'), paperCell('法人或其他组织', 'heading', 5), paperCell(named[6] ?? '', 'heading')] },
    { kind: 'heading', cells: [coveredCell('heading', 3), coveredCell('heading'), ...named.slice(1, 6).map((name) => paperCell(name, 'heading')), coveredCell('heading')] },
  ]
  let group = ''
  let outcomes = false
  const body = rows.map((row): PaperRow => {
    const figures = applicants.map(({ id }) => draw(row, id))
    if (row.level === 0) return { kind: 'row', cells: [{ ...paperCell(row.label, 'label', 3), row }, ...figures] }
    const first = outcomes ? coveredCell('group') : paperCell('三、本年度办理结果', 'group')
    outcomes = true
    if (row.level === 1) return { kind: 'row', cells: [first, { ...paperCell(row.label, 'label', 2), row }, ...figures] }
    const second = row.caption === group ? coveredCell('group') : paperCell(row.caption ?? '', 'group')
    group = row.caption ?? ''
    return { kind: 'row', cells: [first, second, { ...paperCell(row.label, 'label'), row }, ...figures] }
  })
  return { kind: 'table', table: 3, header: 3, rows: [...header, ...body] }
}

function disputeTable(form: Form, draw: Draw): PaperTable {
  const rows = form.rows.filter(({ table }) => table === 4)
  return {
    kind: 'table',
    table: 4,
    header: 3,
    rows: [
      { kind: 'heading', cells: [paperCell('行政复议', 'heading', 5), paperCell('行政诉讼', 'heading', 10)] },
      { kind: 'heading', cells: [coveredCell('heading', 5), paperCell('未经复议直接起诉', 'heading', 5), paperCell('复议后起诉', 'heading', 5)] },
      { kind: 'heading', cells: rows.map((row) => ({ ...paperCell(row.column ?? '', 'heading'), row })) },
      { kind: 'row', cells: rows.map((row) => draw(row, null)) },
    ],
  }
}

function layOut(id: TableFormId, year: number, agency: string, tables: readonly PaperTable[], random: Random): readonly PaperPart[] {
  const title = plainText('title', `${agency}${year}年${id === 'pre2019_table' || random.chance(0.5) ? '度' : ''}政府信息公开工作年度报告`)
  const period = plainText('prose', `本报告由${agency}编制。`, `本报告中所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`)
  const signature = plainText('signature', agency, `${year + 1}年1月${10 + random.below(20)}日`)
  const prose = (): PaperText => ({ kind: 'prose', sentences: drawSentences(year, random) })
  const [first, second, third] = tables
  if (first === undefined) throw new Error(`no table for ${id}`)
  if (second === undefined || third === undefined)
    return [title, period, plainText('heading', '一、概述'), prose(), plainText('heading', '二、存在的主要问题和改进措施'), plainText('prose', '公开内容的深度还不够，将继续改进。'), signature, plainText('heading', '附件'), plainText('heading', `政府信息公开情况统计表（${year}年度）`), first]
  return [
    title,
    period,
    plainText('heading', '一、总体情况'),
    prose(),
    plainText('heading', '二、主动公开政府信息情况'),
    first,
    plainText('heading', '三、收到和处理政府信息公开申请情况'),
    second,
    plainText('heading', '四、政府信息公开行政复议、行政诉讼情况'),
    third,
    plainText('heading', '五、存在的主要问题及改进情况'),
    plainText('prose', '公开内容的深度还不够，将继续改进。'),
    plainText('heading', '六、其他需要报告的事项'),
    prose(),
    signature,
  ]
}

/** Sentences that state figures of ours, figures of other business, and figures of other years. */
function drawSentences(year: number, random: Random): readonly Sentence[] {
  const count = (): number => 2 + random.below(180)
  const [one, two, three] = [count(), count(), count()]
  const kinds: readonly (() => Sentence)[] = [
    () => ({ text: `${year}年，通过政府网站公开政府信息${one}条。`, numbers: true, claims: [['channel_website_items', one]] }),
    () => ({ text: `全年通过政务微信公开政府信息${one}条，通过政务微博公开政府信息${two}条。`, numbers: true, claims: [['channel_wechat_items', one], ['channel_weibo_items', two]] }),
    () => ({ text: `全年举办政府信息公开培训班${one}期，接受培训${two}人次。`, numbers: true, claims: [['training_sessions', one], ['training_attendances', two]] }),
    () => ({ text: `本机关有专职工作人员${one}人、兼职工作人员${two}人从事政府信息公开工作。`, numbers: true, claims: [['staff_full_time', one], ['staff_part_time', two], ['staff_total', one + two]] }),
    () => ({ text: `全年组织申报各类项目${one}个，落实资金${two}万元。`, numbers: true, claims: [] }),
    () => ({ text: `全年接听群众来电${one}个，走访企业${two}家。`, numbers: true, claims: [] }),
    () => ({ text: `去年同期公开政府信息${one}条，收到申请${two}件。`, numbers: true, claims: [] }),
    () => ({ text: `下一年计划举办政府信息公开培训班${three}期。`, numbers: true, claims: [] }),
    () => ({ text: '本机关按照要求及时更新政府信息公开指南。', numbers: false, claims: [] }),
  ]
  const wanted = 2 + random.below(4)
  const left = [...kinds]
  return Array.from({ length: wanted }, () => left.splice(random.below(left.length), 1).map((kind) => kind())).flat()
}

/** Every truth printed in the report, by cell and applicant; what is printed twice counts once. */
export function truthsOf({ parts }: WrittenReport): ReadonlyMap<string, Truth> {
  const truths = parts.flatMap((part) => (part.kind === 'table' ? part.rows.flatMap(({ cells }) => cells.flatMap(({ truth }) => (truth ? [truth] : []))) : []))
  return new Map(truths.map((truth) => [keyOf(truth.path, truth.applicant), truth]))
}

/** How far down a merged cell reaches: how many rows, itself included, given the column it starts in. */
export function depthOf(rows: readonly PaperRow[], at: number, start: number): number {
  const next = rows.slice(at + 1).findIndex((row) => !coversFrom(row, start))
  return next < 0 ? rows.length - at : next + 1
}

function coversFrom({ cells }: PaperRow, start: number): boolean {
  let column = 0
  return cells.some(({ covered, span }) => {
    const here = column === start && covered
    column += span
    return here
  })
}

/** The report without the cells of no width: figures that the paper does not print, though something is known of them. */
export function onPaper(report: WrittenReport): WrittenReport {
  const print = (table: PaperTable): PaperTable => ({ ...table, rows: table.rows.map((row) => ({ ...row, cells: row.cells.filter(({ span }) => span > 0) })) })
  return { ...report, parts: report.parts.map((part) => (part.kind === 'table' ? print(part) : part)) }
}

/** A cell with the figures of two columns stays one where other merged cells are taken apart: it was typed so. */
export const holdsTwo = ({ kind, span, changed, text }: PaperCell): boolean => kind === 'figure' && span === 2 && changed === true && text.includes(' ')

/** Columns that a row takes. */
export const widthOf = ({ cells }: PaperRow): number => cells.reduce((sum, { span }) => sum + span, 0)
