/* What is looked at: every page, and every chart of the comparison, on both datasets. */

/** One view of the app. */
export interface FitView {
  /** As in the names of pictures. */
  readonly name: string
  readonly data: 'china-ogi' | 'demo-city'
  /** What follows the app's folder, without dataset, language and theme. */
  readonly address: string
}

const everywhere: Readonly<Record<string, string>> = {
  overview: '?page=overview',
  compare: '?page=compare',
  'compare-bar': '?page=compare&chart=bar',
  'compare-trend': '?page=compare&chart=trend',
  'compare-slope': '?page=compare&chart=slope',
  'compare-rug': '?page=compare&chart=rug',
  'compare-multiples': '?page=compare&chart=multiples',
  'compare-strip': '?page=compare&chart=strip',
  'compare-scatter': '?page=compare&chart=scatter&indicator=requests_new~outcomes_total',
  'compare-rate': '?page=compare&indicator=disclosure_rate',
  'channels-trial': '?page=channels&years=2014-2018',
  channels: '?page=channels',
  'staffing-trial': '?page=staffing&years=2014-2018',
  staffing: '?page=staffing',
  requests: '?page=requests',
  agency: '?page=agency',
  brief: '?page=agency&print=brief',
  report: '?page=report',
  checks: '?page=checks',
  'checks-rules': '?page=checks&outcome=all&group=rule',
  import: '?page=import',
  data: '?page=data',
  methods: '?page=methods',
  embed: '?page=embed',
}

const onlyReal: Readonly<Record<string, string>> = {
  'overview-prose': '?page=overview&prose=1',
  'compare-none': '?page=compare&agencies=huaian-gov&years=2014-2015',
  'agency-zeros': '?page=agency&agencies=jinfeng-kjj',
  'report-beside': '?page=report&report=huaian-gov-2024&against=hongze-gov-2023',
  'report-checked': '?page=report&report=hongze-gov-2023&cell=4.1.5',
  'report-prose': '?page=report&report=zhongwei-kjj-2017',
  'bad-link': '?page=compare&agencies=nobody&years=1900-1901&chart=pie&indicator=none',
}

const onlyCity: Readonly<Record<string, string>> = {
  'compare-strip-levels': '?page=compare&chart=strip&by=level',
  'compare-own-axes': '?page=compare&chart=multiples&axes=own',
  'requests-year': '?page=requests&years=2024',
  'agency-merged': '?page=agency&agencies=hc-scjgj',
}

const viewsOf = (data: FitView['data'], addresses: Readonly<Record<string, string>>): FitView[] =>
  Object.entries(addresses).map(([name, address]) => ({ name, data, address }))

/** Every view. */
export const fitViews: readonly FitView[] = [
  ...viewsOf('china-ogi', { ...everywhere, ...onlyReal }),
  ...viewsOf('demo-city', { ...everywhere, ...onlyCity }),
]
