import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { root } from './commands.mjs'

/**
 * Does the work again only when one of its sources was added, removed or changed since it was last done, or its result is gone.
 * @param {{ name: string, sources: readonly string[], result: string, work: () => Promise<void> }} step paths inside the project
 */
export async function doWhenChanged({ name, sources, result, work }) {
  const note = path.join(root, '.build', `${name}.sources`)
  const [now, before, exists] = await Promise.all([
    fingerprint(sources),
    readFile(note, 'utf8').catch(() => ''),
    stat(path.join(root, result)).then(
      () => true,
      () => false,
    ),
  ])
  if (exists && now === before) return
  await work()
  await mkdir(path.dirname(note), { recursive: true })
  await writeFile(note, now)
}

/**
 * One hash over names, sizes and times of files and everything in folders.
 * @param {readonly string[]} places inside the project; those that do not exist count as such
 */
async function fingerprint(places) {
  const hash = createHash('sha256')
  for (const place of places) for (const line of await describe(place)) hash.update(line)
  return hash.digest('hex')
}

/**
 * @param {string} place
 * @returns {Promise<string[]>}
 */
async function describe(place) {
  const about = await stat(path.join(root, place)).catch(() => undefined)
  if (!about) return [`${place} none\n`]
  if (!about.isDirectory()) return [`${place} ${about.size} ${about.mtimeMs}\n`]
  const names = (await readdir(path.join(root, place))).sort()
  return (await Promise.all(names.map((name) => describe(`${place}/${name}`)))).flat()
}
