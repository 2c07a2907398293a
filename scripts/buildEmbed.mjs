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
  'zrender/lib/Handler.js':
    'export default class { on() {} off() {} trigger() {} resize() {} setCursorStyle() {} findHover() {} dispose() {} }',
  // Steps of a movement; nothing here moves.
  'echarts/lib/animation/customGraphicKeyframeAnimation.js':
    'export function stopPreviousKeyframeAnimationAndRestore() {} export function applyKeyframeAnimation() {}',
  // A theme of its own.
  'echarts/lib/theme/dark.js': 'export default {}',
  // Logarithmic axes, transforms of data, and lines that become other lines.
  'echarts/lib/scale/Log.js': 'export default class {}',
  'echarts/lib/data/helper/transform.js':
    'export class ExternalSource {} export function registerExternalTransform() {} export function applyDataTransform(_, sources) { return sources }',
  'echarts/lib/chart/line/lineAnimationDiff.js': 'export default function () { return [] }',
  'zrender/lib/animation/easing.js': 'export default {}',
  // Every browser that we know sorts stably by itself.
  'zrender/lib/core/timsort.js': 'export default function (items, compare) { items.sort(compare) }',
  // Labels of slices, and lines that lead to labels.
  'echarts/lib/label/sectorLabel.js': 'export function createSectorCalculateTextPosition() {} export function setSectorTextRotation() {}',
  'echarts/lib/label/labelGuideHelper.js':
    'export function updateLabelLinePoints() {} export function limitTurnAngle() {} export function limitSurfaceAngle() {} export function setLabelLineStyle() {} export function getLabelLineStatesModels() { return {} }',
  // Options as they were written for releases before the fifth.
  'echarts/lib/preprocessor/backwardCompat.js': 'export default function () {}',
}

/**
 * What is only for the engine, which an embed has not: the compiled data, and how statements are made, asked from outside and answered.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const engineLeftOut = {
  '/src/engine/download.ts': ['download'],
  '/src/indicators/indicatorSql.ts': ['printIndicatorSql'],
  '/src/questions/params.ts': [
    'refuseUnknown',
    'readText',
    'readIds',
    'readIdsOrAll',
    'readYears',
    'readSwitch',
    'readApplicant',
    'readIndicators',
  ],
  '/src/questions/rawFields.ts': ['numberOf', 'numberOrNull', 'textOf', 'textOrNull'],
}

/** @param {readonly string[]} names */
const refuse = (names) =>
  `const refuse = () => { throw new Error('an embed has no engine') }\nexport { ${names.map((name) => `refuse as ${name}`).join(', ')} }`

