import type { HtmlElement } from './htmlTree.ts'
import { attributeOf, hasAttribute } from './htmlTree.ts'

const hiding =
  /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|font-size\s*:\s*0(?:\.0*)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)/i

/** Does the element say that it is not to be shown, or the page of its class or name? */
export const isHidden = (element: HtmlElement, rules: HidingRules): boolean =>
  hasAttribute(element, 'hidden') || hiding.test(attributeOf(element, 'style')) || isHiddenByRule(element, rules)

/** Names that the page's own style sheets hide: `.class`, `#id`. */
export type HidingRules = ReadonlySet<string>

export const noRules: HidingRules = new Set()

function isHiddenByRule(element: HtmlElement, rules: HidingRules): boolean {
  if (rules.size === 0) return false
  const names = attributeOf(element, 'class').split(/\s+/)
  // Shown by its own style, whatever the sheet says.
  if (/display\s*:\s*(?!none)\w/i.test(attributeOf(element, 'style'))) return false
  return names.some((name) => rules.has(`.${name}`)) || rules.has(`#${attributeOf(element, 'id')}`)
}

/** The plain rules that hide for every screen; those for printing, or for a narrow one, are no part of what a reader saw. */
export function readHidingRules(sheets: readonly string[]): HidingRules {
  const rules = new Set<string>()
  for (const sheet of sheets) {
    const plain = withoutNested(sheet.replace(/\/\*[\s\S]*?\*\//g, ''))
    for (const [, selectors = '', body = ''] of plain.matchAll(/([^{}]{1,2000})\{([^{}]{0,5000})\}/g)) {
      if (!/(?:^|;)\s*display\s*:\s*none\s*(?:!important\s*)?(?:;|$)/i.test(body)) continue
      for (const selector of selectors.split(',')) if (/^\s*[.#][\w-]+\s*$/.test(selector)) rules.add(selector.trim())
    }
  }
  return rules
}

/** Without rules that hold others (`@media`). */
function withoutNested(sheet: string): string {
  let kept = ''
  let depth = 0
  let isAt = false
  for (const char of sheet) {
    if (depth === 0 && char === '@') isAt = true
    if (char === '{') depth += 1
    if (!isAt) kept += char
    if (char === '}' && depth > 0) {
      depth -= 1
      if (depth === 0) isAt = false
    }
    if (char === ';' && depth === 0) isAt = false
  }
  return kept
}

/** Is its text struck out? What is struck out is no longer said. */
export const isStruck = (element: HtmlElement): boolean =>
  ['del', 's', 'strike'].includes(element.tagName) || /text-decoration[^;]*line-through/i.test(attributeOf(element, 'style'))

/** The value of `display` in its own style; `''` where it has none. */
export const displayOf = (element: HtmlElement): string =>
  (/(?:^|;)\s*display\s*:\s*([\w-]+)/i.exec(attributeOf(element, 'style'))?.[1] ?? '').toLowerCase()

const decoration =
  /icon|logo|ewm|erweima|qr_?code|weixin|wechat|weibo|share|banner|btn|button|arrow|spac|blank|avatar|print|emotion|emoji|search|close/i

/** Is this picture large enough to be a table, and not a mark or an ornament of the site? */
export function isLargePicture(element: HtmlElement): boolean {
  const about = ['src', 'data-src', 'class', 'id', 'alt'].map((name) => attributeOf(element, name).slice(0, 300)).join(' ')
  const [width, height] = [sizeOf(element, 'width'), sizeOf(element, 'height')]
  if (width !== null || height !== null) return (width ?? Infinity) >= 200 && (height ?? Infinity) >= 60
  return !decoration.test(about) && !/\.gif(?:$|[?\s])/i.test(about)
}

/** In pixels; null where it is not said, or said in parts of the page. */
function sizeOf(element: HtmlElement, side: 'width' | 'height'): number | null {
  const styled = new RegExp(`(?:^|[;\\s])${side}\\s*:\\s*([\\d.]+)(px|pt|cm|mm|in)?\\s*(?:;|$)`, 'i').exec(attributeOf(element, 'style'))
  const given = /^\s*([\d.]+)(px|pt)?\s*$/.exec(attributeOf(element, side))
  const [, number, unit = 'px'] = styled ?? given ?? []
  if (number === undefined) return null
  const pixels: Readonly<Record<string, number>> = { px: 1, pt: 4 / 3, cm: 37.8, mm: 3.78, in: 96 }
  return Number(number) * (pixels[unit.toLowerCase()] ?? 1)
}
