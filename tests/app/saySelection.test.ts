import { expect, it } from 'vitest'
import type { Atlas } from '../../src/app/AtlasContext.ts'
import { saySelection } from '../../src/app/print/saySelection.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import type { Selection } from '../../src/selection.ts'
import type { Lang } from '../../src/text/label.ts'
import { wordsIn } from '../../src/text/words.ts'
import { testAgencies } from '../charts/comparedRows.ts'
import { start } from '../knownSelection.ts'

/** What the head of a page needs of the atlas. */
function atlasOf(more: Partial<Selection>, lang: Lang = 'zh'): Atlas {
  const selection = { ...start, indicators: ['requests_new'], ...more }
  const byId = new Map(testAgencies.map((agency) => [agency.id, agency]))
  const known = {
    dataset: { agencies: testAgencies, catalogue: ourCatalogue },
    selection,
    start: { ...start, indicators: ['requests_new'] },
    chosenAgencies: selection.agencies === null ? testAgencies : testAgencies.filter(({ id }) => selection.agencies?.includes(id)),
    agencyById: (id: string) => byId.get(id),
    reportById: () => undefined,
    lang,
    words: wordsIn(lang),
  }
  return known as unknown as Atlas
}
const said = (more: Partial<Selection>, lang?: Lang) => new Map(saySelection(atlasOf(more, lang)))

it('says bodies, years, evidence and blanks even where nothing was chosen', () => {
  const all = said({ page: 'overview', years: [2017, 2022] })
  expect([...all.keys()]).toEqual(['机关', '年份', '证据', '空白'])
  expect([all.get('机关'), all.get('年份'), all.get('空白')]).toEqual(['全部 7 个', '2017–2022', '照原样'])
})

it('names what was chosen, few bodies by name and many by their number', () => {
  const chosen = said({
    page: 'compare',
    agencies: ['a', 'b'],
    prose: true,
    blanksAsZero: true,
    applicant: 'natural_person',
    bench: 12.5,
    per: 'share',
  })
  expect(chosen.get('机关')).toBe('甲局、乙局（2 个）')
  expect(chosen.get('指标')).toBe('新收申请数')
  expect([chosen.get('证据'), chosen.get('空白'), chosen.get('申请人'), chosen.get('对照'), chosen.get('计法')]).toEqual([
    '表格 + 正文',
    '按零计',
    '自然人',
    '12.5',
    '占比',
  ])
  const many = said({ page: 'overview', agencies: testAgencies.map(({ id }) => id) }, 'en')
  expect(many.get('Bodies')).toMatch(/and others, 7 in all$/)
})

it('says the filters of the findings on their page, and nothing that changes nothing there', () => {
  const checks = said({ page: 'checks', severity: 'error', prose: true, bench: 'median' })
  expect([...checks]).toContainEqual(['结果', '不一致'])
  expect([...checks]).toContainEqual(['轻重', '须核对'])
  expect([...checks.keys()]).not.toContain('证据')
  expect([...said({ page: 'methods' })]).toEqual([])
})
