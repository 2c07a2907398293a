import type { ReactNode } from 'react'
import type { ChartPoint } from '../charts/chartContext.ts'
import type { Figure } from '../charts/figure.ts'
import type { Selection } from '../selection.ts'
import { useAtlas } from './AtlasContext.ts'
import { ChartPanel, Panel } from './Panel.tsx'
import { StateLegend } from './StateCell.tsx'

/** What · who · when · unit · n of N, under a title. */
export function Subtitle({ parts, n }: { readonly parts: readonly string[]; readonly n: string }): ReactNode {
  return (
    <>
      {parts.filter(Boolean).join(' · ')} · <b>{n}</b>
    </>
  )
}

/** The notes that apply, each a paragraph; undefined where none does. */
export function notesOf(notes: readonly (ReactNode | null)[]): ReactNode {
  const said = notes.filter((note) => note !== null)
  return said.length === 0 ? undefined : said.map((note, index) => <p key={index}>{note}</p>)
}

/** A figure with what belongs to the page alone: its legend of buttons, its links and its actions. A mark opens its report. */
export function FigurePanel({
  figure,
  legend,
  actions,
  embed,
  linked,
  openPoint,
  children,
}: {
  readonly figure: Figure
  readonly legend?: ReactNode
  readonly actions?: ReactNode
  /** What makes it the figure that is embedded, where it is no chart of a comparison. */
  readonly embed?: Partial<Selection>
  /** How the page shows notes that lead somewhere. */
  readonly linked?: ReadonlyMap<string, ReactNode>
  /** What a mark opens, where it is not its report. */
  readonly openPoint?: (point: ChartPoint) => void
  /** The cells of a figure without a drawing. */
  readonly children?: (showTable: () => void) => ReactNode
}): ReactNode {
  const { change } = useAtlas()
  const { title, subtitle, n, chart, question, table, rows, source, drawing, notes, indicators, states = [] } = figure
  const openReport = ({ report }: ChartPoint): void => {
    if (report !== null) change({ page: 'report', report, cell: null })
  }
  const panel = {
    title,
    subtitle: <Subtitle parts={subtitle} n={n} />,
    chart,
    question,
    table,
    rows,
    indicators,
    source,
    legend:
      states.length === 0 ? (
        legend
      ) : (
        <>
          {legend}
          <StateLegend states={states} grades={[]} ramp={false} />
        </>
      ),
    actions,
    embed,
    note: notesOf(notes.map((note) => linked?.get(note) ?? note)),
  }
  if (drawing) return <ChartPanel {...panel} {...drawing} onOpen={openPoint ?? openReport} />
  return <Panel {...panel}>{(showTable) => children?.(showTable)}</Panel>
}
