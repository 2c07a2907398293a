import { bodyEnding } from './bodyNames.ts'
import type { Place } from './figure.ts'
import type { Line } from './identityLines.ts'
import { foldName } from './matchAgency.ts'
import { takePlaces } from './placeNames.ts'
import { readDate, readYear, yearDigits } from './readDates.ts'

const yearWords = `${yearDigits}(?:年度|年|度)?`
const reportName = `(?:政府|政务)?(?:信息|政务)(?:与政务)?公开(?:工作)?(?:的)?(${yearWords})?(?:年度)?(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:工作)?(?:报告|年报)`
// Placeholders and letters too: a title that names nobody still says the year.
const nameWords = '[\\u3400-\\u9fff\\ud840-\\udfff()〔〕、/×*○●·“”"_A-Za-z]*?'
const titlePattern = new RegExp(
  `^(?:附件\\d*[:：]?)?(?:关于)?(${nameWords})(?:关于)?(${yearWords})?(${nameWords})(${yearWords})?(?:关于)?${reportName}(?:\\(([^()]*)\\))?$`,
)

/** The title of the report, over as many lines as it was broken into. */
export interface Title {
  readonly text: string
  /** The agency's part; `''` where the title names none. */
  readonly agency: string
  readonly year: number | null
  readonly where: Place
}

/** The title may be broken over up to four lines; the agency may stand alone on the line above. Looked for among the first 40 lines. */
export function findTitle(lines: readonly Line[]): Title | null {
  const top = lines.slice(0, 40)
  for (let start = 0; start < top.length; start += 1) {
    let joined = ''
    let printed = ''
    for (let count = 1; count <= 4 && start + count <= top.length; count += 1) {
      const next = top[start + count - 1]
      if (!next || next.text.length > 70 || /[。;!?]/.test(next.text)) break
      joined += next.text
      printed += next.printed
      const found = readTitle(joined)
      if (!found) continue
      const above = top[start - 1]
      const isAbove = found.agency === '' && above !== undefined && isBody(above.text)
      return {
        text: (isAbove ? above.printed : '') + printed.replace(/^《(.*)》$/, '$1'),
        agency: isAbove ? above.text : found.agency,
        year: found.year ?? readYearLine(top[start + count]?.text),
        where: (isAbove ? above : top[start])?.where ?? next.where,
      }
    }
  }
  return findTableTitle(top)
}

/** The heading of a statistics table that stands without a report: it may say the year, or the line below does. Its text is no title. */
function findTableTitle(top: readonly Line[]): Title | null {
  for (const [at, { text, where }] of top.entries()) {
    const [match, before, name = '', between, after] = tableTitle.exec(text) ?? []
    if (match === undefined) continue
    const below = top[at + 1]?.text.replace(/^(?:统计|报告)?年[度份][:：]/, '')
    const year = readYear(before ?? between ?? after) ?? readYearLine(below)
    return year === null && bodyName(name) === null ? null : { text: '', agency: bodyName(name) ?? '', year, where }
  }
  return null
}

const tableTitle = new RegExp(
  `^(${yearDigits}年度?)?([\\u3400-\\u9fff\\ud840-\\udfff()]{0,40}?)(${yearDigits}年度?)?(?:政府|政务)?信息公开(?:工作)?情况统计表\\(?(${yearDigits}年度?)?\\)?$`,
)

/** （2022年度） on a line of its own below the title. */
const readYearLine = (text: string | undefined): number | null =>
  readYear(new RegExp(`^\\(?(${yearDigits}年度?)\\)?$`).exec(text ?? '')?.[1])

function readTitle(text: string): Pick<Title, 'agency' | 'year'> | null {
  // The page's own title carries the name of the site: …年度报告_甲安市人民政府.
  const plain = text.replace(/[《》]/g, '').replace(/(报告|年报)[_|—-].*$/, '$1')
  const [match, first = '', yearBefore, second = '', yearAfter, yearWithin, after = ''] = titlePattern.exec(plain) ?? []
  if (match === undefined) return null
  const [before, between] = [first, second].map((text) => text.replace(/关于$/, ''))
  if (before === undefined || between === undefined) return null
  const named = bodyName(before) ?? bodyName(between) ?? bodyName(after) ?? governmentName(before) ?? governmentName(between)
  return { agency: named ?? '', year: readYear(yearBefore ?? yearAfter ?? yearWithin) }
}

const wholeBody = new RegExp(`^[\\u3400-\\u9fff\\ud840-\\udfff()、/]{2,40}${bodyEnding}(?:\\([\\u3400-\\u9fff\\ud840-\\udfff、]+\\))?$`)
const isBody = (text: string): boolean => wholeBody.test(text) && !/[，,。:：]/.test(text)
const bodyName = (text: string): string | null => (isBody(text) ? text : null)

/** 甲安市 alone, or cut before 政府信息公开, reports for its government. */
function governmentName(text: string): string | null {
  const place = text.replace(/人民$/, '')
  if (place === '' || takePlaces(`${place}局`).body !== '局') return null
  return place.endsWith('街道') ? `${place}办事处` : `${place}人民政府`
}

/** How a report names somebody: the first four say who wrote it, the others only make it likely. */
export type AuthorKind = 'title' | 'drawnUp' | 'stated' | 'signature' | 'ending' | 'head' | 'publisher' | 'contact' | 'fileName'

/** A name under which the report, or what surrounds it, speaks of its author. */
export interface Author {
  readonly kind: AuthorKind
  /** In full width brackets, as a person would write it. */
  readonly name: string
  readonly where: Place | null
}

