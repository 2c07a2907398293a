import { useCallback, useMemo, useState, type ReactNode } from 'react'
import type { Agency } from '../../agencies.ts'
import type { ChartContext, ChartPoint } from '../../charts/chartContext.ts'
import { nameForm, nameState, printNumber, printUnit } from '../../charts/figureText.ts'
import { countNOfN, printNOfN } from '../../charts/nOfN.ts'
import { dashes } from '../../charts/palette.ts'
import { pickYear, rankValues, type RankedGroup, type Ranking } from '../../charts/ranking.ts'
import {
  describeRanking,
  heightOfRankedBars,
  nameGroup,
  pointsOfRanking,
  rankedBarsChart,
  tableOfRanking,
} from '../../charts/rankedBarsChart.ts'
import { describeTrend, formChangesOf, heightOfTrend, isCrossed, pointsOfTrend, tableOfTrend, trendChart } from '../../charts/trendChart.ts'
import { titleOfTrend } from '../../charts/trendTitle.ts'
import type { OpenDataset } from '../../dataset/openDataset.ts'
import { indicatorById, tableForms } from '../../indicators/catalogue.ts'
import { printFormula } from '../../indicators/formulaText.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import { compareAgencies } from '../../questions/compareAgencies.ts'
import { indicatorComparison } from '../../questions/defaultAnswers.ts'
import type { ComparedValue } from '../../questions/comparedValue.ts'
import type { Lang } from '../../text/label.ts'
import { formatYears } from '../../text/numbers.ts'
import { useAtlas } from '../AtlasContext.ts'
import { BlanksPicker, EvidencePicker, FilterBar } from '../FilterBar.tsx'
import { Link } from '../Link.tsx'
import { AnswerFailed, Waiting } from '../Matrix.tsx'
import { ChartPanel } from '../Panel.tsx'
import { AgencyPicker } from '../pickers/AgencyPicker.tsx'
import { ChoicePicker } from '../pickers/ChoicePicker.tsx'
import { IndicatorPicker } from '../pickers/IndicatorPicker.tsx'
import { YearPicker } from '../pickers/YearPicker.tsx'
import { StateCell } from '../StateCell.tsx'
import { useAfterPaint } from '../useAfterPaint.ts'
import { useAnswer } from '../useAnswer.ts'

/** One indicator over many bodies: the order of one year (or of each body's latest report), and lines over the years. */
export function ComparePage() {
  const { dataset, selection, chosenAgencies, words, lang, announce } = useAtlas()
  const indicator = indicatorById(dataset.catalogue, selection.indicators[0] ?? '')
  const answer = useAnswer(compareAgencies, {
    ...indicatorComparison(indicator.id, selection.years, selection.prose),
    agencies: selection.agencies,
    blanksAsZero: selection.blanksAsZero,
  })
  const rows = answer.rows
  const loaded = new Set((rows ?? []).flatMap((row) => (row.report === null ? [] : [row.report]))).size
  useAfterPaint(answer.rows, () => announce(words.state.filtered(chosenAgencies.length, loaded)))
  const at = rows ? chooseYear(rows, selection.at, selection.years, chosenAgencies.length) : 'latest'
  return (
    <>
      <FilterBar result={words.bar.result(loaded, chosenAgencies.length * (selection.years[1] - selection.years[0] + 1))}>
        <IndicatorPicker />
        <AgencyPicker />
        <YearPicker />
        <AtPicker at={at} />
        <EvidencePicker />
        <BlanksPicker />
      </FilterBar>
      <main id="content">
        <div className="pagehead">
          <h1>{words.compare.title}</h1>
          <p>
            {indicator.name[lang]} · {at === 'latest' ? words.compare.aboutLatest : words.compare.aboutYear(String(at))}
          </p>
        </div>
        {answer.error ? <AnswerFailed retry={answer.retry} keptRows={rows !== undefined} /> : null}
        {rows ? (
          <Comparison rows={rows} indicator={indicator} at={at} />
        ) : answer.error ? null : (
          <Waiting reports={dataset.reports.length} />
        )}
      </main>
    </>
  )
}

/**
 * The year of the ranking where the reader chose none: the last year of the span when at least half of the bodies have a report
 * for it, else each body's latest report.
 */
