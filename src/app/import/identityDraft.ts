import type { Agency } from '../../agencies.ts'
import type { AgencyRow } from '../../dataset/tables.ts'
import type { Scope } from '../../forms/states.ts'
import type { ParsedReport } from '../../reports/figure.ts'

/** What a person says of whose report a file is, beginning with what was recognised. `confirmed`: agency, year and scope were looked at. */
export interface IdentityDraft {
  readonly agencyId: string | null
  /** An agency that the dataset lacks, as the person describes it; its id is in `agencyId`. */
  readonly newAgency: AgencyRow | null
  readonly year: number | null
  readonly scope: Scope | null
  readonly publishedOn: string | null
  readonly periodStart: string | null
  readonly periodEnd: string | null
  readonly confirmed: boolean
}

/** What was recognised, to be confirmed or corrected. */
export function draftOf({ report }: ParsedReport): IdentityDraft {
  return {
    agencyId: report.agency_id,
    newAgency: null,
    year: report.year,
    scope: report.scope,
    publishedOn: report.published_on,
    periodStart: report.period_start,
    periodEnd: report.period_end,
    confirmed: false,
  }
}

/** A changed draft. Whoever changes the agency, the year or the scope confirms them anew. */
export function changeDraft(draft: IdentityDraft, change: Partial<IdentityDraft>): IdentityDraft {
  const touches = (['agencyId', 'year', 'scope'] as const).some((part) => part in change && change[part] !== draft[part])
  return { ...draft, ...change, confirmed: touches ? false : (change.confirmed ?? draft.confirmed) }
}

/** After the file was read again: what the person said stays, what was only recognised is taken anew. */
export function keepSaid(draft: IdentityDraft, before: ParsedReport, after: ParsedReport): IdentityDraft {
  const [old, now] = [draftOf(before), draftOf(after)]
  const pick = <Part extends keyof IdentityDraft>(part: Part): IdentityDraft[Part] => (draft[part] === old[part] ? now[part] : draft[part])
  return {
    ...draft,
    scope: pick('scope'),
    publishedOn: pick('publishedOn'),
    periodStart: pick('periodStart'),
    periodEnd: pick('periodEnd'),
  }
}

/** What still keeps a report from being taken, in the order of the form. */
export type DraftLack = 'agency' | 'year' | 'scope' | 'form' | 'figures' | 'confirm'

/** What a report lacks before it may be taken; nothing: it may. */
export function findLacks(draft: IdentityDraft, { report, figures }: ParsedReport): readonly DraftLack[] {
  return [
    ...(draft.agencyId === null ? (['agency'] as const) : []),
    ...(draft.year === null ? (['year'] as const) : []),
    ...(draft.scope === null ? (['scope'] as const) : []),
    ...(report.form === null || report.form === 'pre2014' ? (['form'] as const) : []),
    ...(figures.length === 0 ? (['figures'] as const) : []),
    ...(draft.confirmed ? [] : (['confirm'] as const)),
  ]
}

/** The report with the identity that the person confirmed. @throws {Error} when something is still open: see `findLacks`. */
export function applyDraft(draft: IdentityDraft, parsed: ParsedReport, agencyName: string): ParsedReport {
  const lacks = findLacks(draft, parsed)
  if (lacks.length > 0) throw new Error(`the identity of ${parsed.file} is not confirmed: ${lacks.join(', ')}`)
  return {
    ...parsed,
    report: {
      ...parsed.report,
      agency: agencyName,
      agency_id: draft.agencyId,
      year: draft.year,
      scope: draft.scope,
      published_on: draft.publishedOn,
      period_start: draft.periodStart,
      period_end: draft.periodEnd,
    },
  }
}

/** An agency that is being added, as the matcher and the pickers know agencies. Its initials are made when the data are compiled. */
export function agencyOfRow(row: AgencyRow, regionName: string | null): Agency {
  return {
    id: row.agency_id,
    name: row.name,
    shortName: row.short_name ?? row.name,
    aliases: row.aliases,
    initials: [],
    regionCode: row.region_code,
    regionName,
    level: row.level,
    system: row.system,
    supervisorId: row.supervisor_id,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    successorId: row.successor_id,
    deadline: row.deadline,
  }
}
