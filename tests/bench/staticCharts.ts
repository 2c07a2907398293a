import type { Agency } from '../../src/agencies.ts'
import { initChart } from '../../src/app/echartsParts.ts'
import type { ChartContext } from '../../src/charts/chartContext.ts'
import { paletteOf } from '../../src/charts/palette.ts'
import { pickYear, rankValues } from '../../src/charts/ranking.ts'
import { heightOfRankedBars, rankedBarsChart } from '../../src/charts/rankedBarsChart.ts'
import { heightOfTrend, trendChart } from '../../src/charts/trendChart.ts'
import { indicatorById } from '../../src/indicators/catalogue.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import type { ComparedValue } from '../../src/questions/comparedValue.ts'
import { wordsIn } from '../../src/text/words.ts'

/* The yardstick of the bench: a page that holds the rows and draws the options of the compare page, with no app around them. */

/** What is drawn; the bench puts it into the page when it builds it. */
declare const benchRows: readonly ComparedValue[]
declare const benchAgencies: readonly Agency[]

const years = [Math.min(...benchRows.map((row) => row.year)), Math.max(...benchRows.map((row) => row.year))] as const
const indicator = indicatorById(ourCatalogue, 'requests_new')
const ranking = rankValues(pickYear(benchRows, 'latest'), indicator)
const context: ChartContext = {
  catalogue: ourCatalogue,
  indicator,
  agencies: benchAgencies,
  focus: ranking.groups.flatMap((group) => group.rows.map((row) => row.agency)).slice(0, 3),
  years,
  lang: 'zh',
  words: wordsIn('zh'),
  palette: paletteOf('light', 'zh'),
  width: 640,
}

function draw(id: string, height: number, option: Parameters<ReturnType<typeof initChart>['setOption']>[0]): void {
  const host = document.getElementById(id)
  if (!host) throw new Error(`the page has no #${id}`)
  initChart(host, null, { renderer: 'svg', width: context.width, height }).setOption(option)
}

draw('bars', heightOfRankedBars(ranking, context), rankedBarsChart(ranking, context))
draw('lines', heightOfTrend(benchRows, context), trendChart(benchRows, context))
requestAnimationFrame(() => performance.mark('static:first-chart'))
