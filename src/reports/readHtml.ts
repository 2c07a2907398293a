import { assembleFlow } from './assembleFlow.ts'
import { decodeHtml } from './decodeHtml.ts'
import type { Allowance } from './flow.ts'
import { readWithin } from './flow.ts'
import { findArticle, holdsArticle, holdsStatutory } from './htmlArticle.ts'
import { flowOfHtml } from './htmlFlow.ts'
import type { HtmlElement } from './htmlTree.ts'
import { elementsNamed, parseHtml, rawText } from './htmlTree.ts'
import type { OpenFlow } from './openTables.ts'
import { openTables } from './openTables.ts'
import { fileProblems } from './problems.ts'
import type { ReaderContext, ReadFile } from './reader.ts'

/** Elements of a page: some fifty times what a report of thirty pages has. */
export const mostElements = 1_000_000

/** Cells of all tables of a file, those that a merged cell covers counted. */
export const mostTableCells = 1_000_000

/** Why a file with too many of them is not read. */
export const tooManyOf = { elements: fileProblems.tooLarge, cells: fileProblems.tooManyCells } as const

/**
 * Paragraphs and tables of a page saved from the site of an office: its article, without what the site puts around it. Nothing in the
 * page is run, and nothing that it names is fetched.
 */
export function readHtml(bytes: Uint8Array, context: ReaderContext = {}): Promise<ReadFile> {
  const text = decodeHtml(bytes)
  return Promise.resolve(text === null ? { refused: fileProblems.encoding } : readPage(text, context))
}

/** As `readHtml`, of a page whose characters are known. */
export function readPage(text: string, { budget }: ReaderContext): ReadFile {
  const within = readWithin(() => {
    const root = parseHtml(text, { left: mostElements, of: 'elements' })
    return root === null ? { refused: fileProblems.pageUnsafe } : readRoot(root, budget?.cells ?? mostTableCells)
  })
  return 'read' in within ? within.read : { refused: tooManyOf[within.tooMany] }
}

function readRoot(root: HtmlElement, cells: number): ReadFile {
  const shown = openTables(flowOfHtml(root, { hidden: false }), allow(cells))
  const article = findArticle(root, shown)
  const flows = holdsArticle(article) && holdsStatutory(article) ? article : withHidden(root, article, cells)
  const { document, problems } = assembleFlow(flows)
  if (holdsArticle(flows)) return { document, problems }
  if (flows.some(({ kind }) => kind === 'picture')) return { refused: fileProblems.pageOfPictures }
  return {
    refused: isFrameset(root)
      ? fileProblems.pageOfFrames
      : rawText(root).trim() === ''
        ? fileProblems.empty
        : fileProblems.pageWithoutArticle,
  }
}

/** A page may have been saved before its script showed the article or its tables: what is hidden counts where nothing else is there. */
function withHidden(root: HtmlElement, shown: readonly OpenFlow[], cells: number): readonly OpenFlow[] {
  const all = findArticle(root, openTables(flowOfHtml(root, { hidden: true }), allow(cells)))
  return !holdsArticle(shown) || holdsStatutory(all) ? all : shown
}

const allow = (cells: number): Allowance => ({ left: cells, of: 'cells' })

const isFrameset = (root: HtmlElement): boolean => elementsNamed(root, 'frame', 'frameset', 'iframe').length > 0
