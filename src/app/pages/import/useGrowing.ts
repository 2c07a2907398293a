import { startTransition, useEffect, useRef, useState, type RefObject } from 'react'

/** How much of a long list is drawn: `step` at first, as much again on `more`. */
export function useGrowing(total: number, step: number): { readonly shown: number; readonly more: () => void } {
  const [shown, setShown] = useState(step)
  return { shown: Math.min(shown, total), more: () => startTransition(() => setShown((before) => before + step)) }
}

/** Grows a long list when its end comes near: put `end` on what stands below the list. */
export function useGrowingOnScroll(
  total: number,
  step: number,
): { readonly shown: number; readonly end: RefObject<HTMLElement | null>; readonly more: () => void } {
  const { shown, more } = useGrowing(total, step)
  const end = useRef<HTMLElement>(null)
  const grow = useRef(more)
  useEffect(() => {
    grow.current = more
  })
  useEffect(() => {
    const element = end.current
    if (!element || shown >= total) return
    const observer = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && grow.current(), {
      rootMargin: '400px',
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [shown, total])
  return { shown, end, more }
}
