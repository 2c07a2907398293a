import type { FigureState } from '../../forms/states.ts'

/** One cell: its number as short as it fits, or the texture of its state; `label` says all of it. */
export interface MatrixCell {
  readonly text: string
  /** Classes of its look. */
  readonly tone: string
  /** Why there is no number; null where there is one. */
  readonly state: FigureState | null
  /** The grade of a prose figure. */
  readonly grade: string | null
  readonly label: string
  readonly agency: string
  readonly year: number
}

/** A body with its cells; null where nothing is asked. */
export interface MatrixLine {
  readonly name: string
  readonly title: string
  readonly cells: readonly (MatrixCell | null)[]
}

/** A figure of cells: lines under heads, gathered under titles, which are empty where there is one group. */
export interface CellMatrix {
  readonly corner: string
  readonly heads: readonly string[]
  readonly groups: readonly { readonly title: string; readonly lines: readonly MatrixLine[] }[]
  /** Has it numbers in steps of a tint? */
  readonly isTinted: boolean
}
