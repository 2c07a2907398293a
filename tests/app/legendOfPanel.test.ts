// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { legendOfPicture, readLegend } from '../../src/app/files/legendOfPanel.ts'
import { paletteOf } from '../../src/charts/palette.ts'
import type { MatrixPicture } from '../../src/exports/matrixSvg.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import { wordsIn } from '../../src/text/words.ts'
import type { Atlas } from '../../src/app/AtlasContext.ts'
import { compared } from '../charts/comparedRows.ts'

const atlas = {
  dataset: { catalogue: ourCatalogue },
  lang: 'zh',
  palette: paletteOf('light', 'zh'),
  words: wordsIn('zh'),
} as unknown as Atlas
const rows = [
  compared('a', 2019, 12),
  compared('a', 2020, null, { state: 'blank' }),
  compared('a', 2021, 0),
  compared('b', 2020, null, { state: 'not_loaded' }),
  compared('b', 2020, 15, { evidence: 'C', qualifier: '≥' }),
]
const nothing = { signs: [], states: [] }

describe('the legend of a picture', () => {
  it('has the texture of every state in the rows and in the legend of the page, and none for numbers', () => {
    const legend = legendOfPicture({ signs: [], states: ['zero', 'dash', 'blank', 'no-such-state'] }, { rows }, null, atlas)
    expect(legend.map(({ name }) => name)).toEqual(['空白', '划线', wordsIn('zh').nOfN.notLoadedLong])
    const marks = legend.map(({ mark }) => mark?.content)
    expect(new Set(marks).size).toBe(3)
    expect(marks.every((mark) => mark !== undefined && mark !== '')).toBe(true)
  })

  it('says of a matrix what its tints and the letters beside its numbers are', () => {
    const cell = (step: number, fill: string) => ({ text: '1', mark: null, tint: { step, fill, ink: '#000' } })
    const matrix: MatrixPicture = { heads: ['2019'], lines: [{ name: '甲', cells: [cell(3, '#333'), cell(1, '#111'), null] }] }
    const names = legendOfPicture(nothing, { rows: rows.filter(({ value }) => value !== null) }, matrix, atlas).map(({ name }) => name)
    expect(names).toEqual([wordsIn('zh').overview.ramp, '1–9', '50–199', 'C 约数'])
  })

  it('is read from the panel: drawings with their words, and states by name', () => {
    const figure = document.createElement('figure')
    figure.innerHTML =
      '<div class="legend"><b>2014 表式</b><span><svg width="24" height="12"><path d="M0 0H9" fill="#123456"></path></svg>人数</span>' +
      '<span><i class="cell blank" data-state="blank"></i>空白</span></div><p data-state="dash">别处</p>'
    const { signs, states } = readLegend(figure)
    expect(signs.map(({ name, mark }) => [name, mark !== null])).toEqual([
      ['2014 表式', false],
      ['人数', true],
    ])
    expect(states).toEqual(['blank'])
  })
})
