import { memo, useMemo, type ReactNode } from 'react'
import { mergersByBody } from '../../../agencies/peers.ts'
import type { ChartContext } from '../../../charts/chartContext.ts'
import { answerWhether, chooseEndingFocus, figureOfEndingTrend, sayAnswer } from '../../../charts/endingTrendFigure.ts'
import { countLater } from '../../../charts/laterFigures.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import { punctuation } from '../../../text/punctuation.ts'
import type { PageFigure } from '../../../selection/pageFigures.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { FigurePanel } from '../../FigurePanel.tsx'
import { FocusChips, PanelActions } from '../compare/panelParts.tsx'

/** An indicator over the years whose rows end with a form, and whether anything may be said of it after that. Drawn anew only for other rows. */
export const EndingTrendPanel = memo(function EndingTrendPanel({
  rows: every,
  indicator,
  context: page,
  embedAs,
  choice,
}: {
  readonly rows: readonly ComparedValue[]
  readonly indicator: Indicator
  readonly context: Omit<ChartContext, 'indicator'>
  /** Which figure it is when it is embedded. */
  readonly embedAs: PageFigure
  /** What else may be drawn, where the page has no filter for it. */
  readonly choice?: ReactNode
}) {
  const { dataset } = useAtlas()
  const rows = useMemo(() => every.filter((row) => row.indicator === indicator.id), [every, indicator])
  const context: ChartContext = useMemo(
    () => ({ ...page, indicator, focus: chooseEndingFocus(rows, page), mergers: mergersByBody(dataset.agencies) }),
    [page, indicator, rows, dataset],
  )
  const figure = useMemo(() => figureOfEndingTrend(rows, context), [rows, context])
  const answer = answerWhether(countLater(rows, context.years), context)
  return (
    <FigurePanel
      figure={figure}
      embed={{ figure: embedAs, indicators: [indicator.id] }}
      legend={
        <>
          {choice}
          <FocusChips context={context} />
        </>
      }
      linked={
        new Map([
          [
            sayAnswer(answer, context.lang),
            <span key="answer">
              <b>{answer.head}</b>
              {punctuation[context.lang].gap}
              {answer.body}
            </span>,
          ],
        ])
      }
      actions={<PanelActions indicator={indicator} />}
    />
  )
})
