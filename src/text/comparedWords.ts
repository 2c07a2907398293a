import type { Lang } from './label.ts'

const zh = {
  /** Bodies with the years in which they did not exist. */
  notThere: (bodies: readonly { readonly name: string; readonly years: string }[], more: number) =>
    `当年不存在或尚未设立，不计入：${bodies.map(({ name, years }) => `${name}（${years}）`).join('、')}${more > 0 ? `等 ${bodies.length + more} 个` : ''}。`,
  notThereCell: '当年不存在',
  /** The middle of a group in the lines over years. */
  median: '中位数',
  medianOf: (scope: string, least: number, most: number) =>
    `灰线是${scope === '' ? '' : `${scope}的`}各机关中位数，各年计入 ${least === most ? String(most) : `${least}–${most}`} 个；相邻两年计入的机关不同时不连线。`,
  medianPoint: (value: string, n: number, of: number) => `中位数 ${value}（${n}/${of} 个）`,
  medianRow: (n: number, of: number) => `中位数（${n}/${of} 个）`,
}

const en: typeof zh = {
  notThere: (bodies, more) =>
    `Did not exist at the time, so not counted: ${bodies.map(({ name, years }) => `${name} (${years})`).join('; ')}${more > 0 ? `; and ${more} more` : ''}.`,
  notThereCell: 'did not exist',
  median: 'Median',
  medianOf: (scope, least, most) =>
    `The grey line is the median of the bodies${scope === '' ? '' : ` (${scope})`}: ${least === most ? String(most) : `${least}–${most}`} ${most === 1 ? 'body' : 'bodies'} counted each year; it breaks where other bodies are counted.`,
  medianPoint: (value, n, of) => `median ${value} (${n} of ${of})`,
  medianRow: (n, of) => `Median (${n} of ${of})`,
}

/** What the figures of a comparison say of bodies that did not exist, and of the middle of a group. */
export const comparedWords: Readonly<Record<Lang, typeof zh>> = { zh, en }
