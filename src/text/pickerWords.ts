import type { Lang } from './label.ts'

/** Words of the pickers in Chinese: the shape that English must match. */
const zh = {
  order: '次序',
  orders: { value: '从高到低', lowest: '从低到高', list: '机关次序' },
  growBy: '排列',
  growKinds: { region: '按地区', supervisor: '按上级', system: '按系统', level: '按层级' },
  tree: {
    noRegion: '地区不明',
    noSystem: '系统不明',
    withThoseBelow: (body: string) => `${body}及下级`,
    otherBodies: '没有记载上级、也没有记载下级',
  },
  search: '名称、简称、曾用名或拼音首字母',
  chosen: (n: number, of: number) => (n === 0 ? `没有选定，显示全部 ${of} 个` : `已选 ${n}/${of} 个`),
  found: (n: number) => `找到 ${n} 个`,
  all: (found: number | null) => (found === null ? '全选' : `选上找到的 ${found} 个`),
  none: (found: number | null) => (found === null ? '全不选' : `去掉找到的 ${found} 个`),
  invert: '反选',
  done: '完成',
  inGroup: (chosen: number, n: number) => (chosen === 0 || chosen === n ? `${n} 个` : `${chosen}/${n} 个`),
  reports: (n: number) => `${n} 份年报`,
  former: (names: string) => `曾用名 ${names}`,
  noMatch: (typed: string) => `没有与“${typed}”相符的机关。`,
  ofActive: (name: string) => `${name}：`,
  onlyThis: '只选它',
  onlyGroup: (n: number) => `只选这 ${n} 个`,
  withBelow: (n: number) => `连同下级，共 ${n} 个`,
  activeHelp: '方向键移动和展开，空格勾选。',
  longLink: (length: number) => `链接有 ${length} 个字符，有的服务器不接受；可把这一组存为文件交给别人。`,

  setsTitle: '机关组',
  setName: '组名',
  setSave: '存为文件',
  setSaveNone: '先勾选机关，才能存为一组。',
  setRead: '读取文件',
  setsRead: (n: number) => `读到 ${n} 组：`,
  setEntry: (name: string, n: number) => `${name}（${n} 个）`,
  setDefaultName: (n: number) => `${n} 个机关`,
  setFile: '机关组',
  setProblems: {
    not_json: '这个文件不是 JSON，没有读到机关组；原来的选择没有改动。请选择由“存为文件”得到的文件。',
    other_format: '这个文件不是机关组文件，没有读到机关组；原来的选择没有改动。请选择由“存为文件”得到的文件。',
    newer_version: '这个文件由更新版本写成，读不了；原来的选择没有改动。请更新后再读。',
    too_large: '这个文件太大，不像机关组文件，没有读取；原来的选择没有改动。',
  },
  setRefused: (n: number) => `有 ${n} 组写法不对，已略去，其余照读。`,
  setUnknown: (name: string, ids: readonly string[], more: number) =>
    `“${name}”中有 ${ids.length + more} 个机关不在当前数据集，已略去：${ids.join('、')}${more > 0 ? ` 等` : ''}。其余保留。`,
  setEmpty: (name: string) => `“${name}”中没有一个机关在当前数据集，不能选用。`,
  setOtherData: (dataset: string) => `文件做于数据集“${dataset}”，与当前数据集不同。`,

  years: '年份',
  fromYear: '起始年',
  toYear: '终止年',
  yearsAll: (years: string) => `全部年份 ${years}`,
  yearReports: (year: number, n: number) => (n === 0 ? `${year} 年，没有年报` : `${year} 年，${n} 份年报`),
  yearOnly: (year: number, n: number) => `只看 ${year} 年，${n === 0 ? '没有年报' : `${n} 份年报`}`,
  yearsChosen: (years: string, reports: number, empty: number) =>
    `${years} 年，${reports} 份年报${empty > 0 ? `；其中 ${empty} 年没有收录年报` : ''}`,
  yearBad: (typed: string, from: number, to: number) => `“${typed}”不是 ${from} 至 ${to} 之间的年份，没有改动。`,
  yearsHelp: '拖动两端，或用方向键逐年移动，也可直接填写。点一年只看这一年。斜纹为没有收录年报的年份。',

  against: '并排',
  againstNone: '不并排',
  againstOwn: '同一机关的其他年度',
  againstSameForm: '其他机关，同一表式',
  againstOtherForm: '其他机关，不同表式',
  againstHelp: '不同表式只比较两边都有、口径可比的格子。',

  datasets: '数据集',
}

export type PickerWords = typeof zh

