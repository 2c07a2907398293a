import type { EChartsOption } from 'echarts'
import { agencyWordsIn } from '../text/agencyWords.ts'
import { formatNumber } from '../text/numbers.ts'
import { punctuation } from '../text/punctuation.ts'
import type { ChartContext, ChartPoint, ChartTable } from './chartContext.ts'
import { sayContribution, type Contribution, type KnownPart } from './contribution.ts'
import { nameState } from './figureText.ts'
import { decalOf } from './palette.ts'
import { estimateWidth, shrinkStyle, shrinkText } from './textWidth.ts'

/** What the bars of a change must know besides it. */
export interface ContributionContext extends Pick<ChartContext, 'catalogue' | 'lang' | 'words' | 'palette' | 'width'> {
  readonly agency: { readonly id: string; readonly shortName: string }
  /** The two years, the earlier first. */
  readonly between: readonly [from: number, to: number]
  readonly report: string | null
}

interface Line {
  readonly key: string
  readonly contribution: Contribution
  /** Null: the heading of its total. */
  readonly part: KnownPart | null
}

/** Totals that can be taken apart and that changed, each with its parts. */
function linesOf(contributions: readonly Contribution[]): Line[] {
  return contributions.flatMap((contribution) => {
    const { result, kind } = contribution
    if (result.status !== 'whole' || result.parts.every((part) => part.adds === 0)) return []
    return [{ key: kind, contribution, part: null }, ...result.parts.map((part) => ({ key: `${kind}-${part.key}`, contribution, part }))]
  })
}

const widestName = (lines: readonly Line[], context: ContributionContext): number =>
  Math.max(24, ...lines.map(({ part }) => (part ? estimateWidth(nameOf(part, context), context.palette.label) : 0))) + 14

const shareOfNames = (context: ContributionContext): number => (isNarrow(context) ? 0.44 : 0.36)

/** Names stand above their bars where they would be cut beside them. */
const hasNamesAbove = (lines: readonly Line[], context: ContributionContext): boolean =>
  widestName(lines, context) > context.width * (shareOfNames(context) + 0.06)

const rowHeightOf = (lines: readonly Line[], context: ContributionContext): number =>
  Math.round(((hasNamesAbove(lines, context) ? 40 : 22) * context.palette.label) / 13)

/** How many px the drawing needs; 0 where no total can be taken apart or none changed. */
export function heightOfContribution(contributions: readonly Contribution[], context: ContributionContext): number {
  const lines = linesOf(contributions)
  return lines.length * rowHeightOf(lines, context)
}

const signed = (value: number, context: ContributionContext): string =>
  value > 0 ? `+${formatNumber(value, context.lang)}` : value < 0 ? `−${formatNumber(-value, context.lang)}` : '0'

const nameOf = (part: KnownPart, { lang }: ContributionContext): string =>
  part.sign < 0 ? agencyWordsIn(lang).contribution.taken(part.name[lang]) : part.name[lang]

