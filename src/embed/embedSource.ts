import type { Source } from '../dataset/openDataset.ts'
import { embeddedIds, type EmbeddedFiles } from '../exports/embeddedFiles.ts'

/** Where an embed finds its address, its data and the app. */
export interface Surroundings {
  /** The query of its address. */
  readonly address: string
  readonly source: Source
  /** The folder of the app; null where the embed carries its data and knows no app. */
  readonly site: string | null
  /** The full view; null: worked out from what is shown. */
  readonly link: string | null
  /** Made by `<ogi-chart>`: messages go through a port. */
  readonly isElement: boolean
  /** A file of its own, with its data inside. */
  readonly isFile: boolean
}

/** Stands for the folder of files that lie in the page itself; nothing is ever asked of it. */
const insideBase = 'ogi://files/'

/** What the page says of where it stands. `script` is the address of the embed's script, null where that lies in the page. */
export function readSurroundings(page: Document, script: string | null, fetchFile: typeof fetch): Surroundings {
  const files = readFiles(page)
  if (files) {
    const { address, link } = files
    return { address, link, source: { fetch: readInside(files.files), base: insideBase }, site: null, isElement: false, isFile: true }
  }
  const { ogiAddress } = page.documentElement.dataset
  const here = script ?? new URL('./assets/embed/', page.baseURI).href
  const site = new URL('../../', here).href
  return {
    address: ogiAddress ?? page.location.search,
    source: { fetch: fetchFile, base: site },
    site,
    link: null,
    isElement: ogiAddress !== undefined,
    isFile: false,
  }
}

function readFiles(page: Document): EmbeddedFiles | null {
  const text = page.getElementById(embeddedIds.files)?.textContent ?? null
  return text === null ? null : (JSON.parse(text) as EmbeddedFiles)
}

/** Answers from files that lie in the page; whatever is not there is not found. */
function readInside(files: Readonly<Record<string, unknown>>): typeof fetch {
  return (asked) => {
    const url = asked instanceof Request ? asked.url : String(asked)
    const name = url.startsWith(insideBase) ? url.slice(insideBase.length) : ''
    const isThere = Object.hasOwn(files, name)
    return Promise.resolve(new Response(isThere ? JSON.stringify(files[name]) : 'not here', { status: isThere ? 200 : 404 }))
  }
}
