import type { XmlElement } from './xmlTree.ts'
import { childOf, elementsOf, valueOf } from './xmlTree.ts'

/** What a Word document says of automatic numbers and of styles that matter for reading. */
export interface DocxStyles {
  /** By style: the list it belongs to, if any, and whether its text is hidden. */
  readonly styles: ReadonlyMap<string, { readonly list: ListPlace | null; readonly isHidden: boolean; readonly basedOn: string | null }>
  /** By number of a list: its levels, and the definition that it shares its counters with. */
  readonly lists: ReadonlyMap<string, List>
}

/** A place in a list, as paragraphs and styles name it; null where they leave it open. */
export interface ListPlace {
  readonly list: string | null
  readonly level: number | null
}

interface List {
  readonly definition: string
  readonly levels: ReadonlyMap<number, Level>
  /** Levels that begin anew with this list. */
  readonly restarts: ReadonlyMap<number, number>
}

interface Level {
  readonly start: number
  readonly format: string
  /** `%1、`: where the number of each level stands. */
  readonly text: string
  readonly follows: string
  readonly isLegal: boolean
  /** The level whose next number makes this one begin anew: the one above unless said otherwise; 0 for none. */
  readonly restartsAfter: number | null
  readonly style: string | null
}

/** Reads the parts `numbering.xml` and `styles.xml`; a document may lack either. */
export function readDocxStyles(numbering: XmlElement | undefined, styles: XmlElement | undefined): DocxStyles {
  const definitions = new Map<string, ReadonlyMap<number, Level>>()
  for (const one of elementsNamed(childOf(numbering, 'numbering'), 'abstractNum'))
    definitions.set(valueOf(one, 'abstractNumId') ?? '', readLevels(elementsNamed(one, 'lvl')))
  const lists = new Map<string, List>()
  for (const one of elementsNamed(childOf(numbering, 'numbering'), 'num')) {
    const definition = valueOf(childOf(one, 'abstractNumId'), 'val') ?? ''
    const changes = elementsNamed(one, 'lvlOverride')
    const levels = new Map([
      ...(definitions.get(definition) ?? []),
      ...readLevels(changes.flatMap((change) => elementsNamed(change, 'lvl'))),
    ])
    const restarts = new Map(
      changes.flatMap((change): readonly (readonly [number, number])[] => {
        const start = numberOf(valueOf(childOf(change, 'startOverride'), 'val'))
        return start === null ? [] : [[numberOf(valueOf(change, 'ilvl')) ?? 0, start]]
      }),
    )
    lists.set(valueOf(one, 'numId') ?? '', { definition, levels, restarts })
  }
  return { lists, styles: readStyles(styles, lists) }
}

const elementsNamed = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element === undefined ? [] : elementsOf(element).filter((child) => child.name === name)

function numberOf(text: string | null): number | null {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null
}

function readLevels(levels: readonly XmlElement[]): ReadonlyMap<number, Level> {
  return new Map(
    levels.map((level): readonly [number, Level] => [
      numberOf(valueOf(level, 'ilvl')) ?? 0,
      {
        start: numberOf(valueOf(childOf(level, 'start'), 'val')) ?? 0,
        format: valueOf(childOf(level, 'numFmt'), 'val') ?? 'decimal',
        text: valueOf(childOf(level, 'lvlText'), 'val') ?? '',
        follows: valueOf(childOf(level, 'suff'), 'val') ?? 'tab',
        isLegal: childOf(level, 'isLgl') !== undefined && isOn(childOf(level, 'isLgl')),
        restartsAfter: numberOf(valueOf(childOf(level, 'lvlRestart'), 'val')),
        style: valueOf(childOf(level, 'pStyle'), 'val'),
      },
    ]),
  )
}

/** An on-off mark: there, and not said to be off. */
export const isOn = (mark: XmlElement | undefined): boolean =>
  mark !== undefined && !['0', 'false', 'off', 'none'].includes((valueOf(mark, 'val') ?? '1').toLowerCase())

function readStyles(part: XmlElement | undefined, lists: ReadonlyMap<string, List>): DocxStyles['styles'] {
  const linked = new Map<string, ListPlace>()
  for (const [list, { levels }] of lists)
    for (const [level, { style }] of levels) if (style !== null && !linked.has(style)) linked.set(style, { list, level })
  return new Map(
    elementsNamed(childOf(part, 'styles'), 'style').map((style) => {
      const id = valueOf(style, 'styleId') ?? ''
      const own = readListPlace(childOf(style, 'pPr'))
      return [
        id,
        {
          list: own === null ? null : { list: own.list, level: own.level ?? linked.get(id)?.level ?? null },
          isHidden: isOn(childOf(childOf(style, 'rPr'), 'vanish')),
          basedOn: valueOf(childOf(style, 'basedOn'), 'val'),
        },
      ]
    }),
  )
}

/** The place in a list that the properties of a paragraph or style name. */
export function readListPlace(properties: XmlElement | undefined): ListPlace | null {
  const place = childOf(properties, 'numPr')
  if (place === undefined) return null
  return { list: valueOf(childOf(place, 'numId'), 'val'), level: numberOf(valueOf(childOf(place, 'ilvl'), 'val')) }
}

const deepestStyle = 20

/** What a style and those it is based on say. */
export function lookUpStyle({ styles }: DocxStyles, id: string | null): { readonly list: ListPlace | null; readonly isHidden: boolean } {
  let list: ListPlace | null = null
  let isHidden = false
  let next = id
  for (let depth = 0; next !== null && depth < deepestStyle; depth += 1) {
    const style = styles.get(next)
    if (style === undefined) break
    list = list === null ? style.list : { list: list.list ?? style.list?.list ?? null, level: list.level ?? style.list?.level ?? null }
    isHidden ||= style.isHidden
    next = style.basedOn
  }
  return { list, isHidden }
}

