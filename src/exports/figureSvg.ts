import type { Palette } from '../charts/palette.ts'
import type { Lang } from '../text/label.ts'
import { quotableFont, type PlainSvg } from './plainSvg.ts'
import { measureText, wrapText } from './wrapText.ts'
import { xmlText } from './xmlText.ts'

/** A sign of the legend and what it stands for. */
export interface LegendItem {
  readonly name: string
  /** Null where the words are enough. */
  readonly mark: PlainSvg | null
}

/** Everything that stands around a drawing when it is a picture of its own. */
export interface PictureText {
  readonly title: string
  /** What · who · when · unit · n of N. */
  readonly subtitle: string
  /** The drawing in words. */
  readonly description: string
  /** What must be said of the data, such as that they are synthetic. */
  readonly flags: readonly string[]
  readonly legend: readonly LegendItem[]
  readonly notes: readonly string[]
  readonly source: string
  /** Which data, when made, and where to find it: a line each. */
  readonly stamp: readonly string[]
  readonly lang: Lang
}

/** A picture as a file, and its size in px. */
export interface FigureSvg {
  readonly svg: string
  readonly width: number
  readonly height: number
}

/** Space around everything, px. */
const edge = 24

/**
 * A figure as one picture that can be read alone: title, subtitle, legend, drawing, notes, source, marks, date. Shapes and texts with
 * presentation attributes only: no script, style, link, image or font file, so that it may also stand inside of a page whose policy
 * is `default-src 'self'`. Every id begins with `id`, as do those of the drawing when it was read with the same prefix.
 */
export function figureSvg(drawing: PlainSvg, text: PictureText, palette: Palette, id: string): FigureSvg {
  const width = Math.ceil(drawing.width + 2 * edge)
  const parts: string[] = []
  let y = 14
  const say = (lines: readonly string[], look: TextLook): void => {
    for (const line of lines) {
      y += Math.round(look.size * 1.5)
      parts.push(textElement(line, edge, y - Math.round(look.size * 0.45), look))
    }
  }
  const wrapped = (words: string, look: TextLook): void => say(wrapText(words, look.size, drawing.width), look)
  const meta = { size: palette.small, color: palette.ink3 }
  wrapped(text.title, { size: palette.label + 5, color: palette.ink, isBold: true })
  const about = [...text.flags.map((flag) => `【${flag}】`), text.subtitle].filter(Boolean).join(' ')
  wrapped(about, { size: palette.label, color: palette.ink2 })
  const legend = legendMarkup(text.legend, { left: edge, top: y + 10, width: drawing.width }, palette)
  parts.push(legend.markup)
  y += legend.height + 12
  parts.push(`<g transform="translate(${edge} ${y})"${fontOf(drawing)}>${drawing.content}</g>`)
  y += Math.ceil(drawing.height) + 8
  for (const note of text.notes) wrapped(note, { size: palette.small, color: palette.ink2 })
  parts.push(`<path d="M${edge} ${y + 8}H${width - edge}" fill="none" stroke="${palette.grid}"/>`)
  y += 10
  for (const line of [text.source, ...text.stamp]) wrapped(line, meta)
  const height = y + 14
  return { svg: frame(parts.join(''), { width, height, id }, text, palette), width, height }
}

/** The picture as bytes of a file. */
export const svgFile = ({ svg }: FigureSvg): Uint8Array =>
  new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n${svg}\n`)

function frame(
  content: string,
  { width, height, id }: { readonly width: number; readonly height: number; readonly id: string },
  text: PictureText,
  palette: Palette,
): string {
  const font = xmlText(quotableFont(palette.font))
  const flags = text.flags.length === 0 ? '' : `${text.flags.join(' · ')} · `
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img"`,
    ` lang="${text.lang === 'zh' ? 'zh-CN' : 'en'}" font-family="${font}" aria-labelledby="${id}title" aria-describedby="${id}about">`,
    `<title id="${id}title">${xmlText(text.title)}</title>`,
    `<desc id="${id}about">${xmlText(`${flags}${text.subtitle} · ${text.description}`)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${palette.surface}"/>`,
    `<rect width="${width}" height="2" fill="${palette.ink}"/>`,
    content,
    '</svg>',
  ].join('')
}

interface TextLook {
  readonly size: number
  readonly color: string
  readonly isBold?: boolean
}

const textElement = (text: string, x: number, y: number, { size, color, isBold }: TextLook): string =>
  `<text x="${x}" y="${y}" font-size="${size}"${isBold ? ' font-weight="700"' : ''} fill="${color}">${xmlText(text)}</text>`

const fontOf = ({ fontFamily }: PlainSvg): string => (fontFamily === null ? '' : ` font-family="${xmlText(fontFamily)}"`)

/** The legend in rows, as many signs in each as fit. */
function legendMarkup(
  legend: readonly LegendItem[],
  { left, top, width }: { readonly left: number; readonly top: number; readonly width: number },
  { small, ink2 }: Palette,
): { readonly markup: string; readonly height: number } {
  if (legend.length === 0) return { markup: '', height: 0 }
  const line = Math.round(small * 1.7)
  let [x, y] = [0, 0]
  const items = legend.map(({ name, mark }) => {
    const before = mark === null ? 0 : mark.width + 6
    const own = before + measureText(name, small) + 18
    if (x > 0 && x + own > width + 18) [x, y] = [0, y + line]
    const at = { x: left + x, y: top + y }
    x += own
    const sign = mark === null ? '' : `<g transform="translate(${at.x} ${at.y + Math.round((line - mark.height) / 2)})">${mark.content}</g>`
    return sign + textElement(name, at.x + before, at.y + Math.round(line * 0.68), { size: small, color: ink2 })
  })
  return { markup: items.join(''), height: y + line + 10 }
}
