import { wordCell, writeWordDocument, type WordBlock } from './wordDocument.ts'

/** A table of a brief; widths in parts of the whole, which are 100. */
export interface BriefTable {
  readonly columns: readonly { readonly name: string; readonly width: number; readonly align?: 'right' }[]
  readonly rows: readonly (readonly string[])[]
}

/** A section of a brief: what stands in it is whole, or `cut` says what does not. */
export interface BriefSection {
  readonly id: 'filings' | 'figures' | 'flat' | 'outcomes' | 'findings' | 'carried' | 'asks'
  readonly title: string
  readonly lines: readonly string[]
  readonly table: BriefTable | null
  readonly cut: string | null
}

/** A supervision brief as data, for the page and for a file alike. */
export interface Brief {
  readonly kind: string
  readonly title: string
  readonly about: readonly string[]
  readonly sections: readonly BriefSection[]
  readonly note: string
}

/** 170 mm between the margins of the file. */
const fileWidth = 170

/** The brief as a Word file on A4. `foot`: where it is from, under every page. */
export function writeBriefDocument(brief: Brief, foot: string, day: string): Uint8Array {
  const blocks: readonly WordBlock[] = [
    { kind: 'title', text: brief.title },
    ...brief.about.map((text): WordBlock => ({ kind: 'plain', text })),
    ...brief.sections.flatMap(writeSection),
    { kind: 'small', text: brief.note },
  ]
  return writeWordDocument({ title: `${brief.kind} ${brief.title}`, blocks, foot, size: 'sheet' }, day)
}

function writeSection({ title, lines, table, cut }: BriefSection): readonly WordBlock[] {
  return [
    { kind: 'heading', text: title },
    ...lines.map((text): WordBlock => ({ kind: 'plain', text })),
    ...(table === null || table.rows.length === 0 ? [] : [writeTable(table)]),
    ...(cut === null ? [] : [{ kind: 'small' as const, text: cut }]),
  ]
}

const writeTable = ({ columns, rows }: BriefTable): WordBlock => ({
  kind: 'table',
  widths: columns.map(({ width }) => (width * fileWidth) / 100),
  head: columns.map(({ name }) => name),
  rows: rows.map((row) =>
    row.map((text, at) =>
      columns[at]?.align === 'right' ? wordCell(text, 'right') : { lines: text.split('\n').map((line) => ({ text: line })) },
    ),
  ),
})
