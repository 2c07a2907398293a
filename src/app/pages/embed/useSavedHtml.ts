import { useState } from 'react'
import { embedBuilderWordsIn } from '../../../text/embedBuilderWords.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { saveFile } from '../import/saveFile.ts'

/** Saves markup as a file, and what to say once that was done; empty before. */
export function useSavedHtml(): { readonly saved: string; readonly save: (name: string, bytes: Uint8Array) => void } {
  const { lang, announce } = useAtlas()
  const { code } = embedBuilderWordsIn(lang)
  const [saved, setSaved] = useState('')
  const save = (name: string, bytes: Uint8Array): void => {
    saveFile(name, 'text/html', bytes)
    setSaved(code.saved(name))
    announce(code.saved(name))
  }
  return { saved, save }
}
