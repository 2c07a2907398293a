import type { Label } from '../text/label.ts'

/** One record with the line it begins on (the header is on line 1 unless comments precede it). */
export interface CsvRecord {
  readonly line: number
  readonly fields: readonly string[]
}

/** A record that cannot be read as fields. `column` is the heading or the number of the field, where that is known. */
export interface CsvProblem {
  readonly line: number
  readonly column: string | null
  readonly code: 'csv.empty' | 'csv.encoding' | 'csv.separator' | 'csv.header' | 'csv.quote' | 'csv.ragged' | 'csv.line_end' | 'csv.control'
  readonly reason: Label
}

/** Either a record with as many fields as the header, or what is wrong with it. */
export type CsvItem = { readonly kind: 'record'; readonly record: CsvRecord } | { readonly kind: 'problem'; readonly problem: CsvProblem }

/** A file as a header and the records below it; `header` is null when nothing below it can be understood. */
export interface CsvFile {
  readonly header: readonly string[] | null
  /** Problems of the file as a whole; there are no items when there is one. */
  readonly problems: readonly CsvProblem[]
  /** Read once, lazily; every record of the file is one item. */
  readonly items: Iterable<CsvItem>
}

/** A quoted field longer than this many lines was never meant to be one: its quote was not closed. */
const longestRecord = 200
const echoLength = 60

/** Cuts what is said back from a file, so that a message stays a sentence. */
export const echo = (text: string): string => {
  const shown = text.replace(/[\p{Cc}\p{Cf}]/gu, '␀')
  return shown.length > echoLength ? `${shown.slice(0, echoLength)}…` : shown
}

/**
 * Reads CSV strictly (RFC 4180): comma, double quotes, doubled quotes inside, LF or CRLF, a byte-order mark allowed. Lines that
 * begin with `#` and empty lines are no records. Never guesses and never throws: what cannot be read is a problem with its line,
 * and reading goes on with the next line. An unclosed quote therefore costs one line, not the rest of the file.
 */
export function readCsv(bytes: Uint8Array | string): CsvFile {
  const decoded = typeof bytes === 'string' ? { slices: [bytes.replace(/^\uFEFF/, '')], problem: null } : decodeUtf8(bytes)
  if (decoded.problem) return refuse(decoded.problem)
  const lines = queueLines(splitLines(decoded.slices))
  const first = nextRecord(lines)
  if (!first) return refuse(problem(1, null, 'csv.empty', '文件是空的，连标题行也没有', 'the file is empty, without even a header row'))
  if (first.kind === 'problem') return refuse(first.problem)
  const header = first.record.fields
  const wrong = headerProblem(first.record)
  if (wrong) return refuse(wrong)
  return { header, problems: [], items: readItems(lines, header) }
}

const refuse = (wrong: CsvProblem): CsvFile => ({ header: null, problems: [wrong], items: [] })

function* readItems(lines: LineQueue, header: readonly string[]): Generator<CsvItem> {
  for (let item = nextRecord(lines); item; item = nextRecord(lines)) {
    yield item.kind === 'problem' ? item : checkWidth(item.record, header)
  }
}

function checkWidth(record: CsvRecord, header: readonly string[]): CsvItem {
  const [found, wanted] = [record.fields.length, header.length]
  if (found === wanted) return { kind: 'record', record }
  const column = found < wanted ? (header[found] ?? null) : String(wanted + 1)
  return {
    kind: 'problem',
    problem: problem(
      record.line,
      column,
      'csv.ragged',
      `有 ${found} 个字段，标题行有 ${wanted} 个`,
      `${found} fields where the header has ${wanted}`,
    ),
  }
}

const separators: readonly (readonly [string, Label])[] = [
  ['\t', { zh: '制表符', en: 'tabs' }],
  [';', { zh: '分号', en: 'semicolons' }],
  ['，', { zh: '全角逗号', en: 'full-width commas' }],
  ['；', { zh: '全角分号', en: 'full-width semicolons' }],
  ['|', { zh: '竖线', en: 'vertical bars' }],
]

