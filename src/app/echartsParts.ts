import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts'
import { AriaComponent, GraphicComponent, GridSimpleComponent, MarkLineComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'
import './textWidths.ts'

echarts.use([
  BarChart,
  CustomChart,
  LineChart,
  ScatterChart,
  AriaComponent,
  GraphicComponent,
  GridSimpleComponent,
  MarkLineComponent,
  LabelLayout,
  SVGRenderer,
])

/** ECharts with the parts that our charts use, and no more: the plain grid, for tips and pointers are our own. */
export const initChart = echarts.init
