import type { EChartsOption } from 'echarts'
import type { Scope } from '../forms/states.ts'
import { channelsWords } from '../text/channelsWords.ts'
import { formatMultiple, formatNumber, formatRate } from '../text/numbers.ts'
import { drawScale, scaleTo, type Scale } from './axisScale.ts'
import { orderBands, type ChannelBand } from './channelBands.ts'
import type { ChartPoint, ChartTable } from './chartContext.ts'
import type { MixContext } from './channelMixChart.ts'
import { drawingOption, drawMissing, drawText, drawUnknown, type Box, type DrawnShape } from './drawnShape.ts'
import { nameState } from './figureText.ts'
import { shortenList, type ListLine } from './longList.ts'
import { mainScopeOf } from './mainScope.ts'
import { countNOfN, type NOfN } from './nOfN.ts'
import { estimateWidth, fitText, startOfLine } from './textWidth.ts'

/** What the bands must know besides what the mix does. */
export interface BandContext extends MixContext {
  readonly order: 'value' | 'lowest' | 'list'
  readonly at: number | 'latest'
}

/** The least length of the axis, in px. */
const leastPlot = 56

const barHeightOf = ({ palette }: BandContext): number => Math.round((palette.label * 22) / 13)
const bottomOf = ({ palette }: BandContext): number => palette.small * 2

/** Multiples lie close together: the highest and the lowest say what there is, and the table has all of them. */
const mostBands = 24

type Line = ListLine<ChannelBand> | { readonly kind: 'heading'; readonly text: string }

/** Multiples of whole governments and of single bodies are each an order of their own; who has no band stands at the end. */
function linesOf(bands: readonly ChannelBand[], context: BandContext): readonly Line[] {
  const { focus, words } = context
  const mustKeep = (band: ChannelBand): boolean => focus.includes(band.agency) || isOutside(band)
  const ordered = orderBands(bands, context.order)
  const scopes = scopesOf(bands)
  if (!hasScopes(bands)) return shortenList(ordered, mustKeep, mostBands)
  const without = ordered.filter(({ kind }) => kind === 'none')
  return [
    ...scopes.flatMap((scope): readonly Line[] => [
      { kind: 'heading', text: words.compare.scopes[scope] },
      ...shortenList(
        ordered.filter((band) => band.kind !== 'none' && scopeOf(band) === scope),
        mustKeep,
        mostBands,
      ),
    ]),
    ...(without.length > 0 ? [{ kind: 'heading', text: words.compare.withoutValue } as const] : []),
    ...without.map((item): Line => ({ kind: 'item', item })),
  ]
}

const isOutside = ({ standing }: ChannelBand): boolean => standing === 'below' || standing === 'above'
const scopeOf = ({ total }: ChannelBand): Scope => total.scope ?? 'own'

/** Are there bands of single bodies and of whole governments? Then each is an order of its own. */
export const hasScopes = (bands: readonly ChannelBand[]): boolean => scopesOf(bands).length > 1

/** The scopes that have a band, single bodies first. */
const scopesOf = (bands: readonly ChannelBand[]): readonly Scope[] =>
  (['own', 'office', 'aggregate'] as const).filter((scope) => bands.some((band) => band.kind !== 'none' && scopeOf(band) === scope))

/** How many px the drawing needs. */
export function heightOfBands(bands: readonly ChannelBand[], context: BandContext): number {
  const lines = linesOf(bands, context)
  return 8 + Math.max(1, lines.length) * frameOf(lines, context).lineHeight + bottomOf(context)
}

interface Frame {
  readonly left: number
  readonly right: number
  /** Px of a name that stands above its band; 0 where names stand beside. */
  readonly nameHeight: number
  readonly lineHeight: number
}

