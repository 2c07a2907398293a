import type { Label } from '../text/label.ts'
import type { Place, Problem } from './figure.ts'

/** A place of which nothing is known. */
export const nowhere: Place = { page: null, paragraph: null, table: null, row: null, column: null, start: null, end: null }

function problem(code: string, zh: string, en: string, where: Place | null = null): Problem {
  return { code, message: { zh, en }, where }
}

/** Everything that can be wrong with the file itself; none of these reports has a figure. */
export const fileProblems = {
  empty: problem('file.empty', '文件是空的，没有读到任何内容。请重新下载。', 'The file is empty, nothing was read. Download it again.'),
  encoding: problem(
    'file.encoding',
    '无法确定文字编码，没有读取。请另存为 UTF-8 文本。',
    'The character encoding could not be told, nothing was read. Save the file as UTF-8 text.',
  ),
  encrypted: problem(
    'file.encrypted',
    'PDF 设有打开密码，没有读取。请用不设密码的版本。',
    'The PDF asks for a password, nothing was read. Use a copy without one.',
  ),
  damaged: problem(
    'file.damaged',
    'PDF 无法打开，可能已损坏。请重新下载。',
    'The PDF cannot be opened, it may be damaged. Download it again.',
  ),
  scanned: problem(
    'file.scanned',
    'PDF 里只有图像，没有文字，读不出数字。请用文字版，或照原件填写。',
    'The PDF holds pictures and no text, so no figure can be read. Use a version with text, or enter the figures by hand.',
  ),
  garbled: problem(
    'file.garbled',
    'PDF 里的文字没有对应的字符编码，读出来是乱码，没有读取。请用其他版本。',
    'The characters of the PDF carry no code that can be read. Use another version of the report.',
  ),
  word97: problem(
    'file.unsupported',
    '旧版 Word 或 Excel 文件（.doc、.xls）不能读取。请另存为 PDF 或文本。',
    'Old Word and Excel files (.doc, .xls) cannot be read. Save the report as PDF or text.',
  ),
  picture: problem(
    'file.unsupported',
    '这是一张图片，读不出数字。请用文字版。',
    'This is a picture, no figure can be read. Use a version with text.',
  ),
  rtf: problem('file.unsupported', 'RTF 文件不能读取。请另存为 PDF 或文本。', 'RTF files cannot be read. Save the report as PDF or text.'),
  ofd: problem('file.unsupported', 'OFD 文件不能读取。请另存为 PDF 或文本。', 'OFD files cannot be read. Save the report as PDF or text.'),
  zip: problem(
    'file.unsupported',
    '这类文件（Word、Excel 或压缩包）还不能读取。请另存为 PDF 或文本。',
    'This kind of file (Word, Excel or an archive) cannot be read yet. Save the report as PDF or text.',
  ),
  html: problem(
    'file.unsupported',
    '网页文件还不能读取。请另存为 PDF 或文本。',
    'Web pages cannot be read yet. Save the page as PDF or text.',
  ),
  unknown: problem(
    'file.unsupported',
    '无法辨认文件类型，没有读取。请用 PDF 或文本。',
    'The kind of file is not known, nothing was read. Use PDF or text.',
  ),
} as const

export function pageFailed(page: number): Problem {
  return problem(
    'page.failed',
    `第 ${page} 页无法读取，其余各页已读。请对照原件核对该页。`,
    `Page ${page} could not be read, the other pages were. Compare that page with the original.`,
    { ...nowhere, page },
  )
}

export function pageWithoutText(page: number): Problem {
  return problem(
    'page.without_text',
    `第 ${page} 页没有文字，可能是图片，未读取。请对照原件核对该页。`,
    `Page ${page} has no text, it may be a picture, and was not read. Compare it with the original.`,
    { ...nowhere, page },
  )
}

export const formRefused = problem(
  'form.refused',
  '2014 年以前的统计表，各地口径不同且含累计数，暂不支持。',
  'Statistics tables from before 2014 count differently from place to place and carry cumulative totals; they are not supported.',
)

export const formSeveral = problem(
  'form.several',
  '表格同时带有两种表式的标志，没有选择其中一种，各行都未归位。请确认是哪一种。',
  'The tables carry the marks of two forms. Neither was chosen and no row was placed. Say which form it is.',
)

