import type { ChartContext } from '../../../charts/chartContext.ts'
import { nameForm, nameState } from '../../../charts/figureText.ts'
import type { Ranking } from '../../../charts/ranking.ts'
import { Link } from '../../Link.tsx'
import { StateCell } from '../../StateCell.tsx'

/** Bodies without a number, each with its reason and where to look. */
export function MissingPanel({ ranking, context }: { readonly ranking: Ranking; readonly context: ChartContext }) {
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
