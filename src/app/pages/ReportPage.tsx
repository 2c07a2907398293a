import { useEffect, useMemo, useRef } from 'react'
import { pathOf } from '../../charts/agencyMatrix.ts'
import { nameForm, nameState, printUnit } from '../../charts/figureText.ts'
import {
  countPrinted,
  linesOfReport,
  relateProse,
  tableOfReport,
  type PrintedFigure,
  type PrintedLine,
  type ProseClaim,
} from '../../charts/printedReport.ts'
import { fingerprintOf } from '../../dataset/dataVersion.ts'
import type { Form, FormRow } from '../../forms/form.ts'
import { indicatorById } from '../../indicators/catalogue.ts'
import { readReport } from '../../questions/readReport.ts'
import type { ReportFigure } from '../../questions/reportFigure.ts'
import { formatDate, formatNumber } from '../../text/numbers.ts'
import { reportWords } from '../../text/reportWords.ts'
import type { ReportEntry } from '../../dataset/openDataset.ts'
import { punctuation } from '../../text/punctuation.ts'
import { useAtlas } from '../AtlasContext.ts'
import { sayFinding } from '../checks/findingNames.ts'
import { focusFinding, ReportFindings } from '../checks/ReportFindings.tsx'
import { sayMark, useReportFindings, type CellMark, type CheckedHere } from '../checks/useReportFindings.ts'
import { copyText } from '../copyText.ts'
import { Fact } from '../Fact.tsx'
import { FilterBar } from '../FilterBar.tsx'
import { Link } from '../Link.tsx'
import { LocalMark } from '../local/LocalNotes.tsx'
import { AnswerFailed, Waiting } from '../Matrix.tsx'
import { Panel } from '../Panel.tsx'
import { AgainstPicker } from '../pickers/AgainstPicker.tsx'
import { ReportPicker } from '../pickers/ReportPicker.tsx'
import { nameCell, PrintedFace, printedText, ReportSheets, tablesOf } from '../ReportSheets.tsx'
import { markFirstChart } from '../readiness.ts'
import { StateCell } from '../StateCell.tsx'
import { useAfterPaint } from '../useAfterPaint.ts'
import { useAnswer } from '../useAnswer.ts'
import { SideBySide } from './report/SideBySide.tsx'
import './report/report.css'

/** One report: its statutory tables as printed, where each figure stands, and what its prose says beside them. */
export function ReportPage() {
  const { dataset, selection, chosenAgencies, reportById } = useAtlas()
  const reports = useMemo(
    () =>
      dataset.reports
        .filter((report) => chosenAgencies.some((agency) => agency.id === report.agency) || report.report === selection.report)
        .sort(
          (a, b) =>
            chosenAgencies.findIndex((agency) => agency.id === a.agency) - chosenAgencies.findIndex((agency) => agency.id === b.agency) ||
            b.year - a.year,
        ),
    [dataset, chosenAgencies, selection.report],
  )
  const report = (selection.report === null ? undefined : reportById(selection.report)) ?? reports[0]
  return report ? <OneReport key={report.report} report={report} reports={reports} /> : <NoReport />
}

function NoReport() {
  const { words } = useAtlas()
  useAfterPaint(true, markFirstChart)
  return (
    <>
      <FilterBar result="">
        <ReportPicker report={null} />
      </FilterBar>
      <main id="content">
        <div className="pagehead">
          <h1>{words.report.title}</h1>
        </div>
        <div className="empty">
          <p>{words.agency.noReports}</p>
          <Link to={{ agencies: null, report: null }} className="btn">
            {words.state.resetSelection}
          </Link>
        </div>
      </main>
    </>
  )
}

