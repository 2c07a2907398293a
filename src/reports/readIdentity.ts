import type { Agency } from '../agencies.ts'
import type { Scope } from '../forms/states.ts'
import type { ReportDocument } from './document.ts'
import type { Problem, Recognised, Recognition, ReportIdentity } from './figure.ts'
import { findAuthors, findTitle } from './findAuthors.ts'
import { listLines } from './identityLines.ts'
import { indexAgencies, type AgencyIndex } from './matchAgency.ts'
import { gatherPlaceEvidence } from './placeEvidence.ts'
import { findDates, findPeriod, saysMonthOnly, type ReportDate } from './readDates.ts'
import { recognise } from './recognise.ts'
import { settleAgency } from './settleAgency.ts'
import { settleYear } from './settleYear.ts'

/** What is known before reading. `agency` and `year` were given by a person and win over what the file says. */
export interface KnownIdentity {
  readonly agencies: readonly Agency[]
  readonly agency?: string
  readonly year?: number
  /** With its folders, where they are known. Weak: the file itself comes first. */
  readonly fileName?: string
}

/** Who reports, on which year, for whom, and how sure each is. */
export interface ReadIdentity {
  readonly identity: Omit<ReportIdentity, 'form'>
  readonly recognised: Omit<Recognised, 'form'>
  readonly problems: readonly Problem[]
}

const indexes = new WeakMap<readonly Agency[], AgencyIndex>()

/** The index of a list of agencies, made once per list. */
function indexOf(agencies: readonly Agency[]): AgencyIndex {
  const index = indexes.get(agencies) ?? indexAgencies(agencies)
  indexes.set(agencies, index)
  return index
}

/**
 * Who reports, on which year, for whom: from the title, the sentence about who drew it up, the period, the signature, the head of the page
 * and, weakly, the file's name and folders. What is not certain is null, with a problem that says so. The form is not decided here.
 */
export function readIdentity(document: ReportDocument, known: KnownIdentity): ReadIdentity {
  const lines = listLines(document)
  const body = lines.map((line) => line.text).join('\n')
  const title = findTitle(lines)
  const period = findPeriod(body)
  const dates = findDates(lines)
  const year = settleYear({ title, period, dates, lines, fileName: known.fileName, given: known.year })
  const authors = findAuthors(title, lines, known.fileName)
  const index = indexOf(known.agencies)
  const agency = settleAgency({
    authors,
    index,
    places: gatherPlaceEvidence(body, known.fileName, index.places),
    agencies: known.agencies,
    year: year.year,
    countsEverybody: countsEverybody(body),
    given: known.agency,
  })
  const titled = title && title.agency !== '' ? title.agency : (authors[0]?.name ?? null)
  const scope = settleScope(agency.name, titled ?? agency.name, body)
  const published = settleDate(dates, year.year, saysMonthOnly(lines))
  return {
    identity: {
      agency: agency.name,
      agency_id: agency.id,
      year: year.year,
      scope: scope.scope,
      period_start: period?.start ?? null,
      period_end: period?.end ?? null,
      published_on: published.date,
      // The heading of a table says a year, and is no title.
      title: title === null || title.text === '' ? null : title.text,
    },
    recognised: { agency: agency.recognition, year: year.recognition, published_on: published.recognition, scope: scope.recognition },
    problems: [...year.problems, ...agency.problems, ...scope.problems],
  }
}

