import { tellFormulas } from '../indicators/formulaWords.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { channelsWords } from '../text/channelsWords.ts'
import {
  channelBandChart,
  countBands,
  describeBands,
  hasScopes,
  heightOfBands,
  pointsOfBands,
  tableOfBands,
  titleOfBands,
  type BandContext,
} from './channelBandChart.ts'
import type { ChannelBand } from './channelBands.ts'
import type { Figure } from './figure.ts'
import { countReports, saySource } from './figureHead.ts'
import { printNOfN } from './nOfN.ts'
import { namePlaces } from './places.ts'

/** Each total that counts an item once, between its largest channel and all of them together. `parts`: the channels themselves. */
export function figureOfBands(bands: readonly ChannelBand[], parts: readonly ComparedValue[], context: BandContext): Figure {
  const { catalogue, lang, words, indicators, per, at, years } = context
  const own = channelsWords[lang]
  const when = own.when(at)
  const title = titleOfBands(bands, when, context)
  const formula = indicators.reuse ? tellFormulas(indicators.reuse, catalogue, at === 'latest' ? years : [at, at], lang) : null
  const outside = outsideOf(bands)
  const rows = [...parts, ...bands.flatMap(({ total, reuse }) => [total, reuse])]
  return {
    chart: 'band',
    question: 'compareAgencies',
    title,
    subtitle: [
      (indicators.reuse ?? indicators.total)?.name[lang] ?? '',
      words.compare.agenciesOf(bands.length),
      when,
      per === 'share' ? own.bandAxisMultiple : own.bandAxisCount,
    ].filter(Boolean),
    n: printNOfN(countBands(bands), catalogue, lang, words),
    drawing: {
      draw: (width) => channelBandChart(bands, { ...context, width }),
      height: (width) => heightOfBands(bands, { ...context, width }),
      points: pointsOfBands(bands, context),
      description: describeBands(bands, when, context),
    },
    table: tableOfBands(bands, title, context),
    rows,
    notes: [
      ...(outside.length > 0 ? [sayOutside(bands, context)] : []),
      own.bandNote,
      ...(hasScopes(bands) ? [words.compare.groupApart] : []),
      ...(formula === null ? [] : [words.compare.formulaLine(formula)]),
    ],
    source: saySource(countReports(rows), words),
  }
}

/** The totals that contradict their channels. */
export const outsideOf = (bands: readonly ChannelBand[]): readonly ChannelBand[] =>
  bands.filter(({ standing }) => standing === 'below' || standing === 'above')

/** Which totals contradict their channels. */
export function sayOutside(bands: readonly ChannelBand[], context: BandContext): string {
  const outside = outsideOf(bands)
  return `${channelsWords[context.lang].outsideTitle(outside.length)}${namePlaces(outside, context)}`
}
