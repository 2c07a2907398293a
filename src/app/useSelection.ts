import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { followStep, printAddress, readSelection, type AddressProblem, type Known, type Selection } from '../selection.ts'

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

/**
 * Goes to another selection. Steps of one decision, such as the boxes ticked while a picker is open, share one step of the back
 * button; without a decision every change is a step of its own.
 */
export type ChangeSelection = (patch: Partial<Selection>, decision?: string) => void

/** The selection that the address says, and ways to change it. The address is the only state: back and reload just work. */
export function useSelection(known: Known): {
  readonly selection: Selection
  readonly problems: readonly AddressProblem[]
  readonly change: ChangeSelection
  readonly addressOf: (patch: Partial<Selection>) => string
} {
  const address = useSyncExternalStore(subscribe, readAddress)
  const { selection, problems } = useMemo(() => readSelection(new URLSearchParams(address), known), [address, known])
  const addressOf = useCallback((patch: Partial<Selection>) => printAddress(followStep(selection, patch), known.start), [selection, known])
  const change = useCallback<ChangeSelection>(
    (patch, decision) => {
      if (goTo(addressOf(patch), decision)) for (const listener of listeners) listener()
    },
    [addressOf],
  )
  return { selection, problems, change, addressOf }
}

/** Did the address change? One that is the same already leaves no step behind. */
function goTo(address: string, decision: string | undefined): boolean {
  const next = new URL(address, window.location.href)
  if (next.pathname === window.location.pathname && next.search === window.location.search) return false
  const state: unknown = window.history.state
  const isSameDecision =
    decision !== undefined && typeof state === 'object' && state !== null && Reflect.get(state, 'decision') === decision
  if (isSameDecision) window.history.replaceState(state, '', next)
  else window.history.pushState(decision === undefined ? null : { decision }, '', next)
  return true
}

let decisions = 0

/** A name for a decision, unlike any other of this tab, also after a reload. */
export function nameDecision(): string {
  decisions += 1
  return `${performance.timeOrigin}-${decisions}`
}
