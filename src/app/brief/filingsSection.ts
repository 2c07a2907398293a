import { nameForm } from '../../charts/figureText.ts'
import type { JudgedFiling } from '../../charts/lateness.ts'
import type { BriefSection } from '../../exports/briefDocument.ts'
import { overviewWords } from '../../text/overviewWords.ts'
import { cutList, type BriefInput, type BriefRoom } from './briefInput.ts'

/** Which reports are there, and which were published by the last day of their year's rule. */
export const filingsSection = (input: BriefInput, room: BriefRoom): BriefSection =>
  input.agencies.length === 1 ? ofOneBody(input, room) : ofGroup(input, room)

const isAbsent = ({ filing }: JudgedFiling): boolean => filing === 'missing' || filing === 'notLoaded'
const isThere = ({ row }: JudgedFiling): boolean => row.report !== null
const isLate = ({ filing }: JudgedFiling): boolean => filing === 'late'

/** Filings of bodies that existed in the year. */
export const listExpected = ({ filings }: Pick<BriefInput, 'filings'>): readonly JudgedFiling[] =>
  filings.filter(({ filing }) => filing !== 'notThere')

function ofGroup(input: BriefInput, room: BriefRoom): BriefSection {
  const { own, at, agencies } = input
  const words = own.filings
  const expected = listExpected(input)
  const years = [...new Set(expected.map(({ row }) => row.year))].sort((a, b) => b - a)
  const { shown, rest } = cutList(years, room.years)
  const names = new Map(agencies.map(({ id, shortName }) => [id, shortName]))
  const count = (some: readonly JudgedFiling[], isMeant: (one: JudgedFiling) => boolean): number => some.filter(isMeant).length
  const list = (some: readonly JudgedFiling[], say: (one: JudgedFiling) => string): string =>
    some.length === 0 ? '—' : own.names(some.slice(0, room.names).map(say), some.length)
  const ofYear = expected.filter(({ row }) => row.year === at)
  return {
    id: 'filings',
    title: words.title(at, count(ofYear, isThere), ofYear.length, count(ofYear, isLate), count(ofYear, isAbsent)),
    lines: [words.rule],
    table: {
      columns: [9, 9, 8, 9, 8, 30, 27].map((width, place) => ({ name: words.columns[place] ?? '', width })),
      rows: shown.map((year) => {
        const some = expected.filter(({ row }) => row.year === year)
        const late = some.filter(isLate).sort((a, b) => (b.days ?? 0) - (a.days ?? 0))
        return [
          String(year),
          words.have(count(some, isThere), some.length),
          String(count(some, ({ filing }) => filing === 'onTime')),
          String(late.length),
          String(count(some, ({ filing }) => filing === 'notJudged')),
          list(some.filter(isAbsent), ({ row }) => names.get(row.agency) ?? row.agency),
          list(late, ({ row, days }) => words.lateBy(names.get(row.agency) ?? row.agency, days ?? NaN)),
        ]
      }),
    },
    cut: rest.length === 0 ? null : words.cut(rest.length),
  }
}

function ofOneBody(input: BriefInput, room: BriefRoom): BriefSection {
  const { own, catalogue, lang, reports } = input
  const words = own.filings
  const expected = [...listExpected(input)].sort((a, b) => b.row.year - a.row.year)
  const { shown, rest } = cutList(expected, room.years)
  return {
    id: 'filings',
    title: words.titleOwn(expected.filter(isThere).length, expected.length, expected.filter(isLate).length),
    lines: [words.rule],
    table: {
      columns: [8, 38, 11, 13, 13, 17].map((width, place) => ({ name: words.ownColumns[place] ?? '', width })),
      rows: shown.map(({ row, filing, due, on, days }) => {
        const report = reports.find((entry) => entry.report === row.report)
        const version = report !== undefined && report.version > 1 ? words.version(report.version, row.published_on) : ''
        return [
          String(row.year),
          report === undefined ? '—' : (report.title ?? words.untitled) + version,
          nameForm(catalogue, row.form, lang) || '—',
          // What is judged is the first version: the day of a later one would not fit the outcome.
          report === undefined ? '—' : (on ?? words.notKnown),
          due?.day ?? '—',
          filing === 'late' && days !== null ? words.late(days) : overviewWords[lang].filing[filing],
        ]
      }),
    },
    cut: rest.length === 0 ? null : words.cut(rest.length),
  }
}
