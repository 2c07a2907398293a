import type { EChartsOption } from 'echarts'
import { useLayoutEffect, useRef } from 'react'
import { initChart } from '../../echartsParts.ts'

/** A drawing of fixed size that nobody points at: for paper. Its numbers stand in words beside it. */
export function StillChart({ option, width, height }: { readonly option: EChartsOption; readonly width: number; readonly height: number }) {
  const host = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!host.current) return
    const chart = initChart(host.current, null, { renderer: 'svg', width, height })
    chart.setOption(option)
    return () => chart.dispose()
  }, [option, width, height])
  return <div aria-hidden="true" ref={host} style={{ width, height }} />
}
