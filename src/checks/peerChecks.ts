import { tableForms } from '../indicators/catalogue.ts'
import { ourCatalogue } from '../indicators/ourCatalogue.ts'
import type { CheckContext, Examined, ExamCheck } from './check.ts'
import type { CheckedFigure, CheckedReport } from './checkedReport.ts'
import { cannotTell, cellOf, fails, holds } from './examine.ts'
import { thresholds } from './thresholds.ts'

/** The figures whose zeros are held against those of peers. */
export const zerosAsked: ReadonlySet<string> = new Set(ourCatalogue.indicators.flatMap(({ id, type }) => (type === 'integer' ? [id] : [])))

function examineZeros(report: CheckedReport, { peers }: CheckContext): readonly Examined[] {
  if (!peers) return []
  if (report.agency === null) return []
  const reports = peers.countReports(report)
  // Alone of its kind there is nobody to be held against, and no question.
  if (reports === 1) return []
  if (reports <= thresholds.peers) return [cannotTell(null, 'too_few_peers', [])]
  const alone = report.figures.filter((figure) => isAlone(figure, report, peers))
  if (alone.length === 0) return [holds(null)]
  return alone.map((figure) => {
    const others = othersOf(figure, report, peers)
    return fails(figure.cell, [cellOf(figure)], {
      say: {
        zh: `${nameOf(figure, 'zh')}：同类 ${others.length} 个机关均不少于 ${Math.min(...others)}，本机关为 0`,
        en: `${nameOf(figure, 'en')}: 0, while each of ${others.length} peers has ${Math.min(...others)} or more`,
      },
    })
  })
}

type Peers = NonNullable<CheckContext['peers']>

/** A zero among peers that all have a number well above it. A peer whose cell holds no number is no witness. */
function isAlone(figure: CheckedFigure, report: CheckedReport, peers: Peers): boolean {
  const { indicator, applicant, value, evidence } = figure
  if (value !== 0 || evidence !== 'A' || indicator === null || !zerosAsked.has(indicator)) return false
  if (applicant !== null && applicant !== 'total') return false
  const others = othersOf(figure, report, peers)
  return others.length >= thresholds.peers && others.every((number) => number >= thresholds.peersHave)
}

const othersOf = ({ indicator }: CheckedFigure, report: CheckedReport, peers: Peers): readonly number[] =>
  [...peers.numbersOf(report, indicator ?? '')].flatMap(([id, number]) => (id === report.report ? [] : [number]))

const nameOf = ({ indicator }: CheckedFigure, lang: 'zh' | 'en'): string =>
  ourCatalogue.indicators.find(({ id }) => id === indicator)?.name[lang] ?? ''

/** One report against those of bodies of the same system and level. */
export const peerChecks: readonly ExamCheck[] = [
  {
    id: 'peers.lone_zero',
    class: 'plausible',
    severity: 'info',
    name: { zh: '同类机关中唯一的零', en: 'The only zero among peers' },
    say: { zh: '同类机关均有数，本机关为 0', en: 'zero, while every peer has a number' },
    exception: { zh: '职能可能不同', en: 'its duties may differ' },
    forms: tableForms,
    examine: examineZeros,
  },
]
