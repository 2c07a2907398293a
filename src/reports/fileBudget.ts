import type { FileKind } from './sniffFile.ts'

/** Bytes beyond which no file is opened at all. */
export const largestFile = 200_000_000

/** Bytes that a file of one kind may have: a text of twenty megabytes is a thousand reports; packed files and PDFs carry pictures. */
export const mostBytes = (kind: FileKind): number => (['docx', 'xlsx', 'pdf', 'zip'].includes(kind) ? largestFile : 20_000_000)

/** Paragraphs and cells that a file may yield. A report has some thousand; a page that was handed millions would stand still. */
export const mostParts = 200_000

/** Milliseconds that one file may take to be read. */
export const readingTime = (isPdf: boolean): number => (isPdf ? 60_000 : 20_000)