/** Names stand beside their bands, and above them where they would be cut or leave too little for bands. */
function frameOf(lines: readonly Line[], context: BandContext): Frame {
  const { palette, width } = context
  const items = lines.flatMap((line) => (line.kind === 'item' ? [line.item] : []))
  const names = Math.max(24, ...items.map((band) => estimateWidth(nameBand(band, context), palette.label))) + 16
  const words = items.map((band) => (band.kind === 'band' ? estimateWidth(sayEnd(band, context), palette.small) : 0))
  const right = Math.min(width * 0.56, Math.max(30, ...words) + 18)
  const room = Math.max(width * 0.36, width < 480 ? width - right - leastPlot : 0)
  const bar = barHeightOf(context)
  if (names <= room && width - names - right >= leastPlot) return { left: names, right, nameHeight: 0, lineHeight: bar }
  const nameHeight = Math.round(palette.label * 1.3)
  // The 0 of the axis stands half to the left of it.
  return { left: Math.round(palette.small * 0.45), right, nameHeight, lineHeight: nameHeight + bar }
}

/** A figure on the axis: a multiple of the body's own total, or a count. Null where there is no total to divide by. */
function placeOf(value: number | null, band: ChannelBand, { per }: BandContext): number | null {
  if (value === null || per === 'count') return value
  return band.total.value === null || band.total.value === 0 ? null : value / band.total.value
}

/**
 * A line per body: the band runs from the largest channel to all channels together, the ink line is the printed total. Where a
 * channel has no number the upper end is open and hatched. A total outside of its band is marked ≠.
 */
export function channelBandChart(bands: readonly ChannelBand[], context: BandContext): EChartsOption {
  const { palette, width, lang } = context
  const lines = linesOf(bands, context)
  const { left, right, nameHeight, lineHeight } = frameOf(lines, context)
  const ends = lines.flatMap((line) =>
    line.kind === 'item' && line.item.kind === 'band'
      ? [line.item.known, line.item.total.value].flatMap((end) => placeOf(end, line.item, context) ?? [])
      : [],
  )
  const scale = scaleTo(Math.max(context.per === 'share' ? 1.2 : 0, ...ends), context.per === 'count')
  const option = drawingOption(
    { left, right, top: 8, bottom: bottomOf(context) },
    { x: [0, scale.most], y: [0, Math.max(1, lines.length)] },
    palette,
    (plot) => [
      ...drawScale(scale, plot, palette, (value) => (context.per === 'count' ? formatNumber(value, lang) : formatRate(value, lang))),
      ...lines.flatMap((line, index) => {
        const y = plot.y + index * lineHeight
        const middle = y + lineHeight / 2
        if (line.kind === 'omitted') {
          const said = context.words.compare.omitted(line.count)
          const start = startOfLine(said, palette.small, plot.x + 4, width - 4)
          return [drawText(fitText(said, palette.small, width - 4 - start), start, middle, palette, { fill: palette.ink3 })]
        }
        if (line.kind === 'heading') {
          const start = startOfLine(line.text, palette.small, plot.x + 4, width - 4)
          return [drawText(line.text, start, middle, palette, { fill: palette.ink, fontWeight: 'bold' })]
        }
        const isAbove = nameHeight > 0
        const look = { fill: palette.ink, fontSize: palette.label, ...(isAbove ? {} : { align: 'right' }) }
        const at = isAbove ? { x: plot.x, y: y + nameHeight * 0.6 } : { x: plot.x - 8, y: middle }
        return [
          drawText(nameBand(line.item, context), at.x, at.y, palette, look),
          ...drawBand(line.item, { ...plot, y: y + nameHeight, height: lineHeight - nameHeight }, scale, context),
        ]
      }),
    ],
  )
  // ECharts' option type does not know what renderItem gives back here.
  return option as unknown as EChartsOption
}

