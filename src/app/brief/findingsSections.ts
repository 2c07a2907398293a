import type { Finding } from '../../checks/outcome.ts'
import { equationsOf } from '../../checks/equationsOf.ts'
import type { Severity } from '../../checks/severity.ts'
import type { BriefSection, BriefTable } from '../../exports/briefDocument.ts'
import { placesOf } from '../../exports/findingWords.ts'
import { formatNumber } from '../../text/numbers.ts'
import { sayFinding } from '../checks/findingNames.ts'
import { cutList, type BriefInput, type BriefRoom } from './briefInput.ts'
import { listExpected } from './filingsSection.ts'

const count = (findings: readonly Finding[], severity: Severity): number =>
  findings.filter((finding) => finding.severity === severity).length

const openOf = ({ findings, isHandled }: BriefInput): readonly Finding[] =>
  (findings ?? []).filter((finding) => finding.outcome === 'fails' && !isHandled(finding))

/** Of a finding about many cells so many are named. */
const fewCells = 2

/** What filings say already: the check of the last day. */
const lateness = 'deadline.published'

/** Does it hold this year's figures equal to those of the report before? */
const isCarried = (finding: Finding): boolean =>
  finding.cells.some(({ year }) => year !== undefined) && equationsOf(finding).some(({ kind }) => kind === 'equal')

/** What does not agree and nobody has handled, the weightiest first, with the cells and both sides. */
export function openFindings(input: BriefInput, room: BriefRoom): BriefSection {
  const { own, findings } = input
  const all = (findings ?? []).filter(({ outcome }) => outcome === 'fails')
  const every = openOf(input)
  const open = every.filter((finding) => !isCarried(finding) && finding.rule !== lateness)
  const { shown, rest } = cutList(open, room.findings)
  const untold = (findings ?? []).length - all.length
  return {
    id: 'findings',
    title: own.findings.title(every.length, ...countEach(every)),
    lines: [own.findings.handled(all.length - every.length, untold)],
    table: shown.length === 0 ? null : tableOf(shown, input),
    cut: rest.length === 0 ? null : own.findings.cut(rest.length, count(rest, 'error'), count(rest, 'warning')),
  }
}

const countEach = (findings: readonly Finding[]): [number, number, number] => [
  count(findings, 'error'),
  count(findings, 'warning'),
  count(findings, 'info'),
]

/** Where one year's carry-over is not what the next report takes in. */
export function carriedOver(input: BriefInput, room: BriefRoom): BriefSection {
  const { own } = input
  const broken = openOf(input).filter(isCarried)
  const { shown, rest } = cutList(broken, room.carried)
  return {
    id: 'carried',
    title: own.carried.title(broken.length),
    lines: [],
    table: shown.length === 0 ? null : tableOf(shown, input),
    cut: rest.length === 0 ? null : own.carried.cut(rest.length),
  }
}

function tableOf(findings: readonly Finding[], input: BriefInput): BriefTable {
  const { own, lang, words } = input
  return {
    columns: [17, 9, 23, 25, 18, 8].map((width, place) => ({ name: own.findings.columns[place] ?? '', width })),
    rows: findings.map((finding) => {
      const places = placesOf(finding, lang)
      const [first] = places
      const difference = first?.difference ?? null
      const more = places.length > 1 ? ` (+${places.length - 1})` : ''
      return [
        `${nameAgency(finding, input)} ${finding.year ?? ''}`.trim(),
        words.checks.severities[finding.severity],
        (first?.place || own.findings.whole) + more,
        first === undefined || first.printed.length === 0 ? sayFinding(finding, lang) : sayPrinted(first.printed, finding, input),
        first?.relation ?? '',
        difference === null ? own.findings.noDifference : formatNumber(difference, lang),
      ]
    }),
  }
}

/** Both sides, one against the other; of a finding about many cells, the first ones and how many there are. */
function sayPrinted(printed: readonly string[], { cells }: Finding, { own }: BriefInput): string {
  if (printed.length === 2) return printed.join('\n≠ ')
  const shown = printed.slice(0, fewCells)
  return shown.join(own.semicolon) + (printed.length > shown.length ? own.findings.cells(cells.length) : '')
}

const nameAgency = ({ agency }: Finding, { agencies, words }: BriefInput): string =>
  agencies.find(({ id }) => id === agency)?.shortName ?? agency ?? words.checks.noAgency

/** One list of what to ask back, body by body: reports that are not there, late ones, and what does not agree. */
export function asksSection(input: BriefInput, room: BriefRoom): BriefSection {
  const { own, agencies, words } = input
  const asked = agencies.map((agency) => ({ agency, items: asksOf(agency.id, input) })).filter(({ items }) => items.length > 0)
  // The bodies with reports that are not there come first, then those with most to check.
  const sorted = [...asked].sort((a, b) => b.items.length - a.items.length)
  const isOne = agencies.length === 1
  const rows = isOne
    ? (sorted[0]?.items ?? []).map((item) => [item])
    : sorted.map(({ agency, items }) => [agency.shortName, items.join(own.semicolon)])
  const { shown, rest } = cutList(rows, room.asks)
  const left = sorted.slice(room.asks).reduce((sum, { items }) => sum + items.length, 0)
  const total = sorted.reduce((sum, { items }) => sum + items.length, 0)
  return {
    id: 'asks',
    title: own.asks.title(sorted.length, total),
    lines: [],
    table:
      shown.length === 0
        ? null
        : {
            columns: isOne ? [{ name: own.asks.columns[1] ?? words.checks.verdict, width: 100 }] : askColumns(own.asks.columns),
            rows: shown,
          },
    cut: rest.length === 0 ? null : isOne ? own.asks.cutOwn(rest.length) : own.asks.cut(rest.length, left),
  }
}

const askColumns = ([body = '', asked = '']: readonly string[]): BriefTable['columns'] => [
  { name: body, width: 20 },
  { name: asked, width: 80 },
]

function asksOf(agency: string, input: BriefInput): readonly string[] {
  const { own, lang } = input
  const filings = listExpected(input).filter(({ row }) => row.agency === agency)
  const yearsOf = (some: typeof filings): string => joinYears(some.map(({ row }) => row.year))
  const absent = filings.filter(({ filing }) => filing === 'missing' || filing === 'notLoaded')
  const late = filings.filter(({ filing }) => filing === 'late')
  const weighty = openOf(input).filter((finding) => finding.agency === agency && finding.severity !== 'info' && finding.rule !== lateness)
  const years = [...new Set(weighty.map(({ year }) => year))].sort((a, b) => (b ?? 0) - (a ?? 0))
  return [
    ...(absent.length > 0 ? [own.asks.missing(yearsOf(absent), absent.length)] : []),
    ...(late.length > 0 ? [own.asks.late(yearsOf(late), late.length)] : []),
    ...years.flatMap((year) => {
      const ofYear = weighty.filter((finding) => finding.year === year)
      const [first] = ofYear
      return first === undefined ? [] : [own.asks.check(year === null ? '' : own.asks.yearOf(year), sayFinding(first, lang), ofYear.length)]
    }),
  ]
}

/** `2014–2016, 2019`: runs of years are put together. */
function joinYears(years: readonly number[]): string {
  const sorted = [...new Set(years)].sort((a, b) => a - b)
  const runs: [from: number, to: number][] = []
  for (const year of sorted) {
    const run = runs.at(-1)
    if (run && run[1] === year - 1) run[1] = year
    else runs.push([year, year])
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ')
}
