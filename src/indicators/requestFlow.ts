import type { ApplicantId, TableFormId } from '../forms/form.ts'
import { tableForms, type Catalogue } from './catalogue.ts'
import { mayJoin } from './comparability.ts'
import { operandsOf } from './formula.ts'
import type { Indicator } from './indicator.ts'
import { formulaOn, sizeOn } from './indicatorFormula.ts'
import { valueColumn } from './wideColumns.ts'

/** A way to end a request, with its grounds where the form lists them. */
export interface FlowPart {
  readonly indicator: Indicator
  readonly grounds: readonly Indicator[]
}

/** What one form asks about the way of a request. A form without a row for what is carried over has no `out` and one `ins`. */
export interface FlowShape {
  readonly form: TableFormId
  /** Newly received first, then what was carried in. */
  readonly ins: readonly Indicator[]
  readonly total: Indicator | null
  readonly parts: readonly FlowPart[]
  readonly out: Indicator | null
}

/** Something whole and its kinds as one form lists them: outcomes, grounds of refusal, results of reviews. */
export interface MixShape {
  /** The forms whose kinds are the same and may be compared, oldest first. */
  readonly forms: readonly TableFormId[]
  readonly whole: Indicator
  readonly kinds: readonly Indicator[]
}

/** The way of a request on one form, in printed order, from the roles that the catalogue gives. */
export function flowOn(form: TableFormId, catalogue: Catalogue): FlowShape {
  const asked = catalogue.indicators.filter((indicator) => indicator.role?.flow !== undefined && indicator.from[form] !== undefined)
  const total = asked.find((indicator) => indicator.role?.flow === 'total') ?? null
  const parts = asked
    .filter((indicator) => indicator.role?.partOf === total?.id && total !== null)
    .map((indicator) => ({ indicator, grounds: inPrintedOrder(partsOf(indicator, asked), form) }))
  return {
    form,
    ins: asked.filter((indicator) => indicator.role?.flow === 'in'),
    total,
    parts: sortByPath(parts, ({ indicator, grounds }) => indicator.cell[form] ?? grounds[0]?.cell[form]),
    out: asked.find((indicator) => indicator.role?.flow === 'out') ?? null,
  }
}

const partsOf = (whole: Indicator, among: readonly Indicator[]): readonly Indicator[] =>
  among.filter((indicator) => indicator.role?.partOf === whole.id)

const inPrintedOrder = (indicators: readonly Indicator[], form: TableFormId): readonly Indicator[] =>
  sortByPath(indicators, (indicator) => indicator.cell[form])

/** `3.3.4a` before `3.3.10`: by the numbers of the path. */
function sortByPath<Item>(items: readonly Item[], pathOf: (item: Item) => string | undefined): readonly Item[] {
  const byNumbers = new Intl.Collator('en', { numeric: true })
  return [...items].sort((a, b) => byNumbers.compare(pathOf(a) ?? '~', pathOf(b) ?? '~'))
}

/** How requests ended, newest forms first. Forms stand together where their outcomes are the same and comparable. */
export const outcomeMixes = (catalogue: Catalogue): readonly MixShape[] =>
  joinForms((form) => {
    const { total, parts } = flowOn(form, catalogue)
    return total && { whole: total, kinds: parts.map((part) => part.indicator) }
  })

/** The groups of outcomes that some form gives grounds for, such as refusals: each with the grounds, newest forms first. */
export function groundMixes(catalogue: Catalogue): readonly { readonly group: Indicator; readonly mixes: readonly MixShape[] }[] {
  const groups = catalogue.indicators.filter((indicator) => indicator.role?.flow === 'group')
  return groups.flatMap((group) => {
    const mixes = joinForms((form) => {
      const part = flowOn(form, catalogue).parts.find(({ indicator }) => indicator === group)
      return part && part.grounds.length > 0 ? { whole: group, kinds: part.grounds } : null
    })
    return mixes.length > 0 ? [{ group, mixes }] : []
  })
}

/** Reviews and lawsuits with how they ended, newest forms first. */
export function disputeMixes(catalogue: Catalogue): readonly { readonly total: Indicator; readonly mixes: readonly MixShape[] }[] {
  const totals = catalogue.indicators.filter((indicator) => indicator.role?.dispute === 'total')
  return totals.map((total) => ({
    total,
    mixes: joinForms((form) => {
      const kinds = partsOf(total, catalogue.indicators).filter((part) => part.role?.dispute !== undefined && part.from[form] !== undefined)
      return total.from[form] === undefined || kinds.length === 0 ? null : { whole: total, kinds }
    }),
  }))
}

/** Puts neighbouring forms together where they list the same kinds and each may be compared across them. */
function joinForms(mixOn: (form: TableFormId) => Omit<MixShape, 'forms'> | null): readonly MixShape[] {
  const mixes: MixShape[] = []
  for (const form of tableForms) {
    const mix = mixOn(form)
    if (mix === null) continue
    const last = mixes.at(-1)
    const before = last?.forms.at(-1)
    const isSame =
      last !== undefined &&
      before !== undefined &&
      last.kinds.length === mix.kinds.length &&
      mix.kinds.every((kind) => last.kinds.includes(kind) && mayJoin(kind, before, form))
    if (isSame) mixes[mixes.length - 1] = { ...mix, forms: [...last.forms, form] }
    else mixes.push({ ...mix, forms: [form] })
  }
  return mixes.reverse()
}

/** The rates of the catalogue that are a part of a whole of the same cases. */
export const proportions = (catalogue: Catalogue): readonly Indicator[] =>
  catalogue.indicators.filter((indicator) => indicator.role?.proportionOn !== undefined)

/** The fewest cases over which a share of requests is told as one: the highest `minSize` of the rates above. */
export const smallestBase = (catalogue: Catalogue): number =>
  Math.max(0, ...proportions(catalogue).flatMap(({ minSize }) => (minSize === undefined ? [] : [minSize])))

/** The figure that tells who asks: received in the year, and printed by applicant type. */
export const askedBy = (catalogue: Catalogue): Indicator | null =>
  catalogue.indicators.find((indicator) => indicator.role?.flow === 'in' && indicator.byApplicant) ?? null

/** Every printed figure that a page about requests works with, by its column: each in the column of `applicant`, those received of every type. */
export function listRequestFigures(catalogue: Catalogue, applicant: ApplicantId | null): readonly string[] {
  const shown = catalogue.indicators.filter(
    ({ role }) => role?.flow !== undefined || role?.dispute !== undefined || role?.proportionOn !== undefined,
  )
  const figures = new Set<string>()
  const add = (indicator: Indicator, type: ApplicantId | null): void => {
    for (const form of tableForms)
      for (const formula of [formulaOn(indicator, form, type, catalogue), sizeOn(indicator, form, type, catalogue)])
        for (const operand of formula === null ? [] : operandsOf(formula)) figures.add(valueColumn(operand.indicator, operand.applicant))
  }
  for (const indicator of shown) add(indicator, applicant)
  const asked = askedBy(catalogue)
  for (const type of catalogue.applicants) if (asked) add(asked, type.id)
  return [...figures].sort()
}
