import { useQuery } from '@tanstack/react-query'
import type { CheckResult } from '../checks/runChecks.ts'
import { useAtlas } from './AtlasContext.ts'

/** What the checks gave over the open dataset. */
export interface Findings {
  readonly result: CheckResult | undefined
  readonly error: Error | null
  readonly retry: () => void
}

/**
 * What fails and what cannot be told, in every report of the open dataset. `when`: false until it is wanted, as on pages where it must
 * not keep the first chart waiting.
 */
export function useFindings(when = true): Findings {
  const { dataset } = useAtlas()
  const query = useQuery({
    queryKey: [dataset.manifest.dataSha256, 'findings'],
    queryFn: async () => (await dataset.readJson('api/findings.json')) as CheckResult,
    enabled: when,
  })
  return { result: query.data, error: query.error, retry: () => void query.refetch() }
}
