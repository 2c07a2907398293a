import { lazy, Suspense } from 'react'
import type { Finding } from '../../checks/outcome.ts'

// The rules themselves are a good part of the app, and wanted only where a finding is looked at.
const Equations = lazy(() =>
  import('./EquationsOfFinding.tsx').catch((error: unknown) => {
    // The sentence of the finding says both numbers, too.
    console.warn('the sums of findings could not be loaded', error)
    return { default: () => null }
  }),
)

/** The two sides of a finding with the numbers put in. */
export function FindingEquations({ finding }: { readonly finding: Finding }) {
  return (
    <Suspense fallback={null}>
      <Equations finding={finding} />
    </Suspense>
  )
}
