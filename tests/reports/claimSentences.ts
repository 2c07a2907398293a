import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import type { Scope } from '../../src/forms/states.ts'
import type { Paragraph } from '../../src/reports/document.ts'
import type { Figure } from '../../src/reports/figure.ts'
import { readClaims } from '../../src/reports/readClaims.ts'

/** Paragraphs of a report, as a reader yields them. */
export const paragraphs = (...texts: readonly string[]): Paragraph[] =>
  texts.map((text, at) => ({ kind: 'paragraph', text, where: { page: 1, paragraph: at + 1, table: null, row: null, column: null, start: null, end: null } }))

/** Whose report it is and of which year. */
export interface Told {
  readonly year: number | null
  readonly agency?: string
  readonly scope?: Scope
}

export function read(about: number | null | Told, ...texts: readonly string[]): ReturnType<typeof readClaims> {
  const { year, agency = null, scope = 'own' } = typeof about === 'object' && about !== null ? about : { year: about }
  return readClaims({ blocks: paragraphs(...texts) }, { year, agency, scope, form: 'narrative', tableBlocks: new Set(), catalogue: ourCatalogue })
}

/** A claim in short: `requests_new 21 B`, `channel_website_items ≥300 C`. */
export const spell = ({ indicator, value, evidence, qualifier }: Figure): string => `${indicator} ${qualifier ?? ''}${value} ${evidence}`

/** What the paragraphs say, in short; `+1` at the end when one sentence was left over with a number in it. */
export function claims(about: number | null | Told, ...texts: readonly string[]): string {
  const { figures, unplaced } = read(about, ...texts)
  return [...figures.map(spell), ...(unplaced.length > 0 ? [`+${unplaced.length}`] : [])].join('; ')
}
