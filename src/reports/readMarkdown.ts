import { assembleFlow, joinLines } from './assembleFlow.ts'
import { decodeText } from './decodeText.ts'
import type { Allowance, Flow, FlowRow } from './flow.ts'
import { readWithin } from './flow.ts'
import { flowOfHtml } from './htmlFlow.ts'
import { parseHtml } from './htmlTree.ts'
import { openTables } from './openTables.ts'
import { fileProblems } from './problems.ts'
import type { ReaderContext, ReadFile } from './reader.ts'
import { mostElements, mostTableCells, tooManyOf } from './readHtml.ts'

/**
 * Paragraphs and tables of a Markdown text: pipe tables and tables in HTML; marks of headings, lists and emphasis are left out, blocks
 * of code are kept as text.
 */
export function readMarkdown(bytes: Uint8Array, { budget }: ReaderContext = {}): Promise<ReadFile> {
  const text = decodeText(bytes)
  if (text === null) return Promise.resolve({ refused: bytes.includes(0) ? fileProblems.unknown : fileProblems.encoding })
  const within = readWithin(() => readLines(text, budget?.cells ?? mostTableCells))
  return Promise.resolve('read' in within ? within.read : { refused: tooManyOf[within.tooMany] })
}

function readLines(text: string, cells: number): ReadFile {
  const lines = text
    .replace(/\r\n?|[\u2028\u2029\u000B\u0085\f]/g, '\n')
    // A table in HTML begins a line, also where it was written behind words.
    .replace(/^([^|<>\n]{1,200})(?=<table[\s>])/gim, '$1\n\n')
    .split('\n')
  const { document, problems } = assembleFlow(openTables(flowOfLines(lines), { left: cells, of: 'cells' }))
  return document.blocks.length === 0 ? { refused: fileProblems.empty } : { document, problems }
}

/** A stretch of lines that was understood as one, and the line after it. */
interface Taken {
  readonly flows: readonly Flow[]
  readonly next: number
}

function flowOfLines(lines: readonly string[]): readonly Flow[] {
  const elements: Allowance = { left: mostElements, of: 'elements' }
  const flows: Flow[] = []
  let waiting: string[] = []
  const flush = (): void => {
    for (const flow of paragraphsOf(waiting, elements)) flows.push(flow)
    waiting = []
  }
  for (let at = 0; at < lines.length;) {
    const taken = takeCode(lines, at) ?? takeTable(lines, at, elements) ?? takeHtml(lines, at, elements) ?? takeMark(lines, at, elements)
    if (taken === null) {
      waiting.push(lines[at] ?? '')
      at += 1
      continue
    }
    flush()
    for (const flow of taken.flows) flows.push(flow)
    at = taken.next
  }
  flush()
  return flows
}

const paragraph = (text: string): Flow => ({ kind: 'paragraph', text })

/** Lines of code: as they are. */
function takeCode(lines: readonly string[], at: number): Taken | null {
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(lines[at] ?? '')?.[1]
  if (fence === undefined) return null
  const isEnd = (line: string): boolean => line.trim().startsWith(fence) && line.trim().replaceAll(fence[0] ?? '', '') === ''
  let next = at + 1
  while (next < lines.length && !isEnd(lines[next] ?? '')) next += 1
  return { flows: lines.slice(at + 1, next).map(paragraph), next: next + 1 }
}

/** Longer lines are no Markdown that a person wrote; they are kept as they are. */
const longestLine = 20_000

const rule = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/

/** A line of dashes between bars; one column needs a bar to be no plain line. */
const isRule = (line: string): boolean => line.length < longestLine && line.includes('|') && rule.test(line.trim())

const hasBar = (line: string): boolean => /(?:^|[^\\])(?:\\\\)*\|/.test(line)
const isBarred = (line: string): boolean => /^\s*\|/.test(line) && hasBar(line.replace(/^\s*\|/, ''))

/** A head with a line of dashes below it; or two lines that begin with a bar, where that line was lost. */
function takeTable(lines: readonly string[], at: number, elements: Allowance): Taken | null {
  const [line = '', below = ''] = lines.slice(at, at + 2)
  const begins =
    (hasBar(line) && isRule(below) && !isRule(line)) || (isRule(line) && isBarred(below)) || (isBarred(line) && isBarred(below))
  if (!begins) return null
  let next = at
  const rows: FlowRow[] = []
  while (next < lines.length && hasBar(lines[next] ?? '')) {
    const text = lines[next] ?? ''
    // Empty cells of a row may all be dashes in the middle of a table; in its head they are the line below it.
    if (!isRule(text) || !isHeadRule(lines, next, at))
      rows.push({ cells: splitCells(text).map((cell) => cellOf(cell, elements)), group: 0 })
    next += 1
  }
  return { flows: [{ kind: 'table', rows, hasColumns: true }], next }
}

/** The line below a head, also one that was repeated: three dashes and more, or the second line of the table. */
const isHeadRule = (lines: readonly string[], at: number, start: number): boolean =>
  at <= start + 1 || (lines[at] ?? '').split('|').some((cell) => /:?-{3,}:?/.test(cell))

function splitCells(line: string): readonly string[] {
  const cells: string[] = []
  let cell = ''
  const inner = line.trim().replace(/^\|/, '')
  for (let at = 0; at < inner.length; at += 1) {
    const char = inner[at] ?? ''
    if (char === '\\' && inner[at + 1] !== undefined) {
      cell += char + (inner[at + 1] ?? '')
      at += 1
    } else if (char === '|') {
      cells.push(cell)
      cell = ''
    } else cell += char
  }
  return cell.trim() === '' ? cells : [...cells, cell]
}

