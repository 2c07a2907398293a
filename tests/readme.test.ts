import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createServer } from '../scripts/serve.mjs'
import { projectRoot } from './sourceFiles.ts'

const readme = path.join(projectRoot, 'README.md')
const text = existsSync(readme) ? readFileSync(readme, 'utf8') : ''
const blocks = [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, block]) => block ?? '')
const commands = blocks.flatMap((block) => block.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#')))
const scripts = (JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts

/** Commands that these tests are part of. */
const runElsewhere: Readonly<Record<string, string>> = {
  'npm test': 'it is what runs this test',
  'npm run test:long': 'it is npm test with larger numbers, and then tests/protectiveRules.mjs',
}

interface Ended {
  readonly code: number
  readonly output: string
  readonly messages: string
}

/** Runs a line as a reader would, in a shell in the project's folder. */
function run(line: string, env: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(line, { cwd: projectRoot, shell: true, env: { ...process.env, ...env } })
    const output: Buffer[] = []
    const messages: Buffer[] = []
    child.stdout.on('data', (piece: Buffer) => output.push(piece))
    child.stderr.on('data', (piece: Buffer) => messages.push(piece))
    child.once('error', reject)
    child.once('close', (code) =>
      resolve({ code: code ?? 1, output: Buffer.concat(output).toString(), messages: Buffer.concat(messages).toString() }),
    )
  })
}

/** A port that nobody listens on just now. */
async function findFreePort(): Promise<number> {
  const { port, close } = await createServer(projectRoot)
  await close()
  return port
}

describe('README.md', () => {
  it('is there, and shows commands', () => {
    expect(text, 'README.md is missing').not.toBe('')
    expect(commands).toContain('npm start')
    expect(commands).toContain('npm test')
  })

  it('names scripts that package.json has', () => {
    const named = [...text.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name]) => name ?? '')
    expect(named.filter((name) => !(name in scripts))).toEqual([])
    for (const name of Object.keys(runElsewhere)) expect(scripts).toHaveProperty([name.replace(/^npm (run )?/, '')])
  })

  it('names files and folders that are there', () => {
    const linked = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, file]) => file ?? '')
    const mentioned = [...text.matchAll(/`((?:src|scripts|tests|data|docs)\/[\w./-]+)`/g)].map(([, file]) => file ?? '')
    expect([...linked, ...mentioned].filter((file) => !existsSync(path.join(projectRoot, file)))).toEqual([])
  })
})

describe('a command of README.md', () => {
  const others = commands.filter((line) => !(line in runElsewhere) && line !== 'npm start')

  it.each(others)('%s', { timeout: 240_000 }, async (line) => {
    const { code, output, messages } = await run(line, { OGI_ROUNDS: '5', OGI_REPORTS: '60', OGI_VIEWS: '6' })
    expect(code, messages.slice(-2000)).toBe(0)
    if (line.includes('--json')) expect(() => JSON.parse(output) as unknown).not.toThrow()
  })

  it('npm start: prints an address where the page answers', { timeout: 120_000 }, async () => {
    const port = await findFreePort()
    const child = spawn('npm start', { cwd: projectRoot, shell: true, detached: true, env: { ...process.env, PORT: String(port) } })
    const ended = new Promise((resolve) => child.once('close', resolve))
    try {
      const address = await new Promise<string>((resolve, reject) => {
        let printed = ''
        child.stdout.on('data', (piece: Buffer) => {
          printed += piece.toString()
          const found = /http:\/\/localhost:\d+\//.exec(printed)
          if (found) resolve(found[0])
        })
        child.once('close', () => reject(new Error(`it ended: ${printed}`)))
      })
      expect(address).toBe(`http://localhost:${port}/`)
      const page = await fetch(address)
      expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<div id="root">')])
    } finally {
      // The shell, npm and the server are one group.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM')
      await ended
    }
  })
})
