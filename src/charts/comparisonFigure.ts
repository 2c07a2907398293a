import type { ComparisonChart } from './chooseChart.ts'
import type { Compared, ComparisonSettings } from './comparison.ts'
import type { Figure } from './figure.ts'
import { figureOfMultiples } from './multiplesFigure.ts'
import { figureOfRanking } from './rankingFigure.ts'
import { figureOfRug } from './rugFigure.ts'
import { figureOfScatter } from './scatterFigure.ts'
import { figureOfSlope } from './slopeFigure.ts'
import { figureOfStrip } from './stripFigure.ts'
import { figureOfTrend } from './trendFigure.ts'

/** One figure of a comparison, whole. A scatter needs a second indicator; without one it is the order. */
export function figureOfComparison(compared: Compared, chart: ComparisonChart, { ownAxes }: Pick<ComparisonSettings, 'ownAxes'>): Figure {
  switch (chart) {
    case 'bar':
      return figureOfRanking(compared)
    case 'strip':
      return figureOfStrip(compared)
    case 'trend':
      return figureOfTrend(compared)
    case 'multiples':
      return figureOfMultiples(compared, ownAxes)
    case 'slope':
      return figureOfSlope(compared)
    case 'scatter':
      return compared.second === null ? figureOfRanking(compared) : figureOfScatter(compared, compared.second)
    case 'rug':
      return figureOfRug(compared)
  }
}
