import type { RequestsWords } from '../text/requestsWords.ts'
import type { ChartContext } from './chartContext.ts'

/** What the figures about requests must know besides their rows: they show many indicators, so none stands for the figure. */
export interface RequestContext extends Pick<ChartContext, 'catalogue' | 'agencies' | 'focus' | 'lang' | 'words' | 'palette' | 'width'> {
  readonly said: RequestsWords
}

/** The short name of a body, its id where it is not among those chosen. */
export const nameAgency = (id: string, { agencies }: Pick<RequestContext, 'agencies'>): string =>
  agencies.find((agency) => agency.id === id)?.shortName ?? id

/** A description may have this many characters. */
const longest = 300

/** Cuts a description to the length that screen readers are given. */
export const cutDescription = (text: string): string =>
  [...text].length <= longest ? text : `${[...text].slice(0, longest - 1).join('')}…`