function OneReport({ report, reports }: { readonly report: ReportEntry; readonly reports: readonly ReportEntry[] }) {
  const { dataset, selection, words, lang, agencyById, reportById, announce } = useAtlas()
  const answer = useAnswer(readReport, { report: report.report })
  const agency = agencyById(report.agency)
  const index = reports.findIndex((candidate) => candidate.report === report.report)
  const before = reports[index - 1]
  const after = reports[index + 1]
  const beside = selection.against === null || selection.against === report.report ? undefined : reportById(selection.against)
  const yearBefore = dataset.reports
    .filter((candidate) => candidate.agency === report.agency && candidate.year < report.year)
    .sort((a, b) => b.year - a.year)[0]
  const rows = answer.rows?.filter((row) => row.report === report.report)
  const heading = words.report.heading(agency?.name ?? report.agency, report.year)
  const facts = [
    nameForm(dataset.catalogue, report.form, lang),
    dataset.catalogue.scopes.find((scope) => scope.id === report.scope)?.name[lang],
    report.period_start && report.period_end ? words.report.period(report.period_start, report.period_end) : words.report.noPeriod,
    report.published_on ? words.report.published(formatDate(report.published_on, lang)) : words.report.noPublished,
  ]
  useAfterPaint(answer.rows, markFirstChart)
  useAfterPaint(answer.rows, () => announce(heading))
  return (
    <>
      <FilterBar result={words.report.nth(index + 1, reports.length)}>
        <ReportPicker report={report} />
        <AgainstPicker report={report} against={beside ?? null} />
        {before ? (
          <Link to={{ report: before.report, cell: null }} className="btn">
            {words.report.previous}
          </Link>
        ) : null}
        {after ? (
          <Link to={{ report: after.report, cell: null }} className="btn">
            {words.report.next}
          </Link>
        ) : null}
      </FilterBar>
      <main id="content">
        <div className="pagehead">
          <h1>{heading}</h1>
          {report.local ? <LocalMark /> : null}
          <p>{facts.filter(Boolean).join(' · ')}</p>
          {beside === undefined && yearBefore ? (
            <Link to={{ report: report.report, against: yearBefore.report, cell: null }} className="btn quiet">
              {reportWords(lang).withBefore(yearBefore.year)}
            </Link>
          ) : null}
          {report.source_url ? (
            <a className="btn" href={report.source_url} rel="noreferrer noopener" target="_blank">
              {words.report.source}
            </a>
          ) : null}
        </div>
        {answer.error ? <AnswerFailed retry={answer.retry} keptRows={rows !== undefined} /> : null}
        {rows ? <Sheets report={report} rows={rows} beside={beside} /> : answer.error ? null : <Waiting reports={1} />}
      </main>
    </>
  )
}

/** A link that names a cell opens the page at that cell. */
function useCellInView(cell: string | null): void {
  const opened = useRef(cell)
  useEffect(() => {
    const path = opened.current?.split('@')[0]
    if (path === undefined || path === '') return
    document.getElementById(`cell-${path}`)?.scrollIntoView({ block: 'center' })
  }, [])
}

function Sheets({
  report,
  rows,
  beside,
}: {
  readonly report: ReportEntry
  readonly rows: readonly ReportFigure[]
  readonly beside: ReportEntry | undefined
}) {
  const { dataset, selection, words } = useAtlas()
  useCellInView(selection.cell)
  const checked = useReportFindings(report.report, selection.cell)
  const form = dataset.catalogue.forms.find((candidate) => candidate.id === report.form)
  const lines = useMemo(() => (form ? linesOfReport(form, rows) : []), [form, rows])
  const claims = useMemo(() => relateProse(rows, report, dataset.catalogue), [rows, report, dataset])
  return (
    <div className="grid reportgrid">
      {beside ? (
        <SideBySide report={report} rows={rows} against={beside} marks={checked.marks} />
      ) : (
        <TablePanel report={report} form={form} lines={lines} rows={rows} marks={checked.marks} />
      )}
      {/* It scrolls by itself, also before anything in it can be focused. */}
      <div className="c5 stack" role="region" aria-label={words.pages.report} tabIndex={0}>
        {lines.length === 0 ? null : <SourcePanel report={report} lines={lines} claims={claims} checked={checked} />}
        <ReportFindings report={report} checked={checked} />
        <ProsePanel report={report} claims={claims} />
      </div>
    </div>
  )
}

