import { useMemo } from 'react'
import { indicatorById } from '../../../indicators/catalogue.ts'
import { readPairAs } from '../../../indicators/readings.ts'
import { askComparison } from '../../../questions/askComparison.ts'
import { compareAgencies } from '../../../questions/compareAgencies.ts'
import { embedBuilderWordsIn } from '../../../text/embedBuilderWords.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { AnswerFailed, Waiting } from '../../Matrix.tsx'
import { markFirstChart } from '../../readiness.ts'
import { useAfterPaint } from '../../useAfterPaint.ts'
import { useAnswer } from '../../useAnswer.ts'
import { ChartChooser } from '../compare/ChartChooser.tsx'
import { ComparisonBar } from '../compare/ComparisonBar.tsx'
import '../compare/compare.css'
import { ViewSettings } from '../compare/ViewSettings.tsx'
import { compareView, type EmbeddedView } from './drawEmbedded.ts'
import './embed.css'
import { EmbedBuilder } from './EmbedBuilder.tsx'

/** A figure of the comparison, made ready for other pages: as markup, as a file of its own, or live. */
export function EmbedPage() {
  const { dataset, selection, words, lang } = useAtlas()
  const { asked, view } = useView()
  const compared = useComparedHere(view)
  useAfterPaint(view, markFirstChart)
  return (
    <>
      <ComparisonBar loaded={compared?.reports ?? null} />
      <main id="content" aria-busy={asked.waiting}>
        <div className="pagehead">
          <h1>{words.pages.embed}</h1>
          <p>{embedBuilderWordsIn(lang).lead}</p>
        </div>
        {compared ? (
          <div className="viewbar">
            <ChartChooser choice={compared.choice} />
            <ViewSettings
              reading={compared.reading}
              indicator={indicatorById(dataset.catalogue, selection.indicators[0] ?? '')}
              at={compared.at}
            />
          </div>
        ) : null}
        {asked.error ? <AnswerFailed retry={asked.retry} keptRows={view !== null} /> : null}
        {view ? <EmbedBuilder view={view} /> : asked.error ? null : <Waiting reports={dataset.reports.length} />}
      </main>
    </>
  )
}

/** What the address selects, with its rows; null until they are there. */
function useView() {
  const { dataset, selection, chosenAgencies: agencies } = useAtlas()
  const { indicators, applicant, per } = selection
  const pair = useMemo(() => readPairAs(dataset.catalogue, { indicators, applicant, per }), [dataset, indicators, applicant, per])
  const asked = useAnswer(compareAgencies, askComparison(pair, selection))
  const rows = asked.waiting ? undefined : asked.rows
  const view = useMemo<EmbeddedView | null>(
    () => (rows === undefined ? null : { dataset, selection, agencies, pair, rows }),
    [dataset, selection, agencies, pair, rows],
  )
  return { asked, view }
}

function useComparedHere(view: EmbeddedView | null) {
  const { lang, palette } = useAtlas()
  return useMemo(() => (view === null ? null : compareView(view, lang, palette)), [view, lang, palette])
}
