import { useMemo } from 'react'
import { printNumber, printUnit, nameState } from '../../../charts/figureText.ts'
import { stateGroup } from '../../../charts/groupStatement.ts'
import { sayCounted } from '../../../charts/groupTrendChart.ts'
import type { JudgedFiling } from '../../../charts/lateness.ts'
import { countNOfN } from '../../../charts/nOfN.ts'
import { cellOfRug, columnsOfRug, rangeOf } from '../../../charts/rug.ts'
import { isOfProse, isOfTables } from '../../../forms/states.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import { everyFinding } from '../../../selection.ts'
import { formatNumber } from '../../../text/numbers.ts'
import { groupWords } from '../../../text/groupWords.ts'
import { overviewWords } from '../../../text/overviewWords.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { filterFindings } from '../../checks/chooseFindings.ts'
import { useFindings } from '../../useFindings.ts'

interface HeadlinesProps {
  readonly filings: readonly JudgedFiling[]
  readonly values: readonly ComparedValue[]
  readonly indicators: readonly Indicator[]
  readonly at: number | 'latest'
}

/** Five figures at most, each with n of N: of one year, or of each body's latest report where no year is held by half of them. */
export function Headlines({ at, ...rest }: HeadlinesProps) {
  const { lang, words } = useAtlas()
  const headline = useMemo(
    () =>
      rest.indicators
        .filter((indicator) => indicator.role?.headline !== undefined)
        .sort((a, b) => (a.role?.headline ?? Infinity) - (b.role?.headline ?? Infinity)),
    [rest.indicators],
  )
  return (
    <dl className="heads" aria-label={words.overview.headlines} lang={lang === 'zh' ? 'zh-CN' : 'en'}>
      {at === 'latest' ? <LatestHeadlines {...rest} headline={headline} /> : <YearHeadlines {...rest} at={at} headline={headline} />}
    </dl>
  )
}

function LatestHeadlines({ filings, values, headline }: Omit<HeadlinesProps, 'at'> & { readonly headline: readonly Indicator[] }) {
  const { words, agencyById } = useAtlas()
  const reports = filings.flatMap(({ row }) => (row.report === null ? [] : [row]))
  const withTables = reports.filter((row) => row.expected !== null)
  const without = reports
    .filter((row) => row.expected === null)
    .map((row) => `${agencyById(row.agency)?.shortName ?? row.agency} ${row.year}`)
  return (
    <>
      <Headline
        name={words.overview.reportsLoaded}
        figure={String(reports.length)}
        unit={words.overview.reportsUnit}
        note={words.join([
          words.overview.agencyYears(reports.length, filings.length),
          ...(filings.length > reports.length ? [words.overview.notLoaded(filings.length - reports.length)] : []),
        ])}
      />
      <Headline
        name={words.overview.withTables}
        figure={String(withTables.length)}
        unit={words.overview.reportsUnit}
        note={words.join([
          words.overview.withTablesOf(withTables.length, reports.length),
          ...(without.length > 0 ? [words.overview.withoutTables(without.slice(0, 3))] : []),
        ])}
      />
      {headline.slice(0, 3).map((indicator) => (
        <RangeHeadline key={indicator.id} indicator={indicator} values={values} />
      ))}
    </>
  )
}

/** A range over the latest reports: years and forms differ, so nothing is added up. */
function RangeHeadline({ indicator, values }: { readonly indicator: Indicator; readonly values: readonly ComparedValue[] }) {
  const { dataset, chosenAgencies, words, lang } = useAtlas()
  const cells = useMemo(() => {
    const own = values.filter((row) => row.indicator === indicator.id)
    return columnsOfRug(own, chosenAgencies)
      .filter((column) => column.report !== null)
      .flatMap((column) => cellOfRug(own, indicator.id, column.agency.id, column.year) ?? [])
  }, [values, indicator, chosenAgencies])
  const tables = cells.map((cell) => (isOfTables(cell) ? cell : { ...cell, value: null, state: 'not_reported' as const }))
  const n = countNOfN(tables)
  const range = rangeOf(tables, indicator, lang)
  const inProse = cells.filter((cell) => cell.value !== null && isOfProse(cell)).length
  const reasons = n.reasons.map(({ state, count }) => words.nOfN.reason(nameState(dataset.catalogue, state, lang), count))
  return (
    <Headline
      name={(indicator.shortName ?? indicator.name)[lang]}
      figure={range === null ? '–' : range.same ? range.high : `${range.low}–${range.high}`}
      unit={range === null ? words.overview.noneHave : printUnit(indicator, lang).trim()}
      note={words.join([
        range?.allZero ? words.overview.allZero(n.have, n.of) : words.nOfN.have(n.have, n.of),
        ...reasons,
        ...(inProse > 0 ? [words.overview.alsoProse(inProse)] : []),
      ])}
    />
  )
}

