import type { Lang } from './label.ts'

/** A clause in three parts: what stands before its number, the number, what stands after it. */
type Clause = (n: string) => readonly [before: string, number: string, after: string]

/** Words of the overview. */
export interface OverviewWords {
  readonly at: string
  readonly topic: string
  readonly mainTopic: string
  readonly sort: string
  readonly sortList: string
  readonly sortBy: (indicator: string) => string
  readonly by: string
  readonly byNames: Readonly<Record<'none' | 'level' | 'supervisor' | 'system' | 'region', string>>
  readonly unknownGroup: string
  readonly trendOf: string
  readonly showMore: (n: number) => string
  readonly tools: string
  readonly names: (names: readonly string[], n: number) => string
  readonly gridKeys: string

  readonly loadedIn: (year: number) => string
  readonly ofBodies: (n: number) => string
  readonly notLoadedNames: (names: string) => string
  readonly allLoaded: string
  readonly sumOf: (indicator: string) => string
  readonly findings: string
  readonly findingsUnit: string
  readonly findingsNote: (agencies: number, of: number, untold: string) => string
  readonly reading: string

  readonly coverageYear: (year: number, missing: number, of: number, isMissing: boolean) => string
  readonly coverageYearLate: (year: number, late: number, of: number, days: number) => string
  readonly coverageYearAll: (year: number, of: number) => string
  readonly coverageDense: string
  readonly full: string
  readonly prose: string
  readonly filing: Readonly<Record<'onTime' | 'late' | 'notJudged' | 'missing' | 'notLoaded' | 'notThere', string>>
  readonly filingCount: (name: string, n: number) => string
  readonly lateBy: (day: string, due: string, days: number, basis: string) => string
  readonly onTimeBy: (day: string, due: string, basis: string) => string
  readonly noDay: string
  readonly noRule: string
  readonly missingShort: string
  /** Behind a report that came after its day. */
  readonly lateMark: string
  readonly filledColumn: string
  readonly claimsColumn: string
  readonly dayColumn: string
  readonly noDayShort: string
  readonly dueColumn: string
  readonly filingColumn: string
  readonly footLoaded: string
  readonly footLate: string
  readonly footLateLong: string
  readonly footLoadedLong: string
  readonly lateOf: (late: number, judged: number) => string
  readonly legendFull: string
  readonly legendPart: string
  readonly deadlineNote: string

  readonly rugSubYear: (year: number, indicators: number, agencies: number) => string
  readonly rugSubLatest: (indicators: number, agencies: number) => string
  readonly rugRamp: string
  readonly notAsked: (names: string) => string
  readonly notThere: (names: string, year: number) => string
  readonly sortedBy: (indicator: string) => string

  readonly comma: string
  /** Clauses around a number that is a link. */
  readonly flatLead: Clause
  readonly flatZero: Clause
  readonly flatChanged: Clause
  readonly flatCompared: (n: number) => string
  readonly flatMissing: Clause
  readonly flatApart: Clause
  readonly flatTitle: (of: number, indicator: string, zero: number, changed: number, compared: number) => string
  readonly flatTitleAll: (of: number, indicator: string) => string
  readonly flatTitleNone: (of: number, indicator: string) => string
  readonly flatSub: (when: string, indicators: number) => string
  readonly flatMore: (n: number) => string
  readonly flatColumns: readonly [
    indicator: string,
    have: string,
    zero: string,
    some: string,
    changed: string,
    compared: string,
    missing: string,
  ]
  readonly flatNote: string
  readonly selectThese: (indicator: string, what: string) => string

  readonly cellsByYear: (reports: number) => string
  readonly cellsYear: string
  readonly cellsReports: (n: number) => string
  readonly cellsReportsColumn: string

  readonly groupSub: (agencies: number, years: string, unit: string) => string
  readonly missingIn: (year: number, n: number) => string
  readonly groupNoteBodies: string
  readonly groupNoteScope: (scope: string) => string
  readonly legendSum: string
  readonly legendHolder: string
  readonly without: (name: string) => string
  readonly nothing: string
}

