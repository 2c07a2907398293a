import type { Qualifier } from '../forms/states.ts'
import { fingerprintOf, isSameVersion, isVersion, type DataVersion } from './dataVersion.ts'
import type { Manifest } from './manifest.ts'
import type { IndicatorValue } from './staticApi.ts'

/** A version of the data that was published before this one. */
export type EarlierVersion = Manifest['earlier'][number]

/** How many versions that were published before stay to be compared with. */
export const keptVersions = 2

/** Where the values of a version are kept, in the folder of its dataset. */
export const earlierFolder = (version: DataVersion): string => `earlier/${fingerprintOf(version).slice(0, 16)}`

/** The versions that stay when other data, or the same again, are published over `before`, the newest first. */
export function chooseEarlier(before: VersionBefore, now: DataVersion): readonly EarlierVersion[] {
  const { dataSha256, contentSha256, formerSha256 } = before
  const last = { dataSha256, contentSha256, formerSha256, folder: earlierFolder(before) }
  return [last, ...before.earlier].filter((version) => !isSameVersion(version, now)).slice(0, keptVersions)
}

/** What was published before. */
export type VersionBefore = Pick<Manifest, 'dataSha256' | 'contentSha256' | 'formerSha256' | 'earlier'>

/** The version that a link with this `of` was made on, where it is one of those that stay. */
export const findEarlier = ({ earlier }: Pick<Manifest, 'earlier'>, of: string): EarlierVersion | null =>
  earlier.find((version) => isVersion(version, of)) ?? null

/** What a kept version knew of, in the file that says so. */
export interface EarlierIndex {
  readonly indicators: readonly string[]
  readonly agencies: readonly string[]
}
const earlierIndex = 'index.json'

/** A figure by its place: whose, of which year, of which grade. */
export interface FigurePlace {
  readonly indicator: string
  readonly applicant: string | null
  readonly agency: string
  readonly year: number
  readonly evidence: string | null
}

/**
 * Reads kept figures of a version: by indicator or by agency, whichever asks for fewer files. The reader gives null where that version
 * did not know the indicator. `readJson` takes addresses relative to the folder of the dataset. @throws {Error} when a file is missing.
 */
export async function openEarlier(
  { folder }: Pick<EarlierVersion, 'folder'>,
  asked: readonly FigurePlace[],
  readJson: (address: string) => Promise<unknown>,
): Promise<(place: FigurePlace) => EarlierFigure | null> {
  const index = (await readJson(`${folder}/${earlierIndex}`)) as EarlierIndex
  const measures = new Set(index.indicators)
  const bodies = new Set(index.agencies)
  const indicators = new Set(asked.map(({ indicator }) => indicator).filter((id) => measures.has(id)))
  const agencies = new Set(asked.map(({ agency }) => agency).filter((id) => bodies.has(id)))
  const byAgency = agencies.size < indicators.size
  const names = [...(byAgency ? agencies : indicators)]
  const files = new Map(
    await Promise.all(
      names.map(async (id) => [id, await readJson(`${folder}/${byAgency ? 'agencies' : 'indicators'}/${id}.json`)] as const),
    ),
  )
  return ({ indicator, applicant, ...place }) =>
    measures.has(indicator)
      ? readKept(files.get(byAgency ? place.agency : indicator), { measure: measureOf(indicator, applicant), ...place })
      : null
}

/** The name of a figure in a kept file: `staff_total`, `requests_new@total`. */
const measureOf = (indicator: string, applicant: string | null): string => (applicant === null ? indicator : `${indicator}@${applicant}`)

/** A number; a number behind its qualifier or before the size of its base, `≥12`, `0.5/4`; or the reason why there is none. */
type KeptValue = number | string

/** A row of `api/indicators/<id>.json`: `n` is there only for what is worked out. */
export type PublishedRow = Omit<IndicatorValue, 'n'> & { readonly n?: number | null }

/** Values of a kept file: by measure, agency, and year with its grade (`2018`, `2018B`). What was not loaded is left out. */
type KeptValues = Record<string, Record<string, Record<string, KeptValue>>>

/**
 * The files that keep a version: its values once by indicator and once by agency, so that a page of many bodies and a page of one
 * body each ask for few. Addresses are relative to the version's folder.
 */
export function packEarlier(
  indicators: Iterable<readonly [id: string, rows: readonly PublishedRow[]]>,
): readonly (readonly [address: string, text: string])[] {
  const files: (readonly [string, string])[] = []
  const ids: string[] = []
  const byAgency = new Map<string, KeptValues>()
  for (const [id, rows] of indicators) {
    const own: KeptValues = newRecord()
    for (const row of rows) {
      const agency = byAgency.get(row.agency) ?? newRecord()
      byAgency.set(row.agency, agency)
      if (row.state === 'not_loaded') continue
      const measure = measureOf(id, row.applicant)
      keep(own, measure, row)
      keep(agency, measure, row)
    }
    ids.push(id)
    files.push([`indicators/${id}.json`, JSON.stringify(own)])
  }
  for (const [id, values] of byAgency) files.push([`agencies/${id}.json`, JSON.stringify(values)])
  return [...files, [earlierIndex, JSON.stringify({ indicators: ids, agencies: [...byAgency.keys()] } satisfies EarlierIndex)]]
}

/** Without a prototype: an id may be any word. */
const newRecord = <T>(): Record<string, T> => Object.create(null) as Record<string, T>

function keep(values: KeptValues, measure: string, { agency, year, value, state, evidence, qualifier, n = null }: PublishedRow): void {
  const ofMeasure = (values[measure] ??= newRecord())
  const ofAgency = (ofMeasure[agency] ??= newRecord())
  ofAgency[placeOf(year, evidence)] =
    value === null ? state : qualifier === null && n === null ? value : `${qualifier ?? ''}${value}${n === null ? '' : `/${n}`}`
}

/** Figures of the tables stand under their year, those of the prose under year and grade. */
const placeOf = (year: number, evidence: string | null): string =>
  evidence === null || evidence === 'A' ? String(year) : `${year}${evidence}`

/** A figure of an earlier version. */
export interface EarlierFigure {
  readonly value: number | null
  readonly state: string
  readonly qualifier: Qualifier | null
  /** The size behind a rate. */
  readonly n: number | null
}

const kept = /^([≥<~])?(-?\d[\d.e-]*)(?:\/(\d[\d.]*))?$/

/** A figure of a kept file, which is not trusted to be one; what is not there was not loaded, or not told by the prose. */
export function readKept(
  file: unknown,
  {
    measure,
    agency,
    year,
    evidence,
  }: { readonly measure: string; readonly agency: string; readonly year: number; readonly evidence: string | null },
): EarlierFigure {
  const found = ownPart(ownPart(ownPart(file, measure), agency), placeOf(year, evidence))
  if (typeof found === 'number') return { value: found, state: 'value', qualifier: null, n: null }
  if (typeof found !== 'string') return { ...nothing, state: evidence === null || evidence === 'A' ? 'not_loaded' : 'not_reported' }
  const parts = kept.exec(found)
  if (parts === null) return { ...nothing, state: found }
  const [, qualifier = null, value, n] = parts
  return { value: Number(value), state: 'value', qualifier: qualifier as Qualifier | null, n: n === undefined ? null : Number(n) }
}

const nothing = { value: null, qualifier: null, n: null }

const ownPart = (json: unknown, key: string): unknown =>
  typeof json === 'object' && json !== null && Object.hasOwn(json, key) ? (json as Record<string, unknown>)[key] : undefined
