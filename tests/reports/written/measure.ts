import type { Block } from '../../../src/reports/document.ts'
import type { Figure, Place, ReportIdentity } from '../../../src/reports/figure.ts'
import type { ReadReportFile } from '../../../src/reports/parseReport.ts'
import type { PaperRow, Sentence, Truth, WrittenReport } from './writtenReport.ts'
import { keyOf, onPaper, truthsOf } from './writtenReport.ts'

/** What became of the cells of one report. `allowed`: not certain, where a person could not be certain either. */
export interface Measure {
  readonly cells: number
  readonly right: number
  readonly allowed: number
  /** Read as `unreadable`, or not there at all, though a person can tell. */
  readonly unreadable: readonly string[]
  readonly absent: readonly string[]
  /** Figures that say another thing than the paper: the worst that can happen. */
  readonly wrong: readonly string[]
  /** Rows and sentences with numbers that are neither a figure nor unplaced. */
  readonly lost: readonly string[]
  /** Figures of the prose that no sentence states. */
  readonly invented: readonly string[]
  /** Another body, year or form than the report's; one that is not told is no mistake, nor is a table that nothing shows to be one. */
  readonly misnamed: readonly string[]
}

/** Compares what was read with what was written. `clear` is false for a file whose layout leaves the cells to be guessed. */
export function measure(report: WrittenReport, { parsed, document }: ReadReportFile, clear: boolean): Measure {
  const figures = new Map(parsed.figures.filter(({ cell }) => cell !== null).map((figure) => [keyOf(figure.cell ?? '', figure.applicant), figure]))
  const truths = truthsOf(report)
  const judged = [...truths].map(([key, truth]) => ({ key, truth, verdict: judge(truth, figures.get(key), clear) }))
  const named = (verdict: Verdict): readonly string[] => judged.filter((one) => one.verdict === verdict).map(({ key, truth }) => `${key}: ${sayTruth(truth)}, read ${sayFigure(figures.get(key))}`)
  const more = [...figures].filter(([key, { state, value }]) => !truths.has(key) && (value !== null || state === 'zero')).map(([key, figure]) => `${key}: not printed, read ${sayFigure(figure)}`)
  return {
    cells: truths.size,
    right: named('right').length,
    allowed: named('allowed').length,
    unreadable: named('unreadable'),
    absent: named('absent'),
    wrong: [...named('wrong'), ...more],
    lost: parsed.report.form === null && parsed.figures.length === 0 && document === null ? [] : [...lostRows(report, parsed, figures, clear), ...lostSentences(report, parsed, document?.blocks ?? [])],
    invented: inventedClaims(report, parsed.figures),
    misnamed: misnamed(report, parsed.report, clear),
  }
}

const misnamed = ({ agency, year, form }: WrittenReport, read: ReportIdentity, clear: boolean): readonly string[] => [
  ...(read.agency === null || read.agency === agency ? [] : [`agency ${agency}, read ${read.agency}`]),
  ...(read.year === null || read.year === year ? [] : [`year ${year}, read ${read.year}`]),
  ...(read.form === null || read.form === form || (read.form === 'narrative' && !clear) ? [] : [`form ${form}, read ${read.form}`]),
]

type Verdict = 'right' | 'allowed' | 'unreadable' | 'absent' | 'wrong'

function judge(truth: Truth, figure: Figure | undefined, clear: boolean): Verdict {
  if (figure === undefined) return truth.unsure || !clear ? 'allowed' : 'absent'
  const same = truth.states.includes(figure.state) && figure.value === truth.value && (figure.qualifier ?? null) === truth.qualifier
  if (same) return 'right'
  if (figure.state === 'unreadable') return truth.unsure || !clear ? 'allowed' : 'unreadable'
  // A figure that a person would doubt may be called words, too; never a number, never nothing.
  return truth.unsure && figure.state === 'text' ? 'allowed' : 'wrong'
}

const sayTruth = ({ states, value, qualifier }: Truth): string => `${states[0] ?? ''} ${qualifier ?? ''}${String(value)}`
const sayFigure = (figure: Figure | undefined): string => (figure === undefined ? 'nothing' : `${figure.state} ${figure.qualifier ?? ''}${String(figure.value)} "${figure.printed}"`)

/** Without spaces and thousands separators: a workbook may show 1234 as 1,234. */
const compact = (text: string): string => text.replace(/[\s|,，\u00a0]/g, '')

