import type { Lang } from './label.ts'

/** What the citation of a figure names. `day` is as the style of the language writes it. */
export interface CitationParts {
  readonly title: string
  readonly dataset: string
  readonly hash: string
  readonly day: string
  readonly address: string
}

interface CitationWords {
  /** What must be said behind a title. */
  readonly marks: (marks: string) => string
  /** In Chinese after GB/T 7714 (online database). `marks` follow the title, with what is between them. */
  readonly figure: (parts: CitationParts, marks: string) => string
  readonly version: (version: string) => string
}

/** The words of citations, which are in both languages whatever the page is in. */
export const citationWords: Readonly<Record<Lang, CitationWords>> = {
  zh: {
    marks: (marks) => `（${marks}）`,
    figure: ({ title, dataset, hash, day, address }, marks) =>
      `${title}${marks}[DB/OL]. 政务公开年报图谱 OGI Atlas，${dataset}，数据哈希 ${hash}. [${day}]. ${address}.`,
    version: (version) => `：${version} 版`,
  },
  en: {
    marks: (marks) => ` (${marks})`,
    figure: ({ title, dataset, hash, day, address }, marks) =>
      `“${title}”${marks}. OGI Atlas, ${dataset}, data hash ${hash}, ${day}. ${address}`,
    version: (version) => ` (Version ${version})`,
  },
}
