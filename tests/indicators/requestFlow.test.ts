import { describe, expect, it } from 'vitest'
import { askedBy, flowOn, listRequestFigures, outcomeMixes, proportions } from '../../src/indicators/requestFlow.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import { readCatalogue } from '../../src/indicators/readCatalogue.ts'
import { writeCatalogue } from '../../src/indicators/catalogueFile.ts'

describe('the way of a request on each form', () => {
  it('has eight outcomes on the 2014 form and six groups later, in printed order', () => {
    const told = (form: 'pre2019_table' | 'y2019' | 'y2021') =>
      flowOn(form, ourCatalogue).parts.map(({ indicator, grounds }) => `${(indicator.shortName ?? indicator.name).zh} ${grounds.length}`)
    expect(told('pre2019_table')).toEqual([
      '已主动公开 0', '予以公开 0', '部分公开 0', '不予公开 6', '不属本机关公开 0', '信息不存在 0', '告知更改补充 0', '通过其他途径办理 0',
    ]) // prettier-ignore
    expect(told('y2019')).toEqual(['予以公开 0', '部分公开 0', '不予公开 8', '无法提供 3', '不予处理 5', '其他处理 0'])
    expect(told('y2021')).toEqual(['予以公开 0', '部分公开 0', '不予公开 8', '无法提供 3', '不予处理 5', '其他处理 3'])
  })

  it('has rows for what is carried over from 2019 on', () => {
    expect(flowOn('pre2019_table', ourCatalogue)).toMatchObject({ ins: [{ id: 'requests_new' }], out: null })
    expect(flowOn('y2019', ourCatalogue)).toMatchObject({
      ins: [{ id: 'requests_new' }, { id: 'requests_carried_in' }],
      total: { id: 'outcomes_total' },
      out: { id: 'requests_carried_out' },
    })
  })

  it('is the same of a catalogue that was written and read again', () => {
    const again = readCatalogue(JSON.parse(JSON.stringify(writeCatalogue(ourCatalogue))))
    expect(outcomeMixes(again).map(({ forms, kinds }) => [forms, kinds.map(({ id }) => id)])).toEqual(
      outcomeMixes(ourCatalogue).map(({ forms, kinds }) => [forms, kinds.map(({ id }) => id)]),
    )
    expect(proportions(again).map(({ id, role }) => [id, role?.proportionOn])).toEqual(
      proportions(ourCatalogue).map(({ id, role }) => [id, role?.proportionOn]),
    )
    expect(listRequestFigures(again, null)).toEqual(listRequestFigures(ourCatalogue, null))
  })

  it('is empty, not wrong, of a catalogue that gives no roles', () => {
    const plain = { ...ourCatalogue, indicators: ourCatalogue.indicators.map((indicator) => ({ ...indicator, role: {} })) }
    expect(flowOn('y2021', plain)).toEqual({ form: 'y2021', ins: [], total: null, parts: [], out: null })
    expect([outcomeMixes(plain), proportions(plain), askedBy(plain), listRequestFigures(plain, null)]).toEqual([[], [], null, []])
  })
})

describe('the figures that the page asks for', () => {
  it('are of one applicant type where one is chosen, and of every type for those received', () => {
    expect(listRequestFigures(ourCatalogue, 'org_research')).toContain('outcome_granted@org_research')
    expect(listRequestFigures(ourCatalogue, null)).not.toContain('outcome_granted@org_research')
    for (const { id } of ourCatalogue.applicants.filter((type) => type.id !== 'total'))
      expect(listRequestFigures(ourCatalogue, null)).toContain(`requests_new@${id}`)
  })
})
