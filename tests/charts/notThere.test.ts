import { describe, expect, it } from 'vitest'
import { isNotThere } from '../../src/charts/rug.ts'
import { keepStanding, sayNotThere } from '../../src/charts/notThere.ts'
import { compared, testAgencies } from './comparedRows.ts'

describe('a body that did not exist', () => {
  const [first, second] = testAgencies
  if (!first || !second) throw new Error('two bodies are needed')
  const gone = { ...first, id: 'gone', shortName: '质监局', validTo: '2018-11-30' }
  const stays = { ...second, id: 'stays', shortName: '财政局' }
  const absent = { state: 'not_loaded', report: null, form: null } as const
  const agencies = [gone, stays]
  const rows = agencies.flatMap(({ id }) =>
    [2017, 2018, 2019].map((year) => (id === 'gone' && year > 2017 ? compared(id, year, null, absent) : compared(id, year, year - 2000))),
  )

  it('is no gap in its years, and never counted among those without a number', () => {
    expect(keepStanding(rows, agencies).map((one) => `${one.agency} ${one.year}`)).toEqual([
      'gone 2017',
      'stays 2017',
      'stays 2018',
      'stays 2019',
    ])
  })

  it('keeps a report that there is all the same, and the gap of a body that existed', () => {
    const late = compared('gone', 2018, 5)
    const missing = compared('stays', 2018, null, absent)
    expect(keepStanding([late, missing], agencies)).toEqual([late, missing])
  })

  it('is named with its years', () => {
    const kept = keepStanding(rows, agencies)
    expect(sayNotThere(kept, { agencies, years: [2017, 2019], lang: 'zh' })).toBe('当年不存在或尚未设立，不计入：质监局（2018–2019）。')
    expect(sayNotThere(kept, { agencies: [stays], years: [2017, 2019], lang: 'en' })).toBeNull()
  })

  it('is told from a form that does not ask', () => {
    expect(isNotThere({ state: 'not_in_form', form: 'y2019' })).toBe(false)
  })
})
