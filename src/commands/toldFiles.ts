import { readAgencies } from '../dataset/readPackage.ts'
import { listAgencies } from '../dataset/staticApi.ts'
import { fileURLToPath } from 'node:url'
import { readFolder } from '../publish.ts'
import type { ReadElement } from './readingMessages.ts'
import { say, tellRejects, WrongUse, type Output } from './command.ts'
import { listFiles } from './listFiles.ts'
import { readReports } from './readReports.ts'

/** The dataset that knows the agencies when no other is named; it stands beside the folder of the bundled program. */
const ourDataset = fileURLToPath(new URL('../data/china-ogi', import.meta.url))

/** What a person said about the files. */
export interface Told {
  readonly agency?: string | undefined
  readonly year?: string | undefined
  /** Seconds that a file may take to be read. */
  readonly deadline?: string | undefined
  /** The dataset folder whose agencies are known. */
  readonly data?: string | undefined
}

/** The agencies of the dataset that was named, or of ours; rows that are no agencies are said. */
export async function readKnown({ data }: Told, output: Output): Promise<Omit<Awaited<ReturnType<typeof readAgencies>>, 'rejects'>> {
  const { rejects, ...tables } = await readAgencies(readFolder(data ?? ourDataset))
  tellRejects(rejects, output)
  return tables
}

/** What is wanted of files beside their figures. */
interface Wanted {
  readonly words?: true
}

/**
 * Reads what a person named, folders and archives included: one element per file, in that order, as they are done. What was passed over in
 * folders is said, and every few seconds how far it is.
 * @throws {WrongUse} over arguments; never over a file.
 */
export async function* readTold(named: readonly string[], told: Told, output: Output, wanted: Wanted = {}): AsyncGenerator<ReadElement> {
  if (named.length === 0) throw new WrongUse('请至少给出一个文件', 'name at least one file')
  if (told.year !== undefined && !/^\d{4}$/.test(told.year))
    throw new WrongUse('年度应为数字，如 2020', 'the year is a number such as 2020')
  const seconds = told.deadline === undefined ? null : Number(told.deadline)
  if (seconds !== null && !(seconds > 0)) throw new WrongUse('时限应为秒数，如 30', 'the deadline is a number of seconds such as 30')
  const { agencies, regions, events } = await readKnown(told, output)
  const { files, skipped, empty } = listFiles(named)
  tellSkipped(skipped, empty, output)
  const asked = {
    ...wanted,
    agencies: listAgencies({ agencies, regions, events }, () => ''),
    // An agency may also be named by its id.
    ...(told.agency === undefined ? {} : { agency: agencies.find(({ agency_id: id }) => id === told.agency)?.name ?? told.agency }),
    ...(told.year === undefined ? {} : { year: Number(told.year) }),
  }
  const tellProgress = startProgress(files.length, output)
  for await (const element of readReports(files, asked, seconds === null ? {} : { deadline: () => seconds * 1000 })) {
    yield element
    tellProgress()
  }
}

function tellSkipped(skipped: readonly string[], empty: readonly string[], output: Output): void {
  if (skipped.length > 0) {
    const some = skipped.slice(0, 5)
    const more = skipped.length > some.length
    say(output, {
      zh: `文件夹中有 ${skipped.length} 项不是年报，没有读取：${some.join('、')}${more ? ' 等' : ''}`,
      en: `entries of the folders that are no reports and were passed over: ${skipped.length}, ${some.join(', ')}${more ? ' …' : ''}`,
    })
  }
  for (const folder of empty) say(output, { zh: `${folder} 里没有可读的文件`, en: `${folder} holds no file to read` })
}

/** Every two seconds, how many files are read. */
function startProgress(count: number, output: Output): () => void {
  let done = 0
  let said = performance.now()
  return () => {
    done += 1
    if (performance.now() - said < 2000) return
    said = performance.now()
    say(output, { zh: `已读 ${done} 份，共 ${count} 个文件`, en: `reports read: ${done}, files: ${count}` })
  }
}

/** Says every problem of a file in a line of its own. */
export function tellProblems({ file, problems }: ReadElement, output: Output): void {
  for (const { message } of problems) say(output, { zh: `${file}：${bare(message.zh)}`, en: `${file}: ${bare(message.en)}` })
}

/** Without the full stop that `say` puts. */
const bare = (sentence: string): string => sentence.replace(/[。.]$/, '')

/** Nothing was read of it: no figure, and a problem that says why. */
export const wasRefused = ({ figures, problems }: ReadElement): boolean => figures === 0 && problems.length > 0
