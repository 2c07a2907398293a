import { describe, expect, it } from 'vitest'
import { applyDraft, changeDraft, draftOf, findLacks, keepSaid } from '../../src/app/import/identityDraft.ts'
import { newAgencyRow } from '../../src/app/import/newAgency.ts'
import { cutText, indexSource } from '../../src/app/import/sourceIndex.ts'
import type { ReportDocument } from '../../src/reports/document.ts'
import { nowhere } from '../../src/reports/problems.ts'
import { readText } from '../../src/reports/readText.ts'
import { figureAt, readReport } from './readReports.ts'

describe('what a person says of a report', () => {
  const { parsed } = readReport('a.txt')

  it('begins with what was recognised, and waits for a word', () => {
    expect(draftOf(parsed)).toMatchObject({ agencyId: 'jia-kjj', year: 2020, scope: 'own', publishedOn: '2021-01-20', confirmed: false })
    expect(findLacks(draftOf(parsed), parsed)).toEqual(['confirm'])
  })

  it('is to be confirmed anew after agency, year or scope were changed, not after a date', () => {
    const confirmed = changeDraft(draftOf(parsed), { confirmed: true })
    expect(findLacks(confirmed, parsed)).toEqual([])
    expect(changeDraft(confirmed, { year: 2019 }).confirmed).toBe(false)
    expect(changeDraft(confirmed, { scope: 'aggregate' }).confirmed).toBe(false)
    expect(changeDraft(confirmed, { publishedOn: '2021-02-01' }).confirmed).toBe(true)
  })

  it('stays when the file is read again; what was only recognised is taken anew', () => {
    const draft = changeDraft(draftOf(parsed), { year: 2019, publishedOn: '2020-01-15' })
    const again = readReport('a.txt', { year: 2019 }).parsed
    const after = { ...again, report: { ...again.report, scope: 'office' as const, published_on: '2021-03-03' } }
    expect(keepSaid(draft, parsed, after)).toMatchObject({ year: 2019, scope: 'office', publishedOn: '2020-01-15' })
  })

  it('is what enters the data', () => {
    const draft = changeDraft(changeDraft(draftOf(parsed), { agencyId: 'yi-kjj', year: 2019 }), { confirmed: true })
    expect(applyDraft(draft, parsed, '乙市科学技术局').report).toMatchObject({ agency: '乙市科学技术局', agency_id: 'yi-kjj', year: 2019 })
  })

  it('is refused while something is open', () => {
    expect(() => applyDraft(draftOf(parsed), parsed, '甲市科学技术局')).toThrow(/not confirmed/)
    expect(findLacks({ ...draftOf(parsed), agencyId: null, year: null }, parsed)).toEqual(['agency', 'year', 'confirm'])
  })

  it('gives a new agency an id that follows from its name alone', () => {
    const about = { name: ' 丙市科学技术局 ', shortName: '', regionCode: '', level: 'prefecture', system: '科技', supervisor: '' } as const
    const row = newAgencyRow(about)
    expect(row).toMatchObject({ name: '丙市科学技术局', short_name: null, region_code: null, supervisor_id: null })
    expect(row.agency_id).toMatch(/^local-[0-9a-f]{10}$/)
    expect(newAgencyRow({ ...about, name: '丙市科学技术局', system: '教育' }).agency_id).toBe(row.agency_id)
  })
})

describe('where figures are printed', () => {
  const source = readText(
    '甲市科学技术局\n\n全年收到申请9件，其中网上6件。\n\n统计指标\t单位\t统计数\n收到申请数\t件\t9\n当面申请数\t件\t\n',
  )
  const grid = source.blocks.findIndex(({ kind }) => kind === 'grid')
  const prose = source.blocks.findIndex((block) => block.kind === 'paragraph' && block.text.includes('收到申请'))
  const placeOf = (row: number, cell: number) => {
    const block = source.blocks[grid]
    return block?.kind === 'grid' ? block.rows[row]?.cells[cell]?.where : undefined
  }

  it('finds the cell of a figure, and the figure of a cell', () => {
    const index = indexSource(source, [figureAt(placeOf(1, 2) ?? {})])
    expect(index.spotOf(0)).toMatchObject({ block: grid, row: 1, cell: 2 })
    expect(index.figuresOfCell(grid, 1, 2)).toEqual([0])
    expect(index.figuresOfCell(grid, 2, 2)).toEqual([])
  })

  it('finds the characters of a claim', () => {
    const where = source.blocks[prose]?.where ?? nowhere
    const index = indexSource(source, [figureAt({ ...where, start: 6, end: 8 })])
    expect(index.spansOf(prose)).toEqual([{ start: 6, end: 8, figures: [0] }])
  })

  it('gives figures of the same characters one span', () => {
    const where = source.blocks[prose]?.where ?? nowhere
    const index = indexSource(source, [
      figureAt({ ...where, start: 6, end: 8 }),
      figureAt({ ...where, start: 6, end: 8 }),
      figureAt({ ...where, start: 13, end: 15 }),
    ])
    expect(index.spansOf(prose).map(({ figures }) => figures)).toEqual([[0, 1], [2]])
  })

  it('finds the row where the column is not known, and the page where nothing else is', () => {
    const index = indexSource(source, [])
    expect(index.locate({ ...(placeOf(2, 0) ?? nowhere), column: null })).toMatchObject({ block: grid, row: 2, cell: null })
    const pages: ReportDocument = {
      blocks: [1, 2].map((page) => ({ kind: 'paragraph', text: '', where: { ...nowhere, page, paragraph: page } })),
    }
    expect(indexSource(pages, []).locate({ ...nowhere, page: 2 })).toMatchObject({ block: 1 })
    expect(indexSource(pages, []).locate({ ...nowhere, page: 7 })).toBeNull()
    expect(indexSource(pages, []).locate(null)).toBeNull()
  })

  it('cuts a text into its spans and what stands between, and loses no character', () => {
    const pieces = cutText(
      '收到申请9件，其中网上6件。',
      [
        { start: 4, end: 6, figures: [0] },
        { start: 11, end: 13, figures: [1] },
      ],
      { start: 0, end: 7 },
    )
    expect(pieces.map(({ text, figures, marked }) => [text, figures.length, marked])).toEqual([
      ['收到申请', 0, true],
      ['9件', 1, true],
      ['，', 0, true],
      ['其中网上', 0, false],
      ['6件', 1, false],
      ['。', 0, false],
    ])
    expect(pieces.map(({ text }) => text).join('')).toBe('收到申请9件，其中网上6件。')
  })
})
