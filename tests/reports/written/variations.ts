import { applicants } from '../../../src/forms/applicants.ts'
import type { TableFormId } from '../../../src/forms/form.ts'
import type { Random } from '../generatedReport.ts'
import { changeCells, changeFigures, changeLabels, changeRows, changeTables, cutRows, textOver, unsureRow, withUnsure, withoutTruth } from './changeReport.ts'
import type { Printing } from './changeReport.ts'
import type { PaperCell, PaperPart, PaperRow, PaperTable, Sentence, Truth, WrittenReport } from './writtenReport.ts'
import { paperCell, plainText, widthOf, writeReport } from './writtenReport.ts'

export type FileType = 'txt' | 'html' | 'docx' | 'pdf' | 'xlsx' | 'md'
export const fileTypes: readonly FileType[] = ['txt', 'html', 'docx', 'pdf', 'xlsx', 'md']

/** One way in which reports of offices differ from the official sheet. It changes what is printed and, where it must, what is to be read. */
export interface Variation {
  readonly name: string
  /** Two of a random pair are of different kinds and are applied in the order of `variationKinds`. */
  readonly kind: VariationKind
  readonly forms: readonly TableFormId[]
  readonly types: readonly FileType[]
  readonly apply: (report: WrittenReport, random: Random) => WrittenReport
}

export const variationKinds = ['figures', 'labels', 'rows', 'pages', 'parts'] as const
export type VariationKind = (typeof variationKinds)[number]

const all: readonly TableFormId[] = ['pre2019_table', 'y2019', 'y2021']
const old: readonly TableFormId[] = ['pre2019_table']
const later: readonly TableFormId[] = ['y2019', 'y2021']
/** A text file has no line break inside a cell. */
const withLineBreaks: readonly FileType[] = ['html', 'docx', 'pdf', 'xlsx', 'md']

/** The columns of a sheet, and of a pipe table, do not move with what stands in them. */
const withFreeRows: readonly FileType[] = ['txt', 'html', 'docx', 'pdf']

type Apply = Variation['apply']
const variation = (kind: VariationKind, name: string, forms: readonly TableFormId[], apply: Apply, types: readonly FileType[] = fileTypes): Variation => ({ name, kind, forms, types, apply })

/** Figures of the form printed in another way; `larger` first makes some of them large enough to show it. */
const figures = (name: string, part: number, print: (value: number, cell: PaperCell & { readonly truth: Truth }, random: Random) => Printing | null, more: { readonly forms?: readonly TableFormId[]; readonly types?: readonly FileType[] } = {}): Variation =>
  variation('figures', name, more.forms ?? all, (report, random) => changeFigures(report, random, part, (value, cell) => print(value, cell, random)), more.types)

const isMoney = (cell: PaperCell): boolean => cell.row?.unit === '万元'
const isSigned = (cell: PaperCell): boolean => cell.row?.column?.includes('增') === true
const isCount = (cell: PaperCell): boolean => !isMoney(cell) && !isSigned(cell)
const large = (random: Random, from: number, to: number): number => from + random.below(to - from)
const toFullWidth = (text: string): string => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
const words = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五', '十六', '十七', '十八', '十九', '二十']

