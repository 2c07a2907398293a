import { tableForms } from '../indicators/catalogue.ts'
import type { ExamCheck } from './check.ts'
import { cannotTell, fails, holds } from './examine.ts'

/** Is there a report for every body and year? Only a list that was declared complete tells that one was not filed. */
export const coverageChecks: readonly ExamCheck[] = [
  {
    id: 'coverage.report_missing',
    class: 'plausible',
    severity: 'info',
    severityOfDeclared: 'warning',
    name: { zh: '各年度均有年报', en: 'A report for every year' },
    say: { zh: '未见年报', en: 'no report is there' },
    exception: { zh: '未收录不等于未公布', en: 'not loaded does not mean not published' },
    forms: [...tableForms, 'narrative'],
    ofAbsent: true,
    examine: ({ absent, year }) => {
      if (absent === undefined) return [holds(null)]
      if (absent === 'undeclared') return [cannotTell(null, 'report_not_loaded', [])]
      return [
        fails(null, [], {
          say: {
            zh: `该年度名单已核为完整，未见 ${year ?? ''} 年年报`,
            en: `the list of the year is complete, and no report on ${year ?? ''} is there`,
          },
        }),
      ]
    },
  },
]
