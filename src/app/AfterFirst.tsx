import { useDeferredValue, useState, type ReactNode } from 'react'
import { AtlasProvider, useAtlas } from './AtlasContext.ts'
import { usePrinting } from './print/usePrinting.ts'
import { isPainted } from './readiness.ts'

/**
 * Figures beside and below the first one. They follow it in a frame of their own, so that what the reader looks at first is there
 * sooner; until then they show the last selection, with its own words. On the first page of all they come with the others: what is
 * drawn there takes turns by itself.
 */
export function AfterFirst({ children }: { readonly children: ReactNode }) {
  const atlas = useAtlas()
  const [isLater] = useState(isPainted)
  const shown = useDeferredValue<ReactNode>(children, isLater ? following : children)
  const later = useDeferredValue(atlas)
  // Paper does not wait.
  const printing = usePrinting()
  return <AtlasProvider value={printing ? atlas : later}>{printing ? children : shown}</AtlasProvider>
}

const following = <div className="following" aria-busy="true" />
