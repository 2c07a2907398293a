import type { EChartsOption } from 'echarts'
import type { Agency } from '../agencies.ts'
import { isOfTables } from '../forms/states.ts'
import { agencyWordsIn } from '../text/agencyWords.ts'
import type { ChartContext, ChartPoint, ChartTable } from './chartContext.ts'
import { isTooSmall, nameState, printNumber, printRow, printShort, printValue, unitBeside } from './figureText.ts'
import { drawSparkline, partsOfSparkline } from './sparkline.ts'
import { scaleOf, standingOf, type SpineRow } from './spine.ts'
import { drawState, type MarkShape } from './stateMark.ts'
import { estimateWidth, fitText, shrinkStyle } from './textWidth.ts'

/** What a spine must know besides its rows. */
export interface SpineContext extends Pick<ChartContext, 'catalogue' | 'lang' | 'words' | 'palette' | 'width' | 'years'> {
  readonly agency: Agency
  readonly year: number
  /** First years that report on a body that was merged in: no small line runs over them. */
  readonly mergers: readonly number[]
}

/** Fewer figures than this are drawn one by one: they are no spread. */
const fewestForBox = 5
/** Are there enough peers with a figure for a middle half? */
export const hasBox = ({ compared }: SpineRow): boolean => compared.length >= fewestForBox

/** Where the columns of a drawing stand, in px from its left edge. On narrow ones a row has two lines, in large type a third for the note. */
interface Columns {
  readonly stacked: boolean
  readonly noteBelow: boolean
  readonly name: number
  readonly valueEnd: number
  readonly track: { readonly x: number; readonly width: number }
  readonly scaleEnd: number
  readonly note: number
  readonly line: { readonly x: number; readonly width: number } | null
}

function columnsOf(rows: readonly SpineRow[], context: SpineContext): Columns {
  const { palette, width } = context
  const widest = (texts: readonly string[], size: number): number => Math.max(0, ...texts.map((text) => estimateWidth(text, size)))
  const note = widest(
    rows.map((row) => noteOf(row, context)),
    palette.small,
  )
  const scale = widest(
    rows.map((row) => scaleText(row, context)),
    palette.small,
  )
  const value = Math.min(width * 0.3, valueWidth(rows, context))
  const stacked = width < (620 * palette.label) / 13
  const hasLine = rows.some((row) => new Set(row.years.flatMap((one) => (one.value === null ? [] : [one.year]))).size > 1)
  if (stacked) {
    const line = Math.min(110, width * 0.26)
    const beside = width - note - scale - 26
    const noteBelow = beside < 60
    const track = noteBelow ? width - scale - 26 : beside
    return {
      stacked,
      noteBelow,
      name: width - value - (hasLine ? line : 0) - 20,
      valueEnd: width - 4,
      track: { x: 6, width: track },
      scaleEnd: track + 12,
      note: noteBelow ? 0 : track + scale + 20,
      line: hasLine ? { x: width - value - line - 10, width: line } : null,
    }
  }
  const line = hasLine ? Math.min(180, Math.max(84, width * 0.13)) : 0
  const name = Math.min(
    width * 0.26,
    widest(
      rows.map((row) => nameOf(row, context)),
      palette.label,
    ) + 4,
  )
  const start = name + value + 26
  const track = Math.max(70, width - start - scale - note - line - 36)
  return {
    stacked,
    noteBelow: false,
    name,
    valueEnd: name + value + 8,
    track: { x: start, width: track },
    scaleEnd: start + track + 10,
    note: start + track + scale + 20,
    line: hasLine ? { x: width - line - 2, width: line } : null,
  }
}

const valueWidth = (rows: readonly SpineRow[], context: SpineContext): number =>
  Math.max(34, ...rows.map((row) => estimateWidth(valueText(row, context), context.palette.label) + (isMissing(row) ? 32 : 4)))

const isMissing = (row: SpineRow): boolean => row.own.value === null && row.prose === null

const headHeight = (context: SpineContext, { stacked }: Pick<Columns, 'stacked'>): number => (stacked ? 4 : context.palette.small * 1.8)
const rowHeight = ({ palette }: SpineContext, { stacked, noteBelow }: Pick<Columns, 'stacked' | 'noteBelow'>): number =>
  Math.round(((noteBelow ? 66 : stacked ? 46 : 25) * palette.label) / 13)