const figureVariations: readonly Variation[] = [
  variation('figures', 'blank cells everywhere', all, (report, random) => changeFigures(report, random, 0.6, () => ({ text: '', value: null }))),
  variation('figures', 'blanks printed as spaces', all, (report, random) => changeFigures(report, random, 0.4, () => ({ text: random.pick([' ', '\u00a0', '　']), value: null })), ['html', 'docx', 'pdf', 'xlsx', 'md']),
  figures('zeros in other spellings', 0.9, (value, cell, random) => (value === 0 ? { text: random.pick(isMoney(cell) ? ['0', '０', '0.00', '0.0'] : ['0', '０', '〇', '零', '0.00', '０.００']), value } : null)),
  figures('marks in place of figures', 0.3, (_value, _cell, random) => {
    const text = random.pick(['/', '／', '-', '－', '—', '——', '不适用', '无'])
    return { text, value: null, states: text === '无' ? ['text', 'not_applicable'] : ['not_applicable'] }
  }),
  figures('units in cells', 0.5, (value, cell, random) => ({ text: `${cell.text.replace('万元', '')}${random.pick(['', ' '])}${isMoney(cell) ? '万元' : cell.row?.unit === '件' ? random.pick(['件', '条', '宗']) : (cell.row?.unit ?? '')}`, value })),
  figures('about and more', 0.3, (value, cell, random) => {
    if (!isCount(cell) || value < 10) return null
    const [text, qualifier] = random.pick([[`约${value}`, '~'], [`${value}余`, '≥'], [`近${value}`, '<'], [`${value}多`, '≥'], [`${value}以上`, '≥']] as const)
    return { text, value, qualifier }
  }),
  figures('signs in increases', 1, (value, cell, random) => {
    if (!isSigned(cell) || value === 0) return null
    const size = Math.abs(value)
    return { text: value > 0 ? random.pick([`+${size}`, `增${size}`, `增加${size}`, `＋${size}`]) : random.pick([`-${size}`, `－${size}`, `——${size}`, `减${size}`, `减少${size}`, `−${size}`]), value }
  }, { forms: ['y2019'] }),
  figures('notes inside cells', 0.3, (value, cell, random) => (isCount(cell) && value > 0 ? { text: random.pick([`${value}（含1件转办）`, `${value}(其中网上${Math.min(2, value)}件)`, `${value}（注1）`, `${value}*`, `${value}（见附表3）`]), value, unsure: true } : null)),
  figures('full-width digits', 0.6, (value, cell) => ({ text: toFullWidth(cell.text.replace('万元', '')) + (cell.text.includes('万元') ? '万元' : ''), value })),
  figures('thousands separators', 0.8, (value, cell, random) => {
    if (!isCount(cell) || value < 1_000) return null
    const grouped = value.toLocaleString('en-US')
    return { text: random.pick([grouped, grouped.replaceAll(',', '，'), toFullWidth(grouped)]), value }
  }),
  variation('figures', 'thousands parted by spaces', all, (report, random) => splitFigures(report, random, 1_000, (value) => value.toLocaleString('en-US').replaceAll(',', random.pick([' ', '\u00a0', '\u2009']))), withLineBreaks),
  variation('figures', 'digits split by a space', all, (report, random) => splitFigures(report, random, 10, (value) => split(value, ' ', random))),
  variation('figures', 'digits split by a line break', all, (report, random) => splitFigures(report, random, 10, (value) => split(value, '\n', random)), withLineBreaks),
  figures('decimal zeros', 0.4, (value, cell) => (isCount(cell) && value > 0 ? { text: `${value}.0`, value } : null)),
  figures('numbers in words', 0.4, (value, cell) => (isCount(cell) && value > 0 && value <= 20 ? { text: words[value] ?? '', value, unsure: value === 1 } : null)),
  figures('leading zeros', 0.3, (value, cell) => (isCount(cell) && value > 0 ? { text: `0${value}`, value, unsure: true } : null)),
  figures('garbled digits', 0.3, (value, cell, random) => (isCount(cell) ? { text: random.pick([`${value}O`, `l${value}`, `${value}?`, '□', '1,23', '##', `${value}..5`]), value: null, states: ['unreadable', 'text'] } : null)),
  figures('percentages and ranges', 0.2, (value, cell, random) => (isCount(cell) ? { text: random.pick([`${value}%`, `${value}-${value + 2}`, `${value}/${value + 1}`, `${value}:${value + 1}`, `${value}.5%`]), value: null, states: ['unreadable', 'text'] } : null)),
  variation('figures', 'yuan for ten thousand yuan', all, printYuan),
]

function split(value: number, between: string, random: Random): string {
  const digits = String(value)
  const cut = 1 + random.below(digits.length - 1)
  return `${digits.slice(0, cut)}${between}${digits.slice(cut)}`
}

/**
 * Figures from `least` on in pieces. Beside a blank cell the pieces may be the figures of two cells, and two equal pieces one
 * figure printed twice: a person would doubt them.
 */
function splitFigures(report: WrittenReport, random: Random, least: number, print: (value: number) => string): WrittenReport {
  const printed = changeFigures(report, random, 0.5, (value, cell) => {
    if (!isCount(cell) || value < least) return null
    const text = print(value)
    const pieces = text.split(/\s/)
    return { text, value, unsure: pieces.length > 2 || pieces[0] === pieces[1] }
  })
  const isSplit = (cell: PaperCell | undefined): boolean => cell?.kind === 'figure' && /\S\s\S/.test(cell.text)
  const isBlank = (cell: PaperCell | undefined): boolean => cell?.kind === 'figure' && cell.text.trim() === ''
  return changeRows(printed, (row) => ({
    ...row,
    cells: row.cells.map((cell, at) => {
      const beside = [row.cells[at - 1], row.cells[at + 1]]
      return (isSplit(cell) && beside.some(isBlank)) || (isBlank(cell) && beside.some(isSplit)) ? withUnsure(cell) : cell
    }),
  }))
}

