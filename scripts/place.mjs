import { copyFile, link, mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { folders, keptDataFile } from './delivery.mjs'

/** Lists the files of a release whose names hold a hash, and those of the releases before it that are still there. */
const noteName = 'release.json'

/** Releases whose files stay, for pages that are still open: the one before, and the one before that. */
const releasesKept = 2

/** What is read first goes last: whoever reads a new page finds all that it names. */
const last = ['datasets.json', 'ogi-chart.js', 'embed.html', 'index.html', noteName]

/** @typedef {{ files: string[], earlier: string[][] }} Note */

/** Notes the files of a site that was just built. @param {string} site */
export async function noteRelease(site) {
  const files = (await listNames(site)).filter(isHashed)
  await writeFile(path.join(site, noteName), `${JSON.stringify({ files, earlier: [] })}\n`)
}

/**
 * Puts a site in the place of the one that is published in a folder, so that pages which are open at that moment go on working: files
 * with a hash in their name stay for two releases, data are changed in one step, and the page itself comes last.
 * @param {string} site
 * @param {string} target made when it is not there
 * @returns {Promise<{ copied: number, removed: number }>}
 */
export async function placeSite(site, target) {
  await mkdir(target, { recursive: true })
  const [from, to] = [await realpath(site), await realpath(target)]
  if (from === to || from.startsWith(to + path.sep) || to.startsWith(from + path.sep))
    throw new Error('The site and the place for it must be two folders, none within the other.')
  const [now, before] = [await readNote(from), await readNote(to)]
  const isSame = now.files.join('\n') === before.files.join('\n')
  const earlier = isSame ? before.earlier : [before.files, ...before.earlier].filter((files) => files.length > 0).slice(0, releasesKept)
  const kept = new Set([...now.files, ...earlier.flat()].flatMap((file) => [file, `${file}.gz`, `${file}.br`]))
  const names = (await listNames(from)).filter((name) => name !== noteName)
  const folderOfData = (/** @type {string} */ name) => /^data\/[^/]+(?=\/)/.exec(name)?.[0]
  const plain = names.filter((name) => folderOfData(name) === undefined)
  for (const name of plain.filter((one) => !last.includes(one))) await putFile(from, to, name)
  const datasets = [...new Set(names.map(folderOfData).filter((name) => name !== undefined))]
  for (const dataset of datasets)
    await replaceData(path.join(from, dataset), path.join(to, dataset), (name) => kept.has(`${dataset}/${name}`))
  for (const name of last.filter((one) => plain.includes(one))) await putFile(from, to, name)
  await writeAside(path.join(to, noteName), `${JSON.stringify({ files: now.files, earlier })}\n`)
  const gone = (await listNames(to)).filter((name) => name.startsWith('assets/') && !kept.has(name) && !names.includes(name))
  for (const name of gone) await rm(path.join(to, name))
  return { copied: names.length, removed: gone.length }
}

/** @param {string} name */
const isHashed = (name) =>
  !/\.(gz|br)$/.test(name) &&
  !/(^|\/)\./.test(name) &&
  (keptDataFile.test(name) || folders.some(([folder, rule]) => rule.keep && name.startsWith(folder)))

/**
 * What a folder notes of its releases; nothing where it was never placed into. A note that is there and cannot be read stops the work:
 * without it the files of pages that are open would go.
 * @param {string} folder
 * @returns {Promise<Note>}
 */
async function readNote(folder) {
  const text = await readFile(path.join(folder, noteName), 'utf8').catch((error) => {
    if (error.code !== 'ENOENT') throw error
    return '{"files":[],"earlier":[]}'
  })
  return JSON.parse(text)
}

/**
 * Every file in a folder, hidden ones too, by names with slashes.
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
async function listNames(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path
        .relative(folder, path.join(entry.parentPath ?? entry.path, entry.name))
        .split(path.sep)
        .join('/'),
    )
    .sort()
}

/**
 * @param {string} from
 * @param {string} to
 * @param {string} name
 */
async function putFile(from, to, name) {
  const [source, place] = [path.join(from, name), path.join(to, name)]
  await mkdir(path.dirname(place), { recursive: true })
  // A file with a hash in its name that is there already is the same, unless copying was cut short.
  if (isHashed(name) && (await stat(place).catch(() => null))?.size === (await stat(source)).size) return
  await copyFile(source, `${place}.new`)
  await rename(`${place}.new`, place)
}

/** @param {string} file @param {string} text */
async function writeAside(file, text) {
  await writeFile(`${file}.new`, text)
  await rename(`${file}.new`, file)
}

/**
 * Lays the new data beside the old ones and lets them change places, so that nobody reads some of each.
 * @param {string} from
 * @param {string} to
 * @param {(name: string) => boolean} isKept
 */
async function replaceData(from, to, isKept) {
  const next = `${to}.new`
  await rm(next, { recursive: true, force: true })
  for (const name of await listNames(from)) {
    await mkdir(path.dirname(path.join(next, name)), { recursive: true })
    await copyFile(path.join(from, name), path.join(next, name))
  }
  const before = (await listNames(to).catch(() => [])).filter(isKept)
  for (const name of before)
    if (!(await stat(path.join(next, name)).catch(() => null))) await linkOrCopy(path.join(to, name), path.join(next, name))
  await rm(`${to}.old`, { recursive: true, force: true })
  await rename(to, `${to}.old`).catch(() => undefined)
  await rename(next, to)
  await rm(`${to}.old`, { recursive: true, force: true })
}

/** Not every medium knows links. @param {string} from @param {string} to */
const linkOrCopy = (from, to) => link(from, to).catch(() => copyFile(from, to))

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const target = process.argv[2]
  const around = fileURLToPath(new URL('..', import.meta.url))
  const isSite = await stat(path.join(around, noteName)).catch(() => null)
  if (!target) {
    console.error('Which folder shall the site be put into? For example: npm run place -- /srv/ogi-atlas')
    process.exitCode = 2
  } else {
    try {
      const { copied, removed } = await placeSite(isSite ? around : path.join(around, 'dist'), target)
      console.log(`${copied} files are in their place in ${target}; ${removed} of older releases were removed.`)
    } catch (error) {
      console.error(/** @type {Error} */ (error).message)
      process.exitCode = 1
    }
  }
}
