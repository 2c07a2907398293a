import type { ApplicantId, FormRow } from '../forms/form.ts'
import { formById } from '../forms/forms.ts'
import { indicatorById, tableForms } from '../indicators/catalogue.ts'
import { ourCatalogue } from '../indicators/ourCatalogue.ts'
import { figure as termOf, type Examined, type ExamCheck, type Rule } from './check.ts'
import type { CheckedFigure, CheckedReport } from './checkedReport.ts'
import { evaluateRule, type KnownFigure } from './evaluateRule.ts'
import { cellOf, holds, fails, cannotTell } from './examine.ts'
import { lookIn } from './lookIn.ts'
import { thresholds } from './thresholds.ts'

const isTable = (figure: CheckedFigure): boolean => figure.evidence === 'A' && figure.indicator !== null

const isText = (figure: CheckedFigure): boolean =>
  figure.indicator !== null && indicatorById(ourCatalogue, figure.indicator).type === 'text'

const tableFigures = (report: CheckedReport): readonly CheckedFigure[] =>
  report.figures.filter((figure) => isTable(figure) && !isText(figure))

/** Does the cell hold a number that cells of its kind may hold? Null where it holds none. */
function isGoodNumber({ indicator, value }: CheckedFigure): boolean | null {
  if (indicator === null || value === null) return null
  const { type } = indicatorById(ourCatalogue, indicator)
  if (type === 'decimal') return value >= 0
  return Number.isInteger(value) && (type === 'signed_integer' || value >= 0)
}

/** Blocks of a form whose cells stand or fall together: table two, the columns and row groups of table three, the blocks of table four; parts of the 2014 form. */
export function blockOf(row: FormRow, applicant: ApplicantId | null): string {
  if (row.table === 1) return row.path.split('.')[0] ?? row.path
  if (row.table === 3) return `3 ${applicant ?? 'total'}`
  return row.path.split('.').slice(0, 2).join('.')
}

function findBlankBlocks(report: CheckedReport): readonly Examined[] {
  const form = report.form === null ? null : formById(report.form)
  const blocks = new Map<string, CheckedFigure[]>()
  for (const figure of tableFigures(report)) {
    const row = form?.rows.find(({ path }) => path === figure.cell)
    if (!row) continue
    const name = blockOf(row, figure.applicant)
    blocks.set(name, [...(blocks.get(name) ?? []), figure])
  }
  const filled = (figures: readonly CheckedFigure[]): boolean => figures.some(({ state }) => state !== 'blank')
  const someFilled = [...blocks.values()].some(filled)
  return [...blocks].map(([place, figures]) =>
    filled(figures) || !someFilled || figures.length < 2 ? holds(place) : fails(place, figures.map(cellOf)),
  )
}

/** Numbers on the labels of table three that ask for none, against the sum of their rows; a row that is not printed is unknown. */
function examineGroupLabels(report: CheckedReport): readonly Examined[] {
  const rows = report.form === null ? [] : formById(report.form).rows
  const look = lookIn(report)
  const labels = report.figures.filter(({ cell, state, indicator }) => indicator === null && state === 'header_value' && cell !== null)
  return labels.flatMap((label): readonly Examined[] => {
    if (!rows.some(({ path, type }) => path === label.cell && type === 'group')) return []
    const parts = rows.flatMap(({ path, indicator }) =>
      indicator !== null && path.startsWith(`${label.cell ?? ''}.`) ? [termOf(indicator, label.applicant ?? 'total')] : [],
    )
    const cells = [cellOf(label), ...parts.map(look.cellOf)]
    const printed = readNumber(label.printed)
    if (printed === null) return [cannotTell(label.cell, 'unreadable', cells)]
    const known: KnownFigure = { value: printed, state: printed === 0 ? 'zero' : 'value', tolerance: 0, lowest: 0 }
    const onLabel = termOf(label.cell ?? '')
    const rule: Rule = { kind: 'equal', left: [onLabel], right: parts }
    const outcome = evaluateRule(rule, (term) => (term === onLabel ? known : look.figureOf(term)))
    return [{ place: label.cell, outcome, cells: outcome.status === 'holds' ? [] : cells }]
  })
}

const readNumber = (printed: string): number | null => {
  const digits = printed.normalize('NFKC').replace(/[\s,]/g, '')
  return /^\d+(\.\d+)?$/.test(digits) ? Number(digits) : null
}

