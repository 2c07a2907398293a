import { performance } from 'node:perf_hooks'
import type { Check } from '../../src/checks/check.ts'
import type { CheckedReport } from '../../src/checks/checkedReport.ts'
import { indexCopiedText } from '../../src/checks/copiedText.ts'
import { copyChecks } from '../../src/checks/copyChecks.ts'
import { proseChecks } from '../../src/checks/proseChecks.ts'
import { checkReports } from '../../src/checks/runChecks.ts'
import { statementChecks } from '../../src/checks/statementChecks.ts'
import { makeSentences } from '../checks/madeProse.ts'
import { makeReport, makeSaying } from '../checks/madeReport.ts'

/** Sentences of a report; half of them are those of the year before. */
const sentences = 80

/** How long the checks over words took, in seconds of the clock and of the processor, and what they found. */
export interface WordsTime {
  readonly name: string
  readonly seconds: number
  readonly cpuSeconds: number
  readonly findings: number
}

/** Checks the words of so many invented reports, ten years of each body: what the prose says, then what reports share. */
export function checkWords(count: number): readonly WordsTime[] {
  const reports = Array.from({ length: Math.ceil(count / 10) }, (_, agency) => writeYears(agency))
    .flat()
    .slice(0, count)
  return [
    time('prose', () => checkReports(reports, [...proseChecks, ...statementChecks]).findings.length),
    time('copied text', () => {
      const checks: readonly Check[] = copyChecks
      return checkReports(reports, checks, { copied: indexCopiedText(reports) }).findings.length
    }),
  ]
}

function writeYears(agency: number): readonly CheckedReport[] {
  const name = `第${agency}市科学技术局`
  let last: CheckedReport | null = null
  return Array.from({ length: 10 }, (_, at): CheckedReport => {
    const kept = last?.prose?.slice(0, sentences / 2) ?? []
    const [online, letters] = [20 + ((agency * 7 + at) % 40), (agency + at * 3) % 20]
    const said = makeSaying(
      `收到申请${online + letters}件，包括网络申请${online}件、信函申请${letters + (agency % 9 === 0 ? 1 : 0)}件，同比增长25%。未发生行政诉讼。`,
    )
    const report: CheckedReport = {
      ...makeReport('y2021', { requests_new: online + letters }),
      report: `${agency}-${at}`,
      year: 2014 + at,
      agency: { id: String(agency), name, level: 'prefecture', system: '科技', deadline: null },
      prose: [...(said.prose ?? []), ...kept, ...makeSentences(agency * 10 + at, sentences - kept.length)],
      statements: said.statements,
      before: last,
    }
    last = { ...report, before: null }
    return report
  })
}

function time(name: string, work: () => number): WordsTime {
  const [start, before] = [performance.now(), process.cpuUsage()]
  const findings = work()
  const { user, system } = process.cpuUsage(before)
  return { name, seconds: (performance.now() - start) / 1000, cpuSeconds: (user + system) / 1e6, findings }
}
