import { fingerprintOf } from '../../../dataset/dataVersion.ts'
import type { Manifest } from '../../../dataset/manifest.ts'
import { citationWords } from '../../../text/citationWords.ts'
import { exportWordsIn } from '../../../text/exportWords.ts'
import type { Lang } from '../../../text/label.ts'

/**
 * What a citation of a dataset is made from. `address`: where the data are; `day`: the day of reading, `YYYY-MM-DD`; `last`: the day on
 * which the last of its reports was published, null where a report does not say its day.
 */
export interface CitedDataset {
  readonly manifest: Pick<Manifest, 'id' | 'title' | 'synthetic' | 'version' | 'dataSha256' | 'contentSha256'>
  readonly last: string | null
  readonly address: string
  readonly day: string
}

/** The three ways to cite, each as one text. They name no author: the dataset has none, and its title stands first. */
export interface Citations {
  readonly gbt: string
  readonly bibtex: string
  readonly apa: string
}

/** A citation with version, fingerprint and date; what is made up is said to be so. */
export function citeDataset({ manifest, last, address, day }: CitedDataset): Citations {
  const { id, title, synthetic, version } = manifest
  const year = last?.slice(0, 4) ?? null
  const nameIn = (lang: Lang): string =>
    synthetic ? `${title[lang]}${citationWords[lang].marks(exportWordsIn(lang).synthetic)}` : title[lang]
  const sayVersion = (lang: Lang): string => (version === null ? '' : citationWords[lang].version(version))
  const [chinese, english] = [nameIn('zh'), nameIn('en')]
  const fingerprint = fingerprintOf(manifest).slice(0, 16)
  const fields: readonly (readonly [name: string, value: string | null])[] = [
    ['title', `{${escapeTex(english)}}`],
    ['year', year],
    ['version', version === null ? null : escapeTex(version)],
    ['url', address],
    ['urldate', day],
    ['note', `SHA-256 ${fingerprint}`],
  ]
  return {
    gbt: `${chinese}${sayVersion('zh')}[DS/OL].${last === null ? '' : `(${last})`}[${day}]. ${address}. SHA-256: ${fingerprint}.`,
    bibtex: `@misc{${id}-${fingerprint.slice(0, 8)},\n${fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}},`])).join('\n')}\n}`,
    apa: `${english}${sayVersion('en')} [Data set]. (${year ?? 'n.d.'}). SHA-256 ${fingerprint}. Retrieved ${inEnglish(day)}, from ${address}`,
  }
}

const escapeTex = (text: string): string => text.replace(/[\\{}]/g, '').replace(/[&%$#_]/g, (mark) => `\\${mark}`)

/** `2026-11-21` as November 21, 2026, which is how APA writes days. */
const inEnglish = (day: string): string =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
