import type { Agency } from '../agencies.ts'
import type { TableFormId } from '../forms/form.ts'
import type { Scope } from '../forms/states.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { distributionWords } from '../text/distributionWords.ts'
import { groupAgencies, type GroupedBy } from './agencyGroups.ts'
import type { ChartContext } from './chartContext.ts'
import { nameForm } from './figureText.ts'
import { pickYear, quartilesOf, rankValues, type Quartiles, type Ranking } from './ranking.ts'

/** One row of the distribution: bodies of one group whose figures may stand on one scale. */
export interface StripRow {
  readonly key: string
  /** Rows of one section share an axis: one scope, and forms whose figures may be compared. */
  readonly section: string
  /** The group's own name; empty where bodies are not put together. */
  readonly group: string
  /** The group, the scope and the forms, as far as the rows differ in them; empty where there is one row. */
  readonly name: string
  /** One value per body, highest first. */
  readonly values: readonly ComparedValue[]
  /** Rates over too few cases to be told as rates: not drawn, not in the middle half. */
  readonly tooSmall: readonly ComparedValue[]
  readonly missing: readonly ComparedValue[]
  /** Null below five values. */
  readonly quartiles: Quartiles | null
}

/** Below so many values a middle half says nothing. */
export const enoughForBox = 5

type Names = Pick<ChartContext, 'catalogue' | 'indicator' | 'agencies' | 'lang' | 'words'>

/**
 * The rows of a distribution: one figure per body, of the year `at` or of its latest report; figures of another scope or of forms
 * that count differently stand in a row of their own. A body without a figure is counted where its figures stand in other years.
 */
export function stripRowsOf(
  all: readonly ComparedValue[],
  at: number | 'latest',
  by: GroupedBy,
  context: Names,
  everyAgency: readonly Agency[],
): StripRow[] {
  const { agencies, lang, indicator } = context
  const say = distributionWords[lang].strip
  const ranking = rankValues(pickYear(all, at), indicator)
  const sections = sectionsOf(ranking, all)
  const groups = groupAgencies(agencies, by, { all: everyAgency, lang, unknown: by === 'supervisor' ? say.noSupervisor : say.unknownGroup })
  const rows = sections.flatMap((section) =>
    groups.flatMap(({ key, title, agencies: members }) => {
      const here = (row: ComparedValue): boolean => members.some((agency) => agency.id === row.agency)
      const values = section.values.filter(here)
      const rest = section.rest.filter(here)
      if (values.length + rest.length === 0) return []
      const quartiles = values.length < enoughForBox ? null : quartilesOf(values.flatMap(({ value }) => (value === null ? [] : [value])))
      const [tooSmall, missing] = [rest.filter((row) => row.value !== null), rest.filter((row) => row.value === null)]
      return [
        { section, row: { key: `${keyOf(section)} ${key}`, section: keyOf(section), group: title, values, tooSmall, missing, quartiles } },
      ]
    }),
  )
  const named = rows.length > 1 || by !== 'none'
  return rows.map(({ section, row }) => ({
    ...row,
    name: named ? [...(row.group === '' ? [] : [row.group]), ...nameSection(section, sections, by === 'none', context)].join(' · ') : '',
  }))
}

/** What sets a section apart from the others: its scope where scopes differ, its forms where forms differ. */
function nameSection(section: Section, sections: readonly Section[], alone: boolean, { catalogue, lang, words }: Names): string[] {
  const { scope, forms } = section
  if (scope === null) return alone ? [distributionWords[lang].strip.withoutScope] : []
  const scopesDiffer = sections.some((other) => other.scope !== null && other.scope !== scope)
  const formsDiffer = sections.some((other) => other !== section && other.scope === scope)
  return [
    ...(scopesDiffer ? [words.compare.scopes[scope]] : []),
    ...(formsDiffer ? [words.list(forms.map((form) => nameForm(catalogue, form, lang)))] : []),
  ]
}

/** Figures that may stand on one axis, and the bodies without a drawn figure that are counted beside them. */
interface Section extends Place {
  readonly values: readonly ComparedValue[]
  readonly rest: readonly ComparedValue[]
}

const keyOf = ({ scope, forms }: Place): string => [scope ?? '', ...forms].join(' ')

function sectionsOf({ groups, tooSmall, missing }: Ranking, all: readonly ComparedValue[]): Section[] {
  const sections = new Map<string, { place: Place; values: readonly ComparedValue[]; rest: ComparedValue[] }>(
    groups.map((place) => [keyOf(place), { place, values: place.rows, rest: [] }]),
  )
  for (const row of [...tooSmall, ...missing]) {
    const home = homeOf(row, all, groups)
    const section = sections.get(keyOf(home))
    if (section) section.rest.push(row)
    else sections.set(keyOf(home), { place: home, values: [], rest: [row] })
  }
  return [...sections.values()]
    .map(({ place: { scope, forms }, values, rest }) => ({ scope, forms, values, rest }))
    .sort((a, b) => scopeOrder.indexOf(a.scope) - scopeOrder.indexOf(b.scope))
}

const scopeOrder: readonly (Scope | null)[] = ['own', 'office', 'aggregate', null]

/** Null: the scope of bodies of which no report is known, where there are several. */
interface Place {
  readonly scope: Scope | null
  readonly forms: readonly TableFormId[]
}

/** Where a body without a drawn figure is counted: by its own form and scope, else by the scope of its nearest other report. */
function homeOf(row: ComparedValue, all: readonly ComparedValue[], places: readonly Place[]): Place {
  const scope = row.scope ?? nearestScope(row, all)
  const ofScope = places.filter((place) => place.scope === scope)
  const found = ofScope.find((place) => place.forms.some((form) => form === row.form)) ?? ofScope[0]
  if (found) return found
  const [only, ...more] = places
  return scope === null && only && more.length === 0 ? only : { scope, forms: [] }
}

function nearestScope(row: ComparedValue, all: readonly ComparedValue[]): Scope | null {
  const known = all.filter((other) => other.agency === row.agency && other.scope !== null)
  return [...known].sort((a, b) => Math.abs(a.year - row.year) - Math.abs(b.year - row.year))[0]?.scope ?? null
}
