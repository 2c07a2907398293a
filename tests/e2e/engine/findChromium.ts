import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Where the browser is: `CHROME_PATH`, else the first of the usual names on the PATH. @throws {Error} saying what to install. */
export function findChromium(): string {
  const named = process.env['CHROME_PATH']
  if (named) return named
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'msedge']) {
    const found = folders.map((folder) => join(folder, name)).find(existsSync)
    if (found) return found
  }
  throw new Error('these tests need Chromium, Chrome or Edge: install one, or name it in CHROME_PATH')
}
