import type { KeyboardEvent } from 'react'

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity }

/** Arrow keys go from mark to mark inside one pane, which is a single stop for Tab. */
export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key]
  const from = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-jump]') : null
  const pane = from?.closest('[data-pane]')
  if (step === undefined || !from || !pane) return
  const marks = [...pane.querySelectorAll<HTMLElement>('[data-jump]')]
  const to = marks[Math.max(0, Math.min(marks.length - 1, marks.indexOf(from) + step))]
  if (!to) return
  event.preventDefault()
  to.focus()
}
