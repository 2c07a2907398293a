import { useMemo, useState } from 'react'
import { mergersByBody } from '../../../agencies/peers.ts'
import { readComparison, type Compared } from '../../../charts/comparison.ts'
import { indicatorById } from '../../../indicators/catalogue.ts'
import { readPairAs, type PairReading } from '../../../indicators/readings.ts'
import { askComparison } from '../../../questions/askComparison.ts'
import { compareAgencies } from '../../../questions/compareAgencies.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import { compareWordsIn } from '../../../text/compareWords.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { AnswerFailed, Waiting } from '../../Matrix.tsx'
import { useAfterPaint } from '../../useAfterPaint.ts'
import { useAnswer } from '../../useAnswer.ts'
import { ChartChooser } from './ChartChooser.tsx'
import { ComparedFigures } from './ComparedFigures.tsx'
import { ComparisonBar } from './ComparisonBar.tsx'
import { ViewSettings } from './ViewSettings.tsx'
import './compare.css'

/** One or two indicators over many bodies: the chart that the selection calls for, the order of one year, and who has no number. */
export function ComparePage() {
  const { dataset, selection, chosenAgencies, words, lang, announce } = useAtlas()
  const { catalogue } = dataset
  const pair = usePair()
  const { reading, second } = pair
  const answer = useAnswer(compareAgencies, askComparison(pair, selection))
  const compared = useKept(useCompared(answer.waiting ? undefined : answer.rows, pair))
  useAfterPaint(answer.rows, () => compared && announce(words.state.filtered(chosenAgencies.length, compared.reports)))
  const choice = compared?.choice ?? null
  const refused = selection.per !== null && selection.per !== reading.kind && selection.per !== 'count'
  const texts = compareWordsIn(lang)
  return (
    <>
      <ComparisonBar loaded={compared?.reports ?? null} />
      <main id="content" aria-busy={answer.waiting}>
        <div className="pagehead">
          <h1>{words.compare.title}</h1>
          <p>
            {reading.shown.name[lang]}
            {second ? ` × ${second.name[lang]}` : ''}
            {choice ? ` · ${choice.why[lang]}${words.sentenceEnd}` : ''}
          </p>
        </div>
        <div className="viewbar">
          {choice ? <ChartChooser choice={choice} /> : null}
          <ViewSettings reading={reading} indicator={indicatorById(catalogue, selection.indicators[0] ?? '')} at={compared?.at ?? null} />
        </div>
        {refused ? <p className="refused">{texts.per.refused(texts.per.names[selection.per ?? 'count'])}</p> : null}
        {answer.error ? <AnswerFailed retry={answer.retry} keptRows={answer.rows !== undefined} /> : null}
        {compared ? <ComparedFigures compared={compared} /> : answer.error ? null : <Waiting reports={dataset.reports.length} />}
      </main>
    </>
  )
}

/** The indicator as the reader wants it read, and the second one beside it. */
function usePair(): PairReading {
  const { dataset, selection } = useAtlas()
  const { indicators, applicant, per } = selection
  return useMemo(() => readPairAs(dataset.catalogue, { indicators, applicant, per }), [dataset, indicators, applicant, per])
}

/** Everything that the figures of the page are drawn from. */
function useCompared(rows: readonly ComparedValue[] | undefined, pair: PairReading): Compared | null {
  const { dataset, selection, chosenAgencies: agencies, lang, words, palette } = useAtlas()
  const { years, focus, bench, sort, by, chart, at, sameBodies } = selection
  const mergers = useMemo(() => mergersByBody(dataset.agencies), [dataset])
  return useMemo(() => {
    if (!rows) return null
    const { catalogue, agencies: all } = dataset
    const known = { catalogue, agencies, all, mergers, lang, words, palette }
    return readComparison(rows, pair, { years, focus, bench, sort, by, chart, at, sameBodies }, known)
  }, [rows, pair, dataset, agencies, years, focus, bench, sort, by, chart, at, sameBodies, lang, words, palette, mergers])
}

/** What was shown last stays, with its own selection, until the next answer has come; never that of another dataset. */
function useKept(compared: Compared | null): Compared | null {
  const { dataset } = useAtlas()
  const [kept, setKept] = useState({ dataset, compared })
  if (compared !== null && (compared !== kept.compared || dataset !== kept.dataset)) setKept({ dataset, compared })
  return compared ?? (kept.dataset === dataset ? kept.compared : null)
}
