import type { Agency } from '../agencies.ts'
import type { Scope } from '../forms/states.ts'
import { readChineseNumber } from './chineseNumber.ts'
import type { Paragraph, ReportDocument } from './document.ts'
import type { Place, Problem, ReportIdentity } from './figure.ts'
import { bodyEnding, foldAgencyName, sameBody, splitPlaces } from './identityNames.ts'
import { compactText } from './sentences.ts'

/** What is known before reading. `agency` and `year` were given by a person and win over what the file says. */
export interface KnownIdentity {
  readonly agencies: readonly Agency[]
  readonly agency?: string
  readonly year?: number
  /** Used only where the file itself names no agency or no year. */
  readonly fileName?: string
}

interface Line {
  /** In half width and without spaces, for matching. */
  readonly text: string
  /** As printed, without spaces. */
  readonly printed: string
  readonly where: Place
}

const yearWords = '(?:(?:19|20)\\d{2}|[〇零一二三四五六七八九]{4}|二0[〇0-9一二三四五六七八九]{2})(?:年度|年|度)?'
const reportName = `(?:政府|政务)?(?:信息|政务)(?:与政务)?公开(?:工作)?(?:的)?(${yearWords})?(?:年度)?(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:报告|年报)`
// Placeholders and letters too: a title that names nobody still says the year.
const nameWords = '[\\u4e00-\\u9fa5()〔〕、×*○●·“”"_A-Za-z]*?'
const titlePattern = new RegExp(
  `^(?:关于)?(${nameWords})(?:关于)?(${yearWords})?(${nameWords})(${yearWords})?(?:关于)?${reportName}(?:\\([^()]*\\))?$`,
)

/**
 * Who reports, on which year, for whom: from the title, the sentence about who drew it up, the period and the signature.
 * What is not certain is null, with a problem that says so. The form is not decided here.
 */
export function readIdentity(
  document: ReportDocument,
  known: KnownIdentity,
): { identity: Omit<ReportIdentity, 'form'>; problems: Problem[] } {
  const lines = document.blocks
    .filter((block): block is Paragraph => block.kind === 'paragraph')
    .flatMap(({ text, where }) =>
      text.split('\n').map((line) => ({ text: compactText(line).text, printed: line.replace(/\s/g, ''), where })),
    )
    .filter((line) => line.text !== '')
  const problems: Problem[] = []
  const title = findTitle(lines)
  const body = lines.map((line) => line.text).join('\n')
  const period = findPeriod(body)
  const year = settleYear({ title, period, known, problems })
  const found = settleAgency({ title, lines, body, known, problems })
  const scope = settleScope(found.name, found.titled, body, problems)
  return {
    identity: {
      agency: found.name,
      agency_id: found.id,
      year,
      scope,
      period_start: period?.start ?? null,
      period_end: period?.end ?? null,
      published_on: findSignature(lines, year),
      title: title?.text ?? null,
    },
    problems,
  }
}

interface Title {
  readonly text: string
  /** The agency's part, `''` when the title names none. */
  readonly agency: string
  readonly year: number | null
  readonly where: Place
}

/** The title may be broken over up to four lines; the agency may stand alone on the line above. Looked for among the first 30 lines. */
function findTitle(lines: readonly Line[]): Title | null {
  const top = lines.slice(0, 30)
  for (let start = 0; start < top.length; start += 1) {
    let joined = ''
    let printed = ''
    for (let count = 1; count <= 4 && start + count <= top.length; count += 1) {
      const next = top[start + count - 1]
      if (!next || next.text.length > 70 || /[。;!?]/.test(next.text)) break
      joined += next.text
      printed += next.printed
      const [match, before = '', yearBefore, between = '', yearAfter, yearWithin] = titlePattern.exec(joined.replace(/[《》]/g, '')) ?? []
      if (match === undefined) continue
      const above = top[start - 1]
      const named = bodyName(before) ?? bodyName(between) ?? governmentName(before) ?? governmentName(between)
      const alone = named === null && above !== undefined && isBody(above.text) ? above.text : ''
      return {
        text: (alone === '' ? '' : (above?.printed ?? '')) + printed.replace(/^《(.*)》$/, '$1'),
        agency: named ?? alone,
        year: readYear(yearBefore ?? yearAfter ?? yearWithin),
        where: (alone === '' ? top[start] : above)?.where ?? next.where,
      }
    }
  }
  return null
}

