import { markFailed, markFirstChart } from '../app/readiness.ts'
import { embeddedIds } from '../exports/embeddedFiles.ts'
import { pageFigures, pageOfFigure } from '../selection/pageFigures.ts'
import type { Lang } from '../text/label.ts'
import { embedWordsIn } from '../text/embedWords.ts'
import { drawPanel, type StandingPanel } from './drawPanel.ts'
import { readEmbedAddress, type EmbedSettings } from './embedAddress.ts'
import type { Surroundings } from './embedSource.ts'
import type { AbsentFigure } from './figures/askedFigure.ts'
import { applyHostColours, chooseAppearance } from './hostColours.ts'
import { make, makeLink } from './makeElement.ts'
import { findParentOrigin, openOriginChannel, openPortChannel, type ParentChannel } from './parentMessages.ts'
import { askView, drawView, openDataOnce, printFullView, printReportAddress, type AskedView } from './readView.ts'

/** Shows what the address asks for in `#ogi-embed`, once that is seen; what stood there stays until then. */
export function showEmbed(around: Surroundings): void {
  const host = document.getElementById(embeddedIds.host)
  if (!host) return
  const live = make('p', { class: 'visually-hidden', 'aria-live': 'polite' })
  host.after(live)
  const open = openDataOnce(around.source)
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  let address = around.address
  let asking = 0
  let panel: StandingPanel | null = null
  let drawn: { readonly asked: AskedView; readonly settings: EmbedSettings } | null = null
  let toldReady = false

  const channel = openChannel(around, readEmbedAddress(new URLSearchParams(address)), (next) => {
    address = next
    void show()
  })
  const tellHeight = watchHeight(host, channel)

  const draw = (): void => {
    if (!drawn) return
    const { asked, settings } = drawn
    const { lang } = asked.selection
    const { site } = around
    const view = drawView(asked, dressPage(asked, settings, dark.matches))
    const fullView = around.link ?? (site === null ? null : printFullView(asked, site))
    if ('absent' in view) {
      sayAbsent(view, lang, fullView)
      return
    }
    const next = drawPanel(asked, view, {
      settings,
      fullView,
      addressOfReport: (report) => (site === null ? null : printReportAddress(asked, report, site)),
      announce: (text) => (live.textContent = text),
      onChoose: ({ agency, year }) => channel.tell({ type: 'select', agency, year, indicator: view.indicator }),
    })
    panel?.dispose()
    panel = next
    document.title = view.figure.title
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
    keepHeight(host, settings.height, view.figure.title)
    host.replaceChildren(next.element)
    next.layOut()
    finish(view.figure.title)
  }
  const finish = (title: string): void => {
    document.getElementById(embeddedIds.still)?.setAttribute('hidden', '')
    markFirstChart()
    tellHeight()
    if (!toldReady) channel.tell({ type: 'ready', title })
    toldReady = true
  }
  const sayAbsent = ({ absent: { title, said } }: AbsentFigure, lang: Lang, fullView: string | null): void => {
    panel?.dispose()
    panel = null
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
    host.replaceChildren(makeSentence(title, said, fullView, lang))
    finish(title === '' ? said : title)
  }
  const fail = (error: unknown): void => {
    console.error('the view could not be shown', error)
    panel?.dispose()
    panel = null
    drawn = null
    const lang = langOf(address)
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
    // A file of its own has a picture of the view: that stays.
    if (!around.isFile)
      host.replaceChildren(makeFailure(lang, around.site === null ? null : linkTo(around.site, address), () => void show()))
    markFailed()
    tellHeight()
    channel.tell({ type: 'error', message: embedWordsIn(lang).failed })
  }
  const show = async (): Promise<void> => {
    asking += 1
    const turn = asking
    const given = new URLSearchParams(address)
    try {
      const asked = await askView(given, open)
      if (turn !== asking) return
      drawn = { asked, settings: readEmbedAddress(given) }
      draw()
    } catch (error) {
      if (turn === asking) fail(error)
    }
  }
  new ResizeObserver(() => panel?.layOut()).observe(host)
  dark.addEventListener('change', draw)
  window.addEventListener('online', () => {
    if (drawn === null && asking > 0) void show()
  })
  if (around.isFile || around.isElement) void show()
  else whenSeen(host, () => void show())
}

