import type { ChartTable } from '../charts/chartContext.ts'
import type { Palette } from '../charts/palette.ts'
import { exportWordsIn } from '../text/exportWords.ts'
import type { Lang } from '../text/label.ts'
import type { PlainSvg } from './plainSvg.ts'
import { measureText, wrapText } from './wrapText.ts'
import { xmlText } from './xmlText.ts'

/** More rows than this make no picture; the rest is told. */
const mostRows = 200
/** Wider columns wrap. */
const widest = 220
const gap = 16

/** A figure of cells or of words as a picture: its table, with hairlines. */
export function tableSvg(table: ChartTable, least: number, palette: Palette, lang: Lang): PlainSvg {
  const { small, ink, ink2, ink3, axis, grid } = palette
  const shown = table.rows.slice(0, mostRows)
  const widths = table.columns.map(({ name }, column) =>
    Math.min(widest, Math.max(24, ...[name, ...shown.map(({ cells }) => cells[column] ?? '')].map((text) => measureText(text, small)))),
  )
  const natural = widths.reduce((sum, width) => sum + width + gap, 0)
  const spread = table.columns.length > 1 && natural < least ? Math.min(48, (least - natural) / table.columns.length) : 0
  const lefts = widths.map((_, column) => widths.slice(0, column).reduce((sum, width) => sum + width + gap + spread, 0))
  const width = Math.max(least, Math.ceil(natural))
  const line = Math.round(small * 1.5)
  const parts: string[] = []
  let y = 0
  const writeRow = (cells: readonly string[], color: string, rule: string, weight: string): void => {
    const wrapped = cells.map((cell, column) => wrapText(cell, small, widths[column] ?? widest))
    wrapped.forEach((lines, column) => {
      const isRight = table.columns[column]?.numeric === true
      const x = (lefts[column] ?? 0) + (isRight ? (widths[column] ?? 0) : 0)
      lines.forEach((text, at) => {
        parts.push(
          `<text x="${round(x)}" y="${y + line * (at + 1)}" font-size="${small}"${weight} fill="${color}"${isRight ? ' text-anchor="end"' : ''}>${xmlText(text)}</text>`,
        )
      })
    })
    y += line * Math.max(1, ...wrapped.map((lines) => lines.length)) + 8
    parts.push(`<path d="M0 ${y - 1}H${width}" fill="none" stroke="${rule}"/>`)
  }
  writeRow(
    table.columns.map(({ name }) => name),
    ink2,
    axis,
    ' font-weight="700"',
  )
  for (const { cells } of shown) writeRow(cells, ink, grid, '')
  const rest = table.rows.length - shown.length
  if (rest > 0) {
    y += line
    parts.push(`<text x="0" y="${y}" font-size="${small}" fill="${ink3}">${xmlText(exportWordsIn(lang).moreRows(rest))}</text>`)
    y += 8
  }
  return { width, height: y, content: parts.join(''), fontFamily: null }
}

const round = (value: number): number => Math.round(value * 10) / 10
