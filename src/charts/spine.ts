import { isOfProse, isOfTables } from '../forms/states.ts'
import { tableForms } from '../indicators/catalogue.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { isTooSmall } from './figureText.ts'
import { countNOfN, type NOfN } from './nOfN.ts'
import { quartilesOf, type Quartiles } from './ranking.ts'

/** One indicator of one agency beside the figures of its peers, for one year. */
export interface SpineRow {
  readonly indicator: Indicator
  /** The agency's own figure of the tables, or why there is none. */
  readonly own: ComparedValue
  /** Its strongest figure of the prose, where the tables have none. Never part of the comparison. */
  readonly prose: ComparedValue | null
  /** The peers' figures that may stand beside it, lowest first: the same form, the same scope, enough cases. */
  readonly compared: readonly ComparedValue[]
  /** How many peers were asked. */
  readonly of: number
  /** Peers with a figure that may not stand beside it, and why. */
  readonly apart: { readonly form: number; readonly scope: number; readonly small: number }
  /** Peers without a figure, and why. */
  readonly missing: NOfN['reasons']
  readonly quartiles: Quartiles | null
  /** How many of the figures compared are 0. */
  readonly zeros: number
  /** The agency's own figures of every year. */
  readonly years: readonly ComparedValue[]
}

/**
 * The rows of a spine, in the order of the indicators: those that the agency's form of the year asks for. Without a report of the year
 * there is nothing to compare; what the peers have is shown all the same, on the newest form that they use.
 */
export function listSpine(
  rows: readonly ComparedValue[],
  { indicators, agency, peers, year }: { indicators: readonly Indicator[]; agency: string; peers: readonly string[]; year: number },
): SpineRow[] {
  const among = new Set(peers)
  return indicators.flatMap((indicator) => {
    const ofIndicator = rows.filter((row) => row.indicator === indicator.id)
    const years = ofIndicator.filter((row) => row.agency === agency)
    const own = years.find((row) => row.year === year && isOfTables(row))
    if (!own || own.state === 'not_in_form') return []
    const theirs = ofIndicator.filter((row) => among.has(row.agency) && row.year === year && isOfTables(row))
    const row = standBeside(indicator, own, theirs)
    const prose = own.value === null ? strongestProse(years, year) : null
    const isEmpty = row.compared.length === 0 && own.value === null && ['not_loaded', 'undefined'].includes(own.state)
    return isEmpty && prose === null ? [] : [{ ...row, years, prose }]
  })
}

function standBeside(indicator: Indicator, own: ComparedValue, theirs: readonly ComparedValue[]): Omit<SpineRow, 'years' | 'prose'> {
  const { form, scope } = placeOf(own, theirs)
  const withValue = theirs.filter((row) => row.value !== null)
  const otherForm = withValue.filter((row) => row.form !== form)
  const otherScope = withValue.filter((row) => row.form === form && row.scope !== scope)
  const alike = withValue.filter((row) => row.form === form && row.scope === scope)
  const compared = alike.filter((row) => !isTooSmall(row, indicator)).sort((a, b) => (a.value ?? NaN) - (b.value ?? NaN))
  return {
    indicator,
    own,
    compared,
    of: theirs.length,
    apart: { form: otherForm.length, scope: otherScope.length, small: alike.length - compared.length },
    missing: countNOfN(theirs).reasons,
    quartiles: quartilesOf(compared.flatMap((row) => (row.value === null ? [] : [row.value]))),
    zeros: compared.filter((row) => row.value === 0).length,
  }
}

/** The form and scope that figures must have: those of the agency's own table, else the newest form that a peer has a figure on. */
function placeOf(own: ComparedValue, theirs: readonly ComparedValue[]): Pick<ComparedValue, 'form' | 'scope'> {
  if (tableForms.some((form) => form === own.form)) return own
  const withValue = theirs.filter((row) => row.value !== null)
  const newest = [...tableForms].reverse().find((form) => withValue.some((row) => row.form === form)) ?? null
  const scope = own.scope ?? withValue.find((row) => row.form === newest)?.scope ?? null
  return { form: newest, scope }
}

function strongestProse(years: readonly ComparedValue[], year: number): ComparedValue | null {
  const told = years.filter((row) => row.year === year && isOfProse(row) && row.value !== null)
  return [...told].sort((a, b) => ((a.evidence ?? '') < (b.evidence ?? '') ? -1 : 1))[0] ?? null
}

/** Where the agency's figure stands beside the middle of its peers'; null where one of the two is missing. */
export function standingOf({ indicator, own, quartiles }: SpineRow): 'higher' | 'lower' | 'same' | null {
  if (own.value === null || quartiles === null || isTooSmall(own, indicator)) return null
  if (own.value === quartiles.median) return 'same'
  return own.value > quartiles.median ? 'higher' : 'lower'
}

/** The ends of a row's scale: from 0, or from what is below it, to the highest of the figures shown. */
export function scaleOf({ indicator, own, prose, compared }: SpineRow): { readonly least: number; readonly most: number } {
  const shown = [...compared, ...(prose ? [prose] : []), ...(isTooSmall(own, indicator) ? [] : [own])]
  const values = shown.flatMap((row) => (row.value === null ? [] : [row.value]))
  return { least: Math.min(0, ...values), most: Math.max(0, ...values) }
}
