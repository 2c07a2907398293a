/** Parameters of an embed beside those of the app's own address. */
export const embedParts = ['controls', 'title', 'height', 'accent', 'surface', 'ink', 'host'] as const

/** Heights that an embed may be given, in px; `usual` is that of one which told none. */
export const embedHeights = { least: 120, most: 4000, usual: 420 } as const

/** Parameters of the app's address that say what an embed shows. */
export const viewParts = [
  'figure',
  'indicator',
  'agencies',
  'focus',
  'years',
  'at',
  'chart',
  'prose',
  'blanks',
  'applicant',
  'bench',
  'sort',
  'by',
  'topic',
  'axes',
  'per',
  'same',
  'of',
  'lang',
  'theme',
  'data',
] as const
