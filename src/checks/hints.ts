import type { Label } from '../text/label.ts'
import type { FindingCell } from './outcome.ts'

const swapped = (a: number, b: number): boolean => {
  const [x, y] = [String(a), String(b)]
  if (x === y || x.length !== y.length) return false
  const differing = [...x].flatMap((digit, at) => (digit === y[at] ? [] : [at]))
  const [first, second] = differing
  return differing.length === 2 && first !== undefined && second !== undefined && x[first] === y[second] && x[second] === y[first]
}

/**
 * What may have happened where two sides differ: one figure left out or counted twice, two digits swapped, a factor of 10 or 10,000.
 * Hints are offered and never applied; none where nothing suggests itself.
 */
export function suggestHints(left: number | null, right: number | null, cells: readonly FindingCell[]): readonly Label[] {
  if (left === null || right === null || left === right) return []
  const difference = Math.round(Math.abs(left - right) * 1e6) / 1e6
  const hints: Label[] = []
  const same = cells.find(({ value }) => value !== null && value !== 0 && value === difference)
  if (same && left !== 0 && right !== 0)
    hints.push({ zh: `差额 ${difference} 恰等于其中一格`, en: `the difference of ${difference} is one of the figures` })
  if (swapped(left, right)) hints.push({ zh: '可能有两位数字颠倒', en: 'two digits may be swapped' })
  const [lower, higher] = [Math.min(left, right), Math.max(left, right)]
  for (const factor of [10, 10_000]) {
    if (lower > 0 && Math.abs(higher / lower - factor) < 1e-9)
      hints.push(
        factor === 10
          ? { zh: '相差 10 倍，可能多写或少写一位', en: 'a factor of 10: a digit too many or too few' }
          : { zh: '相差一万倍，可能混用了元和万元', en: 'a factor of 10,000: 元 and 万元 may be mixed' },
      )
  }
  return hints
}
