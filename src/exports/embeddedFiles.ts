/**
 * What an embedded view carries with it so that it asks no server: its own address, and the files of the static API that it reads, cut to
 * what the view needs, under the names by which they are published (`datasets.json`, `data/<id>/manifest.json`,
 * `data/<id>/api/answers/…`).
 *
 * In a file of its own it stands as JSON in `<script type="application/json" id="ogi-files">`. The script of `embed.html`, put into
 * that file as it is, looks for it and reads from it in place of fetching; it draws into `<div id="ogi-embed">` and, once the first
 * figure is drawn, hides `#ogi-still`, the picture that stands there where scripts are forbidden.
 */
export interface EmbeddedFiles {
  readonly ogi: 1
  /** What `embed.html` is asked for: `?indicator=…&years=…&title=0`. */
  readonly address: string
  /** The full view, absolute, with the start of the data's hash (`of=`); null where there is none, as for data of one machine. */
  readonly link: string | null
  readonly files: Readonly<Record<string, unknown>>
}

/** Ids of the elements in a file of its own. */
export const embeddedIds = { files: 'ogi-files', host: 'ogi-embed', still: 'ogi-still', notice: 'ogi-notice' } as const

/** What a view carries, as it is written. */
export const carry = (address: string, fullView: string | null, files: EmbeddedFiles['files']): EmbeddedFiles => ({
  ogi: 1,
  address,
  link: fullView,
  files,
})