/** Amounts in 元: said in the cell, in the unit column of the 2014 form, or in the heading. */
function printYuan(report: WrittenReport, random: Random): WrittenReport {
  const inCell = random.chance(0.4)
  const shown = inCell ? '元' : ''
  const changed = changeFigures(report, random, 1, (_value, cell) => {
    if (!isMoney(cell)) return null
    const yuan = large(random, 1, random.pick([9_999, 999_999, 99_999_999]))
    const text = random.chance(0.3) ? yuan.toLocaleString('en-US') : random.chance(0.3) ? `${yuan}.00` : String(yuan)
    return { text: text + shown, value: Number(`${yuan}e-4`) }
  })
  return changeRows(changed, (row) => {
    const figure = row.cells.find((cell) => isMoney(cell) && cell.kind !== 'label')
    if (inCell || figure === undefined) return row
    const unit = (cell: PaperCell): PaperCell => {
      if (cell.kind === 'unit') return { ...cell, text: '元' }
      if (cell.kind === 'heading' && cell.row?.unit === '万元') return { ...cell, text: cell.text.startsWith('采购总金额') ? '采购总金额（元）' : '本年收费金额（单位：元）' }
      return cell
    }
    return { ...row, cells: row.cells.map(unit) }
  })
}

/** Wordings of offices, as the guide to the forms lists them (not as the parser does). */
const wordings: readonly (readonly [official: string, local: string])[] = [
  ['召开政府信息公开工作会议', '召开政府信息与政务公开工作会议'],
  ['等方面的经费', '等方面经费'],
  ['行政规范性文件', '规范性文件'],
  ['现行有效件数', '现行有效件'],
  ['本年收费金额（单位：万元）', '本年收费金额'],
  ['采购总金额', '采购总金额(万元)'],
  ['其他', '其它'],
  ['结转下年度继续办理', '结转下一年度继续办理'],
  ['“三安全一稳定”', '三安全一稳定'],
  ['《条例》', '条例'],
]

const instructions = ['（指本机关当年作出的处理决定，含委托事项，共3类，不含2018年以前的）', '（填写说明：按件计算，1件计1次；没有的填0）', '（单位：件，保留整数）', '【1.按实际办理数填写；2.以12月31日为准】']

const labelVariations: readonly Variation[] = [
  variation('labels', 'local wordings', all, (report, random) => {
    const chosen = wordings.filter(() => random.chance(0.7))
    // As a whole only: 采购总金额（元） has its unit already.
    return changeLabels(report, (text) => chosen.reduce((now, [official, local]) => ((official === '采购总金额' || official === '行政规范性文件') && text !== official ? now : now.replace(official, local)), text))
  }),
  variation('labels', 'half-width brackets', all, (report) => changeLabels(report, (text) => text.replaceAll('（', '(').replaceAll('）', ')').replaceAll('：', ':').replaceAll('，', ','))),
  variation('labels', 'labels wrapped', all, (report, random) => changeLabels(report, (text) => (text.length < 4 || random.chance(0.4) ? text : wrap(text, random))), withLineBreaks),
  variation('labels', 'spaces in labels', all, (report, random) => changeLabels(report, (text) => (text.length === 2 ? `${text[0]}${random.pick([' ', '　', '  '])}${text[1]}` : text.replace(/^(（.）|\d\.)/, '$1 '))), ['html', 'docx', 'pdf', 'xlsx', 'md']),
  variation('labels', 'instructions inside labels', all, (report, random) => changeLabels(report, (text, cell) => (cell.kind === 'label' && text.length >= 4 && random.chance(0.4) ? text + random.pick(instructions) : text))),
  variation('labels', 'numbering of labels lost', all, (report) => changeLabels(report, (text, cell) => (cell.kind === 'heading' ? text : text.replace(/^(?:（[一二三四五六七八九]）|[一二三四五六七八九]、|\d\.)/, '')))),
  variation('labels', 'other corner of table three', later, (report, random) => {
    const text = random.pick(['', '项目', '(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)', '本列数据的勾稽关系为：\n第一项加第二项之和，\n等于第三项加第四项之和', '指标'])
    return changeCells(report, (cell) => (cell.text.includes('勾稽关系') ? { ...cell, text } : cell))
  }, withLineBreaks),
  variation('labels', 'units in headings', later, (report) => changeCells(report, (cell) => (cell.kind === 'heading' && cell.row !== undefined && !isMoney(cell) ? { ...cell, text: `${cell.text}（${cell.row.unit}）` } : cell))),
  variation('labels', 'units in labels', old, (report) => changeCells(report, (cell) => (cell.kind === 'label' && cell.row !== undefined ? { ...cell, text: `${cell.text}（${cell.row.unit}）` } : cell))),
]

function wrap(text: string, random: Random): string {
  const cut = 1 + random.below(text.length - 2)
  return `${text.slice(0, cut)}\n${text.slice(cut)}`
}

const extraFigure = (random: Random): PaperCell => ({ ...paperCell(String(2 + random.below(60)), 'figure') })

