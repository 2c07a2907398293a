import type { ComparisonChart } from './chooseChart.ts'
import type { Compared, ComparisonSettings } from './comparison.ts'
import type { Figure } from './figure.ts'
import { figureOfRanking } from './rankingFigure.ts'
import { figureOfTrend } from './trendFigure.ts'

/** One figure of a comparison, whole; the scatter without a second indicator is the order. */
export function figureOfComparison(compared: Compared, chart: ComparisonChart, _settings: Pick<ComparisonSettings, 'ownAxes'>): Figure {
  switch (chart) {
    case 'trend':
      return figureOfTrend(compared)
    default:
      return figureOfRanking(compared)
  }
}
