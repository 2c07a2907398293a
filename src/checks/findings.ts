import { applicants } from '../forms/applicants.ts'
import type { FormId } from '../forms/form.ts'
import { formById } from '../forms/forms.ts'
import { indicatorById } from '../indicators/catalogue.ts'
import { ourCatalogue } from '../indicators/ourCatalogue.ts'
import type { Label, Lang } from '../text/label.ts'
import type { Check, Examined } from './check.ts'
import type { CheckedReport } from './checkedReport.ts'
import { explainByOneCell } from './explain.ts'
import { suggestHints } from './hints.ts'
import type { Finding, FindingCell } from './outcome.ts'
import { suggestFromReport } from './reportHints.ts'
import { reasonNames } from './reasonNames.ts'
import type { Severity } from './severity.ts'

/** Instances of one check in one report as a finding: its cells, both sides of the first, one sentence, and what it is known by. */
export function makeFinding(check: Check, report: CheckedReport, outcome: Finding['outcome'], instances: readonly Examined[]): Finding {
  const cells = uniqueCells(instances.flatMap((instance) => instance.cells))
  const first = instances[0]?.outcome
  const reason = first?.status === 'cannotTell' ? first.reason : null
  const severity = severityOf(check, report, instances)
  const passages = instances.flatMap((instance) => instance.passages ?? [])
  return {
    rule: check.id,
    severity,
    outcome,
    reason,
    report: report.report,
    agency: report.agency?.id ?? null,
    year: report.year,
    form: report.form,
    cells,
    left: first?.left ?? null,
    right: first?.right ?? null,
    message: {
      zh: sayIn('zh', check, report.form, outcome, severity, instances),
      en: sayIn('en', check, report.form, outcome, severity, instances),
    },
    hints:
      outcome === 'fails'
        ? [...suggestHints(first?.left ?? null, first?.right ?? null, cells), ...suggestFromReport(check, report, cells)]
        : [],
    explainedBy: null,
    fingerprint: fingerprintOf(check, report, cells),
    ...(passages.length > 0 ? { passages } : {}),
  }
}

/** The findings of one report with the one cell named that alone explains several of them, where there is one. */
export function explainFindings(report: CheckedReport, findings: readonly Finding[]): readonly Finding[] {
  if (!findings.some(({ outcome }) => outcome === 'fails')) return findings
  const explanation = explainByOneCell(report)
  if (explanation === null) return findings
  const { cell, wouldBe, checks } = explanation
  const name = cell.indicator === null ? (cell.cell ?? '') : indicatorById(ourCatalogue, cell.indicator).name
  const column = applicants.find(({ id }) => id === cell.applicant && id !== 'total')?.name
  const [zh, en] = typeof name === 'string' ? [name, name] : [name.zh, name.en]
  const more: Label = {
    zh: `仅“${zh}${column ? `（${column.zh}）` : ''}”一格改为 ${wouldBe} 即全部相符。`,
    en: ` Every sum would add up if “${en}${column ? ` (${column.en})` : ''}” alone were ${wouldBe}.`,
  }
  return findings.map((finding) =>
    finding.outcome === 'fails' && checks.includes(finding.rule)
      ? { ...finding, explainedBy: { cell, wouldBe }, message: { zh: finding.message.zh + more.zh, en: finding.message.en + more.en } }
      : finding,
  )
}

function severityOf(check: Check, { absent, form, year, versions, before }: CheckedReport, instances: readonly Examined[]): Severity {
  const { severityUntil: until, severityOfVersions, severityOfDeclared } = check
  if (severityOfDeclared !== undefined && absent === 'declared') return severityOfDeclared
  if (until && year !== null && year <= until.year) return until.severity
  if (severityOfVersions !== undefined && Math.max(versions, before?.versions ?? 1) > 1) return severityOfVersions
  const softer =
    'severityAbove' in check && (form === 'pre2019_table' || form === 'y2019' || form === 'y2021') ? check.severityAbove?.[form] : undefined
  const above = instances.every(({ outcome: { left, right } }) => left !== null && right !== null && left > right)
  return softer !== undefined && above ? softer : check.severity
}

function uniqueCells(cells: readonly FindingCell[]): readonly FindingCell[] {
  const found = new Map<string, FindingCell>()
  for (const cell of cells) found.set(`${cell.year ?? ''} ${nameCell(cell)} ${cell.cell === null ? (cell.printed ?? '') : ''}`, cell)
  return [...found.values()]
}

const nameCell = (cell: FindingCell): string => `${cell.indicator ?? ''}@${cell.applicant ?? ''} ${cell.cell ?? ''}`

/** Check, agency, year, cells and what they print: a verdict of a person stays with it until one of these changes. */
function fingerprintOf(check: Check, report: CheckedReport, cells: readonly FindingCell[]): string {
  const about = cells.map((cell) => `${nameCell(cell)}=${cell.printed ?? ''}`).sort()
  return hashText([check.id, report.agency?.id ?? report.report, report.year ?? '', ...about].join('|'))
}

