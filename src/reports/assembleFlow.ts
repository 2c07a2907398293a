import type { Block, Grid, GridCell, GridRow, Paragraph, ReportDocument } from './document.ts'
import type { Place, Problem } from './figure.ts'
import { joinPieces } from './flow.ts'
import { compactLabel, isWholeLabel } from './labels.ts'
import type { OpenFlow, TextTable } from './openTables.ts'
import { nowhere, tableIsPicture } from './problems.ts'
import { isChapter, readText, startsAnew } from './readText.ts'

/** A piece of the document on its way to a place in it. */
type Piece = { readonly kind: 'paragraph'; readonly text: string } | { readonly kind: 'picture' } | TextTable | Grid

/**
 * Paragraphs and tables with their places, counted from 1 over the whole document. Lines of text that make a statutory table (cells
 * between tabs or spaces) become one. Says where a picture stands in place of a table.
 */
export function assembleFlow(flows: readonly OpenFlow[]): { readonly document: ReportDocument; readonly problems: readonly Problem[] } {
  const pieces = findTextTables(splitLines(flows))
  const blocks: Block[] = []
  const pictures: number[] = []
  let paragraph = 0
  let table = 0
  for (const piece of pieces) {
    if (piece.kind === 'picture') pictures.push(blocks.length)
    else if (piece.kind === 'paragraph') {
      paragraph += 1
      blocks.push({ kind: 'paragraph', text: piece.text, where: { ...nowhere, paragraph } })
    } else {
      table += 1
      blocks.push('hasColumns' in piece ? gridOf(piece, table) : renumber(piece, table))
    }
  }
  return { document: { blocks }, problems: findPictures(blocks, pictures) }
}

/** Lines of one paragraph apart: a soft break mostly ends a heading or a paragraph; where a sentence goes on, the lines are one. */
function splitLines(flows: readonly OpenFlow[]): readonly Piece[] {
  return flows.flatMap((flow): readonly Piece[] =>
    flow.kind === 'paragraph' ? joinLines(flow.text.split('\n')).map((text) => ({ kind: 'paragraph', text })) : [flow],
  )
}

/** Lines of a text that a soft break cut, made paragraphs. */
export function joinLines(lines: readonly string[]): readonly string[] {
  const joined: string[] = []
  let open = false
  for (const line of lines) {
    const text = line.replace(/^[ \u00A0]+(?=\S)|\s+$/g, '')
    if (text.trim() === '') {
      open = false
      continue
    }
    const last = joined.at(-1)
    const starts = /^[\s\u3000]/.test(line) || startsAnew(text.trim()) || isChapter(text)
    if (open && !starts && last !== undefined) joined[joined.length - 1] = joinPieces(last, text)
    else joined.push(text)
    open = goesOn(text)
  }
  return joined
}