/** 甲安市 alone, or cut before 政府信息公开, reports for its government. */
function governmentName(text: string): string | null {
  const place = text.replace(/人民$/, '')
  return place !== '' && splitPlaces(`${place}局`).body === '局' ? `${place}人民政府` : null
}

const wholeBody = new RegExp(`^[\\u4e00-\\u9fa5()、]{2,40}${bodyEnding}(?:\\([\\u4e00-\\u9fa5]+\\))?$`)
const isBody = (text: string): boolean => wholeBody.test(text) && !/[，,。:：]/.test(text)
const bodyName = (text: string): string | null => (isBody(text) ? text : null)

function readYear(text: string | undefined): number | null {
  if (text === undefined) return null
  const words = text.replace(/(?:年度|年|度)$/, '')
  const year = /^\d{4}$/.test(words) ? Number(words) : readChineseNumber(words.replace(/0/g, '〇'))?.value
  return year !== undefined && year >= 2000 && year < 2100 ? year : null
}

const day = '((?:19|20)\\d{2})年(\\d{1,2})月(\\d{1,2})日'
const periodPattern = new RegExp(
  `${day}(?:起|零时|0时|开始)?(?:,)?(?:至|到|[-—–~]{1,2})(?:((?:19|20)\\d{2})年)?(\\d{1,2})月(\\d{1,2})日`,
  'g',
)

interface Period {
  readonly start: string
  readonly end: string
  readonly year: number | null
}

/** The period of the statistics: preferably the sentence that says 期限 or 数据, else any that spans a whole year. */
function findPeriod(body: string): Period | null {
  const periods = [...body.replace(/\n/g, '').matchAll(periodPattern)].flatMap((match) => {
    const [, year = '', month = '', date = '', endYear = year, endMonth = '', endDate = ''] = match
    const start = writeDate(year, month, date)
    const end = writeDate(endYear, endMonth, endDate)
    if (start === null || end === null || start > end) return []
    const around = body.replace(/\n/g, '').slice(Math.max(0, match.index - 40), match.index)
    const whole = start.endsWith('-01-01') && end.endsWith('-12-31') && year === endYear
    return [{ start, end, year: whole ? Number(year) : null, stated: /统计|期限|数据|报告期|时限/.test(around), whole }]
  })
  const chosen = periods.find((period) => period.stated) ?? periods.find((period) => period.whole)
  return chosen ? { start: chosen.start, end: chosen.end, year: chosen.year ?? Number(chosen.end.slice(0, 4)) } : null
}

/** `YYYY-MM-DD`; null for a day that no calendar has. */
function writeDate(year: string, month: string, date: string): string | null {
  const written = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const parsed = new Date(`${written}T00:00:00Z`)
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== written ? null : written
}

function settleYear({
  title,
  period,
  known,
  problems,
}: {
  title: Title | null
  period: Period | null
  known: KnownIdentity
  problems: Problem[]
}): number | null {
  const inFile = title?.year ?? period?.year ?? null
  const differ = (one: number, other: number, kept: number): void => {
    problems.push({
      code: 'year.conflict',
      message: {
        zh: `年度不一致：${one} 与 ${other}。已按 ${kept} 年处理，请核对。`,
        en: `The years differ: ${one} and ${other}. ${kept} was kept; please check.`,
      },
      where: title?.where ?? null,
    })
  }
  const [titled, counted] = [title?.year ?? null, period?.year ?? null]
  if (titled !== null && counted !== null && titled !== counted) differ(titled, counted, known.year ?? titled)
  if (known.year !== undefined) {
    if (inFile !== null && inFile !== known.year) differ(inFile, known.year, known.year)
    return known.year
  }
  if (inFile !== null) return inFile
  const fromName = readYear(/(?:^|\D)(20\d{2})(?!\d)/.exec(known.fileName ?? '')?.[1])
  problems.push(
    fromName === null
      ? {
          code: 'year.unknown',
          message: {
            zh: '未能从标题或统计期限中读出年度，请指定年度。',
            en: 'No year was found in the title or the period; please give the year.',
          },
          where: null,
        }
      : {
          code: 'year.fromFileName',
          message: {
            zh: `正文未写明年度，按文件名取 ${fromName} 年，请核对。`,
            en: `The text names no year; ${fromName} was taken from the file name. Please check.`,
          },
          where: null,
        },
  )
  return fromName
}

