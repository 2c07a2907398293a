import { answerAddress, answerKey } from '../dataset/answerAddress.ts'
import type { OpenDataset } from '../dataset/openDataset.ts'
import type { Params } from '../questions/question.ts'
import type { AskedFigure } from './figures/askedFigure.ts'

type Years = readonly [from: number, to: number]

/** A row of an answer that has one for every body and year. */
interface PlacedRow {
  readonly agency: string
  readonly year: number
}

/**
 * The rows that a figure asks for: the published answer; else the published one over every body and year, cut to those asked for; else
 * what the files of its indicators give. @throws {Error} when no file has them.
 */
export async function answerFromFiles({ question, params }: AskedFigure, dataset: OpenDataset, every: Years): Promise<readonly object[]> {
  const started = performance.now()
  try {
    const read = (given: Params): Promise<readonly object[]> | null =>
      dataset.publishedAnswers.has(answerKey(question.name, given))
        ? (dataset.readJson(answerAddress(question.name, given)) as Promise<readonly object[]>)
        : null
    const exact = read(params)
    if (exact) return await exact
    if (question.fromFiles) return await question.fromFiles(params, dataset)
    const whole = await read({ ...params, agencies: null, years: every })
    if (!whole) throw new Error(`no published file has the rows of ${question.name}`)
    return cutRows(whole as readonly PlacedRow[], params, every)
  } finally {
    performance.measure('ogi:answer', { start: started, detail: question.name })
  }
}

/** The rows of the bodies and years asked for. Of years without any report every place is as one without a report. */
function cutRows(rows: readonly PlacedRow[], params: Params, every: Years): readonly object[] {
  const { agencies, years } = params as { readonly agencies: readonly string[] | null; readonly years: Years }
  const chosen = agencies === null ? null : new Set(agencies)
  const own = chosen === null ? rows : rows.filter(({ agency }) => chosen.has(agency))
  const bodies = [...new Set(own.map(({ agency }) => agency))]
  const [first] = own
  const later = Array.from({ length: years[1] - years[0] + 1 }, (_, i) => years[0] + i).filter((year) => year < every[0] || year > every[1])
  const empty = first === undefined ? [] : bodies.flatMap((agency) => later.map((year) => ({ ...withoutReport(first), agency, year })))
  return [...own.filter(({ year }) => year >= years[0] && year <= years[1]), ...empty].sort(
    (a, b) => (a.agency < b.agency ? -1 : a.agency > b.agency ? 1 : 0) || a.year - b.year,
  )
}

/** A row as it is where no report was loaded: everything is null, lists are empty. */
const withoutReport = (row: object): object =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Array.isArray(value) || name === 'figures' ? [] : null]))
