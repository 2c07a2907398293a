import type { Agency } from '../agencies.ts'
import { isOfProse, isOfTables } from '../forms/states.ts'
import type { Catalogue } from '../indicators/catalogue.ts'
import { indicatorById } from '../indicators/catalogue.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { comparedWords } from '../text/comparedWords.ts'
import type { Lang } from '../text/label.ts'
import type { Words } from '../text/zh.ts'
import type { ChartTable } from './chartContext.ts'
import { isTooSmall, nameState, printNumber, printRow, printUnit, printValue } from './figureText.ts'

/** One column of the rug: an agency and the year of the report that it shows; null: no report in the span. */
export interface RugColumn {
  readonly agency: Agency
  readonly year: number | null
  readonly report: string | null
}

/** Each agency with its latest report of the span. */
export function columnsOfRug(rows: readonly ComparedValue[], agencies: readonly Agency[]): RugColumn[] {
  return agencies.map((agency) => {
    const loaded = rows.filter((row) => row.agency === agency.id && row.report !== null)
    const latest = loaded.reduce<ComparedValue | null>((best, row) => (best === null || row.year > best.year ? row : best), null)
    return { agency, year: latest?.year ?? null, report: latest?.report ?? null }
  })
}

/**
 * What a cell shows: the table figure; without one, the strongest figure of the prose when `rows` hold prose; else the
 * reason. A prose figure never hides a table figure, and never takes its tint.
 */
export function cellOfRug(rows: readonly ComparedValue[], indicator: string, agency: string, year: number | null): ComparedValue | null {
  const here = rows.filter((row) => row.indicator === indicator && row.agency === agency && (year === null || row.year === year))
  const table = here.find(isOfTables)
  if (table && (table.value !== null || year === null)) return table
  const prose = here.filter(isOfProse).sort((a, b) => ((a.evidence ?? '') < (b.evidence ?? '') ? -1 : 1))[0]
  return prose ?? table ?? null
}

/** One body of a rug with what its report says of each indicator, in their order. */
export interface RugLine extends RugColumn {
  readonly cells: readonly ComparedValue[]
}

/** A rug laid out: bodies, indicators, and the indicators that no form of these reports asks for. */
export interface RugSheet {
  readonly lines: readonly RugLine[]
  readonly indicators: readonly Indicator[]
  readonly notAsked: readonly Indicator[]
}

/**
 * Every body with one report: that of the year `at`, or its latest. Indicators that every loaded report's form lacks are left out
 * and named, unless nothing else would be left.
 */
export function layOutRug(
  rows: readonly ComparedValue[],
  agencies: readonly Agency[],
  indicators: readonly Indicator[],
  at: number | 'latest',
): RugSheet {
  const byAgency = gather(rows, (row) => row.agency)
  const lines = agencies.map((agency): RugLine => {
    const own = byAgency.get(agency.id) ?? []
    const year = at === 'latest' ? (columnsOfRug(own, [agency])[0]?.year ?? null) : at
    const ofYear = year === null ? own : own.filter((row) => row.year === year)
    const cells = indicators.flatMap((indicator) => cellOfRug(ofYear, indicator.id, agency.id, year) ?? [])
    return { agency, year, report: cells.find((cell) => cell.report !== null)?.report ?? null, cells }
  })
  const isAsked = (indicator: Indicator): boolean =>
    lines.some(({ cells }) =>
      cells.some((cell) => cell.indicator === indicator.id && cell.state !== 'not_in_form' && cell.state !== 'not_loaded'),
    )
  const asked = at === 'latest' ? indicators : indicators.filter(isAsked)
  if (asked.length === 0 || asked.length === indicators.length) return { lines, indicators, notAsked: [] }
  const kept = new Set(asked.map(({ id }) => id))
  return {
    lines: lines.map((line) => ({ ...line, cells: line.cells.filter((cell) => kept.has(cell.indicator)) })),
    indicators: asked,
    notAsked: indicators.filter(({ id }) => !kept.has(id)),
  }
}

function gather<Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}

