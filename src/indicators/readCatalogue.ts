import type { ApplicantId, FormRow, TableFormId } from '../forms/form.ts'
import type { AbsenceReason, EvidenceGrade, Qualifier, Scope, StateDefinition, ValueState } from '../forms/states.ts'
import type { Label } from '../text/label.ts'
import { tableForms, type Catalogue, type GenericMeasure } from './catalogue.ts'
import { operandsOf, reported, sum, type Formula } from './formula.ts'
import { parseFormula } from './formulaText.ts'
import type { ComparabilityClass, Indicator, IndicatorRole, Step, ThemeId } from './indicator.ts'
import { isCellOf } from './indicatorFormula.ts'
import { readFields, type JsonFields } from './jsonFields.ts'
import { readForms } from './readForms.ts'

const applicantIds: readonly ApplicantId[] = [
  'natural_person',
  'org_commercial',
  'org_research',
  'org_public_interest',
  'org_legal_service',
  'org_other',
  'total',
]
const classes: readonly ComparabilityClass[] = ['identical', 'caveat', 'break', 'absent']
const valueStates: readonly ValueState[] = ['value', 'zero', 'blank', 'dash', 'not_applicable', 'text', 'header_value', 'unreadable']
const absenceReasons: readonly AbsenceReason[] = ['not_in_form', 'row_missing', 'unplaced', 'not_reported', 'not_loaded', 'undefined']
const grades: readonly EvidenceGrade[] = ['A', 'B', 'C', 'D']
const qualifiers: readonly Qualifier[] = ['≥', '<', '~']
const scopes: readonly Scope[] = ['own', 'office', 'aggregate']
const types: readonly Indicator['type'][] = ['integer', 'signed_integer', 'decimal', 'text', 'ratio']
const bases: readonly Indicator['definitionBasis'][] = ['row_wording', 'printed_note', 'local_instructions', 'standing_knowledge']
const flows: readonly NonNullable<IndicatorRole['flow']>[] = ['in', 'outcome', 'group', 'total', 'out']
const staffings: readonly NonNullable<IndicatorRole['staffing']>[] = ['total', 'part', 'means', 'activity', 'load', 'share']
const roleBases: readonly NonNullable<IndicatorRole['base']>[] = ['staff', 'requests']
const disputes: readonly NonNullable<IndicatorRole['dispute']>[] = ['total', 'upheld', 'corrected', 'other', 'pending']
const channels: readonly NonNullable<IndicatorRole['channel']>[] = ['gazette', 'website', 'weibo', 'wechat', 'other']

/** An id is part of addresses and file names. */
const idPattern = /^[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*)?$/
const longestId = 100

/**
 * Reads a parsed `catalogue.json`, ours or another dataset's, as `writeCatalogue` writes it. Texts given in one language stand for
 * both; roles, short names and the Chinese of longer texts may be left out. Checks are read elsewhere.
 * @throws {Error} naming the field and what was expected; also when an id is unknown, stands twice, or formulas go round in a circle.
 */
