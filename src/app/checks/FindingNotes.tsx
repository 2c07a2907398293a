import { checkById } from '../../checks/allChecks.ts'
import { reasonNames } from '../../checks/reasonNames.ts'
import type { Finding } from '../../checks/outcome.ts'
import type { Label } from '../../text/label.ts'
import { formatNumber } from '../../text/numbers.ts'
import { punctuation } from '../../text/punctuation.ts'
import { useAtlas } from '../AtlasContext.ts'
import { nameApplicant, nameFindingCell } from './findingNames.ts'

/** The sentence of a finding, and what may help with it: hints, the one cell that explains it, honest exceptions, why it cannot be told. */
export function FindingNotes({ finding }: { readonly finding: Finding }) {
  const { dataset, words, lang } = useAtlas()
  const { hints, explainedBy, reason, message } = finding
  const exception = exceptionOf(finding)
  const cell = explainedBy?.cell
  const column = cell ? nameApplicant(cell, lang) : null
  const notes = [
    explainedBy && cell
      ? words.checks.explained(
          `${nameFindingCell(cell, finding.form, dataset.catalogue, lang)}${column === null ? '' : ` ${column}`}`,
          formatNumber(explainedBy.wouldBe, lang),
        )
      : null,
    hints.length > 0 ? words.checks.hint(hints.map((hint) => hint[lang]).join(punctuation[lang].semicolon)) : null,
    reason === null ? null : words.checks.reason(reasonNames[reason][lang]),
    exception ? words.checks.exception(exception[lang]) : null,
  ].filter((note) => note !== null)
  return (
    <>
      <p className="msg">{message[lang]}</p>
      {notes.map((note) => (
        <p className="note" key={note}>
          {note}
        </p>
      ))}
    </>
  )
}

/** Why a failure may be right all the same; a reason that holds on other forms only is left out. */
function exceptionOf({ rule, form, outcome }: Finding): Label | undefined {
  const check = checkById(rule)
  if (!check || outcome !== 'fails') return undefined
  const isOfOtherForms = 'severityAbove' in check && check.severityAbove && !Object.keys(check.severityAbove).some((id) => id === form)
  return isOfOtherForms ? undefined : check.exception
}
