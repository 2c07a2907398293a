import { mergersByBody } from '../../agencies/peers.ts'
import { readComparison, type Compared } from '../../charts/comparison.ts'
import { figureOfComparison } from '../../charts/comparisonFigure.ts'
import { linesOfRug } from '../../charts/rugFigure.ts'
import { readPairAs } from '../../indicators/readings.ts'
import { askComparison } from '../../questions/askComparison.ts'
import { compareAgencies } from '../../questions/compareAgencies.ts'
import type { ComparedValue } from '../../questions/comparedValue.ts'
import { wordsIn } from '../../text/words.ts'
import { asFigure, type AskedFigure, type FigureLook, type FigureView, type ShownFigure } from './askedFigure.ts'
import type { CellMatrix } from './cellMatrix.ts'
import { cellOf } from './figureCell.ts'

/** The comparison of a view, in a language and colours. */
export function compareView(view: FigureView, rows: readonly ComparedValue[], { lang, palette }: FigureLook): Compared {
  const { dataset, selection, agencies } = view
  const { catalogue, agencies: all } = dataset
  const known = { catalogue, agencies, all, mergers: mergersByBody(all), lang, words: wordsIn(lang), palette }
  return readComparison(rows, readPairAs(catalogue, selection), selection, known)
}

/** Indicators over bodies and years: the figure that the reader chose, else the usual one. */
export function askCompared(view: FigureView): AskedFigure {
  const { dataset, selection } = view
  const pair = readPairAs(dataset.catalogue, selection)
  const named = [pair.reading.asked, pair.reading.base, pair.second].flatMap((one) => (one === null ? [] : [one]))
  const carried = dataset.catalogue.indicators.filter(({ id }) => selection.indicators.includes(id))
  return asFigure(compareAgencies, askComparison(pair, selection), [...carried, ...named], (rows, look) =>
    showCompared(compareView(view, rows, look), selection),
  )
}

function showCompared(compared: Compared, selection: FigureView['selection']): ShownFigure {
  const figure = figureOfComparison(compared, compared.choice.shown, selection)
  return {
    figure,
    legend: [],
    states: figure.states ?? [],
    matrix: figure.drawing === null ? matrixOfYears(compared) : null,
    indicator: compared.reading.asked.id,
    compared,
  }
}

/** Bodies × years. */
function matrixOfYears({ rows, context }: Compared): CellMatrix {
  const { words, years, indicator } = context
  const lines = linesOfRug(rows, context)
  const cells = lines.flatMap((line) => line.cells)
  return {
    corner: words.bar.agencies,
    heads: Array.from({ length: years[1] - years[0] + 1 }, (_, i) => String(years[0] + i)),
    groups: [
      {
        title: '',
        lines: lines.map(({ agency, cells: own }) => ({
          name: agency.shortName,
          title: agency.name,
          cells: own.map((row) => cellOf(row, indicator, agency, context)),
        })),
      },
    ],
    isTinted: indicator.kind !== 'derived' && cells.some((cell) => cell.value !== null && cell.value !== 0),
  }
}

/** The figures of a comparison: which chart it is, the selection says. */
export const comparisonFigures = { compared: askCompared } as const
