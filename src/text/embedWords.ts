import type { Lang } from './label.ts'

const zh = {
  /** Under the figure. */
  open: '打开完整视图',
  openNew: '在新窗口打开完整视图',
  loading: '正在读取数据…',
  failed: '现在取不到数据，图没有画成。可在完整视图中查看。',
  notDrawn: '这张图没有画成，数字见下表。',
  offline: '网络没有接通。',
  retry: '重试',
  noValues: '这个选择没有数值。',
  noIndicators: '这个数据集的指标目录没有这张图要用的指标。可在完整视图中查看别的图。',
  ignored: (n: number) => `地址里有 ${n} 处没有用上，已略去：`,
  part: (part: string, given: string) => `${part}=${given}`,
  understood: '知道了',
  changed: (of: string) => `嵌入时的数据是另一版（${of}），数字可能已更新。`,
  keys: '方向键逐点移动，回车选定，Esc 离开，T 显示表格。',
  gridKeys: '方向键在格间移动，T 显示表格。',
  frame: '政务公开年报图表',
  report: '年报',
}

const en: typeof zh = {
  open: 'Open the full view',
  openNew: 'Open the full view in a new window',
  loading: 'Reading the data…',
  failed: 'The data cannot be had just now, so nothing was drawn. The full view may have them.',
  notDrawn: 'This figure could not be drawn; the numbers are in the table below.',
  offline: 'There is no connection.',
  retry: 'Retry',
  noValues: 'Nothing has a value in this selection.',
  noIndicators: 'The catalogue of this dataset has no indicators for this figure. The full view has others.',
  ignored: (n) => `${n} ${n === 1 ? 'part' : 'parts'} of the address could not be used and ${n === 1 ? 'was' : 'were'} left out: `,
  part: (part, given) => `${part}=${given}`,
  understood: 'Understood',
  changed: (of) => `This was embedded on other data (${of}); numbers may have changed.`,
  keys: 'Arrow keys go from point to point, Enter chooses, Esc leaves, T shows the table.',
  gridKeys: 'Arrow keys move between cells, T shows the table.',
  frame: 'Chart of open-government reports',
  report: 'Report',
}

const words = { zh, en } as const

/** Words of an embed. */
export type EmbedWords = typeof zh

/** The words of an embed in one language. */
export const embedWordsIn = (lang: Lang): EmbedWords => words[lang]
