import { en } from './en.ts'
import type { Lang } from './label.ts'
import { zh, type Words } from './zh.ts'

const words: Readonly<Record<Lang, Words>> = { zh, en }

/** The interface's words in one language. */
export const wordsIn = (lang: Lang): Words => words[lang]
