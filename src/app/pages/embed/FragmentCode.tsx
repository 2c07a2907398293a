import { useState } from 'react'
import { safeFileName } from '../../../exports/safeFileName.ts'
import { embedBuilderWordsIn } from '../../../text/embedBuilderWords.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { saveFile } from '../import/saveFile.ts'
import { CopyBox } from './CopyBox.tsx'
import { Explained } from './Explained.tsx'

/** The figure as markup: to be copied, or saved. */
export function FragmentCode({ fragment, title }: { readonly fragment: string; readonly title: string }) {
  const { lang, announce } = useAtlas()
  const { code, out, fragment: words } = embedBuilderWordsIn(lang)
  const [saved, setSaved] = useState('')
  const bytes = new TextEncoder().encode(fragment)
  const save = (): void => {
    const name = safeFileName(out.fileName(title), 'html')
    saveFile(name, 'text/html', bytes)
    setSaved(code.saved(name))
    announce(code.saved(name))
  }
  return (
    <>
      <CopyBox name={code.fragment} text={fragment} rows={6}>
        <small>{code.size(Math.ceil(bytes.length / 1000))}</small>
        <button type="button" className="btn" onClick={save}>
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
