import type { Lang } from './label.ts'

const zh = {
  /** Bodies with the years in which they did not exist. */
  notThere: (bodies: readonly { readonly name: string; readonly years: string }[], more: number) =>
    `当年不存在或尚未设立，不计入：${bodies.map(({ name, years }) => `${name}（${years}）`).join('、')}${more > 0 ? `等 ${bodies.length + more} 个` : ''}。`,
  notThereCell: '当年不存在',
  /** The middle of a group in the lines over years. */
  median: '中位数',
  seeAgency: '看机关',
  /** The lowest of an order, by name where they are few. */
  lowest: (names: readonly string[], n: number, value: string) =>
    names.length < n
      ? `${n} 个机关最低，都是 ${value}`
      : n > 1
        ? `${names.join('、')}最低，都是 ${value}`
        : `${names.join('')} ${value}，为最低`,
  lowestTitle: (when: string, told: string, median: string | null, n: number) =>
    `${when}，${told}${median === null ? '' : `；${n} 个机关的中位数是 ${median}`}`,
  lowestGroup: (group: string, told: string) => `${group}：${told}`,
  /** Where two years differ most: names with both numbers and the difference. */
  mostChanged: (scope: string, told: readonly string[]) => `两年相差最多的${scope === '' ? '' : `（${scope}）`}：${told.join('、')}。`,
  oneChange: (name: string, first: string, last: string, difference: string) => `${name} ${first} → ${last}（${difference}）`,
  oneForm: (form: string) => `连线的各机关两年都用 ${form}。`,
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
  lowest: (names, n, value) =>
    names.length < n
      ? `${n} bodies are lowest with ${value}`
      : `${names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`} ${n > 1 ? 'are' : 'is'} lowest with ${value}`,
  lowestTitle: (when, told, median, n) => `${when}: ${told}${median === null ? '' : `; the median of ${n} bodies is ${median}`}`,
  lowestGroup: (group, told) => `${group}: ${told}`,
  mostChanged: (scope, told) =>
    `Largest differences between the two years${scope === '' ? '' : ` (${scope.charAt(0).toLowerCase()}${scope.slice(1)})`}: ${told.join('; ')}.`,
  oneChange: (name, first, last, difference) => `${name} ${first} → ${last} (${difference})`,
  oneForm: (form) => `Both years of every line are on the ${form}.`,
  medianOf: (scope, least, most) =>
    `The short grey strokes are the median of ${least === most ? String(most) : `${least}–${most}`} bodies a year${scope === '' ? '' : ` (${scope.charAt(0).toLowerCase()}${scope.slice(1)})`}; they are joined only where the same bodies are counted.`,
  medianPoint: (value, n, of) => `median ${value} (${n} of ${of})`,
  medianRow: (n, of) => `Median (${n} of ${of})`,
}

/** What the figures of a comparison say of bodies that did not exist, and of the middle of a group. */
export const comparedWords: Readonly<Record<Lang, typeof zh>> = { zh, en }
