import type { Lang } from './label.ts'

const count = (n: number, one: string, many: string): string => (n === 1 ? `1 ${one}` : `${n} ${many}`)

/** Words of two reports side by side, in Chinese: the shape that English must match. */
const zh = {
  cell: '格',
  item: '项目',
  applicant: '申请人',
  difference: '相差',
  differenceOf: (left: string, right: string) => `相差为 ${left} 减 ${right}`,
  why: '说明',
  alike: '相同',
  missing: '缺数',
  notComparable: '口径不可比',
  otherScopeShort: '范围不同',
  loneShort: '只有一方有此行',
  titleNone: '两份年报没有可以比较的格子',
  titleAlike: (n: number) => `可比的 ${n} 格都相同`,
  titleDiffers: (n: number, differs: number) => `可比的 ${n} 格中，${n - differs} 格相同，${differs} 格不同`,
  subtitle: (left: string, right: string) => `${left} 与 ${right} 逐格并列 · 宋体为报告原样`,
  counts: (alike: number, differs: number, apart: number, missing: number) =>
    `${alike} 格相同，${differs} 格不同，${apart} 格不可比，${missing} 格缺数。`,
  nOfN: (compared: number, all: number) => `${compared}/${all} 格可比`,
  about: (left: string, right: string) => `并列：${left} 与 ${right}，逐格比较。`,
  loneCount: (n: number) => `只有一方表式有的 ${n} 行列在最后。`,
  otherScope: '两份年报的统计范围不同（本机关、办公厅（室）或全政府汇总），不计算相差。',
  sameForm: (form: string) => `两份都用 ${form}。`,
  otherForm: (left: string, right: string) => `表式不同（${left}、${right}）：只比较两边都有、口径可比的格子。`,
  noTables: (name: string) => `${name} 未附表：各格都是“未附表”，不是零。`,
  onlyDifferences: '只看有差别的',
  everyRow: '看全部各行',
  rowsHidden: (n: number) => `已隐去相同的 ${n} 行`,
  nothingDiffers: '没有差别：可比的格子都相同。',
  loneTitle: (n: number) => `只有一方有的 ${n} 行`,
  loneLeft: (name: string, n: number) => `只有 ${name} 有的 ${n} 行`,
  noteMark: 'ⁿ',
  inProse: (name: string, printed: string, grade: string) => `${name} 正文：${printed}（${grade}）`,
  without: '不再并排',
  swap: '左右对调',
  withBefore: (year: number) => `与 ${year} 年并排`,
  sides: '哪一份',
  openOther: (name: string, what: string) => `${name}，${what}，打开这份年报的此处`,
  sideBySide: '并列',
  beside: (name: string) => `与 ${name} 并列`,
}

export type ReportWords = typeof zh

const en: ReportWords = {
  cell: 'Cell',
  item: 'Item',
  applicant: 'Applicant',
  difference: 'Difference',
  differenceOf: (left, right) => `Difference: ${left} less ${right}`,
  why: 'Note',
  alike: 'same',
  missing: 'not in both',
  notComparable: 'counts otherwise',
  otherScopeShort: 'other scope',
  loneShort: 'row of one form alone',
  titleNone: 'The two reports have no cells that may be compared',
  titleAlike: (n) => (n === 1 ? 'The one comparable cell is the same' : `All ${n} comparable cells are the same`),
  titleDiffers: (n, differs) => `Of ${count(n, 'comparable cell', 'comparable cells')}, ${n - differs} are the same and ${differs} differ`,
  subtitle: (left, right) => `${left} and ${right}, cell by cell · in Song type as printed`,
  counts: (alike, differs, apart, missing) =>
    `${count(alike, 'cell is', 'cells are')} the same, ${count(differs, 'differs', 'differ')}, ${apart} not comparable, ${missing} without a number on one side. `,
  nOfN: (compared, all) => `${compared} of ${all} cells comparable`,
  about: (left, right) => `Side by side: ${left} and ${right}, cell by cell. `,
  loneCount: (n) => `${count(n, 'row', 'rows')} that only one of the forms has stand at the end. `,
  otherScope: 'The two reports count different bodies (one agency, its office, or the whole government), so nothing is subtracted.',
  sameForm: (form) => `Both are on the ${form}.`,
  otherForm: (left, right) => `Two forms (${left}, ${right}): only cells that both have, and that count alike, are compared.`,
  noTables: (name) => `${name} gives no tables: every cell is “table not given”, which is not zero.`,
  onlyDifferences: 'Only what differs',
  everyRow: 'Every row',
  rowsHidden: (n) => (n === 1 ? '1 row that is the same is hidden' : `${n} rows that are the same are hidden`),
  nothingDiffers: 'Nothing differs: all comparable cells are the same.',
  loneTitle: (n) => `${count(n, 'row', 'rows')} of one report alone`,
  loneLeft: (name, n) => `${count(n, 'row', 'rows')} of ${name} alone`,
  noteMark: 'ⁿ',
  inProse: (name, printed, grade) => `${name}, in words: “${printed}” (${grade})`,
  without: 'Alone again',
  swap: 'Change sides',
  withBefore: (year) => `Beside ${year}`,
  sides: 'Which report',
  openOther: (name, what) => `${name}, ${what}, opens that report here`,
  sideBySide: 'Side by side',
  beside: (name) => `beside ${name}`,
}

const words: Readonly<Record<Lang, ReportWords>> = { zh, en }

/** Words of two reports side by side. */
export const reportWords = (lang: Lang): ReportWords => words[lang]
