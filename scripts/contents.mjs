import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { root, Stopped } from './commands.mjs'

/** Kinds of files that get a `.gz` and a `.br` beside them, when they are larger than a packet. */
const packed = /\.(wasm|m?js|css|json|csv|svg|html|txt|md|ttf|duckdb)$/
const worthPacking = 1024

/** Files of at least this size are packed once and kept: the engine is the same in every build. */
const worthKeeping = 500_000
const keptPacked = path.join(root, '.build/packed')

/**
 * Lays a `.gz` and a `.br` beside every file worth it, for servers that cannot compress.
 *
 * Brotli at 5 takes a quarter of the time of gzip at 9 and is smaller; at 11 the engine alone would take more than a minute.
 * @param {string} folder
 * @param {{ gzipLevel?: number }} [options] 9 unless told otherwise; 6 takes half of the time for files that are a tenth larger
 */
export async function packSmaller(folder, { gzipLevel = 9 } = {}) {
  await mkdir(keptPacked, { recursive: true })
  const files = (await listFiles(folder)).filter((file) => packed.test(file))
  const packNext = async () => {
    for (let file = files.pop(); file !== undefined; file = files.pop()) {
      if ((await stat(file)).size > worthPacking) await packFile(file, gzipLevel)
    }
  }
  // A large dataset has more files than may be open at once.
  await Promise.all(Array.from({ length: 8 }, packNext))
}

/**
 * @param {string} file
 * @param {number} gzipLevel
 */
async function packFile(file, gzipLevel) {
  const content = await readFile(file)
  const kept = content.length < worthKeeping ? null : path.join(keptPacked, createHash('sha256').update(content).digest('hex').slice(0, 16))
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: content.length }
  await Promise.all([
    writePacked(`${file}.gz`, kept && `${kept}.${gzipLevel}.gz`, () => promisify(gzip)(content, { level: gzipLevel })),
    writePacked(`${file}.br`, kept && `${kept}.br`, () => promisify(brotliCompress)(content, { params })),
  ])
}

/**
 * @param {string} file
 * @param {string | null} kept where the same is kept from build to build
 * @param {() => Promise<Buffer>} pack
 */
async function writePacked(file, kept, pack) {
  const before = kept && (await readFile(kept).catch(() => null))
  const content = before ?? (await pack())
  await writeFile(file, content)
  if (!kept || before) return
  // Two builds at once must not read what is half written.
  await writeFile(`${kept}-${process.pid}`, content)
  await rename(`${kept}-${process.pid}`, kept)
}

/**
 * Every file in a folder and the folders in it.
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
export async function listFiles(folder) {
  const entries = await readdir(folder, { withFileTypes: true })
  const files = entries.map(async (entry) => {
    const place = path.join(folder, entry.name)
    return entry.isDirectory() ? await listFiles(place) : [place]
  })
  return (await Promise.all(files)).flat().sort()
}

/**
 * Says what the site is made of: `sbom.json` (CycloneDX), `NOTICE.txt` with the licences of all packages that run in it, and our own.
 * @param {string} folder
 */
export async function writeContents(folder) {
  await Promise.all([
    writeFile(path.join(folder, 'sbom.json'), await listParts()),
    writeFile(path.join(folder, 'NOTICE.txt'), await writeNotice()),
    writeFile(path.join(folder, 'LICENSE.txt'), await readFile(path.join(root, 'LICENSE'))),
  ])
}

async function listParts() {
  const ask = promisify(execFile)
  const shell = process.platform === 'win32'
  const { stdout } = await ask('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only'], {
    cwd: root,
    shell,
    maxBuffer: 64 << 20,
  }).catch((error) => {
    throw new Stopped(`npm sbom, which lists the packages of the site, failed: ${String(error.stderr || error.message).slice(0, 500)}`)
  })
  const parts = JSON.parse(stdout)
  // npm names the project after the folder that it happens to lie in.
  parts.metadata.component.name = 'ogi-atlas'
  return `${JSON.stringify(parts, null, 2)}\n`
}

/**
 * Packages that the site or the command-line tool runs, from the lockfile.
 * @returns {Promise<{ name: string, version: string, license: string, folder: string }[]>}
 */
export async function listRunTimePackages() {
  const lock = JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8'))
  const places = Object.entries(lock.packages).filter(
    ([place, about]) => place !== '' && !about.dev && !about.devOptional && !about.optional,
  )
  return Promise.all(
    places.map(async ([place, about]) => ({
      name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: about.version,
      license: about.license ?? (await readOldLicense(path.join(root, place))),
      folder: path.join(root, place),
    })),
  )
}

/** Old packages state a list, which lockfiles leave out. @param {string} folder */
async function readOldLicense(folder) {
  /** @type {{ licenses?: { type: string }[] }} */
  const { licenses = [] } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'))
  return licenses.map(({ type }) => type).join(' OR ')
}

/** Licences of files that packages carry along from elsewhere and the site delivers. @type {Record<string, readonly string[]>} */
const alsoDelivered = {
  'pdfjs-dist': ['cmaps/LICENSE', 'standard_fonts/LICENSE_FOXIT', 'standard_fonts/LICENSE_LIBERATION'],
}

async function writeNotice() {
  const notices = (await listRunTimePackages()).map(async ({ name, version, license, folder }) => {
    const own = (await readdir(folder, { withFileTypes: true })).filter((entry) => /^(licen[cs]es?|notice|copying)\b/i.test(entry.name))
    const files = await Promise.all(
      own.map(async (entry) => (entry.isDirectory() ? await listFiles(path.join(folder, entry.name)) : [path.join(folder, entry.name)])),
    )
    const more = (alsoDelivered[name] ?? []).map((file) => path.join(folder, file))
    const texts = await Promise.all([...files.flat(), ...more].map((file) => readFile(file, 'utf8')))
    return [`${name} ${version} (${license})`, ...texts.map((text) => text.trim())].join('\n\n')
  })
  return `OGI Atlas contains the following packages.\n\n${(await Promise.all(notices)).join(`\n\n${'-'.repeat(80)}\n\n`)}\n`
}
