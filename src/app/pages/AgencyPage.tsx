import { useCallback, useMemo, useState } from 'react'
import { levelNames, type Agency } from '../../agencies.ts'
import { compareOwnFigures, indicatorsOfMatrix, rowsOfAgency } from '../../charts/agencyMatrix.ts'
import type { ChartContext } from '../../charts/chartContext.ts'
import { tableOfCoverage } from '../../charts/coverage.ts'
import { nameForm, printRow, printShort, unitBeside } from '../../charts/figureText.ts'
import { countNOfN, printNOfN } from '../../charts/nOfN.ts'
import { sayCell, tableOfRug } from '../../charts/rug.ts'
import { describeTrend, formChangesOf, heightOfTrend, isCrossed, pointsOfTrend, tableOfTrend, trendChart } from '../../charts/trendChart.ts'
import type { EvidenceGrade, FigureState } from '../../forms/states.ts'
import { indicatorById } from '../../indicators/catalogue.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import { compareAgencies } from '../../questions/compareAgencies.ts'
import type { ComparedValue } from '../../questions/comparedValue.ts'
import { coverReports, type CoveredReport } from '../../questions/coverReports.ts'
import { indicatorComparison } from '../../questions/defaultAnswers.ts'
import { listFigures } from '../../questions/listFigures.ts'
import type { ReportFigure } from '../../questions/reportFigure.ts'
import type { Lang } from '../../text/label.ts'
import { formatDate, formatYears } from '../../text/numbers.ts'
import type { Words } from '../../text/zh.ts'
import { useAtlas } from '../AtlasContext.ts'
import { BlanksPicker, EvidencePicker, FilterBar } from '../FilterBar.tsx'
import { Link } from '../Link.tsx'
import { LocalMark } from '../local/LocalNotes.tsx'
import { AnswerFailed, Matrix, Waiting } from '../Matrix.tsx'
import { ChartPanel, Panel } from '../Panel.tsx'
import { AgencyPicker } from '../pickers/AgencyPicker.tsx'
import { IndicatorPicker } from '../pickers/IndicatorPicker.tsx'
import { YearPicker } from '../pickers/YearPicker.tsx'
import { markFirstChart } from '../readiness.ts'
import { StateCell, StateLegend } from '../StateCell.tsx'
import { useAfterPaint } from '../useAfterPaint.ts'
import { useAnswer } from '../useAnswer.ts'

/** One agency over the years: every indicator its forms ask for, its reports, what its prose says. */
export function AgencyPage() {
  const { dataset, selection, chosenAgencies, words, lang, announce } = useAtlas()
  const agency = chosenAgencies[0]
  const ids = useMemo(() => (agency ? [agency.id] : []), [agency])
  const coverage = useAnswer(coverReports, { agencies: ids, years: selection.years })
  const figures = useAnswer(listFigures, { agency: agency?.id ?? '' })
  const trend = useAnswer(compareAgencies, {
    ...indicatorComparison(selection.indicators[0] ?? '', selection.years, selection.prose),
    blanksAsZero: selection.blanksAsZero,
  })
  const indicators = useMemo(() => indicatorsOfMatrix(dataset.catalogue), [dataset])
  const values = useMemo(() => {
    if (!coverage.rows || !figures.rows || !agency) return undefined
    const covered = coverage.rows.filter((row) => row.agency === agency.id)
    const own = figures.rows.filter((row) => row.agency === agency.id)
    return compareOwnFigures(own, covered, indicators, {
      catalogue: dataset.catalogue,
      prose: selection.prose,
      blanksAsZero: selection.blanksAsZero,
    })
  }, [coverage.rows, figures.rows, agency, indicators, dataset, selection.prose, selection.blanksAsZero])
  const reports = (coverage.rows ?? []).filter((row) => row.report !== null && row.agency === agency?.id)
  useAfterPaint(values, markFirstChart)
  useAfterPaint(coverage.rows, () => announce(words.state.filtered(1, reports.length)))
  const failed = [coverage, figures, trend].find((answer) => answer.error !== null)
  if (!agency) return null
  return (
    <>
      <FilterBar result={words.agency.reportsOf(reports.length)}>
        <AgencyPicker single />
        <IndicatorPicker />
        <YearPicker />
        <EvidencePicker />
        <BlanksPicker />
      </FilterBar>
      <main id="content">
        <div className="pagehead">
          <h1>{agency.name}</h1>
          <p>{factsOf(agency, words, lang)}</p>
        </div>
        {failed ? <AnswerFailed retry={failed.retry} keptRows={failed.rows !== undefined} /> : null}
        {values && coverage.rows ? (
          <div className="grid">
            <MatrixPanel agency={agency} rows={values} indicators={indicators} />
            <div className="c5 stack">
              {trend.rows ? <IndicatorPanel agency={agency} rows={trend.rows} /> : null}
              <ReportsPanel agency={agency} rows={coverage.rows.filter((row) => row.agency === agency.id)} />
              <ProsePanel
                claims={(figures.rows ?? []).filter((row) => row.agency === agency.id && row.evidence !== 'A' && row.indicator !== null)}
              />
            </div>
          </div>
        ) : failed ? null : (
          <Waiting reports={dataset.reports.length} />
        )}
      </main>
    </>
  )
}