/** Bars of what each part adds to the change of its total, from 0 to both sides, largest first; increases filled, decreases hollow. */
export function contributionChart(contributions: readonly Contribution[], context: ContributionContext): EChartsOption {
  const { palette, width } = context
  const lines = linesOf(contributions)
  const texts = new Map(lines.map((line) => [line.key, line.part ? nameOf(line.part, context) : '']))
  const isAbove = hasNamesAbove(lines, context)
  const left = isAbove ? 8 : Math.min(width * (shareOfNames(context) + 0.06), widestName(lines, context))
  const rowHeight = rowHeightOf(lines, context)
  const parts = lines.flatMap((line) => line.part ?? [])
  const color = palette.series[0]
  const option = {
    animation: false,
    aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
    textStyle: { fontFamily: palette.font },
    grid: { left, right: 8, top: 0, bottom: 0 },
    xAxis: { type: 'value', ...roomFor(parts, width - left - 8, context), show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: lines.map((line) => line.key),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        show: !isAbove,
        interval: 0,
        fontSize: palette.label,
        color: palette.ink,
        width: left - 10,
        formatter: (key: string) => texts.get(key) ?? '',
      },
    },
    series: [
      // The upper half of a row is left to its name.
      ...(isAbove ? [{ id: 'names', type: 'bar', barWidth: '40%', barGap: '10%', silent: true, data: lines.map(() => null) }] : []),
      {
        id: 'adds',
        type: 'bar',
        barWidth: isAbove ? '36%' : '60%',
        cursor: 'pointer',
        data: lines.map((line) =>
          line.part
            ? {
                value: line.part.adds,
                itemStyle:
                  line.part.adds < 0
                    ? { color: palette.surface, borderColor: color, borderWidth: 1.4, decal: { symbol: 'none' } }
                    : { color, borderColor: color, borderWidth: 1.4, decal: decalOf(0, palette) },
                label: { position: line.part.adds < 0 ? 'left' : 'right' },
              }
            : null,
        ),
        label: {
          show: true,
          distance: 4,
          color: palette.ink,
          fontSize: palette.label,
          formatter: ({ dataIndex }: { dataIndex: number }) => {
            const part = lines[dataIndex]?.part
            return part ? labelOf(part, context) : ''
          },
        },
        markLine: {
          silent: true,
          symbol: 'none',
          data: [{ xAxis: 0 }],
          lineStyle: { color: palette.axis, type: 'solid', width: 1 },
          label: { show: false },
        },
      },
      {
        id: 'totals',
        type: 'custom',
        // Above the line of 0, which must not strike a name through.
        ...(isAbove ? { z: 10 } : {}),
        silent: true,
        data: lines.flatMap((line, index) => (line.part && !isAbove ? [] : [[0, index]])),
        renderItem: (_: unknown, api: { value(i: number): number; coord(at: readonly number[]): number[] }) => {
          const line = lines[api.value(1)]
          const [, y] = api.coord([0, api.value(1)])
          if (!line || y === undefined) return null
          if (line.part) return nameAbove(nameOf(line.part, context), y - rowHeight * 0.26, context)
          const { fontSize, text } = shrinkText(headingOf(line.contribution, context), palette.label, width)
          return {
            type: 'group',
            children: [
              {
                type: 'rect',
                shape: { x: 0, y: y - rowHeight / 2 + 2, width, height: rowHeight - 3 },
                style: { fill: palette.surface },
              },
              {
                type: 'text',
                style: {
                  text,
                  x: 0,
                  y: y + 1,
                  verticalAlign: 'middle',
                  fill: palette.ink,
                  fontSize,
                  fontWeight: 'bold',
                  fontFamily: palette.font,
                },
              },
            ],
          }
        },
      },
    ],
  }
  return option as EChartsOption
}

function nameAbove(name: string, y: number, { palette, width }: ContributionContext): object {
  const style = { x: 2, y, verticalAlign: 'middle', fill: palette.ink, fontFamily: palette.font }
  return {
    type: 'text',
    style: { ...style, ...shrinkStyle(name, palette.label, width - 4), textBorderColor: palette.surface, textBorderWidth: 3 },
  }
}

/** Is there too little room for both figures beside each difference? They stand in the table. */
const isNarrow = ({ width, palette }: ContributionContext): boolean => width < (440 * palette.label) / 13

const labelOf = (part: KnownPart, context: ContributionContext): string =>
  isNarrow(context) ? signed(part.adds, context) : sayPart(part, context)

const sayPart = (part: KnownPart, context: ContributionContext): string =>
  `${signed(part.adds, context)}  (${formatNumber(part.from, context.lang)} → ${formatNumber(part.to, context.lang)})`

function headingOf({ total, kind, before, after }: Contribution, context: ContributionContext): string {
  const words = agencyWordsIn(context.lang).contribution
  const print = (value: number | null): string => (value === null ? '' : formatNumber(value, context.lang))
  const step = before.value === null || after.value === null ? null : after.value - before.value
  const change = step === null ? '' : step === 0 ? words.noChange : signed(step, context)
  const name = (total.shortName ?? total.name)[context.lang]
  return `${name} ${print(before.value)} → ${print(after.value)}${words.comma}${change}${isNarrow(context) ? '' : ` · ${words.by[kind]}`}`
}

