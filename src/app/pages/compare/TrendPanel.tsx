import { useMemo } from 'react'
import type { Compared } from '../../../charts/comparison.ts'
import { compositeBeside, figureOfTrend } from '../../../charts/trendFigure.ts'
import { FigurePanel } from '../../FigurePanel.tsx'
import { Link } from '../../Link.tsx'
import { FocusChips, PanelActions } from './panelParts.tsx'

/** One indicator over the years: lines that stop where the forms stop being comparable. */
export function TrendPanel({ compared }: { readonly compared: Compared }) {
  const { rows, context } = compared
  const { words, lang, indicator } = context
  const figure = useMemo(() => figureOfTrend(compared), [compared])
  const composite = useMemo(() => compositeBeside(rows, context), [rows, context])
  const link = composite && { note: words.compare.seeComposite(composite.name[lang]), to: { indicators: [composite.id] } }
  return (
    <FigurePanel
      figure={figure}
      legend={<FocusChips context={context} />}
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
      actions={<PanelActions indicator={indicator} />}
    />
  )
}