export function readCatalogue(json: unknown): Catalogue {
  const file = readFields(json, 'catalogue')
  const themes = file.objects('themes').map((fields) => ({ id: readId(fields) as ThemeId, name: fields.name() }))
  const forms = readForms(file.object('forms'))
  const worked = file.objects('derived').filter((fields) => !fields.has('generic'))
  const indicators = [
    ...file.objects('indicators').map(readReported),
    ...file.objects('composites').map((fields) => readWorkedOut(fields, 'composite')),
    ...worked.flatMap((fields) =>
      fields.has('for_each') || fields.has('for_each_applicant') ? readFamily(fields) : [readWorkedOut(fields, 'derived')],
    ),
  ]
  const catalogue: Catalogue = {
    forms,
    applicants: file.objects('applicant_types').map((fields) => ({
      id: fields.oneOf('id', applicantIds),
      name: fields.name(),
      group: fields.has('group') ? { zh: fields.text('group'), en: fields.text(fields.has('group_en') ? 'group_en' : 'group') } : null,
    })),
    themes,
    comparability: file.objects('comparability').map(readClass),
    valueStates: file.objects('value_states').map((fields) => readState(fields, valueStates)),
    absenceReasons: file.objects('absence_reasons').map((fields) => readState(fields, absenceReasons)),
    grades: file
      .objects('evidence_grades')
      .map((fields) => ({ id: fields.oneOf('id', grades), name: fields.name(), rule: fields.longText('rule') })),
    qualifiers: file.objects('qualifiers').map((fields) => ({
      id: fields.oneOf('id', qualifiers),
      name: { zh: fields.text(fields.has('name_zh') ? 'name_zh' : 'zh'), en: fields.text('en') },
      words: fields.text('zh'),
    })),
    scopes: file.objects('scopes').map((fields) => ({ id: fields.oneOf('id', scopes), name: fields.name() })),
    indicators,
    generic: file
      .objects('derived')
      .filter((fields) => fields.has('generic'))
      .map(readGeneric),
    definitionBases: readBases(file.object('meta')),
  }
  checkReferences(catalogue)
  return catalogue
}

function readId(fields: JsonFields): string {
  const id = fields.text('id')
  if (!idPattern.test(id) || id.length > longestId)
    throw new Error(`${fields.where}.id: expected letters, digits and _, found ${JSON.stringify(id.slice(0, 60))}`)
  return id
}

function readBases(meta: JsonFields): readonly { id: Indicator['definitionBasis']; name: Label }[] {
  if (!meta.has('definition_basis')) return []
  const en = meta.object('definition_basis')
  const zh = meta.has('definition_basis_zh') ? meta.object('definition_basis_zh') : en
  return bases.filter((id) => en.has(id)).map((id) => ({ id, name: { zh: (zh.has(id) ? zh : en).text(id), en: en.text(id) } }))
}

function readClass(fields: JsonFields): Catalogue['comparability'][number] {
  const id = fields.oneOf('id', classes)
  return {
    id,
    letter: fields.text('letter'),
    name: { zh: fields.text('zh'), en: fields.text(fields.has('name_en') ? 'name_en' : 'en') },
    joins: fields.has('joins') ? fields.flag('joins') : id === 'identical' || id === 'caveat',
    meaning: { zh: fields.text(fields.has('meaning_zh') ? 'meaning_zh' : 'en'), en: fields.text('en') },
    ...(fields.has('line') ? { line: fields.longText('line') } : {}),
  }
}

const readState = <Id extends string>(fields: JsonFields, ids: readonly Id[]): StateDefinition<Id> => ({
  id: fields.oneOf('id', ids),
  name: fields.name(),
  meaning: fields.longText('meaning'),
  ...(fields.has('printed') ? { printed: fields.longText('printed') } : {}),
  number: fields.has('number') && fields.flag('number'),
  missing: fields.flag('missing'),
  ...(fields.has('evidence')
    ? { evidence: fields.texts('evidence').filter((grade): grade is EvidenceGrade => (grades as readonly string[]).includes(grade)) }
    : {}),
})

/** What every indicator has, whatever its kind. */
function readShared(
  fields: JsonFields,
): Omit<
  Indicator,
  'kind' | 'from' | 'cell' | 'type' | 'byApplicant' | 'size' | 'family' | 'definition' | 'theme' | 'unit' | 'unitName' | 'definitionBasis'
> {
  return {
    id: readId(fields),
    name: fields.name(),
    ...readShortName(fields),
    into: { y2019: readStep(fields, 'pre_to_2019', 'why_2019'), y2021: readStep(fields, 'y2019_to_2021', 'why_2021') },
    ...(fields.has('joined_by') ? { joinedBy: fields.text('joined_by') } : {}),
    ...(fields.has('related') ? { related: fields.texts('related') } : {}),
    ...(fields.has('note') ? { note: fields.longText('note') } : {}),
    ...(fields.has('role') ? { role: readRole(fields.object('role')) } : {}),
    ...(fields.has('former_ids') ? { formerIds: fields.texts('former_ids') } : {}),
  }
}