/** How many px the drawing needs. */
export function heightOfSpine(rows: readonly SpineRow[], context: SpineContext): number {
  const columns = columnsOf(rows, context)
  return Math.ceil(headHeight(context, columns) + Math.max(1, rows.length) * rowHeight(context, columns) + 2)
}

/**
 * One line per indicator, each on a scale of its own from 0: the agency as a mark with its value, among its peers' lowest to highest
 * (thin), middle half (box) and median (tick). A missing figure has its texture and never a mark; a rate over too few cases neither.
 */
export function spineChart(rows: readonly SpineRow[], context: SpineContext): EChartsOption {
  const columns = columnsOf(rows, context)
  const top = headHeight(context, columns)
  const height = rowHeight(context, columns)
  const { palette, width } = context
  const option = {
    animation: false,
    aria: { enabled: true, label: { enabled: false } },
    textStyle: { fontFamily: palette.font },
    grid: {
      left: columns.track.x,
      right: Math.max(0, width - columns.track.x - columns.track.width),
      top,
      height: Math.max(1, rows.length) * height,
    },
    xAxis: { type: 'value', min: 0, max: 1, show: false },
    yAxis: { type: 'category', inverse: true, data: rows.map((row) => row.indicator.id), show: false },
    series: [
      {
        id: 'spine',
        type: 'custom',
        cursor: 'pointer',
        clip: false,
        data: rows.map((row, index) => [placeOn(row, row.own.value ?? row.prose?.value ?? null) ?? 0, index]),
        renderItem: (params: { dataIndex: number }) => {
          const row = rows[params.dataIndex]
          return row ? { type: 'group', children: drawRow(row, { top: top + params.dataIndex * height, height, columns }, context) } : null
        },
      },
      ...(columns.stacked ? [] : [headSeries(columns, context)]),
    ],
  }
  // ECharts' option type is narrower than what it takes (renderItem).
  return option as EChartsOption
}

/** The names of the columns above the rows. */
function headSeries(columns: Columns, context: SpineContext) {
  const { palette, lang, years } = context
  const words = agencyWordsIn(lang).columns
  const text = (value: string, x: number, align: 'left' | 'right' = 'left'): MarkShape =>
    textShape(value, x, palette.small * 0.8, { fill: palette.ink3, fontSize: palette.small, fontFamily: palette.font, align })
  return {
    id: 'heads',
    type: 'custom',
    silent: true,
    clip: false,
    data: [[0, 0]],
    renderItem: () => ({
      type: 'group',
      children: [
        text(words.own, columns.valueEnd, 'right'),
        text(words.spread, columns.track.x),
        text(words.standing, columns.note),
        ...(columns.line ? [text(years.join('–'), columns.line.x)] : []),
      ],
    }),
  }
}

interface Place {
  readonly top: number
  readonly height: number
  readonly columns: Columns
}

/** How far down in a row its parts stand, by the number of its lines. */
const lines = {
  one: { name: 0.5, spread: 0.5, note: 0.5 },
  two: { name: 0.28, spread: 0.7, note: 0.7 },
  three: { name: 0.2, spread: 0.5, note: 0.8 },
} as const

/** The note; where it is too long for the paper its first part is cut, and how many of how many have a figure stays whole. */
function fitNote(row: SpineRow, { noteBelow }: Columns, context: SpineContext): string {
  const [said, n] = [sayPeers(row, context), printPeers(row)]
  if (!noteBelow || said === '') return noteOf(row, context)
  const { palette, width } = context
  const room = width - estimateWidth(` · ${n}`, palette.small)
  return `${fitText(said, palette.small, room / 0.92)} · ${n}`
}

function drawRow(row: SpineRow, { top, height, columns }: Place, context: SpineContext): MarkShape[] {
  const { palette } = context
  const at = columns.noteBelow ? lines.three : columns.stacked ? lines.two : lines.one
  const [upper, middle, lower] = [top + height * at.name, top + height * at.spread, top + height * at.note]
  const font = { fontFamily: palette.font, fontSize: palette.label, fill: palette.ink }
  const small = { ...font, fontSize: palette.small, fill: palette.ink3 }
  const line = columns.line
  return [
    {
      type: 'line',
      shape: { x1: 0, y1: top + height - 0.5, x2: context.width, y2: top + height - 0.5 },
      style: { stroke: palette.grid, lineWidth: 1 },
    },
    nameShape(row, upper, columns.stacked && line === null ? roomBeside(row, columns, context) : columns.name, context),
    ...drawValue(row, columns.valueEnd, upper, context),
    ...drawSpread(row, columns.track, middle, context),
    textShape(scaleText(row, context), columns.scaleEnd, middle, small),
    textShape(fitNote(row, columns, context), columns.note, lower, { ...small, fill: palette.ink2 }),
    ...(line
      ? drawSparkline(
          partsOfSparkline(row.years, row.indicator, context.mergers),
          { x: line.x, y: upper - (columns.stacked ? 9 : height * 0.36), width: line.width, height: columns.stacked ? 13 : height * 0.62 },
          context.years,
          palette,
        )
      : []),
  ]
}

