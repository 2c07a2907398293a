import { Parser } from 'saxen'

/** What someone who reads an XML file wants to hear. Names are without their prefix: `row` also for `<x:row>`. */
export interface XmlListener {
  readonly open?: (name: string, attributes: ReadonlyMap<string, string>) => void
  readonly close?: (name: string) => void
  /** Text between two tags, its entities decoded; may come in pieces. */
  readonly text?: (text: string) => void
}

/** `damaged`: no XML, or cut off. `unsafe`: definitions of its own (DTD), or more than 256 elements inside one another. */
export type XmlTrouble = 'damaged' | 'unsafe'

/** Ends the reading. */
class XmlRefused extends Error {
  readonly trouble: XmlTrouble
  constructor(trouble: XmlTrouble) {
    super(trouble)
    this.trouble = trouble
  }
}

const deepest = 256
const step = 1 << 20

/** Tells the listener what stands in an XML file, from its start; says what ended it early, or null. */
export function readXml(bytes: Uint8Array, listener: XmlListener): XmlTrouble | null {
  let depth = 0
  const refuse = (trouble: XmlTrouble): never => {
    throw new XmlRefused(trouble)
  }
  const parser = new Parser()
    .on('openTag', (name, attributes) => {
      depth += 1
      if (depth > deepest) refuse('unsafe')
      if (listener.open !== undefined) listener.open(withoutPrefix(name), attributesOf(attributes()))
    })
    .on('closeTag', (name) => {
      depth -= 1
      listener.close?.(withoutPrefix(name))
    })
    .on('text', (text) => listener.text?.(decodeEntities(text)))
    .on('cdata', (text) => listener.text?.(text))
    .on('attention', () => refuse('unsafe'))
    .on('error', () => refuse('damaged'))
  try {
    const decoder = new TextDecoder(encodingOf(bytes), { fatal: true })
    for (let at = 0; at < bytes.length; at += step) parser.write(decoder.decode(bytes.subarray(at, at + step), { stream: true }))
    parser.write(decoder.decode())
    parser.end()
    return depth === 0 ? null : 'damaged'
  } catch (error) {
    if (error instanceof XmlRefused) return error.trouble
    // What the decoder says of bytes that are no text.
    if (error instanceof TypeError) return 'damaged'
    throw error
  }
}

const encodingOf = ([a, b]: Uint8Array): string => {
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8'
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1)

/** As a map: an attribute may be called `__proto__`. Prefixes are kept, since `r:id` is not `id`. */
function attributesOf(attributes: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(attributes).map(([name, value]) => [name, decodeEntities(value)]))
}

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['apos', "'"],
  ['gt', '>'],
  ['lt', '<'],
  ['quot', '"'],
])

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([\dA-Fa-f]{1,6})|(\w+));/g, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return named.get(name) ?? whole
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
