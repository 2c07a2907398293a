import { cellChecks } from './cellChecks.ts'
import type { Check } from './check.ts'
import { clauseChecks } from './clauseChecks.ts'
import { copyChecks } from './copyChecks.ts'
import { coverageChecks } from './coverageChecks.ts'
import { disclosureChecks } from './disclosureChecks.ts'
import { disputeChecks } from './disputeChecks.ts'
import { formChecks } from './formChecks.ts'
import { groupChecks } from './groupChecks.ts'
import { peerChecks } from './peerChecks.ts'
import { proseChecks } from './proseChecks.ts'
import { requestChecks } from './requestChecks.ts'
import { statementChecks } from './statementChecks.ts'
import { yearChecks } from './yearChecks.ts'

/** Every check, in the order in which lists show them. */
export const allChecks: readonly Check[] = [
  ...requestChecks,
  ...disputeChecks,
  ...disclosureChecks,
  ...clauseChecks,
  ...cellChecks,
  ...yearChecks,
  ...proseChecks,
  ...statementChecks,
  ...copyChecks,
  ...formChecks,
  ...coverageChecks,
  ...peerChecks,
  ...groupChecks,
]

const checksById: ReadonlyMap<string, Check> = new Map(allChecks.map((check) => [check.id, check]))

/** The check of a finding; undefined when a dataset was checked by rules that are not known here. */
export const checkById = (rule: string): Check | undefined => checksById.get(rule)
