import { useMemo } from 'react'
import type { Compared } from '../../../charts/comparison.ts'
import { nameState } from '../../../charts/figureText.ts'
import { compositeBeside, figureOfTrend, statesOfTrend } from '../../../charts/trendFigure.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { FigurePanel } from '../../FigurePanel.tsx'
import { Link } from '../../Link.tsx'
import { StateCell } from '../../StateCell.tsx'
import { FocusChips, PanelActions } from './panelParts.tsx'

/** One indicator over the years: lines that stop where the forms stop being comparable. */
export function TrendPanel({ compared }: { readonly compared: Compared }) {
  const { dataset } = useAtlas()
  const { rows, context, reading } = compared
  const { words, lang, catalogue, indicator } = context
  const figure = useMemo(() => figureOfTrend(compared), [compared])
  const composite = useMemo(() => compositeBeside(rows, context), [rows, context])
  const states = useMemo(() => statesOfTrend(rows, context), [rows, context])
  const link = composite && { note: words.compare.seeComposite(composite.name[lang]), to: { indicators: [composite.id] } }
  return (
    <FigurePanel
      figure={figure}
      legend={
        <>
          <FocusChips context={context} />
          {states.length > 0 ? (
            <div className="legend">
              {states.map((state) => (
                <span key={state}>
                  <i className="legendcell">
                    <StateCell value={null} state={state} evidence={null} label={nameState(catalogue, state, lang)} />
                  </i>
                  {state === 'not_loaded' ? words.nOfN.notLoadedLong : nameState(catalogue, state, lang)}
                </span>
              ))}
            </div>
          ) : null}
        </>
      }
      linked={
        new Map(
          link
            ? [
                [
                  link.note,
                  <Link key={link.note} to={link.to}>
                    {link.note}
                  </Link>,
                ],
              ]
            : [],
        )
      }
      actions={<PanelActions indicator={indicator} dataset={dataset} title={figure.title} isPublished={reading.base === null} />}
    />
  )
}
