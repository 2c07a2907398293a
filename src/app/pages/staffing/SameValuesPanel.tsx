import { memo, type ReactNode } from 'react'
import type { ChartTable } from '../../../charts/chartContext.ts'
import { nameState, printNumber, printUnit, unitBeside } from '../../../charts/figureText.ts'
import { pickYear } from '../../../charts/ranking.ts'
import { findSameValues, flattestOf, type SameValues } from '../../../charts/sameValues.ts'
import { nameItem, type StaffContext } from '../../../charts/staffChart.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import { compareAgencies } from '../../../questions/compareAgencies.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import { staffingWords } from '../../../text/staffingWords.ts'
import { Link } from '../../Link.tsx'
import { Panel } from '../../Panel.tsx'
import { useAfterPaint } from '../../useAfterPaint.ts'
import { markFirstChart } from '../../readiness.ts'

/** What most bodies report alike, item by item; each number selects the bodies that it counts. */
export const SameValuesPanel = memo(function SameValuesPanel({
  rows,
  context,
}: {
  readonly rows: readonly ComparedValue[]
  readonly context: StaffContext
}) {
  const { lang, words, at, agencies, indicators } = context
  const own = staffingWords[lang]
  const items = indicators.all.filter(({ kind }) => kind !== 'derived').map((indicator) => findSameValues(rows, indicator, at))
  const flattest = flattestOf(items)
  const when = own.when(at)
  const title = flattest?.same
    ? own.sameTitle(
        when,
        flattest.of,
        flattest.same.agencies.length,
        nameItem(flattest.indicator, context),
        printTitle(flattest.same.value, flattest.indicator, context),
      )
    : own.sameTitleNone(when)
  const reports = new Set(rows.flatMap((row) => (row.report !== null && (at === 'latest' || row.year === at) ? [row.report] : []))).size
  useAfterPaint(rows, markFirstChart)
  return (
    <Panel
      title={title}
      subtitle={
        <>
          {[words.compare.agenciesOf(agencies.length), when].join(' · ')} · <b>{own.sameSub}</b>
        </>
      }
      chart="statements"
      question={compareAgencies.name}
      table={tableOf(items, title, context)}
      rows={items.flatMap(({ indicator }) =>
        pickYear(
          rows.filter((row) => row.indicator === indicator.id),
          at,
        ),
      )}
      source={reports > 0 ? words.panel.source(reports) : words.panel.noSource}
    >
      {() => (
        <dl className="samevalues">
          {items.map((item) => (
            <div key={item.indicator.id}>
              <dt>
                <Link to={{ indicators: [item.indicator.id] }}>{nameItem(item.indicator, context)}</Link>{' '}
                <small>{unitBeside(item.indicator, lang)}</small>
              </dt>
              <dd>
                <Statement item={item} context={context} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Panel>
  )
})

/** With its unit in Chinese; in English a unit of one would need its singular. */
const printTitle = (value: number, indicator: Indicator, { lang }: StaffContext): string =>
  `${printNumber(value, indicator, lang)}${lang === 'zh' ? printUnit(indicator, lang) : ''}`

function Statement({ item, context }: { readonly item: SameValues; readonly context: StaffContext }): ReactNode {
  return partsOf(item, context).map(({ text, agencies }) => (
    <span key={text}>
      <Link to={{ agencies: [...agencies], focus: null }}>{text}</Link>
    </span>
  ))
}

function partsOf(
  { indicator, of, same, rest, missing }: SameValues,
  context: StaffContext,
): readonly { readonly text: string; readonly value: string; readonly agencies: readonly string[] }[] {
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
      partsOf(item, context).map((part) => ({
        key: `${item.indicator.id}-${part.value}`,
        report: null,
        cells: [nameItem(item.indicator, context), part.value, String(part.agencies.length), words.list(part.agencies.map(nameBody))],
      })),
    ),
  }
}