const name = `([\\u3400-\\u9fff\\ud840-\\udfff()]{2,40}?${bodyEnding})`
const drawnUp = new RegExp(
  `(?:本报告|本年报|报告|年报)?(?:由|系由|是由)${name}(?=(?:政务公开办公室|办公室)?(?:根据|按照|依据|依照|汇总|编制|编写|编纂|撰写|负责|会同|,根据|严格|结合|起草))`,
  'g',
)
const contact = new RegExp(`(?:与|同|向)${name}(?:政务公开办公室|政务公开办|办公室)?(?:直接)?联系`, 'g')
const stated = new RegExp(`^(?:填报|填表|编制|报送|制定|责任)(?:单位|机关|机构)(?:名称)?(?:\\([^()]*\\))?[:：](.{2,120})$`)
/** What is printed on the same line behind the name: who filled in, when, a telephone number. */
const behindName =
  /(?:[,，;；。]|\((?:盖章|公章|签章|章)\)|(?:填报|填表|统计|上报|报送|制表|报告)?(?:日期|时间|年度|年份)[:：]|(?:填报|填表|制表|审核|审签|经办|统计|报送|联系)人|(?:单位|部门)?负责人|联系(?:方式|电话)|电话|计量单位|单位[:：]|(?:19|20)\d{2}[年.\-/]).*$/
const publisher = new RegExp(
  `(?:发布机构|发布单位|发文机关|发文机构|公开单位|公开机关|信息来源|来源)[:：]${name}(?![\\u3400-\\u9fff\\ud840-\\udfff])`,
)
const signedOnOneLine = new RegExp(
  `^([\\u3400-\\u9fff\\ud840-\\udfff()]{2,40}${bodyEnding}(?:\\([\\u3400-\\u9fff\\ud840-\\udfff]+\\))?)((?:${yearDigits})年.{2,9}日|(?:19|20)\\d{2}[.\\-/]\\d{1,2}[.\\-/]\\d{1,2})$`,
)

/** A file that names more is a list of bodies, not a report. */
const mostAuthors = 60

/** Every such name, those that say most first. */
export function findAuthors(title: Title | null, lines: readonly Line[], fileName: string | undefined): Author[] {
  const found: Author[] = []
  const add = (kind: AuthorKind, text: string, where: Place | null): void => {
    const written = tidy(text)
    if (found.length < mostAuthors && written !== '' && !found.some((one) => one.kind === kind && one.name === written))
      found.push({ kind, name: written, where })
  }
  if (title && title.agency !== '') add('title', title.agency, title.where)
  const flat = lines.map(({ text }) => text).join('')
  for (const [, text = ''] of flat.slice(0, 3000).matchAll(drawnUp)) add('drawnUp', text, null)
  for (const { text, where } of lines) {
    const said = stated.exec(text)?.[1]?.replace(behindName, '')
    if (said !== undefined && isBody(said)) add('stated', said, where)
  }
  lines.forEach(({ text, where }, index) => {
    const next = lines[index + 1]?.text ?? ''
    const before = lines[index - 1]?.text ?? ''
    // A signature: the name with the date, above it, or below it at the end.
    if (isBody(text) && (readDate(next.replace(/^\(|\)$/g, '')) !== null || (index > lines.length - 8 && readDate(before) !== null)))
      add('signature', text, where)
    const signed = signedOnOneLine.exec(text)?.[1]
    if (signed !== undefined) add('signature', signed, where)
  })
  for (const { text, where } of lines.slice(5).slice(-4)) if (isBody(text)) add('ending', text, where)
  for (const { text, where } of lines.slice(0, 5)) if (isBody(text)) add('head', text, where)
  for (const { text, where } of repeatedLines(lines)) add('head', text, where)
  for (const { text, where } of lines) {
    const said = text.length <= 200 ? publisher.exec(text)?.[1] : undefined
    if (said !== undefined) add('publisher', said, where)
  }
  for (const [, text = ''] of flat.slice(0, 4000).matchAll(contact)) add('contact', text, null)
  for (const text of namesInPath(fileName)) add('fileName', text, null)
  return found
}

const tidy = (text: string): string =>
  text
    .replace(/^(?:本报告|关于|由)+/, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')

/** Running heads: a body's name that stands alone at least three times. */
function repeatedLines(lines: readonly Line[]): Line[] {
  const counts = new Map<string, number>()
  for (const { text } of lines) if (isBody(text)) counts.set(text, (counts.get(text) ?? 0) + 1)
  const seen = new Set<string>()
  return lines.filter(({ text }) => {
    const isFirst = (counts.get(text) ?? 0) >= 3 && !seen.has(text)
    seen.add(text)
    return isFirst
  })
}

// 公安局交警支队 is not the bureau: after the name nothing but what files of reports are called by.
const inPath = new RegExp(
  `[\\u3400-\\u9fff\\ud840-\\udfff()]{2,40}?${bodyEnding}(?:\\([\\u3400-\\u9fff\\ud840-\\udfff]+\\))?(?=$|[^\\u3400-\\u9fff\\ud840-\\udfff]|关于|政府信息|政务公开|信息公开|年报|年度|门户)`,
)

/** The file's own name first, then its folders from the inside. */
function namesInPath(fileName: string | undefined): string[] {
  return (fileName ?? '')
    .split(/[\\/]/)
    .reverse()
    .flatMap((step) => {
      const [found] = inPath.exec(foldName(step).replace(/^[\d\s._-]+/, '')) ?? []
      return found === undefined ? [] : [found]
    })
}
