import type { ChartTable } from '../../charts/chartContext.ts'
import type { Drawing } from '../../charts/figure.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import type { ComparedValue } from '../../questions/comparedValue.ts'

/** What a panel hands to whoever writes files of its figure. Its subtitle, notes and legend are read as shown. */
export interface PanelFile {
  readonly chart: string
  readonly title: string
  readonly source: string
  readonly table: ChartTable
  /** The rows that are drawn; empty for a figure that is not of indicators. */
  readonly rows: readonly ComparedValue[]
  /** Indicators of the rows that the page worked out, which no catalogue has. */
  readonly ownIndicators: readonly Indicator[]
  readonly drawing: Pick<Drawing, 'draw' | 'height' | 'description'> | null
}
