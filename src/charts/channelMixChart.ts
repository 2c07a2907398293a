import type { EChartsOption } from 'echarts'
import type { Indicator, IndicatorRole } from '../indicators/indicator.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { channelsWords } from '../text/channelsWords.ts'
import { formatNumber, formatShare, formatShort, formatYears } from '../text/numbers.ts'
import type { ChartContext, ChartPoint, ChartTable } from './chartContext.ts'
import { isAsked, shareOf, type ChannelIndicators, type ChannelMix } from './channelMixes.ts'
import {
  drawBreak,
  drawingOption,
  drawMissing,
  drawPath,
  boxesPath,
  drawSeries,
  drawText,
  drawUnknown,
  type Box,
  type DrawnShape,
} from './drawnShape.ts'
import { nameForm, nameState } from './figureText.ts'
import { mostLines, shortenList } from './longList.ts'
import { countNOfN, type NOfN } from './nOfN.ts'
import { estimateWidth } from './textWidth.ts'
import { formChangesOf, type FormChange } from './trendChart.ts'

/** What the mix must know: a share or a count in each bar, bodies in the order of the lines. */
export interface MixContext extends Omit<ChartContext, 'indicator'> {
  readonly indicators: ChannelIndicators
  readonly per: 'share' | 'count'
  /** Counts of each body on a scale of its own. */
  readonly ownScales: boolean
}

interface Column {
  readonly year: number
  /** Place and width on the x axis. */
  readonly start: number
  readonly width: number
}

/** Years in which nothing but prose can tell are narrow. */
const narrowest = 0.42

/** A column per year: wide where a table asks for channels, narrow elsewhere, but with room for the letter of a grade. */
function columnsOf(mixes: readonly ChannelMix[], context: MixContext): Column[] {
  const [from, to] = context.years
  const asked = new Set(mixes.filter(isAsked).map((mix) => mix.year))
  const others = to - from + 1 - asked.size
  const letter = context.palette.small * 0.92
  const room = context.width - leftOf(context) - others * letter
  const narrow = room <= 0 ? 1 : Math.min(1, Math.max(narrowest, (asked.size * letter) / room))
  let start = 0
  return Array.from({ length: to - from + 1 }, (_, i) => from + i).map((year) => {
    const column = { year, start, width: asked.size === 0 || asked.has(year) ? 1 : narrow }
    start += column.width
    return column
  })
}

/** The names stand above their bars where they would leave too little for them. */
const hasNamesAbove = (context: MixContext): boolean => widestName(context) > context.width * 0.34
const widestName = ({ agencies, palette }: MixContext): number =>
  Math.max(24, ...agencies.map((agency) => estimateWidth(agency.shortName, palette.label))) + 16
const leftOf = (context: MixContext): number => (hasNamesAbove(context) ? 2 : widestName(context))

const barHeightOf = ({ palette }: MixContext): number => Math.round((palette.label * 21) / 13)
const nameHeightOf = (context: MixContext): number => (hasNamesAbove(context) ? Math.round(context.palette.label * 1.4) : 0)
const lineHeightOf = (context: MixContext): number => nameHeightOf(context) + barHeightOf(context)
/** Above the years stand the words of a break, where there is one. */
const topOf = (context: MixContext): number => Math.round(context.palette.small * (changesOfMix(context).length > 0 ? 3.4 : 1.8))

const linesOf = ({ agencies, focus }: MixContext) => shortenList(agencies, (agency) => focus.includes(agency.id), mostLines)

/** How many px the drawing needs. */
export const heightOfMix = (context: MixContext): number => topOf(context) + linesOf(context).length * lineHeightOf(context) + 6

/** The changes of form next to which a table asks for channels: there the bars end. */
export const changesOfMix = (context: MixContext): FormChange[] =>
  context.indicators.channels
    .slice(0, 1)
    .flatMap((indicator) =>
      formChangesOf({ ...context, indicator }).filter(
        ({ forms, joins }) => !joins && forms.some((form) => indicator.from[form] !== undefined),
      ),
    )

/**
 * A line per body, a column per year, in each a small stacked bar. Where a channel has no number the bar is hatched: what is known
 * is never shown as if it were all. Years told in prose alone have hollow marks behind the sign of the break.
 */
