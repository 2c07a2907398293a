import type { EChartsOption } from 'echarts'
import type { Indicator } from '../indicators/indicator.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import type { Lang } from '../text/label.ts'
import { formatNumber } from '../text/numbers.ts'
import { staffingWords } from '../text/staffingWords.ts'
import { drawScale, scaleTo, type Scale } from './axisScale.ts'
import type { ChartContext, ChartPoint, ChartTable } from './chartContext.ts'
import { drawingOption, drawMissing, drawSeries, drawText, drawUnknown, type Box, type DrawnShape } from './drawnShape.ts'
import { isTooSmall, nameForm, nameState, printAxis, printNumber, printUnit } from './figureText.ts'
import { mostLines, shortenList } from './longList.ts'
import { countNOfN, type NOfN } from './nOfN.ts'
import { nameGroup } from './rankedBarsList.ts'
import { linesOf, sidesOf, type StaffIndicators, type StaffLine, type StaffList } from './staffRows.ts'
import { estimateWidth, fitText } from './textWidth.ts'

/** What the list must know besides its lines. */
export interface StaffContext extends ChartContext {
  readonly indicators: StaffIndicators
  readonly at: number | 'latest'
}

/** Sets that are not compared with each other each have a scale of their own, drawn below them. */
type Entry =
  | { readonly kind: 'heading' | 'omitted'; readonly text: string }
  | { readonly kind: 'axis'; readonly scale: Scale; readonly bars: number }
  | { readonly kind: 'bar'; readonly line: StaffLine; readonly scale: Scale }
  | { readonly kind: 'few'; readonly line: StaffLine }
  | { readonly kind: 'missing'; readonly line: StaffLine }

/** The lines as drawn: each set with its axis, under its heading where there are several, then shares of too few, then those without a number. */
function entriesOf(list: StaffList, context: StaffContext): readonly Entry[] {
  const several = list.groups.length > 1
  const bars = list.groups.flatMap((lines, index): Entry[] => {
    const group = list.ranking.groups[index]
    const scale = scaleTo(Math.max(0, ...lines.map(endOf)), context.indicator.type === 'integer')
    const kept = shortenList(lines, ({ row }) => context.focus.includes(row.agency), mostLines)
    return [
      ...(group && several ? [{ kind: 'heading', text: nameGroup(list.ranking, group, context) } as const] : []),
      ...kept.map((line): Entry =>
        line.kind === 'item'
          ? { kind: 'bar', line: line.item, scale }
          : { kind: 'omitted', text: context.words.compare.omitted(line.count) },
      ),
      { kind: 'axis', scale, bars: kept.length },
    ]
  })
  const isApart = several && list.missing.length > 0
  return [
    ...bars,
    ...list.few.map((line): Entry => ({ kind: 'few', line })),
    ...(isApart ? [{ kind: 'heading', text: context.words.compare.withoutValue } as const] : []),
    ...list.missing.map((line): Entry => ({ kind: 'missing', line })),
  ]
}

const barHeightOf = ({ palette }: StaffContext): number => Math.round((palette.label * 22) / 13)

/** How many px the drawing needs. */
export function heightOfStaff(list: StaffList, context: StaffContext): number {
  const entries = entriesOf(list, context)
  return 10 + Math.max(1, entries.length) * frameOf(entries, context).lineHeight
}

interface Frame {
  readonly left: number
  /** Px of a name that stands above its bar; 0 where names stand beside. */
  readonly nameHeight: number
  readonly lineHeight: number
}

/** Names stand beside their bars, and above them on narrow paper where they would be cut. */
function frameOf(entries: readonly Entry[], context: StaffContext): Frame {
  const { palette, width } = context
  const bar = barHeightOf(context)
  const names =
    Math.max(24, ...entries.map((entry) => ('line' in entry ? estimateWidth(nameLine(entry.line, context), palette.label) : 0))) + 16
  if (width >= 480 || names <= width * 0.48)
    return { left: width >= 480 ? Math.min(width * 0.36, names) : names, nameHeight: 0, lineHeight: bar }
  const nameHeight = Math.round(palette.label * 1.3)
  // The 0 of the axis stands half to the left of it.
  return { left: Math.round(palette.small * 0.45), nameHeight, lineHeight: nameHeight + bar }
}

