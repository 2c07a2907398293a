import type { HtmlElement } from './htmlTree.ts'

/**
 * What a page or a Word document is made of, in the order of reading, before tables that only lay out the page are opened and places
 * are counted.
 */
export type Flow = FlowParagraph | FlowTable | FlowPicture

export interface FlowParagraph {
  readonly kind: 'paragraph'
  /** As printed; a soft line break as `\n`. */
  readonly text: string
  /** Of a web page: where it stands there. */
  readonly origin?: Origin
}

/** A picture large enough to be a table. */
export interface FlowPicture {
  readonly kind: 'picture'
  readonly origin?: Origin
}

export interface FlowTable {
  readonly kind: 'table'
  readonly rows: readonly FlowRow[]
  /** False where only the order of the cells is known. */
  readonly hasColumns: boolean
  readonly origin?: Origin
}

export interface FlowRow {
  readonly cells: readonly FlowCell[]
  /** Rows of one group (head, body, foot): a cell reaches down to the end of its group at most. */
  readonly group: number
}

export interface FlowCell {
  readonly content: readonly Flow[]
  readonly across: number
  /** 0: to the end of the group. */
  readonly down: number
  /** Column from 0, where the file itself says it. */
  readonly column?: number
  /** A merged cell from above reaches down to this place. */
  readonly covered?: boolean
}

/** Where something stands in a web page, and how much of its text is a link to elsewhere. */
export interface Origin {
  readonly element: HtmlElement
  /** Characters inside links. */
  readonly linked: number
  /** The start of the text outside of links. */
  readonly unlinked: string
}

/** More cells or elements than a report can have: ends the reading. */
class TooMuch extends Error {
  constructor(readonly of: Allowance['of']) {
    super(`too many ${of}`)
  }
}

/** Counts down what may still be read of one file. */
export interface Allowance {
  left: number
  readonly of: 'elements' | 'cells'
}

/** @throws {TooMuch} when the allowance is used up. */
export function spend(allowance: Allowance, amount: number): void {
  allowance.left -= amount
  if (allowance.left < 0) throw new TooMuch(allowance.of)
}

/** What `read` gives, or of what there was too much. */
export function readWithin<T>(read: () => T): { readonly read: T } | { readonly tooMany: Allowance['of'] } {
  try {
    return { read: read() }
  } catch (error) {
    if (error instanceof TooMuch) return { tooMany: error.of }
    throw error
  }
}

const joinsLatin = (before: string, after: string): boolean => /[A-Za-z0-9]$/.test(before) && /^[A-Za-z0-9]/.test(after)

/** Two pieces of one line, a space between only where Latin words or digits would run into one another. */
export const joinPieces = (before: string, after: string): string => (joinsLatin(before, after) ? `${before} ${after}` : before + after)
