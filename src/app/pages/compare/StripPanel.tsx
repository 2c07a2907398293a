import { useMemo } from 'react'
import type { Compared } from '../../../charts/comparison.ts'
import { figureOfStrip } from '../../../charts/stripFigure.ts'
import { FigurePanel } from '../../FigurePanel.tsx'
import { FocusChips, PanelActions } from './panelParts.tsx'

/** How the bodies are spread in one year, or in each one's latest report: a mark for each, in the groups of the selection. */
export function StripPanel({ compared }: { readonly compared: Compared }) {
  const figure = useMemo(() => figureOfStrip(compared), [compared])
  const { context } = compared
  return <FigurePanel figure={figure} legend={<FocusChips context={context} />} actions={<PanelActions indicator={context.indicator} />} />
}
