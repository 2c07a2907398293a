import { describe, expect, it } from 'vitest'
import { tableForms, indicatorById } from '../../src/indicators/catalogue.ts'
import { operandsOf } from '../../src/indicators/formula.ts'
import { mayJoin } from '../../src/indicators/comparability.ts'
import { printFormula } from '../../src/indicators/formulaText.ts'
import type { Indicator } from '../../src/indicators/indicator.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'

const { indicators, forms } = ourCatalogue
const ofKind = (kind: Indicator['kind']) => indicators.filter((indicator) => indicator.kind === kind)
const get = (id: string) => indicatorById(ourCatalogue, id)
const han = /\p{Script=Han}/u

describe('our catalogue', () => {
  it('has 120 figures of the forms and 4 composites', () => {
    expect(ofKind('reported')).toHaveLength(120)
    expect(ofKind('composite')).toHaveLength(4)
  })

  it('has 24 derived measures: 18 alone, 4 families of 8, 5, 4 and 6, and 2 for any indicator', () => {
    const families = new Map<string, number>()
    for (const { family } of indicators) if (family) families.set(family.id, (families.get(family.id) ?? 0) + 1)
    expect([...families]).toEqual([
      ['refusal_mix', 8],
      ['channel_share', 5],
      ['request_channel_share', 4],
      ['applicant_share', 6],
    ])
    expect(ofKind('derived').filter((indicator) => !indicator.family)).toHaveLength(18)
    expect(ourCatalogue.generic?.map((measure) => measure.id)).toEqual(['yoy_change', 'peer_percentile'])
  })

  it('knows each id once', () => {
    expect(new Set(indicators.map((indicator) => indicator.id)).size).toBe(indicators.length)
  })

  it('gives every cell of every form an indicator that says it stands there, and the other way round', () => {
    const asked = forms.flatMap((form) =>
      form.rows.flatMap((row) => (row.indicator === null ? [] : [`${form.id} ${row.path} ${row.indicator}`])),
    )
    const answered = indicators.flatMap((indicator) =>
      tableForms.flatMap((form) => (indicator.cell[form] === undefined ? [] : [`${form} ${indicator.cell[form]} ${indicator.id}`])),
    )
    expect([...answered].sort()).toEqual([...asked].sort())
  })

  it('takes unit and applicants of a cell from its indicator', () => {
    const rows = forms.flatMap((form) =>
      form.rows.flatMap((row) => (row.indicator === null || row.type === 'text' ? [] : [{ row, of: get(row.indicator) }])),
    )
    expect(rows.filter(({ row, of }) => row.unit !== of.unit)).toEqual([])
    expect(rows.filter(({ row, of }) => row.byApplicant && !of.byApplicant)).toEqual([])
    // The 25 rows of 2021, （六） of 2019 as one, and the three sums that neither form prints.
    expect(indicators.filter((indicator) => indicator.kind === 'reported' && indicator.byApplicant)).toHaveLength(29)
  })

  it('says everything in both languages', () => {
    const texts = indicators.flatMap(({ name, definition, shortName, note, into }) => [
      name,
      definition,
      shortName,
      note,
      into.y2019.why,
      into.y2021.why,
    ])
    expect(texts.filter((text) => text && !(han.test(text.zh) && /[A-Za-z]/.test(text.en)))).toEqual([])
    expect(indicators.filter(({ unitName }) => !han.test(unitName.zh) || han.test(unitName.en))).toEqual([])
  })

  it('keeps short names short enough for a row', () => {
    expect(indicators.filter(({ shortName }) => shortName && shortName.zh.length > 14)).toEqual([])
  })

  it('builds formulas only from figures that it knows, and on the forms where they are', () => {
    const missing = indicators.flatMap((indicator) =>
      tableForms.flatMap((form) =>
        [indicator.from[form], indicator.size?.[form]]
          .flatMap((formula) => (formula ? operandsOf(formula) : []))
          .filter((operand) => get(operand.indicator).from[form] === undefined)
          .map((operand) => `${indicator.id} ${form} ${operand.indicator}`),
      ),
    )
    expect(missing).toEqual([])
  })

  it('gives every rate its size on each form where it exists', () => {
    const rates = ofKind('derived')
    expect(rates.map((rate) => Object.keys(rate.size ?? {}))).toEqual(rates.map((rate) => Object.keys(rate.from)))
    expect(rates.filter((rate) => rate.minSize === undefined || rate.minSize < 1 || rate.format === undefined)).toEqual([])
  })

  it('breaks where a form has nothing, and joins only where both sides have something', () => {
    const changes = [
      ['pre2019_table', 'y2019'],
      ['y2019', 'y2021'],
    ] as const
    const joinedOverNothing = indicators.flatMap((indicator) =>
      changes
        .filter(([before, after]) => (!indicator.from[before] || !indicator.from[after]) && mayJoin(indicator, before, after))
        .map(([, after]) => `${indicator.id} ${after}`),
    )
    expect(joinedOverNothing).toEqual([])
  })

  it('never calls a composite identical to what was before 2019', () => {
    expect(ofKind('composite').map((composite) => composite.into.y2019.class)).toEqual(['caveat', 'caveat', 'caveat', 'caveat'])
  })

  it('lets a rate be taken by applicant only where every figure in it has applicants', () => {
    const byApplicant = ofKind('derived').filter((rate) => rate.byApplicant)
    const later = byApplicant
      .flatMap((rate) => [rate.from.y2019, rate.from.y2021])
      .flatMap((formula) => (formula ? operandsOf(formula) : []))
    expect(later.filter((operand) => !get(operand.indicator).byApplicant)).toEqual([])
    expect(get('reviews_per_100_requests').byApplicant).toBe(false)
  })
})