/** The date of the signature; else the day on which the page says that it was published. */
function settleDate(
  dates: readonly ReportDate[],
  year: number | null,
  isMonthOnly: boolean,
): { readonly date: string | null; readonly recognition: Recognition } {
  // A report is signed after the year it covers has begun to end; an older date belongs to something else.
  const plausible = dates.filter(({ date }) => year === null || date > `${year}-10-31`)
  const last = (kind: ReportDate['kind']): ReportDate | undefined => plausible.filter((one) => one.kind === kind).at(-1)
  const [signed, ending, page] = [last('signed'), last('ending'), last('page')]
  const chosen = signed ?? ending ?? page
  if (!chosen) {
    return {
      date: null,
      recognition: isMonthOnly
        ? recognise('unsure', '落款只写了年和月，没有写日。', 'The signature gives year and month, not the day.')
        : recognise('unsure', '没有读到落款日期或发布日期。', 'No date of signature or publication was found.'),
    }
  }
  if (chosen === page)
    return {
      date: page.date,
      recognition: recognise('likely', '取自页面上的发布日期，报告没有落款日期。', 'From the page; the report itself is not dated.'),
    }
  if (page && page.date !== chosen.date) {
    return {
      date: chosen.date,
      recognition: recognise(
        'likely',
        `落款写 ${chosen.date}，页面写 ${page.date}，取落款日期。`,
        `Signed ${chosen.date}, on the page ${page.date}; the signature was taken.`,
      ),
    }
  }
  return {
    date: chosen.date,
    recognition:
      chosen === signed
        ? recognise('certain', '取自落款。', 'From the signature.')
        : recognise('likely', '取自文末单独成行的日期。', 'From a date that stands alone at the end.'),
  }
}

const isOffice = (name: string): boolean => /政府(?:办公室|办公厅|办)$/.test(name)

const wholeGovernment = /(?:全|我)[省市区县州旗盟](?!人大|政协|第)|各(?:县区|区县|部门|乡镇|镇街|街道|市直)|全自治区/
const counting = /(?:受理|收到|新收|公开|发布|答复|办理|办结|复议|诉讼)/

/** Do the sentences count everybody below: 全市受理申请30件? */
function countsEverybody(body: string): boolean {
  return body
    .split(/[。;\n]/)
    .some((sentence) => wholeGovernment.test(sentence) && counting.test(sentence) && /\d/.test(sentence.replace(/(?:19|20)\d{2}年/g, '')))
}

interface SettledScope {
  readonly scope: Scope | null
  readonly recognition: Recognition
  readonly problems: readonly Problem[]
}

/** Whose figures. A government's report is its whole government's where it says that all were counted; a department's is its own. */
function settleScope(name: string | null, titled: string | null, body: string): SettledScope {
  const whose = (titled ?? name)?.replace(/[（(].*?[）)]/g, '') ?? null
  const told = (scope: Scope, zh: string, en: string): SettledScope => ({ scope, recognition: recognise('certain', zh, en), problems: [] })
  const unclear = (zh: string, en: string): SettledScope => ({
    scope: null,
    recognition: recognise('unsure', zh, en),
    problems: [{ code: 'scope.unclear', message: { zh, en }, where: null }],
  })
  if (whose === null)
    return { scope: null, recognition: recognise('unsure', '不知道是哪个机关的报告。', 'Whose report it is is not known.'), problems: [] }
  if (/(?:乡|镇|街道)(?:人民政府|政府|办事处)?(?:办公室)?$/.test(whose))
    return told('own', '乡镇、街道的报告统计本机关。', 'Towns and subdistricts count themselves.')
  if (whose.endsWith('政府')) {
    return countsEverybody(body)
      ? told(
          'aggregate',
          '以政府名义编制，正文写明统计了全域。',
          'Published in the name of the government, and the text counts the whole area.',
        )
      : unclear(
          '以政府名义编制，但未写明是否汇总各部门数据，请确认统计范围。',
          'Published in the name of the government without saying that all departments were counted; please confirm the scope.',
        )
  }
  if (isOffice(whose)) {
    return countsEverybody(body)
      ? unclear(
          '政府办公室的报告含全域数据，无法确定是本机关还是汇总，请确认统计范围。',
          'A government office’s report with figures of the whole area: its own or everybody’s cannot be told; please confirm the scope.',
        )
      : told('office', '政府办公室作为一个机关的报告。', 'The report of the government’s office as an agency.')
  }
  return told('own', '部门的报告统计本机关。', 'A department counts itself.')
}
