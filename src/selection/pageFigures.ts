/**
 * Figures of the pages that can stand in other pages, each with the page where it is at home. Without one of them an embed shows a
 * comparison.
 */
export const figurePages = {
  'channel-mix': 'channels',
  'channel-band': 'channels',
  'channel-trend': 'channels',
  staff: 'staffing',
  'staff-trend': 'staffing',
  flow: 'requests',
  outcomes: 'requests',
  grounds: 'requests',
  applicants: 'requests',
  disputes: 'requests',
  rates: 'requests',
  funnel: 'requests',
  coverage: 'overview',
  rug: 'overview',
} as const

export type PageFigure = keyof typeof figurePages

/** Ids of the figures, in the order of their pages. */
export const pageFigures = Object.keys(figurePages) as readonly PageFigure[]

/** The page where a figure is at home; null: a comparison. */
export const pageOfFigure = (figure: PageFigure | null): 'compare' | (typeof figurePages)[PageFigure] =>
  figure === null ? 'compare' : figurePages[figure]