function drawBand(band: ChannelBand, row: Box, scale: Scale, context: BandContext): readonly DrawnShape[] {
  const { palette } = context
  const middle = row.y + row.height / 2
  const outside = isOutside(band)
  const end = drawText(
    fitText(sayEnd(band, context), palette.small, context.width - row.x - row.width - 8),
    row.x + row.width + 6,
    middle,
    palette,
    outside ? { fill: palette.ink, fontWeight: 'bold' } : {},
  )
  if (band.kind !== 'band') return drawNone(band, row, context)
  const at = (value: number | null): number | null => {
    const place = placeOf(value, band, context)
    return place === null ? null : row.x + (place / scale.most) * row.width
  }
  const [low, high, total] = [at(band.largest), at(band.known), at(band.total.value)]
  if (low === null || high === null) return drawNone(band, row, context)
  const box = { x: low, y: middle - 5, width: Math.max(2, high - low), height: 10 }
  const open = { x: high, y: middle - 5, width: Math.min(26, Math.max(6, row.x + row.width - high)), height: 10 }
  return [
    ...(band.sum === null ? drawUnknown([open], palette) : []),
    { type: 'rect', shape: { ...box }, style: { fill: palette.series[0], opacity: 0.35 } },
    { type: 'rect', shape: { ...box }, style: { fill: 'none', stroke: palette.series[0], lineWidth: 1 } },
    ...(total === null
      ? []
      : [
          {
            type: 'line' as const,
            shape: { x1: total, x2: total, y1: middle - 9, y2: middle + 9 },
            style: { stroke: palette.ink, lineWidth: 2 },
          },
        ]),
    end,
  ]
}

/** No band: why, in words; with the texture of the reason where a figure is missing. */
function drawNone(band: ChannelBand, row: Box, context: BandContext): readonly DrawnShape[] {
  const { palette } = context
  const middle = row.y + row.height / 2
  const all = sayBand(band, context)
  const text = estimateWidth(all, palette.small) <= context.width - row.x - 4 || band.sum !== null ? all : sayEnd(band, context)
  const state = band.known === null ? band.state : band.total.value === null ? band.total.state : null
  if (band.kind === 'few' || state === null) return [drawText(text, row.x + 4, middle, palette)]
  return [
    ...drawMissing(state, { x: row.x + 1, y: middle - 7, width: 26, height: 14 }, palette),
    drawText(text, row.x + 33, middle, palette),
  ]
}

const nameOf = (band: ChannelBand, { agencies }: BandContext): string =>
  agencies.find((agency) => agency.id === band.agency)?.shortName ?? band.agency

const nameBand = (band: ChannelBand, context: BandContext): string =>
  context.at === 'latest' && band.report !== null ? `${nameOf(band, context)} ${band.year}` : nameOf(band, context)

/** What stands at the end of a band: the multiple, or what is wrong or unknown. */
function sayEnd(band: ChannelBand, context: BandContext): string {
  const { lang, catalogue, width } = context
  const own = channelsWords[lang]
  const number = (value: number | null): string => formatNumber(value ?? NaN, lang)
  if (band.standing === 'below') return own.bandBelow(number(band.total.value), number(band.largest))
  if (band.standing === 'above') return own.bandAbove(number(band.total.value), number(band.sum))
  if (band.sum === null) return width < 480 ? own.bandOpenShort : own.bandOpen(nameState(catalogue, band.state, lang))
  if (band.total.value === null) return own.bandNoTotal(nameState(catalogue, band.total.state, lang))
  return band.reuse.value === null || band.total.value < leastOf(context) ? '' : own.bandWord(formatMultiple(band.reuse.value, lang))
}

const leastOf = ({ indicators }: BandContext): number => indicators.reuse?.minSize ?? 1

/** Everything that a line says. */
function sayBand(band: ChannelBand, context: BandContext): string {
  const { lang, catalogue, words } = context
  const own = channelsWords[lang]
  const number = (value: number | null): string => formatNumber(value ?? NaN, lang)
  if (band.known === null) return nameState(catalogue, band.state, lang)
  if (band.kind === 'none' && band.total.value === 0) return own.bandNothing('0')
  if (band.kind === 'none') return own.bandNoTotal(nameState(catalogue, band.total.state, lang))
  if (band.kind === 'few' && band.sum !== null) {
    const text = own.bandFew(number(band.total.value), number(band.sum))
    return band.standing === 'holds' ? text : words.join([text, sayEnd(band, context)])
  }
  return words.join([
    own.named(own.largest, number(band.largest)),
    band.sum === null ? sayEnd(band, context) : own.named(own.sum, number(band.sum)),
    own.named(own.total, band.total.value === null ? nameState(catalogue, band.total.state, lang) : number(band.total.value)),
    ...(band.sum === null ? [] : [sayEnd(band, context)].filter(Boolean)),
  ])
}

