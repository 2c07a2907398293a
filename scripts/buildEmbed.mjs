import { createHash } from 'node:crypto'
import path from 'node:path'

/** Sections of the interface's words about pages that an embed does not have: half of them. tests/boundaries.test.ts watches over it. */
export const wordsLeftOut = ['local', 'pages', 'pick', 'agency', 'report', 'methods', 'checks', 'import']

/**
 * Takes those sections out of `zh` and `en`. Each begins with its name and ends with the next brace that stands as far to the left.
 * @returns {import('vite').Plugin}
 */
function leaveWordsOut() {
  const section = new RegExp(`^  (${wordsLeftOut.join('|')}): \\{\\n[^]*?^  \\},\\n`, 'gm')
  return {
    name: 'leave-words-out',
    enforce: 'pre',
    transform: {
      filter: { id: /src\/text\/(zh|en)\.ts$/ },
      handler(code) {
        const kept = code.replace(section, '')
        const left = code.match(section)?.length
        if (left !== wordsLeftOut.length) throw new Error(`of ${wordsLeftOut.length} sections of words, ${left ?? 0} were found`)
        return { code: kept, map: null }
      },
    },
  }
}

/**
 * Parts of the drawing library that our drawings never reach: an embed does without them. All of them are in the app's own build, and
 * tests/e2e/embed compares what both draw.
 */
const libraryLeftOut = {
  // Painting on a canvas: decals use it where the drawing is no SVG.
  'zrender/lib/canvas/graphic.js':
    'export function brush() {} export function brushSingle() {} export function brushLoopFinalize() {} export function createCanvasPattern() {}',
  // Movement and emphasis written as styles, for pictures made without a page.
  'zrender/lib/svg/cssAnimation.js':
    'export const EASING_MAP = {}; export const ANIMATE_STYLE_MAP = {}; export function createCSSAnimation() {}',
  'zrender/lib/svg/cssEmphasis.js': 'export function createCSSEmphasis() {}',
  // Thousands of points without a mark of their own.
  'echarts/lib/chart/helper/LargeSymbolDraw.js': 'export default class {}',
  // Options as they were written for releases before the fifth.
  'echarts/lib/preprocessor/backwardCompat.js': 'export default function () {}',
}

/** @returns {import('vite').Plugin} */
function leaveLibraryPartsOut() {
  return {
    name: 'leave-library-parts-out',
    enforce: 'pre',
    load: {
      filter: { id: /\/node_modules\/(echarts|zrender)\// },
      handler(id) {
        return Object.entries(libraryLeftOut).find(([end]) => id.endsWith(`/node_modules/${end}`))?.[1]
      },
    },
  }
}

/**
 * What is shown inside of other pages is built by itself: `assets/embed/embed-<hash>.js`, one classic script with all that it needs (frames
 * without an origin load no modules), its styles beside it, and `ogi-chart.js`, which keeps its name and knows theirs.
 * @returns {import('vite').Plugin[]}
 */
export function buildEmbed() {
  let root = ''
  /** @type {string | string[] | false} */
  let target = false
  /** @type {{ script: string, style: string }} */
  let names = { script: '', style: '' }
  /** @type {import('vite').Plugin} */
  const building = {
    name: 'build-embed',
    apply: 'build',
    configResolved(config) {
      root = config.root
      target = config.build.target
    },
    async buildStart() {
      const { build } = await import('vite')
      /** @param {string} entry @param {Record<string, string>} define */
      const bundle = async (entry, define = {}) => {
        const built = await build({
          root,
          configFile: false,
          logLevel: 'warn',
          plugins: [leaveWordsOut(), leaveLibraryPartsOut()],
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
  }
  const isEmbed = (/** @type {string} */ file) => path.basename(file) === 'embed.html'
  return [
    building,
    {
      name: 'take-module-out-of-embed',
      apply: 'build',
      transformIndexHtml: {
        order: 'pre',
        handler: (html, { filename }) => (isEmbed(filename) ? html.replace(/ *<script type="module"[^>]*><\/script>\n/, '') : html),
      },
    },
    {
      name: 'name-embed-files',
      apply: 'build',
      transformIndexHtml: {
        order: 'post',
        handler: (html, { filename }) =>
          isEmbed(filename)
            ? [
                { tag: 'link', attrs: { rel: 'stylesheet', href: `./${names.style}` }, injectTo: 'head' },
                { tag: 'script', attrs: { src: `./${names.script}` }, injectTo: 'body' },
              ]
            : html,
      },
    },
  ]
}
