import { joinSql, sql, type Sql } from '../engine/sql.ts'
import type { ApplicantId, FormId } from '../forms/form.ts'
import { isOfProse, isOfTables, type EvidenceGrade, type FigureState, type Qualifier, type Scope } from '../forms/states.ts'
import { indicatorById, tableForms, type Catalogue } from '../indicators/catalogue.ts'
import { computeIndicator, type IndicatorFigure } from '../indicators/computeIndicator.ts'
import { operandsOf } from '../indicators/formula.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { formulaOn, sizeOn, type IndicatorChoice } from '../indicators/indicatorFormula.ts'
import { printIndicatorSql } from '../indicators/indicatorSql.ts'
import type { ComparedValue } from './comparedValue.ts'
import { readApplicant, readIdsOrAll, readIndicators, readSwitch, readYears, refuseUnknown } from './params.ts'
import type { PublishedFiles, Question } from './question.ts'
import { numberOf, numberOrNull, textOf, textOrNull } from './rawFields.ts'
import { among, yearsBetween, yearTable } from './spans.ts'

export type Comparison = {
  readonly indicators: readonly string[]
  /** Null for all. */
  readonly agencies: readonly string[] | null
  readonly years: readonly [from: number, to: number]
  /** Null for the total. */
  readonly applicant: ApplicantId | null
  /** Also rows of grades B to D. */
  readonly prose: boolean
  /** A blank cell counts as 0. */
  readonly blanksAsZero: boolean
}

/**
 * How do these agencies compare on these indicators, year by year? One row of grade A, or saying why there is none, per indicator,
 * agency and year; with `prose` also one per grade that the prose gives.
 */
export const compareAgencies: Question<Comparison, ComparedValue> = {
  name: 'compareAgencies',
  about: {
    zh: '各机关各年度的指标值，没有值的说明原因',
    en: 'Indicators over agencies and years, with the reason where there is no number',
  },
  paramsAbout: {
    indicators: 'ids of indicators',
    agencies: 'ids, null for all',
    years: '[first, last]',
    applicant: 'applicant type, null for the total',
    prose: 'true: also figures from the prose (grades B to D)',
    blanksAsZero: 'true: a blank cell counts as 0',
  },
  readParams(raw, catalogue) {
    refuseUnknown(raw, ['indicators', 'agencies', 'years', 'applicant', 'prose', 'blanksAsZero'])
    return {
      indicators: readIndicators(raw, 'indicators', catalogue),
      agencies: readIdsOrAll(raw, 'agencies'),
      years: readYears(raw),
      applicant: readApplicant(raw, catalogue),
      prose: readSwitch(raw, 'prose'),
      blanksAsZero: readSwitch(raw, 'blanksAsZero'),
    }
  },
  sql(params, catalogue) {
    const indicators = params.indicators.map((id) => indicatorById(catalogue, id))
    const parts = inGroups(indicators, askedTogether).map((group, at) => tableRows(group, at * askedTogether, params, catalogue))
    if (params.prose) parts.push(proseRows(indicators, params))
    return sql`
      WITH spine AS (
        SELECT agencies.agency_id, years.year FROM d.agencies AS agencies CROSS JOIN ${yearTable(params.years)}
        WHERE ${among(sql`agencies.agency_id`, params.agencies)}
      )
      SELECT indicator, agency, year::INTEGER AS year, applicant, value::DOUBLE AS value, state, evidence, qualifier, form, scope, report, n::DOUBLE AS n
      FROM (${joinSql(parts, ' UNION ALL ')})
      ORDER BY place, agency, year, coalesce(evidence, 'A')`
  },
  row: (raw) => ({
    indicator: textOf(raw, 'indicator'),
    agency: textOf(raw, 'agency'),
    year: numberOf(raw, 'year'),
    applicant: textOrNull(raw, 'applicant') as ApplicantId | null,
    value: numberOrNull(raw, 'value'),
    state: textOf(raw, 'state') as FigureState,
    evidence: textOrNull(raw, 'evidence') as EvidenceGrade | null,
    qualifier: textOrNull(raw, 'qualifier') as Qualifier | null,
    form: textOrNull(raw, 'form') as FormId | null,
    scope: textOrNull(raw, 'scope') as Scope | null,
    report: textOrNull(raw, 'report'),
    n: numberOrNull(raw, 'n'),
  }),
  async fromFiles(params, files) {
    const rows: ComparedValue[] = []
    for (const id of params.indicators) rows.push(...(await compareFromFiles(indicatorById(files.catalogue, id), params, files)))
    return rows
  },
}

const applicantOf = (indicator: Indicator, applicant: ApplicantId | null): ApplicantId | null =>
  indicator.byApplicant ? (applicant ?? 'total') : null

/** How many indicators one join serves: planning many joins takes longer than asking them, and so does one list of very many entries. */
const askedTogether = 24

const inGroups = <T>(list: readonly T[], size: number): (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size))

/**
 * One row per indicator, agency and year: the figure of the tables, or why there is none. The reports are joined once for all these
 * indicators, and each gives a list with one entry per indicator; `first` is the place of the first one in the answer.
 */
