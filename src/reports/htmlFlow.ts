import type { Flow, FlowCell, FlowRow, Origin } from './flow.ts'
import { findDivTables } from './htmlDivTables.ts'
import { displayOf, isHidden, isLargePicture, isStruck, noRules, readHidingRules } from './htmlStyle.ts'
import type { HtmlElement, HtmlNode } from './htmlTree.ts'
import { attributeOf, childrenOf, elementsNamed, isElement, isForeign, isText, rawText } from './htmlTree.ts'

/** Nothing of a page that could be read: programs, settings, controls, what other programs draw. */
const skipped: ReadonlySet<string> = new Set(
  (
    'script style noscript template head title meta link base object embed applet iframe frame frameset noframes audio video canvas map area ' +
    'select datalist option optgroup button input textarea progress meter xml rt rp svg dialog'
  ).split(' '),
)

/** The definitions that an office program leaves in a page. */
const isOfficeSetting = (name: string): boolean => /^(?:x|m|w(?!:sdt)):/.test(name)

const blocks: ReadonlySet<string> = new Set(
  (
    'html body p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd section article main header footer nav aside center blockquote pre form fieldset ' +
    'legend address figure figcaption hr table caption thead tbody tfoot tr td th details summary menu hgroup listing xmp'
  ).split(' '),
)

/** Whether what a page hides is read, too: a saved page may have been stored before its script showed the article. */
export interface Looking {
  readonly hidden: boolean
}

/** What a browser without scripts shows of an element, in the order of the page. */
export function flowOfHtml(root: HtmlElement, looking: Looking): readonly Flow[] {
  const rules = looking.hidden ? noRules : readHidingRules(elementsNamed(root, 'style').map(rawText))
  const shows = (element: HtmlElement): boolean => looking.hidden || !isHidden(element, rules)
  const writer = new Writer(root, shows, findDivTables(root))
  writer.walk(root, plain)
  return writer.finish(root)
}

/** Is an element there for who looks at the page? */
type Shows = (element: HtmlElement) => boolean

interface Manner {
  readonly inLink: boolean
  readonly keepsSpace: boolean
  readonly raised: boolean
  readonly inCell: boolean
}

const plain: Manner = { inLink: false, keepsSpace: false, raised: false, inCell: false }

/** A line end of the source, which a browser shows as a space. */
const sourceBreak = '\u0001'

class Writer {
  readonly flows: Flow[] = []
  private text = ''
  private linked = 0
  private unlinked = ''

  constructor(
    private block: HtmlElement,
    private readonly shows: Shows,
    private readonly divTables: ReadonlyMap<HtmlElement, readonly (readonly HtmlElement[])[]>,
  ) {}

  finish(block: HtmlElement): readonly Flow[] {
    this.flush(block)
    return this.flows
  }

  walk(element: HtmlElement, manner: Manner): void {
    for (const node of element.childNodes) this.visit(node, manner)
  }

  private visit(node: HtmlNode, manner: Manner): void {
    if (isText(node)) this.write(node.value, manner)
    else if (isElement(node) && !this.isLeftOut(node)) this.enter(node, manner)
  }

  private isLeftOut(element: HtmlElement): boolean {
    const { tagName } = element
    if (skipped.has(tagName)) return tagName !== 'input'
    if (isForeign(element) && tagName === 'svg') return true
    return isOfficeSetting(tagName) || isStruck(element) || !this.shows(element)
  }

  private enter(element: HtmlElement, manner: Manner): void {
    const { tagName } = element
    if (tagName === 'br') this.text += '\n'
    else if (tagName === 'img' || tagName === 'v:imagedata') this.addPicture(element)
    else if (tagName === 'input') this.writeField(element, manner)
    else if (tagName === 'table') this.addTable(element, rowsOfTable(element, this.shows), manner)
    else if (this.divTables.has(element)) this.addTable(element, this.rowsOfDivs(element), manner)
    else if (blocks.has(tagName) || /^(?:block|flex|grid|table|list-item)/.test(displayOf(element))) this.enterBlock(element, manner)
    else this.walk(element, mannerOf(element, manner))
  }

  private enterBlock(element: HtmlElement, manner: Manner): void {
    const around = this.block
    this.flush(around)
    this.block = element
    this.walk(element, mannerOf(element, manner))
    this.flush(element)
    this.block = around
  }

