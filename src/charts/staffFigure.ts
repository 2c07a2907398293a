import { tellFormulas } from '../indicators/formulaWords.ts'
import { staffingWords } from '../text/staffingWords.ts'
import type { Figure } from './figure.ts'
import { contextAt, countReports, saySource } from './figureHead.ts'
import { nameUnit } from './figureText.ts'
import { printNOfN } from './nOfN.ts'
import { namePlaces, type Place } from './places.ts'
import {
  countStaff,
  describeStaff,
  heightOfStaff,
  pointsOfStaff,
  staffChart,
  tableOfStaff,
  titleOfStaff,
  type StaffContext,
} from './staffChart.ts'
import { linesOf, type StaffLine, type StaffList, type StaffOrder } from './staffRows.ts'

/** Bodies in order of one figure; staff stacked of full and part time. */
export function figureOfStaff(list: StaffList, order: StaffOrder, context: StaffContext): Figure {
  const { catalogue, lang, words, indicator, at, agencies } = context
  const own = staffingWords[lang]
  const when = own.when(at)
  const title = titleOfStaff(list, when, order, context)
  const lines = linesOf(list)
  return {
    chart: 'bar',
    question: 'compareAgencies',
    title,
    subtitle: [
      indicator.name[lang],
      ...(isStacked(context) ? [own.parts] : []),
      words.compare.agenciesOf(agencies.length),
      when,
      nameUnit(indicator, lang),
      words.evidence.letter('A', words.evidence.A),
    ].filter(Boolean),
    n: printNOfN(countStaff(list), catalogue, lang, words),
    drawing: {
      draw: (width) => staffChart(list, { ...context, width }),
      height: (width) => heightOfStaff(list, { ...context, width }),
      points: pointsOfStaff(list, context),
      description: describeStaff(list, when, order, context),
    },
    table: tableOfStaff(list, title, context),
    rows: lines.flatMap(({ row, parts, prose }) => [row, ...parts, ...prose]),
    notes: notesOnStaff(list, lines, context),
    source: saySource(countReports(lines.map(({ row }) => row)), words),
  }
}

/** Is the figure the total of staff, stacked of its kinds? */
export const isStacked = ({ indicator, indicators }: StaffContext): boolean => indicator === indicators.total

function notesOnStaff(list: StaffList, lines: readonly StaffLine[], context: StaffContext): string[] {
  const { catalogue, lang, words, indicator, at } = context
  const own = staffingWords[lang]
  const formula = tellFormulas(indicator, catalogue, contextAt(context, at).years, lang)
  const zeroed = lines.filter(({ row }) => row.state === 'blank' && row.value !== null).length
  return [
    differingOf(list).length > 0 ? sayDiffering(list, context) : null,
    isStacked(context) ? own.sumNote : null,
    indicator.kind === 'derived' ? own.loadNote : null,
    list.ranking.groups.length > 1 ? words.compare.groupApart : null,
    formula === null ? null : words.compare.formulaLine(formula),
    zeroed > 0 ? words.compare.blankAsZeroNote(zeroed) : null,
  ].filter((note) => note !== null)
}

/** The reports whose kinds of staff do not add up to the total. */
export const differingOf = (list: StaffList): readonly (Place & { readonly report: string | null })[] =>
  linesOf(list).flatMap(({ row, standing }) => (standing === 'differs' ? [row] : []))

/** Whose kinds of staff do not add up to the total. */
export function sayDiffering(list: StaffList, context: StaffContext): string {
  const differing = differingOf(list)
  return `${staffingWords[context.lang].differTitle(differing.length)}${namePlaces(differing, context)}`
}
