import { QueryCache, QueryClient } from '@tanstack/react-query'
import { noteTrouble } from './release.ts'

/** The database is in this tab: answers never go stale, being offline changes nothing, and a failure is shown rather than repeated. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    queryCache: new QueryCache({ onError: noteTrouble }),
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        gcTime: 10 * 60_000,
        networkMode: 'always',
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
    },
  })