/** Rows that places add to the 2014 table; not on the form. */
const localRows = [['机构人事', '条'], ['规划计划', '条'], ['财政预决算', '条'], ['招标采购', '条'], ['应急管理', '条']] as const
const localParts = [['十一、宣传培训工作', '——'], ['（一）制作宣传栏数', '块'], ['（二）印发宣传材料数', '份'], ['十三、信息公开咨询情况', '——'], ['（一）现场接待人次', '人次'], ['（二）咨询电话接听数', '次']] as const

const rowVariations: readonly Variation[] = [
  variation('rows', 'merged cells filled in', all, fillMerged),
  variation('rows', 'last blank cells left out', all, (report, random) =>
    changeRows(report, (row, table) => {
      const last = row.cells.at(-1)
      if (last?.truth === undefined || table.table === 4 || !random.chance(0.25)) return row
      const blank: PaperCell = { ...last, text: '', changed: true, truth: { ...last.truth, states: ['blank'], value: null, qualifier: null, unsure: true } }
      // The figure is gone from the paper, so nothing may be read for it; the places of the others a person may doubt.
      return { ...unsureRow(row), cells: [...unsureRow(row).cells.slice(0, -1), { ...blank, span: 0 }] }
    }),
  ),
  variation('rows', 'rows printed twice', all, (report, random) => changeRows(report, (row) => (row.kind === 'row' && row.cells.every(({ covered, kind }) => !covered && kind !== 'group') && random.chance(0.1) ? [row, row] : row))),
  variation('rows', 'six columns', later, (report, random) => leaveColumnOut(report, 1 + random.below(5), true)),
  // Where a short row is filled up with an empty cell at its end, the paper itself says that 总计 is blank.
  variation('rows', 'six figures under seven headings', later, (report, random) => leaveColumnOut(report, random.below(7), false), withFreeRows),
  // Only where the file tells that the cell is as wide as two; without that 1 8 is 18.
  variation('rows', 'two figures in one cell', later, (report, random) =>
    changeRows(report, (row, table) => {
      if (table.table !== 3 || row.kind !== 'row' || !random.chance(0.2)) return row
      const first = row.cells.findIndex(({ kind }) => kind === 'figure') + random.below(6)
      const [one, two] = row.cells.slice(first, first + 2)
      if (one === undefined || two === undefined || one.text === '' || two.text === '') return row
      const both: PaperCell = { ...one, text: `${one.text} ${two.text}`, span: 2, changed: true }
      return unsureRow({ ...row, cells: [...row.cells.slice(0, first), both, { ...two, text: '', span: 0 }, ...row.cells.slice(first + 2)] })
    }),
    ['html', 'docx', 'pdf', 'xlsx'],
  ),
  variation('rows', 'local rows in table two', later, (report, random) =>
    changeTables(report, (table) => {
      if (table.table !== 2) return table
      return { ...table, rows: table.rows.flatMap((row) => (row.kind === 'row' && random.chance(0.4) ? [row, localLike(row, random.pick(['其他主动公开文件', '本地增设事项', '其他文件']), random)] : [row])) }
    }),
  ),
  variation('rows', 'local rows and parts', old, (report, random) =>
    changeTables(report, (table) => {
      const local = (label: string, unit: string): PaperRow => ({ kind: 'local', cells: [paperCell(label, 'label'), paperCell(unit, 'unit'), unit === '——' ? paperCell('', 'other') : extraFigure(random)] })
      const at = table.rows.findIndex(({ cells }) => cells[0]?.row?.path === '1.1b') + 1
      return { ...table, rows: [...table.rows.slice(0, at), ...localRows.filter(() => random.chance(0.7)).map(([label, unit]) => local(label, unit)), ...table.rows.slice(at), ...localParts.map(([label, unit]) => local(label, unit))] }
    }),
  ),
  variation('rows', 'figures on header rows', old, (report, random) =>
    changeRows(report, (row) => {
      const form = row.cells[0]?.row
      if (form === undefined || form.indicator !== null || !random.chance(0.7)) return row
      const truth: Truth = { path: form.path, applicant: null, states: ['header_value'], value: null, qualifier: null, unsure: false }
      return { ...row, cells: row.cells.map((cell, at) => (at === row.cells.length - 1 ? { ...paperCell(random.pick(['0', '0', '5', '12']), 'figure'), row: form, truth, changed: true } : cell)) }
    }),
  ),
  variation('rows', 'unit column missing', old, (report) =>
    changeRows(report, (row) => {
      const unit = row.cells.find(({ kind }) => kind === 'unit')
      // Another unit than the form's own must then be said elsewhere.
      const said = unit !== undefined && row.cells[0]?.row?.unit === '万元' && unit.text !== '万元' ? `（${unit.text}）` : ''
      return { ...row, cells: row.cells.filter(({ kind, text }) => kind !== 'unit' && text !== '单位').map((cell, at) => (at === 0 ? { ...cell, text: cell.text + said } : cell)) }
    }),
  ),
  variation('rows', 'serial numbers', old, (report) => {
    let serial = 0
    return changeRows(report, (row) => ({ ...row, cells: [row.kind === 'heading' ? paperCell('序号', 'heading') : paperCell(String((serial += 1)), 'other'), ...row.cells] }))
  }),
  variation('rows', 'a column for remarks', old, (report, random) => changeRows(report, (row) => ({ ...row, cells: [...row.cells, row.kind === 'heading' ? paperCell('备注', 'heading') : paperCell(random.chance(0.2) ? random.pick(['含转办1件', '见附件', '2016年起统计', '—']) : '', 'other')] }))),
  variation('rows', 'a column of the year before', old, (report, random) => {
    const before = random.chance(0.5)
    return changeRows(report, (row) => {
      const [last] = row.cells.slice(-1)
      if (last === undefined) return row
      const [ours, theirs] = row.kind === 'heading' ? [paperCell('本年数', 'heading'), paperCell('上年数', 'heading')] : [last, last.kind === 'figure' ? withoutTruth(extraFigure(random)) : paperCell('', 'other')]
      return { ...unsureRow(row), cells: [...unsureRow(row).cells.slice(0, -1), ...(before ? [theirs, ...unsureRow({ ...row, cells: [ours] }).cells] : [...unsureRow({ ...row, cells: [ours] }).cells, theirs])] }
    })
  }),
  variation('rows', 'two halves side by side', old, (report) =>
    changeTables(report, (table) => {
      const [header, ...rows] = table.rows
      if (header === undefined) return table
      const half = Math.ceil(rows.length / 2)
      const empty = ['label', 'unit', 'other'].map((kind) => paperCell('', kind === 'label' ? 'label' : 'other'))
      return { ...table, rows: [{ ...header, cells: [...header.cells, ...header.cells] }, ...rows.slice(0, half).map((row, at): PaperRow => ({ kind: 'row', cells: [...row.cells, ...(rows[half + at]?.cells ?? empty)] }))] }
    }),
  ),
  variation('rows', 'an empty column at the right', all, (report) => changeRows(report, (row) => ({ ...row, cells: [...row.cells, paperCell('', 'other')] }))),
  variation('rows', 'an empty column at the left', all, (report) => changeRows(report, (row) => ({ ...row, cells: [paperCell('', 'other'), ...row.cells] })), ['html', 'docx', 'xlsx', 'md', 'pdf']),
  variation('rows', 'empty rows between', all, (report, random) =>
    changeTables(report, (table) => {
      const width = Math.max(...table.rows.map(widthOf))
      const empty: PaperRow = { kind: 'heading', cells: Array.from({ length: width }, () => paperCell('', 'other')) }
      return { ...table, rows: table.rows.flatMap((row, at) => (row.kind === 'row' && table.table !== 4 && random.chance(0.2) && table.rows[at]?.cells.every(({ covered }) => !covered) === true ? [empty, row] : [row])) }
    }),
    ['html', 'docx', 'xlsx', 'md', 'pdf'],
  ),
  variation('rows', 'titles inside the table', all, (report) =>
    changeTables(report, (table) => {
      const width = Math.max(...table.rows.map(widthOf))
      const line = (text: string): PaperRow => ({ kind: 'heading', cells: [paperCell(text, 'heading', width)] })
      const top = table.table === 1 ? [line('政府信息公开情况统计表'), line(`（${report.year}年度）`), line(`填报单位（盖章）：${report.agency}`)] : [line({ 2: '二、主动公开政府信息情况', 3: '三、收到和处理政府信息公开申请情况', 4: '四、政府信息公开行政复议、行政诉讼情况' }[table.table === 0 ? 2 : table.table])]
      const bottom = table.table === 1 ? [line('单位负责人：××　审核人：××　填报人：××　联系电话：0000-0000000')] : []
      return { ...table, header: 0, rows: [...top, ...table.rows, ...bottom] }
    }),
  ),
  variation('rows', 'heading row lost', old, (report) => changeTables(report, (table) => ({ ...table, header: 0, rows: table.rows.slice(1) }))),
  variation('rows', 'headings of tables three and four lost', later, (report) => changeTables(report, (table) => (table.table >= 3 ? { ...table, header: 0, rows: table.rows.slice(3).map(unsureRow) } : table))),
  variation('rows', 'clause captions lost', later, (report) => changeTables(report, (table) => (table.table === 2 ? { ...table, rows: table.rows.filter((row) => !(row.kind === 'heading' && row.cells.length === 1)) } : table))),
  variation('rows', 'table four with a row to each block', later, (report) => changeTables(report, (table) => (table.table === 4 ? turnDisputes(table) : table))),
  variation('rows', 'group labels with figures', later, (report, random) => changeTables(report, (table) => (table.table === 3 ? printGroups(table, random) : table))),
]

