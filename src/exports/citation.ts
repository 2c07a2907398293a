import { formatDate } from '../text/numbers.ts'
import { exportWordsIn } from '../text/exportWords.ts'
import type { Label, Lang } from '../text/label.ts'
import { flagsOf } from './figureTables.ts'
import type { FigureToWrite } from './figureToWrite.ts'

/** What a citation needs of a figure. */
export type Cited = Pick<FigureToWrite, 'title' | 'dataset' | 'address' | 'day' | 'isLocal'> & { readonly datasetName: Label }

/** A figure as it is cited: after GB/T 7714 in Chinese (online database), and in English. Line ends never stand in it. */
export function citeFigure(cited: Cited, lang: Lang): string {
  const { title, dataset, address, day, datasetName } = cited
  const hash = dataset.sha256.slice(0, 16)
  const flags = flagsOf({ ...cited, lang })
  const said = flags.length === 0 ? '' : lang === 'zh' ? `（${exportWordsIn(lang).join(flags)}）` : ` (${exportWordsIn(lang).join(flags)})`
  const text =
    lang === 'zh'
      ? `${title}${said}[DB/OL]. 政务公开年报图谱 OGI Atlas，${datasetName.zh}，数据哈希 ${hash}. [${day}]. ${address}.`
      : `“${title}”${said}. OGI Atlas, ${datasetName.en}, data hash ${hash}, ${formatDate(day, 'en')}. ${address}`
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ')
}
