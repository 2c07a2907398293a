import { requestIdentity } from '../forms/requestTable.ts'
import type { Form, FormRow, TableFormId } from '../forms/form.ts'
import type { StateDefinition } from '../forms/states.ts'
import type { Label } from '../text/label.ts'
import { tableForms, type Catalogue, type GenericMeasure } from './catalogue.ts'
import type { Formula } from './formula.ts'
import { printFormula } from './formulaText.ts'
import type { Indicator } from './indicator.ts'
import { isCellOf } from './indicatorFormula.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * The catalogue as `catalogue.json`, plain JSON: `readCatalogue` reads it back to the same. Names stand in `zh` and `en`; of longer
 * texts the English is called as itself (`definition`) and the Chinese has `_zh` behind it. Formulas are in the notation of
 * `printFormula`, in a family with `x` (or `[a]`) for the member. `checks`, which nobody reads back, are written as they are given.
 */
export function writeCatalogue(catalogue: Catalogue, checks: readonly unknown[] = []): unknown {
  const bases = catalogue.definitionBases ?? []
  return {
    meta: {
      title: 'Forms, indicators and derived measures of government-information-disclosure annual reports',
      path_note:
        'A cell is named by its path inside its form; the same path in two forms is not the same cell. Table three adds an applicant column.',
      definition_basis: Object.fromEntries(bases.map(({ id, name }) => [id, name.en])),
      definition_basis_zh: Object.fromEntries(bases.map(({ id, name }) => [id, name.zh])),
    },
    applicant_types: catalogue.applicants.map(({ id, name, group }) => ({
      id,
      ...name,
      group: group?.zh ?? null,
      ...(group === null ? {} : { group_en: group.en }),
    })),
    themes: catalogue.themes.map(({ id, name }) => ({ id, ...name, table_rows_after_2018: hasLaterRows(catalogue, id) })),
    comparability: catalogue.comparability.map(({ id, letter, name, joins, meaning, line }) => ({
      id,
      letter,
      zh: name.zh,
      en: meaning?.en ?? name.en,
      name_en: name.en,
      ...(meaning ? { meaning_zh: meaning.zh } : {}),
      ...textOf('line', line),
      joins,
    })),
    value_states: catalogue.valueStates.map(writeState),
    absence_reasons: catalogue.absenceReasons.map(writeState),
    evidence_grades: catalogue.grades.map(({ id, name, rule }) => ({ id, ...name, ...textOf('rule', rule) })),
    qualifiers: catalogue.qualifiers.map(({ id, name, words }) => ({ id, zh: words ?? name.zh, en: name.en, name_zh: name.zh })),
    scopes: catalogue.scopes.map(({ id, name }) => ({ id, ...name })),
    forms: Object.fromEntries(catalogue.forms.map((form) => [form.id, writeForm(form, catalogue)])),
    indicators: catalogue.indicators
      .filter((indicator) => indicator.kind === 'reported')
      .map((indicator) => writeReported(indicator, catalogue)),
    composites: catalogue.indicators.filter((indicator) => indicator.kind === 'composite').map((composite) => writeWorkedOut(composite)),
    derived: [...writeDerived(catalogue.indicators), ...(catalogue.generic ?? []).map(writeGeneric)],
    checks,
  }
}

const textOf = (key: string, text: Label | undefined): Json => (text ? { [key]: text.en, [`${key}_zh`]: text.zh } : {})

const hasLaterRows = (catalogue: Catalogue, theme: string): boolean =>
  catalogue.indicators.some(({ theme: of, cell }) => of === theme && (cell.y2019 !== undefined || cell.y2021 !== undefined))

const writeState = ({ id, name, printed, meaning, number, missing, evidence }: StateDefinition<string>): Json => ({
  id,
  ...name,
  ...textOf('printed', printed),
  ...textOf('meaning', meaning),
  number,
  missing,
  ...(evidence ? { evidence } : {}),
})

function writeForm(form: Form, catalogue: Catalogue): Json {
  const { aliases, name, shortName, years, supported, authority, markers, note, columns, chapters, rows } = form
  const inTable = (table: FormRow['table']): readonly FormRow[] => rows.filter((row) => row.table === table)
  return {
    ...(aliases ? { aliases } : {}),
    ...name,
    short_zh: shortName.zh,
    short_en: shortName.en,
    years,
    supported,
    authority,
    ...(markers ? { markers } : {}),
    ...textOf('note', note),
    ...(columns ? { columns } : {}),
    ...(chapters.length ? { chapters } : {}),
    ...(inTable(1).length ? writeTableOne(inTable(1)) : {}),
    ...(inTable(2).length ? { section2: writeTableTwo(inTable(2)) } : {}),
    ...(inTable(3).length ? { section3: writeTableThree(inTable(3), catalogue) } : {}),
    ...(inTable(4).length ? { section4: inTable(4).map(writeTableFour) } : {}),
  }
}