interface Found {
  readonly name: string | null
  readonly id: string | null
  /** The name as the title has it: whose report it says it is. */
  readonly titled: string | null
}

/** Names under which the report speaks of its author, the title's first. */
function findNames(title: Title | null, lines: readonly Line[], body: string): string[] {
  const flat = body.replace(/\n/g, '')
  const names: string[] = []
  if (title && title.agency !== '') names.push(title.agency)
  const drawnUp = new RegExp(
    `(?:本报告)?(?:由|系由|是由)([\\u4e00-\\u9fa5()]{2,40}?${bodyEnding})(?=(?:根据|按照|依据|依照|汇总|编制|编写|负责|会同|,根据|严格|结合|办公室根据))`,
    'g',
  )
  for (const match of flat.slice(0, 3000).matchAll(drawnUp)) names.push(match[1] ?? '')
  const contact = new RegExp(`(?:与|同|向)([\\u4e00-\\u9fa5()]{2,40}?${bodyEnding})(?:政务公开办公室|政务公开办|办公室)?(?:直接)?联系`, 'g')
  for (const match of flat.slice(0, 4000).matchAll(contact)) names.push(match[1] ?? '')
  for (const line of lines.slice(0, 5)) if (isBody(line.text)) names.push(line.text)
  lines.forEach((line, index) => {
    // A signature: the name alone, above or with the date.
    if (isBody(line.text) && isDate(lines[index + 1]?.text ?? '')) names.push(line.text)
    const [, signed] = new RegExp(`^([\\u4e00-\\u9fa5()]{2,40}${bodyEnding})(?:20\\d{2}年\\d{1,2}月\\d{1,2}日)$`).exec(line.text) ?? []
    if (signed !== undefined) names.push(signed)
  })
  const written = names.map((name) =>
    name
      .replace(/^(?:本报告|关于|由)+/, '')
      .replace(/\(/g, '（')
      .replace(/\)/g, '）'),
  )
  return [...new Set(written.filter((name) => name !== ''))]
}

function settleAgency({
  title,
  lines,
  body,
  known,
  problems,
}: {
  title: Title | null
  lines: readonly Line[]
  body: string
  known: KnownIdentity
  problems: Problem[]
}): Found {
  const names = findNames(title, lines, body)
  const titled = title && title.agency !== '' ? title.agency : (names[0] ?? null)
  // The report of a government's office may stand beside the government's own: only what is listed as the office is meant.
  const meant = titled !== null && isOffice(titled) && title?.agency === titled ? names.filter((name) => sameBody(name, titled)) : names
  const inFile = matchNames(meant, known.agencies, body, meant !== names)
  if (known.agency !== undefined) {
    const given = matchNames([known.agency], known.agencies, body).agency
    if (given && inFile.agency && given.id !== inFile.agency.id) {
      problems.push(
        say(
          'agency.conflict',
          title,
          `指定的机关是${given.name}，文件内写的是${inFile.agency.name}。已按指定的处理，请核对。`,
          `The agency given is ${given.name}; the file says ${inFile.agency.name}. The one given was kept; please check.`,
        ),
      )
    }
    if (!given) problems.push(unknown(known.agency, title))
    return { name: given?.name ?? known.agency, id: given?.id ?? null, titled: titled ?? given?.name ?? known.agency }
  }
  if (inFile.agency) return { name: inFile.agency.name, id: inFile.agency.id, titled }
  if (inFile.several.length > 0) {
    problems.push(
      say(
        'agency.ambiguous',
        title,
        `机关名称可对应 ${inFile.several.join('、')}，未作选择，请指定机关。`,
        `The name may mean ${inFile.several.join(', ')}; none was chosen. Please give the agency.`,
      ),
    )
    return { name: bestName(names, body), id: null, titled }
  }
  const name = bestName(names, body) ?? bestName(namesInFileName(known.fileName), '')
  problems.push(
    name === null
      ? say(
          'agency.missing',
          title,
          '未能从标题、编制说明或落款中读出机关名称，请指定机关。',
          'No agency was found in the title, the introduction or the signature; please give the agency.',
        )
      : unknown(name, title),
  )
  return { name, id: null, titled }
}