/** Bodies that may make rules, as commonly cited: governments of provinces and of cities with districts, and departments of the State Council. */
function examineRulePower(report: CheckedReport): readonly Examined[] {
  const cells = report.figures.filter(({ indicator, evidence }) => evidence === 'A' && indicator?.startsWith('regulations_') === true)
  const some = cells.filter(({ value }) => value !== null && value > 0)
  if (cells.length === 0) return []
  if (some.length === 0) return [holds('2.1')]
  if (report.agency === null) return [cannotTell('2.1', 'level_unknown', some.map(cellOf))]
  const { level } = report.agency
  const mayMake = level === 'national' || ((level === 'province' || level === 'prefecture') && report.scope === 'aggregate')
  return [mayMake ? holds('2.1') : fails('2.1', some.map(cellOf))]
}

/** Is the unit of an amount printed, in its cell, its heading or its row, and only one? */
function examineMoneyUnit(report: CheckedReport): readonly Examined[] {
  return tableFigures(report)
    .filter(
      ({ indicator, value }) =>
        indicator !== null && value !== null && value !== 0 && indicatorById(ourCatalogue, indicator).unit === '万元',
    )
    .map((figure) => {
      const [own, above] = [findUnit(figure.printed), findHeadingUnit(report, figure)]
      if (own !== null && above !== null && own !== above)
        return fails(figure.cell, [cellOf(figure)], {
          say: { zh: `金额单位不一：格内为${own}，表头为${above}`, en: `two units: ${own} in the cell, ${above} in its heading` },
        })
      if (own !== null || above !== null) return holds(figure.cell)
      // Only figures are kept: how this copy heads its table is not known.
      return report.rows === null ? cannotTell(figure.cell, 'unit_unknown', [cellOf(figure)]) : fails(figure.cell, [cellOf(figure)])
    })
}

const findUnit = (text: string): string | null => /[千万亿]?元/.exec(text.normalize('NFKC').replace(/\s/g, ''))?.[0] ?? null

/** The unit that the lines of the table print over an amount or beside it, else the one that the form itself prints there. */
function findHeadingUnit({ form, rows }: CheckedReport, { cell, printed }: CheckedFigure): string | null {
  const lines = (rows ?? []).filter((line) => line.cell === cell || /金额|经费|收取的费用/.test(line.text))
  const units = lines.flatMap(({ text }) => findUnit(printed === '' ? text : text.replace(printed, '')) ?? [])
  if (units[0] !== undefined) return units[0]
  const row = form === null ? undefined : formById(form).rows.find(({ path }) => path === cell)
  return findUnit(row?.table === 1 ? (row.unit ?? '') : (row?.column ?? ''))
}

/** How many of the numbers above 0 are those of last year. */
function examineCopiedNumbers(report: CheckedReport): readonly Examined[] {
  if (report.before === null || report.noBefore !== null) return [cannotTell(null, report.noBefore ?? 'report_not_loaded', [])]
  if (report.before.form !== report.form) return []
  const earlier = new Map(tableFigures(report.before).map((figure) => [`${figure.cell ?? ''} ${figure.applicant ?? ''}`, figure.value]))
  const some = tableFigures(report).filter(({ value }) => value !== null && value !== 0)
  if (some.length < thresholds.equalFrom) return [cannotTell(null, 'too_small', [])]
  const same = some.filter((figure) => earlier.get(`${figure.cell ?? ''} ${figure.applicant ?? ''}`) === figure.value)
  if (same.length < some.length * thresholds.equalPart) return [holds(null)]
  return [
    fails(null, same.map(cellOf), {
      left: same.length,
      right: some.length,
      say: {
        zh: `${some.length} 个非零数字中有 ${same.length} 个与上年完全相同`,
        en: `${same.length} of ${some.length} numbers above 0 are those of last year`,
      },
    }),
  ]
}