function TablePanel({
  report,
  form,
  lines,
  rows,
  marks,
}: {
  readonly report: ReportEntry
  readonly form: Form | undefined
  readonly lines: readonly PrintedLine[]
  readonly rows: readonly ReportFigure[]
  readonly marks: ReadonlyMap<string, CellMark>
}) {
  const { dataset, words, lang } = useAtlas()
  const count = countPrinted(lines)
  const title =
    count.expected === 0
      ? words.report.tableTitleNone
      : count.filled === count.expected
        ? words.report.tableTitleFull(count.expected)
        : words.report.tableTitle(count.expected, count.filled, count.blank, count.expected - count.filled - count.blank)
  const headerValues = rows.filter((row) => row.state === 'header_value').length
  const tables = form ? tablesOf(form) : []
  return (
    <Panel
      className="c7"
      title={title}
      subtitle={[form ? words.report.tableSub(form.name[lang]) : '', headerValues > 0 ? words.report.headerValues(headerValues) : '']
        .filter(Boolean)
        .join(' · ')}
      chart="report"
      question={readReport.name}
      table={tableOfReport(lines, rows, title, { catalogue: dataset.catalogue, lang, words })}
      source={words.panel.source(1)}
      views={[words.report.sheet, words.report.longTable]}
      legend={
        <div className="legend counts">
          <span>
            {words.report.countValue} <b>{count.filled}</b>
          </span>
          <span>
            {words.report.countZero} <b>{count.zeros}</b>
          </span>
          <span>
            {words.report.countBlank} <b>{count.blank}</b>
          </span>
        </div>
      }
    >
      {() =>
        tables.length === 0 ? (
          <div className="empty">
            <p>{words.report.tableNone}</p>
          </div>
        ) : (
          <ReportSheets
            tables={tables}
            lines={lines}
            renderCell={(row, figure, applicant) => (
              <PrintedCell report={report} row={row} figure={figure} applicant={applicant} marks={marks} />
            )}
          />
        )
      }
    </Panel>
  )
}

/** One cell as printed: a link to its source, its state drawn and said. */
function PrintedCell({
  report,
  row,
  figure,
  applicant,
  marks,
}: {
  readonly report: ReportEntry
  readonly row: FormRow
  readonly figure: PrintedFigure
  readonly applicant: string | null
  readonly marks: ReadonlyMap<string, CellMark>
}) {
  const { dataset, words, lang, selection } = useAtlas()
  const cell = row.byApplicant && applicant !== null && row.table === 3 ? `${row.path}@${applicant}` : row.path
  const state = nameState(dataset.catalogue, figure.state, lang)
  const chosen = selection.cell === cell
  const mark = marks.get(cell)
  const said = words.report.openCell(nameCell(row, applicant), printedText(figure) ?? state)
  const failing = mark === undefined ? null : sayMark(mark, lang, words)
  const label = failing === null ? said : words.join([said, failing])
  return (
    <Link
      to={{ report: report.report, cell }}
      className={`printcell${chosen ? ' chosen' : ''}${mark === undefined ? '' : ` failing ${mark.weight}`}`}
      title={failing ?? state}
      current={chosen}
    >
      <span className="visually-hidden">{label}</span>
      <PrintedFace figure={figure} />
      {mark === undefined ? null : (
        <span className="failflag" aria-hidden="true">
          ≠
        </span>
      )}
    </Link>
  )
}

