import { embedBuilderWordsIn } from '../../../text/embedBuilderWords.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { embedKinds, type EmbedKind } from './embedChoices.ts'

/** The three ways of placing a figure, side by side, with what each is for. */
export function KindChoice({ kind, choose }: { readonly kind: EmbedKind; readonly choose: (kind: EmbedKind) => void }) {
  const { lang } = useAtlas()
  const { kinds } = embedBuilderWordsIn(lang)
  return (
    <fieldset className="embed-kinds">
      <legend className="visually-hidden">{kinds.title}</legend>
      {embedKinds.map((one) => (
        <label key={one} className={one === kind ? 'embed-kind chosen' : 'embed-kind'}>
          <input type="radio" name="embed-kind" value={one} checked={one === kind} onChange={() => choose(one)} />
          <b>{kinds.names[one]}</b>
          <small>{kinds.facts[one]}</small>
          <span>{kinds.about[one]}</span>
        </label>
      ))}
    </fieldset>
  )
}
