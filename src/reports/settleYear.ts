import type { Problem, Recognition } from './figure.ts'
import type { Line } from './identityLines.ts'
import type { Title } from './findAuthors.ts'
import type { Period, ReportDate } from './readDates.ts'
import { givenByPerson, recognise } from './recognise.ts'

/** What speaks for a year. */
export interface YearEvidence {
  readonly title: Title | null
  readonly period: Period | null
  readonly dates: readonly ReportDate[]
  readonly lines: readonly Line[]
  readonly fileName?: string | undefined
  readonly given?: number | undefined
}

/** The year covered, how sure it is, and what contradicts it. */
export interface SettledYear {
  readonly year: number | null
  readonly recognition: Recognition
  readonly problems: readonly Problem[]
}

/**
 * The year covered. Title and period decide; where they differ, whichever the date of the signature (a report appears in the following
 * year) or the sentences speak for. Alone, the date makes a year likely, and a file name is only a proposal.
 */
export function settleYear(evidence: YearEvidence): SettledYear {
  const { title, period, given } = evidence
  const titled = title?.year ?? null
  const counted = period?.year ?? null
  const inFile = titled ?? counted
  if (given !== undefined) {
    const other = [titled, counted].find((year) => year !== null && year !== given) ?? null
    return { year: given, recognition: givenByPerson, problems: other === null ? [] : [differ(other, given, given, title)] }
  }
  if (titled !== null && counted !== null && titled !== counted) return settleDispute(titled, counted, evidence)
  if (inFile !== null) return confirm(inFile, titled !== null && counted !== null, evidence)
  return withoutStatement(evidence)
}

/** Which years a report can be on, by its own dates: it appears in the following year, now and then in the last weeks of its own. */
const yearsBefore = (dates: readonly ReportDate[]): readonly number[] => {
  const own = dates.filter(({ kind }) => kind !== 'page')
  const years = (own.length > 0 ? own : dates).flatMap(({ date }) => {
    const year = Number(date.slice(0, 4))
    return date.slice(5) >= '11-01' ? [year - 1, year] : [year - 1]
  })
  return [...new Set(years)]
}

/** Years at the head of sentences, as 2022年，我局 …: how often each. */
function countYears(lines: readonly Line[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { text } of lines) {
    for (const [, year = ''] of text.matchAll(/(?:^|[。;,])(20\d{2})年(?:度)?(?:以来)?[,，]?(?=我|本|全|共|收|受|主|未|依|按|在|的|,)/g))
      counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1)
  }
  return counts
}

function settleDispute(titled: number, counted: number, { dates, lines, title }: YearEvidence): SettledYear {
  const published = yearsBefore(dates)
  const said = countYears(lines)
  const score = (year: number): number =>
    (published.includes(year) ? 1 : 0) + ((said.get(year) ?? 0) > (said.get(year === titled ? counted : titled) ?? 0) ? 1 : 0)
  const year = score(counted) > score(titled) ? counted : titled
  const isBacked = score(year) > score(year === titled ? counted : titled)
  return {
    year,
    recognition: isBacked
      ? recognise(
          'likely',
          `标题写 ${titled} 年，统计期限写 ${counted} 年，落款日期或正文支持 ${year} 年。`,
          `The title says ${titled}, the period ${counted}; date or text speak for ${year}.`,
        )
      : recognise(
          'unsure',
          `标题写 ${titled} 年，统计期限写 ${counted} 年，无从判断。`,
          `The title says ${titled}, the period ${counted}; nothing else decides.`,
        ),
    problems: [differ(titled, counted, year, title)],
  }
}

