import type { Place, Problem } from './figure.ts'
import type { PrintedCell } from './makeFigure.ts'
import type { TableLine } from './tableLine.ts'

/** A cell of the report that was matched to a cell of the form. */
export interface PlacedCell extends PrintedCell {
  readonly line: TableLine
  /** By the form's own wording; a local wording gives way to it. */
  readonly official: boolean
  /** The label stands by itself, with no cell beside it: a heading may look like that. */
  readonly alone: boolean
  /** The row has figures and it is not certain which of them is this one. */
  readonly uncertain: boolean
  /** The label as printed, when characters of it are missing. */
  readonly misprinted?: string
}

/** What placing one table yields. */
export interface Placement {
  readonly cells: readonly PlacedCell[]
  /** Lines that name no row of the form, headings left out. */
  readonly left: readonly TableLine[]
  /** Where rows with several figures begin, when most rows have several. */
  readonly several: Place | null
  /** What must be said about the table as a whole. */
  readonly problems?: readonly Problem[]
}
