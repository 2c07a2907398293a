import { applicants } from '../forms/applicants.ts'
import { applicantByHeading, foldLabel } from '../forms/dialects.ts'
import type { ApplicantId } from '../forms/form.ts'
import { simplify } from '../forms/traditional.ts'
import { isValueText } from './labels.ts'
import type { TableLine } from './tableLine.ts'
import { edgeOf, isEmpty, isWords } from './tableLine.ts'

type Applicant = (typeof applicants)[number]

/** Which columns a heading of table three names, and where they stand. */
export interface ApplicantColumns {
  readonly line: TableLine
  /** In the order printed; in that of the form where the printed one is not known. */
  readonly asked: readonly Applicant[]
  /** Does the printed order follow the form? `unknown`: it does not, or not for certain, and how it goes cannot be told. */
  readonly order: 'form' | 'other' | 'unknown'
  /** The column of each, where the reader knows columns; else null. */
  readonly at: readonly number[] | null
  /** Where the heading ends on the right; null where columns are not known. */
  readonly edge: number | null
  /** Columns among them that belong to no applicant (备注, 同比增减, 上年总计, 小计). */
  readonly strangers: readonly Stranger[]
}

/** A column of no applicant. */
interface Stranger {
  readonly column: number | null
  readonly isRemark: boolean
}

/** A row of the heading of table three (申请人情况; 自然人 · 总计; 商业企业 · …), also as it is repeated after a page break. */
export const isApplicantHeading = (line: TableLine): boolean => namesApplicants(line) || isHeadingPart(line)

/** 商业企业 · 科研机构 · …: the row of the heading with most of its names. */
function namesApplicants(line: TableLine): boolean {
  const named = new Set(namedIn(line).map(({ id }) => id))
  named.delete('total')
  named.delete('org_other')
  return named.size >= 2 && !line.cells.some((cell) => isValueText(cell.text))
}

/** Another row of such a heading: words only, with 自然人 or 申请人情况. */
const isHeadingPart = (line: TableLine): boolean =>
  line.cells.some(isWords) &&
  line.cells.every((cell) => isEmpty(cell) || isWords(cell)) &&
  line.cells.some(({ text }) => simplify(text).includes('申请人情况') || foldLabel(text) === '自然人')

const namedIn = (line: TableLine): readonly { readonly id: ApplicantId; readonly column: number | null }[] =>
  line.cells.flatMap((cell) => {
    const id = isEmpty(cell) ? null : applicantByHeading(cell.text)
    return id === null ? [] : [{ id, column: cell.column }]
  })

/** The headings of table three among these lines, each made of the rows that it is printed over. */
function findApplicantColumns(lines: readonly TableLine[]): readonly ApplicantColumns[] {
  return lines.flatMap((line, at) => {
    if (!namesApplicants(line)) return []
    const parts = [line]
    for (let back = at - 1; back >= at - 2; back -= 1) {
      const above = lines[back]
      if (above === undefined || above.grid !== line.grid || !isHeadingPart(above) || namesApplicants(above)) break
      parts.unshift(above)
    }
    return [columnsOf(line, parts)]
  })
}

function columnsOf(line: TableLine, parts: readonly TableLine[]): ApplicantColumns {
  const edges = parts.map(({ cells }) => edgeOf(cells))
  const found = parts.flatMap(namedIn)
  const hasColumns = edges.every((edge) => edge !== null) && stayApart(found) && staysUnder(parts)
  const named = hasColumns ? byColumn(found) : inReadingOrder(parts)
  const ids = named?.map(({ id }) => id) ?? []
  const isTwice = new Set(ids).size < ids.length
  const inForm = applicants.filter(({ id }) => found.some((name) => name.id === id))
  if (named === null || isTwice) return { line, asked: inForm, order: 'unknown', at: null, edge: null, strangers: [] }
  const asked = ids.flatMap((id) => applicants.filter((applicant) => applicant.id === id))
  const order = asked.every((applicant, at) => applicant === inForm[at]) ? 'form' : 'other'
  const at = hasColumns ? named.map(({ column }) => column ?? -1) : null
  const edge = hasColumns ? Math.max(...edges.map((one) => one ?? 0)) : null
  return { line, asked, order, at, edge, strangers: findStrangers(parts, at, ids.includes('total'), order) }
}

/** Two names in one column: cells of the heading were lost, and its columns prove nothing. */
const stayApart = (found: Named): boolean =>
  found.every(({ id, column }) => found.every((other) => other.id === id || other.column !== column))

/** Do the names below 法人或其他组织 stand under it? Where merged cells were dropped they do not. */
function staysUnder(parts: readonly TableLine[]): boolean {
  const lower = parts.slice(-1).flatMap(namedIn)
  return parts.slice(0, -1).every((part) => {
    const { cells } = part
    const filled = cells.filter((cell) => !isEmpty(cell))
    const isGroup = filled.map(({ text }) => foldLabel(text) === '法人或其他组织')
    const first = filled[isGroup.indexOf(true)]
    const next = filled[isGroup.lastIndexOf(true) + 1]
    const upper = new Set(namedIn(part).map(({ id }) => id))
    const below = lower.filter(({ id }) => id !== 'total' && id !== 'natural_person' && !upper.has(id))
    return (
      first === undefined ||
      below.every(({ column }) => (column ?? -1) >= (first.column ?? 0) && (column ?? -1) < (next?.column ?? Infinity))
    )
  })
}