/** Where a bar ends: at its total, or at its known kinds where these are more. */
const endOf = ({ row, known }: StaffLine): number => Math.max(0, ...[row.value, known].flatMap((end) => (end === null ? [] : [end])))

/**
 * Bars from zero. A total of staff is stacked of its kinds; what a kind without a number leaves of it is hatched, never taken as
 * zero, and the ink line is the printed total. A body without a figure has no bar but its reason.
 */
export function staffChart(list: StaffList, context: StaffContext): EChartsOption {
  const { palette, width } = context
  const entries = entriesOf(list, context)
  const frame = frameOf(entries, context)
  const { left, lineHeight } = frame
  const labels = entries.flatMap((entry) =>
    entry.kind === 'bar'
      ? [{ share: endOf(entry.line) / entry.scale.most, width: estimateWidth(sayBeside(entry.line, context), palette.small) + 18 }]
      : [],
  )
  const option = drawingOption(
    { left, right: roomFor(labels, width - left), top: 6, bottom: 4 },
    { x: [0, 1], y: [0, Math.max(1, entries.length)] },
    palette,
    (plot) => {
      const rowAt = (index: number): Box => ({ ...plot, y: plot.y + index * lineHeight, height: lineHeight })
      // Axes first: their thin lines stand behind the bars.
      const axes = entries.flatMap((entry, index) =>
        entry.kind === 'axis' ? drawAxis(entry.scale, { ...rowAt(index - entry.bars), height: entry.bars * lineHeight }, context) : [],
      )
      return [...axes, ...entries.flatMap((entry, index) => drawEntry(entry, rowAt(index), frame, context))]
    },
  )
  // ECharts' option type does not know what renderItem gives back here.
  return option as unknown as EChartsOption
}

const drawAxis = (scale: Scale, plot: Box, { palette, indicator, lang }: StaffContext): readonly DrawnShape[] =>
  drawScale(scale, plot, palette, (value) => printAxis(value, indicator, lang))

/** The narrowest margin on the right in which every label still fits behind its bar. */
function roomFor(labels: readonly { readonly share: number; readonly width: number }[], room: number): number {
  const needed = (plot: number): number => Math.max(0, ...labels.map((label) => label.share * plot + label.width))
  let right = 16
  while (right < room * 0.6 && needed(room - right) > room) right += 8
  return right
}

function drawEntry(entry: Entry, whole: Box, frame: Frame, context: StaffContext): readonly DrawnShape[] {
  const { palette, focus } = context
  const { left, nameHeight } = frame
  const row = { ...whole, y: whole.y + nameHeight, height: whole.height - nameHeight }
  const middle = row.y + row.height / 2
  if (entry.kind === 'axis') return []
  if ('text' in entry) {
    return entry.kind === 'heading'
      ? [drawText(entry.text, 0, middle, palette, { fontWeight: 'bold' })]
      : [drawText(entry.text, row.x + 4, middle, palette, { fill: palette.ink3 })]
  }
  const { line } = entry
  const weight = focus.includes(line.row.agency) ? { fontWeight: 'bold' } : {}
  const look = { fill: palette.ink, fontSize: palette.label, ...weight }
  const name =
    nameHeight > 0
      ? drawText(nameLine(line, context), row.x + 3, whole.y + nameHeight * 0.6, palette, look)
      : drawText(nameLine(line, context), row.x - 8, middle, palette, { ...look, align: 'right', width: left - 9, overflow: 'truncate' })
  const text = entry.kind === 'few' ? sayLine(line, context) : sayBeside(line, context)
  if (entry.kind === 'few') return [name, drawText(text, row.x + 4, middle, palette)]
  if (entry.kind === 'missing') {
    const box = { x: row.x + 1, y: middle - 7, width: 26, height: 14 }
    return [
      name,
      ...drawMissing(line.row.state, box, palette),
      drawText(fitText(text, palette.small, context.width - row.x - 37), row.x + 33, middle, palette),
    ]
  }
  return [name, ...drawBar(line, text, row, row.width / entry.scale.most, context)]
}

