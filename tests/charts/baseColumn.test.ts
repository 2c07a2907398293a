import { expect, it } from 'vitest'
import type { ChartTable } from '../../src/charts/chartContext.ts'
import { rankValues } from '../../src/charts/ranking.ts'
import { tableOfRanking } from '../../src/charts/rankedBarsTable.ts'
import { plainRanking } from '../../src/charts/rankingView.ts'
import { tableOfSlope } from '../../src/charts/slopeChart.ts'
import { slopePairsOf } from '../../src/charts/slopePairs.ts'
import { tableOfStrip } from '../../src/charts/stripChart.ts'
import { stripRowsOf } from '../../src/charts/stripRows.ts'
import { tableOfTrend } from '../../src/charts/trendChart.ts'
import { indicatorById } from '../../src/indicators/catalogue.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import { compared, contextOf, testAgencies } from './comparedRows.ts'

const rate = indicatorById(ourCatalogue, 'disclosure_rate')
const rows = [2021, 2022].map((year) => compared('a', year, 0.5, { indicator: rate.id, n: year === 2021 ? 752 : 1204 }))
const context = contextOf(rate.id, { years: [2021, 2022] })

/** What stands under every heading that speaks of a base. */
const basesOf = ({ columns, rows: lines }: ChartTable): readonly string[] =>
  columns.flatMap(({ name }, place) => (name.includes('基数') ? lines.map(({ cells }) => cells[place] ?? '') : []))

it('prints what a rate is taken over as a count, never as a percentage', () => {
  const ranking = rankValues(rows.slice(0, 1), rate)
  expect(basesOf(tableOfRanking(ranking, '', context, plainRanking))).toEqual(['752'])
  expect(basesOf(tableOfStrip(stripRowsOf(rows, 2021, 'none', context, testAgencies), '', context))).toContain('752')
  expect(basesOf(tableOfTrend(rows, '', context))).toEqual(expect.arrayContaining(['752', '1,204']))
  expect(basesOf(tableOfSlope(slopePairsOf(rows, [2021, 2022], context), [2021, 2022], '', context))).toEqual(['752', '1,204'])
})
