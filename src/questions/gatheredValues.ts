import type { ApplicantId } from '../forms/form.ts'
import type { FigureState } from '../forms/states.ts'
import type { Catalogue } from '../indicators/catalogue.ts'
import { computeIndicator, type CellFigure } from '../indicators/computeIndicator.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { valueColumn } from '../indicators/wideColumns.ts'
import type { ComparedValue } from './comparedValue.ts'
import type { GatheredFigures } from './gatherFigures.ts'

/** Gives any indicator over the gathered rows, one value per row, worked out when it is wanted and then kept. */
export type GatheredReader = (indicator: Indicator, applicant?: ApplicantId | null) => readonly ComparedValue[]

/**
 * The same values as `compareAgencies` would give, from figures that were gathered once. `applicant` of the choice stands for
 * indicators that have applicants, unless another one is asked for.
 * @throws {Error} when an indicator takes a figure that was not gathered: a blank must not be made of what was never asked.
 */
export function readGathered(
  rows: readonly GatheredFigures[],
  figures: readonly string[],
  catalogue: Catalogue,
  choice: { readonly applicant: ApplicantId | null; readonly blanksAsZero: boolean },
): GatheredReader {
  const places = new Map(figures.map((figure, place) => [figure, place]))
  const printed = new Set<FigureState>(catalogue.valueStates.map(({ id }) => id))
  const kept = new Map<string, readonly ComparedValue[]>()
  const compute = (indicator: Indicator, applicant: ApplicantId | null): readonly ComparedValue[] =>
    rows.map((row) => {
      const figure = computeOne(row, indicator, applicant)
      return {
        indicator: indicator.id,
        agency: row.agency,
        year: row.year,
        applicant: indicator.byApplicant ? (applicant ?? 'total') : null,
        value: figure.value,
        state: figure.state,
        evidence: printed.has(figure.state) ? 'A' : null,
        qualifier: null,
        form: row.form,
        scope: row.scope,
        report: row.report,
        n: figure.n,
      }
    })
  const computeOne = (row: GatheredFigures, indicator: Indicator, applicant: ApplicantId | null): CellFigure & { n: number | null } => {
    if (row.form === null) return { value: null, state: 'not_loaded', n: null }
    const figureOf = (id: string, type: ApplicantId | null): CellFigure => {
      const place = places.get(valueColumn(id, type))
      const figure = place === undefined ? undefined : row.figures[place]
      if (figure === undefined) throw new Error(`${indicator.id} takes ${valueColumn(id, type)}, which was not gathered`)
      return typeof figure === 'number' ? { value: figure, state: figure === 0 ? 'zero' : 'value' } : { value: null, state: figure }
    }
    return computeIndicator(indicator, catalogue, { form: row.form, year: row.year }, figureOf, {
      applicant,
      blanksAsZero: choice.blanksAsZero,
    })
  }
  return (indicator, applicant = indicator.byApplicant ? choice.applicant : null) => {
    const key = `${indicator.id} ${applicant ?? ''}`
    const known = kept.get(key) ?? compute(indicator, applicant)
    kept.set(key, known)
    return known
  }
}
