import type { Agency } from '../agencies.ts'
import type { Finding } from '../checks/outcome.ts'
import { listWords, overviewWords, slipWords } from '../text/outputs.ts'
import { chooseForSlip, correctionSlip, type SlipOptions } from './correctionSlip.ts'
import { listSheet, notesSheet } from './findingsList.ts'
import { isSettled, verdictOf, type FindingsToWrite } from './findingsToWrite.ts'
import { safeFileName, tellNamesApart } from './safeFileName.ts'
import { writeWorkbook, type SheetCell, type SheetToWrite } from './workbook.ts'
import { zipFiles } from './zipFiles.ts'

/**
 * A zip with a correction slip for every agency that is asked something, and an overview of all agencies as an Excel file: which slip is
 * whose, and what was left out of the slips. Findings whose agency is not known stand in the overview alone.
 */
export function slipsZip(written: FindingsToWrite, options: SlipOptions = {}): Uint8Array {
  const slips = written.agencies.flatMap((agency) => {
    const bytes = correctionSlip(agency, written, options)
    return bytes === null ? [] : [{ agency, bytes }]
  })
  const names = tellNamesApart([
    safeFileName(overviewWords.fileName, 'xlsx'),
    ...slips.map(({ agency }) => safeFileName(slipWords.fileName(agency.name), 'docx', slipWords.fileName(agency.id))),
  ])
  const [overview = '', ...own] = names
  const fileOf = new Map(slips.map(({ agency }, at) => [agency.id, own[at] ?? '']))
  const sheets = [notesSheet(written, 'zh'), agenciesSheet(written, fileOf, options), listSheet(written, 'zh')]
  return zipFiles(
    new Map([
      [overview, writeWorkbook(sheets, written.day)],
      ...slips.map(({ agency, bytes }): [string, Uint8Array] => [fileOf.get(agency.id) ?? '', bytes]),
    ]),
    written.day,
  )
}

function agenciesSheet(written: FindingsToWrite, fileOf: ReadonlyMap<string, string>, options: SlipOptions): SheetToWrite {
  const known = new Set(written.agencies.map(({ id }) => id))
  const lost = written.findings.filter(({ agency }) => agency === null || !known.has(agency))
  return {
    name: listWords.overviewSheet.zh,
    widths: [32, 10, 10, 10, 10, 12, 12, 12, 48],
    rows: [
      overviewWords.columns,
      ...written.agencies.map((agency) => agencyRow(agency, written, fileOf.get(agency.id) ?? overviewWords.noSlip, options)),
      ...(lost.length > 0 ? [lostRow(lost, written)] : []),
    ],
    isList: true,
  }
}

function agencyRow(agency: Agency, written: FindingsToWrite, file: string, options: SlipOptions): readonly SheetCell[] {
  const own = written.findings.filter((finding) => finding.agency === agency.id)
  const items = chooseForSlip(agency.id, written, options)
  const { settled, open, unknown } = countApart(own, written, items)
  return [
    agency.name,
    written.reports.filter((report) => report.agency === agency.id).length,
    items.length,
    items.filter(({ severity }) => severity === 'error').length,
    items.filter(({ severity }) => severity === 'warning').length,
    settled,
    open,
    unknown,
    file,
  ]
}

function lostRow(lost: readonly Finding[], written: FindingsToWrite): readonly SheetCell[] {
  const { settled, open, unknown } = countApart(lost, written, [])
  return [listWords.unknownAgency.zh, null, 0, 0, 0, settled, open, unknown, overviewWords.notAddressed]
}

/** What is in no slip: settled by a person, not asked, cannot be told. With the items of the slip they are all findings. */
function countApart(
  own: readonly Finding[],
  written: FindingsToWrite,
  items: readonly Finding[],
): { readonly settled: number; readonly open: number; readonly unknown: number } {
  const left = own.filter((finding) => !items.includes(finding))
  const failing = left.filter(({ outcome }) => outcome === 'fails')
  const settled = failing.filter((finding) => isSettled(verdictOf(written, finding))).length
  return { settled, open: failing.length - settled, unknown: left.length - failing.length }
}
