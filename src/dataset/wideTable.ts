import { tableForms, type Catalogue } from '../indicators/catalogue.ts'
import type { ApplicantId, TableFormId } from '../forms/form.ts'
import { stateColumn, valueColumn } from '../indicators/wideColumns.ts'

/** A number column of the wide table, with the state column beside it, and the forms that print such a cell. */
export interface WideColumn {
  readonly indicator: string
  /** Null where the indicator has no applicants. */
  readonly applicant: ApplicantId | null
  readonly value: string
  readonly state: string
  readonly askedBy: readonly TableFormId[]
}

/** Every column pair of the wide table, in the order of the catalogue: reported numbers, the total first, then the applicants. */
export function listWideColumns(catalogue: Catalogue): readonly WideColumn[] {
  const applicants = catalogue.applicants.map((applicant) => applicant.id)
  const inOrder = [...applicants.filter((id) => id === 'total'), ...applicants.filter((id) => id !== 'total')]
  return catalogue.indicators
    .filter((indicator) => indicator.kind === 'reported' && indicator.type !== 'text')
    .flatMap((indicator) =>
      (indicator.byApplicant ? inOrder : [null]).map((applicant) => ({
        indicator: indicator.id,
        applicant,
        value: valueColumn(indicator.id, applicant),
        state: stateColumn(indicator.id, applicant),
        askedBy: tableForms.filter((form) => asks(catalogue, form, indicator.id, applicant)),
      })),
    )
}

/** Does this form print such a cell? Local additions do not count: their absence is no gap. */
function asks(catalogue: Catalogue, form: TableFormId, indicator: string, applicant: ApplicantId | null): boolean {
  const rows = catalogue.forms.find((candidate) => candidate.id === form)?.rows ?? []
  return rows.some(
    (row) => row.indicator === indicator && row.variant !== true && (row.byApplicant || applicant === null || applicant === 'total'),
  )
}

/** How many numbers a form asks for: its value cells, table three counted once per applicant; texts and headers left out. */
export function countValueCells(catalogue: Catalogue, form: TableFormId): number {
  return listWideColumns(catalogue).filter((column) => column.askedBy.includes(form)).length
}
