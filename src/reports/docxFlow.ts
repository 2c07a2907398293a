import type { DocxStyles } from './docxNumbering.ts'
import { DocxCounter, isOn, lookUpStyle, readListPlace } from './docxNumbering.ts'
import type { Flow, FlowCell, FlowRow } from './flow.ts'
import type { XmlElement } from './xmlTree.ts'
import { childOf, elementsOf, valueOf } from './xmlTree.ts'

/** Elements of a Word document that never print a character; what was so before a tracked change is among them. */
export const isUnprinted = (name: string): boolean => name.endsWith('Change') || unprinted.has(name)
const unprinted: ReadonlySet<string> = new Set(
  (
    'sectPr tblGrid tblPr tblPrEx rFonts proofErr bookmarkStart bookmarkEnd lastRenderedPageBreak instrText delInstrText delText lang sz szCs ' +
    'color kern spacing ind jc tcW tcBorders shd vAlign tcMar trHeight snapToGrid pBdr tabs framePr commentReference annotationRef'
  ).split(' '),
)

/** What Word prints of the elements inside `body`, in order: changes accepted, automatic numbers written out, text boxes after their paragraph. */
export function flowOfDocx(body: XmlElement, styles: DocxStyles): readonly Flow[] {
  return new DocxReader(styles).readBlocks(body)
}

/** Passed through: what is inside counts as if it stood here. */
const wrappers: ReadonlySet<string> = new Set(
  'sdtContent customXml smartTag ins moveTo hyperlink fldSimple dir bdo oMath oMathPara Choice rubyBase'.split(' '),
)

/** What a run prints for elements that are no text. A symbol of a picture font has no character that can be read. */
const printed: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['ptab', '\t'],
  ['br', '\n'],
  ['cr', '\n'],
  ['noBreakHyphen', '-'],
  ['sym', '□'],
])

class DocxReader {
  private readonly counter: DocxCounter
  /** For each open field, whether its instruction or its result is being read. */
  private readonly fields: ('instruction' | 'result')[] = []
  /** A paragraph whose end was struck out goes on in the next. */
  private carried = ''

  constructor(private readonly styles: DocxStyles) {
    this.counter = new DocxCounter(styles)
  }

  readBlocks(parent: XmlElement): readonly Flow[] {
    return elementsOf(parent).flatMap((element): readonly Flow[] => {
      if (element.name === 'p') return this.readParagraph(element)
      if (element.name === 'tbl') return this.readTable(element)
      return insideOf(element).flatMap((inner) => this.readBlocks(inner))
    })
  }

  private readParagraph(element: XmlElement): readonly Flow[] {
    const properties = childOf(element, 'pPr')
    const style = lookUpStyle(this.styles, valueOf(childOf(properties, 'pStyle'), 'val'))
    const number = this.numberOf(properties, style.list)
    const line: Line = { text: '', around: [], isHidden: style.isHidden }
    this.readRuns(element, line)
    // An instruction that never ends must not swallow the rest of the document.
    this.fields.forEach((_, at) => (this.fields[at] = 'result'))
    const mark = childOf(properties, 'rPr')
    const text = this.carried + joinNumber(number, line.text)
    const goesOn = childOf(mark, 'del') !== undefined || childOf(mark, 'moveFrom') !== undefined
    this.carried = goesOn ? text : ''
    return [...(text === '' || goesOn ? [] : [{ kind: 'paragraph', text } as const]), ...line.around]
  }

  private numberOf(properties: XmlElement | undefined, styled: ReturnType<typeof readListPlace>): string {
    const own = readListPlace(properties)
    const list = own?.list ?? styled?.list ?? null
    if (list === null || list === '0') return ''
    return this.counter.next({ list, level: own?.level ?? styled?.level ?? 0 })
  }

  private readRuns(parent: XmlElement, line: Line): void {
    for (const element of elementsOf(parent)) {
      if (element.name === 'r') this.readRun(element, line)
      else if (element.name === 'pPr' || element.name === 'rPr') continue
      else if (graphics.has(element.name)) this.readGraphic(element, line.around)
      else for (const inner of insideOf(element)) this.readRuns(inner, line)
    }
  }

