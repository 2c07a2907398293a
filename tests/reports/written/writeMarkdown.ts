import type { PaperPart, PaperRow, WrittenReport } from './writtenReport.ts'

/** How a pipe table is written. */
export type MarkdownMarkup = 'bars around' | 'no bars around' | 'columns padded' | 'heading row empty'
export const markdownMarkups: readonly MarkdownMarkup[] = ['bars around', 'no bars around', 'columns padded', 'heading row empty']

/** The report as Markdown with pipe tables. */
export const writeMarkdown = ({ parts }: WrittenReport, markup: MarkdownMarkup): string => `${parts.map((part) => writePart(part, markup)).join('\n\n')}\n`

function writePart(part: PaperPart, markup: MarkdownMarkup): string {
  if (part.kind === 'table') return writeTable(part.rows, markup)
  const texts = part.sentences.map(({ text }) => text.replaceAll('*', '\\*'))
  if (part.kind === 'title') return texts.map((text) => `# ${text}`).join('\n\n')
  if (part.kind === 'heading') return texts.map((text) => `## ${text}`).join('\n\n')
  if (part.kind === 'page') return `${texts.join('')}\n\n---`
  return part.kind === 'prose' ? texts.join('') : texts.join('\n\n')
}

function writeTable(rows: readonly PaperRow[], markup: MarkdownMarkup): string {
  const width = Math.max(...rows.map(({ cells }) => cells.reduce((sum, { span }) => sum + span, 0)))
  const lines = rows.map(({ cells }) => cells.flatMap(({ text, span }) => [escape(text), ...Array.from({ length: span - 1 }, () => '')]))
  const [first = [], ...rest] = lines
  const rule = Array.from({ length: width }, (_, at) => (at === 0 ? ':---' : '---:'))
  const empty = Array.from({ length: width }, () => '')
  const all = markup === 'heading row empty' ? [empty, rule, ...lines] : [first, rule, ...rest]
  return all.map((cells) => writeLine(cells, markup)).join('\n')
}

const escape = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('*', '\\*').replaceAll('\n', '<br>')

function writeLine(cells: readonly string[], markup: MarkdownMarkup): string {
  if (markup === 'no bars around' && cells[0]?.trim() !== '' && cells.at(-1)?.trim() !== '') return cells.join(' | ')
  return `| ${cells.map((text) => (markup === 'columns padded' ? text.padEnd(8) : text)).join(' | ')} |`
}
