import { useMemo } from 'react'
import type { Compared } from '../../../charts/comparison.ts'
import { figureOfScatter } from '../../../charts/scatterFigure.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import { FigurePanel } from '../../FigurePanel.tsx'
import { FocusChips, PanelActions } from './panelParts.tsx'

/** Two indicators of the same reports against each other, a mark for each body. */
export function ScatterPanel({ compared, second }: { readonly compared: Compared; readonly second: Indicator }) {
  const figure = useMemo(() => figureOfScatter(compared, second), [compared, second])
  return <FigurePanel figure={figure} legend={<FocusChips context={compared.context} />} actions={<PanelActions indicator={second} />} />
}
