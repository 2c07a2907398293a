import type { Engine } from '../engine/engine.ts'
import { sql } from '../engine/sql.ts'
import { schemaVersion } from './manifest.ts'

/** @throws {Error} over a compiled file whose tables are of another version. */
export async function refuseOtherVersion(engine: Engine, file: string): Promise<void> {
  const [found] = await engine.query(sql`SELECT schema_version FROM d.dataset`)
  const version = found?.['schema_version']
  if (version !== schemaVersion) throw new Error(`${file} is of version ${String(version)}; this program reads version ${schemaVersion}`)
}
