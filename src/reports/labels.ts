import { applicants } from '../forms/applicants.ts'
import { columnWordingsOf, foldLabel, wordingsOf } from '../forms/dialects.ts'
import type { FormRow } from '../forms/form.ts'
import { forms } from '../forms/forms.ts'
import { remember } from '../forms/remember.ts'
import { simplify } from '../forms/traditional.ts'
import { foldPrinted, readNumber } from './readNumber.ts'

/** A row of a form that a printed label names. `official`: in the form's own words, not in a local wording. */
export interface LabelMatch {
  readonly row: FormRow
  readonly official: boolean
}

const units = '条|件|次|篇|个|人|人次|万元|元|亿元|千元|份|宗|起|项|场|期|户|家|名|批|部|万条|万件|万人次|条次|件次|场次|期次|班次|位|张|册'
const unitText = new RegExp(`^[(（]?(?:单位[:：])?(?:${units})[)）]?$`)

/** Is this what a unit column prints: 条, （万元）? */
export const isUnit: (text: string) => boolean = remember((text) => unitText.test(foldPrinted(text).replace(/\s/g, '')))

/** Is this a rule in place of a figure or a unit: ——, — —, ----? */
export const isDash: (text: string) => boolean = remember((text) => /^[-—–―─ー]+$/.test(foldPrinted(text).replace(/\s/g, '')))

/** Does a cell print a figure, a rule, or a mark for "does not apply"; in short, no label and no unit? */
export const isValueText: (text: string) => boolean = remember(findValueText)

function findValueText(text: string): boolean {
  const { state } = readNumber(text, { signed: true })
  if (state === 'value' || state === 'zero') return /\d/.test(foldPrinted(text)) || /^[零〇]$/.test(text.trim())
  if (state === 'not_applicable') return true
  if (/^[+-]?[\d.,]+[余多]?[千百万亿]*元?$/.test(foldPrinted(text).replace(/\s/g, ''))) return true
  // 1O7, 12.5%, 3-5: figures to be looked at, never labels.
  return state === 'unreadable' && /^[-+±\d.,\sOoIl%/*?:~]+$/.test(foldPrinted(text)) && /[\dOoIl?]/.test(foldPrinted(text))
}

/** All characters of a label that are not spaces or marks; brackets lose only themselves. For telling a piece of a label. */
export const compactLabel: (text: string) => string = remember((text) => simplify(text.normalize('NFKC')).replace(/[\s\p{P}\p{S}]/gu, ''))

const labelPieces: readonly string[] = [
  ...new Set(
    [
      ...forms.flatMap((form) => form.rows.flatMap((row) => [row.label, row.caption ?? '', row.column ?? ''])),
      ...applicants.map(({ name }) => name.zh),
    ]
      .map(compactLabel)
      .filter((text) => text !== ''),
  ),
]
const tableWords = [
  '统计指标',
  '单位',
  '统计数',
  '信息内容',
  '申请人情况',
  '法人或其他组织',
  '行政诉讼',
  '未经复议直接起诉',
  '复议后起诉',
  '本列数据的勾稽关系为第一项加第二项之和等于第三项加第四项之和',
]

const allLabels: readonly string[] = [...labelPieces, ...tableWords]

/** Is this text a label of some form, or a piece of one that was cut at a line end? Several labels side by side count, too. */
export function isLabelPiece(text: string): boolean {
  return isPiece(text) || (/\S\s+\S/.test(text) && text.trim().split(/\s+/).every(isPiece))
}

const isPiece = remember(findPiece)

function findPiece(text: string): boolean {
  const compact = compactLabel(text)
  return compact.length >= 2 && !/^\d+$/.test(compact) && allLabels.some((label) => label.includes(compact))
}

const wholeLabels: ReadonlySet<string> = new Set(
  forms
    .flatMap((form) => form.rows.filter((row) => row.type !== 'header' && row.type !== 'group').flatMap((row) => wordingsOf(row)))
    .filter((text) => text.length >= 4),
)

/** Is this text the whole label of a row that asks for a figure, in any form? */
export function isWholeLabel(text: string): boolean {
  return wholeLabels.has(foldLabel(text))
}

/** The rows that a label may name, by its folded wording; official wordings before local ones. */
export function indexLabels(rows: readonly FormRow[]): ReadonlyMap<string, readonly LabelMatch[]> {
  const index = new Map<string, LabelMatch[]>()
  const add = (wording: string, match: LabelMatch): void => {
    const known = index.get(wording) ?? []
    if (!known.some(({ row }) => row === match.row)) index.set(wording, [...known, match])
  }
  for (const row of rows) add(foldLabel(row.label), { row, official: true })
  for (const row of rows) for (const wording of wordingsOf(row)) add(wording, { row, official: false })
  return index
}

/** Does a heading name this column of table two or four? */
export function namesColumn(heading: string, row: FormRow): boolean {
  return columnWordingsOf(row).includes(foldLabel(heading))
}