/** Counts the numbered paragraphs of one document, in its order. */
export class DocxCounter {
  private readonly counts = new Map<string, Map<number, number>>()
  private readonly begun = new Set<string>()

  constructor(private readonly styles: DocxStyles) {}

  /** The number that Word prints before the next paragraph at this place, and what follows it: `（一）`, `1. `; `''` for a bullet. */
  next({ list: id, level: at }: ListPlace): string {
    const list = this.styles.lists.get(id ?? '')
    const level = list?.levels.get(at ?? 0)
    if (list === undefined || level === undefined) return ''
    this.count(id ?? '', list, at ?? 0, level)
    const counts = this.counts.get(list.definition)
    if (level.format === 'bullet') return ''
    const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const other = list.levels.get(Number(digit) - 1)
      const count = counts?.get(Number(digit) - 1) ?? other?.start ?? 1
      return writeNumber(count, level.isLegal ? 'decimal' : (other?.format ?? 'decimal'))
    })
    // `2` and `2019年` must not become one number.
    return level.follows !== 'nothing' && /[\dA-Za-z.]$/.test(text) ? `${text} ` : text
  }

  private count(id: string, list: List, at: number, level: Level): void {
    const counts = this.counts.get(list.definition) ?? new Map<number, number>()
    this.counts.set(list.definition, counts)
    const restart = this.begun.has(`${id}/${at}`) ? undefined : list.restarts.get(at)
    this.begun.add(`${id}/${at}`)
    const before = counts.get(at)
    counts.set(at, restart ?? (before === undefined ? level.start : before + 1))
    for (const [below, { restartsAfter }] of list.levels)
      if (below > at && restartsAfter !== 0 && (restartsAfter === null || at < restartsAfter)) counts.delete(below)
  }
}

const chineseDigits = '〇一二三四五六七八九'
const legalDigits = '零壹贰叁肆伍陆柒捌玖'
const stems = '甲乙丙丁戊己庚辛壬癸'
const branches = '子丑寅卯辰巳午未申酉戌亥'

const formats: Readonly<Record<string, (count: number) => string>> = {
  none: () => '',
  decimalZero: (count) => String(count).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  chineseCounting: (count) => writeChinese(count, chineseDigits, ['', '十', '百', '千']),
  chineseCountingThousand: (count) => writeChinese(count, chineseDigits, ['', '十', '百', '千']),
  taiwaneseCounting: (count) => writeChinese(count, chineseDigits, ['', '十', '百', '千']),
  taiwaneseCountingThousand: (count) => writeChinese(count, chineseDigits, ['', '十', '百', '千']),
  japaneseCounting: (count) => writeChinese(count, chineseDigits, ['', '十', '百', '千']),
  koreanCounting: (count) => writeChinese(count, chineseDigits, ['', '十', '百', '千']),
  ideographDigital: (count) => [...String(count)].map((digit) => chineseDigits[Number(digit)] ?? '').join(''),
  taiwaneseDigital: (count) => [...String(count)].map((digit) => chineseDigits[Number(digit)] ?? '').join(''),
  japaneseDigitalTenThousand: (count) => [...String(count)].map((digit) => chineseDigits[Number(digit)] ?? '').join(''),
  chineseLegalSimplified: (count) => writeChinese(count, legalDigits, ['', '拾', '佰', '仟']),
  ideographLegalTraditional: (count) => writeChinese(count, legalDigits, ['', '拾', '佰', '仟']),
  ideographTraditional: (count) => stems[count - 1] ?? String(count),
  ideographZodiac: (count) => branches[count - 1] ?? String(count),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: (count) => `(${count})`,
  decimalEnclosedFullstop: (count) => `${count}.`,
  ideographEnclosedCircle: (count) => (count >= 1 && count <= 10 ? String.fromCharCode(0x3280 + count - 1) : String(count)),
  upperLetter: (count) => letters(count).toUpperCase(),
  lowerLetter: letters,
  upperRoman: roman,
  lowerRoman: (count) => roman(count).toLowerCase(),
}

const writeNumber = (count: number, format: string): string => (formats[format] ?? String)(count)

function fullWidth(count: number): string {
  return String(count).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
}

function circled(count: number): string {
  return count >= 1 && count <= 20 ? String.fromCharCode(0x2460 + count - 1) : String(count)
}

/** 十一, 二十, 一百〇五: as Word counts headings. */
function writeChinese(count: number, digits: string, powers: readonly string[]): string {
  if (count === 0) return digits[0] ?? ''
  if (count > 9_999) return String(count)
  const figures = [...String(count)].map(Number)
  let written = ''
  figures.forEach((figure, at) => {
    const power = powers[figures.length - 1 - at] ?? ''
    if (figure !== 0) written += (digits[figure] ?? '') + power
    else if (figures.slice(at + 1).some((other) => other !== 0) && figures[at - 1] !== 0) written += digits[0] ?? ''
  })
  return count >= 10 && count < 20 && digits === chineseDigits ? written.slice(1) : written
}

/** a … z, aa, bb, as Word counts. */
function letters(count: number): string {
  return count < 1 || count > 780 ? String(count) : String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.floor((count - 1) / 26) + 1)
}

function roman(count: number): string {
  if (count < 1 || count > 3_999) return String(count)
  const steps: readonly (readonly [number, string])[] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let left = count
  let written = ''
  for (const [value, letter] of steps) {
    while (left >= value) {
      written += letter
      left -= value
    }
  }
  return written
}
