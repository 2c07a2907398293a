import { foldWidth } from './chineseNumber.ts'

/** A stretch of a paragraph; `start` and `end` are characters of the paragraph's own text. */
export interface Sentence {
  readonly text: string
  readonly start: number
  readonly end: number
}

const closing: Readonly<Record<string, string>> = { '“': '”', '「': '」', '《': '》', '（': '）', '(': ')', '‘': '’' }

/**
 * Cuts a paragraph at 。！？ and at line breaks; not inside quotation marks or brackets that close again soon.
 * Every character that is not white space at a border belongs to exactly one sentence.
 */
export function splitSentences(paragraph: string): Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  let position = 0
  const close = (end: number): void => {
    const text = paragraph.slice(start, end)
    const lead = text.length - text.trimStart().length
    const kept = text.trim()
    if (kept !== '') sentences.push({ text: kept, start: start + lead, end: start + lead + kept.length })
    start = end
  }
  while (position < paragraph.length) {
    const character = paragraph[position] ?? ''
    const closes = closing[character]
    if (closes !== undefined) {
      const ahead = paragraph.slice(position + 1, position + 201).indexOf(closes)
      const end = ahead < 0 ? -1 : position + 1 + ahead
      // A bracket that never closes, or swallows half a page, is a slip: go on inside it.
      if (end > 0 && !paragraph.slice(position, end).includes('\n')) {
        position = end + 1
        // A quotation that ends its own sentence: “……。”
        if (
          /[。！？]/.test(paragraph[end - 1] ?? '') &&
          closes !== '）' &&
          closes !== ')' &&
          !/[，,、；;的等]/.test(paragraph[position] ?? '')
        )
          close(position)
        continue
      }
    }
    position += 1
    if (/[。！？\n]/.test(character)) {
      while (/[。！？”」』）)]/.test(paragraph[position] ?? '')) position += 1
      close(position)
    }
  }
  close(paragraph.length)
  return sentences
}

const isDigit = (character: string | undefined): boolean => character !== undefined && /\d/.test(character)

/** Text without spaces and in half width, with the way back: `places[i]` is where character i stood; one more entry for the end. */
export interface CompactText {
  readonly text: string
  readonly places: readonly number[]
}

/** Drops white space, since spaces between Chinese and digits mean nothing; one between two digits stays, since it may mean two numbers. */
export function compactText(text: string): CompactText {
  const folded = foldWidth(text)
  let kept = ''
  const places: number[] = []
  for (let position = 0; position < folded.length; position += 1) {
    const character = folded[position] ?? ''
    if (/\s/.test(character)) {
      const next = /^\s*(\S)/.exec(folded.slice(position, position + 20))?.[1] ?? ''
      if (!(isDigit(kept[kept.length - 1]) && isDigit(next))) continue
      kept += ' '
    } else kept += character
    places.push(position)
  }
  places.push(folded.length)
  return { text: kept, places }
}
