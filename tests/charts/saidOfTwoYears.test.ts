import { describe, expect, it } from 'vitest'
import { rankValues } from '../../src/charts/ranking.ts'
import { titleOfRanking } from '../../src/charts/rankingTitle.ts'
import { sayMostChanged, sayOneForm } from '../../src/charts/slopeNotes.ts'
import { slopePairsOf } from '../../src/charts/slopePairs.ts'
import { compared, contextOf, testAgencies } from './comparedRows.ts'

const context = contextOf('requests_new', { agencies: testAgencies, years: [2021, 2024] })
const pairs = (values: readonly (readonly [number | null, number | null])[]) =>
  slopePairsOf(
    values.flatMap(([first, last], i) => {
      const { id = '' } = testAgencies[i] ?? {}
      return [compared(id, 2021, first), compared(id, 2024, last)]
    }),
    [2021, 2024],
    context,
  )

describe('who differs most between two years', () => {
  it('is told with both numbers, the largest first, and never of a blank', () => {
    const bodies = pairs([
      [10, 30],
      [50, 5],
      [3, 4],
      [100, null],
      [7, 7],
      [1, 3],
    ])
    expect(sayMostChanged(bodies, context)).toBe(
      '两年相差最多的：乙局 50 → 5（低 45 件）、甲局 10 → 30（高 20 件）、己局 1 → 3（高 2 件）。',
    )
  })

  it('is left out where those that differ alike are too many to name', () => {
    expect(
      sayMostChanged(
        pairs([
          [1, 2],
          [2, 3],
          [3, 4],
          [4, 5],
        ]),
        context,
      ),
    ).toBeNull()
  })

  it('says when both years stand on one form, and not otherwise', () => {
    expect(sayOneForm(pairs([[1, 2]]), context)).toBe('连线的各机关两年都用 2021 表式。')
    const across = slopePairsOf([compared('a', 2020, 1), compared('a', 2024, 2)], [2020, 2024], context)
    expect(sayOneForm(across, context)).toBeNull()
  })
})

describe('the title of an order that begins with the lowest', () => {
  const rank = (values: readonly (number | null)[]) =>
    rankValues(
      values.map((value, i) => compared(testAgencies[i]?.id ?? '', 2021, value)),
      context.indicator,
    )
  const title = (values: readonly (number | null)[], lang: 'zh' | 'en' = 'zh') =>
    titleOfRanking(rank(values), 2021, { ...context, lang }, null, 'lowest')

  it('names the lowest, not the blank, and says the median', () => {
    expect(title([3, 1, null, 2])).toBe('2021 年，乙局 1 件，为最低；3 个机关的中位数是 2 件')
    expect(title([3, 1, 1])).toBe('2021 年，乙局、丙局最低，都是 1 件；3 个机关的中位数是 1 件')
  })

  it('has its singular in English', () => {
    expect(title([3, 1], 'en')).toContain('is lowest with 1 request')
    expect(title([3, 1], 'en')).not.toContain('1 requests')
  })
})
