import { useMemo } from 'react'
import type { Compared } from '../../../charts/comparison.ts'
import { figureOfSlope } from '../../../charts/slopeFigure.ts'
import { FigurePanel } from '../../FigurePanel.tsx'
import { FocusChips, PanelActions } from './panelParts.tsx'

/** The first and the last year of the span side by side, joined only where they may be compared. */
export function SlopePanel({ compared }: { readonly compared: Compared }) {
  const figure = useMemo(() => figureOfSlope(compared), [compared])
  const { context } = compared
  return <FigurePanel figure={figure} legend={<FocusChips context={context} />} actions={<PanelActions indicator={context.indicator} />} />
}