/** @returns {import('vite').Plugin} */
function leavePartsOut() {
  return {
    name: 'leave-parts-out',
    enforce: 'pre',
    load: {
      filter: { id: /\/node_modules\/(echarts|zrender)\/|\/src\/(engine|indicators|questions)\/\w+\.ts$/ },
      handler(id) {
        const names = Object.entries(engineLeftOut).find(([end]) => id.endsWith(end))?.[1]
        if (names) return { code: refuse(names), moduleType: 'js' }
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
 * Runs in the page, as text: finds the pieces of a script by name and makes each once. `bring` is what `import()` became: it adds the
 * script that has the part, unless the part is there already, as in a file of its own.
 * @param {Readonly<Record<string, string>>} files of the parts, beside this script
 * @param {string} entry
 */
function runPieces(files, entry) {
  /** @typedef {(need: (name: string) => object, given: object, bring: (name: string) => Promise<object>, give: (key: string, get: () => unknown) => void) => void} Piece */
  const { ogiPieces: pieces } = /** @type {typeof self & { ogiPieces: Record<string, Piece> }} */ (self)
  const { currentScript: own } = document
  const base = own instanceof HTMLScriptElement ? own.src.replace(/[^/]*$/, '') : ''
  /** @type {Record<string, object>} */
  const made = {}
  /** @type {Record<string, Promise<object>>} */
  const asked = {}
  /** @param {string} path */
  const need = (path) => {
    const name = path.replace('./', '')
    const before = made[name]
    if (before) return before
    const given = {}
    made[name] = given
    pieces[name]?.(need, given, bring, (key, get) => Object.defineProperty(given, key, { get }))
    return given
  }
  /** @param {string} name */
  const addScript = async (name) => {
    const script = document.createElement('script')
    script.src = base + files[name]
    const ends = new Promise((resolve) => {
      for (const end of ['load', 'error']) script.addEventListener(end, resolve)
    })
    document.head.append(script)
    await ends
    script.remove()
    if (pieces[name]) return
    delete asked[name]
    throw new Error(`the part ${name} could not be had`)
  }
  /** @param {string} name @returns {Promise<object>} */
  const bring = (name) => (asked[name] ??= (pieces[name] ? Promise.resolve() : addScript(name)).then(() => need(name)))
  need(entry)
}

/** What `import()` of a part looks like once it is bundled. */
const importsPart = /Promise\.resolve\(\)\.then\(\(\)=>require\(["'`]\.\/([\w-]+\.js)["'`]\)\)/g

/**
 * A piece of the script, by its name, for `runPieces`.
 * @param {{ fileName: string, code: string }} piece
 */
function writePiece({ fileName, code }) {
  const brought = code
    .replace(importsPart, (_, name) => `ogiBring("${name}")`)
    .replace(
      /Object\.defineProperty\(exports,["'`]([\w$]+)["'`],\{enumerable:!0,get:function\(\)\{return ([\w$]+)\}\}\)/g,
      (_, name, of) => `ogiGive("${name}",()=>${of})`,
    )
  if (/Promise\.resolve\(\)\.then\(\(\)=>require/.test(brought))
    throw new Error(`${fileName}: a part is imported in a way that is not known`)
  return `self.ogiPieces["${fileName}"]=function(require,exports,ogiBring,ogiGive){"use strict";${brought.trim()}};`
}

/** What a part is called: that of `channelFigures.js` is `channel`. @param {string} file */
const partName = (file) => file.replace(/Figures\.js$/, '')

/** Attributes that say where the parts are, for whoever puts all of an embed into one file. @param {Record<string, string>} files */
const nameParts = (files) => Object.fromEntries(Object.entries(files).map(([name, file]) => [`data-${name}`, `./${file}`]))

/** What every embed needs, in one piece: with all that it imports, but for what it brings when it is asked to. */
const alwaysNeeded = { name: 'core', test: /[\\/]src[\\/]embed[\\/]showEmbed\.ts$/ }

/** Where pieces are put, whichever script comes first. */
const pieceHead = 'self.ogiPieces=self.ogiPieces||{};'

/**
 * The script of embeds as classic scripts, since frames without an origin load no modules: what every embed needs, and one for each part
 * that is brought when a figure asks for it, with what it needs besides.
 * @param {readonly { fileName: string, code: string, imports: readonly string[], dynamicImports: readonly string[], isEntry: boolean }[]} chunks
 */
function splitPieces(chunks) {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  /** @param {string} name @param {Set<string>} [found] */
  const reach = (name, found = new Set()) => {
    if (found.has(name)) return found
    found.add(name)
    for (const next of byName.get(name)?.imports ?? []) reach(next, found)
    return found
  }
  const entry = chunks.find(({ isEntry }) => isEntry)
  if (!entry) throw new Error('the script of embeds has no beginning')
  const always = reach(entry.fileName)
  const parts = [...new Set([...always].flatMap((name) => byName.get(name)?.dynamicImports ?? []))]
  const reached = parts.map((name) => reach(name))
  // What most parts need is written once, not in each of them.
  for (const { fileName } of chunks) if (reached.filter((names) => names.has(fileName)).length > parts.length / 2) always.add(fileName)
  /** @param {Iterable<string>} names */
  const write = (names) =>
    [...names]
      .flatMap((name) => byName.get(name) ?? [])
      .map(writePiece)
      .join('\n')
  return {
    entry: entry.fileName,
    main: `${pieceHead}${write(always)}`,
    parts: parts.map((name) => ({
      name,
      code: `${pieceHead}${write([...reach(name)].filter((one) => !always.has(one)))}`,
    })),
  }
}

/**
 * What is shown inside of other pages is built by itself: `assets/embed/embed-<hash>.js`, a classic script, and one for each part that
 * makes figures (frames without an origin load no modules), its styles beside them, and `ogi-chart.js`, which keeps its name and knows
 * theirs.
 * @returns {import('vite').Plugin[]}
 */
export function buildEmbed() {
  let root = ''
  /** @type {string | string[] | false} */
  let target = false
  /** @type {{ script: string, style: string }} */
  let names = { script: '', style: '' }
  /** @type {Record<string, string>} */
  let partFiles = {}
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
      /** @param {string} entry @param {Record<string, string>} [define] @param {'iife' | 'cjs'} [format] */
      const bundle = async (entry, define = {}, format = 'iife') => {
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
            lib: { entry: path.join(root, entry), formats: [format], name: 'ogi', fileName: () => 'embed.js', cssFileName: 'embed' },
            rolldownOptions: { output: format === 'cjs' ? { chunkFileNames: '[name].js', codeSplitting: { groups: [alwaysNeeded] } } : {} },
          },
        })
        const [{ output }] = /** @type {any} */ (Array.isArray(built) ? built : [built])
        return /** @type {{ fileName: string, code?: string, source?: string | Uint8Array, [more: string]: any }[]} */ (output)
      }
      const emit = (/** @type {string} */ source, /** @type {string} */ end, name = 'embed') => {
        const hash = createHash('sha256').update(source).digest('base64url').replace(/[-_]/g, '').slice(0, 8)
        const fileName = `assets/embed/${name}-${hash}.${end}`
        this.emitFile({ type: 'asset', fileName, source })
        return fileName
      }
      const output = await bundle('src/embed.ts', {}, 'cjs')
      const chunks = output.filter(({ code: text }) => text !== undefined)
      const { entry, main, parts } = splitPieces(/** @type {any} */ (chunks))
      const files = Object.fromEntries(parts.map(({ name, code: own }) => [name, emit(own, 'js', partName(name))]))
      partFiles = Object.fromEntries(parts.map(({ name }) => [partName(name), files[name] ?? '']))
      const beside = Object.fromEntries(parts.map(({ name }) => [name, path.posix.basename(files[name] ?? '')]))
      const code = `${main}\n(${runPieces.toString().replace(/\/\*\*.*?\*\/|\n\s*/g, ' ')})(${JSON.stringify(beside)},"${entry}")`
      const css = output.find(({ fileName }) => fileName.endsWith('.css'))?.source ?? ''
      // What stands in the page before its script has run, and in the frames of the element.
      const written = (
        await Promise.all(['embed.html', 'src/embed/ogiChart.ts'].map((file) => readFile(path.join(root, file), 'utf8')))
      ).join()
      const named = [code, ...parts.map(({ code: own }) => own), written].join()
      names = { script: emit(code, 'js'), style: emit(leaveRulesOut(String(css), named), 'css') }
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
                { tag: 'script', attrs: { src: `./${names.script}`, ...nameParts(partFiles) }, injectTo: 'body' },
              ]
            : html,
      },
    },
  ]
}
