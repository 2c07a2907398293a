import { useState } from 'react'
import type { Selection } from '../../selection.ts'
import { useAtlas } from '../AtlasContext.ts'
import { nameDecision } from '../useSelection.ts'

/** Changes made through one opened picker: however many they are, the back button undoes them in one step. */
export function useDecision(): (patch: Partial<Selection>) => void {
  const { change } = useAtlas()
  const [decision] = useState(nameDecision)
  return (patch) => change(patch, decision)
}
