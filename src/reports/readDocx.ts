import { assembleFlow } from './assembleFlow.ts'
import { flowOfDocx, isUnprinted } from './docxFlow.ts'
import { readDocxStyles } from './docxNumbering.ts'
import type { Allowance, Flow } from './flow.ts'
import { readWithin } from './flow.ts'
import type { OfficeParts } from './officePackage.ts'
import { openOfficePackage } from './officePackage.ts'
import { openTables } from './openTables.ts'
import { embeddedPage, fileProblems } from './problems.ts'
import type { ReaderContext, ReadFile } from './reader.ts'
import { mostTableCells, tooManyOf } from './readHtml.ts'
import type { XmlElement } from './xmlTree.ts'
import { childOf, elementsOf, readXmlTree, valueOf } from './xmlTree.ts'

/** Elements of all parts: a hundred times what a report of thirty pages has. */
const mostElements = 3_000_000

/**
 * Paragraphs and tables of a Word document as it is printed once all changes are accepted: automatic numbers written out, merged
 * cells, text boxes, notes at the end; heads and feet of pages left out.
 */
export function readDocx(bytes: Uint8Array, { budget }: ReaderContext = {}): Promise<ReadFile> {
  const opened = openOfficePackage(bytes)
  if ('refused' in opened) return Promise.resolve(opened)
  const within = readWithin(() => readParts(opened.parts, budget?.cells ?? mostTableCells))
  return Promise.resolve('read' in within ? within.read : { refused: tooManyOf[within.tooMany] })
}

function readParts(parts: OfficeParts, cells: number): ReadFile {
  const allowance: Allowance = { left: mostElements, of: 'elements' }
  const read = (name: string): XmlElement | undefined => {
    const part = parts.get(name)
    if (part === undefined) return undefined
    const tree = readXmlTree(part, isUnprinted, allowance)
    return 'trouble' in tree ? undefined : tree
  }
  const main = mainPart(parts, read)
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const body = childOf(childOf(read(main), 'document'), 'body')
  if (body === undefined) return { refused: fileProblems.officeDamaged }
  const styles = readDocxStyles(read(`${folder}numbering.xml`), read(`${folder}styles.xml`))
  const notes = ['footnotes', 'endnotes'].flatMap((kind) => notesOf(childOf(read(`${folder}${kind}.xml`), kind)))
  const flows: readonly Flow[] = [...flowOfDocx(body, styles), ...notes.flatMap((note) => flowOfDocx(note, styles))]
  const { document, problems } = assembleFlow(openTables(flows, { left: cells, of: 'cells' }))
  const embedded = holdsElement(body, 'altChunk') ? [embeddedPage] : []
  if (document.blocks.length > 0) return { document, problems: [...problems, ...embedded] }
  const [only] = embedded
  return { refused: only ?? (flows.some(({ kind }) => kind === 'picture') ? fileProblems.documentWithoutText : fileProblems.empty) }
}

/** The part that the package names as its document. */
function mainPart(parts: OfficeParts, read: (name: string) => XmlElement | undefined): string {
  const relations = childOf(read('_rels/.rels'), 'Relationships')
  const main =
    relations === undefined ? undefined : elementsOf(relations).find((one) => (valueOf(one, 'Type') ?? '').endsWith('/officeDocument'))
  const target = (valueOf(main, 'Target') ?? '').replace(/^\/+/, '')
  return parts.has(target) ? target : 'word/document.xml'
}

/** The lines between text and notes are notes, too, by their kind. */
const notesOf = (part: XmlElement | undefined): readonly XmlElement[] =>
  part === undefined ? [] : elementsOf(part).filter((note) => valueOf(note, 'type') === null || valueOf(note, 'type') === 'normal')

const holdsElement = (element: XmlElement, name: string): boolean =>
  elementsOf(element).some((child) => child.name === name || holdsElement(child, name))
