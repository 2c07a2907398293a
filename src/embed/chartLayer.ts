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

/**
 * A drawing with its keyboard layer: the same stops, tip and ring as in the app. Choosing a stop, by click or Enter, tells the page around.
 */
export function makeChart(
  drawing: Drawing,
  {
    words,
    keys,
    titleId,
    synthetic,
    announce,
    onChoose,
    onShowTable,
  }: {
    readonly words: Words
    readonly keys: string
    readonly titleId: string
    readonly synthetic: boolean
    readonly announce: (text: string) => void
    readonly onChoose: (point: ChartPoint) => void
    readonly onShowTable: () => void
  },
): StandingChart {
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
  let chart: ReturnType<typeof initChart> | null = null
  let drawnAt = 0
  let points: Stops = []
  let at: StopAt | null = null

  const placeOf = (point: ChartPoint) => placeOfPoint(chart, point)
  const hide = (): void => {
    ring.hidden = true
    tip.hidden = true
  }
  const show = (next: StopAt): ChartPoint | null => {
    const point = points[next[0]]?.[next[1]]
    if (!point) return null
    at = next
    const place = placeOf(point)
    ring.hidden = place === null
    tip.hidden = place === null
    if (place) {
      ring.style.left = `${place.x}px`
      ring.style.top = `${place.y}px`
      tip.textContent = point.text
      tip.style.left = `${Math.min(place.x + 10, Math.max(0, drawnAt - tip.offsetWidth))}px`
      tip.style.top = `${Math.max(0, place.y - tip.offsetHeight - 10)}px`
    }
    return point
  }
  const goTo = (next: StopAt): void => {
    const point = show(next)
    if (point) announce(words.join([point.text, words.panel.point(next[1] + 1, points[next[0]]?.length ?? NaN)]))
  }
  const findNear = ({ clientX, clientY }: MouseEvent) => {
    const box = host.getBoundingClientRect()
    return findNearStop(points, placeOf, { x: clientX - box.left, y: clientY - box.top })
  }
  element.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
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
  element.addEventListener('pointermove', (event) => {
    const near = findNear(event)
    if (near) show(near.at)
  })
  element.addEventListener('pointerleave', hide)
  element.addEventListener('click', (event) => {
    const near = findNear(event)
    if (near) onChoose(near.point)
  })
  const dispose = (): void => {
    chart?.dispose()
    chart = null
  }
  return {
    element,
    layOut(width) {
      if (width <= 0 || width === drawnAt) return
      dispose()
      hide()
      drawnAt = width
      at = null
      const height = atWidth(drawing.height, width)
      points = atWidth(drawing.points, width)
      host.style.height = `${height}px`
      chart = initChart(host, null, { renderer: 'svg', width, height })
      chart.setOption(drawing.draw(width))
      // So that it may be set smaller on paper.
      host.querySelector('svg')?.setAttribute('viewBox', `0 0 ${width} ${height}`)
    },
    dispose,
  }
}