function drawBar(line: StaffLine, text: string, row: Box, unit: number, context: StaffContext): readonly DrawnShape[] {
  const { palette } = context
  const middle = row.y + row.height / 2
  const bar = { x: row.x, y: middle - 7, height: 14 }
  const pieces = line.parts.length > 0 ? drawParts(line, bar, unit, context) : drawWhole(line, bar, unit, context)
  const hasStub =
    line.parts.some(({ value }) => value === null) && line.known !== null && line.row.value !== null && line.known >= line.row.value
  const style = line.standing === 'differs' ? { fill: palette.ink, fontWeight: 'bold' } : { fill: palette.ink }
  return [...pieces, drawText(text, row.x + endOf(line) * unit + (hasStub ? 16 : 5), middle, palette, style)]
}

function drawWhole({ row }: StaffLine, bar: Omit<Box, 'width'>, unit: number, { palette, focus }: StaffContext): readonly DrawnShape[] {
  if (row.value === null || row.value === 0) return []
  const box = { ...bar, width: Math.max(1, row.value * unit) }
  const place = focus.indexOf(row.agency)
  if (place >= 0) return drawSeries([box], place, palette)
  return [{ type: 'rect', shape: { ...box }, style: { fill: palette.rest } }]
}

/** Kinds side by side, then what is not known of the total; the ink line is the total as printed. */
function drawParts(line: StaffLine, bar: Omit<Box, 'width'>, unit: number, { palette }: StaffContext): readonly DrawnShape[] {
  let x = bar.x
  const pieces = line.parts.flatMap(({ value }, place): readonly DrawnShape[] => {
    if (value === null || value === 0) return []
    const box = { ...bar, x, width: Math.max(1, value * unit - 1) }
    x += value * unit
    return drawSeries([box], place, palette)
  })
  const total = line.row.value
  const unknown = line.parts.some(({ value }) => value === null)
  // Where the known kinds already reach the total, a stub says that one is not known.
  const rest = total === null || line.known === null ? null : (total - line.known) * unit
  const width = rest === null ? (total === null ? 11 : total * unit) : rest > 0 ? rest : 11
  const end = total === null ? [] : [{ x: bar.x + total * unit, y: bar.y - 2 }]
  return [
    ...pieces,
    ...(unknown ? drawUnknown([{ ...bar, x: x + 1, width: Math.max(1, width - 1) }], palette) : []),
    ...end.map((tick) => ({
      type: 'line' as const,
      shape: { x1: tick.x, x2: tick.x, y1: tick.y, y2: tick.y + bar.height + 4 },
      style: { stroke: palette.ink, lineWidth: 1.5 },
    })),
  ]
}

const nameOf = ({ row }: StaffLine, { agencies }: StaffContext): string =>
  agencies.find((agency) => agency.id === row.agency)?.shortName ?? row.agency

const nameLine = (line: StaffLine, context: StaffContext): string =>
  context.at === 'latest' && line.row.report !== null ? `${nameOf(line, context)} ${line.row.year}` : nameOf(line, context)

