import type { PageFigure } from '../../selection/pageFigures.ts'
import type { AskFigure } from './askedFigure.ts'

/** What makes figures: brought when one of them is asked for, so that bars do not pay for flows. */
const parts = {
  comparison: () => import('./comparisonFigures.ts').then(({ comparisonFigures }) => comparisonFigures),
  channel: () => import('./channelFigures.ts').then(({ channelFigures }) => channelFigures),
  request: () => import('./requestFigures.ts').then(({ requestFigures }) => requestFigures),
  overview: () => import('./overviewFigures.ts').then(({ overviewFigures }) => overviewFigures),
} as const

/** A part that makes figures, by its name in the built site. */
type FigurePart = keyof typeof parts

const owners = {
  'channel-mix': 'channel',
  'channel-band': 'channel',
  'channel-trend': 'channel',
  staff: 'channel',
  'staff-trend': 'channel',
  flow: 'request',
  outcomes: 'request',
  grounds: 'request',
  applicants: 'request',
  disputes: 'request',
  rates: 'request',
  funnel: 'request',
  coverage: 'overview',
  rug: 'overview',
} as const satisfies Readonly<Record<PageFigure, FigurePart>>

/** The part that makes a figure; null: a comparison. */
export const partOfFigure = (figure: PageFigure | null): FigurePart => (figure === null ? 'comparison' : owners[figure])

/** How a figure asks for its rows; null: a comparison. @throws {Error} when what makes it cannot be had. */
export async function openFigure(figure: PageFigure | null): Promise<AskFigure> {
  const made: Readonly<Partial<Record<PageFigure | 'compared', AskFigure>>> = await parts[partOfFigure(figure)]()
  const ask = made[figure ?? 'compared']
  if (!ask) throw new Error(`there is no figure ${figure ?? 'compared'}`)
  return ask
}
