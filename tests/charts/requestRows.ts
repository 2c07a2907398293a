import type { RequestContext } from '../../src/charts/requestContext.ts'
import { indicatorById } from '../../src/indicators/catalogue.ts'
import type { Indicator } from '../../src/indicators/indicator.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import type { GatheredFigures } from '../../src/questions/gatherFigures.ts'
import { readGathered, type GatheredReader } from '../../src/questions/gatheredValues.ts'
import { listRequestFigures } from '../../src/indicators/requestFlow.ts'
import type { FormId } from '../../src/forms/form.ts'
import type { FigureState, Scope } from '../../src/forms/states.ts'
import { requestsWords } from '../../src/text/requestsWords.ts'
import { contextOf, testAgencies } from './comparedRows.ts'

/** An invented report: the figures that matter; every other one is `rest`. `form` null: no report. */
export interface InventedReport {
  readonly agency: string
  readonly year: number
  readonly form: FormId | null
  readonly scope?: Scope
  readonly figures?: Readonly<Record<string, number | FigureState>>
  readonly rest?: number | FigureState
}

const columns = listRequestFigures(ourCatalogue, null)

/** What the page would be given of these reports. Figures without a row on the form say so. */
export function readInvented(reports: readonly InventedReport[], blanksAsZero = false): GatheredReader {
  const rows = reports.map(({ agency, year, form, scope = 'own', figures = {}, rest = 0 }): GatheredFigures => {
    const asks = (id: string): boolean => ourCatalogue.forms.some((one) => one.id === form && one.rows.some((row) => row.indicator === id))
    return {
      agency,
      year,
      form,
      scope: form === null ? null : scope,
      report: form === null ? null : `${agency}-${year}`,
      figures: form === null ? [] : columns.map((column) => figures[column] ?? (asks(column.split('@')[0] ?? '') ? rest : 'not_in_form')),
    }
  })
  return readGathered(rows, columns, ourCatalogue, { applicant: null, blanksAsZero })
}

/** Everything that the figures about requests must know, in Chinese and light. */
export function requestContextOf(more: Partial<RequestContext> = {}): RequestContext {
  const { catalogue, lang, words, palette } = contextOf('requests_new')
  return { catalogue, agencies: testAgencies, focus: [], lang, words, palette, width: 1000, said: requestsWords.zh, ...more }
}

export const ours = (id: string): Indicator => indicatorById(ourCatalogue, id)