function factsOf(agency: Agency, words: Words, lang: Lang): string {
  return [
    `${words.agency.level} ${levelNames[agency.level][lang]}`,
    agency.regionName === null ? null : `${words.agency.region} ${agency.regionName}`,
    `${words.agency.system} ${agency.system}`,
    agency.aliases.length === 0 ? null : `${words.agency.aliases} ${words.list(agency.aliases.slice(0, 3))}`,
  ]
    .filter((fact) => fact !== null)
    .join(' · ')
}

function MatrixPanel({
  agency,
  rows,
  indicators,
}: {
  readonly agency: Agency
  readonly rows: readonly ComparedValue[]
  readonly indicators: readonly Indicator[]
}) {
  const { dataset, words, lang, selection } = useAtlas()
  const [all, setAll] = useState(false)
  const loaded = [...new Set(rows.flatMap((row) => (row.report === null ? [] : [row.year])))].sort((a, b) => a - b)
  const years = loaded.length > 0 ? loaded : [selection.years[1]]
  const matrix = rowsOfAgency(rows, agency.id, indicators, years, all)
  const cells = matrix.flatMap((row) => row.cells)
  const tables = cells.filter((cell) => cell.value !== null && (cell.evidence === null || cell.evidence === 'A'))
  const withNumber = new Set(tables.map((cell) => cell.indicator)).size
  const title =
    loaded.length === 0
      ? words.agency.noReports
      : withNumber === 0
        ? words.agency.matrixTitleProse
        : tables.every((cell) => cell.value === 0)
          ? words.agency.matrixTitleZero(loaded.length)
          : words.agency.matrixTitle(loaded.length, withNumber)
  const themes = dataset.catalogue.themes.filter((theme) => matrix.some((row) => row.indicator.theme === theme.id))
  const states = [
    ...new Set(cells.flatMap((cell): FigureState[] => (cell.value === null ? [cell.state] : cell.value === 0 ? ['zero'] : []))),
  ]
  const grades = [
    ...new Set(cells.flatMap((cell): EvidenceGrade[] => (cell.value !== null && cell.evidence !== null ? [cell.evidence] : []))),
  ].sort()
  return (
    <Panel
      className="c7"
      title={title}
      subtitle={
        <>
          {agency.shortName} · {words.agency.matrixSub} · <b>{printNOfN(countNOfN(cells), dataset.catalogue, lang, words)}</b>
        </>
      }
      chart="rug"
      question={compareAgencies.name}
      table={tableOfRug(cells, { catalogue: dataset.catalogue, agencies: [agency], lang, words, caption: title })}
      source={loaded.length > 0 ? words.panel.source(loaded.length) : words.panel.noSource}
      legend={<StateLegend states={states} grades={grades} ramp={tables.some((cell) => cell.value !== 0)} />}
      actions={
        <button type="button" className="linklike" aria-pressed={all} onClick={() => setAll(!all)}>
          {all ? words.agency.hideEmpty : words.agency.showAll}
        </button>
      }
    >
      {() => (
        <Matrix
          caption={title}
          corner={words.overview.indicatorColumn}
          heads={years.map((year) => {
            const report = rows.find((row) => row.year === year && row.report !== null)
            return {
              key: String(year),
              content: report?.report ? (
                <>
                  <Link to={{ page: 'report', report: report.report, cell: null }}>{year}</Link>
                  <br />
                  {nameForm(dataset.catalogue, report.form, lang)}
                </>
              ) : (
                year
              ),
            }
          })}
          groups={themes.map((theme) => ({
            title: theme.name[lang],
            rows: matrix
              .filter((row) => row.indicator.theme === theme.id)
              .map((row) => ({
                key: row.indicator.id,
                name: (
                  <Link to={{ indicators: [row.indicator.id] }} current={row.indicator.id === selection.indicators[0]}>
                    {(row.indicator.shortName ?? row.indicator.name)[lang]}
                    <span className="u">{unitBeside(row.indicator, lang)}</span>
                  </Link>
                ),
                cells: row.cells.map((cell) => ({
                  key: String(cell.year),
                  cell: (
                    <StateCell
                      value={cell.value}
                      state={cell.state}
                      evidence={cell.evidence}
                      qualifier={cell.qualifier}
                      {...(cell.value === null
                        ? {}
                        : {
                            shown:
                              row.indicator.kind === 'derived'
                                ? printRow(cell, row.indicator, dataset.catalogue, lang, words)
                                : `${cell.qualifier ?? ''}${printShort(cell.value, row.indicator, lang)}`,
                          })}
                      label={sayCell(cell, row.indicator, agency, dataset.catalogue, lang, words)}
                      to={cell.report === null ? undefined : { page: 'report', report: cell.report, cell: pathOf(row.indicator, cell) }}
                    />
                  ),
                })),
              })),
          }))}
        />
      )}
    </Panel>
  )
}

