import type { Lang } from './label.ts'

interface Punctuation {
  readonly colon: string
  readonly comma: string
  readonly semicolon: string
  /** Between the items of a list of names. */
  readonly enumeration: string
  /** Between two sentences. */
  readonly gap: string
}

/** Marks between parts of a sentence with the space that belongs to them: Chinese ones bring their own. */
export const punctuation: Readonly<Record<Lang, Punctuation>> = {
  zh: { colon: '：', comma: '，', semicolon: '；', enumeration: '、', gap: '' },
  en: { colon: ': ', comma: ', ', semicolon: '; ', enumeration: ', ', gap: ' ' },
}
