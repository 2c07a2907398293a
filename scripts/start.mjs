import path from 'node:path'
import { buildSite } from './build.mjs'
import { root, runScript } from './commands.mjs'
import { ensureInstalled } from './install.mjs'
import { serveUntilStopped } from './serve.mjs'

await runScript(async () => {
  await ensureInstalled()
  await buildSite()
  const served = await serveUntilStopped(path.join(root, 'dist'))
  if (served) console.log(`OGI Atlas is at ${served.address} (stop with Ctrl+C)`)
})
