import type { Label } from '../text/label.ts'
import type { Author } from './findAuthors.ts'
import { existsIn, lookUpName, type AgencyIndex, type NameHit } from './matchAgency.ts'
import { findQualifiers, includesPlace, mentions, type PlaceEvidence } from './placeEvidence.ts'
import { isSamePlace, isSharedPlace, type PlaceName } from './placeNames.ts'

/** The agency that a name means once its place is known; `place` says where from, null where the name itself says it. */
export interface PlacedName {
  readonly hit: NameHit
  readonly isSure: boolean
  readonly place: Label | null
}

/** Why no agency was chosen. */
interface Unplaced {
  readonly code: string
  readonly reason: Label
}

interface Surroundings {
  readonly authors: readonly Author[]
  readonly places: PlaceEvidence
  readonly index: AgencyIndex
  readonly year: number | null
}

const ambiguous = (name: string): Unplaced => ({
  code: 'agency.ambiguous',
  reason: {
    zh: `名录中有几个机关都可能叫“${name}”，报告没有写明是哪一个。`,
    en: `Several listed agencies may be called ${name}, and the report does not say which.`,
  },
})
const withoutPlace = (name: string): Unplaced => ({
  code: 'agency.place_missing',
  reason: {
    zh: `“${name}”没有写明是哪里的机关，报告别处也不能确定。`,
    en: `${name} does not say of which place, and nothing else in the report settles it.`,
  },
})

/** Settles which of the agencies that a name may mean is the one: by its own words, else by what the report, its site, address or folder say of the place. */
export function placeByEvidence(author: Author, hits: readonly NameHit[], about: Surroundings): PlacedName | Unplaced {
  const [only, ...more] = hits
  if (only && more.length === 0 && only.fit === 'full') return { hit: only, isSure: true, place: null }
  const told = byFullName(author, hits, about)
  if (told) return told
  const fits = new Set(hits.map(({ fit }) => fit))
  if (fits.has('full')) return ambiguous(author.name)
  if (fits.has('level') || fits.has('bare')) return placeBare(author.name, hits, about.places, fits.has('bare'))
  return fits.has('partial') ? placeDistrict(author.name, hits, about.places) : placeStem(author.name, hits, about.places)
}

/** Elsewhere the report names its author with the place. */
function byFullName({ name }: Author, hits: readonly NameHit[], { authors, index, year }: Surroundings): PlacedName | null {
  for (const other of authors) {
    if (other.name === name || other.kind === 'fileName' || other.kind === 'publisher') continue
    const [found, ...more] = lookUpName(other.name, index).hits.filter((hit) => hit.fit === 'full' && existsIn(hit, year))
    const hit = found && more.length === 0 ? hits.find(({ agency }) => agency.id === found.agency.id) : undefined
    if (hit)
      return {
        hit,
        isSure: other.kind !== 'contact' && other.kind !== 'head' && other.kind !== 'ending',
        place: { zh: `报告别处写明“${other.name}”。`, en: `Elsewhere the report says ${other.name}.` },
      }
  }
  return null
}

const ownOf = ({ chain }: NameHit): PlaceName | null => chain.at(-1) ?? null

/** 市科技局, 科技局: site, address and folder say the place; of the governments that are named one alone may fit. */
function placeBare(name: string, hits: readonly NameHit[], places: PlaceEvidence, isBare: boolean): PlacedName | Unplaced {
  const isNamed = (among: readonly PlaceName[]) => (hit: NameHit) => {
    const own = ownOf(hit)
    return own !== null && includesPlace(among, own)
  }
  const inFolder = keepLowest(hits.filter((hit) => places.path.includes(ownOf(hit)?.text ?? '\n')))
  const told = keepLowest([...new Set([...hits.filter(isNamed([...places.sites, ...places.addresses])), ...inFolder])])
  const seated = hits.filter(isNamed(places.seats))
  const all = new Set([...told, ...seated])
  const [hit] = told.length > 0 ? told : seated
  if (!hit) return withoutPlace(name)
  const isKnown = (place: PlaceName): boolean => hit.chain.some((one) => isSamePlace(one, place))
  const isRival = (place: PlaceName): boolean =>
    place.kind !== null && !isKnown(place) && (isBare ? place.kind !== 'town' : place.kind === ownOf(hit)?.kind)
  const isSettled =
    told.length === 1
      ? [...all].every((other) => other === hit || isAbove(other, hit)) &&
        ![...places.sites, ...(inFolder.length > 0 ? places.seats : [])].some(isRival)
      : told.length === 0 && !isBare && all.size === 1 && ![...places.sites, ...places.addresses, ...places.seats].some(isRival)
  if (!isSettled) return all.size > 1 ? ambiguous(name) : withoutPlace(name)
  const own = ownOf(hit)?.text ?? ''
  return {
    hit,
    isSure: false,
    place: { zh: `网站、地址、文件夹或上级政府写明“${own}”。`, en: `Site, address, folder or government say ${own}.` },
  }
}

