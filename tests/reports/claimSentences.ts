import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import type { Paragraph } from '../../src/reports/document.ts'
import { readClaims } from '../../src/reports/readClaims.ts'

/** Paragraphs of a report, as a reader yields them. */
export const paragraphs = (...texts: readonly string[]): Paragraph[] =>
  texts.map((text, at) => ({ kind: 'paragraph', text, where: { page: 1, paragraph: at + 1, table: null, row: null, column: null, start: null, end: null } }))

export function read(year: number | null, ...texts: readonly string[]): ReturnType<typeof readClaims> {
  return readClaims({ blocks: paragraphs(...texts) }, { year, form: 'narrative', tableBlocks: new Set(), catalogue: ourCatalogue })
}

/**
 * What the paragraphs say, in short: `requests_new 21 B`, `channel_website_items ≥300 C`; `+1` at the end when one sentence
 * was left over with a number in it.
 */
export function claims(year: number | null, ...texts: readonly string[]): string {
  const { figures, unplaced } = read(year, ...texts)
  return [...figures.map(({ indicator, value, evidence, qualifier }) => `${indicator} ${qualifier ?? ''}${value} ${evidence}`), ...(unplaced.length > 0 ? [`+${unplaced.length}`] : [])].join('; ')
}
