import { tableForms } from '../indicators/catalogue.ts'
import type { CheckContext, Examined, ExamCheck } from './check.ts'
import type { CheckedReport } from './checkedReport.ts'
import type { Passage, SharedText } from './copiedText.ts'
import { cannotTell, fails, holds } from './examine.ts'
import type { FindingCell } from './outcome.ts'
import { thresholds } from './thresholds.ts'

/** Characters of a passage that name it in a list. */
const shown = 24

/** A passage by its beginning: a verdict on it stays until the words change. */
const cellOf = ({ own }: Passage): FindingCell => ({
  indicator: null,
  applicant: null,
  cell: null,
  column: null,
  printed: own.length > shown ? `${own.slice(0, shown)}…` : own,
  value: null,
  state: 'text',
})

const untold = (reason: Parameters<typeof cannotTell>[1]): readonly Examined[] => [cannotTell(null, reason, [])]

function examineLastYear(report: CheckedReport, { copied }: CheckContext): readonly Examined[] {
  if (report.prose === null || copied === null) return []
  if (report.agency === null) return untold('mapping_uncertain')
  if (report.before === null) return untold(report.noBefore ?? 'report_not_loaded')
  const shared = copied.shareWithLastYear(report)
  if (shared === null) return untold('report_not_loaded')
  if (shared.characters < thresholds.copiedFrom) return untold('too_small')
  if (shared.twins < shared.sentences * thresholds.copiedPart) return [holds(null)]
  return [sayLastYear(shared)]
}

function sayLastYear({ passages, twins, sentences }: SharedText): Examined {
  const say = {
    zh: `与上年报告有 ${passages.length} 段相同文字（${sentences} 句中 ${twins} 句）`,
    en: `shares ${passages.length} passages with last year’s report (${twins} of ${sentences} sentences)`,
  }
  return { ...fails(null, passages.map(cellOf), { say }), passages }
}

function examineOthers(report: CheckedReport, { copied }: CheckContext): readonly Examined[] {
  if (report.prose === null || copied === null) return []
  if (report.agency === null) return untold('mapping_uncertain')
  if (copied.agencies < 2) return untold('too_few_peers')
  const passages = copied.shareWithOthers(report)?.passages ?? []
  if (passages.length === 0) return [holds(null)]
  const byReport = new Map<string, Passage[]>()
  for (const passage of passages) byReport.set(passage.report, [...(byReport.get(passage.report) ?? []), passage])
  return [...byReport].map(([place, own]) => sayOthers(place, own))
}

function sayOthers(place: string, passages: readonly Passage[]): Examined {
  const agency = passages[0]?.agency ?? ''
  const year = passages[0]?.year ?? null
  const say = {
    zh: `与 ${agency}${year === null ? '' : ` ${year} 年`}报告有 ${passages.length} 段相同文字`,
    en: `shares ${passages.length} passages with the report of ${agency}${year === null ? '' : ` on ${year}`}`,
  }
  return { ...fails(place, passages.map(cellOf), { say }), passages }
}

const forms = [...tableForms, 'narrative'] as const

/** Sentences that a report shares with others; what everybody writes is left out. */
export const copyChecks: readonly ExamCheck[] = [
  {
    id: 'copy.own_last_year',
    class: 'plausible',
    severity: 'info',
    name: { zh: '与上年报告的文字', en: 'Words of last year’s report' },
    say: { zh: '与上年报告有相同文字', en: 'shares passages with last year’s report' },
    exception: { zh: '常规工作每年相似', en: 'routine work is alike from year to year' },
    forms,
    examine: examineLastYear,
  },
  {
    id: 'copy.other_agency',
    class: 'plausible',
    severity: 'info',
    name: { zh: '与其他机关报告的文字', en: 'Words of another agency’s report' },
    say: { zh: '与其他机关的报告有相同文字', en: 'shares passages with another agency’s report' },
    exception: { zh: '可能使用同一份参考文本', en: 'both may follow the same model text' },
    forms,
    examine: examineOthers,
  },
]