const isAbove = (upper: NameHit, lower: NameHit): boolean => {
  const own = ownOf(upper)
  return own !== null && lower.chain.slice(0, -1).some((place) => isSamePlace(place, own))
}

/** 银川市/灵武市/…: the inner folder. */
const keepLowest = (hits: readonly NameHit[]): readonly NameHit[] =>
  hits.filter((hit) => !hits.some((other) => other !== hit && isAbove(hit, other)))

/** 鼓楼区教育局: the city above must be said, unless the list has the district once and no other city is in sight. */
function placeDistrict(name: string, hits: readonly NameHit[], places: PlaceEvidence): PlacedName | Unplaced {
  const judged = hits.map((hit) => {
    const own = ownOf(hit)
    const above = hit.chain.slice(0, -1).filter(({ kind }) => kind !== 'province')
    const said = own === null ? { own: false, other: false } : findQualifiers(places, own, above)
    const told = [...places.sites, ...places.addresses, ...places.seats]
    return {
      hit,
      isElsewhere: said.other && !said.own,
      isSaid: said.own && !said.other,
      isTold: above.some((place) => includesPlace(told, place)),
      isMentioned: above.some((place) => mentions(places, place)),
    }
  })
  const alive = judged.filter(({ isElsewhere }) => !isElsewhere)
  if (alive.length === 0) {
    return {
      code: 'agency.other_place',
      reason: { zh: `报告写的是另一个城市的“${name}”。`, en: `The report speaks of ${name} in another city.` },
    }
  }
  const chosen = onlyOne(alive.filter(({ isSaid }) => isSaid)) ?? onlyOne(alive.filter(({ isMentioned, isTold }) => isMentioned || isTold))
  if (chosen) {
    const upper = chosen.hit.chain.at(-2)?.text ?? ''
    const isSure = chosen.isSaid || (chosen.isTold && hits.length === 1)
    return { hit: chosen.hit, isSure, place: { zh: `报告提到上级地方“${upper}”。`, en: `The report names ${upper} above it.` } }
  }
  const [last, ...others] = alive
  if (!last || others.length > 0 || hits.length > 1) return ambiguous(name)
  const own = ownOf(last.hit)
  const cities = [...places.sites, ...places.addresses, ...places.seats].filter(({ kind }) => kind === 'city' || kind === 'prefecture')
  const isOpen =
    own === null ||
    (isSharedPlace(own) && !last.hit.isListedSo) ||
    cities.some((city) => !last.hit.chain.some((place) => isSamePlace(place, city)))
  if (isOpen) return withoutPlace(name)
  return {
    hit: last.hit,
    isSure: false,
    place: { zh: '名录中只有一个，报告没有写上级地方。', en: 'The list has one such; the report does not name the place above.' },
  }
}

const onlyOne = <T>(found: readonly T[]): T | null => (found.length === 1 ? (found[0] ?? null) : null)

/** 银川科技局: the place is somewhere written in full, or the list has the name so. */
function placeStem(name: string, hits: readonly NameHit[], places: PlaceEvidence): PlacedName | Unplaced {
  const written = onlyOne(
    hits.filter((hit) => places.body.includes(ownOf(hit)?.text ?? '\n') || places.path.includes(ownOf(hit)?.text ?? '\n')),
  )
  const hit = written ?? onlyOne(hits.filter((one) => hits.length === 1 && (one.isListedSo || ownOf(one)?.kind === 'province')))
  if (!hit) return hits.length > 1 ? ambiguous(name) : withoutPlace(name)
  const own = ownOf(hit)?.text ?? ''
  return {
    hit,
    isSure: false,
    place: {
      zh: `名称省去了地名的后缀，报告别处或名录写明“${own}”。`,
      en: `The name leaves the ending of the place out; the report or the list says ${own}.`,
    },
  }
}
