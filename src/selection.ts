import { migrateAddress } from './selection/addressMigrations.ts'
import { readCarried } from './selection/carriedValues.ts'
import { pageFigures, type PageFigure } from './selection/pageFigures.ts'
import type { Lang } from './text/label.ts'

export const pages = [
  'overview',
  'compare',
  'channels',
  'staffing',
  'requests',
  'agency',
  'report',
  'checks',
  'import',
  'data',
  'methods',
  'embed',
] as const
export type Page = (typeof pages)[number]

export const themes = ['auto', 'light', 'dark', 'care'] as const
export type Theme = (typeof themes)[number]

export const charts = ['bar', 'strip', 'trend', 'multiples', 'slope', 'scatter', 'rug', 'coverage', 'mix', 'flow', 'funnel'] as const
export type ChartId = (typeof charts)[number]

/** What each figure of a ranking is held against: a group's middle, the group of its supervisor, or its own year before. */
export const benchmarks = ['none', 'median', 'supervisor', 'before'] as const
/** The order of lists: by the figure, highest or lowest first, or as agencies are listed. */
export const orders = ['value', 'lowest', 'list'] as const
/** What bodies are put together by. */
export const agencyGroups = ['none', 'level', 'supervisor', 'system', 'region'] as const
/** What a figure is divided by: nothing, its total, the staff, or the requests received (per 100). */
export const bases = ['count', 'share', 'staff', 'requests'] as const
export type Benchmark = (typeof benchmarks)[number] | number
export type AgencySort = (typeof orders)[number]
export type AgencyGrouping = (typeof agencyGroups)[number]
export type Base = (typeof bases)[number]

/** Filters of the checks page. `open`: without a verdict; `handled`: with any. */
export const severityFilters = ['error', 'warning', 'info'] as const
export const outcomeFilters = ['fails', 'cannotTell', 'all'] as const
export const verdictFilters = ['open', 'handled', 'confirmed', 'explained', 'not_applicable', 'asked'] as const
export const findingGroups = ['agency', 'rule', 'year'] as const
export type SeverityFilter = (typeof severityFilters)[number]
export type OutcomeFilter = (typeof outcomeFilters)[number]
export type VerdictFilter = (typeof verdictFilters)[number]
export type FindingGroup = (typeof findingGroups)[number]

/** Views made for paper: the supervision brief. */
export const printedViews = ['brief'] as const
export type PrintedView = (typeof printedViews)[number]

/** What the reader is looking at. The address is its only home. */
export interface Selection {
  readonly page: Page
  /** Ids of the indicators that are compared: one, or two where a chart sets one against the other. */
  readonly indicators: readonly string[]
  /** Agency ids; null: every agency of the dataset. */
  readonly agencies: readonly string[] | null
  /** Agencies drawn in colour, at most six; null: chosen by the page. */
  readonly focus: readonly string[] | null
  readonly years: readonly [from: number, to: number]
  /** Which year a ranking takes: `latest` for each agency's latest report of the span; null: chosen by the page. */
  readonly at: number | 'latest' | null
  /** The chart that comes first, where the reader chose one; null: the page decides. */
  readonly chart: ChartId | null
  /** Figures of the prose (grades B to D) beside those of the tables. */
  readonly prose: boolean
  /** Blank cells count as 0. Off unless the reader says so; the data keep the blank either way. */
  readonly blanksAsZero: boolean
  /** Applicant type of the catalogue; null: the total. */
  readonly applicant: string | null
  /** What a ranking is held against, or a number to hold it against; null: chosen by the page. */
  readonly bench: Benchmark | null
  /** Null: by the figure. */
  readonly sort: AgencySort | null
  /** What bodies are put together by in lists, matrices and group statements; null: chosen by the page. */
  readonly by: AgencyGrouping | null
  /** Id of the theme whose indicators a matrix shows; null: chosen by the page. */
  readonly topic: string | null
  /** Small multiples each on an axis of their own, rather than on one that they share. */
  readonly ownAxes: boolean
  /** What figures are divided by; null: nothing, or what the page shows first. */
  readonly per: Base | null
  /** Like for like: only bodies with a number in every year of the span. */
  readonly sameBodies: boolean
  /** The bodies that one body is seen among; null: those that the page suggests. */
  readonly peers: readonly string[] | null
  /** Id of the report beside the one that is open. */
  readonly against: string | null
  /** Report id, on the report page. */
  readonly report: string | null
  /** Cell path and applicant on the report page whose source is open, e.g. `3.1@natural_person`. */
  readonly cell: string | null
  /** Id of the check whose findings are listed; null: of every one. */
  readonly rule: string | null
  /** Null: of every severity. */
  readonly severity: SeverityFilter | null
  /** Null: what fails. */
  readonly outcome: OutcomeFilter | null
  /** Null: whatever a person said of them. */
  readonly verdict: VerdictFilter | null
  /** What findings are gathered by; null: one list. */
  readonly group: FindingGroup | null
  /** What stands in place of the page, made for paper; null: the page itself. */
  readonly print: PrintedView | null
  /** The figure of a page that is embedded, on the page about embeds; null: a comparison. */
  readonly figure: PageFigure | null
  /** Start of the hash of the data that a link was made on. */
  readonly of: string | null
  /** Figures that a link carries, as they stood then: `writeCarried`. Only together with `of`. */
  readonly was: string | null
  readonly lang: Lang
  readonly theme: Theme
  /** Dataset id. */
  readonly data: string
}

