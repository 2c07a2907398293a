import type { Agency } from '../../agencies.ts'
import type { ChartContext } from '../../charts/chartContext.ts'
import type { Compared } from '../../charts/comparison.ts'
import type { Figure } from '../../charts/figure.ts'
import type { Palette } from '../../charts/palette.ts'
import type { OpenDataset } from '../../dataset/openDataset.ts'
import type { FigureState } from '../../forms/states.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import type { Params, Question } from '../../questions/question.ts'
import type { Selection } from '../../selection.ts'
import type { Lang } from '../../text/label.ts'
import { wordsIn } from '../../text/words.ts'
import type { CellMatrix } from './cellMatrix.ts'
import type { LegendEntry } from './legendEntry.ts'

/** What is to be shown, of which dataset. */
export interface FigureView {
  readonly dataset: Pick<OpenDataset, 'catalogue' | 'agencies' | 'reports' | 'manifest'>
  readonly selection: Selection
  /** Of the selection, in the order of lists. */
  readonly agencies: readonly Agency[]
}

/** The language and the colours that a figure is drawn in. */
export interface FigureLook {
  readonly lang: Lang
  readonly palette: Palette
}

/** A figure with what belongs to it in any page. */
export interface ShownFigure {
  readonly figure: Figure
  /** Signs of the drawing that it does not name itself. */
  readonly legend: readonly LegendEntry[]
  /** Why there is no number, where the figure shows it as a texture alone. */
  readonly states: readonly FigureState[]
  /** The figure as cells, where it has no drawing. */
  readonly matrix: CellMatrix | null
  /** The indicator that it is of, or that its whole is of; empty where it is of reports. */
  readonly indicator: string
  /** What is compared; null for a figure of a page. */
  readonly compared: Compared | null
}

/** Why there is no figure: a head and a sentence. */
export interface AbsentFigure {
  readonly absent: { readonly title: string; readonly said: string }
}

/** A figure that knows which one question it asks, and draws the rows of its answer. */
export interface AskedFigure {
  readonly question: Question<Params, object>
  readonly params: Params
  /** Ids of the indicators that it cannot do without. */
  readonly carries: readonly string[]
  draw(rows: readonly object[], look: FigureLook): ShownFigure | AbsentFigure
}

/** Asks for a figure; null where the catalogue has no indicators for it. */
export type AskFigure = (view: FigureView) => AskedFigure | null

/** A figure whose params and rows are only known to itself. */
export const asFigure = <P extends Params, Row extends object>(
  question: Question<P, Row>,
  params: P,
  carries: readonly Indicator[],
  draw: (rows: readonly Row[], look: FigureLook) => ShownFigure | AbsentFigure,
): AskedFigure => ({
  question,
  params,
  carries: carries.map(({ id }) => id),
  draw: (rows, look) => draw(rows as readonly Row[], look),
})

/** A figure of a page, with what belongs to it. */
export const showFigure = (
  figure: Figure,
  { legend = [], states = [], matrix = null, indicator = '' }: Partial<Omit<ShownFigure, 'figure' | 'compared'>>,
): ShownFigure => ({
  figure,
  legend,
  states: [...new Set([...states, ...(figure.states ?? [])])],
  matrix,
  indicator,
  compared: null,
})

/** What every figure must know besides its rows and its indicator. */
export const contextOf = (
  { dataset: { catalogue }, selection, agencies }: FigureView,
  { lang, palette }: FigureLook,
): Omit<ChartContext, 'indicator'> => ({
  catalogue,
  agencies,
  focus: selection.focus ?? [],
  years: selection.years,
  lang,
  words: wordsIn(lang),
  palette,
  width: 600,
})