/** What the row's own number leaves for the name on its left. */
const roomBeside = (row: SpineRow, { valueEnd, name }: Columns, context: SpineContext): number =>
  Math.max(name, valueEnd - estimateWidth(valueText(row, context), context.palette.label) - (isMissing(row) ? 44 : 12))

/** The name of the row's indicator with its unit, quieter, behind it; the unit only where all of both has room. */
function nameShape(row: SpineRow, y: number, width: number, context: SpineContext): MarkShape {
  const { palette, lang } = context
  const unit = unitBeside(row.indicator, lang)
  const name = (row.indicator.shortName ?? row.indicator.name)[lang]
  const font = { fontFamily: palette.font, fontSize: palette.label, fill: palette.ink }
  const hasUnit = unit !== '' && estimateWidth(name, palette.label) * 0.92 + estimateWidth(` ${unit}`, palette.small) * 0.92 <= width
  if (!hasUnit) return textShape(name, 0, y, { ...font, ...shrinkStyle(name, palette.label, width) })
  return textShape(`{name|${name}}{unit| ${unit}}`, 0, y, {
    ...font,
    rich: { name: font, unit: { ...font, fontSize: palette.small, fill: palette.ink3 } },
  })
}

const textShape = (text: string, x: number, y: number, style: Readonly<Record<string, unknown>>): MarkShape => ({
  type: 'text',
  style: { text, x, y, verticalAlign: 'middle', ...style },
})

/** The agency's number at the end of its column, or the texture of its state and its name. */
function drawValue(row: SpineRow, end: number, y: number, context: SpineContext): MarkShape[] {
  const { palette } = context
  const text = valueText(row, context)
  const size = palette.label
  const shape = textShape(text, end, y, {
    align: 'right',
    fontFamily: palette.font,
    fontSize: isMissing(row) ? palette.small : size,
    fontWeight: isMissing(row) ? 'normal' : 'bold',
    fill: isMissing(row) ? palette.ink2 : palette.ink,
  })
  if (!isMissing(row)) return [shape]
  const x = end - estimateWidth(text, palette.small) - 32
  return [...drawState(row.own.state, { x, y: y - 6, width: 24, height: 12 }, palette), shape]
}

function drawSpread(row: SpineRow, track: Columns['track'], y: number, context: SpineContext): MarkShape[] {
  const { palette } = context
  const at = (value: number): number => track.x + (placeOn(row, value) ?? 0) * track.width
  const rule = (x1: number, x2: number, style: Readonly<Record<string, unknown>>): MarkShape => ({
    type: 'line',
    shape: { x1, y1: y, x2, y2: y },
    style,
  })
  const tick = (value: number, half: number, style: Readonly<Record<string, unknown>>): MarkShape => ({
    type: 'line',
    shape: { x1: at(value), y1: y - half, x2: at(value), y2: y + half },
    style,
  })
  const values = row.compared.flatMap((one) => (one.value === null ? [] : [one.value]))
  const [least, most] = [values[0], values.at(-1)]
  const thin = { stroke: palette.axis, lineWidth: 1 }
  const box: MarkShape[] =
    row.quartiles !== null && hasBox(row)
      ? [
          {
            type: 'rect',
            shape: {
              x: at(row.quartiles.lower),
              y: y - 6,
              width: Math.max(1, at(row.quartiles.upper) - at(row.quartiles.lower)),
              height: 12,
            },
            style: { fill: palette.band, ...thin },
          },
          tick(row.quartiles.median, 8, { stroke: palette.ink, lineWidth: 2 }),
        ]
      : values.map((value) => tick(value, 5, { stroke: palette.ink2, lineWidth: 1.4 }))
  return [
    rule(track.x, track.x + track.width, { stroke: palette.grid, lineWidth: 1 }),
    tick(0, 9, { stroke: palette.axis, lineWidth: 1 }),
    ...(least === undefined || most === undefined ? [] : [rule(at(least), at(most), thin), tick(least, 3, thin), tick(most, 3, thin)]),
    ...box,
    ...drawMark(row, at, y, context),
  ]
}

