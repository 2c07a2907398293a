import type { EChartsOption } from 'echarts'
import { formatNumber, formatPercent, formatShare, formatYears } from '../text/numbers.ts'
import { scaleTo } from './axisScale.ts'
import type { ChartPoint, ChartTable } from './chartContext.ts'
import { nameForm, nameState } from './figureText.ts'
import { kindColor, kindTexture } from './kindColors.ts'
import { nameAxis, styleValueAxis } from './listAxes.ts'
import { baseOf, colorPlaces, gapOf, isComplete, isSmall, type Mix, type MixRow, type MixSection } from './mixFigures.ts'
import { cutDescription, type RequestContext } from './requestContext.ts'
import { printAmount, totalOf } from './requestSums.ts'
import { drawState } from './stateMark.ts'
import { estimateWidth, fitText, shrinkStyle, startOfLine } from './textWidth.ts'

/** What bars are measured in. */
export type MixMeasure = 'share' | 'count'

type Entry =
  | { readonly kind: 'row'; readonly key: string; readonly row: MixRow }
  | { readonly kind: 'run'; readonly key: string; readonly row: MixRow; readonly label: string }
  | { readonly kind: 'break'; readonly key: string; readonly section: number }
  | { readonly kind: 'note'; readonly key: string; readonly text: string }
  | { readonly kind: 'heading'; readonly key: string; readonly text: string }

const mostRows = 30
const rowHeight = 24
/** The least length of a whole bar, in px. */
const leastBar = 80
/** How much of its line a bar fills. */
const barShare = 0.68

/** How many px the drawing needs. */
export const heightOfMix = (mix: Mix, context: RequestContext): number =>
  Math.max(1, entriesOf(mix, context).length) * rowHeightOf(context) + context.palette.small * 2.2 + 6

const rowHeightOf = ({ palette }: RequestContext): number => Math.round((rowHeight * palette.label) / 13)

/**
 * The lines of the drawing. Where forms sort into different kinds a line with the forms' names stands between them: bars on its two
 * sides share no series. Whole governments stand under a heading of their own. Bodies with zero, or without a number, are counted in
 * one line where there are many.
 */
function entriesOf(mix: Mix, context: RequestContext): Entry[] {
  const { said, words } = context
  const shown = mix.by === 'years' ? mix.rows : mix.rows.filter((row) => row.state !== null || baseOf(row) > 0 || !isComplete(row))
  const zeros = mix.rows.length - shown.length
  const withNumber = shown.filter((row) => row.state === null)
  const without = mix.by === 'years' ? [] : shown.filter((row) => row.state !== null)
  const bars = mix.by === 'years' ? shown : cutSets(withNumber, context)
  const several = new Set(mix.rows.flatMap(({ state, scope }) => (state === null ? [scope] : []))).size > 1
  const entries: Entry[] = []
  let before: number | null = null
  let scope: MixRow['scope'] = null
  for (const row of bars) {
    const isNew = row.section !== null && row.section !== before
    if (isNew && (before !== null || hasSections(mix)))
      entries.push({ kind: 'break', key: `s-${row.section}`, section: row.section ?? NaN })
    if (several && row.scope !== null && (isNew || row.scope !== scope))
      entries.push({ kind: 'heading', key: `h-${row.section}-${row.scope}`, text: words.compare.scopes[row.scope] })
    if (row.section !== null) before = row.section
    scope = row.scope
    entries.push({ kind: 'row', key: row.key, row })
  }
  if (mix.by === 'years') return joinRuns(entries)
  if (withNumber.length > bars.length && mix.by === 'bodies')
    entries.push({ kind: 'note', key: 'more', text: said.moreRows(withNumber.length - bars.length) })
  if (zeros > 0) entries.push({ kind: 'note', key: 'zeros', text: said.zeroRow(zeros) })
  if (without.length > 4)
    entries.push({ kind: 'note', key: 'missing', text: said.missingRow(without.length, without.length === mix.rows.length) })
  else entries.push(...without.map((row): Entry => ({ kind: 'row', key: row.key, row })))
  return entries
}

const isInFocus = ({ agency }: MixRow, { focus }: RequestContext): boolean => agency !== null && focus.includes(agency)

