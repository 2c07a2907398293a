import type { Agency } from '../agencies.ts'
import { bodyEnding, isGenericBody, readBodyKeys } from './bodyNames.ts'
import { gatherPlaces, isSamePlace, isSharedPlace, readPlace, takePlaces, type KnownPlaces, type PlaceName } from './placeNames.ts'

/** Known agencies, found by their names. Made once per list. */
export interface AgencyIndex {
  readonly places: KnownPlaces
  readonly byBody: ReadonlyMap<string, readonly Listing[]>
}

/** One name under which an agency is listed. */
interface Listing {
  readonly agency: Agency
  /** From the province down to the agency's own place, as far as known. */
  readonly chain: readonly PlaceName[]
  readonly literal: string
  readonly via: 'name' | 'alias' | 'second' | 'former'
  /** The name is listed without the places above its own, so that the list itself says that this is enough. */
  readonly isShort: boolean
  /** Last day of a former name; null where not known or where the name is a present one. */
  readonly until: string | null
}

/**
 * How much of a place the name carried: `full` names one place; `partial` a district, town or zone without its city; `stem` a place without
 * its ending (银川科技局); `level` only 市, 区, 县 … (市科技局); `bare` nothing.
 */
export type PlaceFit = 'full' | 'partial' | 'stem' | 'level' | 'bare'

/** A known agency that a name may mean. */
export interface NameHit {
  readonly agency: Agency
  readonly fit: PlaceFit
  /** Higher is closer: 4 the official name, 3 a listed name or a usual abbreviation, 2 an abbreviation that may mean several, 1 a second or former name, 0 its own office. */
  readonly closeness: number
  readonly via: Listing['via'] | 'abbreviated' | 'office'
  /** The list has the name with just this place. */
  readonly isListedSo: boolean
  readonly until: string | null
  readonly chain: readonly PlaceName[]
}

/** What a name may mean, and whom it rules out: the same words, but another place above. */
export interface NameLookup {
  readonly hits: readonly NameHit[]
  readonly against: readonly Agency[]
}

/** A name without spaces, quotation marks and 本级, in half width. For comparing only. */
export const foldName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s“”"'《》·•]/g, '')
    .replace(/[〔【[{]/g, '(')
    .replace(/[〕】\]}]/g, ')')
    .replace(/\(?本级\)?/g, '')
    .replace(/^国家税务总局(?=.+税务局)/, '')
    .replace(/(局|委|厅)机关$/, '$1')

/** 科学技术局（知识产权局）: the name, and what stands in brackets or after a stroke. */
interface Written {
  readonly main: string
  readonly second: readonly string[]
  readonly former: readonly string[]
}

const part = /(?:分局|支队|大队|总队|分中心|分公司|派出所|所|站)$/
const wholeBody = new RegExp(`${bodyEnding}$`)

function readWritten(name: string): Written {
  const folded = foldName(name)
  const inner = [...folded.matchAll(/\(([^()]*)\)/g)].map(([, text]) => text ?? '')
  const outside = folded.replace(/\([^()]*\)/g, '')
  // 自然资源局（河东分局） is the branch, not the bureau.
  if (inner.some((text) => part.test(text))) return { main: folded.replace(/[()]/g, ''), second: [], former: [] }
  const [main = '', ...strokes] = outside.split(/[/|]/)
  const second = [...inner, ...strokes].filter((text) => wholeBody.test(text))
  return {
    main,
    second: second.filter((text) => !text.startsWith('原')),
    former: second.filter((text) => text.startsWith('原')).map((text) => text.slice(1)),
  }
}

