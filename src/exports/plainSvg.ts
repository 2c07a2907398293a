import { xmlText } from './xmlText.ts'

/** A drawing as it may stand inside of any page: shapes and texts with presentation attributes, no script, style, link or image. */
export interface PlainSvg {
  readonly width: number
  readonly height: number
  /** What stands inside of `<svg>`. */
  readonly content: string
  /** Of the first text; texts in another font say so themselves. */
  readonly fontFamily: string | null
}

/** What may stand in a drawing. Whatever else there is goes, with all that stands in it. */
const elements = new Set([
  'svg',
  'g',
  'defs',
  'clipPath',
  'pattern',
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
  'text',
  'tspan',
])
const attributes = new Set([
  'd',
  'x',
  'y',
  'x1',
  'x2',
  'y1',
  'y2',
  'dx',
  'dy',
  'cx',
  'cy',
  'r',
  'rx',
  'ry',
  'width',
  'height',
  'points',
  'transform',
  'id',
  'fill',
  'fill-opacity',
  'fill-rule',
  'opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-dashoffset',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-miterlimit',
  'paint-order',
  'clip-path',
  'clip-rule',
  'dominant-baseline',
  'text-anchor',
  'xml:space',
  'patternUnits',
  'patternTransform',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
])
const fontParts = new Set(['font-family', 'font-size', 'font-style', 'font-weight'])

/** What ECharts writes for the pointer, which a picture has no use for. */
const hoverRules = /<style\b[^>]*>\s*<!\[CDATA\[[\s\S]*?\]\]>\s*<\/style>/g

type Attributes = Readonly<Record<string, string>>

/**
 * The drawing that ECharts wrote as text, with nothing in it but listed elements and attributes: what it says of fonts in `style`
 * becomes attributes, and ids get `prefix` before them, so that several drawings can stand on one page.
 * @throws {Error} for text that is no such drawing. Draw with a palette of `quotableFont`, as a quoted font ends the attribute early.
 */
export function readPlainSvg(text: string, prefix: string): PlainSvg {
  const out: string[] = []
  const open: string[] = []
  let size: Attributes | null = null
  let fontFamily: string | null = null
  let left = 0
  for (const { name, given, kind, before } of readTags(text.replace(hoverRules, ''))) {
    if (left === 0 && open.at(-1) === 'text') out.push(xmlText(decode(before)))
    if (left > 0 || !elements.has(name)) {
      if (kind !== 'whole') left += kind === 'open' ? 1 : -1
      continue
    }
    if (kind === 'close') {
      if (open.pop() !== name) throw new Error(`the drawing is not well formed at </${name}>`)
      if (name !== 'svg') out.push(`</${name}>`)
      continue
    }
    if (kind === 'open') open.push(name)
    if (name === 'svg') size ??= given
    else {
      const kept = keepAttributes(given, prefix)
      fontFamily ??= kept['font-family'] ?? null
      const own = Object.entries(kept).filter(([part, value]) => part !== 'font-family' || value !== fontFamily)
      out.push(`<${name}${own.map(([part, value]) => ` ${part}="${xmlText(value)}"`).join('')}${kind === 'whole' ? '/>' : '>'}`)
    }
  }
  const [width, height] = [Number(size?.['width']), Number(size?.['height'])]
  if (!(width > 0 && height > 0) || open.length > 0) throw new Error('this is no drawing of ECharts')
  return { width, height, content: out.join(''), fontFamily }
}

/** The name of a font without double quotes, which ECharts would write into an attribute as they are. */
export const quotableFont = (font: string): string => font.replaceAll('"', "'")

interface Tag {
  readonly name: string
  readonly given: Attributes
  readonly kind: 'open' | 'close' | 'whole'
  /** The text before it. */
  readonly before: string
}

/** The tags of a drawing in order. @throws {Error} where something between them is no text. */
function readTags(text: string): readonly Tag[] {
  const pattern = /([^<]*)<(\/?)([a-zA-Z]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/gy
  const tags: Tag[] = []
  let end = 0
  for (const match of text.matchAll(pattern)) {
    const [all, before = '', closes, name = '', given = '', whole] = match
    end = match.index + all.length
    const pairs = [...given.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, part = '', value = '']) => [part, value] as const)
    tags.push({ name, given: Object.fromEntries(pairs), kind: closes ? 'close' : whole ? 'whole' : 'open', before })
  }
  if (text.slice(end).trim() !== '') throw new Error(`the drawing cannot be read at “${text.slice(end, end + 40)}”`)
  return tags
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const decode = (text: string): string => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')

function keepAttributes(given: Attributes, prefix: string): Attributes {
  const { style = '', ...rest } = given
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries({ ...rest, ...readFont(style) })) {
    if (!attributes.has(name)) continue
    const plain = decode(value)
    if (name === 'id') kept['id'] = prefix + plain
    else if (!/url\(/i.test(plain)) kept[name] = plain
    else if (/^url\(#[\w-]+\)$/.test(plain)) kept[name] = plain.replace('#', `#${prefix}`)
  }
  return kept
}

/** What a `style` says of the font, as attributes; all else that it may say is left out. */
function readFont(style: string): Attributes {
  const found: Record<string, string> = {}
  for (const part of style.split(';')) {
    const colon = part.indexOf(':')
    const [name, value] = [part.slice(0, colon).trim(), part.slice(colon + 1).trim()]
    if (fontParts.has(name)) found[name] = value
    if (name === 'font') Object.assign(found, readShortFont(value))
  }
  return found
}

/** `normal bold 12px 'Segoe UI', Arial` in its parts. */
function readShortFont(font: string): Attributes {
  const match = /^((?:[a-z\d]+\s+)*?)([\d.]+px)(?:\/\S+)?\s+(.+)$/.exec(font)
  if (!match) return {}
  const [, words = '', size = '', family = ''] = match
  const style = /\b(italic|oblique)\b/.exec(words)?.[1]
  const weight = /\b(bold|bolder|lighter|[1-9]00)\b/.exec(words)?.[1]
  return {
    'font-size': size,
    'font-family': family,
    ...(style === undefined ? {} : { 'font-style': style }),
    ...(weight === undefined ? {} : { 'font-weight': weight }),
  }
}
