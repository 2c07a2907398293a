import type { FormId, FormRow } from '../forms/form.ts'
import type { Catalogue } from '../indicators/catalogue.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { Label } from '../text/label.ts'
import type { CellRow, ReportRow } from './tables.ts'

/** Why a row is not taken: the column at fault, a stable code and the reason. */
export interface RuleBroken {
  readonly column: string
  readonly code: string
  readonly reason: Label
}

/** What a row of `cells.csv` is held against. */
export interface CellContext {
  readonly indicators: ReadonlyMap<string, Indicator>
  /** Per form its rows by path; forms without a readable table have none. */
  readonly formRows: ReadonlyMap<FormId, ReadonlyMap<string, FormRow>>
}

export function makeCellContext(catalogue: Catalogue): CellContext {
  return {
    indicators: new Map(catalogue.indicators.map((indicator) => [indicator.id, indicator])),
    formRows: new Map(catalogue.forms.map((form) => [form.id, new Map(form.rows.map((row) => [row.path, row]))])),
  }
}

/** Everything that a figure says wrongly about itself or about its report. */
export function findBrokenRules(cell: CellRow, report: ReportRow, context: CellContext): RuleBroken[] {
  return [
    ...valueRules(cell),
    ...evidenceRules(cell),
    ...(cell.evidence === 'A' ? tableRules(cell, report, context) : proseRules(cell, context)),
    ...placeRules(cell.where),
  ]
}

function valueRules({ state, value, printed }: CellRow): RuleBroken[] {
  const carries = state === 'value' || state === 'zero'
  if (carries && value === null)
    return [broken('value', 'cell.value_missing', `状态 ${state} 要有数值`, `the state ${state} needs a number`)]
  if (!carries && value !== null)
    return [broken('value', 'cell.value_unexpected', `状态 ${state} 不能有数值`, `the state ${state} carries no number`)]
  if (state === 'zero' && value !== 0) return [broken('value', 'cell.zero', '状态 zero 的数值是 0', 'the number of the state zero is 0')]
  if (state === 'value' && value === 0) return [broken('state', 'cell.zero', '数值 0 的状态是 zero', 'the state of the number 0 is zero')]
  if (state === 'blank' && printed.trim() !== '')
    return [broken('printed', 'cell.blank_printed', '空白单元格不会印有字样', 'a blank cell prints nothing')]
  if (carries && printed.trim() === '')
    return [broken('printed', 'cell.printed_missing', '有数值而没有所印字样', 'a number without what was printed')]
  return []
}

function evidenceRules({ evidence, qualifier, state }: CellRow): RuleBroken[] {
  const found: RuleBroken[] = []
  if (evidence === 'C' && qualifier === null) {
    found.push(broken('qualifier', 'cell.qualifier_missing', 'C 级数字要有 ≥、< 或 ~', 'a figure of grade C needs ≥, < or ~'))
  }
  if (evidence !== 'C' && qualifier !== null) {
    found.push(broken('qualifier', 'cell.qualifier_unexpected', '只有 C 级数字有约数符号', 'only grade C has a qualifier'))
  }
  if (evidence === 'D' && state !== 'zero') {
    found.push(broken('state', 'cell.words_not_zero', 'D 级是文字否定，状态只能是 zero', 'grade D says none in words; its state is zero'))
  }
  if ((evidence === 'B' || evidence === 'C') && state !== 'value' && state !== 'zero') {
    found.push(
      broken('state', 'cell.prose_state', '正文数字的状态是 value 或 zero', 'the state of a figure from the prose is value or zero'),
    )
  }
  return found
}

function proseRules(cell: CellRow, { indicators }: CellContext): RuleBroken[] {
  const found: RuleBroken[] = []
  if (cell.cell !== null)
    found.push(broken('cell', 'cell.prose_cell', '正文数字没有表内路径', 'a figure from the prose has no path in the form'))
  if (cell.column !== null)
    found.push(broken('column', 'cell.prose_column', '正文数字没有栏目', 'a figure from the prose has no column heading'))
  if (cell.indicator === null)
    return [...found, broken('indicator', 'cell.indicator_missing', '正文数字要有指标', 'a figure from the prose needs an indicator')]
  const wrong = indicatorRule(cell.indicator, indicators)
  if (wrong) return [...found, wrong]
  const wanted = indicators.get(cell.indicator)?.byApplicant ? 'total' : null
  if (cell.applicant !== wanted) found.push(applicantBroken(wanted))
  return found
}

