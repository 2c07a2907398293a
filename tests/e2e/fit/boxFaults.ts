import { heightOf, isShown, pairsThatMeet, placeOf, quote, seenBoxes, meet, widthOf } from './shownBoxes.ts'

/** A page that is wider than its window. */
export function sidewaysScroll(): string[] {
  const { scrollWidth } = document.documentElement
  if (scrollWidth <= window.innerWidth + 1) return []
  const wide = [...document.querySelectorAll('body *')].flatMap((element) =>
    isShown(element) ? seenBoxes(element).map(({ right }) => ({ element, right })) : [],
  )
  const widest = wide.reduce<(typeof wide)[number] | undefined>(
    (most, one) => (most && most.right >= one.right ? most : one),
    undefined,
  )?.element
  return [`${scrollWidth} px wide${widest ? `, up to ${placeOf(widest)} ${quote(widest.textContent.trim())}` : ''}`]
}

const controls =
  'a[href], button, input:not([type="hidden"]), select, textarea, summary, [role="button"], [role="slider"], [role="tab"], [role="option"], [role="checkbox"], [role="radio"], [role="switch"], [role="combobox"]'

/** Controls that lie over each other, so that one of them is hit by chance. */
export function overlappingControls(): string[] {
  const shown = [...document.querySelectorAll(controls)].filter((element) => isShown(element))
  const boxes = shown.flatMap((element) => seenBoxes(element).map((box) => ({ of: element, box })))
  return pairsThatMeet(boxes).flatMap(({ a, b, both, boxes: [first, second] }) => {
    // The box of a line is higher than what is printed in it.
    const height = Math.min(heightOf(first), heightOf(second))
    const isApart = widthOf(both) <= 2 || heightOf(both) <= Math.max(2, height * 0.3)
    if (a === b || isApart || a.contains(b) || b.contains(a) || areLabelled(a, b)) return []
    return [`${placeOf(a)} ${quote(nameOf(a))} × ${placeOf(b)} ${quote(nameOf(b))}`]
  })
}

const nameOf = (element: Element): string => element.getAttribute('aria-label') ?? element.textContent.replace(/\s+/g, ' ').trim()

/** Parts of one control: a field and its label, two handles of one slider. */
const areLabelled = (a: Element, b: Element): boolean => {
  const [one, other] = [a.closest('label, [role="group"].slider, .slider'), b.closest('label, [role="group"].slider, .slider')]
  return one !== null && one === other
}

/** Legends that lie over what they explain. */
export function hidingLegends(): string[] {
  return [...document.querySelectorAll('[class*="legend"]')].flatMap((legend) => {
    const figure = legend.closest('[data-chart], figure')
    if (!figure || !isShown(legend)) return []
    const drawn = [...figure.querySelectorAll('.chart svg, .chart canvas, .matrix, [role="grid"]')].filter(
      (drawing) => isShown(drawing) && !drawing.contains(legend) && !legend.contains(drawing),
    )
    const covers = drawn.some((drawing) =>
      seenBoxes(drawing).some((data) =>
        seenBoxes(legend).some((box) => {
          const both = meet(data, box)
          return both !== null && widthOf(both) > 2 && heightOf(both) > 2
        }),
      ),
    )
    return covers ? [`${placeOf(legend)} ${quote(legend.textContent.trim())}`] : []
  })
}

/** What shows something without a word. */
const showing = 'svg, canvas, img, iframe, video, input, textarea, select, progress, meter'

/** Boxes, figures and pages with nothing in them that says why. */
export function emptyBoxes(): string[] {
  const boxes = [...document.querySelectorAll<HTMLElement>('body *')].filter(
    (element) =>
      !(element instanceof SVGElement) &&
      !element.matches('td, th') &&
      element.textContent.trim() === '' &&
      isFramed(element) &&
      !hasShowing(element) &&
      isShown(element),
  )
  return [
    ...boxes.map((element) => `${placeOf(element)} ${element.offsetWidth}×${element.offsetHeight} px`),
    ...[...document.querySelectorAll<HTMLElement>('[data-chart]')].flatMap((figure) => emptyFigure(figure)),
    ...[...document.querySelectorAll<HTMLElement>('main')].flatMap((main) =>
      main.innerText.trim().length < 20 ? [`${placeOf(main)} the page`] : [],
    ),
  ]
}

const hasShowing = (element: Element): boolean =>
  element.matches(showing) || element.shadowRoot !== null || element.querySelector(showing) !== null

/** Large enough to be seen as a box, and drawn as one. */
function isFramed(element: HTMLElement): boolean {
  if (element.offsetWidth < 80 || element.offsetHeight < 36) return false
  const style = getComputedStyle(element)
  const edges = [style.borderTopWidth, style.borderRightWidth, style.borderBottomWidth, style.borderLeftWidth].filter(
    (width) => Number.parseFloat(width) >= 1,
  )
  const around = element.parentElement
  const isFilled =
    !/rgba\(.*, 0\)|transparent/.test(style.backgroundColor) &&
    around !== null &&
    getComputedStyle(around).backgroundColor !== style.backgroundColor
  return edges.length >= 3 || (isFilled && element.children.length === 0)
}

/** A figure without a mark, or without rows, has a sentence in its place. */
function emptyFigure(figure: HTMLElement): string[] {
  const body = [...figure.querySelectorAll<HTMLElement>(':scope > .body')].find((part) => !part.hidden)
  if (!body || !isShown(body)) return []
  const drawing = body.querySelector('.chart svg')
  const said = body.innerText.replace(drawing?.textContent ?? '', '').trim()
  const isBlank = drawing !== null && [...drawing.querySelectorAll('text')].every((text) => text.textContent.trim() === '')
  const hasNothing = drawing === null && said === '' && !hasShowing(body)
  const isWithoutRows = figure.dataset['rows'] === '0' && said.length < 8
  return (isBlank && said === '') || hasNothing || isWithoutRows
    ? [`${placeOf(figure)} the figure, ${figure.dataset['rows'] ?? '?'} rows`]
    : []
}
