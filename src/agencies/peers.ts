import { compareAgencyOrder, type Agency } from '../agencies.ts'

/** What two bodies have in common: why one may be seen among others. */
export interface Peer {
  readonly agency: Agency
  readonly sameSystem: boolean
  readonly sameLevel: boolean
  readonly sameSupervisor: boolean
  /** The smallest region that both lie in; null where none is known. */
  readonly sharedRegion: string | null
  /** What size is judged by, the body's own figure first; null where one is missing. */
  readonly sizes: readonly [own: number, its: number] | null
  /** Is neither more than twice the other? */
  readonly similarSize: boolean
}

/** What is known of bodies besides their entry in the list. */
export interface PeerFacts {
  /** The figure that size is judged by; null where there is none. */
  readonly sizeOf: (agency: string) => number | null
  /** Whose figures its report has; null where no report is known. */
  readonly scopeOf: (agency: string) => string | null
  /** The year that is looked at: bodies that did not exist at its end are no peers. */
  readonly year: number
}

/** Peers that are suggested, and how many others were left out for which reason. */
export interface PeerSuggestion {
  readonly peers: readonly Peer[]
  readonly left: {
    /** Count other bodies: a whole government beside one agency. */
    readonly scope: number
    /** Ended before the end of the year, or set up after it. */
    readonly absent: number
    /** Of another system and another level. */
    readonly unlike: number
    /** Alike, but farther away than those that were taken. */
    readonly farther: number
  }
}

/** Fewer than this are no group; what is missing is taken from bodies that are less alike. */
export const fewestPeers = 5
const mostPeers = 12

/** How alike two bodies are, best first; `null`: neither system nor level is the same. */
function rankOf({ sameSystem, sameLevel, sameSupervisor }: Peer): 0 | 1 | 2 | 3 | null {
  if (sameSystem && sameLevel) return 0
  if (sameLevel && sameSupervisor) return 1
  if (sameSystem) return 2
  return sameLevel ? 3 : null
}

/** What two bodies have in common. Region codes follow GB/T 2260; a supervisor that nobody knows is never the same. */
export function relatePeer(agency: Agency, other: Agency, sizeOf: PeerFacts['sizeOf']): Peer {
  const [own, its] = [sizeOf(agency.id), sizeOf(other.id)]
  return {
    agency: other,
    sameSystem: agency.system === other.system,
    sameLevel: agency.level === other.level,
    sameSupervisor: agency.supervisorId !== null && agency.supervisorId === other.supervisorId,
    sharedRegion: sharedRegions(agency, other).at(-1) ?? null,
    sizes: own === null || its === null ? null : [own, its],
    similarSize: own !== null && its !== null && distanceOf(own, its) <= Math.log(2),
  }
}

function sharedRegions(a: Agency, b: Agency): readonly string[] {
  const [path = [], other = []] = [a.regionPath, b.regionPath]
  const end = path.findIndex((name, place) => name !== other[place])
  return end === -1 ? path : path.slice(0, end)
}

/** How far apart two sizes are, as a ratio; 0 and 1 are as far apart as 1 and 3. */
const distanceOf = (a: number, b: number): number => Math.abs(Math.log((a + 1) / (b + 1)))

/** Nearest first: how alike, the same supervisor, the smallest shared region, the size; then the order of lists. */
function compareNearness(agency: Agency) {
  const keysOf = (peer: Peer): readonly number[] => [
    rankOf(peer) ?? Infinity,
    peer.sameSupervisor ? 0 : 1,
    -sharedRegions(agency, peer.agency).length,
    peer.sizes === null ? Number.MAX_VALUE : distanceOf(...peer.sizes),
  ]
  return (a: Peer, b: Peer): number => {
    const [keysA, keysB] = [keysOf(a), keysOf(b)]
    const at = keysA.findIndex((key, place) => key !== keysB[place])
    if (at !== -1) return (keysA[at] ?? 0) < (keysB[at] ?? 0) ? -1 : 1
    return compareAgencyOrder(a.agency, b.agency) || (a.agency.id < b.agency.id ? -1 : 1)
  }
}

/** Was there such a body at the end of the year? A day that nobody knows is no limit. */
export const existsIn = ({ validFrom, validTo }: Agency, year: number): boolean => {
  const end = `${year}-12-31`
  return (validTo === null || validTo >= end) && (validFrom === null || validFrom <= end)
}

/**
 * The bodies that one is best seen among: of the same system and level; then those of its level under the same supervisor; and, while
 * they are fewer than five, those of its system on other levels and of its level in other systems. Never itself, never a body whose
 * figures count another scope. The same bodies in any order give the same peers.
 */
export function suggestPeers(agency: Agency, agencies: readonly Agency[], facts: PeerFacts): PeerSuggestion {
  const others = agencies.filter((other) => other.id !== agency.id)
  const standing = others.filter((other) => existsIn(other, facts.year))
  const scope = facts.scopeOf(agency.id)
  const sameScope = standing.filter((other) => scope === null || [null, scope].includes(facts.scopeOf(other.id)))
  const related = sameScope.map((other) => relatePeer(agency, other, facts.sizeOf))
  const alike = related.filter((peer) => rankOf(peer) !== null).sort(compareNearness(agency))
  const near = alike.filter((peer) => (rankOf(peer) ?? 3) <= 1).slice(0, mostPeers)
  const peers = near.length >= fewestPeers ? near : alike.slice(0, Math.max(near.length, fewestPeers))
  return {
    peers,
    left: {
      scope: standing.length - sameScope.length,
      absent: others.length - standing.length,
      unlike: related.length - alike.length,
      farther: alike.length - peers.length,
    },
  }
}

/** Bodies that may become peers, judged by the list alone: the nearest, so that a large dataset need not be asked for all. */
export function listCandidates(agency: Agency, agencies: readonly Agency[], most: number): readonly Agency[] {
  return agencies
    .filter((other) => other.id !== agency.id)
    .map((other) => relatePeer(agency, other, () => null))
    .filter((peer) => rankOf(peer) !== null)
    .sort(compareNearness(agency))
    .slice(0, most)
    .map((peer) => peer.agency)
}

/** A body that became part of another, and the first year that the other reports on both. */
export interface Merger {
  readonly former: Agency
  readonly year: number
}

/** Bodies that were merged into this one: its figures before and after count different bodies. */
export function mergersInto(agency: Agency, agencies: readonly Agency[]): readonly Merger[] {
  return agencies
    .flatMap((former) => {
      if (former.successorId !== agency.id || former.id === agency.id || former.validTo === null) return []
      const next = new Date(Date.parse(`${former.validTo}T00:00:00Z`) + 86_400_000)
      return [{ former, year: next.getUTCFullYear() }]
    })
    .sort((a, b) => a.year - b.year || compareAgencyOrder(a.former, b.former))
}

/** For each body that others were merged into: the first years that it reports on them as well. */
export function mergersByBody(agencies: readonly Agency[]): ReadonlyMap<string, readonly number[]> {
  const successors = new Set(agencies.flatMap((agency) => agency.successorId ?? []))
  return new Map(
    agencies.filter(({ id }) => successors.has(id)).map((agency) => [agency.id, mergersInto(agency, agencies).map(({ year }) => year)]),
  )
}
