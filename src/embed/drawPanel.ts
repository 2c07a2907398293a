import type { Figure } from '../charts/figure.ts'
import { isVersion } from '../dataset/dataVersion.ts'
import type { AddressProblem } from '../selection.ts'
import { embedWordsIn } from '../text/embedWords.ts'
import type { Lang } from '../text/label.ts'
import { wordsIn } from '../text/words.ts'
import type { Words } from '../text/zh.ts'
import { makeChart, type StandingChart } from './chartLayer.ts'
import type { EmbedSettings } from './embedAddress.ts'
import { make, makeLink } from './makeElement.ts'
import type { ShownFigure } from './figures/askedFigure.ts'
import type { AskedView } from './readView.ts'
import { makeLegend, makeMatrix, makeMatrixLegend, makeTable } from './tables.ts'

/** The id of the title: one panel stands in a page. */
const titleId = 'ogi-title'

/** What a panel is told besides its figure. */
export interface PanelMeans {
  readonly settings: EmbedSettings
  /** The full view; null where the embed knows no app. */
  readonly fullView: string | null
  readonly addressOfReport: (report: string) => string | null
  readonly announce: (text: string) => void
  readonly onChoose: (chosen: { readonly agency: string; readonly year: number }) => void
}

/** A panel that stands in the page. */
export interface StandingPanel {
  readonly element: HTMLElement
  /** Draws it for the width that it has now. */
  layOut(): void
  dispose(): void
}

/** One figure as the app's own panel shows it: title, subtitle with n of N, figure or table, notes, source, and a link to the full view. */
export function drawPanel(asked: AskedView, shown: ShownFigure, means: PanelMeans): StandingPanel {
  const { figure, matrix, compared } = shown
  const { settings, onChoose, announce } = means
  const { lang } = asked.selection
  const { synthetic } = asked.opened.dataset.manifest
  const words = wordsIn(lang)
  const own = embedWordsIn(lang)
  const known = { catalogue: asked.opened.dataset.catalogue, lang, words }
  const tableHost = make(
    'div',
    { class: 'body tableview scroll', tabindex: 0, role: 'region', 'aria-labelledby': titleId },
    makeTable(figure.table, own.noValues, means.addressOfReport),
  )
  const figureHost = make('div', { class: 'body' })
  const { show, showTable, buttons } = switchViews(figureHost, tableHost, words, settings.controls)
  let chart: StandingChart | null = null
  if (figure.drawing) {
    chart = makeChart(figure.drawing, { words, keys: own.keys, titleId, synthetic, announce, onChoose, onShowTable: showTable })
    figureHost.append(chart.element)
  } else if (matrix) {
    figureHost.append(makeMatrix(matrix, { caption: figure.title, keys: own.gridKeys, onChoose, onShowTable: showTable }))
  }
  const element = make(
    'figure',
    {
      class: 'panel',
      'data-chart': figure.chart,
      'data-question': figure.question,
      'data-rows': figure.table.rows.length,
      'aria-labelledby': titleId,
    },
    makeHead(figure, settings, words, synthetic, buttons),
    figureHost,
    tableHost,
    matrix === null ? makeLegend(shown.legend, shown.states, known) : makeMatrixLegend(matrix, known),
    makeNotes([...figure.notes, ...listRemarks(asked, figure, compared?.choice.why[lang] ?? null)]),
    makeIgnored([...asked.problems, ...settings.problems], lang),
    make(
      'div',
      { class: 'panelfoot' },
      make('span', {}, synthetic ? `${words.rail.synthetic} · ${figure.source}` : figure.source),
      means.fullView !== null &&
        make('span', { class: 'act' }, withLabel(makeLink(means.fullView, own.open), `${own.openNew}: ${figure.title}`)),
    ),
  )
  show('figure')
  return {
    element,
    layOut() {
      const width = Math.floor(chart?.element.clientWidth ?? 0)
      if (chart === null || width === 0) return
      try {
        chart.layOut(width)
      } catch (error) {
        console.error('a figure could not be drawn', error)
        chart.dispose()
        chart = null
        figureHost.replaceChildren(make('div', { class: 'empty', role: 'alert' }, make('p', {}, own.notDrawn)))
        tableHost.hidden = false
        tableHost.classList.remove('visually-hidden')
      }
    },
    dispose: () => chart?.dispose(),
  }
}