const zh: OverviewWords = {
  at: '年度',
  topic: '主题',
  mainTopic: '主要指标',
  sort: '排序',
  sortList: '机关顺序',
  sortBy: (indicator) => `按${indicator}`,
  by: '分组',
  byNames: { none: '不分组', level: '按级别', supervisor: '按主管', system: '按系统', region: '按地区' },
  unknownGroup: '未注明',
  trendOf: '指标',
  showMore: (n) => `再列出 ${n} 个机关`,
  tools: '这张图的设置',
  names: (names, n) => (n > names.length ? `${names.join('、')}等 ${n} 个` : names.join('、')),
  gridKeys: '方向键逐格移动，回车打开，T 显示表格。',

  loadedIn: (year) => `${year} 年已收录`,
  ofBodies: (n) => `/ ${n} 个机关`,
  notLoadedNames: (names) => `未收录：${names}`,
  allLoaded: '各机关都已收录',
  sumOf: (indicator) => `${indicator}合计`,
  findings: '待核事项',
  findingsUnit: '条',
  findingsNote: (agencies, of, untold) => `涉及 ${agencies}/${of} 个机关；无法核对 ${untold} 条`,
  reading: '正在读取…',

  coverageYear: (year, missing, of, isMissing) => `${year} 年 ${of} 个机关中有 ${missing} 个${isMissing ? '未报' : '尚未收录年报'}`,
  coverageYearLate: (year, late, of, days) => `${year} 年 ${of} 份年报中 ${late} 份公布晚于期限，最多晚 ${days} 天`,
  coverageYearAll: (year, of) => `${year} 年 ${of} 个机关的年报都已收录`,
  coverageDense: '机关 × 年份 · 数字为有数格数，“表”为全部有数，“文”为只有正文',
  full: '表',
  prose: '文',
  filing: {
    onTime: '按期公布',
    late: '晚于期限',
    notJudged: '未判定',
    missing: '未报',
    notLoaded: '未收录',
    notThere: '当年不存在',
  },
  filingCount: (name, n) => `${name} ${n}`,
  lateBy: (day, due, days, basis) => `${day}公布，晚于 ${due} ${days} 天（${basis}）`,
  onTimeBy: (day, due, basis) => `${day}公布，不晚于 ${due}（${basis}）`,
  noDay: '公布日期不详，不判定',
  noRule: '期限不详，不判定',
  missingShort: '未报',
  lateMark: '迟',
  filledColumn: '有数 / 应填',
  claimsColumn: '正文数字',
  dayColumn: '公布',
  noDayShort: '未见日期',
  dueColumn: '期限',
  filingColumn: '公布是否按期',
  footLoaded: '已收录',
  footLate: '晚于期限',
  footLoadedLong: '已收录的机关数 / 当年存在的机关数',
  footLateLong: '晚于期限的份数 / 可判定的份数',
  lateOf: (late, judged) => `${late}/${judged}`,
  legendFull: '全部有数',
  legendPart: '部分有数',
  deadlineNote:
    '期限依当年规定：2018 年及以前为次年 3 月 31 日；2019 年起部门为次年 1 月 31 日，主管部门汇总为 3 月 31 日；有当地期限的依当地。更正后再公布的，按首次公布日期判定。',

  rugSubYear: (year, indicators, agencies) => `${year} 年 · ${indicators} 项指标 × ${agencies} 个机关`,
  rugSubLatest: (indicators, agencies) => `各机关最近一份年报 · ${indicators} 项指标 × ${agencies} 个机关`,
  rugRamp: '底色按数量级分五级',
  notAsked: (names) => `当年表式没有、未列出：${names}。`,
  notThere: (names, year) => `${year} 年已不存在或尚未设立、未列出：${names}。`,
  sortedBy: (indicator) => `按${indicator}从高到低`,

  comma: '，',
  flatLead: (n) => ['', n, ' 个机关中 '],
  flatZero: (n) => ['', n, ' 个为零'],
  flatChanged: (n) => ['', n, ' 个有变化'],
  flatCompared: (n) => `（与上年可比的 ${n} 个中）`,
  flatMissing: (n) => ['缺 ', n, ' 个'],
  flatApart: (n) => ['口径不同 ', n, ' 个'],
  flatTitle: (of, indicator, zero, changed, compared) =>
    `${of} 个机关中 ${zero} 个${indicator}为零${compared > 0 ? `，${changed} 个与上年不同` : ''}`,
  flatTitleAll: (of, indicator) => `${of} 个机关的${indicator}都是零`,
  flatTitleNone: (of, indicator) => `${of} 个机关的${indicator}都不是零`,
  flatSub: (when, indicators) => `零与变化 · ${when} · ${indicators} 项指标 · 只计可比的表格数字 · 点数字即选出这些机关`,
  flatMore: (n) => `其余 ${n} 项`,
  flatColumns: ['指标', '有数机关', '为零', '不为零', '与上年不同', '与上年可比', '缺数机关'],
  flatNote: '“有变化”指与同一机关上年的数字不同，只计两年口径可比的机关。',
  selectThese: (indicator, what) => `${indicator}：${what}，选出这些机关`,

  cellsByYear: (reports) => `单元格状态 · ${reports} 份附表年报，按年份 · 格 · 空白不当作零 · 展开可看每份年报`,
  cellsYear: '年份',
  cellsReports: (n) => `${n} 份`,
  cellsReportsColumn: '附表年报',

  groupSub: (agencies, years, unit) => `${agencies} 个机关 · ${years} · ${unit} · 年份下为计入机关数/应有机关数`,
  missingIn: (year, n) => `${year} 年缺 ${n} 个机关，名单`,
  groupNoteBodies: '相邻两年计入的机关不同时，点不相连，两年的合计也不宜相减；可改看每年都有数的机关。',
  groupNoteScope: (scope) => `合计只计同一范围（${scope}）的年报：全政府汇总的数字已含下属机关，不与之相加。`,
  legendSum: '合计',
  legendHolder: '一家占半数以上的部分',
  without: (name) => `不含${name}再看`,
  nothing: '所选机关没有可以合计的数值。',
}

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`
const en: OverviewWords = {
  at: 'Year shown',
  topic: 'Theme',
  mainTopic: 'Main indicators',
  sort: 'Order',
  sortList: 'as listed',
  sortBy: (indicator) => `by ${indicator}`,
  by: 'Groups',
  byNames: { none: 'none', level: 'by level', supervisor: 'by supervisor', system: 'by system', region: 'by region' },
  unknownGroup: 'Not stated',
  trendOf: 'Indicator',
  showMore: (n) => `List ${count(n, 'more body', 'more bodies')}`,
  tools: 'Settings of this figure',
  names: (names, n) => (n > names.length ? `${names.join(', ')} and ${n - names.length} more` : names.join(', ')),
  gridKeys: 'Arrow keys move from cell to cell, Enter opens, T shows the table.',

  loadedIn: (year) => `Loaded for ${year}`,
  ofBodies: (n) => `of ${count(n, 'body', 'bodies')}`,
  notLoadedNames: (names) => `not loaded: ${names}`,
  allLoaded: 'every body is loaded',
  sumOf: (indicator) => `${indicator}, sum`,
  findings: 'Findings to check',
  findingsUnit: 'open',
  findingsNote: (agencies, of, untold) => `in ${agencies} of ${count(of, 'body', 'bodies')}; ${untold} cannot be assessed`,
  reading: 'Reading …',

  coverageYear: (year, missing, of, isMissing) =>
    isMissing
      ? `${missing} of ${count(of, 'body', 'bodies')} filed no report for ${year}`
      : `No report loaded for ${missing} of ${count(of, 'body', 'bodies')} in ${year}`,
  coverageYearLate: (year, late, of, days) =>
    `${late} of ${count(of, 'report', 'reports')} for ${year} published after the last day, by up to ${count(days, 'day', 'days')}`,
  coverageYearAll: (year, of) => `A report is loaded for all ${count(of, 'body', 'bodies')} in ${year}`,
  coverageDense: 'Body × year · the number is cells with a number, “all” is every cell, “text” prose only',
  full: 'all',
  prose: 'text',
  filing: {
    onTime: 'on time',
    late: 'after the last day',
    notJudged: 'not judged',
    missing: 'not filed',
    notLoaded: 'not loaded',
    notThere: 'did not exist',
  },
  filingCount: (name, n) => `${name} ${n}`,
  lateBy: (day, due, days, basis) => `published ${day}, ${count(days, 'day', 'days')} after ${due} (${basis})`,
  onTimeBy: (day, due, basis) => `published ${day}, not after ${due} (${basis})`,
  noDay: 'day of publishing not known, not judged',
  noRule: 'last day not known, not judged',
  missingShort: 'none',
  lateMark: 'late',
  filledColumn: 'With number / asked',
  claimsColumn: 'Numbers in text',
  dayColumn: 'Dated',
  noDayShort: 'no date seen',
  dueColumn: 'Last day',
  filingColumn: 'Filed on time',
  footLoaded: 'Loaded',
  footLate: 'Late',
  footLoadedLong: 'Bodies with a report loaded, of those that existed that year',
  footLateLong: 'Reports published after the last day, of those that can be judged',
  lateOf: (late, judged) => `${late}/${judged}`,
  legendFull: 'every cell has a number',
  legendPart: 'some cells have',
  deadlineNote:
    'The last day is that of the rule of the year: 31 March of the next year up to 2018; from 2019 31 January for departments and 31 March for the competent office; a local day where one is known. A report put right and published again is judged by its first day.',

  rugSubYear: (year, indicators, agencies) =>
    `${year} · ${count(indicators, 'indicator', 'indicators')} × ${count(agencies, 'body', 'bodies')}`,
  rugSubLatest: (indicators, agencies) =>
    `Each body’s latest report · ${count(indicators, 'indicator', 'indicators')} × ${count(agencies, 'body', 'bodies')}`,
  rugRamp: 'tint by order of magnitude, five steps',
  notAsked: (names) => `Not asked for by the forms of that year and left out: ${names}.`,
  notThere: (names, year) => `Did not exist in ${year} and left out: ${names}.`,
  sortedBy: (indicator) => `by ${indicator}, highest first`,

  comma: ', ',
  flatLead: (n) => ['of ', n, ' bodies '],
  flatZero: (n) => ['', n, ' reported zero'],
  flatChanged: (n) => ['', n, ' changed'],
  flatCompared: (n) => ` (of ${n} comparable with the year before)`,
  flatMissing: (n) => ['', n, ' missing'],
  flatApart: (n) => ['', n, ' of another scope or form'],
  flatTitle: (of, indicator, zero, changed, compared) =>
    `${indicator}: zero in ${zero} of ${count(of, 'body', 'bodies')}${compared > 0 ? `, ${changed} differ from the year before` : ''}`,
  flatTitleAll: (of, indicator) => `${indicator}: zero in all ${count(of, 'body', 'bodies')}`,
  flatTitleNone: (of, indicator) => `${indicator}: above zero in all ${count(of, 'body', 'bodies')}`,
  flatSub: (when, indicators) =>
    `Zeros and changes · ${when} · ${count(indicators, 'indicator', 'indicators')} · comparable table figures only · a number selects its bodies`,
  flatMore: (n) => `${n} more`,
  flatColumns: ['Indicator', 'With a number', 'Zero', 'Not zero', 'Differs from the year before', 'Comparable with it', 'Without a number'],
  flatNote: '“Changed” is another number than the same body’s the year before, where both count alike.',
  selectThese: (indicator, what) => `${indicator}: ${what}, select these bodies`,

  cellsByYear: (reports) =>
    `Cell states · ${count(reports, 'report with tables', 'reports with tables')} by year · cells · a blank is not a zero · open a year for its reports`,
  cellsYear: 'Year',
  cellsReports: (n) => count(n, 'report', 'reports'),
  cellsReportsColumn: 'Reports with tables',

  groupSub: (agencies, years, unit) =>
    `${count(agencies, 'body', 'bodies')} · ${years} · ${unit} · under each year: bodies counted / bodies in all`,
  missingIn: (year, n) => `${count(n, 'body', 'bodies')} missing in ${year}: names`,
  groupNoteBodies:
    'Where the bodies counted differ from the year before nothing is joined, and the sums of both years should not be subtracted; the bodies with a number every year can be seen by themselves.',
  groupNoteScope: (scope) =>
    `The sum takes reports of one scope (${scope}): figures for a whole government hold those of its bodies already and are not added to them.`,
  legendSum: 'Sum',
  legendHolder: 'part of one body that holds more than half',
  without: (name) => `Look without ${name}`,
  nothing: 'The bodies selected have no values to put together.',
}

/** In each language of the interface. */
export const overviewWords: Readonly<Record<Lang, OverviewWords>> = { zh, en }