/** What an address may refer to in the open dataset, and what it means when it says nothing. */
export interface Known {
  readonly indicators: ReadonlySet<string>
  /** Ids that indicators had before, with those of today. */
  readonly formerIndicators?: ReadonlyMap<string, string>
  /** Ids of applicant types, the total among them. */
  readonly applicants: ReadonlySet<string>
  /** Ids of themes. */
  readonly topics: ReadonlySet<string>
  readonly agencies: ReadonlySet<string>
  readonly reports: ReadonlySet<string>
  /** Ids of the checks. */
  readonly rules: ReadonlySet<string>
  readonly datasets: ReadonlySet<string>
  readonly start: Selection
}

/**
 * A part of an address that was ignored. `part` is the parameter, `given` what stood there, cut to 60 characters and without any that
 * cannot be seen. `no_part`: there is no such parameter; `repeated`: it stands twice and the first counts.
 */
export interface AddressProblem {
  readonly part: string
  readonly given: string
  readonly reason: 'unknown' | 'unreadable' | 'too_many' | 'too_long' | 'repeated' | 'no_part'
}

/** Parameters that are not ours to read or to complain of: those of `embed.html`, and what programs add to links that pass through them. */
const otherParts =
  /^(controls|title|height|accent|surface|ink|host|utm_\w{1,20}|fbclid|gclid|msclkid|spm|from|isappinstalled|scene|clicktime|enterid|nsukey|share_\w{1,20}|wx\w{0,20}|_t|timestamp)$/

/** The longest value that is read. Every body of a province fits. */
const longestValue = 200_000

/** A view without settings of its own; what is compared, agencies and years stay. */
export const plainView = {
  applicant: null,
  bench: null,
  sort: null,
  by: null,
  topic: null,
  ownAxes: false,
  per: null,
  sameBodies: false,
  peers: null,
  against: null,
} as const satisfies Partial<Selection>

/** A selection of findings without filters of its own; agencies and years stay. */
export const everyFinding = { rule: null, severity: null, outcome: null, verdict: null, group: null } as const satisfies Partial<Selection>

