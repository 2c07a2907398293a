import { useMemo } from 'react'
import type { ChartPoint } from '../../../charts/chartContext.ts'
import { nameForm } from '../../../charts/figureText.ts'
import { sectionsShown } from '../../../charts/mixChart.ts'
import type { Mix, MixSection } from '../../../charts/mixFigures.ts'
import type { RequestContext } from '../../../charts/requestContext.ts'
import { lacksRows } from '../../../charts/mixTitle.ts'
import { figureOfRequestMix, readMix } from '../../../charts/requestMixFigure.ts'
import type { Selection } from '../../../selection.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { FigurePanel } from '../../FigurePanel.tsx'
import { Link } from '../../Link.tsx'
import { StateLegend } from '../../StateCell.tsx'
import { KindSwatch } from './KindSwatch.tsx'

/** A whole and its kinds, a bar per year or per body: outcomes, grounds, applicants, results of reviews. */
export function RequestMixPanel({
  sections,
  embed,
  about,
  by,
  at,
  minSize,
  context,
}: {
  /** Newest forms first. */
  readonly sections: readonly MixSection[]
  /** What makes it the figure that is embedded. */
  readonly embed: Partial<Selection>
  /** What is shown, where the name of the whole does not say it. */
  readonly about?: string
  readonly by: Mix['by']
  readonly at: number | 'latest'
  readonly minSize: number
  readonly context: RequestContext
}) {
  const { selection, change } = useAtlas()
  const { words, catalogue, lang } = context
  const { years, per } = selection
  const request = useMemo(
    () => readMix(sections, { by, at, years, minSize, per, about }, context),
    [sections, by, at, years, minSize, per, about, context],
  )
  const figure = useMemo(() => request && figureOfRequestMix(request, context), [request, context])
  if (!request || !figure) return null
  const { mix, whole } = request
  const open = (point: ChartPoint): void => {
    if (point.report !== null) change({ page: 'report', report: point.report, cell: null })
    else if (by === 'years') change({ at: point.year, chart: 'bar' })
  }
  const shown = sectionsShown(mix)
  const elsewhere = lacksRows(mix) ? findYear(sections) : null
  const states = [...new Set(mix.rows.flatMap((row) => (row.state === null ? [] : [row.state])))]
  return (
    <FigurePanel
      figure={figure}
      embed={embed}
      openPoint={open}
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
      actions={
        <>
          {elsewhere === null ? null : <Link to={{ at: elsewhere }}>{context.said.seeYears(String(elsewhere))}</Link>}
          <Link to={{ page: 'methods', indicators: [whole.rows[0]?.indicator ?? ''] }}>{words.panel.definition}</Link>
        </>
      }
    />
  )
}

/** The last year that has a number of a kind. */
function findYear(sections: readonly MixSection[]): number | null {
  const years = sections.flatMap(({ kinds }) => kinds.flatMap(({ rows }) => rows.flatMap((row) => (row.value === null ? [] : [row.year]))))
  return years.length === 0 ? null : Math.max(...years)
}
