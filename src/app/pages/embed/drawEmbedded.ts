import { mergersByBody } from '../../../agencies/peers.ts'
import { readComparison, type Compared } from '../../../charts/comparison.ts'
import { figureOfComparison } from '../../../charts/comparisonFigure.ts'
import { atWidth, type Figure } from '../../../charts/figure.ts'
import { nameState } from '../../../charts/figureText.ts'
import type { Appearance, Palette } from '../../../charts/palette.ts'
import type { OpenDataset } from '../../../dataset/openDataset.ts'
import { applyHostColours } from '../../../embed/hostColours.ts'
import { matrixSvg } from '../../../exports/matrixSvg.ts'
import { quotableFont, readPlainSvg, type PlainSvg } from '../../../exports/plainSvg.ts'
import type { Agency } from '../../../agencies.ts'
import type { PairReading } from '../../../indicators/readings.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import type { Selection } from '../../../selection.ts'
import type { Lang } from '../../../text/label.ts'
import { wordsIn } from '../../../text/words.ts'
import type { Atlas } from '../../AtlasContext.ts'
import { initChart } from '../../echartsParts.ts'
import { matrixOfRows } from '../../files/matrixOfRows.ts'
import { drawStateMark } from '../../files/stateMark.ts'
import { readColours, type EmbedChoices } from './embedChoices.ts'

/** What the figure is made from, whatever its language and colours. */
export interface EmbeddedView {
  readonly dataset: OpenDataset
  readonly selection: Selection
  /** Of the selection, in the order of lists. */
  readonly agencies: readonly Agency[]
  readonly pair: PairReading
  readonly rows: readonly ComparedValue[]
}

/** The comparison of a view in a language and colours. */
export function compareView({ dataset, selection, agencies, pair, rows }: EmbeddedView, lang: Lang, palette: Palette): Compared {
  const { catalogue, agencies: all } = dataset
  const known = { catalogue, agencies, all, mergers: mergersByBody(all), lang, words: wordsIn(lang), palette }
  return readComparison(rows, pair, selection, known)
}

/** The colours of a picture that cannot change with its host: those of the theme that was chosen, with the host's own over them. */
export function paletteFor(choices: EmbedChoices): Palette {
  const appearance: Appearance = choices.theme === 'auto' ? 'light' : choices.theme
  const { palette } = applyHostColours(appearance, choices.lang, readColours(choices))
  return { ...palette, font: quotableFont(palette.font) }
}

/** The figure of a view, as it is embedded. */
export function figureOfView(view: EmbeddedView, choices: EmbedChoices): Figure {
  const compared = compareView(view, choices.lang, paletteFor(choices))
  return figureOfComparison(compared, compared.choice.shown, view.selection)
}

/** The drawing of a figure as a picture of this width, its ids beginning with `id`; null where it is a table of cells, or cannot be drawn. */
export function drawStill({ drawing }: Figure, width: number, id: string): PlainSvg | null {
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

/** The cells of a figure without a drawing as a picture, in the language and colours of the choices; null where they are no matrix. */
export function drawCells({ rows }: Figure, { dataset, pair }: EmbeddedView, choices: EmbedChoices, atlas: Atlas): PlainSvg | null {
  const { lang, column } = choices
  const palette = paletteFor(choices)
  const { shown } = pair.reading
  const indicatorOf = (id: string) => (id === shown.id ? shown : dataset.catalogue.indicators.find((indicator) => indicator.id === id))
  const matrix = matrixOfRows(rows, { ...atlas, lang, words: wordsIn(lang), palette }, indicatorOf)
  return matrix === null ? null : { ...matrixSvg(matrix, column, palette), fontFamily: palette.font }
}

/** What the textures of such cells mean. */
export function nameMarks({ rows }: Figure, { dataset }: EmbeddedView, choices: EmbedChoices): { mark: PlainSvg; text: string }[] {
  const states = [...new Set(rows.flatMap(({ value, state }) => (value === null ? [state] : [])))]
  const palette = paletteFor(choices)
  return states.map((state) => ({ mark: drawStateMark(state, palette), text: nameState(dataset.catalogue, state, choices.lang) }))
}