describe('formulas of domain.md', () => {
  it.each([
    ['disclosure_rate', 'pre2019_table', '(outcome_already_public + outcome_granted + outcome_partial) / outcomes_total'],
    ['disclosure_rate', 'y2021', '(outcome_granted + outcome_partial) / outcomes_total'],
    ['reviews_per_100_requests', 'y2019', '100 * review_total / outcomes_total'],
    ['clearance_rate', 'y2019', 'outcomes_total / (requests_new + requests_carried_in)'],
    ['litigation_total', 'y2019', 'litigation_direct_total + litigation_after_review_total'],
    ['other_total', 'y2021', 'other_no_correction + other_fee_unpaid + other_misc'],
    ['applicant_share.natural_person', 'y2021', 'requests_new[natural_person] / requests_new[total]'],
    ['refusal_mix.refused_state_secret', 'y2019', 'refused_state_secret / outcome_refused_total'],
    ['request_channel_share.requests_online', 'pre2019_table', 'requests_online / requests_new'],
    [
      'channel_share.channel_weibo_items',
      'pre2019_table',
      'channel_weibo_items / (channel_gazette_items + channel_website_items + channel_weibo_items + channel_wechat_items + channel_other_items)',
    ],
    ['third_party_refusals', 'pre2019_table', 'refused_trade_secret + refused_personal_privacy'],
  ] as const)('%s on %s', (id, form, text) => {
    const formula = get(id).from[form]
    expect(formula && printFormula(formula)).toBe(text)
  })
})

