import { everyFinding, plainView, type Known, type Selection } from '../src/selection.ts'

/** What an empty address means in a small city that does not exist. */
export const start: Selection = {
  page: 'overview',
  indicators: ['requests_new'],
  agencies: null,
  focus: null,
  years: [2017, 2024],
  at: null,
  chart: null,
  prose: false,
  blanksAsZero: false,
  ...plainView,
  report: null,
  cell: null,
  ...everyFinding,
  print: null,
  figure: null,
  of: null,
  was: null,
  lang: 'zh',
  theme: 'auto',
  data: 'city',
}

/** What its addresses may name. */
export const known: Known = {
  indicators: new Set(['requests_new', 'disclosure_rate', 'staff_total']),
  applicants: new Set(['natural_person', 'total']),
  topics: new Set(['channels', 'staffing_funding']),
  agencies: new Set(['a', 'b', 'c', 'd', 'e', 'f', 'g']),
  reports: new Set(['a-2018', 'b-2019']),
  rules: new Set(['requests.balance', 'staff.parts']),
  datasets: new Set(['city', 'demo']),
  start,
}