/** The agency: filled for a figure of the tables, hollow with its grade for one of the prose, nothing where there is none. */
function drawMark(row: SpineRow, at: (value: number) => number, y: number, { palette }: SpineContext): MarkShape[] {
  const { own, prose, indicator } = row
  const color = palette.series[0]
  if (own.value !== null && !isTooSmall(own, indicator))
    return [{ type: 'circle', shape: { cx: at(own.value), cy: y, r: 5 }, style: { fill: color, stroke: palette.surface, lineWidth: 1.5 } }]
  if (prose === null || prose.value === null) return []
  const lineDash = prose.evidence === 'B' ? null : prose.evidence === 'C' ? [3, 2] : [1, 2]
  return [
    {
      type: 'circle',
      shape: { cx: at(prose.value), cy: y, r: 5 },
      style: { fill: palette.surface, stroke: color, lineWidth: 1.6, lineDash },
    },
  ]
}

/** Where a figure stands on the row's scale, from 0 to 1; null where there is none. */
function placeOn(row: SpineRow, value: number | null): number | null {
  const { least, most } = scaleOf(row)
  if (value === null) return null
  return most === least ? 0 : (value - least) / (most - least)
}

function nameOf({ indicator }: SpineRow, { lang }: SpineContext): string {
  const unit = unitBeside(indicator, lang)
  const name = (indicator.shortName ?? indicator.name)[lang]
  return unit === '' ? name : `${name} ${unit}`
}

function valueText({ own, prose, indicator }: SpineRow, { catalogue, lang, words }: SpineContext): string {
  if (own.value === null && prose !== null) return `${printValue(prose, indicator, lang, words) ?? ''} ${prose.evidence ?? ''}`
  return printValue(own, indicator, lang, words) ?? nameState(catalogue, own.state, lang)
}

/** The number at the end of the row's scale; nothing where all that is shown is 0. */
function scaleText(row: SpineRow, { lang }: SpineContext): string {
  const { most } = scaleOf(row)
  if (most === 0) return ''
  return row.indicator.kind === 'derived' ? printNumber(most, row.indicator, lang) : printShort(most, row.indicator, lang)
}

/** What the peers say in a few words, with how many of how many of them have a figure: `中位数 12 · 18/20`. */
const noteOf = (row: SpineRow, context: SpineContext): string =>
  row.of === 0 ? '' : [sayPeers(row, context), printPeers(row)].filter((part) => part !== '').join(' · ')

/** How many of how many peers have a figure. */
const printPeers = ({ compared, of }: SpineRow): string => `${compared.length}/${of}`

function sayPeers(row: SpineRow, { lang }: SpineContext): string {
  const words = agencyWordsIn(lang)
  const { compared, of, zeros, indicator, own, quartiles } = row
  if (of === 0) return ''
  const [only] = compared
  if (only === undefined || only.value === null) return words.noPeer
  const print = (value: number): string => printNumber(value, indicator, lang)
  const isHalf = zeros > 0 && zeros * 2 >= compared.length
  if (compared.length === 1) return words.onePeer(print(only.value))
  if (own.value === 0 && isHalf) return words.alsoZero(zeros, compared.length)
  if (isHalf) return words.manyZero(zeros, compared.length)
  return quartiles === null ? '' : words.median(print(quartiles.median))
}

/** The stops of the keyboard: one per indicator, those without a figure too. */
export function pointsOfSpine(rows: readonly SpineRow[], context: SpineContext): ChartPoint[][] {
  const { agency, catalogue, lang, words, year } = context
  return [
    rows.map((row) => ({
      agency: agency.id,
      year,
      report: row.own.report,
      text: words.join([
        row.indicator.name[lang],
        words.compare.yearIn(String(year)),
        printRow(row.own.value === null && row.prose ? row.prose : row.own, row.indicator, catalogue, lang, words),
        noteOf(row, context),
      ]),
      grid: 0,
      x: placeOn(row, row.own.value ?? row.prose?.value ?? null) ?? 0,
      y: row.indicator.id,
    })),
  ]
}

