import type { ChartTable } from '../charts/chartContext.ts'
import type { Catalogue } from '../indicators/catalogue.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import type { Lang } from '../text/label.ts'

/** A report as a file of a figure names it. */
export interface ReportToName {
  readonly report: string
  readonly agency: string
  readonly year: number
  readonly title: string | null
  readonly source_url: string | null
  /** Read on this machine and kept only here. */
  readonly local?: true
}

/** A figure with all that a file of it says: pure data, made once for whatever is written. */
export interface FigureToWrite {
  readonly title: string
  /** What · who · when · unit · n of N, as it stands under the title. */
  readonly subtitle: string
  readonly notes: readonly string[]
  readonly source: string
  /** The numbers as text, as shown. */
  readonly table: ChartTable
  /** The rows behind it; empty for figures that are not of indicators. */
  readonly rows: readonly ComparedValue[]
  /** `all`: the same question for every body and year of the dataset. */
  readonly scope: 'shown' | 'all'
  /** n of N of the rows, with the reasons. */
  readonly counted: string
  /** What was chosen, in words: pairs of name and value. */
  readonly selection: readonly (readonly [name: string, value: string])[]
  /** Of each measure that is worked out, how: pairs of name and formula. */
  readonly formulas: readonly (readonly [name: string, formula: string])[]
  /** A row as the figure says it; `isSmall`: a rate over too few cases, of which no number is written. */
  readonly sayRow: (row: ComparedValue) => { readonly text: string; readonly isSmall: boolean }
  readonly indicatorOf: (id: string) => Indicator | undefined
  readonly agencyName: (id: string) => string
  readonly reportOf: (id: string) => ReportToName | undefined
  readonly catalogue: Catalogue
  readonly dataset: {
    readonly title: string
    readonly sha256: string
    readonly synthetic: boolean
    readonly licences: readonly string[]
  }
  /** Does it hold anything that is kept on this machine alone? */
  readonly isLocal: boolean
  /** The view, absolute, with the hash of the data. */
  readonly address: string
  /** `YYYY-MM-DD`. */
  readonly day: string
  readonly lang: Lang
}
