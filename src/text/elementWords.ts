import type { Lang } from './label.ts'

interface ElementWords {
  readonly open: string
  readonly frame: string
  readonly waiting: string
}

/** The few words of `<ogi-chart>` itself; the chart in it brings its own. */
export const elementWords: Readonly<Record<Lang, ElementWords>> = {
  zh: { open: '打开政务公开年报图谱', frame: '政务公开年报图表', waiting: '图表正在打开；如果没有出现，请看这里：' },
  en: { open: 'Open OGI Atlas', frame: 'Chart of open-government reports', waiting: 'The chart is being opened; if it does not appear: ' },
}
