import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { printAddress, readSelection, type AddressProblem, type Known, type Selection } from '../selection.ts'

const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('popstate', listener)
  }
}

const readAddress = (): string => window.location.search

/** The selection that the address says, and ways to change it. The address is the only state: back and reload just work. */
export function useSelection(known: Known): {
  readonly selection: Selection
  readonly problems: readonly AddressProblem[]
  readonly change: (patch: Partial<Selection>) => void
  readonly addressOf: (patch: Partial<Selection>) => string
} {
  const address = useSyncExternalStore(subscribe, readAddress)
  const { selection, problems } = useMemo(() => readSelection(new URLSearchParams(address), known), [address, known])
  const addressOf = useCallback((patch: Partial<Selection>) => printAddress({ ...selection, ...patch }, known.start), [selection, known])
  const change = useCallback(
    (patch: Partial<Selection>) => {
      const next = addressOf(patch)
      const before = window.location.pathname + window.location.search
      window.history.pushState(null, '', next)
      if (window.location.pathname + window.location.search !== before) for (const listener of listeners) listener()
    },
    [addressOf],
  )
  return { selection, problems, change, addressOf }
}
