import type { Label } from '../text/label.ts'

/** The last day on which the rule of the year lets a report be published. */
export interface Deadline {
  /** `YYYY-MM-DD`. */
  readonly day: string
  readonly basis: Label
}

/**
 * When the report on a year was due: 31 March of the next year for everyone to 2018 (2007 Regulations, article 31); from 2019 31
 * January for departments and 31 March for a whole government (2019 Regulations, article 49). Towns and other bodies: only where a
 * local date is known.
 */
export function deadlineOf({
  year,
  scope,
  agency,
}: {
  readonly year: number | null
  readonly scope: string | null
  readonly agency: { readonly level: string; readonly deadline: string | null } | null
}): Deadline | null {
  if (year === null || agency === null) return null
  const until = (day: string, zh: string, en: string): Deadline => ({ day: `${year + 1}-${day}`, basis: { zh, en } })
  if (agency.deadline !== null) return until(agency.deadline, '当地公布期限', 'local date')
  if (year <= 2018) return until('03-31', '2007 年《条例》第三十一条', '2007 Regulations, article 31')
  if (agency.level === 'town' || agency.level === 'other') return null
  const whole = scope === 'aggregate' || scope === 'office'
  return whole
    ? until('03-31', '2019 年《条例》第四十九条（主管部门）', '2019 Regulations, article 49 (competent office)')
    : until('01-31', '2019 年《条例》第四十九条', '2019 Regulations, article 49')
}
