import path from 'node:path'
import { publishDatasets } from './build.mjs'
import { root, runScript } from './commands.mjs'
import { ensureInstalled } from './install.mjs'

await runScript(async () => {
  await ensureInstalled()
  await publishDatasets()
  const { createServer } = await import('vite')
  const server = await createServer({ root, configFile: path.join(root, 'vite.config.ts') })
  await server.listen()
  server.printUrls()
})