  private readRun(run: XmlElement, line: Line): void {
    const properties = childOf(run, 'rPr')
    const isHidden =
      line.isHidden ||
      isOn(childOf(properties, 'vanish')) ||
      isOn(childOf(properties, 'strike')) ||
      isOn(childOf(properties, 'dstrike')) ||
      lookUpStyle(this.styles, valueOf(childOf(properties, 'rStyle'), 'val')).isHidden
    const raised = valueOf(childOf(properties, 'vertAlign'), 'val') === 'superscript'
    for (const element of elementsOf(run)) {
      if (element.name === 'fldChar') this.enterField(element, line)
      else if (isHidden || this.fields.includes('instruction')) continue
      else if (element.name === 't') line.text += raised ? raise(textOf(element), line.text) : textOf(element)
      else if (graphics.has(element.name)) this.readGraphic(element, line.around)
      else if (element.name === 'ruby') for (const inner of insideOf(element)) this.readRuns(inner, line)
      else if (element.name === 'AlternateContent')
        this.readRun({ ...run, children: insideOf(element).flatMap(({ children }) => children) }, line)
      else line.text += printed.get(element.name) ?? ''
    }
  }

  private enterField(mark: XmlElement, line: Line): void {
    const kind = valueOf(mark, 'fldCharType')
    if (kind === 'begin') {
      line.text += chosenEntry(mark)
      this.fields.push('instruction')
    } else if (kind === 'separate' && this.fields.length > 0) this.fields[this.fields.length - 1] = 'result'
    else if (kind === 'end') this.fields.pop()
  }

  /** Text boxes of a drawing, and whether it shows a picture. */
  private readGraphic(graphic: XmlElement, around: Flow[]): void {
    let hasPicture = false
    const look = (element: XmlElement): void => {
      if (element.name === 'txbxContent' || element.name === 'txBody') for (const flow of this.readBlocks(element)) around.push(flow)
      else {
        hasPicture ||= element.name === 'blip' || element.name === 'imagedata'
        const inner = element.name === 'AlternateContent' ? insideOf(element) : elementsOf(element)
        for (const child of inner) look(child)
      }
    }
    look(graphic)
    if (hasPicture && isLarge(graphic)) around.push({ kind: 'picture' })
  }

  private readTable(table: XmlElement): readonly Flow[] {
    let merged: ReadonlySet<number> = new Set()
    const rows = partsOf(table, 'tr').flatMap((row): readonly FlowRow[] => {
      const properties = childOf(row, 'trPr')
      if (childOf(properties, 'del') !== undefined || isOn(childOf(properties, 'hidden'))) return []
      const read = this.readRow(row, properties, merged)
      merged = read.merged
      return [{ cells: read.cells, group: 0 }]
    })
    return rows.length === 0 ? [] : [{ kind: 'table', rows, hasColumns: true }]
  }

  private readRow(
    row: XmlElement,
    properties: XmlElement | undefined,
    above: ReadonlySet<number>,
  ): { readonly cells: readonly FlowCell[]; readonly merged: ReadonlySet<number> } {
    const merged = new Set<number>()
    const cells: FlowCell[] = []
    let column = countOf(childOf(properties, 'gridBefore')) ?? 0
    for (const cell of partsOf(row, 'tc')) {
      const about = childOf(cell, 'tcPr')
      const across = Math.max(1, countOf(childOf(about, 'gridSpan')) ?? 1)
      const down = mergeOf(childOf(about, 'vMerge'))
      const goesOn = (down === 'continue' && above.has(column)) || mergeOf(childOf(about, 'hMerge')) === 'continue'
      if (down === 'restart' || (down === 'continue' && above.has(column))) merged.add(column)
      const content = this.readBlocks(cell)
      if (childOf(about, 'cellDel') === undefined) cells.push({ content: goesOn ? [] : content, across, down: 1, column, covered: goesOn })
      column += across
    }
    return { cells, merged }
  }
}