const localLike = (row: PaperRow, label: string, random: Random): PaperRow => ({ kind: 'local', cells: row.cells.map((cell, at) => (at === 0 ? paperCell(label, 'label', cell.span) : { ...extraFigure(random), span: cell.span })) })

/** As programs do that unmerge: every place that a merged cell took prints its text again. */
function fillMerged(report: WrittenReport): WrittenReport {
  return changeTables(report, (table) => ({
    ...table,
    rows: table.rows.map((row, at) => {
      let column = 0
      return {
        ...row,
        cells: row.cells.flatMap((cell) => {
          const start = column
          column += cell.span
          const single: PaperCell = { ...cell, span: 1, covered: false, text: cell.covered ? textOver(table.rows, at, start) : cell.text }
          return Array.from({ length: cell.span }, () => single)
        }),
      }
    }),
  }))
}

/** Table three without one of its applicants; with the heading left, nobody can say whose figures are where. */
function leaveColumnOut(report: WrittenReport, column: number, headed: boolean): WrittenReport {
  const applicant = applicants[column]
  return changeRows(report, (row, table, at) => {
    if (table.table !== 3) return row
    if (row.kind === 'heading') {
      if (!headed) return row
      const narrower = (cell: PaperCell): PaperCell => (cell.text === '申请人情况' || cell.text === '法人或其他组织' ? { ...cell, span: cell.span - 1 } : cell)
      return { ...row, cells: row.cells.filter((cell) => !(at === 2 && cell.text === applicant?.name.zh)).map(narrower) }
    }
    const kept = row.cells.filter(({ truth }) => truth?.applicant !== applicant?.id || truth === undefined)
    return headed ? { ...row, cells: kept } : unsureRow({ ...row, cells: kept })
  })
}

