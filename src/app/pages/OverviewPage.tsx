import { useMemo, type ReactNode } from 'react'
import { countCells, sayCoverage, tableOfCoverage } from '../../charts/coverage.ts'
import { nameState, printRow, printShort, printUnit, unitBeside } from '../../charts/figureText.ts'
import { countNOfN } from '../../charts/nOfN.ts'
import { cellOfRug, columnsOfRug, rangeOf, sayCell, tableOfRug, type RugColumn } from '../../charts/rug.ts'
import type { EvidenceGrade, FigureState } from '../../forms/states.ts'
import { indicatorById, tableForms, type Catalogue } from '../../indicators/catalogue.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import { compareAgencies } from '../../questions/compareAgencies.ts'
import type { ComparedValue } from '../../questions/comparedValue.ts'
import { coverReports, type CoveredReport } from '../../questions/coverReports.ts'
import { defaultComparison, overviewIndicators } from '../../questions/defaultAnswers.ts'
import type { Lang } from '../../text/label.ts'
import { formatYears } from '../../text/numbers.ts'
import type { Words } from '../../text/zh.ts'
import { useAtlas } from '../AtlasContext.ts'
import { FindingsByKind } from '../checks/FindingsByKind.tsx'
import { BlanksPicker, EvidencePicker, FilterBar } from '../FilterBar.tsx'
import { Link } from '../Link.tsx'
import { AnswerFailed, Matrix, Waiting } from '../Matrix.tsx'
import { Panel } from '../Panel.tsx'
import { AgencyPicker } from '../pickers/AgencyPicker.tsx'
import { YearPicker } from '../pickers/YearPicker.tsx'
import { markFirstChart } from '../readiness.ts'
import { StateCell, StateLegend } from '../StateCell.tsx'
import { useAnswer } from '../useAnswer.ts'
import { useAfterPaint } from '../useAfterPaint.ts'

/** First look: what is there, how full it is, and the main indicators of each body's latest report. */
export function OverviewPage() {
  const { dataset, selection, chosenAgencies, words, announce } = useAtlas()
  const indicators = useMemo(() => overviewIndicators(dataset.catalogue).map((id) => indicatorById(dataset.catalogue, id)), [dataset])
  const agencies = selection.agencies
  const coverage = useAnswer(coverReports, { agencies, years: selection.years })
  const values = useAnswer(compareAgencies, {
    ...defaultComparison(dataset.catalogue, selection.years, selection.prose),
    agencies,
    blanksAsZero: selection.blanksAsZero,
  })
  const covered = coverage.rows ?? []
  const reports = covered.filter((row) => row.report !== null)
  useAfterPaint(coverage.rows !== undefined && values.rows !== undefined, markFirstChart)
  useAfterPaint(coverage.rows, () => announce(words.state.filtered(chosenAgencies.length, reports.length)))
  return (
    <>
      <FilterBar result={words.bar.result(reports.length, covered.length)}>
        <AgencyPicker />
        <YearPicker />
        <EvidencePicker />
        <BlanksPicker />
      </FilterBar>
      <main id="content">
        <div className="pagehead">
          <h1>{words.overview.title}</h1>
          <p>{words.overview.about(chosenAgencies.length, formatYears(selection.years))}</p>
        </div>
        {coverage.error ? <AnswerFailed retry={coverage.retry} keptRows={coverage.rows !== undefined} /> : null}
        {values.error ? <AnswerFailed retry={values.retry} keptRows={values.rows !== undefined} /> : null}
        {coverage.rows && values.rows ? (
          <>
            <Headlines covered={coverage.rows} values={values.rows} indicators={indicators} />
            <div className="grid">
              <div className="c5 stack">
                <CoveragePanel rows={coverage.rows} />
                <CellStatesPanel rows={coverage.rows} />
                <FindingsByKind />
              </div>
              <RugPanel rows={values.rows} indicators={indicators} />
            </div>
          </>
        ) : coverage.error || values.error ? null : (
          <Waiting reports={dataset.reports.length} />
        )}
      </main>
    </>
  )
}

