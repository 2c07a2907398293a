import { useId, useState } from 'react'
import type { ChartChoice, ComparisonChart } from '../../../charts/chooseChart.ts'
import { compareWordsIn } from '../../../text/compareWords.ts'
import { useAtlas } from '../../AtlasContext.ts'

/** Every chart as a button: the shown one pressed, those that cannot be drawn from the selection off, with their reasons in a list. */
export function ChartChooser({ choice }: { readonly choice: ChartChoice }) {
  const { lang, words, change, announce } = useAtlas()
  const { chooser } = compareWordsIn(lang)
  const [asked, setAsked] = useState<ComparisonChart | null>(null)
  const id = useId()
  const refused = choice.offers.filter((offer) => !offer.fits)
  const told = refused.find((offer) => offer.chart === asked)
  return (
    <>
      <div className="seg chooser" role="group" aria-label={chooser.title}>
        {choice.offers.map((offer) => (
          <button
            key={offer.chart}
            type="button"
            aria-pressed={offer.chart === choice.shown}
            aria-disabled={!offer.fits}
            {...(offer.fits ? {} : { 'aria-describedby': `${id}-${offer.chart}` })}
            title={offer.why[lang]}
            onClick={() => {
              setAsked(offer.chart)
              if (!offer.fits) announce(chooser.refused(chooser.names[offer.chart], offer.why[lang]))
              else change({ chart: offer.chart === choice.usual ? null : offer.chart })
            }}
          >
            {chooser.names[offer.chart]}
          </button>
        ))}
      </div>
      {refused.length > 0 ? (
        <details className="whynot">
          <summary>{chooser.whyNot(refused.length)}</summary>
          <ul aria-label={chooser.whyNotTitle}>
            {refused.map((offer) => (
              <li key={offer.chart} id={`${id}-${offer.chart}`}>
                <b>{chooser.names[offer.chart]}</b> {offer.why[lang]}
                {words.sentenceEnd}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {told ? (
        <p className="refused">
          {chooser.refused(chooser.names[told.chart], told.why[lang])}
          {words.sentenceEnd}
        </p>
      ) : null}
    </>
  )
}
