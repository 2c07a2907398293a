import { useMemo, useState } from 'react'
import type { Finding } from '../../checks/outcome.ts'
import type { Catalogue } from '../../indicators/catalogue.ts'
import type { Lang } from '../../text/label.ts'
import type { Words } from '../../text/zh.ts'
import { useAtlas } from '../AtlasContext.ts'
import { useFindings } from '../useFindings.ts'
import { orderFindings } from './chooseFindings.ts'
import { addressOfCell, nameRule, rowOf } from './findingNames.ts'
import { useVerdicts } from './useVerdicts.ts'
import { isHandled, type VerdictRecord } from './verdicts.ts'

/** How a cell that findings name is marked: `open` in full; `quiet` while another finding is chosen; `handled` once all of them are. */
export interface CellMark {
  readonly findings: readonly Finding[]
  readonly weight: 'open' | 'quiet' | 'handled'
}

/** What the checks say of one report, and which finding the reader looks at. */
export interface CheckedHere {
  /** Null until it is known. */
  readonly findings: readonly Finding[] | null
  readonly failing: boolean
  readonly retry: () => void
  /** By the address of the cell: `3.1@total`. */
  readonly marks: ReadonlyMap<string, CellMark>
  readonly chosen: string | null
  readonly choose: (fingerprint: string | null) => void
}

/** The findings of one report. Where the address names a cell, the first finding that names it is chosen. */
export function useReportFindings(report: string, cell: string | null): CheckedHere {
  const { dataset } = useAtlas()
  const { result, error, retry } = useFindings()
  const { records } = useVerdicts()
  const [picked, setPicked] = useState<{ readonly at: string | null; readonly fingerprint: string | null } | null>(null)
  const findings = useMemo(
    () =>
      result
        ? orderFindings(
            result.findings.filter((finding) => finding.report === report),
            [],
          )
        : null,
    [result, report],
  )
  const named = useMemo(() => listNamedCells(findings ?? [], dataset.catalogue), [findings, dataset])
  // What was picked holds until another cell is opened.
  const chosen =
    picked !== null && picked.at === cell ? picked.fingerprint : ((cell === null ? undefined : named.get(cell)?.[0])?.fingerprint ?? null)
  const marks = useMemo(() => markCells(named, records, chosen), [named, records, chosen])
  return { findings, failing: error !== null, retry, marks, chosen, choose: (fingerprint) => setPicked({ at: cell, fingerprint }) }
}

/** The failures that name each cell of the report, by its address. */
export function listNamedCells(findings: readonly Finding[], catalogue: Catalogue): ReadonlyMap<string, readonly Finding[]> {
  const named = new Map<string, Finding[]>()
  for (const finding of findings) {
    if (finding.outcome !== 'fails') continue
    for (const cell of finding.cells) {
      const address = cell.year === undefined ? addressOfCell(cell, rowOf(cell, finding.form, catalogue)) : null
      if (address === null) continue
      const own = named.get(address)
      if (!own) named.set(address, [finding])
      else if (!own.includes(finding)) own.push(finding)
    }
  }
  return named
}

function markCells(
  named: ReadonlyMap<string, readonly Finding[]>,
  records: ReadonlyMap<string, VerdictRecord>,
  chosen: string | null,
): ReadonlyMap<string, CellMark> {
  const weigh = (findings: readonly Finding[]): CellMark['weight'] => {
    if (chosen !== null) return findings.some(({ fingerprint }) => fingerprint === chosen) ? 'open' : 'quiet'
    if (findings.every(({ fingerprint }) => isHandled(records.get(fingerprint)))) return 'handled'
    // A report that left half of its cells blank would be all frames.
    return findings.every(({ severity }) => severity === 'info') ? 'quiet' : 'open'
  }
  return new Map([...named].map(([cell, findings]) => [cell, { findings, weight: weigh(findings) }]))
}

/** What a marked cell says to those who do not see the mark. */
export function sayMark({ findings, weight }: CellMark, lang: Lang, words: Words): string {
  const names = words.list([...new Set(findings.map(({ rule }) => nameRule(rule, lang)))])
  return weight === 'handled' ? words.checks.markedHandled(names) : words.checks.markedCell(names)
}
