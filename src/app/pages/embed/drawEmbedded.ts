import { atWidth } from '../../../charts/figure.ts'
import { nameState } from '../../../charts/figureText.ts'
import type { Appearance, Palette } from '../../../charts/palette.ts'
import type { OpenDataset } from '../../../dataset/openDataset.ts'
import type { AbsentFigure, AskedFigure, FigureView, ShownFigure } from '../../../embed/figures/askedFigure.ts'
import type { CellMatrix } from '../../../embed/figures/cellMatrix.ts'
import type { LegendMark } from '../../../embed/figures/legendEntry.ts'
import { applyHostColours } from '../../../embed/hostColours.ts'
import type { FragmentLegend } from '../../../exports/embedFragment.ts'
import { matrixSvg, type MatrixCell } from '../../../exports/matrixSvg.ts'
import { quotableFont, readPlainSvg, type PlainSvg } from '../../../exports/plainSvg.ts'
import { xmlText } from '../../../exports/xmlText.ts'
import type { FigureState } from '../../../forms/states.ts'
import { initChart } from '../../echartsParts.ts'
import { drawStateMark } from '../../files/stateMark.ts'
import { readColours, type EmbedChoices } from './embedChoices.ts'

/** What the figure is made from, whatever its language and colours. */
export interface EmbeddedView extends FigureView {
  readonly dataset: OpenDataset
  readonly asked: AskedFigure
  readonly rows: readonly object[]
}

/** The colours of a picture that cannot change with its host: those of the theme that was chosen, with the host's own over them. */
export function paletteFor(choices: EmbedChoices): Palette {
  const appearance: Appearance = choices.theme === 'auto' ? 'light' : choices.theme
  const { palette } = applyHostColours(appearance, choices.lang, readColours(choices))
  return { ...palette, font: quotableFont(palette.font) }
}

/** The figure of a view, as it is embedded, or why there is none. */
export const figureOfView = ({ asked, rows }: EmbeddedView, choices: EmbedChoices): ShownFigure | AbsentFigure =>
  asked.draw(rows, { lang: choices.lang, palette: paletteFor(choices) })

/** A figure as a picture of the width that was chosen, its ids beginning with `id`; null where it cannot be drawn. */
export const drawPicture = (shown: ShownFigure, choices: EmbedChoices, id: string): PlainSvg | null =>
  shown.figure.drawing === null ? drawCells(shown.matrix, choices) : drawStill(shown, choices.column, id)

function drawStill({ figure: { drawing } }: ShownFigure, width: number, id: string): PlainSvg | null {
  if (drawing === null) return null
  const chart = initChart(null, null, { renderer: 'svg', ssr: true, width, height: atWidth(drawing.height, width) })
  try {
    chart.setOption(drawing.draw(width))
    return readPlainSvg(chart.renderToSVGString(), `${id}-`)
  } catch (error) {
    console.warn('a figure could not be drawn as a picture', error)
    return null
  } finally {
    chart.dispose()
  }
}

/** Groups are lines of their own: a title without cells. */
function drawCells(matrix: CellMatrix | null, choices: EmbedChoices): PlainSvg | null {
  if (matrix === null) return null
  const palette = paletteFor(choices)
  const lines = matrix.groups.flatMap(({ title, lines: own }) => [
    ...(title === '' ? [] : [{ name: title, cells: [] }]),
    ...own.map(({ name, cells }) => ({
      name,
      cells: cells.map(
        (cell): MatrixCell | null =>
          cell && {
            text: cell.state !== null ? '' : cell.grade === null ? cell.text : `${cell.text} ${cell.grade}`,
            mark: cell.state === null ? null : drawStateMark(cell.state, palette),
            tint: tintOf(cell.tone),
          },
      ),
    })),
  ])
  return { ...matrixSvg({ heads: matrix.heads, lines }, choices.column, palette), fontFamily: palette.font }
}

/** The tint that a step of numbers has on the page, by the same tokens. */
function tintOf(tone: string): MatrixCell['tint'] {
  const step = /^v([1-5])$/.exec(tone)?.[1]
  if (step === undefined) return undefined
  const tokens = getComputedStyle(document.documentElement)
  const [fill = '', ink = ''] = [`--r${step}`, `--on-r${step}`].map((name) => tokens.getPropertyValue(name).trim())
  return [fill, ink].every((color) => /^#[0-9a-f]{3,8}$/i.test(color)) ? { fill, ink } : undefined
}

/** What the signs of a drawing, and the textures in place of numbers, mean. */
export function listSigns(shown: ShownFigure, { dataset }: FigureView, choices: EmbedChoices): readonly FragmentLegend[] {
  const palette = paletteFor(choices)
  return [
    ...shown.legend.map(({ mark, text }) => ({ mark: mark && plainOf(mark), text })),
    ...statesOf(shown).map((state) => ({
      mark: drawStateMark(state, palette),
      text: nameState(dataset.catalogue, state, choices.lang),
    })),
  ]
}

/** A zero is printed as one, in pictures too. */
function statesOf({ matrix, states }: ShownFigure): readonly FigureState[] {
  const cells = matrix?.groups.flatMap(({ lines }) => lines.flatMap((line) => line.cells.flatMap((cell) => cell?.state ?? [])))
  return [...new Set(cells ?? states)].filter((state) => state !== 'zero' && state !== 'value')
}

const plainOf = ({ width, height, paths }: LegendMark): PlainSvg => ({
  width,
  height,
  content: paths.map(({ d, fill, stroke }) => `<path d="${xmlText(d)}" fill="${xmlText(fill)}" stroke="${xmlText(stroke)}"/>`).join(''),
  fontFamily: null,
})