function YearHeadlines({
  at,
  filings,
  values,
  indicators,
  headline,
}: Omit<HeadlinesProps, 'at'> & { readonly at: number; readonly headline: readonly Indicator[] }) {
  const { agencyById, chosenAgencies, lang, dataset, words } = useAtlas()
  const own = overviewWords[lang]
  const inYear = filings.filter(({ row, filing }) => row.year === at && filing !== 'notThere')
  const absent = inYear.filter(({ row }) => row.report === null)
  const figures = useMemo(() => {
    const ofYear = values.filter((row) => row.year === at)
    // Headline indicators of forms that ask for them; else the next ones of the overview.
    return [...headline, ...indicators.filter((indicator) => !headline.includes(indicator))]
      .filter((indicator) => indicator.kind !== 'derived')
      .map((indicator) => ({
        indicator,
        group: stateGroup(
          ofYear.filter((row) => row.indicator === indicator.id),
          indicator,
        ),
      }))
      .filter(({ group }) => group.counted.length > 0)
      .slice(0, 3)
  }, [values, at, headline, indicators])
  const names = absent.slice(0, 3).map(({ row }) => agencyById(row.agency)?.shortName ?? row.agency)
  return (
    <>
      <Headline
        name={own.loadedIn(at)}
        figure={formatNumber(inYear.length - absent.length, lang)}
        unit={own.ofBodies(inYear.length)}
        note={absent.length === 0 ? own.allLoaded : own.notLoadedNames(own.names(names, absent.length))}
      />
      {figures.map(({ indicator, group }) => {
        return (
          <Headline
            key={indicator.id}
            name={own.sumOf((indicator.shortName ?? indicator.name)[lang])}
            figure={group.sum === null ? '–' : printNumber(group.sum, indicator, lang)}
            unit={printUnit(indicator, lang).trim()}
            note={sayCounted(group, { words, groupWords: groupWords[lang], catalogue: dataset.catalogue, lang })}
          />
        )
      })}
      <FindingsHeadline of={chosenAgencies.length} />
    </>
  )
}

/** Open findings of the selection; the figure comes when it was read. */
function FindingsHeadline({ of }: { readonly of: number }) {
  const { selection, lang } = useAtlas()
  const own = overviewWords[lang]
  const { result } = useFindings()
  const { agencies, years } = selection
  const counts = useMemo(() => {
    if (!result) return null
    const fails = filterFindings(result.findings, { ...everyFinding, agencies, years }, () => undefined)
    const untold = filterFindings(result.findings, { ...everyFinding, agencies, years, outcome: 'cannotTell' }, () => undefined)
    return { fails: fails.length, untold: untold.length, agencies: new Set(fails.map(({ agency }) => agency)).size }
  }, [result, agencies, years])
  return (
    <Headline
      name={own.findings}
      figure={counts === null ? '–' : formatNumber(counts.fails, lang)}
      unit={counts === null ? '' : own.findingsUnit}
      note={counts === null ? own.reading : own.findingsNote(counts.agencies, of, formatNumber(counts.untold, lang))}
    />
  )
}

function Headline({
  name,
  figure,
  unit,
  note,
}: {
  readonly name: string
  readonly figure: string
  readonly unit: string
  readonly note: string
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="v">
        {figure}
        <small>{unit}</small>
      </dd>
      <dd className="n">{note}</dd>
    </div>
  )
}
