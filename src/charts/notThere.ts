import { existsIn, type Agency } from '../agencies.ts'
import { comparedWords } from '../text/comparedWords.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { formatYears } from '../text/numbers.ts'
import { punctuation } from '../text/punctuation.ts'
import type { ChartContext } from './chartContext.ts'

/** Bodies that a note names; more are counted. */
const mostNamed = 5

/**
 * The rows of places where a report can be: a body that did not exist in a year is no gap in it. A report that there is all the same
 * keeps its row.
 */
export function keepStanding(rows: readonly ComparedValue[], agencies: readonly Agency[]): ComparedValue[] {
  const byId = new Map(agencies.map((agency) => [agency.id, agency]))
  return rows.filter((row) => {
    const agency = byId.get(row.agency)
    return row.report !== null || row.value !== null || agency === undefined || existsIn(agency, row.year)
  })
}

/** Which bodies did not exist in which years, those of the span unless told, so that they are not counted there; null where all did. */
export function sayNotThere(
  rows: readonly ComparedValue[],
  { agencies, years: [from, to], lang }: Pick<ChartContext, 'agencies' | 'years' | 'lang'>,
  asked: readonly number[] = Array.from({ length: to - from + 1 }, (_, i) => from + i),
): string | null {
  const there = new Set(rows.map((row) => `${row.agency} ${row.year}`))
  const gone = agencies.flatMap((agency) => {
    const years = asked.filter((year) => !existsIn(agency, year) && !there.has(`${agency.id} ${year}`))
    return years.length === 0 ? [] : [{ name: agency.shortName, years: printRuns(years, lang) }]
  })
  return gone.length === 0 ? null : comparedWords[lang].notThere(gone.slice(0, mostNamed), Math.max(0, gone.length - mostNamed))
}

/** `2014–2016、2019`. */
function printRuns(years: readonly number[], lang: ChartContext['lang']): string {
  const runs: [from: number, to: number][] = []
  for (const year of years) {
    const run = runs.at(-1)
    if (run?.[1] === year - 1) run[1] = year
    else runs.push([year, year])
  }
  return runs.map(formatYears).join(punctuation[lang].enumeration)
}
