import { useMemo } from 'react'
import type { Compared } from '../../../charts/comparison.ts'
import { figureOfStrip } from '../../../charts/stripFigure.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { FigurePanel } from '../../FigurePanel.tsx'
import { FocusChips, PanelActions } from './panelParts.tsx'

/** How the bodies are spread in one year, or in each one's latest report: a mark for each, in the groups of the selection. */
export function StripPanel({ compared }: { readonly compared: Compared }) {
  const { dataset } = useAtlas()
  const figure = useMemo(() => figureOfStrip(compared), [compared])
  const { context, reading } = compared
  return (
    <FigurePanel
      figure={figure}
      legend={<FocusChips context={context} />}
      actions={<PanelActions indicator={context.indicator} dataset={dataset} title={figure.title} isPublished={reading.base === null} />}
    />
  )
}
