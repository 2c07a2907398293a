import { describe, expect, it } from 'vitest'
import type { FormId } from '../../src/forms/form.ts'
import type { FigureState } from '../../src/forms/states.ts'
import { indicatorById } from '../../src/indicators/catalogue.ts'
import { computeIndicator, type CellFigure } from '../../src/indicators/computeIndicator.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import { valueColumn } from '../../src/indicators/wideColumns.ts'
import type { ApplicantId } from '../../src/forms/form.ts'

type Printed = Readonly<Record<string, number | FigureState>>

/** What an indicator is in a report that prints these figures; what is not given is not in the form. */
function compute(
  id: string,
  form: FormId,
  printed: Printed,
  choice: { applicant?: ApplicantId; blanksAsZero?: boolean } = {},
  year = 2020,
) {
  const figureOf = (indicator: string, applicant: ApplicantId | null): CellFigure => {
    const given = printed[valueColumn(indicator, applicant)] ?? 'not_in_form'
    return typeof given === 'number' ? { value: given, state: given === 0 ? 'zero' : 'value' } : { value: null, state: given }
  }
  const { applicant = null, blanksAsZero = false } = choice
  return computeIndicator(indicatorById(ourCatalogue, id), ourCatalogue, { form, year }, figureOf, { applicant, blanksAsZero })
}

describe('a figure that the form prints', () => {
  it('is itself, with its state', () => {
    expect(compute('requests_new', 'y2019', { requests_new: 3 })).toEqual({ value: 3, state: 'value', n: null })
    expect(compute('requests_new', 'y2019', { requests_new: 0 })).toEqual({ value: 0, state: 'zero', n: null })
    expect(compute('requests_new', 'y2019', { requests_new: 'blank' })).toEqual({ value: null, state: 'blank', n: null })
  })

  it('stays a blank when blanks count as 0', () => {
    expect(compute('requests_new', 'y2019', { requests_new: 'blank' }, { blanksAsZero: true })).toEqual({
      value: 0,
      state: 'blank',
      n: null,
    })
    expect(compute('requests_new', 'y2019', { requests_new: 'row_missing' }, { blanksAsZero: true })).toMatchObject({
      value: null,
      state: 'row_missing',
    })
  })

  it('is that of one applicant type on request, on forms that ask by applicant', () => {
    const printed = { requests_new: 9, 'requests_new@natural_person': 7 }
    expect(compute('requests_new', 'y2021', printed, { applicant: 'natural_person' })).toMatchObject({ value: 7 })
    expect(compute('requests_new', 'y2021', printed, { applicant: 'total' })).toMatchObject({ value: 9 })
    expect(compute('requests_new', 'pre2019_table', { requests_new: 9 }, { applicant: 'natural_person' })).toMatchObject({
      value: null,
      state: 'not_in_form',
    })
  })
})

describe('a figure that the form does not print but sums', () => {
  it('is the sum of its parts', () => {
    expect(compute('litigation_total', 'y2019', { litigation_direct_total: 2, litigation_after_review_total: 1 })).toEqual({
      value: 3,
      state: 'value',
      n: null,
    })
    expect(compute('litigation_total', 'pre2019_table', { litigation_total: 3 })).toEqual({ value: 3, state: 'value', n: null })
  })

  it('is missing with the first reason when a part is missing', () => {
    expect(
      compute('litigation_total', 'y2019', { litigation_direct_total: 'row_missing', litigation_after_review_total: 'blank' }),
    ).toMatchObject({ value: null, state: 'blank' })
  })

  it('passes the applicant type on to its parts', () => {
    const printed = {
      'unable_not_held@org_commercial': 1,
      'unable_needs_creation@org_commercial': 0,
      'unable_unclear_after_correction@org_commercial': 2,
    }
    expect(compute('unable_total', 'y2021', printed, { applicant: 'org_commercial' })).toMatchObject({ value: 3, state: 'value' })
  })

  it('is in no form where the form has nothing to sum', () => {
    expect(compute('unable_total', 'pre2019_table', {})).toEqual({ value: null, state: 'not_in_form', n: null })
  })
})

