import { describe, expect, it } from 'vitest'
import type { PdfRule, PdfText } from '../../src/reports/pdfLibrary.ts'
import { findRuledGrids } from '../../src/reports/ruledGrid.ts'

const across = (at: number, from: number, to: number): PdfRule => ({ direction: 'across', at, from, to })
const down = (at: number, from: number, to: number): PdfRule => ({ direction: 'down', at, from, to })
const text = (words: string, left: number, baseline: number): PdfText => ({ text: words, left, right: left + 8, baseline, size: 10 })

/** A heading of three cells, 50 wide and 20 high, over rows with what `rules` draws of their third place. */
const cellsOf = (rules: readonly PdfRule[], more: readonly PdfText[] = []): readonly (readonly string[])[] => {
  const heading = [across(0, 0, 150), across(20, 0, 150), ...[0, 50, 100, 150].map((x) => down(x, 0, 20))]
  const rows = [across(40, 0, 100), across(60, 0, 100), ...[0, 50, 100].map((x) => down(x, 20, 60))]
  const texts = [text('甲', 20, 14), text('乙', 70, 14), text('丙', 120, 14), text('1', 20, 34), text('2', 70, 34), text('3', 20, 54), text('4', 70, 54)]
  return findRuledGrids([...heading, ...rows, ...rules], [...texts, ...more]).grids.flatMap(({ rows: found }) => found.map((cells) => cells.map((cell) => cell.text)))
}

describe('a place at the end of a row that the lines do not close is no empty cell', () => {
  const short = [['甲', '乙', '丙'], ['1', '2'], ['3', '4']]

  it('where nothing is drawn', () => expect(cellsOf([])).toEqual(short))

  it('where only the side of the table is drawn, and no line between the rows', () => expect(cellsOf([down(150, 20, 60), across(60, 100, 150)])).toEqual(short))

  it('but one that is closed is', () =>
    expect(cellsOf([down(150, 20, 60), across(40, 100, 150), across(60, 100, 150)])).toEqual([['甲', '乙', '丙'], ['1', '2', ''], ['3', '4', '']]))

  it('and what is printed there is kept', () => expect(cellsOf([], [text('5', 120, 34)])).toEqual([['甲', '乙', '丙'], ['1', '2', '5'], ['3', '4', '']]))

  it('in a table without sides every row has its last place', () => {
    const lines = [0, 20, 40].map((at) => across(at, 0, 100))
    const { grids } = findRuledGrids([...lines, down(50, 0, 40)], [text('甲', 20, 14), text('乙', 70, 14), text('1', 20, 34)])
    expect(grids.map(({ rows }) => rows.map((cells) => cells.map((cell) => cell.text)))).toEqual([[['甲', '乙'], ['1', '']]])
  })
})
