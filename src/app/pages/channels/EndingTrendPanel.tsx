import { memo, useCallback, useMemo, type ReactNode } from 'react'
import { mergersByBody } from '../../../agencies/peers.ts'
import { nameUnit } from '../../../charts/figureText.ts'
import type { ChartContext } from '../../../charts/chartContext.ts'
import { countLater, type LaterFigures } from '../../../charts/laterFigures.ts'
import { countNOfN, printNOfN } from '../../../charts/nOfN.ts'
import { describeTrend, formChangesOf, heightOfTrend, pointsOfTrend, tableOfTrend, trendChart } from '../../../charts/trendChart.ts'
import { isOfTables } from '../../../forms/states.ts'
import { tellFormulas } from '../../../indicators/formulaWords.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import { compareAgencies } from '../../../questions/compareAgencies.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import { endingWords } from '../../../text/endingWords.ts'
import type { Lang } from '../../../text/label.ts'
import { formatYears } from '../../../text/numbers.ts'
import { punctuation } from '../../../text/punctuation.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { notesOf, Subtitle } from '../../FigurePanel.tsx'
import { ChartPanel } from '../../Panel.tsx'
import { FocusChips, PanelActions } from '../compare/panelParts.tsx'

/** An indicator over the years whose rows end with a form, and whether anything may be said of it after that. Drawn anew only for other rows. */
export const EndingTrendPanel = memo(function EndingTrendPanel({
  rows: every,
  indicator,
  context: page,
  choice,
}: {
  readonly rows: readonly ComparedValue[]
  readonly indicator: Indicator
  readonly context: Omit<ChartContext, 'indicator'>
  /** What else may be drawn, where the page has no filter for it. */
  readonly choice?: ReactNode
}) {
  const { dataset, change } = useAtlas()
  const { catalogue, lang, words, agencies, years } = page
  const rows = useMemo(() => every.filter((row) => row.indicator === indicator.id), [every, indicator])
  const context: ChartContext = useMemo(
    () => ({ ...page, indicator, focus: chooseFocus(rows, page), mergers: mergersByBody(dataset.agencies) }),
    [page, indicator, rows, dataset],
  )
  const tables = rows.filter(isOfTables)
  const name = (indicator.shortName ?? indicator.name)[lang]
  const later = countLater(rows, years)
  const title = titleOf(later, name, lang)
  const draw = useCallback((width: number) => trendChart(rows, { ...context, width }), [rows, context])
  const points = useMemo(() => pointsOfTrend(rows, context), [rows, context])
  const reports = new Set(rows.flatMap((row) => (row.report === null ? [] : [row.report]))).size
  const formula = tellFormulas(indicator, catalogue, years, lang)
  return (
    <ChartPanel
      title={title}
      subtitle={
        <Subtitle
          parts={[indicator.name[lang], words.compare.agenciesOf(agencies.length), formatYears(years), nameUnit(indicator, lang)]}
          n={printNOfN(countNOfN(tables), catalogue, lang, words)}
        />
      }
      chart="trend"
      question={compareAgencies.name}
      table={tableOfTrend(rows, title, context)}
      rows={rows}
      draw={draw}
      height={heightOfTrend(rows, context)}
      points={points}
      description={describeTrend(rows, context)}
      onOpen={(point) => {
        if (point.report !== null) change({ page: 'report', report: point.report, cell: null })
      }}
      source={reports > 0 ? words.panel.source(reports) : words.panel.noSource}
      legend={
        <>
          {choice}
          <FocusChips context={context} />
        </>
      }
      note={notesOf([
        <Answer key="answer" figures={later} name={name} lang={lang} />,
        ...formChangesOf(context)
          .filter(({ forms }) => forms.some((form) => indicator.from[form] !== undefined))
          .map(({ between, why }) => words.compare.breakNote(between[0], between[1], why)),
        formula === null ? null : words.compare.formulaLine(formula),
      ])}
      actions={<PanelActions indicator={indicator} />}
    />
  )
})

function titleOf({ last, later }: LaterFigures, name: string, lang: Lang): string {
  const own = endingWords[lang]
  if (last === null) return own.trendTitleNone(name)
  return later === null ? own.trendTitleWithin(name) : own.trendTitleEnds(name, last.year)
}

/** May one say that it rose or fell? In plain words, with what there is on each side. */
function Answer({ figures: { last, later }, name, lang }: { readonly figures: LaterFigures; readonly name: string; readonly lang: Lang }) {
  const own = endingWords[lang]
  if (last === null) return own.noTables
  if (later === null) return own.answerWithin
  const sentences = [
    own.answerTables(last.year, last.have, last.of),
    own.answerProse(formatYears(later.years), later.prose, later.of, later.loaded),
    own.answerWhy,
  ]
  return (
    <>
      <b>{own.answerTitle(name, last.year)}</b> {sentences.join(punctuation[lang].gap)}
    </>
  )
}

/** The bodies in colour: those the reader chose; all, where they are few; else the three with the highest last figures. */
function chooseFocus(rows: readonly ComparedValue[], { focus, agencies }: Omit<ChartContext, 'indicator'>): readonly string[] {
  const known = focus.filter((id) => agencies.some((agency) => agency.id === id))
  if (known.length > 0) return known
  if (agencies.length <= 6) return agencies.map(({ id }) => id)
  const numbers = rows.filter((row) => row.value !== null && row.evidence === 'A')
  const last = numbers.reduce((year, row) => Math.max(year, row.year), -Infinity)
  const highest = numbers.filter((row) => row.year === last).sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity))
  return highest.slice(0, 3).map(({ agency }) => agency)
}
