import type { ChartTable } from '../charts/chartContext.ts'
import type { Palette } from '../charts/palette.ts'
import type { PlainSvg } from './plainSvg.ts'
import { measureText, wrapText } from './wrapText.ts'
import { xmlText } from './xmlText.ts'

/** A cell of a matrix: its number as text, or the texture of its state. */
export interface MatrixCell {
  readonly text: string
  readonly mark: PlainSvg | null
  /** Colours of its tint and of the number on it; `step`: which tint, 1 to 5, where a legend tells. */
  readonly tint?: { readonly step?: number; readonly fill: string; readonly ink: string } | undefined
}

/** Lines and columns of cells; null where nothing is asked. */
export interface MatrixPicture {
  readonly heads: readonly string[]
  readonly lines: readonly { readonly name: string; readonly cells: readonly (MatrixCell | null)[] }[]
}

/** Names in front of the lines wrap beyond this, px. */
const widestName = 240

/** A matrix of cells as a picture at least so wide: a line per body or indicator, textures where there is no number. */
export function matrixSvg({ heads, lines }: MatrixPicture, least: number, palette: Palette): PlainSvg {
  const { small, ink, ink2, axis, grid } = palette
  const line = Math.round(small * 1.5)
  const nameWidth = Math.min(widestName, Math.max(60, ...lines.map(({ name }) => measureText(name, small)))) + 12
  const texts = lines.flatMap(({ cells }) => cells.map((cell) => measureText(cell?.text ?? '', small)))
  const longestWord = heads.map((head) => Math.min(64, measureText(head, small)))
  const narrowest = Math.max(34, ...texts, ...longestWord) + 8
  const cellWidth = Math.max(narrowest, Math.min(96, (least - nameWidth) / Math.max(1, heads.length)))
  const width = Math.max(least, Math.ceil(nameWidth + cellWidth * heads.length))
  const parts: string[] = []
  const say = (text: string, x: number, y: number, color: string, more: string): void =>
    void parts.push(`<text x="${round(x)}" y="${y}" font-size="${small}" fill="${color}"${more}>${xmlText(text)}</text>`)
  const rule = (y: number, color: string): void => void parts.push(`<path d="M0 ${y}H${width}" fill="none" stroke="${color}"/>`)
  const middle = (column: number): number => nameWidth + cellWidth * (column + 0.5)
  const wrapped = heads.map((head) => wrapText(head, small, cellWidth - 4))
  const deepest = Math.max(1, ...wrapped.map(({ length }) => length))
  wrapped.forEach((words, column) =>
    words.forEach((word, at) =>
      say(word, middle(column), line * (deepest - words.length + at + 1), ink2, ' font-weight="700" text-anchor="middle"'),
    ),
  )
  let y = line * deepest + 8
  rule(y - 1, axis)
  for (const { name, cells } of lines) {
    const names = wrapText(name, small, nameWidth - 12)
    const height = line * Math.max(1, names.length) + 6
    names.forEach((word, at) => say(word, 0, y + line * (at + 1), ink, ''))
    cells.forEach((cell, column) => {
      if (cell?.mark) {
        const { width: wide, height: high, content } = cell.mark
        parts.push(`<g transform="translate(${round(middle(column) - wide / 2)} ${round(y + (height - high) / 2)})">${content}</g>`)
      } else if (cell) {
        const { tint } = cell
        if (tint) {
          const left = round(nameWidth + cellWidth * column + 2)
          parts.push(`<rect x="${left}" y="${y + 2}" width="${round(cellWidth - 4)}" height="${height - 5}" fill="${xmlText(tint.fill)}"/>`)
        }
        say(cell.text, middle(column), y + line, tint?.ink ?? ink, ' text-anchor="middle"')
      }
    })
    y += height
    rule(y - 1, grid)
  }
  return { width, height: y, content: parts.join(''), fontFamily: null }
}

/** A long table of two names and what is so there, as a matrix; null where it is none, or where its list is short enough to be read. */
export function matrixOfTable({ rows }: ChartTable): MatrixPicture | null {
  if (rows.length < 60) return null
  const of = (column: number): readonly string[] => [...new Set(rows.map(({ cells }) => cells[column] ?? ''))]
  const [names, heads] = [of(0), of(1)]
  const byPlace = new Map(rows.map(({ cells }) => [`${cells[0] ?? ''}\n${cells[1] ?? ''}`, cells[2] ?? '']))
  if (heads.length > 24 || byPlace.size < rows.length || [...byPlace.values()].some((text) => measureText(text, 1) > 9)) return null
  return {
    heads,
    lines: names.map((name) => ({
      name,
      cells: heads.map((head) => {
        const text = byPlace.get(`${name}\n${head}`)
        return text === undefined ? null : { text, mark: null }
      }),
    })),
  }
}

const round = (value: number): number => Math.round(value * 10) / 10
