import type { Block, ReportDocument } from './document.ts'
import type { ParsedReport } from './figure.ts'
import { nowhere } from './problems.ts'
import { readStatements } from './readStatements.ts'
import type { Statement } from './statement.ts'

/** The words of a report: what checks look at beside its figures. They are other people's sentences: never kept in a dataset. */
export interface ReportWords {
  /** Paragraphs, and rows of a single text, in reading order. */
  readonly paragraphs: readonly string[]
  /** Rows of tables, and lines between the tables of a form that is one table. */
  readonly rows: readonly TableWords[]
  readonly statements: readonly Statement[]
}

/** A line of a table, with the row of the form that it is, or that it follows; null where it belongs to none. */
export interface TableWords {
  readonly text: string
  readonly cell: string | null
}

/** Reads the words of a report whose figures are read. */
export function readWords({ blocks }: ReportDocument, { figures, report }: Pick<ParsedReport, 'figures' | 'report'>): ReportWords {
  const printed = figures.filter(({ cell }) => cell !== null)
  const statutory = new Set(printed.map(({ where }) => where.table))
  const lines = blocks.flatMap(linesOf)
  const isLine = ({ texts }: Line): boolean => texts.length === 1
  const isProse = (line: Line): boolean => isLine(line) && (line.where.table === null || !statutory.has(line.where.table))
  const paragraphs = lines.filter(isProse).map(({ texts, where }) => ({ kind: 'paragraph' as const, text: texts[0] ?? '', where }))
  const cells = new Map(printed.map(({ cell, where }) => [`${where.table ?? ''} ${where.row ?? ''}`, cell]))
  // The form to 2018 is one table: what stands between its parts is of the row above.
  const inForm = report.form === 'pre2019_table' ? lines.map(({ where }) => statutory.has(where.table)).lastIndexOf(true) : -1
  let last: string | null = null
  const rows = lines.flatMap((line, at): readonly TableWords[] => {
    const isOwn = line.where.table !== null && statutory.has(line.where.table)
    if (isOwn) last = cells.get(`${line.where.table ?? ''} ${line.where.row ?? ''}`) ?? last
    const isBetween = last !== null && at < inForm
    if (isProse(line) && !isBetween) return []
    return [{ text: line.texts.join(' '), cell: isOwn || isBetween ? last : null }]
  })
  return {
    paragraphs: lines.filter(isLine).map(({ texts }) => texts[0] ?? ''),
    rows,
    statements: readStatements(paragraphs, figures, report.year),
  }
}

interface Line {
  readonly texts: readonly string[]
  readonly where: Block['where']
}

function linesOf(block: Block): readonly Line[] {
  if (block.kind === 'paragraph') return [{ texts: [block.text], where: block.where }]
  return block.rows.flatMap(({ cells, where }) => {
    const texts = cells.map(({ text }) => text.trim()).filter((text) => text !== '')
    return texts.length === 0 ? [] : [{ texts, where: { ...nowhere, page: where.page, table: where.table, row: where.row } }]
  })
}
