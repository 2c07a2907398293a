import type { EChartsOption } from 'echarts'
import {
  Component,
  memo,
  useDeferredValue,
  useEffect,
  useId,
  useRef,
  useState,
  type FocusEvent,
  type PointerEvent,
  type ReactNode,
} from 'react'
import type { ChartPoint, ChartTable } from '../charts/chartContext.ts'
import type { ByWidth } from '../charts/figure.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import type { Selection } from '../selection.ts'
import { AtlasProvider, useAtlas } from './AtlasContext.ts'
import { Chart } from './Chart.tsx'
import { DataTable } from './DataTable.tsx'
import type { PanelFile } from './files/panelFile.ts'
import { PanelDownloads } from './files/PanelDownloads.tsx'
import { agencyOfElement, markAgency } from './marked.ts'
import { markFirstChart } from './readiness.ts'

/** A figure of the page: title that says what is to be seen, what · who · when · unit · n of N, the figure or its table, its source. */
export function Panel({
  title,
  subtitle,
  chart,
  question,
  table,
  rows = none,
  indicators = none,
  drawing = null,
  note,
  legend,
  source,
  actions,
  embed = null,
  views,
  children,
  className = '',
}: {
  readonly title: string
  readonly subtitle: ReactNode
  /** Chart id of the contract and the question behind it, for tests of the outside. */
  readonly chart: string
  readonly question: string
  readonly table: ChartTable
  /** The rows that are drawn, for files of them: with state, grade, form and report. None where the figure is not of indicators. */
  readonly rows?: readonly ComparedValue[] | undefined
  /** Indicators of the rows that the page itself worked out, which no catalogue has. */
  readonly indicators?: readonly Indicator[] | undefined
  /** What is drawn, for pictures of it; its table where absent. */
  readonly drawing?: PanelFile['drawing']
  readonly note?: ReactNode
  readonly legend?: ReactNode
  readonly source: string
  readonly actions?: ReactNode
  /** What makes it the figure that is embedded, where it is no chart of a comparison. */
  readonly embed?: Partial<Selection> | null | undefined
  /** What the two views are called, where they are not a chart and its table. */
  readonly views?: readonly [figure: string, table: string]
  /** The figure; `showTable` is for the T key. */
  readonly children: (showTable: () => void, titleId: string) => ReactNode
  readonly className?: string
}) {
  const atlas = useAtlas()
  const { words, dataset } = atlas
  const { synthetic } = dataset.manifest
  const [view, setView] = useState<'chart' | 'table'>('chart')
  const titleId = useId()
  const tableHost = useRef<HTMLDivElement>(null)
  const whole = useRef<HTMLElement>(null)
  const showTable = (): void => setView('table')
  // The table that nobody sees follows when the figure is drawn.
  const later = { atlas: useDeferredValue(atlas), table: useDeferredValue(table) }
  const inTable = view === 'table' ? { atlas, table } : later
  useEffect(() => {
    if (view === 'table') tableHost.current?.focus()
  }, [view])
  return (
    <figure
      ref={whole}
      className={`panel ${className}`}
      data-chart={chart}
      data-question={question}
      data-rows={table.rows.length}
      aria-labelledby={titleId}
      {...markRows}
    >
      <figcaption className="panelhead">
        <h2 id={titleId}>{title}</h2>
        <div className="seg" role="group" aria-label={words.panel.view}>
          <button type="button" aria-pressed={view === 'chart'} onClick={() => setView('chart')}>
            {views?.[0] ?? words.panel.chart}
          </button>
          <button type="button" aria-pressed={view === 'table'} onClick={showTable}>
            {views?.[1] ?? words.panel.table}
          </button>
        </div>
        <p className="sub">
          {synthetic ? <span className="tag syn">{words.rail.synthetic}</span> : null}
          {subtitle}
        </p>
      </figcaption>
      <div className="body" hidden={view === 'table'}>
        <FigureBoundary>{children(showTable, titleId)}</FigureBoundary>
      </div>
      <div
        className="body tableview scroll"
        hidden={view === 'chart'}
        ref={tableHost}
        tabIndex={0}
        role="region"
        aria-labelledby={titleId}
        onKeyDown={(event) => {
          if ((event.key === 't' || event.key === 'T') && !event.ctrlKey && !event.metaKey) setView('chart')
        }}
      >
        <AtlasProvider value={inTable.atlas}>
          <TableOfFigure table={inTable.table} />
        </AtlasProvider>
      </div>
      {legend && view === 'chart' ? legend : null}
      {note ? <div className="note">{note}</div> : null}
      <div className="panelfoot">
        <span>{synthetic ? `${words.rail.synthetic} · ${source}` : source}</span>
        <PanelDownloads file={{ chart, title, source, table, rows, ownIndicators: indicators, drawing }} figure={whole} embed={embed}>
          {actions}
        </PanelDownloads>
      </div>
    </figure>
  )
}

/** Rows and cells that stand for an agency mark it in every figure of the page, by the pointer and by the keyboard alike. */
const markRows = {
  onPointerOver: ({ target }: PointerEvent<HTMLElement>): void => {
    // A drawing points at its marks itself.
    if (!(target instanceof Element) || target.closest('.chart') === null) markAgency(agencyOfElement(target))
  },
  onPointerLeave: (): void => markAgency(null),
  onBlur: (): void => markAgency(null),
  onFocus: ({ target }: FocusEvent<HTMLElement>): void => {
    if (target.closest('.chart') === null) markAgency(agencyOfElement(target))
  },
}

const TableOfFigure = memo(DataTable)

/** Nothing, the same at every drawing. */
const none: readonly never[] = []

/** A panel whose figure is an ECharts drawing. */
export function ChartPanel({
  draw,
  height,
  points,
  description,
  onOpen,
  onHover,
  ...panel
}: Omit<Parameters<typeof Panel>[0], 'children' | 'drawing'> & {
  readonly draw: (width: number) => EChartsOption
  readonly height: ByWidth<number>
  readonly points: ByWidth<readonly (readonly ChartPoint[])[]>
  readonly description: string
  readonly onOpen: (point: ChartPoint) => void
  readonly onHover?: (agency: string | null) => void
}) {
  return (
    <Panel {...panel} drawing={{ draw, height, description }}>
      {(showTable, titleId) => (
        <Chart
          draw={draw}
          height={height}
          points={points}
          description={description}
          titleId={titleId}
          onOpen={onOpen}
          {...(onHover ? { onHover } : {})}
          onShowTable={showTable}
        />
      )}
    </Panel>
  )
}

/** One failed figure never takes the page down: its sentence stands in its place, the table still has the numbers. */
class FigureBoundary extends Component<{ readonly children: ReactNode }, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null }
  static getDerivedStateFromError(error: Error): { readonly error: Error } {
    return { error }
  }
  override componentDidCatch(error: Error): void {
    console.error('a figure could not be drawn', error)
  }
  override render(): ReactNode {
    if (this.state.error === null) return this.props.children
    return <FigureFailed retry={() => this.setState({ error: null })} />
  }
}

function FigureFailed({ retry }: { readonly retry: () => void }) {
  const { words } = useAtlas()
  useEffect(markFirstChart, [])
  return (
    <div className="empty" role="alert">
      <p>
        <b>{words.panel.failedTitle}</b>
      </p>
      <p>{words.panel.failedBody}</p>
      <button type="button" className="btn" onClick={retry}>
        {words.panel.failedAction}
      </button>
    </div>
  )
}
