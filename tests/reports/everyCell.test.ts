import { describe, expect, it } from 'vitest'
import type { TableFormId } from '../../src/forms/form.ts'
import { placeTables } from '../../src/reports/placeTables.ts'
import { readText } from '../../src/reports/readText.ts'
import type { GeneratedReport, TextLayout } from './generatedReport.ts'
import { generateReport, printText, randomFrom, textLayouts } from './generatedReport.ts'

/** Cells read otherwise than printed, cells not certain, and cells not found, by name. */
function compare(report: GeneratedReport, text: string) {
  const { form, figures, unplaced } = placeTables(readText(text))
  const read = new Map(figures.map((figure) => [`${String(figure.cell)} ${figure.applicant ?? ''}`, figure]))
  const wrong: string[] = []
  const uncertain: string[] = []
  for (const cell of report.cells) {
    const name = `${cell.path} ${cell.applicant ?? ''}`
    const figure = read.get(name)
    if (figure === undefined || figure.state === 'unreadable') uncertain.push(name)
    else if (figure.state !== cell.state || figure.value !== cell.value) wrong.push(`${name}: printed ${cell.printed}, read ${figure.state} ${String(figure.value)}`)
  }
  const more = [...read.keys()].filter((name) => !report.cells.some((cell) => `${cell.path} ${cell.applicant ?? ''}` === name))
  return { form, wrong, uncertain, more, unplaced }
}

const formIds: readonly TableFormId[] = ['pre2019_table', 'y2019', 'y2021']

describe('every cell of a report, drawn at random and printed in some layout, is read as it was drawn', () => {
  it.each(formIds.flatMap((form) => textLayouts.map((layout): [TableFormId, TextLayout] => [form, layout])))('%s, %s', (form, layout) => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const random = randomFrom(seed)
      const report = generateReport(form, random)
      const result = compare(report, printText(report, layout, random))
      expect({ seed, form: result.form, wrong: result.wrong, more: result.more }).toEqual({ seed, form, wrong: [], more: [] })
      const blanks = report.cells.filter(({ state }) => state === 'blank').length
      // Where blanks leave no trace in the file, a row with one cannot be certain; else everything is.
      if (blanks === 0 || layout.startsWith('tabs') || layout === 'bars' || layout === 'boxes') expect({ seed, uncertain: result.uncertain, unplaced: result.unplaced }).toEqual({ seed, uncertain: [], unplaced: [] })
    }
  })
})