/** The largest of each set that is ordered by itself, and those that the reader put in colour. */
function cutSets(rows: readonly MixRow[], context: RequestContext): readonly MixRow[] {
  const drawn = new Map<string, number>()
  return rows.filter((row) => {
    const set = `${row.section} ${row.scope}`
    const count = (drawn.get(set) ?? 0) + 1
    drawn.set(set, count)
    return count <= mostRows || isInFocus(row, context)
  })
}

/** Three years or more on end without a bar, for one reason, are one line. */
function joinRuns(entries: readonly Entry[]): Entry[] {
  const runs: Entry[][] = []
  for (const entry of entries) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    const isSame = last?.kind === 'row' && entry.kind === 'row' && entry.row.state !== null && entry.row.state === last.row.state
    if (run && isSame) run.push(entry)
    else runs.push([entry])
  }
  return runs.flatMap((run): Entry[] => {
    const [first] = run
    const last = run.at(-1)
    if (run.length < 3 || first?.kind !== 'row' || last?.kind !== 'row') return run
    return [{ kind: 'run', key: first.key, row: first.row, label: formatYears([first.row.year, last.row.year]) }]
  })
}

const hasSections = (mix: Mix): boolean => new Set(mix.rows.flatMap((row) => (row.section === null ? [] : [row.section]))).size > 1

/** Sections that have a bar: the others need no legend. */
export const sectionsShown = (mix: Mix): readonly { readonly section: MixSection; readonly places: readonly number[] }[] => {
  const places = colorPlaces(mix.sections)
  return mix.sections.flatMap((section, place) =>
    mix.rows.some((row) => row.section === place && row.state === null) ? [{ section, places: places[place] ?? [] }] : [],
  )
}

/** Stacked bars of a whole and its kinds: shares of each row, or counts on one scale. */
export function mixChart(mix: Mix, measure: MixMeasure, context: RequestContext): EChartsOption {
  const { palette, lang, width } = context
  const entries = entriesOf(mix, context)
  const frame = frameOf(mix, entries, context)
  const scale = scaleTo(Math.max(0, ...entries.map((entry) => (entry.kind === 'row' ? baseOf(entry.row) : 0))), true)
  const most = measure === 'share' ? 1 : scale.most
  const perPx = (width - frame.left - frame.right) / most
  const places = colorPlaces(mix.sections)
  const series = mix.sections.flatMap((section, at) =>
    section.kinds.map((kind, index) => ({
      id: `${section.forms.join('-')} ${kind.key}`,
      name: kind.name[lang],
      type: 'bar',
      stack: 'mix',
      barWidth: `${barShare * 100}%`,
      cursor: 'pointer',
      itemStyle: {
        color: kindColor(places[at]?.[index] ?? index, palette),
      },
      data: entries.map((entry) => (entry.kind === 'row' && entry.row.section === at ? valueOf(entry.row, index, mix, measure) : null)),
    })),
  )
  const option = {
    animation: false,
    textStyle: { fontFamily: palette.font },
    grid: [{ left: frame.left, right: frame.right, top: 4, bottom: palette.small * 2.2 }],
    xAxis: [
      {
        type: 'value',
        min: 0,
        max: most,
        interval: measure === 'share' ? (width < 400 ? 0.5 : 0.25) : scale.step,
        ...styleValueAxis(palette, (value) => (measure === 'share' ? formatPercent(value, lang) : formatNumber(value, lang))),
      },
    ],
    yAxis: [nameAxis(entries, labelOf, frame.left - 10, palette, (entry) => entry.kind === 'row' && isInFocus(entry.row, context))],
    series: [...series, notesSeries(mix, measure, entries, frame, perPx, context)],
  }
  // ECharts' option type is wider and narrower than what it takes in places (renderItem, null data).
  return option as EChartsOption
}

const labelOf = (entry: Entry): string => (entry.kind === 'row' ? entry.row.label : entry.kind === 'run' ? entry.label : '')

interface Frame {
  readonly left: number
  readonly right: number
  /** Is there room for how many bodies a bar is of, behind its total? */
  readonly hasCounts: boolean
}

