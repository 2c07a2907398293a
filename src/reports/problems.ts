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
    '旧版 Word、Excel 或 WPS 文件（.doc、.xls、.wps、.et）不能读取。请另存为 .docx、.xlsx 或 PDF。',
    'Old files of Word, Excel and WPS (.doc, .xls, .wps, .et) cannot be read. Save the report as .docx, .xlsx or PDF.',
  ),
  picture: problem(
    'file.unsupported',
    '这是一张图片，读不出数字。请用文字版。',
    'This is a picture, no figure can be read. Use a version with text.',
  ),
  rtf: problem(
    'file.unsupported',
    'RTF 文件不能读取。请另存为 .docx 或 PDF。',
    'RTF files cannot be read. Save the report as .docx or PDF.',
  ),
  ofd: problem('file.unsupported', 'OFD 文件不能读取。请另存为 PDF 或文本。', 'OFD files cannot be read. Save the report as PDF or text.'),
  archive: problem(
    'file.unsupported',
    '压缩包套得太深，里面的压缩包没有再展开。请解压后导入里面的文件。',
    'Archives stand too deep inside one another; this one was not opened. Unpack it and import the files in it.',
  ),
  archiveDamaged: problem(
    'file.damaged',
    '压缩包无法打开，可能已损坏或不完整，没有读取。请重新下载。',
    'The archive cannot be opened, it may be damaged or cut off; nothing was read. Download it again.',
  ),
  archiveStopped: problem(
    'file.timeout',
    '压缩包里已有三个文件无法读取，其余文件没有再读。请解压后分开导入。',
    'Three files of the archive could not be read in time, so the rest was left. Unpack it and import the files apart.',
  ),
  memberDamaged: problem(
    'file.damaged',
    '压缩包里的这个文件已损坏，没有读取，其余文件不受影响。请重新下载压缩包。',
    'This file of the archive is damaged and was not read; the others are not touched. Download the archive again.',
  ),
  archiveEmpty: problem(
    'file.empty',
    '压缩包里没有文件，没有读到任何内容。请核对后重新导入。',
    'The archive holds no file, nothing was read. Check it and import it again.',
  ),
  archiveEncrypted: problem(
    'file.encrypted',
    '压缩包里的这个文件设有密码，没有读取。请解压后再导入。',
    'This file of the archive asks for a password and was not read. Unpack it and import it again.',
  ),
  archiveMethod: problem(
    'file.unsupported',
    '压缩包里的这个文件用了少见的压缩方式，没有读取。请解压后再导入。',
    'This file of the archive is packed in an unusual way and was not read. Unpack it and import it again.',
  ),
  bomb: problem(
    'file.too_large',
    '压缩的内容展开后过大，没有读取。请只导入年报本身，不带附件。',
    'What is packed in the file is too large, nothing was read. Import the report alone, without attachments.',
  ),
  officeDamaged: problem(
    'file.damaged',
    'Word 或 Excel 文件无法打开，可能已损坏，没有读取。请重新下载，或用 Word、Excel 打开后另存。',
    'The Word or Excel file cannot be opened, it may be damaged; nothing was read. Download it again, or open it in Word or Excel and save it anew.',
  ),
  officeEncrypted: problem(
    'file.encrypted',
    'Word 或 Excel 文件设有打开密码，没有读取。请用不设密码的版本。',
    'The Word or Excel file asks for a password, nothing was read. Use a copy without one.',
  ),
  unsafe: problem(
    'file.unsafe',
    '文件的结构异常（自带定义或嵌套过深），没有读取。请用 Word、Excel 打开后另存，再导入。',
    'The file is built in an unusual way (definitions of its own, or elements too deep inside one another) and was not read. Save it anew in Word or Excel and import that.',
  ),
  opendocument: problem(
    'file.unsupported',
    'OpenDocument 文件（.odt、.ods）不能读取。请另存为 Word、Excel 或 PDF。',
    'OpenDocument files (.odt, .ods) cannot be read. Save the report as Word, Excel or PDF.',
  ),
  slides: problem(
    'file.unsupported',
    '演示文稿（.pptx）不能读取。请用年报的 Word、Excel 或 PDF 版本。',
    'Slides (.pptx) cannot be read. Use the report as Word, Excel or PDF.',
  ),
  binaryExcel: problem(
    'file.unsupported',
    'Excel 二进制文件（.xlsb）不能读取。请另存为 .xlsx。',
    'Binary Excel files (.xlsb) cannot be read. Save the report as .xlsx.',
  ),
  xml: problem(
    'file.unsupported',
    'XML 文件（如 Word 2003、Excel 2003 的 XML）不能读取。请另存为 .docx、.xlsx 或 PDF。',
    'XML files (such as those of Word 2003 and Excel 2003) cannot be read. Save the report as .docx, .xlsx or PDF.',
  ),
  archivedPage: problem(
    'file.damaged',
    '网页归档（.mht）里找不到网页，可能已损坏，没有读取。请在浏览器中重新另存为网页（.html）或 PDF。',
    'No page was found in the web archive (.mht), it may be damaged; nothing was read. Save the page anew in a browser, as .html or PDF.',
  ),
  rar: problem(
    'file.unsupported',
    'RAR 压缩包不能读取。请解压后导入里面的文件，或改压成 ZIP。',
    'RAR archives cannot be read. Unpack it and import the files in it, or pack them as ZIP.',
  ),
  sevenZip: problem(
    'file.unsupported',
    '7z 压缩包不能读取。请解压后导入里面的文件，或改压成 ZIP。',
    '7z archives cannot be read. Unpack it and import the files in it, or pack them as ZIP.',
  ),
  gzip: problem(
    'file.unsupported',
    'GZ、BZ2、XZ 压缩文件不能读取。请解压后导入里面的文件，或改压成 ZIP。',
    'Files packed as GZ, BZ2 or XZ cannot be read. Unpack it and import what is in it, or pack it as ZIP.',
  ),
  tar: problem(
    'file.unsupported',
    'TAR 归档不能读取。请解开后导入里面的文件，或改压成 ZIP。',
    'TAR archives cannot be read. Unpack it and import the files in it, or pack them as ZIP.',
  ),
  tooLarge: problem(
    'file.too_large',
    '文件过大，没有读取。请只导入年报本身，或拆分后再导入。',
    'The file is too large and was not read. Import the report alone, or split it.',
  ),
  tooManyCells: problem(
    'file.too_large',
    '表格的单元格过多，没有读取。请只保留年报的表格后再导入。',
    'The file has too many cells and was not read. Keep the tables of the report alone and import it again.',
  ),
  timeout: problem(
    'file.timeout',
    '读取用时过长，已停止，没有读到结果。请另存为 Word、文字版 PDF 或文本后再导入。',
    'Reading took too long and was stopped, nothing was read. Save the report as Word, PDF with text or plain text and import that.',
  ),
  crashed: problem(
    'file.crashed',
    '读取这个文件时程序出错，没有读到结果，其他文件不受影响。请换一种格式再导入。',
    'The program failed over this file and read nothing of it; other files are not touched. Import the report in another format.',
  ),
  readerMissing: problem(
    'file.reader_missing',
    '读取程序没有加载成功，文件没有读取。请检查网络，刷新页面后再导入。',
    'The program that reads files could not be loaded, so nothing was read. Check the connection, reload the page and import the file again.',
  ),
  pdfLibrary: problem(
    'file.browser',
    '读取 PDF 的程序在这个浏览器里无法启动，没有读取。请换用新版浏览器，或另存为 Word 后再导入。',
    'The program that reads PDF does not start in this browser, so nothing was read. Use a newer browser, or save the report as Word and import that.',
  ),
  unavailable: problem(
    'file.unavailable',
    '文件读不出来，可能已被移走或没有权限，没有读取。请重新选择文件。',
    'The file could not be had, it may have been moved or need permission; nothing was read. Choose it again.',
  ),
  pageWithoutArticle: problem(
    'file.no_article',
    '网页里没有正文，内容可能由脚本另行载入，没有读取。请在浏览器中打开，待正文显示后另存为网页或 PDF。',
    'The page holds no article, a script may load it later; nothing was read. Open it in a browser and, once the text shows, save it as a page or PDF.',
  ),
  pageOfFrames: problem(
    'file.no_article',
    '网页只有框架，正文在另一个文件里，没有读取。请单独打开框架中的正文后另存，或存为 PDF。',
    'The page only frames another one that holds the text; nothing was read. Open that one by itself and save it, or save it as PDF.',
  ),
  pageOfPictures: problem(
    'file.scanned',
    '网页正文只有图片，没有文字，读不出数字。请用文字版，或照原件填写。',
    'The article of the page holds pictures and no text, so no figure can be read. Use a version with text, or enter the figures by hand.',
  ),
  pageUnsafe: problem(
    'file.unsafe',
    '网页的元素嵌套过深，没有读取。请在浏览器中打开后存为 PDF，再导入。',
    'The elements of the page stand too deep inside one another and were not read. Open it in a browser, save it as PDF and import that.',
  ),
  documentWithoutText: problem(
    'file.scanned',
    'Word 文件里只有图片，没有文字，读不出数字。请用文字版，或照原件填写。',
    'The Word file holds pictures and no text, so no figure can be read. Use a version with text, or enter the figures by hand.',
  ),
  unknown: problem(
    'file.unsupported',
    '无法辨认文件类型，没有读取。请用 Word、Excel、PDF、网页或文本。',
    'The kind of file is not known, nothing was read. Use Word, Excel, PDF, a web page or text.',
  ),
} as const

