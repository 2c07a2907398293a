/** What stands under the title, and the notes, as they are shown. */
export function readShownWords(figure: HTMLElement): { readonly subtitle: string; readonly notes: readonly string[] } {
  const subtitle = figure.querySelector('.panelhead .sub')?.cloneNode(true)
  if (subtitle instanceof Element) for (const tag of subtitle.querySelectorAll('.tag')) tag.remove()
  const notes = figure.querySelector('.note')
  const paragraphs = notes ? [...notes.querySelectorAll('p, li')] : []
  const said = paragraphs.length > 0 ? paragraphs : notes ? [notes] : []
  return { subtitle: tidy(subtitle?.textContent), notes: said.map((note) => tidy(note.textContent)).filter(Boolean) }
}

const tidy = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim()
