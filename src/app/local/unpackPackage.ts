import { packageFiles } from '../../dataset/staticApi.ts'
import type { PackageFiles } from '../../dataset/localPackage.ts'
import { inflateEntry, readZipDirectory, startBudget, type ZipTrouble } from '../../reports/zipDirectory.ts'
import type { Label } from '../../text/label.ts'

/** A data package may be larger than a report, and its tables repeat themselves. */
const limits = { entries: 2_000, inflated: 1_000_000_000, ratio: 400 }

const troubles: Readonly<Record<ZipTrouble, Label>> = {
  damaged: { zh: '压缩包已损坏，没有保存任何内容。请重新下载后再试。', en: 'The archive is damaged; nothing was kept. Download it again.' },
  too_large: {
    zh: '压缩包解压后过大，没有保存任何内容。请只打包数据集的文件。',
    en: 'The archive holds too much; nothing was kept. Pack the files of the dataset alone.',
  },
  encrypted: {
    zh: '压缩包设有密码，没有保存任何内容。请去掉密码后再试。',
    en: 'The archive has a password; nothing was kept. Remove the password.',
  },
  method: {
    zh: '压缩包的压缩方式读不了，没有保存任何内容。请用普通的 zip 重新打包。',
    en: 'The archive is packed in a way that is not read; nothing was kept. Pack it again as a plain zip.',
  },
}

/** The files of a zip by their path; no more than a package may have. */
export function unpackZip(bytes: Uint8Array): PackageFiles | { readonly trouble: Label } {
  const directory = readZipDirectory(bytes, limits)
  if ('trouble' in directory) return { trouble: troubles[directory.trouble] }
  const budget = startBudget(limits)
  const files = new Map<string, Uint8Array>()
  for (const entry of directory.entries) {
    if (entry.isFolder || !packageFiles.includes(nameOf(entry.name))) continue
    const inflated = inflateEntry(bytes, entry, budget)
    if ('trouble' in inflated) return { trouble: troubles[inflated.trouble] }
    files.set(entry.name, inflated.bytes)
  }
  return files
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

/**
 * The files of a package by name alone, from a folder as it was dropped or from one zip. Its folder is the one that holds
 * `datapackage.json`, the uppermost where there are several.
 */
export function findPackage(files: PackageFiles): PackageFiles | { readonly trouble: Label } {
  const [[name, bytes] = ['', new Uint8Array()], ...others] = files
  if (others.length === 0 && isZip(bytes) && !packageFiles.includes(nameOf(name))) {
    const unpacked = unpackZip(bytes)
    return 'trouble' in unpacked ? unpacked : inOneFolder(unpacked)
  }
  return inOneFolder(files)
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

function inOneFolder(files: PackageFiles): PackageFiles {
  const folders = [...files.keys()].filter((path) => nameOf(path) === 'datapackage.json').map(folderOf)
  const depth = (folder: string): number => folder.split('/').length
  const [folder = ''] = folders.sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1))
  return new Map(
    packageFiles.flatMap((name) => {
      const bytes = files.get(folder + name)
      return bytes ? [[name, bytes] as const] : []
    }),
  )
}
