import type { Agency } from '../../agencies.ts'
import type { JudgedFiling } from '../../charts/lateness.ts'
import type { Finding } from '../../checks/outcome.ts'
import type { ReportEntry } from '../../dataset/openDataset.ts'
import type { Catalogue } from '../../indicators/catalogue.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import type { ComparedValue } from '../../questions/comparedValue.ts'
import type { BriefWords } from '../../text/briefWords.ts'
import type { Lang } from '../../text/label.ts'
import type { Words } from '../../text/zh.ts'

/** Everything that a brief is made from. */
export interface BriefInput {
  /** The bodies it is about: one, or a group. */
  readonly agencies: readonly Agency[]
  /** All of the dataset, to name a supervisor. */
  readonly everyAgency: readonly Agency[]
  readonly years: readonly [from: number, to: number]
  /** The year of the key figures. */
  readonly at: number
  /** One per body and year of the span. */
  readonly filings: readonly JudgedFiling[]
  readonly reports: readonly ReportEntry[]
  /** The main indicators and those of outcomes, of the bodies and of the peers. */
  readonly values: readonly ComparedValue[]
  readonly indicators: readonly Indicator[]
  /** Bodies that one body is seen among; empty for a group. */
  readonly peers: readonly Agency[]
  /** First years that a body reports on another one as well. */
  readonly mergers: ReadonlyMap<string, readonly number[]>
  /** Of the bodies and years; null while they are not read. */
  readonly findings: readonly Finding[] | null
  /** Did someone say something of it? */
  readonly isHandled: (finding: Finding) => boolean
  readonly prose: boolean
  readonly blanksAsZero: boolean
  readonly dataset: { readonly title: string; readonly fingerprint: string; readonly synthetic: boolean }
  /** `YYYY-MM-DD` */
  readonly day: string
  readonly catalogue: Catalogue
  readonly lang: Lang
  readonly words: Words
  readonly own: BriefWords
}

/** How many rows of each kind are listed; the others are counted. */
export interface BriefRoom {
  readonly years: number
  readonly figures: number
  readonly flat: number
  readonly findings: number
  readonly carried: number
  readonly asks: number
  readonly names: number
}

/** A name in a list, or nothing that stands for it. */
export const nameOf = ({ shortName, name }: Indicator, lang: Lang): string => (shortName ?? name)[lang]

/** A list cut to its first ones, and how many it leaves out. */
export function cutList<Item>(items: readonly Item[], most: number): { readonly shown: readonly Item[]; readonly rest: readonly Item[] } {
  return { shown: items.slice(0, most), rest: items.slice(most) }
}
