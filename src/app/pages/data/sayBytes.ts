import { formatNumber } from '../../../text/numbers.ts'
import type { Lang } from '../../../text/label.ts'

/** The size of a file with two digits that say something: `340 B`, `16 kB`, `2.7 MB`; 1 kB is 1,000 bytes. */
export function sayBytes(bytes: number, lang: Lang): string {
  const [size, unit] = bytes < 1000 ? [bytes, 'B'] : bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB']
  return `${formatNumber(size < 10 && unit !== 'B' ? Math.round(size * 10) / 10 : Math.round(size), lang)} ${unit}`
}