function cellOf(text: string, elements: Allowance): FlowRow['cells'][number] {
  const plain = plainText(text, elements)
  return { content: plain === '' ? [] : [paragraph(plain)], across: 1, down: 1 }
}

/** A table or another block in HTML, up to where it closes. */
function takeHtml(lines: readonly string[], at: number, elements: Allowance): Taken | null {
  const name = /^ {0,3}<(table|div|p|center|section|ul|ol|h[1-6])(?=[\s>])/i.exec(lines[at] ?? '')?.[1]?.toLowerCase()
  const isComment = /^ {0,3}<!--/.test(lines[at] ?? '')
  if (name === undefined && !isComment) return null
  const end = name === undefined ? endOfComment(lines, at) : endOfElement(lines, at, name)
  const root = parseHtml(lines.slice(at, end).join('\n'), elements)
  return root === null ? null : { flows: flowOfHtml(root, { hidden: false }), next: end }
}

function endOfComment(lines: readonly string[], at: number): number {
  const end = lines.findIndex((line, index) => index >= at && line.includes('-->'))
  return end < 0 ? at + 1 : end + 1
}

function endOfElement(lines: readonly string[], at: number, name: string): number {
  const tags = new RegExp(`<(/?)${name}(?=[\\s>])`, 'gi')
  let open = 0
  for (let next = at; next < lines.length; next += 1) {
    for (const [, closing] of (lines[next] ?? '').matchAll(tags)) open += closing === '/' ? -1 : 1
    if (open <= 0) return next + 1
  }
  // Never closed: up to the next empty line.
  const empty = lines.findIndex((line, index) => index > at && line.trim() === '')
  return empty < 0 ? lines.length : empty
}

/** A heading, a line across the page, an item of a list, a line that ends with two spaces: each stands for itself. */
function takeMark(lines: readonly string[], at: number, elements: Allowance): Taken | null {
  const line = lines[at] ?? ''
  if (line.length < longestLine && /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})$/.test(line.trim()))
    return { flows: [], next: at + 1 }
  const heading = /^ {0,3}#{1,6}(?:[ \t](.*))?$/.exec(line)
  if (heading !== null) return { flows: textFlow((heading[1] ?? '').trim().replace(/(^|\s)#+$/, '$1'), elements), next: at + 1 }
  const below = lines[at + 1] ?? ''
  if (line.trim() !== '' && /^ {0,3}(?:=+|-{2,})[ \t]*$/.test(below)) return { flows: textFlow(line, elements), next: at + 2 }
  return null
}

function textFlow(text: string, elements: Allowance): readonly Flow[] {
  const plain = plainText(text, elements)
  return plain === '' ? [] : [paragraph(plain)]
}

/** Lines of prose: marks of lists and quotations dropped, soft line ends joined. */
function paragraphsOf(lines: readonly string[], elements: Allowance): readonly Flow[] {
  const flows: Flow[] = []
  let open: string[] = []
  const flush = (): void => {
    for (const text of joinLines(open)) flows.push(...textFlow(text, elements))
    open = []
  }
  for (const line of lines) {
    const [, mark = '', rest = ''] = /^((?:[ \t]*>)*[ \t]*(?:[-*+•][ \t]+(?:\[[ xX]\][ \t]+)?)?)(.*)$/.exec(line) ?? []
    if (rest.trim() === '' || /[-*+•]/.test(mark)) flush()
    open.push((/[-*+•>]/.test(mark) ? rest : line).replace(/\\$/, ''))
    if (/ {2}$|\\$/.test(rest)) flush()
  }
  flush()
  return flows
}

/** Without marks of emphasis, code, links and pictures; references to characters and tags as a browser shows them. */
function plainText(text: string, elements: Allowance): string {
  if (text.length > longestLine) return text.trim()
  const kept: string[] = []
  const keep = (whole: string): string => `\uE000${kept.push(whole) - 1}\uE001`
  const marked = text
    .replace(/[\uE000\uE001]/g, '\uFFFD')
    .replace(/\\([!-/:-@[-`{-~])/g, (_, char: string) => keep(char))
    .replace(/(`+)(?!`)(.*?[^`])\1(?!`)/g, (_, __, code: string) => keep(code.trim()))
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\[([^\][]*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)/g, '$1')
    .replace(/\[\^[\w-]+\]/g, '')
    .replace(/~~([^~]+)~~/g, '')
    .replace(/(\*{1,3})(?=[^\s*])([^*]*[^\s*])\1/g, '$2')
    .replace(/(^|[^\w_])(_{1,3})(?=[^\s_])([^_]*[^\s_])\2(?![\w_])/g, '$1$3')
    .replace(/==([^=\s][^=]*)==/g, '$1')
  const shown = /[<&]/.test(marked) ? throughHtml(marked, elements) : marked
  const restore = (marks: string): string => marks.replace(/\uE000(\d+)\uE001/g, (_, at: string) => kept[Number(at)] ?? '')
  // What was kept of code may hold what was kept before.
  return restore(restore(shown)).trim()
}

function throughHtml(text: string, elements: Allowance): string {
  const root = parseHtml(text, elements)
  if (root === null) return text
  return flowOfHtml(root, { hidden: false })
    .flatMap((flow) => (flow.kind === 'paragraph' ? [flow.text] : []))
    .join('\n')
}