/** The name of a figure by itself: 专职, not 其中：专职. */
export const nameItem = ({ shortName, name }: Indicator, { lang }: Pick<StaffContext, 'lang'>): string => {
  const text = (shortName ?? name)[lang].replace(/^(其中：|of which )/u, '')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The unit behind a number; English has it above the list alone, because a unit of one would need its singular. */
function unitAfter(indicator: Indicator, lang: Lang): string {
  if (indicator.kind !== 'derived') return lang === 'en' ? '' : printUnit(indicator, lang)
  return indicator.format === 'percent' ? '' : ` ${indicator.unitName[lang]}`
}

/** The figure of a row in its own way: a load with both its sides, a share of few people as people. */
function sayFigure(row: ComparedValue, context: StaffContext): string {
  const { indicator, lang, catalogue } = context
  const own = staffingWords[lang]
  if (row.value === null) return row.state === 'undefined' ? own.noStaffNoLoad : nameState(catalogue, row.state, lang)
  const sides = sidesOf(row, indicator)
  if (sides === null) return `${printNumber(row.value, indicator, lang)}${unitAfter(indicator, lang)}`
  const [part, staff] = [formatNumber(sides.part, lang), formatNumber(sides.staff, lang)]
  if (isTooSmall(row, indicator)) return own.ofStaff(staff, part)
  const number = printNumber(row.value, indicator, lang)
  return indicator.format === 'percent' ? number : own.load(number, indicator.unitName[lang], part, staff)
}

/** Everything that a line says: figure, kinds, whether they add up, what the prose says. */
function sayLine(line: StaffLine, context: StaffContext): string {
  const { lang, catalogue, words, indicators, indicator } = context
  const own = staffingWords[lang]
  const number = (value: number): string => formatNumber(value, lang)
  const parts = line.parts.flatMap((part, place) => {
    const kind = indicators.parts[place]
    if (!kind || (line.known === null && line.row.value === null)) return []
    const name = nameItem(kind, context)
    return [part.value === null ? own.noPart(name, nameState(catalogue, part.state, lang)) : own.part(name, number(part.value))]
  })
  const differs =
    line.standing === 'differs' && line.row.value !== null && line.known !== null
      ? [own.differs(number(line.row.value), number(line.known))]
      : []
  const prose =
    line.row.value === null
      ? line.prose.map((claim) => {
          const about = [indicator, ...indicators.parts].find(({ id }) => id === claim.indicator)
          const value = `${claim.qualifier ?? ''}${number(claim.value ?? NaN)}`
          return own.prose(claim.evidence ?? '', about ? nameItem(about, context) : '', value)
        })
      : []
  return words.join([sayFigure(line.row, context), ...parts, ...differs, ...prose])
}

/** What stands beside a bar: everything, on a narrow page the figure alone and what is wrong with it. */
function sayBeside(line: StaffLine, context: StaffContext): string {
  if (context.width >= 480) return sayLine(line, context)
  const { lang, indicator } = context
  if (line.row.value === null) return sayFigure(line.row, context)
  const number = printNumber(line.row.value, indicator, lang)
  return line.standing === 'differs' ? `${number} ≠` : number
}

/** The stops of the keyboard, in the order of the lines; bodies without a figure are stops too. */
export function pointsOfStaff(list: StaffList, context: StaffContext): ChartPoint[][] {
  const { words } = context
  return [
    entriesOf(list, context).flatMap((entry, index) => {
      if (!('line' in entry)) return []
      const { row } = entry.line
      const text = words.join([nameOf(entry.line, context), words.compare.yearIn(String(row.year)), sayLine(entry.line, context)])
      const x = entry.kind === 'bar' ? endOf(entry.line) / entry.scale.most : 0
      return [{ agency: row.agency, year: row.year, report: row.report, text, grid: 0, x, y: index + 0.5, halfWidth: 1 }]
    }),
  ]
}

/** How many bodies have the figure, and why the others have none. */
export const countStaff = (list: StaffList): NOfN => countNOfN(linesOf(list).map(({ row }) => row))

/** The same as a table: every body, also those that the drawing leaves out. */
export function tableOfStaff(list: StaffList, caption: string, context: StaffContext): ChartTable {
  const { lang, words, catalogue, indicator, indicators } = context
  const own = staffingWords[lang]
  const stacked = indicator === indicators.total
  const sided = indicator.kind === 'derived'
  const unit = printUnit(indicator, lang).trim()
  const number = (value: number | null, state: ComparedValue['state']): string =>
    value === null ? nameState(catalogue, state, lang) : formatNumber(value, lang)
  return {
    caption,
    columns: [
      { name: words.bar.agencies, numeric: false },
      { name: words.compare.year, numeric: true },
      { name: unit === '' ? nameItem(indicator, context) : `${nameItem(indicator, context)} (${unit})`, numeric: true },
      ...(stacked ? indicators.parts.map((part) => ({ name: nameItem(part, context), numeric: true })) : []),
      ...(stacked ? [{ name: own.standing, numeric: false }] : []),
      ...(sided ? [own.numerator, own.staff].map((name) => ({ name, numeric: true })) : []),
      { name: words.compare.stateColumn, numeric: false },
      { name: words.compare.formColumn, numeric: false },
    ],
    rows: linesOf(list).map((line) => {
      const sides = sidesOf(line.row, indicator)
      const state = nameState(catalogue, line.row.state, lang)
      return {
        key: `${line.row.agency}-${line.row.year}`,
        report: line.row.report,
        cells: [
          nameOf(line, context),
          String(line.row.year),
          sayCell(line.row, context),
          ...(stacked ? line.parts.map((part) => number(part.value, part.state)) : []),
          ...(stacked ? [own.standings[line.standing]] : []),
          ...(sided ? [sides?.part ?? null, sides?.staff ?? line.row.n].map((side) => number(side, line.row.state)) : []),
          state,
          nameForm(catalogue, line.row.form, lang) || state,
        ],
      }
    }),
  }
}

function sayCell(row: ComparedValue, context: StaffContext): string {
  const { indicator, lang } = context
  return row.value === null || isTooSmall(row, indicator) ? sayFigure(row, context) : printNumber(row.value, indicator, lang)
}

/** The finding: who is lowest and who is highest, with ties said; the one that the order begins with comes first. */
export function titleOfStaff(list: StaffList, when: string, order: 'value' | 'lowest' | 'list', context: StaffContext): string {
  const { indicator, lang } = context
  const own = staffingWords[lang]
  const name = nameItem(indicator, context)
  const lines = list.groups[0] ?? []
  const group = list.ranking.groups[0]
  const values = lines.flatMap(({ row }) => (row.value === null ? [] : [row.value]))
  const [first] = lines
  if (!first) {
    return list.few.length > 0 && indicator.minSize !== undefined ? own.titleFew(when, name, indicator.minSize) : own.titleNone(when, name)
  }
  const print = (value: number): string => `${printNumber(value, indicator, lang)}${unitAfter(indicator, lang)}`
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const who = (value: number): string => {
    const at = lines.filter(({ row }) => row.value === value).map((line) => nameOf(line, context))
    return own.names(at.slice(0, 2), at.length)
  }
  const title =
    lines.length === 1
      ? own.titleOne(when, name, nameOf(first, context), print(low))
      : low === high
        ? own.titleSame(when, name, lines.length, print(low))
        : order === 'lowest'
          ? own.title(when, name, own.least(who(low), print(low)), own.most(who(high), print(high)))
          : own.title(when, name, own.most(who(high), print(high)), own.least(who(low), print(low)))
  return group && list.groups.length > 1 ? own.inGroup(nameGroup(list.ranking, group, context), title) : title
}

/** What the bars show, in words, at most 300 characters. */
export function describeStaff(list: StaffList, when: string, order: 'value' | 'lowest' | 'list', context: StaffContext): string {
  const { lang, words, catalogue, indicator } = context
  const n = countStaff(list)
  const text =
    words.join([
      staffingWords[lang].describe(linesOf(list).length, indicator.name[lang], when),
      words.charts.valuesOf(n.have, n.of),
      titleOfStaff(list, when, order, context),
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
