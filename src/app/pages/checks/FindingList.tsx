import { useMemo } from 'react'
import type { Finding } from '../../../checks/outcome.ts'
import { findingGroups, type FindingGroup } from '../../../selection.ts'
import { printWordsIn } from '../../../text/printWords.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { cutGroups, gatherFindings, outcomeOf, type FindingsTogether } from '../../checks/chooseFindings.ts'
import { nameRule } from '../../checks/findingNames.ts'
import { useVerdicts } from '../../checks/useVerdicts.ts'
import { isHandled } from '../../checks/verdicts.ts'
import { moveFocus } from '../import/moveFocus.ts'
import { useGrowing } from '../import/useGrowing.ts'
import { FindingDetail } from './FindingDetail.tsx'
import { FindingRow } from './FindingRow.tsx'
import type { Outputs } from './useOutputs.ts'

const step = 100

/** The findings of the selection, one row each; long lists come piece by piece. Where there is no room beside, a row opens under itself. */
export function FindingList({
  findings,
  all,
  chosen,
  choose,
  inline,
  outputs,
}: {
  readonly findings: readonly Finding[]
  readonly all: readonly Finding[]
  readonly chosen: Finding | undefined
  readonly choose: (fingerprint: string | null) => void
  readonly inline: boolean
  readonly outputs: Outputs
}) {
  const { words, lang, selection } = useAtlas()
  const { records } = useVerdicts()
  const { shown, more } = useGrowing(findings.length, step)
  const groups = useMemo(() => gatherFindings(findings, selection.group), [findings, selection.group])
  const drawn = cutGroups(groups, shown)
  const open = findings.filter(({ fingerprint }) => !isHandled(records.get(fingerprint))).length
  const agencies = new Set(findings.map(({ agency }) => agency)).size
  const outcome = outcomeOf(selection)
  const title =
    outcome === 'all'
      ? words.checks.listTitleAll(findings.length, agencies, open)
      : words.checks.listTitle(findings.length, words.checks.outcomes[outcome], agencies, open)
  // One row takes Tab; the arrow keys go on from it.
  const stop = chosen ?? drawn[0]?.findings[0]
  return (
    <section className="panel c7 findinglist" aria-labelledby="findings-title">
      <div className="panelhead">
        <h2 id="findings-title">{title}</h2>
        <GroupChoice />
        <p className="sub">
          {words.checks.order}
          {outcome === 'all' ? null : <span className="visually-hidden"> {words.checks.keys}</span>}
        </p>
      </div>
      <div className="findingrow findinghead" aria-hidden="true">
        {(['severity', 'agency', 'rule', 'sides', 'difference', 'verdict'] as const).map((column) => (
          <span key={column} className={`f-${column}`}>
            {words.checks.columns[column]}
          </span>
        ))}
      </div>
      <div role="group" aria-labelledby="findings-title" data-pane="findings" onKeyDown={moveFocus}>
        {drawn.map((group) => (
          <div key={group.key} className="findinggroup">
            {selection.group === null ? null : (
              <GroupHead group={groups.find(({ key }) => key === group.key) ?? group} by={selection.group} />
            )}
            <ul>
              {group.findings.map((finding) => {
                const isChosen = chosen?.fingerprint === finding.fingerprint
                return (
                  <li key={finding.fingerprint}>
                    <FindingRow
                      finding={finding}
                      record={records.get(finding.fingerprint)}
                      chosen={isChosen}
                      stop={stop?.fingerprint === finding.fingerprint}
                      inline={inline}
                      choose={choose}
                    />
                    {inline && isChosen ? <FindingDetail finding={finding} all={all} outputs={outputs} /> : null}
                  </li>
                )
              })}
            </ul>
          </div>
        ))}
      </div>
      {shown < findings.length ? <p className="note printonly">{printWordsIn(lang).notPrinted(findings.length - shown)}</p> : null}
      {shown < findings.length ? (
        <div className="panelfoot">
          <span className="act">
            <button type="button" className="linklike" onClick={more}>
              {words.checks.more(Math.min(step, findings.length - shown))}
            </button>
          </span>
        </div>
      ) : null}
    </section>
  )
}

function GroupChoice() {
  const { words, selection, change } = useAtlas()
  return (
    <div className="seg" role="group" aria-label={words.checks.group}>
      {([null, ...findingGroups] as const).map((group) => (
        <button key={group ?? ''} type="button" aria-pressed={selection.group === group} onClick={() => change({ group })}>
          {words.checks.groups[group ?? 'none']}
        </button>
      ))}
    </div>
  )
}

function GroupHead({ group, by }: { readonly group: FindingsTogether; readonly by: FindingGroup }) {
  const { words, lang, agencyById } = useAtlas()
  const name =
    by === 'agency'
      ? (agencyById(group.key)?.name ?? (group.key === '' ? words.checks.noAgency : group.key))
      : by === 'rule'
        ? nameRule(group.key, lang)
        : group.key === ''
          ? words.checks.noYear
          : group.key
  return (
    <h3 className="grouphead">
      {name} <small>{words.checks.items(group.findings.length)}</small>
    </h3>
  )
}
