import { useEffect, useRef, type RefObject } from 'react'

/**
 * Keeps the keyboard in a part of the page: where the control that had the focus is gone or cannot be pressed any more, the focus goes to
 * `fallback` instead of to nowhere.
 */
export function useKeptFocus(part: RefObject<HTMLElement | null>, fallback: RefObject<HTMLElement | null>): void {
  const last = useRef<Element | null>(null)
  useEffect(() => {
    const remember = ({ target }: FocusEvent): void => {
      last.current = target instanceof Element && part.current?.contains(target) ? target : null
    }
    document.addEventListener('focusin', remember)
    return () => document.removeEventListener('focusin', remember)
  }, [part])
  // After every change of the part: its controls come and go with the data.
  useEffect(() => {
    const before = last.current
    const holdsNothing = document.activeElement === null || document.activeElement === document.body
    if (before === null || !holdsNothing || (before.isConnected && !before.matches(':disabled'))) return
    last.current = null
    fallback.current?.focus()
  })
}
