import { expect, it } from 'vitest'
import { titleOfRug } from '../../src/charts/rugTitle.ts'
import { indicatorById } from '../../src/indicators/catalogue.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import { wordsIn } from '../../src/text/words.ts'
import { compared } from './comparedRows.ts'

const indicators = [indicatorById(ourCatalogue, 'requests_new')]
const own = [compared('a', 2021, 3), compared('b', 2021, 40), compared('c', 2021, null)]
const whole = compared('d', 2021, 900, { scope: 'aggregate' })
const title = (rows: typeof own, at: number | 'latest' = 2021) => titleOfRug(rows, indicators, at, 'zh', wordsIn('zh'))

it('says how far the figures of a year range, and nothing of a blank', () => {
  expect(title(own)).toBe('2021 年：新收申请从 3 到 40 件')
  expect(title(own, 'latest')).toBe('新收申请从 3 到 40 件')
  expect(title([compared('a', 2021, 0), compared('b', 2021, null)])).toBe('2021 年：1 份年报的新收申请都是零')
  expect(title([compared('a', 2021, null)])).toBe('所选年报没有这些指标的数值')
})

it('keeps whole governments out of the range of single bodies', () => {
  expect(title([...own, whole])).toBe('2021 年 · 只统计本机关：新收申请从 3 到 40 件')
  expect(title([whole, compared('e', 2021, 100, { scope: 'aggregate' })])).toBe('2021 年：新收申请从 100 到 900 件')
})
