import type { Form, FormRow } from '../forms/form.ts'
import type { Catalogue } from './catalogue.ts'
import { operandsOf } from './formula.ts'
import type { Indicator } from './indicator.ts'

/**
 * The catalogue with no more than these indicators and those that their formulas and roles name, for a view that carries its data with
 * it. It is written and read as any catalogue; ids that are unknown are left out.
 */
export function cutCatalogue(catalogue: Catalogue, ids: readonly string[]): Catalogue {
  const kept = namedBy(catalogue, ids)
  return {
    ...catalogue,
    forms: catalogue.forms.map((form) => cutForm(form, kept)),
    indicators: catalogue.indicators.filter(({ id }) => kept.has(id)).map(withoutRelated),
    generic: [],
  }
}

/** These ids and every one that they name, in turn. */
function namedBy(catalogue: Catalogue, ids: readonly string[]): ReadonlySet<string> {
  const known = new Map(catalogue.indicators.map((indicator) => [indicator.id, indicator]))
  const kept = new Set<string>()
  const open = [...ids]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const indicator = known.get(id)
    if (!indicator || kept.has(id)) continue
    kept.add(id)
    open.push(...listNamed(indicator))
  }
  return kept
}

function listNamed({ from, size, joinedBy, role }: Indicator): readonly string[] {
  const operands = [...Object.values(from), ...Object.values(size ?? {})].flatMap((formula) => operandsOf(formula))
  const others = [joinedBy, role?.partOf, role?.countedOnceIn, role?.reuseOf, role?.variantOf]
  return [...operands.map(({ indicator }) => indicator), ...others.filter((id) => id !== undefined)]
}

/** A form with the rows that print these indicators; its name and years stay, what only a reader of reports needs goes. */
function cutForm(form: Form, kept: ReadonlySet<string>): Form {
  const { aliases: _, markers: __, note: ___, ...rest } = form
  return { ...rest, chapters: [], rows: form.rows.filter((row) => row.indicator !== null && kept.has(row.indicator)).map(cutRow) }
}

function cutRow(row: FormRow): FormRow {
  const { parts: _, of: __, boundedBy: ___, aliases: ____, columnAliases: _____, ...kept } = row
  return kept
}

function withoutRelated(indicator: Indicator): Indicator {
  const { related: _, ...kept } = indicator
  return kept
}
