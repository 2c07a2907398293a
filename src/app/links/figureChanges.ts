import type { EarlierFigure, FigurePlace } from '../../dataset/earlierValues.ts'
import type { CarriedValue } from '../../selection/carriedValues.ts'
import { nameFigure, type ShownFigure } from './shownFigures.ts'

/** A figure that is not what it was when the link was made. */
export interface FigureChange {
  readonly now: ShownFigure
  readonly before: EarlierFigure
  /** `kept`: from a version of the data that was kept; `link`: what the link says, which nobody checked. */
  readonly from: 'kept' | 'link'
}

/** What became of the figures of a page since a link was made. */
export interface FigureChanges {
  readonly changed: readonly FigureChange[]
  readonly same: number
  /** Figures whose old value is nowhere. */
  readonly unknown: number
  /** Figures whose old value only the link gives. */
  readonly fromLink: number
}

/**
 * Holds the figures that are shown against those of the version that a link was made on: as they were kept, else as the link carries
 * them. `kept` gives null for a figure that is not among what was kept; `kept` is null where that version is not kept at all.
 */
export function findChanges(
  shown: readonly ShownFigure[],
  kept: ((place: FigurePlace) => EarlierFigure | null) | null,
  carried: readonly CarriedValue[],
): FigureChanges {
  const inLink = new Map(
    carried.map((one) => [nameFigure({ ...one, applicant: one.applicant as ShownFigure['applicant'], evidence: 'A' }), one]),
  )
  const changed: FigureChange[] = []
  let [same, unknown, fromLink] = [0, 0, 0]
  for (const now of shown) {
    const stored = now.isPublished && kept ? kept(now) : null
    const told = inLink.get(nameFigure(now))
    const before = stored ?? (told ? { value: told.value, state: told.state, qualifier: null, n: null } : null)
    if (before === null) unknown += 1
    else {
      if (stored === null) fromLink += 1
      if (isSameFigure(before, now)) same += 1
      else changed.push({ now, before, from: stored === null ? 'link' : 'kept' })
    }
  }
  return { changed, same, unknown, fromLink }
}

/** Is it the same number, or missing for the same reason? A blank is not 0, nor is it a dash. */
export function isSameFigure(
  before: Pick<EarlierFigure, 'value' | 'state' | 'qualifier'>,
  now: Pick<ShownFigure, 'value' | 'state' | 'qualifier'>,
): boolean {
  if (before.value === null || now.value === null) return before.value === now.value && before.state === now.state
  return isSameNumber(before.value, now.value) && before.qualifier === now.qualifier
}

/** Whole numbers exactly, others to the nine digits that a link carries. */
const isSameNumber = (a: number, b: number): boolean =>
  a === b || (!(Number.isInteger(a) && Number.isInteger(b)) && Math.abs(a - b) <= 1e-8 * Math.max(Math.abs(a), Math.abs(b)))