describe('a rate', () => {
  const outcomes = { outcome_granted: 20, outcome_partial: 5, outcomes_total: 50 }

  it('comes with its size', () => {
    expect(compute('disclosure_rate', 'y2019', outcomes)).toEqual({ value: 0.5, state: 'value', n: 50 })
  })

  it('counts already-public replies as disclosure before 2019', () => {
    expect(compute('disclosure_rate', 'pre2019_table', { ...outcomes, outcome_already_public: 15 })).toEqual({
      value: 0.8,
      state: 'value',
      n: 50,
    })
  })

  it('is 0 when nothing was granted, and undefined when nothing was asked', () => {
    expect(compute('disclosure_rate', 'y2019', { ...outcomes, outcome_granted: 0, outcome_partial: 0 })).toEqual({
      value: 0,
      state: 'zero',
      n: 50,
    })
    expect(compute('disclosure_rate', 'y2019', { outcome_granted: 0, outcome_partial: 0, outcomes_total: 0 })).toEqual({
      value: null,
      state: 'undefined',
      n: 0,
    })
  })

  it('says what is missing, and keeps the size that is known', () => {
    expect(compute('disclosure_rate', 'y2019', { ...outcomes, outcome_partial: 'unreadable' })).toEqual({
      value: null,
      state: 'unreadable',
      n: 50,
    })
  })

  it('takes a blank as 0 on request, and is undefined then when the denominator is one', () => {
    expect(compute('disclosure_rate', 'y2019', { ...outcomes, outcome_partial: 'blank' }, { blanksAsZero: true })).toEqual({
      value: 0.4,
      state: 'value',
      n: 50,
    })
    expect(compute('disclosure_rate', 'y2019', { ...outcomes, outcomes_total: 'blank' }, { blanksAsZero: true })).toEqual({
      value: null,
      state: 'undefined',
      n: 0,
    })
  })

  it('goes down to printed cells: refusals over outcomes in 2019', () => {
    const grounds = [
      'state_secret',
      'law_prohibited',
      'security_stability',
      'third_party_rights',
      'internal_affairs',
      'process_information',
      'enforcement_file',
      'admin_query',
    ]
    const printed = Object.fromEntries(grounds.map((ground) => [`refused_${ground}`, 1]))
    expect(compute('refusal_rate', 'y2019', { ...printed, outcomes_total: 32 })).toEqual({ value: 0.25, state: 'value', n: 32 })
    expect(compute('refusal_mix.refused_state_secret', 'y2019', printed)).toEqual({ value: 0.125, state: 'value', n: 8 })
  })

  it('per 100 answered requests', () => {
    expect(compute('reviews_per_100_requests', 'y2021', { review_total: 3, outcomes_total: 60 })).toEqual({
      value: 5,
      state: 'value',
      n: 60,
    })
  })

  it('of one channel needs all five', () => {
    const channels = {
      channel_gazette_items: 1,
      channel_website_items: 6,
      channel_weibo_items: 2,
      channel_wechat_items: 1,
      channel_other_items: 'blank' as const,
    }
    expect(compute('channel_share.channel_website_items', 'pre2019_table', channels)).toEqual({ value: null, state: 'blank', n: null })
    expect(compute('channel_share.channel_website_items', 'pre2019_table', { ...channels, channel_other_items: 0 })).toEqual({
      value: 0.6,
      state: 'value',
      n: 10,
    })
  })

  it('of applicants ignores the applicant that was chosen', () => {
    const printed = { requests_new: 8, 'requests_new@natural_person': 6, 'requests_new@org_other': 1 }
    expect(compute('applicant_share.natural_person', 'y2019', printed, { applicant: 'org_other' })).toMatchObject({ value: 0.75, n: 8 })
  })
})

describe('a report without a table', () => {
  it('is asked by the form of its year', () => {
    const nothing = { disclosed_items_total: 'not_reported', requests_new: 'not_reported' } as const
    expect(compute('disclosed_items_total', 'narrative', nothing, {}, 2017)).toMatchObject({ value: null, state: 'not_reported' })
    expect(compute('litigation_total', 'narrative', { litigation_total: 'not_reported' }, {}, 2017)).toMatchObject({
      state: 'not_reported',
    })
    expect(compute('unable_total', 'narrative', {}, {}, 2017)).toMatchObject({ state: 'not_in_form' })
    const parts = {
      unable_not_held: 'not_reported',
      unable_needs_creation: 'not_reported',
      unable_unclear_after_correction: 'not_reported',
    } as const
    expect(compute('unable_total', 'narrative', parts, {}, 2020)).toMatchObject({ state: 'not_reported' })
  })
})
