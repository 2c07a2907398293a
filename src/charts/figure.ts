import type { EChartsOption } from 'echarts'
import type { FigureState } from '../forms/states.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import type { ChartPoint, ChartTable } from './chartContext.ts'

/** Something that is the same at every width, or follows from the width in px. */
export type ByWidth<Value extends number | readonly unknown[]> = Value | ((width: number) => Value)

/** The value of `given` at a width in px. */
export const atWidth = <Value extends number | readonly unknown[]>(given: ByWidth<Value>, width: number): Value =>
  typeof given === 'function' ? given(width) : given

/** An ECharts drawing, laid out for any width in px. */
export interface Drawing {
  readonly draw: (width: number) => EChartsOption
  readonly height: ByWidth<number>
  /** Stops of the keyboard: a list per series, missing ones included. */
  readonly points: ByWidth<readonly (readonly ChartPoint[])[]>
  /** The drawing in words, for those who do not see it. */
  readonly description: string
}

/**
 * One figure as data: everything that its panel, an embed, a printed page or a file shows of it, in the language of its context.
 * A pure function of rows and context makes it.
 */
export interface Figure {
  /** Chart id of the contract, and the name of the question behind it. */
  readonly chart: string
  readonly question: string
  /** The finding in one sentence. */
  readonly title: string
  /** What, who, when, unit, grade, without empty parts; `n` ("20/22 有数值，空白 1") is printed behind them. */
  readonly subtitle: readonly string[]
  readonly n: string
  /** Null where the figure is a table of cells, as the rug is. */
  readonly drawing: Drawing | null
  /** The same numbers as text, as shown. */
  readonly table: ChartTable
  /** The rows that are shown, with state, grade, form and report: what a file of the figure holds. */
  readonly rows: readonly ComparedValue[]
  /** Indicators of the rows that no catalogue has: a count over a base, worked out by the page. */
  readonly indicators?: readonly Indicator[]
  /** Why there is no number, where the drawing shows it as a texture alone: what the legend explains. */
  readonly states?: readonly FigureState[]
  readonly notes: readonly string[]
  readonly source: string
}
