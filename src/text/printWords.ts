import type { Lang } from './label.ts'

/** Words of the printed page in Chinese: the shape that English must match. */
const zh = {
  views: { brief: '督查简报' },
  synthetic: '合成数据',
  dataset: (title: string) => `数据集 ${title}`,
  printed: (day: string) => `${day}打印`,
  hash: (hash: string) => `数据哈希 ${hash}`,
  address: '链接',
  addressAbove: '链接见第一页',
  notPrinted: (n: number) => `另有 ${n} 条未印出，可在页面上继续显示后再打印，或导出清单。`,
  names: {
    agencies: '机关',
    years: '年份',
    at: '所取年度',
    indicator: '指标',
    focus: '着色',
    chart: '图',
    applicant: '申请人',
    per: '计法',
    bench: '对照',
    sort: '次序',
    by: '分组',
    topic: '主题',
    peers: '可比机关',
    report: '年报',
    against: '并排',
    outcome: '结果',
    severity: '轻重',
    rule: '规则',
    verdict: '处理',
    evidence: '证据',
    blanks: '空白',
    same: '机关口径',
    axes: '纵轴',
  },
  latest: '各机关最近一份',
  latestOfYear: (year: number) => `${year} 年`,
  someAgencies: (names: readonly string[], n: number) =>
    names.length < n ? `${names.join('、')}等 ${n} 个` : `${names.join('、')}（${n} 个）`,
  allAgencies: (n: number) => `全部 ${n} 个`,
  sameBodies: '只看各年都有数值的机关',
  ownAxes: '各图自定',
  colon: '：',
}

export type PrintWords = typeof zh

const en: PrintWords = {
  views: { brief: 'Supervision brief' },
  synthetic: 'synthetic data',
  dataset: (title) => `Dataset ${title}`,
  printed: (day) => `printed ${day}`,
  hash: (hash) => `data hash ${hash}`,
  address: 'Link',
  addressAbove: 'link on the first page',
  notPrinted: (n) =>
    (n === 1 ? '1 more is not printed' : `${n} more are not printed`) + '; show more on the page before printing, or save the list.',
  names: {
    agencies: 'Bodies',
    years: 'Years',
    at: 'Year shown',
    indicator: 'Indicator',
    focus: 'In colour',
    chart: 'Chart',
    applicant: 'Applicants',
    per: 'Reading',
    bench: 'Held against',
    sort: 'Order',
    by: 'Groups',
    topic: 'Theme',
    peers: 'Peers',
    report: 'Report',
    against: 'Beside',
    outcome: 'Outcome',
    severity: 'Severity',
    rule: 'Rule',
    verdict: 'Handling',
    evidence: 'Evidence',
    blanks: 'Blanks',
    same: 'Set of bodies',
    axes: 'Axes',
  },
  latest: 'the latest report of each body',
  latestOfYear: (year) => String(year),
  someAgencies: (names, n) => (names.length < n ? `${names.join(', ')} and others, ${n} in all` : `${names.join(', ')} (${n})`),
  allAgencies: (n) => `all ${n}`,
  sameBodies: 'only bodies with a number in every year',
  ownAxes: 'each its own',
  colon: ': ',
}

const words: Readonly<Record<Lang, PrintWords>> = { zh, en }

/** Words of the printed page. */
export const printWordsIn = (lang: Lang): PrintWords => words[lang]
