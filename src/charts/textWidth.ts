/** Where a line of its own begins: at `start`, or as much further left as it needs to end before `end`; never left of 4 px. */
export const startOfLine = (text: string, size: number, start: number, end: number): number =>
  Math.max(4, Math.min(start, end - estimateWidth(text, size) * 1.04))

/** A text cut to a width in px, with an ellipsis where something is cut. */
export function fitText(text: string, size: number, width: number): string {
  if (estimateWidth(text, size) <= width) return text
  const characters = [...text]
  while (characters.length > 1 && estimateWidth(`${characters.join('')}…`, size) > width) characters.pop()
  return `${characters.join('').trimEnd()}…`
}

/** Type small enough for a text's room, down to the least that is read with ease; what is wider even then is cut as it is drawn. */
export function shrinkStyle(text: string, size: number, width: number): Readonly<Record<string, unknown>> {
  // Without a width of its own, the paper behind a text is no wider than the text.
  if (estimateWidth(text, size) <= width) return { text, fontSize: size }
  const least = Math.min(size, Math.max(12, size * 0.76))
  const fontSize = Math.min(size, Math.max(least, (size * width) / Math.max(1, estimateWidth(text, size) * 0.92)))
  return { text, fontSize, width, overflow: 'truncate' }
}

/** A text in type small enough for its room, down to the least that is read with ease; only then it is cut. */
export function shrinkText(text: string, size: number, width: number): { readonly text: string; readonly fontSize: number } {
  const least = Math.min(size, Math.max(12, size * 0.76))
  // Running words without figures are narrower than the estimate, which has to hold for numbers too.
  const room = width / (/^[a-z ,.()-]+$/iu.test(text) ? 0.97 : 1)
  const fontSize = Math.min(size, Math.max(least, (size * room) / Math.max(1, estimateWidth(text, size))))
  return { text: fitText(text, fontSize, room), fontSize }
}

/** About how wide a text is drawn, in px, without a canvas: a Chinese character is as wide as the type is high, a Latin one half. */
export function estimateWidth(text: string, size: number): number {
  return [...text].reduce((width, character) => width + (character.charCodeAt(0) > 0x2e7f || character === '…' ? size : size * 0.56), 0)
}
