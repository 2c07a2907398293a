import { buildLocally } from '../../dataset/localDataset.ts'
import { mergePackage, readerOf, type LocalAdditions, type PackageFiles } from '../../dataset/localPackage.ts'
import { emptyDatabase } from '../../dataset/emptyDatabase.ts'
import type { TextFile, Workshop } from '../../dataset/compile.ts'
import { readPackage } from '../../dataset/readPackage.ts'
import { listReports, zipPackage } from '../../dataset/staticApi.ts'
import { sha256Hex } from '../../engine/sha256.ts'
import type { Catalogue } from '../../indicators/catalogue.ts'
import { writeCatalogue } from '../../indicators/catalogueFile.ts'
import { ourCatalogue } from '../../indicators/ourCatalogue.ts'
import { readCatalogue } from '../../indicators/readCatalogue.ts'
import type { ParsedReport } from '../../reports/figure.ts'
import { writeExportReadme } from './exportReadme.ts'
import { initialsByOrder } from './initials.ts'
import type { FromLocalWorker, LocalJob, LocalParts, LocalResults, ToLocalWorker } from './localMessages.ts'
import { findPackage, unpackZip } from './unpackPackage.ts'

/** The page that started this worker. */
interface PageSide {
  postMessage(message: FromLocalWorker, transfer: readonly Transferable[]): void
  addEventListener(event: 'message', hear: (event: MessageEvent<ToLocalWorker>) => void): void
}

const page = self as unknown as PageSide

type Answer = Extract<ToLocalWorker, { kind: 'answer' }>
const waiting = new Map<number, (answer: Answer) => void>()

page.addEventListener('message', ({ data }) => {
  if (data.kind === 'answer') {
    waiting.get(data.id)?.(data)
    waiting.delete(data.id)
    return
  }
  work(data.job).then(
    (result) => page.postMessage({ kind: 'done', result }, bytesOf(result)),
    (error: unknown) => page.postMessage({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }, []),
  )
})

const bytesOf = (result: LocalResults[LocalJob['do']]): Transferable[] => {
  const bytes = 'zip' in result ? result.zip : 'bytes' in result ? result.bytes : null
  return bytes ? [bytes.buffer] : []
}

async function work(job: LocalJob): Promise<LocalResults[LocalJob['do']]> {
  switch (job.do) {
    case 'build':
      return build(job)
    case 'export':
      return exportMerged(job)
    case 'open':
      return open(job.files)
  }
}

interface ReadParts {
  readonly files: PackageFiles
  readonly catalogue: Catalogue
  readonly local: LocalAdditions
}

/** @throws {Error} when the package or its catalogue cannot be read. */
function readParts({ zip, catalogue, reports, agencies }: LocalParts): ReadParts {
  const files = unpackZip(zip)
  if ('trouble' in files) throw new Error(files.trouble.en)
  const decoder = new TextDecoder()
  return {
    files,
    catalogue: catalogue === null ? catalogueOf(files) : readCatalogue(catalogue),
    local: { reports: reports.map((bytes) => JSON.parse(decoder.decode(bytes)) as ParsedReport), agencies },
  }
}

function catalogueOf(files: PackageFiles): Catalogue {
  const bytes = files.get('catalogue.json')
  return bytes ? readCatalogue(JSON.parse(new TextDecoder().decode(bytes))) : ourCatalogue
}

async function build({ parts, datasetId, published }: Extract<LocalJob, { do: 'build' }>): Promise<LocalResults['build']> {
  const read = readParts(parts)
  const out = 'dataset.duckdb'
  const built = await buildLocally({
    ...read,
    datasetId,
    published,
    workshop,
    openText,
    out,
    makeOut: async (blockSize) => {
      const bytes = emptyDatabase(blockSize)
      await ask((id) => ({ kind: 'put', id, name: out, bytes }), [bytes.buffer])
    },
    initialsOf: initialsByOrder,
    takeBytes: async () => {
      const { bytes } = await ask((id) => ({ kind: 'take', id, name: out }))
      if (!bytes) throw new Error('the workshop gave no file')
      return bytes
    },
  })
  return { ...built, catalogue: writeCatalogue(read.catalogue) }
}

let asked = 0

/** One step in the workshop of the page, after all steps before it. @throws {Error} the engine's own message. */
function ask(step: (id: number) => FromLocalWorker, transfer: readonly Transferable[] = []): Promise<Answer> {
  const id = asked++
  return new Promise((resolve, reject) => {
    waiting.set(id, (answer) => (answer.error === undefined ? resolve(answer) : reject(new Error(answer.error))))
    page.postMessage(step(id), transfer)
  })
}

const workshop: Workshop = {
  run: async (text) => void (await ask((id) => ({ kind: 'run', id, text }))),
  query: (statement) => ask((id) => ({ kind: 'query', id, statement })),
}

/** A file in the workshop's memory: written here, handed over when it is closed. */
function openText(name: string): TextFile {
  const encoder = new TextEncoder()
  const pieces: Uint8Array[] = []
  let text = ''
  const flush = (): void => {
    pieces.push(encoder.encode(text))
    text = ''
  }
  return {
    path: name,
    write(more) {
      text += more
      if (text.length > 1 << 20) flush()
    },
    close() {
      flush()
      const bytes = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
      let at = 0
      for (const piece of pieces) {
        bytes.set(piece, at)
        at += piece.length
      }
      // A statement that names the file comes after it and fails when it is not there.
      ask((id) => ({ kind: 'put', id, name, bytes }), [bytes.buffer]).catch(() => undefined)
    },
  }
}

async function exportMerged({ parts, on }: Extract<LocalJob, { do: 'export' }>): Promise<LocalResults['export']> {
  const { files, catalogue, local } = readParts(parts)
  const merged = await mergePackage(files, catalogue, local)
  const packed = new Map(merged.files)
  const read = await readPackage(readerOf(packed), catalogue, () => undefined)
  if (read.rejects.length > 0) return { rejects: read.rejects }
  const isLocal = new Set(merged.placed.map(({ report }) => report))
  const drafts = listReports(read.reports.filter((report) => isLocal.has(report.report_id)))
  const readme = files.get('README.md')
  packed.set('README.md', new TextEncoder().encode(writeExportReadme(drafts, on, readme ? new TextDecoder().decode(readme) : null)))
  return { zip: await zipPackage(readerOf(packed)) }
}

async function open(files: PackageFiles): Promise<LocalResults['open']> {
  const found = findPackage(files)
  if ('trouble' in found) return found
  let catalogue: Catalogue
  try {
    catalogue = catalogueOf(found)
  } catch (error) {
    const why = (error instanceof Error ? error.message : String(error)).slice(0, 300)
    const reason = { zh: `读不了这份指标目录：${why}`, en: `this catalogue cannot be read: ${why}` }
    return { rejects: [{ file: 'catalogue.json', line: null, column: null, code: 'catalogue', reason }] }
  }
  const { descriptor, rejects } = await readPackage(readerOf(found), catalogue, () => undefined)
  if (rejects.length > 0 || descriptor === null) return { rejects }
  const zip = await zipPackage(readerOf(found))
  return { zip, sha256: sha256Hex(zip), name: descriptor.name, title: descriptor.titles }
}
