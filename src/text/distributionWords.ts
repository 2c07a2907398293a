import type { Lang } from './label.ts'

/** `3 bodies`, `1 body`. */
const bodies = (n: number): string => (n === 1 ? '1 body' : `${n} bodies`)

/** `A`, `A and B`, `A, B and C`. */
const listAnd = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** Names of bodies by what became of their figures. */
interface Changes {
  readonly higher: readonly string[]
  readonly lower: readonly string[]
  readonly same: readonly string[]
}

const zh = {
  strip: {
    kind: '分布图',
    have: (k: number, n: number) => `${k}/${n} 有数值`,
    median: (value: string) => `中位数 ${value}`,
    medianOf: (n: number, value: string) => `${n} 个的中位数 ${value}`,
    middle: (low: string, high: string) => `中间一半 ${low}–${high}`,
    fewForBox: (n: number) => `不足 ${n} 个，不画中间一半`,
    tooSmall: (k: number, size: number) => `基数不足 ${size}，不画 ${k}`,
    folded: (n: number) => `+${n}`,
    unknownGroup: '未注明',
    noSupervisor: '未注明上级',
    withoutScope: '没有数值',
    groupColumn: '组',
    medianRow: '中位数',
    lowerRow: '下四分位',
    upperRow: '上四分位',
    rowOf: (name: string, label: string) => (name === '' ? label : `${name} · ${label}`),
    all: '全部',
    titleMiddle: (when: string, n: number, median: string, low: string, high: string) =>
      `${when}，${n} 个机关的中位数是 ${median}，中间一半在 ${low}–${high}`,
    titleRowMiddle: (when: string, name: string, n: number, median: string, low: string, high: string) =>
      `${when}，${name}的 ${n} 个机关中位数是 ${median}，中间一半在 ${low}–${high}`,
    titleRange: (when: string, n: number, low: string, high: string) => `${when}，${n} 个机关从 ${low} 到 ${high}`,
    titleGroups: (when: string, parts: readonly string[], more: number) =>
      `${when}的中位数：${parts.join('，')}${more > 0 ? `；另有 ${more} 组见图` : ''}`,
    titleGroup: (name: string, n: number, median: string) => `${name} ${median}（${n} 个）`,
    apart: '口径或统计范围不同的分行画，各行有各自的中位数；行与行之间不比较高低。',
    grouped: '各行用同一条数轴；灰框是中间一半，竖线是中位数。',
    single: '每个圆圈是一个机关，数值相同的叠放；灰框是中间一半，竖线是中位数。',
  },
  slope: {
    kind: '坡度图',
    years: (from: number, to: number) => `${from} 年与 ${to} 年`,
    rose: (n: number) => `${n} 个升高`,
    fell: (n: number) => `${n} 个降低`,
    stayed: (n: number) => `${n} 个相同`,
    apart: (n: number) => `${n} 个前后口径不同`,
    oneOnly: (n: number) => `${n} 个只有一年画得出`,
    small: (n: number, size: number) => `${n} 个基数不足 ${size}，只说件数`,
    none: (n: number) => `${n} 个两年都没有数值`,
    notComparable: (n: number) => `${n} 个不能比较`,
    title: (from: number, to: number, parts: readonly string[]) => `${from} 年到 ${to} 年：${parts.join('，')}`,
    titleOne: (name: string, from: number, low: string, to: number, high: string) =>
      low === high ? `${name} ${from} 年和 ${to} 年都是 ${high}` : `${name} ${from} 年为 ${low}，${to} 年为 ${high}`,
    titleBreak: (from: number, to: number) => `${from} 年与 ${to} 年口径不同，不连线，也不比较升降`,
    titleNoPair: (from: number, to: number) => `没有机关 ${from} 年和 ${to} 年都有可比的数值`,
    titleOneYear: '所选只有一年，看不出两年之间的变化',
    oneYear: '坡度图要两个年份。请把年份选宽一些，比如选到最早和最近的年报。',
    noneHave: (from: number, to: number) => `${from} 年和 ${to} 年都没有这项数值。`,
    listTitle: (size: number) => `基数不足 ${size} 的不画，只说件数：`,
    listMore: (n: number) => `另有 ${n} 个，见表`,
    line: (name: string, first: string, last: string) => `${name} ${first} → ${last}`,
    break: '断点',
    noLine: '口径不同，不连线',
    changeColumn: '前后',
    yearColumn: (year: number) => `${year} 年`,
    nColumn: (year: number) => `${year} 年基数`,
    formColumn: (year: number) => `${year} 年表式`,
    broken: '口径不同',
    tooSmall: '基数不足',
    oneSide: '只有一年',
    neither: '没有数值',
    scopesNote: '所选机关的统计范围不同：只比较各机关自己的两年，不在机关之间比较高低。',
    breakNote: (names: readonly string[], n: number, why: string) =>
      `${names.join('、')}${n > names.length ? `等 ${n} 个机关` : ''}两年的口径不同，各画一点，不连线：${why}`,
    stubNote: '只有一年有数值的，画在那一年的一侧，旁边是另一年没有数值的原因。',
  },
  scatter: {
    kind: '散点图',
    pairs: (n: number) => `${n} 个机关两项都有数值`,
    highestBoth: (when: string, n: number, name: string, x: string, y: string) => `${when}，${n} 个机关中${name}两项都最高：${x}，${y}`,
    highestEach: (when: string, n: number, xName: string, xWho: string, x: string, yName: string, yWho: string, y: string) =>
      `${when}，${n} 个机关中，${xName}最高的是${xWho}（${x}），${yName}最高的是${yWho}（${y}）`,
    allZero: (when: string, n: number) => `${when}，${n} 个机关两项都是零`,
    onePair: (when: string, name: string, x: string, y: string) => `${when}，只有${name}两项都有数值：${x}，${y}`,
    range: (when: string, n: number, parts: readonly string[]) => `${when}，${n} 个机关的${parts.join('，')}`,
    span: (name: string, low: string, high: string) => `${name}从 ${low} 到 ${high}`,
    same: (name: string, value: string) => `${name}都是 ${value}`,
    onlySmall: (when: string, n: number) => `${when}，两项都有数值的 ${n} 个机关基数都不足，不作比较`,
    noPair: (when: string) => `${when}，没有机关在同一份年报里两项都有数值`,
    oneMissing: (name: string, n: number) => `缺${name} ${n}`,
    bothMissing: (n: number) => `两项都缺 ${n}`,
    heading: (text: string) => `${text}：`,
    together: (names: string, n: number) => (names === '' ? `${n} 个` : `${names} 等 ${n} 个`),
    togetherText: (n: number) => `同一位置 ${n} 个机关`,
    smallNote: (n: number, size: number) => `灰色空心的 ${n} 个基数不足 ${size}，不作评估。`,
    sizeNote: '点的大小是两项基数中较小的一个。',
    apartNote: (n: number, names: readonly string[]) =>
      `${names.join('、')}${n > names.length ? `等 ${n} 个机关` : ''}的统计范围或口径与图中各点不同，不画在一起，见表。`,
    samePlaceNote: '数字是落在同一位置的机关数。',
    rho: (value: string, n: number) => `Spearman ρ = ${value}（n = ${n}）：两项次序一致的程度，不说明因果。`,
    sameReport: '两项数值取自同一份年报。',
    statusColumn: '图中',
    drawn: '画出',
    small: '基数不足',
    apart: '口径或范围不同',
    missing: '缺数值',
    nOf: (name: string) => `${name}基数`,
    empty: '两项数值须在同一份年报里才能对照。请换一项指标，或者把年份选宽一些。',
    places: (n: number, k: number) => `${n} 个机关中 ${k} 个两项都有数值`,
  },
  multiples: {
    kind: '小图组',
    axes: '数轴',
    chooseShared: '同一数轴',
    chooseOwn: '各自数轴',
    each: (n: number) => `每个机关一幅，共 ${n} 幅`,
    sharedAxis: '各幅同一条数轴',
    ownAxes: '各幅用自己的数轴，幅间不能比高低',
    orders: { value: '按末年数值从高到低', lowest: '按末年数值从低到高', list: '按机关次序' },
    title: (from: number, to: number, parts: readonly string[]) => `${from} 年与 ${to} 年相比：${parts.join('，')}`,
    titleEach: '每个机关各有一年的数值，还看不出各年变化',
    titleNone: '所选机关和年份没有这项数值',
    titleZero: (n: number) => `有数值的 ${n} 处都是零`,
    titleRange: (k: number, low: string, high: string) => `${k} 处数值从 ${low} 到 ${high}`,
    titleValues: (n: number, k: number) => `${n} 个机关有 ${k} 处数值，前后口径不同，分段画`,
    more: (n: number) => `另有 ${n} 个机关没有画出，见表。`,
    gapNote: '线断开处没有数值，横线下的小格是原因。',
    smallNote: (size: number) => `基数不足 ${size} 的不画成比率，件数见表。`,
    breakNote: (between: string, why: string) => `竖线处（${between}）口径改变，线不相连：${why}`,
    scopesNote: '统计范围不同的机关分开画，数轴也分开，不比较高低。',
    noValue: '没有可画的数值',
    proseNote: '空心标记是正文数字，不与表格数字连线。',
  },
  trend: {
    one: (name: string, from: number, low: string, to: number, high: string) =>
      low === high ? `${name} ${from} 年和 ${to} 年都是 ${high}` : `${name} ${from} 年为 ${low}，${to} 年为 ${high}`,
    /** Each body against itself. */
    together: (from: number, to: number, { higher, lower, same }: Changes) => {
      const n = higher.length + lower.length + same.length
      if (higher.length === n) return `${higher.join('、')} ${to} 年都高于各自 ${from} 年`
      if (lower.length === n) return `${lower.join('、')} ${to} 年都低于各自 ${from} 年`
      if (same.length === n) return `${same.join('、')} ${to} 年与各自 ${from} 年相同`
      const parts = [
        ...(higher.length > 0 ? [`${higher.join('、')}高于 ${from} 年`] : []),
        ...(lower.length > 0 ? [`${lower.join('、')}低于 ${from} 年`] : []),
        ...(same.length > 0 ? [`${same.join('、')}与 ${from} 年相同`] : []),
      ]
      return `${to} 年，${parts.join('，')}`
    },
  },
}