function writeTableOne(rows: readonly FormRow[]): Json {
  const write = ({ path, level, type, label, unit, indicator, parts, boundedBy, of, aliases }: FormRow): Json => ({
    path,
    level,
    type,
    label,
    unit,
    indicator,
    ...(parts ? { parts } : {}),
    ...(boundedBy ? { bounded_by: boundedBy } : {}),
    ...(of === undefined ? {} : { of }),
    ...(aliases ? { aliases } : {}),
  })
  return {
    rows: rows.filter((row) => !row.variant).map(write),
    variant_rows: rows.flatMap((row, i) => (row.variant ? [{ ...write(row), after: rows[i - 1]?.path ?? null }] : [])),
  }
}

/** Rows of table two with their cells: `2.1` holds `2.1.1`, `2.1.2` … */
function writeTableTwo(rows: readonly FormRow[]): readonly Json[] {
  const paths = [...new Set(rows.map((row) => rowPathOf(row.path)))]
  return paths.map((path) => {
    const cells = rows.filter((row) => rowPathOf(row.path) === path)
    return {
      path,
      caption: cells[0]?.caption ?? null,
      row: cells[0]?.label ?? '',
      ...(cells[0]?.aliases ? { aliases: cells[0].aliases } : {}),
      cells: cells.map(({ path: cell, column, indicator, unit, columnAliases }) => ({
        cell,
        column,
        indicator,
        unit,
        ...(columnAliases ? { aliases: columnAliases } : {}),
      })),
    }
  })
}

const rowPathOf = (cell: string): string => cell.slice(0, cell.lastIndexOf('.'))

/** Table three: the labels without numbers as `groups`, each with the rows that stand under it, at any depth. */
function writeTableThree(rows: readonly FormRow[], catalogue: Catalogue): Json {
  return {
    columns: catalogue.applicants.map((applicant) => applicant.id),
    printed_identity: `${requestIdentity} (3.1 + 3.2 = 3.3.7 + 3.4), each column`,
    groups: rows
      .filter((row) => row.type === 'group')
      .map(({ path, label, level, aliases }) => ({
        path,
        label,
        level,
        rows: rows.filter((row) => row.type !== 'group' && row.path.startsWith(`${path}.`)).map((row) => row.path),
        ...(aliases ? { aliases } : {}),
      })),
    rows: rows
      .filter((row) => row.type !== 'group')
      .map(({ path, label, caption, level, unit, indicator, parts, aliases }) => ({
        path,
        label: caption === undefined ? label : `${caption} ${label}`,
        level,
        unit,
        indicator,
        ...(parts ? { parts } : {}),
        ...(aliases ? { aliases } : {}),
      })),
  }
}

const writeTableFour = ({ path, caption, column, unit, indicator, parts, columnAliases }: FormRow): Json => ({
  cell: path,
  block: caption,
  column,
  indicator,
  unit,
  ...(parts ? { parts } : {}),
  ...(columnAliases ? { aliases: columnAliases } : {}),
})

function writeReported(indicator: Indicator, catalogue: Catalogue): Json {
  const at = (form: TableFormId): Json | null => {
    const { from, cell, prose } = indicator
    const formula = from[form]
    if (formula === undefined) return prose?.[form] === undefined ? null : { prose: prose[form] }
    if (!isCellOf(formula, indicator.id)) return writeSum(formula)
    const variant = catalogue.forms.some(({ id, rows }) => id === form && rows.some((row) => row.path === cell[form] && row.variant))
    return { cell: cell[form], ...(variant ? { variant: true } : {}) }
  }
  return {
    ...writeHead(indicator),
    at: Object.fromEntries(tableForms.map((form) => [form, at(form)])),
    ...writeTail(indicator),
  }
}

function writeSum(formula: Formula): Json {
  const ids =
    formula.kind === 'sum'
      ? formula.terms.flatMap((term) => (term.kind === 'reported' && term.applicant === null ? [term.indicator] : []))
      : []
  return formula.kind === 'sum' && ids.length === formula.terms.length ? { sum: ids } : { formula: printFormula(formula) }
}

