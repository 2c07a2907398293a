import type { ComparedValue } from '../questions/comparedValue.ts'
import type { FigureState } from '../forms/states.ts'
import type { ChartContext } from './chartContext.ts'
import { drawText, type DrawnShape } from './drawnShape.ts'
import type { Palette } from './palette.ts'
import { drawState } from './stateMark.ts'
import { estimateWidth, fitText } from './textWidth.ts'

/** What an ECharts option holds, loosely: its own type is wider and narrower than what it takes in places. */
export type OptionPart = Readonly<Record<string, unknown>>

/**
 * Grid and axes over the whole drawing that count px from its upper left corner: for words, textures and stops of the keyboard that
 * stand at no value. `index` is the place of the grid among the grids of the option.
 */
export const sheetGrid = (index: number, width: number, height: number) => ({
  grid: { left: 0, right: 0, top: 0, bottom: 0 },
  xAxis: { gridIndex: index, type: 'value', min: 0, max: width, show: false },
  yAxis: { gridIndex: index, type: 'value', min: 0, max: height, inverse: true, show: false },
})

/** Shapes in px on the sheet; `z` below 2 is behind the marks. */
export const drawOnSheet = (id: string, index: number, shapes: readonly DrawnShape[], z: number): OptionPart => ({
  id,
  type: 'custom',
  xAxisIndex: index,
  yAxisIndex: index,
  silent: true,
  z,
  data: [[0, 0]],
  renderItem: () => ({ type: 'group', children: shapes }),
})

/** A straight line. */
export const drawLine = (x1: number, y1: number, x2: number, y2: number, stroke: string, lineWidth = 1): DrawnShape => ({
  type: 'line',
  shape: { x1, y1, x2, y2 },
  style: { stroke, lineWidth },
})

/** A piece of a running line of facts: words, with the texture of a state before them where they tell a reason. */
export interface Fact {
  readonly text: string
  readonly bold?: boolean
  readonly state?: FigureState
  /** The rows behind it that have no mark of their own: stops of the keyboard. */
  readonly rows?: readonly ComparedValue[]
}

/** A fact with its place: the left end and the middle of its line. */
export interface PlacedFact extends Fact {
  readonly x: number
  readonly y: number
}

const boxWidth = 18
const factGap = 14

/**
 * Sets facts one after another into lines no wider than `room`; the first line's middle is half a line below `top`. A fact wider than
 * a line runs on in the next, under its first word.
 */
export function flowFacts(
  facts: readonly Fact[],
  left: number,
  top: number,
  room: number,
  palette: Palette,
): { readonly placed: readonly PlacedFact[]; readonly height: number } {
  const line = lineOf(palette)
  let x = left
  let lines = 0
  const placed = facts.flatMap((fact) => {
    const before = fact.state ? boxWidth + 5 : 0
    const wider = fact.bold ? 1.06 : 1
    const [first = '', ...more] = breakText(fact.text, palette.small, (room - before) / wider)
    const width = before + estimateWidth(first, palette.small) * wider
    if (x > left && x + width > left + room) {
      x = left
      lines += 1
    }
    const here: PlacedFact = { ...fact, text: first, x, y: top + (lines + 0.5) * line }
    const under = more.map((text): PlacedFact => {
      lines += 1
      return { text, ...(fact.bold === undefined ? {} : { bold: fact.bold }), x: left + before, y: top + (lines + 0.5) * line }
    })
    const last = more.at(-1)
    x = last === undefined ? x + width + factGap : left + before + estimateWidth(last, palette.small) * wider + factGap
    return [here, ...under]
  })
  return { placed, height: facts.length === 0 ? 0 : (lines + 1) * line }
}

/** A text in lines no wider than `width`, broken between words or Chinese characters. */
function breakText(text: string, size: number, width: number): string[] {
  if (estimateWidth(text, size) <= width) return [text]
  const lines: string[] = []
  for (const word of text.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+/gu) ?? []) {
    const last = lines.at(-1)
    if (last !== undefined && estimateWidth((last + word).trimEnd(), size) <= width) lines[lines.length - 1] = last + word
    else lines.push(word)
  }
  return lines.map((line) => fitText(line.trimEnd(), size, width))
}

/** Height of a line of small words. */
export const lineOf = (palette: Palette): number => Math.round(palette.small * 1.6)

/** Facts as shapes, on paper so that grid lines do not run through them. */
export function drawFacts(placed: readonly PlacedFact[], palette: Palette): DrawnShape[] {
  return placed.flatMap((fact) => {
    const box = { x: fact.x, y: fact.y - palette.small * 0.42, width: boxWidth, height: palette.small * 0.84 }
    const x = fact.x + (fact.state ? boxWidth + 5 : 0)
    return [
      {
        type: 'rect' as const,
        shape: {
          x: fact.x - 2,
          y: fact.y - palette.small * 0.65,
          width: x - fact.x + estimateWidth(fact.text, palette.small) + 6,
          height: palette.small * 1.3,
        },
        style: { fill: palette.surface },
      },
      ...(fact.state ? drawState(fact.state, box, palette) : []),
      drawText(fact.text, x, fact.y, palette, fact.bold ? { fill: palette.ink, fontWeight: 'bold' } : {}),
    ]
  })
}

/** The middle of a fact's texture, where the ring of the keyboard stands. */
export const stopOfFact = (fact: PlacedFact): readonly [x: number, y: number] => [fact.x + boxWidth / 2, fact.y]

/** The name of a body in a drawing; with the year of its figure where the span has more than one. */
export function nameBody(id: string, { agencies }: Pick<ChartContext, 'agencies'>): string {
  return agencies.find((agency) => agency.id === id)?.shortName ?? id
}
