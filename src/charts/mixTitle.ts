import { formatNumber, formatShare, formatYears } from '../text/numbers.ts'
import { mainScopeOf } from './mainScope.ts'
import { isComplete, isSmall, type Mix, type MixRow } from './mixFigures.ts'
import { nameAgency, type RequestContext } from './requestContext.ts'
import { printAmount, totalOf } from './requestSums.ts'

/**
 * What a mix shows: the largest kind of a year, and over how many bodies; or the body with the most, among those of one scope: a whole
 * government is never set beside single bodies.
 */
export function titleOfMix(mix: Mix, at: number | 'latest', whole: string, context: RequestContext, about = whole): string {
  const { said, words } = context
  if (mix.by === 'bodies') {
    const when = at === 'latest' ? words.compare.latest : words.compare.yearIn(String(at))
    const { scope, rows: known } = mainScopeOf(
      mix.rows.filter((row) => row.state === null && totalOf(row.whole) !== null),
      { scopeOf: ({ whole: { rows } }) => rows[0]?.scope ?? null, bodyOf: ({ agency }) => agency },
    )
    const [top] = [...known].sort((a, b) => b.whole.known - a.whole.known)
    if (!top) return lacksRows(mix) ? said.mixTitleNotInForm(when, about) : said.mixTitleNone(when, whole)
    const name = scope === null ? whole : said.rateInGroup(whole, words.compare.scopes[scope])
    const some = known.filter((row) => row.whole.known > 0)
    if (some.length === 0) return said.mixBodiesZero(when, known.length, name)
    return said.mixBodiesTop(
      when,
      some.length,
      known.length,
      name,
      nameAgency(top.agency ?? '', context),
      formatNumber(top.whole.known, context.lang),
    )
  }
  const known = mix.rows.filter((row) => row.state === null && totalOf(row.whole) !== null)
  const asked = at === 'latest' ? undefined : known.find((row) => row.year === at)
  const chosen = asked ?? known.at(-1)
  if (!chosen) return said.mixTitleNone(formatYears([mix.rows[0]?.year ?? NaN, mix.rows.at(-1)?.year ?? NaN]), whole)
  const title = titleOfYear(chosen, mix, whole, context)
  return at === 'latest' || asked ? title : said.mixInstead(words.compare.yearIn(String(at)), title)
}

/** Does no form that is here list the kinds? */
export const lacksRows = ({ rows }: Mix): boolean =>
  rows.every(({ state }) => state !== null) && rows.some(({ state }) => state === 'not_in_form')

/** The largest kind of a year, with its share where the whole is large enough for one. */
function titleOfYear(row: MixRow, mix: Mix, name: string, context: RequestContext): string {
  const { said, words, lang } = context
  const whole = row.of > 1 && row.have < row.of ? said.mixOver(name, row.have, row.of) : name
  const when = words.compare.yearIn(row.label)
  if (row.whole.known === 0) return said.mixTitleZero(when, whole)
  const kinds = mix.sections[row.section ?? -1]?.kinds ?? []
  const order = row.kinds
    .map((amount, place) => ({ amount, name: kinds[place]?.name[lang] ?? '' }))
    .sort((a, b) => b.amount.known - a.amount.known)
  const [first, second] = order
  const count = printAmount(row.whole, context)
  if (!isComplete(row) || !first || first.amount.known === second?.amount.known) return said.mixTitleTie(when, whole, count)
  const share = isSmall(row, mix) ? null : formatShare(first.amount.known / row.whole.known, lang)
  return said.mixTitleTop(when, whole, count, first.name, formatNumber(first.amount.known, lang), share)
}
