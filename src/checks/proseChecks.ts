import { indicatorById, tableForms } from '../indicators/catalogue.ts'
import { operandsOf } from '../indicators/formula.ts'
import { ourCatalogue } from '../indicators/ourCatalogue.ts'
import type { Examined, ExamCheck } from './check.ts'
import type { CheckedFigure, CheckedReport } from './checkedReport.ts'
import { cannotTell, cellOf, fails, holds } from './examine.ts'
import { findChapter, saysNothing } from './chapters.ts'

/** A claim of the prose beside the cell of the tables that prints the same, or beside the cells that a form has in its place. */
interface Pair {
  readonly claim: CheckedFigure
  readonly cells: readonly CheckedFigure[]
}

function pairClaims(report: CheckedReport, isMeant: (claim: CheckedFigure) => boolean): readonly Pair[] {
  return report.figures
    .filter((claim) => claim.evidence !== 'A' && claim.value !== null && isMeant(claim))
    .flatMap((claim) => {
      const find = (indicator: string | null): CheckedFigure | undefined =>
        report.figures.find(
          (figure) =>
            figure.evidence === 'A' &&
            figure.indicator === indicator &&
            (figure.applicant === claim.applicant ||
              ((claim.applicant ?? 'total') === 'total' && (figure.applicant ?? 'total') === 'total')),
        )
      const cell = find(claim.indicator)
      if (cell) return [{ claim, cells: [cell] }]
      const parts = partsOf(claim.indicator, report.form).map(find)
      return parts.length > 0 && parts.every((part) => part !== undefined) ? [{ claim, cells: parts }] : []
    })
}

/** From 2019 the tables print 行政诉讼 in two blocks and no total: what such a total is the sum of; empty where it is none. */
function partsOf(id: string | null, formId: CheckedReport['form']): readonly string[] {
  const form = tableForms.find((one) => one === formId)
  const formula = id === null || form === undefined ? undefined : indicatorById(ourCatalogue, id).from[form]
  if (formula?.kind !== 'sum') return []
  const parts = operandsOf(formula)
  return formula.terms.every(({ kind }) => kind === 'reported') && parts.every(({ applicant }) => applicant === null)
    ? parts.map(({ indicator }) => indicator)
    : []
}

function compare({ claim, cells: printed }: Pair, agrees: (said: number, printed: number) => boolean): Examined {
  const place = `${claim.indicator ?? ''} ${claim.printed}`
  const cells = [claim, ...printed].map(cellOf)
  if (claim.value === null) return cannotTell(place, 'mapping_uncertain', cells)
  const known = printed.flatMap(({ value }) => (value === null ? [] : [value])).reduce((sum, value) => sum + value, 0)
  const unknown = printed.find(({ value }) => value === null)
  // What is not known can only add to what is.
  const isTooMuch = known > claim.value && claim.qualifier === null && printed.length > 1
  if (unknown && !isTooMuch)
    return cannotTell(place, unknown.state === 'blank' ? 'blank' : unknown.state === 'unreadable' ? 'unreadable' : 'not_applicable', cells)
  return agrees(claim.value, known) ? holds(place) : fails(place, cells, { left: claim.value, right: known })
}

/** Does an amount of the prose, rounded as it is printed, stand for the amount of the cell? */
const isSame = (claim: CheckedFigure, said: number, printed: number): boolean => {
  const unit = claim.indicator === null ? null : indicatorById(ourCatalogue, claim.indicator).type
  return unit === 'decimal' ? Math.abs(said - printed) < 0.0051 : said === printed
}

const within: Readonly<Record<'≥' | '<' | '~', (said: number, printed: number) => boolean>> = {
  '≥': (said, printed) => printed >= said,
  '<': (said, printed) => printed < said && printed >= said * 0.8,
  '~': (said, printed) => Math.abs(printed - said) <= said * 0.1,
}

