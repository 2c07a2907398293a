import type { Lang } from './label.ts'

/** Words of statements about groups of bodies, and of the views that keep to the same bodies. */
export interface GroupWords {
  readonly sum: string
  readonly median: string
  readonly none: string
  readonly counted: string
  readonly of: string
  readonly sameAsBefore: string
  readonly joins: string
  readonly cuts: Readonly<Record<'nothing' | 'bodies' | 'form', string>>
  readonly missingColumn: string
  readonly apartColumn: string
  readonly listSeparator: string
  readonly apart: (n: number) => string
  readonly withReason: (name: string, reason: string) => string
  readonly holder: (name: string, percent: number, without: string) => string
  readonly turner: (name: string, from: number, to: number, change: string, without: string) => string
  readonly more: (by: string) => string
  readonly fewer: (by: string) => string
  readonly leftNames: (n: number) => string
  readonly kind: (agencies: number, adds: boolean) => string
  readonly yearsWith: (k: number, n: number) => string
  readonly otherBodies: (n: number) => string
  readonly titleRun: (name: string, what: string, n: number, from: number, first: string, to: number, last: string) => string
  readonly titleYear: (name: string, what: string, year: number, value: string, have: number, of: number) => string
  /** The switch, and what it says in a subtitle. */
  readonly bodies: string
  readonly everyBody: string
  readonly sameBodies: string
  readonly kept: (kept: number, years: string, left: number) => string
  readonly keptNone: (years: string) => string
  /** Nobody has a number in whatever year: then no year is asked for. */
  readonly nobodyHas: string
}

const zh: GroupWords = {
  sum: '合计',
  median: '中位数',
  none: '无数值',
  counted: '计入机关',
  of: '应有机关',
  sameAsBefore: '与上年机关',
  joins: '相同',
  cuts: { nothing: '一年无数值', bodies: '不同', form: '口径不可比' },
  missingColumn: '缺数机关',
  apartColumn: '范围或表式不同，未计入',
  listSeparator: '、',
  apart: (n) => `口径不同 ${n}`,
  withReason: (name, reason) => `${name}（${reason}）`,
  holder: (name, percent, without) => `${name}占合计的 ${percent}%，不计它为 ${without}`,
  turner: (name, from, to, change, without) => `${from} 到 ${to} 年两年都有数的机关合计${change}；不计${name}则${without}。`,
  more: (by) => `多 ${by}`,
  fewer: (by) => `少 ${by}`,
  leftNames: (n) => `略去的 ${n} 个机关，名单`,
  kind: (agencies, adds) => `${agencies} 个机关${adds ? '各年合计与中位数' : '各年中位数'}`,
  yearsWith: (k, n) => `${n} 年中 ${k} 年有数值`,
  otherBodies: (n) => `有 ${n} 年的机关与上年不同，不相连`,
  titleRun: (name, what, n, from, first, to, last) =>
    first === last
      ? `${name}：同样 ${n} 个机关的${what} ${from} 年和 ${to} 年都是 ${last}`
      : `${name}：同样 ${n} 个机关的${what} ${from} 年为 ${first}，${to} 年为 ${last}`,
  titleYear: (name, what, year, value, have, of) => `${name}：${year} 年 ${have}/${of} 个机关的${what}为 ${value}`,
  bodies: '机关范围',
  everyBody: '当年有数的',
  sameBodies: '每年都有数的',
  kept: (kept, years, left) => `只看 ${years} 年每年都有数的 ${kept} 个机关，略去 ${left} 个`,
  keptNone: (years) => `没有机关在 ${years} 年每年都有数`,
  nobodyHas: '所选年度没有机关有数',
}

const bodies = (n: number): string => (n === 1 ? '1 body' : `${n} bodies`)
const en: GroupWords = {
  sum: 'Sum',
  median: 'Median',
  none: 'no value',
  counted: 'Bodies counted',
  of: 'Bodies in all',
  sameAsBefore: 'Bodies against the year before',
  joins: 'the same',
  cuts: { nothing: 'one year has no value', bodies: 'others', form: 'not comparable' },
  missingColumn: 'Without a number',
  apartColumn: 'Other scope or form, not counted',
  listSeparator: ', ',
  apart: (n) => `other scope ${n}`,
  withReason: (name, reason) => `${name} (${reason})`,
  holder: (name, percent, without) => `${name} holds ${percent}% of the sum; without it ${without}`,
  turner: (name, from, to, change, without) =>
    `From ${from} to ${to}, bodies with a number in both years ${change}; without ${name} they ${without}.`,
  more: (by) => `have ${by} more`,
  fewer: (by) => `have ${by} fewer`,
  leftNames: (n) => `${bodies(n)} left out: names`,
  kind: (agencies, adds) => `${adds ? 'Sum and median' : 'Median'} of ${bodies(agencies)} by year`,
  yearsWith: (k, n) => `${k} of ${n} years have a value`,
  otherBodies: (n) => `in ${n} ${n === 1 ? 'year' : 'years'} the bodies differ from the year before and nothing is joined`,
  titleRun: (name, what, n, from, first, to, last) =>
    first === last
      ? `${name}: ${what.toLowerCase()} of the same ${bodies(n)}, ${last} in ${from} and in ${to}`
      : `${name}: ${what.toLowerCase()} of the same ${bodies(n)}, ${first} in ${from} and ${last} in ${to}`,
  titleYear: (name, what, year, value, have, of) => `${name}: ${what.toLowerCase()} of ${have} of ${bodies(of)} in ${year} is ${value}`,
  bodies: 'Bodies',
  everyBody: 'with a number that year',
  sameBodies: 'with a number every year',
  kept: (kept, years, left) => `only the ${bodies(kept)} with a number in every year ${years}; ${left} left out`,
  keptNone: (years) => `no body has a number in every year ${years}`,
  nobodyHas: 'no body has a number in any of these years',
}

/** In each language of the interface. */
export const groupWords: Readonly<Record<Lang, GroupWords>> = { zh, en }
