import { useMemo } from 'react'
import type { RateContext } from '../../../charts/intervalChart.ts'
import { figureOfRates, sayForms } from '../../../charts/rateFigure.ts'
import type { RequestContext } from '../../../charts/requestContext.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import type { GatheredReader } from '../../../questions/gatheredValues.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { FigurePanel } from '../../FigurePanel.tsx'
import { Link } from '../../Link.tsx'
import { PanelActions } from '../compare/panelParts.tsx'

/** One rate of each body, with its interval and its size; too few cases are a count. */
export function RatePanel({
  read,
  rate,
  at,
  context: shared,
}: {
  readonly read: GatheredReader
  readonly rate: Indicator
  readonly at: number | 'latest'
  readonly context: RequestContext
}) {
  const { years } = useAtlas().selection
  const context: RateContext = useMemo(() => ({ ...shared, indicator: rate, withYear: at === 'latest' }), [shared, rate, at])
  const every = useMemo(() => read(rate), [read, rate])
  const figure = useMemo(() => figureOfRates(every, { at, years }, context), [every, at, years, context])
  const forms = sayForms(context)
  const elsewhere = forms === null ? null : findYear(every, at)
  return (
    <FigurePanel
      figure={figure}
      embed={{ figure: 'rates', indicators: [rate.id] }}
      linked={
        new Map(
          forms === null || elsewhere === null
            ? []
            : [
                [
                  forms,
                  <span key="forms">
                    {forms} <Link to={{ at: elsewhere }}>{context.said.seeYears(String(elsewhere))}</Link>
                  </span>,
                ],
              ],
        )
      }
      actions={<PanelActions indicator={rate} />}
    />
  )
}

/** The last year with a rate, where the one that is shown has none. */
function findYear(rows: readonly ComparedValue[], at: number | 'latest'): number | null {
  const years = rows.flatMap((row) => (row.n === null ? [] : [row.year]))
  return at === 'latest' || years.length === 0 || years.includes(at) ? null : Math.max(...years)
}
