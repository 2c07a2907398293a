import { describe, expect, it } from 'vitest'
import { funnelLimits, wilsonInterval, z95, z998 } from '../../src/charts/wilson.ts'

/** Where |rate − p| is exactly z standard errors of p: the definition, found by halving, without the formula. */
function limitsByHalving(part: number, whole: number, z: number): readonly [number, number] {
  const rate = part / whole
  const isWithin = (p: number): boolean => Math.abs(rate - p) <= z * Math.sqrt((p * (1 - p)) / whole)
  const search = (inside: number, outside: number): number => {
    let [near, far] = [inside, outside]
    for (let i = 0; i < 60; i++) {
      const middle = (near + far) / 2
      if (isWithin(middle)) near = middle
      else far = middle
    }
    return near
  }
  return [search(rate, 0), search(rate, 1)]
}

describe('the interval of a rate', () => {
  it('is what the formula gives by hand', () => {
    // z² = 3.841459. 18 of 45: (0.4 + 0.042683) / 1.085366 ± 1.959964 · √(0.005333 + 0.000474) / 1.085366.
    expect(wilsonInterval(18, 45)?.map((limit) => limit.toFixed(4))).toEqual(['0.2702', '0.5455'])
    // 0 of 10: from 0 to z² / (10 + z²). 10 of 10: the same from the other end.
    expect(wilsonInterval(0, 10)?.map((limit) => limit.toFixed(4))).toEqual(['0.0000', '0.2775'])
    expect(wilsonInterval(10, 10)?.map((limit) => limit.toFixed(4))).toEqual(['0.7225', '1.0000'])
  })

  it('holds the rate, stays within 0 and 1, is the set of rates that fit, and is wider for fewer cases', () => {
    for (let whole = 1; whole <= 400; whole = Math.ceil(whole * 1.6))
      for (let part = 0; part <= whole; part += Math.max(1, Math.floor(whole / 9))) {
        const [low, high] = wilsonInterval(part, whole) ?? [NaN, NaN]
        expect(low).toBeLessThanOrEqual(part / whole)
        expect(high).toBeGreaterThanOrEqual(part / whole)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        const [lowest, highest] = limitsByHalving(part, whole, z95)
        expect(low).toBeCloseTo(lowest, 6)
        expect(high).toBeCloseTo(highest, 6)
        const [lowOfMore, highOfMore] = wilsonInterval(part * 3, whole * 3) ?? [NaN, NaN]
        expect(highOfMore - lowOfMore).toBeLessThan(high - low)
      }
  })

  it('is none without cases, and none for what is no part of a whole', () => {
    expect(wilsonInterval(0, 0)).toBeNull()
    expect(wilsonInterval(5, 4)).toBeNull()
    expect(wilsonInterval(-1, 4)).toBeNull()
  })
})

describe('the limits of a funnel', () => {
  it('close in on the common rate as sizes grow, and are cut at 0 and 1', () => {
    expect(funnelLimits(0.5, 100, z95).map((limit) => limit.toFixed(3))).toEqual(['0.402', '0.598'])
    expect(funnelLimits(0.5, 100, z998).map((limit) => limit.toFixed(3))).toEqual(['0.345', '0.655'])
    expect(funnelLimits(0.9, 4, z998)).toEqual([expect.closeTo(0.436, 3), 1])
    expect(funnelLimits(0.1, 4, z998)[0]).toBe(0)
  })
})
