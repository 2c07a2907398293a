import type { ChartTable } from '../charts/chartContext.ts'
import { guardText } from './csvFile.ts'
import { cellOf } from './figureTables.ts'
import { xmlText } from './xmlText.ts'

/** A table as a clipboard carries it: for documents, and for spreadsheets and plain text. */
export interface CopiedTable {
  readonly html: string
  readonly tsv: string
}

/** What stands under a copied table, so that it is not separated from what it is. */
export interface TableOrigin {
  readonly title: string
  readonly subtitle: string
  readonly flags: readonly string[]
  readonly source: string
  readonly citation: string
}

/**
 * A table to be pasted: texts guarded as in files, since a spreadsheet takes a pasted `=1+1` for a formula, and numbers as shown. A line
 * end or tab inside of a text becomes a space: it would begin a new cell.
 */
export function copyTable(table: ChartTable, origin: TableOrigin): CopiedTable {
  const print = (text: string, numeric: boolean): string => {
    const value = cellOf(text, numeric)
    return typeof value === 'number' ? text : guardText(oneLine(text))
  }
  const rows = table.rows.map(({ cells }) => cells.map((cell, column) => print(cell, table.columns[column]?.numeric === true)))
  const head = table.columns.map(({ name }) => guardText(oneLine(name)))
  const under = [...origin.flags, origin.subtitle, origin.source, origin.citation].filter(Boolean).map((text) => guardText(oneLine(text)))
  const title = guardText(oneLine(origin.title))
  const markRow = (tag: 'th' | 'td', cells: readonly string[]): string =>
    `<tr>${cells.map((cell, at) => `<${tag}${table.columns[at]?.numeric ? ' align="right"' : ''}>${xmlText(cell)}</${tag}>`).join('')}</tr>`
  const html = [
    `<table border="1" cellspacing="0" cellpadding="3"><caption>${xmlText(title)}</caption>`,
    `<thead>${markRow('th', head)}</thead><tbody>${rows.map((cells) => markRow('td', cells)).join('')}</tbody></table>`,
    ...under.map((text) => `<p>${xmlText(text)}</p>`),
  ].join('')
  const tsv = [[title], head, ...rows, ...under.map((text) => [text])].map((cells) => cells.join('\t')).join('\r\n')
  return { html, tsv: `${tsv}\r\n` }
}

const oneLine = (text: string): string => text.replace(/[\s\0]+/g, ' ')