/** The cell of a report that a figure stands in, as the report page names it. */
export function pathOf(indicator: Indicator, cell: ComparedValue): string | null {
  const { form } = cell
  if (form !== 'pre2019_table' && form !== 'y2019' && form !== 'y2021') return null
  const path = indicator.cell[form]
  if (path === undefined) return null
  return indicator.byApplicant && form !== 'pre2019_table' ? `${path}@${cell.applicant ?? 'total'}` : path
}

function IndicatorPanel({ agency, rows }: { readonly agency: Agency; readonly rows: readonly ComparedValue[] }) {
  const { dataset, selection, words, lang, palette, change } = useAtlas()
  const indicator = indicatorById(dataset.catalogue, selection.indicators[0] ?? '')
  const ofIndicator = useMemo(
    () => rows.filter((row) => row.indicator === indicator.id && row.agency === agency.id),
    [rows, indicator, agency],
  )
  const context: ChartContext = useMemo(
    () => ({
      catalogue: dataset.catalogue,
      indicator,
      agencies: [agency],
      focus: [agency.id],
      years: selection.years,
      lang,
      words,
      palette,
      width: 500,
    }),
    [dataset, indicator, agency, selection.years, lang, words, palette],
  )
  const draw = useCallback((width: number) => trendChart(ofIndicator, { ...context, width }), [ofIndicator, context])
  const points = useMemo(() => pointsOfTrend(ofIndicator, context), [ofIndicator, context])
  const n = countNOfN(ofIndicator.filter((row) => row.evidence === null || row.evidence === 'A'))
  const title = `${agency.shortName}: ${indicator.name[lang]}`
  const changes = formChangesOf(context).filter((change) => !change.joins || isCrossed(change, ofIndicator, context))
  return (
    <ChartPanel
      title={title}
      subtitle={
        <>
          {formatYears(selection.years)} · {indicator.unitName[lang]} · <b>{printNOfN(n, dataset.catalogue, lang, words)}</b>
        </>
      }
      chart="trend"
      question={compareAgencies.name}
      table={tableOfTrend(ofIndicator, title, context)}
      draw={draw}
      height={heightOfTrend(ofIndicator, context)}
      points={points}
      description={describeTrend(ofIndicator, context)}
      onOpen={(point) => {
        if (point.report !== null) change({ page: 'report', report: point.report, cell: null })
      }}
      source={n.have > 0 ? words.panel.source(n.have) : words.panel.noSource}
      note={
        changes.length === 0
          ? undefined
          : changes.map((step) => (
              <p key={step.forms.join('-')}>
                {step.joins
                  ? words.compare.caveatNote(step.between[0], step.between[1], step.why)
                  : words.compare.breakNote(step.between[0], step.between[1], step.why)}
              </p>
            ))
      }
      actions={
        <>
          <Link to={{ page: 'compare', indicators: [indicator.id], agencies: null }}>{words.pages.compare}</Link>
          <Link to={{ page: 'methods', indicators: [indicator.id] }}>{words.panel.definition}</Link>
        </>
      }
    />
  )
}

