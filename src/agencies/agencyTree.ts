import { compareAgencyOrder, levelNames, matchesAgency, type Agency } from '../agencies.ts'
import type { Lang } from '../text/label.ts'

/** What the tree of agencies is grown by. */
export const agencyTrees = ['region', 'supervisor', 'system', 'level'] as const
export type AgencyTreeKind = (typeof agencyTrees)[number]

/** An agency, or a group of agencies: a region, a supervising body with those below it, a system, a level. */
export interface AgencyNode {
  /** Unique in its tree: an agency's id, or `group:` and the way to it. */
  readonly key: string
  readonly name: string
  /** Null on groups. */
  readonly agency: Agency | null
  /** On a group of a supervising body: that body. */
  readonly head: Agency | null
  readonly children: readonly AgencyNode[]
  /** Ids of every agency in it, its own where it is one, in the order of lists. */
  readonly ids: readonly string[]
}

/** How much of a node is chosen: the three states of its box. */
export type Ticked = 'none' | 'some' | 'all'

/** Words that a tree needs: of places and bodies that the dataset does not know. */
export interface TreeWords {
  readonly noRegion: string
  readonly noSystem: string
  readonly withThoseBelow: (body: string) => string
  readonly otherBodies: string
}

const leaf = (agency: Agency): AgencyNode => ({
  key: agency.id,
  name: agency.name,
  agency,
  head: null,
  children: [],
  ids: [agency.id],
})

const group = (key: string, name: string, children: readonly AgencyNode[], head: Agency | null = null): AgencyNode => ({
  key: `group:${key}`,
  name,
  agency: null,
  head,
  children,
  ids: children.flatMap((child) => child.ids),
})

/** The agencies as a tree. Every agency stands in it exactly once. */
export function buildAgencyTree(
  agencies: readonly Agency[],
  kind: AgencyTreeKind,
  { lang, words }: { readonly lang: Lang; readonly words: TreeWords },
): readonly AgencyNode[] {
  const ordered = [...agencies].sort(compareAgencyOrder)
  if (kind === 'supervisor') return growBySupervisor(ordered, words)
  if (kind === 'system') return gatherBy(ordered, (agency) => agency.system || words.noSystem)
  if (kind === 'level') return gatherBy(ordered, (agency) => levelNames[agency.level][lang])
  return growByRegion(ordered, words)
}

function gatherBy(agencies: readonly Agency[], nameOf: (agency: Agency) => string): readonly AgencyNode[] {
  const groups = new Map<string, Agency[]>()
  for (const agency of agencies) {
    const name = nameOf(agency)
    const members = groups.get(name)
    if (members) members.push(agency)
    else groups.set(name, [agency])
  }
  return [...groups].map(([name, members]) => group(name, name, members.map(leaf)))
}

interface Region {
  readonly bodies: Agency[]
  readonly inside: Map<string, Region>
}

function growByRegion(agencies: readonly Agency[], words: TreeWords): readonly AgencyNode[] {
  const top: Region = { bodies: [], inside: new Map() }
  for (const agency of agencies) {
    let place = top
    for (const name of agency.regionPath ?? [agency.regionName ?? words.noRegion]) {
      const next = place.inside.get(name) ?? { bodies: [], inside: new Map<string, Region>() }
      place.inside.set(name, next)
      place = next
    }
    place.bodies.push(agency)
  }
  return nodesOfRegion(top, [])
}

/** Bodies of the place itself first, then the places inside; a place with nothing but one place inside shares its line with it. */
function nodesOfRegion(region: Region, way: readonly string[]): AgencyNode[] {
  const inside = [...region.inside].map(([first, found]) => {
    const names = [first]
    let place = found
    for (;;) {
      const [only, ...more] = place.inside
      if (place.bodies.length > 0 || only === undefined || more.length > 0) break
      names.push(only[0])
      place = only[1]
    }
    const to = [...way, ...names]
    return group(to.join('/'), names.join(' › '), nodesOfRegion(place, to))
  })
  return [...region.bodies.map(leaf), ...inside]
}

