/** What stands under a chapter's heading, up to the next heading; null when the heading is not there. */
export function findChapter(prose: readonly string[], number: string): string | null {
  const lines = prose.flatMap((paragraph) => paragraph.normalize('NFKC').split('\n')).map((line) => line.replace(/\s/g, ''))
  const heading = (line: string): string | undefined => /^([一二三四五六七八九十])、/.exec(line)?.[1]
  const from = lines.findIndex((line) => heading(line) === number)
  if (from < 0) return null
  const length = lines.slice(from + 1).findIndex((line) => heading(line) !== undefined)
  const rest = lines.slice(from + 1, length < 0 ? undefined : from + 1 + length)
  return rest.join('\n')
}

/** Does a chapter say that there is nothing to say? */
export const saysNothing = (text: string): boolean =>
  /^(?:无|没有|暂无|本年度无|无其他需要报告的事项|无需要报告的其他事项)?[。.]?$/.test(text.trim())