const langOf = (address: string): Lang => (new URLSearchParams(address).get('lang') === 'en' ? 'en' : 'zh')

function openChannel(around: Surroundings, settings: EmbedSettings, onShow: (address: string) => void): ParentChannel {
  if (around.isElement) return openPortChannel(window, onShow)
  const ancestors = 'ancestorOrigins' in window.location ? window.location.ancestorOrigins : null
  const origin = findParentOrigin({ ancestor: ancestors?.[0] ?? null, host: settings.host, referrer: document.referrer })
  return openOriginChannel(window, origin, onShow)
}

/** Theme, colours of the host and type; gives the palette that charts are drawn with. */
function dressPage({ selection: { theme, lang } }: AskedView, { colours }: EmbedSettings, prefersDark: boolean) {
  const appearance = chooseAppearance(theme, colours, prefersDark)
  const { palette, tokens } = applyHostColours(appearance, lang, colours)
  const { style, dataset } = document.documentElement
  dataset.theme = appearance
  for (const token of Array.from(style)) style.removeProperty(token)
  for (const [token, colour] of Object.entries(tokens)) style.setProperty(token, colour)
  return palette
}

/** As high as the host wants it, or as its content. What is higher scrolls, by the keyboard too. */
function keepHeight(host: HTMLElement, height: number | null, title: string): void {
  host.classList.toggle('fixed', height !== null)
  host.style.height = height === null ? '' : `${height}px`
  const scrolling = { tabindex: '0', role: 'region', 'aria-label': title }
  for (const [name, value] of Object.entries(scrolling)) {
    if (height === null) host.removeAttribute(name)
    else host.setAttribute(name, value)
  }
}

/** Tells the parent its height when it is first asked to, and then whenever that is another one. Who waits keeps the place given to it. */
function watchHeight(host: HTMLElement, channel: ParentChannel): () => void {
  let told = 0
  let observer: ResizeObserver | null = null
  const tell = (): void => {
    const height = Math.ceil(host.getBoundingClientRect().height)
    if (height === 0 || height === told) return
    told = height
    channel.tell({ type: 'resize', height })
  }
  return () => {
    tell()
    observer ??= new ResizeObserver(tell)
    observer.observe(host)
  }
}

/** Starts when the frame is on the screen. A frame that nobody scrolled to asks for nothing. */
function whenSeen(host: HTMLElement, start: () => void): void {
  if (!('IntersectionObserver' in window)) {
    start()
    return
  }
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return
    observer.disconnect()
    start()
  })
  observer.observe(host)
}

/** The app over what an address asks for, when nothing could be read: its own parameters are handed on as they are. */
function linkTo(site: string, address: string): string {
  const given = new URLSearchParams(address)
  const figure = pageFigures.find((one) => one === given.get('figure')) ?? null
  given.set('page', pageOfFigure(figure))
  given.delete('figure')
  return new URL(`index.html?${given.toString()}`, site).href
}

/** A figure that cannot be: why, and a way on. */
const makeSentence = (title: string, said: string, link: string | null, lang: Lang): HTMLElement =>
  make(
    'div',
    { class: 'embedsay' },
    title !== '' && make('h2', {}, title),
    make('p', {}, said),
    link !== null && makeLink(link, embedWordsIn(lang).open),
  )

/** Never blank: what is so, and a way on. */
function makeFailure(lang: Lang, link: string | null, retry: () => void): HTMLElement {
  const words = embedWordsIn(lang)
  const button = make('button', { type: 'button', class: 'btn' }, words.retry)
  button.addEventListener('click', retry)
  const isOffline = !window.navigator.onLine
  return make(
    'div',
    { class: 'embedsay', role: 'alert' },
    make('p', {}, `${isOffline ? words.offline : ''}${words.failed}`),
    button,
    link !== null && makeLink(link, words.open),
  )
}
