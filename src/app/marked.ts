/* The agency that the reader points at, with the pointer or with the keyboard: every figure of the page shows where it stands. */

/** The agency that is pointed at; a new object when its marks have to be placed anew. */
interface Marked {
  readonly agency: string
}

let marked: Marked | null = null
const listeners = new Set<() => void>()

/** What is pointed at; null for nothing. */
export const markedAgency = (): Marked | null => marked

/** Calls back when another agency is pointed at; returns how to stop. */
export function watchMarked(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/**
 * Points at an agency, or at none. Rows and cells with `data-agency` are marked where they stand, without drawing them again;
 * figures that watch are told once. It only shows again what stands on the page, so nothing depends on it.
 */
export function markAgency(id: string | null): void {
  const next = id === '' ? null : id
  if (next === (marked?.agency ?? null)) return
  marked = next === null ? null : { agency: next }
  for (const element of document.querySelectorAll('[data-marked]')) element.removeAttribute('data-marked')
  if (next !== null)
    for (const element of document.querySelectorAll(`[data-agency="${CSS.escape(next)}"]`)) element.setAttribute('data-marked', '')
  for (const listener of listeners) listener()
}

/** Places the marks anew: a figure was drawn while an agency is pointed at. */
export function placeMarksAnew(): void {
  if (marked === null) return
  marked = { agency: marked.agency }
  for (const listener of listeners) listener()
}

/** The agency that an element of a figure stands for, itself or by the row or cell that it is in. */
export function agencyOfElement(target: EventTarget | null): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-agency]')?.dataset.agency ?? null) : null
}
