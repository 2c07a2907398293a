import type { ComparedValue } from '../questions/comparedValue.ts'
import { compareWordsIn } from '../text/compareWords.ts'
import { formatNumber } from '../text/numbers.ts'
import { nameColumn, printDifference, type Held } from './benchmark.ts'
import type { ChartContext, ChartPoint, ChartTable } from './chartContext.ts'
import { nameForm, nameState, printAmount, printNumber, printRow, printUnit, printValue } from './figureText.ts'
import { countNOfN } from './nOfN.ts'
import { listRanking } from './rankedBarsList.ts'
import type { Ranking } from './ranking.ts'
import { plainRanking, sectionNames, sectionsOf, type RankingView } from './rankingView.ts'

/** The stops of the keyboard, in the order of the list; bodies without a figure are stops too. */
export function pointsOfRanking(ranking: Ranking, context: ChartContext, view: RankingView = plainRanking): ChartPoint[][] {
  const { catalogue, indicator, lang, words, agencies } = context
  return [
    listRanking(ranking, context, view).flatMap((entry): ChartPoint[] => {
      if (!('row' in entry) || entry.kind === 'name') return []
      const { row } = entry
      const name = agencies.find((agency) => agency.id === row.agency)?.shortName ?? row.agency
      const against = entry.kind === 'bar' ? view.held?.byAgency.get(row.agency) : undefined
      const text = words.join([
        name,
        words.compare.yearIn(String(row.year)),
        printRow(row, indicator, catalogue, lang, words),
        ...(against && view.held && row.value !== null ? sayHeld(row.value, against, nameColumn(view.held.kind, lang), context) : []),
      ])
      return [
        {
          agency: row.agency,
          year: row.year,
          report: row.report,
          text,
          grid: 0,
          x: entry.kind === 'bar' ? (row.value ?? NaN) : 0,
          y: entry.key,
        },
      ]
    }),
  ]
}

/** How a value stands to its benchmark, as spoken. */
function sayHeld(value: number, against: Held, name: string, { indicator, lang }: ChartContext): string[] {
  return against.value === null ? [] : [compareWordsIn(lang).bench.than(name, printDifference(value, against.value, indicator, lang))]
}

/** The same rows as a table: every body, also those that the drawing leaves out. */
export function tableOfRanking(ranking: Ranking, caption: string, context: ChartContext, view: RankingView = plainRanking): ChartTable {
  const { catalogue, indicator, lang, words, agencies } = context
  const unit = printUnit(indicator, lang).trim()
  const ranked = ranking.groups.flatMap((group) => sectionsOf(group, ranking, view, context).flatMap((section) => section.rows))
  const rows = [...ranked, ...ranking.tooSmall, ...ranking.missing]
  const sized = indicator.kind === 'derived'
  const { bench, by } = compareWordsIn(lang)
  const names = new Map(agencies.map((agency) => [agency.id, agency.shortName]))
  const sections = sectionNames(view, context)
  return {
    caption,
    columns: [
      { name: words.bar.agencies, numeric: false },
      { name: words.compare.year, numeric: true },
      { name: unit === '' ? words.compare.value : `${words.compare.value} (${unit})`, numeric: true },
      ...(view.held === null
        ? []
        : [
            { name: nameColumn(view.held.kind, lang), numeric: true },
            { name: bench.difference, numeric: true },
          ]),
      ...(view.by === 'none' ? [] : [{ name: by.name, numeric: false }]),
      ...(sized ? [{ name: words.compare.nColumn, numeric: true }] : []),
      { name: words.compare.stateColumn, numeric: false },
      { name: words.compare.formColumn, numeric: false },
    ],
    rows: rows.map((row) => ({
      key: row.agency,
      report: row.report,
      cells: [
        names.get(row.agency) ?? row.agency,
        String(row.year),
        printValue(row, indicator, lang, words) ?? nameState(catalogue, row.state, lang),
        ...(view.held === null ? [] : heldCells(row, view.held.byAgency.get(row.agency), context)),
        ...(view.by === 'none' ? [] : [sections.get(row.agency) ?? by.unknown]),
        ...(sized ? [row.n === null ? nameState(catalogue, row.state, lang) : formatNumber(row.n, lang)] : []),
        nameState(catalogue, row.state, lang),
        nameForm(catalogue, row.form, lang) || nameState(catalogue, row.state, lang),
      ],
    })),
  }
}

/** What a row is held against and by how much it differs, or why it is not. */
function heldCells(row: ComparedValue, against: Held | undefined, context: ChartContext): [held: string, difference: string] {
  const { indicator, lang, catalogue } = context
  const { bench } = compareWordsIn(lang)
  if (against === undefined || row.value === null) {
    return [row.value === null ? nameState(catalogue, row.state, lang) : bench.notRanked, bench.cannot]
  }
  if (against.value === null) return [against.reason, bench.cannot]
  const told = printNumber(against.value, indicator, lang)
  return [
    against.have === null || against.of === null ? told : bench.ofN(told, against.have, against.of),
    printDifference(row.value, against.value, indicator, lang),
  ]
}

/** What the bars show, in words, at most 300 characters; every number in it stands in the table. */
export function describeRanking(ranking: Ranking, context: ChartContext): string {
  const { words, indicator, agencies, lang, catalogue } = context
  const nameOf = (id: string): string => agencies.find((agency) => agency.id === id)?.shortName ?? id
  const rows = [...ranking.groups.flatMap((group) => group.rows), ...ranking.tooSmall, ...ranking.missing]
  const n = countNOfN(rows)
  const group = ranking.groups.length === 1 ? ranking.groups[0] : undefined
  const top = group?.rows[0]
  const bottom = group?.rows.at(-1)
  const say = (row: ComparedValue): string => printAmount(row.value ?? NaN, indicator, lang)
  const parts = [
    `${words.charts.bars}: ${indicator.name[lang]}`,
    words.charts.valuesOf(n.have, n.of),
    ...(top && bottom && top.value !== bottom.value
      ? [words.charts.highest(say(top), nameOf(top.agency)), words.charts.lowest(say(bottom), nameOf(bottom.agency))]
      : []),
    ...(top && bottom && top.value === 0 && bottom.value === 0 ? [words.charts.allZero] : []),
    ...(n.reasons.length > 0
      ? [
          words.charts.missing(
            n.of - n.have,
            n.reasons.map(({ state, count }) => words.nOfN.reason(nameState(catalogue, state, lang), count)),
          ),
        ]
      : []),
  ]
  const text = words.join(parts) + words.sentenceEnd
  return text.length <= 300 ? text : `${[...text].slice(0, 299).join('')}…`
}