export function severalColumns(where: Place): Problem {
  return problem(
    'table.several_columns',
    '表内每行有多个数值（如分季度或累计），无法确定哪一列是本年数，各行都未归位。请核对原件。',
    'The table has several figures in a row (quarters, cumulative …). Which one is the year’s is not certain, so no row was placed. See the original.',
    where,
  )
}

export function severalTables(table: string, where: Place): Problem {
  return problem(
    'table.several',
    `同一张表（${table}）出现多次且数字不同，可能分属多个单位，没有选择其中一张。请拆分后再导入。`,
    `The same table (${table}) stands in the report several times with different figures, perhaps for several bodies. None was chosen. Import them apart.`,
    where,
  )
}

export function rowRagged(label: string, found: number, expected: number, where: Place): Problem {
  return problem(
    'table.row_ragged',
    `“${label}”一行应有 ${expected} 格，读到 ${found} 格，无法确定各数属于哪一格。请核对原件。`,
    `The row “${label}” should have ${expected} cells, ${found} were read; which number belongs to which cell is not certain. See the original.`,
    where,
  )
}

export function labelMisprinted(printed: string, label: string, where: Place): Problem {
  return problem(
    'row.misprinted',
    `行名印作“${printed}”，与表式的“${label}”不完全相同，按序号和位置归入该行。请核对。`,
    `The row label is printed “${printed}”, not quite “${label}” as on the form; it was placed by its number and position. Please compare.`,
    where,
  )
}

export function figureRepeated(label: string, where: Place): Problem {
  return problem(
    'figure.repeated',
    `“${label}”出现两次，数字相同，保留前一个。`,
    `“${label}” is printed twice with the same figure; the first was kept.`,
    where,
  )
}

export function figureConflict(label: string, printed: readonly string[], where: Place): Problem {
  const list = printed.map((text) => `“${text}”`).join('、')
  return problem(
    'figure.conflict',
    `“${label}”出现多次，数字不同：${list}，没有选择其中一个。请核对原件。`,
    `“${label}” is printed more than once with different figures: ${list}. None was chosen. See the original.`,
    where,
  )
}

export function numberUnreadable(label: string, printed: string, where: Place): Problem {
  return problem(
    'number.unreadable',
    `“${label}”一格印作“${printed}”，读不出确定的数。请照原件填写。`,
    `The cell “${label}” prints “${printed}”, which is no certain number. Enter it from the original.`,
    where,
  )
}

export function digitsJoined(label: string, printed: string, value: number, where: Place): Problem {
  return problem(
    'number.split_digits',
    `“${label}”一格的数字被隔开（“${printed}”），读作 ${value}。请核对。`,
    `The digits of the cell “${label}” stand apart (“${printed}”) and were read as ${value}. Please compare.`,
    where,
  )
}

export function minusLong(label: string, printed: string, value: number, where: Place): Problem {
  return problem(
    'number.long_minus',
    `“${label}”一格的减号印成长横（“${printed}”），读作 ${value}。请核对。`,
    `The minus of the cell “${label}” is a long dash (“${printed}”); it was read as ${value}. Please compare.`,
    where,
  )
}

export function moneyUnitUnknown(label: string, printed: string, where: Place): Problem {
  return problem(
    'money.unit',
    `“${label}”一格（${printed}）没有印单位，不知是元还是万元，按原数保留，请勿合计。`,
    `The cell “${label}” (${printed}) prints no unit; whether 元 or 万元 is not known. The number was kept as printed, leave it out of sums.`,
    where,
  )
}

export function rowUnplaced(count: number): Problem {
  return problem(
    'row.unplaced',
    `表内有 ${count} 行没有对上表式中的任何一行，已列入“未归位”。请核对。`,
    `${count} rows of the tables match no row of the form; they are listed as unplaced. Please compare.`,
  )
}

export function formForOtherYear(form: Label, year: number): Problem {
  return problem(
    'form.version_for_year',
    `${year} 年度的报告用的是“${form.zh}”的表格，与年度不符，按所印表格读取。`,
    `The report on ${year} uses the tables of the form “${form.en}”, which does not fit the year. It was read as printed.`,
  )
}
