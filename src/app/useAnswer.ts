import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { OpenDataset } from '../dataset/openDataset.ts'
import { answerKey } from '../dataset/answerAddress.ts'
import { DatasetReplaced } from '../dataset/replaced.ts'
import { ask, type Params, type Question } from '../questions/question.ts'
import type { EngineStart } from './engineStart.ts'
import { useAtlas } from './AtlasContext.ts'
import { noteTrouble } from './release.ts'

const EngineContext = createContext<EngineStart | null>(null)
export const EngineProvider = EngineContext.Provider

/** @throws {Error} outside of <App>. */
export function useEngine(): EngineStart {
  const engine = useContext(EngineContext)
  if (!engine) throw new Error('useEngine needs an <EngineProvider> above it')
  return engine
}

/** What one page shows of an answer. `rows` stay while the next ones are on their way. */
export interface Answer<Row> {
  readonly rows: readonly Row[] | undefined
  readonly waiting: boolean
  readonly error: Error | null
  readonly retry: () => void
}

/**
 * Answers a question: from the published files where they hold the answer, from the engine once it runs, from the
 * indicator's file otherwise, unless local data make it another one. Each way gives the same rows. The key follows from dataset, question and params.
 */
export function useAnswer<P extends Params, Row>(question: Question<P, Row>, params: P): Answer<Row> {
  const { dataset } = useAtlas()
  const engine = useEngine()
  const query = useQuery<readonly Row[]>({
    queryKey: [dataset.manifest.dataSha256, question.name, params],
    queryFn: ({ signal }) => findAnswer(dataset, engine, question, params, signal),
    placeholderData: keepPreviousData,
  })
  return { rows: query.data, waiting: query.isPending || query.isPlaceholderData, error: query.error, retry: () => void query.refetch() }
}

/** The ways an answer may be found, in order. Exported for the test that compares them. */
export async function findAnswer<P extends Params, Row>(
  dataset: OpenDataset,
  engine: Pick<EngineStart, 'now' | 'whenReady'>,
  question: Question<P, Row>,
  params: P,
  signal: AbortSignal,
): Promise<readonly Row[]> {
  const started = performance.now()
  try {
    const key = answerKey(question.name, params)
    try {
      if (dataset.publishedAnswers.has(key)) return (await dataset.readJson(`api/answers/${key}.json`)) as readonly Row[]
      const running = engine.now()
      if (running) return await ask(running, question, params, dataset.catalogue, { signal })
      if (question.fromFiles && dataset.hasEveryFile) return await question.fromFiles(params, dataset)
    } catch (error) {
      if (!(error instanceof DatasetReplaced)) throw error
      // The engine holds the data that the page was opened with.
      noteTrouble(error)
    }
    return await ask(await engine.whenReady(), question, params, dataset.catalogue, { signal })
  } finally {
    performance.measure('ogi:answer', { start: started, detail: question.name })
  }
}
