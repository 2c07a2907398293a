import type { Lang } from './label.ts'

const zh = {
  trendTitleEnds: (channel: string, year: number) => `${channel}：表格数字到 ${year} 年为止，以后是升是降不能从表格得出`,
  trendTitleWithin: (channel: string) => `${channel}：各年的表格数字`,
  trendTitleNone: (channel: string) => `${channel}：所选机关和年份没有表格数字`,
  answerTitle: (channel: string, year: number) => `${year} 年以后，“${channel}”的数字升了还是降了？从这些年报不能说。`,
  answerTables: (year: number, have: number, of: number) => `表格各行止于 ${year} 年（当年 ${have}/${of} 个机关有表格数字）。`,
  answerProse: (years: string, have: number, of: number, loaded: number) =>
    `${years} 年的 ${of} 个机关年度中，收录年报 ${loaded} 份，${have === 0 ? '正文都没有写出这个数字' : `正文写出这个数字的 ${have} 处`}。`,
  answerWhy: '正文数字的范围由各报告自定，与表格数字不可比，所以用空心标记，不连线，也不计算增减。',
  answerWithin: '所选年份都在同一表式之内，可以逐年比较。',
  noTables: '所选机关和年份没有这项表格数字；只有正文数字，不能算增减。',
}

/** Words of lines whose rows end with a form. Both languages have the same shape. */
export type EndingWords = typeof zh

const en: EndingWords = {
  trendTitleEnds: (channel, year) => `${channel}: the tables end with ${year}; they cannot say what came after`,
  trendTitleWithin: (channel) => `${channel}: table figures by year`,
  trendTitleNone: (channel) => `${channel}: no table figures for these bodies and years`,
  answerTitle: (channel, year) => `${channel}: did the figure rise or fall after ${year}? These reports cannot say.`,
  answerTables: (year, have, of) =>
    `The rows of the tables end with ${year} (${have} of ${of} ${of === 1 ? 'body' : 'bodies'} ${have === 1 ? 'has' : 'have'} a table figure for that year).`,
  answerProse: (years, have, of, loaded) =>
    `Of ${of} body-years in ${years}, ${loaded} ${loaded === 1 ? 'has' : 'have'} a report loaded; ${have === 0 ? 'none states' : have === 1 ? 'one states' : `${have} state`} this figure in prose.`,
  answerWhy:
    'Each report chooses what its prose counts, so such figures cannot be held against the tables: they are hollow marks, never joined, and no change is worked out.',
  answerWithin: 'The chosen years are on one form and may be compared year by year.',
  noTables: 'These bodies and years have no table figure of it; figures in prose alone give no change.',
}

/** Words of lines whose rows end with a form, by language. */
export const endingWords: Readonly<Record<Lang, EndingWords>> = { zh, en }
