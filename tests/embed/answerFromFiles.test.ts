import { describe, expect, it } from 'vitest'
import { answerKey } from '../../src/dataset/answerAddress.ts'
import type { OpenDataset } from '../../src/dataset/openDataset.ts'
import { answerFromFiles } from '../../src/embed/answerFromFiles.ts'
import { asFigure } from '../../src/embed/figures/askedFigure.ts'
import { gatherFigures, type GatheredFigures } from '../../src/questions/gatherFigures.ts'

const every = [2017, 2018] as const
const row = (agency: string, year: number): GatheredFigures => ({
  agency,
  year,
  form: 'pre2019_table',
  scope: 'own',
  report: `${agency}-${year}`,
  figures: [year, 'blank'],
})
const published = ['a', 'b'].flatMap((agency) => every.map((year) => row(agency, year)))
const figures = ['requests_new', 'requests_carried_in'] as const

const askWith = (answers: readonly object[], agencies: readonly string[] | null, years: readonly [number, number]) => {
  const dataset = {
    publishedAnswers: new Set(answers.map((params) => answerKey(gatherFigures.name, params as Record<string, unknown>))),
    readJson: () => Promise.resolve(published),
  } as unknown as OpenDataset
  const absent = { absent: { title: '', said: '' } }
  return answerFromFiles(
    asFigure(gatherFigures, { figures, agencies, years }, [], () => absent),
    dataset,
    every,
  )
}
const whole = { figures, agencies: null, years: every }

describe('rows without an engine', () => {
  it('are cut from the published answer over every body and year', async () => {
    expect(await askWith([whole], ['b'], [2018, 2018])).toEqual([row('b', 2018)])
    expect(await askWith([whole], null, every)).toEqual(published)
  })

  it('have no report and no number in years that the dataset has none of', async () => {
    const rows = (await askWith([whole], ['a'], [2016, 2018])) as readonly GatheredFigures[]
    expect(rows.map(({ year, report }) => [year, report])).toEqual([
      [2016, null],
      [2017, 'a-2017'],
      [2018, 'a-2018'],
    ])
    expect(rows[0]).toEqual({ agency: 'a', year: 2016, form: null, scope: null, report: null, figures: [] })
  })

  it('are said not to be there where no file has them', async () => {
    await expect(askWith([], null, every)).rejects.toThrow(/no published file/)
  })
})
