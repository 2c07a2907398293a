import { useState } from 'react'
import type { Finding } from '../../../checks/outcome.ts'
import type { CheckResult } from '../../../checks/runChecks.ts'
import { fingerprintOf } from '../../../dataset/dataVersion.ts'
import type { FindingsToWrite } from '../../../exports/findingsToWrite.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { filterFindings, orderFindings, outcomeOf } from '../../checks/chooseFindings.ts'
import { nameRule } from '../../checks/findingNames.ts'
import { useVerdicts } from '../../checks/useVerdicts.ts'
import { today } from '../../today.ts'
import { saveFile } from '../import/saveFile.ts'
import type { WantedOutput } from './writeOutput.ts'

/** Outputs of the list for work outside of the page. */
export interface Outputs {
  /** What became of the last one. */
  readonly said: { readonly kind: WantedOutput['kind']; readonly text: string } | null
  readonly working: boolean
  readonly save: (wanted: WantedOutput) => void
}

/** Writes what is listed: lists exactly as listed, slips what fails of it, the summary with what cannot be told. */
export function useOutputs(result: CheckResult | undefined, listed: readonly Finding[]): Outputs {
  const { dataset, selection, chosenAgencies, words, lang, announce } = useAtlas()
  const { records } = useVerdicts()
  const [said, setSaid] = useState<Outputs['said']>(null)
  const [working, setWorking] = useState(false)
  const say = (wanted: WantedOutput, text: string): void => {
    announce(text)
    setSaid({ kind: wanted.kind, text })
  }
  const sayFilters = (): string => {
    const { severity, rule, verdict } = selection
    const outcome = outcomeOf(selection)
    const { allOutcomes, outcomes, severities, verdicts, ...names } = words.checks
    const parts = [
      outcome === 'all' ? allOutcomes : outcomes[outcome],
      severity === null ? null : severities[severity],
      rule === null ? null : `${names.rule} ${nameRule(rule, lang)}`,
      verdict === null ? null : verdicts[verdict],
    ]
    return words.join(parts.filter((part) => part !== null))
  }
  const choose = (outcome: 'fails' | 'all', all: CheckResult): readonly Finding[] =>
    orderFindings(
      filterFindings(all.findings, { ...selection, outcome }, ({ fingerprint }) => records.get(fingerprint)),
      dataset.agencies.map(({ id }) => id),
    )
  const write = async (wanted: WantedOutput, all: CheckResult): Promise<void> => {
    const isList = wanted.kind === 'csv' || wanted.kind === 'xlsx'
    const written: FindingsToWrite = {
      findings: isList ? listed : choose(wanted.kind === 'summary' ? 'all' : 'fails', all),
      of: all.findings.length,
      counts: all.counts,
      agencies: chosenAgencies,
      years: selection.years,
      reports: dataset.reports,
      verdicts: records,
      dataset: { name: dataset.manifest.title[isList ? lang : 'zh'], fingerprint: fingerprintOf(dataset.manifest) },
      selection: isList ? sayFilters() : '',
      day: today(),
    }
    const { writeOutput } = await import('./writeOutput.ts')
    const { outputNames } = words.checks
    const slip = wanted.kind === 'slip' ? `${outputNames.slip} ${wanted.agency.name}` : outputNames.slip
    const file = writeOutput(wanted, written, {
      lang,
      names: { ...outputNames, slip },
      severities: selection.severity === null ? undefined : [selection.severity],
    })
    if (file === null) {
      say(wanted, words.checks.nothingToAsk)
      return
    }
    saveFile(file.name, file.type, file.bytes)
    say(wanted, words.checks.outputSaved(file.name))
  }
  const save = (wanted: WantedOutput): void => {
    if (!result || working) return
    setWorking(true)
    setSaid(null)
    write(wanted, result)
      .catch((error: unknown) => {
        console.warn('the output could not be written', error)
        say(wanted, words.checks.outputFailed)
      })
      .finally(() => setWorking(false))
  }
  return { said, working, save }
}
