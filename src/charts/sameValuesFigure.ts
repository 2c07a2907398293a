import type { Indicator } from '../indicators/indicator.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { staffingWords } from '../text/staffingWords.ts'
import type { ChartTable } from './chartContext.ts'
import type { Figure } from './figure.ts'
import { countReports, saySource } from './figureHead.ts'
import { nameState, printNumber, printUnit } from './figureText.ts'
import { pickYear } from './ranking.ts'
import { findSameValues, flattestOf, type SameValues } from './sameValues.ts'
import { nameItem, type StaffContext } from './staffChart.ts'

/** What bodies report alike of each item of staffing; a load repeats by accident and is no item. */
export const listSameValues = (rows: readonly ComparedValue[], { indicators, at }: StaffContext): readonly SameValues[] =>
  indicators.all.filter(({ kind }) => kind !== 'derived').map((indicator) => findSameValues(rows, indicator, at))

/** What most bodies report alike, item by item. */
export function figureOfSameValues(items: readonly SameValues[], rows: readonly ComparedValue[], context: StaffContext): Figure {
  const { lang, words, at, agencies } = context
  const own = staffingWords[lang]
  const title = titleOfSame(items, context)
  const picked = items.flatMap(({ indicator }) =>
    pickYear(
      rows.filter((row) => row.indicator === indicator.id),
      at,
    ),
  )
  return {
    chart: 'statements',
    question: 'compareAgencies',
    title,
    subtitle: [words.compare.agenciesOf(agencies.length), own.when(at)],
    n: own.sameItems(items.length),
    drawing: null,
    table: tableOf(items, title, context),
    rows: picked,
    notes: [],
    source: saySource(countReports(picked), words),
  }
}

function titleOfSame(items: readonly SameValues[], context: StaffContext): string {
  const { lang, at } = context
  const own = staffingWords[lang]
  const flattest = flattestOf(items)
  if (!flattest?.same) return own.sameTitleNone(own.when(at))
  const { of, same, indicator } = flattest
  return own.sameTitle(own.when(at), of, same.agencies.length, nameItem(indicator, context), printTitle(same.value, indicator, context))
}

/** With its unit in Chinese; in English a unit of one would need its singular. */
const printTitle = (value: number, indicator: Indicator, { lang }: StaffContext): string =>
  `${printNumber(value, indicator, lang)}${lang === 'zh' ? printUnit(indicator, lang) : ''}`

/** One statement about an item, and the bodies that it is about. */
interface Statement {
  readonly text: string
  readonly value: string
  readonly agencies: readonly string[]
}

/** What is said of an item: the number of most bodies, the range of the others, and who has none. */
export function stateSameValues({ indicator, of, same, rest, missing }: SameValues, context: StaffContext): readonly Statement[] {
  const { lang, catalogue } = context
  const own = staffingWords[lang]
  const say = (value: number): string => printNumber(value, indicator, lang)
  return [
    ...(same ? [{ text: own.same(same.agencies.length, of, say(same.value)), value: say(same.value), agencies: same.agencies }] : []),
    ...(rest
      ? [
          {
            text: own.range(rest.agencies.length, say(rest.low), say(rest.high)),
            value: rest.low === rest.high ? say(rest.low) : `${say(rest.low)}–${say(rest.high)}`,
            agencies: rest.agencies,
          },
        ]
      : []),
    ...missing.map(({ state, agencies }) => {
      const name = nameState(catalogue, state, lang)
      return { text: own.missing(name, agencies.length), value: name, agencies }
    }),
  ]
}

/** The same counts, with the bodies that each one counts. */
function tableOf(items: readonly SameValues[], caption: string, context: StaffContext): ChartTable {
  const { lang, words, agencies } = context
  const own = staffingWords[lang]
  const nameBody = (id: string): string => agencies.find((agency) => agency.id === id)?.shortName ?? id
  return {
    caption,
    columns: [
      { name: own.item, numeric: false },
      { name: own.value, numeric: true },
      { name: own.bodies, numeric: true },
      { name: own.who, numeric: false },
    ],
    rows: items.flatMap((item) =>
      stateSameValues(item, context).map((part) => ({
        key: `${item.indicator.id}-${part.value}`,
        report: null,
        cells: [nameItem(item.indicator, context), part.value, String(part.agencies.length), words.list(part.agencies.map(nameBody))],
      })),
    ),
  }
}
