import { useMemo } from 'react'
import type { Compared } from '../../../charts/comparison.ts'
import { figureOfRanking } from '../../../charts/rankingFigure.ts'
import { FigurePanel } from '../../FigurePanel.tsx'
import { PanelActions } from './panelParts.tsx'

/** One year, or each body's latest report, in order; shorter beside another figure that is low. */
export function RankingPanel({ compared, isShort }: { readonly compared: Compared; readonly isShort: boolean }) {
  const figure = useMemo(() => figureOfRanking(compared, isShort), [compared, isShort])
  const { context } = compared
  return <FigurePanel figure={figure} actions={<PanelActions indicator={context.indicator} />} />
}
