/*
 * `<ogi-chart indicator="…" years="2014-2018"><a href="…">…</a></ogi-chart>`, or with `src="?indicator=…"`: one chart in any page. The script is all that a page
 * needs. Each chart is drawn in a sandboxed frame of its own whose document stands in the element, not at an address: neither the
 * styles, scripts and changed prototypes of the page reach the chart, nor does anything of the chart reach the page. Only charts on
 * the screen or near it have a frame; the others keep their place and their link. Whatever is inside the element stays there for
 * pages that do not let the script run.
 *
 * The page's own functions may have been changed by old libraries: what is used here was there when the script ran, and no object is
 * looked through by name.
 */

import { pageFigures, pageOfFigure } from '../selection/pageFigures.ts'
import { elementWords } from '../text/elementWords.ts'
import type { Lang } from '../text/label.ts'
import { embedHeights, embedParts, viewParts } from './embedParts.ts'

/** Written by the build: where the embed's script and styles lie, from the folder of this script. */
declare const embedFiles: { readonly script: string; readonly style: string }

/** Every attribute that is a parameter. Who the host is, the element knows. */
const partNames: readonly string[] = [...viewParts, ...embedParts]

// A module does not know its own element.
const script = document.currentScript ?? document.querySelector('script[src*="ogi-chart.js"]')
const folder = script instanceof HTMLScriptElement ? script.src.replace(/[?#].*$/, '').replace(/[^/]*$/, '') : ''

/** Height in px before the chart said its own. */
const usualHeight = 380

/** An object without a prototype: what others added to every object is not read as an option of ours. */
const plain = <Given extends object>(given: Given): Given => Object.assign(Object.create(null), given) as Given

/** As `xmlText` does, without looking anything up by name. */
const escapeText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

/**
 * The query that the attributes of an element say: `src` holds a whole one, or an address that has it, and a parameter that is also an
 * attribute of its own is what that says.
 */
function addressOf(element: HTMLElement): string {
  const parts: string[] = []
  const whole = (element.getAttribute('src') ?? '')
    .replace(/^[^?]*\?/, '')
    .replace(/#.*$/, '')
    .split('&')
  for (let i = 0; i < whole.length; i += 1) {
    const part = whole[i] ?? ''
    if (part !== '' && !element.hasAttribute(part.replace(/=.*$/, ''))) parts[parts.length] = part
  }
  for (let i = 0; i < partNames.length; i += 1) {
    const part = partNames[i] ?? ''
    const given = element.getAttribute(part)
    // `title` as text is the tooltip that every element may have.
    if (given !== null && (part !== 'title' || given === '0' || given === '1')) parts[parts.length] = `${part}=${encodeURIComponent(given)}`
  }
  return `?${parts.join('&')}`
}

/** The page where what the address asks for is at home. */
function pageOf(address: string): string {
  const figure = /[?&]figure=([a-z-]+)/.exec(address)?.[1] ?? ''
  for (let i = 0; i < pageFigures.length; i += 1) {
    const one = pageFigures[i]
    if (one === figure) return pageOfFigure(one)
  }
  return 'compare'
}

/** The document of a frame. Its words stay where the script may not come. */
function writeDocument(address: string, lang: Lang): string {
  const words = elementWords[lang]
  const link = `${folder}index.html${address}&page=${pageOf(address)}`.replace('?&', '?')
  return [
    `<!doctype html><html lang="${lang === 'zh' ? 'zh-CN' : 'en'}" data-ogi-address="${escapeText(address)}"><head><meta charset="utf-8">`,
    '<meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">',
    `<title>${words.frame}</title><link rel="stylesheet" href="${escapeText(folder + embedFiles.style)}"></head>`,
    `<body><div id="ogi-embed"><div class="embedsay"><p>${words.waiting}`,
    `<a href="${escapeText(link)}" target="_blank" rel="noopener">${words.open}</a></p></div></div>`,
    `<script src="${escapeText(folder + embedFiles.script)}"></script></body></html>`,
  ].join('')
}

/** Styles that no rule of the page can take away. */
function style(element: HTMLElement, rules: readonly (readonly [name: string, value: string])[]): void {
  for (let i = 0; i < rules.length; i += 1) {
    const rule = rules[i]
    if (rule) element.style.setProperty(rule[0], rule[1], 'important')
  }
}

/** Milliseconds by which charts below the screen let those on it go first. */
const leastWait = 600

/** What is on the screen starts at once, what is near it a little later; what is far from it ends. */
const onScreen = watch('0px', (chart, isIn) => {
  if (isIn) chart.start()
})
const nearby = watch('25%', (chart, isIn) => chart.startSoon(isIn))
const farAway = watch('125%', (chart, isIn) => {
  if (!isIn) chart.stop()
})

function watch(margin: string, tell: (chart: OgiChart, isIn: boolean) => void): IntersectionObserver | null {
  if (typeof IntersectionObserver !== 'function') return null
  return new IntersectionObserver(
    (entries) => {
      for (let i = 0; i < entries.length; i += 1) {
        const entry = entries[i]
        if (entry && entry.target instanceof OgiChart) tell(entry.target, entry.isIntersecting)
      }
    },
    plain({ root: null, rootMargin: `${margin} 0px`, threshold: 0 }),
  )
}

class OgiChart extends HTMLElement {
  static readonly observedAttributes: readonly string[] = ['src', ...partNames]
  readonly #box: HTMLElement
  #frame: HTMLIFrameElement | null = null
  #port: MessagePort | null = null
  #height = 0
  #isNear = false

  constructor() {
    super()
    const root = this.attachShadow(plain({ mode: 'open' as const }))
    this.#box = document.createElement('div')
    this.#box.appendChild(document.createElement('slot'))
    root.appendChild(this.#box)
  }

  connectedCallback(): void {
    style(this, [
      ['all', 'initial'],
      ['display', 'block'],
      ['contain', 'layout'],
    ])
    this.#lay()
    if (onScreen && nearby && farAway) {
      onScreen.observe(this)
      nearby.observe(this)
      farAway.observe(this)
    } else this.start()
  }

  disconnectedCallback(): void {
    onScreen?.unobserve(this)
    nearby?.unobserve(this)
    farAway?.unobserve(this)
    this.stop()
  }

  attributeChangedCallback(): void {
    this.#port?.postMessage(plain({ ogi: 1, type: 'show', address: addressOf(this) }))
  }

  /** Makes the frame, where there is none. */
  start(): void {
    if (this.#frame) return
    const frame = document.createElement('iframe')
    // Without an origin of its own the frame can read nothing of this page, and needs nothing of it.
    frame.setAttribute('sandbox', 'allow-scripts allow-popups allow-popups-to-escape-sandbox')
    frame.setAttribute('title', this.getAttribute('aria-label') ?? elementWords[this.#lang()].frame)
    frame.addEventListener('load', () => this.#connect(frame))
    style(frame, [
      ['display', 'block'],
      ['width', '100%'],
      ['height', '100%'],
      ['border', '0'],
      ['color-scheme', 'light dark'],
    ])
    frame.setAttribute('srcdoc', writeDocument(addressOf(this), this.#lang()))
    this.#frame = frame
    this.#box.replaceChildren(frame)
  }

  /** Starts in a while, if it is still near then. */
  startSoon(isNear: boolean): void {
    this.#isNear = isNear
    if (!isNear || this.#frame) return
    setTimeout(() => {
      if (this.#isNear && this.isConnected) this.start()
    }, leastWait)
  }

  /** Takes the frame away; its place and the link stay. */
  stop(): void {
    if (!this.#frame) return
    this.#port?.close()
    this.#port = null
    this.#frame = null
    this.#box.replaceChildren(document.createElement('slot'))
  }

  #lang(): Lang {
    return /[?&]lang=en(&|$)/.test(addressOf(this)) ? 'en' : 'zh'
  }

  #connect(frame: HTMLIFrameElement): void {
    if (frame !== this.#frame || this.#port || !frame.contentWindow) return
    const channel = new MessageChannel()
    this.#port = channel.port1
    channel.port1.addEventListener('message', ({ data }: MessageEvent) => this.#hear(data))
    channel.port1.start()
    // The frame has no origin that could be named; what it is handed is only the end of a line to this element.
    frame.contentWindow.postMessage('ogi-port', '*', [channel.port2])
  }

  #hear(data: unknown): void {
    const { type, height, title } = data as { readonly type?: unknown; readonly height?: unknown; readonly title?: unknown }
    if (type === 'resize' && typeof height === 'number' && height > 0 && height < 100_000) {
      this.#height = height
      this.#lay()
    }
    if (type === 'ready' && typeof title === 'string' && !this.hasAttribute('aria-label')) this.#frame?.setAttribute('title', title)
    this.dispatchEvent(new CustomEvent('ogi', plain({ detail: data, bubbles: true, composed: true })))
  }

  #lay(): void {
    const fixed = Number.parseInt(/[?&]height=(\d+)/.exec(addressOf(this))?.[1] ?? '', 10)
    const height = this.#height || (fixed >= embedHeights.least ? fixed : usualHeight)
    style(this.#box, [
      ['all', 'initial'],
      ['display', 'block'],
      ['height', `${height}px`],
      ['font', '14px/1.5 system-ui, sans-serif'],
    ])
  }
}

if (!customElements.get('ogi-chart')) customElements.define('ogi-chart', OgiChart)
