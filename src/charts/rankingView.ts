import type { Agency } from '../agencies.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { compareWordsIn } from '../text/compareWords.ts'
import { groupAgencies, type GroupedBy } from './agencyGroups.ts'
import type { HeldAgainst } from './benchmark.ts'
import type { ChartContext } from './chartContext.ts'
import { quartilesOf, type RankedGroup, type Ranking } from './ranking.ts'

/** How a ranking is laid out: its order, what bodies are put together by, and what they are held against. */
export interface RankingView {
  /** By value, highest or lowest first, or as agencies are listed. */
  readonly order: 'value' | 'lowest' | 'list'
  readonly by: GroupedBy
  /** Every body of the dataset: a supervisor need not be in the selection. */
  readonly all: readonly Agency[]
  readonly held: HeldAgainst | null
  /** Beside another figure: a long list gives its ends and its middle. */
  readonly isShort?: boolean
}

/** By value, in one list, held against nothing. */
export const plainRanking: RankingView = { order: 'value', by: 'none', all: [], held: null }

/** Bodies put together inside a comparable group, in the order in which they are shown. */
export interface RankedSection {
  readonly id: string
  /** Empty where bodies are not put together. */
  readonly name: string
  readonly rows: readonly ComparedValue[]
  /** The median of the rows; null below two. */
  readonly median: number | null
  /** Bodies of the selection that belong here, with or without a number. */
  readonly of: number
}

/**
 * The rows of a comparable group as the view lays them out; sections in the order of lists. `of` leaves out bodies that stand in
 * another group; those without a figure are counted in the first one.
 */
export function sectionsOf(
  group: RankedGroup,
  { groups, tooSmall, missing }: Pick<Ranking, 'groups' | 'tooSmall' | 'missing'>,
  view: RankingView,
  { agencies, lang }: Pick<ChartContext, 'agencies' | 'lang'>,
): readonly RankedSection[] {
  const rowOf = new Map(group.rows.map((row) => [row.agency, row]))
  const place = new Map(group.rows.map((row, at) => [row.agency, at]))
  const compareRows = (a: ComparedValue, b: ComparedValue): number => {
    if (view.order === 'list') return 0
    const highestFirst = (place.get(a.agency) ?? Infinity) - (place.get(b.agency) ?? Infinity)
    return view.order === 'value' ? highestFirst : (a.value ?? Infinity) - (b.value ?? Infinity) || highestFirst
  }
  const others = new Set(groups.flatMap((other) => (other === group ? [] : other.rows.map((row) => row.agency))))
  const apart = new Set([...tooSmall, ...missing].map((row) => row.agency))
  const isHere = ({ id }: Agency): boolean => rowOf.has(id) || (group === groups[0] && !others.has(id) && apart.has(id))
  const known = new Set(agencies.map((agency) => agency.id))
  const unlisted = group.rows.filter((row) => !known.has(row.agency))
  return groupAgencies(agencies, view.by, { all: view.all, lang, unknown: compareWordsIn(lang).by.unknown }).flatMap(
    ({ key, title, agencies: members }, index): RankedSection[] => {
      const listed = members.flatMap((agency) => rowOf.get(agency.id) ?? [])
      const rows = index === 0 ? [...listed, ...unlisted] : listed
      if (rows.length === 0) return []
      const values = rows.flatMap((row) => (row.value === null ? [] : [row.value]))
      return [
        {
          id: key,
          name: title,
          rows: [...rows].sort(compareRows),
          median: quartilesOf(values)?.median ?? null,
          of: members.filter(isHere).length,
        },
      ]
    },
  )
}

/** The section of each body by its id; empty names where bodies are not put together. */
export function sectionNames(view: RankingView, { agencies, lang }: Pick<ChartContext, 'agencies' | 'lang'>): ReadonlyMap<string, string> {
  const groups = groupAgencies(agencies, view.by, { all: view.all, lang, unknown: compareWordsIn(lang).by.unknown })
  return new Map(groups.flatMap(({ title, agencies: members }) => members.map((agency): [string, string] => [agency.id, title])))
}
