import { useMemo } from 'react'
import { mergersByBody } from '../../../agencies/peers.ts'
import { printAmount } from '../../../charts/figureText.ts'
import {
  describeGroupTrend,
  groupTrendChart,
  heightOfGroupTrend,
  listMissing,
  pointsOfGroupTrend,
  sayHolder,
  stopsOf,
  tableOfGroupTrend,
  titleOfGroupTrend,
  type GroupContext,
} from '../../../charts/groupTrendChart.ts'
import { stateGroupYears, type GroupYear } from '../../../charts/groupStatement.ts'
import { keepSameBodies, saySameBodies } from '../../../charts/likeForLike.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import { compareAgencies } from '../../../questions/compareAgencies.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import { formatYears } from '../../../text/numbers.ts'
import { groupWords } from '../../../text/groupWords.ts'
import { overviewWords } from '../../../text/overviewWords.ts'
import { punctuation } from '../../../text/punctuation.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { Link } from '../../Link.tsx'
import { ChartPanel } from '../../Panel.tsx'
import { SameBodiesPicker } from '../../pickers/SameBodiesPicker.tsx'
import { GroupIndicatorPicker } from './overviewPickers.tsx'

/** Fewer bodies than this in every year are no group to be put together. */
const smallestGroup = 3

/** The bodies together, year by year: sum and median, under each year of how many of how many; never two sets of bodies joined. */
export function GroupPanel({
  rows,
  indicators,
  at,
}: {
  readonly rows: readonly ComparedValue[]
  readonly indicators: readonly Indicator[]
  readonly at: number | 'latest'
}) {
  const { dataset, selection, chosenAgencies, lang, words, palette, change } = useAtlas()
  const own = overviewWords[lang]
  const indicator = indicators.find(({ id }) => id === selection.indicators[0]) ?? indicators[0]
  const { years: span, sameBodies } = selection
  const ofIndicator = useMemo(() => rows.filter((row) => row.indicator === indicator?.id), [rows, indicator])
  const same = useMemo(() => (sameBodies ? keepSameBodies(ofIndicator) : null), [sameBodies, ofIndicator])
  const years = useMemo(
    () => (indicator ? stateGroupYears(same?.rows ?? ofIndicator, span, indicator, mergersByBody(dataset.agencies)) : []),
    [indicator, same, ofIndicator, span, dataset],
  )
  const context = useMemo(
    (): GroupContext | null =>
      indicator === undefined
        ? null
        : {
            catalogue: dataset.catalogue,
            indicator,
            agencies: chosenAgencies,
            focus: [],
            years: span,
            lang,
            words,
            palette,
            width: 0,
            groupWords: groupWords[lang],
          },
    [dataset, indicator, chosenAgencies, span, lang, words, palette],
  )
  const draw = useMemo(() => (width: number) => (context ? groupTrendChart(years, { ...context, width }) : {}), [years, context])
  const points = useMemo(() => (context ? pointsOfGroupTrend(years, context) : []), [years, context])
  const widest = Math.max(0, ...stateGroupSizes(ofIndicator))
  if (indicator === undefined || context === null || span[0] === span[1] || widest < smallestGroup) return null
  const title = titleOfGroupTrend(years, context) ?? own.nothing
  const unit = indicator.format === 'percent' ? '%' : indicator.unitName[lang]
  const reports = new Set(years.flatMap(({ counted }) => counted.map(({ report }) => report))).size
  return (
    <ChartPanel
      title={title}
      subtitle={
        <>
          {indicator.name[lang]} · {own.groupSub(same?.kept.length ?? chosenAgencies.length, formatYears(span), unit)}
          {same ? (
            <>
              {' · '}
              <b>{saySameBodies(same, lang)}</b>
            </>
          ) : null}
        </>
      }
      chart="group"
      question={compareAgencies.name}
      table={tableOfGroupTrend(years, title, context)}
      rows={same?.rows ?? ofIndicator}
      draw={draw}
      height={heightOfGroupTrend(context)}
      points={points}
      description={describeGroupTrend(years, context)}
      onOpen={(point) => change({ at: point.year })}
      source={words.panel.source(reports)}
      legend={
        <>
          {years.some(({ holder }) => holder !== null) ? (
            <div className="legend">
              <span>
                <i className="cell barfill" />
                {own.legendSum}
              </span>
              <span>
                <i className="cell holderfill" />
                {own.legendHolder}
              </span>
            </div>
          ) : null}
          <div className="paneltools" role="group" aria-label={own.tools}>
            <GroupIndicatorPicker indicators={indicators} shown={indicator} />
            <SameBodiesPicker />
          </div>
        </>
      }
      note={<GroupNotes years={years} at={at} context={context} left={same?.left.map(({ agency }) => agency) ?? []} />}
      actions={<Link to={{ page: 'methods', indicators: [indicator.id] }}>{words.panel.definition}</Link>}
    />
  )
}

