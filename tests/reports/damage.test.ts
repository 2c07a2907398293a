import { describe, expect, it } from 'vitest'
import type { TableFormId } from '../../src/forms/form.ts'
import { placeTables } from '../../src/reports/placeTables.ts'
import { readText } from '../../src/reports/readText.ts'
import { damages, generateReport, printText, randomFrom } from './generatedReport.ts'

const formIds: readonly TableFormId[] = ['pre2019_table', 'y2019', 'y2021']

describe('a text that was damaged on its way never gives another figure than the one printed', () => {
  it.each(Object.keys(damages))('%s', (name) => {
    const damage = damages[name]
    if (damage === undefined) throw new Error(name)
    const wrong: string[] = []
    let read = 0
    let all = 0
    for (const form of formIds) {
      for (let seed = 1; seed <= 12; seed += 1) {
        const random = randomFrom(seed * 7)
        const report = generateReport(form, random)
        const text = damage(printText(report, random.pick(['tabs', 'tabs, merged cells dropped'] as const), random), random)
        const { figures } = placeTables(readText(text))
        const found = new Map(figures.map((figure) => [`${String(figure.cell)} ${figure.applicant ?? ''}`, figure]))
        for (const cell of report.cells) {
          all += 1
          const figure = found.get(`${cell.path} ${cell.applicant ?? ''}`)
          if (figure === undefined || figure.state === 'unreadable') continue
          if (figure.state === cell.state && figure.value === cell.value) read += 1
          else wrong.push(`${form} ${seed} ${cell.path} ${cell.applicant ?? ''}: printed "${cell.printed}", read ${figure.state} "${figure.printed}"`)
        }
      }
    }
    expect(wrong).toEqual([])
  })
})
