import { describe, expect, it } from 'vitest'
import { sniffFile } from '../../src/reports/sniffFile.ts'
import type { FileKind } from '../../src/reports/sniffFile.ts'
import { packDocx, packXlsx, packZip } from './zipFiles.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
const joined = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]))
const utf16 = (text: string): Uint8Array => joined(bytes(0xff, 0xfe), Uint8Array.from([...text].flatMap((char) => [char.charCodeAt(0) & 0xff, char.charCodeAt(0) >> 8])))
const padded = (start: Uint8Array, length: number): Uint8Array => joined(start, new Uint8Array(length - start.length))

const compound = bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)
const streamName = (name: string): Uint8Array => Uint8Array.from([...name].flatMap((char) => [char.charCodeAt(0), 0]))
const types = { '[Content_Types].xml': '<Types/>' }
const page = '<html><body><table><tr><td>受理数</td><td>3</td></tr></table></body></html>'
const mail = 'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="x"\r\n\r\n--x\r\n'

/** A file, the name it might carry, and what it is. */
const files: readonly (readonly [name: string, kind: FileKind, content: Uint8Array])[] = [
  ['nothing.txt', 'empty', bytes()],
  ['report.txt', 'text', utf8('2020年政府信息公开工作年度报告\n')],
  ['report.txt with a mark', 'text', utf8('\uFEFF2020年政府信息公开工作年度报告\n')],
  ['report.txt in UTF-16', 'text', utf16('2020年报告')],
  ['report.txt in GB 18030', 'text', bytes(0xd0, 0xc5, 0xcf, 0xa2)],
  ['table.csv', 'text', utf8('指标,单位,数\n受理数,件,3\n')],
  ['table.tsv called .xls', 'text', utf8('指标\t单位\t数\n受理数\t件\t3\n')],
  ['drawn.txt', 'text', utf8('├────┼────┤\n│受理数│3│\n├────┼────┤\n')],
  ['ascii table.txt', 'text', utf8('+-----+---+\n| a   | 3 |\n+-----+---+\n')],
  ['dashes.txt', 'text', utf8('标题\n--------\n受理数 — 3\n')],
  ['BM.txt', 'text', utf8('BM是报告编号，2020年共受理三件。')],
  ['less than.txt', 'text', utf8('<2020年度>政府信息公开工作年度报告')],
  ['report.md', 'markdown', utf8('# 年报\n\n| 指标 | 数 |\n| --- | ---: |\n| 受理数 | 3 |\n')],
  ['report.md called .txt', 'markdown', utf8('指标 | 数\n--- | ---\n受理数 | 3\n')],
  ['report.md in UTF-16', 'markdown', utf16('|a|b|\r\n|---|---|\r\n|1|2|\r\n')],
  ['one column.md', 'markdown', utf8('| 数 |\n|---|\n| 3 |\n')],
  ['a table in HTML among text.md', 'markdown', utf8('# 年报\n\n<table>\n<tr><td>受理数</td><td>3</td></tr>\n</table>\n')],
  ['page.html', 'html', utf8(`<!DOCTYPE html>\n${page}`)],
  ['page of old', 'html', utf8(`<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">${page}`)],
  ['page.xls', 'html', utf8('<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">\r\n<table><tr><td>3')],
  ['page.doc', 'html', utf8(`\uFEFF<?xml version="1.0" encoding="utf-8"?>\n<!-- saved -->\n<!-- twice -->\n${page}`)],
  ['xhtml', 'html', utf8(`<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "x">${page}`)],
  ['page in UTF-16', 'html', utf16(page)],
  ['fragment', 'html', utf8('\n\n  <table border=1><tr><td>受理数</td></tr></table>')],
  ['page behind a long comment', 'html', utf8(`<!--${'导航 '.repeat(3000)}-->${page}`)],
  ['page behind a condition', 'html', utf8(`<!--[if IE]><p>旧</p><![endif]-->\n${page}`)],
  ['saved scripts first', 'html', utf8(`<script>var a = 1</script>${page}`)],
  ['report.pdf', 'pdf', utf8('%PDF-1.7\n')],
  ['pdf behind a line', 'pdf', utf8('HTTP/1.1 200 OK\r\n\r\n%PDF-1.4\n')],
  ['report.pdf called .doc', 'pdf', utf8('%PDF-1.4 ')],
  ['report.docx', 'docx', packDocx('<w:p/>')],
  ['report.docx cut off', 'docx', packDocx(`<w:p>${'<w:r/>'.repeat(500)}</w:p>`).subarray(0, -30)],
  ['report.docm', 'docx', packZip({ ...types, 'word/document.xml': '<a/>', 'word/vbaProject.bin': 'x' })],
  ['report.xlsx', 'xlsx', packXlsx([''])],
  ['report.xlsx called .zip, cut off', 'xlsx', packXlsx(['']).subarray(0, -30)],
  ['report.xlsb', 'binaryExcel', packZip({ ...types, 'xl/workbook.bin': 'x' })],
  ['slides.pptx', 'slides', packZip({ ...types, 'ppt/presentation.xml': '<a/>' })],
  ['reports.zip', 'zip', packZip({ 'a.html': page, 'folder/b.txt': 'x' })],
  ['a folder called word.zip', 'zip', packZip({ 'word/notes.xml': '<a/>' })],
  ['empty.zip', 'zip', bytes(0x50, 0x4b, 0x05, 0x06, ...new Uint8Array(18))],
  ['archive of one docx', 'zip', packZip({ 'report.docx': packDocx('<w:p/>') })],
  ['report.ofd', 'ofd', packZip({ 'OFD.xml': '<a/>', 'Doc_0/Document.xml': '<a/>' })],
  ['report.odt', 'opendocument', packZip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>' }, 0)],
  ['report.doc', 'word97', padded(joined(compound, new Uint8Array(500), streamName('WordDocument')), 2048)],
  ['report.wps', 'word97', padded(compound, 2048)],
  ['report.docx with a password', 'officeEncrypted', padded(joined(compound, new Uint8Array(500), streamName('EncryptedPackage')), 2048)],
  ['scan.png', 'picture', bytes(0x89, 0x50, 0x4e, 0x47)],
  ['scan.jpg called .pdf', 'picture', bytes(0xff, 0xd8, 0xff, 0xe0)],
  ['scan.tif', 'picture', bytes(0x49, 0x49, 0x2a, 0)],
  ['scan.bmp', 'picture', padded(bytes(0x42, 0x4d, 64, 0, 0, 0), 64)],
  ['report.rtf called .doc', 'rtf', utf8('{\\rtf1\\ansi')],
  ['page.mht', 'mht', utf8(mail)],
  ['page.mht called .doc', 'mht', utf8(`From: <Saved by a browser>\r\nSubject: report\r\n${mail}`)],
  ['word2003.xml', 'xml', utf8('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>')],
  ['excel2003.xml called .xls', 'xml', utf8('<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>')],
  ['reports.rar', 'rar', bytes(0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 0x01, 0x00)],
  ['reports.7z', 'sevenZip', bytes(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c)],
  ['report.txt.gz', 'gzip', bytes(0x1f, 0x8b, 8, 0)],
  ['reports.tar', 'tar', padded(joined(utf8('report.txt'), new Uint8Array(247), utf8('ustar')), 1024)],
]

describe('a file is what its content shows, whatever it is called', () => {
  it.each(files)('%s is %s', (_, kind, content) => expect(sniffFile(content)).toBe(kind))

  it('is told for every file that is cut off anywhere, without an error', () => {
    for (const [, , content] of files)
      for (let length = 0; length < Math.min(content.length, 400); length += 7) expect(typeof sniffFile(content.subarray(0, length))).toBe('string')
  })
})