/** Does a line break off inside a sentence? */
function goesOn(text: string): boolean {
  if (/[，,、（(“《]$/.test(text)) return true
  return text.trim().length >= 25 && !/[。！？：；:;]["”』」）)]*$/.test(text) && !isApart.test(text)
}

/** Set apart by tabs or white space: a row of a table, or a heading. */
const isApart = /\t|\S[\s\u3000]{2,}\S/

const holdsLabel = (text: string): boolean =>
  text.split(/\t|[|│]|\s{2,}|\u3000+/).some((cell) => isWholeLabel(cell)) || isWholeLabel(text.replace(/\s+\S{0,4}\s+[\d./—-]*\s*$/, ''))

/** Runs of paragraphs that carry labels of a form are read as a plain text is; kept where that finds a table. */
function findTextTables(pieces: readonly Piece[]): readonly Piece[] {
  const found: Piece[] = []
  let run: string[] = []
  const flush = (): void => {
    for (const piece of readRun(run)) found.push(piece)
    run = []
  }
  for (const piece of pieces) {
    if (piece.kind === 'paragraph') run.push(piece.text)
    else {
      flush()
      found.push(piece)
    }
  }
  flush()
  return found.flatMap((piece): readonly Piece[] => {
    if (piece.kind !== 'paragraph') return [piece]
    const text = piece.text.trim()
    return text === '' ? [] : [{ kind: 'paragraph', text }]
  })
}

function readRun(texts: readonly string[]): readonly Piece[] {
  const plain = texts.map((text): Piece => ({ kind: 'paragraph', text }))
  if (texts.filter(holdsLabel).length < 3) return plain
  const { blocks } = readText(texts.join('\n'))
  const isTable = (block: Block): boolean =>
    block.kind === 'grid' && block.rows.filter(({ cells }) => cells.some(({ text }) => isWholeLabel(text))).length >= 3
  if (!blocks.some(isTable)) return plain
  return blocks.map((block): Piece => (block.kind === 'grid' ? block : { kind: 'paragraph', text: block.text }))
}

function gridOf({ rows, hasColumns }: TextTable, table: number): Grid {
  const place: Place = { ...nowhere, table }
  return {
    kind: 'grid',
    where: place,
    rows: rows.map((cells, at): GridRow => {
      const where: Place = { ...place, row: at + 1 }
      return {
        where,
        cells: cells.map(({ text, column, span }): GridCell => ({
          text,
          column: hasColumns ? column : null,
          span,
          where: { ...where, column: column + 1 },
        })),
      }
    }),
  }
}

function renumber(grid: Grid, table: number): Grid {
  return {
    ...grid,
    where: { ...grid.where, table },
    rows: grid.rows.map(({ cells, where }) => ({
      where: { ...where, table },
      cells: cells.map((cell) => ({ ...cell, where: { ...cell.where, table } })),
    })),
  }
}

/** More pictures than this are not looked at one by one. */
const mostPictures = 100

/** What the paragraph above a table of figures speaks of. */
const announcesTable =
  /统计表|情况表|附表|如下表|见下表|主动公开政府信息情况|主动公开情况|收到和处理政府信息公开申请|行政复议.{0,2}行政诉讼情况|第二十条/

/**
 * A picture where a table should stand: under a heading of a chapter with figures that has no table, or anywhere in a document that
 * has no table at all.
 */
function findPictures(blocks: readonly Block[], pictures: readonly number[]): readonly Problem[] {
  if (pictures.length === 0) return []
  const hasTable = blocks.some((block) => block.kind === 'grid' && block.rows.length > 2)
  const places = pictures.slice(0, mostPictures).flatMap((at) => {
    const from = lastHeading(blocks, at)
    const to = nextHeading(blocks, at)
    const section = blocks.slice(from, to)
    if (section.some(({ kind }) => kind === 'grid')) return []
    const announced = section.some((block) => block.kind === 'paragraph' && announcesTable.test(compactLabel(block.text)))
    return announced || !hasTable ? [placeAt(blocks, at)] : []
  })
  return uniquePlaces(places).map(tableIsPicture)
}

const isHeading = (block: Block | undefined): block is Paragraph =>
  block?.kind === 'paragraph' &&
  block.text.length <= 40 &&
  /^(?:第[一二三四五六七八九十]+[章节部]|[一二三四五六七八九十]{1,3}[、.．])/.test(block.text)

function lastHeading(blocks: readonly Block[], at: number): number {
  for (let back = at - 1; back >= 0; back -= 1) if (isHeading(blocks[back])) return back
  return 0
}

function nextHeading(blocks: readonly Block[], at: number): number {
  const next = blocks.findIndex((block, index) => index >= at && isHeading(block))
  return next < 0 ? blocks.length : next
}

/** The paragraph above the picture, else the one below. */
function placeAt(blocks: readonly Block[], at: number): Place | null {
  return (blocks[at - 1] ?? blocks[at])?.where ?? null
}

function uniquePlaces(places: readonly (Place | null)[]): readonly (Place | null)[] {
  const seen = new Set<string>()
  return places.filter((place) => {
    const key = JSON.stringify(place)
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}
