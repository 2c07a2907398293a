import type { ChartContext, ChartTable } from '../../../charts/chartContext.ts'
import { nameForm, nameState } from '../../../charts/figureText.ts'
import type { JudgedFiling } from '../../../charts/lateness.ts'
import { listFigures } from '../../../questions/listFigures.ts'
import { agencyWordsIn } from '../../../text/agencyWords.ts'
import { formatDate } from '../../../text/numbers.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { Link } from '../../Link.tsx'
import { LocalMark } from '../../local/LocalNotes.tsx'
import { Panel } from '../../Panel.tsx'
import type { AgencyView } from './useAgencyView.ts'

/** Every report of the agency, year by year: form, day, whether by the date due, versions, how full its table is. */
export function ReportsPanel({ view: { agency }, filings }: { readonly view: AgencyView; readonly filings: readonly JudgedFiling[] }) {
  const { dataset, words, lang } = useAtlas()
  const own = agencyWordsIn(lang)
  const loaded = filings.filter(({ row }) => row.report !== null)
  const standing = filings.filter(({ filing }) => filing !== 'notThere').length
  const late = filings.filter(({ filing }) => filing === 'late').length
  const title = late > 0 ? own.reportsTitleLate(loaded.length, standing, late) : own.reportsTitle(loaded.length, standing)
  const table = tableOfReports(filings, title, { catalogue: dataset.catalogue, lang, words })
  return (
    <Panel
      title={title}
      subtitle={
        <>
          {agency.shortName} · {own.reportsSub} · <b>{words.overview.coverageHave(loaded.length, standing)}</b>
        </>
      }
      chart="coverage"
      question={listFigures.name}
      table={table}
      source={loaded.length > 0 ? words.panel.source(loaded.length) : words.panel.noSource}
    >
      {() => (
        <div className="scroll">
          <table className="t reportlist">
            <thead>
              <tr>
                <th scope="col">{words.agency.reportYear}</th>
                <th scope="col">{words.agency.reportForm}</th>
                <th scope="col">{words.agency.reportPublished}</th>
                <th scope="col" className="num">
                  {words.agency.reportFilled}
                </th>
              </tr>
            </thead>
            <tbody>
              {loaded.length === 0 ? (
                <tr>
                  <td colSpan={4}>{words.agency.noReports}</td>
                </tr>
              ) : null}
              {[...loaded].reverse().map((filing) => (
                <ReportLine key={filing.row.year} filing={filing} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}

/** Every year of the span with its report, or without one. */
function tableOfReports(
  filings: readonly JudgedFiling[],
  caption: string,
  { catalogue, lang, words }: Pick<ChartContext, 'catalogue' | 'lang' | 'words'>,
): ChartTable {
  const own = agencyWordsIn(lang)
  const columns = [
    [words.agency.reportYear, true],
    [words.agency.reportForm, false],
    [own.version, true],
    [words.agency.reportPublished, false],
    [own.dueDay, false],
    [own.timing, false],
    [words.agency.reportFilled, true],
    [words.agency.reportClaims, true],
  ] as const
  return {
    caption,
    columns: columns.map(([name, numeric]) => ({ name, numeric })),
    rows: filings.map((filing) => {
      const { row, due, on } = filing
      const absent = nameState(catalogue, row.report === null ? 'not_loaded' : 'not_reported', lang)
      return {
        key: String(row.year),
        report: row.report,
        cells: [
          String(row.year),
          nameForm(catalogue, row.form, lang) || absent,
          row.version === null ? absent : String(row.version),
          row.report === null ? absent : on === null ? words.agency.noDate : formatDate(on, lang),
          due === null ? own.none : `${formatDate(due.day, lang)} (${due.basis})`,
          sayFiling(filing, own),
          row.expected === null || row.filled === null ? absent : `${row.filled}/${row.expected}`,
          row.claims === null ? absent : String(row.claims),
        ],
      }
    }),
  }
}

/** Whether a report was published by the date due, in words. */
export function sayFiling({ filing, days, row }: JudgedFiling, words: ReturnType<typeof agencyWordsIn>): string {
  if (row.report === null) return words.none
  if (filing === 'late') return words.late(days ?? NaN)
  return filing === 'onTime' ? words.onTime : words.noDeadline
}

function ReportLine({ filing }: { readonly filing: JudgedFiling }) {
  const { dataset, words, lang, reportById } = useAtlas()
  const own = agencyWordsIn(lang)
  const { row, due, on } = filing
  return (
    <tr>
      <th scope="row">
        {row.report ? <Link to={{ page: 'report', report: row.report, cell: null }}>{row.year}</Link> : row.year}
        {row.report !== null && reportById(row.report)?.local ? <LocalMark /> : null}
      </th>
      <td>
        {nameForm(dataset.catalogue, row.form, lang)}
        {row.version !== null && row.version > 1 ? <small>{own.reportVersions(row.version)}</small> : null}
      </td>
      <td title={due ? own.due(formatDate(due.day, lang), due.basis) : undefined}>
        {on === null ? words.agency.noDate : formatDate(on, lang)}
        <small>{on === null ? '' : sayFiling(filing, own)}</small>
      </td>
      <td className="num">
        {row.expected === null || row.filled === null ? words.overview.coverageProse : `${row.filled} / ${row.expected}`}
        {row.claims !== null && row.claims > 0 ? <small>{words.overview.alsoProse(row.claims)}</small> : null}
      </td>
    </tr>
  )
}
