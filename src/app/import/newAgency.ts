import type { Agency, AgencyLevel } from '../../agencies.ts'
import type { AgencyRow } from '../../dataset/tables.ts'
import { sha256Hex } from '../../engine/sha256.ts'

/** What a person says of an agency that the dataset lacks; texts as typed, '' where nothing was said. */
export interface NewAgency {
  readonly name: string
  readonly shortName: string
  readonly regionCode: string
  readonly level: AgencyLevel
  readonly system: string
  readonly supervisor: string
}

/** The row of a new agency. Its id follows from its name, so the same agency added twice is one. */
export function newAgencyRow({ name, shortName, regionCode, level, system, supervisor }: NewAgency): AgencyRow {
  const official = name.trim()
  return {
    agency_id: `local-${sha256Hex(new TextEncoder().encode(official)).slice(0, 10)}`,
    name: official,
    short_name: shortName.trim() === '' ? null : shortName.trim(),
    aliases: [],
    region_code: regionCode === '' ? null : regionCode,
    level,
    system: system.trim(),
    supervisor_id: supervisor === '' ? null : supervisor,
    valid_from: null,
    valid_to: null,
    successor_id: null,
    deadline: null,
  }
}

/** What an agency probably does: the system of the known one whose name ends most alike, three characters at least; '' where none does. */
export function proposeSystem(name: string, agencies: readonly Agency[]): string {
  let [longest, system] = [2, '']
  for (const agency of agencies) {
    const alike = countAlikeAtEnd(name.trim(), agency.name)
    if (alike > longest) [longest, system] = [alike, agency.system]
  }
  return system
}

function countAlikeAtEnd(one: string, other: string): number {
  let count = 0
  while (count < one.length && count < other.length && one.at(-1 - count) === other.at(-1 - count)) count += 1
  return count
}