export function channelMixChart(mixes: readonly ChannelMix[], context: MixContext): EChartsOption {
  const { palette } = context
  const columns = columnsOf(mixes, context)
  const lines = linesOf(context)
  const units = columns.reduce((sum, column) => sum + column.width, 0)
  const left = leftOf(context)
  const isAbove = hasNamesAbove(context)
  const option = drawingOption(
    { left, right: 2, top: topOf(context), bottom: 6 },
    { x: [0, units], y: [0, Math.max(1, lines.length)] },
    palette,
    (plot) => {
      const unit = plot.width / units
      const byPlace = new Map(mixes.map((mix) => [`${mix.agency} ${mix.year}`, mix]))
      const mostAt = longestOf(mixes, context)
      const marks = lines.flatMap((line, index): Mark[] => {
        const y = plot.y + index * lineHeightOf(context)
        const middle = y + (isAbove ? nameHeightOf(context) * 0.55 : lineHeightOf(context) / 2)
        if (line.kind === 'omitted')
          return [write(context.words.compare.omitted(line.count), plot.x, middle, context, { fill: palette.ink3 })]
        const cells = columns.flatMap((column) => {
          const mix = byPlace.get(`${line.item.id} ${column.year}`)
          const x = plot.x + column.start * unit
          return mix
            ? markMix(
                mix,
                { x: x + 1, y: y + nameHeightOf(context) + 3, width: column.width * unit - 4, height: barHeightOf(context) - 6 },
                mostAt(mix),
                context,
              )
            : []
        })
        const weight = context.focus.includes(line.item.id) ? { fontWeight: 'bold' } : {}
        const style = { fill: palette.ink, fontSize: palette.label, ...weight, ...(isAbove ? {} : { align: 'right' }) }
        return [write(line.item.shortName, isAbove ? plot.x : plot.x - 8, middle, context, style), ...cells]
      })
      return [...shapesOf(marks, context), ...drawHead(columns, plot, unit, context)]
    },
  )
  // ECharts' option type does not know what renderItem gives back here.
  return option as unknown as EChartsOption
}

/** A box with the look of its kind (a number: of that channel), or a shape of its own. Boxes of one look become one path. */
type Mark =
  | { readonly look: number | 'unknown' | 'nothing' | 'zero'; readonly box: Box }
  | { readonly look: 'own'; readonly shapes: readonly DrawnShape[] }

function shapesOf(marks: readonly Mark[], { palette, indicators }: MixContext): readonly DrawnShape[] {
  const boxesOf = (look: number | 'unknown' | 'nothing' | 'zero'): Box[] =>
    marks.flatMap((mark) => (mark.look !== 'own' && mark.look === look ? [mark.box] : []))
  return [
    ...drawPath(boxesPath(boxesOf('nothing')), { fill: palette.stateNone }),
    ...drawPath(boxesPath(boxesOf('nothing').map(dotOf)), { fill: palette.stateInk }),
    ...drawPath(boxesPath(boxesOf('zero')), { fill: 'none', stroke: palette.stateHatch, lineWidth: 1 }),
    ...indicators.channels.flatMap((channel, place) => drawSeries(boxesOf(place), seriesOfChannel(channel), palette)),
    ...drawUnknown(boxesOf('unknown'), palette),
    ...marks.flatMap((mark) => (mark.look === 'own' ? mark.shapes : [])),
  ]
}

/** The dot in the middle of what a form does not ask. */
const dotOf = ({ x, y, width, height }: Box): Box => ({ x: x + width / 2 - 1.5, y: y + height / 2 - 1.5, width: 3, height: 3 })

const write = (text: string, x: number, y: number, { palette }: MixContext, style: Readonly<Record<string, unknown>> = {}): Mark => ({
  look: 'own',
  shapes: [drawText(text, x, y, palette, style)],
})

