import { isOfTables, type FigureState } from '../forms/states.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { isTooSmall } from './figureText.ts'
import type { ChannelIndicators, ChannelMix } from './channelMixes.ts'

/** Where a total that counts an item once stands to its channels: no less than the largest, no more than all together. */
export type Standing = 'holds' | 'below' | 'above' | 'cannotTell'

/** What one body's total may be, and what it is. */
export interface ChannelBand {
  readonly agency: string
  readonly year: number
  readonly report: string | null
  /** The largest channel that has a number. */
  readonly largest: number | null
  /** All channels together; null where one has no number, then the upper end is open. */
  readonly sum: number | null
  /** The channels that have a number, together. */
  readonly known: number | null
  readonly total: ComparedValue
  /** All channels in relation to the total, as the catalogue works it out. */
  readonly reuse: ComparedValue
  readonly standing: Standing
  /** `band`: drawn; `few`: the total is too small for a multiple; `none`: a multiple makes no sense, or something is missing. */
  readonly kind: 'band' | 'few' | 'none'
  /** Why there is no sum. */
  readonly state: FigureState
}

/** One band per mix that has its total beside it. */
export function bandsOf(
  mixes: readonly ChannelMix[],
  rows: readonly ComparedValue[],
  { total, reuse }: ChannelIndicators,
  per: 'share' | 'count',
): readonly ChannelBand[] {
  const tables = new Map<string, ComparedValue>(
    rows.flatMap((row) => (isOfTables(row) ? [[`${row.indicator} ${row.agency} ${row.year}`, row] as const] : [])),
  )
  return mixes.flatMap((mix): ChannelBand[] => {
    const place = `${mix.agency} ${mix.year}`
    const own = tables.get(`${total?.id ?? ''} ${place}`)
    const ratio = tables.get(`${reuse?.id ?? ''} ${place}`)
    if (!own || !ratio || !reuse) return []
    const numbers = mix.parts.flatMap((part) => (part.value === null ? [] : [part.value]))
    const largest = numbers.length === 0 ? null : Math.max(...numbers)
    const { agency, year, report, sum, known, state } = mix
    const least = reuse.minSize ?? 1
    const tooFew = isTooSmall(ratio, reuse) || (own.value !== null && own.value < least)
    const kind =
      known === null || (per === 'share' && (own.value === null || own.value === 0)) ? 'none' : per === 'share' && tooFew ? 'few' : 'band'
    return [{ agency, year, report, largest, sum, known, total: own, reuse: ratio, standing: judge(largest, sum, own.value), kind, state }]
  })
}

/** A channel that is larger than the total is seen whatever the others are; that the total is too large only with all of them. */
function judge(largest: number | null, sum: number | null, total: number | null): Standing {
  if (total === null || largest === null) return 'cannotTell'
  if (total < largest) return 'below'
  if (sum === null) return 'cannotTell'
  return total > sum ? 'above' : 'holds'
}

/** Puts bands in order: by how many times over, an unknown sum behind the known ones; what has no band at the end. */
export function orderBands(bands: readonly ChannelBand[], order: 'value' | 'lowest' | 'list'): readonly ChannelBand[] {
  const rank = { band: 0, few: 1, none: 2 }
  const sizeOf = (band: ChannelBand): number | null => (band.kind === 'band' ? band.reuse.value : null)
  const compare = (a: ChannelBand, b: ChannelBand): number => {
    const [left, right] = [sizeOf(a), sizeOf(b)]
    if (order === 'list' || (left === null && right === null)) return 0
    if (left === null) return 1
    if (right === null) return -1
    return order === 'lowest' ? left - right : right - left
  }
  return [...bands].sort((a, b) => rank[a.kind] - rank[b.kind] || compare(a, b))
}
