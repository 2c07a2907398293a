import { stepBetween } from '../indicators/comparability.ts'
import { indicatorById, tableForms } from '../indicators/catalogue.ts'
import { ourCatalogue } from '../indicators/ourCatalogue.ts'
import type { SaidNumber, Statement } from '../reports/statement.ts'
import type { Label } from '../text/label.ts'
import type { Examined, ExamCheck } from './check.ts'
import { figureKey, type CheckedFigure, type CheckedReport } from './checkedReport.ts'
import { cannotTell, cellOf, fails, holds } from './examine.ts'
import type { FindingCell } from './outcome.ts'

type Of<Kind extends Statement['kind']> = Extract<Statement, { kind: Kind }>

const cellsOf = (...numbers: readonly (SaidNumber | null)[]): readonly FindingCell[] =>
  numbers.flatMap((number): readonly FindingCell[] =>
    number === null
      ? []
      : [
          {
            indicator: number.indicator,
            applicant: null,
            cell: null,
            column: null,
            printed: number.printed,
            value: number.value,
            state: number.value === null ? 'unreadable' : number.value === 0 ? 'zero' : 'value',
          },
        ],
  )

/** A number that is said exactly; null where it is about so much, or cannot be read. */
const exact = (number: SaidNumber | null): number | null => (number === null || number.qualifier !== null ? null : number.value)

const round = (number: number): number => Math.round(number * 1e6) / 1e6
const addUp = (numbers: readonly number[]): number => round(numbers.reduce((sum, number) => sum + number, 0))

/** The sum of some numbers, null where one is not exact, and by how much rounding may move it. */
function sumOf(numbers: readonly SaidNumber[]): { readonly sum: number | null; readonly tolerance: number } {
  const values = numbers.map(exact)
  return {
    sum: values.every((value) => value !== null) ? addUp(values) : null,
    tolerance: addUp(numbers.map(({ tolerance }) => tolerance)),
  }
}

/** The first parts alone, two at least, are the whole: what follows them is another statement, or one of both is wrong. */
const isFullBefore = ({ parts }: Of<'parts'>, total: number): boolean =>
  parts.some((_, at) => at > 1 && sumOf(parts.slice(0, at)).sum === total)

/** Does one of the numbers that may be meant as the whole, or all of them together, come out, with all parts or with the first few where the end is not certain? */
function addsUp({ whole, otherWholes, parts, clear }: Of<'parts'>): boolean {
  const wholes = [whole, ...otherWholes].flatMap((number) => {
    const value = exact(number)
    return value === null ? [] : [{ value, tolerance: number.tolerance }]
  })
  wholes.push({ value: addUp(wholes.map(({ value }) => value)), tolerance: addUp(wholes.map(({ tolerance }) => tolerance)) })
  const lengths = clear ? [parts.length] : parts.map((_, at) => at + 1).slice(1)
  return lengths.some((length) => {
    const { sum, tolerance } = sumOf(parts.slice(0, length))
    return sum !== null && wholes.some((one) => Math.abs(one.value - sum) <= tolerance + one.tolerance)
  })
}

function sayParts({ whole }: Of<'parts'>, sum: number, isOver: boolean): Label {
  const total = exact(whole) ?? 0
  const by = round(Math.abs(sum - total))
  return isOver
    ? {
        zh: `正文“${whole.printed}”，其中各项合计 ${sum}，多 ${by}`,
        en: `the prose says “${whole.printed}”, and parts of it add up to ${sum}`,
      }
    : { zh: `正文“${whole.printed}”，分项合计 ${sum}，相差 ${by}`, en: `the prose says “${whole.printed}”, and its parts add up to ${sum}` }
}

function examineAll(statement: Of<'parts'>): Examined {
  const { at, whole, parts, clear, overlap } = statement
  const cells = cellsOf(whole, ...parts)
  const [total, { sum }] = [exact(whole), sumOf(parts)]
  if (total === null || sum === null) return untold(statement, 'approximate', cells)
  if (addsUp(statement)) return holds(at)
  if (overlap || !clear || isFullBefore(statement, total)) return cannotTell(at, 'mapping_uncertain', cells)
  return fails(at, cells, { left: total, right: sum, say: sayParts(statement, sum, false) })
}