function markMix(mix: ChannelMix, box: Box, most: number, context: MixContext): Mark[] {
  const { per, indicators, palette } = context
  const middle = box.y + box.height / 2
  if (mix.known === null) {
    if (mix.prose.length > 0) return markProse(mix.prose, box, context)
    if (mix.state === 'not_in_form') return [{ look: 'nothing', box }]
    return [{ look: 'own', shapes: drawMissing(mix.state, { ...box, width: Math.min(26, box.width) }, palette) }]
  }
  if (mix.sum === 0) {
    const small = { ...box, width: Math.min(16, box.width) }
    return [{ look: 'zero', box: small }, write('0', small.x + small.width / 2, middle, context, { align: 'center' })]
  }
  if (per === 'count') return markCounts(mix, mix.known, box, most, context)
  if (mix.sum === null) return [{ look: 'unknown', box }]
  if (mix.sum < indicators.minSize) return [write(sayFew(mix.sum, box.width, context), box.x, middle, context)]
  return markParts(mix, box.width / mix.sum, box, context)
}

function sayFew(sum: number, room: number, { lang, palette }: MixContext): string {
  const text = channelsWords[lang].items(formatNumber(sum, lang))
  return estimateWidth(text, palette.small) < room ? text : formatNumber(sum, lang)
}

/** Counts on the one scale of the page; behind the known ones of an unknown sum, a hatched end. */
function markCounts(mix: ChannelMix, known: number, box: Box, most: number, context: MixContext): Mark[] {
  const { lang, palette } = context
  const labelled = box.width >= 58
  const room = box.width - (labelled ? estimateWidth(formatShort(most, lang), palette.small) + 5 : 14)
  const scale = most === 0 ? 0 : room / most
  const end = box.x + known * scale
  const parts = markParts(mix, scale, box, context)
  if (mix.sum === null) return [...parts, { look: 'unknown', box: { ...box, x: end + 1, width: 12 } }]
  return labelled ? [...parts, write(formatShort(known, lang), end + 4, box.y + box.height / 2, context)] : parts
}

/** One piece per channel that has a number, side by side. */
function markParts(mix: ChannelMix, scale: number, box: Box, context: MixContext): Mark[] {
  let x = box.x
  return mix.parts.flatMap((part, place): Mark[] => {
    if (part.value === null || part.value === 0) return []
    const width = part.value * scale
    const piece = { ...box, x, width: Math.max(0.7, width - (width > 3 ? 1 : 0)) }
    x += width
    return [{ look: place, box: piece }, ...markInside(sayPart(mix, part, context), piece, context)]
  })
}

/** A figure on a piece that has room for it, on a paper ground. */
function markInside(text: string, box: Box, { palette }: MixContext): Mark[] {
  const width = estimateWidth(text, palette.small) + 8
  if (box.width < width + 16) return []
  const middle = box.x + box.width / 2
  const ground = { x: middle - width / 2, y: box.y + 0.5, width, height: box.height - 1 }
  return [
    {
      look: 'own',
      shapes: [
        { type: 'rect', shape: ground, style: { fill: palette.surface } },
        drawText(text, middle, box.y + box.height / 2, palette, { align: 'center', fill: palette.ink }),
      ],
    },
  ]
}

/** Hollow boxes in the colours of their channels; one box for all of them where there is no room. */
function markProse(prose: readonly ComparedValue[], box: Box, { palette, indicators }: MixContext): Mark[] {
  const slot = box.width / Math.max(1, indicators.channels.length)
  const size = Math.max(palette.small - 1, 11)
  const roomy = slot >= size
  return (roomy ? prose : prose.slice(0, 1)).map((claim): Mark => {
    const place = indicators.channels.findIndex((channel) => channel.id === claim.indicator)
    const channel = indicators.channels[place]
    const width = Math.min(size + 2, roomy ? slot - 1 : box.width)
    const x = roomy ? box.x + place * slot : box.x + (box.width - width) / 2
    const dash = claim.evidence === 'B' ? {} : { lineDash: claim.evidence === 'C' ? [3, 2] : [1, 2] }
    const outline = {
      fill: palette.surface,
      stroke: channel ? palette.series[seriesOfChannel(channel)] : palette.ink3,
      lineWidth: 1.4,
      ...dash,
    }
    const letter = { align: 'center', fontWeight: 'bold', fontSize: Math.max(10, palette.small * 0.76, Math.min(palette.small - 2, width)) }
    return {
      look: 'own',
      shapes: [
        { type: 'rect', shape: { x, y: box.y, width, height: box.height }, style: outline },
        drawText(claim.evidence ?? '', x + width / 2, box.y + box.height / 2, palette, letter),
      ],
    }
  })
}

