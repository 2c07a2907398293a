import { useState, type ReactNode } from 'react'
import { AtlasProvider, useAtlas, type Atlas } from './AtlasContext.ts'

/**
 * What is shown of a selection, until the next one is answered: figures and the words around them always belong to one another,
 * and nothing is drawn twice for one change. Before the first answer it shows what there is.
 */
export function WhileAsking({ waiting, children }: { readonly waiting: boolean; readonly children: ReactNode }) {
  const now = { atlas: useAtlas(), children }
  const [answered, setAnswered] = useState<{ readonly atlas: Atlas; readonly children: ReactNode } | null>(null)
  if (!waiting && (answered?.atlas !== now.atlas || answered.children !== children)) setAnswered(now)
  const shown = waiting && answered !== null ? answered : now
  return (
    <AtlasProvider value={shown.atlas}>
      <div className="asking" aria-busy={waiting}>
        {shown.children}
      </div>
    </AtlasProvider>
  )
}