const readShortName = (fields: JsonFields): Pick<Indicator, 'shortName'> =>
  fields.has('short_zh') || fields.has('short_en') ? { shortName: fields.name('short_') } : {}

function readStep(fields: JsonFields, classKey: string, whyKey: string): Step {
  const short = fields.has('why') ? fields.text('why') : fields.has('note') ? fields.text('note') : ''
  return { class: fields.oneOf(classKey, classes), why: fields.has(whyKey) ? fields.object(whyKey).name() : { zh: short, en: short } }
}

const readRole = (fields: JsonFields): IndicatorRole => ({
  ...(fields.has('flow') ? { flow: fields.oneOf('flow', flows) } : {}),
  ...(fields.has('channel') ? { channel: fields.oneOf('channel', channels) } : {}),
  ...(fields.has('dispute') ? { dispute: fields.oneOf('dispute', disputes) } : {}),
  ...(fields.has('proportion_on') ? { proportionOn: fields.texts('proportion_on').map(readTableForm) } : {}),
  ...(fields.has('counted_once_in') ? { countedOnceIn: fields.text('counted_once_in') } : {}),
  ...(fields.has('reuse_of') ? { reuseOf: fields.text('reuse_of') } : {}),
  ...(fields.has('staffing') ? { staffing: fields.oneOf('staffing', staffings) } : {}),
  ...(fields.has('part_of') ? { partOf: fields.text('part_of') } : {}),
  ...(fields.has('base') ? { base: fields.oneOf('base', roleBases) } : {}),
  ...(fields.has('variant_of') ? { variantOf: fields.text('variant_of') } : {}),
  ...(fields.has('overview') ? { overview: fields.number('overview') } : {}),
  ...(fields.has('headline') ? { headline: fields.number('headline') } : {}),
})

function readTableForm(id: string): TableFormId {
  const form = tableForms.find((candidate) => candidate === id)
  if (form === undefined) throw new Error(`role.proportion_on: ${id.slice(0, 40)} is none of ${tableForms.join(', ')}`)
  return form
}

/** Theme, unit and definition; composites and derived measures may leave them out. */
function readNature(
  fields: JsonFields,
  fallback: { readonly theme: string; readonly unit: string; readonly type: Indicator['type'] },
): Pick<Indicator, 'theme' | 'unit' | 'unitName' | 'type' | 'byApplicant' | 'definition' | 'definitionBasis'> {
  const unit = fields.has('unit') ? fields.text('unit') : fallback.unit
  return {
    theme: (fields.has('theme') ? fields.text('theme') : fallback.theme) as ThemeId,
    unit,
    unitName: fields.has('unit_zh') || fields.has('unit_en') ? fields.name('unit_') : { zh: unit, en: unit },
    type: fields.has('type') ? fields.oneOf('type', types) : fallback.type,
    byApplicant: fields.has('by_applicant') && fields.flag('by_applicant'),
    definition: fields.has('definition') ? fields.longText('definition') : fields.name(),
    definitionBasis: fields.has('definition_basis') ? fields.oneOf('definition_basis', bases) : 'row_wording',
  }
}

function readReported(fields: JsonFields): Indicator {
  const id = readId(fields)
  const at = fields.object('at')
  const places = tableForms.flatMap((form) => (at.has(form) ? [{ form, place: at.object(form) }] : []))
  const pick = <Value>(choose: (place: JsonFields) => Value | undefined): Partial<Record<TableFormId, Value>> =>
    Object.fromEntries(places.flatMap(({ form, place }) => (choose(place) === undefined ? [] : [[form, choose(place)]])))
  const prose = pick((place) => (place.has('prose') ? place.text('prose') : undefined))
  return {
    ...readShared(fields),
    kind: 'reported',
    ...readNature(fields, { theme: '', unit: '', type: 'integer' }),
    from: pick((place) => readSource(place, id)),
    cell: pick((place) => (place.has('cell') ? place.text('cell') : undefined)),
    ...(Object.keys(prose).length > 0 ? { prose } : {}),
  }
}