/** What the longest bar on a mix's scale stands for. */
function longestOf(mixes: readonly ChannelMix[], { ownScales }: MixContext): (mix: ChannelMix) => number {
  const all = mostOf(mixes)
  if (!ownScales) return () => all
  const own = new Map<string, number>()
  for (const mix of mixes) own.set(mix.agency, Math.max(mostOf([mix]), own.get(mix.agency) ?? -Infinity))
  return (mix) => own.get(mix.agency) ?? all
}

/** The longest bar: the most items of any mix, with what is known of it. */
export const mostOf = (mixes: readonly ChannelMix[]): number =>
  mixes.reduce((most, mix) => (mix.known === null ? most : Math.max(most, mix.known)), 0)

/** Years over the columns, the forms, and the sign of the break between them. */
function drawHead(columns: readonly Column[], plot: Box, unit: number, context: MixContext): DrawnShape[] {
  const { palette, words, lang, catalogue } = context
  const years = columns.flatMap((column, index) => {
    const room = column.width * unit
    const whole = String(column.year)
    const text = room >= 30 && estimateWidth(whole, palette.small) <= room + 4 ? whole : whole.slice(2)
    if (room < estimateWidth(text, palette.small) && index % 2 === 1) return []
    return [
      drawText(text, plot.x + (column.start + column.width / 2) * unit - 1, plot.y - palette.small * 0.8, palette, { align: 'center' }),
    ]
  })
  const breaks = changesOfMix(context).flatMap((change): DrawnShape[] => {
    const column = columns.find((candidate) => candidate.year === change.between[1])
    if (!column) return []
    const x = plot.x + column.start * unit - 1
    const before = nameForm(catalogue, change.forms[0], lang)
    const after = channelsWords[lang].formOnlyProse(nameForm(catalogue, change.forms[1], lang))
    const short = channelsWords[lang].laterOnlyProse
    const room = plot.x + plot.width - x - 10
    const wordWidth = estimateWidth(words.compare.break, palette.small) + 16
    const style = { fill: palette.ink3 }
    const top = palette.small * 0.6
    return [
      ...drawBreak(x, 0, plot.y + plot.height, words.compare.break, palette),
      ...[after, short]
        .filter((text) => estimateWidth(text, palette.small) < room)
        .slice(0, 1)
        .map((text) => drawText(text, x + 9, top, palette, style)),
      ...(x - plot.x > estimateWidth(before, palette.small) + wordWidth
        ? [drawText(before, x - wordWidth, top, palette, { ...style, align: 'right' })]
        : []),
    ]
  })
  return [...years, ...breaks]
}

/** A channel of a mix as it is told: its share, its count where shares are not told, or why there is none. */
function sayPart(mix: ChannelMix, part: ComparedValue, { per, indicators, catalogue, lang }: MixContext): string {
  if (part.value === null) return nameState(catalogue, part.state, lang)
  if (per === 'count') return formatNumber(part.value, lang)
  const share = shareOf(mix, part, indicators.minSize)
  if (share !== null) return formatShare(share, lang)
  if (mix.sum === null || mix.sum === 0) return channelsWords[lang].items(formatNumber(part.value, lang))
  return channelsWords[lang].ofSum(formatNumber(mix.sum, lang), formatNumber(part.value, lang))
}

const nameChannel = (place: number, { indicators, lang }: MixContext): string => {
  const channel = indicators.channels[place]
  return channel ? (channel.shortName ?? channel.name)[lang] : ''
}

/** Its colour and texture: the website, which mostly has most items, in the first. */
export const seriesOfChannel = (channel: Indicator): number => (channel.role?.channel === undefined ? 5 : series[channel.role.channel])

const series: Readonly<Record<NonNullable<IndicatorRole['channel']>, number>> = { website: 0, weibo: 1, wechat: 2, other: 3, gazette: 4 }

