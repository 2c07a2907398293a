import type { OfficeParts } from './officePackage.ts'
import { builtInPattern } from './sheetNumbers.ts'
import type { XmlTrouble } from './xmlEvents.ts'
import { readXml } from './xmlEvents.ts'

/** One sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string
  readonly isHidden: boolean
  /** Its XML; null when the file lacks it. */
  readonly part: Uint8Array | null
}

/** What all sheets of a workbook share. */
export interface Workbook {
  /** In the order of the tabs; charts and macros are no sheets. */
  readonly sheets: readonly SheetEntry[]
  readonly sharedTexts: readonly string[]
  /** The number format of each cell style. */
  readonly patterns: readonly string[]
  /** Dates count from 1904. */
  readonly is1904: boolean
}

/** Reads what the sheets of a workbook share, or says what is wrong with it. */
export function readWorkbook(parts: OfficeParts): Workbook | XmlTrouble {
  const path = (findTargets(parts, '_rels/.rels', '').find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml').replace(
    /^\//,
    '',
  )
  const part = parts.get(path)
  if (part === undefined) return 'damaged'
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const targets = findTargets(parts, `${folder}_rels/${path.slice(folder.length)}.rels`, folder)
  const listed = readSheetList(part)
  if (typeof listed === 'string') return listed
  const sheets = listed.sheets.flatMap(({ id, ...sheet }): readonly SheetEntry[] => {
    const target = targets.find((one) => one.id === id)
    if (target !== undefined && target.type !== 'worksheet') return []
    return [{ ...sheet, part: parts.get(target?.path ?? '') ?? null }]
  })
  const partOf = (type: string): Uint8Array | undefined => parts.get(targets.find((target) => target.type === type)?.path ?? '')
  const sharedTexts = readSharedTexts(partOf('sharedStrings'))
  const patterns = readPatterns(partOf('styles'))
  return { sheets, sharedTexts, patterns, is1904: listed.is1904 }
}

interface Target {
  readonly id: string
  /** The last word of its type: `worksheet`, `styles`. */
  readonly type: string
  readonly path: string
}

function findTargets(parts: OfficeParts, name: string, folder: string): readonly Target[] {
  const targets: Target[] = []
  const part = parts.get(name)
  if (part === undefined) return targets
  readXml(part, {
    open: (element, attributes) => {
      const target = attributes.get('Target')
      if (element !== 'Relationship' || target === undefined || attributes.get('TargetMode') === 'External') return
      const type = attributes.get('Type') ?? ''
      targets.push({ id: attributes.get('Id') ?? '', type: type.slice(type.lastIndexOf('/') + 1), path: joinPath(folder, target) })
    },
  })
  return targets
}

function joinPath(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

function readSheetList(
  part: Uint8Array,
):
  | { readonly sheets: readonly { readonly name: string; readonly isHidden: boolean; readonly id: string }[]; readonly is1904: boolean }
  | XmlTrouble {
  const sheets: { name: string; isHidden: boolean; id: string }[] = []
  let is1904 = false
  const trouble = readXml(part, {
    open: (element, attributes) => {
      if (element === 'workbookPr') is1904 = isTrue(attributes.get('date1904'))
      if (element !== 'sheet') return
      const id = [...attributes].find(([name]) => name.endsWith(':id'))?.[1] ?? ''
      sheets.push({ name: attributes.get('name') ?? '', isHidden: /hidden/i.test(attributes.get('state') ?? ''), id })
    },
  })
  return trouble ?? { sheets, is1904 }
}

/** How an attribute says yes. */
export const isTrue = (attribute: string | undefined): boolean => attribute === '1' || attribute === 'true'

/** The texts that cells name by number: pieces of rich text joined, readings of characters (phonetic runs) left out. */
function readSharedTexts(part: Uint8Array | undefined): readonly string[] {
  const texts: string[] = []
  if (part === undefined) return texts
  const rich = listenRichText()
  readXml(part, {
    open: (element) => {
      if (element === 'si') rich.start()
      rich.open(element)
    },
    close: (element) => {
      rich.close(element)
      if (element === 'si') texts.push(rich.text())
    },
    text: rich.add,
  })
  return texts
}

/** Collects the text of one `<si>` or `<is>`. */
export function listenRichText() {
  let text = ''
  let inText = false
  let inPhonetic = false
  return {
    start: (): void => {
      text = ''
    },
    open: (element: string): void => {
      if (element === 't') inText = true
      if (element === 'rPh') inPhonetic = true
    },
    close: (element: string): void => {
      if (element === 't') inText = false
      if (element === 'rPh') inPhonetic = false
    },
    add: (piece: string): void => {
      if (inText && !inPhonetic) text += piece
    },
    text: (): string => unescapeText(text),
  }
}

/** Characters that XML does not carry stand as `_x000D_`; line ends as one character. */
export const unescapeText = (text: string): string =>
  text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))).replace(/\r\n?/g, '\n')

function readPatterns(part: Uint8Array | undefined): readonly string[] {
  const own = new Map<number, string>()
  const styles: number[] = []
  let inCellStyles = false
  if (part === undefined) return []
  readXml(part, {
    open: (element, attributes) => {
      if (element === 'numFmt') own.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? 'General')
      if (element === 'cellXfs') inCellStyles = true
      if (element === 'xf' && inCellStyles) styles.push(Number(attributes.get('numFmtId') ?? '0'))
    },
    close: (element) => {
      if (element === 'cellXfs') inCellStyles = false
    },
  })
  return styles.map((id) => own.get(id) ?? builtInPattern(id))
}
