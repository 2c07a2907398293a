import { renderSentence } from './claimMention.ts'
import type { CountToken } from './claimNumbers.ts'
import type { Paragraph } from './document.ts'
import type { Figure } from './figure.ts'
import { findNumberLists } from './numberLists.ts'
import { findGrowth, findShares } from './numberShares.ts'
import { isSameUnit, numberSentence } from './numberedSentence.ts'
import { compactText, splitSentences, type Sentence } from './sentences.ts'
import type { SaidNumber, Statement } from './statement.ts'

/** A sentence of a paragraph with a way from a place in its rendered text to the number there. */
interface Said {
  readonly numbered: NonNullable<ReturnType<typeof numberSentence>>
  readonly numberAt: (at: number) => SaidNumber
}

/**
 * Reads what the numbers of each sentence are to each other: parts of a whole, shares, changes. `figures` are the claims of the same
 * report: they tell what a number counts.
 */
export function readStatements(paragraphs: readonly Paragraph[], figures: readonly Figure[], year: number | null): readonly Statement[] {
  const indicators = new Map(figures.filter(({ cell }) => cell === null).map((figure) => [placeName(figure.where), figure.indicator]))
  return paragraphs.flatMap((paragraph) => {
    let before: Said | null = null
    return splitSentences(paragraph.text).flatMap((sentence): readonly Statement[] => {
      if (!/[\d０-９零一二两三四五六七八九十百]/.test(sentence.text)) {
        before = null
        return []
      }
      const said = readSentence(sentence, paragraph, year, indicators)
      const found = said === null ? [] : statementsOf(said, before, `${placeName(paragraph.where)}:${sentence.start}`)
      before = said
      return found
    })
  })
}

const placeName = ({ page, paragraph, table, row, start }: Figure['where']): string =>
  [page, paragraph, table, row, start].map((number) => number ?? '').join('.')

function readSentence(
  sentence: Sentence,
  { text: paragraph, where }: Paragraph,
  year: number | null,
  indicators: ReadonlyMap<string, string | null>,
): Said | null {
  const compact = compactText(sentence.text)
  const rendered = renderSentence(compact.text, year)
  const numbered = numberSentence(rendered)
  if (numbered === null || numbered.counts.size === 0) return null
  const placeOf = (position: number): number => sentence.start + (compact.places[position] ?? 0)
  return {
    numbered,
    numberAt(at) {
      const token = numbered.counts.get(at)
      if (!token) throw new Error(`no number stands at ${at} of ${numbered.text}`)
      const start = placeOf(token.start)
      const end = placeOf(token.end - 1) + 1
      return {
        printed: paragraph
          .slice(wordsBefore(paragraph, start, sentence.start), end)
          .replace(/\s+/g, '')
          .replace(/^(?:其中|包括|包含|含|分别为|即)/, ''),
        value: token.value,
        qualifier: token.qualifier,
        unit: token.unit,
        tolerance: halfUnit(token, compact.text.slice(token.start, token.end)),
        indicator: indicators.get(placeName({ ...where, start })) ?? null,
      }
    },
  }
}

/** A number is shown with the few words that lead up to it. */
function wordsBefore(text: string, start: number, least: number): number {
  let from = start
  while (from > least && start - from < 14 && !/[，,；;：:。、（()）\d]/.test(text[from - 1] ?? '')) from -= 1
  return from
}

const powers: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 }

/** Half a unit of the last digit: of shares, of money, of 6.4 万. A plain count is exact. */
function halfUnit({ unit, words }: CountToken, printed: string): number {
  if (words) return 0
  const [, decimals = '', magnitude = ''] =
    /\d[\d,]*(?:\.(\d+))?[余多]?([十百千万亿]*)/.exec(printed.slice(0, printed.length - unit.length)) ?? []
  const power = [...magnitude].reduce((total, letter) => total + (powers[letter] ?? 0), 0)
  const isRounded = unit === '%' || unit.endsWith('元') || decimals !== '' || power > 0
  return isRounded ? 0.5 * 10 ** (power - decimals.length) : 0
}

function statementsOf({ numbered, numberAt }: Said, before: Said | null, place: string): readonly Statement[] {
  const inUnit = (unit: string): readonly number[] =>
    before === null ? [] : [...before.numbered.counts].filter(([, token]) => isSameUnit(token.unit, unit)).map(([at]) => at)
  const lists = findNumberLists(numbered, (unit) => inUnit(unit).length === 1)
  const at = (index: number): string => `${place}.${index}`
  const wholeOf = (whole: number | null, part: number | undefined): SaidNumber | null => {
    if (whole !== null) return numberAt(whole)
    const [only] = part === undefined ? [] : inUnit(numbered.counts.get(part)?.unit ?? '')
    return before === null || only === undefined ? null : before.numberAt(only)
  }
  return [
    ...lists.flatMap(({ list, clear, overlap, whole, otherWholes, parts }): readonly Statement[] => {
      const number = wholeOf(whole, parts[0])
      if (number === null) return []
      return [
        {
          kind: 'parts',
          at: at(whole ?? 0),
          list,
          clear,
          overlap,
          whole: number,
          otherWholes: otherWholes.map(numberAt),
          parts: parts.map(numberAt),
        },
      ]
    }),
    ...findShares(numbered, lists).map(({ share, part, base, clear }): Statement => ({
      kind: 'share',
      at: at(share),
      clear,
      share: numberAt(share),
      part: part === null ? null : numberAt(part),
      base: base === null ? null : numberAt(base),
    })),
    ...findGrowth(numbered).map(({ change, falls, now, before: last, by, clear }): Statement => {
      const [said, present] = [numberAt(change), now === null ? null : numberAt(now)]
      const earlier = last !== null ? numberAt(last) : by !== null && present !== null ? takeAway(present, numberAt(by), falls) : null
      return {
        kind: 'growth',
        at: at(change),
        clear,
        change: { ...said, value: said.value === null ? null : falls ? -said.value : said.value },
        now: present,
        before: earlier,
      }
    }),
  ]
}

/** 125 件，增加 25 件: 100 before. */
const takeAway = (now: SaidNumber, by: SaidNumber, falls: boolean): SaidNumber => ({
  ...by,
  value: now.value === null || by.value === null ? null : falls ? now.value + by.value : now.value - by.value,
  qualifier: now.qualifier ?? by.qualifier,
  tolerance: now.tolerance + by.tolerance,
  indicator: null,
})
