import { formatDate } from '../../../text/numbers.ts'
import { punctuation } from '../../../text/punctuation.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { nameRule } from '../../checks/findingNames.ts'
import type { Verdict, VerdictConflict } from '../../checks/verdicts.ts'

/** Findings that two people judged differently: which verdict counts now, and the other one. */
export function MergeConflicts({ conflicts }: { readonly conflicts: readonly VerdictConflict[] }) {
  const { words, lang, agencyById } = useAtlas()
  const { conflictFrom, conflictKept, conflictOther, columns } = words.checks
  const say = ({ verdict, note, at }: Verdict, from: 'ours' | 'theirs'): string =>
    `${conflictFrom[from]}${punctuation[lang].colon}${words.checks.withNote(words.checks.verdicts[verdict], formatDate(at.slice(0, 10), lang), note)}`
  return (
    <div className="body scroll" tabIndex={0} role="region" aria-labelledby="conflicts-title">
      <table className="t wrap conflicts">
        <caption id="conflicts-title">{words.checks.conflicts(conflicts.length)}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.agency}</th>
            <th scope="col">{columns.rule}</th>
            <th scope="col">{conflictKept}</th>
            <th scope="col">{conflictOther}</th>
          </tr>
        </thead>
        <tbody>
          {conflicts.map(({ record, kept, other }) => (
            <tr key={record.fingerprint}>
              <th scope="row">
                {record.agency === null ? words.checks.noAgency : (agencyById(record.agency)?.shortName ?? record.agency)}{' '}
                {record.year ?? words.checks.noYear}
              </th>
              <td>{nameRule(record.rule, lang)}</td>
              <td>{say(record.now, kept)}</td>
              <td>{say(other, kept === 'ours' ? 'theirs' : 'ours')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