/** A Word file into which a program put a web page, which only Word unfolds. */
export const embeddedPage: Problem = problem(
  'file.embedded',
  'Word 文件里嵌有网页内容，这一部分没有读取。请用 Word 打开后另存为 .docx，再导入。',
  'The Word file holds an embedded web page, and that part was not read. Open it in Word, save it anew as .docx and import that.',
)

/** A picture stands where a table is announced, or the document has pictures and no table at all. */
export function tableIsPicture(where: Place | null): Problem {
  return problem(
    'table.picture',
    '应有表格处是图片，其中的数字没有读取，正文已读。请用表格为文字的版本，或照原件填写。',
    'A picture stands where a table is due; the figures in it were not read, the prose was. Use a version whose tables are text, or enter the figures by hand.',
    where,
  )
}

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

/** Something of an archive that was not read, by its name in it. */
export function membersIgnored(names: readonly string[]): Problem {
  const list = names.slice(0, 5).join('、') + (names.length > 5 ? ' …' : '')
  return problem(
    'archive.ignored',
    `压缩包里有 ${names.length} 个系统文件没有读取（${list}），其余文件已读。不需要处理。`,
    `${names.length} system files of the archive were left out (${list}), the others were read. Nothing needs to be done.`,
  )
}

export function sheetHidden(names: readonly string[]): Problem {
  const list = names.map((name) => `“${name}”`)
  return problem(
    'sheet.hidden',
    `有隐藏的工作表没有读取：${list.join('、')}。如其中有年报内容，请取消隐藏后再导入。`,
    `Hidden sheets were not read: ${list.join(', ')}. Where they belong to the report, show them and import the file again.`,
  )
}