function ReportsPanel({ agency, rows }: { readonly agency: Agency; readonly rows: readonly CoveredReport[] }) {
  const { dataset, words, lang, reportById } = useAtlas()
  const loaded = rows.filter((row) => row.report !== null)
  const table = tableOfCoverage(rows, words.agency.reportsTitle, { catalogue: dataset.catalogue, agencies: [agency], lang, words })
  return (
    <Panel
      title={words.agency.reportsTitle}
      subtitle={
        <>
          {agency.shortName} · <b>{words.overview.coverageHave(loaded.length, rows.length)}</b>
        </>
      }
      chart="coverage"
      question={coverReports.name}
      table={table}
      source={loaded.length > 0 ? words.panel.source(loaded.length) : words.panel.noSource}
    >
      {() => (
        <div className="scroll">
          <table className="t">
            <thead>
              <tr>
                <th scope="col">{words.agency.reportYear}</th>
                <th scope="col">{words.agency.reportForm}</th>
                <th scope="col" className="num">
                  {words.agency.reportFilled}
                </th>
                <th scope="col" className="num">
                  {words.agency.reportClaims}
                </th>
                <th scope="col">{words.agency.reportPublished}</th>
              </tr>
            </thead>
            <tbody>
              {loaded.length === 0 ? (
                <tr>
                  <td colSpan={5}>{words.agency.noReports}</td>
                </tr>
              ) : null}
              {loaded.map((row) => (
                <tr key={row.year}>
                  <th scope="row">
                    {row.report ? <Link to={{ page: 'report', report: row.report, cell: null }}>{row.year}</Link> : row.year}
                    {row.report !== null && reportById(row.report)?.local ? <LocalMark /> : null}
                  </th>
                  <td>{nameForm(dataset.catalogue, row.form, lang)}</td>
                  <td className="num">
                    {row.expected === null || row.filled === null ? words.overview.coverageProse : `${row.filled} / ${row.expected}`}
                  </td>
                  <td className="num">{row.claims}</td>
                  <td>{row.published_on === null ? words.agency.noDate : formatDate(row.published_on, lang)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}

function ProsePanel({ claims }: { readonly claims: readonly ReportFigure[] }) {
  const { dataset, words, lang } = useAtlas()
  return (
    <section className="panel" aria-label={words.agency.proseTitle(claims.length)}>
      <div className="panelhead">
        <h2>{claims.length === 0 ? words.agency.proseNone : words.agency.proseTitle(claims.length)}</h2>
        <p className="sub">{words.agency.proseSub}</p>
      </div>
      {claims.length === 0 ? null : (
        <div className="body scroll">
          <table className="t">
            <tbody>
              {claims.map((row) => {
                const indicator = indicatorById(dataset.catalogue, row.indicator ?? '')
                return (
                  <tr key={row.position + row.report}>
                    <td className="num">{row.year}</td>
                    <th scope="row">
                      <Link to={{ page: 'report', report: row.report, cell: null }}>{indicator.name[lang]}</Link>
                    </th>
                    <td className="swatch">
                      <StateCell
                        value={row.value}
                        state={row.state}
                        evidence={row.evidence}
                        qualifier={row.qualifier}
                        label={words.join([indicator.name[lang], words.evidence[row.evidence], row.printed])}
                      />
                    </td>
                    <td className="printed">{row.printed}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
