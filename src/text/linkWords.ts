import type { Lang } from './label.ts'
import { formatNumber } from './numbers.ts'

const print = (n: number): string => formatNumber(n, 'zh')

/** Words of links and of the notes over a page that a link opens, in Chinese: the shape that English must match. */
const zh = {
  ignored: (n: number) => `链接里有 ${n} 处没有用上，已略去：`,
  problem: (part: string, given: string, why: string) => `${part}=${given}（${why}）`,
  reasons: {
    unknown: '这里没有这一项',
    unreadable: '看不懂',
    too_many: '超出可选个数',
    too_long: '太长',
    repeated: '重复，只用第一个',
    no_part: '没有这个参数',
  },
  more: (n: number) => `等，另有 ${n} 处`,
  between: '；',
  /** Between two sentences. */
  space: '',

  merged: (name: string, successor: string, on: string | null) => `${name}${on === null ? '' : `于 ${on}`}并入${successor}`,
  mergedNote: (list: string) => `链接里的机关有变动：${list}。链接照旧有效，显示的是该机关自己的年报。`,

  madeOn: (of: string) => `这个链接用的是数据的另一版（${of}）。`,
  comparing: '正在与当时的数字对照…',
  failed: '没有读到当时的数字，不能对照。',
  noFigures: '本页没有可以逐项对照的数字。',
  result: (n: number, changed: number, same: number, unknown: number) =>
    `本页 ${print(n)} 个数字：${print(changed)} 个变了，${print(same)} 个没变${unknown > 0 ? `，${print(unknown)} 个不能对照` : ''}。`,
  notKept: '那一版的数字没有保留，链接里也没有，因此不能逐项对照。',
  notKeptSome: '不能对照的数字，旧值没有保留，链接里也没有。',
  fromLink: (n: number) => `其中 ${print(n)} 个的旧值是链接里写的，未经核对。`,
  showChanges: (n: number) => `${print(n)} 处变化`,
  tableCaption: '变了的数字，当时和现在',
  head: { agency: '机关', year: '年度', indicator: '指标', was: '当时', now: '现在' },
  ofLink: '（链接所带）',
  moreChanges: (n: number) => `另有 ${print(n)} 处没有列出。`,

  ownTitle: '这个页面用到只保存在本机的内容。',
  ownParts: {
    agencies: '所选的本机机关',
    focus: '着色的本机机关',
    peers: '对照的本机机关',
    report: '本机的年报',
    against: '并排的本机年报',
    data: '本机打开的数据包',
  },
  ownLeft: (parts: string) => `链接里不写：${parts}。`,
  ownFigures: (n: number) => `页面上有 ${n} 个数字来自本机的年报，打开链接的人看不到。`,
  ownNever: '本机的内容从不进入链接。',
  copyAnyway: '仍然复制',
  cancel: '取消',
  list: '、',
}

type LinkWords = typeof zh

const s = (n: number): string => (n === 1 ? '' : 's')

const en: LinkWords = {
  ignored: (n) => `${n} part${s(n)} of the link could not be used and ${n === 1 ? 'was' : 'were'} left out: `,
  problem: (part, given, why) => `${part}=${given} (${why})`,
  reasons: {
    unknown: 'not known here',
    unreadable: 'not understood',
    too_many: 'more than can be chosen',
    too_long: 'too long',
    repeated: 'given twice, the first counts',
    no_part: 'no such parameter',
  },
  more: (n) => `; and ${n} more`,
  between: '; ',
  space: ' ',

  merged: (name, successor, on) => `${name} was merged into ${successor}${on === null ? '' : ` on ${on}`}`,
  mergedNote: (list) => `Bodies in the link have changed: ${list}. The link still works and shows the body’s own reports.`,

  madeOn: (of) => `The link was made on another version of the data (${of}).`,
  comparing: 'Comparing with the figures of that time …',
  failed: 'The figures of that time could not be read, so nothing was compared.',
  noFigures: 'There are no figures on this page that could be compared one by one.',
  result: (n, changed, same, unknown) =>
    `Of ${print(n)} figure${s(n)} on this page ${print(changed)} changed and ${print(same)} did not${unknown > 0 ? `; ${print(unknown)} cannot be compared` : ''}.`,
  notKept:
    'The figures of that version were not kept and the link carries none, so the figures on this page cannot be compared one by one.',
  notKeptSome: 'Of those that cannot be compared the old values were neither kept nor carried by the link.',
  fromLink: (n) => `For ${print(n)} of them the old value comes from the link itself and is not verified.`,
  showChanges: (n) => `${print(n)} change${s(n)}`,
  tableCaption: 'Figures that changed, then and now',
  head: { agency: 'Body', year: 'Year', indicator: 'Indicator', was: 'Then', now: 'Now' },
  ofLink: ' (from the link)',
  moreChanges: (n) => `${print(n)} more ${n === 1 ? 'is' : 'are'} not listed.`,

  ownTitle: 'This page shows things that are kept only on this computer.',
  ownParts: {
    agencies: 'chosen bodies of this computer',
    focus: 'coloured bodies of this computer',
    peers: 'peers of this computer',
    report: 'a report of this computer',
    against: 'the report beside it, of this computer',
    data: 'a data package opened on this computer',
  },
  ownLeft: (parts) => `Not in the link: ${parts}. `,
  ownFigures: (n) =>
    `${n} figure${s(n)} on the page ${n === 1 ? 'comes' : 'come'} from reports of this computer; whoever opens the link does not see ${n === 1 ? 'it' : 'them'}. `,
  ownNever: 'Nothing of this computer ever goes into a link.',
  copyAnyway: 'Copy anyway',
  cancel: 'Cancel',
  list: ', ',
}

/** Words of links in both languages. */
export const linkWords: Readonly<Record<Lang, LinkWords>> = { zh, en }
