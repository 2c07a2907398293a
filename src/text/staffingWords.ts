import type { Lang } from './label.ts'

const zh = {
  about: (agencies: number, years: string) => `${agencies} 个机关，${years} 年。这一部分的表格止于 2018 年；以后的数字只见于正文。`,
  noStaff: '这个数据集的指标目录没有标明机构人员。',
  which: '看哪一项',
  when: (year: number | 'latest') => (year === 'latest' ? '各机关最近一份' : `${year} 年`),
  names: (names: readonly string[], n: number) =>
    n === 1 ? names.join('') : n <= names.length ? `${names.join('、')}（并列）` : `${names[0]}等 ${n} 个机关（并列）`,
  most: (who: string, value: string) => `最多的是${who}，${value}`,
  least: (who: string, value: string) => `最少的是${who}，${value}`,
  title: (when: string, name: string, first: string, second: string) => `${when}，${name}${first}；${second}`,
  titleOne: (when: string, name: string, who: string, value: string) => `${when}，只有${who}有${name}：${value}`,
  titleSame: (when: string, name: string, n: number, value: string) => `${when}，${n} 个机关的${name}都是 ${value}`,
  titleNone: (when: string, name: string) => `${when}，没有机关有${name}的数值`,
  titleFew: (when: string, name: string, least: number) => `${when}，${name}：人数少于 ${least} 的只写人数，不算比例，不排名`,
  inGroup: (group: string, title: string) => `${group}：${title}`,
  part: (name: string, value: string) => `${name} ${value}`,
  load: (value: string, unit: string, part: string, staff: string) => `${value} ${unit}（${part} ÷ ${staff} 人）`,
  ofStaff: (staff: string, part: string) => `${staff} 人中 ${part} 人`,
  noStaffNoLoad: '人数为 0，没有定义',
  noPart: (name: string, reason: string) => `${name}${reason}`,
  noTotal: (reason: string) => `总数${reason}`,
  differs: (total: string, parts: string) => `≠ 总数 ${total}，分项合计 ${parts}`,
  prose: (grade: string, name: string, value: string) => `正文 ${grade}：${name} ${value}`,
  parts: '专职与兼职',
  standings: { adds: '与总数一致', differs: '与总数不一致', cannotTell: '无法核对' },
  standing: '合计',
  unknownLegend: '专职或兼职没有数',
  wholeLegend: '竖线为所填总数',
  numerator: '分子',
  staff: '人数',
  differTitle: (n: number) => `专职、兼职相加与总数不一致的 ${n} 处：`,
  loadNote: '分子和人数取自同一份年报；有一项没有数就不算。人数为 0 时没有定义。',
  sumNote: '色块为所填专职、兼职；哪一项没有数，剩下的部分画斜线，不当作零。',
  describe: (agencies: number, name: string, when: string) => `条形图：${agencies} 个机关，${when}，${name}`,

  sameTitle: (when: string, of: number, n: number, name: string, value: string) => `${when}，${of} 个机关中 ${n} 个的${name}是 ${value}`,
  sameTitleNone: (when: string) => `${when}，各项都没有两个机关相同的数值`,
  sameSub: '点一个数字，选出这些机关。',
  sameItems: (n: number) => `${n} 项，各项有数、无数的机关见表`,
  same: (n: number, of: number, value: string) => `${n}/${of} 个为 ${value}`,
  range: (n: number, low: string, high: string) => (low === high ? `${n} 个为 ${high}` : `${n} 个从 ${low} 到 ${high}`),
  missing: (reason: string, n: number) => `${reason} ${n} 个`,
  item: '项目',
  value: '数值',
  bodies: '机关数',
  who: '机关',

  listTitle: (when: string, filled: number, of: number) => `${when}，机构人员各项 ${of} 格中 ${filled} 格有数`,
  listSub: (items: number) => `${items} 项 · 底色按数量级分五级，只给表格数字上色`,
}

/** Words of the staffing page. Both languages have the same shape. */
export type StaffingWords = typeof zh

