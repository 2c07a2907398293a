import react from '@vitejs/plugin-react'
import { createReadStream, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { buildEmbed } from './scripts/buildEmbed.mjs'
import { headersOf } from './scripts/delivery.mjs'

const root = fileURLToPath(new URL('.', import.meta.url))
const inRoot = (file: string): string => path.join(root, file)

/** Browsers whose syntax the build keeps to. What they lack at run time is found by tests/bundle.test.ts. */
const browsers = ['chrome95', 'firefox115', 'safari15.4']

/** Large packages by themselves, so that a release of ours leaves them in the browsers' caches. */
const packageGroups = [
  { name: 'echarts', test: /node_modules\/(echarts|zrender)\// },
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
  {
    name: 'widgets',
    test: /node_modules\/(react-aria|react-aria-components|react-stately|@react-aria|@react-stately|@internationalized)\//,
  },
]

/** The engine's files stand in a folder of their own: a server gives its worker another policy by the address. */
function placeAsset(names: readonly string[]): string {
  if (names.some((name) => name.startsWith('duckdb-'))) return 'assets/engine/[name]-[hash][extname]'
  // Character maps and fonts of the PDF library.
  if (names.some((name) => /\.(bcmap|pfb|ttf)$/.test(name))) return 'assets/pdf/[name]-[hash][extname]'
  return 'assets/[name]-[hash][extname]'
}

export default defineConfig({
  root,
  base: './',
  plugins: [react(), buildEmbed(), servePublishedData()],
  // The optimiser would neither copy the engine's worker nor its WebAssembly.
  optimizeDeps: { exclude: ['@duckdb/duckdb-wasm'] },
  worker: {
    format: 'es',
    rolldownOptions: { output: { entryFileNames: 'assets/parser/[name]-[hash].js', chunkFileNames: 'assets/parser/[name]-[hash].js' } },
  },
  build: {
    target: browsers,
    outDir: 'dist',
    emptyOutDir: true,
    // The policy allows no `data:` scripts, styles or fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      input: { index: inRoot('index.html'), embed: inRoot('embed.html') },
      output: {
        assetFileNames: ({ names }) => placeAsset(names),
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        codeSplitting: { groups: packageGroups },
      },
    },
  },
  preview: { port: 4173 },
})

/** In development the datasets come from where `npm run dev` compiled them. */
function servePublishedData(): Plugin {
  const folder = inRoot('.build/published')
  return {
    name: 'serve-published-data',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const name = decodeURIComponent((request.url ?? '/').split('?', 1)[0] ?? '/').slice(1)
        const file = path.join(folder, name)
        const about =
          /^(datasets\.json$|data\/)/.test(name) && file.startsWith(folder + path.sep)
            ? statSync(file, { throwIfNoEntry: false })
            : undefined
        if (!about?.isFile()) {
          next()
          return
        }
        response.setHeader('Content-Type', headersOf(name)['Content-Type'] ?? 'application/octet-stream')
        response.setHeader('Content-Length', about.size)
        createReadStream(file).pipe(response)
      })
    },
  }
}
