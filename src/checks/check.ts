import type { ApplicantId, FormId, TableFormId } from '../forms/form.ts'
import type { Label } from '../text/label.ts'
import type { CheckedReport } from './checkedReport.ts'
import type { CopiedText, Passage } from './copiedText.ts'
import type { FindingCell, Outcome } from './outcome.ts'
import type { PeerFigures } from './peerFigures.ts'
import type { Severity } from './severity.ts'

/** `printed`: the form prints the rule. `definitional`: it follows from a label. `plausible`: usually true, with honest exceptions. */
export type CheckClass = 'printed' | 'definitional' | 'plausible'

/** One figure of a rule: of the report itself, or of the agency's report on the year before. Taken away where `minus` is set. */
export interface Term {
  readonly indicator: string
  /** Null: the total, or the only figure there is. */
  readonly applicant: ApplicantId | null
  readonly before?: true
  readonly minus?: true
}

/** Figures that are added up. */
export type Side = readonly Term[]

/** What a rule says about figures. An unknown figure is any number that it may be; see `evaluateRule`. */
export type Rule =
  /** Left is right. */
  | { readonly kind: 'equal'; readonly left: Side; readonly right: Side }
  /** Left is no more than right. */
  | { readonly kind: 'atMost'; readonly left: Side; readonly right: Side }
  /** where `given` is nothing, `follows` is nothing. */
  | { readonly kind: 'noneWithout'; readonly given: Side; readonly follows: Side }
  /** Where `given` is something, `follows` is at least as much. */
  | { readonly kind: 'coveredBy'; readonly given: Side; readonly follows: Side }
  /** Left is not the same as right, where all figures are more than nothing. */
  | { readonly kind: 'unlike'; readonly left: Side; readonly right: Side }
  /** Left is neither `most` times right nor one `most`-th of it, where both are at least `from`. */
  | { readonly kind: 'within'; readonly left: Side; readonly right: Side; readonly most: number; readonly from: number }
  /** Not nothing on one side and at least `from` on the other. */
  | { readonly kind: 'noSwitch'; readonly left: Side; readonly right: Side; readonly from: number }

/** A rule at one place of a form: one instance of a check. */
export interface RuleAt {
  readonly rule: Rule
  /** Which of several places: the applicant column, or the row by its path. Null where there is one. */
  readonly place: string | null
  /** The forms of the year before that this rule may be asked over, where they are fewer than those of the check. */
  readonly formsBefore?: readonly TableFormId[]
}

interface CheckWords {
  /** `topic.name`, stable for ever: verdicts of people hang on it. */
  readonly id: string
  readonly class: CheckClass
  readonly severity: Severity
  /** The title in lists. */
  readonly name: Label
  /** What a finding says of the figures, without the numbers; no full stop. */
  readonly say: Label
  /** Why it may fail and be right; absent where the form leaves no room. */
  readonly exception?: Label
  /** Of reports on years up to this one, which no printed rule asked for it. */
  readonly severityUntil?: { readonly year: number; readonly severity: Severity }
  /** Where the report, or the one before it, has several versions: another of them may say something else. */
  readonly severityOfVersions?: Severity
  /** Of reports that are not there although the list of their year is declared complete. */
  readonly severityOfDeclared?: Severity
}

/**
 * Something that must agree, as rules over figures. `rules` has the instances on each form; a form that is absent does not offer the
 * check. Rules that take figures of the year before stand under the form of the later year.
 */
export interface RuleCheck extends CheckWords {
  readonly rules: Partial<Readonly<Record<TableFormId, readonly RuleAt[]>>>
  /**
   * Of rules over two years: the forms that the year before may stand on, for each form. Absent where a rule is asked without that year
   * as well, whose figures are then unknown.
   */
  readonly formsBefore?: Partial<Readonly<Record<TableFormId, readonly TableFormId[]>>>
  /** Where the left side is the greater one, no more than this: undecided cases have no row on the 2014 form. */
  readonly severityAbove?: Partial<Readonly<Record<TableFormId, Severity>>>
}

/** What is known of all reports that are checked together; null where nobody looked. */
export interface CheckContext {
  readonly copied: CopiedText | null
  /** What bodies of the same kind print; absent where reports are looked at without each other. */
  readonly peers?: PeerFigures
}

/** Something that is told from the cells, the dates or the words of a report otherwise than by adding figures up. */
export interface ExamCheck extends CheckWords {
  /** The forms that offer it. */
  readonly forms: readonly FormId[]
  /** Asked of reports that are not there as well. */
  readonly ofAbsent?: true
  /** The instances of one report; none where there is nothing to look at. */
  readonly examine: (report: CheckedReport, context: CheckContext) => readonly Examined[]
}

export type Check = RuleCheck | ExamCheck

/** An instance that was examined: its outcome, the cells it names, and what to say of it where that is more than the check says. */
export interface Examined {
  readonly place: string | null
  readonly outcome: Outcome
  readonly cells: readonly FindingCell[]
  /** Of a rule over figures: what it holds against each other. */
  readonly kind?: Rule['kind']
  readonly say?: Label
  /** Words that two reports share. */
  readonly passages?: readonly Passage[]
}

/** A figure of the report itself. */
export const figure = (indicator: string, applicant: ApplicantId | null = null): Term => ({ indicator, applicant })
/** The same figure in the report on the year before. */
export const before = (term: Term): Term => ({ ...term, before: true })
/** The figure taken away instead of added. */
export const minus = (term: Term): Term => ({ ...term, minus: true })

/** Figures of the report, added up: totals, or the only figures there are. */
export const side = (...indicators: readonly string[]): Side => indicators.map((indicator) => figure(indicator))

/** A rule that has one place on a form. */
export const once = (rule: Rule): readonly RuleAt[] => [{ place: null, rule }]

/** Every figure that a rule takes, left before right. */
export function termsOf(rule: Rule): readonly Term[] {
  return 'given' in rule ? [...rule.given, ...rule.follows] : [...rule.left, ...rule.right]
}
