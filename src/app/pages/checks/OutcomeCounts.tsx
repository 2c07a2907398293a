import type { CheckCounts } from '../../../checks/runChecks.ts'
import { formatNumber } from '../../../text/numbers.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { OutcomeMark } from '../../checks/Marks.tsx'

/** How many checks of the whole dataset came out which way; all three are always shown. */
export function OutcomeCounts({ counts }: { readonly counts: CheckCounts }) {
  const { words, lang } = useAtlas()
  const { fails, holds, cannotTell } = counts
  return (
    <section className="outcomes" aria-label={words.checks.counts}>
      <ul>
        {(['fails', 'holds', 'cannotTell'] as const).map((outcome) => (
          <li key={outcome} data-outcome={outcome}>
            <OutcomeMark outcome={outcome} />
            {words.checks.outcomes[outcome]} <b>{formatNumber(counts[outcome], lang)}</b>
          </li>
        ))}
      </ul>
      <div className="outcomestrip" role="img" aria-label={words.checks.strip(fails, holds, cannotTell)}>
        {fails > 0 ? <span className="stripfails" style={{ flexGrow: fails }} /> : null}
        {holds > 0 ? <span className="stripholds" style={{ flexGrow: holds }} /> : null}
        {cannotTell > 0 ? <span className="blank" style={{ flexGrow: cannotTell }} /> : null}
      </div>
      <p>{words.checks.countsAbout(formatNumber(fails + holds + cannotTell, lang))}</p>
    </section>
  )
}
