import { xmlText } from '../../../exports/xmlText.ts'

/** What the lines of code that lead to a figure are made of. */
export interface SnippetParts {
  readonly title: string
  /** In px. */
  readonly height: number
  /** What stands there where nothing else can be seen, and where it leads. */
  readonly open: string
  readonly fullView: string
}

const frame = (address: string, { title, height }: Pick<SnippetParts, 'title' | 'height'>): string =>
  `<iframe src="${xmlText(address)}" title="${xmlText(title)}" width="100%" height="${height}" frameborder="0" loading="lazy"></iframe>`

const fallback = ({ fullView, open, title }: SnippetParts): string =>
  `<p><small>${xmlText(title)} <a href="${xmlText(fullView)}">${xmlText(open)}</a></small></p>`

/** A frame that shows the file beside the page. */
export const fileSnippet = (name: string, parts: Pick<SnippetParts, 'title' | 'height'>): string =>
  frame(name.replace(/[%#?\s]/g, encodeURIComponent), parts)

/** A frame that shows this site's embed, with a sentence and a link where frames are refused. */
export const frameSnippet = (address: string, parts: SnippetParts): string => `${frame(address, parts)}\n${fallback(parts)}`

/** The component and its script; until it runs, and where it cannot, its link stands there. */
export const componentSnippet = (script: string, query: string, parts: SnippetParts): string =>
  `<script src="${xmlText(script)}" async></script>\n<ogi-chart src="${xmlText(query)}">${fallback(parts)}</ogi-chart>`

/** Directives that a host's policy needs beside `default-src 'self'`; `origin` is that of this site. */
export const directives = {
  file: ({ script, style }: { readonly script: string; readonly style: string }): string => `script-src ${script}; style-src ${style}`,
  frame: (origin: string): string => `frame-src ${origin}`,
  component: (origin: string): string => `script-src ${origin}; style-src ${origin}; connect-src ${origin}`,
} as const
