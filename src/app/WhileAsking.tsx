import { useRef, type ReactNode } from 'react'
import { AtlasProvider, useAtlas } from './AtlasContext.ts'

/**
 * What is shown of a selection, until the next one is answered: figures and the words around them always belong to one another,
 * and nothing is drawn twice for one change.
 */
export function WhileAsking({ waiting, children }: { readonly waiting: boolean; readonly children: ReactNode }) {
  const atlas = useAtlas()
  const kept = useRef({ atlas, children })
  if (!waiting) kept.current = { atlas, children }
  return (
    <AtlasProvider value={kept.current.atlas}>
      <div className="asking" aria-busy={waiting}>
        {kept.current.children}
      </div>
    </AtlasProvider>
  )
}
