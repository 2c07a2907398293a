import type { ChosenFile } from './importQueue.ts'

/** Files of a picker: one by one, or a whole folder with the paths inside it. */
export function filesOfList(list: FileList | readonly File[]): readonly ChosenFile[] {
  return [...list].map((file) => ({ file, path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath }))
}

/** Files of a drop, and the names of those that could not be had. */
export interface DroppedFiles {
  readonly files: readonly ChosenFile[]
  readonly unread: readonly string[]
}

/**
 * Files of a drop or of the clipboard, folders opened. What is dropped can only be asked for while the event is handled, so nothing is
 * awaited before that.
 */
export async function filesOfTransfer(transfer: DataTransfer): Promise<DroppedFiles> {
  const items = [...transfer.items].filter(({ kind }) => kind === 'file')
  const entries = items.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }))
  if (entries.length === 0) return { files: filesOfList(transfer.files), unread: [] }
  const found: { readonly files: ChosenFile[]; readonly unread: string[] } = { files: [], unread: [] }
  for (const { entry, file } of entries) {
    if (entry?.isDirectory) await openFolder(entry as FileSystemDirectoryEntry, found)
    else if (file) found.files.push(...filesOfList([file]))
  }
  return found
}

async function openFolder(
  folder: FileSystemDirectoryEntry,
  found: { readonly files: ChosenFile[]; readonly unread: string[] },
): Promise<void> {
  const reader = folder.createReader()
  // A folder is handed out in pieces, until an empty one comes.
  for (;;) {
    const piece = await new Promise<readonly FileSystemEntry[] | null>((resolve) => reader.readEntries(resolve, () => resolve(null)))
    if (piece === null) found.unread.push(folder.fullPath)
    if (piece === null || piece.length === 0) return
    for (const entry of piece) {
      if (entry.isDirectory) await openFolder(entry as FileSystemDirectoryEntry, found)
      else await takeFile(entry as FileSystemFileEntry, found)
    }
  }
}

async function takeFile(entry: FileSystemFileEntry, found: { readonly files: ChosenFile[]; readonly unread: string[] }): Promise<void> {
  const file = await new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null)))
  if (file) found.files.push({ file, path: entry.fullPath.replace(/^\//, '') })
  else found.unread.push(entry.fullPath)
}

/** What was chosen, told apart: reports and archives to read, data packages to open, and files that systems leave in folders. */
export interface SortedChoice {
  readonly reports: readonly ChosenFile[]
  readonly packages: readonly ChosenPackage[]
  readonly ignored: number
}

/** A folder with a `datapackage.json`: its files by their path in it. Or one zip with such a file, by its own name. */
export interface ChosenPackage {
  readonly name: string
  readonly files: ReadonlyMap<string, File>
}

/** Sorts a choice. `isPackage` looks into a zip. */
export async function sortChoice(chosen: readonly ChosenFile[], isPackage: (file: File) => Promise<boolean>): Promise<SortedChoice> {
  const own = chosen.filter(({ path }) => !isSystemFile(path))
  const roots = own.filter(({ path }) => nameOf(path) === 'datapackage.json').map(({ path }) => path.slice(0, -'datapackage.json'.length))
  const rootOf = (path: string): string | undefined => roots.find((root) => path.startsWith(root))
  const loose = own.filter(({ path }) => rootOf(path) === undefined)
  const zips = await Promise.all(loose.map(({ file, path }) => (/\.zip$/i.test(path) ? isPackage(file) : Promise.resolve(false))))
  return {
    reports: loose.filter((_, at) => zips[at] !== true),
    packages: [
      ...roots.map((root) => ({
        name: root === '' ? 'datapackage.json' : root.replace(/\/$/, ''),
        files: new Map(own.filter(({ path }) => rootOf(path) === root).map(({ path, file }) => [path.slice(root.length), file])),
      })),
      ...loose.filter((_, at) => zips[at] === true).map(({ path, file }) => ({ name: path, files: new Map([[file.name, file]]) })),
    ],
    ignored: chosen.length - own.length,
  }
}

const nameOf = (path: string): string => path.split('/').at(-1) ?? ''

/** Thumbnails, folder settings, what macOS adds, the locks of open Office files. */
const isSystemFile = (path: string): boolean =>
  /^(\.|~\$|Thumbs\.db$|desktop\.ini$)/i.test(nameOf(path)) || path.split('/').includes('__MACOSX')

/** Does a zip hold a data package, in itself or in its one folder? Its directory is read, nothing is unpacked. */
export async function holdsDataPackage(file: File): Promise<boolean> {
  try {
    const { readZipDirectory } = await import('../../reports/zipDirectory.ts')
    const directory = readZipDirectory(new Uint8Array(await file.arrayBuffer()))
    return 'entries' in directory && directory.entries.some(({ name }) => /^([^/]+\/)?datapackage\.json$/.test(name))
  } catch {
    // A file that cannot be had is a row of the queue, which says so.
    return false
  }
}