/** The stops of the keyboard, in the order of the lines. */
export function pointsOfBands(bands: readonly ChannelBand[], context: BandContext): ChartPoint[][] {
  return [
    linesOf(bands, context).flatMap((line, index) => {
      if (line.kind !== 'item') return []
      const { item } = line
      const { words } = context
      const place = placeOf(item.known, item, context)
      const x = place === null ? 0 : place
      const text = words.join([nameOf(item, context), words.compare.yearIn(String(item.year)), sayBand(item, context)])
      return [{ agency: item.agency, year: item.year, report: item.report, text, grid: 0, x, y: index + 0.5, halfWidth: 1e6 }]
    }),
  ]
}

/** How many bodies have a multiple; a total of 0 or an unknown channel has none. */
export const countBands = (bands: readonly ChannelBand[]): NOfN =>
  countNOfN(bands.map(({ reuse }) => ({ value: reuse.value, state: reuse.state })))

/** The same as a table: every body, also those that the drawing leaves out. */
export function tableOfBands(bands: readonly ChannelBand[], caption: string, context: BandContext): ChartTable {
  const { lang, words, catalogue } = context
  const own = channelsWords[lang]
  const number = (value: number | null, state: ChannelBand['state']): string =>
    value === null ? nameState(catalogue, state, lang) : formatNumber(value, lang)
  return {
    caption,
    columns: [
      { name: words.bar.agencies, numeric: false },
      { name: words.compare.year, numeric: true },
      { name: own.largest, numeric: true },
      { name: own.total, numeric: true },
      { name: own.sum, numeric: true },
      { name: own.reuse, numeric: true },
      { name: own.standing, numeric: false },
    ],
    rows: orderBands(bands, context.order).map((band) => ({
      key: `${band.agency}-${band.year}`,
      report: band.report,
      cells: [
        nameOf(band, context),
        String(band.year),
        number(band.largest, band.state),
        number(band.total.value, band.total.state),
        number(band.sum, band.state),
        sayReuse(band, context),
        own.standings[band.standing],
      ],
    })),
  }
}

function sayReuse(band: ChannelBand, context: BandContext): string {
  const { lang, catalogue, words } = context
  if (band.reuse.value === null) return nameState(catalogue, band.reuse.state, lang)
  const few = band.total.value !== null && band.total.value < leastOf(context)
  return few ? words.compare.tooSmallBase(formatNumber(band.total.value ?? NaN, lang)) : formatMultiple(band.reuse.value, lang)
}

/** The finding: how far the multiples of bodies of one scope range, and how many totals stand outside of their bands. */
export function titleOfBands(bands: readonly ChannelBand[], when: string, context: BandContext): string {
  const { lang } = context
  const own = channelsWords[lang]
  const main = mainScopeOf(
    bands.filter(({ kind }) => kind !== 'none'),
    { scopeOf, bodyOf: ({ agency }) => agency },
  )
  const told = main.rows.flatMap((band) =>
    band.reuse.value === null || band.total.value === null || band.total.value < leastOf(context)
      ? []
      : [{ band, value: band.reuse.value }],
  )
  const outside = bands.filter(isOutside).length
  const values = told.map(({ value }) => value)
  const [low, high] = [formatMultiple(Math.min(...values), lang), formatMultiple(Math.max(...values), lang)]
  const [first] = told
  const finding =
    first === undefined
      ? own.bandTitleNone(when)
      : told.length === 1
        ? own.bandTitleOne(when, nameOf(first.band, context), low)
        : low === high
          ? own.bandTitleSame(when, told.length, low)
          : own.bandTitle(when, told.length, low, high)
  const scoped = main.scope === null ? finding : own.bandScope(context.words.compare.scopes[main.scope], finding)
  return outside > 0 ? scoped + own.bandOutside(outside) : scoped
}

/** What the bands show, in words, at most 300 characters. */
export function describeBands(bands: readonly ChannelBand[], when: string, context: BandContext): string {
  const { lang, words, catalogue } = context
  const n = countBands(bands)
  const text =
    words.join([
      channelsWords[lang].describeBand(bands.length, when),
      words.charts.valuesOf(n.have, n.of),
      titleOfBands(bands, when, context),
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
