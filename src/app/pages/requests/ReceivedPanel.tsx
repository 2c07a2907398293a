import { useMemo } from 'react'
import { figureOfReceived, listsOfSome, partReceived, tellReceived } from '../../../charts/receivedFigure.ts'
import { nameAgency, type RequestContext } from '../../../charts/requestContext.ts'
import { askedBy } from '../../../indicators/requestFlow.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import type { GatheredReader } from '../../../questions/gatheredValues.ts'
import { FigurePanel } from '../../FigurePanel.tsx'
import { Link } from '../../Link.tsx'
import { PanelActions } from '../compare/panelParts.tsx'

/** So many names stand in the open; more are one key away. */
const mostNames = 8

/** Who received requests and who none; nothing of a single body, or of a catalogue that does not say where requests are counted. */
export function ReceivedPanel(props: { readonly read: GatheredReader; readonly at: number | 'latest'; readonly context: RequestContext }) {
  const { catalogue, agencies } = props.context
  const indicator = askedBy(catalogue)
  return indicator === null || agencies.length < 2 ? null : <Received {...props} indicator={indicator} />
}

/** Each name a link: where most figures are zero this says more than bars. */
function Received({
  read,
  indicator,
  at,
  context,
}: {
  readonly read: GatheredReader
  readonly indicator: Indicator
  readonly at: number | 'latest'
  readonly context: RequestContext
}) {
  const received = useMemo(() => partReceived(read(indicator), at), [read, indicator, at])
  const figure = useMemo(() => figureOfReceived(received, at, indicator, context), [received, at, indicator, context])
  const { said } = context
  const { none, unknown } = received
  return (
    <FigurePanel figure={figure} actions={<PanelActions indicator={indicator} />}>
      {() => (
        <div className="receivedlists">
          {listsOfSome(received, context).map(({ name, rows }) => (
            <Names key={name} title={name} rows={rows} at={at} context={context} tell={(row) => tellReceived(row, context)} />
          ))}
          <Names title={said.none(none.length)} rows={none} at={at} context={context} tell={() => null} />
          <Names title={said.unknown(unknown.length)} rows={unknown} at={at} context={context} tell={(row) => tellReceived(row, context)} />
        </div>
      )}
    </FigurePanel>
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
  const { words, focus } = context
  if (rows.length === 0) return null
  const list = (
    <ul className="namelist">
      {rows.map((row) => {
        const told = tell(row)
        const name = `${nameAgency(row.agency, context)}${at === 'latest' && row.report !== null ? ` ${row.year}` : ''}`
        return (
          <li key={row.agency} data-agency={row.agency} className={focus.includes(row.agency) ? 'infocus' : undefined}>
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