function examineSome(statement: Of<'parts'>): Examined {
  const { at, whole, otherWholes, parts, clear, overlap } = statement
  const cells = cellsOf(whole, ...parts)
  if (parts.length === 0) return cannotTell(at, 'text', cells)
  const total = exact(whole)
  if (total === null) return untold(statement, 'approximate', cells)
  const slack = whole.tolerance + sumOf(parts).tolerance
  const known = parts.map(exact).filter((value) => value !== null)
  const most = Math.max(...known)
  const sum = addUp(known)
  // Parts that may hold the same thing twice are bounded one by one.
  const reached = overlap ? most : sum
  if (reached > total + slack) {
    // 12 件、20 件，其中: of both together, perhaps.
    const others = otherWholes.map(exact)
    const together = others.every((other) => other !== null) ? addUp([total, ...others]) : Infinity
    if ((others.length > 0 && reached <= together + slack) || !clear || isFullBefore(statement, total))
      return addsUp(statement) ? holds(at) : cannotTell(at, 'mapping_uncertain', cells)
    return fails(at, cells, { left: total, right: reached, say: sayParts(statement, reached, true) })
  }
  return known.length === parts.length ? holds(at) : untold(statement, 'approximate', cells)
}

function untold({ at, whole, parts }: Of<'parts'>, reason: 'approximate', cells: readonly FindingCell[]): Examined {
  const { sum } = sumOf(parts)
  return { place: at, outcome: { status: 'cannotTell', left: exact(whole), right: sum, reason, wouldHold: false }, cells }
}

/** Percentages agree to 0.1 point, or to half a unit of the last printed digit, whichever is more. */
const isNear = (said: SaidNumber, value: number, worked: number, slack: number): boolean =>
  Math.abs(value - worked) <= Math.max(0.1, said.tolerance) + slack + 1e-9

function examineShare({ at, share, part, base, clear }: Of<'share'>): Examined {
  const cells = cellsOf(share, part, base)
  if (part === null || base === null) return cannotTell(at, 'base_not_stated', cells)
  const [said, some, whole] = [exact(share), exact(part), exact(base)]
  if (said === null || some === null || whole === null) return cannotTell(at, 'approximate', cells)
  if (whole === 0) return cannotTell(at, 'too_small', cells)
  const worked = (100 * some) / whole
  const slack = (100 * (part.tolerance + base.tolerance)) / whole
  if (isNear(share, said, worked, slack)) return holds(at)
  if (!clear) return cannotTell(at, 'mapping_uncertain', cells)
  const shown = Math.round(worked * 100) / 100
  return fails(at, cells, {
    left: said,
    right: shown,
    say: {
      zh: `正文“${share.printed}”，按 ${some} 除以 ${whole} 推算为 ${shown}%`,
      en: `the prose says “${share.printed}”; ${some} of ${whole} is ${shown}%`,
    },
  })
}

/** Last year's number, from the sentence or from the report on the year before. */
type Earlier = { readonly value: number; readonly tolerance: number; readonly cells: readonly FindingCell[] } | Examined

function earlierOf({ at, now, before }: Of<'growth'>, report: CheckedReport, cells: readonly FindingCell[]): Earlier {
  if (before !== null) {
    const value = exact(before)
    return value === null ? cannotTell(at, 'approximate', cells) : { value, tolerance: before.tolerance, cells: [] }
  }
  if (now === null || now.indicator === null) return cannotTell(at, 'base_not_stated', cells)
  if (report.before === null) return cannotTell(at, report.noBefore ?? 'report_not_loaded', cells)
  if (!mayCompare(now.indicator, report, report.before)) return cannotTell(at, 'series_break', cells)
  const found = findFigure(report.before, now.indicator)
  if (found === undefined) return cannotTell(at, 'row_missing', cells)
  const cell: FindingCell = { ...cellOf(found), ...(report.before.year === null ? {} : { year: report.before.year }) }
  return found.value === null
    ? cannotTell(at, found.state === 'blank' ? 'blank' : 'not_applicable', [...cells, cell])
    : { value: found.value, tolerance: 0, cells: [cell] }
}

