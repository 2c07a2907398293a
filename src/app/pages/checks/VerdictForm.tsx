import { useId, useState } from 'react'
import type { Finding } from '../../../checks/outcome.ts'
import { formatDate } from '../../../text/numbers.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { useVerdicts, verdictStore } from '../../checks/useVerdicts.ts'
import { listOutdated, verdictKinds, type Verdict } from '../../checks/verdicts.ts'

/** The most that a note may hold. */
const mostNote = 500

/** What a person says of a finding, with a note; what was said before stays below. */
export function VerdictForm({ finding, all }: { readonly finding: Finding; readonly all: readonly Finding[] }) {
  const { words, announce } = useAtlas()
  const { records } = useVerdicts()
  const name = useId()
  const record = records.get(finding.fingerprint)
  const now = record?.now ?? { verdict: 'open', note: '', at: '' }
  const outdated = listOutdated(finding, records.values(), (fingerprint) => all.some((other) => other.fingerprint === fingerprint))
  return (
    <div className="verdictform">
      <fieldset>
        <legend>{words.checks.verdictTitle}</legend>
        {(['open', ...verdictKinds] as const).map((verdict) => (
          <label key={verdict} className={now.verdict === verdict ? 'on' : undefined}>
            <input
              type="radio"
              name={name}
              checked={now.verdict === verdict}
              onChange={() => {
                verdictStore.give(finding, { verdict, note: now.note })
                announce(words.checks.said(words.checks.verdicts[verdict]))
              }}
            />
            {words.checks.verdicts[verdict]}
          </label>
        ))}
      </fieldset>
      {/* Another note from elsewhere, as by a merge, is another field. */}
      <NoteField
        key={now.note}
        note={now.note}
        keep={(note) => {
          verdictStore.give(finding, { verdict: now.verdict, note })
          announce(words.checks.noteKept)
        }}
      />
      {outdated.map(({ fingerprint, now: then }) => (
        <p className="note" key={fingerprint}>
          {words.checks.outdated}
          {': '}
          <Said verdict={then} />
        </p>
      ))}
      {record && record.earlier.length > 0 ? (
        <details>
          <summary>{words.checks.earlier(record.earlier.length)}</summary>
          <ul>
            {record.earlier.map((verdict) => (
              <li key={`${verdict.at} ${verdict.verdict} ${verdict.note}`}>
                <Said verdict={verdict} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  )
}

function NoteField({ note, keep }: { readonly note: string; readonly keep: (note: string) => void }) {
  const { words } = useAtlas()
  const [typed, setTyped] = useState(note)
  const keepTyped = (): void => {
    if (typed.trim() !== note) keep(typed.trim())
  }
  return (
    <label className="notefield">
      {words.checks.note}
      <input
        className="field"
        value={typed}
        maxLength={mostNote}
        placeholder={words.checks.noteHelp}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={keepTyped}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) keepTyped()
        }}
      />
    </label>
  )
}

function Said({ verdict: { verdict, note, at } }: { readonly verdict: Verdict }) {
  const { words, lang } = useAtlas()
  return <>{words.checks.withNote(words.checks.verdicts[verdict], formatDate(at.slice(0, 10), lang), note)}</>
}
