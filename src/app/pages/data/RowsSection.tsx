import { useId, useMemo, useRef } from 'react'
import { countNOfN, printNOfN } from '../../../charts/nOfN.ts'
import { fingerprintOf } from '../../../dataset/dataVersion.ts'
import { isOfTables } from '../../../forms/states.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import { dataWords } from '../../../text/dataWords.ts'
import { formatNumber, formatYears } from '../../../text/numbers.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { PanelDownloads } from '../../files/PanelDownloads.tsx'
import { Link } from '../../Link.tsx'
import { StateCell } from '../../StateCell.tsx'
import { columnsOfRows, tableOfRows } from './rowsTable.ts'
import { sayBytes } from './sayBytes.ts'
import { usePublished } from './usePublished.ts'

/** Rows that are drawn; every file has all of them. */
const mostRows = 200

/** The long rows of one indicator as chosen, one per body, year and grade, with files of them. */
export function RowsSection({ indicator, rows }: { readonly indicator: Indicator; readonly rows: readonly ComparedValue[] }) {
  const { dataset, selection, lang, words, agencyById } = useAtlas()
  const said = dataWords[lang]
  const { catalogue, manifest } = dataset
  const titleId = useId()
  const whole = useRef<HTMLElement>(null)
  const title = said.rowsTitle(indicator.name[lang])
  const table = useMemo(
    () => tableOfRows(rows, title, { indicator, catalogue, agencyById, lang, words }),
    [rows, title, indicator, catalogue, agencyById, lang, words],
  )
  const applicant = catalogue.applicants.find(({ id }) => id === (selection.applicant ?? 'total'))
  const tables = rows.filter(isOfTables)
  const subtitle = [
    indicator.unitName[lang],
    formatYears(selection.years),
    ...(indicator.byApplicant && applicant ? [applicant.name[lang]] : []),
    printNOfN(countNOfN(tables), catalogue, lang, words),
  ].join(' · ')
  const source = said.rowsSource(manifest.title[lang], fingerprintOf(manifest).slice(0, 8))
  return (
    <section id="rows" ref={whole} className="panel c12" aria-labelledby={titleId} data-question="compareAgencies" data-rows={rows.length}>
      <div className="panelhead">
        <h2 id={titleId}>{title}</h2>
        <p className="sub">
          {manifest.synthetic ? <span className="tag syn">{words.rail.synthetic}</span> : null}
          {subtitle}
        </p>
      </div>
      <div className="body">
        {rows.length === 0 ? <p className="nomatch">{said.noRows}</p> : null}
        {rows.length > mostRows ? <p className="datanote">{said.rowsFirst(String(mostRows), formatNumber(rows.length, lang))}</p> : null}
        {rows.length === 0 ? null : <RowsTable indicator={indicator} rows={rows} table={table} titleId={titleId} />}
      </div>
      {selection.blanksAsZero ? <div className="note">{said.rowsBlanks}</div> : null}
      <div className="panelfoot">
        <span>{source}</span>
        <PanelDownloads file={{ chart: 'rows', title, source, table, rows, ownIndicators: [], drawing: null }} figure={whole}>
          <EveryRow indicator={indicator} />
        </PanelDownloads>
      </div>
    </section>
  )
}

function RowsTable({
  indicator,
  rows,
  table,
  titleId,
}: {
  readonly indicator: Indicator
  readonly rows: readonly ComparedValue[]
  readonly table: ReturnType<typeof tableOfRows>
  readonly titleId: string
}) {
  const { words } = useAtlas()
  const columns = columnsOfRows(indicator)
  return (
    <div className="scroll datarows" tabIndex={0} role="region" aria-labelledby={titleId}>
      <table className="t">
        <caption className="visually-hidden">{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map(({ name, numeric }) => (
              <th key={name} scope="col" className={numeric ? 'num' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostRows).map((row, at) => {
            const line = table.rows[at]
            if (!line) return null
            return (
              <tr key={line.key} data-agency={row.agency}>
                {columns.map((column, place) => {
                  const text = line.cells[place]
                  if (column === 'agency')
                    return (
                      <th key={column} scope="row">
                        {text}
                      </th>
                    )
                  return (
                    <td key={column} className={table.columns[place]?.numeric ? 'num' : undefined}>
                      {column === 'state' ? (
                        <span className="inlinecell">
                          {row.value === null || row.evidence !== 'A' ? (
                            // A number stands in its own column, as the pages say it.
                            <StateCell value={row.value} state={row.state} evidence={row.evidence} shown="" label="" />
                          ) : null}
                        </span>
                      ) : null}
                      {column === 'report' && row.report !== null ? (
                        <Link to={{ page: 'report', report: row.report, cell: null }}>
                          <span className="visually-hidden">{words.pages.report} </span>
                          {text}
                        </Link>
                      ) : (
                        text
                      )}
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** Links to the published files of the indicator: every body, year, applicant type and grade. */
function EveryRow({ indicator }: { readonly indicator: Indicator }) {
  const { dataset, lang } = useAtlas()
  const said = dataWords[lang]
  const files = usePublished().indicators.get(indicator.id)
  if (!files) return null
  return (
    <span className="everyrow">
      {`${said.everyRow(formatNumber(files.rows, lang))} `}
      {(['csv', 'json'] as const).map((kind) => (
        <a
          key={kind}
          href={dataset.addressOf(`api/indicators/${indicator.id}.${kind}`)}
          download={`${indicator.id}.${kind}`}
          aria-label={said.fileOf(kind.toUpperCase(), said.everyRow(formatNumber(files.rows, lang)), sayBytes(files[kind], lang))}
        >
          {`${kind.toUpperCase()} ${sayBytes(files[kind], lang)}`}
        </a>
      ))}
    </span>
  )
}
