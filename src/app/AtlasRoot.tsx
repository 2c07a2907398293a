import { useMemo, useSyncExternalStore } from 'react'
import { allChecks } from '../checks/allChecks.ts'
import { App } from './App.tsx'
import type { AtlasHome } from './local/atlasHome.ts'
import { LocalDataProvider } from './local/localData.ts'
import { startOf } from './startSelection.ts'
import { EngineProvider } from './useAnswer.ts'

const allRules = new Set(allChecks.map((check) => check.id))

/** The app over whatever dataset is open, with its engine and with what this machine adds to it. */
export function AtlasRoot({ home }: { readonly home: AtlasHome }) {
  const { dataset, engine, entries, local } = useSyncExternalStore(home.subscribe, home.view)
  const known = useMemo(() => startOf(dataset, entries, allRules), [dataset, entries])
  return (
    <EngineProvider value={engine}>
      <LocalDataProvider value={local}>
        <App dataset={dataset} datasets={entries} known={known} open={home.open} />
      </LocalDataProvider>
    </EngineProvider>
  )
}
