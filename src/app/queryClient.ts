import { QueryClient } from '@tanstack/react-query'

/** The database is in this tab: answers never go stale, being offline changes nothing, and a failure is shown rather than repeated. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
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
