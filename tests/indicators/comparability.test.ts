import { describe, expect, it } from 'vitest'
import { indicatorById } from '../../src/indicators/catalogue.ts'
import { mayJoin, segmentsOf, stepBetween } from '../../src/indicators/comparability.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import type { FormId } from '../../src/forms/form.ts'

const get = (id: string) => indicatorById(ourCatalogue, id)
const row = (year: number, form: FormId | null, value: number | null) => ({ year, form, value })
const yearsOf = (id: string, rows: Parameters<typeof segmentsOf>[1]) =>
  segmentsOf(get(id), rows).map((segment) => segment.rows.map(({ year }) => year))

describe('the step between two forms', () => {
  it.each([
    ['review_upheld', 'identical'],
    ['requests_new', 'caveat'],
    ['outcome_granted', 'break'],
    ['disclosed_items_total', 'absent'],
  ])('%s: from 2014 to 2019 %s', (id, expected) => expect(stepBetween(get(id), 'pre2019_table', 'y2019').class).toBe(expected))

  it('is nothing on the same form', () => {
    expect(stepBetween(get('outcome_granted'), 'y2019', 'y2019').class).toBe('identical')
  })

  it('is the worst of two changes, with the reason of that one', () => {
    const step = stepBetween(get('outcome_granted'), 'pre2019_table', 'y2021')
    expect(step).toEqual(get('outcome_granted').into.y2019)
  })

  it('gives the reasons of both changes when they are equally bad', () => {
    const { y2019, y2021 } = get('normative_docs_issued').into
    const step = stepBetween(get('normative_docs_issued'), 'pre2019_table', 'y2021')
    expect(step).toEqual({ class: 'caveat', why: { zh: y2019.why.zh + y2021.why.zh, en: `${y2019.why.en} ${y2021.why.en}` } })
  })

  it('is the same in both directions: a late report on an old form', () => {
    expect(stepBetween(get('fee_amount'), 'y2021', 'y2019')).toEqual(stepBetween(get('fee_amount'), 'y2019', 'y2021'))
  })

  it('lets only identical and caveat join', () => {
    expect(mayJoin(get('review_upheld'), 'pre2019_table', 'y2019')).toBe(true)
    expect(mayJoin(get('requests_new'), 'pre2019_table', 'y2021')).toBe(true)
    expect(mayJoin(get('outcome_granted'), 'pre2019_table', 'y2019')).toBe(false)
    expect(mayJoin(get('granted_incl_already_public'), 'pre2019_table', 'y2019')).toBe(true)
    expect(mayJoin(get('refusal_rate'), 'pre2019_table', 'y2019')).toBe(false)
    expect(mayJoin(get('disclosed_items_total'), 'pre2019_table', 'y2019')).toBe(false)
  })
})

describe('a line over the years', () => {
  it('goes on over a change of form that is comparable', () => {
    expect(yearsOf('requests_new', [row(2018, 'pre2019_table', 3), row(2019, 'y2019', 0), row(2021, 'y2021', 2)])).toEqual([
      [2018, 2019, 2021],
    ])
  })

  it('stops at a break, and says why', () => {
    const rows = [row(2017, 'pre2019_table', 3), row(2018, 'pre2019_table', 4), row(2019, 'y2019', 9), row(2020, 'y2019', 8)]
    const segments = segmentsOf(get('outcome_granted'), rows)
    expect(segments.map((segment) => segment.rows)).toEqual([rows.slice(0, 2), rows.slice(2)])
    expect(segments.map((segment) => segment.cut)).toEqual([null, get('outcome_granted').into.y2019])
  })

  it('has a gap, but no end, at a year without a report, a table or a number', () => {
    const rows = [
      row(2016, 'pre2019_table', 1),
      row(2017, 'narrative', null),
      row(2018, null, null),
      row(2019, 'y2019', null),
      row(2020, 'y2019', 2),
    ]
    expect(yearsOf('requests_new', rows)).toEqual([[2016, 2020]])
  })

  it('judges a gap by the forms on both sides of it', () => {
    expect(yearsOf('outcome_granted', [row(2016, 'pre2019_table', 1), row(2018, 'narrative', null), row(2020, 'y2019', 2)])).toEqual([
      [2016],
      [2020],
    ])
  })

  it('never takes in a figure from a report without a table', () => {
    expect(yearsOf('disclosed_items_total', [row(2017, 'pre2019_table', 215), row(2018, 'narrative', 230)])).toEqual([[2017]])
  })

  it('keeps zeros', () => {
    expect(yearsOf('requests_new', [row(2019, 'y2019', 0), row(2020, 'y2019', 0)])).toEqual([[2019, 2020]])
  })

  it('stops where the body counted changes', () => {
    const rows = [
      { ...row(2019, 'y2019', 1), scope: 'own' as const },
      { ...row(2020, 'y2019', 400), scope: 'aggregate' as const },
    ]
    expect(segmentsOf(get('requests_new'), rows).map((segment) => segment.cut?.class ?? null)).toEqual([null, 'break'])
  })

  it('is empty without figures', () => {
    expect(segmentsOf(get('requests_new'), [row(2019, 'y2019', null)])).toEqual([])
  })
})
