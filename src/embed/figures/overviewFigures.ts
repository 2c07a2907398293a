import { chooseShownYear, sayCoverage } from '../../charts/coverage.ts'
import { figureOfCoverage, judgeCovered, layOutCoverage, type CoverageContext } from '../../charts/coverageFigure.ts'
import type { JudgedFiling } from '../../charts/lateness.ts'
import { cellsOfGroups, figureOfOverviewRug, layOutOverviewRug, type OverviewRug } from '../../charts/overviewRug.ts'
import type { FigureState } from '../../forms/states.ts'
import { indicatorsOfTopic } from '../../indicators/catalogue.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import { compareAgencies } from '../../questions/compareAgencies.ts'
import type { ComparedValue } from '../../questions/comparedValue.ts'
import { coverReports } from '../../questions/coverReports.ts'
import { defaultComparison, overviewIndicators } from '../../questions/defaultAnswers.ts'
import { overviewWords } from '../../text/overviewWords.ts'
import { asFigure, contextOf, showFigure, type AskFigure } from './askedFigure.ts'
import type { CellMatrix, MatrixCell } from './cellMatrix.ts'
import { cellOf } from './figureCell.ts'

const askCoverage: AskFigure = (view) => {
  const { dataset, selection, agencies } = view
  const { years } = selection
  return asFigure(coverReports, { agencies: selection.agencies, years }, [], (rows, look) => {
    const chosen = new Set(agencies.map(({ id }) => id))
    const covered = rows.filter(({ agency }) => chosen.has(agency))
    const at = chooseShownYear(covered, selection.at, years)
    const filings = judgeCovered(covered, {
      agencies: dataset.agencies,
      reports: dataset.reports,
      completeYears: dataset.manifest.completeYears,
      lang: look.lang,
    })
    const context: CoverageContext = { ...contextOf(view, look), overview: overviewWords[look.lang] }
    const states = filings.flatMap(({ filing }) => absentState[filing] ?? [])
    return showFigure(figureOfCoverage(filings, at, context), { states, matrix: matrixOfCoverage(filings, context) })
  })
}

/** The texture of a place without a report; one that the dataset lacks says so in a word. */
const absentState: Partial<Readonly<Record<JudgedFiling['filing'], FigureState>>> = { notLoaded: 'not_loaded', notThere: 'not_in_form' }

function matrixOfCoverage(filings: readonly JudgedFiling[], context: CoverageContext): CellMatrix {
  const { agencies, words } = context
  const { years, isDense } = layOutCoverage(filings)
  const byPlace = new Map(filings.map((one) => [`${one.row.agency} ${one.row.year}`, one]))
  return {
    corner: words.overview.agencyColumn,
    heads: years.map(String),
    groups: [
      {
        title: '',
        lines: agencies.map(({ id, name, shortName }) => ({
          name: shortName,
          title: name,
          cells: years.map((year) => {
            const one = byPlace.get(`${id} ${year}`)
            return one ? cellOfFiling(one, isDense, context) : null
          }),
        })),
      },
    ],
    isTinted: false,
  }
}

/** How full a report is; a late one is marked. */
function cellOfFiling(judged: JudgedFiling, isDense: boolean, context: CoverageContext): MatrixCell {
  const { overview, words } = context
  const { row, filing } = judged
  const own = { grade: null, label: sayCoverage(judged, context), agency: row.agency, year: row.year }
  const state = absentState[filing]
  if (state !== undefined) return { text: '', tone: state === 'not_loaded' ? 'notload' : 'notform', state, ...own }
  if (row.report === null) return { text: overview.missingShort, tone: 'undef', state: null, ...own }
  const isProse = row.expected === null || row.filled === null
  const isFull = !isProse && row.filled === row.expected
  const full = isFull ? overview.full : String(row.filled)
  const text = isProse ? (isDense ? overview.prose : words.overview.proseShort) : isDense ? full : `${row.filled}/${row.expected}`
  const late = filing === 'late' ? `${text} ${overview.lateMark}` : text
  return { text: late, tone: isProse ? 'ev-b' : isFull ? 'v2' : 'v1', state: null, ...own }
}

const askRug: AskFigure = (view) => {
  const { dataset, selection, agencies } = view
  const { catalogue } = dataset
  const main = overviewIndicators(catalogue).flatMap((id) => catalogue.indicators.find((indicator) => indicator.id === id) ?? [])
  const indicators = indicatorsOfTopic(catalogue, selection.topic) ?? main
  if (indicators.length === 0) return null
  const { years, at: chosenAt } = selection
  // Of one year no more than that is asked.
  const span = typeof chosenAt === 'number' && chosenAt >= years[0] && chosenAt <= years[1] ? ([chosenAt, chosenAt] as const) : years
  const asked = {
    ...defaultComparison(catalogue, span, selection.prose),
    indicators: indicators.map(({ id }) => id),
    agencies: selection.agencies,
    blanksAsZero: selection.blanksAsZero,
  }
  return asFigure(compareAgencies, asked, indicators, (rows, look) => {
    const context = contextOf(view, look)
    const at = chooseShownYear(reportsIn(rows), chosenAt, years)
    const rug = layOutOverviewRug(rows, indicators, {
      at,
      agencies,
      all: dataset.agencies,
      sortedBy: selection.sort === 'value' ? (selection.indicators[0] ?? null) : null,
      by: selection.by,
      lang: look.lang,
    })
    return showFigure(figureOfOverviewRug(rug, context), {
      states: cellsOfGroups(rug.groups).flatMap((cell): FigureState[] => (cell.value === null ? [cell.state] : [])),
      matrix: matrixOfRug(rug, context),
    })
  })
}

/** One row for every body and year. */
const reportsIn = (rows: readonly ComparedValue[]): readonly ComparedValue[] => [
  ...new Map(rows.map((row) => [`${row.agency} ${row.year}`, row])).values(),
]

/** Bodies down, indicators across. */
function matrixOfRug({ groups, sheet: { indicators } }: OverviewRug, context: ReturnType<typeof contextOf>): CellMatrix {
  const { words, lang } = context
  const cellIn = (cells: readonly ComparedValue[], indicator: Indicator, agency: Parameters<typeof cellOf>[2]): MatrixCell | null => {
    const cell = cells.find((one) => one.indicator === indicator.id)
    return cell ? cellOf(cell, indicator, agency, context) : null
  }
  return {
    corner: words.overview.agencyColumn,
    heads: indicators.map((indicator) => (indicator.shortName ?? indicator.name)[lang]),
    groups: groups.map(({ title, lines }) => ({
      title,
      lines: lines.map(({ agency, year, cells }) => ({
        name: agency.shortName,
        title: year === null ? agency.name : `${agency.name} ${year}`,
        cells: indicators.map((indicator) => cellIn(cells, indicator, agency)),
      })),
    })),
    isTinted: true,
  }
}

/** The figures of the overview, by their ids in the address. */
export const overviewFigures = { coverage: askCoverage, rug: askRug } as const satisfies Readonly<Record<string, AskFigure>>
