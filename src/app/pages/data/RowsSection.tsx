import { useState } from 'react'
import { nameForm, nameState, printRow } from '../../../charts/figureText.ts'
import { countNOfN, printNOfN } from '../../../charts/nOfN.ts'
import { safeFileName } from '../../../exports/safeFileName.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import { dataWords } from '../../../text/dataWords.ts'
import { formatNumber, formatYears } from '../../../text/numbers.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { Link } from '../../Link.tsx'
import { saveFile } from '../import/saveFile.ts'
import { StateCell } from '../../StateCell.tsx'
import { today } from '../../today.ts'
import { Section } from './Section.tsx'
import { useEveryRow } from './useEveryRow.ts'
import { usePublished } from './usePublished.ts'

/** Rows that are drawn; a file has all of them. */
const mostRows = 200

/** The long rows of one indicator as chosen, one per body, year and grade, and both downloads. */
export function RowsSection({ indicator, rows }: { readonly indicator: Indicator; readonly rows: readonly ComparedValue[] }) {
  const { dataset, selection, lang, words, agencyById } = useAtlas()
  const said = dataWords[lang]
  const { catalogue } = dataset
  const isSized = indicator.kind !== 'reported'
  const nameApplicant = (id: string | null): string => catalogue.applicants.find((one) => one.id === id)?.name[lang] ?? '–'
  const tables = rows.filter(({ evidence }) => evidence === null || evidence === 'A')
  const title = said.rowsTitle(indicator.name[lang])
  const subtitle = [
    indicator.unitName[lang],
    formatYears(selection.years),
    ...(indicator.byApplicant ? [nameApplicant(selection.applicant ?? 'total')] : []),
    printNOfN(countNOfN(tables), catalogue, lang, words),
  ]
  return (
    <Section id="rows" title={title} subtitle={subtitle.join(' · ')} className="c12">
      <div data-question="compareAgencies" data-rows={rows.length}>
        {rows.length === 0 ? <p className="nomatch">{said.noRows}</p> : null}
        {rows.length > mostRows ? <p className="datanote">{said.rowsFirst(String(mostRows), formatNumber(rows.length, lang))}</p> : null}
        {selection.blanksAsZero ? <p className="datanote">{said.rowsBlanks}</p> : null}
        <div className="scroll datarows" tabIndex={0} role="region" aria-label={title} hidden={rows.length === 0}>
          <table className="t">
            <caption className="visually-hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{said.columns.agency}</th>
                <th scope="col">{said.columns.year}</th>
                {indicator.byApplicant ? <th scope="col">{said.columns.applicant}</th> : null}
                <th scope="col" className="num">
                  {said.columns.value}
                </th>
                {isSized ? (
                  <th scope="col" className="num">
                    {said.columns.n}
                  </th>
                ) : null}
                <th scope="col">{said.columns.state}</th>
                <th scope="col">{said.columns.evidence}</th>
                <th scope="col">{said.columns.form}</th>
                <th scope="col">{said.columns.scope}</th>
                <th scope="col">{said.columns.report}</th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, mostRows).map((row) => {
                const agency = agencyById(row.agency)
                const state = nameState(catalogue, row.state, lang)
                const printed = row.value === null ? '–' : printRow({ ...row, evidence: null }, indicator, catalogue, lang, words)
                return (
                  <tr key={`${row.agency} ${row.year} ${row.evidence ?? ''}`} data-agency={row.agency}>
                    <th scope="row">{agency?.shortName ?? row.agency}</th>
                    <td>{row.year}</td>
                    {indicator.byApplicant ? <td>{nameApplicant(row.applicant)}</td> : null}
                    <td className="num">{printed}</td>
                    {isSized ? <td className="num">{row.n === null ? '–' : formatNumber(row.n, lang)}</td> : null}
                    <td>
                      <span className="inlinecell">
                        <StateCell value={row.value} state={row.state} evidence={row.evidence} qualifier={row.qualifier} label="" />
                      </span>
                      {state}
                    </td>
                    <td>{row.evidence === null ? '–' : words.evidence.letter(row.evidence, words.evidence[row.evidence])}</td>
                    <td>{row.form === null ? '–' : nameForm(catalogue, row.form, lang)}</td>
                    <td>{catalogue.scopes.find(({ id }) => id === row.scope)?.name[lang] ?? '–'}</td>
                    <td>
                      {row.report === null ? (
                        said.noReport
                      ) : (
                        <Link to={{ page: 'report', report: row.report, cell: null }}>
                          <span className="visually-hidden">{`${agency?.shortName ?? row.agency} ${row.year} `}</span>
                          {words.pages.report}
                        </Link>
                      )}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      </div>
      <RowsFiles indicator={indicator} rows={rows} />
    </Section>
  )
}

function RowsFiles({ indicator, rows }: { readonly indicator: Indicator; readonly rows: readonly ComparedValue[] }) {
  const atlas = useAtlas()
  const { dataset, selection, lang, announce } = atlas
  const said = dataWords[lang]
  const published = usePublished().indicators.get(indicator.id)
  const askEveryRow = useEveryRow()
  const [working, setWorking] = useState(false)
  const [outcome, setOutcome] = useState<string | null>(null)
  const save = async (which: 'shown' | 'all'): Promise<void> => {
    setWorking(true)
    setOutcome(null)
    try {
      const { writeRowsFile } = await import('./rowsFile.ts')
      const bytes = writeRowsFile(which === 'shown' ? rows : await askEveryRow(indicator), {
        ...atlas,
        indicator,
        catalogue: dataset.catalogue,
      })
      const { id, dataSha256, years } = dataset.manifest
      const span = which === 'shown' ? selection.years : years
      const parts = [
        indicator.name[lang],
        span === null ? '' : formatYears(span),
        which === 'shown' ? said.fileShown : said.fileAll,
        id,
        dataSha256.slice(0, 8),
        today(),
      ]
      const name = safeFileName(parts.filter(Boolean).join(' '), 'csv')
      saveFile(name, 'text/csv', bytes)
      announce(said.saved(name))
      setOutcome(said.saved(name))
    } catch (error) {
      console.warn('the rows could not be written', error)
      setOutcome(said.notSaved)
    } finally {
      setWorking(false)
    }
  }
  // With reports of this machine there are more rows than are published.
  const all = published && dataset.hasEveryFile ? formatNumber(published.rows, lang) : null
  return (
    <div className="rowsfiles">
      <button type="button" className="btn" data-output="shown" disabled={working || rows.length === 0} onClick={() => void save('shown')}>
        {said.shownFile(formatNumber(rows.length, lang))}
      </button>
      <button type="button" className="btn" data-output="all" disabled={working} onClick={() => void save('all')}>
        {said.allFile(all)}
      </button>
      <p className="datanote">{said.fileNote}</p>
      <p className="datanote" role="status">
        {outcome}
      </p>
    </div>
  )
}
