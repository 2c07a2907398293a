import type { FormId, TableFormId } from '../forms/form.ts'
import type { Scope } from '../forms/states.ts'
import { tableForms } from './catalogue.ts'
import type { ComparabilityClass, Indicator, Step } from './indicator.ts'

const worstLast: readonly ComparabilityClass[] = ['identical', 'caveat', 'break', 'absent']

const sameForm: Step = { class: 'identical', why: { zh: '同一表式。', en: 'The same form.' } }

const otherScope: Step = {
  class: 'break',
  why: {
    zh: '前后两份年报的统计范围不同（本机关、办公厅（室）或本级政府汇总）。',
    en: 'The reports on both sides count different bodies: one agency, or the whole government.',
  },
}

/**
 * May figures on these two forms be set side by side? The worst class of all the changes of form between them, with its
 * reasons; the direction does not matter. Both forms the same: identical.
 */
export function stepBetween(indicator: Indicator, fromForm: TableFormId, toForm: TableFormId): Step {
  const [first, last] = [tableForms.indexOf(fromForm), tableForms.indexOf(toForm)].sort((a, b) => a - b) as [number, number]
  const steps = tableForms.slice(first + 1, last + 1).flatMap((form) => (form === 'pre2019_table' ? [] : [indicator.into[form]]))
  const worst = steps.reduce((rank, step) => Math.max(rank, worstLast.indexOf(step.class)), 0)
  const deciding = steps.filter((step) => worstLast.indexOf(step.class) === worst)
  const [only] = deciding
  if (only === undefined) return sameForm
  const reasons = (lang: 'zh' | 'en'): readonly string[] => [...new Set(deciding.map((step) => step.why[lang]))]
  return { class: only.class, why: { zh: reasons('zh').join(''), en: reasons('en').join(' ') } }
}

/** May a line, a difference or a growth rate join figures on these two forms? Only where they are identical, or comparable with a note. */
export function mayJoin(indicator: Indicator, from: TableFormId, to: TableFormId): boolean {
  const step = stepBetween(indicator, from, to)
  return step.class === 'identical' || step.class === 'caveat'
}

/** What segments are cut by: one table figure of one agency, or the lack of one. */
export interface YearValue {
  readonly year: number
  /** Null when no report was loaded. */
  readonly form: FormId | null
  readonly value: number | null
  readonly scope?: Scope | null
}

/** A run of figures that may share a line. */
export interface Segment<Row> {
  /** In year order, each with a number; years in between may be missing and stay gaps. */
  readonly rows: readonly Row[]
  /** Why the line does not go on from the segment before; null for the first one. */
  readonly cut: Step | null
}

/**
 * Cuts figures of one agency, in year order, into runs that may share a line. A report without a table, or without a number, is
 * a gap: it neither joins nor cuts, and the change across it is judged by the forms of the figures on both sides.
 */
export function segmentsOf<Row extends YearValue>(indicator: Indicator, rows: readonly Row[]): readonly Segment<Row>[] {
  const segments: { rows: Row[]; cut: Step | null }[] = []
  for (const row of rows) {
    if (row.value === null || !isTableForm(row.form)) continue
    const open = segments.at(-1)
    const last = open?.rows.at(-1)
    const cut = last && isTableForm(last.form) ? cutBetween(indicator, last, last.form, row, row.form) : null
    if (open && cut === null) open.rows.push(row)
    else segments.push({ rows: [row], cut })
  }
  return segments
}

/** Why two neighbouring figures may not share a line; null when they may. */
function cutBetween(
  indicator: Indicator,
  before: YearValue,
  formBefore: TableFormId,
  after: YearValue,
  formAfter: TableFormId,
): Step | null {
  if (!mayJoin(indicator, formBefore, formAfter)) return stepBetween(indicator, formBefore, formAfter)
  const changesScope = before.scope && after.scope && before.scope !== after.scope
  return changesScope ? otherScope : null
}

const isTableForm = (form: FormId | null): form is TableFormId => form !== null && (tableForms as readonly FormId[]).includes(form)
