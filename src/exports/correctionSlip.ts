import type { Agency } from '../agencies.ts'
import { allChecks, checkById } from '../checks/allChecks.ts'
import type { Finding } from '../checks/outcome.ts'
import type { Severity } from '../checks/severity.ts'
import { formatDate, formatNumber } from '../text/numbers.ts'
import { slipWords } from '../text/outputs.ts'
import { nameCellInText, placesOf, quoteMessage, type FindingPlace } from './findingWords.ts'
import { isSettled, verdictOf, type FindingsToWrite, type NamedReport } from './findingsToWrite.ts'
import { writeWordDocument, wordCell, type WordBlock, type WordCell } from './wordDocument.ts'

/** Which weights go into a slip: what is merely worth asking does not, unless someone wants it. */
export interface SlipOptions {
  readonly severities?: readonly Severity[]
}

const usual: readonly Severity[] = ['error', 'warning']
const checkOrder = new Map(allChecks.map(({ id }, at) => [id, at]))

/**
 * The findings that a slip asks an agency about, by year and in the order of the checks: what fails, errors and warnings, without what a
 * person marked as explained or not applicable. What cannot be told is never asked.
 */
export function chooseForSlip(agency: string, written: FindingsToWrite, { severities = usual }: SlipOptions = {}): readonly Finding[] {
  const order = (finding: Finding): readonly [number, number] => [finding.year ?? Infinity, checkOrder.get(finding.rule) ?? checkOrder.size]
  return failingOf(agency, written, severities)
    .filter((finding) => !isSettled(verdictOf(written, finding)))
    .sort((a, b) => {
      const [[year, place], [otherYear, otherPlace]] = [order(a), order(b)]
      return year - otherYear || place - otherPlace
    })
}

const failingOf = (agency: string, { findings }: FindingsToWrite, severities: readonly Severity[]): Finding[] =>
  findings.filter((finding) => finding.agency === agency && finding.outcome === 'fails' && severities.includes(finding.severity))

/**
 * The correction slip (退回修改意见) for one agency as a Word file: its reports, every item with its place, both sides as printed, what
 * must hold, and a request to check; a deadline and a signature to fill in. Null where there is nothing to ask.
 */
export function correctionSlip(agency: Agency, written: FindingsToWrite, options: SlipOptions = {}): Uint8Array | null {
  const items = chooseForSlip(agency.id, written, options)
  if (items.length === 0) return null
  const settled = failingOf(agency.id, written, options.severities ?? usual).length - items.length
  const reports = written.reports.filter(({ report }) => items.some((item) => item.report === report)).sort((a, b) => a.year - b.year)
  const named = new Set(items.map(({ report }) => report)).size
  const { name, fingerprint } = written.dataset
  const notes = [
    slipWords.printedNote,
    ...(items.some((item) => listHints(item).length > 0) ? [slipWords.hintsNote] : []),
    ...(settled > 0 ? [slipWords.leftOut(settled)] : []),
  ]
  // A signature never stands alone on a page: the last note goes with it.
  const blocks: readonly WordBlock[] = [
    { kind: 'title', text: slipWords.title },
    { kind: 'plain', text: slipWords.addressee(agency.name) },
    { kind: 'text', text: slipWords.opening(named, items.length) },
    { kind: 'text', text: slipWords.request },
    { kind: 'text', text: slipWords.contact },
    { kind: 'heading', text: slipWords.reportsTitle },
    reportsTable(items, reports),
    { kind: 'heading', text: slipWords.itemsTitle },
    itemsTable(items),
    { kind: 'heading', text: slipWords.notesTitle },
    ...notes.map((text, at): WordBlock => ({ kind: 'small', text, keepWithNext: at === notes.length - 1 })),
    { kind: 'right', text: '', keepWithNext: true },
    { kind: 'right', text: slipWords.signature, keepWithNext: true },
    { kind: 'right', text: slipWords.signatureDay },
  ]
  const foot = slipWords.foot(name, fingerprint.slice(0, 12), formatDate(written.day, 'zh'))
  return writeWordDocument({ title: `${slipWords.title}（${agency.name}）`, blocks, foot, size: 'letter' }, written.day)
}

function reportsTable(items: readonly Finding[], reports: readonly NamedReport[]): WordBlock {
  const count = (report: string): number => items.filter((item) => item.report === report).length
  const unnamed = items.filter(({ report }) => !reports.some((known) => known.report === report))
  const others = [...new Map(unnamed.map(({ report, year }) => [report, year]))]
  return {
    kind: 'table',
    widths: [20, 104, 30, 16],
    head: slipWords.reportColumns,
    rows: [
      ...reports.map(({ report, year, title, published_on, version }) => [
        wordCell(String(year), 'center'),
        wordCell(`${title ?? slipWords.noTitle}${version > 1 ? slipWords.version(version) : ''}`),
        wordCell(published_on ?? slipWords.noDay, 'center'),
        wordCell(String(count(report)), 'center'),
      ]),
      ...others.map(([report, year]) => [
        wordCell(year === null ? slipWords.noDay : String(year), 'center'),
        wordCell(report),
        wordCell(slipWords.noDay, 'center'),
        wordCell(String(count(report)), 'center'),
      ]),
    ],
  }
}

const itemsTable = (items: readonly Finding[]): WordBlock => ({
  kind: 'table',
  widths: [10, 16, 33, 40, 28, 13, 30],
  head: slipWords.itemColumns,
  rows: items.flatMap((item, at) => {
    const places = placesOf(item, 'zh')
    return places.map((place, nth) => itemRow(item, at + 1, place, nth > 0))
  }),
})

/** One place of an item; number, year and request stand once for all its places. */
function itemRow(
  item: Finding,
  number: number,
  { place, printed, relation, difference }: FindingPlace,
  continues: boolean,
): readonly WordCell[] {
  return [
    { ...wordCell(String(number), 'center'), continues },
    { ...wordCell(item.year === null ? slipWords.noDay : String(item.year), 'center'), continues },
    wordCell(place === '' ? slipWords.whole : place),
    printed.length === 0 ? wordCell(slipWords.noCell, 'center') : { lines: printed.map((text) => ({ text })) },
    wordCell(relation),
    wordCell(difference === null ? slipWords.noDifference : formatNumber(difference, 'zh'), 'center'),
    { ...askOf(item), continues },
  ]
}

/** What is asked: the check's own words where the row says the numbers, the whole sentence where it does not; hints by the way. */
function askOf(item: Finding): WordCell {
  const check = checkById(item.rule)
  const isShown = check !== undefined && placesOf(item, 'zh').some(({ printed }) => printed.length === 2) && 'rules' in check
  const asked = item.severity === 'info' ? '如属实，请说明原因。' : '请核对。'
  const said = isShown ? `${check.say.zh}。${asked}` : quoteMessage(item.message.zh)
  const texts = listHints(item)
  return { lines: [{ text: said }, ...(texts.length > 0 ? [{ text: slipWords.hints(texts.join('；')), look: 'small' as const }] : [])] }
}

/** What may have happened, and the one cell that would explain it. */
function listHints({ hints, explainedBy }: Finding): readonly string[] {
  const would = explainedBy === null ? [] : [slipWords.wouldBe(nameCellInText(explainedBy.cell), formatNumber(explainedBy.wouldBe, 'zh'))]
  return [...hints.map(({ zh }) => zh), ...would]
}
