import { memo } from 'react'
import { reasonNames } from '../../../checks/reasonNames.ts'
import type { Finding } from '../../../checks/outcome.ts'
import { formatNumber } from '../../../text/numbers.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { sayCells, sayFinding } from '../../checks/findingNames.ts'
import { OutcomeMark, SeverityMark } from '../../checks/Marks.tsx'
import { VerdictWord } from '../../checks/VerdictWord.tsx'
import { isHandled, type VerdictRecord } from '../../checks/verdicts.ts'

/** One finding as a line of the list: a button that shows it. */
export const FindingRow = memo(function FindingRow({
  finding,
  record,
  chosen,
  stop,
  inline,
  choose,
}: {
  readonly finding: Finding
  readonly record: VerdictRecord | undefined
  readonly chosen: boolean
  /** Is this the row that Tab comes to? */
  readonly stop: boolean
  /** It opens under itself, and closes again. */
  readonly inline: boolean
  readonly choose: (fingerprint: string | null) => void
}) {
  const { dataset, words, lang, agencyById } = useAtlas()
  const agency = finding.agency === null ? words.checks.noAgency : (agencyById(finding.agency)?.shortName ?? finding.agency)
  return (
    <button
      type="button"
      className={`findingrow${chosen ? ' on' : ''}${isHandled(record) ? ' done' : ''}`}
      data-jump={finding.fingerprint}
      data-finding={finding.fingerprint}
      tabIndex={stop ? 0 : -1}
      {...(inline ? { 'aria-expanded': chosen } : { 'aria-current': chosen })}
      onClick={() => choose(inline && chosen ? null : finding.fingerprint)}
    >
      <span className="f-severity">
        <SeverityMark severity={finding.severity} />
      </span>
      <span className="f-agency">
        {agency} <small>{finding.year ?? words.checks.noYear}</small>
      </span>
      <span className="f-rule">
        {sayFinding(finding, lang)}
        <small>{sayCells(finding, dataset.catalogue, lang, words)}</small>
      </span>
      <Sides finding={finding} />
      <span className="f-verdict">
        <VerdictWord record={record} />
      </span>
    </button>
  )
})

/** Both values and their difference, or why nothing can be told. */
function Sides({ finding }: { readonly finding: Finding }) {
  const { words, lang } = useAtlas()
  if (finding.outcome === 'cannotTell') {
    return (
      <span className="f-reason">
        <OutcomeMark outcome="cannotTell" said /> {finding.reason === null ? '' : reasonNames[finding.reason][lang]}
      </span>
    )
  }
  const { left, right } = finding
  const print = (side: number | null): string => (side === null ? '?' : formatNumber(side, lang))
  return (
    <>
      <span className="f-sides">
        {left === null && right === null ? (
          <OutcomeMark outcome="fails" said />
        ) : (
          <>
            <b>{print(left)}</b>
            <i aria-hidden="true">≠</i>
            <span className="visually-hidden"> {words.checks.outcomes.fails} </span>
            {print(right)}
          </>
        )}
      </span>
      <span className="f-difference">
        {left === null || right === null ? null : (
          <>
            <span className="narrowonly">{words.checks.columns.difference} </span>
            {formatNumber(Math.round(Math.abs(left - right) * 1e6) / 1e6, lang)}
          </>
        )}
      </span>
    </>
  )
}
