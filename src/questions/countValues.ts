import { sql } from '../engine/sql.ts'
import { refuseUnknown } from './params.ts'
import type { Question } from './question.ts'
import { numberOf, textOf } from './rawFields.ts'

/** How much there is of one indicator, in the latest version of every report. */
export interface ValueCount {
  readonly indicator: string
  /** Reports whose tables give a number, zeros among them; worked out where the indicator is. */
  readonly withValue: number
  /** Reports whose prose gives a number. */
  readonly withProse: number
  /** The years of all these, joined by `~`; empty when there are none. */
  readonly years: string
}

/** How many reports have a number for each indicator? In the order of the catalogue, so that pickers offer only what has data. */
export const countValues: Question<Record<string, never>, ValueCount> = {
  name: 'countValues',
  about: { zh: '每个指标有多少份年报有数', en: 'How many reports have a number for each indicator' },
  paramsAbout: {},
  readParams(raw) {
    refuseUnknown(raw, [])
    return {}
  },
  // Counted when the dataset is compiled: counting here would read every column of the wide table.
  sql: () => sql`
    SELECT indicator, with_value::INTEGER AS "withValue", with_prose::INTEGER AS "withProse", years
    FROM d.value_counts
    ORDER BY place`,
  row: (raw) => ({
    indicator: textOf(raw, 'indicator'),
    withValue: numberOf(raw, 'withValue'),
    withProse: numberOf(raw, 'withProse'),
    years: textOf(raw, 'years'),
  }),
}