/** Rows of tables that print something and are found neither among the figures nor among what was left over. */
function lostRows(report: WrittenReport, parsed: ReadReportFile['parsed'], figures: ReadonlyMap<string, Figure>, clear: boolean): readonly string[] {
  const left = parsed.unplaced.filter(({ kind }) => kind === 'row').map(({ text }) => compact(text))
  const anywhere = parsed.unplaced.map(({ text }) => compact(text))
  const lines = parsed.unplaced.map(({ text }) => text.split(/\s+/))
  const rows = onPaper(report).parts.flatMap((part) => (part.kind === 'table' ? part.rows : []))
  const isKept = (row: PaperRow): boolean => {
    const printed = row.cells.filter(({ kind, text }) => kind === 'figure' && text.trim() !== '')
    if (printed.length === 0 || row.cells.some(({ truth }) => truth !== undefined && figures.has(keyOf(truth.path, truth.applicant)))) return true
    const texts = printed.map(({ text }) => compact(text))
    if (left.some((row) => texts.every((text) => row.includes(text)))) return true
    // Where nothing parts the cells, the page may have broken a figure or two of the row, and nothing says that it is a row.
    const numbers = texts.filter((text) => /\d/.test(text))
    return !clear && (anywhere.some((row) => 2 * numbers.filter((text) => row.includes(text)).length >= numbers.length) || isBroken(numbers, lines))
  }
  return rows.filter((row) => !isKept(row)).map(({ cells }) => `row: ${cells.map(({ text }) => text).join(' ')}`)
}

/** Narrow columns break the figures of a row: are most of them on neighbouring lines, the digits of one cell below each other? */
const isBroken = (numbers: readonly string[], lines: readonly (readonly string[])[]): boolean =>
  lines.some((first, at) => {
    const below = lines.slice(at + 1, at + 3).flat()
    const isCut = (text: string): boolean => [...text].some((_, cut) => cut > 0 && first.includes(text.slice(0, cut)) && below.includes(text.slice(cut)))
    return 2 * numbers.filter((text) => first.includes(text) || below.includes(text) || isCut(text)).length >= numbers.length
  })

const sentencesOf = ({ parts }: WrittenReport): readonly Sentence[] => parts.flatMap((part) => (part.kind === 'prose' ? part.sentences : []))

/** Sentences with a number that are found neither among the figures nor among what was left over. */
function lostSentences(report: WrittenReport, parsed: ReadReportFile['parsed'], blocks: readonly Block[]): readonly string[] {
  const left = parsed.unplaced.map(({ text }) => compact(text))
  const claimed = parsed.figures.filter(({ cell }) => cell === null).map(({ where }) => compact(textAt(where, blocks)))
  return sentencesOf(report)
    .filter(({ numbers, text }) => numbers && !left.some((other) => overlap(other, compact(text))) && !claimed.some((other) => overlap(other, compact(text))))
    .map(({ text }) => `sentence: ${text}`)
}

const overlap = (one: string, other: string): boolean => one !== '' && (one.includes(other) || other.includes(one))

/** The sentence that a figure was read from; the whole paragraph where its place says no more. */
function textAt(where: Place, blocks: readonly Block[]): string {
  const block = blocks.find((other) => other.kind === 'paragraph' && other.where.paragraph === where.paragraph && other.where.page === where.page)
  if (block?.kind !== 'paragraph') return ''
  const { text } = block
  if (where.start === null || where.end === null) return text
  const from = Math.max(...['。', '！', '？', '\n'].map((mark) => text.lastIndexOf(mark, (where.start ?? 0) - 1))) + 1
  const to = text.indexOf('。', where.end)
  return text.slice(from, to < 0 ? undefined : to + 1)
}

/** Figures of the prose with a number that none of the written sentences states. */
function inventedClaims(report: WrittenReport, figures: readonly Figure[]): readonly string[] {
  const stated = new Set(sentencesOf(report).flatMap(({ claims }) => claims.map(([indicator, value]) => `${indicator} ${value}`)))
  return figures
    .filter(({ cell, value, indicator }) => cell === null && value !== null && !stated.has(`${String(indicator)} ${value}`))
    .map(({ indicator, value, printed }) => `${String(indicator)} ${String(value)} "${printed}"`)
}
