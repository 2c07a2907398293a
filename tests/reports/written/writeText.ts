import type { Random, TextLayout } from '../generatedReport.ts'
import { printRows } from '../generatedReport.ts'
import type { PaperPart, WrittenReport } from './writtenReport.ts'

export type TextEncoding = 'utf-8' | 'utf-8 with a mark' | 'utf-16le' | 'utf-16be' | 'gb18030'
export const textEncodings: readonly TextEncoding[] = ['utf-8', 'utf-8 with a mark', 'utf-16le', 'utf-16be', 'gb18030']

/** The report as a text file in one of the layouts. */
export function writeText({ parts }: WrittenReport, layout: TextLayout, encoding: TextEncoding, random: Random): Uint8Array {
  const lineEnd = random.pick(['\n', '\r\n'])
  const text = parts.map((part) => printPart(part, layout, random)).join('\n\n')
  return encodeText(`${text.split('\n').join(lineEnd)}${lineEnd}`, encoding)
}

function printPart(part: PaperPart, layout: TextLayout, random: Random): string {
  if (part.kind === 'table') return printRows(part.rows, layout, random).join('\n')
  if (part.kind === 'page') return `${part.sentences.map(({ text }) => text).join('')}\f`
  if (part.kind === 'prose') return `　　${part.sentences.map(({ text }) => text).join('')}`
  return part.sentences.map(({ text }) => text).join('\n')
}

/** The bytes of a text; the sixteen-bit ones with the mark that editors put in front. */
export function encodeText(text: string, encoding: TextEncoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  if (encoding === 'utf-8 with a mark') return new TextEncoder().encode(`\uFEFF${text}`)
  if (encoding === 'gb18030') return encodeGb18030(text)
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
  return Uint8Array.from([0xfeff, ...units].flatMap((unit) => (encoding === 'utf-16le' ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff])))
}

let gb18030: ReadonlyMap<string, readonly number[]> | null = null

/** The platform only decodes GB18030; its own decoder, asked for every sequence of two and four bytes, gives the way back. */
function encodeGb18030(text: string): Uint8Array {
  gb18030 ??= listGb18030()
  const table = gb18030
  return Uint8Array.from(
    [...text].flatMap((char) => {
      const code = char.charCodeAt(0)
      if (code < 0x80) return [code]
      const bytes = table.get(char)
      if (bytes === undefined) throw new Error(`no GB18030 for ${char}`)
      return [...bytes]
    }),
  )
}

function listGb18030(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030')
  const table = new Map<string, readonly number[]>()
  const add = (bytes: readonly number[]): void => {
    const char = decoder.decode(Uint8Array.from(bytes))
    if ([...char].length === 1 && char !== '\uFFFD' && !table.has(char)) table.set(char, bytes)
  }
  const range = (from: number, to: number): readonly number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at)
  for (const lead of range(0x81, 0xfe)) for (const trail of range(0x40, 0xfe)) add([lead, trail])
  for (const first of range(0x81, 0x84)) for (const second of range(0x30, 0x39)) for (const third of range(0x81, 0xfe)) for (const fourth of range(0x30, 0x39)) add([first, second, third, fourth])
  return table
}
