import type { Place } from './figure.ts'

/**
 * What every reader of a file type yields: paragraphs and tables in the order of the page.
 * Everything after the reader (form detection, placing, claims) sees only this.
 */
export interface ReportDocument {
  readonly blocks: readonly Block[]
}

export type Block = Paragraph | Grid

export interface Paragraph {
  readonly kind: 'paragraph'
  /** Lines that the page broke are joined; a space only where the text needs one. */
  readonly text: string
  readonly where: Place
}

/** A table as found: ragged rows allowed; a merged cell's text stands in its first position. */
export interface Grid {
  readonly kind: 'grid'
  readonly rows: readonly GridRow[]
  readonly where: Place
}

export interface GridRow {
  readonly cells: readonly GridCell[]
  readonly where: Place
}

export interface GridCell {
  /** As printed, inner line breaks as `\n`. Empty string for an empty cell. */
  readonly text: string
  /** Column from 0 where the reader knows it (ruled tables, tabs); null where only the order is known. */
  readonly column: number | null
  readonly span: number
  /** Left and right edge on the line, in the reader's own measure, where cells were told apart by position only. */
  readonly extent?: readonly [left: number, right: number]
  readonly where: Place
}
