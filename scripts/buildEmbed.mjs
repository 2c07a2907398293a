import { createHash } from 'node:crypto'
import path from 'node:path'

/**
 * What is shown inside of other pages is built by itself: `assets/embed/embed-<hash>.js`, one classic script with all that it needs (frames
 * without an origin load no modules), its styles beside it, and `ogi-chart.js`, which keeps its name and knows theirs.
 * @returns {import('vite').Plugin}
 */
export function buildEmbed() {
  let root = ''
  /** @type {string | string[] | undefined} */
  let target
  /** @type {{ script: string, style: string }} */
  let names = { script: '', style: '' }
  return {
    name: 'build-embed',
    apply: 'build',
    configResolved(config) {
      root = config.root
      target = config.build.target || undefined
    },
    async buildStart() {
      const { build } = await import('vite')
      /** @param {string} entry @param {Record<string, string>} define */
      const bundle = async (entry, define = {}) => {
        const built = await build({
          root,
          configFile: false,
          logLevel: 'warn',
          define: { 'process.env.NODE_ENV': '"production"', ...define },
          build: {
            write: false,
            target,
            copyPublicDir: false,
            assetsInlineLimit: 0,
            minify: true,
            lib: { entry: path.join(root, entry), formats: ['iife'], name: 'ogi', fileName: 'embed', cssFileName: 'embed' },
          },
        })
        const [{ output }] = /** @type {any} */ (Array.isArray(built) ? built : [built])
        return /** @type {{ fileName: string, code?: string, source?: string | Uint8Array }[]} */ (output)
      }
      const emit = (/** @type {string} */ source, /** @type {string} */ end) => {
        const hash = createHash('sha256').update(source).digest('base64url').replace(/[-_]/g, '').slice(0, 8)
        const fileName = `assets/embed/embed-${hash}.${end}`
        this.emitFile({ type: 'asset', fileName, source })
        return fileName
      }
      const output = await bundle('src/embed.ts')
      const code = output.find(({ code: text }) => text !== undefined)?.code ?? ''
      const css = output.find(({ fileName }) => fileName.endsWith('.css'))?.source ?? ''
      names = { script: emit(code, 'js'), style: emit(String(css), 'css') }
      const element = await bundle('src/embed/ogiChart.ts', { embedFiles: JSON.stringify(names) })
      this.emitFile({ type: 'asset', fileName: 'ogi-chart.js', source: element[0]?.code ?? '' })
    },
    transformIndexHtml: {
      order: 'pre',
      handler: (html, { filename }) =>
        path.basename(filename) !== 'embed.html'
          ? html
          : {
              html: html.replace(/ *<script type="module"[^>]*><\/script>\n/, ''),
              tags: [
                { tag: 'link', attrs: { rel: 'stylesheet', href: `./${names.style}` }, injectTo: 'head' },
                { tag: 'script', attrs: { src: `./${names.script}` }, injectTo: 'body' },
              ],
            },
    },
  }
}
