import { describe, expect, it } from 'vitest'
import { foldOf, rowsToList, type MatrixRow } from '../../src/charts/agencyMatrix.ts'
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
    expect(rowsToList([...zeros, ...kept])).toEqual(kept)
  })

  it('counts rows of nothing but blanks apart from those of zeros: a blank is no 0', () => {
    const blanks = row(compared('a', 2021, null, { state: 'blank' }), compared('a', 2022, null, { state: 'not_in_form' }))
    const number = row(compared('a', 2021, 7))
    expect(rowsToList([...zeros, blanks, number])).toEqual([number])
    expect([zeros[0], blanks, number].map((one) => one && foldOf(one))).toEqual(['zeros', 'blanks', null])
    expect(foldOf(row(compared('a', 2021, 0), compared('a', 2022, null, { state: 'blank' })))).toBeNull()
  })

  it('lists zeros where there is nothing else, and in a short one', () => {
    expect(rowsToList(zeros)).toHaveLength(40)
    const few = [row(compared('a', 2021, 0)), row(compared('a', 2021, 3))]
    expect(rowsToList(few)).toEqual(few)
  })
})