export function cellsHidden(sheet: string, rows: number, columns: number): Problem {
  return problem(
    'sheet.hidden_cells',
    `工作表“${sheet}”有隐藏的内容（${rows} 行、${columns} 列），没有读取。如属于年报，请取消隐藏后再导入。`,
    `The sheet “${sheet}” hides content (rows: ${rows}, columns: ${columns}), which was not read. Where it belongs to the report, show it and import the file again.`,
  )
}

export function valuesHidden(sheet: string, count: number, where: Place): Problem {
  return problem(
    'sheet.hidden_values',
    `工作表“${sheet}”有 ${count} 个单元格存有数值但设置为不显示，按空白读取。请核对。`,
    `${count} cells of the sheet “${sheet}” hold a number that is set not to show; they were read as blank. Please compare.`,
    where,
  )
}

export function formulaWithoutValue(sheet: string, count: number, where: Place): Problem {
  return problem(
    'sheet.formula',
    `工作表“${sheet}”有 ${count} 个公式没有保存计算结果，读不出数。请用 Excel 打开、保存后再导入。`,
    `${count} formulas of the sheet “${sheet}” were saved without their results, so no figure can be read there. Open and save the file in Excel and import it again.`,
    where,
  )
}

export function formatUnknown(sheet: string, count: number, where: Place): Problem {
  return problem(
    'sheet.format',
    `工作表“${sheet}”有 ${count} 个单元格的数字格式无法辨认，按存储的数读取。请核对。`,
    `${count} cells of the sheet “${sheet}” show their numbers in a format that is not known; they were read as stored. Please compare.`,
    where,
  )
}

export function pdfTooLong(pages: number, most: number): Problem {
  return problem(
    'file.too_large',
    `PDF 有 ${pages} 页，超过 ${most} 页，没有读取。请只保留年报本身的各页后再导入。`,
    `The PDF has ${pages} pages, more than ${most}, and was not read. Keep the pages of the report alone and import it again.`,
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
    `同一张表（${table}）出现多次且数字不同，可能分属多个单位或年度，没有选择其中一张。请拆分后再导入。`,
    `The same table (${table}) stands in the report several times with different figures, perhaps for several bodies or years. None was chosen. Import them apart.`,
    where,
  )
}

