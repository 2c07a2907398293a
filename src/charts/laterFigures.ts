import { isOfProse, isOfTables } from '../forms/states.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'

/** What the tables and the prose give to say whether a figure rose or fell. */
export interface LaterFigures {
  /** The last year in which a table asks for it, with its n of N; null where no table does. */
  readonly last: { readonly year: number; readonly have: number; readonly of: number } | null
  /** The years of the span after that: places, reports, and places whose prose gives a number; null where there are none. */
  readonly later: {
    readonly years: readonly [from: number, to: number]
    readonly of: number
    readonly loaded: number
    readonly prose: number
  } | null
}

/** Counts what there is of one indicator before and after its rows end. `rows`: tables and prose of every body and year. */
export function countLater(rows: readonly ComparedValue[], [from, to]: readonly [number, number]): LaterFigures {
  const tables = rows.filter(isOfTables)
  const asked = tables.filter((row) => row.report !== null && row.state !== 'not_in_form' && row.state !== 'not_reported')
  const end = asked.reduce((last, row) => Math.max(last, row.year), -Infinity)
  const inEnd = tables.filter((row) => row.year === end)
  const after = tables.filter((row) => row.year > end)
  const told = rows.filter((row) => row.year > end && row.value !== null && isOfProse(row))
  return {
    last: end === -Infinity ? null : { year: end, have: inEnd.filter((row) => row.value !== null).length, of: inEnd.length },
    later:
      after.length === 0
        ? null
        : {
            years: [Math.max(from, end + 1), to],
            of: after.length,
            loaded: after.filter((row) => row.report !== null).length,
            prose: new Set(told.map((row) => `${row.agency} ${row.year}`)).size,
          },
  }
}