/** 行政复议, 行政诉讼未经复议直接起诉 and 复议后起诉 below each other, five figures each. */
function turnDisputes(table: PaperTable): PaperTable {
  const headings = table.rows[2]?.cells.slice(0, 5) ?? []
  const cells = table.rows[3]?.cells ?? []
  const blocks = ['行政复议', '行政诉讼未经复议直接起诉', '行政诉讼复议后起诉']
  return { ...table, header: 1, rows: [{ kind: 'heading', cells: [paperCell('', 'heading'), ...headings] }, ...blocks.map((label, at): PaperRow => ({ kind: 'row', cells: [paperCell(label, 'group'), ...cells.slice(at * 5, at * 5 + 5)] }))] }
}

/** （三）不予公开 and its like as rows of their own with figures, which are slips and no totals. */
function printGroups(table: PaperTable, random: Random): PaperTable {
  const groups: Readonly<Record<string, string>> = { '（三）不予公开': '3.3.3', '（四）无法提供': '3.3.4', '（五）不予处理': '3.3.5', '（六）其他处理': '3.3.6' }
  return {
    ...table,
    rows: table.rows.flatMap((row): readonly PaperRow[] => {
      const at = row.cells.findIndex(({ kind, covered, text }) => kind === 'group' && !covered && groups[text] !== undefined)
      const group = row.cells[at]
      if (group === undefined) return [row]
      const path = groups[group.text] ?? ''
      const figures = applicants.map(({ id }): PaperCell => ({ ...paperCell(random.pick(['0', '1', '3']), 'figure'), truth: { path, applicant: id, states: ['header_value'], value: null, qualifier: null, unsure: false } }))
      const own: PaperRow = { kind: 'row', cells: [...row.cells.slice(0, at), { ...group, span: 2 }, ...figures] }
      return [own, { ...row, cells: row.cells.map((cell, index) => (index === at ? paperCell('', 'group') : index < at ? { ...cell, covered: true, text: '' } : cell)) }]
    }),
  }
}

const isLong = (table: PaperTable): boolean => table.rows.length > 15
/** Somewhere in the middle, but not right behind the headings. */
const somewhere = (table: PaperTable, random: Random): number => table.header + 5 + random.below(table.rows.length - table.header - 8)
const pageNumber = (random: Random): PaperPart => plainText('page', random.pick(['- 3 -', '—4—', '第 3 页 共 8 页', '']))