type Named = ReturnType<typeof namedIn>

/** From left to right, each column once: a merged cell may be printed again in every row that it takes. */
const byColumn = (found: Named): Named =>
  found
    .filter(({ id, column }, at) => found.findIndex((other) => other.id === id && other.column === column) === at)
    .sort((a, b) => (a.column ?? 0) - (b.column ?? 0))

/**
 * Without columns: the names of a lower row stand where the row above prints 法人或其他组织. Where it does not print that, rows
 * that each go as the form goes are taken to follow it together; null for others.
 */
function inReadingOrder(parts: readonly TableLine[]): Named | null {
  const lower = parts.slice(-1).flatMap(namedIn)
  const upper = parts.slice(0, -1).find((part) => namedIn(part).length > 0)
  if (upper === undefined) return lower
  const group = upper.cells.findIndex(({ text }) => foldLabel(text) === '法人或其他组织')
  if (group >= 0) {
    const [before, after] = [upper.cells.slice(0, group), upper.cells.slice(group + 1)].map((cells) => namedIn({ ...upper, cells }))
    return [...(before ?? []), ...lower, ...(after ?? [])]
  }
  const followsForm = (names: Named): boolean => names.every(({ id }, at) => at === 0 || placeInForm(id) > placeInForm(names[at - 1]?.id))
  const all = [...namedIn(upper), ...lower]
  return followsForm(lower) && followsForm(namedIn(upper)) ? all.sort((a, b) => placeInForm(a.id) - placeInForm(b.id)) : null
}

const placeInForm = (wanted: ApplicantId | undefined): number => applicants.findIndex(({ id }) => id === wanted)

const remark = /备注|说明/
const strange =
  /备注|说明|同比|环比|增减|增长|增加|增幅|变化|占比|比重|比例|上年|去年|上一年|前年|往年|同期|历年|累计|小计|较|^比|(?:19|20)\d{2}/

/** The headings of columns that belong to no applicant. A misspelt name stays what its place says, except at the end, where a column may have been added. */
function findStrangers(
  parts: readonly TableLine[],
  at: readonly number[] | null,
  hasTotal: boolean,
  order: 'form' | 'other',
): readonly Stranger[] {
  const last = at === null ? Infinity : Math.max(...at)
  const found = parts.flatMap(({ cells }) =>
    cells.flatMap(({ text, column, span, ...cell }): readonly Stranger[] => {
      const words = foldLabel(text)
      const covers = at?.some((own) => column !== null && own >= column && own < column + span) === true
      if (!isWords({ text, column, span, ...cell }) || covers || words.length > 12 || applicantByHeading(text) !== null) return []
      const isAdded = column !== null && column > last && order === 'form' && (hasTotal || !/[总總合计計]/.test(words))
      if (!strange.test(words) && !isAdded) return []
      return Array.from({ length: span }, (_, more) => ({ column: column === null ? null : column + more, isRemark: remark.test(words) }))
    }),
  )
  return found.filter(({ column }, index) => column === null || found.findIndex((other) => other.column === column) === index)
}

/** Do the figures under a heading go by its names alone, since it has another order than the form, or columns that the form has not? */
export const goesByNames = ({ order, strangers, asked, at }: ApplicantColumns): boolean =>
  order !== 'form' ||
  (strangers.length > 0 && (at !== null || asked.length < applicants.length || strangers.some(({ isRemark }) => !isRemark)))

/** Which heading holds for each line: the nearest above it, also over the end of a page; null above the first one. */
export function headingsOver(lines: readonly TableLine[]): (line: TableLine) => ApplicantColumns | null {
  const headings = new Map(findApplicantColumns(lines).map((heading) => [heading.line, heading]))
  const over = new Map<TableLine['where'], ApplicantColumns>()
  let last: ApplicantColumns | null = null
  for (const line of lines) {
    const heading = headings.get(line)
    if (heading !== undefined) last = goOn(last, heading)
    if (last !== null) over.set(line.where, last)
  }
  return (line) => over.get(line.where) ?? null
}

/** A heading repeated in part says less than the one before: that one goes on where both agree, and else nothing is certain. */
function goOn(last: ApplicantColumns | null, heading: ApplicantColumns): ApplicantColumns {
  if (last === null || !goesByNames(last) || goesByNames(heading) || heading.asked.length >= last.asked.length) return heading
  const columnOf = ({ asked, at }: ApplicantColumns, applicant: Applicant): number | null => at?.[asked.indexOf(applicant)] ?? null
  const agrees = heading.at !== null && heading.asked.every((applicant) => columnOf(heading, applicant) === columnOf(last, applicant))
  return agrees ? last : { ...heading, order: 'unknown' }
}
