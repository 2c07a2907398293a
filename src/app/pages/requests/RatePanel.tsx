import { useCallback, useMemo } from 'react'
import type { ChartPoint } from '../../../charts/chartContext.ts'
import {
  describeIntervals,
  heightOfIntervals,
  intervalChart,
  nameRateGroup,
  pointsOfIntervals,
  tableOfIntervals,
  type RateContext,
} from '../../../charts/intervalChart.ts'
import { countNOfN, printNOfN } from '../../../charts/nOfN.ts'
import { pickYear } from '../../../charts/ranking.ts'
import { listRates, type RateList } from '../../../charts/rates.ts'
import { nameAgency, type RequestContext } from '../../../charts/requestContext.ts'
import { tellFormulas } from '../../../indicators/formulaWords.ts'
import { tableForms } from '../../../indicators/catalogue.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import type { GatheredReader } from '../../../questions/gatheredValues.ts'
import { gatherFigures } from '../../../questions/gatherFigures.ts'
import { formatShare, formatYears } from '../../../text/numbers.ts'
import { punctuation } from '../../../text/punctuation.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { notesOf, Subtitle } from '../../FigurePanel.tsx'
import { Link } from '../../Link.tsx'
import { ChartPanel } from '../../Panel.tsx'
import { PanelActions } from '../compare/panelParts.tsx'

/** One rate of each body, with its interval and its size; too few cases are a count. */
export function RatePanel({
  read,
  rate,
  at,
  context: shared,
}: {
  readonly read: GatheredReader
  readonly rate: Indicator
  readonly at: number | 'latest'
  readonly context: RequestContext
}) {
  const { selection, change } = useAtlas()
  const { said, words, catalogue, lang, agencies } = shared
  const rows = useMemo(() => pickYear(read(rate), at), [read, rate, at])
  const list = useMemo(() => listRates(rows, rate), [rows, rate])
  const context: RateContext = useMemo(() => ({ ...shared, indicator: rate, withYear: at === 'latest' }), [shared, rate, at])
  const draw = useCallback((width: number) => intervalChart(list, { ...context, width }), [list, context])
  const points = useMemo(() => pointsOfIntervals(list, context), [list, context])
  const title = titleOfRates(list, at, context)
  const applicant = catalogue.applicants.find(({ id }) => id !== 'total' && id === rows[0]?.applicant)
  const formula = tellFormulas(rate, catalogue, at === 'latest' ? selection.years : [at, at], lang)
  const reports = rows.filter((row) => row.report !== null).length
  const told = list.groups.flatMap((group) => [...group.rates, ...group.small])
  const nothing = told.filter((one) => one.part === 0)
  const hasSmall = list.groups.some((group) => group.small.length > 0)
  const hasRates = list.groups.some((group) => group.rates.length > 0)
  return (
    <ChartPanel
      title={title}
      subtitle={
        <Subtitle
          parts={[
            rate.name[lang],
            said.rateSub,
            ...(applicant ? [applicant.name[lang]] : []),
            words.compare.agenciesOf(agencies.length),
            at === 'latest' ? words.compare.atLatest : words.compare.yearIn(String(at)),
          ]}
          n={printNOfN(countNOfN(rows), catalogue, lang, words)}
        />
      }
      chart="bar"
      question={gatherFigures.name}
      table={tableOfIntervals(list, title, context)}
      rows={rows}
      draw={draw}
      height={heightOfIntervals(list, context)}
      points={points}
      description={describeIntervals(list, context)}
      onOpen={(point: ChartPoint) => {
        if (point.report !== null) change({ page: 'report', report: point.report, cell: null })
      }}
      source={reports > 0 ? words.panel.source(reports) : words.panel.noSource}
      note={notesOf([
        nothing.length > 0
          ? said.rateZero(
              nothing.length,
              nothing.slice(0, 12).map((one) => nameAgency(one.row.agency, context)),
            )
          : told.length > 1
            ? said.rateZeroNone(rate.name[lang], told.length)
            : null,
        list.groups.length > 1 ? words.compare.groupApart : null,
        hasSmall && rate.minSize !== undefined ? said.rateSmallNote(rate.minSize) : null,
        hasRates ? said.rateNote : null,
        list.groups.length === 1 && list.main !== null && list.main.rates.length > 1 && list.main.pooled ? said.pooledNote : null,
        <OtherForms key="forms" rate={rate} rows={read(rate)} at={at} context={context} />,
        formula === null ? null : words.compare.formulaLine(formula),
      ])}
      actions={<PanelActions indicator={rate} />}
    />
  )
}

/** A rate that only some forms can give says which years those are, and leads to the last of them that has a number. */
function OtherForms({
  rate,
  rows,
  at,
  context,
}: {
  readonly rate: Indicator
  readonly rows: ReturnType<GatheredReader>
  readonly at: number | 'latest'
  readonly context: RequestContext
}) {
  const { said, catalogue, lang } = context
  const asking = tableForms.filter((form) => rate.from[form] !== undefined)
  const forms = catalogue.forms.filter((form) => asking.some((id) => id === form.id))
  const isEverywhere = asking.length === tableForms.length
  if (isEverywhere || forms.length === 0) return null
  const years = forms.map((form) => (form.years[1] === null ? said.since(form.years[0]) : formatYears([form.years[0], form.years[1]])))
  const last = Math.max(...rows.flatMap((row) => (row.n === null ? [] : [row.year])))
  const isHere = at === 'latest' || rows.some((row) => row.year === at && row.n !== null)
  return (
    <>
      {said.otherForms(rate.name[lang], [...new Set(years)].join(punctuation[lang].enumeration))}{' '}
      {isHere || !Number.isFinite(last) ? null : <Link to={{ at: last }}>{said.seeYears(String(last))}</Link>}
    </>
  )
}

/** Who is highest and who is lowest, all the same, too few cases, or nothing. */
function titleOfRates(list: RateList, at: number | 'latest', context: RateContext): string {
  const { said, words, lang, indicator } = context
  const when = at === 'latest' ? words.compare.latest : words.compare.yearIn(String(at))
  const name = (indicator.shortName ?? indicator.name)[lang]
  const { main } = list
  const small = list.groups.reduce((sum, group) => sum + group.small.length, 0)
  const [top] = main?.rates ?? []
  const last = main?.rates.at(-1)
  if (!main || !top || !last) {
    return small > 0 && indicator.minSize !== undefined
      ? said.rateTitleSmall(when, name, indicator.minSize, small)
      : said.rateTitleNone(when, name)
  }
  const group = list.groups.length > 1 ? nameRateGroup(list, main, context) : ''
  const what = group === '' ? name : said.rateInGroup(name, group)
  const say = (value: number): string => formatShare(value, lang)
  if (main.rates.length === 1) return said.rateTitleOne(when, what, nameAgency(top.row.agency, context), say(top.value))
  if (top.value === last.value) return said.rateTitleSame(when, what, main.rates.length, say(top.value))
  return said.rateTitleTop(
    when,
    what,
    nameAgency(top.row.agency, context),
    say(top.value),
    nameAgency(last.row.agency, context),
    say(last.value),
  )
}
