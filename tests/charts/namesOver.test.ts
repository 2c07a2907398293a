import { describe, expect, it } from 'vitest'
import { heightOfRankedBars, rankedBarsChart } from '../../src/charts/rankedBarsChart.ts'
import { layOutNames, listRanking } from '../../src/charts/rankedBarsList.ts'
import { pointsOfRanking } from '../../src/charts/rankedBarsTable.ts'
import { rankValues } from '../../src/charts/ranking.ts'
import { plainRanking } from '../../src/charts/rankingView.ts'
import { compared, contextOf, testAgencies } from './comparedRows.ts'

const long = testAgencies.slice(0, 3).map((agency) => ({ ...agency, shortName: `名称很长的${agency.shortName}` }))
const rows = long.map(({ id }, i) => compared(id, 2022, i === 2 ? null : i + 1))
const given = contextOf('requests_new', { agencies: long, years: [2022, 2022] })
const context = (width: number) => ({ ...given, width })
const ranking = rankValues(rows, given.indicator)

describe('names that have no room beside their bars', () => {
  const list = (width: number) => layOutNames(listRanking(ranking, context(width), plainRanking), context(width))

  it('stand over them, whole, one for each body', () => {
    expect(list(600).namesOver).toBe(false)
    const { entries, namesOver } = list(160)
    expect(namesOver).toBe(true)
    expect(entries.flatMap((entry) => ('row' in entry ? [`${entry.kind} ${entry.row.agency}`] : []))).toEqual([
      'name b',
      'bar b',
      'name a',
      'bar a',
      'name c',
      'missing c',
    ])
  })

  it('are no stops of the keyboard, and the drawing is higher by them', () => {
    expect(pointsOfRanking(ranking, context(160))[0]).toHaveLength(3)
    expect(heightOfRankedBars(ranking, context(160))).toBeGreaterThan(heightOfRankedBars(ranking, context(600)))
  })

  it('leave the axis in whole steps that end where it ends', () => {
    const [axis] = rankedBarsChart(ranking, context(160)).xAxis as readonly { readonly max: number; readonly interval: number }[]
    expect(axis && axis.max % axis.interval).toBe(0)
  })
})
