/** Parameters of an embed beside those of the app's own address. */
export const embedParts = ['controls', 'title', 'height', 'accent', 'surface', 'ink', 'host'] as const

/** Parameters of the app's address that say what an embed shows. */
export const viewParts = [
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
  'axes',
  'per',
  'same',
  'of',
  'lang',
  'theme',
  'data',
] as const
