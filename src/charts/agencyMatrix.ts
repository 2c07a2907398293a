import type { ApplicantId, FormId } from '../forms/form.ts'
import type { EvidenceGrade } from '../forms/states.ts'
import { indicatorById, type Catalogue } from '../indicators/catalogue.ts'
import { computeIndicator, type CellFigure } from '../indicators/computeIndicator.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { askedForm } from '../indicators/indicatorFormula.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import type { CoveredReport } from '../questions/coverReports.ts'
import type { ReportFigure } from '../questions/reportFigure.ts'
import { cellOfRug } from './rug.ts'

/** One row of an agency's matrix: an indicator and what each year says of it. */
export interface MatrixRow {
  readonly indicator: Indicator
  readonly cells: readonly ComparedValue[]
}

/** What figures of one agency and year are taken from; `form` null: no report. */
export type ReportPlace = Pick<CoveredReport, 'agency' | 'year' | 'report' | 'form' | 'scope'>

interface MatrixContext {
  readonly catalogue: Catalogue
  readonly prose: boolean
  readonly blanksAsZero: boolean
}

/** Indicators of an agency's matrix: everything reported or joined across forms; rates and shares are compared, not listed. */
export const indicatorsOfMatrix = (catalogue: Catalogue): Indicator[] =>
  catalogue.indicators.filter((indicator) => indicator.type !== 'text' && indicator.kind !== 'derived')

/**
 * What an agency's figures say of each indicator and year, one table row (or its reason) each and, with `prose`, a row per grade:
 * the same rows as the comparison gives, from the long list of one agency.
 */
export function compareOwnFigures(
  figures: readonly ReportFigure[],
  covered: readonly ReportPlace[],
  indicators: readonly Indicator[],
  context: MatrixContext,
): ComparedValue[] {
  return indicators.flatMap((indicator) =>
    covered.flatMap((place) => {
      const own = figures.filter((figure) => figure.report === place.report)
      return [tableValue(indicator, place, own, context), ...(context.prose ? proseValues(indicator, place, own) : [])]
    }),
  )
}

function tableValue(
  indicator: Indicator,
  place: ReportPlace,
  own: readonly ReportFigure[],
  { catalogue, blanksAsZero }: MatrixContext,
): ComparedValue {
  const about = aboutOf(indicator, place)
  if (place.form === null) return { ...about, value: null, state: 'not_loaded', evidence: null, qualifier: null, n: null }
  const form = place.form
  const figure = computeIndicator(
    indicator,
    catalogue,
    { form, year: place.year },
    (id, applicant) => findCell(indicatorById(catalogue, id), applicant, form, place.year, own),
    { applicant: null, blanksAsZero },
  )
  const printed = catalogue.valueStates.some((state) => state.id === figure.state)
  return { ...about, ...figure, evidence: printed ? 'A' : null, qualifier: null }
}

/** A printed cell of one report, or why the report has none. */
export function findCell(
  indicator: Indicator,
  applicant: ApplicantId | null,
  form: FormId,
  year: number,
  own: readonly ReportFigure[],
): CellFigure {
  const wanted = indicator.byApplicant ? (applicant ?? 'total') : null
  const found = own.find((figure) => figure.evidence === 'A' && figure.indicator === indicator.id && figure.applicant === wanted)
  if (found) return { value: found.value, state: found.state }
  if (indicator.cell[askedForm(form, year)] === undefined) return { value: null, state: 'not_in_form' }
  return { value: null, state: form === 'narrative' ? 'not_reported' : 'row_missing' }
}

/** One row per grade; claims of one grade that contradict each other give no number. */
function proseValues(indicator: Indicator, place: ReportPlace, own: readonly ReportFigure[]): ComparedValue[] {
  const claims = own.filter(
    (figure) => figure.evidence !== 'A' && figure.indicator === indicator.id && (figure.applicant ?? 'total') === 'total',
  )
  const grades: readonly EvidenceGrade[] = ['B', 'C', 'D']
  return grades.flatMap((grade) => {
    const told = claims.filter((claim) => claim.evidence === grade)
    const first = told[0]
    if (!first) return []
    const agree = told.every((claim) => claim.value === first.value && claim.qualifier === first.qualifier)
    const about = { ...aboutOf(indicator, place), evidence: grade, n: null }
    return [
      agree
        ? { ...about, value: first.value, state: first.state, qualifier: first.qualifier }
        : { ...about, value: null, state: 'unreadable', qualifier: null },
    ]
  })
}

const aboutOf = (indicator: Indicator, place: ReportPlace) => ({
  indicator: indicator.id,
  agency: place.agency,
  year: place.year,
  applicant: indicator.byApplicant ? ('total' as const) : null,
  form: place.form,
  scope: place.scope,
  report: place.report,
})

/** Indicators × years of one agency. Without `all`, rows of which no form of the agency asks are left out. */
export function rowsOfAgency(
  rows: readonly ComparedValue[],
  agency: string,
  indicators: readonly Indicator[],
  years: readonly number[],
  all: boolean,
): MatrixRow[] {
  return indicators
    .map((indicator) => ({ indicator, cells: years.flatMap((year) => cellOfRug(rows, indicator.id, agency, year) ?? []) }))
    .filter(
      ({ cells }) => all || cells.some((cell) => cell.state !== 'not_in_form' && cell.state !== 'not_loaded' && cell.state !== 'undefined'),
    )
}

/** So many rows that those of nothing but zeros are counted rather than listed. */
const longMatrix = 30

/**
 * The rows of a long matrix without those that say one thing alone, as `foldOf` finds them; all of them where nothing else would be left.
 */
export function rowsToList(rows: readonly MatrixRow[]): readonly MatrixRow[] {
  const more = rows.filter((row) => foldOf(row) === null)
  return rows.length <= longMatrix || more.length === 0 ? rows : more
}

/**
 * What a row says where it says one thing alone: 0 in every year with a number, or a blank in every year that asks. Null where a year is
 * blank beside a number, unreadable, missing or told in prose.
 */
export const foldOf = (row: MatrixRow): 'zeros' | 'blanks' | null => (isOnlyZeros(row) ? 'zeros' : isOnlyBlanks(row) ? 'blanks' : null)

const isOnlyZeros = ({ cells }: MatrixRow): boolean =>
  cells.some((cell) => cell.value === 0) &&
  cells.every((cell) => (cell.value === null ? isUnasked(cell) : cell.state === 'zero' && cell.evidence === 'A'))

const isOnlyBlanks = ({ cells }: MatrixRow): boolean =>
  cells.some((cell) => cell.state === 'blank') && cells.every((cell) => cell.value === null && (cell.state === 'blank' || isUnasked(cell)))

const isUnasked = ({ state }: ComparedValue): boolean => state === 'not_in_form' || state === 'not_reported' || state === 'not_loaded'

/** The cell of a report that a figure stands in, as the report page names it. */
export function pathOf(indicator: Indicator, cell: Pick<ComparedValue, 'form' | 'applicant'>): string | null {
  const { form } = cell
  if (form !== 'pre2019_table' && form !== 'y2019' && form !== 'y2021') return null
  const path = indicator.cell[form]
  if (path === undefined) return null
  return indicator.byApplicant && form !== 'pre2019_table' ? `${path}@${cell.applicant ?? 'total'}` : path
}
