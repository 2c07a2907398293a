import type { CopiedTable } from '../../exports/copiedTable.ts'

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
export function copyByEvent(html: string, text: string): boolean {
  let filled = false
  const fill = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/html', html)
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    filled = true
  }
  document.addEventListener('copy', fill, { once: true })
  try {
    // eslint-disable-next-line typescript/no-deprecated
    return document.execCommand('copy') && filled
  } catch {
    return false
  } finally {
    document.removeEventListener('copy', fill)
  }
}
