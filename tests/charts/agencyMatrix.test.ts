import { describe, expect, it } from 'vitest'
import { rowsWithMoreThanZeros, type MatrixRow } from '../../src/charts/agencyMatrix.ts'
import { compared, contextOf } from './comparedRows.ts'

const { indicator } = contextOf('requests_new')
const row = (...cells: MatrixRow['cells']): MatrixRow => ({ indicator, cells })
const zeros = Array.from({ length: 40 }, () => row(compared('a', 2021, 0), compared('a', 2022, null, { state: 'not_loaded' })))

describe('a long matrix', () => {
  it('counts rows of nothing but zeros, and keeps a blank, a number of the prose and any other number', () => {
    const kept = [
      row(compared('a', 2021, 0), compared('a', 2022, 4)),
      row(compared('a', 2021, 0), compared('a', 2022, null, { state: 'blank' })),
      row(compared('a', 2021, 0, { evidence: 'B' })),
      row(compared('a', 2021, null, { state: 'row_missing' })),
    ]
    expect(rowsWithMoreThanZeros([...zeros, ...kept])).toEqual(kept)
  })

  it('lists zeros where there is nothing else, and in a short one', () => {
    expect(rowsWithMoreThanZeros(zeros)).toHaveLength(40)
    const few = [row(compared('a', 2021, 0)), row(compared('a', 2021, 3))]
    expect(rowsWithMoreThanZeros(few)).toEqual(few)
  })
})
