import { compareAgencyOrder, existsIn, type Agency } from '../agencies.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { overviewWords } from '../text/overviewWords.ts'
import { punctuation } from '../text/punctuation.ts'
import type { Lang } from '../text/label.ts'
import { groupAgencies, type AgencyGroup, type GroupedBy } from './agencyGroups.ts'
import type { ChartContext } from './chartContext.ts'
import type { Figure } from './figure.ts'
import { countNOfN } from './nOfN.ts'
import { layOutRug, sortRug, tableOfRug, type RugLine, type RugSheet } from './rug.ts'
import { titleOfRug } from './rugTitle.ts'

/** Indicators that are named in a note; more are counted. */
const namedAtMost = 12

/** Bodies from which on lists are put together by level where nothing was chosen. */
const groupedFrom = 12

/** Lines under one heading. */
export interface RugGroup extends Pick<AgencyGroup, 'key' | 'title'> {
  readonly lines: readonly RugLine[]
}

/** Indicators × bodies of one year, laid out. */
export interface OverviewRug {
  readonly sheet: RugSheet
  readonly groups: readonly RugGroup[]
  /** The bodies that were there in the year, and those that were not. */
  readonly there: readonly Agency[]
  readonly gone: readonly Agency[]
  readonly at: number | 'latest'
  readonly by: GroupedBy
  /** What the lines are in order of; null: the order of lists. */
  readonly sorted: Indicator | null
}

/** Lays the rows out, in the order and under the headings that the reader chose. `all`: every body of the dataset. */
export function layOutOverviewRug(
  rows: readonly ComparedValue[],
  indicators: readonly Indicator[],
  {
    at,
    agencies,
    all,
    sortedBy,
    by: chosenBy,
    lang,
  }: {
    readonly at: number | 'latest'
    readonly agencies: readonly Agency[]
    readonly all: readonly Agency[]
    /** Id of the indicator that bodies are sorted by; null: the order of lists. */
    readonly sortedBy: string | null
    readonly by: GroupedBy | null
    readonly lang: Lang
  },
): OverviewRug {
  const loaded = new Set(rows.filter((row) => row.report !== null && (at === 'latest' || row.year === at)).map((row) => row.agency))
  const there = agencies.filter((agency) => at === 'latest' || loaded.has(agency.id) || existsIn(agency, at))
  const sheet = layOutRug(rows, there, answered(indicators, rows), at)
  const sorted = sheet.indicators.find(({ id }) => id === sortedBy) ?? null
  const levels = new Set(there.map(({ level }) => level)).size
  const by = chosenBy ?? (there.length >= groupedFrom && levels > 1 ? 'level' : 'none')
  const isThere = new Set(there)
  return {
    sheet,
    groups: arrange(sheet, sorted, by, all, lang),
    there,
    gone: agencies.filter((agency) => !isThere.has(agency)),
    at,
    by,
    sorted,
  }
}

/** The indicators that the rows are of, each once: while others are asked for, those shown before stay. */
function answered(indicators: readonly Indicator[], rows: readonly ComparedValue[]): readonly Indicator[] {
  const ids = new Set(rows.map((row) => row.indicator))
  return [...new Set(indicators)].filter(({ id }) => ids.has(id))
}

/** Lines in their order, under their headings. Within a heading the order is that of the whole. */
function arrange(
  { lines }: RugSheet,
  sorted: Indicator | null,
  by: GroupedBy,
  everyBody: readonly Agency[],
  lang: Lang,
): readonly RugGroup[] {
  const ordered = sorted ? sortRug(lines, sorted) : lines
  const lineOf = new Map(ordered.map((line) => [line.agency.id, line]))
  // Headings keep the order of lists, whatever the bodies under them are sorted by.
  const inList = groupAgencies([...ordered].map(({ agency }) => agency).sort(compareAgencyOrder), by, {
    all: everyBody,
    lang,
    unknown: overviewWords[lang].unknownGroup,
  })
  return inList.map(({ key, title, agencies }) => {
    const members = new Set(agencies.map(({ id }) => id))
    return { key, title, lines: [...lineOf.values()].filter(({ agency }) => members.has(agency.id)) }
  })
}

/** The cells in the order in which they stand. */
export const cellsOfGroups = (groups: readonly RugGroup[]): readonly ComparedValue[] =>
  groups.flatMap(({ lines }) => lines.flatMap((line) => line.cells))

/** Indicators × bodies of one year: the state of every figure by its texture, numbers by order of magnitude. A table of cells. */
export function figureOfOverviewRug(
  rug: OverviewRug,
  { catalogue, lang, words }: Pick<ChartContext, 'catalogue' | 'lang' | 'words'>,
): Figure {
  const { sheet, groups, there, at, sorted } = rug
  const own = overviewWords[lang]
  const cells = cellsOfGroups(groups)
  const n = countNOfN(cells)
  const title = titleOfRug(cells, sheet.indicators, at, lang, words)
  const { length } = sheet.indicators
  return {
    chart: 'rug',
    question: 'compareAgencies',
    title,
    subtitle: [
      at === 'latest' ? own.rugSubLatest(length, there.length) : own.rugSubYear(at, length, there.length),
      sorted ? own.sortedBy((sorted.shortName ?? sorted.name)[lang]) : '',
      own.rugRamp,
    ].filter(Boolean),
    n: words.overview.rugHave(n.have, n.of),
    drawing: null,
    table: tableOfRug(cells, { catalogue, agencies: there, lang, words, caption: title }),
    rows: cells,
    notes: [listNotes(rug, lang).join(punctuation[lang].gap)].filter(Boolean),
    source: `${words.panel.source(sheet.lines.filter((line) => line.report !== null).length)} · ${words.overview.rugNote}`,
  }
}

function listNotes({ sheet: { notAsked }, gone, at }: OverviewRug, lang: Lang): string[] {
  const own = overviewWords[lang]
  const names = notAsked.slice(0, namedAtMost).map((indicator) => (indicator.shortName ?? indicator.name)[lang])
  return [
    ...(notAsked.length > 0 ? [own.notAsked(own.names(names, notAsked.length))] : []),
    ...(gone.length > 0 && at !== 'latest'
      ? [own.notThere(gone.map(({ shortName }) => shortName).join(punctuation[lang].enumeration), at)]
      : []),
  ]
}
