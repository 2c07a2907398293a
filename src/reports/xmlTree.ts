import type { Allowance } from './flow.ts'
import { spend } from './flow.ts'
import type { XmlTrouble } from './xmlEvents.ts'
import { readXml } from './xmlEvents.ts'

/** An element of an XML part, by the local part of its name. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (XmlElement | string)[]
}

interface Open extends XmlElement {
  readonly children: (Open | string)[]
}

/**
 * The tree of an XML part, elements that `skips` names left out with all that is in them.
 * @throws {TooMuch} when there are more elements than allowed.
 */
export function readXmlTree(
  bytes: Uint8Array,
  skips: (name: string) => boolean,
  allowance: Allowance,
): XmlElement | { readonly trouble: XmlTrouble } {
  const top: Open = { name: '', attributes: new Map(), children: [] }
  const open: Open[] = [top]
  let skipping = 0
  const trouble = readXml(bytes, {
    open: (name, attributes) => {
      if (skipping > 0 || skips(name)) {
        skipping += 1
        return
      }
      spend(allowance, 1)
      const element: Open = { name, attributes, children: [] }
      open.at(-1)?.children.push(element)
      open.push(element)
    },
    close: () => {
      if (skipping > 0) skipping -= 1
      else open.pop()
    },
    text: (text) => {
      if (skipping === 0) open.at(-1)?.children.push(text)
    },
  })
  return trouble === null ? top : { trouble }
}

export const elementsOf = ({ children }: XmlElement): readonly XmlElement[] =>
  children.filter((child): child is XmlElement => typeof child !== 'string')

/** The first element of a name directly inside this one. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name)

/** An attribute by the local part of its name: `w:val` and `val` are the same. */
export function valueOf(element: XmlElement | undefined, name: string): string | null {
  if (element === undefined) return null
  for (const [key, value] of element.attributes) if (key === name || key.endsWith(`:${name}`)) return value
  return null
}