const sayProse = (mix: ChannelMix, context: MixContext): string[] =>
  mix.prose.map((claim) => {
    const place = context.indicators.channels.findIndex((channel) => channel.id === claim.indicator)
    const number = `${claim.qualifier ?? ''}${formatNumber(claim.value ?? NaN, context.lang)}`
    return channelsWords[context.lang].named(nameChannel(place, context), `${number} ${claim.evidence ?? ''}`)
  })

/** Everything that one place of the drawing says. */
export function sayMix(mix: ChannelMix, context: MixContext): string {
  const { lang, catalogue, indicators, words } = context
  const own = channelsWords[lang]
  const parts = mix.parts.map((part, place) => own.named(nameChannel(place, context), sayPart(mix, part, context)))
  const told = (): string => {
    if (mix.known === null) return nameState(catalogue, mix.state, lang)
    if (mix.sum === null) {
      const missing = mix.parts.flatMap((part, place) =>
        part.value === null ? [own.named(nameChannel(place, context), nameState(catalogue, part.state, lang))] : [],
      )
      return own.mixUnknown(missing, formatNumber(mix.known, lang))
    }
    const sum = formatNumber(mix.sum, lang)
    return mix.sum < indicators.minSize && mix.sum > 0 && context.per === 'share'
      ? own.mixTooFew(sum, indicators.minSize)
      : own.mixTell(sum, parts)
  }
  const prose = sayProse(mix, context)
  return words.join([told(), ...(prose.length > 0 ? [own.inProse(prose)] : [])])
}

/** The stops of the keyboard: a row per body, a stop per year, those without a number too. */
export function pointsOfMix(mixes: readonly ChannelMix[], context: MixContext): ChartPoint[][] {
  const columns = columnsOf(mixes, context)
  const byPlace = new Map(mixes.map((mix) => [`${mix.agency} ${mix.year}`, mix]))
  return linesOf(context).flatMap((line, index) =>
    line.kind === 'omitted'
      ? []
      : [
          columns.flatMap((column) => {
            const mix = byPlace.get(`${line.item.id} ${column.year}`)
            if (!mix) return []
            const { words } = context
            return [
              {
                agency: mix.agency,
                year: mix.year,
                report: mix.report,
                text: words.join([line.item.shortName, words.compare.yearIn(String(mix.year)), sayMix(mix, context)]),
                grid: 0,
                x: column.start + column.width / 2,
                y: index + 0.5,
                halfWidth: column.width / 2,
              },
            ]
          }),
        ],
  )
}

/** How many bodies and years of the span have a sum. */
export const countMixes = (mixes: readonly ChannelMix[]): NOfN => countNOfN(mixes.map(({ sum, state }) => ({ value: sum, state })))

/**
 * The same as a table: a row per body and year that has figures or a reason of its own, a row per grade of the prose; years in
 * which no form of any body asks for channels are one row each.
 */
export function tableOfMix(mixes: readonly ChannelMix[], caption: string, context: MixContext): ChartTable {
  const { agencies, indicators, lang, words, catalogue } = context
  const own = channelsWords[lang]
  const byPlace = new Map(mixes.map((mix) => [`${mix.agency} ${mix.year}`, mix]))
  const years = Array.from({ length: context.years[1] - context.years[0] + 1 }, (_, i) => context.years[0] + i)
  const isAlike = (mix: ChannelMix): boolean => mix.state === 'not_in_form' && mix.known === null
  const rows = agencies.flatMap((agency) =>
    years.flatMap((year) => {
      const mix = byPlace.get(`${agency.id} ${year}`)
      return mix ? [...(isAlike(mix) ? [] : [rowOfMix(mix, agency.shortName, context)]), ...proseRows(mix, agency.shortName, context)] : []
    }),
  )
  const alike = years.flatMap((year) => {
    const n = mixes.filter((mix) => mix.year === year && isAlike(mix)).length
    const state = nameState(catalogue, 'not_in_form', lang)
    return n === 0
      ? []
      : [
          {
            key: `none-${year}`,
            report: null,
            cells: [own.noRowCells(n), String(year), ...[...indicators.channels, null].map(() => state), '–'],
          },
        ]
  })
  return {
    caption,
    columns: [
      { name: words.bar.agencies, numeric: false },
      { name: words.compare.year, numeric: true },
      ...indicators.channels.map((channel) => ({ name: (channel.shortName ?? channel.name)[lang], numeric: true })),
      { name: own.sum, numeric: true },
      { name: words.compare.evidenceColumn, numeric: false },
    ],
    rows: [...rows, ...alike],
  }
}

