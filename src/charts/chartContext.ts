import type { Agency } from '../agencies.ts'
import type { Catalogue } from '../indicators/catalogue.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { Lang } from '../text/label.ts'
import type { Words } from '../text/zh.ts'
import type { LikeForLike } from './likeForLike.ts'
import type { Palette } from './palette.ts'

/** What a chart must know besides its rows. */
export interface ChartContext {
  readonly catalogue: Catalogue
  readonly indicator: Indicator
  /** Every agency of the selection, in the order of lists. */
  readonly agencies: readonly Agency[]
  /** Agencies drawn in colour, at most six; the place in the list is the series. */
  readonly focus: readonly string[]
  readonly years: readonly [from: number, to: number]
  readonly lang: Lang
  readonly words: Words
  readonly palette: Palette
  /** Width of the drawing in px. */
  readonly width: number
  /** Where only bodies with a number in every year are shown: who stays, and who is left out. */
  readonly sameBodies?: Omit<LikeForLike, 'rows'> | undefined
  /** First years that an agency reports on a body that was merged into it: no line runs over them. */
  readonly mergers?: ReadonlyMap<string, readonly number[]> | undefined
}

/** One stop of the keyboard: a mark, or a place where a mark is missing. */
export interface ChartPoint {
  readonly agency: string
  readonly year: number
  readonly report: string | null
  /** As spoken and shown in the tip: 乙机关，2018年，9件. */
  readonly text: string
  /** Where it stands: a grid of the option and the values on its axes, for `convertToPixel`. */
  readonly grid: number
  readonly x: number | string
  readonly y: number | string
  /** Of a mark that is as wide as its column: half its width on the x axis. The pointer meets it anywhere in there. */
  readonly halfWidth?: number
}

/** The same rows as numbers in columns. Every field is text or a number as shown; a missing value is its reason. */
export interface ChartTable {
  readonly caption: string
  readonly columns: readonly { readonly name: string; readonly numeric: boolean }[]
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[]; readonly report: string | null }[]
}
