import type { ComparabilityClass, Step } from './indicator.ts'

const step = (id: ComparabilityClass, zh: string, en: string): Step => ({ class: id, why: { zh, en } })

/** Figures of both forms mean the same: a line goes on. */
export const identical = (zh: string, en: string): Step => step('identical', zh, en)

/** They can be compared once the note is read. */
export const caveat = (zh: string, en: string): Step => step('caveat', zh, en)

/** Something similar is there on the other side, but counts otherwise: a line stops. */
export const breaks = (zh: string, en: string): Step => step('break', zh, en)

/** There is nothing on at least one side: a line stops. */
export const absent = (zh: string, en: string): Step => step('absent', zh, en)

export const sameRowIn2021 = identical('两版表式的行与口径相同。', 'The same row, counted the same way, in both forms.')

export const newIn2019 = absent('2019 表式新设。', 'New in 2019.')
export const newIn2021 = absent('2021 表式新设。', 'New in 2021.')
export const onlyIn2019 = absent('只有 2019 表式有此栏。', '2019 form only.')
export const noRowFrom2019 = absent('2019 和 2021 表式都没有此行。', 'Neither the 2019 nor the 2021 form has such a row.')
export const noRowBefore2021 = absent('2014 和 2019 表式都没有此行。', 'Neither the 2014 nor the 2019 form has such a row.')
export const rowsEnd = absent('表内各行止于 2018 年；以后的数字只见于正文，单独成列。', 'Rows end with 2018; later values only in prose.')
export const sectionEnds = absent(
  '这一部分止于 2018 年；以后的数字只见于正文，单独成列。',
  'Section ends with 2018; later values only in prose.',
)
