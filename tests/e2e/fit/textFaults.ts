import { heightOf, meet, pairsThatMeet, placeOf, quote, placesOfLines, widthOf, type ShownText } from './shownBoxes.ts'

/** Texts of a drawing that stand out of it, where they are cut. */
export function textsOutside(texts: readonly ShownText[]): string[] {
  return texts.flatMap(({ element, text, lines }) => {
    const drawing = element.closest('svg')
    if (!drawing || drawing.parentElement?.closest('svg')) return []
    const edge = drawing.getBoundingClientRect()
    // The box of a line is higher than what is printed in it.
    const isOutside = lines.some(
      (line) =>
        line.left < edge.left - 1.5 ||
        line.right > edge.right + 1.5 ||
        line.top < edge.top - heightOf(line) / 5 ||
        line.bottom > edge.bottom + heightOf(line) / 5,
    )
    return isOutside ? [`${placeOf(element)} ${quote(text)}`] : []
  })
}

/** Is it a halo of the other: the same words at the same place? */
const isSame = (a: ShownText, b: ShownText): boolean =>
  a.text === b.text &&
  Math.abs((a.lines[0]?.left ?? 0) - (b.lines[0]?.left ?? 0)) < 2 &&
  Math.abs((a.lines[0]?.top ?? 0) - (b.lines[0]?.top ?? 0)) < 2

/** Texts printed over each other. */
export function overlappingTexts(texts: readonly ShownText[]): string[] {
  const boxes = texts.flatMap((text) => text.seen.map((box) => ({ of: text, box })))
  return pairsThatMeet(boxes).flatMap(({ a, b, both, boxes: [first, second] }) => {
    const height = Math.min(heightOf(first), heightOf(second))
    if (a === b || isSame(a, b) || widthOf(both) <= 2.5 || heightOf(both) <= height * 0.36) return []
    return [`${placeOf(a.element)} ${quote(a.text)} × ${quote(b.text)} ${widthOf(both).toFixed(0)}×${heightOf(both).toFixed(0)} px`]
  })
}

/** Texts cut by a box that cannot be scrolled, where no tip says the whole. */
export function cutTexts(texts: readonly ShownText[]): string[] {
  return texts.flatMap(({ element, text, cut }) =>
    cut > 1.5 && element.closest('svg, [title]') === null ? [`${placeOf(element)} ${quote(text)} by ${cut.toFixed(0)} px`] : [],
  )
}

/**
 * Px below which nothing is printed, but for the letters of a grade (10 of 12), the figures of a matrix (11 of 12), and in large
 * type the words of a drawing that would be cut otherwise (18 of 24, still half as large again as usual).
 */
const smallest = { light: 12, dark: 12, care: 24 } as const

/** Texts smaller than the design allows. */
export function smallTexts(texts: readonly ShownText[], theme: keyof typeof smallest): string[] {
  return texts.flatMap(({ element, text }) => {
    const size = Number.parseFloat(getComputedStyle(element).fontSize)
    const allowed = smallest[theme] * shareAllowed(element, text, theme)
    return size > allowed - 0.1 ? [] : [`${placeOf(element)} ${quote(text)} ${size} px`]
  })
}

function shareAllowed(element: Element, text: string, theme: keyof typeof smallest): number {
  const isLetter = [...text].length === 1 && (element.closest('svg') !== null || Number(getComputedStyle(element).fontWeight) >= 600)
  if (isLetter) return 10 / 12
  if (theme === 'care' && element.closest('svg') !== null) return 18 / 24
  return element.closest('.cell, .matrix, .rug') === null ? 1 : 11 / 12
}

