import { createContext, useContext } from 'react'
import type { Agency } from '../agencies.ts'
import type { DatasetEntry } from '../dataset/manifest.ts'
import type { OpenDataset, ReportEntry } from '../dataset/openDataset.ts'
import type { Selection } from '../selection.ts'
import type { Lang } from '../text/label.ts'
import type { Words } from '../text/zh.ts'
import type { Appearance, Palette } from '../charts/palette.ts'
import type { ChangeSelection } from './useSelection.ts'

/** What every part of a page may need: the data that are open, the selection, the words. */
export interface Atlas {
  readonly dataset: OpenDataset
  /** Every dataset that can be opened: the published ones, the default first, then those of this machine. */
  readonly datasets: readonly DatasetEntry[]
  readonly selection: Selection
  readonly start: Selection
  /** Agencies of the selection, in the order of lists. */
  readonly chosenAgencies: readonly Agency[]
  readonly agencyById: (id: string) => Agency | undefined
  readonly reportById: (id: string) => ReportEntry | undefined
  readonly lang: Lang
  readonly words: Words
  readonly appearance: Appearance
  readonly palette: Palette
  /** Goes to another selection; the back button comes back. Changes that name the same decision are one step for it. */
  readonly change: ChangeSelection
  /** The address of the selection with these changes, for links. */
  readonly addressOf: (patch: Partial<Selection>) => string
  /** Says something once to screen readers. */
  readonly announce: (text: string) => void
}

const AtlasContext = createContext<Atlas | null>(null)
export const AtlasProvider = AtlasContext.Provider

/** @throws {Error} outside of <App>. */
export function useAtlas(): Atlas {
  const atlas = useContext(AtlasContext)
  if (!atlas) throw new Error('useAtlas needs an <AtlasProvider> above it')
  return atlas
}