/** Shows the figure or its table, by buttons and by T. */
function switchViews(figureHost: HTMLElement, tableHost: HTMLElement, words: Words, hasControls: boolean) {
  const buttons = [make('button', { type: 'button' }, words.panel.chart), make('button', { type: 'button' }, words.panel.table)] as const
  const show = (view: 'figure' | 'table'): void => {
    figureHost.hidden = view === 'table'
    // Without the switch nobody sees the table; those who listen have it all the same.
    tableHost.hidden = view === 'figure' && hasControls
    tableHost.classList.toggle('visually-hidden', view === 'figure' && !hasControls)
    buttons[0].setAttribute('aria-pressed', String(view === 'figure'))
    buttons[1].setAttribute('aria-pressed', String(view === 'table'))
  }
  const showTable = (): void => {
    show('table')
    tableHost.focus()
  }
  buttons[0].addEventListener('click', () => show('figure'))
  buttons[1].addEventListener('click', showTable)
  tableHost.addEventListener('keydown', (event) => {
    if ((event.key !== 't' && event.key !== 'T') || event.ctrlKey || event.metaKey || event.altKey) return
    show('figure')
    figureHost.querySelector<HTMLElement>('.chart, [tabindex="0"]')?.focus()
    event.preventDefault()
  })
  return { show, showTable, buttons }
}

/** Title, switch, and what · who · when · unit · n of N. */
const makeHead = (
  figure: Figure,
  settings: EmbedSettings,
  words: Words,
  synthetic: boolean,
  buttons: readonly HTMLElement[],
): HTMLElement =>
  make(
    'figcaption',
    { class: 'panelhead' },
    make('h2', { id: titleId, class: settings.title ? null : 'visually-hidden' }, figure.title),
    settings.controls && make('div', { class: 'seg', role: 'group', 'aria-label': words.panel.view }, ...buttons),
    make(
      'p',
      { class: 'sub' },
      synthetic && make('span', { class: 'tag syn' }, words.rail.synthetic),
      synthetic && ' ',
      `${figure.subtitle.filter(Boolean).join(' · ')} · `,
      make('b', {}, figure.n),
    ),
  )

const withLabel = (link: HTMLAnchorElement, label: string): HTMLAnchorElement => {
  link.setAttribute('aria-label', label)
  return link
}

/** What must be said of this view: another chart than the one asked for, data that changed since it was embedded. */
function listRemarks({ selection, opened }: AskedView, figure: Figure, why: string | null): string[] {
  const { chart, of, lang } = selection
  return [
    ...(why !== null && chart !== null && chart !== figure.chart ? [why] : []),
    ...(of !== null && !isVersion(opened.dataset.manifest, of) ? [embedWordsIn(lang).changed(of)] : []),
  ]
}

const makeNotes = (notes: readonly string[]): HTMLElement | null =>
  notes.length === 0 ? null : make('div', { class: 'note' }, ...notes.map((note) => make('p', {}, note)))

/** The parts of the address that were not used, until the reader has read them. */
function makeIgnored(problems: readonly AddressProblem[], lang: Lang): HTMLElement | null {
  if (problems.length === 0) return null
  const words = embedWordsIn(lang)
  const told = problems.map(({ part, given }) => words.part(part, given)).join('; ')
  const button = make('button', { type: 'button', class: 'btn' }, words.understood)
  const note = make('div', { class: 'note ignored', role: 'status' }, make('p', {}, `${words.ignored(problems.length)}${told}`), button)
  button.addEventListener('click', () => note.remove())
  return note
}
