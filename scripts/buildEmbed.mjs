import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
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
  // Axes of times of day; our years are categories.
  'echarts/lib/scale/Time.js': 'export default class {} export function calcNiceForTimeScale() {}',
  // Rings and slices.
  'zrender/lib/graphic/helper/roundSector.js': 'export function buildPath() {}',
  // The library's own words: months, tools, and descriptions, which ours take the place of.
  'echarts/lib/i18n/langEN.js': 'export default {}',
  'echarts/lib/i18n/langZH.js': 'export default {}',
  // Listening to the pointer: the layer over the drawing does that.
  'zrender/lib/dom/HandlerProxy.js': 'export default class { dispose() {} }',
  // Steps of a movement; nothing here moves.
  'echarts/lib/animation/customGraphicKeyframeAnimation.js':
    'export function stopPreviousKeyframeAnimationAndRestore() {} export function applyKeyframeAnimation() {}',
  // A theme of its own.
  'echarts/lib/theme/dark.js': 'export default {}',
  // Options as they were written for releases before the fifth.
  'echarts/lib/preprocessor/backwardCompat.js': 'export default function () {}',
}

/** The compiled data are read by the engine alone. */
const downloadLeftOut = "export function download() { throw new Error('an embed reads no compiled data') }"

/** @returns {import('vite').Plugin} */
function leavePartsOut() {
  return {
    name: 'leave-parts-out',
    enforce: 'pre',
    load: {
      filter: { id: /\/node_modules\/(echarts|zrender)\/|\/src\/engine\/download\.ts$/ },
      handler(id) {
        if (id.endsWith('/src/engine/download.ts')) return { code: downloadLeftOut, moduleType: 'js' }
        return Object.entries(libraryLeftOut).find(([end]) => id.endsWith(`/node_modules/${end}`))?.[1]
      },
    },
  }
}

/** Classes whose names are put together: the steps of a tint, the grades of the prose. */
const joinedNames = /^(v[1-5]|ev-[a-d])$/

/**
 * Leaves out the rules that can never hold: each of their selectors asks for a class that no script or page of an embed names.
 * @param {string} css minified
 * @param {string} code where classes are named
 */
function leaveRulesOut(css, code) {
  const isNamed = (/** @type {string} */ name) => joinedNames.test(name) || new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(code)
  const known = new Map(
    [...new Set([...css.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name = '']) => name))].map((name) => [name, isNamed(name)]),
  )
  const canHold = (/** @type {string} */ selector) => [...selector.matchAll(/\.([a-z][\w-]*)/gi)].every(([, name = '']) => known.get(name))
  const kept = css.replace(/([^{}@;]+)\{([^{}]*)\}/g, (rule, selectors, body) => {
    if (/^\s*(from|to|[\d.]+%)/.test(selectors)) return rule
    const held = splitSelectors(selectors).filter(canHold)
    return held.length === 0 ? '' : `${held.join(',')}{${body}}`
  })
  return kept.replace(/@media[^{}]*\{\}/g, '')
}

/** Splits at the commas that stand outside of brackets. @param {string} selectors */
const splitSelectors = (selectors) => selectors.split(/,(?![^(]*\))/)

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
  const isEmbed = (/** @type {string} */ file) => path.basename(file) === 'embed.html'
  /** @type {import('vite').Plugin} */
  const building = {
    name: 'build-embed',
    apply: 'build',
    configResolved(config) {
      root = config.root
      target = config.build.target
    },
    async buildStart({ input }) {
      // Other pages may be built with the same settings.
      if (!Object.values(input).some(isEmbed)) return
      const { build } = await import('vite')
      /** @param {string} entry @param {Record<string, string>} define */
      const bundle = async (entry, define = {}) => {
        const built = await build({
          root,
          configFile: false,
          logLevel: 'warn',
          plugins: [leaveWordsOut(), leavePartsOut()],
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
      // What stands in the page before its script has run, and in the frames of the element.
      const written = (
        await Promise.all(['embed.html', 'src/embed/ogiChart.ts'].map((file) => readFile(path.join(root, file), 'utf8')))
      ).join()
      names = { script: emit(code, 'js'), style: emit(leaveRulesOut(String(css), code + written), 'css') }
      const element = await bundle('src/embed/ogiChart.ts', { embedFiles: JSON.stringify(names) })
      this.emitFile({ type: 'asset', fileName: 'ogi-chart.js', source: element[0]?.code ?? '' })
    },
  }
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
