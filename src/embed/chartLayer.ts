import { findNearStop, placeOfPoint, stepByKey, type StopAt, type Stops } from '../app/chartWalk.ts'
import { initChart } from '../app/echartsParts.ts'
import type { ChartPoint } from '../charts/chartContext.ts'
import { atWidth, type Drawing } from '../charts/figure.ts'
import type { Words } from '../text/zh.ts'
import { make } from './makeElement.ts'

/** A drawing that stands in the page. */
export interface StandingChart {
  readonly element: HTMLElement
  /** Draws it for a width in px; again only when that is another one. @throws {Error} when it cannot be drawn. */
  layOut(width: number): void
  dispose(): void
}

/** What a drawing is told besides itself. */
interface ChartMeans {
  readonly words: Words
  readonly keys: string
  readonly titleId: string
  readonly synthetic: boolean
  readonly announce: (text: string) => void
  readonly onChoose: (point: ChartPoint) => void
  readonly onShowTable: () => void
}

/** The elements of a drawing: where it is drawn, the ring around a stop and the words beside it. */
interface ChartElements {
  readonly element: HTMLElement
  readonly host: HTMLElement
  readonly ring: HTMLElement
  readonly tip: HTMLElement
}

/** What is drawn now: for which width, where its stops are, and at which of them the reader is. */
interface DrawnState {
  chart: ReturnType<typeof initChart> | null
  width: number
  points: Stops
  at: StopAt | null
}

/** Shows a stop, by ring and words; null where there is none. `hide` takes both away. */
interface Marker {
  show(stop: StopAt): ChartPoint | null
  hide(): void
}

/**
 * A drawing with its keyboard layer: the same stops, tip and ring as in the app. Choosing a stop, by click or Enter, tells the page around.
 */
export function makeChart(drawing: Drawing, means: ChartMeans): StandingChart {
  const elements = makeElements(drawing, means)
  const state: DrawnState = { chart: null, width: 0, points: [], at: null }
  const marker = makeMarker(elements, state)
  listenToKeys(elements, state, marker, means)
  listenToPointer(elements, state, marker, means)
  const dispose = (): void => {
    state.chart?.dispose()
    state.chart = null
  }
  return {
    element: elements.element,
    layOut(width) {
      if (width <= 0 || width === state.width) return
      dispose()
      marker.hide()
      Object.assign(state, { width, at: null, points: atWidth(drawing.points, width) })
      state.chart = drawInto(elements.host, drawing, width)
    },
    dispose,
  }
}

function makeElements(drawing: Drawing, { words, keys, titleId, synthetic }: ChartMeans): ChartElements {
  const host = make('div', { 'aria-hidden': 'true' })
  const ring = make('span', { class: 'ring', 'aria-hidden': 'true', hidden: true })
  const tip = make('span', { class: 'tip', 'aria-hidden': 'true', hidden: true })
  const about = `${synthetic ? `${words.rail.synthetic}${words.sentenceEnd}` : ''}${drawing.description}`
  const element = make(
    'div',
    {
      class: 'chart',
      tabindex: 0,
      role: 'application',
      'aria-roledescription': words.panel.chartRole,
      'aria-labelledby': titleId,
      'aria-describedby': 'ogi-about ogi-keys',
    },
    host,
    ring,
    tip,
    make('p', { id: 'ogi-about', class: 'visually-hidden' }, about),
    make('p', { id: 'ogi-keys', class: 'visually-hidden' }, keys),
  )
  return { element, host, ring, tip }
}

/** @throws {Error} when it cannot be drawn. */
function drawInto(host: HTMLElement, drawing: Drawing, width: number): ReturnType<typeof initChart> {
  const height = atWidth(drawing.height, width)
  host.style.height = `${height}px`
  const chart = initChart(host, null, { renderer: 'svg', width, height })
  chart.setOption(drawing.draw(width))
  // So that it may be set smaller on paper.
  host.querySelector('svg')?.setAttribute('viewBox', `0 0 ${width} ${height}`)
  return chart
}

const makeMarker = ({ ring, tip }: ChartElements, state: DrawnState): Marker => ({
  hide() {
    ring.hidden = true
    tip.hidden = true
  },
  show(stop) {
    const point = state.points[stop[0]]?.[stop[1]]
    if (!point) return null
    state.at = stop
    const place = placeOfPoint(state.chart, point)
    ring.hidden = place === null
    tip.hidden = place === null
    if (place) {
      ring.style.left = `${place.x}px`
      ring.style.top = `${place.y}px`
      tip.textContent = point.text
      tip.style.left = `${Math.min(place.x + 10, Math.max(0, state.width - tip.offsetWidth))}px`
      tip.style.top = `${Math.max(0, place.y - tip.offsetHeight - 10)}px`
    }
    return point
  },
})

/** Arrows go from stop to stop, Enter chooses, Escape leaves, T shows the table. */
function listenToKeys(
  { element, tip }: ChartElements,
  state: DrawnState,
  { show, hide }: Marker,
  { words, announce, onChoose, onShowTable }: ChartMeans,
): void {
  const goTo = (stop: StopAt): void => {
    const point = show(stop)
    if (point) announce(words.join([point.text, words.panel.point(stop[1] + 1, state.points[stop[0]]?.length ?? NaN)]))
  }
  element.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const { at, points } = state
    const next = stepByKey(event.key, points, at)
    const current = at && points[at[0]]?.[at[1]]
    if (next) goTo(next)
    else if (event.key === 'Enter' && current) onChoose(current)
    else if (event.key === 'Escape') {
      if (tip.hidden) element.blur()
      else hide()
    } else if (event.key === 't' || event.key === 'T') onShowTable()
    else return
    event.preventDefault()
  })
  element.addEventListener('blur', hide)
}

/** The stop that is nearest to the pointer is shown, and chosen by a click. */
function listenToPointer({ element, host }: ChartElements, state: DrawnState, { show, hide }: Marker, { onChoose }: ChartMeans): void {
  const findNear = ({ clientX, clientY }: MouseEvent) => {
    const box = host.getBoundingClientRect()
    return findNearStop(state.points, (point) => placeOfPoint(state.chart, point), { x: clientX - box.left, y: clientY - box.top })
  }
  element.addEventListener('pointermove', (event) => {
    const near = findNear(event)
    if (near) show(near.at)
  })
  element.addEventListener('pointerleave', hide)
  element.addEventListener('click', (event) => {
    const near = findNear(event)
    if (near) onChoose(near.point)
  })
}