  private write(value: string, { keepsSpace, raised, inLink }: Manner): void {
    const clean = value.replace(/[\u0000-\u0008\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
    const text = keepsSpace
      ? clean.replace(/\r\n?/g, '\n').replace(/ /g, '\u00A0')
      : clean.replace(/[\t\f ]*[\r\n][\t\n\f\r ]*/g, sourceBreak).replace(/[\t\f\v ]+/g, ' ')
    const written = raised ? raise(text, this.text) : text
    this.text += written
    if (inLink) this.linked += written.replace(/\s/g, '').length
    else if (this.unlinked.length < 200) this.unlinked += written.slice(0, 200)
  }

  /** A figure that stands in a field of a form is printed all the same; in a table only, else it is a search box. */
  private writeField(element: HtmlElement, manner: Manner): void {
    if (!manner.inCell || !['', 'text', 'number'].includes(attributeOf(element, 'type').toLowerCase())) return
    if (!this.shows(element)) return
    this.write(attributeOf(element, 'value'), manner)
  }

  private addPicture(element: HtmlElement): void {
    if (!isLargePicture(element)) return
    this.flush(this.block)
    this.flows.push({ kind: 'picture', origin: { element: this.block, linked: 0, unlinked: '' } })
  }

  private addTable(element: HtmlElement, rows: readonly SourceRow[] | null, manner: Manner): void {
    this.flush(this.block)
    if (rows === null) return
    const captions = childrenOf(element).filter(({ tagName }) => tagName === 'caption')
    for (const caption of captions) if (!this.isLeftOut(caption)) this.enterBlock(caption, manner)
    let linked = 0
    const read = rows.map(({ cells, group }): FlowRow => ({
      group,
      cells: cells.map((cell): FlowCell => {
        const writer = new Writer(cell, this.shows, this.divTables)
        writer.walk(cell, { ...plain, inCell: true, inLink: manner.inLink, keepsSpace: keepsSpace(cell, manner.keepsSpace) })
        const content = writer.finish(cell)
        linked += content.reduce((sum, { origin }) => sum + (origin?.linked ?? 0), 0)
        return { content, across: spanOf(cell, 'colspan', 1), down: spanOf(cell, 'rowspan', 1) }
      }),
    }))
    const hasColumns = element.tagName === 'table' || new Set(read.map(({ cells }) => cells.length)).size === 1
    this.flows.push({ kind: 'table', rows: read, hasColumns, origin: { element, linked, unlinked: '' } })
  }

  private rowsOfDivs(element: HtmlElement): readonly SourceRow[] {
    const rows = this.divTables.get(element) ?? []
    return rows.map((cells) => ({ cells: cells.filter((cell) => !this.isLeftOut(cell)), group: 0 }))
  }

  private flush(block: HtmlElement): void {
    const text = foldLines(this.text)
    if (text !== '') {
      const origin: Origin = { element: block, linked: this.linked, unlinked: this.unlinked.replaceAll(sourceBreak, ' ').trim() }
      this.flows.push({ kind: 'paragraph', text, origin })
    }
    this.text = ''
    this.linked = 0
    this.unlinked = ''
  }
}

/** Collapsed as a browser does it, but no space where the source broke a line between two Chinese characters. */
function foldLines(text: string): string {
  return text
    .replace(/([\u2E80-\u9FFF\u3000-\u303F\uFF00-\uFFEF])\u0001(?=[\u2E80-\u9FFF\u3000-\u303F\uFF00-\uFFEF])/g, '$1')
    .replace(/[\u0001 ]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/^[ \n]+|[ \n]+$/g, '')
}

/** Raised digits behind words are the mark of a note; behind a number they are shown raised, so that they never lengthen it. */
function raise(text: string, before: string): string {
  if (!/\d/.test(text)) return text
  if (!/[\d.]\s*$/.test(before)) return ''
  return text.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit)
}

function mannerOf(element: HtmlElement, manner: Manner): Manner {
  const href = element.tagName === 'a' ? attributeOf(element, 'href').trim() : ''
  return {
    inLink: manner.inLink || (href !== '' && !href.startsWith('#')),
    keepsSpace: keepsSpace(element, manner.keepsSpace),
    raised: manner.raised || element.tagName === 'sup' || /vertical-align\s*:\s*super/i.test(attributeOf(element, 'style')),
    inCell: manner.inCell,
  }
}

function keepsSpace(element: HtmlElement, around: boolean): boolean {
  const said = /white-space\s*:\s*([\w-]+)/i.exec(attributeOf(element, 'style'))?.[1]?.toLowerCase()
  if (said !== undefined) return said.startsWith('pre') || said === 'break-spaces'
  return around || ['pre', 'listing', 'xmp'].includes(element.tagName)
}

interface SourceRow {
  readonly cells: readonly HtmlElement[]
  readonly group: number
}

/** A number of rows or columns; `otherwise` for what is none. */
function spanOf(element: HtmlElement, name: 'colspan' | 'rowspan', otherwise: number): number {
  const said = attributeOf(element, name) || attributeOf(element, `aria-${name}`)
  const [, digits] = /^\s*\+?(\d{1,9})/.exec(said) ?? []
  return digits === undefined ? otherwise : Number(digits)
}

/** The rows that show, the foot last as browsers print it; null when the table shows none. */
function rowsOfTable(table: HtmlElement, shows: Shows): readonly SourceRow[] | null {
  const groups = childrenOf(table).filter((element) => ['thead', 'tbody', 'tfoot', 'tr'].includes(element.tagName) && shows(element))
  const order = [...groups.filter(({ tagName }) => tagName !== 'tfoot'), ...groups.filter(({ tagName }) => tagName === 'tfoot')]
  const rows = order.flatMap((group, at) =>
    (group.tagName === 'tr' ? [group] : childrenOf(group).filter(({ tagName }) => tagName === 'tr')).filter(shows).map((row) => ({
      cells: childrenOf(row)
        .filter(({ tagName }) => ['td', 'th'].includes(tagName))
        .filter(shows),
      group: at,
    })),
  )
  return rows.length === 0 ? null : rows
}
