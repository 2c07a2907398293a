import { channelsWords } from '../text/channelsWords.ts'
import { formatNumber, formatYears } from '../text/numbers.ts'
import type { BandContext } from './channelBandChart.ts'
import {
  changesOfMix,
  channelMixChart,
  countMixes,
  describeMix,
  heightOfMix,
  mostOf,
  pointsOfMix,
  tableOfMix,
  titleOfMix,
} from './channelMixChart.ts'
import type { ChannelMix } from './channelMixes.ts'
import type { Figure } from './figure.ts'
import { saySource } from './figureHead.ts'
import { printNOfN } from './nOfN.ts'

/** Bodies × years: what went through which channel. `inYear`: the mixes of the year that the title tells of. */
export function figureOfChannelMix(mixes: readonly ChannelMix[], inYear: readonly ChannelMix[], context: BandContext): Figure {
  const { catalogue, lang, words, per, years, agencies } = context
  const own = channelsWords[lang]
  const title = titleOfMix(inYear, own.when(context.at), context)
  const reports = new Set(mixes.flatMap((mix) => (mix.known === null ? [] : [mix.report]))).size
  return {
    chart: 'mix',
    question: 'compareAgencies',
    title,
    subtitle: [
      own.all,
      words.compare.agenciesOf(agencies.length),
      formatYears(years),
      per === 'share' ? own.mixShare : context.ownScales ? own.mixOwn : own.mixCount(formatNumber(mostOf(mixes), lang)),
    ].filter(Boolean),
    n: own.complete(printNOfN(countMixes(mixes), catalogue, lang, words)),
    drawing: {
      draw: (width) => channelMixChart(mixes, { ...context, width }),
      height: (width) => heightOfMix({ ...context, width }),
      points: (width) => pointsOfMix(mixes, { ...context, width }),
      description: describeMix(mixes, context),
    },
    table: tableOfMix(mixes, title, context),
    rows: mixes.flatMap((mix) => [...mix.parts, ...mix.prose]),
    notes: [
      ...changesOfMix(context).map((change) => own.breakNote(change.between[0], change.between[1], change.why)),
      ...(per === 'share' ? [own.mixNote] : []),
      ...(mixes.some((mix) => mix.prose.length > 0) ? [words.compare.proseNote] : []),
    ],
    source: saySource(reports, words),
  }
}
