import { embedBuilderWordsIn } from '../text/embedBuilderWords.ts'
import type { Lang } from '../text/label.ts'
import { embeddedIds, type EmbeddedFiles } from './embeddedFiles.ts'
import { xmlText } from './xmlText.ts'

/** What a file of its own is made of. */
export interface EmbedFileParts {
  readonly title: string
  readonly lang: Lang
  /** The figure as it stands where scripts are forbidden. */
  readonly fragment: string
  readonly files: EmbeddedFiles
  /** What stands below the figure whoever draws it, as that its data are not published; null: nothing. */
  readonly notice: string | null
  /** The script of `embed.html` and its styles, as they are served. */
  readonly script: string
  readonly styles: string
  /** SHA-256 of a text in UTF-8, in base64. */
  readonly hashOf: (text: string) => string
}

/** A file of its own, and what a policy must name so that it runs. */
export interface EmbedFile {
  readonly html: string
  /** Sources for `script-src` and `style-src`. */
  readonly script: string
  readonly style: string
}

const stillStyle = `:root{color-scheme:light dark}body{margin:0;font:14px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif}#${embeddedIds.still},#${embeddedIds.notice}{margin:0;padding:8px 12px}#${embeddedIds.still} figure{margin:0}#${embeddedIds.still} svg{max-width:100%}#${embeddedIds.still} table{border-collapse:collapse}`

/**
 * One page that holds everything: the figure as a still, the data, and the script that draws it anew. Its own policy lets nothing run
 * or load but these two pieces; where a stricter one forbids them, a sentence, the still and its link are what is seen.
 * @throws {Error} for a script that cannot stand in a page.
 */
export function embedFile({ title, lang, fragment, files, notice, script, styles, hashOf }: EmbedFileParts): EmbedFile {
  const code = readyScript(script)
  const style = readyStyle(`${styles}\n${stillStyle}`)
  const sources = { script: `'sha256-${hashOf(code)}'`, style: `'sha256-${hashOf(style)}'` }
  const policy = `default-src 'none'; script-src ${sources.script}; style-src ${sources.style}; base-uri 'none'; form-action 'none'`
  const { host, still, files: data } = embeddedIds
  const html = `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${xmlText(title)}</title>
<style>${style}</style>
</head>
<body>
<div id="${host}"></div>
<div id="${still}">
<p>${xmlText(embedBuilderWordsIn(lang).out.noScript)}</p>
${fragment}</div>
${notice === null ? '' : `<p id="${embeddedIds.notice}">${xmlText(notice)}</p>\n`}<script type="application/json" id="${data}">${jsonForMarkup(files)}</script>
<script>${code}</script>
</body>
</html>
`
  return { html, ...sources }
}

/** JSON in which no mark ends or opens anything in a page. */
const jsonForMarkup = (value: unknown): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')

/**
 * A script as it may stand in a page: line ends as the page's reader makes them, so that its hash is that of what runs, and nothing in
 * its strings that would end the element. @throws {Error} where that would change what it does.
 */
export function readyScript(text: string): string {
  const code = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/<\/(?=script)/gi, '<\\/')
    .replace(/<!--/g, '<\\!--')
  if (code.includes('\0') || /(^|[;\n])\s*(import|export)\b(?!\s*\()/.test(code))
    throw new Error('this script cannot stand in a page by itself')
  return code
}

/** Styles as they may stand in a page. @throws {Error} for those that would end their element. */
function readyStyle(text: string): string {
  const style = text.replace(/\r\n?/g, '\n')
  if (/<\/style/i.test(style) || style.includes('\0')) throw new Error('these styles cannot stand in a page')
  return style
}
