import { useMemo } from 'react'
import type { RequestContext } from '../../../charts/requestContext.ts'
import { askedBy } from '../../../indicators/requestFlow.ts'
import type { GatheredReader } from '../../../questions/gatheredValues.ts'
import { requestsWords } from '../../../text/requestsWords.ts'
import { useAtlas } from '../../AtlasContext.ts'

/** What every figure of the page must know. */
export function useRequestContext(): RequestContext {
  const { dataset, chosenAgencies, lang, words, palette } = useAtlas()
  return useMemo(
    () => ({ catalogue: dataset.catalogue, agencies: chosenAgencies, lang, words, palette, width: 600, said: requestsWords[lang] }),
    [dataset, chosenAgencies, lang, words, palette],
  )
}

/**
 * Whether mixes have a bar per year or per body: as chosen, else years for one body, and for a group where two years or more have
 * a number of at least half of the bodies; sums over fewer would follow who was loaded.
 */
export function useRows(read: GatheredReader): 'years' | 'bodies' {
  const { dataset, selection, chosenAgencies } = useAtlas()
  if (selection.chart === 'trend') return 'years'
  if (selection.chart === 'bar') return 'bodies'
  if (chosenAgencies.length === 1) return 'years'
  const received = askedBy(dataset.catalogue)
  const byYear = new Map<number, number>()
  for (const row of received ? read(received) : []) if (row.value !== null) byYear.set(row.year, (byYear.get(row.year) ?? 0) + 1)
  return [...byYear.values()].filter((bodies) => bodies * 2 >= chosenAgencies.length).length >= 2 ? 'years' : 'bodies'
}
