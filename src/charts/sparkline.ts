import { isOfProse, isOfTables } from '../forms/states.ts'
import { segmentsOf } from '../indicators/comparability.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { isTooSmall } from './figureText.ts'
import type { Palette } from './palette.ts'
import type { MarkShape } from './stateMark.ts'

/** What a small line over years is made of: runs that share a line, and the years before which it may not go on. */
export interface SparklineParts {
  readonly runs: readonly (readonly ComparedValue[])[]
  /** First years after a break between forms, another scope or a merger. */
  readonly cuts: readonly number[]
  /** Years with a table figure asked for but not there; a form without the row is no gap. */
  readonly gaps: readonly ComparedValue[]
  readonly prose: readonly ComparedValue[]
}

/**
 * Takes one agency's figures of one indicator apart: a missing year, a break between forms, another scope and a merger each end a run;
 * figures of the prose stand by themselves. `mergers`: the first years that report on another body as well.
 */
export function partsOfSparkline(rows: readonly ComparedValue[], indicator: Indicator, mergers: readonly number[]): SparklineParts {
  const tables = rows.filter(isOfTables).sort((a, b) => a.year - b.year)
  const drawn = tables.filter((row) => row.value !== null && !isTooSmall(row, indicator))
  const segments = segmentsOf(indicator, drawn)
  const [first, last] = [drawn[0]?.year ?? Infinity, drawn.at(-1)?.year ?? -Infinity]
  const cuts = [
    ...segments.flatMap((segment) => (segment.cut === null ? [] : segment.rows.slice(0, 1).map((row) => row.year))),
    ...mergers.filter((year) => year > first && year <= last),
  ]
  return {
    runs: segments.flatMap((segment) => splitRuns(segment.rows, mergers)),
    cuts: [...new Set(cuts)].sort((a, b) => a - b),
    gaps: tables.filter((row) => row.value === null && row.state !== 'not_in_form'),
    prose: rows.filter((row) => row.value !== null && isOfProse(row)),
  }
}

function splitRuns(rows: readonly ComparedValue[], mergers: readonly number[]): ComparedValue[][] {
  const runs: ComparedValue[][] = []
  for (const row of rows) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && row.year === last.year + 1 && !mergers.includes(row.year)) run.push(row)
    else runs.push([row])
  }
  return runs
}

/** Draws it into a box: lines and lone points from 0 up, ticks under missing years, a thin rule with a tooth where it may not go on. */
export function drawSparkline(
  { runs, cuts, gaps, prose }: SparklineParts,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  years: readonly [from: number, to: number],
  palette: Palette,
): MarkShape[] {
  const values = [...runs.flat(), ...prose].flatMap((row) => (row.value === null ? [] : [row.value]))
  const least = Math.min(0, ...values)
  const span = Math.max(0, ...values) - least
  const step = box.width / (years[1] - years[0] + 1)
  const placeX = (year: number): number => box.x + (year - years[0] + 0.5) * step
  const placeY = (value: number | null): number =>
    box.y + box.height - 2 - (span === 0 || value === null ? 0 : ((value - least) / span) * (box.height - 4))
  const point = (row: ComparedValue): readonly [number, number] => [placeX(row.year), placeY(row.value)]
  const color = palette.series[0]
  const last = runs.at(-1)?.at(-1)
  return [
    {
      type: 'line',
      shape: { x1: box.x, y1: placeY(0), x2: box.x + box.width, y2: placeY(0) },
      style: { stroke: palette.grid, lineWidth: 1 },
    },
    ...cuts.map((year): MarkShape => {
      const x = placeX(year) - step / 2
      return {
        type: 'polyline',
        shape: {
          points: [
            [x, box.y + box.height],
            [x, box.y + 7],
            [x + 2.5, box.y + 5],
            [x - 2.5, box.y + 2],
            [x, box.y],
          ],
        },
        style: { stroke: palette.ink, fill: 'none', lineWidth: 1 },
      }
    }),
    ...gaps.map((row): MarkShape => ({
      type: 'line',
      shape: { x1: placeX(row.year), y1: box.y + box.height + 1, x2: placeX(row.year), y2: box.y + box.height + 4 },
      style: { stroke: palette.stateInk, lineWidth: 1 },
    })),
    ...runs
      .filter((run) => run.length > 1)
      .map((run): MarkShape => ({
        type: 'polyline',
        shape: { points: run.map(point) },
        style: { stroke: color, fill: 'none', lineWidth: 1.5 },
      })),
    ...runs
      .filter((run) => run.length === 1)
      .flat()
      .map((row) => dot(point(row), 2, { fill: color })),
    ...(last ? [dot(point(last), 2.6, { fill: color })] : []),
    ...prose.map((row) => dot(point(row), 2.6, { fill: palette.surface, stroke: color, lineWidth: 1.2 })),
  ]
}

const dot = ([cx, cy]: readonly [number, number], r: number, style: Readonly<Record<string, unknown>>): MarkShape => ({
  type: 'circle',
  shape: { cx, cy, r },
  style,
})