export function chooseYear(
  rows: readonly ComparedValue[],
  at: number | 'latest' | null,
  [from, to]: readonly [number, number],
  agencies: number,
): number | 'latest' {
  if (at === 'latest' || (at !== null && at >= from && at <= to)) return at
  if (from === to) return to
  const inLast = new Set(rows.filter((row) => row.year === to && row.report !== null).map((row) => row.agency)).size
  return inLast * 2 >= agencies ? to : 'latest'
}

function AtPicker({ at }: { readonly at: number | 'latest' }) {
  const { selection, words, change } = useAtlas()
  const [from, to] = selection.years
  if (from === to) return null
  const years = Array.from({ length: to - from + 1 }, (_, i) => to - i)
  return (
    <ChoicePicker
      name={words.compare.at}
      value={String(at)}
      choices={[
        { id: 'latest', name: words.compare.atLatest },
        ...years.map((year) => ({ id: String(year), name: words.compare.atYear(year) })),
      ]}
      choose={(id) => change({ at: id === 'latest' ? 'latest' : Number(id) })}
    />
  )
}

function Comparison({
  rows,
  indicator,
  at,
}: {
  readonly rows: readonly ComparedValue[]
  readonly indicator: Indicator
  readonly at: number | 'latest'
}) {
  const { dataset, selection, chosenAgencies, lang, words, palette, change } = useAtlas()
  const ranking = useMemo(() => rankValues(pickYear(rows, at), indicator), [rows, at, indicator])
  const focus = useMemo(() => chooseFocus(selection.focus, chosenAgencies, ranking), [selection.focus, chosenAgencies, ranking])
  const context: ChartContext = useMemo(
    () => ({
      catalogue: dataset.catalogue,
      indicator,
      agencies: chosenAgencies,
      focus,
      years: selection.years,
      lang,
      words,
      palette,
      width: 600,
    }),
    [dataset, indicator, chosenAgencies, focus, selection.years, lang, words, palette],
  )
  const openPoint = (point: ChartPoint): void => {
    if (point.report !== null) change({ page: 'report', report: point.report, cell: null })
  }
  return (
    <div className={selection.chart === 'trend' ? 'grid trendfirst' : 'grid'}>
      <div className="c7 stack">
        <RankingPanel ranking={ranking} rows={rows} at={at} context={context} openPoint={openPoint} />
        <MissingPanel ranking={ranking} context={context} />
      </div>
      <div className="c5 stack">
        <TrendPanel rows={rows} context={context} openPoint={openPoint} />
      </div>
    </div>
  )
}

/** The bodies in colour: those the reader chose; all, where they are few; else the three highest. */
function chooseFocus(chosen: readonly string[] | null, agencies: readonly Agency[], ranking: Ranking): readonly string[] {
  const known = (chosen ?? []).filter((id) => agencies.some((agency) => agency.id === id))
  if (known.length > 0) return known
  if (agencies.length <= 6) return agencies.map((agency) => agency.id)
  const ranked = ranking.groups.flatMap((group) => group.rows).sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity))
  return ranked.slice(0, 3).map((row) => row.agency)
}

