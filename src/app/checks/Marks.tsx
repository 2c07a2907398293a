import type { Severity } from '../../checks/severity.ts'
import { useAtlas } from '../AtlasContext.ts'

const signs = { fails: '≠', holds: '=', cannotTell: '?' } as const
const classes = { fails: 'fails', holds: 'holds', cannotTell: 'cannot' } as const

/** The mark of an outcome, told apart by weight. Its word stands beside it, or is `said` to screen readers. */
export function OutcomeMark({ outcome, said = false }: { readonly outcome: keyof typeof signs; readonly said?: boolean }) {
  const { words } = useAtlas()
  return (
    <>
      <i className={`outcome ${classes[outcome]}`} aria-hidden="true">
        {signs[outcome]}
      </i>
      {said ? <span className="visually-hidden">{words.checks.outcomes[outcome]}</span> : null}
    </>
  )
}

const bars: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1 }

/** Three rising bars; the word of the severity always with them. */
export function SeverityMark({ severity }: { readonly severity: Severity }) {
  const { words } = useAtlas()
  return (
    <span className="severity">
      <span className={`sev s${bars[severity]}`} aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {words.checks.severities[severity]}
    </span>
  )
}