const isOffice = (name: string): boolean => /政府(?:办公室|办公厅)$/.test(name)

const say = (code: string, title: Title | null, zh: string, en: string): Problem => ({
  code,
  message: { zh, en },
  where: title?.where ?? null,
})
const unknown = (name: string, title: Title | null): Problem =>
  say(
    'agency.unknown',
    title,
    `数据集中没有“${name}”，名称已保留，请添加该机关或指定已有机关。`,
    `The dataset does not list ${name}. The name was kept; add the agency or give a listed one.`,
  )

const namesInFileName = (fileName: string | undefined): string[] => {
  const [name] = new RegExp(`[\\u4e00-\\u9fa5()]{2,40}?${bodyEnding}`).exec((fileName ?? '').normalize('NFKC').replace(/\s/g, '')) ?? []
  return name === undefined ? [] : [name]
}

/** The listed agency that the names mean. The first name that means exactly one decides; a name that means several is settled by the places of the text. */
function matchNames(
  names: readonly string[],
  agencies: readonly Agency[],
  body: string,
  asWritten = false,
): { agency: Agency | null; several: readonly string[] } {
  let several: readonly string[] = []
  for (const name of names.flatMap((candidate) => [
    candidate,
    ...(asWritten ? [] : withoutOffice(candidate)),
    ...withPlace(candidate, body),
  ])) {
    const meant = agencies.filter((agency) =>
      [agency.name, agency.shortName, ...agency.aliases].some((listed) => listed !== '' && matches(name, listed)),
    )
    if (meant.length === 0) continue
    const exact = meant.filter((agency) => foldAgencyName(agency.name) === foldAgencyName(name))
    const [only, ...more] = exact.length > 0 ? exact : meant
    if (only && more.length === 0) return { agency: only, several: [] }
    const placed = meant.filter((agency) => isPlaced(agency, body))
    if (placed.length === 1 && placed[0]) return { agency: placed[0], several: [] }
    several = meant.map((agency) => agency.name)
  }
  return { agency: null, several }
}

/** An alias like 市科技局 names nobody: what is listed must carry a place, and so must what was read. */
const matches = (name: string, listed: string): boolean => hasPlace(name) && hasPlace(listed) && sameBody(name, listed)
const hasPlace = (name: string): boolean => splitPlaces(foldAgencyName(name)).places.length > 0

/** The office speaks for the body: 淮安市洪泽区人民政府办公室 may be listed as 人民政府, 科学技术局办公室 as 科学技术局. */
const withoutOffice = (name: string): string[] =>
  /(?:人民政府|局|委员会|委|厅)(?:办公室|办公厅)$/.test(name) ? [name.replace(/(?:办公室|办公厅)$/, '')] : []

/** 市科技局 in a text where one city alone is the seat of a government or names the body: that city's bureau. */
function withPlace(name: string, body: string): string[] {
  const [, level = '', rest = ''] = /^(?:本|我)?(省|市|区|县|州|旗)([\u4e00-\u9fa5()]+)$/.exec(name) ?? []
  if (rest === '' || rest.startsWith('场')) return []
  const seats = new Set(
    [...body.matchAll(new RegExp(`([\\u4e00-\\u9fa5]{2,6}${level})(?=人民政府|委市政府|委、)`, 'g'))].map((match) =>
      (match[1] ?? '').replace(/^.*(?:由|在|对|的|和|与|是|于|根据|按照|省|自治区)/, ''),
    ),
  )
  const [only] = seats
  return seats.size === 1 && only !== undefined ? [only + rest] : []
}

/** Does the text name a place that sets this agency apart: its upper place, or its region in full? */
function isPlaced(agency: Agency, body: string): boolean {
  const { places } = splitPlaces(foldAgencyName(agency.name))
  const upper =
    places.length > 1 ? places.slice(0, -1) : agency.regionName === null ? [] : splitPlaces(`${agency.regionName}局`).places.slice(0, -1)
  return upper.length > 0 && upper.every((place) => body.includes(place))
}

