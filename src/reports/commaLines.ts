/** So many lines make a sheet that was saved with commas. */
const leastLines = 10

/**
 * A sheet saved with commas between its cells (.csv), with tabs in their place; any other text as it is. Every line of such a file has
 * as many commas as the others.
 */
export function tabsForCommas(text: string): string {
  if (!text.includes(',') || text.includes('\t')) return text
  const rows = splitRows(text)
  const filled = rows.filter((cells) => cells.some((cell) => cell.trim() !== ''))
  const counts = new Map<number, number>()
  for (const { length } of filled) counts.set(length, (counts.get(length) ?? 0) + 1)
  const [[width, times] = [0, 0]] = [...counts].sort(([, one], [, other]) => other - one)
  if (width < 3 || times < leastLines || times < filled.length * 0.8) return text
  return rows.map((cells) => cells.map((cell) => cell.replace(/[\t\n]/g, ' ')).join('\t')).join('\n')
}

/** Cells between commas; in quotation marks they may hold commas, line breaks and, doubled, quotation marks. */
function splitRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  const cells = /(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n|$)/y
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  while (cells.lastIndex < plain.length) {
    const [, quoted, bare, end] = cells.exec(plain) ?? []
    // A quotation mark inside a cell: no such file.
    if (end === undefined) return []
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '')
    if (end === '\n') rows.push([])
  }
  return rows
}
