const longest = 100
/** Most file systems count 255 bytes; what a browser or an archive puts behind or before a name needs some of them. */
const mostBytes = 230

/** Names that belong to devices on Windows, with whatever ending. */
const devices = /^(con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])$/i

/** Controls, halves of characters, and marks without width, among them those that turn the direction of a name. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufeff]/gu

/**
 * A name under which Windows, macOS and Linux take a file, and Excel opens it: no path, no reserved, unseen or direction-turning characters, no name of a
 * device, no dot or space at either end, at most 100 characters and 230 bytes with its ending (`docx`). `instead` where nothing is left.
 */
export function safeFileName(name: string, ending: string, instead = 'file'): string {
  const cleaned = trimEnds(
    name
      .normalize('NFC')
      .replace(unseen, '')
      .replace(/[<>:"/\\|?*[\]]/g, '-')
      .replace(/\s+/g, ' '),
  )
  const [first = ''] = cleaned.split('.')
  const free = devices.test(first.trim()) ? `_${cleaned}` : cleaned
  const stem = trimEnds(cutTo(free, longest - ending.length - 1, mostBytes - ending.length - 1))
  return `${stem === '' ? instead : stem}.${ending}`
}

/** Gives each name a number where another is the same, as Windows counts: without regard to case. */
export function tellNamesApart(names: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const dot = name.lastIndexOf('.')
    const [stem, ending] = [name.slice(0, dot), name.slice(dot + 1)]
    let free = name
    for (let number = 2; taken.has(fold(free)); number += 1) {
      const mark = ` (${number})`
      free = `${cutTo(stem, longest - ending.length - 1 - mark.length, mostBytes - ending.length - 1 - mark.length)}${mark}.${ending}`
    }
    taken.add(fold(free))
    return free
  })
}

const fold = (name: string): string => name.normalize('NFC').toLowerCase().toUpperCase()

/** A leading dot hides a file, a leading hyphen reads as an option, and Windows drops dots and spaces at the end. */
const trimEnds = (name: string): string => name.replace(/^[\s.-]+/, '').replace(/[\s.-]+$/, '')

const bytesOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

/** The beginning of a text, by whole characters. */
function cutTo(text: string, characters: number, bytes: number): string {
  let [kept, size] = ['', 0]
  for (const character of text) {
    size += bytesOf(character)
    if (kept.length + character.length > characters || size > bytes) break
    kept += character
  }
  return kept
}
