import type { Indicator } from '../indicators/indicator.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { mainChannelOf } from './channelMixChart.ts'
import { mixesOf, type ChannelIndicators, type ChannelMix } from './channelMixes.ts'
import { pickYear } from './ranking.ts'
import { chooseTableYear } from './tableYear.ts'

/** What the figures about channels are drawn from: the rows of one answer, put together. */
export interface ChannelView {
  readonly mixes: readonly ChannelMix[]
  /** The year of the lists. */
  readonly at: number | 'latest'
  /** One mix per body: of that year, or of its latest report with rows of channels. */
  readonly inYear: readonly ChannelMix[]
}

/** Every channel, their total and their measure: what one question about channels asks for. */
export const listCompared = ({ channels, total, reuse }: ChannelIndicators): string[] =>
  [...channels, total, reuse].flatMap((indicator) => (indicator === null ? [] : [indicator.id]))

/** Reads the rows of an answer. `chosenAt`: the year that the reader chose; `agencies`: how many bodies are chosen. */
export function readChannels(
  rows: readonly ComparedValue[],
  indicators: ChannelIndicators,
  {
    chosenAt,
    years,
    agencies,
  }: { readonly chosenAt: number | 'latest' | null; readonly years: readonly [from: number, to: number]; readonly agencies: number },
): ChannelView {
  const mixes = mixesOf(rows, indicators.channels)
  const at = chooseTableYear(mixes.map(toRow), chosenAt, years, agencies)
  return { mixes, at, inYear: mixesAt(mixes, at) }
}

/** A mix as a row with what is known of it: what the year is chosen by. */
function toRow(mix: ChannelMix): ComparedValue {
  const [first] = mix.parts
  if (!first) throw new Error(`the mix of ${mix.agency} ${mix.year} has no channel`)
  return { ...first, value: mix.known, state: mix.state }
}

function mixesAt(mixes: readonly ChannelMix[], at: number | 'latest'): readonly ChannelMix[] {
  const byPlace = new Map(mixes.map((mix) => [`${mix.agency} ${mix.year}`, mix]))
  return pickYear(mixes.map(toRow), at).flatMap((row) => byPlace.get(`${row.agency} ${row.year}`) ?? [])
}

/** The channel that the reader named, else the one that most bodies use most. */
export const chooseChannel = (
  chosen: readonly string[],
  indicators: ChannelIndicators,
  inYear: readonly ChannelMix[],
): Indicator | undefined =>
  indicators.channels.find(({ id }) => chosen.includes(id)) ??
  indicators.channels[mainChannelOf(inYear, indicators).place] ??
  indicators.channels[0]
