import { nameForm, nameState, printRow } from '../../../charts/figureText.ts'
import type { Agency } from '../../../agencies.ts'
import type { ReportEntry } from '../../../dataset/openDataset.ts'
import { writeCsvFile, type ListCell } from '../../../exports/csvFile.ts'
import type { Catalogue } from '../../../indicators/catalogue.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import { dataWords } from '../../../text/dataWords.ts'
import type { Lang } from '../../../text/label.ts'
import type { Words } from '../../../text/zh.ts'

/** What rows are named by. */
export interface RowNames {
  readonly indicator: Indicator
  readonly catalogue: Catalogue
  readonly agencyById: (id: string) => Agency | undefined
  readonly reportById: (id: string) => ReportEntry | undefined
  readonly lang: Lang
  readonly words: Words
}

/**
 * Rows of one indicator as a CSV file that people open: names beside ids, numbers as numbers, an empty field where there is none and
 * the reason beside it. A rate over few is a number too, with its base, and in words as the pages say it.
 */
export function writeRowsFile(rows: readonly ComparedValue[], names: RowNames): Uint8Array {
  const { columns } = dataWords[names.lang]
  const order = Object.keys(columns) as readonly Column[]
  const lines = rows.map((row) => {
    const cells = listCells(row, names)
    return order.map((column) => cells[column])
  })
  return writeCsvFile([order.map((column) => columns[column]), ...lines])
}

type Column = keyof (typeof dataWords)['zh']['columns']

function listCells(
  row: ComparedValue,
  { indicator, catalogue, agencyById, reportById, lang, words }: RowNames,
): Readonly<Record<Column, ListCell>> {
  const report = row.report === null ? undefined : reportById(row.report)
  return {
    agencyId: row.agency,
    agency: agencyById(row.agency)?.name ?? row.agency,
    year: row.year,
    applicantId: row.applicant,
    applicant: catalogue.applicants.find(({ id }) => id === row.applicant)?.name[lang] ?? null,
    value: row.value,
    n: row.n,
    said: printRow(row, indicator, catalogue, lang, words),
    unit: indicator.unitName[lang],
    stateId: row.state,
    state: nameState(catalogue, row.state, lang),
    evidence: row.evidence,
    qualifier: row.qualifier,
    formId: row.form,
    form: nameForm(catalogue, row.form, lang),
    scope: catalogue.scopes.find(({ id }) => id === row.scope)?.name[lang] ?? null,
    reportId: row.report,
    report: report?.title ?? null,
    publishedOn: report?.published_on ?? null,
    source: report?.source_url ?? null,
  }
}
