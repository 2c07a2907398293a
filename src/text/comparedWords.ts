import type { Lang } from './label.ts'

const zh = {
  /** Bodies with the years in which they did not exist. */
  notThere: (bodies: readonly { readonly name: string; readonly years: string }[], more: number) =>
    `当年不存在或尚未设立，不计入：${bodies.map(({ name, years }) => `${name}（${years}）`).join('、')}${more > 0 ? `等 ${bodies.length + more} 个` : ''}。`,
  notThereCell: '当年不存在',
  /** The middle of a group in the lines over years. */
  median: '中位数',
  seeAgency: '看机关',
  medianOf: (scope: string, least: number, most: number) =>
    `灰色短线是各机关的中位数${scope === '' ? '' : `（${scope}）`}，各年计入 ${least === most ? String(most) : `${least}–${most}`} 个；相邻两年计入的机关不同时不相连。`,
  medianPoint: (value: string, n: number, of: number) => `中位数 ${value}（${n}/${of} 个）`,
  medianRow: (n: number, of: number) => `中位数（${n}/${of} 个）`,
}

const en: typeof zh = {
  notThere: (bodies, more) =>
    `Did not exist at the time, so not counted: ${bodies.map(({ name, years }) => `${name} (${years})`).join('; ')}${more > 0 ? `; and ${more} more` : ''}.`,
  notThereCell: 'did not exist',
  median: 'Median',
  seeAgency: 'see the body',
  medianOf: (scope, least, most) =>
    `The short grey strokes are the median of ${least === most ? String(most) : `${least}–${most}`} bodies a year${scope === '' ? '' : ` (${scope.charAt(0).toLowerCase()}${scope.slice(1)})`}; they are joined only where the same bodies are counted.`,
  medianPoint: (value, n, of) => `median ${value} (${n} of ${of})`,
  medianRow: (n, of) => `Median (${n} of ${of})`,
}

/** What the figures of a comparison say of bodies that did not exist, and of the middle of a group. */
export const comparedWords: Readonly<Record<Lang, typeof zh>> = { zh, en }
