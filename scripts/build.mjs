import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { root, run, runScript, Stopped } from './commands.mjs'
import { packSmaller, writeContents } from './contents.mjs'
import { doWhenChanged } from './fingerprint.mjs'
import { ensureInstalled } from './install.mjs'
import { writePagesWithPolicy } from './policyInPages.mjs'
import { noteRelease } from './place.mjs'
import { writeServerFiles } from './serverFiles.mjs'

/** The dataset that the app opens when the address names none. */
const defaultDataset = 'china-ogi'

/** The invented city that stands beside it, for views that need many bodies and years; what `ogi demo` makes when told nothing. */
const demoDataset = 'demo-city'

const inRoot = (/** @type {string} */ file) => path.join(root, file)
const code = ['src', 'package-lock.json', 'vite.config.ts', 'scripts/build.mjs', 'scripts/buildEmbed.mjs']
const page = ['public', 'index.html', 'embed.html', 'scripts/contents.mjs', 'LICENSE']
const servers = [
  'scripts/delivery.mjs',
  'scripts/serve.mjs',
  'scripts/place.mjs',
  'scripts/serverFiles.mjs',
  'scripts/servers',
  'docs/deployment.md',
]

/**
 * Builds what the site needs, each part only when one of its sources changed.
 * @param {{ again?: boolean, earlier?: string | null }} [options] `again` builds the site also when nothing changed; `earlier` is the
 * folder of the site that this one replaces
 */
export async function buildSite({ again = false, earlier = null } = {}) {
  await publishDatasets({ earlier })
  if (again) await rm(inRoot('dist'), { recursive: true, force: true })
  await doWhenChanged({
    name: 'site',
    sources: [...code, ...page, ...servers, '.build/published/datasets.json', ...(await listManifests())],
    result: 'dist/index.html',
    work: assembleSite,
  })
}

/** The command-line tool, `.build/ogi.mjs`, and the thread that reads files for it, `.build/ogiReader.mjs`: Node 20 does not run TypeScript. */
export async function bundleCommandLine() {
  await bundle('ogiReader', 'src/commands/readThread.ts')
  await bundle('ogi', 'src/cli.ts')
}

/**
 * Compiles each dataset with its static answers into `.build/published/data/<id>/`, and lists them in `datasets.json`. The values of the
 * two versions published before stay beside it, so that a link made on one of them can say what changed since.
 * @param {{ earlier?: string | null }} [options] `earlier`: folder of the site that these follow on, rather than what was published here last
 */
export async function publishDatasets({ earlier = null } = {}) {
  await bundleCommandLine()
  await bundle('publish', 'src/publish.ts')
  await doWhenChanged({ name: demoDataset, sources: ['.build/ogi.mjs'], result: `.build/${demoDataset}/datapackage.json`, work: makeDemo })
  const datasets = []
  const ids = await listDatasets()
  for (const id of ids) datasets.push(await publishOne(id, `data/${id}`, earlier))
  datasets.push(await publishOne(demoDataset, `.build/${demoDataset}`, earlier))
  const folder = inRoot('.build/published/data')
  for (const old of await readdir(folder))
    if (!ids.includes(old) && old !== demoDataset) await rm(path.join(folder, old), { recursive: true })
  const list = `${JSON.stringify(datasets, null, 2)}\n`
  const file = inRoot('.build/published/datasets.json')
  if ((await readFile(file, 'utf8').catch(() => '')) !== list) await writeFile(file, list)
}

async function makeDemo() {
  const folder = inRoot(`.build/${demoDataset}`)
  await rm(folder, { recursive: true, force: true })
  await run(process.execPath, [inRoot('.build/ogi.mjs'), 'demo', '-o', folder])
}

/**
 * Moves what was published last out of the way, until its values are kept beside the next. A folder without a manifest is what an
 * attempt that failed left: then what stands aside is still the last.
 * @param {string} id
 * @param {string} folder
 */
async function setAside(id, folder) {
  const aside = inRoot(`.build/before/${id}`)
  if (existsSync(path.join(folder, 'manifest.json'))) {
    await rm(aside, { recursive: true, force: true })
    await mkdir(path.dirname(aside), { recursive: true })
    await rename(folder, aside)
  }
  await rm(folder, { recursive: true, force: true })
  return aside
}

/**
 * Publishes one dataset, and gives its line of `datasets.json`.
 * @param {string} id
 * @param {string} source its folder inside the project
 * @param {string | null} earlier the site that it follows on, where that is not what this folder published last
 */
