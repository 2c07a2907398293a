import { useState } from 'react'
import type { Agency } from '../../../agencies.ts'
import { countOutcomes, type Outcome, type QueueRow, type RowOrder } from '../../import/queueRows.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { useLocalData } from '../../local/localData.ts'
import { ChoicePicker } from '../../pickers/ChoicePicker.tsx'
import { DropZone } from './DropZone.tsx'
import { KeptPanel } from './KeptPanel.tsx'
import { PackageResults } from './PackageResults.tsx'
import { QueuePanel } from './QueuePanel.tsx'
import { useTakeFiles } from './takeFiles.ts'

/** Files that wait, are read and came out somehow; what is kept on this machine. */
export function ImportList({ rows, agencies }: { readonly rows: readonly QueueRow[]; readonly agencies: readonly Agency[] }) {
  const { words } = useAtlas()
  const local = useLocalData()
  const [shown, setShown] = useState<Outcome | 'all'>('all')
  const [order, setOrder] = useState<RowOrder>('chosen')
  const taking = useTakeFiles()
  const counts = countOutcomes(rows)
  const occurring = (Object.keys(counts) as Outcome[]).filter((outcome) => counts[outcome] > 0)
  // An outcome that no row has any more shows everything again.
  const filter = shown !== 'all' && counts[shown] === 0 ? 'all' : shown
  return (
    <>
      <div className={rows.length === 0 ? 'bar unfiltered' : 'bar'} role="region" aria-label={words.bar.filters} tabIndex={-1}>
        {rows.length === 0 ? null : (
          <>
            <ChoicePicker
              name={words.import.outcome}
              value={filter}
              choices={[
                { id: 'all' as const, name: words.import.allOutcomes(rows.length) },
                ...occurring.map((id) => ({ id, name: `${words.import.outcomes[id]} ${counts[id]}` })),
              ]}
              choose={setShown}
            />
            <ChoicePicker
              name={words.import.order}
              value={order}
              choices={(['chosen', 'outcome', 'agency'] as const).map((id) => ({ id, name: words.import.orders[id] }))}
              choose={setOrder}
            />
          </>
        )}
        <span className="result">{rows.length === 0 ? words.import.noFiles : summarise(counts, rows.length, words.import)}</span>
      </div>
      <main id="content" {...taking.dropHandlers}>
        <div className="pagehead">
          <h1>{words.pages.import}</h1>
          <p>{words.import.about}</p>
        </div>
        {local.keptIn === 'memory' ? <p className="note importnote">{words.import.inMemory}</p> : null}
        <div className="stack">
          <DropZone taking={taking} isEmpty={rows.length === 0} />
          <PackageResults results={taking.packages} forget={taking.forgetPackage} />
          {rows.length === 0 ? null : <QueuePanel rows={rows} filter={filter} order={order} agencies={agencies} />}
          <KeptPanel />
        </div>
      </main>
    </>
  )
}

/** `800 份：612 已读，3 正在读 …`; outcomes without a file are left out. */
function summarise(
  counts: Readonly<Record<Outcome, number>>,
  total: number,
  words: { readonly summary: (total: number, parts: readonly string[]) => string; readonly outcomes: Readonly<Record<Outcome, string>> },
): string {
  const parts = (Object.keys(counts) as Outcome[])
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${counts[outcome]} ${words.outcomes[outcome]}`)
  return words.summary(total, parts)
}
