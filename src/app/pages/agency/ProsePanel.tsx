import { indicatorById } from '../../../indicators/catalogue.ts'
import type { ReportFigure } from '../../../questions/reportFigure.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { Link } from '../../Link.tsx'
import { StateCell } from '../../StateCell.tsx'

/** Figures that the agency's prose gives, as printed. */
export function ProsePanel({ claims }: { readonly claims: readonly ReportFigure[] }) {
  const { words } = useAtlas()
  return (
    <section className="panel" aria-label={words.agency.proseTitle(claims.length)}>
      <div className="panelhead">
        <h2>{claims.length === 0 ? words.agency.proseNone : words.agency.proseTitle(claims.length)}</h2>
        {claims.length === 0 ? null : <p className="sub">{words.agency.proseSub}</p>}
      </div>
      {claims.length === 0 ? null : (
        <div className="body scroll ownclaims">
          <table className="t">
            <tbody>
              {claims.map((row) => (
                <Claim key={row.report + row.position} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function Claim({ row }: { readonly row: ReportFigure }) {
  const { dataset, words, lang } = useAtlas()
  const name = indicatorById(dataset.catalogue, row.indicator ?? '').name[lang]
  return (
    <tr>
      <td className="num">{row.year}</td>
      <th scope="row">
        <Link to={{ page: 'report', report: row.report, cell: null }}>{name}</Link>
        <q className="printed">{row.printed}</q>
      </th>
      <td className="swatch">
        <StateCell
          value={row.value}
          state={row.state}
          evidence={row.evidence}
          qualifier={row.qualifier}
          label={words.join([name, words.evidence[row.evidence], words.evidence.printed(row.printed)])}
        />
      </td>
    </tr>
  )
}
