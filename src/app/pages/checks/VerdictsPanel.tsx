import { useRef, useState } from 'react'
import type { Finding } from '../../../checks/outcome.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { useVerdicts, verdictStore } from '../../checks/useVerdicts.ts'
import { readVerdicts, writeVerdicts } from '../../checks/verdictFile.ts'
import type { MergedVerdicts } from '../../checks/verdicts.ts'
import { ConfirmDialog } from '../import/ConfirmDialog.tsx'
import { saveFile } from '../import/saveFile.ts'
import { MergeConflicts } from './MergeConflicts.tsx'

interface Merged {
  readonly merged: MergedVerdicts
  readonly refused: number
  /** Of findings that are not there. */
  readonly elsewhere: number
}

/** The verdicts of this machine: taken along as a file, put together with those of a colleague, or wiped. */
export function VerdictsPanel({ findings }: { readonly findings: readonly Finding[] }) {
  const { words, dataset, announce } = useAtlas()
  const { records, keptIn, ready } = useVerdicts()
  const [said, setSaid] = useState<string | Merged | null>(null)
  const [asks, setAsks] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)
  const exportAll = (): void => {
    const at = new Date().toISOString()
    const text = writeVerdicts(records.values(), { dataset: dataset.manifest.id, at })
    const name = dataset.manifest.id.replace(/[^a-z0-9-_]/gi, '').slice(0, 60)
    saveFile(`${name}-verdicts-${at.slice(0, 10)}.json`, 'application/json', new TextEncoder().encode(text))
    announce(words.checks.exported)
  }
  const merge = async (file: File): Promise<void> => {
    const text = await file.text().catch((error: unknown) => {
      console.warn('the file of verdicts could not be read', error)
      return null
    })
    const read = text === null ? { problem: 'unreadable' as const } : readVerdicts(text)
    if ('problem' in read) {
      setSaid(words.checks.fileProblems[read.problem])
      return
    }
    const there = new Set(findings.map(({ fingerprint }) => fingerprint))
    setSaid({
      merged: verdictStore.merge(read.records),
      refused: read.refused,
      elsewhere: read.records.filter(({ fingerprint }) => !there.has(fingerprint)).length,
    })
  }
  return (
    <section className="panel c5 verdicts" aria-labelledby="verdicts-title">
      <div className="panelhead">
        <h2 id="verdicts-title">{words.checks.keepTitle(records.size)}</h2>
        <p className="sub">{keptIn === 'memory' ? words.checks.keptInMemory : words.checks.keptHere}</p>
      </div>
      <div className="body verdictactions">
        <button type="button" className="btn" disabled={records.size === 0} onClick={exportAll}>
          {words.checks.exportVerdicts}
        </button>
        <button type="button" className="btn" disabled={!ready} onClick={() => chooser.current?.click()}>
          {words.checks.importVerdicts}
        </button>
        <input
          ref={chooser}
          type="file"
          accept=".json,application/json"
          hidden
          data-take="verdicts"
          aria-label={words.checks.importVerdicts}
          onChange={(event) => {
            const file = event.target.files?.[0]
            if (file) void merge(file)
            event.target.value = ''
          }}
        />
        {records.size === 0 ? null : (
          <button type="button" className="btn" onClick={() => setAsks(true)}>
            {words.checks.wipe}
          </button>
        )}
      </div>
      <div role="status">
        {typeof said === 'string' ? <p className="note">{said}</p> : null}
        {said !== null && typeof said !== 'string' ? (
          <p className="note">
            {[
              words.checks.merged(said.merged.added, said.merged.updated, said.merged.known),
              said.refused > 0 ? words.checks.mergedRefused(said.refused) : '',
              said.elsewhere > 0 ? words.checks.mergedElsewhere(said.elsewhere) : '',
            ].join(' ')}
          </p>
        ) : null}
      </div>
      {said !== null && typeof said !== 'string' && said.merged.conflicts.length > 0 ? (
        <MergeConflicts conflicts={said.merged.conflicts} />
      ) : null}
      {asks ? (
        <ConfirmDialog
          title={words.checks.wipeTitle}
          text={words.checks.wipeText(records.size)}
          action={words.import.wipeDo}
          close={() => setAsks(false)}
          confirm={() => {
            verdictStore.wipe()
            setSaid(words.checks.wiped)
          }}
        />
      ) : null}
    </section>
  )
}