function tableRules(cell: CellRow, report: ReportRow, { indicators, formRows }: CellContext): RuleBroken[] {
  if (cell.cell === null) return [broken('cell', 'cell.path_missing', '表格数字要有表内路径', 'a table cell needs its path in the form')]
  const rows = formRows.get(report.form)
  if (!rows || rows.size === 0) {
    return [
      broken(
        'evidence',
        'cell.no_table',
        `年报的表式是 ${report.form}，没有表格单元格`,
        `the form of the report is ${report.form}, which has no table cells`,
      ),
    ]
  }
  const row = rows.get(cell.cell)
  if (!row)
    return [
      broken('cell', 'cell.path_unknown', `表式 ${report.form} 没有路径 ${cell.cell}`, `the form ${report.form} has no path ${cell.cell}`),
    ]
  if (cell.indicator !== row.indicator) {
    if (cell.indicator !== null) {
      const wrong = indicatorRule(cell.indicator, indicators)
      if (wrong) return [wrong]
    }
    const [zh, en] =
      row.indicator === null ? ['标题行，没有指标', 'a header row without an indicator'] : [`指标 ${row.indicator}`, row.indicator]
    return [broken('indicator', 'cell.indicator_wrong', `路径 ${cell.cell} 是${zh}`, `the path ${cell.cell} is ${en}`)]
  }
  const header = row.indicator === null
  if (header && (cell.state === 'value' || cell.state === 'zero')) {
    return [broken('state', 'cell.header_state', '标题行上的数字是 header_value', 'a number on a header row is header_value')]
  }
  // A text row prints —— as its unit, so digits in it are a filling slip like those on a header row.
  if (!header && row.type !== 'text' && (cell.state === 'dash' || cell.state === 'header_value')) {
    return [broken('state', 'cell.header_state', `状态 ${cell.state} 只在标题行上`, `the state ${cell.state} stands on header rows only`)]
  }
  return applicantRules(cell, row, indicators)
}

function applicantRules(cell: CellRow, row: FormRow, indicators: CellContext['indicators']): RuleBroken[] {
  if (row.indicator === null) return []
  if (row.byApplicant) {
    return cell.applicant === null
      ? [
          broken(
            'applicant',
            'cell.applicant_missing',
            '这一行按申请人分栏，要有申请人类型',
            'this row has a column per applicant; name one',
          ),
        ]
      : []
  }
  const wanted = indicators.get(row.indicator)?.byApplicant ? 'total' : null
  return cell.applicant === wanted ? [] : [applicantBroken(wanted)]
}

function indicatorRule(id: string, indicators: CellContext['indicators']): RuleBroken | null {
  const indicator = indicators.get(id)
  if (!indicator)
    return broken(
      'indicator',
      'cell.indicator_unknown',
      `目录里没有指标 ${id.slice(0, 60)}`,
      `the catalogue has no indicator ${id.slice(0, 60)}`,
    )
  if (indicator.kind === 'reported') return null
  return broken('indicator', 'cell.indicator_computed', `${id} 是算出来的，不是填报的`, `${id} is worked out, not reported`)
}

const applicantBroken = (wanted: 'total' | null): RuleBroken =>
  wanted === null
    ? broken(
        'applicant',
        'cell.applicant_unexpected',
        '此指标不分申请人，此列应为空',
        'this indicator has no applicants; leave the column empty',
      )
    : broken('applicant', 'cell.applicant_total', '此处申请人类型只能是 total', 'the applicant can only be total here')

const placeKeys = new Set(['page', 'paragraph', 'table', 'row', 'column', 'start', 'end'])

function placeRules(where: string | null): RuleBroken[] {
  if (where === null) return []
  const wrong = [broken('where', 'cell.place', '位置应为 JSON，如 {"page":2,"row":5}', 'the place is JSON such as {"page":2,"row":5}')]
  try {
    const place: unknown = JSON.parse(where)
    if (typeof place !== 'object' || place === null || Array.isArray(place)) return wrong
    const good = Object.entries(place).every(([key, number]) => placeKeys.has(key) && Number.isSafeInteger(number) && Number(number) >= 0)
    return good ? [] : wrong
  } catch {
    return wrong
  }
}

const broken = (column: string, code: string, zh: string, en: string): RuleBroken => ({ column, code, reason: { zh, en } })
