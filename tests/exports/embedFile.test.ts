import { createHash } from 'node:crypto'
import { runInNewContext } from 'node:vm'
import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { describe, expect, it } from 'vitest'
import { carryFiles } from '../../src/app/pages/embed/carryFiles.ts'
import { printEmbedQuery } from '../../src/app/pages/embed/embedChoices.ts'
import { paletteOf } from '../../src/charts/palette.ts'
import { askView, drawView, openDataOnce } from '../../src/embed/readView.ts'
import { embedFile, readyScript } from '../../src/exports/embedFile.ts'
import { embeddedIds, type EmbeddedFiles } from '../../src/exports/embeddedFiles.ts'
import { start } from '../knownSelection.ts'
import { figureOf, hostileNames, viewOf } from './embeddedView.ts'

type Element = DefaultTreeAdapterTypes.Element

const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('base64')
const textOf = (node: DefaultTreeAdapterTypes.Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
const given = (element: Element, name: string): string | undefined => element.attrs.find((one) => one.name === name)?.value

function readPage(html: string): Element[] {
  const open: DefaultTreeAdapterTypes.Node[] = [parse(html)]
  const found: Element[] = []
  for (let node = open.shift(); node; node = open.shift()) {
    if ('tagName' in node) found.push(node)
    if ('childNodes' in node) open.unshift(...node.childNodes)
  }
  return found
}

const choices = {
  kind: 'file',
  lang: 'zh',
  theme: 'auto',
  title: true,
  controls: true,
  height: null,
  column: 640,
  colours: { accent: '', surface: '', ink: '' },
  withLocal: false,
} as const

const queryOf = (view: ReturnType<typeof viewOf>): string => printEmbedQuery(view.selection, start, choices)
const carried = (view: ReturnType<typeof viewOf>): EmbeddedFiles => carryFiles(view, queryOf(view), 'https://ogi.example/?of=ab12ab12')

/** A script with everything in it that a page's reader could trip over. */
const script = "var a='</script><script>';var b='<!--';\r\nvar c=\"</SCRIPT>\";window.done=a+b+c"

const make = (files: EmbeddedFiles, title = '标题', notice: string | null = null) =>
  embedFile({ title, lang: 'zh', fragment: '<figure>甲</figure>\n', files, notice, script, styles: 'b{color:red}', hashOf })

describe('a file of its own', () => {
  it('names in its policy the hash of its script and its styles as a browser reads them, and nothing else', () => {
    const { html, script: scriptSource, style: styleSource } = make(carried(viewOf()))
    const elements = readPage(html)
    const running = elements.filter((element) => element.tagName === 'script' && given(element, 'type') === undefined)
    const styles = elements.filter(({ tagName }) => tagName === 'style')
    expect([running.length, styles.length]).toEqual([1, 1])
    expect(scriptSource).toBe(`'sha256-${hashOf(textOf(running[0]!))}'`)
    expect(styleSource).toBe(`'sha256-${hashOf(textOf(styles[0]!))}'`)
    const policy = elements.find((element) => given(element, 'http-equiv') === 'Content-Security-Policy')
    expect(given(policy!, 'content')).toBe(
      `default-src 'none'; script-src ${scriptSource}; style-src ${styleSource}; base-uri 'none'; form-action 'none'`,
    )
    expect(elements.flatMap((element) => given(element, 'src') ?? [])).toEqual([])
  })

  it('runs the script that it was given', () => {
    const ran = (code: string): unknown => {
      const window = { done: undefined }
      runInNewContext(code, { window })
      return window.done
    }
    expect(ran(readyScript(script))).toBe(ran(script))
    expect(() => readyScript('import a from "./b.js"')).toThrow(/by itself/)
  })

  it('leaves a sentence, the still and a link where scripts are forbidden', () => {
    const still = readPage(make(carried(viewOf())).html).find((element) => given(element, 'id') === embeddedIds.still)
    expect(textOf(still!)).toContain('不允许运行脚本')
    expect(textOf(still!)).toContain('甲')
  })

  it('says that its data are not published, whoever draws it', () => {
    const noticeIn = (notice: string | null): string | undefined => {
      const found = readPage(make(carried(viewOf()), '标题', notice).html).find((element) => given(element, 'id') === embeddedIds.notice)
      return found && textOf(found)
    }
    expect(noticeIn('含未发布的本机数据')).toBe('含未发布的本机数据')
    expect(noticeIn(null)).toBe(undefined)
  })

  it.each(hostileNames)('carries the name %j as data and nothing else', (name) => {
    const { html } = make(carried(viewOf({}, name)), name)
    const elements = readPage(html)
    expect(elements.map(({ tagName }) => tagName)).toEqual(readPage(make(carried(viewOf())).html).map(({ tagName }) => tagName))
    const data = elements.find((element) => given(element, 'id') === embeddedIds.files)
    const { files } = JSON.parse(textOf(data!)) as EmbeddedFiles
    expect(JSON.stringify(files['data/city/api/agencies.json'])).toContain(JSON.stringify(name))
  })
})

describe('what an embedded view carries', () => {
  it.each([
    {},
    { chart: 'bar', at: 2018 },
    { chart: 'trend', agencies: ['b', 'c'] },
    { chart: 'multiples', ownAxes: true, focus: ['b'] },
    { chart: 'rug' },
    { chart: 'scatter', indicators: ['requests_new', 'staff_total'] },
    { indicators: ['disclosure_rate'], chart: 'strip', at: 2020 },
    { indicators: ['requests_new'], per: 'staff' },
    { indicators: ['requests_new'], applicant: 'natural_person', per: 'share' },
    { bench: 'before', at: 2019 },
    { sameBodies: true, chart: 'trend' },
    { indicators: ['staff_total'], prose: true, blanksAsZero: true, sort: 'lowest', by: 'level', lang: 'en' },
  ] as const)('draws the figure that the page draws: %j', async (more) => {
    const view = viewOf(more)
    const { address, files } = JSON.parse(JSON.stringify(carryFiles(view, queryOf({ ...view }), null))) as EmbeddedFiles
    const fetchInside: typeof fetch = (asked) => {
      const name = (asked instanceof Request ? asked.url : asked.toString()).replace('ogi://files/', '')
      return Promise.resolve(new Response(JSON.stringify(files[name]), { status: Object.hasOwn(files, name) ? 200 : 404 }))
    }
    const lang = view.selection.lang
    const open = openDataOnce({ fetch: fetchInside, base: 'ogi://files/' })
    const asked = await askView(new URLSearchParams(`${address}${lang === 'en' ? '&lang=en' : ''}`), open)
    expect(asked.problems).toEqual([])
    const shown = drawView(asked, paletteOf('light', lang))
    if ('absent' in shown) throw new Error(shown.absent.said)
    const drawn = shown.figure
    const own = figureOf(view)
    expect({ ...drawn, drawing: drawn.drawing?.description }).toEqual({ ...own, drawing: own.drawing?.description })
  })
})
