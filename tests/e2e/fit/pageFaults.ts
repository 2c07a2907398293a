import { emptyBoxes, hidingLegends, overlappingControls, sidewaysScroll } from './boxFaults.ts'
import { listTexts, type ShownText } from './shownBoxes.ts'
import {
  brokenWords,
  cutTexts,
  foreignWords,
  labelsAlike,
  overlappingTexts,
  smallTexts,
  textsOutside,
  untranslatedTexts,
} from './textFaults.ts'

/* What a page must not show to anybody, whatever it is about. Runs in the page; each rule by itself. */

/** What the page is meant to look like. */
export interface Appearance {
  readonly lang: 'zh' | 'en'
  readonly theme: 'light' | 'dark' | 'care'
  /** Chinese names that stand in an English page, because they have no other form. */
  readonly names: readonly string[]
}

/** A page as it is seen: read once for all rules. */
interface SeenPage extends Appearance {
  readonly texts: readonly ShownText[]
}

/** Every rule by its name. */
export const rules = {
  'sideways scroll': () => sidewaysScroll(),
  'text outside of its drawing': ({ texts }) => textsOutside(texts),
  'overlapping text': ({ texts }) => overlappingTexts(texts),
  'cut text': ({ texts }) => cutTexts(texts),
  'labels alike': ({ texts, names }) => labelsAlike(texts, names),
  'small text': ({ texts, theme }) => smallTexts(texts, theme),
  'word of the machine': ({ texts }) => foreignWords(texts),
  'broken word': ({ texts }) => brokenWords(texts),
  'untranslated text': ({ texts, lang, names }) => untranslatedTexts(texts, lang, names),
  'overlapping controls': () => overlappingControls(),
  'legend over data': () => hidingLegends(),
  'empty box': () => emptyBoxes(),
} satisfies Record<string, (page: SeenPage) => readonly string[]>

/** The most faults of a rule that are named one by one. */
const most = 6

/** Every fault of the page, as a sentence with the rule's name. */
export function findPageFaults(appearance: Appearance): string[] {
  // What stays in sight lies over what is scrolled below it.
  window.scrollTo(0, 0)
  layOutAll()
  const page: SeenPage = { ...appearance, texts: listTexts() }
  return Object.entries(rules).flatMap(([rule, find]) => {
    const faults = [...new Set(find(page))]
    const more = faults.length > most ? [`… ${faults.length} in all`] : []
    return [...faults.slice(0, most), ...more].map((fault) => `${rule} | ${fault}`)
  })
}

/** Rows that are laid out when they come into sight are laid out now: until then they are only as high as was guessed. */
function layOutAll(): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('* { content-visibility: visible !important }')
  document.adoptedStyleSheets = [sheet]
}
