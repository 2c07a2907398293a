import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerAddress, answerKey, canonicalParams } from '../../src/dataset/answerAddress.ts'
import { questionByName } from '../../src/questions/allQuestions.ts'
import { countValues } from '../../src/questions/countValues.ts'
import { listDefaultQuestions, overviewIndicators, repeatsFile } from '../../src/questions/defaultAnswers.ts'
import { ask } from '../../src/questions/question.ts'
import { buildForTest, type BuiltDataset } from './builtDataset.ts'

let built: BuiltDataset
beforeAll(async () => {
  built = await buildForTest('tests/datasets/small')
}, 120_000)
afterAll(() => built.remove())

describe('the key of an answer', () => {
  it('does not depend on the order of its params', () => {
    expect(canonicalParams({ years: [2018, 2022], agencies: null })).toBe('{"agencies":null,"years":[2018,2022]}')
    expect(answerKey('coverReports', { years: [2018, 2022], agencies: null })).toBe(
      answerKey('coverReports', { agencies: null, years: [2018, 2022] }),
    )
  })

  it('is the beginning of the SHA-256 of the params', () => {
    // printf '{}' | sha256sum
    expect(answerAddress('countValues', {})).toBe('api/answers/countValues/44136fa355b3678a.json')
  })
})

describe('published answers', () => {
  const defaults = async () => {
    const counts = await ask(built.engine, countValues, {}, built.catalogue)
    return listDefaultQuestions(built.catalogue, {
      years: built.manifest?.years ?? null,
      agencies: built.read.agencies.map((agency) => agency.agency_id),
      reports: built.read.reports.map((report) => report.report_id),
      counts,
    })
  }

  it('are there for every default question that no other file answers, and their keys stand in the manifest', async () => {
    const keys = (await defaults()).filter((one) => !repeatsFile(one)).map(({ question, params }) => answerKey(question, params))
    expect(built.manifest?.answers).toEqual(keys)
    expect(new Set(keys).size).toBe(keys.length)
    expect(overviewIndicators(built.catalogue).length).toBeGreaterThan(0)
  })

  it('equal the rows of the engine, and those from published files where a question has them', async () => {
    for (const { question, params } of await defaults()) {
      const asked = await questionByName(question).answer(built.engine, params, built.catalogue)
      const fromFiles = await questionByName(question).answerFromFiles(params, built.files)
      if (repeatsFile({ question, params })) expect(fromFiles).not.toBeNull()
      else {
        const published: unknown = JSON.parse(readFileSync(path.join(built.folder, answerAddress(question, params)), 'utf8'))
        expect(published, `${question} ${canonicalParams(params)}`).toEqual(asked)
      }
      if (fromFiles) expect(fromFiles, `${question} ${canonicalParams(params)} from files`).toEqual(asked)
    }
  }, 60_000)

  it('are asked with params that the questions take as they are', async () => {
    for (const { question, params } of await defaults())
      expect(questionByName(question).readParams(params, built.catalogue)).toEqual(params)
  })
})