/** The fullest of the names that mean the same body as the first one; null when none carries a place. */
function bestName(names: readonly string[], body: string): string | null {
  const placed = names.flatMap((name) => [name, ...withPlace(name, body), ...withoutOffice(name)]).filter(hasPlace)
  const [first] = placed
  if (first === undefined) return null
  const same = placed.filter((name) => sameBody(name, first))
  const full = fullForm(first, body)
  return [...same, full].reduce((best, name) => (name.length > best.length ? name : best), first)
}

/** 灵武市科技局 where the text itself also writes 灵武市科学技术局. */
function fullForm(name: string, body: string): string {
  const folded = foldAgencyName(name)
  return body.includes(folded) ? folded : name
}

const wholeGovernment = /(?:全|我)[省市区县州旗盟](?!人大|政协|第)|各(?:县区|区县|部门|乡镇|镇街|街道|市直)|全自治区/
const counting = /(?:受理|收到|新收|公开|发布|答复|办理|办结|复议|诉讼)/

/** Whose figures. A government's report is its whole government's where it says that all were counted; a department's is its own. */
function settleScope(name: string | null, titled: string | null, body: string, problems: Problem[]): Scope | null {
  const whose = titled ?? name
  if (whose === null) return null
  const counted = body
    .split(/[。;\n]/)
    .some((sentence) => wholeGovernment.test(sentence) && counting.test(sentence) && /\d/.test(sentence.replace(/(?:19|20)\d{2}年/g, '')))
  const unclear = (zh: string, en: string): null => {
    problems.push({ code: 'scope.unclear', message: { zh, en }, where: null })
    return null
  }
  if (/(?:乡|镇|民族乡|街道)(?:人民政府|办事处)?(?:办公室)?$/.test(whose)) return 'own'
  if (whose.endsWith('政府')) {
    return counted
      ? 'aggregate'
      : unclear(
          '以政府名义编制，但未写明是否汇总各部门数据，请确认统计范围。',
          'Published in the name of the government without saying that all departments were counted; please confirm the scope.',
        )
  }
  if (isOffice(whose) || whose.endsWith('政府办')) {
    return counted
      ? unclear(
          '政府办公室的报告含全域数据，无法确定是本机关还是汇总，请确认统计范围。',
          'A government office’s report with figures of the whole area: its own or everybody’s cannot be told; please confirm the scope.',
        )
      : 'office'
  }
  return 'own'
}

const datePattern =
  /^\(?((?:19|20)\d{2}|[二〇零一三四五六七八九○]{4})年(\d{1,2}|[一二三四五六七八九十]{1,2})月(\d{1,2}|[一二三四五六七八九十]{1,3})日\)?$/
const isDate = (text: string): boolean => datePattern.test(text)

/** The date of the signature: a line that is only a date, or the agency's name and a date. The last one before any attachment counts. */
function findSignature(lines: readonly Line[], year: number | null): string | null {
  const dates = lines.flatMap((line, index) => {
    const alone = isDate(line.text)
      ? line.text
      : new RegExp(`^[\\u4e00-\\u9fa5()]{2,40}${bodyEnding}((?:19|20)\\d{2}年\\d{1,2}月\\d{1,2}日)$`).exec(line.text)?.[1]
    const match = alone === undefined ? null : datePattern.exec(alone)
    if (!match) return []
    const [, y = '', m = '', d = ''] = match
    const written = writeDate(readDigits(y), readDigits(m), readDigits(d))
    const signed = alone !== line.text || isBody(lines[index - 1]?.text ?? '')
    return written === null ? [] : [{ written, signed, end: index >= lines.length * 0.5 || index >= lines.length - 12 }]
  })
  // A report is signed after the year it covers has begun to end; an older date belongs to something else.
  const plausible = dates.filter(({ written }) => year === null || written > `${year}-10-31`)
  return (plausible.filter(({ signed }) => signed).at(-1) ?? plausible.filter(({ end }) => end).at(-1))?.written ?? null
}

function readDigits(text: string): string {
  return /^\d+$/.test(text) ? text : String(readChineseNumber(text.replace(/○/g, '〇'))?.value ?? '')
}
