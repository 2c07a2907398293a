import { describe, expect, it } from 'vitest'
import { doOverlap, placeBeside, spreadAlong } from '../../src/charts/placeLabels.ts'
import { scaleFromZero } from '../../src/charts/valueScale.ts'
import { contextOf } from './comparedRows.ts'

describe('labels', () => {
  it('move along a line no more than needed, keep their order and stay inside', () => {
    expect(
      spreadAlong(
        [
          { at: 10, size: 10 },
          { at: 50, size: 10 },
        ],
        0,
        100,
      ),
    ).toEqual([10, 50])
    expect(
      spreadAlong(
        [
          { at: 50, size: 10 },
          { at: 50, size: 10 },
          { at: 50, size: 10 },
        ],
        0,
        100,
      ),
    ).toEqual([40, 50, 60])
    expect(
      spreadAlong(
        [
          { at: 0, size: 10 },
          { at: 0, size: 10 },
        ],
        0,
        100,
      ),
    ).toEqual([5, 15])
    expect(
      spreadAlong(
        [
          { at: 1, size: 60 },
          { at: 2, size: 60 },
        ],
        0,
        100,
      ),
    ).toBeNull()
  })

  it('stand beside marks without covering each other', () => {
    const marks = Array.from({ length: 9 }, (_, i) => ({ x: 60 + (i % 3) * 12, y: 60 + Math.floor(i / 3) * 12, radius: 4 }))
    const boxes = placeBeside(
      marks.map((mark) => ({ ...mark, width: 50, height: 14, near: false })),
      marks.map(({ x, y }) => ({ x: x - 4, y: y - 4, width: 8, height: 8 })),
      { x: 0, y: 0, width: 400, height: 400 },
    ).flatMap((box) => (box ? [box] : []))
    expect(boxes).toHaveLength(9)
    expect(boxes.flatMap((box, i) => boxes.slice(i + 1).filter((other) => doOverlap(box, other)))).toEqual([])
  })
})

it('starts an axis at zero, in whole steps for counts', () => {
  const counts = contextOf('requests_new').indicator
  const rates = contextOf('disclosure_rate').indicator
  expect(scaleFromZero([3, 201], counts)).toEqual({ min: 0, max: 250, interval: 50 })
  expect(scaleFromZero([1, 2], counts)).toMatchObject({ min: 0, max: 2, interval: 1 })
  expect(scaleFromZero([0, 0], counts)).toEqual({ min: 0, max: 1, interval: 1 })
  expect(scaleFromZero([0.9, 1], rates)).toMatchObject({ min: 0, max: 1 })
  expect(scaleFromZero([-4, 9], counts)).toMatchObject({ min: -5, max: 10 })
})
