import type { Block, Grid, Paragraph, ReportDocument } from '../../reports/document.ts'
import type { Figure, Place } from '../../reports/figure.ts'

/** A spot of the document as it is drawn: a block, in a table a row and a cell, in a text some characters. All count from 0. */
export interface Spot {
  readonly block: number
  readonly row: number | null
  readonly cell: number | null
  readonly start: number | null
  readonly end: number | null
}

/** Characters of a text that gave figures; several figures where one number stands for several (行政复议、行政诉讼均为 0 件). */
export interface Span {
  readonly start: number
  readonly end: number
  /** Places in the list of figures. */
  readonly figures: readonly number[]
}

/** Which figures were read from where, both ways. */
export interface SourceIndex {
  /** Where a figure is printed; null where the document does not say. */
  readonly spotOf: (figure: number) => Spot | null
  /** The spot that a problem or an unplaced row or sentence means; null where it means none. */
  readonly locate: (place: Place | null) => Spot | null
  /** The spans of a paragraph, in order and apart from one another. */
  readonly spansOf: (block: number) => readonly Span[]
  /** The figures of a cell that stands for them as a whole. */
  readonly figuresOfCell: (block: number, row: number, cell: number) => readonly number[]
  /** The spans inside of a cell that is read as prose. */
  readonly spansOfCell: (block: number, row: number, cell: number) => readonly Span[]
}

const none: readonly never[] = []

/** Finds every figure in the document it was read from, by the places that both carry. */
export function indexSource(document: ReportDocument, figures: readonly Figure[]): SourceIndex {
  const spots = mapSpots(document)
  const locate = (place: Place | null): Spot | null => (place === null ? null : findSpot(document, spots, place))
  const spotOf = figures.map(({ where }) => locate(where))
  const cells = new Map<string, number[]>()
  const spans = new Map<string, Span[]>()
  spotOf.forEach((spot, figure) => {
    if (!spot) return
    if (spot.start !== null && spot.end !== null) addSpan(spans, keyOf(spot), { start: spot.start, end: spot.end, figures: [figure] })
    else if (spot.cell !== null) cells.set(keyOf(spot), [...(cells.get(keyOf(spot)) ?? none), figure])
  })
  for (const list of spans.values()) list.sort((a, b) => a.start - b.start)
  return {
    spotOf: (figure) => spotOf[figure] ?? null,
    locate,
    spansOf: (block) => spans.get(keyOf({ block, row: null, cell: null })) ?? none,
    figuresOfCell: (block, row, cell) => cells.get(keyOf({ block, row, cell })) ?? none,
    spansOfCell: (block, row, cell) => spans.get(keyOf({ block, row, cell })) ?? none,
  }
}

const keyOf = ({ block, row, cell }: Pick<Spot, 'block' | 'row' | 'cell'>): string => `${block}/${row ?? ''}/${cell ?? ''}`

/** Figures of the same or of overlapping characters share one span. */
function addSpan(spans: Map<string, Span[]>, key: string, span: Span): void {
  const list = spans.get(key) ?? []
  const meets = list.findIndex((other) => other.start < span.end && span.start < other.end)
  const other = list[meets]
  if (other) {
    list[meets] = {
      start: Math.min(other.start, span.start),
      end: Math.max(other.end, span.end),
      figures: [...other.figures, ...span.figures],
    }
  } else list.push(span)
  spans.set(key, list)
}

type SpotsByPlace = ReadonlyMap<string, Spot>

const placeKey = ({ page, paragraph, table, row, column }: Place): string =>
  [page, paragraph, table, row, column].map((part) => part ?? '').join('/')

function mapSpots({ blocks }: ReportDocument): SpotsByPlace {
  const spots = new Map<string, Spot>()
  const put = (where: Place, spot: Omit<Spot, 'start' | 'end'>): void => {
    const key = placeKey(where)
    if (!spots.has(key)) spots.set(key, { ...spot, start: null, end: null })
  }
  blocks.forEach((block, at) => {
    put(block.where, { block: at, row: null, cell: null })
    if (block.kind === 'paragraph') return
    block.rows.forEach((row, rowAt) => {
      put(row.where, { block: at, row: rowAt, cell: null })
      row.cells.forEach((cell, cellAt) => put(cell.where, { block: at, row: rowAt, cell: cellAt }))
    })
  })
  return spots
}