function frameOf(mix: Mix, entries: readonly Entry[], context: RequestContext): Frame {
  const { palette, width } = context
  const labels = entries.flatMap((entry) => (entry.kind === 'row' ? [entry.row] : []))
  const names = Math.max(24, ...entries.map((entry) => estimateWidth(labelOf(entry), palette.label))) + 14
  const left = Math.min(width * (width < 480 ? 0.54 : 0.36), names)
  const widthOf = (tell: typeof tellWhole): number =>
    Math.max(30, ...labels.map((row) => estimateWidth(tell(row, mix, context), palette.small))) + 12
  // What stands at the end of a bar must not lie on it: on narrow paper the bars give way, down to a length that still tells them apart;
  // then the number of bodies is left to the table.
  const room = width - left - Math.round((leastBar * palette.label) / 13)
  const hasCounts = widthOf(tellWhole) <= room
  return { left, right: Math.min(widthOf(hasCounts ? tellWhole : tellTotal), Math.max(width * 0.3, room)), hasCounts }
}

/** Length of one piece; null where it may not be drawn: nothing known, or a share of too few. */
function valueOf(row: MixRow, kind: number, mix: Mix, measure: MixMeasure): number | null {
  const amount = row.kinds[kind]
  if (!amount || row.state !== null || amount.have === 0) return null
  if (measure === 'count') return amount.known
  return isComplete(row) && !isSmall(row, mix) ? amount.known / baseOf(row) : null
}

/** Name and number, else the number, else nothing: what there is room for. */
function fitLabel(name: string, value: number, px: number, measure: MixMeasure, { palette, lang }: RequestContext): string {
  if (value === 0) return ''
  const number = measure === 'share' ? formatShare(value, lang) : formatNumber(value, lang)
  const fits = (text: string): boolean => estimateWidth(text, palette.small) + 8 < px
  if (fits(`${name} ${number}`)) return `${name} ${number}`
  return fits(number) ? number : ''
}

/** The total behind a bar, and over how many bodies, as it stands at its end. */
function tellWhole(row: MixRow, mix: Mix, context: RequestContext): string {
  if (row.state === 'not_in_form') return ''
  const total = tellTotal(row, mix, context)
  if (mix.by === 'bodies' || row.of === 1) return total
  const bodies = context.said.rowHave(row.have, row.of)
  return total === '' ? bodies : `${total} · ${bodies}`
}

const tellTotal = (row: MixRow, _: Mix, context: RequestContext): string => (row.state === null ? printAmount(row.whole, context) : '')

/** What stands beside bars or in their place: totals, reasons, counts of small wholes, differences, and the line of a break. */
function notesSeries(
  mix: Mix,
  measure: MixMeasure,
  entries: readonly Entry[],
  frame: Frame,
  perPx: number,
  context: RequestContext,
): object {
  const { palette, width } = context
  return {
    id: 'notes',
    type: 'custom',
    z: 4,
    cursor: 'pointer',
    data: entries.map((_, index) => [0, index]),
    renderItem: (params: { dataIndex: number }, api: { coord(at: readonly number[]): number[] }) => {
      const entry = entries[params.dataIndex]
      const [x, y] = api.coord([0, params.dataIndex])
      if (!entry || x === undefined || y === undefined) return null
      const room = width - frame.left - frame.right
      const text = (value: string, at: number, more: object = {}): object => ({
        type: 'text',
        style: {
          text: value,
          x: at,
          y,
          verticalAlign: 'middle',
          fill: palette.ink2,
          fontSize: palette.small,
          fontFamily: palette.font,
          textBorderColor: palette.surface,
          textBorderWidth: 3,
          ...more,
        },
      })
      if (entry.kind === 'note' || entry.kind === 'heading') {
        const start = startOfLine(entry.text, palette.small, x + 4, width - 4)
        const look = entry.kind === 'heading' ? { fontWeight: 'bold' } : { fill: palette.ink3 }
        return {
          type: 'group',
          children: [
            text(entry.text, start, {
              ...look,
              ...(entry.kind === 'heading' ? {} : shrinkStyle(entry.text, palette.small, width - 4 - start)),
            }),
          ],
        }
      }
      if (entry.kind === 'run') return { type: 'group', children: drawInPlace(entry.row, mix, measure, x, y, room, perPx, text, context) }
      if (entry.kind === 'break') return { type: 'group', children: drawBreak(mix, entry.section, params.dataIndex, x, y, room, context) }
      const tell = frame.hasCounts ? tellWhole : tellTotal
      const whole = text(tell(entry.row, mix, context), width - 4, { align: 'right' })
      return {
        type: 'group',
        children: [
          whole,
          ...drawPieces(entry.row, mix, measure, x, y, perPx, context),
          ...drawInPlace(entry.row, mix, measure, x, y, room, perPx, text, context),
        ],
      }
    },
  }
}

