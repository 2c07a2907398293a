import { describe, expect, it } from 'vitest'
import { countPrinted, linesOfReport, relateProse } from '../../src/charts/printedReport.ts'
import { formById } from '../../src/forms/forms.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import type { ReportFigure } from '../../src/questions/reportFigure.ts'

const form = formById('pre2019_table')
const path = form.rows.find(({ indicator }) => indicator === 'disclosed_items_total')?.path ?? ''

const figure = (given: Partial<ReportFigure>): ReportFigure => ({
  report: 'jia-2016',
  agency: 'jia',
  year: 2016,
  form: form.id,
  scope: 'own',
  position: 1,
  indicator: 'disclosed_items_total',
  applicant: null,
  cell: path,
  column: null,
  printed: '46',
  value: 46,
  state: 'value',
  evidence: 'A',
  qualifier: null,
  where: { page: null, paragraph: null, table: null, row: null, column: null, start: null, end: null },
  ...given,
})

describe('the sheet of a report', () => {
  it('holds a cell that prints about how many: it is not missing from the table, and no sentence of the prose', () => {
    const about = figure({ printed: '40余', value: 40, evidence: 'C', qualifier: '≥' })
    const lines = linesOfReport(form, [about])
    expect(lines.find(({ row }) => row.path === path)?.figures.map(({ printed }) => printed)).toEqual(['40余'])
    expect(countPrinted(lines).filled).toBe(1)
    expect(relateProse([about], { form: form.id, year: 2016 }, ourCatalogue)).toEqual([])
  })

  it('leaves the numbers of the prose beside it', () => {
    const said = figure({ cell: null, evidence: 'B', position: 2 })
    expect(linesOfReport(form, [said]).flatMap(({ figures }) => figures)).toEqual([])
    expect(relateProse([figure({}), said], { form: form.id, year: 2016 }, ourCatalogue).map(({ relation }) => relation)).toEqual(['same'])
  })
})
