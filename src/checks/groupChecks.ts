import { tableForms } from '../indicators/catalogue.ts'
import type { Dominance } from '../indicators/dominance.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { ourCatalogue } from '../indicators/ourCatalogue.ts'
import type { Label } from '../text/label.ts'
import type { CheckContext, Examined, ExamCheck } from './check.ts'
import type { CheckedReport } from './checkedReport.ts'
import { cannotTell, cellOf, fails, holds } from './examine.ts'
import { thresholds } from './thresholds.ts'

/** Totals of a group that pages show first: those that one body may dominate. */
export const groupTotals: readonly Indicator[] = ourCatalogue.indicators.filter(({ role }) => role?.headline !== undefined)

type Peers = NonNullable<CheckContext['peers']>

function examineDominance(report: CheckedReport, { peers }: CheckContext): readonly Examined[] {
  if (!peers) return []
  const { agency } = report
  if (agency === null) return []
  const reports = peers.countReports(report)
  // Alone of its kind there is nobody to be held against, and no question.
  if (reports === 1) return []
  if (reports <= thresholds.peers) return [cannotTell(null, 'too_few_peers', [])]
  const own = groupTotals.filter(({ id }) => peers.numbersOf(report, id).has(report.report))
  const found = own.flatMap((indicator) => {
    const say = sayDominance(report, agency.id, indicator, peers)
    const cell = report.figures.find((figure) => figure.indicator === indicator.id && figure.evidence === 'A' && isTotal(figure))
    return say === null ? [] : [fails(cell?.cell ?? null, cell ? [cellOf(cell)] : [], { say })]
  })
  if (found.length > 0) return found
  return own.length > 0 && !peers.hasBefore(report) ? [cannotTell(null, 'report_not_loaded', [])] : [holds(null)]
}

const isTotal = ({ applicant }: { readonly applicant: string | null }): boolean => applicant === null || applicant === 'total'

/** What is to be said where this body is the one that makes the group's figure; null where it is not. */
function sayDominance(report: CheckedReport, agency: string, indicator: Indicator, peers: Peers): Label | null {
  const { size, holder, turner, mover } = peers.dominanceOf(report, indicator.id)
  if (size <= thresholds.peers) return null
  const isOwn = (found: Dominance | null): found is Dominance => found !== null && found.body === agency
  const { zh, en } = indicator.name
  if (isOwn(holder)) {
    const part = Math.round((100 * (holder.whole - holder.without)) / holder.whole)
    return {
      zh: `${zh}：占同类 ${size} 个机关合计 ${holder.whole} 的 ${part}%，不计本机关为 ${holder.without}`,
      en: `${en}: ${part}% of ${holder.whole}, the total of ${size} peers; ${holder.without} without it`,
    }
  }
  if (isOwn(turner)) {
    return {
      zh: `${zh}：同类机关合计比上年${sayMore(turner.whole)}，不计本机关则${sayMore(turner.without)}`,
      en: `${en}: the peers’ total changed by ${turner.whole} from the year before, without this body by ${turner.without}`,
    }
  }
  if (!isOwn(mover)) return null
  return {
    zh: `${zh}：同类机关合计比上年变化 ${percent(mover.whole)}，不计本机关为 ${percent(mover.without)}`,
    en: `${en}: the peers’ total changed by ${percent(mover.whole)} from the year before, without this body by ${percent(mover.without)}`,
  }
}

const sayMore = (change: number): string => (change > 0 ? `多 ${change}` : `少 ${-change}`)
const percent = (part: number): string => `${Math.round(1000 * part) / 10}%`

/** One body in the total of a group of its kind. */
export const groupChecks: readonly ExamCheck[] = [
  {
    id: 'group.dominance',
    class: 'plausible',
    severity: 'info',
    name: { zh: '合计中的单个机关', en: 'One body in the total of a group' },
    say: { zh: '同类机关的合计或变化主要来自本机关', en: 'the total of its peers, or its change, comes mostly from this body' },
    exception: { zh: '机关的规模本来不同', en: 'bodies differ in size' },
    forms: tableForms,
    examine: examineDominance,
  },
]
