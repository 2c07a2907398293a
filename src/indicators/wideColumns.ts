import type { ApplicantId } from '../forms/form.ts'

/**
 * Names of the columns of the wide table, one row per report: `requests_new` holds the number of the total (or the only
 * figure), `requests_new@natural_person` that of one applicant type. Only printed table cells (grade A) stand there.
 */
export const valueColumn = (indicator: string, applicant: ApplicantId | null = null): string =>
  applicant === null || applicant === 'total' ? indicator : `${indicator}@${applicant}`

/** The state beside each number, or the reason why there is none: never null in the wide table. */
export const stateColumn = (indicator: string, applicant: ApplicantId | null = null): string => `${valueColumn(indicator, applicant)}:state`