const s = (n: number, one: string, many = `${one}s`): string => (n === 1 ? one : many)
const low = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

const en: StaffingWords = {
  about: (agencies, years) =>
    `${agencies} ${s(agencies, 'body', 'bodies')}, ${years}. These tables end with 2018; later figures stand only in prose.`,
  noStaff: 'The catalogue of this dataset marks no staffing figures.',
  which: 'Show',
  when: (year) => (year === 'latest' ? 'Latest report of each' : String(year)),
  names: (names, n) =>
    n === 1 ? names.join('') : n <= names.length ? `${names.join(', ')} (tied)` : `${names[0]} and ${n - 1} ${s(n - 1, 'other')} (tied)`,
  most: (who, value) => `highest ${who}, ${value}`,
  least: (who, value) => `lowest ${who}, ${value}`,
  title: (when, name, first, second) => `${when}, ${low(name)}: ${first}; ${second}`,
  titleOne: (when, name, who, value) => `${when}: only ${who} has a figure for ${low(name)}, ${value}`,
  titleSame: (when, name, n, value) => `${when}: ${low(name)} is ${value} in all ${n} bodies`,
  titleNone: (when, name) => `${when}: no body has a figure for ${low(name)}`,
  titleFew: (when, name, least) => `${when}: ${low(name)} of fewer than ${least} people is told as people, not ranked`,
  inGroup: (group, title) => `${title} (${low(group)})`,
  part: (name, value) => `${low(name)} ${value}`,
  load: (value, unit, part, staff) => `${value} ${unit} (${part} ÷ ${staff})`,
  ofStaff: (staff, part) => `${part} of ${staff} people`,
  noStaffNoLoad: 'no staff: not defined',
  noPart: (name, reason) => `${low(name)}: ${low(reason)}`,
  noTotal: (reason) => `total: ${reason}`,
  differs: (total, parts) => `≠ total ${total}, parts add to ${parts}`,
  prose: (grade, name, value) => `prose ${grade}: ${low(name)} ${value}`,
  parts: 'Full-time and part-time',
  standings: { adds: 'adds up to the total', differs: 'does not add up', cannotTell: 'cannot be assessed' },
  standing: 'Sum',
  unknownLegend: 'full-time or part-time has no number',
  wholeLegend: 'ink line: printed total',
  numerator: 'Of which',
  staff: 'Staff',
  differTitle: (n) => `${n} ${s(n, 'place')} where full-time and part-time do not add up to the total:`,
  loadNote: 'Both figures are from the same report; where one has no number there is no load. With no staff it is not defined.',
  sumNote: 'Coloured: full-time and part-time as printed; where one has no number the rest is hatched, not taken as zero.',
  describe: (agencies, name, when) => `Bars: ${agencies} ${s(agencies, 'body', 'bodies')}, ${when}, ${low(name)}`,

  sameTitle: (when, of, n, name, value) => `${when}: ${low(name)} is ${value} in ${n} of ${of} bodies`,
  sameTitleNone: (when) => `${when}: no two bodies report the same number`,
  sameSub: 'Click a number to select those bodies.',
  sameItems: (n) => `${n} ${s(n, 'item')}; the table names the bodies with and without a number`,
  same: (n, of, value) => `${n} of ${of} report ${value}`,
  range: (n, lowest, highest) =>
    lowest === highest ? `${n} ${s(n, 'reports', 'report')} ${highest}` : `${n} from ${lowest} to ${highest}`,
  missing: (reason, n) => `${low(reason)} ${n}`,
  item: 'Item',
  value: 'Value',
  bodies: 'Bodies',
  who: 'Which',

  listTitle: (when, filled, of) => `${when}: ${filled} of ${of} cells on staffing have a number`,
  listSub: (items) => `${items} items · five tints by order of magnitude, for table figures alone`,
}

/** Words of the staffing page, by language. */
export const staffingWords: Readonly<Record<Lang, StaffingWords>> = { zh, en }