/** Where the chosen figure stands, what it counts, and with which years it may be compared. */
function SourcePanel({
  report,
  lines,
  claims,
  checked,
}: {
  readonly report: ReportEntry
  readonly lines: readonly PrintedLine[]
  readonly claims: readonly ProseClaim[]
  readonly checked: CheckedHere
}) {
  const { dataset, selection, words, lang, agencyById, announce } = useAtlas()
  const [path, applicant] = (selection.cell ?? '').split('@')
  const line = lines.find((candidate) => candidate.row.path === path)
  const figure = line?.figures.find((candidate) => (line.row.table === 3 ? candidate.applicant === (applicant ?? 'total') : true))
  if (!line || !figure) {
    return (
      <section className="panel sourcepanel">
        <div className="body">
          <p className="hint">{words.report.choose}</p>
        </div>
      </section>
    )
  }
  const indicator =
    line.row.indicator === null ? undefined : dataset.catalogue.indicators.find((candidate) => candidate.id === line.row.indicator)
  const column = dataset.catalogue.applicants.find((candidate) => candidate.id === applicant)
  const place = [
    words.report.placeTable(line.row.path),
    line.row.column ? words.evidence.printed(line.row.column) : null,
    line.row.table === 3 && column ? words.report.placeColumn(column.name[lang]) : null,
    figure.page === null ? null : words.report.placePage(figure.page),
    figure.rowNumber === null ? null : words.report.placeRow(figure.rowNumber),
  ].filter(Boolean)
  const cite = `${agencyById(report.agency)?.name ?? report.agency}, ${report.title ?? ''} (${report.year}), ${line.row.label}${line.row.column ? ` ${line.row.column}` : ''}: ${figure.printed === '' ? nameState(dataset.catalogue, figure.state, lang) : figure.printed}. ${words.appName}, ${dataset.manifest.title[lang]}, ${fingerprintOf(dataset.manifest).slice(0, 8)}`
  return (
    <section className="panel sourcepanel sticky" aria-labelledby="source-of-cell">
      <div className="panelhead">
        <h2 id="source-of-cell" lang="zh-CN">
          {line.row.caption && line.row.table === 4 ? `${line.row.caption} ${line.row.column ?? ''}` : line.row.label}
        </h2>
        <Link to={{ cell: null }} className="btn quiet">
          {words.close}
        </Link>
      </div>
      <div className="body">
        <p className="bigfigure">
          <b>{figure.value === null ? nameState(dataset.catalogue, figure.state, lang) : formatNumber(figure.value, lang)}</b>
          {figure.value === null || !indicator ? null : <span>{printUnit(indicator, lang, figure.value).trim()}</span>}
          <span className="ev quiet">{figure.evidence}</span>
          <span>{words.evidence[figure.evidence]}</span>
          <span>{nameState(dataset.catalogue, figure.state, lang)}</span>
        </p>
        <dl className="facts">
          <Fact name={words.report.panelPlace}>
            {words.join(place.filter((part): part is string => typeof part === 'string'))}
            {punctuation[lang].semicolon}
            {figure.printed === '' ? words.report.panelBlank : words.report.panelPrinted(figure.printed)}
          </Fact>
          {indicator ? (
            <>
              <Fact name={words.report.panelIndicator}>
                {indicator.name[lang]} <Link to={{ page: 'methods', indicators: [indicator.id] }}>{words.report.seeMethods}</Link>
                <small>{indicator.definition[lang]}</small>
              </Fact>
              <Fact name={words.report.panelYears}>
                {(['y2019', 'y2021'] as const).map((form) => (
                  <span key={form} className="stepline">
                    {form === 'y2019' ? words.methods.step2019 : words.methods.step2021}:{' '}
                    {dataset.catalogue.comparability.find((kind) => kind.id === indicator.into[form].class)?.name[lang]}
                    {lang === 'zh' ? '。' : '. '}
                    {indicator.into[form].why[lang]}
                  </span>
                ))}
              </Fact>
            </>
          ) : null}
          <CellClaims claims={claims.filter(({ claim }) => indicator !== undefined && claim.indicator === indicator.id)} />
          <CellFindings checked={checked} cell={selection.cell} />
        </dl>
      </div>
      <div className="panelfoot">
        <span className="act">
          {indicator ? (
            <Link to={{ page: 'agency', agencies: [report.agency], indicators: [indicator.id] }}>{words.report.seeYears}</Link>
          ) : null}
          <button
            type="button"
            className="linklike"
            onClick={() => {
              void copyText(cite).then((done) => announce(done ? words.panel.citeCopied : cite))
            }}
          >
            {words.report.copyCitation}
          </button>
        </span>
      </div>
    </section>
  )
}