const en: PickerWords = {
  order: 'Order',
  orders: { value: 'highest first', lowest: 'lowest first', list: 'as listed' },
  growBy: 'Arrange',
  growKinds: { region: 'by region', supervisor: 'by supervisor', system: 'by field', level: 'by level' },
  tree: {
    noRegion: 'Region not known',
    noSystem: 'Field not known',
    withThoseBelow: (body) => `${body} and those below`,
    otherBodies: 'No supervisor and nobody below on record',
  },
  search: 'Name, short or former name, pinyin initials',
  chosen: (n, of) => (n === 0 ? `none chosen: all ${of} are shown` : `${n} of ${of} chosen`),
  found: (n) => `${n} found`,
  all: (found) => (found === null ? 'All' : `Choose the ${found} found`),
  none: (found) => (found === null ? 'None' : `Drop the ${found} found`),
  invert: 'Invert',
  done: 'Done',
  inGroup: (chosen, n) => (chosen === 0 || chosen === n ? `${n}` : `${chosen} of ${n}`),
  reports: (n) => (n === 1 ? '1 report' : `${n} reports`),
  former: (names) => `formerly ${names}`,
  noMatch: (typed) => `No body matches “${typed}”.`,
  ofActive: (name) => `${name}: `,
  onlyThis: 'only this one',
  onlyGroup: (n) => `only these ${n}`,
  withBelow: (n) => `with those below it, ${n} in all`,
  activeHelp: 'Arrow keys move and open, space ticks.',
  longLink: (length) => `The link has ${length} characters, which some servers refuse; the set can be saved to a file and handed on.`,

  setsTitle: 'Sets of bodies',
  setName: 'Name of the set',
  setSave: 'Save to a file',
  setSaveNone: 'Tick bodies first; then they can be saved as a set.',
  setRead: 'Read a file',
  setsRead: (n) => (n === 1 ? '1 set was read:' : `${n} sets were read:`),
  setEntry: (name, n) => `${name} (${n})`,
  setDefaultName: (n) => (n === 1 ? '1 body' : `${n} bodies`),
  setFile: 'bodies',
  setProblems: {
    not_json: 'This file is not JSON, so no set was read; your choice is as it was. Take a file made by “Save to a file”.',
    other_format: 'This file holds no sets of bodies, so none was read; your choice is as it was. Take a file made by “Save to a file”.',
    newer_version:
      'This file was written by a newer version and cannot be read here; your choice is as it was. Update, then read it again.',
    too_large: 'This file is too large for a file of sets and was not read; your choice is as it was.',
  },
  setRefused: (n) =>
    n === 1 ? '1 set is not written as it should be and was left out.' : `${n} sets are not written as they should be and were left out.`,
  setUnknown: (name, ids, more) =>
    `“${name}” names ${ids.length + more === 1 ? '1 body' : `${ids.length + more} bodies`} that this dataset does not have; left out: ${ids.join(', ')}${more > 0 ? ' and others' : ''}. The others were kept.`,
  setEmpty: (name) => `“${name}” names no body of this dataset, so it cannot be chosen.`,
  setOtherData: (dataset) => `The file was made on the dataset “${dataset}”, which is not the open one.`,

  years: 'Years',
  fromYear: 'First year',
  toYear: 'Last year',
  yearsAll: (years) => `All years ${years}`,
  yearReports: (year, n) => (n === 0 ? `${year}, no report` : n === 1 ? `${year}, 1 report` : `${year}, ${n} reports`),
  yearOnly: (year, n) => `Only ${year}, ${n === 0 ? 'no report' : n === 1 ? '1 report' : `${n} reports`}`,
  yearsChosen: (years, reports, empty) =>
    `${years}, ${reports === 1 ? '1 report' : `${reports} reports`}${empty > 0 ? `; no report is loaded for ${empty === 1 ? '1 year' : `${empty} years`} of them` : ''}`,
  yearBad: (typed, from, to) => `“${typed}” is no year between ${from} and ${to}; nothing was changed.`,
  yearsHelp:
    'Drag the two ends, move them with the arrow keys, or type. A click on a year takes that year alone. Hatched: no report of that year is loaded.',

  against: 'Beside',
  againstNone: 'nothing beside it',
  againstOwn: 'Other years of this body',
  againstSameForm: 'Other bodies, the same form',
  againstOtherForm: 'Other bodies, another form',
  againstHelp: 'Between two forms only cells that both have, and that count alike, are compared.',

  datasets: 'Datasets',
}

const words: Readonly<Record<Lang, PickerWords>> = { zh, en }

/** Words of the pickers and of the dataset list. */
export const pickerWords = (lang: Lang): PickerWords => words[lang]