/** What the prose says, against the cells of the same report. */
export const proseChecks: readonly ExamCheck[] = [
  {
    id: 'prose.figure',
    class: 'definitional',
    severity: 'warning',
    name: { zh: '正文数字与表格', en: 'Numbers of the prose and the tables' },
    say: { zh: '正文与表格数字不一致，口径可能不同', en: 'prose and table give different numbers; they may count differently' },
    exception: { zh: '正文的统计范围可能与表格不同', en: 'the scope of a sentence may differ from that of the table' },
    forms: tableForms,
    examine: (report) =>
      pairClaims(report, (claim) => claim.evidence === 'B').map((pair) =>
        compare(pair, (said, printed) => isSame(pair.claim, said, printed)),
      ),
  },
  {
    id: 'prose.approximate',
    class: 'definitional',
    severity: 'info',
    name: { zh: '正文约数与表格', en: 'Approximate numbers and the tables' },
    say: { zh: '正文约数与表格不符', en: 'the cell is not where the approximate number puts it' },
    forms: tableForms,
    examine: (report) =>
      pairClaims(report, (claim) => claim.evidence === 'C' && claim.qualifier !== null).map((pair) =>
        compare(pair, (said, printed) => (pair.claim.qualifier === null ? true : within[pair.claim.qualifier](said, printed))),
      ),
  },
  {
    id: 'prose.negation',
    class: 'definitional',
    severity: 'error',
    name: { zh: '正文称没有', en: 'None in words' },
    say: { zh: '正文称没有，表内有数', en: 'the prose says none, the table has a number' },
    forms: tableForms,
    examine: (report) => pairClaims(report, (claim) => claim.evidence === 'D').map((pair) => compare(pair, (_, printed) => printed === 0)),
  },
  {
    id: 'prose.repeated',
    class: 'definitional',
    severity: 'warning',
    name: { zh: '正文前后数字', en: 'A number said twice' },
    say: { zh: '正文前后两处数字不一致', en: 'the prose gives two numbers for one quantity' },
    exception: { zh: '两处的统计范围可能不同', en: 'the two sentences may count differently' },
    forms: [...tableForms, 'narrative'],
    examine: (report) => {
      const exact = report.figures.filter((claim) => claim.evidence === 'B' && claim.value !== null)
      const groups = new Map<string, CheckedFigure[]>()
      for (const claim of exact) {
        const quantity = `${claim.indicator ?? ''}@${claim.applicant ?? ''}`
        groups.set(quantity, [...(groups.get(quantity) ?? []), claim])
      }
      return [...groups]
        .filter(([, claims]) => claims.length > 1)
        .map(([place, claims]) => {
          const [first, ...others] = claims
          const other = others.find(({ value }) => value !== first?.value)
          return first && other ? fails(place, claims.map(cellOf), { left: first.value, right: other.value }) : holds(place)
        })
    },
  },
  {
    id: 'fees.chapter_six',
    class: 'plausible',
    severity: 'warning',
    name: { zh: '信息处理费与第六部分', en: 'Processing fee and chapter six' },
    say: { zh: '正文有信息处理费，第六章称无', en: 'the prose names a processing fee, chapter six says none' },
    exception: { zh: '是否必须在第六部分报告未经核实', en: 'that it must be reported there is unverified' },
    forms: ['y2021', 'narrative'],
    examine: (report) => {
      if (report.prose === null) return []
      const fee = report.figures.filter(({ indicator, value }) => indicator === 'processing_fee_collected' && value !== null && value > 0)
      if (fee.length === 0) return []
      const chapter = findChapter(report.prose, '六')
      if (chapter === null) return [cannotTell(null, 'row_missing', fee.map(cellOf))]
      const saysNone = saysNothing(chapter) || /(?:未|没有)(?:收取|产生|发生)[^。]*(?:信息处理费|费用)/.test(chapter)
      return [saysNone ? fails(null, fee.map(cellOf)) : holds(null)]
    },
  },
]