/** 64 bits as 16 hexadecimal digits: two runs of FNV-1a from different beginnings. */
function hashText(text: string): string {
  const run = (start: number): string => {
    let hash = start
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
    return (hash >>> 0).toString(16).padStart(8, '0')
  }
  return run(0x811c9dc5) + run(0x5bd1e995)
}

function sayIn(
  lang: Lang,
  check: Check,
  form: FormId | null,
  outcome: Finding['outcome'],
  severity: Severity,
  instances: readonly Examined[],
): string {
  const zh = lang === 'zh'
  if (outcome === 'cannotTell') {
    const [first] = instances
    const reason = first?.outcome.status === 'cannotTell' ? reasonNames[first.outcome.reason][lang] : ''
    const blanks = instances.every((instance) => instance.outcome.status === 'cannotTell' && instance.outcome.wouldHold)
    const would = blanks ? (zh ? '空白按零计则一致。' : ' With blanks as 0 it would hold.') : ''
    return zh ? `无法核对：${reason}（${check.name.zh}）。${would}` : `Cannot be assessed: ${reason} (${check.name.en}).${would}`
  }
  const first = instances.slice(0, 3)
  const names = first.map(({ place }) => namePlace(lang, place, form))
  const parts =
    isSameSaid(instances) && names.every((name) => name !== '')
      ? [`${check.say[lang]}${zh ? '：' : ': '}${names.join(zh ? '、' : ', ')}`]
      : first.map((instance) => sayInstance(lang, check, form, instance))
  const more = Math.max(0, instances.length - 3)
  const rest = more > 0 ? (zh ? `；另有 ${more} 处` : `; and ${more} more`) : ''
  const ask = severity === 'info' ? (zh ? '如属实，请说明原因。' : ' If so, please say why.') : zh ? '请核对。' : ' Please check.'
  return zh ? `${parts.join('；')}${rest}。${ask}` : `${capital(parts.join('; '))}${rest}.${ask}`
}

/** Places of which there is nothing to say but where they are. */
const isSameSaid = (instances: readonly Examined[]): boolean =>
  instances.length > 1 && instances.every(({ say, outcome: { left, right } }) => !say && (left === null || right === null))

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

function sayInstance(lang: Lang, check: Check, form: FormId | null, { outcome, place, say, kind }: Examined): string {
  if (say) return say[lang]
  const zh = lang === 'zh'
  const named = namePlace(lang, place, form)
  const where = named === '' ? '' : `${named}${zh ? '：' : ': '}`
  const { left, right } = outcome
  const numbers = left === null || right === null ? '' : (zh ? '：' : ': ') + sayNumbers(lang, kind, left, right)
  return `${where}${check.say[lang]}${numbers}`
}

/** Both sides with what is between them: a difference, a factor, or the way from one to the other. */
function sayNumbers(lang: Lang, kind: Examined['kind'], left: number, right: number): string {
  const zh = lang === 'zh'
  switch (kind) {
    case 'noneWithout':
    case 'coveredBy':
    case 'unlike':
      return zh ? `${left} 与 ${right}` : `${left} and ${right}`
    case 'noSwitch':
      return zh ? `由 ${right} 变为 ${left}` : `from ${right} to ${left}`
    case 'within': {
      const factor = Math.round((100 * left) / right) / 100
      return zh ? `由 ${right} 变为 ${left}，为 ${factor} 倍` : `from ${right} to ${left}, ${factor} times`
    }
    default: {
      const by = Math.round(Math.abs(left - right) * 1e6) / 1e6
      return zh ? `${left} 与 ${right}，相差 ${by}` : `${left} and ${right}, a difference of ${by}`
    }
  }
}

/** The column of an applicant, or the row, in words; empty where the check has one place. */
function namePlace(lang: Lang, place: string | null, formId: FormId | null): string {
  const [path = '', applicantId] = (place ?? '').split(' ')
  if (path === '' || formId === null) return ''
  const nameApplicant = (id: string | undefined): string | undefined => applicants.find((applicant) => applicant.id === id)?.name[lang]
  const column = nameApplicant(path)
  if (column !== undefined) return column
  const rows = formById(formId).rows
  const row = rows.find((candidate) => candidate.path === path)
  const name =
    row && row.indicator !== null
      ? indicatorById(ourCatalogue, row.indicator).name[lang]
      : (row ?? rows.find((candidate) => candidate.path.startsWith(`${path}.`)))?.label
  if (name === undefined) return ''
  const of = applicantId === 'total' ? undefined : nameApplicant(applicantId)
  return `${name}${of === undefined ? '' : lang === 'zh' ? `（${of}）` : ` (${of})`}`
}
