import type { ChartContext } from '../../../charts/chartContext.ts'
import { nameForm, nameState } from '../../../charts/figureText.ts'
import { countNOfN } from '../../../charts/nOfN.ts'
import type { Ranking } from '../../../charts/ranking.ts'
import type { FigureState } from '../../../forms/states.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import { comparedWords } from '../../../text/comparedWords.ts'
import { compareWordsIn } from '../../../text/compareWords.ts'
import { Link } from '../../Link.tsx'
import { StateCell } from '../../StateCell.tsx'

/** So many stand one below the other; of more, each reason is one line that opens. */
const mostApart = 8

/** Bodies without a number, each with its reason and where to look. */
export function MissingPanel({ ranking, context }: { readonly ranking: Ranking; readonly context: ChartContext }) {
  const { words } = context
  const { missing } = ranking
  if (missing.length === 0) return null
  return (
    <section className="panel" aria-label={words.compare.missingTitle(missing.length)}>
      <div className="panelhead">
        <h2>{words.compare.missingTitle(missing.length)}</h2>
        <p className="sub">{words.compare.missingSub}</p>
      </div>
      <div className="body">
        {missing.length <= mostApart ? (
          <MissingList rows={missing} context={context} />
        ) : (
          countNOfN(missing).reasons.map(({ state }) => (
            <MissingForReason key={state} state={state} rows={missing.filter((row) => row.state === state)} context={context} />
          ))
        )}
      </div>
    </section>
  )
}

/** One reason with the names of its bodies; opened, the list with the year, the form and where to look. */
function MissingForReason({
  state,
  rows,
  context,
}: {
  readonly state: FigureState
  readonly rows: readonly ComparedValue[]
  readonly context: ChartContext
}) {
  const { lang, words, catalogue, agencies } = context
  const names = new Map(agencies.map((agency) => [agency.id, agency.shortName]))
  return (
    <details className="missingfor">
      <summary>
        <i className="legendcell">
          <StateCell value={null} state={state} evidence={null} label="" />
        </i>
        <b>{nameReason(state, context)}</b> {compareWordsIn(lang).missingNames(rows.length)}
        <span className="names">{words.list(rows.map((row) => names.get(row.agency) ?? row.agency))}</span>
      </summary>
      <MissingList rows={rows} context={{ ...context, catalogue }} />
    </details>
  )
}

const nameReason = (state: FigureState, { catalogue, lang, words }: ChartContext): string =>
  state === 'not_loaded' ? words.nOfN.notLoadedLong : nameState(catalogue, state, lang)

function MissingList({ rows, context }: { readonly rows: readonly ComparedValue[]; readonly context: ChartContext }) {
  const { words, lang, catalogue, agencies } = context
  const names = new Map(agencies.map((agency) => [agency.id, agency.shortName]))
  return (
    <div className="scroll">
      <table className="t missing">
        <tbody>
          {rows.map((row) => (
            <tr key={row.agency} data-agency={row.agency}>
              <th scope="row">{names.get(row.agency) ?? row.agency}</th>
              <td className="swatch">
                <StateCell value={null} state={row.state} evidence={null} label={nameState(catalogue, row.state, lang)} />
              </td>
              <td className="why">
                {nameReason(row.state, context)}
                {row.form === null ? '' : ` · ${row.year} · ${nameForm(catalogue, row.form, lang)}`}
              </td>
              <td className="num">
                {row.report !== null ? (
                  <Link to={{ page: 'report', report: row.report, cell: null }}>{words.compare.seeTable}</Link>
                ) : (
                  <Link to={{ page: 'agency', agencies: [row.agency] }}>{comparedWords[lang].seeAgency}</Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