function headerProblem({ line, fields }: CsvRecord): CsvProblem | null {
  const only = fields.length === 1 ? (fields[0] ?? '') : ''
  for (const [mark, name] of separators) {
    if (only.includes(mark)) {
      return problem(line, null, 'csv.separator', `字段用${name.zh}隔开，应该用半角逗号`, `fields are separated by ${name.en}; use commas`)
    }
  }
  const seen = new Set<string>()
  for (const [i, name] of fields.entries()) {
    if (name.trim() === '') return problem(line, String(i + 1), 'csv.header', '标题行有空的列名', 'a column has no heading')
    if (seen.has(name)) return problem(line, echo(name), 'csv.header', '标题行里这一列出现两次', 'this heading appears twice')
    seen.add(name)
  }
  return null
}

/** The next record, or null at the end. */
function nextRecord(lines: LineQueue): CsvItem | null {
  let start = lines.next()
  while (start && (start.text === '' || start.text.startsWith('#'))) start = lines.next()
  if (!start) return null
  const taken: Line[] = [start]
  for (;;) {
    const read = readFields(taken)
    if (read.kind === 'fields') return { kind: 'record', record: { line: start.number, fields: read.fields } }
    if (read.kind === 'open' && takeThroughQuote(lines, taken)) continue
    lines.putBack(taken.slice(1))
    return { kind: 'problem', problem: unreadable(start.number, read) }
  }
}

/** Adds lines up to the next one with a quote, which alone can close the open one. False when there is none near enough. */
function takeThroughQuote(lines: LineQueue, taken: Line[]): boolean {
  while (taken.length < longestRecord) {
    const line = lines.next()
    if (!line) return false
    taken.push(line)
    if (line.text.includes('"')) return true
  }
  return false
}

type FieldsRead =
  | { readonly kind: 'fields'; readonly fields: string[] }
  | { readonly kind: 'open'; readonly field: number }
  | { readonly kind: 'after_quote' | 'stray_quote' | 'line_end' | 'control'; readonly field: number }

function unreadable(line: number, read: Exclude<FieldsRead, { kind: 'fields' }>): CsvProblem {
  const column = String(read.field + 1)
  switch (read.kind) {
    case 'open':
      return problem(line, column, 'csv.quote', '引号没有结束', 'a quote is not closed')
    case 'after_quote':
      return problem(line, column, 'csv.quote', '结束引号后面还有字符', 'text follows a closing quote')
    case 'stray_quote':
      return problem(
        line,
        column,
        'csv.quote',
        '没有加引号的字段里出现引号',
        'a quote inside a field that is not quoted; quote the field and double the quote',
      )
    case 'line_end':
      return problem(line, column, 'csv.line_end', '换行符不成对，请用 LF 或 CRLF', 'a lone carriage return; end lines with LF or CRLF')
    case 'control':
      return problem(line, column, 'csv.control', '有不可见的控制字符', 'an invisible control character')
  }
}

// NUL and the other control characters have no place in a table of names and numbers; a tab and line breaks may stand in a quoted note.
const isControl = (code: number): boolean => code < 32 && code !== 9 && code !== 10 && code !== 13

/** Reads the lines as one record. `open`: the last quote is not closed yet. */
function readFields(lines: readonly Line[]): FieldsRead {
  const text = lines.map((line, i) => (i === lines.length - 1 ? line.text : line.text + line.ending)).join('')
  const fields: string[] = []
  let at = 0
  for (;;) {
    if (text[at] === '"') {
      let value = ''
      let from = at + 1
      for (;;) {
        const quote = text.indexOf('"', from)
        if (quote === -1) return { kind: 'open', field: fields.length }
        value += text.slice(from, quote)
        at = quote + 1
        if (text[at] !== '"') break
        value += '"'
        from = at + 1
      }
      if (hasControl(value)) return { kind: 'control', field: fields.length }
      if (at < text.length && text[at] !== ',') return { kind: 'after_quote', field: fields.length }
      fields.push(value)
    } else {
      const comma = text.indexOf(',', at)
      const value = text.slice(at, comma === -1 ? text.length : comma)
      if (value.includes('"')) return { kind: 'stray_quote', field: fields.length }
      if (value.includes('\r')) return { kind: 'line_end', field: fields.length }
      if (hasControl(value)) return { kind: 'control', field: fields.length }
      fields.push(value)
      at = comma === -1 ? text.length : comma
    }
    if (at >= text.length) return { kind: 'fields', fields }
    at += 1
    if (at === text.length) {
      fields.push('')
      return { kind: 'fields', fields }
    }
  }
}

