import { foldLabel } from '../forms/dialects.ts'
import type { GridCell } from './document.ts'
import { isDash, isUnit, isValueText } from './labels.ts'
import type { TableLine } from './tableLine.ts'
import { edgeOf, isEmpty, isWords } from './tableLine.ts'

/** What stands under a heading of the 2014 form. */
type ColumnKind = 'label' | 'unit' | 'value' | 'before' | 'remark'

const kinds: Readonly<Record<ColumnKind, RegExp>> = {
  label: /^(?:统计指标|指标|指标名称|统计项目|项目|序号|编号)$/,
  unit: /^(?:单位|计量单位)$/,
  value: /^(?:统计数|统计数据|统计数量|数量|数值|数据|(?:本年|本年度|当年|今年)(?:数|数量|统计数|数据)?)$/,
  before:
    /^(?:(?:上年|上年度|上一年|上一年度|去年)(?:同期)?(?:数|数量|统计数|数据)?|同期数?|(?:同比|比上年|较上年)?(?:增减|增长率?|增幅|变化)(?:情况|数|数量|幅度)?|同比)$/,
  remark: /^(?:备注|说明|情况说明|备注说明)$/,
}

/** The heading of the 2014 form (统计指标 · 单位 · 统计数), as far as it says which column holds the figures of the year. */
export interface ValueHeading {
  readonly columns: readonly { readonly kind: ColumnKind; readonly column: number | null }[]
  /** Where it ends on the right; null where the reader does not know columns. */
  readonly edge: number | null
}

/** Is this the heading of the 2014 form? */
export const isStatisticsHeading = (line: TableLine): boolean => line.cells.some(({ text }) => foldLabel(text) === '统计指标')

/**
 * What a heading says: null where it names no column or several for the figures, or one of a kind that is not known (quarters,
 * cumulative sums), and for two halves side by side.
 */
export function readValueHeading(line: TableLine): ValueHeading | null {
  const named = line.cells.filter((cell) => !isEmpty(cell))
  const columns = named.flatMap(({ text, column }) => {
    const kind = kindOf(foldLabel(text))
    return kind === null ? [] : [{ kind, column }]
  })
  const count = (kind: ColumnKind): number => columns.filter((column) => column.kind === kind).length
  const isClear = columns.length === named.length && count('value') === 1 && count('unit') <= 1 && isStatisticsHeading(line)
  if (!isClear || named.filter(({ text }) => foldLabel(text) === '统计指标').length > 1) return null
  return { columns, edge: edgeOf(line.cells) }
}

const kindOf = (folded: string): ColumnKind | null =>
  (['label', 'unit', 'value', 'before', 'remark'] as const).find((kind) => kinds[kind].test(folded)) ?? null

/** Which heading holds for each line: the nearest above it, also over the end of a page. */
export function valueHeadingsOver(lines: readonly TableLine[]): (line: TableLine) => ValueHeading | null {
  const over = new Map<TableLine['where'], ValueHeading>()
  let last: ValueHeading | null = null
  for (const line of lines) {
    if (isStatisticsHeading(line)) last = readValueHeading(line)
    else if (last !== null) over.set(line.where, last)
  }
  return (line) => over.get(line.where) ?? null
}

/** The cells right of a label that belong to the year: without last year's and without remarks. `uncertain`: which is which cannot be told. */
export function ownCells(heading: ValueHeading | null, line: TableLine, rest: readonly GridCell[]): readonly GridCell[] | 'uncertain' {
  const others = heading?.columns.filter(({ kind }) => kind === 'before' || kind === 'remark') ?? []
  if (heading === null || others.length === 0) return rest
  if (heading.edge !== null && edgeOf(line.cells) === heading.edge)
    return rest.filter(({ column }) => !others.some((other) => other.column === column))
  return ownByOrder(heading, rest)
}

/** Where columns are not known, only rows in which nothing is left out can be told apart. */
function ownByOrder({ columns }: ValueHeading, rest: readonly GridCell[]): readonly GridCell[] | 'uncertain' {
  const filled = rest.filter((cell) => !isEmpty(cell))
  const [first] = filled
  const unit = first !== undefined && filled.length > 1 && (isUnit(first.text) || isDash(first.text)) ? first : null
  const after = unit === null ? filled : filled.slice(1)
  const kindsAfter = columns.map(({ kind }) => kind).filter((kind) => kind !== 'label' && kind !== 'unit')
  if (after.length === 0) return rest
  if (kindsAfter.includes('before')) {
    const at = kindsAfter.indexOf('value')
    const figures = kindsAfter.filter((kind) => kind !== 'remark').length
    const own = after[at]
    return own !== undefined && after.slice(0, figures).filter((cell) => isValueText(cell.text)).length === figures
      ? [...(unit === null ? [] : [unit]), own]
      : 'uncertain'
  }
  const [own] = after
  const isRemark = own === undefined || isWords(own) || (after.length === 1 && !/\d/.test(own.text.normalize('NFKC')))
  return isRemark ? 'uncertain' : [...(unit === null ? [] : [unit]), own]
}
