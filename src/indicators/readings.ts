import type { ApplicantId } from '../forms/form.ts'
import { indicatorById, type Catalogue } from './catalogue.ts'
import type { Indicator } from './indicator.ts'
import { findBase, measurePerBase } from './perBase.ts'

/** What a count may be divided by: nothing, its whole, the staff, or the requests received. */
export type ReadingKind = 'count' | 'share' | 'staff' | 'requests'

/** One way of looking at an indicator: what is shown, and what must be asked for it. */
export interface Reading {
  readonly kind: ReadingKind
  /** What the charts show. */
  readonly shown: Indicator
  /** The indicator that the shown one is worked out from, and the base beside it: what is asked of the data. */
  readonly asked: Indicator
  readonly base: Indicator | null
  readonly applicant: ApplicantId | null
}

/**
 * An indicator as the reader wants it: for an applicant type where it has them, as it is, as a share of its whole, or in relation to a
 * base. Where the catalogue has no such reading, the indicator as it is.
 */
export function readIndicatorAs(
  catalogue: Catalogue,
  indicator: Indicator,
  { applicant, per }: { readonly applicant: string | null; readonly per: ReadingKind | null },
): Reading {
  const chosen = findApplicant(catalogue, applicant)
  const plain = { kind: isShare(indicator) ? 'share' : 'count', base: null } as const
  const share = per === 'share' ? findShare(catalogue, indicator, chosen) : undefined
  if (share) return narrow({ ...plain, kind: 'share', shown: share, asked: share }, chosen, catalogue)
  if (per === 'staff' || per === 'requests') {
    const base = findBase(catalogue, per)
    const measure = base ? measurePerBase(indicator, base) : null
    if (base && measure) return narrow({ kind: per, shown: measure, asked: indicator, base }, chosen, catalogue)
  }
  return narrow({ ...plain, shown: indicator, asked: indicator }, chosen, catalogue)
}

/** What a comparison is of: one indicator as the reader wants it read, and a second one beside it. */
export interface PairReading {
  readonly reading: Reading
  readonly second: Indicator | null
}

/** The first indicator as the reader wants it read, and the second one, if any, beside it. */
export function readPairAs(
  catalogue: Catalogue,
  {
    indicators: [first = '', other],
    applicant,
    per,
  }: { readonly indicators: readonly string[]; readonly applicant: string | null; readonly per: ReadingKind | null },
): PairReading {
  // A relation to a base is a matter of one indicator: beside a second one, both are shown as they are.
  const reading = readIndicatorAs(catalogue, indicatorById(catalogue, first), { applicant, per: other === undefined ? per : null })
  if (other === undefined) return { reading, second: null }
  return { reading, second: readIndicatorAs(catalogue, indicatorById(catalogue, other), { applicant, per: null }).shown }
}

const findApplicant = (catalogue: Catalogue, id: string | null): ApplicantId | null =>
  catalogue.applicants.find((applicant) => applicant.id === id && applicant.id !== 'total')?.id ?? null

/** Puts the applicant type into the reading and its name, where the indicator has applicants. */
function narrow(reading: Omit<Reading, 'applicant'>, applicant: ApplicantId | null, catalogue: Catalogue): Reading {
  const name = catalogue.applicants.find((candidate) => candidate.id === applicant)?.name
  if (applicant === null || !name || !reading.asked.byApplicant) return { ...reading, applicant: null }
  const { shown } = reading
  const named = (label: Indicator['name']): Indicator['name'] => ({ zh: `${label.zh}（${name.zh}）`, en: `${label.en} (${name.en})` })
  return {
    ...reading,
    applicant,
    shown: { ...shown, name: named(shown.name), ...(shown.shortName ? { shortName: named(shown.shortName) } : {}) },
  }
}

const isShare = (indicator: Indicator): boolean => indicator.kind === 'derived' && indicator.format === 'percent'

/** The readings that an indicator has, the plain one first. */
export function listReadings(catalogue: Catalogue, indicator: Indicator, applicant: string | null): ReadingKind[] {
  const chosen = findApplicant(catalogue, applicant)
  if (isShare(indicator)) return findCount(catalogue, indicator) ? ['count', 'share'] : ['share']
  const perBase = (['staff', 'requests'] as const).filter((kind) => {
    const base = findBase(catalogue, kind)
    return base !== undefined && measurePerBase(indicator, base) !== null
  })
  return ['count', ...(findShare(catalogue, indicator, chosen) ? (['share'] as const) : []), ...perBase]
}

/** The share whose part is nothing but this figure, on every form that it has. */
function findShare(catalogue: Catalogue, indicator: Indicator, applicant: ApplicantId | null): Indicator | undefined {
  return catalogue.indicators.find((share) => {
    const part = partOf(share)
    return part?.indicator === indicator.id && (part.applicant === null || part.applicant === applicant)
  })
}

/** The count behind a share, and the applicant type that it is the count of; undefined where its part is not one figure. */
export function findCount(
  catalogue: Catalogue,
  share: Indicator,
): { readonly indicator: Indicator; readonly applicant: ApplicantId | null } | undefined {
  const part = partOf(share)
  const indicator = catalogue.indicators.find((candidate) => candidate.id === part?.indicator)
  return part && indicator ? { indicator, applicant: part.applicant } : undefined
}

/** The one figure that a share is the share of; undefined where forms differ in it or add several up. */
function partOf(share: Indicator): { readonly indicator: string; readonly applicant: ApplicantId | null } | undefined {
  if (!isShare(share)) return undefined
  const parts = Object.values(share.from).map((formula) =>
    formula.kind === 'ratio' && formula.times === 1 && formula.part.kind === 'reported' ? formula.part : undefined,
  )
  const [first] = parts
  return first && parts.every((part) => part?.indicator === first.indicator && part.applicant === first.applicant) ? first : undefined
}

/** The measure and its other readings (口径), in the order of the catalogue; empty where there is only one. */
export function listVariants(catalogue: Catalogue, indicator: Indicator): Indicator[] {
  const root = indicator.role?.variantOf ?? indicator.id
  const variants = catalogue.indicators.filter((candidate) => candidate.id === root || candidate.role?.variantOf === root)
  return variants.length > 1 ? variants : []
}
