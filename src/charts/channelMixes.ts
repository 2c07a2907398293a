import { isOfTables, type FigureState } from '../forms/states.ts'
import type { Catalogue } from '../indicators/catalogue.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { reasonOrder } from '../indicators/indicatorFormula.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'

/** The indicators that tell of channels, by their roles in the catalogue. */
export interface ChannelIndicators {
  /** In the order of the catalogue. */
  readonly channels: readonly Indicator[]
  /** The total that counts an item once; null where the catalogue names none. */
  readonly total: Indicator | null
  /** All channels together in relation to that total; null where the catalogue has no such measure. */
  readonly reuse: Indicator | null
  /** Below so many items in all channels together, shares are not told as percentages. */
  readonly minSize: number
}

/** What the catalogue says of channels; no channel at all in a catalogue without such roles. */
export function channelIndicatorsOf({ indicators }: Catalogue): ChannelIndicators {
  const channels = indicators.filter((indicator) => indicator.role?.channel !== undefined)
  const counted = channels[0]?.role?.countedOnceIn
  const share = indicators.find((indicator) => indicator.family !== undefined && indicator.family.of === channels[0]?.id)
  return {
    channels,
    total: indicators.find((indicator) => indicator.id === counted) ?? null,
    reuse: indicators.find((indicator) => indicator.role?.reuseOf !== undefined) ?? null,
    minSize: share?.minSize ?? 1,
  }
}

/** The channels of one body in one year. */
export interface ChannelMix {
  readonly agency: string
  readonly year: number
  /** Null where no report is loaded. */
  readonly report: string | null
  /** The table figure of each channel, or its reason, in the order of the channels. */
  readonly parts: readonly ComparedValue[]
  /** All channels together; null where one of them has no number: then there are no shares. */
  readonly sum: number | null
  /** Those that have a number, together; null where none has. */
  readonly known: number | null
  /** `value` or `zero` with a sum, else why there is none. */
  readonly state: FigureState
  /** What the prose says of the channels: rows of grades B to D with a number. */
  readonly prose: readonly ComparedValue[]
}

/** Puts the rows of one answer together: a mix for every agency and year in it. */
export function mixesOf(rows: readonly ComparedValue[], channels: readonly Indicator[]): readonly ChannelMix[] {
  const places = new Map<string, { tables: Map<string, ComparedValue>; prose: ComparedValue[] }>()
  const ids = new Set(channels.map(({ id }) => id))
  for (const row of rows) {
    if (!ids.has(row.indicator)) continue
    const key = `${row.agency} ${row.year}`
    const place = places.get(key) ?? { tables: new Map<string, ComparedValue>(), prose: [] }
    places.set(key, place)
    if (isOfTables(row)) place.tables.set(row.indicator, row)
    else if (row.value !== null) place.prose.push(row)
  }
  return [...places.values()].flatMap(({ tables, prose }) => {
    const parts = channels.flatMap(({ id }) => tables.get(id) ?? [])
    const [first] = parts
    return first && parts.length === channels.length ? [mixOf(first, parts, prose)] : []
  })
}

function mixOf(first: ComparedValue, parts: readonly ComparedValue[], prose: readonly ComparedValue[]): ChannelMix {
  const { agency, year, report } = first
  const numbers = parts.flatMap((part) => (part.value === null ? [] : [part.value]))
  const known = numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number)
  const sum = numbers.length === parts.length ? known : null
  const states = parts.flatMap((part) => (part.value === null ? [part.state] : []))
  const reason = reasonOrder.find((state) => states.includes(state)) ?? states[0] ?? 'undefined'
  return { agency, year, report, parts, sum, known, state: sum === null ? reason : sum === 0 ? 'zero' : 'value', prose }
}

/** What a channel is of all channels together; null where one of them is unknown, where all are 0, or where they are too few for a share. */
export const shareOf = (mix: ChannelMix, part: ComparedValue, minSize: number): number | null =>
  mix.sum === null || part.value === null || mix.sum === 0 || mix.sum < minSize ? null : part.value / mix.sum

/** Has the report the rows of channels, if not all of their numbers? */
export const isAsked = (mix: ChannelMix): boolean => mix.report !== null && mix.parts.some((part) => part.state !== 'not_in_form')