function hasControl(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isControl(text.charCodeAt(i))) return true
  return false
}

interface Line {
  readonly number: number
  readonly text: string
  readonly ending: '\n' | '\r\n' | ''
}

/** Lines in order, of which some may be handed back. */
interface LineQueue {
  next(): Line | undefined
  putBack(lines: readonly Line[]): void
}

function queueLines(source: Iterator<Line>): LineQueue {
  const back: Line[] = []
  return {
    next() {
      const waiting = back.pop()
      if (waiting) return waiting
      const next = source.next()
      return next.done ? undefined : next.value
    },
    putBack(lines) {
      back.push(...[...lines].reverse())
    },
  }
}

function* splitLines(slices: Iterable<string>): Generator<Line> {
  let number = 0
  let rest = ''
  for (const slice of slices) {
    const text = rest + slice
    let from = 0
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
      const windows = end > from && text[end - 1] === '\r'
      number += 1
      yield { number, text: text.slice(from, windows ? end - 1 : end), ending: windows ? '\r\n' : '\n' }
      from = end + 1
    }
    rest = text.slice(from)
  }
  if (rest !== '') yield { number: number + 1, text: rest, ending: '' }
}

const sliceSize = 4_000_000

/** Checks the encoding of the whole file first, then decodes slice by slice: a table may be larger than one string can be. */
function decodeUtf8(bytes: Uint8Array): { slices: Iterable<string>; problem: CsvProblem | null } {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return {
      slices: [],
      problem: problem(1, null, 'csv.encoding', '文件是 UTF-16 编码，请另存为 UTF-8', 'the file is UTF-16; save it as UTF-8'),
    }
  }
  try {
    for (const slice of decodeSlices(bytes)) void slice
  } catch {
    const message = problem(
      firstBrokenLine(bytes),
      null,
      'csv.encoding',
      '文件不是 UTF-8 编码（可能是 GB18030），请另存为 UTF-8',
      'the file is not UTF-8 (perhaps GB18030); save it as UTF-8',
    )
    return { slices: [], problem: message }
  }
  return { slices: decodeSlices(bytes), problem: null }
}

function firstBrokenLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let from = 0
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(0x0a, from)
    try {
      decoder.decode(bytes.subarray(from, end === -1 ? bytes.length : end))
    } catch {
      return line
    }
    if (end === -1) return line
    from = end + 1
  }
}

function* decodeSlices(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (let at = 0; at < bytes.length; at += sliceSize) {
    const end = Math.min(at + sliceSize, bytes.length)
    yield decoder.decode(bytes.subarray(at, end), { stream: end < bytes.length })
  }
}

const problem = (line: number, column: string | null, code: CsvProblem['code'], zh: string, en: string): CsvProblem => ({
  line,
  column,
  code,
  reason: { zh, en },
})

/** Writes one record with its line end. Fields with a comma, a quote or a line break are quoted, and a first one that reads as something else. */
export function writeCsvRecord(fields: readonly string[]): string {
  const [first = '', ...others] = fields
  const start = /^[#\uFEFF]/.test(first) || (first === '' && others.length === 0) ? quote(first) : quoteIfNeeded(first)
  return `${[start, ...others.map(quoteIfNeeded)].join(',')}\n`
}

/** Writes a whole file, header first, UTF-8 with LF and without a byte-order mark. */
export function writeCsv(header: readonly string[], rows: Iterable<readonly string[]>): string {
  let text = writeCsvRecord(header)
  for (const row of rows) text += writeCsvRecord(row)
  return text
}

const quote = (field: string): string => `"${field.replaceAll('"', '""')}"`
const quoteIfNeeded = (field: string): string => (/[",\r\n]/.test(field) ? quote(field) : field)
