import { fingerprintOf } from '../../../dataset/dataVersion.ts'
import { sha256Hex } from '../../../engine/sha256.ts'
import { embedFile, type EmbedFile } from '../../../exports/embedFile.ts'
import { embedFragment } from '../../../exports/embedFragment.ts'
import type { ShownFigure } from '../../../embed/figures/askedFigure.ts'
import { embedBuilderWordsIn } from '../../../text/embedBuilderWords.ts'
import { wordsIn } from '../../../text/words.ts'
import { today } from '../../today.ts'
import { partOfFigure } from '../../../embed/figures/openFigure.ts'
import type { PageFigure } from '../../../selection/pageFigures.ts'
import { carryFiles } from './carryFiles.ts'
import { drawPicture, listSigns, paletteFor, type EmbeddedView } from './drawEmbedded.ts'
import type { EmbedChoices } from './embedChoices.ts'

/** What must be known besides the view to hand it out. */
export interface HandedOut {
  /** The full view, absolute; null where nobody else could open it. */
  readonly fullView: string | null
  readonly query: string
  /** Are unpublished data of this machine in it? */
  readonly isLocal: boolean
}

/** The figure as markup for a page. */
export function makeFragment(
  view: EmbeddedView,
  shown: ShownFigure,
  choices: EmbedChoices,
  { fullView, query, isLocal }: HandedOut,
): string {
  const { lang } = choices
  const { manifest } = view.dataset
  const { out } = embedBuilderWordsIn(lang)
  const id = `ogi-${sha256Hex(new TextEncoder().encode(`${fingerprintOf(manifest)}${query}`)).slice(0, 8)}`
  return embedFragment({
    figure: shown.figure,
    drawing: drawPicture(shown, choices, id),
    legend: listSigns(shown, view, choices),
    surface: paletteFor(choices).surface,
    lang,
    hasTitle: choices.title,
    flags: [manifest.synthetic ? wordsIn(lang).rail.synthetic : '', isLocal ? out.local : ''].filter(Boolean),
    fullView,
    stamp: out.stamp(fingerprintOf(manifest).slice(0, 8), today()),
    id,
  })
}

/** The figure as a file of its own, around the script of `embed.html`. */
export function makeFile(
  view: EmbeddedView,
  shown: ShownFigure,
  choices: EmbedChoices,
  handed: HandedOut,
  runtime: EmbedRuntime,
): EmbedFile {
  return embedFile({
    title: shown.figure.title,
    lang: choices.lang,
    fragment: makeFragment(view, shown, choices, handed),
    files: carryFiles(view, handed.query, handed.fullView),
    notice: handed.isLocal ? embedBuilderWordsIn(choices.lang).out.local : null,
    ...runtime,
    hashOf: hashInBase64,
  })
}

const hashInBase64 = (text: string): string => {
  const hex = sha256Hex(new TextEncoder().encode(text))
  return btoa(hex.replace(/../g, (two) => String.fromCharCode(Number.parseInt(two, 16))))
}

/** What draws an embed, as text. */
export interface EmbedRuntime {
  readonly script: string
  readonly styles: string
}

/**
 * The script that `embed.html` starts, with the part that makes the figure before it, and its styles.
 * @throws {Error} when there is none, or what comes is something else.
 */
export async function fetchEmbedRuntime(base: string, figure: PageFigure | null, fetchFile: typeof fetch = fetch): Promise<EmbedRuntime> {
  const address = new URL('embed.html', base).href
  const page = new DOMParser().parseFromString(await fetchText(address, 'text/html', fetchFile), 'text/html')
  const only = (selector: string): Element => {
    const [found, ...others] = page.querySelectorAll(selector)
    if (found === undefined || others.length > 0) throw new Error(`embed.html names no file for ${selector}, or more than one`)
    return found
  }
  const fetchNamed = (element: Element, attribute: string, type: string): Promise<string> => {
    const file = element.getAttribute(attribute)
    if (file === null) throw new Error(`embed.html names no file by ${attribute}`)
    return fetchText(new URL(file, address).href, type, fetchFile)
  }
  const main = only('script[src]')
  const [script, own, styles] = await Promise.all([
    fetchNamed(main, 'src', 'javascript'),
    fetchNamed(main, `data-${partOfFigure(figure)}`, 'javascript'),
    fetchNamed(only('link[rel="stylesheet"]'), 'href', 'css'),
  ])
  return { script: `${own}\n${script}`, styles }
}

async function fetchText(url: string, type: string, fetchFile: typeof fetch): Promise<string> {
  const response = await fetchFile(url)
  // A server that answers everything with its first page would otherwise hand that out as a script.
  if (!response.ok || !(response.headers.get('content-type') ?? '').includes(type)) throw new Error(`${url}: not there`)
  return response.text()
}
