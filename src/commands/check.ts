import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { CheckResult } from '../checks/runChecks.ts'
import { checkPackage } from '../dataset/checkPackage.ts'
import { readDescriptor } from '../dataset/descriptor.ts'
import { readManifest } from '../dataset/manifest.ts'
import { readPackage } from '../dataset/readPackage.ts'
import { catalogueOf, findCompiled, readFolder, withCompiled, withDataset } from '../publish.ts'
import { checkCompiled } from './checkCompiled.ts'
import { checkFiles } from './checkFiles.ts'
import { existing, readArgs, say, tellRejects, WrongUse, type Command, type Output } from './command.ts'

/** `ogi check`: what must agree, over dataset folders and over reports as files, folders and archives. */
export const checkCommand: Command = {
  usage: 'check PATH… [--json] [--fails] [--agency NAME] [--year Y] [--data FOLDER] [--deadline SECONDS]',
  about: {
    zh: '核查数据集文件夹，或年报文件、文件夹、压缩包',
    en: 'checks dataset folders, or reports as files, folders and archives',
  },
  async run(args, output) {
    const { values, positionals } = readArgs(args, {
      json: { type: 'boolean' },
      fails: { type: 'boolean' },
      agency: { type: 'string' },
      year: { type: 'string' },
      data: { type: 'string' },
      deadline: { type: 'string' },
    })
    if (positionals.length === 0) throw new WrongUse('请给出数据集文件夹或年报文件', 'name a dataset folder or report files')
    const files = positionals.map(existing).filter((place) => !isDataset(place) && findCompiled(place) === null)
    const results: CheckResult[] = []
    for (const place of positionals.filter((named) => !files.includes(named))) {
      const result = await checkDataset(place, values.fails === true, output)
      if (result === null) return 1
      results.push(result)
    }
    const read = files.length === 0 ? null : await checkFiles(files, values, output)
    if (read) results.push(values.fails === true ? keepFailures(read.result) : read.result)
    const { counts, findings } = addResults(results)
    if (values.json) printResult({ counts, findings }, output)
    else for (const { report, severity, message } of findings) output.out(`${report}\t${severity}\t${message.zh}\t${message.en}\n`)
    say(output, {
      zh: `一致 ${counts.holds}，不一致 ${counts.fails}，无法核对 ${counts.cannotTell}`,
      en: `holds ${counts.holds}, fails ${counts.fails}, cannot be told ${counts.cannotTell}`,
    })
    return counts.fails > 0 || read?.isClean === false ? 1 : 0
  },
}

/** A finding a line: many reports give more than one text may hold. */
function printResult({ counts, findings }: CheckResult, output: Output): void {
  output.out(`{\n  "counts": ${JSON.stringify(counts)},\n  "findings": [`)
  findings.forEach((finding, at) => output.out(`${at === 0 ? '' : ','}\n    ${JSON.stringify(finding)}`))
  output.out(`${findings.length === 0 ? '' : '\n  '}]\n}\n`)
}

/** Any other folder is one of reports. */
const isDataset = (place: string): boolean => existsSync(path.join(place, 'datapackage.json'))

const keepFailures = ({ counts, findings }: CheckResult): CheckResult => ({
  counts,
  findings: findings.filter(({ outcome }) => outcome === 'fails'),
})

/** Reports of a folder that are looked at one by one; more are judged all at once. */
const mostOneByOne = 5000

/** Null when rows were rejected, which is then said. @throws {WrongUse} where a compiled file is asked for what cannot be told. */
async function checkDataset(place: string, failsOnly: boolean, output: Output): Promise<CheckResult | null> {
  if (isDataset(place)) {
    if (failsOnly && (await countLines(place, 'reports.csv')) > mostOneByOne) return checkAtOnce(place, output)
    const result = await checkOneByOne(place, output)
    return result !== null && failsOnly ? keepFailures(result) : result
  }
  const file = findCompiled(place)
  if (file === null || !failsOnly) throw new WrongUse('编译后的数据只能用 --fails 核查', 'a compiled dataset is checked with --fails only')
  const years = declaredYears(file)
  if (years === null)
    say(output, {
      zh: '数据旁没有清单文件（manifest.json），不知哪些年度名单完整，未见的年报一律不算缺',
      en: 'no manifest.json beside the data says which years are complete, so no report counts as missing',
    })
  return withCompiled(file, (engine, catalogue) => checkCompiled(engine, catalogue, years ?? []))
}

/** The years that the manifest beside a compiled file declares complete; null where there is none. */
function declaredYears(file: string): readonly number[] | null {
  const manifest = path.join(path.dirname(file), 'manifest.json')
  return existsSync(manifest) ? readManifest(JSON.parse(readFileSync(manifest, 'utf8'))).completeYears : null
}

async function countLines(folder: string, name: string): Promise<number> {
  const bytes = await readFolder(folder)(name)
  return bytes === null ? 0 : bytes.reduce((lines, byte) => lines + Number(byte === 10), 0)
}

/** What fails alone is found over all reports at once. */
async function checkAtOnce(folder: string, output: Output): Promise<CheckResult | null> {
  // A descriptor that is wrong is a reject, which is told below.
  const described = readDescriptor(readFileSync(path.join(folder, 'datapackage.json'), 'utf8'))
  const years = described.ok ? described.descriptor.completeYears : []
  const { read, result } = await withDataset(folder, (engine, catalogue) => checkCompiled(engine, catalogue, years))
  return tellRejects(read.rejects, output) ? null : result
}

/** With what cannot be told, each report is looked at. */
async function checkOneByOne(folder: string, output: Output): Promise<CheckResult | null> {
  const read = await readPackage(readFolder(folder), await catalogueOf(readFolder(folder)))
  return tellRejects(read.rejects, output) ? null : checkPackage(read)
}

function addResults(results: readonly CheckResult[]): CheckResult {
  const counts = { holds: 0, fails: 0, cannotTell: 0 }
  for (const result of results) {
    counts.holds += result.counts.holds
    counts.fails += result.counts.fails
    counts.cannotTell += result.counts.cannotTell
  }
  return { counts, findings: results.flatMap(({ findings }) => findings) }
}