const pageVariations: readonly Variation[] = [
  variation('pages', 'headings repeated in the middle', all, (report, random) =>
    changeTables(report, (table) => {
      if (!isLong(table)) return table
      const [before, after] = cutRows(table.rows, somewhere(table, random), random.pick(['again', 'empty']))
      return { ...table, rows: [...before, ...table.rows.slice(0, table.header), ...after] }
    }),
  ),
  variation('pages', 'table on two pages, headings again', all, (report, random) => changeTables(report, (table) => cutTable(table, random, 'again', true))),
  variation('pages', 'table on two pages, no headings', all, (report, random) => changeTables(report, (table) => cutTable(table, random, 'empty', false))),
  variation('pages', 'group column lost on the second page', later, (report, random) => changeTables(report, (table) => cutTable(table, random, 'gone', true)), withFreeRows),
  variation('pages', 'group column and headings lost on the second page', later, (report, random) => changeTables(report, (table) => cutTable(table, random, 'gone', false)), withFreeRows),
  variation('pages', 'a row cut by the page break', all, (report, random) => changeTables(report, (table) => cutThroughRow(table, random))),
  variation('pages', 'table four on two pages', later, (report, random) => changeTables(report, (table) => (table.table === 4 ? [{ ...table, rows: table.rows.slice(0, 3) }, pageNumber(random), { ...table, header: 0, rows: table.rows.slice(3).map(unsureRow) }] : table))),
]

function cutTable(table: PaperTable, random: Random, merged: 'again' | 'empty' | 'gone', headed: boolean): readonly PaperPart[] {
  if (!isLong(table)) return [table]
  const [before, after] = cutRows(table.rows, somewhere(table, random), merged)
  return [{ ...table, rows: before }, pageNumber(random), { ...table, header: headed ? table.header : 0, rows: [...(headed ? table.rows.slice(0, table.header) : []), ...after] }]
}

/** The label goes on at the top of the next page, beside empty cells: who reads only the table cannot be sure of that row. */
function cutThroughRow(table: PaperTable, random: Random): readonly PaperPart[] {
  if (!isLong(table)) return [table]
  const from = somewhere(table, random)
  const at = table.rows.findIndex(({ cells, kind }, index) => index >= from && kind === 'row' && cells.some(({ kind: of, text }) => of === 'label' && text.length > 7))
  const row = table.rows[at]
  if (row === undefined || at >= table.rows.length - 1) return [table]
  const [before, after] = cutRows(table.rows, at + 1, 'empty')
  const label = row.cells.findIndex(({ kind }) => kind === 'label')
  const text = row.cells[label]?.text ?? ''
  const cut = 3 + random.below(text.length - 5)
  const piece = (part: string, cell: PaperCell): PaperCell => ({ ...cell, text: part })
  const first = unsureRow({ ...row, cells: row.cells.map((cell, index) => (index === label ? piece(text.slice(0, cut), cell) : cell)) })
  const rest: PaperRow = { kind: 'heading', cells: row.cells.map((cell, index) => (index === label ? paperCell(text.slice(cut), 'label', cell.span) : paperCell('', 'other', cell.span))) }
  return [{ ...table, rows: [...before.slice(0, -1), first] }, pageNumber(random), { ...table, header: 0, rows: [rest, ...after] }]
}

const isHeading = (part: PaperPart): boolean => part.kind === 'heading'

const partVariations: readonly Variation[] = [
  variation('parts', 'title over two lines', all, (report) => ({ ...report, parts: report.parts.map((part) => (part.kind === 'title' ? plainText('title', report.agency, `${report.year}年政府信息公开工作年度报告`) : part)) })),
  variation('parts', 'the wrong notice cited', all, (report, random) => {
    const notice = random.pick(['国办公开办函〔2019〕60号', '国办公开办函〔2021〕30号', '国办发〔2014〕32号'])
    return addAfterTitle(report, plainText('prose', `根据《政府信息公开条例》和${notice}文件的要求，编制本报告。`))
  }),
  variation('parts', 'tables in another order', later, (report) => {
    const tables = report.parts.filter((part) => part.kind === 'table')
    const chapters = report.parts.filter((part) => part.kind !== 'table')
    return { ...report, parts: [...chapters, plainText('heading', '附表'), ...[4, 3, 2].flatMap((number, at) => [plainText('heading', `表${at + 1}`), ...tables.filter(({ table }) => table === number)]), ...tables.filter(({ table }) => table < 2)] }
  }),
  variation('parts', 'chapter headings lost', all, (report) => ({ ...report, parts: report.parts.filter((part) => !isHeading(part)) }), ['html', 'docx', 'pdf', 'md', 'xlsx']),
  variation('parts', 'tables of several bodies', all, addBodies),
  variation('parts', 'old table under the headings of 2019', old, underNewHeadings),
  variation('parts', 'another table of figures', all, (report, random) => {
    const rows: readonly PaperRow[] = [{ kind: 'heading', cells: ['项目类别', '立项数', '资金（万元）'].map((text) => paperCell(text, 'heading')) }, ...['农业类', '工业类', '社会发展类'].map((label): PaperRow => ({ kind: 'local', cells: [paperCell(label, 'label'), extraFigure(random), extraFigure(random)] }))]
    return addAfterTitle(report, plainText('heading', '项目安排情况'), { kind: 'table', table: 0, header: 1, rows }, plainText('prose', '以上为业务工作情况。'))
  }),
]

