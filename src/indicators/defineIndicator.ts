import type { TableFormId } from '../forms/form.ts'
import type { Label } from '../text/label.ts'
import { tableForms } from './catalogue.ts'
import { reported, sum, type Formula } from './formula.ts'
import type { Indicator, IndicatorRole, Step, ThemeId } from './indicator.ts'

/** A unit as the form prints it, with the English word for it. */
export interface Unit {
  readonly id: string
  readonly name: Label
}

const unit = (id: string, en: string, zh = id): Unit => ({ id, name: { zh, en } })

/** What figures count. One Chinese unit has several English words: 件 are documents, requests, cases … */
export const units = {
  items: unit('条', 'items'),
  documents: unit('件', 'documents'),
  decisions: unit('件', 'decisions'),
  requests: unit('件', 'requests'),
  cases: unit('件', 'cases'),
  complaints: unit('件', 'complaints'),
  matters: unit('项', 'matters'),
  chargeItems: unit('项', 'charge items'),
  projects: unit('个', 'projects'),
  offices: unit('个', 'offices'),
  places: unit('个', 'places'),
  responses: unit('次', 'responses'),
  conferences: unit('次', 'conferences'),
  interviews: unit('次', 'interviews'),
  meetings: unit('次', 'meetings'),
  sessions: unit('次', 'sessions'),
  articles: unit('篇', 'articles'),
  people: unit('人', 'people'),
  attendances: unit('人次', 'attendances'),
  tenThousandYuan: unit('万元', '10,000 yuan'),
  yuan: unit('元', 'yuan'),
  text: unit('文本', 'text'),
  ratio: unit('ratio', 'ratio', '比值'),
  perHundred: unit('per 100', 'per 100 requests', '件/百件'),
  requestsPerPerson: unit('件/人', 'requests per person'),
  itemsPerPerson: unit('条/人', 'items per person'),
} as const satisfies Record<string, Unit>

/** A figure of the forms, as the theme files write it down. */
export interface ReportedSpec {
  readonly id: string
  readonly name: Label
  readonly shortName?: Label
  readonly unit: Unit
  /** `integer` unless told. */
  readonly type?: Indicator['type']
  readonly byApplicant?: true
  readonly definition: Label
  /** `row_wording` unless told. */
  readonly basis?: Indicator['definitionBasis']
  /** The cell in each form that prints it. */
  readonly cell?: Partial<Readonly<Record<TableFormId, string>>>
  /** Forms that print only its parts: the indicators to add up. */
  readonly sums?: Partial<Readonly<Record<TableFormId, readonly string[]>>>
  readonly prose?: NonNullable<Indicator['prose']>
  readonly into: Readonly<Record<'y2019' | 'y2021', Step>>
  readonly joinedBy?: string
  readonly related?: readonly string[]
  readonly role?: IndicatorRole
}

/** The indicators of one theme. */
export const defineTheme = (theme: ThemeId, specs: readonly ReportedSpec[]): readonly Indicator[] =>
  specs.map((spec) => defineReported(theme, spec))

function defineReported(theme: ThemeId, spec: ReportedSpec): Indicator {
  const { unit: counted, basis = 'row_wording', type = 'integer', cell = {}, sums = {}, byApplicant = false, ...rest } = spec
  const formulas = tableForms.flatMap((form): [TableFormId, Formula][] => {
    if (cell[form] !== undefined) return [[form, reported(spec.id)]]
    return sums[form] ? [[form, sum(...sums[form].map((id) => reported(id)))]] : []
  })
  return {
    ...rest,
    kind: 'reported',
    theme,
    unit: counted.id,
    unitName: counted.name,
    type,
    byApplicant,
    definitionBasis: basis,
    from: Object.fromEntries(formulas),
    cell,
  }
}
