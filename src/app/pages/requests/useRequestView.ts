import { useMemo } from 'react'
import type { RequestContext } from '../../../charts/requestContext.ts'
import { chooseMixRows } from '../../../charts/requestView.ts'
import type { GatheredReader } from '../../../questions/gatheredValues.ts'
import { requestsWords } from '../../../text/requestsWords.ts'
import { useAtlas } from '../../AtlasContext.ts'

/** What every figure of the page must know. */
export function useRequestContext(): RequestContext {
  const { dataset, selection, chosenAgencies, lang, words, palette } = useAtlas()
  const { focus } = selection
  return useMemo(
    () => ({
      catalogue: dataset.catalogue,
      agencies: chosenAgencies,
      focus: focus ?? [],
      lang,
      words,
      palette,
      width: 600,
      said: requestsWords[lang],
    }),
    [dataset, chosenAgencies, focus, lang, words, palette],
  )
}

/** Whether mixes have a bar per year or per body. */
export function useRows(read: GatheredReader): 'years' | 'bodies' {
  const { dataset, selection, chosenAgencies } = useAtlas()
  return chooseMixRows(read, dataset.catalogue, selection.chart, chosenAgencies.length)
}