function addAfterTitle(report: WrittenReport, ...parts: readonly PaperPart[]): WrittenReport {
  const at = report.parts.findIndex(({ kind }) => kind === 'title') + 1
  return { ...report, parts: [...report.parts.slice(0, at), ...parts, ...report.parts.slice(at)] }
}

/** The tables of two bodies below it follow, or go before, those of the report's own: each under a heading with its name. */
function addBodies(report: WrittenReport, random: Random): WrittenReport {
  const names = [`${report.agency}所属信息中心`, '辰市知识产权保护中心'].filter((_, at) => at === 0 || random.chance(0.5))
  const named = (name: string): PaperPart => plainText('heading', `${name}政府信息公开情况统计表`)
  const others = names.flatMap((name): readonly PaperPart[] => {
    const tables = changeRows(writeReport(report.form, random), (row) => ({ kind: row.kind === 'row' ? 'local' : row.kind, cells: row.cells.map(withoutTruth) })).parts.filter((part) => part.kind === 'table')
    return [named(name), ...tables]
  })
  const at = report.parts.findIndex(({ kind }) => kind === 'table')
  const end = report.parts.reduce((last, { kind }, index) => (kind === 'table' ? index + 1 : last), at)
  const own = [named(report.agency), ...report.parts.slice(at, end).filter((part) => !isHeading(part))]
  const between = random.chance(0.5) ? [...own, ...others] : [...others, ...own]
  const before = report.parts.slice(0, at)
  return { ...report, parts: [...before, ...between, ...report.parts.slice(end)] }
}

/** A report of 2019 with the chapters of the new form around the table of the old one, whole or in pieces. */
function underNewHeadings(report: WrittenReport, random: Random): WrittenReport {
  const [table] = report.parts.filter((part) => part.kind === 'table')
  if (table === undefined) return report
  const year = 2019
  const sentences = report.parts.flatMap((part) => (part.kind === 'prose' ? part.sentences : [])).map((sentence): Sentence => ({ ...sentence, text: sentence.text.replaceAll(`${report.year}年`, `${year}年`) }))
  const cuts = random.chance(0.5) ? ['3', '4'].map((path) => table.rows.findIndex(({ cells }) => cells.some(({ row }) => row?.path === path))) : []
  const [second = table.rows.length, third = table.rows.length] = cuts
  const part = (from: number, to: number): PaperTable => ({ ...table, rows: [...(from > 0 ? table.rows.slice(0, table.header) : []), ...table.rows.slice(from, to)] })
  const has = second > 0 && second < table.rows.length
  return {
    ...report,
    year,
    parts: [
      plainText('title', `${report.agency}${year}年政府信息公开工作年度报告`),
      plainText('heading', '一、总体情况'),
      { kind: 'prose', sentences },
      plainText('heading', '二、主动公开政府信息情况'),
      has ? part(0, second) : table,
      plainText('heading', '三、收到和处理政府信息公开申请情况'),
      ...(has ? [part(second, third)] : []),
      plainText('heading', '四、政府信息公开行政复议、行政诉讼情况'),
      ...(has ? [part(third, table.rows.length)] : []),
      plainText('heading', '五、存在的主要问题及改进情况'),
      plainText('prose', '公开内容的深度还不够，将继续改进。'),
      plainText('heading', '六、其他需要报告的事项'),
      plainText('prose', '无。'),
      plainText('signature', report.agency, `${year + 1}年1月20日`),
    ],
  }
}

/** Every variation by name; the first changes nothing: merged cells as the official form has them. */
export const variations: readonly Variation[] = [
  variation('parts', 'the official layout', all, (report) => report),
  ...figureVariations,
  ...labelVariations,
  ...rowVariations,
  ...pageVariations,
  ...partVariations,
]

/** Two variations of different kinds that can stand together in one report, in the order in which they are applied. */
export function drawPair(form: TableFormId, type: FileType, random: Random): readonly [Variation, Variation] {
  const fitting = variations.filter((one) => one.forms.includes(form) && one.types.includes(type))
  const one = random.pick(fitting)
  const other = random.pick(fitting.filter(({ kind }) => kind !== one.kind))
  return variationKinds.indexOf(one.kind) < variationKinds.indexOf(other.kind) ? [one, other] : [other, one]
}
