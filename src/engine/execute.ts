import { EngineError, longestStatement } from './engine.ts'
import { literal } from './literal.ts'
import type { Sql } from './sql.ts'

/** What to send, in order, so that a statement runs with its values: PREPARE once, then EXECUTE. */
export interface Execution {
  /** Statements to send first; empty when the text is prepared already on this connection. */
  readonly before: readonly string[]
  readonly execute: string
}

/** The prepared statements of one connection. */
export interface Preparations {
  /** @throws {EngineError} `too_long`, `value`, or `refused` for two statements in one text, before anything is sent. */
  plan(statement: Sql): Execution
  /** To be called when PREPARE failed, so that the text is prepared anew the next time. */
  forget(statement: Sql): void
}

/** Statements that one connection keeps prepared; the oldest goes first. */
const keptStatements = 64

/**
 * Remembers which texts are prepared on one connection, each once.
 * PREPARE takes only statements that ask or change rows, which is all that our own code needs;
 * with `plainDirectly` a statement without values is sent as it is, so that a reader's own may also create a table.
 */
export function rememberPreparations({ plainDirectly = false } = {}): Preparations {
  const names = new Map<string, string>()
  let count = 0
  return {
    plan(statement) {
      const values = argumentsOf(statement)
      if (plainDirectly && statement.params.length === 0) return { before: [], execute: statement.text }
      const known = names.get(statement.text)
      if (known !== undefined) return { before: [], execute: `EXECUTE ${known}${values}` }
      const name = `q${++count}`
      const before = [`PREPARE ${name} AS\n${statement.text}`]
      const oldest = names.entries().next().value
      if (oldest && names.size >= keptStatements) {
        names.delete(oldest[0])
        before.unshift(`DEALLOCATE ${oldest[1]}`)
      }
      names.set(statement.text, name)
      return { before, execute: `EXECUTE ${name}${values}` }
    },
    forget: (statement) => void names.delete(statement.text),
  }
}

function argumentsOf(statement: Sql): string {
  if (statement.text.length > longestStatement) {
    throw new EngineError(
      statement,
      'too_long',
      `a statement of ${statement.text.length} characters; the longest may have ${longestStatement}`,
    )
  }
  if (hasSecondStatement(statement.text)) throw new EngineError(statement, 'refused', 'one statement at a time')
  try {
    return statement.params.length ? `(${statement.params.map(literal).join(', ')})` : ''
  } catch (error) {
    throw new EngineError(statement, 'value', error)
  }
}

/** PREPARE takes the first of two statements, and the engine would run the second on the spot. */
function hasSecondStatement(text: string): boolean {
  return /;\s*\S/.test(text.replace(quotedOrComment, ' '))
}

const quotedOrComment = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\$(\w*)\$[\s\S]*?\$\1\$/g
