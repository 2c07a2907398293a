import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkCommand } from './commands/check.ts'
import {
  existing,
  oneFolder,
  printJson,
  readArgs,
  say,
  tableOf,
  tellRejects,
  WrongUse,
  type Command,
  type Output,
} from './commands/command.ts'
import { collectCommand } from './commands/collect.ts'
import { demoCommand } from './commands/demo.ts'
import { parseCommand } from './commands/parse.ts'
import { newDatasetFiles } from './dataset/newDataset.ts'
import type { DatasetPackage } from './dataset/readPackage.ts'
import { allQuestions, questionByName } from './questions/allQuestions.ts'
import { buildDataset, catalogueOf, compileFolder, readFolder, withDataset } from './publish.ts'

/** Runs one command and gives its exit code: 0 fine, 1 findings or rejected input, 2 wrong usage. */
export async function runOgi([name, ...args]: readonly string[], output: Output): Promise<number> {
  try {
    if (name === undefined) throw new WrongUse('请给出命令', 'name a command')
    if (name === 'help' || name === '--help' || name === '-h') {
      output.out(usage())
      return 0
    }
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!command) throw new WrongUse(`没有命令 ${name}`, `there is no command ${name}`)
    return await command.run(args, output)
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error
    say(output, error.said)
    output.err(usage())
    return 2
  }
}

function usage(): string {
  const lines = Object.values(commands).map(({ usage: call, about }) => `  ogi ${call}\n      ${about.zh} / ${about.en}\n`)
  return `用法 / usage:\n${lines.join('')}`
}

function tellCounts({ counts }: DatasetPackage, output: Output): void {
  for (const [table, { rows, accepted, rejected }] of Object.entries(counts)) {
    output.err(`${table}: ${rows} = ${accepted} + ${rejected}\n`)
  }
}

const build: Command = {
  usage: 'build FOLDER -o OUT [--keep-going] [--dataset-id ID] [--data-only]',
  about: { zh: '编译数据集文件夹', en: 'compiles a dataset folder' },
  async run(args, output) {
    const { values, positionals } = readArgs(args, {
      out: { type: 'string', short: 'o' },
      'keep-going': { type: 'boolean' },
      'dataset-id': { type: 'string' },
      'data-only': { type: 'boolean' },
    })
    const folder = existing(oneFolder(positionals))
    if (values.out === undefined) throw new WrongUse('请用 -o 指明输出文件夹', 'say with -o where the result goes')
    if (values['data-only']) return buildDataOnly(folder, values.out, output)
    const id = values['dataset-id']
    const { read, manifest } = await buildDataset(folder, values.out, {
      keepGoing: values['keep-going'] ?? false,
      ...(id === undefined ? {} : { datasetId: id }),
    })
    const rejected = tellRejects(read.rejects, output)
    tellCounts(read, output)
    if (manifest === null) say(output, { zh: '有行不能接收，没有写出任何文件', en: 'rows were rejected; nothing was written' })
    else
      say(output, {
        zh: `已写入 ${values.out}，数据文件 ${manifest.dataBytes} 字节`,
        en: `written to ${values.out}; the data file has ${manifest.dataBytes} bytes`,
      })
    return rejected ? 1 : 0
  },
}

/** Large datasets are checked and asked without tens of thousands of small files beside them. */
async function buildDataOnly(folder: string, out: string, output: Output): Promise<number> {
  const read = await compileFolder(folder, out)
  tellCounts(read, output)
  if (tellRejects(read.rejects, output)) return 1
  say(output, { zh: `已写入 ${out}，只有数据文件`, en: `written to ${out}: the data file alone` })
  return 0
}

