import { useSyncExternalStore } from 'react'
import { useAtlas } from '../../AtlasContext.ts'

const query = typeof window === 'undefined' ? null : window.matchMedia('(min-width: 1024px)')
const watch = (listener: () => void): (() => void) => {
  query?.addEventListener('change', listener)
  return () => query?.removeEventListener('change', listener)
}

/** Is there room for two panels side by side? Never in large type. */
export function useIsWide(): boolean {
  const { appearance } = useAtlas()
  const matches = useSyncExternalStore(watch, () => query?.matches ?? true)
  return matches && appearance !== 'care'
}