describe('roles', () => {
  const ranked = (rank: 'overview' | 'headline') =>
    indicators
      .filter((indicator) => indicator.role?.[rank] !== undefined)
      .sort((a, b) => (a.role?.[rank] ?? 0) - (b.role?.[rank] ?? 0))
      .map((indicator) => indicator.shortName?.zh ?? indicator.name.zh)

  it('put these rows on the overview', () => {
    expect(ranked('overview')).toEqual([
      '主动公开政府信息', '制发规范性文件', '行政许可决定', '行政处罚决定',
      '政府公报', '政府网站', '政务微博', '政务微信', '其他方式',
      '新收申请', '办理结果总计', '予以公开', '结转下年度', '行政复议', '行政诉讼',
      '公开工作人员', '其中：兼职', '专项经费', '会议', '接受培训',
    ]) // prettier-ignore
    expect(ranked('headline')).toEqual(['主动公开政府信息', '新收申请', '公开工作人员'])
  })

  it('make the outcomes of each form add up to what its total says', () => {
    for (const form of tableForms) {
      const total = indicators.find((indicator) => indicator.role?.flow === 'total')
      const rows = forms.find((candidate) => candidate.id === form)?.rows ?? []
      const printed = rows.find((row) => row.indicator === total?.id)?.parts ?? []
      const leaves = (id: string): string[] => {
        const parts = indicators.filter((indicator) => indicator.role?.partOf === id && indicator.from[form])
        const isPrinted = printed.some((path) => rows.find((row) => row.path === path)?.indicator === id)
        return isPrinted ? [id] : parts.flatMap((part) => leaves(part.id))
      }
      expect(leaves(total?.id ?? '').sort()).toEqual(
        printed.flatMap((path) => rows.find((row) => row.path === path)?.indicator ?? []).sort(),
      )
    }
  })

  it('name how reviews and lawsuits end, each under its total, and the rates that are a part of a whole', () => {
    const ends = indicators.filter(({ role }) => role?.dispute !== undefined && role.dispute !== 'total')
    expect(ends.map(({ id, role }) => `${role?.partOf ?? ''} ${role?.dispute ?? ''}: ${id}`)).toEqual(
      ['review', 'litigation'].flatMap((block) =>
        ['upheld', 'corrected', 'other', 'pending'].map((end) => `${block}_total ${end}: ${block}_${end}`),
      ),
    )
    // Before 2019 a request of the year before may be among the closed ones: no part of those received.
    const clearance = indicators.find(({ id }) => id === 'clearance_rate')
    expect(clearance?.role?.proportionOn).toEqual(['y2019', 'y2021'])
    for (const { from, role } of indicators) for (const form of role?.proportionOn ?? []) expect(from[form]?.kind).toBe('ratio')
  })

  it('name the five channels', () => {
    expect(indicators.flatMap((indicator) => indicator.role?.channel ?? [])).toEqual(['gazette', 'website', 'weibo', 'wechat', 'other'])
  })

  it('name the total that counts an item of any channel once, and the measure over all channels', () => {
    expect(new Set(indicators.flatMap(({ role }) => role?.countedOnceIn ?? []))).toEqual(new Set(['disclosed_items_total']))
    expect(indicators.flatMap(({ id, role }) => (role?.reuseOf ? [[id, role.reuseOf]] : []))).toEqual([
      ['channel_reuse_ratio', 'disclosed_items_total'],
    ])
  })

  it('give staff, its kinds, means, activities and loads their places', () => {
    const at = (place: string): string[] => indicators.flatMap(({ id, role }) => (role?.staffing === place ? [id] : []))
    expect(at('total')).toEqual(['staff_total'])
    expect(at('part')).toEqual(indicators.flatMap(({ id, role }) => (role?.partOf === 'staff_total' ? [id] : [])))
    expect(at('means')).toEqual(['ogi_offices', 'reading_points', 'ogi_budget'])
    expect(at('activity')).toEqual(['meetings_held', 'training_sessions', 'training_attendances'])
    expect(at('load')).toEqual(['requests_per_staff', 'disclosed_items_per_staff'])
    expect(at('share')).toEqual(['full_time_share'])
  })

  it('name one figure that others are set in relation to for each base, and the other reading of the disclosure rate', () => {
    expect(indicators.flatMap(({ id, role }) => (role?.base ? [[role.base, id]] : []))).toEqual([
      ['requests', 'requests_new'],
      ['staff', 'staff_total'],
    ])
    expect(indicators.flatMap(({ id, role }) => (role?.variantOf ? [[id, role.variantOf]] : []))).toEqual([
      ['substantive_disclosure_rate', 'disclosure_rate'],
    ])
  })
})
