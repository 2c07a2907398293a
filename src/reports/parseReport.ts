import type { Agency } from '../agencies.ts'
import { formById, formForYear } from '../forms/forms.ts'
import type { FormId } from '../forms/form.ts'
import type { Catalogue } from '../indicators/catalogue.ts'
import { ourCatalogue } from '../indicators/ourCatalogue.ts'
import type { Block, Grid, ReportDocument } from './document.ts'
import type { ParsedReport, Problem, ReportIdentity, Unplaced } from './figure.ts'
import { placeTables } from './placeTables.ts'
import { formForOtherYear, nowhere, rowUnplaced } from './problems.ts'
import { readClaims } from './readClaims.ts'
import { readIdentity } from './readIdentity.ts'
import type { ReaderContext } from './reader.ts'
import { readers } from './reader.ts'
import { sniffFile } from './sniffFile.ts'

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

/**
 * Reads one report: which agency and year, which form, every cell of its tables and every claim of its prose. Never throws for
 * what a file holds: a file that cannot be read keeps its element, with nulls and a problem that says why.
 */
export async function parseReport(
  file: { readonly name: string; readonly bytes: Uint8Array },
  context: ParseContext,
): Promise<ParsedReport> {
  const sha256 = await context.sha256(file.bytes)
  const read = await readers[sniffFile(file.bytes)](file.bytes, context)
  const parsed = 'refused' in read ? refused(read.refused, context) : parseDocument(read.document, read.problems, file.name, context)
  return { file: file.name, sha256, ...parsed }
}

type Parsed = Omit<ParsedReport, 'file' | 'sha256'>

function refused(problem: Problem, { agencies, agency, year }: ParseContext): Parsed {
  const known = agencies.find(({ id, name }) => id === agency || name === agency)
  const report: ReportIdentity = {
    agency: known?.name ?? agency ?? null,
    agency_id: known?.id ?? null,
    year: year ?? null,
    form: null,
    scope: null,
    period_start: null,
    period_end: null,
    published_on: null,
    title: null,
  }
  return { report, figures: [], unplaced: [], problems: [problem] }
}

function parseDocument(document: ReportDocument, problems: readonly Problem[], fileName: string, context: ParseContext): Parsed {
  const tables = placeTables(document)
  const { identity, problems: doubts } = readIdentity(
    spellOut(document, () => true),
    {
      agencies: context.agencies,
      fileName,
      ...(context.agency === undefined ? {} : { agency: context.agency }),
      ...(context.year === undefined ? {} : { year: context.year }),
    },
  )
  const prose = spellOut(document, (block) => !tables.tableBlocks.has(block))
  // Tables from before 2014 carry cumulative totals, and so may the sentences around them.
  const claims = readClaims(prose, {
    year: identity.year,
    form: tables.form ?? 'narrative',
    tableBlocks: tables.tableBlocks,
    catalogue: context.catalogue ?? ourCatalogue,
  })
  const unplaced: readonly Unplaced[] = [...tables.unplaced, ...claims.unplaced]
  const rows = tables.unplaced.length
  return {
    report: { ...identity, form: tables.form },
    figures: tables.form === 'pre2014' ? [] : [...tables.figures, ...claims.figures],
    unplaced,
    problems: [
      ...problems,
      ...doubts,
      ...tables.problems,
      ...(rows > 0 ? [rowUnplaced(rows)] : []),
      ...otherYear(tables.form, identity.year),
    ],
  }
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
