import type { Finding } from '../../../checks/outcome.ts'
import { outcomeFilters, severityFilters, verdictFilters } from '../../../selection.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { countByRule, filterFindings, outcomeOf } from '../../checks/chooseFindings.ts'
import { nameRule } from '../../checks/findingNames.ts'
import { useVerdicts } from '../../checks/useVerdicts.ts'
import { ChoicePicker } from '../../pickers/ChoicePicker.tsx'

/** What fails, what cannot be told, or both. */
export function OutcomePicker() {
  const { words, selection, change } = useAtlas()
  const { outcomes, allOutcomes } = words.checks
  const names = { fails: outcomes.fails, cannotTell: outcomes.cannotTell, all: allOutcomes }
  return (
    <ChoicePicker
      name={words.checks.outcome}
      value={outcomeOf(selection)}
      choices={outcomeFilters.map((id) => ({ id, name: names[id] }))}
      choose={(id) => change({ outcome: id === 'fails' ? null : id })}
    />
  )
}

/** The weight of findings. */
export function SeverityPicker() {
  const { words, selection, change } = useAtlas()
  return (
    <ChoicePicker
      name={words.checks.severity}
      value={selection.severity ?? 'every'}
      choices={[
        { id: 'every' as const, name: words.checks.every },
        ...severityFilters.map((id) => ({ id, name: words.checks.severities[id] })),
      ]}
      choose={(id) => change({ severity: id === 'every' ? null : id })}
    />
  )
}

/** The rules that have findings under the other filters, with how many. */
export function RulePicker({ findings }: { readonly findings: readonly Finding[] }) {
  const { words, lang, selection, change } = useAtlas()
  const { records } = useVerdicts()
  const counted = countByRule(filterFindings(findings, { ...selection, rule: null }, ({ fingerprint }) => records.get(fingerprint)))
  const offered = counted.map(({ rule, count }) => ({ id: rule, name: `${nameRule(rule, lang)} · ${count}` }))
  const isOffered = selection.rule === null || offered.some(({ id }) => id === selection.rule)
  return (
    <ChoicePicker
      name={words.checks.rule}
      value={selection.rule ?? ''}
      choices={[
        { id: '', name: words.checks.every },
        ...(isOffered ? [] : [{ id: selection.rule ?? '', name: nameRule(selection.rule ?? '', lang) }]),
        ...offered,
      ]}
      choose={(id) => change({ rule: id === '' ? null : id })}
    />
  )
}

/** What a person said of findings. */
export function VerdictPicker() {
  const { words, selection, change } = useAtlas()
  return (
    <ChoicePicker
      name={words.checks.verdict}
      value={selection.verdict ?? 'every'}
      choices={[
        { id: 'every' as const, name: words.checks.every },
        ...verdictFilters.map((id) => ({ id, name: words.checks.verdicts[id] })),
      ]}
      choose={(id) => change({ verdict: id === 'every' ? null : id })}
    />
  )
}
