/* What a reader sees of a page: texts and boxes with the part of them that is not cut away. Runs in the page. */

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A text of the page as it is seen: one box per line of it. */
export interface ShownText {
  readonly element: Element
  readonly node: Text
  readonly text: string
  /** As laid out, before anything around it cuts it. */
  readonly lines: readonly Box[]
  /** What is left of the lines inside of the boxes around them. */
  readonly seen: readonly Box[]
  /** Px by which a box that cannot be scrolled cuts it. */
  readonly cut: number
}

/** What both have of each other; null where they are apart. */
export function meet(a: Box, b: Box): Box | null {
  const box = {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  }
  return box.right > box.left && box.bottom > box.top ? box : null
}

export const widthOf = (box: Box): number => box.right - box.left
export const heightOf = (box: Box): number => box.bottom - box.top

/** Is it drawn at all? What is for screen readers alone is not. */
export function isShown(element: Element): boolean {
  return (
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false }) &&
    element.closest('.visually-hidden, [aria-hidden="true"] option, noscript') === null
  )
}

/** One box around an element that cuts what stands out of it, each way for itself. */
interface Clip {
  readonly box: Box
  readonly across: 'cuts' | 'scrolls' | null
  readonly down: 'cuts' | 'scrolls' | null
}

const clips = new WeakMap<Element, readonly Clip[]>()

/** The boxes that may cut what stands in an element, from the inside to the outside. */
function clipsOf(element: Element): readonly Clip[] {
  const known = clips.get(element)
  if (known) return known
  const style = getComputedStyle(element)
  const around = parentThatCuts(element, style)
  const own = clipOf(element, style)
  const all = [...(own ? [own] : []), ...(around ? clipsOf(around) : [])]
  clips.set(element, all)
  return all
}

/** What is taken out of the flow is cut by what it is placed in. */
function parentThatCuts(element: Element, { position }: CSSStyleDeclaration): Element | null {
  if (position === 'fixed') return null
  return position === 'absolute' && element instanceof HTMLElement ? element.offsetParent : element.parentElement
}

const cuttingBy = (overflow: string): Clip['across'] =>
  overflow === 'visible' ? null : overflow === 'hidden' || overflow === 'clip' ? 'cuts' : 'scrolls'

function clipOf(element: Element, style: CSSStyleDeclaration): Clip | null {
  // The page scrolls as a whole, and a drawing's own edge is a matter of its own.
  if (element === document.body || element === document.documentElement || element instanceof SVGElement) return null
  const across = cuttingBy(style.overflowX)
  const down = cuttingBy(style.overflowY)
  if (across === null && down === null) return null
  const { left, top, right, bottom } = element.getBoundingClientRect()
  return { box: { left, top, right, bottom }, across, down }
}

/** What is left of a box inside of everything around it, and by how much it is cut for good. */
function cutBox(box: Box, around: readonly Clip[]): { readonly seen: Box | null; readonly cut: number } {
  let seen: Box = box
  let cut = 0
  for (const { box: edge, across, down } of around) {
    if (across === 'cuts') cut = Math.max(cut, edge.left - seen.left, seen.right - edge.right)
    // The box of a line is higher than what is printed in it.
    if (down === 'cuts') cut = Math.max(cut, edge.top - seen.top - heightOf(box) / 4, seen.bottom - edge.bottom - heightOf(box) / 4)
    const next = meet(seen, {
      left: across ? edge.left : -Infinity,
      right: across ? edge.right : Infinity,
      top: down ? edge.top : -Infinity,
      bottom: down ? edge.bottom : Infinity,
    })
    if (next === null) return { seen: null, cut }
    seen = next
  }
  return { seen, cut }
}

/** Off the page, where links wait that show themselves when they are focused. */
const isOnPage = ({ bottom, right }: Box): boolean => bottom + window.scrollY > 0 && right + window.scrollX > 0

/** The boxes of an element, one per line where it runs over several, as far as they are seen. */
export function seenBoxes(element: Element): Box[] {
  const around = element.parentElement ? clipsOf(element.parentElement) : []
  return [...element.getClientRects()].flatMap((box) => {
    const { seen } = cutBox(box, around)
    return seen !== null && isOnPage(seen) ? [seen] : []
  })
}

const linesOf = (range: Range): Box[] =>
  [...range.getClientRects()]
    .filter(({ width, height }) => width > 0.5 && height > 0.5)
    .map(({ left, top, right, bottom }) => ({ left, top, right, bottom }))

/** Every text that is drawn, in the order of the page. */
export function listTexts(): ShownText[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const shown = new Map<Element, boolean>()
  const texts: ShownText[] = []
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    const element = node.parentElement
    if (!element || node.data.trim() === '' || ['SCRIPT', 'STYLE', 'TITLE', 'DESC', 'OPTION'].includes(element.tagName.toUpperCase()))
      continue
    const isDrawn = shown.get(element) ?? isShown(element)
    shown.set(element, isDrawn)
    if (!isDrawn) continue
    const text = readShown(node, element)
    if (text) texts.push(text)
  }
  return texts
}

function readShown(node: Text, element: Element): ShownText | null {
  const range = document.createRange()
  range.selectNodeContents(node)
  const lines = linesOf(range)
  const around = clipsOf(element)
  const parts = lines.map((line) => cutBox(line, around))
  const seen = parts.flatMap((part) => (part.seen !== null && isOnPage(part.seen) ? [part.seen] : []))
  if (seen.length === 0) return null
  return { element, node, text: node.data.replace(/\s+/g, ' ').trim(), lines, seen, cut: Math.max(...parts.map((part) => part.cut)) }
}

/** The lines that a part of a text stands on: by their tops, or where they run downwards by their left edges. */
export function placesOfLines(node: Text, from: number, to: number, runsDown: boolean): number[] {
  const range = document.createRange()
  range.setStart(node, from)
  range.setEnd(node, to)
  return linesOf(range).map(({ top, left }) => Math.round(runsDown ? left : top))
}

/** Pairs of things whose boxes meet, without comparing each with each. */
export function pairsThatMeet<T>(
  things: readonly { readonly of: T; readonly box: Box }[],
): { readonly a: T; readonly b: T; readonly both: Box; readonly boxes: readonly [Box, Box] }[] {
  const sorted = [...things].sort((a, b) => a.box.top - b.box.top)
  return sorted.flatMap((first, at) => {
    const found = []
    for (let next = at + 1; next < sorted.length; next += 1) {
      const second = sorted[next]
      if (!second || second.box.top >= first.box.bottom) break
      const both = meet(first.box, second.box)
      if (both) found.push({ a: first.of, b: second.of, both, boxes: [first.box, second.box] as const })
    }
    return found
  })
}

/** Where something stands, for whoever reads the fault. */
export function placeOf(element: Element): string {
  const figure = element.closest<HTMLElement>('[data-chart]')?.dataset['chart']
  const name = element instanceof HTMLElement && element.className !== '' ? `.${element.className.split(' ')[0] ?? ''}` : ''
  const parent = element.closest('[class]:not(svg *)')
  const around = name === '' && parent !== null && parent !== element ? `${parent.getAttribute('class')?.split(' ')[0] ?? ''} ` : ''
  return `${figure ? `${figure}: ` : ''}${around}${element.tagName.toLowerCase()}${name}`
}

/** The beginning of a text. */
export const quote = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`