const askCommand: Command = {
  usage: "ask [QUESTION 'JSON' --data FOLDER] [--json]",
  about: { zh: '对数据集提问；不带问题则列出所有问题', en: 'asks a dataset; without a question lists them' },
  async run(args, output) {
    const { values, positionals } = readArgs(args, { data: { type: 'string' }, json: { type: 'boolean' } })
    const [name, paramsText = '{}', ...more] = positionals
    if (name === undefined) {
      if (values.json)
        printJson(
          output,
          allQuestions.map(({ name: question, about, paramsAbout }) => ({ question, about, params: paramsAbout })),
        )
      else for (const question of allQuestions) output.out(describeQuestion(question))
      return 0
    }
    if (more.length > 0) throw new WrongUse('一次只问一个问题', 'ask one question at a time')
    const question = rightUse(() => questionByName(name), '没有这个问题')
    const raw = readParamsText(paramsText)
    if (values.data === undefined) throw new WrongUse('请用 --data 指明数据集文件夹', 'say with --data which dataset folder to ask')
    const folder = existing(values.data)
    const catalogue = await catalogueOf(readFolder(folder))
    rightUse(() => question.readParams(raw, catalogue), '问题的参数不对')
    const { read, result } = await withDataset(folder, (engine) => question.answer(engine, raw, catalogue, { deadline: 60_000 }))
    if (tellRejects(read.rejects, output) || result === null) return 1
    refuseUnknownIds(raw, read)
    if (values.json) printJson(output, result)
    else output.out(tableOf(result))
    return 0
  },
}

/** An id that the dataset does not have is a slip of the reader, not an empty answer. */
function refuseUnknownIds(
  raw: Readonly<Record<string, unknown>>,
  { agencies, reports }: Pick<DatasetPackage, 'agencies' | 'reports'>,
): void {
  const idsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value])
  const knownAgencies = new Set<unknown>(agencies.map((agency) => agency.agency_id))
  const knownReports = new Set<unknown>(reports.map((report) => report.report_id))
  const unknown = [
    ...[...idsOf(raw['agencies']), ...idsOf(raw['agency'])].filter((id) => !knownAgencies.has(id)),
    ...idsOf(raw['report']).filter((id) => !knownReports.has(id)),
  ].map(String)
  if (unknown.length > 0) throw new WrongUse(`数据集中没有 ${unknown.join('、')}`, `the dataset has no ${unknown.join(', ')}`)
}

const describeQuestion = ({ name, about, paramsAbout }: (typeof allQuestions)[number]): string =>
  `${name}  ${about.zh} / ${about.en}\n${Object.entries(paramsAbout)
    .map(([param, meaning]) => `    ${param}: ${meaning}\n`)
    .join('')}`

/** What fails over what the reader wrote is wrong use. */
function rightUse<T>(work: () => T, zh: string): T {
  try {
    return work()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new WrongUse(`${zh}：${message}`, message)
  }
}

function readParamsText(text: string): Readonly<Record<string, unknown>> {
  const params = rightUse((): unknown => JSON.parse(text), '参数不是 JSON')
  if (typeof params !== 'object' || params === null || Array.isArray(params))
    throw new WrongUse('参数应为 JSON 对象', 'the params must be a JSON object')
  return params as Readonly<Record<string, unknown>>
}

const newFolder: Command = {
  usage: 'new FOLDER',
  about: { zh: '新建一个空的数据集文件夹', en: 'makes an empty dataset folder' },
  async run(args, output) {
    const folder = oneFolder(readArgs(args, {}).positionals)
    if (existsSync(folder) && readdirSync(folder).length > 0) throw new WrongUse(`${folder} 不是空文件夹`, `${folder} is not empty`)
    mkdirSync(folder, { recursive: true })
    for (const [name, text] of newDatasetFiles(path.basename(path.resolve(folder)))) writeFileSync(path.join(folder, name), text)
    say(output, { zh: `已建立 ${folder}，说明在 README.md`, en: `made ${folder}; README.md says how to fill it` })
    return 0
  },
}

const commands: Readonly<Record<string, Command>> = {
  parse: parseCommand,
  build,
  check: checkCommand,
  ask: askCommand,
  demo: demoCommand,
  new: newFolder,
  collect: collectCommand,
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const output: Output = { out: (text) => void process.stdout.write(text), err: (text) => void process.stderr.write(text) }
  try {
    process.exitCode = await runOgi(process.argv.slice(2), output)
  } catch (error) {
    output.err(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.exitCode = 1
  }
}
