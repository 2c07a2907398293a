import type { Engine, QueryOptions } from '../engine/engine.ts'
import type { Catalogue } from '../indicators/catalogue.ts'
import type { Label } from '../text/label.ts'
import { compareAgencies } from './compareAgencies.ts'
import { countValues } from './countValues.ts'
import { coverReports } from './coverReports.ts'
import { gatherFigures } from './gatherFigures.ts'
import { listFigures } from './listFigures.ts'
import { ask, type Params, type PublishedFiles, type Question } from './question.ts'
import { readReport } from './readReport.ts'

/** A question whose params and rows are only known when it is asked: for the command line and the static answers. */
export interface AnyQuestion {
  readonly name: string
  readonly about: Label
  readonly paramsAbout: Readonly<Record<string, string>>
  /** The params as the question takes them. @throws {Error} naming what is wrong. */
  readParams(raw: Readonly<Record<string, unknown>>, catalogue: Catalogue): Params
  /** @throws {Error} over wrong params. @throws {EngineError} */
  answer(engine: Engine, raw: Readonly<Record<string, unknown>>, catalogue: Catalogue, options?: QueryOptions): Promise<readonly object[]>
  /** The same rows from published files; null where the question needs an engine. @throws {Error} over wrong params. */
  answerFromFiles(raw: Readonly<Record<string, unknown>>, files: PublishedFiles): Promise<readonly object[] | null>
}

function forgetTypes<P extends Params, Row extends object>(question: Question<P, Row>): AnyQuestion {
  return {
    name: question.name,
    about: question.about,
    paramsAbout: question.paramsAbout,
    readParams: (raw, catalogue) => question.readParams(raw, catalogue),
    answer: (engine, raw, catalogue, options) => ask(engine, question, question.readParams(raw, catalogue), catalogue, options),
    answerFromFiles: async (raw, files) =>
      question.fromFiles ? await question.fromFiles(question.readParams(raw, files.catalogue), files) : null,
  }
}

/** Every question, by name. */
export const allQuestions: readonly AnyQuestion[] = [
  forgetTypes(compareAgencies),
  forgetTypes(countValues),
  forgetTypes(coverReports),
  forgetTypes(gatherFigures),
  forgetTypes(listFigures),
  forgetTypes(readReport),
]

/** @throws {Error} naming the questions that there are. */
export function questionByName(name: string): AnyQuestion {
  const found = allQuestions.find((question) => question.name === name)
  if (!found)
    throw new Error(`unknown question: ${name.slice(0, 60)}; questions are ${allQuestions.map((question) => question.name).join(', ')}`)
  return found
}