/** The same rows as numbers: the agency, its peers' spread, how many of how many, what is not compared and why; then its own years. */
export function tableOfSpine(rows: readonly SpineRow[], caption: string, context: SpineContext): ChartTable {
  const { catalogue, lang, words, years } = context
  const own = agencyWordsIn(lang)
  const span = [...new Set(rows.flatMap((row) => row.years.map(({ year }) => year)))].sort((a, b) => a - b)
  const yearsShown = span.filter((year) => year >= years[0] && year <= years[1])
  return {
    caption,
    columns: [
      { name: own.columns.indicator, numeric: false },
      { name: own.columns.own, numeric: true },
      { name: own.columns.state, numeric: false },
      ...[own.columns.least, own.columns.lower, own.columns.median, own.columns.upper, own.columns.most].map((name) => ({
        name,
        numeric: true,
      })),
      { name: own.columns.zeros, numeric: true },
      { name: own.columns.peers, numeric: true },
      { name: own.columns.missing, numeric: false },
      { name: own.columns.apart, numeric: false },
      ...yearsShown.map((year) => ({ name: String(year), numeric: true })),
    ],
    rows: rows.map((row) => ({
      key: row.indicator.id,
      report: row.own.report,
      cells: [
        nameOf(row, context),
        valueText(row, context),
        row.own.value === null && row.prose?.evidence
          ? words.evidence.letter(row.prose.evidence, words.evidence[row.prose.evidence])
          : nameState(catalogue, row.own.state, lang),
        ...spreadOf(row, context),
        row.compared.length === 0 ? own.none : String(row.zeros),
        `${row.compared.length}/${row.of}`,
        words.join(row.missing.map(({ state, count }) => words.nOfN.reason(nameState(catalogue, state, lang), count))) || own.none,
        words.join(apartOf(row, context)) || own.none,
        ...yearsShown.map((year) => {
          const figure = row.years.find((one) => one.year === year && isOfTables(one))
          if (!figure) return own.none
          return printValue(figure, row.indicator, lang, words) ?? nameState(catalogue, figure.state, lang)
        }),
      ],
    })),
  }
}

function spreadOf({ compared, quartiles, indicator }: SpineRow, { lang }: SpineContext): string[] {
  const print = (value: number | null | undefined): string =>
    value === null || value === undefined ? agencyWordsIn(lang).none : printNumber(value, indicator, lang)
  return [compared[0]?.value, quartiles?.lower, quartiles?.median, quartiles?.upper, compared.at(-1)?.value].map(print)
}

function apartOf({ apart }: SpineRow, { lang }: SpineContext): string[] {
  const words = agencyWordsIn(lang)
  return [
    ...(apart.form > 0 ? [words.apartForm(apart.form)] : []),
    ...(apart.scope > 0 ? [words.apartScope(apart.scope)] : []),
    ...(apart.small > 0 ? [words.apartSmall(apart.small)] : []),
  ]
}

/** What is to be seen, as one sentence: how many figures are higher or lower than the middle of the peers'. */
export function titleOfSpine(rows: readonly SpineRow[], { year, lang }: SpineContext): string {
  const words = agencyWordsIn(lang)
  const withValue = rows.filter((row) => row.own.value !== null)
  const standings = rows.flatMap((row) => standingOf(row) ?? [])
  const countOf = (wanted: string): number => standings.filter((standing) => standing === wanted).length
  if (withValue.length === 0) return words.spineTitleNone(String(year))
  if (withValue.every((row) => row.own.value === 0)) return words.spineTitleZero(String(year), withValue.length)
  if (standings.length === 0) {
    const hasPeer = rows.some((row) => row.compared.length > 0)
    return (hasPeer ? words.spineTitleFew : words.spineTitleAlone)(String(year), withValue.length)
  }
  return words.spineTitle(String(year), standings.length, countOf('higher'), countOf('lower'), countOf('same'))
}

/** What the rows show, in words, at most 300 characters; every number in it stands in the table. */
export function describeSpine(rows: readonly SpineRow[], context: SpineContext): string {
  const { agency, catalogue, lang, words, year } = context
  const own = agencyWordsIn(lang)
  const say = (row: SpineRow): string =>
    words.join([
      `${(row.indicator.shortName ?? row.indicator.name)[lang]} ${printRow(row.own, row.indicator, catalogue, lang, words)}`,
      noteOf(row, context),
    ])
  const texts = rows.map(say)
  const start = `${own.spineChart}: ${agency.shortName} ${words.compare.yearIn(String(year))}. `
  const said: string[] = []
  for (const text of texts) {
    if ([start, ...said, text].join('').length + said.length * 2 > 290) break
    said.push(text)
  }
  return `${start}${said.length === 0 ? own.spineNoRows : said.join('; ')}`
}
