import { checkById } from '../../checks/allChecks.ts'
import { applicants } from '../../forms/applicants.ts'
import type { FormRow } from '../../forms/form.ts'
import type { Finding, FindingCell } from '../../checks/outcome.ts'
import type { Catalogue } from '../../indicators/catalogue.ts'
import type { Lang } from '../../text/label.ts'
import type { Words } from '../../text/zh.ts'

/** What a finding says in lists, without its numbers. */
export const sayFinding = (finding: Finding, lang: Lang): string => {
  const check = checkById(finding.rule)
  if (!check) return finding.rule
  const said = finding.outcome === 'fails' ? check.say[lang] : check.name[lang]
  return said.slice(0, 1).toUpperCase() + said.slice(1)
}

/** The name of a rule. */
export const nameRule = (rule: string, lang: Lang): string => checkById(rule)?.name[lang] ?? rule

/** The short name of the column of an applicant; null where the cell has none. */
export const nameApplicant = (cell: FindingCell, lang: Lang): string | null =>
  applicants.find(({ id }) => id === cell.applicant)?.name[lang] ?? null

/** The row that a cell stands in on the form. */
export function rowOf(cell: FindingCell, form: string | null, catalogue: Catalogue): FormRow | undefined {
  if (cell.cell === null) return undefined
  return catalogue.forms.find(({ id }) => id === form)?.rows.find(({ path }) => path === cell.cell)
}

/** What a cell is called: its indicator, or the label that the form prints where it has none. */
export function nameFindingCell(cell: FindingCell, form: string | null, catalogue: Catalogue, lang: Lang): string {
  const indicator = catalogue.indicators.find(({ id }) => id === cell.indicator)
  if (indicator) return (indicator.shortName ?? indicator.name)[lang]
  const printed = rowOf(cell, form, catalogue)?.label ?? cell.column ?? cell.cell ?? ''
  return lang === 'en' && printed !== '' ? `“${printed}”` : printed
}

/** Which cells a finding is about, in a few words: the row, the column, or the first of them and how many. */
export function sayCells(finding: Finding, catalogue: Catalogue, lang: Lang, words: Words): string {
  const names = [...new Set(finding.cells.map((cell) => nameFindingCell(cell, finding.form, catalogue, lang)))]
  const inColumns = finding.cells.filter((cell) => rowOf(cell, finding.form, catalogue)?.byApplicant)
  const columns = [...new Set(inColumns.map((cell) => nameApplicant(cell, lang)))].filter((name) => name !== null)
  const [first] = names
  const [column] = columns
  if (first === undefined) return ''
  if (names.length > 1 && columns.length === 1 && column !== undefined)
    return `${words.checks.cellsOf(first, names.length)} · ${words.checks.column(column)}`
  return words.checks.cellsOf(first, names.length)
}

/** The cell as the address of the report page names it; null for a sentence. */
export function addressOfCell(cell: FindingCell, row: FormRow | undefined): string | null {
  if (cell.cell === null) return null
  return row?.byApplicant && row.table === 3 ? `${cell.cell}@${cell.applicant ?? 'total'}` : cell.cell
}