/** How many bodies have a number, year by year. */
function stateGroupSizes(rows: readonly ComparedValue[]): readonly number[] {
  const sizes = new Map<number, number>()
  for (const row of rows) if (row.value !== null) sizes.set(row.year, (sizes.get(row.year) ?? 0) + 1)
  return [...sizes.values()]
}

/** Who is missing in the year shown, what one body alone makes, and where nothing may be joined. */
function GroupNotes({
  years,
  at,
  context,
  left,
}: {
  readonly years: readonly GroupYear[]
  readonly at: number | 'latest'
  readonly context: GroupContext
  readonly left: readonly string[]
}) {
  const { chosenAgencies, words } = useAtlas()
  const { lang, groupWords: group, agencies } = context
  const own = overviewWords[lang]
  const shown = years.find(({ year }) => year === at) ?? [...years].reverse().find(({ counted }) => counted.length > 0)
  const nameOf = (id: string): string => agencies.find((agency) => agency.id === id)?.shortName ?? id
  const held = [...years].reverse().find(({ holder }) => holder !== null)
  const turned = [...years].reverse().find(({ turner }) => turner !== null)
  const stops = stopsOf(years, context)
  const aggregate = years.some(({ apart, scope }) => apart.some((row) => row.scope !== scope))
  return (
    <>
      {held?.holder ? (
        <p>
          {words.compare.yearIn(String(held.year))}
          {lang === 'zh' ? '，' : ': '}
          {sayHolder(held, context).join('')}
          {lang === 'zh' ? '。' : '. '}
          <Link to={{ agencies: chosenAgencies.map(({ id }) => id).filter((id) => id !== held.holder?.body) }}>
            {own.without(nameOf(held.holder.body))}
          </Link>
        </p>
      ) : null}
      {turned?.turner ? (
        <p>
          {group.turner(
            nameOf(turned.turner.body),
            turned.year - 1,
            turned.year,
            sayChange(turned.turner.whole, context),
            sayChange(turned.turner.without, context),
          )}{' '}
          <Link to={{ agencies: chosenAgencies.map(({ id }) => id).filter((id) => id !== turned.turner?.body) }}>
            {own.without(nameOf(turned.turner.body))}
          </Link>
        </p>
      ) : null}
      {stops.map((stop) => (
        <p key={stop.forms.join()}>
          <b>{words.compare.break}</b> {stop.between.join('/')}
          {punctuation[lang].colon}
          {stop.why}
        </p>
      ))}
      {years.some(({ cut }) => cut === 'bodies') ? <p>{own.groupNoteBodies}</p> : null}
      {aggregate && shown?.scope ? <p>{own.groupNoteScope(words.compare.scopes[shown.scope])}</p> : null}
      {shown && shown.missing.length > 0 ? (
        <details>
          <summary>{own.missingIn(shown.year, shown.missing.length)}</summary>
          <p>{listMissing(shown.missing, context).join(group.listSeparator)}</p>
        </details>
      ) : null}
      {left.length > 0 ? (
        <details>
          <summary>{group.leftNames(left.length)}</summary>
          <p>{left.map(nameOf).join(group.listSeparator)}</p>
        </details>
      ) : null}
    </>
  )
}

function sayChange(change: number, { indicator, lang, groupWords: group }: GroupContext): string {
  const size = printAmount(Math.abs(change), indicator, lang)
  return change > 0 ? group.more(size) : group.fewer(size)
}