/** Each supervising body opens a group in which it stands first; a body whose supervisor is not in the list stands at the top. */
function growBySupervisor(agencies: readonly Agency[], words: TreeWords): readonly AgencyNode[] {
  const below = new Map<string | null, Agency[]>()
  const known = new Map(agencies.map((agency) => [agency.id, agency]))
  for (const agency of agencies) {
    const above = isUnderItself(agency, known) || !known.has(agency.supervisorId ?? '') ? null : agency.supervisorId
    below.set(above, [...(below.get(above) ?? []), agency])
  }
  const nodeOf = (agency: Agency): AgencyNode => {
    const members = below.get(agency.id)
    return members ? group(agency.id, words.withThoseBelow(agency.name), [leaf(agency), ...members.map(nodeOf)], agency) : leaf(agency)
  }
  const tops = (below.get(null) ?? []).map(nodeOf)
  const alone = tops.filter((node) => node.agency !== null)
  const heads = tops.filter((node) => node.agency === null)
  return heads.length === 0 ? alone : [...heads, ...(alone.length > 0 ? [group('', words.otherBodies, alone)] : [])]
}

/** Supervisors that lead back to the body itself would leave it out of every tree. */
function isUnderItself(agency: Agency, known: ReadonlyMap<string, Agency>): boolean {
  const seen = new Set<string>()
  for (let above = agency; ;) {
    if (seen.has(above.id)) return true
    seen.add(above.id)
    const next = known.get(above.supervisorId ?? '')
    if (!next) return false
    above = next
  }
}

/** The body and every body below it, through all steps, in the order given. */
export function withThoseBelow(id: string, agencies: readonly Agency[]): readonly string[] {
  const found = new Set([id])
  for (let before = 0; before < found.size;) {
    before = found.size
    for (const agency of agencies) if (agency.supervisorId !== null && found.has(agency.supervisorId)) found.add(agency.id)
  }
  return agencies.filter((agency) => found.has(agency.id)).map((agency) => agency.id)
}

/** The bodies that match what was typed, under the groups that they stand in; a group whose own name matches keeps all of its bodies. */
export function filterTree(nodes: readonly AgencyNode[], typed: string): readonly AgencyNode[] {
  if (typed.trim() === '') return nodes
  return nodes.flatMap((node): AgencyNode[] => {
    if (node.agency) return matchesAgency(node.agency, typed) ? [node] : []
    if (node.head === null && node.name.includes(typed.trim())) return [node]
    const children = filterTree(node.children, typed)
    return children.length === 0 ? [] : [{ ...node, children, ids: children.flatMap((child) => child.ids) }]
  })
}

/** How much of a node is chosen. */
export function tickOf(node: AgencyNode, chosen: ReadonlySet<string>): Ticked {
  const n = node.ids.reduce((count, id) => (chosen.has(id) ? count + 1 : count), 0)
  return n === 0 ? 'none' : n === node.ids.length ? 'all' : 'some'
}

/** What is chosen after the box of a node was pressed: all of it, unless all of it was chosen already. */
export function toggleNode(node: AgencyNode, chosen: ReadonlySet<string>): ReadonlySet<string> {
  const next = new Set(chosen)
  if (tickOf(node, chosen) === 'all') for (const id of node.ids) next.delete(id)
  else for (const id of node.ids) next.add(id)
  return next
}

/** One line of the tree as it is open now. */
export interface TreeLine {
  readonly node: AgencyNode
  /** From 1. */
  readonly level: number
  /** Its place among its siblings, from 1, and how many they are. */
  readonly place: number
  readonly siblings: number
  /** Line of its group; -1 at the top. */
  readonly above: number
  readonly isOpen: boolean
}

/** The lines that are seen when these groups are open, from top to bottom. */
export function linesOfTree(nodes: readonly AgencyNode[], isOpen: (node: AgencyNode) => boolean): readonly TreeLine[] {
  const lines: TreeLine[] = []
  const add = (siblings: readonly AgencyNode[], level: number, above: number): void => {
    siblings.forEach((node, i) => {
      const opened = node.children.length > 0 && isOpen(node)
      lines.push({ node, level, place: i + 1, siblings: siblings.length, above, isOpen: opened })
      if (opened) add(node.children, level + 1, lines.length - 1)
    })
  }
  add(nodes, 1, -1)
  return lines
}

/** The groups that are open at first: as many levels as fit on some lines, and the way to every group that is chosen in part. */
export function openAtFirst(nodes: readonly AgencyNode[], chosen: ReadonlySet<string>, fit: number): ReadonlySet<string> {
  const open = new Set<string>()
  let count = nodes.length
  for (let level = nodes; level.length > 0;) {
    const next = level.flatMap((node) => node.children)
    count += next.length
    if (count > fit) break
    for (const node of level) if (node.children.length > 0) open.add(node.key)
    level = next
  }
  const openPartly = (node: AgencyNode): void => {
    if (node.children.length === 0 || tickOf(node, chosen) !== 'some') return
    open.add(node.key)
    node.children.forEach(openPartly)
  }
  nodes.forEach(openPartly)
  return open
}