function rowOfMix(mix: ChannelMix, name: string, context: MixContext) {
  const { lang, catalogue, words } = context
  return {
    key: `${mix.agency}-${mix.year}`,
    report: mix.report,
    cells: [
      name,
      String(mix.year),
      ...mix.parts.map((part) => sayPart(mix, part, context)),
      mix.sum === null ? nameState(catalogue, mix.state, lang) : formatNumber(mix.sum, lang),
      mix.known === null ? '–' : words.evidence.letter('A', words.evidence.A),
    ],
  }
}

function proseRows(mix: ChannelMix, name: string, { indicators, lang, words }: MixContext) {
  const grades = [...new Set(mix.prose.map((claim) => claim.evidence))]
  return grades.flatMap((grade) =>
    grade === null
      ? []
      : [
          {
            key: `${mix.agency}-${mix.year}-${grade}`,
            report: mix.report,
            cells: [
              name,
              String(mix.year),
              ...indicators.channels.map(({ id }) => {
                const claim = mix.prose.find((row) => row.indicator === id && row.evidence === grade)
                return claim === undefined || claim.value === null
                  ? '–'
                  : channelsWords[lang].items(`${claim.qualifier ?? ''}${formatNumber(claim.value, lang)}`)
              }),
              '–',
              words.evidence.letter(grade, words.evidence[grade]),
            ],
          },
        ],
  )
}

/** Of the mixes that are whole, those in which a channel has the most items: the channel for which there are most of them. */
export function mainChannelOf(
  mixes: readonly ChannelMix[],
  { channels }: ChannelIndicators,
): { readonly place: number; readonly most: number; readonly whole: number } {
  const whole = mixes.filter((mix) => mix.sum !== null)
  const counts = channels.map(
    (_, place) =>
      whole.filter((mix) => {
        const own = mix.parts[place]?.value
        return own !== undefined && own !== null && own > 0 && mix.parts.every(({ value }) => value !== null && value <= own)
      }).length,
  )
  const most = Math.max(0, ...counts)
  return { place: counts.indexOf(most), most, whole: whole.length }
}

/** The finding of the year that is looked at: how many mixes are whole, and which channel has the most items in how many of them. */
export function titleOfMix(mixes: readonly ChannelMix[], when: string, context: MixContext): string {
  const own = channelsWords[context.lang]
  const { place, most, whole } = mainChannelOf(mixes, context.indicators)
  if (whole === 0) return own.mixTitleNone(when, mixes.length)
  if (most === 0) return own.mixTitleZero(when, whole, mixes.length)
  return own.mixTitle(when, whole, mixes.length, nameChannel(place, context), most)
}

/** What the bars show, in words, at most 300 characters. */
export function describeMix(mixes: readonly ChannelMix[], context: MixContext): string {
  const { lang, words, catalogue } = context
  const own = channelsWords[lang]
  const n = countMixes(mixes)
  const prose = mixes.reduce((sum, mix) => sum + mix.prose.length, 0)
  const text =
    words.join([
      own.describeMix(context.agencies.length, formatYears(context.years)),
      words.charts.valuesOf(n.have, n.of),
      ...changesOfMix(context).map((change) => words.charts.breaks([change.between.join('/')])),
      ...(prose > 0 ? [words.overview.alsoProse(prose)] : []),
      ...(n.reasons.length > 0
        ? [
            words.charts.missing(
              n.of - n.have,
              n.reasons.map(({ state, count }) => words.nOfN.reason(nameState(catalogue, state, lang), count)),
            ),
          ]
        : []),
    ]) + words.sentenceEnd
  return text.length <= 300 ? text : `${[...text].slice(0, 299).join('')}…`
}