/** The spot of a place, or of what it stands in: the row, the table, the first block of the page. */
function findSpot({ blocks }: ReportDocument, spots: SpotsByPlace, place: Place): Spot | null {
  const exact = spots.get(placeKey(place)) ?? spots.get(placeKey({ ...place, column: null }))
  if (exact) return withCharacters(blocks[exact.block], exact, place)
  const around = spots.get(placeKey({ ...place, row: null, column: null }))
  if (around) return around
  if (place.table !== null) {
    const table = blocks.findIndex((block) => block.kind === 'grid' && block.where.table === place.table)
    if (table !== -1) return rowIn(blocks[table], table, place)
  }
  const onPage = place.page === null ? -1 : blocks.findIndex(({ where }) => where.page === place.page)
  return onPage === -1 ? null : { block: onPage, row: null, cell: null, start: null, end: null }
}

/** A table that goes on over pages: the row is known by its number. */
function rowIn(block: Block | undefined, at: number, { row, column }: Place): Spot {
  const rows = block?.kind === 'grid' ? block.rows : []
  const found = row === null ? -1 : rows.findIndex(({ where }) => where.row === row)
  const cell = column === null ? -1 : (rows[found]?.cells.findIndex(({ where }) => where.column === column) ?? -1)
  return { block: at, row: found === -1 ? null : found, cell: cell === -1 ? null : cell, start: null, end: null }
}

/** Characters of a paragraph; in a row of a table, of its only text, whose leading spaces do not count. */
function withCharacters(block: Block | undefined, spot: Spot, { start, end }: Place): Spot {
  if (block === undefined || start === null || end === null) return spot
  if (block.kind === 'paragraph') return { ...spot, start, end }
  const only = onlyTextOf(block, spot.row)
  return only === null ? spot : { ...spot, cell: only.cell, start: start + only.skipped, end: end + only.skipped }
}

function onlyTextOf(grid: Grid, row: number | null): { readonly cell: number; readonly skipped: number } | null {
  const cells = row === null ? [] : (grid.rows[row]?.cells ?? [])
  const filled = cells.flatMap(({ text }, cell) => (text.trim() === '' ? [] : [{ cell, text }]))
  const [first] = filled
  return first && filled.length === 1 ? { cell: first.cell, skipped: first.text.length - first.text.trimStart().length } : null
}

/** A piece of a text between two changes: plain, or a span with figures; `marked` where the chosen place lies. */
export interface Piece {
  readonly text: string
  readonly start: number
  readonly figures: readonly number[]
  readonly marked: boolean
}

/** Cuts a text where spans begin and end. A span is never cut; it is marked when any of its characters is. */
export function cutText(text: string, spans: readonly Span[], chosen: Pick<Spot, 'start' | 'end'> | null): readonly Piece[] {
  const pieces: Piece[] = []
  const from = chosen?.start ?? null
  const to = chosen?.end ?? null
  const plain = (start: number, end: number): void => {
    const cuts = [start, ...[from, to].filter((cut): cut is number => cut !== null && cut > start && cut < end), end]
    cuts.slice(1).forEach((stop, order) => {
      const begin = cuts[order] ?? start
      if (stop > begin)
        pieces.push({
          text: text.slice(begin, stop),
          start: begin,
          figures: none,
          marked: from !== null && to !== null && begin >= from && stop <= to,
        })
    })
  }
  let at = 0
  for (const { start, end, figures } of spans) {
    const [begin, stop] = [Math.max(at, Math.min(start, text.length)), Math.min(end, text.length)]
    if (stop <= begin) continue
    plain(at, begin)
    pieces.push({
      text: text.slice(begin, stop),
      start: begin,
      figures,
      marked: from !== null && to !== null && begin < to && from < stop,
    })
    at = stop
  }
  plain(at, text.length)
  return pieces
}

/** How much work a block is to draw: its cells, or one. */
export const costOf = (block: Paragraph | Grid): number =>
  block.kind === 'paragraph' ? 1 : block.rows.reduce((sum, { cells }) => sum + cells.length, 1)
