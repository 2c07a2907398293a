/** What an element is made with. Texts become text nodes: nothing here is ever read as HTML. */
type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>

/** An element with attributes (left out where false or null, empty where true) and children. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (Node | string | null | false)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue
    element.setAttribute(key, value === true ? '' : String(value))
  }
  for (const child of children) if (child !== null && child !== false) element.append(child)
  return element
}

/** A link that leaves the frame: the full view is a page of its own. */
export const makeLink = (href: string, ...children: readonly (Node | string)[]): HTMLAnchorElement =>
  make('a', { href, target: '_blank', rel: 'noopener' }, ...children)