/** What every indicator has before its formulas. */
const writeHead = (indicator: Indicator): Json => ({
  id: indicator.id,
  ...indicator.name,
  ...(indicator.shortName ? { short_zh: indicator.shortName.zh, short_en: indicator.shortName.en } : {}),
  unit: indicator.unit,
  unit_zh: indicator.unitName.zh,
  unit_en: indicator.unitName.en,
  type: indicator.type,
  ...(indicator.format ? { format: indicator.format } : {}),
  theme: indicator.theme,
  by_applicant: indicator.byApplicant,
  ...textOf('definition', indicator.definition),
  definition_basis: indicator.definitionBasis,
})

/** What every indicator has behind its formulas. */
const writeTail = ({ into, joinedBy, related, note, role, formerIds }: Indicator): Json => ({
  pre_to_2019: into.y2019.class,
  y2019_to_2021: into.y2021.class,
  why: [...new Set([into.y2019.why.en, into.y2021.why.en])].join(' '),
  why_2019: into.y2019.why,
  why_2021: into.y2021.why,
  ...(joinedBy === undefined ? {} : { joined_by: joinedBy }),
  ...(related ? { related } : {}),
  ...textOf('note', note),
  ...(role ? { role: writeRole(role) } : {}),
  ...(formerIds ? { former_ids: formerIds } : {}),
})

const writeRole = ({ partOf, proportionOn, variantOf, countedOnceIn, reuseOf, ...rest }: NonNullable<Indicator['role']>): Json => ({
  ...rest,
  ...(partOf === undefined ? {} : { part_of: partOf }),
  ...(proportionOn === undefined ? {} : { proportion_on: proportionOn }),
  ...(variantOf === undefined ? {} : { variant_of: variantOf }),
  ...(countedOnceIn === undefined ? {} : { counted_once_in: countedOnceIn }),
  ...(reuseOf === undefined ? {} : { reuse_of: reuseOf }),
})

/** A composite or a derived measure; `print` writes the formula of a family for all its members. */
function writeWorkedOut(indicator: Indicator, print: (formula: Formula) => string = printFormula): Json {
  const { from, size, minSize } = indicator
  const later = size?.y2021 ?? size?.y2019
  const sizes = { n: later ?? size?.pre2019_table, n_pre: later ? size?.pre2019_table : undefined }
  return {
    ...writeHead(indicator),
    by_form: Object.fromEntries(tableForms.map((form) => [form, from[form] ? print(from[form]) : null])),
    ...(sizes.n ? { n: printFormula(sizes.n) } : {}),
    ...(sizes.n_pre && sizes.n && printFormula(sizes.n_pre) !== printFormula(sizes.n) ? { n_pre: printFormula(sizes.n_pre) } : {}),
    ...(minSize === undefined ? {} : { min_n: minSize }),
    ...writeTail(indicator),
  }
}

/** Derived measures; the members of a family stand together in its one entry. */
function writeDerived(indicators: readonly Indicator[]): readonly Json[] {
  const all = indicators.filter((indicator) => indicator.kind === 'derived')
  return all.flatMap((indicator) => {
    if (!indicator.family) return [writeWorkedOut(indicator)]
    const members = all.filter((member) => member.family?.id === indicator.family?.id)
    return members[0] === indicator ? [writeFamily(indicator, members)] : []
  })
}

function writeFamily(first: Indicator, members: readonly Indicator[]): Json {
  const { family, shortName: _, ...shared } = first
  if (!family) throw new Error(`${first.id} belongs to no family`)
  const isByApplicant = Object.values(first.from).some(
    (formula) => formula.kind === 'ratio' && formula.part.kind === 'reported' && formula.part.applicant !== null,
  )
  const of = members.map((member) => member.family?.of)
  return {
    ...writeWorkedOut({ ...shared, id: family.id, name: family.name }, printWithPlaceholder),
    [isByApplicant ? 'for_each_applicant' : 'for_each']: of,
    members: members.map(({ name, shortName }) => ({
      ...name,
      ...(shortName ? { short_zh: shortName.zh, short_en: shortName.en } : {}),
    })),
  }
}

/** `x / whole` for a share of a figure, `figure[a] / whole` for a share of applicants. */
function printWithPlaceholder(formula: Formula): string {
  if (formula.kind !== 'ratio' || formula.times !== 1 || formula.part.kind !== 'reported') {
    throw new Error(`${printFormula(formula)} is no share of a single figure`)
  }
  const { indicator, applicant } = formula.part
  return (applicant === null ? 'x' : `${indicator}[a]`) + printFormula(formula).slice(printFormula(formula.part).length)
}

const writeGeneric = ({ id, name, unit, formula, minSize, note }: GenericMeasure): Json => ({
  id,
  ...name,
  unit,
  generic: true,
  formula,
  min_n: minSize,
  ...textOf('note', note),
})
