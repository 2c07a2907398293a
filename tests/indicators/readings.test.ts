import { describe, expect, it } from 'vitest'
import { indicatorById } from '../../src/indicators/catalogue.ts'
import { printFormula } from '../../src/indicators/formulaText.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import { findBase, measurePerBase } from '../../src/indicators/perBase.ts'
import { findCount, listReadings, listVariants, readIndicatorAs } from '../../src/indicators/readings.ts'

const get = (id: string) => indicatorById(ourCatalogue, id)
const as = (id: string, per: 'count' | 'share' | 'staff' | 'requests' | null, applicant: string | null = null) =>
  readIndicatorAs(ourCatalogue, get(id), { per, applicant })

describe('a count in relation to a base', () => {
  it('says its formula on the forms that ask for both, and is as comparable as the worse of the two', () => {
    const base = findBase(ourCatalogue, 'requests')
    const measure = base && measurePerBase(get('outcome_granted'), base)
    expect(measure?.from.y2021 && printFormula(measure.from.y2021)).toBe('100 * outcome_granted / requests_new')
    expect(measure?.into.y2019).toEqual(get('outcome_granted').into.y2019)
    expect(measure).toMatchObject({ id: 'outcome_granted', kind: 'derived', minSize: 20, unitName: { zh: '件/百件' } })
  })

  it('is the same as the measure that the catalogue has', () => {
    const base = findBase(ourCatalogue, 'staff')
    const measure = base && measurePerBase(get('disclosed_items_total'), base)
    const known = get('disclosed_items_per_staff')
    expect(measure).toMatchObject({ from: known.from, size: known.size, minSize: known.minSize })
  })

  it.each(['disclosure_rate', 'staff_total', 'staff_full_time', 'channel_share.channel_weibo_items'])('is not made of %s', (id) => {
    const base = findBase(ourCatalogue, 'staff')
    expect(base && measurePerBase(get(id), base)).toBeNull()
  })

  it('is not made where no form asks for both', () => {
    const base = findBase(ourCatalogue, 'staff')
    const later = ourCatalogue.indicators.filter((indicator) => indicator.kind === 'reported' && !indicator.from.pre2019_table)
    expect(later.length).toBeGreaterThan(10)
    for (const indicator of later) expect(base && measurePerBase(indicator, base)).toBeNull()
  })
})

describe('the readings of an indicator', () => {
  it('are a number, its share, per staff member and per 100 requests, where the catalogue has them', () => {
    expect(listReadings(ourCatalogue, get('channel_weibo_items'), null)).toEqual(['count', 'share', 'staff', 'requests'])
    expect(listReadings(ourCatalogue, get('outcome_refused_total'), null)).toEqual(['count', 'share', 'staff', 'requests'])
    expect(listReadings(ourCatalogue, get('requests_carried_in'), null)).toEqual(['count', 'requests'])
    expect(listReadings(ourCatalogue, get('disclosure_rate'), null)).toEqual(['share'])
  })

  it('go from a number to its share and back', () => {
    expect(as('channel_weibo_items', 'share').shown.id).toBe('channel_share.channel_weibo_items')
    expect(findCount(ourCatalogue, get('channel_share.channel_weibo_items'))?.indicator.id).toBe('channel_weibo_items')
    expect(listReadings(ourCatalogue, get('channel_share.channel_weibo_items'), null)).toEqual(['count', 'share'])
  })

  it('of one applicant type go to its share of all of them and back', () => {
    expect(as('requests_new', 'share').shown.id).toBe('requests_new')
    expect(as('requests_new', 'share', 'natural_person').shown.id).toBe('applicant_share.natural_person')
    expect(findCount(ourCatalogue, get('applicant_share.natural_person'))).toMatchObject({ applicant: 'natural_person' })
  })

  it('say the applicant type in the name, and drop it where the indicator has none', () => {
    expect(as('requests_new', null, 'natural_person')).toMatchObject({
      applicant: 'natural_person',
      shown: { name: { zh: '新收申请数（自然人）' } },
    })
    expect(as('staff_total', null, 'natural_person')).toMatchObject({ applicant: null, shown: get('staff_total') })
    expect(as('requests_new', null, 'nobody').applicant).toBeNull()
  })

  it('stay as they are where there is no such reading', () => {
    expect(as('disclosure_rate', 'staff')).toMatchObject({ kind: 'share', base: null, shown: get('disclosure_rate') })
    expect(as('requests_carried_in', 'share')).toMatchObject({ kind: 'count', shown: get('requests_carried_in') })
  })

  it('of the disclosure rate are two measures, each with its formula', () => {
    const ids = ['disclosure_rate', 'substantive_disclosure_rate']
    for (const id of ids) expect(listVariants(ourCatalogue, get(id)).map((variant) => variant.id)).toEqual(ids)
    expect(listVariants(ourCatalogue, get('refusal_rate'))).toEqual([])
  })
})
