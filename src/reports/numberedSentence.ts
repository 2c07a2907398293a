import type { CountToken } from './claimNumbers.ts'
import type { Rendered } from './claimMention.ts'

/** A rendered sentence, made ready to look for what its numbers are to each other. */
export interface NumberedSentence {
  /** Counts are `№`, dates are words. */
  readonly text: string
  /** The same with brackets that hold a number blanked out: what stands outside them, in its place. */
  readonly outer: string
  /** By their place in `text`. */
  readonly counts: ReadonlyMap<number, CountToken>
  /** Brackets that hold a number: what is between them. */
  readonly brackets: readonly { readonly from: number; readonly to: number }[]
}

/** Null where the text and its numbers do not fit: a sign that means a number here stood in it before. */
export function numberSentence({ text, at, tokens }: Rendered): NumberedSentence | null {
  const counts = new Map<number, CountToken>()
  for (const token of tokens) if (token.kind === 'count') counts.set(at[token.start] ?? -1, token)
  if ([...text].filter((letter) => letter === '№').length !== counts.size) return null
  const brackets = [...text.matchAll(/\(([^()]*№[^()]*)\)/g)].map((match) => ({
    from: match.index + 1,
    to: match.index + match[0].length - 1,
  }))
  let outer = text
  for (const { from, to } of brackets) outer = outer.slice(0, from - 1) + ' '.repeat(to - from + 2) + outer.slice(to + 1)
  return { text, outer, counts, brackets }
}

/** Places of the numbers in a stretch. */
export function numbersIn(text: string, from: number, to: number): readonly number[] {
  const found: number[] = []
  for (let at = text.indexOf('№', from); at >= 0 && at < to; at = text.indexOf('№', at + 1)) found.push(at)
  return found
}

const people = ['人', '名', '位']

/** Do two numbers count in the same unit? */
export const isSameUnit = (one: string, other: string): boolean => one === other || (people.includes(one) && people.includes(other))

const items = ['条', '件', '篇', '份', '则', '项', '个']

/** 13 条 and 4 件 may count the same things; whether they do is not certain. */
export const isAlikeUnit = (one: string, other: string): boolean => isSameUnit(one, other) || (items.includes(one) && items.includes(other))
