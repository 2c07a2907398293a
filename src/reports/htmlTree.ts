import type { DefaultTreeAdapterTypes } from 'parse5'
import { defaultTreeAdapter, html as names, parse } from 'parse5'
import type { Allowance } from './flow.ts'
import { spend } from './flow.ts'

export type HtmlElement = DefaultTreeAdapterTypes.Element
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode

/** Browsers cut deeper trees, too. */
const deepest = 512

/**
 * The elements of a page, as a browser without scripts sees them. Nothing is run and nothing is fetched: it is a tree of names and
 * texts. Null when elements stand deeper inside one another than in any page that an office publishes.
 * @throws {TooMuch} when there are more elements than allowed.
 */
export function parseHtml(text: string, allowance: Allowance): HtmlElement | null {
  const document = parse(text, {
    scriptingEnabled: false,
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(name, namespace, attributes) {
        // Unclosed tags are opened again in every paragraph: a small file may ask for billions of elements.
        spend(allowance, 1)
        return defaultTreeAdapter.createElement(name, namespace, attributes)
      },
    },
  })
  const root = document.childNodes.find(isElement) ?? null
  return root !== null && isDeeper(root, deepest) ? null : root
}

/** Not by recursion, which itself would not get so deep. */
function isDeeper(root: HtmlElement, most: number): boolean {
  let level: readonly HtmlElement[] = [root]
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > most) return true
    level = level.flatMap(childrenOf)
  }
  return false
}

export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node

/** The elements directly inside this one. */
export const childrenOf = ({ childNodes }: HtmlElement): readonly HtmlElement[] => childNodes.filter(isElement)

export const isText = (node: HtmlNode): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === '#text'

/** The value of an attribute, `''` where the element has none of the name. */
export const attributeOf = ({ attrs }: HtmlElement, name: string): string => attrs.find((attribute) => attribute.name === name)?.value ?? ''

export const hasAttribute = ({ attrs }: HtmlElement, name: string): boolean => attrs.some((attribute) => attribute.name === name)

/** Is it an element of a drawing or a formula, not of the page? */
export const isForeign = ({ namespaceURI }: HtmlElement): boolean => namespaceURI !== names.NS.HTML

/** The element around this one; null at the top. */
export function parentOf({ parentNode }: HtmlElement): HtmlElement | null {
  return parentNode !== null && 'tagName' in parentNode ? parentNode : null
}

/** All text inside an element, hidden or not, as written. */
export function rawText(element: HtmlElement): string {
  const pieces: string[] = []
  const open: HtmlNode[] = [element]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isText(node)) pieces.push(node.value)
    else if (isElement(node)) for (let at = node.childNodes.length - 1; at >= 0; at -= 1) pushChild(open, node, at)
  }
  return pieces.join('')
}

/** Every element below this one with one of these names, in order. */
export function elementsNamed(root: HtmlElement, ...wanted: readonly string[]): readonly HtmlElement[] {
  const found: HtmlElement[] = []
  const open: HtmlNode[] = [root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isElement(node)) continue
    if (wanted.includes(node.tagName)) found.push(node)
    for (let at = node.childNodes.length - 1; at >= 0; at -= 1) pushChild(open, node, at)
  }
  return found
}

function pushChild(open: HtmlNode[], { childNodes }: HtmlElement, at: number): void {
  const child = childNodes[at]
  if (child !== undefined) open.push(child)
}