/** The ends of the axis, wide enough that the labels outside of the bars fit. */
function roomFor(parts: readonly KnownPart[], width: number, context: ContributionContext): { readonly min: number; readonly max: number } {
  const most = Math.max(0, ...parts.map((part) => part.adds))
  const least = Math.min(0, ...parts.map((part) => part.adds))
  const widest = (ofSide: readonly KnownPart[]): number =>
    Math.max(4, ...ofSide.map((part) => estimateWidth(labelOf(part, context), context.palette.label) + 12))
  const before = widest(parts.filter((part) => part.adds < 0))
  const after = widest(parts.filter((part) => part.adds >= 0))
  const perUnit = Math.max(20, width - before - after) / (most - least)
  return { min: least - before / perUnit, max: most + after / perUnit }
}

/** The stops of the keyboard: one row per total, one stop per part. */
export function pointsOfContribution(contributions: readonly Contribution[], context: ContributionContext): ChartPoint[][] {
  const { agency, between, words, report } = context
  const lines = linesOf(contributions).filter((line) => line.part !== null)
  return [...new Set(lines.map((line) => line.contribution))].map((contribution) =>
    lines
      .filter((line) => line.contribution === contribution)
      .flatMap((line) =>
        line.part
          ? [
              {
                agency: agency.id,
                year: between[1],
                report,
                text: words.join([
                  (contribution.total.shortName ?? contribution.total.name)[context.lang],
                  nameOf(line.part, context),
                  sayPart(line.part, context),
                ]),
                grid: 0,
                x: line.part.adds,
                y: line.key,
              },
            ]
          : [],
      ),
  )
}

/** Every total with its parts in both years; a part without a figure as its reason, and no difference then. */
export function tableOfContribution(contributions: readonly Contribution[], caption: string, context: ContributionContext): ChartTable {
  const { catalogue, lang, between, report } = context
  const own = agencyWordsIn(lang).contribution
  const print = (figure: { readonly value: number | null; readonly state: Contribution['before']['state'] }): string =>
    figure.value === null ? nameState(catalogue, figure.state, lang) : formatNumber(figure.value, lang)
  const difference = (a: number | null, b: number | null, sign: 1 | -1): string =>
    a === null || b === null ? '–' : signed(sign * (b - a), context)
  return {
    caption,
    columns: [
      { name: own.group, numeric: false },
      { name: own.part, numeric: false },
      { name: own.before(between[0]), numeric: true },
      { name: own.before(between[1]), numeric: true },
      { name: own.difference, numeric: true },
    ],
    rows: contributions.flatMap((contribution) => {
      const { total, kind, before, after, result } = contribution
      const name = `${(total.shortName ?? total.name)[lang]} · ${own.by[kind]}`
      const isKept = result.status !== 'broken' && result.status !== 'scope' && result.status !== 'merged'
      const rows = [{ key: kind, cells: [name, '–', print(before), print(after), isKept ? difference(before.value, after.value, 1) : '–'] }]
      const parts = result.status === 'whole' ? result.parts : []
      const all = parts.map((part) => ({
        key: `${kind}-${part.key}`,
        cells: [name, nameOf(part, context), print(part.before), print(part.after), difference(part.from, part.to, part.sign)],
      }))
      const unknown = result.status === 'unknown' ? result.unknown : []
      const missing = [...new Set(unknown.map(({ part }) => part))].map((part) => ({
        key: `${kind}-${part.key}`,
        cells: [name, part.name[lang], print(part.before), print(part.after), '–'],
      }))
      return [...rows, ...all, ...missing].map((row) => ({ ...row, report }))
    }),
  }
}

/** What changed, in words, at most 300 characters; every number in it stands in the table. */
export function describeContribution(contributions: readonly Contribution[], context: ContributionContext): string {
  const { catalogue, lang, between } = context
  const words = agencyWordsIn(lang).contribution
  const sentences = contributions.map((contribution) => sayContribution(contribution, between, catalogue, lang))
  const text = [`${words.chart}${punctuation[lang].colon}`, ...sentences].join(punctuation[lang].gap)
  return text.length <= 300 ? text : `${[...text].slice(0, 299).join('')}…`
}
