import { spawn } from 'node:child_process'
import path from 'node:path'
import { projectRoot } from '../sourceFiles.ts'

/** What a run of the tool gave. */
export interface BundledRun {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the tool as it is delivered, in a folder; `bundleCommandLine` has made it before. */
export function runBundled(folder: string, args: readonly string[]): Promise<BundledRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(projectRoot, '.build/ogi.mjs'), ...args], { cwd: folder })
    const printed = { out: '', err: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (printed.err += text))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, ...printed }))
  })
}