/** Textures and numbers over the pieces of a bar; the number only where it leaves the piece to be seen. */
function drawPieces(row: MixRow, mix: Mix, measure: MixMeasure, x: number, y: number, perPx: number, context: RequestContext): object[] {
  const { palette } = context
  const kinds = mix.sections[row.section ?? -1]?.kinds ?? []
  const places = colorPlaces(mix.sections)[row.section ?? -1] ?? []
  const height = rowHeightOf(context) * barShare
  let start = x
  return kinds.flatMap((kind, index): object[] => {
    const value = valueOf(row, index, mix, measure)
    if (value === null) return []
    const width = value * perPx
    const at = start
    start += width
    const label = fitLabel(kind.name[context.lang], value, width - 12, measure, context)
    const edge =
      index > 0 && width > 3
        ? [{ type: 'rect', shape: { x: at, y: y - height / 2, width: 1.5, height }, style: { fill: palette.surface } }]
        : []
    return [
      ...edge,
      ...kindTexture(places[index] ?? index, { x: at, y: y - height / 2, width, height }, palette),
      ...(label === ''
        ? []
        : [
            {
              type: 'text',
              style: {
                text: label,
                x: at + width / 2,
                y,
                align: 'center',
                verticalAlign: 'middle',
                fill: palette.ink,
                backgroundColor: palette.surface,
                padding: [0, 3],
                fontSize: palette.small,
                fontFamily: palette.font,
              },
            },
          ]),
    ]
  })
}

function drawInPlace(
  row: MixRow,
  mix: Mix,
  measure: MixMeasure,
  x: number,
  y: number,
  room: number,
  perPx: number,
  text: (value: string, at: number, more?: object) => object,
  context: RequestContext,
): object[] {
  const { said, palette, catalogue, lang, width } = context
  const half = Math.round(palette.label * 0.55)
  const box = (at: number) => ({ x: at, y: y - half, width: 24, height: half * 2 })
  if (row.state !== null) {
    const reason = nameState(catalogue, row.state, lang)
    return [...drawState(row.state, box(x + 1), palette), text(reason, x + 31, shrinkStyle(reason, palette.small, width - x - 35))]
  }
  if (isComplete(row)) {
    if (baseOf(row) === 0) return [text(said.zeroHere, x + 4, { fill: palette.ink3 })]
    if (measure === 'share' && isSmall(row, mix)) return [text(fitCounts(row, mix, room - 8, context), x + 4)]
    const gap = gapOf(row)
    if (gap === null || gap === 0) return []
    const sum = row.whole.known - gap
    const [from, to] = [Math.min(sum, row.whole.known), Math.max(sum, row.whole.known)].map(
      (value) => x + (measure === 'share' ? value / baseOf(row) : value) * perPx,
    )
    const [start, end] = [from ?? x, to ?? x]
    return [
      {
        type: 'rect',
        shape: { x: start, y: y - half - 1, width: Math.max(3, end - start), height: half * 2 + 2 },
        style: { fill: 'none', stroke: palette.ink, lineWidth: 1.2, lineDash: [3, 2] },
      },
    ]
  }
  const missing = [row.whole, ...row.kinds].find((amount) => amount.have === 0)?.missing[0]?.state ?? 'blank'
  const end = measure === 'count' ? x + row.kinds.reduce((sum, kind) => sum + kind.known, 0) * perPx : x
  const at = Math.min(end + 2, x + room - 30)
  const words =
    measure === 'count' ? nameState(catalogue, missing, lang) : `${nameState(catalogue, missing, lang)} · ${tellCounts(row, mix, context)}`
  return [
    ...drawState(missing, box(at), palette),
    ...(measure === 'share' || at + 90 < x + room ? [text(fitText(words, palette.small, x + room - at - 34), at + 30)] : []),
  ]
}

