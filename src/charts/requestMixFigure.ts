import { formatYears } from '../text/numbers.ts'
import type { Figure } from './figure.ts'
import { countReports, saySource, sayYear } from './figureHead.ts'
import { nameForm } from './figureText.ts'
import { describeMix, heightOfMix, mixChart, pointsOfMix, sectionsShown, tableOfMix, type MixMeasure } from './mixChart.ts'
import { gapOf, isComplete, isSmall, mixByBodies, mixByYears, type Mix, type MixKind, type MixRow, type MixSection } from './mixFigures.ts'
import { titleOfMix } from './mixTitle.ts'
import { countNOfN, printNOfN } from './nOfN.ts'
import { pickYear } from './ranking.ts'
import { nameAgency, type RequestContext } from './requestContext.ts'

/** A whole and its kinds over the years or over the bodies, as the reader wants it. */
export interface RequestMix {
  /** Newest forms first. */
  readonly sections: readonly MixSection[]
  readonly whole: MixKind
  readonly mix: Mix
  readonly measure: MixMeasure
  readonly at: number | 'latest'
  readonly years: readonly [from: number, to: number]
  readonly minSize: number
  /** What is shown, where the name of the whole does not say it. */
  readonly about: string | undefined
}

/** Lays the sections out; null without any. `per`: shares or counts as the reader chose, else what suits most bars. */
export function readMix(
  sections: readonly MixSection[],
  {
    by,
    at,
    years,
    minSize,
    per,
    about,
  }: Pick<RequestMix, 'at' | 'years' | 'minSize'> & {
    readonly by: Mix['by']
    readonly per: string | null
    readonly about?: string | undefined
  },
  context: RequestContext,
): RequestMix | null {
  const whole = sections[0]?.whole
  if (!whole) return null
  const mix = by === 'years' ? mixByYears(sections, years, minSize) : mixByBodies(sections, at, (id) => nameAgency(id, context), minSize)
  return { sections, whole, mix, measure: chooseMeasure(per, mix), at, years, minSize, about }
}

/** As chosen; else shares where most bars are of a whole large enough for them, so that small ones are not mostly words. */
function chooseMeasure(per: string | null, mix: Mix): MixMeasure {
  if (per === 'share' || per === 'count') return per
  const bars = mix.rows.filter((row) => isComplete(row) && row.whole.known > 0)
  const large = bars.filter((row) => !isSmall(row, mix))
  return large.length * 2 >= bars.length && large.length > 0 ? 'share' : 'count'
}

/** A whole and its kinds, a bar per year or per body: outcomes, grounds, applicants, results of reviews. */
export function figureOfRequestMix(request: RequestMix, context: RequestContext): Figure {
  const { whole, mix, measure, at, years, about } = request
  const { said, words, catalogue, lang, agencies } = context
  const ofWhole = mix.by === 'years' ? whole.rows : pickYear(whole.rows, at)
  const unit = catalogue.indicators.find(({ id }) => id === whole.rows[0]?.indicator)?.unitName[lang] ?? ''
  const applicant = catalogue.applicants.find(({ id }) => id !== 'total' && id === whole.rows[0]?.applicant)
  const title = titleOfMix(mix, at, whole.name[lang], context, about)
  return {
    chart: 'mix',
    question: 'gatherFigures',
    title,
    subtitle: [
      about ?? said.outcomesOf(whole.name[lang]),
      ...(applicant ? [applicant.name[lang]] : []),
      words.compare.agenciesOf(agencies.length),
      mix.by === 'years' ? formatYears(years) : sayYear(at, words),
      measure === 'share' ? '%' : unit,
    ].filter(Boolean),
    n: printNOfN(countNOfN(ofWhole), catalogue, lang, words),
    drawing: {
      draw: (width) => mixChart(mix, measure, { ...context, width }),
      height: heightOfMix(mix, context),
      points: pointsOfMix(mix, measure, context),
      description: describeMix(mix, about ?? whole.name[lang], context),
    },
    table: tableOfMix(mix, title, context),
    rows: rowsOfMix(request),
    notes: notesOnMix(request, context),
    source: saySource(countReports(ofWhole), words),
  }
}

/** The whole and, on the forms that list them, its kinds. */
function rowsOfMix({ sections, whole, mix, at }: RequestMix): Figure['rows'] {
  const kinds = sections.flatMap(({ forms, kinds: ofSection }) =>
    ofSection.flatMap(({ rows }) => rows.filter((row) => forms.some((form) => form === row.form))),
  )
  const isShown = mix.by === 'years' ? () => true : (row: Figure['rows'][number]): boolean => shown.has(`${row.agency} ${row.year}`)
  const shown = new Set(pickYear(whole.rows, at).map((row) => `${row.agency} ${row.year}`))
  return [...new Set([...whole.rows, ...kinds])].filter(isShown)
}

/** Has the bar a dashed box for what its kinds differ from the whole? */
const isDrawnApart = (row: MixRow, measure: MixMeasure, mix: Mix): boolean =>
  row.state === null && gapOf(row) !== null && gapOf(row) !== 0 && (measure === 'count' || !isSmall(row, mix))

function notesOnMix({ mix, measure, minSize }: RequestMix, { said, words, catalogue, lang, agencies }: RequestContext): string[] {
  const [older, newer] = sectionsShown(mix).map(({ section }) => words.list(section.forms.map((form) => nameForm(catalogue, form, lang))))
  const hasSmall = mix.rows.some((row) => isComplete(row) && row.whole.known > 0 && isSmall(row, mix))
  return [
    older !== undefined && newer !== undefined ? said.mixBreak(older, newer) : null,
    mix.rows.some((row) => isDrawnApart(row, measure, mix)) ? said.mixGap : null,
    measure === 'share' && hasSmall ? said.mixSmall(minSize) : null,
    mix.by === 'bodies' && new Set(mix.rows.flatMap((row) => (row.state === null ? [row.scope] : []))).size > 1
      ? words.compare.groupApart
      : null,
    mix.by === 'years' && agencies.length > 1 ? said.mixSums : null,
  ].filter((note) => note !== null)
}
