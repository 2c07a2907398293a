import type { Allowance, Flow, FlowParagraph, FlowTable } from './flow.ts'
import type { PlacedCell } from './gridFromSpans.ts'
import { gridFromSpans } from './gridFromSpans.ts'
import { isValueText } from './labels.ts'

/** A table of texts, every cell in its column. */
export interface TextTable {
  readonly kind: 'grid'
  readonly rows: readonly (readonly TextCell[])[]
  readonly hasColumns: boolean
  readonly origin?: FlowTable['origin']
}

export interface TextCell {
  readonly text: string
  readonly column: number
  readonly span: number
}

export type OpenFlow = Exclude<Flow, FlowTable> | TextTable

/**
 * Tables that only lay out the page (another table inside, prose across all columns, a frame around everything) are opened: what
 * stands in them is read in order. A table around a row of figures is never taken apart, but cut above and below such a row.
 * @throws {TooMuch} when there are more cells than allowed.
 */
export function openTables(flows: readonly Flow[], allowance: Allowance): readonly OpenFlow[] {
  return flows.flatMap((flow) => (flow.kind === 'table' ? openTable(flow, allowance) : [flow]))
}

interface OpenCell extends Omit<PlacedCell, 'cell'> {
  readonly content: readonly OpenFlow[]
  readonly text: string
}

function openTable(table: FlowTable, allowance: Allowance): readonly OpenFlow[] {
  const rows = gridFromSpans(table, allowance).map((cells) => cells.map((cell) => openCell(cell, allowance)))
  const isFrame = framesEverything(rows)
  const flows: OpenFlow[] = []
  let waiting: (readonly OpenCell[])[] = []
  const flush = (): void => {
    if (waiting.some((row) => row.length > 0)) flows.push(textTable(waiting, table))
    waiting = []
  }
  for (const row of rows) {
    if (!isFrame && !holdsPage(row)) {
      waiting.push(row)
      continue
    }
    flush()
    for (const { content } of row) for (const flow of content) flows.push(flow)
  }
  flush()
  return flows
}

function openCell({ cell, column, span, covered }: PlacedCell, allowance: Allowance): OpenCell {
  const content = covered ? [] : openTables(cell.content, allowance)
  return { content, column, span, covered, text: content.map(textOf).join('\n').trim() }
}

/** In a cell of figures a picture must not pass for an empty cell. */
const pictureMark = '〔图片〕'

function textOf(flow: OpenFlow): string {
  if (flow.kind === 'paragraph') return flow.text.trim()
  if (flow.kind === 'picture') return pictureMark
  return flow.rows.map((row) => row.map(({ text }) => text).join(' ')).join('\n')
}

function textTable(rows: readonly (readonly OpenCell[])[], { hasColumns, origin }: FlowTable): TextTable {
  return {
    kind: 'grid',
    hasColumns,
    rows: rows.map((row) => row.map(({ text, column, span }) => ({ text, column, span }))),
    ...(origin === undefined ? {} : { origin }),
  }
}

/** A table inside that has rows and columns of its own. */
const isRealTable = (flow: OpenFlow): boolean => flow.kind === 'grid' && flow.rows.length > 1 && flow.rows.some((row) => row.length > 1)

const paragraphsOf = (content: readonly OpenFlow[]): readonly FlowParagraph[] =>
  content.filter((flow): flow is FlowParagraph => flow.kind === 'paragraph' && flow.text.trim() !== '')

const isSentence = ({ text }: FlowParagraph): boolean => text.length >= 30 && /[。；！？]/.test(text)

/** Is this row a piece of the page and no row of a table: a table stands in it, or prose across its whole width, or a column of prose? */
function holdsPage(row: readonly OpenCell[]): boolean {
  if (row.some(({ content }) => content.some(isRealTable))) return true
  const filled = row.filter(({ content }) => content.length > 0)
  if (filled.filter(({ text }) => isValueText(text)).length > 1) return false
  const [only] = filled
  if (only !== undefined && row.length === 1) return isProse(only)
  return filled.some(({ content }) => paragraphsOf(content).filter(isSentence).length >= 3)
}

function isProse({ content, text }: OpenCell): boolean {
  const paragraphs = paragraphsOf(content)
  return paragraphs.some(isSentence) && text.length >= 80
}

/** A table of one column with prose or tables in it, or with hardly any figures: a frame around what it holds. */
function framesEverything(rows: readonly (readonly OpenCell[])[]): boolean {
  if (rows.some((row) => row.length > 1)) return false
  const filled = rows.flat().filter(({ text }) => text !== '')
  return rows.some(holdsPage) || filled.filter(({ text }) => isValueText(text)).length < 3
}
