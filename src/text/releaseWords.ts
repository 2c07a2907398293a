import type { Lang } from './label.ts'

interface ReleaseWords {
  readonly replaced: string
  readonly reload: string
}

/** Words for a page that stayed open while another release was published. */
export const releaseWords: Readonly<Record<Lang, ReleaseWords>> = {
  zh: {
    replaced: '已发布新版本，这个页面还是旧版，有的内容不能再读取。重新载入后地址和选择不变。',
    reload: '重新载入',
  },
  en: {
    replaced:
      'A new version was published; this page is still the earlier one, and some of it can no longer be read. Loading it again keeps the address and the selection.',
    reload: 'Load again',
  },
}
