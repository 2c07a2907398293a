import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'

/** The files behind what a person named, in that order, folders opened; and what in the folders is no report. */
export interface ListedFiles {
  readonly files: readonly string[]
  readonly skipped: readonly string[]
  /** Folders without a single file to read. */
  readonly empty: readonly string[]
}

/** What systems and programs leave beside documents, and what a saved web page brings along. */
const systemFile = /^(?:\.|~\$|\._|Thumbs\.db$|desktop\.ini$|__MACOSX$)/i
const pageFolder = /(?:_files|\.files|_文件)$/i
const neverReport = /\.(?:css|js|mjs|map|json|ico|svg|woff2?|ttf|eot|db|ini|lnk|csv|log|exe|dll|py|sh|bat)$/i

/**
 * Lists the files to read. A file that is named stays, whatever it is; of a folder every file below it that may be a report, sorted by
 * name. Linked folders are not entered, so that no circle is.
 */
export function listFiles(named: readonly string[]): ListedFiles {
  const files: string[] = []
  const skipped: string[] = []
  const empty: string[] = []
  for (const place of named) {
    if (statSync(place, { throwIfNoEntry: false })?.isDirectory() !== true) {
      files.push(place)
      continue
    }
    const before = files.length
    listFolder(place, files, skipped)
    if (files.length === before) empty.push(place)
  }
  return { files, skipped, empty }
}

function listFolder(folder: string, files: string[], skipped: string[]): void {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  const pages = new Set(entries.map(({ name }) => name.toLowerCase()))
  for (const entry of entries) {
    const place = path.join(folder, entry.name)
    const isFolder = entry.isDirectory()
    const isOfPage = isFolder && pageFolder.test(entry.name) && hasPage(entry.name, pages)
    if (systemFile.test(entry.name) || isOfPage || (!isFolder && neverReport.test(entry.name))) skipped.push(place)
    else if (isFolder) listFolder(place, files, skipped)
    else if (entry.isFile() || (entry.isSymbolicLink() && statSync(place, { throwIfNoEntry: false })?.isDirectory() !== true))
      files.push(place)
    else skipped.push(place)
  }
}

/** 年报_files beside 年报.html. */
function hasPage(folder: string, names: ReadonlySet<string>): boolean {
  const page = folder.replace(pageFolder, '').toLowerCase()
  return names.has(`${page}.html`) || names.has(`${page}.htm`)
}