function Headlines({
  covered,
  values,
  indicators,
}: {
  readonly covered: readonly CoveredReport[]
  readonly values: readonly ComparedValue[]
  readonly indicators: readonly Indicator[]
}) {
  const { words, chosenAgencies, agencyById } = useAtlas()
  const reports = covered.filter((row) => row.report !== null)
  const withTables = reports.filter((row) => row.expected !== null)
  const without = reports
    .filter((row) => row.expected === null)
    .map((row) => `${agencyById(row.agency)?.shortName ?? row.agency} ${row.year}`)
  const columns = columnsOfRug(values, chosenAgencies).filter((column) => column.report !== null)
  const headline = indicators
    .filter((indicator) => indicator.role?.headline !== undefined)
    .sort((a, b) => (a.role?.headline ?? Infinity) - (b.role?.headline ?? Infinity))
  return (
    <dl className="heads" aria-label={words.overview.headlines}>
      <Headline
        name={words.overview.reportsLoaded}
        figure={String(reports.length)}
        unit={words.overview.reportsUnit}
        note={words.join([
          words.overview.agencyYears(reports.length, covered.length),
          ...(covered.length > reports.length ? [words.overview.notLoaded(covered.length - reports.length)] : []),
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
        <IndicatorHeadline key={indicator.id} indicator={indicator} values={values} columns={columns} />
      ))}
    </dl>
  )
}

