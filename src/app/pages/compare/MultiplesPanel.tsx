import { useMemo } from 'react'
import type { Compared } from '../../../charts/comparison.ts'
import { figureOfMultiples } from '../../../charts/multiplesFigure.ts'
import { distributionWords } from '../../../text/distributionWords.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { FigurePanel } from '../../FigurePanel.tsx'
import { FocusChips, PanelActions } from './panelParts.tsx'

/** A small chart of lines for each body, on one axis or each on its own. */
export function MultiplesPanel({ compared }: { readonly compared: Compared }) {
  const { selection, change } = useAtlas()
  const { ownAxes } = selection
  const figure = useMemo(() => figureOfMultiples(compared, ownAxes), [compared, ownAxes])
  const { context } = compared
  const say = distributionWords[context.lang].multiples
  return (
    <FigurePanel
      figure={figure}
      legend={
        <>
          <div className="chips">
            <div className="seg" role="group" aria-label={say.axes}>
              {[false, true].map((own) => (
                <button key={String(own)} type="button" aria-pressed={ownAxes === own} onClick={() => change({ ownAxes: own })}>
                  {own ? say.chooseOwn : say.chooseShared}
                </button>
              ))}
            </div>
          </div>
          <FocusChips context={context} />
        </>
      }
      actions={<PanelActions indicator={context.indicator} />}
    />
  )
}
