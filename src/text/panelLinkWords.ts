import type { Lang } from './label.ts'

const zh = {
  open: '下载',
  openOf: (title: string) => `下载：${title}`,
  cite: '引用',
  citeOf: (title: string) => `引用：${title}`,
  embed: '嵌入',
  failed: '没有读到所需的文件，请检查网络后重试。',
}

/** What the links in the foot of a panel are called; what they open has words of its own, fetched with it. */
type PanelLinkWords = typeof zh

const en: PanelLinkWords = {
  open: 'Download',
  openOf: (title) => `Download: ${title}`,
  cite: 'Cite',
  citeOf: (title) => `Cite: ${title}`,
  embed: 'Embed',
  failed: 'A file that is needed could not be had; check the network and try again.',
}

const words: Readonly<Record<Lang, PanelLinkWords>> = { zh, en }

/** The words of the links in the foot of a panel, in one language. */
export const panelLinkWordsIn = (lang: Lang): PanelLinkWords => words[lang]
