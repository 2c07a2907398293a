import { describe, expect, it } from 'vitest'
import { claimCorpus, reportCorpus } from './claimCorpus.ts'
import { claimCorpusAgain, reportCorpusAgain } from './claimCorpusAgain.ts'
import { claimCorpusFourth } from './claimCorpusFourth.ts'
import { claimCorpusThird, reportCorpusThird } from './claimCorpusThird.ts'
import { measure, readCases, readReports } from './measureClaims.ts'

describe.each([
  ['one hand', measure([...readCases(claimCorpus), ...readReports(reportCorpus)])],
  ['another', measure([...readCases(claimCorpusAgain), ...readReports(reportCorpusAgain)])],
  ['a third', measure([...readCases(claimCorpusThird), ...readReports(reportCorpusThird)])],
  ['a fourth', measure(readCases(claimCorpusFourth))],
])('sentences as reports write them, from %s', (_, outcome) => {
  it('maps nothing that is not there', () => expect(outcome.wrong).toEqual([]))

  it('finds at least 97 % of what is there', () => {
    if (process.env['OGI_LONG'] === '1') console.log([`+ ${outcome.found} of ${outcome.expected} claims found, ${outcome.wrong.length} wrong`, ...outcome.missed].join('\n+ missed '))
    expect(outcome.recall).toBeGreaterThanOrEqual(0.97)
  })

  it('lists each sentence of which a number was left, and no other', () => expect(outcome.listed).toEqual([]))
})
