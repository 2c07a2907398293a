import path from 'node:path'
import process from 'node:process'
import { bundleCommandLine } from './build.mjs'
import { root, run, runScript } from './commands.mjs'
import { ensureInstalled } from './install.mjs'

await runScript(async () => {
  await ensureInstalled()
  await bundleCommandLine()
  // npm runs scripts in the project's folder; file names are meant from where the reader stands.
  const startedByNpm = process.env.npm_lifecycle_event === 'ogi'
  const cwd = (startedByNpm && process.env.INIT_CWD) || process.cwd()
  process.exitCode = await run(process.execPath, [path.join(root, '.build/ogi.mjs'), ...process.argv.slice(2)], { cwd })
})