/** Builds the index of a list of agencies. */
export function indexAgencies(agencies: readonly Agency[]): AgencyIndex {
  const places = gatherPlaces(
    agencies.flatMap(({ name, shortName, aliases, regionPath, regionName }) => [
      ...[...(regionPath ?? []), ...(regionName === null ? [] : [regionName])].map(readPlace),
      ...[name, shortName, ...aliases].flatMap((one) => takePlaces(readWritten(one).main).places),
    ]),
  )
  const byBody = new Map<string, Listing[]>()
  const add = (listing: Listing, body: string): void => {
    for (const key of readBodyKeys(body).sure) {
      const listings = byBody.get(key)
      if (listings) listings.push(listing)
      else byBody.set(key, [listing])
    }
  }
  for (const agency of agencies) {
    const own = chainOf(agency, takePlaces(readWritten(agency.name).main, places).places)
    const list = (name: string, via: Listing['via'], until: string | null): void => {
      const { main, second, former } = readWritten(name)
      if (main === '') return
      const taken = takePlaces(main, places)
      const chain = taken.places.length === 0 ? own : chainOf(agency, taken.places)
      const { body } = takeLevel(taken.body)
      add({ agency, chain, literal: main, via, until, isShort: taken.places.length === 1 }, body)
      const others: readonly (readonly [readonly string[], Listing['via']])[] = [
        [second, 'second'],
        [former, 'former'],
      ]
      for (const [names, how] of others) {
        for (const one of names) {
          const inner = takePlaces(one, places)
          add(
            {
              agency,
              chain: inner.places.length === 0 ? chain : chainOf(agency, inner.places),
              literal: one,
              via: how,
              until,
              isShort: false,
            },
            takeLevel(inner.body).body,
          )
        }
      }
    }
    list(agency.name, 'name', null)
    for (const name of new Set([agency.shortName, ...agency.aliases])) if (name !== agency.name) list(name, 'alias', null)
    for (const { name, until } of agency.formerNames ?? []) list(name, 'former', until)
  }
  return { places, byBody }
}

/** The places of a name below those of its region: 宁夏回族自治区, 银川市 and 兴庆区 for 兴庆区科技局. */
function chainOf({ regionPath, regionName }: Agency, named: readonly PlaceName[]): readonly PlaceName[] {
  const region = (regionPath ?? (regionName === null ? [] : [regionName])).map(readPlace)
  const [first] = named
  if (!first) return region
  const at = region.findIndex((place) => isSamePlace(place, first))
  if (at >= 0) {
    const above = region.slice(0, at)
    const [placed = first] = region.slice(at)
    // 银川高新区 names 银川市 by its stem.
    return [...above, first.kind === null ? placed : first, ...named.slice(1)]
  }
  const isBelow =
    named.length === 1 &&
    (first.kind === 'zone' ||
      first.kind === 'town' ||
      (first.kind === 'district' && region.every(({ kind }) => kind !== 'district' && kind !== 'county')))
  return isBelow ? [...region, ...named] : named
}

const levelWord = /^(?:本|我|全)?(自治区|省|市|州|盟|区|县|旗|镇|乡)(?!场|容|域|村|镇|划|政(?!府|务|法|协|策|研|数|工)|[北南中]区)(?=.{2})/

/** 市科技局: the level that it names, and the body. */
function takeLevel(body: string): { readonly level: string | null; readonly body: string } {
  const [whole, level] = levelWord.exec(body) ?? []
  return whole === undefined || level === undefined ? { level: null, body } : { level, body: body.slice(whole.length) }
}

/** Whom a name may mean among the known agencies: every one whose words fit and whose place is not another. */
export function lookUpName(name: string, index: AgencyIndex): NameLookup {
  const { main, second, former } = readWritten(name)
  const direct = lookUpBody(main, index, 'plain')
  if (direct.hits.length > 0 || direct.against.length > 0) return direct
  const { places } = takePlaces(main, index.places)
  const front = places.map(({ text }) => text).join('')
  for (const inner of [...second, ...former]) {
    const found = lookUpBody(takePlaces(inner, index.places).places.length > 0 ? inner : front + inner, index, 'second')
    if (found.hits.length > 0 || found.against.length > 0) return found
  }
  const withoutOffice = /^(.+(?:局|委员会|委|厅|中心|会))(?:(?:政府信息公开|政务公开|信息公开|信息与政务公开).*)?(?:办公室|办)$/.exec(
    main,
  )?.[1]
  return withoutOffice === undefined ? direct : lookUpBody(withoutOffice, index, 'office')
}

