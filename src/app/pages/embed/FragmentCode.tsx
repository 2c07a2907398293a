import { safeFileName } from '../../../exports/safeFileName.ts'
import { embedBuilderWordsIn } from '../../../text/embedBuilderWords.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { CopyBox } from './CopyBox.tsx'
import { Explained } from './Explained.tsx'
import { useSavedHtml } from './useSavedHtml.ts'

/** The figure as markup: to be copied, or saved. */
export function FragmentCode({ fragment, title }: { readonly fragment: string; readonly title: string }) {
  const { lang } = useAtlas()
  const { code, out, fragment: words } = embedBuilderWordsIn(lang)
  const { saved, save } = useSavedHtml()
  const bytes = new TextEncoder().encode(fragment)
  return (
    <>
      <CopyBox name={code.fragment} text={fragment} rows={6}>
        <small>{code.size(Math.ceil(bytes.length / 1000))}</small>
        <button type="button" className="btn" onClick={() => save(safeFileName(out.fileName(title), 'html'), bytes)}>
          {code.save}
        </button>
      </CopyBox>
      {saved === '' ? null : <p className="embed-hint">{saved}</p>}
      <Explained
        facts={[
          [code.where, words.where],
          [code.needs, words.needs],
          [code.offline, words.offline],
          [code.fresh, words.fresh],
        ]}
      />
    </>
  )
}
