import type { Confidence, Recognition } from './figure.ts'

/** A recognition with its reason in both languages. */
export function recognise(confidence: Confidence, zh: string, en: string): Recognition {
  return { confidence, reason: { zh, en } }
}

/** What a person said needs no further proof. */
export const givenByPerson: Recognition = recognise('certain', '由使用者指定。', 'Given by the user.')

/** Nothing could be told because nothing was read. */
export const notRead: Recognition = recognise('unsure', '文件没有读成，无从判断。', 'The file was not read, so nothing can be told.')
