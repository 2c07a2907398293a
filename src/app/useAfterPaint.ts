import { useEffect, useRef } from 'react'

/** Runs once each time `when` becomes something new and true, after it is drawn. What runs is always the latest `run`. */
export function useAfterPaint(when: unknown, run: () => void): void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    if (when) latest.current()
  }, [when])
}