/** Reads an address, of any time. What it cannot use is dropped and named, so an old link still opens. */
export function readSelection(given: URLSearchParams, known: Known): { selection: Selection; problems: AddressProblem[] } {
  const { start } = known
  const address = migrateAddress(given)
  const problems: AddressProblem[] = []
  const report: Report = (part, value, reason) => problems.push({ part: showText(part), given: showText(value), reason })
  const read = new Map<string, string | null>()
  const get = (part: string): string | null => {
    const before = read.get(part)
    if (before !== undefined) return before
    const [value = null, ...more] = address.getAll(part)
    if (more[0] !== undefined) report(part, more[0], 'repeated')
    const isTooLong = value !== null && value.length > longestValue
    if (isTooLong) report(part, value, 'too_long')
    read.set(part, isTooLong ? null : value)
    return isTooLong ? null : value
  }
  const choose = <T extends string>(part: string, allowed: readonly T[], usual: T): T => {
    const given = get(part)
    if (given === null) return usual
    const found = allowed.find((candidate) => candidate === given)
    if (found === undefined) report(part, given, 'unknown')
    return found ?? usual
  }
  const chooseOrNull = <T extends string>(part: string, allowed: readonly T[]): T | null =>
    get(part) === null ? null : choose<T | ''>(part, allowed, '') || null
  const readId = (part: string, ids: ReadonlySet<string>): string | null => {
    const given = get(part)
    if (given === null) return null
    if (ids.has(given)) return given
    report(part, given, 'unknown')
    return null
  }
  const readIds = (
    part: string,
    ids: ReadonlySet<string>,
    most: number,
    former?: ReadonlyMap<string, string>,
  ): readonly string[] | null => {
    const given = get(part)
    if (given === null) return null
    const named = given.split('~').filter(Boolean)
    if (named.length === 0) report(part, given, 'unreadable')
    const wanted = [...new Set(named.map((id) => (ids.has(id) ? id : (former?.get(id) ?? id))))]
    const found = wanted.filter((id) => ids.has(id) || (report(part, id, 'unknown'), false))
    if (found.length > most) report(part, found.slice(most).join('~'), 'too_many')
    return found.length === 0 ? null : found.slice(0, most)
  }
  const readFlag = (part: string, on: string): boolean => {
    const given = get(part)
    if (given !== null && given !== on) report(part, given, 'unreadable')
    return given === on
  }
  const readPattern = (part: string, pattern: RegExp): string | null => {
    const given = get(part)
    if (given === null || pattern.test(given)) return given
    report(part, given, 'unreadable')
    return null
  }
  const readWas = (of: string | null): string | null => {
    const given = get('was')
    if (given === null || readCarried(given, of) !== null) return given
    report('was', given, 'unreadable')
    return null
  }
  const of = readPattern('of', /^[0-9a-f]{8}$/)

  const selection: Selection = {
    page: choose('page', pages, start.page),
    indicators: readIds('indicator', known.indicators, 2, known.formerIndicators) ?? start.indicators,
    agencies: readIds('agencies', known.agencies, Infinity) ?? start.agencies,
    focus: readIds('focus', known.agencies, 6) ?? start.focus,
    years: readYears(get('years'), start.years, report),
    at: readAt(get('at'), report),
    chart: chooseOrNull('chart', charts),
    prose: readFlag('prose', '1'),
    blanksAsZero: readFlag('blanks', 'zero'),
    applicant: readId('applicant', known.applicants),
    bench: readBench(get('bench'), report),
    sort: chooseOrNull('sort', orders),
    by: chooseOrNull('by', agencyGroups),
    topic: readId('topic', known.topics),
    ownAxes: readFlag('axes', 'own'),
    per: chooseOrNull('per', bases),
    sameBodies: readFlag('same', '1'),
    peers: readIds('peers', known.agencies, Infinity),
    against: readId('against', known.reports),
    report: readId('report', known.reports),
    cell: readPattern('cell', /^[0-9][0-9a-z.]{0,11}(@[a-z_]{1,24})?$/),
    rule: readId('rule', known.rules),
    severity: chooseOrNull('severity', severityFilters),
    outcome: chooseOrNull('outcome', outcomeFilters),
    verdict: chooseOrNull('verdict', verdictFilters),
    group: chooseOrNull('group', findingGroups),
    print: chooseOrNull('print', printedViews),
    figure: chooseOrNull('figure', pageFigures),
    of,
    was: readWas(of),
    lang: choose('lang', ['zh', 'en'], start.lang),
    theme: choose('theme', themes, start.theme),
    data: readId('data', known.datasets) ?? start.data,
  }
  for (const [part, value] of address) if (!read.has(part) && !otherParts.test(part)) report(part, value, 'no_part')
  return { selection, problems }
}

/** The beginning of what stood in an address, so that all of it is seen: nothing in it moves, hides or turns other words. */
const showText = (text: string): string =>
  Array.from(text.slice(0, 200))
    .slice(0, 60)
    .join('')
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\u{fffd}')

