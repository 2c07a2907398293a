import type { Engine } from './engine.ts'
import { sql } from './sql.ts'

/** A real answer: the only proof that an engine works, since it may open and connect and still be spoiled. @throws what `query` throws */
export async function proveAlive(engine: Engine): Promise<void> {
  await engine.query(sql`SELECT 1::INTEGER AS alive`)
}
