import { citeFigure } from '../../exports/citation.ts'
import { copyTable, type CopiedTable } from '../../exports/copiedTable.ts'
import { flagsOf } from '../../exports/figureTables.ts'
import { xmlText } from '../../exports/xmlText.ts'
import type { Atlas } from '../AtlasContext.ts'
import { gatherFigure } from './gatherFigure.ts'
import type { PanelFile } from './panelFile.ts'
import { readShownWords } from './shownWords.ts'

/** What is copied of a panel's figure: its table, and how it is cited in both languages. */
export function copyPanel(file: PanelFile, figure: HTMLElement, atlas: Atlas): { readonly table: CopiedTable; readonly citation: string } {
  const { subtitle, notes } = readShownWords(figure)
  const written = gatherFigure(file, { subtitle, notes }, atlas, 'shown', file.rows)
  const cited = { ...written, datasetName: atlas.dataset.manifest.title }
  const citation = `${citeFigure(cited, 'zh')}\n${citeFigure(cited, 'en')}`
  const flags = flagsOf(written)
  return {
    table: copyTable(file.table, {
      title: written.title,
      subtitle,
      flags,
      source: written.source,
      citation: citeFigure(cited, atlas.lang),
    }),
    citation,
  }
}

/**
 * Copies a table for documents and for spreadsheets. On plain HTTP there is no clipboard to write to, but a page may still fill what
 * its own copying carries. False where the browser refuses both.
 */
export async function copyRich({ html, tsv }: CopiedTable): Promise<boolean> {
  try {
    if ('clipboard' in navigator && 'ClipboardItem' in window) {
      const item = new ClipboardItem({
        'text/html': new Blob([html], { type: 'text/html' }),
        'text/plain': new Blob([tsv], { type: 'text/plain' }),
      })
      await navigator.clipboard.write([item])
      return true
    }
  } catch {
    // Refused: the older way may still work.
  }
  return copyByEvent(html, tsv)
}

/** Fills the clipboard from a copying of the page. */
function copyByEvent(html: string, text: string): boolean {
  let filled = false
  const fill = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/html', html)
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    filled = true
  }
  document.addEventListener('copy', fill, { once: true })
  try {
    // oxlint-disable-next-line typescript/no-deprecated
    return document.execCommand('copy') && filled
  } catch {
    return false
  } finally {
    document.removeEventListener('copy', fill)
  }
}

/** Copies a text of lines. */
export const copyPlain = (text: string): Promise<boolean> =>
  copyRich({
    html: text
      .split('\n')
      .map((line) => `<p>${xmlText(line)}</p>`)
      .join(''),
    tsv: text,
  })
