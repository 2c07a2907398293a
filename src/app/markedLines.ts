import type { EChartsOption } from 'echarts'
import { markedAgency } from './marked.ts'

/** What a drawing must be able to do to have its lines marked. */
interface Drawing {
  dispatchAction(payload: { readonly type: 'highlight' | 'downplay'; readonly seriesId: string[] }): void
}

/** Ids of the lines of a drawing; charts call them `line-` and the agency, with a number where an agency has several. */
export function linesOf(option: EChartsOption): readonly string[] {
  const series = Array.isArray(option.series) ? option.series : [option.series]
  return series.flatMap((one) => (typeof one?.id === 'string' && one.id.startsWith('line-') ? [one.id] : []))
}

/** The lines of one agency, whatever other agencies its id begins with. */
export const linesOfAgency = (lines: readonly string[], agency: string): string[] =>
  lines.filter((id) => id === `line-${agency}` || (id.startsWith(`line-${agency}-`) && /^\d+$/.test(id.slice(agency.length + 6))))

/** Draws the lines of the agency that is pointed at bolder, also where its marks are no stops of the keyboard. */
export function markLines(drawing: Drawing, lines: readonly string[]): void {
  if (lines.length === 0) return
  drawing.dispatchAction({ type: 'downplay', seriesId: [...lines] })
  const marked = markedAgency()
  const own = marked === null ? [] : linesOfAgency(lines, marked.agency)
  if (own.length > 0) drawing.dispatchAction({ type: 'highlight', seriesId: own })
}