/** Only figures that count alike are compared: on one form, or on two on which the catalogue joins them. */
function mayCompare(id: string, report: CheckedReport, before: CheckedReport): boolean {
  if (report.form === before.form) return true
  const indicator = indicatorById(ourCatalogue, id)
  const [now, then] = [report, before].map(({ form }) => tableForms.find((one) => one === form))
  return now !== undefined && then !== undefined && stepBetween(indicator, then, now).class === 'identical'
}

/** The cell of the tables, else the exact number of the prose. */
function findFigure(report: CheckedReport, indicator: string): CheckedFigure | undefined {
  const own = report.figures.filter((figure) => figure.indicator !== null && figureKey(figure.indicator, figure.applicant) === indicator)
  return own.find(({ evidence }) => evidence === 'A') ?? own.find(({ evidence, qualifier }) => evidence === 'B' && qualifier === null)
}

function examineGrowth(statement: Of<'growth'>, report: CheckedReport): Examined {
  const { at, change, now, clear } = statement
  const cells = cellsOf(change, now, statement.before)
  if (now === null) return cannotTell(at, 'base_not_stated', cells)
  const [said, present] = [exact(change), exact(now)]
  if (said === null || present === null) return cannotTell(at, 'approximate', cells)
  const earlier = earlierOf(statement, report, cells)
  if (!('value' in earlier)) return earlier
  const all = [...cells, ...earlier.cells]
  if (earlier.value <= 0) return cannotTell(at, 'too_small', all)
  const worked = (100 * (present - earlier.value)) / earlier.value
  const slack = (100 * (now.tolerance + earlier.tolerance)) / earlier.value
  if (isNear(change, said, worked, slack)) return holds(at)
  if (!clear) return cannotTell(at, 'mapping_uncertain', all)
  const shown = Math.round(worked * 100) / 100
  return fails(at, all, {
    left: said,
    right: shown,
    say: {
      zh: `正文“${change.printed}”，按 ${earlier.value} 与 ${present} 推算为 ${shown}%`,
      en: `the prose says “${change.printed}”; from ${earlier.value} to ${present} is ${shown}%`,
    },
  })
}

const ofKind = <Kind extends Statement['kind']>(report: CheckedReport, kind: Kind): readonly Of<Kind>[] =>
  (report.statements ?? []).filter((statement): statement is Of<Kind> => statement.kind === kind)

const forms = [...tableForms, 'narrative'] as const

/** What the numbers of a sentence are to each other. */
export const statementChecks: readonly ExamCheck[] = [
  {
    id: 'prose.enumeration',
    class: 'definitional',
    severity: 'warning',
    name: { zh: '正文分项与总数', en: 'Parts and total in the prose' },
    say: { zh: '正文各项合计与总数不一致', en: 'the parts that the prose lists do not add up to its total' },
    exception: { zh: '列举可能不完整', en: 'the list may be incomplete' },
    forms,
    examine: (report) => ofKind(report, 'parts').flatMap((one) => (one.list === 'all' ? [examineAll(one)] : [])),
  },
  {
    id: 'prose.of_which',
    class: 'definitional',
    severity: 'warning',
    name: { zh: '正文其中项', en: 'Parts within a number of the prose' },
    say: { zh: '其中各项多于总数', en: 'parts are more than the whole' },
    exception: { zh: '各项可能有重复', en: 'the parts may overlap' },
    forms,
    examine: (report) => ofKind(report, 'parts').flatMap((one) => (one.list === 'some' ? [examineSome(one)] : [])),
  },
  {
    id: 'prose.percentage',
    class: 'plausible',
    severity: 'info',
    name: { zh: '正文百分比', en: 'Percentages of the prose' },
    say: { zh: '百分比与所列数字推算不一致', en: 'a percentage does not follow from the numbers beside it' },
    exception: { zh: '基数可能另有所指', en: 'the base may be another number' },
    forms,
    examine: (report) => ofKind(report, 'share').map(examineShare),
  },
  {
    id: 'prose.growth',
    class: 'plausible',
    severity: 'info',
    name: { zh: '正文增幅', en: 'Growth in the prose' },
    say: { zh: '增幅与两年数字推算不一致', en: 'a growth rate does not follow from the two numbers' },
    exception: { zh: '上年数字可能经过调整', en: 'last year’s number may have been revised' },
    forms,
    examine: (report) => ofKind(report, 'growth').map((one) => examineGrowth(one, report)),
  },
]
