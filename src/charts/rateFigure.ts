import { tableForms } from '../indicators/catalogue.ts'
import { tellFormulas } from '../indicators/formulaWords.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { formatShare, formatYears } from '../text/numbers.ts'
import { punctuation } from '../text/punctuation.ts'
import type { Figure } from './figure.ts'
import { countReports, saySource, sayYear } from './figureHead.ts'
import {
  describeIntervals,
  heightOfIntervals,
  intervalChart,
  nameRateGroup,
  pointsOfIntervals,
  tableOfIntervals,
  type RateContext,
} from './intervalChart.ts'
import { countNOfN, printNOfN } from './nOfN.ts'
import { pickYear } from './ranking.ts'
import { listRates, type RateList } from './rates.ts'
import { nameAgency } from './requestContext.ts'

/** One rate of each body, with its interval and its size. `every`: the rate of every body and year; `at`: the year of the list. */
export function figureOfRates(
  every: readonly ComparedValue[],
  { at, years }: { readonly at: number | 'latest'; readonly years: readonly [from: number, to: number] },
  context: RateContext,
): Figure {
  const { indicator: rate, said, words, catalogue, lang, agencies } = context
  const rows = pickYear(every, at)
  const list = listRates(rows, rate)
  const title = titleOfRates(list, at, context)
  const applicant = catalogue.applicants.find(({ id }) => id !== 'total' && id === rows[0]?.applicant)
  const formula = tellFormulas(rate, catalogue, at === 'latest' ? years : [at, at], lang)
  return {
    chart: 'bar',
    question: 'gatherFigures',
    title,
    subtitle: [
      rate.name[lang],
      said.rateSub,
      ...(applicant ? [applicant.name[lang]] : []),
      words.compare.agenciesOf(agencies.length),
      sayYear(at, words),
    ],
    n: printNOfN(countNOfN(rows), catalogue, lang, words),
    drawing: {
      draw: (width) => intervalChart(list, { ...context, width }),
      height: heightOfIntervals(list, context),
      points: pointsOfIntervals(list, context),
      description: describeIntervals(list, context),
    },
    table: tableOfIntervals(list, title, context),
    rows,
    notes: [...notesOnRates(list, context), sayForms(context), formula === null ? null : words.compare.formulaLine(formula)].filter(
      (note) => note !== null,
    ),
    source: saySource(countReports(rows), words),
  }
}

function notesOnRates(list: RateList, context: RateContext): (string | null)[] {
  const { said, words, lang, indicator: rate } = context
  const told = list.groups.flatMap((group) => [...group.rates, ...group.small])
  const nothing = told.filter((one) => one.part === 0)
  const hasSmall = list.groups.some((group) => group.small.length > 0)
  const hasRates = list.groups.some((group) => group.rates.length > 0)
  const firstOf = nothing.slice(0, 12).map((one) => nameAgency(one.row.agency, context))
  return [
    nothing.length > 0 ? said.rateZero(nothing.length, firstOf) : told.length > 1 ? said.rateZeroNone(rate.name[lang], told.length) : null,
    list.groups.length > 1 ? words.compare.groupApart : null,
    hasSmall && rate.minSize !== undefined ? said.rateSmallNote(rate.minSize) : null,
    hasRates ? said.rateNote : null,
    list.groups.length === 1 && list.main !== null && list.main.rates.length > 1 && list.main.pooled ? said.pooledNote : null,
  ]
}

/** The years of the forms that can give a rate; null where all can, or none. */
export function sayForms({ indicator: rate, catalogue, said, lang }: RateContext): string | null {
  if (tableForms.every((form) => rate.from[form] !== undefined)) return null
  const forms = catalogue.forms.filter((form) => tableForms.some((id) => id === form.id && rate.from[id] !== undefined))
  if (forms.length === 0) return null
  const years = forms.map((form) =>
    form.years[1] === null ? said.since(form.years[0]) : said.between(formatYears([form.years[0], form.years[1]])),
  )
  return said.otherForms(rate.name[lang], [...new Set(years)].join(punctuation[lang].enumeration))
}

/** Who is highest and who is lowest, all the same, too few cases, or nothing. */
function titleOfRates(list: RateList, at: number | 'latest', context: RateContext): string {
  const { said, words, lang, indicator } = context
  const when = at === 'latest' ? words.compare.latest : words.compare.yearIn(String(at))
  const name = (indicator.shortName ?? indicator.name)[lang]
  const { main } = list
  const small = list.groups.reduce((sum, group) => sum + group.small.length, 0)
  const [top] = main?.rates ?? []
  const last = main?.rates.at(-1)
  if (!main || !top || !last) {
    return small > 0 && indicator.minSize !== undefined
      ? said.rateTitleSmall(when, name, indicator.minSize, small)
      : said.rateTitleNone(when, name)
  }
  const group = list.groups.length > 1 ? nameRateGroup(list, main, context) : ''
  const what = group === '' ? name : said.rateInGroup(name, group)
  const say = (value: number): string => formatShare(value, lang)
  if (main.rates.length === 1) return said.rateTitleOne(when, what, nameAgency(top.row.agency, context), say(top.value))
  if (top.value === last.value) return said.rateTitleSame(when, what, main.rates.length, say(top.value))
  return said.rateTitleTop(
    when,
    what,
    nameAgency(top.row.agency, context),
    say(top.value),
    nameAgency(last.row.agency, context),
    say(last.value),
  )
}
