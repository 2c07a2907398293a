import { answerKey } from '../../dataset/answerAddress.ts'
import type { OpenDataset } from '../../dataset/openDataset.ts'
import type { Engine } from '../../engine/engine.ts'
import { askDefaults, type DefaultAnswer } from '../../questions/askDefaults.ts'
import { compareAgencies } from '../../questions/compareAgencies.ts'
import { countValues } from '../../questions/countValues.ts'
import { coverReports } from '../../questions/coverReports.ts'
import { startIndicator } from '../startSelection.ts'

/** An answer as it is kept: its key and its rows as JSON. */
export type KeptAnswer = readonly [key: string, rows: string]

/** Characters of answers that are kept beside a dataset; whatever is asked beyond them waits for the engine. */
const mostKept = 4_000_000

/** Answers after which those before them are handed over for the first time: they are what the first pages ask. */
const firstLot = 10

/**
 * Asks what the pages ask before anything is chosen, what the first pages ask before the rest, one after the other, so that a reader's
 * own questions pass. `keep` gets all of them so far, twice. @throws {Error} when the engine is closed meanwhile.
 */
export async function keepAnswers(
  { catalogue, manifest, agencies, reports }: OpenDataset,
  engine: Engine,
  keep: (answers: readonly KeptAnswer[], complete: boolean) => Promise<unknown>,
): Promise<void> {
  const { answers } = await askDefaults(engine, catalogue, {
    years: manifest.years,
    agencies: agencies.map(({ id }) => id),
    reports: reports.map(({ report }) => report),
  })
  const rank = rankWith(startIndicator(catalogue))
  const kept: KeptAnswer[] = []
  let length = 0
  for (const { question, params, rows } of [...answers].sort((a, b) => rank(a) - rank(b))) {
    const text = JSON.stringify(await rows())
    length += text.length
    if (length > mostKept) break
    kept.push([answerKey(question, params), text])
    if (kept.length === firstLot) await keep([...kept], false)
  }
  await keep(kept, true)
}

const rankWith =
  (indicator: string) =>
  ({ question, params }: DefaultAnswer): number => {
    if (question === countValues.name || (question === coverReports.name && params['agencies'] === null)) return 0
    if (question !== compareAgencies.name) return 3
    const indicators = params['indicators']
    return Array.isArray(indicators) && (indicators.length > 1 || indicators.includes(indicator)) ? 1 : 2
  }
