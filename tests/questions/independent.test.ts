import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compareAgencies, type Comparison } from '../../src/questions/compareAgencies.ts'
import { ask } from '../../src/questions/question.ts'
import { buildForTest, type BuiltDataset } from './builtDataset.ts'
import { comparePlainly, readPlainDataset } from './plainComputation.ts'

const datasets = ['tests/datasets/small', 'data/china-ogi'].filter((folder) => {
  if (existsSync(`${folder}/cells.csv`)) return true
  console.info(`${folder} has no cells.csv yet: not compared`)
  return false
})

describe.each(datasets)('%s: the engine, the published files and a plain computation from the CSV agree', (folder) => {
  let built: BuiltDataset
  beforeAll(async () => {
    built = await buildForTest(folder)
  }, 120_000)
  afterAll(() => built.remove())

  const choices: readonly Pick<Comparison, 'applicant' | 'prose' | 'blanksAsZero'>[] = [
    { applicant: null, prose: true, blanksAsZero: false },
    { applicant: null, prose: false, blanksAsZero: true },
    { applicant: 'natural_person', prose: true, blanksAsZero: false },
    { applicant: 'org_other', prose: false, blanksAsZero: true },
  ]
  it.each(choices)(
    'every indicator, $applicant, prose $prose, blanks as zero $blanksAsZero',
    async (choice) => {
      const { engine, catalogue, files, manifest } = built
      const [from, to] = manifest?.years ?? [2018, 2018]
      const years = [from - 1, to + 1] as const
      const data = readPlainDataset(folder)
      for (const { id, type } of catalogue.indicators) {
        if (type === 'text') continue
        const params = { indicators: [id], agencies: null, years, ...choice }
        const asked = await ask(engine, compareAgencies, params, catalogue)
        expect(await compareAgencies.fromFiles?.(params, files), `${id} from files`).toEqual(asked)
        const plain = comparePlainly(data, catalogue, id, { years, ...choice })
        const comparable = asked.map(({ form, scope, ...row }) => {
          expect([form === null, scope === null]).toEqual([row.report === null, row.report === null])
          return row
        })
        expect(rounded(comparable), id).toEqual(rounded(plain))
      }
    },
    120_000,
  )
})

/** 12 digits: the order of a sum may differ. */
const rounded = <Row extends { readonly value: number | null; readonly n: number | null }>(rows: readonly Row[]): Row[] =>
  rows.map((row) => ({
    ...row,
    value: row.value === null ? null : Number(row.value.toPrecision(12)),
    n: row.n === null ? null : Number(row.n.toPrecision(12)),
  }))
