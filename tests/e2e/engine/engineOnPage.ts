import type { Page } from 'playwright-core'
import {
  EngineError,
  EngineLost,
  type Engine,
  type EngineErrorCode,
  type EngineLostCode,
  type QueryOptions,
} from '../../../src/engine/engine.ts'
import type { Sql, SqlValue } from '../../../src/engine/sql.ts'
import type { Ended } from './lab.ts'

/** The engine of a page as one that a test can hold: what it throws is thrown here, and a signal reaches it. */
export function engineOnPage(page: Page): Engine {
  let asked = 0

  async function across<T extends Ended>(
    statement: Sql,
    { signal, deadline }: QueryOptions,
    run: (key: string, limit: { deadline?: number }) => Promise<T>,
  ): Promise<T> {
    signal?.throwIfAborted()
    const abortKey = String(asked++)
    const abort = () => void page.evaluate((key) => window.lab.abort(key), abortKey)
    signal?.addEventListener('abort', abort)
    const answer = await run(abortKey, deadline === undefined ? {} : { deadline })
    signal?.removeEventListener('abort', abort)
    if (answer.name !== '') throw errorOf(statement, answer)
    return answer
  }

  return {
    async query(statement, options = {}) {
      const { rows } = await across(statement, options, (abortKey, limit) =>
        page.evaluate(
          async ([asked, how]) => {
            // Entries, since the way out of the page loses a column called __proto__.
            const answer = await window.lab.ask(asked, how)
            return { ...answer, rows: answer.rows.map((row) => Object.entries(row)) }
          },
          [statement, { abortKey, ...limit }] as const,
        ),
      )
      return rows.map((row) => Object.fromEntries(row.map(([name, value]) => [name, plain(value)])))
    },
    async queryTable(statement, options = {}) {
      const { columns, rows } = await across(statement, options, (abortKey, limit) =>
        page.evaluate(([asked, how]) => window.lab.askTable(asked, how), [statement, { abortKey, ...limit }] as const),
      )
      return { columns, rows: rows.map((row) => row.map(plain)) }
    },
    close: () => page.evaluate(() => window.lab.close()),
  }
}

function plain(value: unknown): SqlValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  throw new Error(`an engine returned something of type ${typeof value}`)
}

function errorOf(statement: Sql, { name, code, message }: Ended): Error {
  if (name === 'EngineError') return new EngineError(statement, code as EngineErrorCode, message)
  if (name === 'EngineLost') return new EngineLost(code as EngineLostCode, message)
  return new DOMException(message, name)
}
