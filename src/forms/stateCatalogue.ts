import type { Label } from '../text/label.ts'
import type { AbsenceReason, EvidenceGrade, Qualifier, Scope, StateDefinition, ValueState } from './states.ts'

/** What a printed cell or a sentence may say. */
export const valueStates: readonly StateDefinition<ValueState>[] = [
  {
    id: 'value',
    name: { zh: '有数', en: 'Number' },
    meaning: { zh: '机关作出的陈述。', en: 'a statement by the agency' },
    printed: {
      zh: '0 以外的数字：小数、全角、1,234；正文中还有带限定词的余、约、近、以上',
      en: 'digits other than 0: decimals, full-width, 1,234; in prose also 余, 约, 近, 以上 with a qualifier',
    },
    number: true,
    missing: false,
    evidence: ['A', 'B', 'C'],
  },
  {
    id: 'zero',
    name: { zh: '零', en: 'Zero' },
    meaning: { zh: '机关以数字（A、B）或文字（D）表明为零。', en: 'zero, stated by the agency in digits (A, B) or in words (D)' },
    printed: { zh: '0；正文中的未收到、未发生、没有、无', en: '0; in prose 未收到, 未发生, 没有, 无' },
    number: true,
    missing: false,
    evidence: ['A', 'B', 'D'],
  },
  {
    id: 'blank',
    name: { zh: '空白', en: 'Blank' },
    meaning: { zh: '不知道：可能是 0，也可能没有填。', en: 'unknown: perhaps 0, perhaps not done' },
    printed: { zh: '印出的行里的空格', en: 'empty cell in a printed row' },
    number: false,
    missing: true,
    evidence: ['A'],
  },
  {
    id: 'dash',
    name: { zh: '划线', en: 'Dash' },
    meaning: { zh: '表式规定此处不填数。', en: 'the form says: no value here' },
    printed: { zh: '标题行上的 ——、— —、----', en: '——, — —, ---- on a header row' },
    number: false,
    missing: false,
    evidence: ['A'],
  },
  {
    id: 'not_applicable',
    name: { zh: '不适用', en: 'Not applicable' },
    meaning: { zh: '机关表明此行对其不适用。', en: 'the agency says that the row does not apply' },
    printed: { zh: '数值格里的 /、-、——、不适用', en: '/, -, ——, 不适用 in a value cell' },
    number: false,
    missing: false,
    evidence: ['A'],
  },
  {
    id: 'text',
    name: { zh: '文字', en: 'Text' },
    meaning: { zh: '不是数字。', en: 'not numeric' },
    printed: { zh: '填空格或数值格里的文字', en: 'words in a fill-in or numeric cell' },
    number: false,
    missing: false,
    evidence: ['A'],
  },
  {
    id: 'header_value',
    name: { zh: '标题行填数', en: 'Number on a header row' },
    meaning: { zh: '填写笔误，不作合计。', en: 'a filling slip; never a total' },
    printed: { zh: '单位为 —— 的行或分组名称上的数字', en: 'digits on a row whose unit is ——, or on a group label' },
    number: false,
    missing: false,
    evidence: ['A'],
  },
  {
    id: 'unreadable',
    name: { zh: '无法识别', en: 'Unreadable' },
    meaning: { zh: '有这一格，但数字不能确定：不采用，不猜测。', en: 'a cell is there, the number is not certain: refuse, do not guess' },
    printed: { zh: '挤在一起、重叠或乱码的文字', en: 'collapsed, doubled or garbled text' },
    number: false,
    missing: true,
    evidence: ['A'],
  },
]

/** Why there is no figure at all. */
export const absenceReasons: readonly StateDefinition<AbsenceReason>[] = [
  {
    id: 'not_in_form',
    name: { zh: '本表无此项', en: 'Not in this form' },
    meaning: {
      zh: '当年的表式没有此行；属于结构性缺口，说明原因。',
      en: 'the form of that year has no such row; structural, show a gap with the reason',
    },
    number: false,
    missing: false,
  },
  {
    id: 'row_missing',
    name: { zh: '缺行', en: 'Row missing' },
    meaning: { zh: '表式有此行，这张表没有印出。', en: 'the form has the row, this table does not print it' },
    number: false,
    missing: true,
  },
  {
    id: 'unplaced',
    name: { zh: '未归位', en: 'Unplaced' },
    meaning: {
      zh: '已读到内容，但没有对应到某一行；已列出，没有丢失。',
      en: 'something was read but not matched to a row; it is listed, not lost',
    },
    number: false,
    missing: true,
  },
  {
    id: 'not_reported',
    name: { zh: '未附表', en: 'Table not given' },
    meaning: { zh: '没有表格，或表格只是图片、附件。', en: 'no table, only an image, or only an attachment' },
    number: false,
    missing: true,
  },
  {
    id: 'not_loaded',
    name: { zh: '未收录', en: 'No report loaded' },
    meaning: {
      zh: '数据集里没有该机关当年的年报；不表示没有公布。',
      en: 'no report of this agency and year in the dataset; says nothing about publication',
    },
    number: false,
    missing: true,
  },
  {
    id: 'undefined',
    name: { zh: '无定义（分母为零）', en: 'Not computable (denominator 0)' },
    meaning: {
      zh: '所需数字都有，但分母为 0：既不是 0，也不是 100%。',
      en: 'every operand is there, but the denominator is 0: neither 0 nor 100 %',
    },
    number: false,
    missing: false,
  },
]

/** How a figure is attested. */
export const evidenceGrades: readonly { readonly id: EvidenceGrade; readonly name: Label; readonly rule: Label }[] = [
  { id: 'A', name: { zh: '表格数字', en: 'Table cell' }, rule: { zh: '法定表格里的一格。', en: 'a cell of the statutory table' } },
  {
    id: 'B',
    name: { zh: '正文明确数字', en: 'Explicit number in prose' },
    rule: { zh: '一个数字、一个对象、本报告年度。', en: 'one number, one subject, this reporting year' },
  },
  {
    id: 'C',
    name: { zh: '约数或推算', en: 'Approximate or derived' },
    rule: {
      zh: '余、多、约、近、以上，或由分项相加得出；一律带限定词。',
      en: '余, 多, 约, 近, 以上, or a sum of stated parts; always with a qualifier',
    },
  },
  {
    id: 'D',
    name: { zh: '文字否定', en: 'Negation or zero in words' },
    rule: { zh: '就此事项写明未收到、没有、无，读作 0。', en: '未收到, 没有, 无 about this subject, read as 0' },
  },
]

/** How a number of grade C is meant, and the words that say so. */
export const qualifiers: readonly { readonly id: Qualifier; readonly name: Label; readonly words: string }[] = [
  { id: '≥', name: { zh: '不少于', en: 'at least' }, words: '余、多、以上、超过、不少于' },
  { id: '<', name: { zh: '不到', en: 'less than' }, words: '近、不足、不到' },
  { id: '~', name: { zh: '约', en: 'about' }, words: '约、左右、上下' },
]

/** Whose figures a report gives. */
export const scopes: readonly { readonly id: Scope; readonly name: Label }[] = [
  { id: 'own', name: { zh: '本机关', en: 'This agency' } },
  { id: 'office', name: { zh: '政府办公厅（室）本身', en: 'The government office as an agency' } },
  { id: 'aggregate', name: { zh: '本级政府汇总', en: 'Whole government, aggregated' } },
]
