import { describe, expect, it } from 'vitest'
import { indicatorById } from '../../src/indicators/catalogue.ts'
import { tellFormulas } from '../../src/indicators/formulaWords.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'

const tell = (id: string, years: readonly [number, number], lang: 'zh' | 'en' = 'zh') =>
  tellFormulas(indicatorById(ourCatalogue, id), ourCatalogue, years, lang)

describe('a formula in names', () => {
  it('is that of the forms of the years shown', () => {
    expect(tell('disclosure_rate', [2022, 2022])).toBe('(予以公开 + 部分公开) ÷ 办理结果总计')
    expect(tell('substantive_disclosure_rate', [2014, 2025])).toBe('(予以公开 + 部分公开) ÷ (予以公开 + 部分公开 + 不予公开 + 无法提供)')
  })

  it('names the forms where they differ', () => {
    expect(tell('disclosure_rate', [2014, 2025])?.split('；')).toHaveLength(2)
    expect(tell('disclosure_rate', [2014, 2025])).toMatch(/^2014 表式：.*；2019 表式、2021 表式：/)
  })

  it('says an applicant type, and the factor', () => {
    expect(tell('applicant_share.natural_person', [2022, 2022])).toBe('新收申请 [自然人] ÷ 新收申请 [总计]')
    expect(tell('reviews_per_100_requests', [2022, 2022], 'en')).toMatch(/^100 × .* ÷ /)
  })

  it('is not told of what a form prints, or does not have', () => {
    expect(tell('requests_new', [2022, 2022])).toBeNull()
    expect(tell('requests_per_staff', [2022, 2022])).toBeNull()
  })
})