function lookUpBody(name: string, index: AgencyIndex, how: 'plain' | 'second' | 'office'): NameLookup {
  const taken = takePlaces(name, index.places)
  const { level, body } = taken.places.length > 0 ? { level: null, body: taken.body } : takeLevel(taken.body)
  const keys = readBodyKeys(body)
  const sure = collect(keys.sure, false)
  return sure.hits.length > 0 || sure.against.length > 0 ? sure : collect(keys.maybe, true)

  function collect(wanted: readonly string[], isGuess: boolean): NameLookup {
    const best = new Map<string, NameHit>()
    const against = new Map<string, Agency>()
    for (const listing of new Set(wanted.flatMap((key) => index.byBody.get(key) ?? []))) {
      const fit = fitPlace(taken.places, level, body, listing)
      if (fit === 'against') against.set(listing.agency.id, listing.agency)
      if (fit === null || fit === 'against') continue
      const literal = listing.literal === name
      const isListedSo = listing.isShort && (fit !== 'stem' || literal)
      const closeness =
        how === 'office'
          ? 0
          : how === 'second' || listing.via === 'second' || listing.via === 'former'
            ? 1
            : isGuess
              ? 2
              : literal && listing.via === 'name'
                ? 4
                : 3
      const via = how === 'office' ? 'office' : how === 'second' ? 'second' : isGuess ? 'abbreviated' : listing.via
      const before = best.get(listing.agency.id)
      if (!before || before.closeness < closeness)
        best.set(listing.agency.id, {
          agency: listing.agency,
          fit,
          closeness,
          via,
          until: listing.until,
          chain: listing.chain,
          isListedSo: (before?.isListedSo ?? false) || isListedSo,
        })
      else if (isListedSo) best.set(listing.agency.id, { ...before, isListedSo: true })
    }
    return { hits: [...best.values()], against: [...against.values()] }
  }
}

/** How a name's places fit a listing; null where they are other places, `against` where only those above are. */
function fitPlace(places: readonly PlaceName[], level: string | null, body: string, { chain }: Listing): PlaceFit | 'against' | null {
  const own = chain.at(-1)
  const last = places.at(-1)
  if (!last) {
    if (level !== null) return own && own.text.endsWith(level) ? 'level' : null
    return isGenericBody(body) ? 'bare' : own ? 'bare' : 'full'
  }
  if (!own || !isSamePlace(last, own)) return null
  const above = chain.slice(0, -1)
  const uppers = places.slice(0, -1)
  if (uppers.some((upper) => !above.some((place) => isSamePlace(place, upper)) && above.some((place) => isSameRank(place, upper))))
    return 'against'
  if (last.kind === null) return 'stem'
  const confirmed = uppers.some((upper) => above.some((place) => isSamePlace(place, upper)))
  if (confirmed) return 'full'
  return isSharedPlace(last) || last.kind === 'district' ? 'partial' : 'full'
}

/** Would two different places of these kinds exclude each other above a body? */
function isSameRank(one: PlaceName, other: PlaceName): boolean {
  const rank = ({ kind }: PlaceName): string | null =>
    kind === 'prefecture' ? 'city' : kind === 'county' ? 'district' : kind === 'zone' ? null : kind
  return other.kind === null ? rank(one) === 'city' : rank(one) !== null && rank(one) === rank(other)
}

/** Did the agency exist in a year, or in any part of it? Everyone does where the year is not known. */
export function existsIn({ agency, until }: Pick<NameHit, 'agency' | 'until'>, year: number | null): boolean {
  if (year === null) return true
  const begins = agency.validFrom === null || agency.validFrom <= `${year}-12-31`
  const lasts = agency.validTo === null || agency.validTo >= `${year}-01-01`
  return begins && lasts && (until === null || until >= `${year}-01-01`)
}
