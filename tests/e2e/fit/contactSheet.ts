import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../../sourceFiles.ts'

/** Where the pictures lie. */
export const screens = path.join(projectRoot, 'test-results/screens')

/** Readies the folder of the pictures. */
export const makeScreens = (): void => void mkdirSync(screens, { recursive: true })

const escapeText = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Writes what was found on a page beside its pictures. */
export const noteFaults = (page: string, faults: readonly string[]): void =>
  writeFileSync(path.join(screens, `${page}.txt`), faults.join('\n'))

const style =
  'body{font:14px/1.45 system-ui,sans-serif;margin:16px}nav a{margin-right:12px}section{border-top:2px solid;margin-top:24px}div{display:flex;flex-wrap:wrap;gap:16px;align-items:start}figure{margin:0}img{display:block;width:260px;max-height:520px;object-fit:cover;object-position:top;border:1px solid #999}pre{white-space:pre-wrap}'

/** One page with every picture, a part per view, and what was found there. */
export function writeContactSheet(): void {
  const pictures = existsSync(screens)
    ? readdirSync(screens)
        .filter((file) => file.endsWith('.png'))
        .sort()
    : []
  const pages = new Map<string, string[]>()
  for (const file of pictures) {
    const page = file.replace(/-(zh|en)-(light|dark|care)-\d+\.png$/, '')
    pages.set(page, [...(pages.get(page) ?? []), file])
  }
  const parts = [...pages].map(([page, files]) => {
    const note = path.join(screens, `${page}.txt`)
    const faults = existsSync(note) ? readFileSync(note, 'utf8') : ''
    const figures = files.map(
      (file) => `<figure><a href="${file}"><img loading="lazy" src="${file}" alt="${file}"></a>${file.slice(page.length + 1, -4)}</figure>`,
    )
    return `<section id="${page}"><h2>${page}</h2>${faults ? `<pre>${escapeText(faults)}</pre>` : ''}<div>${figures.join('')}</div></section>`
  })
  const links = [...pages.keys()].map((page) => `<a href="#${page}">${page}</a>`)
  const whole = `<!doctype html><meta charset="utf-8"><title>Every page</title><style>${style}</style><nav>${links.join(' ')}</nav>${parts.join('')}`
  writeFileSync(path.join(screens, 'index.html'), whole)
}