/** The counts of a small whole, as many of its kinds as have room, each in full; its total alone where not even the largest has. */
function fitCounts(row: MixRow, mix: Mix, room: number, context: RequestContext): string {
  const { palette, said } = context
  const counts = countsOf(row, mix, context)
  const total = printAmount(row.whole, context)
  const lines = counts.map((_, left) => said.smallRow(total, left === 0 ? counts : [...counts.slice(0, -left), '…']))
  return lines.find((line) => estimateWidth(line, palette.small) <= room) ?? said.smallRow(total, [])
}

/** `3 件：予以公开 2，部分公开 1`: a small whole as it was counted, the largest kinds first. */
const tellCounts = (row: MixRow, mix: Mix, context: RequestContext): string =>
  context.said.smallRow(printAmount(row.whole, context), countsOf(row, mix, context))

/** Whether its kinds add up, then each kind with its count, the largest first. */
function countsOf(row: MixRow, mix: Mix, { lang, said }: RequestContext): readonly string[] {
  const kinds = mix.sections[row.section ?? -1]?.kinds ?? []
  const gap = gapOf(row)
  const told = row.kinds
    .map((amount, place) => ({ amount, name: kinds[place]?.name[lang] ?? '' }))
    .filter(({ amount }) => amount.known > 0)
    .sort((a, b) => b.amount.known - a.amount.known)
    .map(({ amount, name }) => `${name} ${formatNumber(amount.known, lang)}`)
  return [...(gap === null || gap === 0 ? [] : [said.differsRow(formatNumber(Math.abs(gap), lang))]), ...told]
}

/** The heading of a section; between two sections also the line of the break with its zigzag. */
function drawBreak(
  mix: Mix,
  section: number,
  index: number,
  x: number,
  y: number,
  room: number,
  { palette, catalogue, lang, words, said, width }: RequestContext,
): object[] {
  const forms = words.list(mix.sections[section]?.forms.map((form) => nameForm(catalogue, form, lang)) ?? [])
  const style = { fontSize: palette.small, fontFamily: palette.font, verticalAlign: 'middle', y }
  if (index === 0)
    return [
      {
        type: 'text',
        style: { ...style, x: x + 4, text: fitText(said.formHead(forms), palette.small, width - x - 8), fill: palette.ink3 },
      },
    ]
  const word = estimateWidth(said.breakWord, palette.small)
  const name = estimateWidth(forms, palette.small)
  return [
    {
      type: 'polyline',
      shape: {
        points: [
          [x, y],
          [x + 6, y],
          [x + 9, y - 5],
          [x + 13, y + 5],
          [x + 17, y - 5],
          [x + 20, y],
          [x + 26, y],
        ],
      },
      style: { stroke: palette.ink, fill: 'none', lineWidth: 1.2 },
    },
    { type: 'text', style: { ...style, x: x + 31, text: said.breakWord, fill: palette.ink, fontWeight: 'bold' } },
    // The legends name the forms as well: half a name says nothing.
    ...(name < width - x - 42 - word ? [{ type: 'text', style: { ...style, x: x + 38 + word, text: forms, fill: palette.ink3 } }] : []),
    ...(46 + word + name < room
      ? [{ type: 'line', shape: { x1: x + 46 + word + name, y1: y, x2: x + room, y2: y }, style: { stroke: palette.ink, lineWidth: 1.2 } }]
      : []),
  ]
}