async function publishOne(id, source, earlier) {
  const folder = inRoot(`.build/published/data/${id}`)
  if (earlier) await rm(path.join(folder, 'manifest.json'), { force: true })
  await doWhenChanged({
    name: `published-${id}`,
    sources: ['.build/publish.mjs', 'scripts/contents.mjs', 'package-lock.json', source],
    result: `.build/published/data/${id}/manifest.json`,
    work: async () => {
      console.error(`Compiling dataset ${id} …`)
      const before = await setAside(id, folder)
      await mkdir(folder, { recursive: true })
      const { publishDataset } = await import(pathToFileURL(inRoot('.build/publish.mjs')).href)
      await publishDataset(inRoot(source), folder, { before: earlier ? path.resolve(earlier, 'data', id) : before })
      await rm(before, { recursive: true, force: true })
      await packSmaller(folder, { gzipLevel: 6 })
    },
  })
  const { title, synthetic } = JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8'))
  return { id, title, synthetic, manifest: `data/${id}/manifest.json` }
}

/** Folders of `data/` that hold a data package, the default first. */
async function listDatasets() {
  const folders = await readdir(inRoot('data'), { withFileTypes: true })
  const ids = folders.filter((folder) => folder.isDirectory()).map(({ name }) => name)
  const packages = []
  for (const id of ids.sort()) if ((await readdir(inRoot(`data/${id}`))).includes('datapackage.json')) packages.push(id)
  if (!packages.includes(defaultDataset))
    throw new Stopped(`data/${defaultDataset}/datapackage.json is missing: the app has nothing to open.`)
  return [defaultDataset, ...packages.filter((id) => id !== defaultDataset)]
}

const listManifests = async () => (await readdir(inRoot('.build/published/data'))).map((id) => `.build/published/data/${id}/manifest.json`)

/** Builds beside the site that may be served just now, and puts the new one in its place when it is whole. */
async function assembleSite() {
  console.error('Building the app …')
  const next = inRoot('.build/site')
  const { build } = await import('vite')
  await build({
    root,
    configFile: inRoot('vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: next, emptyOutDir: true, reportCompressedSize: false },
  })
  await writeContents(next)
  await writeServerFiles(next)
  await packSmaller(next)
  await cp(inRoot('.build/published'), next, { recursive: true })
  await noteRelease(next)
  await rm(inRoot('dist'), { recursive: true, force: true })
  await rename(next, inRoot('dist'))
}

/**
 * Bundles one entry for Node into one file; packages stay in node_modules.
 * @param {string} name
 * @param {string} entry
 * @param {readonly string[]} [sources] what it is made of
 */
export async function bundle(name, entry, sources = code) {
  await doWhenChanged({
    name,
    sources,
    result: `.build/${name}.mjs`,
    work: async () => {
      // Two commands at once must not read a file that is half written.
      const folder = `.build/${name}-${process.pid}`
      const { build } = await import('vite')
      await build({
        root,
        configFile: false,
        logLevel: 'error',
        ssr: { target: 'node' },
        build: {
          ssr: inRoot(entry),
          outDir: inRoot(folder),
          target: 'node20',
          minify: false,
          copyPublicDir: false,
          rolldownOptions: { output: { entryFileNames: `${name}.mjs`, codeSplitting: false } },
        },
      })
      const [made, before] = await Promise.all(
        [`${folder}/${name}.mjs`, `.build/${name}.mjs`].map((file) => readFile(inRoot(file)).catch(() => null)),
      )
      // What is made with it need not be made again when only other code changed.
      if (!made || !before || !made.equals(before)) await rename(inRoot(`${folder}/${name}.mjs`), inRoot(`.build/${name}.mjs`))
      await rm(inRoot(folder), { recursive: true, force: true })
    },
  })
}

/**
 * `npm run build -- --earlier FOLDER`: the site that is delivered now, when it was not built in this folder.
 * @param {readonly string[]} given
 */
function readEarlier(given) {
  if (given.length === 0) return null
  const [name, folder, ...more] = given
  if (name !== '--earlier' || !folder || more.length > 0)
    throw new Stopped(
      'npm run build takes nothing, or -- --earlier FOLDER: the site that the new one replaces; or -- --policy-in-pages, for servers that cannot send headers.',
    )
  if (!existsSync(path.resolve(folder, 'datasets.json'))) throw new Stopped(`${folder} holds no site: there is no datasets.json in it.`)
  return path.resolve(folder)
}

/** Asks for a second site beside the first, whose pages carry their policy. */
const policyInPages = '--policy-in-pages'

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runScript(async () => {
    await ensureInstalled()
    await buildSite({ again: true, earlier: readEarlier(process.argv.slice(2).filter((part) => part !== policyInPages)) })
    console.log('The site is in dist/: any web server can deliver it, from any folder.')
    if (!process.argv.includes(policyInPages)) return
    await writePagesWithPolicy(inRoot('dist'), inRoot('.build/site-with-policy'))
    console.log('For servers that cannot send headers: .build/site-with-policy/')
  })
}