function RankingPanel({
  ranking,
  rows: all,
  at,
  context,
  openPoint,
}: {
  readonly ranking: Ranking
  /** Every row of the answer, the prose among them. */
  readonly rows: readonly ComparedValue[]
  readonly at: number | 'latest'
  readonly context: ChartContext
  readonly openPoint: (point: ChartPoint) => void
}) {
  const { words, lang, catalogue, indicator, agencies } = context
  const { dataset, selection } = useAtlas()
  const rows = useMemo(() => [...ranking.groups.flatMap((group) => group.rows), ...ranking.tooSmall, ...ranking.missing], [ranking])
  const inYear = useMemo(() => (at === 'latest' ? context : { ...context, years: [at, at] as const }), [context, at])
  const n = countNOfN(rows)
  const inProse = agencies.filter(
    (agency) =>
      ranking.missing.some((row) => row.agency === agency.id) &&
      all.some((row) => row.agency === agency.id && row.value !== null && row.evidence !== 'A'),
  )
  const title = titleOfRanking(ranking, at, inYear)
  const reports = rows.filter((row) => row.report !== null).length
  const inLast = rows.filter((row) => row.report !== null && row.year === selection.years[1]).length
  const draw = useCallback((width: number) => rankedBarsChart(ranking, { ...inYear, width }), [ranking, inYear])
  const points = useMemo(() => pointsOfRanking(ranking, inYear), [ranking, inYear])
  const zeroed = rows.filter((row) => row.state === 'blank' && row.value !== null).length
  const formula = formulaOf(indicator)
  return (
    <ChartPanel
      title={title}
      subtitle={
        <Subtitle
          parts={[
            indicator.name[lang],
            words.compare.agenciesOf(agencies.length),
            at === 'latest' ? words.compare.atLatest : words.compare.yearIn(String(at)),
            unitOf(indicator, lang),
            words.evidence.letter('A', words.evidence.A),
          ]}
          n={printNOfN(n, catalogue, lang, words)}
        />
      }
      chart="bar"
      question={compareAgencies.name}
      table={tableOfRanking(ranking, title, inYear)}
      draw={draw}
      height={heightOfRankedBars(ranking, inYear)}
      points={points}
      description={describeRanking(ranking, inYear)}
      onOpen={openPoint}
      source={reports > 0 ? words.panel.source(reports) : words.panel.noSource}
      note={notesOf([
        at === 'latest' && selection.at === null && selection.years[0] !== selection.years[1] && inLast > 0
          ? words.compare.whyLatest(selection.years[1], inLast, agencies.length)
          : null,
        ranking.groups.length > 1 ? words.compare.groupApart : null,
        inProse.length > 0
          ? words.compare.proseBeside(
              inProse.length,
              inProse.slice(0, 5).map((agency) => agency.shortName),
            )
          : null,
        ranking.tooSmall.length > 0 && indicator.minSize !== undefined ? words.compare.tooSmallTitle(indicator.minSize) : null,
        formula === null ? null : words.compare.formulaLine(formula),
        zeroed > 0 ? words.compare.blankAsZeroNote(zeroed) : null,
      ])}
      actions={<PanelActions indicator={indicator} dataset={dataset} title={title} />}
    />
  )
}

/** The unit in words, % for a share. */
const unitOf = (indicator: Indicator, lang: Lang): string => (indicator.format === 'percent' ? '%' : indicator.unitName[lang])

/** The formulas of the forms, each once, newest first; null for a figure that the form prints. */
export function formulaOf(indicator: Indicator): string | null {
  if (indicator.kind === 'reported') return null
  const texts = [...tableForms].reverse().flatMap((form) => {
    const formula = indicator.from[form]
    return formula ? [printFormula(formula)] : []
  })
  return [...new Set(texts)].join('; ')
}

function Subtitle({ parts, n }: { readonly parts: readonly string[]; readonly n: string }): ReactNode {
  return (
    <>
      {parts.filter(Boolean).join(' · ')} · <b>{n}</b>
    </>
  )
}

function notesOf(notes: readonly (ReactNode | null)[]): ReactNode {
  const said = notes.filter((note) => note !== null)
  return said.length === 0 ? undefined : said.map((note, index) => <p key={index}>{note}</p>)
}

/** The finding in one sentence: who is highest and with what, all the same, all zero, or nothing. */
function titleOfRanking(ranking: Ranking, at: number | 'latest', context: ChartContext): string {
  const { words, lang, indicator, agencies } = context
  const when = at === 'latest' ? words.compare.latest : words.compare.yearIn(String(at))
  if (ranking.groups.length > 2) return words.compare.rankTitleApart(ranking.groups.length)
  if (ranking.groups.length === 2)
    return ranking.groups.map((group) => titleOfGroup(ranking, group, context)).join(lang === 'zh' ? '；' : '; ')
  const rows = ranking.groups[0]?.rows ?? []
  const top = rows[0]
  const last = rows.at(-1)
  if (!top || !last || top.value === null) {
    return ranking.tooSmall.length > 0 && indicator.minSize !== undefined
      ? words.compare.tooSmallTitle(indicator.minSize)
      : words.compare.rankTitleNone(when)
  }
  const say = (value: number): string => `${printNumber(value, indicator, lang)}${printUnit(indicator, lang)}`
  if (top.value === last.value)
    return top.value === 0 ? words.compare.rankTitleZero(when, rows.length) : words.compare.rankTitleSame(when, rows.length, say(top.value))
  const tied = rows.filter((row) => row.value === top.value).length
  if (tied > 1) return words.compare.rankTitleTie(when, tied, say(top.value))
  const name = agencies.find((agency) => agency.id === top.agency)?.shortName ?? top.agency
  const median = ranking.groups[0]?.quartiles?.median
  return rows.length < 3 || median === undefined
    ? words.compare.rankTitleTwo(when, name, say(top.value))
    : words.compare.rankTitle(when, name, say(top.value), say(median), rows.length)
}

