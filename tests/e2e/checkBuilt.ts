import { existsSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../sourceFiles.ts'

/** These tests open what `npm run build` made. */
export default function checkBuilt(): void {
  if (!existsSync(path.join(projectRoot, 'dist/index.html'))) throw new Error('dist/ is missing: npm run build makes what these tests open')
}
