import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateWidth, fitText } from '../../src/charts/textWidth.ts'

describe('a text cut to its room', () => {
  it('stays whole where it fits', () => expect(fitText('无定义（分母为零）', 12, 200)).toBe('无定义（分母为零）'))

  it('says by an ellipsis that something is cut', () => expect(fitText('无定义（分母为零）', 24, 100)).toBe('无定义…'))

  it('is never wider than its room', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 3 }), fc.integer({ min: 10, max: 30 }), fc.integer({ min: 60, max: 400 }), (text, size, width) => {
        expect(estimateWidth(fitText(text, size, width), size)).toBeLessThanOrEqual(width)
      }),
    )
  })
})
