import { comparedWords } from '../text/comparedWords.ts'
import { printDifference } from './benchmark.ts'
import type { ChartContext } from './chartContext.ts'
import { nameForm, printNumber } from './figureText.ts'
import { mainScopeOf } from './mainScope.ts'
import { nameBody } from './sheet.ts'
import type { SlopeBody } from './slopePairs.ts'

/** How many of those that differ most are named. */
const mostNamed = 3

/** Which bodies differ most between the two years, of one scope and on forms that may be compared; null where none stands out. */
export function sayMostChanged(bodies: readonly SlopeBody[], context: ChartContext): string | null {
  const { lang, indicator, words } = context
  const pairs = bodies.filter(({ kind }) => kind === 'pair')
  const { scope, rows } = mainScopeOf(pairs, { scopeOf: ({ last }) => last.scope, bodyOf: ({ agency }) => agency })
  const changes = rows
    .flatMap((body) => {
      const [first, last] = [body.first.value, body.last.value]
      return first === null || last === null || first === last ? [] : [{ agency: body.agency, first, last, size: Math.abs(last - first) }]
    })
    .sort((a, b) => b.size - a.size)
  // Of those that differ alike, all or none are named.
  const next = changes[mostNamed]
  const named = changes.slice(0, mostNamed).filter(({ size }) => next === undefined || size > next.size)
  if (rows.length < 3 || named.length === 0) return null
  const say = comparedWords[lang]
  const told = named.map(({ agency, first, last }) =>
    say.oneChange(
      nameBody(agency, context),
      printNumber(first, indicator, lang),
      printNumber(last, indicator, lang),
      printDifference(last, first, indicator, lang),
    ),
  )
  return say.mostChanged(scope === null ? '' : words.compare.scopes[scope], told)
}

/** That both years of all lines are on one form; null where they are not. */
export function sayOneForm(bodies: readonly SlopeBody[], { lang, catalogue }: ChartContext): string | null {
  const forms = new Set(bodies.flatMap(({ kind, first, last }) => (kind === 'pair' ? [first.form, last.form] : [])))
  const [form = null] = forms
  return forms.size === 1 && form !== null ? comparedWords[lang].oneForm(nameForm(catalogue, form, lang)) : null
}
