import type { Agency } from '../agencies.ts'
import { formForYear } from '../forms/dueForm.ts'
import { formById } from '../forms/forms.ts'
import type { FormId } from '../forms/form.ts'
import type { Catalogue } from '../indicators/catalogue.ts'
import { ourCatalogue } from '../indicators/ourCatalogue.ts'
import type { Block, Grid, ReportDocument } from './document.ts'
import type { ParsedReport, Problem, Recognition, Unplaced } from './figure.ts'
import { placeTables } from './placeTables.ts'
import { columnsUnplaced, formForOtherYear, nowhere, rowUnplaced } from './problems.ts'
import { readClaims } from './readClaims.ts'
import { readIdentity } from './readIdentity.ts'
import type { ReaderContext } from './reader.ts'
import { readFile } from './reader.ts'
import { recognise } from './recognise.ts'
import { refuseReport } from './refuseReport.ts'
import { readBody } from './tableBodies.ts'

/** What `parseReport` needs from the place it runs in, and what a person has said. */
export interface ParseContext extends ReaderContext {
  readonly agencies: readonly Agency[]
  /** Given by a person: win over what the file says. */
  readonly agency?: string
  readonly year?: number
  /** The indicators that prose is read for; ours when absent. */
  readonly catalogue?: Pick<Catalogue, 'indicators'>
  /** In lower-case hexadecimal. */
  readonly sha256: (bytes: Uint8Array) => Promise<string>
}

/** A report as a file: its name, which may help to tell whose it is, and its bytes. */
export interface ReportFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** One file, read, with the paragraphs and tables that its figures were read from; null when it could not be read. */
export interface ReadReportFile {
  readonly parsed: ParsedReport
  readonly document: ReportDocument | null
}

/**
 * Reads one report: which agency and year, which form, every cell of its tables and every claim of its prose. Never throws for
 * what a file holds: a file that cannot be read keeps its element, with nulls and a problem that says why.
 */
export async function parseReport(file: ReportFile, context: ParseContext): Promise<ParsedReport> {
  return (await readReportFile(file, context)).parsed
}

/** As `parseReport`, with the document: a page shows where each figure was printed. */
export async function readReportFile({ name, bytes }: ReportFile, context: ParseContext): Promise<ReadReportFile> {
  const sha256 = await context.sha256(bytes)
  const read = await readFile(bytes, context)
  if ('refused' in read) return { parsed: refuseReport({ name, sha256 }, read.refused, context), document: null }
  return { parsed: { file: name, sha256, ...parseDocument(read.document, read.problems, name, context) }, document: read.document }
}

type Parsed = Omit<ParsedReport, 'file' | 'sha256'>

function parseDocument(document: ReportDocument, problems: readonly Problem[], fileName: string, context: ParseContext): Parsed {
  const {
    identity,
    recognised,
    problems: doubts,
  } = readIdentity(
    spellOut(document, () => true),
    {
      agencies: context.agencies,
      fileName,
      ...(context.agency === undefined ? {} : { agency: context.agency }),
      ...(context.year === undefined ? {} : { year: context.year }),
    },
  )
  const titled = context.agency === undefined && identity.title !== null ? readBody(identity.title) : null
  const names = [identity.agency, titled].filter((name) => name !== null)
  const tables = placeTables(document, names)
  const prose = spellOut(document, (block) => !tables.tableBlocks.has(block))
  // Tables from before 2014 carry cumulative totals, and so may the sentences around them: these stay text.
  const claims = readClaims(prose, {
    year: identity.year,
    agency: identity.agency,
    scope: identity.scope,
    form: tables.form ?? 'narrative',
    tableBlocks: tables.tableBlocks,
    catalogue: tables.form === 'pre2014' ? { indicators: [] } : (context.catalogue ?? ourCatalogue),
  })
  const unplaced: readonly Unplaced[] = [...tables.unplaced, ...tables.otherColumns, ...claims.unplaced]
  const rows = tables.unplaced.length
  return {
    report: { ...identity, form: tables.form },
    recognised: { ...recognised, form: recogniseForm(tables.form, identity.year) },
    figures: [...tables.figures, ...claims.figures],
    unplaced,
    problems: [
      ...problems,
      ...doubts,
      ...tables.problems,
      ...(rows > 0 ? [rowUnplaced(rows)] : []),
      ...sayOtherColumns(tables.otherColumns),
      ...otherYear(tables.form, identity.year),
    ],
  }
}

function sayOtherColumns(rows: readonly Unplaced[]): readonly Problem[] {
  const [first] = rows
  return first === undefined ? [] : [columnsUnplaced(rows.length, first.where)]
}

function recogniseForm(form: FormId | null, year: number | null): Recognition {
  if (form === null) return recognise('unsure', '表格带有两种表式的标志。', 'The tables carry the marks of two forms.')
  if (form === 'narrative') return recognise('likely', '没有读到统计表，按正文读取。', 'No statistics table was found; the prose was read.')
  if (form === 'pre2014') return recognise('certain', '表格是 2014 年以前的统计表。', 'The tables are from before 2014.')
  return otherYear(form, year).length > 0
    ? recognise('likely', '表格的栏目是这种表式，但与年度不符。', 'The headings are those of this form, which does not fit the year.')
    : recognise('certain', '表格的栏目是这种表式。', 'The headings are those of this form.')
}

function otherYear(form: FormId | null, year: number | null): readonly Problem[] {
  if (form === null || form === 'narrative' || form === 'pre2014' || year === null || formForYear(year) === form) return []
  return [formForOtherYear(formById(form).shortName, year)]
}

/**
 * The document with lines of grids said as paragraphs, in their place: a title, a heading or a date set between tabs is no table.
 * Only rows with a single text are taken; rows of several cells stay where they are.
 */
function spellOut(document: ReportDocument, isWanted: (grid: Grid) => boolean): ReportDocument {
  return {
    blocks: document.blocks.flatMap((block): readonly Block[] => {
      if (block.kind === 'paragraph' || !isWanted(block)) return [block]
      const lines = block.rows.flatMap(({ cells, where }): readonly Block[] => {
        const filled = cells.map(({ text }) => text.trim()).filter((text) => text !== '')
        return filled.length === 1
          ? [{ kind: 'paragraph', text: filled[0] ?? '', where: { ...nowhere, page: where.page, table: where.table, row: where.row } }]
          : []
      })
      return [...lines, block]
    }),
  }
}
