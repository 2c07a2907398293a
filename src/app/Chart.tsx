import type { EChartsOption } from 'echarts'
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { ChartPoint } from '../charts/chartContext.ts'
import { atWidth, type ByWidth } from '../charts/figure.ts'
import { useAtlas } from './AtlasContext.ts'
import { findNearStop, placeOfPoint, stepByKey, type Place, type StopAt } from './chartWalk.ts'
import { initChart } from './echartsParts.ts'
import { markAgency, placeMarksAnew, watchMarked } from './marked.ts'
import { MarkedPoints } from './MarkedPoints.tsx'
import { linesOf, markLines } from './markedLines.ts'
import { measureForPaper } from './print/printing.ts'
import { isFirstOnItsWay, markFirstChart, watchPaint } from './readiness.ts'

type Instance = ReturnType<typeof initChart>

/** What a drawing is laid out for before it was measured. */
const usualWidth = 600

/** A drawing that the keyboard can walk through. The only place that holds an ECharts instance. */
export function Chart({
  draw,
  height: heightAt,
  points: pointsAt,
  description,
  titleId,
  onOpen,
  onHover,
  onShowTable,
}: {
  /** The option for a width in px. */
  readonly draw: (width: number) => EChartsOption
  readonly height: ByWidth<number>
  /** Stops of the keyboard: a list per series, missing ones included. */
  readonly points: ByWidth<readonly (readonly ChartPoint[])[]>
  readonly description: string
  readonly titleId: string
  readonly onOpen: (point: ChartPoint) => void
  readonly onHover?: (agency: string | null) => void
  readonly onShowTable: () => void
}) {
  const { words, announce, dataset } = useAtlas()
  const host = useRef<HTMLDivElement>(null)
  const instance = useRef<Instance | null>(null)
  const width = useWidth(host)
  const height = useMemo(() => atWidth(heightAt, width || usualWidth), [heightAt, width])
  const points = useMemo(() => atWidth(pointsAt, width || usualWidth), [pointsAt, width])
  const [at, setAt] = useState<StopAt | null>(null)
  const [tip, setTip] = useState<{ readonly x: number; readonly y: number; readonly text: string } | null>(null)
  const id = useId()
  const drawn = useRef(false)
  const [turn, setTurn] = useState(false)

  useLayoutEffect(() => {
    if (!host.current || width === 0) return
    if (!drawn.current && isFirstOnItsWay()) return watchPaint(() => setTurn(true))
    drawn.current = true
    const chart = initChart(host.current, null, { renderer: 'svg', width, height })
    instance.current = chart
    const option = draw(width)
    const lines = linesOf(option)
    chart.setOption(option)
    // So that it may be set smaller on paper; the numbers are those of its size.
    host.current.querySelector('svg')?.setAttribute('viewBox', `0 0 ${width} ${height}`)
    markFirstChart()
    const stop = watchMarked(() => markLines(chart, lines))
    placeMarksAnew()
    return () => {
      stop()
      instance.current = null
      chart.dispose()
    }
  }, [draw, width, height, turn])

  useEffect(() => {
    setAt(null)
    setTip(null)
  }, [points])

  const placeOf = (point: ChartPoint): Place | null => placeOfPoint(instance.current, point)
  const pointAt = (agency: string | null): void => {
    markAgency(agency)
    onHover?.(agency)
  }
  const goTo = (series: number, index: number): void => {
    const point = points[series]?.[index]
    if (!point) return
    const place = placeOf(point)
    setAt([series, index])
    setTip(place ? { ...place, text: point.text } : null)
    announce(words.join([point.text, words.panel.point(index + 1, points[series]?.length ?? NaN)]))
    pointAt(point.agency)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const moves: Readonly<Record<string, () => void>> = {
      Enter: () => {
        const point = at && points[at[0]]?.[at[1]]
        if (point) onOpen(point)
      },
      Escape: () => {
        if (tip) setTip(null)
        else host.current?.parentElement?.blur()
      },
      t: onShowTable,
      T: onShowTable,
    }
    const next = stepByKey(event.key, points, at)
    const move = next ? () => goTo(...next) : moves[event.key]
    if (!move) return
    event.preventDefault()
    move()
  }
  const findNear = (event: { readonly clientX: number; readonly clientY: number }) => {
    const box = host.current?.getBoundingClientRect()
    return box ? findNearStop(points, placeOf, { x: event.clientX - box.left, y: event.clientY - box.top }) : null
  }
  const current = at ? points[at[0]]?.[at[1]] : undefined
  const ring = current && tip ? tip : null

  return (
    <div
      className="chart"
      tabIndex={0}
      role="application"
      aria-roledescription={words.panel.chartRole}
      aria-labelledby={titleId}
      aria-describedby={`${id}-about ${id}-keys`}
      onKeyDown={onKeyDown}
      onBlur={() => {
        setTip(null)
        pointAt(null)
      }}
      onPointerMove={(event) => {
        const near = findNear(event)
        if (near) {
          const place = placeOf(near.point)
          setAt(near.at)
          if (place) setTip({ ...place, text: near.point.text })
          pointAt(near.point.agency)
        }
      }}
      onPointerLeave={() => {
        setTip(null)
        pointAt(null)
      }}
      onClick={(event) => {
        const near = findNear(event)
        if (near) onOpen(near.point)
      }}
    >
      <div aria-hidden="true" ref={host} style={{ height }} />
      <MarkedPoints points={points} placeOf={placeOf} width={width} />
      {ring ? <span className="ring" aria-hidden="true" style={{ left: ring.x, top: ring.y }} /> : null}
      {tip ? (
        <span
          className="tip"
          aria-hidden="true"
          style={{ left: Math.min(tip.x + 10, Math.max(0, width - 220)), top: Math.max(0, tip.y - 44) }}
        >
          {tip.text}
          <small>{words.panel.pointTip}</small>
        </span>
      ) : null}
      <p id={`${id}-about`} className="visually-hidden">
        {dataset.manifest.synthetic ? `${words.rail.synthetic}${words.sentenceEnd}` : ''}
        {description}
      </p>
      <p id={`${id}-keys`} className="visually-hidden">
        {words.panel.keys}
      </p>
    </div>
  )
}

/** The width of an element in whole px, as it changes. */
export function useWidth(element: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const watched = element.current
    if (!watched) return
    const measure = (): void => setWidth(Math.floor(watched.clientWidth))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(watched)
    const stop = measureForPaper(measure)
    return () => {
      observer.disconnect()
      stop()
    }
  }, [element])
  return width
}
