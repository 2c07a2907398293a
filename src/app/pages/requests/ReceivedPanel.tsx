import { nameState } from '../../../charts/figureText.ts'
import { countNOfN, printNOfN } from '../../../charts/nOfN.ts'
import { pickYear } from '../../../charts/ranking.ts'
import { nameAgency, type RequestContext } from '../../../charts/requestContext.ts'
import { askedBy } from '../../../indicators/requestFlow.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import type { GatheredReader } from '../../../questions/gatheredValues.ts'
import { formatNumber } from '../../../text/numbers.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { Link } from '../../Link.tsx'

/** So many names stand in the open; more are one key away. */
const mostNames = 8

/** Who received requests and who none, each name a link: where most figures are zero this says more than bars. */
export function ReceivedPanel({
  read,
  at,
  context,
}: {
  readonly read: GatheredReader
  readonly at: number | 'latest'
  readonly context: RequestContext
}) {
  const { dataset } = useAtlas()
  const { said, words, catalogue, lang } = context
  const received = askedBy(catalogue)
  if (received === null || context.agencies.length < 2) return null
  const rows = pickYear(read(received), at)
  const none = rows.filter((row) => row.value === 0)
  const some = rows.filter((row) => row.value !== null && row.value > 0).sort((a, b) => (b.value ?? NaN) - (a.value ?? NaN))
  const unknown = rows.filter((row) => row.value === null)
  const when = at === 'latest' ? words.compare.latest : words.compare.yearIn(String(at))
  const [top] = some
  const title =
    top !== undefined
      ? said.receivedTitleSome(
          when,
          none.length,
          none.length + some.length,
          nameAgency(top.agency, context),
          formatNumber(top.value ?? NaN, lang),
        )
      : none.length > 0
        ? said.receivedTitleNone(when, none.length)
        : said.receivedTitleUnknown(when)
  const reports = rows.filter((row) => row.report !== null).length
  return (
    <section className="panel" aria-label={title}>
      <div className="panelhead">
        <h2>{title}</h2>
        <p className="sub">
          {dataset.manifest.synthetic ? (
            <>
              <span className="tag syn">{words.rail.synthetic}</span>{' '}
            </>
          ) : null}
          {received.name[lang]} · {words.compare.agenciesOf(context.agencies.length)} · {at === 'latest' ? words.compare.atLatest : when} ·{' '}
          {received.unitName[lang]} · <b>{printNOfN(countNOfN(rows), catalogue, lang, words)}</b>
        </p>
      </div>
      <div className="body receivedlists">
        <Names title={said.some(some.length)} rows={some} at={at} context={context} tell={(row) => formatNumber(row.value ?? NaN, lang)} />
        <Names title={said.none(none.length)} rows={none} at={at} context={context} tell={() => null} />
        <Names
          title={said.unknown(unknown.length)}
          rows={unknown}
          at={at}
          context={context}
          tell={(row) => nameState(catalogue, row.state, lang)}
        />
      </div>
      <div className="panelfoot">
        <span>{reports > 0 ? words.panel.source(reports) : words.panel.noSource}</span>
      </div>
    </section>
  )
}

function Names({
  title,
  rows,
  at,
  context,
  tell,
}: {
  readonly title: string
  readonly rows: readonly ComparedValue[]
  readonly at: number | 'latest'
  readonly context: RequestContext
  readonly tell: (row: ComparedValue) => string | null
}) {
  const { words } = context
  if (rows.length === 0) return null
  const list = (
    <ul className="namelist">
      {rows.map((row) => {
        const told = tell(row)
        const name = `${nameAgency(row.agency, context)}${at === 'latest' && row.report !== null ? ` ${row.year}` : ''}`
        return (
          <li key={row.agency} data-agency={row.agency}>
            {row.report === null ? name : <Link to={{ agencies: [row.agency], at: row.year }}>{name}</Link>}
            {told === null ? null : <> {told}</>}
            {row.report === null ? null : (
              <>
                {' '}
                <Link to={{ page: 'report', report: row.report, cell: null }} className="quietlink">
                  {words.compare.seeTable}
                </Link>
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
  return rows.length <= mostNames ? (
    <div>
      <h3>{title}</h3>
      {list}
    </div>
  ) : (
    <details>
      <summary>{title}</summary>
      {list}
    </details>
  )
}
