import { existsSync } from 'node:fs'
import path from 'node:path'
import { builtSite } from '../sourceFiles.ts'

/** These tests open what `npm run build` made. */
export default function checkBuilt(): void {
  if (!existsSync(path.join(builtSite, 'index.html'))) throw new Error('dist/ is missing: npm run build makes what these tests open')
}