function titleOfGroup(ranking: Ranking, group: RankedGroup, context: ChartContext): string {
  const { words, lang, indicator, agencies } = context
  const name = nameGroup(ranking, group, context)
  const top = group.rows[0]
  const last = group.rows.at(-1)
  if (!top || !last || top.value === null) return name
  const value = `${printNumber(top.value, indicator, lang)}${printUnit(indicator, lang)}`
  if (top.value === last.value) return words.compare.groupSame(name, group.rows.length, value)
  return words.compare.groupTop(name, agencies.find((agency) => agency.id === top.agency)?.shortName ?? top.agency, value)
}

function TrendPanel({
  rows,
  context,
  openPoint,
}: {
  readonly rows: readonly ComparedValue[]
  readonly context: ChartContext
  readonly openPoint: (point: ChartPoint) => void
}) {
  const { words, lang, catalogue, indicator } = context
  const { dataset } = useAtlas()
  const tables = rows.filter((row) => row.evidence === null || row.evidence === 'A')
  const n = countNOfN(tables)
  const title = titleOfTrend(rows, context)
  const draw = useCallback((width: number) => trendChart(rows, { ...context, width }), [rows, context])
  const points = useMemo(() => pointsOfTrend(rows, context), [rows, context])
  const changes = formChangesOf(context).filter((change) => !change.joins || isCrossed(change, tables, context))
  const composite =
    indicator.joinedBy === undefined ? undefined : catalogue.indicators.find((candidate) => candidate.id === indicator.joinedBy)
  const reports = new Set(rows.flatMap((row) => (row.report === null ? [] : [row.report]))).size
  const shownStates = [...new Set(tables.filter((row) => row.value === null && context.focus.includes(row.agency)).map((row) => row.state))]
  return (
    <ChartPanel
      title={title}
      subtitle={
        <Subtitle
          parts={[
            indicator.name[lang],
            words.compare.agenciesOf(context.agencies.length),
            formatYears(context.years),
            unitOf(indicator, lang),
          ]}
          n={printNOfN(n, catalogue, lang, words)}
        />
      }
      chart="trend"
      question={compareAgencies.name}
      table={tableOfTrend(rows, title, context)}
      draw={draw}
      height={heightOfTrend(rows, context)}
      points={points}
      description={describeTrend(rows, context)}
      onOpen={openPoint}
      source={reports > 0 ? words.panel.source(reports) : words.panel.noSource}
      legend={
        <>
          <FocusChips context={context} />
          {shownStates.length > 0 ? (
            <div className="legend">
              {shownStates.map((state) => (
                <span key={state}>
                  <i className="legendcell">
                    <StateCell value={null} state={state} evidence={null} label={nameState(catalogue, state, lang)} />
                  </i>
                  {state === 'not_loaded' ? words.nOfN.notLoadedLong : nameState(catalogue, state, lang)}
                </span>
              ))}
            </div>
          ) : null}
        </>
      }
      note={notesOf([
        ...changes.map((change) =>
          change.joins
            ? words.compare.caveatNote(change.between[0], change.between[1], change.why)
            : words.compare.breakNote(change.between[0], change.between[1], change.why),
        ),
        composite && changes.some((change) => !change.joins) ? (
          <Link to={{ indicators: [composite.id] }}>{words.compare.seeComposite(composite.name[lang])}</Link>
        ) : null,
        rows.some((row) => row.evidence !== null && row.evidence !== 'A') ? words.compare.proseNote : null,
      ])}
      actions={<PanelActions indicator={indicator} dataset={dataset} title={title} />}
    />
  )
}

