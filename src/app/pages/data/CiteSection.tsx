import { fingerprintOf } from '../../../dataset/dataVersion.ts'
import { useLocalData } from '../../local/localData.ts'
import { dataWords } from '../../../text/dataWords.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { today } from '../../today.ts'
import { citeDataset } from './citations.ts'
import { CopyBlock } from './CopyBlock.tsx'
import { Section } from './Section.tsx'

/** How to cite the dataset, in three styles; not where it holds what nobody else can open. */
export function CiteSection() {
  const { dataset, lang, start, addressOf } = useAtlas()
  const local = useLocalData()
  const said = dataWords[lang]
  const { manifest } = dataset
  const isLocal = !dataset.hasEveryFile || local.packages.some(({ id }) => id === manifest.id)
  const isDated = dataset.reports.every((report) => report.published_on !== null)
  const cited = citeDataset({
    manifest,
    last: isDated ? manifest.dates.last : null,
    // Only what the data are, not what is chosen in them.
    address: new URL(
      addressOf({ ...start, page: 'data', data: manifest.id, of: fingerprintOf(manifest).slice(0, 8) }),
      window.location.href,
    ).href,
    day: today(),
  })
  return (
    <Section id="cite" title={said.citeTitle} {...(isLocal ? {} : { subtitle: said.citeSub })} className="c5">
      {isLocal ? <p className="prosetext">{said.citeLocal}</p> : null}
      {!isLocal && manifest.synthetic ? <p className="datanote">{said.citeSynthetic}</p> : null}
      {isLocal
        ? null
        : (['gbt', 'bibtex', 'apa'] as const).map((style) => (
            <CopyBlock key={style} name={said.styles[style]} label={`${said.citeTitle} ${said.styles[style]}`} text={cited[style]} wrap />
          ))}
    </Section>
  )
}
