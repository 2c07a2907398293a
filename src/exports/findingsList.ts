import { checkById } from '../checks/allChecks.ts'
import type { Finding } from '../checks/outcome.ts'
import type { Label, Lang } from '../text/label.ts'
import { formatYears } from '../text/numbers.ts'
import { listWords } from '../text/outputs.ts'
import { punctuation } from '../text/punctuation.ts'
import { writeCsvFile, type ListCell } from './csvFile.ts'
import { placesOf, quoteMessage } from './findingWords.ts'
import { countReports, verdictOf, type FindingsToWrite } from './findingsToWrite.ts'
import { writeWorkbook, type SheetCell, type SheetToWrite } from './workbook.ts'

type Column = keyof typeof listWords.columns

/** Widths in characters, in the order of the columns. */
const widths: Readonly<Record<Column, number>> = {
  number: 6,
  agency: 20,
  year: 9,
  severity: 8,
  outcome: 9,
  rule: 16,
  place: 26,
  printed: 30,
  left: 9,
  right: 9,
  difference: 9,
  message: 32,
  verdict: 11,
  note: 16,
  hints: 24,
  verdictDay: 12,
  report: 24,
  source: 24,
  ruleId: 26,
  fingerprint: 19,
}
/** What is printed on paper: without what only a search needs. */
const printed = 14
const columns = Object.keys(widths) as readonly Column[]

/** The list of findings as CSV, one row each, in the order given: numbers as numbers, what is printed as text. */
export function findingsCsv(written: FindingsToWrite, lang: Lang = 'zh'): Uint8Array {
  return writeCsvFile([columns.map((column) => listWords.columns[column][lang]), ...listRows(written, lang)])
}

/** The list of findings as an Excel file: notes on what it is, from which data, and of how many; then the list as in the CSV. */
export function findingsXlsx(written: FindingsToWrite, lang: Lang = 'zh'): Uint8Array {
  return writeWorkbook([notesSheet(written, lang), listSheet(written, lang)], written.day)
}

/** The sheet with one row for each finding. */
export const listSheet = (written: FindingsToWrite, lang: Lang): SheetToWrite => ({
  name: listWords.listSheet[lang],
  widths: columns.map((column) => widths[column]),
  rows: [columns.map((column) => listWords.columns[column][lang]), ...listRows(written, lang)],
  isList: true,
  printed,
})

function listRows(written: FindingsToWrite, lang: Lang): readonly (readonly ListCell[])[] {
  const agencies = new Map(written.agencies.map(({ id, name }) => [id, name]))
  const reports = new Map(written.reports.map((report) => [report.report, report]))
  return written.findings.map((finding, at) => {
    const report = reports.get(finding.report)
    const { verdict, note, at: day } = verdictOf(written, finding)
    const places = placesOf(finding, lang)
    const [first] = places
    const cells: Readonly<Record<Column, ListCell>> = {
      number: at + 1,
      outcome: listWords[finding.outcome][lang],
      severity: listWords.severities[finding.severity][lang],
      agency: finding.agency === null ? listWords.unknownAgency[lang] : (agencies.get(finding.agency) ?? finding.agency),
      year: finding.year,
      rule: checkById(finding.rule)?.name[lang] ?? finding.rule,
      place: joinLines(places.map(({ place }) => place)),
      printed: joinLines(places.map(({ printed }) => printed.join(punctuation[lang].semicolon))),
      left: finding.left,
      right: finding.right,
      difference: first?.difference ?? null,
      message: quoteMessage(finding.message[lang]),
      hints: finding.hints.map((hint: Label) => hint[lang]).join(punctuation[lang].semicolon),
      verdict: listWords.verdicts[verdict][lang],
      note,
      verdictDay: day.slice(0, 10),
      report: report?.title ?? finding.report,
      source: report?.source_url ?? '',
      ruleId: finding.rule,
      fingerprint: finding.fingerprint,
    }
    return columns.map((column) => cells[column])
  })
}

/** Places of one finding under each other; those that are alike once. */
const joinLines = (texts: readonly string[]): string => [...new Set(texts)].filter((text) => text !== '').join('\n')

/** What the list is, from which data, on which day, of what, and how many: so that the file can be read alone. */
export function notesSheet(written: FindingsToWrite, lang: Lang): SheetToWrite {
  const { dataset, day, selection, years, agencies, counts, findings, of } = written
  const reports = countReports(written)
  const strong = (value: string): SheetCell => ({ value, style: 'strong' })
  const long = (value: string): SheetCell => ({ value, style: 'long' })
  const listed = (outcome: Finding['outcome']): number => findings.filter((finding) => finding.outcome === outcome).length
  return {
    name: listWords.notesSheet[lang],
    widths: [30, 66, 44],
    rows: [
      [{ value: listWords.title[lang], style: 'title' }],
      [],
      [null, long(listWords.about[lang])],
      [strong(listWords.dataset[lang]), long(dataset.name)],
      [strong(listWords.dataHash[lang]), long(dataset.fingerprint)],
      [strong(listWords.day[lang]), long(day)],
      [strong(listWords.selection[lang]), long(selection === '' ? listWords.everything[lang] : selection)],
      [strong(listWords.years[lang]), long(formatYears(years))],
      [strong(listWords.agencies[lang]), plain(agencies.length)],
      [strong(listWords.reports[lang]), plain(reports.have)],
      [strong(listWords.reportsOf[lang]), plain(reports.of), listWords.reportsNote[lang]],
      [],
      [strong(listWords.countsTitle[lang])],
      [listWords.holds[lang], plain(counts.holds)],
      [listWords.fails[lang], plain(counts.fails)],
      [listWords.cannotTell[lang], plain(counts.cannotTell)],
      [listWords.counted[lang], plain(counts.holds + counts.fails + counts.cannotTell)],
      [],
      [strong(listWords.listed[lang]), plain(findings.length), listWords.listedNote[lang]],
      [listWords.fails[lang], plain(listed('fails'))],
      [listWords.cannotTell[lang], plain(listed('cannotTell'))],
      [listWords.listedOf[lang], plain(of)],
    ],
  }
}

const plain = (value: number): SheetCell => ({ value, style: 'plain' })
