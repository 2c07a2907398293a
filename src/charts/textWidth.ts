/** About how wide a text is drawn, in px, without a canvas: a Chinese character is as wide as the type is high, a Latin one half. */
export function estimateWidth(text: string, size: number): number {
  return [...text].reduce((width, character) => width + (character.charCodeAt(0) > 0x2e7f ? size : size * 0.56), 0)
}
