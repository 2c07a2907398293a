import type { Agency } from '../../../agencies.ts'
import type { ChartTable } from '../../../charts/chartContext.ts'
import { nameForm, nameState, printRow } from '../../../charts/figureText.ts'
import type { Catalogue } from '../../../indicators/catalogue.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import { dataWords } from '../../../text/dataWords.ts'
import type { Lang } from '../../../text/label.ts'
import { formatNumber } from '../../../text/numbers.ts'
import type { Words } from '../../../text/zh.ts'

/** What rows are named by. */
export interface RowNames {
  readonly indicator: Indicator
  readonly catalogue: Catalogue
  readonly agencyById: (id: string) => Agency | undefined
  readonly lang: Lang
  readonly words: Words
}

/** The column that has the texture of the state beside its name. */
export type RowColumn = keyof (typeof dataWords)['zh']['columns']

/** The columns that rows of an indicator have: applicants and bases only where it has them. */
export function columnsOfRows({ byApplicant, kind }: Pick<Indicator, 'byApplicant' | 'kind'>): readonly RowColumn[] {
  const columns = Object.keys(dataWords.zh.columns) as RowColumn[]
  return columns.filter((column) => (column !== 'applicant' || byApplicant) && (column !== 'n' || kind !== 'reported'))
}

/** Long rows in words, one line each, in the order given: no field is empty, a rate over few is said as the pages say it. */
export function tableOfRows(rows: readonly ComparedValue[], caption: string, names: RowNames): ChartTable {
  const columns = columnsOfRows(names.indicator)
  const { columns: heads } = dataWords[names.lang]
  return {
    caption,
    columns: columns.map((column) => ({ name: heads[column], numeric: column === 'value' || column === 'n' })),
    rows: rows.map((row) => {
      const cells = sayRow(row, names)
      return {
        key: `${row.agency}-${row.year}-${row.evidence ?? ''}`,
        report: row.report,
        cells: columns.map((column) => cells[column]),
      }
    }),
  }
}

const nothing = '–'

function sayRow(row: ComparedValue, { indicator, catalogue, agencyById, lang, words }: RowNames): Readonly<Record<RowColumn, string>> {
  const nameOf = (list: readonly { readonly id: string; readonly name: Readonly<Record<Lang, string>> }[], id: string | null): string =>
    list.find((one) => one.id === id)?.name[lang] ?? nothing
  return {
    agency: agencyById(row.agency)?.shortName ?? row.agency,
    year: String(row.year),
    applicant: nameOf(catalogue.applicants, row.applicant),
    // Its grade has a column of its own.
    value: row.value === null ? nothing : printRow({ ...row, evidence: null }, indicator, catalogue, lang, words),
    n: row.n === null ? nothing : formatNumber(row.n, lang),
    state: nameState(catalogue, row.state, lang),
    evidence: row.evidence === null ? nothing : words.evidence.letter(row.evidence, words.evidence[row.evidence]),
    form: row.form === null ? nothing : nameForm(catalogue, row.form, lang),
    scope: nameOf(catalogue.scopes, row.scope),
    report: row.report ?? dataWords[lang].noReport,
  }
}