function confirm(year: number, isTwice: boolean, { title, dates, lines, fileName }: YearEvidence): SettledYear {
  const source = isTwice
    ? { zh: '标题和统计期限', en: 'Title and period' }
    : title?.year === year
      ? { zh: '标题', en: 'The title' }
      : { zh: '统计期限', en: 'The period' }
  const published = yearsBefore(dates)
  const said = countYears(lines)
  const isEarly = published.length > 0 && published.every((one) => one < year)
  const isLate = published.length > 0 && published.every((one) => one > year + 1)
  const [most] = [...said.entries()].sort(([, a], [, b]) => b - a)
  const isOtherYear = most !== undefined && most[0] !== year && most[1] >= 2 && !said.has(year)
  const inName = yearInName(fileName)
  const isOtherName = inName !== null && inName !== year && inName !== year + 1
  if (isEarly || isOtherYear) {
    const other = isEarly ? Math.max(...published) : (most?.[0] ?? year)
    return {
      year,
      recognition: recognise(
        isTwice ? 'likely' : 'unsure',
        `${source.zh}写 ${year} 年，${isEarly ? '落款日期却更早' : '正文却多处写另一年'}。`,
        `${source.en} say ${year}, but ${isEarly ? 'the date is earlier' : 'the text mostly names another year'}.`,
      ),
      problems: [differ(year, other, year, title)],
    }
  }
  if (isOtherName) {
    return {
      year,
      recognition: recognise(
        'likely',
        `${source.zh}写 ${year} 年，文件名写 ${inName} 年。`,
        `${source.en}: ${year}; the file name says ${inName}.`,
      ),
      problems: [
        {
          code: 'year.fileNameDiffers',
          message: {
            zh: `文件名中的年份是 ${inName}，报告写的是 ${year} 年，已按报告处理，请核对。`,
            en: `The file name says ${inName}, the report ${year}; the report was followed. Please check.`,
          },
          where: title?.where ?? null,
        },
      ],
    }
  }
  const isConfirmed = isTwice || published.includes(year) || (said.get(year) ?? 0) > 0
  return {
    year,
    recognition:
      isConfirmed && !isLate
        ? recognise('certain', `${source.zh}写明 ${year} 年，没有相反的说法。`, `${source.en}: ${year}; nothing contradicts it.`)
        : recognise('likely', `只有${source.zh}写明 ${year} 年。`, `Only ${source.en.toLowerCase()} says ${year}.`),
    problems: [],
  }
}

/** Neither title nor period: the date below the report, then the file name. */
function withoutStatement({ dates, lines, fileName }: YearEvidence): SettledYear {
  const published = yearsBefore(dates.filter(({ kind }) => kind !== 'page'))
  const [only] = published
  const said = countYears(lines)
  if (only !== undefined && published.length === 1 && (said.size === 0 || said.has(only))) {
    return {
      year: only,
      recognition: recognise(
        said.has(only) ? 'likely' : 'unsure',
        `标题和统计期限没有写年度，按落款日期推算为 ${only} 年。`,
        `Neither title nor period names a year; by the date it is ${only}.`,
      ),
      problems: [
        {
          code: 'year.fromSignature',
          message: {
            zh: `标题和统计期限都没有写年度，按落款日期取 ${only} 年，请核对。`,
            en: `Neither the title nor the period names a year; ${only} was taken from the date below the report. Please check.`,
          },
          where: null,
        },
      ],
    }
  }
  const fromName = yearInName(fileName)
  if (fromName !== null) {
    return {
      year: fromName,
      recognition: recognise('unsure', `只有文件名写 ${fromName} 年。`, `Only the file name says ${fromName}.`),
      problems: [
        {
          code: 'year.fromFileName',
          message: {
            zh: `正文未写明年度，按文件名取 ${fromName} 年，请核对。`,
            en: `The text names no year; ${fromName} was taken from the file name. Please check.`,
          },
          where: null,
        },
      ],
    }
  }
  return {
    year: null,
    recognition: recognise('unsure', '标题、统计期限、落款和文件名都没有写明年度。', 'Title, period, date and file name name no year.'),
    problems: [
      {
        code: 'year.unknown',
        message: {
          zh: '未能从标题或统计期限中读出年度，请指定年度。',
          en: 'No year was found in the title or the period; please give the year.',
        },
        where: null,
      },
    ],
  }
}

/** The year in the file's own name; two different ones say nothing. */
function yearInName(fileName: string | undefined): number | null {
  const own = (fileName ?? '').split(/[\\/]/).at(-1) ?? ''
  const years = new Set(
    [...own.normalize('NFKC').matchAll(/\d+/g)].flatMap(([digits]) => (/^20\d{2}$/.test(digits) ? [Number(digits)] : [])),
  )
  const [only] = years
  return years.size === 1 && only !== undefined ? only : null
}

const differ = (one: number, other: number, kept: number, title: Title | null): Problem => ({
  code: 'year.conflict',
  message: {
    zh: `年度不一致：${one} 与 ${other}。已按 ${kept} 年处理，请核对。`,
    en: `The years differ: ${one} and ${other}. ${kept} was kept; please check.`,
  },
  where: title?.where ?? null,
})
