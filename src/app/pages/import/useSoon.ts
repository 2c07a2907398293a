import { startTransition, useEffect, useState } from 'react'

/** False while the page first draws, then true in a drawing that gives way to whatever the person does. */
export function useSoon(): boolean {
  const [isSoon, setIsSoon] = useState(false)
  useEffect(() => {
    const frame = requestAnimationFrame(() => startTransition(() => setIsSoon(true)))
    return () => cancelAnimationFrame(frame)
  }, [])
  return isSoon
}