interface Line {
  text: string
  /** Text boxes and pictures that hang on the paragraph. */
  readonly around: Flow[]
  readonly isHidden: boolean
}

const graphics: ReadonlySet<string> = new Set(['drawing', 'pict', 'object'])

/** The elements whose children count in place of this one; none for what is struck out or no text. */
function insideOf(element: XmlElement): readonly XmlElement[] {
  if (element.name === 'AlternateContent') {
    const choice = childOf(element, 'Choice') ?? childOf(element, 'Fallback')
    return choice === undefined ? [] : [choice]
  }
  if (element.name === 'sdt') {
    // What Word shows in a field that nobody filled in.
    const isPlaceholder = isOn(childOf(childOf(element, 'sdtPr'), 'showingPlcHdr'))
    const content = childOf(element, 'sdtContent')
    return content === undefined ? [] : [isPlaceholder ? withoutText(content) : content]
  }
  if (element.name === 'ruby') return elementsOf(element).filter(({ name }) => name === 'rubyBase')
  if (wrappers.has(element.name)) return [element]
  // The parts of a formula, whatever they are called.
  return ['del', 'moveFrom', 'pPr', 'rPr', 'tcPr', 'trPr', 'tblPr', 'sdtPr'].includes(element.name) || element.children.length === 0
    ? []
    : [element]
}

/** Cells and rows stay where they are, without what is written in them. */
const withoutText = (element: XmlElement): XmlElement => ({
  ...element,
  children: elementsOf(element)
    .filter(({ name }) => name !== 'r' && name !== 't')
    .map(withoutText),
})

/** Rows of a table or cells of a row, through whatever is put around them. */
function partsOf(parent: XmlElement, name: 'tr' | 'tc'): readonly XmlElement[] {
  return elementsOf(parent).flatMap((element) =>
    element.name === name ? [element] : insideOf(element).flatMap((inner) => partsOf(inner, name)),
  )
}

const textOf = ({ children }: XmlElement): string => children.filter((child): child is string => typeof child === 'string').join('')

function countOf(element: XmlElement | undefined): number | null {
  const said = valueOf(element, 'val')
  return said !== null && /^\d{1,4}$/.test(said) ? Number(said) : null
}

const mergeOf = (element: XmlElement | undefined): 'restart' | 'continue' | null =>
  element === undefined ? null : valueOf(element, 'val') === 'restart' ? 'restart' : 'continue'

/** Raised digits behind words are the mark of a note; behind a number they are shown raised, so that they never lengthen it. */
function raise(text: string, before: string): string {
  if (!/\d/.test(text)) return text
  return /[\d.]\s*$/.test(before) ? text.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit) : ''
}

/** A number of a list in front of a figure must never become part of it. */
function joinNumber(number: string, text: string): string {
  return /[\d.]\s*$/.test(number) && /^\s*[\d.]/.test(text) ? `${number.trimEnd()}、${text}` : number + text
}

/** The entry of a drop-down list that shows; it stands in no run. */
function chosenEntry(mark: XmlElement): string {
  const list = childOf(childOf(mark, 'ffData'), 'ddList')
  if (list === undefined) return ''
  const entries = elementsOf(list).filter(({ name }) => name === 'listEntry')
  const chosen = countOf(childOf(list, 'result')) ?? countOf(childOf(list, 'default')) ?? 0
  return valueOf(entries[chosen], 'val') ?? ''
}

/** In English Metric Units: 5 by 1.5 cm. Where the size is not said, the picture may be a table. */
function isLarge(graphic: XmlElement): boolean {
  const [width, height] = [findSize(graphic, 'cx'), findSize(graphic, 'cy')]
  return (width ?? Infinity) >= 1_800_000 && (height ?? Infinity) >= 540_000
}

function findSize(element: XmlElement, side: 'cx' | 'cy'): number | null {
  if (element.name === 'extent') {
    const said = Number(valueOf(element, side) ?? NaN)
    return Number.isFinite(said) ? said : null
  }
  for (const child of elementsOf(element)) {
    const found = findSize(child, side)
    if (found !== null) return found
  }
  return null
}
