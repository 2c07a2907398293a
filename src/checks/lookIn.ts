import type { TableFormId } from '../forms/form.ts'
import type { FigureState } from '../forms/states.ts'
import { tableForms } from '../indicators/catalogue.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { ourCatalogue } from '../indicators/ourCatalogue.ts'
import type { Term } from './check.ts'
import { figureKey, type CheckedFigure, type CheckedReport } from './checkedReport.ts'
import type { KnownFigure } from './evaluateRule.ts'
import { cellOf } from './examine.ts'
import type { FindingCell } from './outcome.ts'

/** Looks figures up for rules: as numbers, and as cells for findings. */
export interface Look {
  readonly figureOf: (term: Term) => KnownFigure
  readonly cellOf: (term: Term) => FindingCell
}

const indicators: ReadonlyMap<string, Indicator> = new Map(ourCatalogue.indicators.map((indicator) => [indicator.id, indicator]))

/** The figures of the tables of a report and of the one before, as rules take them. */
export function lookIn(report: CheckedReport): Look {
  const own = indexFigures(report)
  const earlier = report.before === null ? null : indexFigures(report.before)
  const find = (term: Term): CheckedFigure | null => (term.before ? earlier : own)?.get(figureKey(term.indicator, term.applicant)) ?? null
  const stateOfNone = (term: Term): FigureState =>
    term.before && earlier === null
      ? 'not_loaded'
      : (term.before ? report.before?.form : report.form) === 'narrative'
        ? 'not_reported'
        : 'row_missing'
  return {
    figureOf(term) {
      const found = find(term)
      const indicator = indicators.get(term.indicator)
      return {
        value: found?.value ?? null,
        state: found?.state ?? stateOfNone(term),
        tolerance: found && indicator?.type === 'decimal' ? halfUnit(found.printed) : 0,
        lowest: indicator?.type === 'signed_integer' ? -Infinity : 0,
      }
    },
    cellOf(term) {
      const found = find(term)
      const year = term.before && report.year !== null ? { year: report.year - 1 } : {}
      if (found) return { ...cellOf(found), ...year }
      const form = term.before ? report.before?.form : report.form
      return {
        indicator: term.indicator,
        applicant: term.applicant,
        cell: tableForms.some((id) => id === form) ? (indicators.get(term.indicator)?.cell[form as TableFormId] ?? null) : null,
        column: null,
        printed: null,
        value: null,
        state: stateOfNone(term),
        ...year,
      }
    },
  }
}

function indexFigures(report: CheckedReport): ReadonlyMap<string, CheckedFigure> {
  const found = new Map<string, CheckedFigure>()
  for (const figure of report.figures) {
    if (figure.evidence === 'A' && figure.indicator !== null) found.set(figureKey(figure.indicator, figure.applicant), figure)
  }
  return found
}

/** Half a unit of the last printed digit. */
function halfUnit(printed: string): number {
  const decimals = /\.(\d+)/.exec(printed.normalize('NFKC'))?.[1]?.length ?? 0
  return 0.5 * 10 ** -decimals
}
