import { useEffect } from 'react'

/** Runs once each time `when` becomes something new and true, after the frame that shows it. */
export function useAfterPaint(when: unknown, run: () => void): void {
  useEffect(() => {
    if (!when) return
    run()
    // The reaction belongs to the moment, not to what it closes over.
  }, [when])
}