/** What the prose says of the chosen cell's indicator, as printed. */
function CellClaims({ claims }: { readonly claims: readonly ProseClaim[] }) {
  const { words } = useAtlas()
  if (claims.length === 0) return null
  return (
    <Fact name={words.report.proseColumn}>
      {claims.map(({ claim }) => (
        <span key={claim.position} className="stepline">
          <q className="printed">{claim.printed}</q> <small>{words.evidence.letter(claim.evidence, words.evidence[claim.evidence])}</small>
        </span>
      ))}
    </Fact>
  )
}

/** The findings that name the chosen cell; each leads to its line in the list. */
function CellFindings({ checked, cell }: { readonly checked: CheckedHere; readonly cell: string | null }) {
  const { words, lang } = useAtlas()
  const found = cell === null ? undefined : checked.marks.get(cell)?.findings
  if (!found) return null
  return (
    <Fact name={words.report.panelChecks}>
      {found.map((finding) => (
        <button
          key={finding.fingerprint}
          type="button"
          className="linklike cellfinding"
          onClick={() => {
            checked.choose(finding.fingerprint)
            focusFinding(finding.fingerprint)
          }}
        >
          ≠ {sayFinding(finding, lang)}
        </button>
      ))}
    </Fact>
  )
}

/** The numbers of the prose beside the cells they concern: same, different, or only told in words. */
function ProsePanel({ report, claims }: { readonly report: ReportEntry; readonly claims: readonly ProseClaim[] }) {
  const { dataset, words, lang } = useAtlas()
  const count = (relation: ProseClaim['relation']): number => claims.filter((claim) => claim.relation === relation).length
  const relations = { same: words.report.same, differs: words.report.differs, only: words.report.onlyProse } as const
  return (
    <section className="panel" aria-label={words.report.proseColumn}>
      <div className="panelhead">
        <h2>
          {claims.length === 0
            ? words.report.proseNone
            : words.report.proseTitle(claims.length, count('same'), count('differs'), count('only'))}
        </h2>
        {claims.length === 0 ? null : <p className="sub">{words.report.proseSub}</p>}
      </div>
      {claims.length === 0 ? null : (
        <div className="body scroll">
          <table className="t prose">
            <thead>
              <tr>
                <th scope="col">{words.overview.indicatorColumn}</th>
                <th scope="col" className="mid">
                  {words.report.proseColumn}
                </th>
                <th scope="col" className="mid">
                  {words.report.tableColumn}
                </th>
                <th scope="col">{words.report.relation}</th>
              </tr>
            </thead>
            <tbody>
              {claims.map(({ claim, table, relation }) => {
                const indicator = indicatorById(dataset.catalogue, claim.indicator ?? '')
                const inTable = table.value === null ? nameState(dataset.catalogue, table.state, lang) : formatNumber(table.value, lang)
                const cell = table.state === 'not_in_form' ? null : pathOf(indicator, { form: report.form, applicant: null })
                return (
                  <tr key={claim.position}>
                    <th scope="row">
                      {indicator.name[lang]}
                      <small className="printed">{claim.printed}</small>
                    </th>
                    <td className="swatch" data-head={words.report.proseColumn}>
                      <StateCell
                        value={claim.value}
                        state={claim.state}
                        evidence={claim.evidence}
                        qualifier={claim.qualifier}
                        label={words.join([words.evidence[claim.evidence], words.evidence.printed(claim.printed)])}
                      />
                    </td>
                    <td className="swatch" data-head={words.report.tableColumn}>
                      <StateCell
                        value={table.value}
                        state={table.state}
                        evidence={table.value === null ? null : 'A'}
                        label={cell === null ? inTable : words.report.openCell(indicator.name[lang], inTable)}
                        to={cell === null ? undefined : { report: report.report, cell }}
                      />
                    </td>
                    <td>
                      <i
                        className={`outcome ${relation === 'same' ? 'holds' : relation === 'differs' ? 'fails' : 'cannot'}`}
                        aria-hidden="true"
                      >
                        {relation === 'same' ? '=' : relation === 'differs' ? '≠' : '–'}
                      </i>{' '}
                      {relation === 'same' && claim.qualifier !== null ? words.report.agrees : relations[relation]}
                      {relation === 'only' ? <small>{nameState(dataset.catalogue, table.state, lang)}</small> : null}
                    </td>
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