/** Cells as printed, one by one and in blocks. */
export const cellChecks: readonly ExamCheck[] = [
  {
    id: 'requests.group_label',
    class: 'definitional',
    severity: 'warning',
    name: { zh: '分组行', en: 'Group labels' },
    say: { zh: '分组行填数与下列各项合计不一致', en: 'a group label holds a number that differs from the sum of its rows' },
    forms: ['y2019', 'y2021'],
    examine: examineGroupLabels,
  },
  {
    id: 'documents.rule_power',
    class: 'plausible',
    severity: 'warning',
    name: { zh: '规章制定权', en: 'Power to make rules' },
    say: { zh: '规章一般由有制定权的机关填报', en: 'rules are usually reported by bodies that may make them' },
    exception: { zh: '制定权的范围按通常说法，未经核实', en: 'who may make rules is as commonly cited, unverified' },
    forms: ['y2019', 'y2021'],
    examine: examineRulePower,
  },
  {
    id: 'money.unit',
    class: 'plausible',
    severity: 'info',
    name: { zh: '金额的单位是否写明', en: 'Unit of amounts' },
    say: { zh: '金额未注明单位', en: 'an amount prints no unit' },
    exception: { zh: '单位可能写在别处', en: 'the unit may stand elsewhere' },
    forms: tableForms,
    examine: examineMoneyUnit,
  },
  {
    id: 'copy.numbers',
    class: 'plausible',
    severity: 'warning',
    name: { zh: '与上年相同的数字', en: 'Numbers of last year' },
    say: { zh: '非零数字与上年几乎完全相同', en: 'nearly all numbers above 0 are those of last year' },
    exception: { zh: '小数字可能碰巧相同', en: 'small numbers may be the same by chance' },
    forms: tableForms,
    examine: examineCopiedNumbers,
  },
  {
    id: 'value.count',
    class: 'definitional',
    severity: 'error',
    name: { zh: '非负整数', en: 'Whole numbers from 0' },
    say: { zh: '应为非负整数', en: 'a whole number of 0 or more is asked for' },
    forms: tableForms,
    examine: (report) =>
      tableFigures(report).map((figure) => {
        const good = isGoodNumber(figure)
        const place = `${figure.cell ?? ''} ${figure.applicant ?? ''}`
        if (good !== null) return good ? holds(place) : fails(place, [cellOf(figure)], { left: figure.value, right: null })
        return figure.state === 'unreadable' ? cannotTell(place, 'unreadable', [cellOf(figure)]) : holds(place)
      }),
  },
  {
    id: 'value.filled',
    class: 'plausible',
    severity: 'info',
    name: { zh: '各格都已填写', en: 'Every cell is filled in' },
    say: { zh: '有格未填或不是数字', en: 'cells are empty or hold no number' },
    exception: { zh: '“/”可能表示不适用', en: '“/” may mean that the row does not apply' },
    forms: tableForms,
    examine: (report) =>
      tableFigures(report).map((figure) => {
        const place = `${figure.cell ?? ''} ${figure.applicant ?? ''}`
        if (figure.state === 'unreadable') return cannotTell(place, 'unreadable', [cellOf(figure)])
        return figure.state === 'value' || figure.state === 'zero' ? holds(place) : fails(place, [cellOf(figure)])
      }),
  },
  {
    id: 'table.header_number',
    class: 'printed',
    severity: 'warning',
    name: { zh: '标题行不填数', en: 'No number on header rows' },
    say: { zh: '标题行填了数字；不作合计使用', en: 'a header row holds a number; it is not used as a total' },
    forms: ['pre2019_table'],
    examine: (report) =>
      report.figures
        .filter((figure) => figure.evidence === 'A' && (figure.indicator === null || isText(figure)))
        .map((figure) => (figure.state === 'header_value' ? fails(figure.cell, [cellOf(figure)]) : holds(figure.cell))),
  },
  {
    id: 'table.block_blank',
    class: 'plausible',
    severity: 'info',
    name: { zh: '没有整块空白', en: 'No block is wholly blank' },
    say: { zh: '整块空白，请核对原件', en: 'a whole block is blank; see the original' },
    exception: { zh: '常因读取时丢失，请先看原件', en: 'often lost in reading: look at the source first' },
    forms: tableForms,
    examine: findBlankBlocks,
  },
  {
    id: 'table.rows_complete',
    class: 'plausible',
    severity: 'info',
    name: { zh: '各行齐全', en: 'All rows are printed' },
    say: { zh: '表内缺行或多行', en: 'rows are missing, or left over' },
    exception: { zh: '各地版本略有不同', en: 'local versions differ' },
    forms: tableForms,
    examine: (report) => {
      if (report.form === null) return [cannotTell(null, 'form_uncertain', [])]
      const printed = new Set(report.figures.map(({ cell }) => cell))
      const missing = formById(report.form).rows.filter((row) => row.indicator !== null && row.variant !== true && !printed.has(row.path))
      const left = report.rowsLeft === null ? 0 : report.rowsLeft
      if (missing.length === 0 && left === 0) return [holds(null)]
      const cells = missing.map((row) => ({
        indicator: row.indicator,
        applicant: null,
        cell: row.path,
        column: null,
        printed: null,
        value: null,
        state: 'row_missing' as const,
      }))
      return [
        fails(null, cells, {
          say: { zh: `缺 ${missing.length} 行，多 ${left} 行`, en: `rows missing: ${missing.length}, left over: ${left}` },
        }),
      ]
    },
  },
]
