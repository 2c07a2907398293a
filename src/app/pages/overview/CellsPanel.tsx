import { useState } from 'react'
import { countCells, countCellsByYear, type CellCount } from '../../../charts/coverage.ts'
import { nameState } from '../../../charts/figureText.ts'
import { coverReports, type CoveredReport } from '../../../questions/coverReports.ts'
import { formatNumber } from '../../../text/numbers.ts'
import { overviewWords } from '../../../text/overviewWords.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { Link } from '../../Link.tsx'
import { Panel } from '../../Panel.tsx'

/** Reports up to which each has a bar of its own; more are put together by year. */
const barsEach = 12

/** How many cells of the tables have a number, are blank or are something else: a bar per report, or per year with its reports inside. */
export function CellsPanel({ rows }: { readonly rows: readonly CoveredReport[] }) {
  const { dataset, words, lang, agencyById } = useAtlas()
  const own = overviewWords[lang]
  const tables = rows.filter((row) => row.expected !== null)
  const count = countCells(rows)
  if (count === null) return null
  const headers = tables.reduce((sum, row) => sum + (row.headerValues === null ? 0 : row.headerValues), 0)
  const title = words.overview.statesTitle(
    formatNumber(count.expected, lang),
    formatNumber(count.filled, lang),
    formatNumber(count.blank, lang),
  )
  const byYear = tables.length > barsEach
  const nameOf = (row: CoveredReport): string => `${agencyById(row.agency)?.shortName ?? row.agency} ${row.year}`
  return (
    <Panel
      title={title}
      subtitle={byYear ? own.cellsByYear(tables.length) : words.overview.statesSub(tables.length)}
      chart="states"
      question={coverReports.name}
      table={{
        caption: title,
        columns: [
          byYear ? { name: own.cellsYear, numeric: true } : { name: words.overview.statesReport, numeric: false },
          ...(byYear ? [{ name: own.cellsReportsColumn, numeric: true }] : []),
          { name: words.overview.statesFilled, numeric: true },
          { name: words.overview.statesBlank, numeric: true },
          { name: words.overview.statesOther, numeric: true },
          { name: words.agency.reportFilled, numeric: true },
        ],
        rows: byYear
          ? countCellsByYear(rows).map((year) => ({
              key: String(year.year),
              report: null,
              cells: [String(year.year), String(year.reports.length), ...printCells(year)],
            }))
          : tables.flatMap((row) => {
              const cells = countCells([row])
              return cells === null
                ? []
                : [{ key: `${row.agency}-${row.year}`, report: row.report, cells: [nameOf(row), ...printCells(cells)] }]
            }),
      }}
      source={words.panel.source(tables.length)}
      note={headers > 0 ? words.overview.statesHeader(headers) : undefined}
      legend={
        <div className="legend">
          <span>
            <i className="cell barfill" />
            {words.overview.statesFilled} {formatNumber(count.filled, lang)}
          </span>
          {count.blank > 0 ? (
            <span>
              <i className="cell blank" />
              {nameState(dataset.catalogue, 'blank', lang)} {formatNumber(count.blank, lang)}
            </span>
          ) : null}
          {count.other > 0 ? (
            <span>
              <i className="cell rowmiss" />
              {words.overview.statesOther} {formatNumber(count.other, lang)}
            </span>
          ) : null}
        </div>
      }
    >
      {() => (byYear ? <YearBars rows={tables} /> : <ReportBars rows={tables} />)}
    </Panel>
  )
}

const printCells = ({ filled, blank, other, expected }: CellCount): string[] => [
  String(filled),
  String(blank),
  String(other),
  `${filled}/${expected}`,
]

/** Three parts of a bar, in the textures of their states. */
function CellBar({ count }: { readonly count: CellCount }) {
  const { lang } = useAtlas()
  return (
    <>
      <span className="statebar" aria-hidden="true">
        {count.filled > 0 ? <span className="barfill" style={{ flexGrow: count.filled }} /> : null}
        {count.blank > 0 ? <span className="blank" style={{ flexGrow: count.blank }} /> : null}
        {count.other > 0 ? <span className="rowmiss" style={{ flexGrow: count.other }} /> : null}
      </span>
      <span className="num">
        {formatNumber(count.filled, lang)} / {formatNumber(count.expected, lang)}
      </span>
    </>
  )
}

function ReportBars({ rows }: { readonly rows: readonly CoveredReport[] }) {
  const { agencyById } = useAtlas()
  return (
    <ul className="statebars">
      {rows.map((row) => {
        const cells = countCells([row])
        return cells && row.report ? (
          <li key={`${row.agency}-${row.year}`}>
            <Link to={{ page: 'report', report: row.report, cell: null }}>
              {agencyById(row.agency)?.shortName ?? row.agency} {row.year}
            </Link>
            <CellBar count={cells} />
          </li>
        ) : null
      })}
    </ul>
  )
}

function YearBars({ rows }: { readonly rows: readonly CoveredReport[] }) {
  const { lang } = useAtlas()
  const own = overviewWords[lang]
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set())
  return (
    <div className="yearbars">
      {countCellsByYear(rows).map((year) => (
        <details
          key={year.year}
          onToggle={(event) => {
            const isOpen = event.currentTarget.open
            setOpen((before) => new Set([...before].filter((one) => one !== year.year).concat(isOpen ? [year.year] : [])))
          }}
        >
          <summary>
            <span>
              {year.year} <small>{own.cellsReports(year.reports.length)}</small>
            </span>
            <CellBar count={year} />
          </summary>
          {open.has(year.year) ? <ReportBars rows={year.reports} /> : null}
        </details>
      ))}
    </div>
  )
}