/**
 * Lines by one indicator, highest first. A rate over too few, a figure of the prose and a missing one have no place in the order: they
 * keep the order of lists, after the numbers.
 */
export function sortRug(lines: readonly RugLine[], indicator: Indicator): readonly RugLine[] {
  const placeOf = ({ cells }: RugLine): number => {
    const cell = cells.find((one) => one.indicator === indicator.id)
    const isRanked = cell !== undefined && cell.value !== null && cell.evidence === 'A' && !isTooSmall(cell, indicator)
    return isRanked && cell.value !== null ? cell.value : -Infinity
  }
  return [...lines].sort((a, b) => {
    const [first, second] = [placeOf(a), placeOf(b)]
    return first === second ? 0 : second - first
  })
}

/** The table behind the rug: a row per indicator and body, so that nothing is told by tint alone. */
export function tableOfRug(
  cells: readonly ComparedValue[],
  {
    catalogue,
    agencies,
    lang,
    words,
    caption,
  }: {
    readonly catalogue: Catalogue
    readonly agencies: readonly Agency[]
    readonly lang: Lang
    readonly words: Words
    readonly caption: string
  },
): ChartTable {
  const nameOf = (id: string): string => agencies.find((agency) => agency.id === id)?.shortName ?? id
  return {
    caption,
    columns: [
      { name: words.overview.agencyColumn, numeric: false },
      { name: words.compare.year, numeric: true },
      { name: words.overview.indicatorColumn, numeric: false },
      { name: words.compare.value, numeric: true },
      { name: words.compare.stateColumn, numeric: false },
      { name: words.compare.evidenceColumn, numeric: false },
    ],
    rows: cells.map((row) => {
      const indicator = indicatorById(catalogue, row.indicator)
      const value = printValue(row, indicator, lang, words)
      return {
        key: `${row.agency}-${row.year}-${row.indicator}-${row.evidence ?? ''}`,
        report: row.report,
        cells: [
          nameOf(row.agency),
          String(row.year),
          indicator.name[lang],
          value === null
            ? nameState(catalogue, row.state, lang)
            : `${value}${isTooSmall(row, indicator) ? '' : printUnit(indicator, lang)}`,
          nameState(catalogue, row.state, lang),
          row.evidence === null ? '–' : words.evidence.letter(row.evidence, words.evidence[row.evidence]),
        ],
      }
    }),
  }
}

/** A cell of a year in which the body did not exist: nothing could be there. */
export const leaveEmpty = (indicator: string, agency: string, year: number): ComparedValue => ({
  indicator,
  agency,
  year,
  applicant: null,
  value: null,
  state: 'not_in_form',
  evidence: null,
  qualifier: null,
  form: null,
  scope: null,
  report: null,
  n: null,
})

/** Is it such a cell? A report whose form does not ask for an indicator has a form. */
export const isNotThere = ({ state, form }: Pick<ComparedValue, 'state' | 'form'>): boolean => state === 'not_in_form' && form === null

/** Everything one cell says: who, when, what, how much or why not. */
export function sayCell(row: ComparedValue, indicator: Indicator, agency: Agency, catalogue: Catalogue, lang: Lang, words: Words): string {
  const what = indicator.name[lang]
  const told = isNotThere(row) ? comparedWords[lang].notThereCell : printRow(row, indicator, catalogue, lang, words)
  return words.join([agency.shortName, words.compare.yearIn(String(row.year)), what, told])
}

/** The range of an indicator's table figures over the cells shown, with its unit: `9–461 条`; null when there is none. */
export function rangeOf(
  cells: readonly ComparedValue[],
  indicator: Indicator,
  lang: Lang,
): { readonly low: string; readonly high: string; readonly same: boolean; readonly allZero: boolean; readonly count: number } | null {
  const values = cells.flatMap((row) => (row.value === null || isTooSmall(row, indicator) ? [] : [row.value]))
  if (values.length === 0) return null
  const low = Math.min(...values)
  const high = Math.max(...values)
  return {
    low: printNumber(low, indicator, lang),
    high: printNumber(high, indicator, lang),
    same: low === high,
    allZero: low === 0 && high === 0,
    count: values.length,
  }
}