/** The stops of the keyboard: a row per bar, a stop per kind; a bar that is not there is one stop with its reason. */
export function pointsOfMix(mix: Mix, measure: MixMeasure, context: RequestContext): ChartPoint[][] {
  const { catalogue, lang, words } = context
  return entriesOf(mix, context).flatMap((entry, index): ChartPoint[][] => {
    if (entry.kind !== 'row' && entry.kind !== 'run') return []
    const { row } = entry
    const base = { agency: row.agency ?? '', year: row.year, report: row.report, grid: 0, y: index }
    const who = mix.by === 'bodies' ? [row.label, words.compare.yearIn(String(row.year))] : [words.compare.yearIn(labelOf(entry))]
    if (row.state !== null) return [[{ ...base, text: words.join([...who, nameState(catalogue, row.state, lang)]), x: 0 }]]
    const kinds = mix.sections[row.section ?? -1]?.kinds ?? []
    let sum = 0
    return [
      row.kinds.map((_, place) => {
        // Where no piece is drawn the stop stands where it would begin.
        const drawn = valueOf(row, place, mix, measure)
        if (drawn !== null) sum += drawn
        return {
          ...base,
          x: drawn === null ? sum : sum - drawn / 2,
          text: words.join([...who, `${kinds[place]?.name[lang] ?? ''} ${tellCell(row, place, mix, context)}`]),
        }
      }),
    ]
  })
}

/** `12（5.9%）`: a count with its share; without one where the whole is small or not all is known. */
function tellCell(row: MixRow, place: number, mix: Mix, context: RequestContext): string {
  const amount = row.kinds[place]
  if (!amount) return ''
  const count = printAmount(amount, context)
  const mayShare = isComplete(row) && !isSmall(row, mix) && row.whole.known > 0
  return mayShare ? context.said.withShare(count, formatShare(amount.known / row.whole.known, context.lang)) : count
}

/** The same numbers as a table: every row, also those that the drawing gathers; kinds of each form in columns of their own. */
export function tableOfMix(mix: Mix, caption: string, context: RequestContext): ChartTable {
  const { catalogue, lang, said, words } = context
  const several = mix.sections.length > 1
  return {
    caption,
    columns: [
      { name: mix.by === 'years' ? words.compare.year : words.bar.agencies, numeric: false },
      ...(mix.by === 'years' ? [] : [{ name: words.compare.year, numeric: true }]),
      { name: said.wholeColumn, numeric: true },
      ...mix.sections.flatMap((section) =>
        section.kinds.map((kind) => ({
          name: several
            ? said.kindOnForm(kind.name[lang], words.list(section.forms.map((form) => nameForm(catalogue, form, lang))))
            : kind.name[lang],
          numeric: true,
        })),
      ),
      { name: said.haveColumn, numeric: true },
    ],
    rows: mix.rows.map((row) => ({
      key: row.key,
      report: row.report,
      cells: [
        row.label,
        ...(mix.by === 'years' ? [] : [String(row.year)]),
        row.state === null ? printAmount(row.whole, context) : nameState(catalogue, row.state, lang),
        ...mix.sections.flatMap((section, at) =>
          section.kinds.map((_, place) => {
            if (row.section !== at)
              return nameState(catalogue, row.section === null && row.state !== null ? row.state : 'not_in_form', lang)
            return row.state === null ? tellCell(row, place, mix, context) : nameState(catalogue, row.state, lang)
          }),
        ),
        said.rowHave(row.have, row.of),
      ],
    })),
  }
}

/** What the bars show, in words, at most 300 characters; every number in it stands in the table. */
export function describeMix(mix: Mix, name: string, context: RequestContext): string {
  const { said, words, lang } = context
  const known = mix.rows.filter((row) => row.state === null)
  const most = [...known].sort((a, b) => b.whole.known - a.whole.known)[0]
  const kinds = most ? (mix.sections[most.section ?? -1]?.kinds ?? []) : []
  const parts = most
    ? most.kinds
        .map((amount, place) => ({ amount, name: kinds[place]?.name[lang] ?? '' }))
        .filter(({ amount }) => amount.known > 0)
        .sort((a, b) => b.amount.known - a.amount.known)
        .slice(0, 4)
    : []
  const text =
    words.join([
      `${said.mixKind}: ${name}`,
      words.charts.valuesOf(known.length, mix.rows.length),
      ...(most && totalOf(most.whole) !== null ? [`${most.label} ${printAmount(most.whole, context)}`] : []),
      ...parts.map((part) => `${part.name} ${formatNumber(part.amount.known, lang)}`),
      ...(hasSections(mix) ? [said.breakWord] : []),
    ]) + words.sentenceEnd
  return cutDescription(text)
}