function tableRows(indicators: readonly Indicator[], first: number, { applicant, blanksAsZero }: Comparison, catalogue: Catalogue): Sql {
  const printed = catalogue.valueStates.map(({ id }) => id)
  const figures = indicators.map((indicator, place) => {
    const { value, state, n } = printIndicatorSql(indicator, catalogue, 'wide', { applicant, blanksAsZero })
    return sql`{'place': ${first + place}::INTEGER, 'indicator': ${indicator.id}::VARCHAR, 'applicant': ${applicantOf(indicator, applicant)}::VARCHAR,
      'value': (${value})::DOUBLE, 'state': CASE WHEN wide.report_id IS NULL THEN 'not_loaded' ELSE ${state} END, 'n': (${n})::DOUBLE}`
  })
  return sql`
    SELECT figure.place, figure.indicator, agency, year, figure.applicant, figure.value, figure.state,
      CASE WHEN figure.state IN (${printed}) THEN 'A' END AS evidence, NULL::VARCHAR AS qualifier, form, scope, report, figure.n
    FROM (
      SELECT spine.agency_id AS agency, spine.year AS year, wide.form AS form, wide.scope AS scope, wide.report_id AS report,
        unnest([${joinSql(figures, ', ')}]) AS figure
      FROM spine LEFT JOIN d.wide AS wide ON wide.agency_id = spine.agency_id AND wide.year = spine.year
    )`
}

/** What the prose says: one row per grade. Claims that contradict each other were made unreadable when the dataset was compiled. */
function proseRows(indicators: readonly Indicator[], { applicant }: Comparison): Sql {
  const asked = joinSql(
    indicators.map((indicator, place) => sql`(${place}::INTEGER, ${indicator.id}::VARCHAR, ${applicantOf(indicator, applicant)}::VARCHAR)`),
    ', ',
  )
  return sql`
    SELECT asked.place, claims.indicator, claims.agency_id AS agency, claims.year, claims.applicant, claims.value, claims.state, claims.evidence,
      claims.qualifier, claims.form, claims.scope, claims.report_id AS report, NULL::DOUBLE AS n
    FROM d.claims AS claims
    JOIN (VALUES ${asked}) AS asked(place, indicator, applicant)
      ON claims.indicator = asked.indicator AND claims.applicant IS NOT DISTINCT FROM asked.applicant
    JOIN spine ON spine.agency_id = claims.agency_id AND spine.year = claims.year`
}

/** A row of `api/indicators/<id>.json`. */
type PublishedValue = Omit<ComparedValue, 'indicator' | 'n'> & { readonly n?: number | null }

const readValues = async (files: PublishedFiles, id: string): Promise<readonly PublishedValue[]> =>
  (await files.readJson(`api/indicators/${id}.json`)) as readonly PublishedValue[]

async function compareFromFiles(indicator: Indicator, params: Comparison, files: PublishedFiles): Promise<ComparedValue[]> {
  const { years, prose, blanksAsZero } = params
  const applicant = applicantOf(indicator, params.applicant)
  const published = (await files.readJson('api/agencies.json')) as readonly { readonly id: string }[]
  const agencies = published.map(({ id }) => id).filter((id) => params.agencies === null || params.agencies.includes(id))
  const own = new Map<string, PublishedValue[]>()
  for (const row of await readValues(files, indicator.id)) {
    if (row.applicant !== applicant || (isOfProse(row) && !prose)) continue
    const key = `${row.agency} ${row.year}`
    own.set(key, [...(own.get(key) ?? []), row])
  }
  const recompute = blanksAsZero ? await recomputer(indicator, params, files) : null
  return agencies.sort().flatMap((agency) =>
    yearsBetween(years).flatMap((year) => {
      const rows = own.get(`${agency} ${year}`) ?? [notLoaded(agency, year, applicant)]
      return rows.map((row): ComparedValue => {
        const again = recompute && isOfTables(row) ? recompute(row) : null
        return { indicator: indicator.id, ...row, n: row.n ?? null, ...again }
      })
    }),
  )
}

const notLoaded = (agency: string, year: number, applicant: ApplicantId | null): PublishedValue => ({
  agency,
  year,
  applicant,
  value: null,
  state: 'not_loaded',
  evidence: null,
  qualifier: null,
  form: null,
  scope: null,
  report: null,
})

/** Works a row out again with blanks as 0, from the published files of the figures that its formula takes. */
async function recomputer(
  indicator: Indicator,
  params: Comparison,
  files: PublishedFiles,
): Promise<(row: PublishedValue) => (IndicatorFigure & { readonly evidence: EvidenceGrade | null }) | null> {
  const choice: IndicatorChoice = { applicant: params.applicant, blanksAsZero: true }
  const figures = new Map<string, PublishedValue>()
  for (const id of operandIds(indicator, choice, files.catalogue)) {
    for (const row of await readValues(files, id)) if (isOfTables(row)) figures.set(figureKey(row.report, id, row.applicant), row)
  }
  const valueStates = new Set<FigureState>(files.catalogue.valueStates.map(({ id }) => id))
  return ({ report, form, year }) => {
    if (report === null || form === null) return null
    const figure = computeIndicator(
      indicator,
      files.catalogue,
      { form, year },
      (id, applicant) => {
        const found = figures.get(figureKey(report, id, applicantOf(indicatorById(files.catalogue, id), applicant)))
        return found ?? { value: null, state: 'not_in_form' }
      },
      choice,
    )
    return { ...figure, evidence: valueStates.has(figure.state) ? 'A' : null }
  }
}

const figureKey = (report: string | null, indicator: string, applicant: ApplicantId | null): string =>
  `${report ?? ''} ${indicator} ${applicant ?? ''}`

/** Every figure that an indicator takes on any form. */
function operandIds(indicator: Indicator, { applicant }: IndicatorChoice, catalogue: Catalogue): string[] {
  const formulas = tableForms.flatMap((form) => [
    formulaOn(indicator, form, applicant, catalogue),
    sizeOn(indicator, form, applicant, catalogue),
  ])
  return [...new Set(formulas.flatMap((formula) => (formula === null ? [] : operandsOf(formula).map((operand) => operand.indicator))))]
}
