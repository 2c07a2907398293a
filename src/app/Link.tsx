import type { MouseEvent, ReactNode } from 'react'
import type { Selection } from '../selection.ts'
import { useAtlas } from './AtlasContext.ts'

/** A link inside the atlas: a real address, followed without loading the page again. */
export function Link({
  to,
  children,
  className,
  current,
  title,
}: {
  readonly to: Partial<Selection>
  readonly children: ReactNode
  readonly className?: string
  readonly current?: boolean
  /** Shown on hover; a screen reader gets the same words from the content. */
  readonly title?: string
}) {
  const { addressOf, change } = useAtlas()
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    change(to)
    if (to.page !== undefined) window.scrollTo(0, 0)
  }
  return (
    <a href={addressOf(to)} onClick={follow} className={className} aria-current={current ? 'page' : undefined} title={title}>
      {children}
    </a>
  )
}
