/** About how wide a text is drawn, in px: a Chinese character as wide as the type is high, capitals and digits wider than the rest. */
export function measureText(text: string, size: number): number {
  let width = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    width += code > 0x2e7f ? 1 : code > 0x2010 && code < 0x2070 ? 1 : /[A-Z\dMWmw%@]/.test(character) ? 0.66 : 0.54
  }
  return width * size
}

/** Marks that no line begins with, and those that none ends with. */
const neverFirst = /^[，。、；：？！）】》」』”’…·,.;:!?)\]}%]/u
const neverLast = /[（【《「『“‘([{]$/u

/** A text in lines of at most this width: between Chinese characters, else between words; what has no gap is cut. */
export function wrapText(text: string, size: number, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(text)) {
    if (line !== '' && measureText(line + piece.trimEnd(), size) > width) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else line += piece
    while (measureText(line.trimEnd(), size) > width && [...line].length > 1) {
      const cut = fitTo(line, size, width)
      lines.push(cut)
      line = line.slice(cut.length)
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  return lines
}

/** What stays together: a word with the marks at it, or one Chinese character with them. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = []
  for (const found of text.replace(/\s+/g, ' ').matchAll(/[^\s\u2e80-\uffef]+ ?|[\u2e80-\uffef]| /gu)) {
    const [piece] = found
    const before = pieces.at(-1)
    if (before !== undefined && (neverFirst.test(piece) || neverLast.test(before))) pieces[pieces.length - 1] = before + piece
    else pieces.push(piece)
  }
  return pieces
}

/** As many whole characters as fit, at least one. */
function fitTo(text: string, size: number, width: number): string {
  let kept = ''
  for (const character of text) {
    if (kept !== '' && measureText(kept + character, size) > width) break
    kept += character
  }
  return kept
}