/** The chosen bodies as removable chips, each with its line and symbol; the legend of the lines. */
function FocusChips({ context }: { readonly context: ChartContext }) {
  const { words, palette, focus, agencies } = context
  const { change } = useAtlas()
  const [refused, setRefused] = useState(false)
  const rest = agencies.filter((agency) => !focus.includes(agency.id))
  return (
    <div className="chips" role="group" aria-label={words.compare.focusTitle}>
      {focus.map((id, place) => {
        const name = agencies.find((agency) => agency.id === id)?.shortName ?? id
        const dash = dashes[place]
        return (
          <button
            key={id}
            type="button"
            className="chip"
            aria-label={words.compare.removeFocus(name)}
            onClick={() => change({ focus: focus.filter((other) => other !== id) })}
            disabled={focus.length === 1}
          >
            <svg width="26" height="10" aria-hidden="true">
              <line
                x1="0"
                y1="5"
                x2="26"
                y2="5"
                stroke={palette.series[place]}
                strokeWidth="2.2"
                strokeDasharray={dash === 'solid' || dash === undefined ? undefined : dash.join(' ')}
              />
              <SeriesSymbol place={place} color={palette.series[place] ?? palette.rest} surface={palette.surface} />
            </svg>
            {name}
            <span aria-hidden="true">×</span>
          </button>
        )
      })}
      {rest.length > 0 ? (
        <select
          className="field addfocus"
          aria-label={words.compare.addAgency}
          value=""
          onChange={(event) => {
            setRefused(focus.length >= 6)
            if (focus.length < 6 && event.target.value !== '') change({ focus: [...focus, event.target.value] })
          }}
        >
          <option value="">{words.compare.addAgency}</option>
          {rest.map((agency) => (
            <option key={agency.id} value={agency.id}>
              {agency.shortName}
            </option>
          ))}
        </select>
      ) : null}
      {refused ? <p role="alert">{words.compare.tooManyFocus}</p> : null}
    </div>
  )
}

/** The symbol of a series as its line carries it: circle, triangle, square, diamond, open circle, open square. */
function SeriesSymbol({ place, color, surface }: { readonly place: number; readonly color: string; readonly surface: string }) {
  switch (place) {
    case 1:
      return <path d="M13 1l4 7.5h-8z" fill={color} />
    case 2:
      return <rect x="9.5" y="1.5" width="7" height="7" fill={color} />
    case 3:
      return <path d="M13 0.5l4.5 4.5-4.5 4.5-4.5-4.5z" fill={color} />
    case 4:
      return <circle cx="13" cy="5" r="3.2" fill={surface} stroke={color} strokeWidth="1.6" />
    case 5:
      return <rect x="9.8" y="1.8" width="6.4" height="6.4" fill={surface} stroke={color} strokeWidth="1.6" />
    default:
      return <circle cx="13" cy="5" r="3.5" fill={color} />
  }
}

function PanelActions({
  indicator,
  dataset,
  title,
}: {
  readonly indicator: Indicator
  readonly dataset: OpenDataset
  readonly title: string
}) {
  const { words } = useAtlas()
  return (
    <>
      {dataset.hasEveryFile ? (
        <a href={dataset.addressOf(`api/indicators/${indicator.id}.csv`)} download aria-label={`${words.panel.csv}: ${title}`}>
          {words.panel.csv}
        </a>
      ) : null}
      <Link to={{ page: 'methods', indicators: [indicator.id] }}>{words.panel.definition}</Link>
    </>
  )
}

/** Bodies without a number, each with its reason and where to look. */
function MissingPanel({ ranking, context }: { readonly ranking: Ranking; readonly context: ChartContext }) {
  const { words, lang, catalogue, agencies, indicator } = context
  if (ranking.missing.length === 0) return null
  return (
    <section className="panel" aria-label={words.compare.missingTitle(ranking.missing.length)}>
      <div className="panelhead">
        <h2>{words.compare.missingTitle(ranking.missing.length)}</h2>
        <p className="sub">{words.compare.missingSub}</p>
      </div>
      <div className="body scroll">
        <table className="t missing">
          <tbody>
            {ranking.missing.map((row) => (
              <tr key={row.agency}>
                <th scope="row">{agencies.find((agency) => agency.id === row.agency)?.shortName ?? row.agency}</th>
                <td className="swatch">
                  <StateCell value={null} state={row.state} evidence={null} label={nameState(catalogue, row.state, lang)} />
                </td>
                <td>
                  {row.state === 'not_loaded' ? words.nOfN.notLoadedLong : nameState(catalogue, row.state, lang)}
                  {row.form === null ? '' : ` · ${row.year} · ${nameForm(catalogue, row.form, lang)}`}
                </td>
                <td className="num">
                  {row.report !== null ? (
                    <Link to={{ page: 'report', report: row.report, cell: null }}>{words.compare.seeTable}</Link>
                  ) : (
                    <Link to={{ page: 'methods', indicators: [indicator.id] }}>{words.compare.seeMethods}</Link>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
