import { levelNames, type Agency } from '../agencies.ts'
import type { Lang } from '../text/label.ts'

/** What bodies are put together by in lists; `none`: one list. */
export type GroupedBy = 'none' | 'level' | 'supervisor' | 'system' | 'region'

/** Bodies under one heading; the heading is empty where there is one list. */
export interface AgencyGroup {
  readonly key: string
  readonly title: string
  readonly agencies: readonly Agency[]
}

/**
 * Puts bodies together, in the order in which the first of each group comes. `all`: every body of the dataset, as supervisors may be
 * outside of the selection. `unknown`: the heading of those of which nobody knows it.
 */
export function groupAgencies(
  agencies: readonly Agency[],
  by: GroupedBy,
  { all, lang, unknown }: { readonly all: readonly Agency[]; readonly lang: Lang; readonly unknown: string },
): readonly AgencyGroup[] {
  if (by === 'none') return [{ key: '', title: '', agencies }]
  const names = new Map(all.map((agency) => [agency.id, agency.shortName]))
  const headingOf = (agency: Agency): { key: string; title: string } => {
    const nobody = { key: '?', title: unknown }
    if (by === 'level') return { key: agency.level, title: levelNames[agency.level][lang] }
    if (by === 'system') return agency.system === '' ? nobody : { key: agency.system, title: agency.system }
    if (by === 'region')
      return agency.regionName === null ? nobody : { key: agency.regionCode ?? agency.regionName, title: agency.regionName }
    const { supervisorId: id } = agency
    return id === null ? nobody : { key: id, title: names.get(id) ?? id }
  }
  const groups = new Map<string, { title: string; agencies: Agency[] }>()
  for (const agency of agencies) {
    const { key, title } = headingOf(agency)
    const group = groups.get(key)
    if (group) group.agencies.push(agency)
    else groups.set(key, { title, agencies: [agency] })
  }
  return [...groups].map(([key, group]) => ({ key, ...group }))
}
