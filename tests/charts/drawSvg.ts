import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts'
import { AriaComponent, GraphicComponent, GridComponent, MarkLineComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import type { EChartsOption } from 'echarts'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'
import '../../src/app/textWidths.ts'

echarts.use([
  BarChart,
  CustomChart,
  LineChart,
  ScatterChart,
  AriaComponent,
  GraphicComponent,
  GridComponent,
  MarkLineComponent,
  LabelLayout,
  SVGRenderer,
])

/** Draws a chart without a browser. ECharts numbers its ids per process, so they are renumbered here. */
export function drawSvg(option: EChartsOption, width: number, height: number): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption(option)
    const ids = new Map<string, string>()
    return chart.renderToSVGString().replace(/zr\d+-[\w-]+/g, (id) => {
      if (!ids.has(id)) ids.set(id, `id-${ids.size}`)
      return ids.get(id) ?? id
    })
  } finally {
    chart.dispose()
  }
}
