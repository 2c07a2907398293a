import { isTooSmall } from '../../charts/figureText.ts'
import { isOfTables } from '../../forms/states.ts'
import type { Catalogue } from '../../indicators/catalogue.ts'
import { printAddress, type Selection } from '../../selection.ts'
import { mostCarried, writeCarried, type CarriedValue } from '../../selection/carriedValues.ts'
import { shareSelection, type OwnData, type OwnPart } from '../../selection/sharedSelection.ts'
import type { ShownFigure } from './shownFigures.ts'

/** The longest address that carries figures; longer ones are cut or refused on their way. */
const longestLink = 2000

/** What a link is made of. */
export interface LinkSource {
  readonly selection: Selection
  readonly start: Selection
  readonly own: OwnData
  readonly figures: readonly ShownFigure[]
  readonly catalogue: Catalogue
  /** Of the data as they were published; null where they never were. */
  readonly fingerprint: string | null
}

/** A link to hand on. */
export interface MadeLink {
  /** Relative to the app. */
  readonly address: string
  /** Parts of the selection that name something of this machine and are not in the link. */
  readonly left: readonly OwnPart[]
  /** Figures on the page from reports of this machine; whoever opens the link does not see them. */
  readonly ownFigures: number
}

/**
 * The address of what is shown, for somebody else: with the version of the data and as many of its figures as fit. Nothing of this
 * machine is in it, neither a name nor a figure.
 */
export function makeLink(source: LinkSource): MadeLink {
  const { selection, start, own, figures, fingerprint } = source
  const { shared, left } = shareSelection(selection, start, own)
  const isOwn = (figure: ShownFigure): boolean =>
    own.isOwnDataset || own.agencies.has(figure.agency) || (figure.report !== null && own.reports.has(figure.report))
  const ownFigures = figures.filter(isOwn).length
  const of = fingerprint === null || own.isOwnDataset ? null : fingerprint.slice(0, 8)
  const print = (was: string | null): string => printAddress({ ...shared, of, was }, start)
  if (of === null) return { address: print(null), left, ownFigures }
  const ranked = rankFigures(
    figures.filter((figure) => !isOwn(figure) && isCarried(figure, source.catalogue)),
    selection,
  )
  for (let n = Math.min(mostCarried, ranked.length); n > 0; n = Math.floor(n / 2)) {
    const address = print(writeCarried(ranked.slice(0, n).sort(comparePlaces).map(carry), of))
    if (address.length <= longestLink) return { address, left, ownFigures }
  }
  return { address: print(null), left, ownFigures }
}

/** Figures of the tables; of rates over few only "2 of 3" may be said, which a link does not carry. */
function isCarried(figure: ShownFigure, { indicators }: Catalogue): boolean {
  const indicator = indicators.find(({ id }) => id === figure.indicator)
  return (
    isOfTables(figure) && figure.isPublished && indicator !== undefined && !isTooSmall({ ...figure, form: null, scope: null }, indicator)
  )
}

/** What is compared comes first, then bodies in colour, what is there before what was not loaded, and later years. */
function rankFigures(figures: readonly ShownFigure[], { indicators, focus, at }: Selection): ShownFigure[] {
  const rankOf = (figure: ShownFigure): readonly number[] => [
    indicators.includes(figure.indicator) ? 0 : 1,
    focus?.includes(figure.agency) ? 0 : 1,
    figure.state === 'not_loaded' ? 1 : 0,
    figure.year === at ? 0 : 1,
    -figure.year,
  ]
  return figures
    .map((figure) => ({ figure, rank: rankOf(figure) }))
    .sort((a, b) => a.rank.map((part, i) => part - (b.rank[i] ?? part)).find((difference) => difference !== 0) ?? 0)
    .map(({ figure }) => figure)
}

const nameMeasure = ({ indicator, applicant }: ShownFigure): string => `${indicator}@${applicant ?? ''}`

const comparePlaces = (a: ShownFigure, b: ShownFigure): number =>
  compareText(nameMeasure(a), nameMeasure(b)) || compareText(a.agency, b.agency) || a.year - b.year

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const carry = ({ indicator, applicant, agency, year, value, state }: ShownFigure): CarriedValue => ({
  indicator,
  applicant,
  agency,
  year,
  value,
  state: value === null ? state : 'value',
})
