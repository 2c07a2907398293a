import { citationWords } from '../text/citationWords.ts'
import { exportWordsIn } from '../text/exportWords.ts'
import type { Label, Lang } from '../text/label.ts'
import { formatDate } from '../text/numbers.ts'
import { flagsOf } from './figureTables.ts'
import type { FigureToWrite } from './figureToWrite.ts'

/** What a citation needs of a figure. */
export type Cited = Pick<FigureToWrite, 'title' | 'dataset' | 'address' | 'day' | 'isLocal'> & { readonly datasetName: Label }

/** A figure as it is cited: after GB/T 7714 in Chinese (online database), and in English. Line ends never stand in it. */
export function citeFigure(cited: Cited, lang: Lang): string {
  const { title, dataset, address, day, datasetName } = cited
  const own = citationWords[lang]
  const flags = flagsOf({ ...cited, lang })
  const text = own.figure(
    {
      title,
      dataset: datasetName[lang],
      hash: dataset.sha256.slice(0, 16),
      day: lang === 'zh' ? day : formatDate(day, lang),
      address,
    },
    flags.length === 0 ? '' : own.marks(exportWordsIn(lang).join(flags)),
  )
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ')
}
