import { createContext, useContext } from 'react'
import type { ReportFigure } from '../../../questions/reportFigure.ts'
import type { Spot } from '../../import/sourceIndex.ts'

/** Which of the three panes is seen where there is room for one only. */
export type PaneName = 'source' | 'figures' | 'facts'

/** What is chosen in the review. */
export interface Chosen {
  /** Place in the list of figures, from 0; null where a problem or an unplaced text was chosen. */
  readonly figure: number | null
  /** `problem-3`, `unplaced-0`; null where a figure was chosen. */
  readonly item: string | null
  readonly spot: Spot | null
  /** Where the focus goes, once it is drawn. */
  readonly focus: PaneName | null
}

export const nothingChosen: Chosen = { figure: null, item: null, spot: null, focus: null }

/** What the panes of a review share. */
export interface ReviewShared {
  readonly figures: readonly ReportFigure[]
  readonly chosen: Chosen
  /** The figure that Tab reaches in each pane; arrow keys go on from there. */
  readonly tabStop: { readonly source: number; readonly figures: number }
  /** From a figure to where it is printed, and back. */
  readonly showInSource: (figure: number) => void
  readonly showInTable: (figure: number) => void
  /** What a figure is called, with its state and number. */
  readonly nameOf: (figure: number) => string
}

const ReviewContext = createContext<ReviewShared | null>(null)
export const ReviewProvider = ReviewContext.Provider

/** @throws {Error} outside of a review. */
export function useReview(): ReviewShared {
  const review = useContext(ReviewContext)
  if (!review) throw new Error('useReview needs a <ReviewProvider> above it')
  return review
}