/** How a form yields a figure: its cell, the sum of others, or a formula; nothing where only prose has it. */
function readSource(place: JsonFields, id: string): Formula | undefined {
  if (place.has('cell')) return reported(id)
  if (place.has('formula')) return readFormula(place, 'formula')
  if (!place.has('sum')) return undefined
  const terms = place.texts('sum')
  if (terms.length < 2) throw new Error(`${place.where}.sum: expected two indicators or more`)
  return sum(...terms.map((term) => reported(term)))
}

function readFormula(fields: JsonFields, key: string): Formula {
  try {
    return parseFormula(fields.text(key))
  } catch (cause) {
    throw new Error(`${fields.where}.${key}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

function readWorkedOut(fields: JsonFields, kind: 'composite' | 'derived'): Indicator {
  const by = fields.object('by_form')
  const forms = tableForms.filter((form) => by.has(form))
  const sizeOf = (form: TableFormId): Formula => readFormula(fields, form === 'pre2019_table' && fields.has('n_pre') ? 'n_pre' : 'n')
  return {
    ...readShared(fields),
    kind,
    ...(fields.has('format') ? { format: fields.oneOf('format', ['percent', 'number']) } : {}),
    ...readNature(fields, { theme: 'request_outcomes', unit: '件', type: kind === 'derived' ? 'ratio' : 'integer' }),
    from: Object.fromEntries(forms.map((form) => [form, readFormula(by, form)])),
    cell: {},
    ...(fields.has('n') ? { size: Object.fromEntries(forms.map((form) => [form, sizeOf(form)])) } : {}),
    ...(fields.has('min_n') ? { minSize: fields.number('min_n') } : {}),
  }
}

/** The members of a family: its formula with each of them in place of `x`, or of `[a]`. */
function readFamily(fields: JsonFields): readonly Indicator[] {
  const byApplicant = fields.has('for_each_applicant')
  const base = readWorkedOut(fields, 'derived')
  const named = fields.has('members') ? fields.objects('members') : []
  return fields.texts(byApplicant ? 'for_each_applicant' : 'for_each').map((of, i) => {
    const put = (formula: Formula): Formula => (byApplicant ? putApplicant(formula, of as ApplicantId) : putIndicator(formula, of))
    const names = named[i]
    return {
      ...base,
      id: `${base.id}.${of}`,
      name: names ? names.name() : { zh: `${base.name.zh}：${of}`, en: `${base.name.en}: ${of}` },
      ...(names ? readShortName(names) : {}),
      from: Object.fromEntries(tableForms.flatMap((form) => (base.from[form] ? [[form, put(base.from[form])]] : []))),
      family: { id: base.id, name: base.name, of },
    }
  })
}

const putIndicator = (formula: Formula, id: string): Formula =>
  mapOperands(formula, (operand) => (operand.indicator === 'x' ? { ...operand, indicator: id } : operand))

const putApplicant = (formula: Formula, id: ApplicantId): Formula =>
  mapOperands(formula, (operand) => ((operand.applicant as string | null) === 'a' ? { ...operand, applicant: id } : operand))

type Operand = Extract<Formula, { kind: 'reported' }>

function mapOperands(formula: Formula, change: (operand: Operand) => Operand): Formula {
  if (formula.kind === 'reported') return change(formula)
  if (formula.kind === 'sum') return { ...formula, terms: formula.terms.map((term) => mapOperands(term, change)) }
  return { ...formula, part: mapOperands(formula.part, change), whole: mapOperands(formula.whole, change) }
}

const readGeneric = (fields: JsonFields): GenericMeasure => ({
  id: readId(fields),
  name: fields.name(),
  unit: fields.text('unit'),
  formula: fields.text('formula'),
  minSize: fields.number('min_n'),
  note: fields.longText('note'),
})

/** @throws {Error} at the first id that is unknown or stands twice, cell that is not there, or circle of formulas. */
function checkReferences(catalogue: Catalogue): void {
  const { indicators, forms } = catalogue
  const known = new Map(indicators.map((indicator) => [indicator.id, indicator]))
  const twice = indicators.find((indicator) => known.get(indicator.id) !== indicator)
  if (twice) throw new Error(`catalogue: the indicator ${twice.id} stands there twice`)
  const expectKnown = (id: string, where: string): void => {
    if (!known.has(id)) throw new Error(`catalogue: ${where} names ${JSON.stringify(id.slice(0, 60))}, which is no indicator`)
  }
  for (const indicator of indicators) {
    const stillThere = indicator.formerIds?.find((id) => known.has(id))
    if (stillThere !== undefined) throw new Error(`catalogue: ${indicator.id}.former_ids names ${stillThere}, which is an indicator`)
    if (!catalogue.themes.some((theme) => theme.id === indicator.theme)) throw new Error(`catalogue: ${indicator.id} has no known theme`)
    if (indicator.joinedBy !== undefined) expectKnown(indicator.joinedBy, `${indicator.id}.joined_by`)
    if (indicator.role?.partOf !== undefined) expectKnown(indicator.role.partOf, `${indicator.id}.role.part_of`)
    if (indicator.role?.countedOnceIn !== undefined) expectKnown(indicator.role.countedOnceIn, `${indicator.id}.role.counted_once_in`)
    if (indicator.role?.reuseOf !== undefined) expectKnown(indicator.role.reuseOf, `${indicator.id}.role.reuse_of`)
    if (indicator.role?.variantOf !== undefined) expectKnown(indicator.role.variantOf, `${indicator.id}.role.variant_of`)
    for (const formula of [...Object.values(indicator.from), ...Object.values(indicator.size ?? {})]) {
      for (const operand of operandsOf(formula)) {
        expectKnown(operand.indicator, `a formula of ${indicator.id}`)
        if (known.get(operand.indicator)?.kind !== 'reported')
          throw new Error(`catalogue: a formula of ${indicator.id} takes ${operand.indicator}, which is not reported`)
        if (operand.applicant !== null && !applicantIds.includes(operand.applicant))
          throw new Error(`catalogue: a formula of ${indicator.id} names the applicant ${JSON.stringify(operand.applicant)}`)
      }
    }
    for (const form of tableForms) {
      checkCell(indicator, form, forms.find((candidate) => candidate.id === form)?.rows ?? [])
      checkNoCircle(indicator.id, form, known, [])
    }
  }
  for (const form of forms) for (const row of form.rows) if (row.indicator !== null) expectKnown(row.indicator, `${form.id} ${row.path}`)
}

function checkCell(indicator: Indicator, form: TableFormId, rows: readonly FormRow[]): void {
  const path = indicator.cell[form]
  if (path === undefined) return
  const row = rows.find((candidate) => candidate.path === path)
  if (row?.indicator !== indicator.id)
    throw new Error(`catalogue: ${indicator.id} says it stands in ${form} ${path}, which the form does not say`)
}

function checkNoCircle(id: string, form: TableFormId, known: ReadonlyMap<string, Indicator>, within: readonly string[]): void {
  const formula = known.get(id)?.from[form]
  if (formula === undefined || isCellOf(formula, id)) return
  if (within.includes(id)) throw new Error(`catalogue: formulas in a circle: ${[...within, id].join(' → ')}`)
  for (const operand of operandsOf(formula)) checkNoCircle(operand.indicator, form, known, [...within, id])
}