export function otherBodies(names: readonly string[], isOwnFound: boolean, where: Place | null): Problem {
  const list = names.join('、')
  return isOwnFound
    ? problem(
        'table.other_bodies',
        `文件里另有其他单位（${list}）的同类表，只读本机关的表，其余各行列入“未归位”。请核对。`,
        `The file also has such tables of other bodies (${list}). Only the reporting body’s own were read, the rows of the others are listed as unplaced. Please compare.`,
        where,
      )
    : problem(
        'table.several_bodies',
        `文件里有多个单位（${list}）的同类表，无法确定哪一张属于本机关，各行都未归位。请拆分后再导入。`,
        `The file has such tables of several bodies (${list}); which is the reporting body’s own is not certain, so no row was placed. Import them apart.`,
        where,
      )
}

export function columnsMissing(names: readonly Label[], where: Place): Problem {
  return problem(
    'table.columns_missing',
    `表三没有印“${names.map(({ zh }) => zh).join('”“')}”一列，其余各列按表头读取，该列没有数。请核对原件。`,
    `Table three has no column “${names.map(({ en }) => en).join('”, “')}”. The other columns were read by their headings, that one has no figures. See the original.`,
    where,
  )
}

export function rowRagged(label: string, found: number, expected: number, where: Place): Problem {
  if (found === expected)
    return problem(
      'table.row_ragged',
      `“${label}”一行的数不在表式的位置上，无法确定各数属于哪一格。请核对原件。`,
      `The numbers of the row “${label}” do not stand where the form has them; which number belongs to which cell is not certain. See the original.`,
      where,
    )
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

export function digitsSettled(label: string, printed: string, value: number | null, where: Place): Problem {
  return problem(
    'number.by_identity',
    `“${label}”一格印作“${printed}”，有两种读法，按表内合计关系读作${value === null ? '空白' : ` ${value}`}。请核对。`,
    `The cell “${label}” prints “${printed}”, which can be read in two ways; the sums of the table make it ${value === null ? 'blank' : value}. Please compare.`,
    where,
  )
}

export function rowSettled(label: string, where: Place): Problem {
  return problem(
    'row.by_identity',
    `“${label}”一行的格数与表式不符，按“各类申请人之和等于总计”确定各数的位置。请核对。`,
    `The row “${label}” does not have the cells of the form; the sum of the applicants told where its numbers stand. Please compare.`,
    where,
  )
}

export function cellNote(label: string, printed: string, value: number, where: Place): Problem {
  return problem(
    'cell.note',
    `“${label}”一格带有附注（“${printed}”），读作 ${value}，附注保留在原文。请核对。`,
    `The cell “${label}” carries a remark (“${printed}”) and was read as ${value}; the remark is kept as printed. Please compare.`,
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
    `表内有 ${count} 行没有归入表式，或其中的数无法确定归入哪一格，已列入“未归位”。请核对。`,
    `Rows of the tables that match no row of the form, or whose numbers have no certain cell: ${count}. They are listed as unplaced. Please compare.`,
  )
}

export function columnsUnplaced(count: number, where: Place): Problem {
  return problem(
    'column.unplaced',
    `表内有 ${count} 行在表式的栏目以外另印有数（如上年数、增减或备注），未作为本年数，已列入“未归位”。请核对。`,
    `Rows with numbers outside the columns of the form (last year’s, changes, remarks): ${count}. These numbers were not taken for the year’s and are listed as unplaced. Please compare.`,
    where,
  )
}

export function formOtherNotice(notice: string, form: Label, where: Place): Problem {
  return problem(
    'form.other_notice',
    `正文引用的是${notice}，表格却是“${form.zh}”，按所印表格读取。请核对。`,
    `The text cites ${notice}, yet the tables are those of the form “${form.en}”. They were read as printed. Please compare.`,
    where,
  )
}

export function formForOtherYear(form: Label, year: number): Problem {
  return problem(
    'form.version_for_year',
    `${year} 年度的报告用的是“${form.zh}”的表格，与年度不符，按所印表格读取。`,
    `The report on ${year} uses the tables of the form “${form.en}”, which does not fit the year. It was read as printed.`,
  )
}
