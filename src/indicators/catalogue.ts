import type { Form, TableFormId, ApplicantId } from '../forms/form.ts'
import type { AbsenceReason, EvidenceGrade, Qualifier, Scope, StateDefinition, ValueState } from '../forms/states.ts'
import type { Label } from '../text/label.ts'
import type { ComparabilityClass, Indicator, ThemeId } from './indicator.ts'

/** A word of the catalogue that has only a name. */
export interface Named<Id extends string> {
  readonly id: Id
  readonly name: Label
}

/**
 * Everything by which a dataset is read: forms, indicators with their formulas, comparability, states. It travels with the
 * dataset as `catalogue.json`; the app knows no other. Ours is `ourCatalogue`.
 */
export interface Catalogue {
  readonly forms: readonly Form[]
  /** The columns of table three, `total` last. `group`: the heading they stand under. */
  readonly applicants: readonly (Named<ApplicantId> & { readonly group: Label | null })[]
  readonly themes: readonly Named<ThemeId>[]
  /** `meaning`: what the class says; `line`: what a line does there. */
  readonly comparability: readonly (Named<ComparabilityClass> & {
    readonly letter: string
    readonly joins: boolean
    readonly meaning?: Label
    readonly line?: Label
  })[]
  readonly valueStates: readonly StateDefinition<ValueState>[]
  readonly absenceReasons: readonly StateDefinition<AbsenceReason>[]
  readonly grades: readonly (Named<EvidenceGrade> & { readonly rule: Label })[]
  /** `words`: the printed words that it stands for. */
  readonly qualifiers: readonly (Named<Qualifier> & { readonly words?: string })[]
  readonly scopes: readonly Named<Scope>[]
  /** Reported, composite and derived, in the order the picker shows them; families (`channel_share`) are already taken apart. */
  readonly indicators: readonly Indicator[]
  /** Measures that apply to any indicator, over years or over peers. They are not per report, so no formula here works them out. */
  readonly generic?: readonly GenericMeasure[]
  /** What a definition rests on. */
  readonly definitionBases?: readonly Named<Indicator['definitionBasis']>[]
}

/** Year-on-year change and the like. */
export interface GenericMeasure {
  readonly id: string
  readonly name: Label
  readonly unit: string
  /** In words of the catalogue, for people: `(x[t] - x[t-1]) / x[t-1]`. */
  readonly formula: string
  /** The size below which it is not shown. */
  readonly minSize: number
  readonly note: Label
}

/** The forms that can be read, oldest first. */
export const tableForms: readonly TableFormId[] = ['pre2019_table', 'y2019', 'y2021']

/** @throws {Error} when no indicator has this id. Check ids from a link with `readSelection` first. */
export function indicatorById(catalogue: Catalogue, id: string): Indicator {
  const indicator = catalogue.indicators.find((candidate) => candidate.id === id)
  if (!indicator) throw new Error(`unknown indicator: ${id}`)
  return indicator
}

/** Numbers of a theme that forms print or that join them across forms; rates and shares are compared elsewhere. Null without a theme. */
export function indicatorsOfTopic(catalogue: Catalogue, topic: string | null): readonly Indicator[] | null {
  if (topic === null) return null
  return catalogue.indicators.filter(({ theme, type, kind }) => theme === topic && type !== 'text' && kind !== 'derived')
}
