import type { Indicator } from '../indicators/indicator.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { formatNumber } from '../text/numbers.ts'
import type { Figure } from './figure.ts'
import { countReports, saySource, sayYear } from './figureHead.ts'
import { nameForm, nameState } from './figureText.ts'
import { mainScopeOf } from './mainScope.ts'
import { countNOfN, printNOfN } from './nOfN.ts'
import { pickYear } from './ranking.ts'
import { nameAgency, type RequestContext } from './requestContext.ts'

/** Who received requests, who none, and of whom there is no number. */
export interface Received {
  /** The most first; whole governments behind single bodies. */
  readonly some: readonly ComparedValue[]
  readonly none: readonly ComparedValue[]
  readonly unknown: readonly ComparedValue[]
}

/** Parts the bodies of one year, or of each one's latest report, by what they received. A blank is not none. */
export function partReceived(rows: readonly ComparedValue[], at: number | 'latest'): Received {
  const picked = pickYear(rows, at)
  return {
    some: picked
      .filter((row) => row.value !== null && row.value > 0)
      .sort((a, b) => placeOf(a) - placeOf(b) || (b.value ?? NaN) - (a.value ?? NaN)),
    none: picked.filter((row) => row.value === 0),
    unknown: picked.filter((row) => row.value === null),
  }
}

const placeOf = ({ scope }: ComparedValue): number => (scope === 'aggregate' ? 1 : 0)

/** Who received requests and who none, in words: where most figures are zero this says more than bars. */
export function figureOfReceived(received: Received, at: number | 'latest', indicator: Indicator, context: RequestContext): Figure {
  const { said, words, catalogue, lang, agencies } = context
  const { some, none, unknown } = received
  const rows = [...some, ...none, ...unknown]
  const title = titleOfReceived(received, at, context)
  const lists = [
    ...listsOfSome(received, context),
    { name: said.none(none.length), rows: none },
    { name: said.unknown(unknown.length), rows: unknown },
  ]
  return {
    chart: 'statements',
    question: 'gatherFigures',
    title,
    subtitle: [
      indicator.name[lang],
      ...nameApplicant(rows, context),
      words.compare.agenciesOf(agencies.length),
      sayYear(at, words),
      indicator.unitName[lang],
    ],
    n: printNOfN(countNOfN(rows), catalogue, lang, words),
    drawing: null,
    table: {
      caption: title,
      columns: [
        { name: words.bar.agencies, numeric: false },
        { name: words.compare.year, numeric: true },
        { name: (indicator.shortName ?? indicator.name)[lang], numeric: true },
        { name: said.receivedList, numeric: false },
        { name: words.compare.formColumn, numeric: false },
      ],
      rows: lists.flatMap(({ name, rows: ofList }) =>
        ofList.map((row) => ({
          key: `${row.agency}-${row.year}`,
          report: row.report,
          cells: [nameAgency(row.agency, context), String(row.year), tellReceived(row, context), name, nameForm(catalogue, row.form, lang)],
        })),
      ),
    },
    rows,
    notes: [],
    source: saySource(countReports(rows), words),
  }
}

/** Those who received requests; whole governments, which may hold others of the list, by themselves. */
export function listsOfSome(
  { some, none }: Received,
  { said, words }: RequestContext,
): readonly { readonly name: string; readonly rows: readonly ComparedValue[] }[] {
  const [single, whole] = [some.filter((row) => placeOf(row) === 0), some.filter((row) => placeOf(row) > 0)]
  const several = new Set([...some, ...none].map(placeOf)).size > 1
  if (!several) return [{ name: said.some(some.length, null), rows: some }]
  return [
    { name: said.some(single.length, words.compare.scopes.own), rows: single },
    { name: said.some(whole.length, words.compare.scopes.aggregate), rows: whole },
  ].filter(({ rows }) => rows.length > 0)
}

/** The number of a body, or why there is none. */
export const tellReceived = (row: ComparedValue, { catalogue, lang }: RequestContext): string =>
  row.value === null ? nameState(catalogue, row.state, lang) : formatNumber(row.value, lang)

/** How many received none, and who the most, among bodies of one scope. */
function titleOfReceived({ some, none, unknown }: Received, at: number | 'latest', context: RequestContext): string {
  const main = mainScopeOf([...some, ...none], { scopeOf: ({ scope }) => scope, bodyOf: ({ agency }) => agency })
  const isMain = (row: ComparedValue): boolean => main.rows.includes(row)
  const title = tellReceivers({ some: some.filter(isMain), none: none.filter(isMain), unknown }, at, context)
  const scope = main.scope === null ? [] : [context.words.compare.scopes[main.scope]]
  const whose = [...nameApplicant([...some, ...none], context), ...scope]
  return whose.length === 0 ? title : context.said.receivedScope(title, whose)
}

/** Whose requests alone are counted, where not everybody's are. */
const nameApplicant = ([first]: readonly ComparedValue[], { catalogue, lang }: RequestContext): string[] =>
  catalogue.applicants.filter(({ id }) => id !== 'total' && id === first?.applicant).map(({ name }) => name[lang])

function tellReceivers({ some, none }: Received, at: number | 'latest', context: RequestContext): string {
  const { said, words, lang } = context
  const when = at === 'latest' ? words.compare.latest : words.compare.yearIn(String(at))
  const [top] = some
  if (top === undefined || top.value === null)
    return none.length > 0 ? said.receivedTitleNone(when, none.length) : said.receivedTitleUnknown(when)
  return said.receivedTitleSome(
    when,
    none.length,
    none.length + some.length,
    nameAgency(top.agency, context),
    formatNumber(top.value, lang),
  )
}