/**
 * The selection that a step leads to: whoever goes to a page leaves what was made for paper or for other pages, and whoever goes to
 * another page or dataset leaves what the link said of the figures it was made on.
 */
export const followStep = (selection: Selection, step: Partial<Selection>): Selection => ({
  ...selection,
  ...(step.page === undefined ? {} : { print: null, figure: null }),
  ...(leavesLink(selection, step) ? { of: null, was: null } : {}),
  ...step,
})

const leavesLink = (selection: Selection, { page = selection.page, data = selection.data }: Partial<Selection>): boolean =>
  page !== selection.page || data !== selection.data

type Report = (part: string, given: string, reason: AddressProblem['reason']) => void

function readYears(given: string | null, usual: readonly [number, number], report: Report): readonly [number, number] {
  if (given === null) return usual
  const found = /^(\d{4})(?:-(\d{4}))?$/.exec(given)
  const from = Number(found?.[1])
  const to = Number(found?.[2] ?? found?.[1])
  if (!found || from > to || from < 1990 || to > 2100) {
    report('years', given, 'unreadable')
    return usual
  }
  return [from, to]
}

function readAt(given: string | null, report: Report): number | 'latest' | null {
  if (given === null || given === 'latest') return given
  if (/^(19|20)\d\d$/.test(given)) return Number(given)
  report('at', given, 'unreadable')
  return null
}

function readBench(given: string | null, report: Report): Benchmark | null {
  if (given === null) return null
  const named = benchmarks.find((candidate) => candidate === given)
  if (named !== undefined) return named
  if (/^-?\d{1,9}(\.\d{1,4})?$/.test(given)) return Number(given)
  report('bench', given, 'unreadable')
  return null
}

/** Writes only what differs from the start, so links stay short; the same selection always gives the same address. */
export function writeSelection(selection: Selection, start: Selection): URLSearchParams {
  const address = new URLSearchParams()
  const set = (part: string, value: string, usual: string): void => {
    if (value !== usual) address.set(part, value)
  }
  const years = ([from, to]: readonly [number, number]): string => (from === to ? String(from) : `${from}-${to}`)
  set('page', selection.page, start.page)
  set('indicator', selection.indicators.join('~'), start.indicators.join('~'))
  set('agencies', (selection.agencies ?? []).join('~'), (start.agencies ?? []).join('~'))
  set('focus', (selection.focus ?? []).join('~'), (start.focus ?? []).join('~'))
  set('years', years(selection.years), years(start.years))
  set('at', String(selection.at ?? ''), '')
  set('chart', selection.chart ?? '', '')
  set('prose', selection.prose ? '1' : '', '')
  set('blanks', selection.blanksAsZero ? 'zero' : '', '')
  set('applicant', selection.applicant ?? '', '')
  set('bench', String(selection.bench ?? ''), '')
  for (const part of ['sort', 'by', 'topic', 'per'] as const) set(part, selection[part] ?? '', '')
  set('axes', selection.ownAxes ? 'own' : '', '')
  set('same', selection.sameBodies ? '1' : '', '')
  set('peers', (selection.peers ?? []).join('~'), '')
  set('against', selection.against ?? '', '')
  set('report', selection.report ?? '', '')
  set('cell', selection.cell ?? '', '')
  for (const part of ['rule', 'severity', 'outcome', 'verdict', 'group'] as const) set(part, selection[part] ?? '', '')
  set('print', selection.print ?? '', '')
  set('figure', selection.figure ?? '', '')
  set('of', selection.of ?? '', '')
  set('was', selection.was ?? '', '')
  set('lang', selection.lang, start.lang)
  set('theme', selection.theme, start.theme)
  set('data', selection.data, start.data)
  return address
}

/** The address of a selection, relative to the app, with `~` left readable: `?page=compare&agencies=a~b`. */
export function printAddress(selection: Selection, start: Selection): string {
  const text = writeSelection(selection, start).toString().replaceAll('%7E', '~').replaceAll('%40', '@')
  return text === '' ? './' : `?${text}`
}