const machineWords = /(?<![\w.])(?:NaN|undefined|null|Infinity)(?!\w)|\[object /

/** Names cut short in a drawing until two of them are the same. */
export function labelsAlike(texts: readonly ShownText[], names: readonly string[]): string[] {
  const cut = texts.filter(({ element, text }) => element.closest('svg') !== null && /(?:\.\.\.|…)$/.test(text))
  return cut.flatMap((label, at) => {
    const stem = label.text.replace(/(?:\.\.\.|…)$/, '')
    const other = cut
      .slice(at + 1)
      .find(({ element, text }) => text === label.text && element.closest('svg') === label.element.closest('svg'))
    const isAlike = other !== undefined && names.filter((name) => name.startsWith(stem)).length > 1
    return isAlike ? [`${placeOf(label.element)} ${quote(label.text)} twice`] : []
  })
}

/** What programs print where a value is missing. */
export function foreignWords(texts: readonly ShownText[]): string[] {
  const inText = texts.filter(({ element }) => element.closest('code, pre') === null).map(({ element, text }) => ({ element, text }))
  return [...inText, ...spokenTexts()].flatMap(({ element, text }) =>
    machineWords.test(text.replace(/“[^”]*”/g, '')) ? [`${placeOf(element)} ${quote(text)}`] : [],
  )
}

/** What is said of an element without being printed on the page. */
function spokenTexts(): { readonly element: Element; readonly text: string }[] {
  return ['title', 'aria-label', 'placeholder', 'alt', 'aria-description'].flatMap((name) =>
    [...document.querySelectorAll(`[${name}]`)].map((element) => ({ element, text: element.getAttribute(name) ?? '' })),
  )
}

/** English words that go on in the next line without a hyphen. */
export function brokenWords(texts: readonly ShownText[]): string[] {
  return [...texts.flatMap((text) => brokenInFlow(text)), ...brokenInDrawings(texts)]
}

/** Words proper; addresses, names of files and of fields may be broken anywhere. */
const plainWord = /(?<![\w./:@#=&%~_-])[A-Za-z][a-z]{2,}(?![\w/:@#=&%~_]|[.-]\w)/g

function brokenInFlow({ element, node, lines }: ShownText): string[] {
  if (lines.length < 2 || element.closest('code, pre') !== null) return []
  const { hyphens, writingMode } = getComputedStyle(element)
  if (hyphens === 'auto') return []
  return [...node.data.matchAll(plainWord)].flatMap(({ 0: word, index }) => {
    const places = placesOfLines(node, index, index + word.length, writingMode.startsWith('vertical'))
    return new Set(places).size > 1 ? [`${placeOf(element)} “${word}” in ${quote(node.data.trim())}`] : []
  })
}

/** A drawing prints each line by itself: two that only make a word together were one. */
function brokenInDrawings(texts: readonly ShownText[]): string[] {
  const drawn = texts.filter(({ element }) => element.closest('svg') !== null)
  if (drawn.length === 0) return []
  const words = wordsOfPage()
  return drawn.flatMap((upper, at) => {
    const lower = drawn[at + 1]
    const start = /[A-Za-z]+$/.exec(upper.text)?.[0]
    const end = /^[a-z]+/.exec(lower?.text ?? '')?.[0]
    if (!lower || !start || !end || !standsBelow(upper, lower)) return []
    return words.has((start + end).toLowerCase()) ? [`${placeOf(upper.element)} “${start}|${end}”`] : []
  })
}

/** Every English word of the page, also of tables that are not open. */
function wordsOfPage(): Set<string> {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts = spokenTexts().map(({ text }) => text)
  while (walker.nextNode()) texts.push((walker.currentNode as Text).data)
  return new Set(texts.flatMap((text) => (text.match(/[A-Za-z]+/g) ?? []).map((word) => word.toLowerCase())))
}

function standsBelow(upper: ShownText, lower: ShownText): boolean {
  const [above, below] = [upper.lines[0], lower.lines[0]]
  if (!above || !below || upper.element.closest('svg') !== lower.element.closest('svg')) return false
  const step = below.top - above.top
  const inColumn = meet({ ...above, top: 0, bottom: 1 }, { ...below, top: 0, bottom: 1 })
  return step > heightOf(above) * 0.5 && step < heightOf(above) * 1.6 && inColumn !== null
}

/** Texts in the other language: Chinese in an English page but names and what a report says, English sentences in a Chinese one. */
export function untranslatedTexts(texts: readonly ShownText[], lang: 'zh' | 'en', names: readonly string[]): string[] {
  const inText = texts.map(({ element, text }) => ({ element, text }))
  const all = [...inText, ...spokenTexts().filter(({ element }) => element.closest('iframe') === null)]
  const ordered = [...names].sort((a, b) => b.length - a.length)
  return all.flatMap(({ element, text }) => {
    if (element.closest('code, pre, textarea, [data-verbatim]') !== null || standsInReport(element)) return []
    const isForeign = lang === 'en' ? isChinese(element, text, ordered) : isEnglish(element, text)
    return isForeign ? [`${placeOf(element)} ${quote(text)}`] : []
  })
}

/** 宋体 means one thing: these characters stand in the report. */
const standsInReport = (element: Element): boolean => /SimSun/.test(getComputedStyle(element).fontFamily.split(',')[0] ?? '')

/** What is quoted, what stands in brackets after its English words, and numbers of notices. */
const original = /国[\u4e00-\u9fff]*(?:〔\d{4}〕|第)\d+号|“[^”]*”|「[^」]*」|‘[^’]*’|\([^()]*\)|（[^（）]*）/g

const isChinese = (element: Element, text: string, names: readonly string[]): boolean => {
  if (!chinese.test(text) || element.closest('[lang^="zh"]:not(html)') !== null) return false
  // A name that a drawing has no room for ends in dots.
  const [, stem = ''] = /^(?:[\d,.%]+ )?(.+?)(?:\.\.\.|…)$/.exec(text) ?? []
  if (stem !== '' && names.some((name) => name.startsWith(stem))) return false
  // A name may be set in two parts, its place and its kind.
  if (names.some((name) => name.endsWith(text) || name.startsWith(text))) return false
  const rest = names.reduce((left, name) => (left.includes(name) ? left.replaceAll(name, '') : left), text.replace(original, ''))
  return chinese.test(rest)
}

const chinese = /[\u3400-\u9fff]/

const isEnglish = (element: Element, text: string): boolean =>
  element.closest('[lang^="en"]:not(html)') === null && /\b[A-Z]?[a-z]+ [a-z]+ [a-z]{2,}\b/.test(text)
