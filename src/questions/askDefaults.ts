import type { Engine, QueryOptions } from '../engine/engine.ts'
import { isOfTables } from '../forms/states.ts'
import type { Catalogue } from '../indicators/catalogue.ts'
import { questionByName } from './allQuestions.ts'
import { compareAgencies, type Comparison } from './compareAgencies.ts'
import type { ComparedValue } from './comparedValue.ts'
import { countValues } from './countValues.ts'
import { listDefaultQuestions, type DefaultQuestion } from './defaultAnswers.ts'
import { ask, type Params } from './question.ts'

/** A default question whose rows are asked for when they are wanted. */
export interface DefaultAnswer extends DefaultQuestion {
  rows(): Promise<readonly object[]>
}

/** The default answers of a dataset, and a way to ask more without asking twice. */
export interface DefaultAnswers {
  readonly answers: readonly DefaultAnswer[]
  answer(question: string, params: Params): Promise<readonly object[]>
  /** Rows of the tables alone follow from those with prose. */
  compare(params: Comparison): Promise<readonly ComparedValue[]>
}

/** Asks what every page asks before anything is chosen, each statement once. @throws {EngineError} */
export async function askDefaults(
  engine: Engine,
  catalogue: Catalogue,
  dataset: Omit<Parameters<typeof listDefaultQuestions>[1], 'counts'>,
  options?: QueryOptions,
): Promise<DefaultAnswers> {
  const counts = await ask(engine, countValues, {}, catalogue, options)
  const asked = new Map<string, Promise<readonly object[]>>()
  const answer = (question: string, params: Params): Promise<readonly object[]> => {
    const key = `${question} ${JSON.stringify(Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1)))}`
    const known = asked.get(key) ?? questionByName(question).answer(engine, params, catalogue, options)
    asked.set(key, known)
    return known
  }
  const compare = async (params: Comparison): Promise<readonly ComparedValue[]> => {
    const rows = (await answer(compareAgencies.name, { ...params, prose: true })) as readonly ComparedValue[]
    return params.prose ? rows : rows.filter(isOfTables)
  }
  return {
    answer,
    compare,
    answers: listDefaultQuestions(catalogue, { ...dataset, counts }).map(({ question, params }) => ({
      question,
      params,
      rows: () => (question === compareAgencies.name ? compare(compareAgencies.readParams(params, catalogue)) : answer(question, params)),
    })),
  }
}
