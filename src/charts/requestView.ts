import { tableForms, type Catalogue } from '../indicators/catalogue.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { askedBy, type MixShape } from '../indicators/requestFlow.ts'
import type { GatheredReader } from '../questions/gatheredValues.ts'
import type { GatheredFigures } from '../questions/gatherFigures.ts'
import type { Mix, MixKind, MixSection } from './mixFigures.ts'
import { tableFormOf } from './requestSums.ts'
import { chooseTableYear } from './tableYear.ts'

type Years = readonly [from: number, to: number]
type Year = number | 'latest'

/** The rows of these bodies and years, in the order of `agencies`. */
export function pickGathered(
  rows: readonly GatheredFigures[],
  agencies: readonly { readonly id: string }[],
  [from, to]: Years,
): readonly GatheredFigures[] {
  const place = new Map(agencies.map(({ id }, index) => [id, index]))
  return rows
    .filter((row) => place.has(row.agency) && row.year >= from && row.year <= to)
    .sort((a, b) => (place.get(a.agency) ?? Infinity) - (place.get(b.agency) ?? Infinity) || a.year - b.year)
}

/** The year of lists and rates: the reader's, else the last one that most bodies have a number of, else each body's latest report. */
export function chooseRequestYear(
  read: GatheredReader | null,
  catalogue: Catalogue,
  { chosenAt, years, agencies }: { readonly chosenAt: Year | null; readonly years: Years; readonly agencies: number },
): Year {
  const received = askedBy(catalogue)
  return chooseTableYear(read && received ? read(received) : [], chosenAt, years, agencies)
}

/** The year asked for; with each body's latest report, the year that most bodies have a table of, the later one of equals. */
export function chooseFlowYear(read: GatheredReader, at: Year, [from, to]: Years, catalogue: Catalogue): number {
  if (at !== 'latest') return at
  const received = askedBy(catalogue)
  const rows = received ? read(received).filter((row) => tableFormOf(row) !== null) : []
  const countOf = (year: number): number => rows.filter((row) => row.year === year).length
  const years = Array.from({ length: to - from + 1 }, (_, i) => to - i)
  return years.reduce((best, year) => (countOf(year) > countOf(best) ? year : best), to)
}

/**
 * Whether mixes have a bar per year or per body: as chosen (a trend, bars), else years for one body, and for a group where two years or
 * more have a number of at least half of the bodies; sums over fewer would follow who was loaded.
 */
export function chooseMixRows(read: GatheredReader, catalogue: Catalogue, chart: string | null, agencies: number): Mix['by'] {
  if (chart === 'trend') return 'years'
  if (chart === 'bar') return 'bodies'
  if (agencies === 1) return 'years'
  const received = askedBy(catalogue)
  const byYear = new Map<number, number>()
  for (const row of received ? read(received) : []) if (row.value !== null) byYear.set(row.year, (byYear.get(row.year) ?? 0) + 1)
  return [...byYear.values()].filter((bodies) => bodies * 2 >= agencies).length >= 2 ? 'years' : 'bodies'
}

const kindOf = (indicator: Indicator, read: GatheredReader): MixKind => ({
  key: indicator.id,
  name: indicator.shortName ?? indicator.name,
  rows: read(indicator),
})

/** Wholes and their kinds with their rows. */
export const sectionsOf = (mixes: readonly MixShape[], read: GatheredReader): readonly MixSection[] =>
  mixes.map(({ forms, whole, kinds }) => ({ forms, whole: kindOf(whole, read), kinds: kinds.map((kind) => kindOf(kind, read)) }))

/** Who asked: the same figure in the column of each type, on the forms that have such columns; never in that of one type alone. */
export function applicantSections(catalogue: Catalogue, read: GatheredReader): readonly MixSection[] {
  const received = askedBy(catalogue)
  if (received === null) return []
  const forms = tableForms.filter((form) =>
    catalogue.forms.some(({ id, rows }) => id === form && rows.some((row) => row.indicator === received.id && row.byApplicant)),
  )
  return [
    {
      forms,
      whole: { key: received.id, name: received.shortName ?? received.name, rows: read(received, 'total') },
      kinds: catalogue.applicants.filter(({ id }) => id !== 'total').map(({ id, name }) => ({ key: id, name, rows: read(received, id) })),
    },
  ]
}
