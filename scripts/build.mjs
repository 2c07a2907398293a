import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { root, runScript, Stopped } from './commands.mjs'
import { packSmaller, writeContents } from './contents.mjs'
import { doWhenChanged } from './fingerprint.mjs'
import { ensureInstalled } from './install.mjs'

/** The dataset that the app opens when the address names none. */
const defaultDataset = 'china-ogi'

const inRoot = (/** @type {string} */ file) => path.join(root, file)
const code = ['src', 'package-lock.json', 'vite.config.ts', 'scripts/build.mjs']
const page = ['public', 'index.html', 'embed.html', 'scripts/delivery.mjs', 'scripts/contents.mjs', 'LICENSE']

/**
 * Builds what the site needs, each part only when one of its sources changed.
 * @param {{ again?: boolean }} [options] `again` builds the site also when nothing changed
 */
export async function buildSite({ again = false } = {}) {
  await publishDatasets()
  if (again) await rm(inRoot('dist'), { recursive: true, force: true })
  await doWhenChanged({ name: 'site', sources: [...code, ...page, 'data'], result: 'dist/index.html', work: assembleSite })
}

/** The command-line tool, `.build/ogi.mjs`, and the thread that reads files for it, `.build/ogiReader.mjs`: Node 20 does not run TypeScript. */
export async function bundleCommandLine() {
  await bundle('ogiReader', 'src/commands/readThread.ts')
  await bundle('ogi', 'src/cli.ts')
}

/** Compiles each folder of `data/` with its static answers into `.build/published/data/<id>/`, and lists them in `datasets.json`. */
export async function publishDatasets() {
  await bundleCommandLine()
  await bundle('publish', 'src/publish.ts')
  await doWhenChanged({
    name: 'published',
    sources: [...code, 'data'],
    result: '.build/published/datasets.json',
    work: async () => {
      const published = inRoot('.build/published')
      await rm(published, { recursive: true, force: true })
      await mkdir(published, { recursive: true })
      const { publishDataset } = await import(pathToFileURL(inRoot('.build/publish.mjs')).href)
      const datasets = []
      for (const id of await listDatasets()) {
        console.error(`Compiling dataset ${id} …`)
        await publishDataset(inRoot(`data/${id}`), path.join(published, 'data', id))
        const manifest = JSON.parse(await readFile(path.join(published, 'data', id, 'manifest.json'), 'utf8'))
        datasets.push({ id, title: manifest.title, synthetic: manifest.synthetic, manifest: `data/${id}/manifest.json` })
      }
      await writeFile(path.join(published, 'datasets.json'), `${JSON.stringify(datasets, null, 2)}\n`)
    },
  })
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
  await cp(inRoot('.build/published'), next, { recursive: true })
  await writeContents(next)
  await packSmaller(next)
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
      await rename(inRoot(`${folder}/${name}.mjs`), inRoot(`.build/${name}.mjs`))
      await rm(inRoot(folder), { recursive: true, force: true })
    },
  })
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runScript(async () => {
    await ensureInstalled()
    await buildSite({ again: true })
    console.log('The site is in dist/: any web server can deliver it, from any folder.')
  })
}