export type DistributionWords = typeof zh

const en: DistributionWords = {
  strip: {
    kind: 'Distribution',
    have: (k, n) => `${k} of ${n} have a value`,
    median: (value) => `median ${value}`,
    medianOf: (n, value) => `median of ${n}: ${value}`,
    middle: (low, high) => `middle half ${low}–${high}`,
    fewForBox: (n) => `fewer than ${n}: no box`,
    tooSmall: (k, size) => `base below ${size}, not drawn ${k}`,
    folded: (n) => `+${n}`,
    unknownGroup: 'Not stated',
    noSupervisor: 'Supervising body not stated',
    withoutScope: 'Without a value',
    groupColumn: 'Group',
    medianRow: 'Median',
    lowerRow: 'Lower quartile',
    upperRow: 'Upper quartile',
    rowOf: (name, label) => (name === '' ? label : `${name} · ${label}`),
    all: 'All',
    titleMiddle: (when, n, median, low, high) =>
      `${when}: the median of ${bodies(n)} is ${median}; the middle half lies between ${low} and ${high}`,
    titleRowMiddle: (when, name, n, median, low, high) =>
      `${when}: the median of ${bodies(n)} (${lowerFirst(name)}) is ${median}; the middle half lies between ${low} and ${high}`,
    titleRange: (when, n, low, high) => `${when}: ${bodies(n)} from ${low} to ${high}`,
    titleGroups: (when, parts, more) =>
      `Medians, ${when}: ${parts.join(', ')}${more > 0 ? `; ${more} more ${more === 1 ? 'group' : 'groups'} in the figure` : ''}`,
    titleGroup: (name, n, median) => `${name} ${median} (${n})`,
    apart: 'What counts differently, or covers other bodies, stands in a row of its own with its own median; rows are not compared.',
    grouped: 'All rows share one axis; the box is the middle half, the tick the median.',
    single: 'Each ring is one body; equal values are stacked. The box is the middle half, the tick the median.',
  },
  slope: {
    kind: 'Slope chart',
    years: (from, to) => `${from} and ${to}`,
    rose: (n) => `${n} higher`,
    fell: (n) => `${n} lower`,
    stayed: (n) => `${n} the same`,
    apart: (n) => `${n} counted differently`,
    oneOnly: (n) => `${n} with one year that can be drawn`,
    small: (n, size) => `${n} with a base below ${size}, counts only`,
    none: (n) => `${n} with neither year`,
    notComparable: (n) => `${n} not comparable`,
    title: (from, to, parts) => `${from} to ${to}: ${parts.join(', ')}`,
    titleOne: (name, from, low, to, high) =>
      low === high ? `${name}: ${high} in both ${from} and ${to}` : `${name}: ${low} in ${from}, ${high} in ${to}`,
    titleBreak: (from, to) => `${from} and ${to} count differently: no lines, nothing higher or lower`,
    titleNoPair: (from, to) => `No body has comparable values in both ${from} and ${to}`,
    titleOneYear: 'One year is selected: there is no change between two years',
    oneYear: 'A slope needs two years. Select a wider span, for instance from the earliest to the latest report.',
    noneHave: (from, to) => `Neither ${from} nor ${to} has a value.`,
    listTitle: (size) => `Bases below ${size} are not drawn; the counts:`,
    listMore: (n) => `${n} more in the table`,
    line: (name, first, last) => `${name} ${first} → ${last}`,
    break: 'Break',
    noLine: 'counted differently, no line',
    changeColumn: 'Change',
    yearColumn: (year) => `${year}`,
    nColumn: (year) => `Base ${year}`,
    formColumn: (year) => `Form ${year}`,
    broken: 'counted differently',
    tooSmall: 'base too small',
    oneSide: 'one year only',
    neither: 'no value',
    scopesNote: 'The bodies differ in scope: each is compared with itself in two years, not with the others.',
    breakNote: (names, n, why) =>
      `${names.join(', ')}${n > names.length ? ` and ${n - names.length} more` : ''}: the two years count differently, two points and no line. ${why}`,
    stubNote: 'A body with one year only stands at the side of that year, beside it the reason why the other year has none.',
  },
  scatter: {
    kind: 'Scatter plot',
    pairs: (n) => `${bodies(n)} with both values`,
    highestBoth: (when, n, name, x, y) => `${when}: of ${bodies(n)}, ${name} is highest on both: ${x} and ${y}`,
    highestEach: (when, n, xName, xWho, x, yName, yWho, y) =>
      `${when}, ${bodies(n)}: highest on ${xName} is ${xWho} (${x}), on ${yName} ${yWho} (${y})`,
    allZero: (when, n) => `${when}: both are zero in ${bodies(n)}`,
    onePair: (when, name, x, y) => `${when}: only ${name} has both values, ${x} and ${y}`,
    range: (when, n, parts) => `${when}, ${bodies(n)}: ${parts.join(', ')}`,
    span: (name, low, high) => `${name} from ${low} to ${high}`,
    same: (name, value) => `${name} ${value} in all`,
    onlySmall: (when, n) => `${when}: ${bodies(n)} with both values, all on too small a base to compare`,
    noPair: (when) => `${when}: no body has both values in the same report`,
    oneMissing: (name, n) => `${n} without ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
    bothMissing: (n) => `${n} without both`,
    heading: (text) => `${text}:`,
    together: (names, n) => (names === '' ? `${n}` : `${names}, ${n} in all`),
    togetherText: (n) => `${n} bodies at this place`,
    smallNote: (n, size) => `Grey and hollow: ${n} on a base below ${size}, not assessed.`,
    sizeNote: 'A mark is sized by the smaller of the two bases.',
    apartNote: (n, names) =>
      `${names.join(', ')}${n > names.length ? ` and ${n - names.length} more` : ''}: other scope or other count than the marks; not drawn with them, see the table.`,
    samePlaceNote: 'A number beside a mark says how many bodies stand there.',
    rho: (value, n) => `Spearman ρ = ${value} (n = ${n}): how far both put the bodies in the same order; it says nothing of causes.`,
    sameReport: 'Both values come from the same report.',
    statusColumn: 'In the figure',
    drawn: 'drawn',
    small: 'base too small',
    apart: 'other scope or count',
    missing: 'value missing',
    nOf: (name) => `Base of ${name}`,
    empty: 'Both values must stand in the same report. Choose another indicator or a wider span of years.',
    places: (n, k) => `${k} of ${bodies(n)} have both values`,
  },
  multiples: {
    kind: 'Small multiples',
    axes: 'Axes',
    chooseShared: 'One axis',
    chooseOwn: 'Own axes',
    each: (n) => `one panel per body, ${n} in all`,
    sharedAxis: 'all panels on one axis',
    ownAxes: 'each panel on an axis of its own, heights not comparable across panels',
    orders: { value: 'highest last value first', lowest: 'lowest last value first', list: 'in the order of the list' },
    title: (from, to, parts) => `${to} compared with ${from}: ${parts.join(', ')}`,
    titleEach: 'Each body has one year only: no change over the years to be seen yet',
    titleNone: 'No values for these bodies and years',
    titleZero: (n) => (n === 1 ? 'The one value is zero' : `All ${n} values are zero`),
    titleRange: (k, low, high) => `${k} values from ${low} to ${high}`,
    titleValues: (n, k) => `${k} values of ${bodies(n)}, drawn in segments because they count differently`,
    more: (n) => `${bodies(n)} not drawn, see the table.`,
    gapNote: 'Where a line stops there is no value; the small box below the line is the reason.',
    smallNote: (size) => `A base below ${size} is not drawn as a rate; the table has the counts.`,
    breakNote: (between, why) => `At the upright line (${between}) the count changes and lines do not join: ${why}`,
    scopesNote: 'Bodies of another scope are drawn apart, on an axis of their own; they are not higher or lower than the others.',
    noValue: 'Nothing to draw',
    proseNote: 'Hollow marks are figures of the prose, never joined to table figures.',
  },
  trend: {
    one: (name, from, low, to, high) =>
      low === high ? `${name}: ${high} in both ${from} and ${to}` : `${name}: ${low} in ${from}, ${high} in ${to}`,
    together: (from, to, { higher, lower, same }) => {
      const n = higher.length + lower.length + same.length
      const were = n === 1 ? 'was' : 'were'
      if (higher.length === n) return `${listAnd(higher)} ${were} higher in ${to} than in ${from}`
      if (lower.length === n) return `${listAnd(lower)} ${were} lower in ${to} than in ${from}`
      if (same.length === n) return `${listAnd(same)} ${were} the same in ${to} as in ${from}`
      const parts = [
        ...(higher.length > 0 ? [`${listAnd(higher)} higher`] : []),
        ...(lower.length > 0 ? [`${listAnd(lower)} lower`] : []),
        ...(same.length > 0 ? [`${listAnd(same)} the same`] : []),
      ]
      return `${to} compared with ${from}: ${parts.join('; ')}`
    },
  },
}

/** Words of the strip, slope, scatter and small multiples. */
export const distributionWords: Readonly<Record<Lang, DistributionWords>> = { zh, en }
