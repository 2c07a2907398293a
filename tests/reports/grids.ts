import type { Grid, GridCell, GridRow, Paragraph, ReportDocument } from '../../src/reports/document.ts'
import { nowhere } from '../../src/reports/problems.ts'

/**
 * What an exporter does with the places that a merged cell covers: leaves them out, keeps them as empty cells of the row, or prints
 * the text again in each of them.
 */
export type Merged = 'absent' | 'empty' | 'repeated'
export const mergedKinds: readonly Merged[] = ['absent', 'empty', 'repeated']

/**
 * A grid as a reader with exact columns yields it, from one text per row with bars between the cells. A cell of `<` goes on from the
 * left, one of `^` from above; `~` is a place that the row does not reach.
 */
export function gridOf(rows: readonly string[], merged: Merged = 'absent', table = 1): Grid {
  const texts: string[][] = []
  for (const row of rows) texts.push(row.split('|').map((text) => text.trim()))
  return {
    kind: 'grid',
    where: { ...nowhere, table },
    rows: texts.map((cells, at): GridRow => {
      const where = { ...nowhere, table, row: at + 1 }
      return {
        where,
        cells: cells.flatMap((text, column): readonly GridCell[] => {
          if (text === '~') return []
          const isCovered = text === '<' || text === '^'
          if (isCovered && merged === 'absent') return []
          const span = merged === 'absent' ? spanFrom(cells, column, texts, at) : 1
          const own = isCovered ? (merged === 'empty' ? '' : origin(texts, at, column)) : text.replaceAll('\\n', '\n')
          return [{ text: own, column, span, where: { ...where, column: column + 1 } }]
        }),
      }
    }),
  }
}

function spanFrom(cells: readonly string[], column: number, texts: readonly (readonly string[])[], at: number): number {
  let span = 1
  while (cells[column + span] === '<' && origin(texts, at, column + span) === cells[column]) span += 1
  return span
}

function origin(texts: readonly (readonly string[])[], at: number, column: number): string {
  const text = texts[at]?.[column] ?? ''
  if (text === '<') return origin(texts, at, column - 1)
  return text === '^' ? origin(texts, at - 1, column) : text
}

/** A document of paragraphs (texts) and grids, in their order. */
export function documentOf(...parts: readonly (string | Grid)[]): ReportDocument {
  let paragraph = 0
  return {
    blocks: parts.map((part): Grid | Paragraph =>
      typeof part === 'string' ? { kind: 'paragraph', text: part, where: { ...nowhere, paragraph: (paragraph += 1) } } : part,
    ),
  }
}
