import { useCallback, useMemo } from 'react'
import type { ChartPoint } from '../../../charts/chartContext.ts'
import { nameForm } from '../../../charts/figureText.ts'
import { describeMix, heightOfMix, mixChart, pointsOfMix, sectionsShown, tableOfMix, type MixMeasure } from '../../../charts/mixChart.ts'
import { isComplete, isSmall, mixByBodies, mixByYears, type Mix, type MixSection } from '../../../charts/mixFigures.ts'
import { titleOfMix } from '../../../charts/mixTitle.ts'
import { countNOfN, printNOfN } from '../../../charts/nOfN.ts'
import { pickYear } from '../../../charts/ranking.ts'
import { nameAgency, type RequestContext } from '../../../charts/requestContext.ts'
import { gatherFigures } from '../../../questions/gatherFigures.ts'
import { formatYears } from '../../../text/numbers.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { notesOf, Subtitle } from '../../FigurePanel.tsx'
import { Link } from '../../Link.tsx'
import { ChartPanel } from '../../Panel.tsx'
import { StateLegend } from '../../StateCell.tsx'
import { KindSwatch } from './KindSwatch.tsx'

/** A whole and its kinds, a bar per year or per body: outcomes, grounds, applicants, results of reviews. */
export function RequestMixPanel({
  sections,
  about,
  by,
  at,
  minSize,
  context,
}: {
  /** Newest forms first. */
  readonly sections: readonly MixSection[]
  /** What is shown, where the name of the whole does not say it. */
  readonly about?: string
  readonly by: Mix['by']
  readonly at: number | 'latest'
  readonly minSize: number
  readonly context: RequestContext
}) {
  const { selection, change } = useAtlas()
  const { said, words, catalogue, lang, agencies } = context
  const { years } = selection
  const mix = useMemo(
    () => (by === 'years' ? mixByYears(sections, years, minSize) : mixByBodies(sections, at, (id) => nameAgency(id, context), minSize)),
    [by, sections, years, at, minSize, context],
  )
  const measure = useMemo(() => chooseMeasure(selection.per, mix), [selection.per, mix])
  const draw = useCallback((width: number) => mixChart(mix, measure, { ...context, width }), [mix, measure, context])
  const points = useMemo(() => pointsOfMix(mix, measure, context), [mix, measure, context])
  const whole = sections[0]?.whole
  if (!whole) return null
  const unit = catalogue.indicators.find(({ id }) => id === whole.rows[0]?.indicator)?.unitName[lang] ?? ''
  const applicant = catalogue.applicants.find(({ id }) => id !== 'total' && id === whole.rows[0]?.applicant)
  const rows = by === 'years' ? whole.rows : pickYear(whole.rows, at)
  const title = titleOfMix(mix, at, whole.name[lang], context)
  const shown = sectionsShown(mix)
  const reports = new Set(rows.flatMap((row) => (row.report === null ? [] : [row.report]))).size
  const open = (point: ChartPoint): void => {
    if (point.report !== null) change({ page: 'report', report: point.report, cell: null })
    else if (by === 'years') change({ at: point.year, chart: 'bar' })
  }
  const states = [...new Set(mix.rows.flatMap((row) => (row.state === null ? [] : [row.state])))]
  const [older, newer] = shown.map(({ section }) => words.list(section.forms.map((form) => nameForm(catalogue, form, lang))))
  return (
    <ChartPanel
      title={title}
      subtitle={
        <Subtitle
          parts={[
            about ?? said.outcomesOf(whole.name[lang]),
            ...(applicant ? [applicant.name[lang]] : []),
            words.compare.agenciesOf(agencies.length),
            by === 'years' ? formatYears(years) : at === 'latest' ? words.compare.atLatest : words.compare.yearIn(String(at)),
            measure === 'share' ? '%' : unit,
          ]}
          n={printNOfN(countNOfN(rows), catalogue, lang, words)}
        />
      }
      chart="mix"
      question={gatherFigures.name}
      table={tableOfMix(mix, title, context)}
      draw={draw}
      height={heightOfMix(mix, context)}
      points={points}
      description={describeMix(mix, about ?? whole.name[lang], context)}
      onOpen={open}
      source={reports > 0 ? words.panel.source(reports) : words.panel.noSource}
      legend={
        <>
          {shown.map(({ section, places }) => (
            <div className="legend" key={section.forms.join('-')}>
              {shown.length > 1 ? <b>{words.list(section.forms.map((form) => nameForm(catalogue, form, lang)))}</b> : null}
              {section.kinds.map((kind, index) => (
                <span key={kind.key}>
                  <KindSwatch place={places[index] ?? index} />
                  {kind.name[lang]}
                </span>
              ))}
            </div>
          ))}
          {states.length > 0 ? <StateLegend states={states} grades={[]} ramp={false} /> : null}
        </>
      }
      note={notesOf([
        older !== undefined && newer !== undefined ? said.mixBreak(older, newer) : null,
        measure === 'share' && mix.rows.some((row) => isComplete(row) && row.whole.known > 0 && isSmall(row, mix))
          ? said.mixSmall(minSize)
          : null,
        by === 'years' && agencies.length > 1 ? said.mixSums : null,
      ])}
      actions={<Link to={{ page: 'methods', indicators: [whole.rows[0]?.indicator ?? ''] }}>{words.panel.definition}</Link>}
    />
  )
}

/** As chosen; else shares where most bars are of a whole large enough for them, so that small ones are not mostly words. */
function chooseMeasure(per: string | null, mix: Mix): MixMeasure {
  if (per === 'share' || per === 'count') return per
  const bars = mix.rows.filter((row) => isComplete(row) && row.whole.known > 0)
  const large = bars.filter((row) => !isSmall(row, mix))
  return large.length * 2 >= bars.length && large.length > 0 ? 'share' : 'count'
}