/** A range over the latest reports: years and forms differ, so nothing is added up. */
function IndicatorHeadline({
  indicator,
  values,
  columns,
}: {
  readonly indicator: Indicator
  readonly values: readonly ComparedValue[]
  readonly columns: readonly RugColumn[]
}) {
  const { dataset, words, lang } = useAtlas()
  const cells = columns.flatMap((column) => cellOfRug(values, indicator.id, column.agency.id, column.year) ?? [])
  const tables = cells.map((cell) =>
    cell.evidence === null || cell.evidence === 'A' ? cell : { ...cell, value: null, state: 'not_reported' as const },
  )
  const n = countNOfN(tables)
  const range = rangeOf(tables, indicator, lang)
  const inProse = cells.filter((cell) => cell.value !== null && cell.evidence !== null && cell.evidence !== 'A').length
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

function CoveragePanel({ rows }: { readonly rows: readonly CoveredReport[] }) {
  const { dataset, words, lang, chosenAgencies, selection } = useAtlas()
  const reports = rows.filter((row) => row.report !== null)
  const years = [...new Set(rows.map((row) => row.year))].sort((a, b) => a - b)
  const context = { catalogue: dataset.catalogue, agencies: chosenAgencies, lang, words }
  const oneEach =
    reports.length === chosenAgencies.length && new Set(reports.map((row) => row.agency)).size === reports.length && reports.length > 1
  const title = oneEach ? words.overview.coverageOneEach : words.overview.coverageTitle(chosenAgencies.length, reports.length, rows.length)
  const at = (agency: string, year: number): CoveredReport | undefined => rows.find((row) => row.agency === agency && row.year === year)
  return (
    <Panel
      title={title}
      subtitle={
        <>
          {years.length > 7 ? words.overview.coverageSubShort : words.overview.coverageSub} · {formatYears(selection.years)} ·{' '}
          <b>{words.overview.coverageHave(reports.length, rows.length)}</b>
        </>
      }
      chart="coverage"
      question={coverReports.name}
      table={tableOfCoverage(rows, title, context)}
      source={reports.length > 0 ? words.panel.source(reports.length) : words.panel.noSource}
      legend={
        <div className="legend">
          <span>
            <i className="cell form" />
            {words.overview.coverageFilled}
          </span>
          <span>
            <i className="cell form narr" />
            {words.overview.coverageProse}
          </span>
          <span>
            <i className="cell notload" />
            {words.nOfN.notLoadedLong}
          </span>
        </div>
      }
      {...(dataset.hasEveryFile && { actions: <a href={dataset.addressOf('api/reports.json')}>JSON</a> })}
    >
      {() => (
        <Matrix
          className="mx"
          caption={title}
          corner={words.overview.agencyColumn}
          heads={years.map((year) => ({ key: String(year), content: year }))}
          spans={formSpans(dataset.catalogue, years, lang)}
          groups={[
            {
              title: '',
              rows: chosenAgencies.map((agency) => ({
                key: agency.id,
                name: <Link to={{ page: 'agency', agencies: [agency.id] }}>{agency.shortName}</Link>,
                cells: years.map((year) => {
                  const row = at(agency.id, year)
                  return {
                    key: String(year),
                    cell: row ? <CoverageCell row={row} short={years.length > 7} label={sayCoverage(row, context)} /> : null,
                  }
                }),
              })),
            },
          ]}
        />
      )}
    </Panel>
  )
}

/** The forms that the years were meant for, as headings over the years. */
function formSpans(catalogue: Catalogue, years: readonly number[], lang: Lang): { name: string; width: number }[] {
  return tableForms.flatMap((id) => {
    const form = catalogue.forms.find((candidate) => candidate.id === id)
    const next = catalogue.forms.find((candidate) => candidate.id === tableForms[tableForms.indexOf(id) + 1])
    if (!form) return []
    const width = years.filter((year) => (id === tableForms[0] || year >= form.years[0]) && (!next || year < next.years[0])).length
    return width === 0 ? [] : [{ name: form.shortName[lang], width }]
  })
}

function CoverageCell({ row, short, label }: { readonly row: CoveredReport; readonly short: boolean; readonly label: string }) {
  const { words } = useAtlas()
  if (row.report === null) {
    return (
      <span className="cell notload" title={label}>
        <span className="visually-hidden">{label}</span>
      </span>
    )
  }
  const prose = row.expected === null || row.filled === null
  return (
    <Link to={{ page: 'report', report: row.report, cell: null }} className={prose ? 'cell form narr' : 'cell form'} title={label}>
      <b aria-hidden="true">{prose ? words.overview.proseShort : short ? row.filled : `${row.filled}/${row.expected}`}</b>
      <span className="visually-hidden">{label}</span>
    </Link>
  )
}

function CellStatesPanel({ rows }: { readonly rows: readonly CoveredReport[] }) {
  const { dataset, words, lang, agencyById } = useAtlas()
  const tables = rows.filter((row) => row.expected !== null)
  const count = countCells(rows)
  const headers = tables.reduce((sum, row) => sum + (row.headerValues === null ? 0 : row.headerValues), 0)
  const title = count ? words.overview.statesTitle(count.expected, count.filled, count.blank, count.other) : words.report.tableTitleNone
  const nameOf = (row: CoveredReport): string => `${agencyById(row.agency)?.shortName ?? row.agency} ${row.year}`
  return (
    <Panel
      title={title}
      subtitle={words.overview.statesSub(tables.length)}
      chart="states"
      question={coverReports.name}
      table={{
        caption: title,
        columns: [
          { name: words.overview.statesReport, numeric: false },
          { name: words.overview.statesFilled, numeric: true },
          { name: words.overview.statesBlank, numeric: true },
          { name: words.overview.statesOther, numeric: true },
          { name: words.agency.reportFilled, numeric: true },
        ],
        rows: tables.map((row) => {
          const cells = countCells([row])
          return {
            key: `${row.agency}-${row.year}`,
            report: row.report,
            cells: [nameOf(row), String(cells?.filled), String(cells?.blank), String(cells?.other), `${cells?.filled}/${cells?.expected}`],
          }
        }),
      }}
      source={tables.length > 0 ? words.panel.source(tables.length) : words.panel.noSource}
      note={headers > 0 ? words.overview.statesHeader(headers) : undefined}
      legend={
        <div className="legend">
          <span>
            <i className="cell barfill" />
            {words.overview.statesFilled}
          </span>
          <span>
            <i className="cell blank" />
            {nameState(dataset.catalogue, 'blank', lang)}
          </span>
          {count && count.other > 0 ? (
            <span>
              <i className="cell rowmiss" />
              {words.overview.statesOther}
            </span>
          ) : null}
        </div>
      }
    >
      {() => (
        <ul className="statebars">
          {tables.map((row) => {
            const cells = countCells([row])
            return cells && row.report ? (
              <li key={`${row.agency}-${row.year}`}>
                <Link to={{ page: 'report', report: row.report, cell: null }}>{nameOf(row)}</Link>
                <span className="statebar" aria-hidden="true">
                  <span className="barfill" style={{ flexGrow: cells.filled }} />
                  {cells.blank > 0 ? <span className="blank" style={{ flexGrow: cells.blank }} /> : null}
                  {cells.other > 0 ? <span className="rowmiss" style={{ flexGrow: cells.other }} /> : null}
                </span>
                <span className="num">
                  {cells.filled} / {cells.expected}
                </span>
              </li>
            ) : null
          })}
        </ul>
      )}
    </Panel>
  )
}

function RugPanel({ rows, indicators }: { readonly rows: readonly ComparedValue[]; readonly indicators: readonly Indicator[] }) {
  const { dataset, words, lang, chosenAgencies, selection } = useAtlas()
  const columns = columnsOfRug(rows, chosenAgencies)
  const cells = indicators.flatMap((indicator) =>
    columns.flatMap((column) => cellOfRug(rows, indicator.id, column.agency.id, column.year ?? selection.years[1]) ?? []),
  )
  const n = countNOfN(cells)
  const title = rugTitle(cells, indicators, lang, words)
  const themes = dataset.catalogue.themes.filter((theme) => indicators.some((indicator) => indicator.theme === theme.id))
  const states = [
    ...new Set(
      cells.flatMap((cell): FigureState[] =>
        cell.value === null ? [cell.state] : cell.value === 0 && (cell.evidence === null || cell.evidence === 'A') ? ['zero'] : [],
      ),
    ),
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
          {words.overview.rugSub(indicators.length)} · <b>{words.overview.rugHave(n.have, n.of)}</b>
        </>
      }
      chart="rug"
      question={compareAgencies.name}
      table={tableOfRug(cells, { catalogue: dataset.catalogue, agencies: chosenAgencies, lang, words, caption: title })}
      source={`${words.panel.source(columns.filter((column) => column.report !== null).length)} · ${words.overview.rugNote}`}
      legend={<StateLegend states={states} grades={grades} ramp={cells.some((cell) => cell.value !== null && cell.value !== 0)} />}
      actions={<Link to={{ page: 'methods' }}>{words.panel.definition}</Link>}
    >
      {() => (
        <Matrix
          caption={title}
          corner={words.overview.indicatorColumn}
          heads={columns.map((column) => ({ key: column.agency.id, content: <RugHead column={column} /> }))}
          groups={themes.map((theme) => ({
            title: theme.name[lang],
            rows: indicators
              .filter((indicator) => indicator.theme === theme.id)
              .map((indicator) => ({
                key: indicator.id,
                name: (
                  <Link to={{ page: 'compare', indicators: [indicator.id] }}>
                    {(indicator.shortName ?? indicator.name)[lang]}
                    <span className="u">{unitBeside(indicator, lang)}</span>
                  </Link>
                ),
                cells: columns.map((column) => ({
                  key: column.agency.id,
                  cell: (
                    <RugCell
                      cell={cells.find((cell) => cell.indicator === indicator.id && cell.agency === column.agency.id)}
                      indicator={indicator}
                      column={column}
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

function RugHead({ column }: { readonly column: RugColumn }): ReactNode {
  const { words, reportById } = useAtlas()
  const scope = column.report === null ? null : reportById(column.report)?.scope
  return (
    <>
      {column.report === null ? (
        <PlaceName name={column.agency.shortName} />
      ) : (
        <Link to={{ page: 'report', report: column.report, cell: null }}>
          <PlaceName name={column.agency.shortName} />
        </Link>
      )}
      <br />
      {column.year ?? words.overview.noReport}
      {scope === 'aggregate' ? ` ${words.overview.aggregate}` : ''}
    </>
  )
}

/** A name that may break after its place, not inside a word. */
function PlaceName({ name }: { readonly name: string }): ReactNode {
  const [, place = '', rest = name] = /^(.+?[市区县旗州])(.+)$/u.exec(name) ?? []
  return (
    <span className="placename">
      {place}
      {place === '' ? null : <wbr />}
      {rest}
    </span>
  )
}

function RugCell({
  cell,
  indicator,
  column,
}: {
  readonly cell: ComparedValue | undefined
  readonly indicator: Indicator
  readonly column: RugColumn
}) {
  const { dataset, words, lang } = useAtlas()
  if (!cell) return null
  const form = tableForms.find((candidate) => candidate === cell.form)
  const path = form === undefined ? undefined : indicator.cell[form]
  const target = path === undefined ? null : indicator.byApplicant && cell.form !== 'pre2019_table' ? `${path}@total` : path
  return (
    <StateCell
      value={cell.value}
      state={cell.state}
      evidence={cell.evidence}
      qualifier={cell.qualifier}
      {...(cell.value === null
        ? {}
        : {
            shown:
              indicator.kind === 'derived'
                ? printRow(cell, indicator, dataset.catalogue, lang, words)
                : `${cell.qualifier ?? ''}${printShort(cell.value, indicator, lang)}`,
          })}
      label={sayCell(cell, indicator, column.agency, dataset.catalogue, lang, words)}
      to={cell.report === null ? undefined : { page: 'report', report: cell.report, cell: target }}
    />
  )
}

/** The finding: what is zero everywhere, and how far the first indicator with numbers ranges. */
function rugTitle(cells: readonly ComparedValue[], indicators: readonly Indicator[], lang: Lang, words: Words): string {
  const tables = cells.filter((cell) => cell.evidence === null || cell.evidence === 'A')
  const parts = indicators
    .filter((indicator) => indicator.role?.headline !== undefined)
    .flatMap((indicator) => {
      const range = rangeOf(
        tables.filter((cell) => cell.indicator === indicator.id),
        indicator,
        lang,
      )
      const name = (indicator.shortName ?? indicator.name)[lang]
      if (range === null) return []
      if (range.allZero) return [words.overview.rugTitleZero(name, range.count)]
      if (range.same) return []
      return [words.overview.rugTitleRange(name, range.low, `${range.high}${printUnit(indicator, lang)}`)]
    })
  return parts.length === 0 ? words.overview.rugTitleNone : parts.slice(0, 2).join(lang === 'zh' ? '；' : '; ')
}
