import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { collectReports, compareCells } from './dataset/collectReports.ts'
import { writeRow } from './dataset/compile.ts'
import { writeCsv } from './dataset/csv.ts'
import { newDatasetFiles } from './dataset/newDataset.ts'
import { readAgencies, readPackage, sayReject, type DatasetPackage, type Reject } from './dataset/readPackage.ts'
import { listAgencies } from './dataset/staticApi.ts'
import { cellsTable, reportsTable, type AgencyRow, type CellRow, type Table } from './dataset/tables.ts'
import type { RawRow } from './engine/engine.ts'
import { sha256Hex } from './engine/sha256.ts'
import { allQuestions, questionByName } from './questions/allQuestions.ts'
import { buildDataset, catalogueOf, readFolder, withDataset } from './publish.ts'
import type { ParsedReport } from './reports/figure.ts'
import { parseReport, type ParseContext } from './reports/parseReport.ts'
import type { Label } from './text/label.ts'

/** Where the tool prints: data on `out`, everything meant for people on `err`. */
export interface Output {
  out(text: string): void
  err(text: string): void
}

/** Wrong use of the tool: exit code 2. */
class WrongUse extends Error {
  readonly said: Label
  constructor(zh: string, en: string) {
    super(en)
    this.said = { zh, en }
  }
}

interface Command {
  readonly usage: string
  readonly about: Label
  run(args: readonly string[], output: Output): Promise<number>
}

/** Runs one command and gives its exit code: 0 fine, 1 findings or rejected input, 2 wrong usage. */
export async function runOgi([name, ...args]: readonly string[], output: Output): Promise<number> {
  try {
    if (name === undefined) throw new WrongUse('请给出命令', 'name a command')
    if (name === 'help' || name === '--help' || name === '-h') {
      output.out(usage())
      return 0
    }
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (notThere.has(name)) throw new WrongUse(`命令 ${name} 还没有做好`, `the command ${name} is not there yet`)
    if (!command) throw new WrongUse(`没有命令 ${name}`, `there is no command ${name}`)
    return await command.run(args, output)
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error
    say(output, error.said)
    output.err(usage())
    return 2
  }
}

const say = (output: Output, { zh, en }: Label): void => output.err(`${zh}。 / ${en}.\n`)

function usage(): string {
  const lines = Object.values(commands).map(({ usage: call, about }) => `  ogi ${call}\n      ${about.zh} / ${about.en}\n`)
  return `用法 / usage:\n${lines.join('')}`
}

function readArgs<T extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new WrongUse(`参数不对：${message}`, `wrong arguments: ${message}`)
  }
}

function oneFolder(positionals: readonly string[]): string {
  const [folder, ...more] = positionals
  if (folder === undefined || more.length > 0) throw new WrongUse('请给出一个文件夹', 'name one folder')
  return folder
}

function existing(folder: string): string {
  if (existsSync(folder)) return folder
  throw new WrongUse(`没有 ${folder}`, `there is no ${folder}`)
}

const printJson = (output: Output, value: unknown): void => output.out(`${JSON.stringify(value, null, 2)}\n`)

/** Names every reject; returns whether there was one. */
function tellRejects(rejects: readonly Reject[], output: Output): boolean {
  for (const reject of rejects) output.err(`${sayReject(reject)}\n`)
  return rejects.length > 0
}

function tellCounts({ counts }: DatasetPackage, output: Output): void {
  for (const [table, { rows, accepted, rejected }] of Object.entries(counts)) {
    output.err(`${table}: ${rows} = ${accepted} + ${rejected}\n`)
  }
}

const parse: Command = {
  usage: 'parse FILE… --json [--agency NAME] [--year Y] [--data FOLDER]',
  about: { zh: '读年报文件，输出数字', en: 'reads report files and prints their figures' },
  async run(args, output) {
    const { values, positionals } = readArgs(args, {
      json: { type: 'boolean' },
      agency: { type: 'string' },
      year: { type: 'string' },
      data: { type: 'string' },
    })
    const reports = await parseFiles(positionals, values, output)
    for (const { file, problems } of reports) {
      for (const { message } of problems) say(output, { zh: `${file}：${bare(message.zh)}`, en: `${file}: ${bare(message.en)}` })
    }
    if (values.json) printJson(output, reports)
    else output.out(tableOf(reports.map(summarise)))
    return reports.some(wasRefused) ? 1 : 0
  },
}

/** Without the full stop that `say` puts. */
const bare = (sentence: string): string => sentence.replace(/[。.]$/, '')

const summarise = ({ file, report, figures, unplaced, problems }: ParsedReport): RawRow => ({
  file,
  agency: report.agency_id ?? report.agency,
  year: report.year,
  form: report.form,
  scope: report.scope,
  figures: figures.length,
  unplaced: unplaced.length,
  problems: problems.length,
})

const wasRefused = (report: ParsedReport): boolean => report.figures.length === 0 && report.problems.length > 0

/** The dataset that knows the agencies when no other is named; it stands beside the folder of this program. */
const ourDataset = fileURLToPath(new URL('../data/china-ogi', import.meta.url))

/** Character maps and fonts stand in the PDF library's own folder. */
const pdfLibrary = (): string => path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

// The PDF library refuses Node's own kind of byte array.
const readBytes = async (file: string): Promise<Uint8Array> => new Uint8Array(await readFile(file))

/** What a person said about the files. */
interface Told {
  readonly agency?: string | undefined
  readonly year?: string | undefined
  /** The dataset folder whose agencies are known. */
  readonly data?: string | undefined
}

/** An agency may also be named by its id. */
const nameOf = (told: string, agencies: readonly AgencyRow[]): string => agencies.find((agency) => agency.agency_id === told)?.name ?? told

/** Parses files one after the other. A file that cannot be read keeps its place with a problem. */
async function parseFiles(files: readonly string[], told: Told, output: Output): Promise<ParsedReport[]> {
  if (files.length === 0) throw new WrongUse('请至少给出一个文件', 'name at least one file')
  const year = told.year === undefined ? undefined : Number(told.year)
  if (year !== undefined && !/^\d{4}$/.test(told.year ?? ''))
    throw new WrongUse('年度应为数字，如 2020', 'the year is a number such as 2020')
  const { agencies, regions, rejects } = await readAgencies(readFolder(told.data ?? ourDataset))
  tellRejects(rejects, output)
  const context: ParseContext = {
    agencies: listAgencies({ agencies, regions }, () => ''),
    sha256: (bytes) => Promise.resolve(sha256Hex(bytes)),
    pdf: { read: (folder, name) => readBytes(path.join(pdfLibrary(), folder, name)) },
    ...(told.agency === undefined ? {} : { agency: nameOf(told.agency, agencies) }),
    ...(year === undefined ? {} : { year }),
  }
  const parsed: ParsedReport[] = []
  for (const file of files) {
    const bytes = await readBytes(file).catch((error: unknown) => unreadableFile(file, error))
    parsed.push(bytes instanceof Uint8Array ? { ...(await parseReport({ name: path.basename(file), bytes }, context)), file } : bytes)
  }
  return parsed
}

/** The element of a file that the system does not hand out: it is missing, a folder, or closed to us. */
function unreadableFile(file: string, error: unknown): ParsedReport {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  return {
    file,
    sha256: '',
    report: {
      agency: null,
      agency_id: null,
      year: null,
      form: null,
      scope: null,
      period_start: null,
      period_end: null,
      published_on: null,
      title: null,
    },
    figures: [],
    unplaced: [],
    problems: [
      {
        code: 'file.unreadable',
        message: {
          zh: `打不开这个文件（${code}），其他文件照常读取。请核对路径和权限。`,
          en: `The file cannot be opened (${code}); the other files were read. Check its path and permissions.`,
        },
        where: null,
      },
    ],
  }
}

const build: Command = {
  usage: 'build FOLDER -o OUT [--keep-going] [--dataset-id ID]',
  about: { zh: '编译数据集文件夹', en: 'compiles a dataset folder' },
  async run(args, output) {
    const { values, positionals } = readArgs(args, {
      out: { type: 'string', short: 'o' },
      'keep-going': { type: 'boolean' },
      'dataset-id': { type: 'string' },
    })
    const folder = existing(oneFolder(positionals))
    if (values.out === undefined) throw new WrongUse('请用 -o 指明输出文件夹', 'say with -o where the result goes')
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

function tableOf(rows: readonly object[]): string {
  const [first] = rows
  if (!first) return ''
  const names = Object.keys(first)
  return writeCsv(
    names,
    rows.map((row) => names.map((name) => String((row as RawRow)[name] ?? ''))),
  )
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

const collect: Command = {
  usage: 'collect FILE… --into FOLDER [--agency NAME] [--year Y]',
  about: { zh: '读年报文件，写进数据集文件夹', en: 'reads report files into a dataset folder' },
  async run(args, output) {
    const { values, positionals } = readArgs(args, { into: { type: 'string' }, agency: { type: 'string' }, year: { type: 'string' } })
    if (values.into === undefined) throw new WrongUse('请用 --into 指明数据集文件夹', 'say with --into which dataset folder to fill')
    const folder = existing(values.into)
    const read = await readPackage(readFolder(folder), await catalogueOf(readFolder(folder)))
    const serious = read.rejects.filter(
      ({ code, file }) => code !== 'file.missing' || (file !== reportsTable.file && file !== cellsTable.file),
    )
    if (tellRejects(serious, output)) return 1
    const parsed = await parseFiles(positionals, { ...values, data: folder }, output)
    const collection = collectReports(parsed, read)
    for (const { file, reason } of collection.left) say(output, { zh: `${file}：${reason.zh}`, en: `${file}: ${reason.en}` })
    for (const { report, reason } of collection.assumed) say(output, { zh: `${report}：${reason.zh}`, en: `${report}: ${reason.en}` })
    tellChanges(read.cells, collection.cells, output)
    writeFileSync(path.join(folder, reportsTable.file), tableText(reportsTable, collection.reports))
    writeFileSync(path.join(folder, cellsTable.file), tableText(cellsTable, collection.cells))
    say(output, {
      zh: `${folder} 现有 ${collection.reports.length} 份年报、${collection.cells.length} 个数字`,
      en: `${folder} now has reports: ${collection.reports.length}, figures: ${collection.cells.length}`,
    })
    return collection.left.length > 0 ? 1 : 0
  },
}

/** Says what differs from the rows that were there; of a new report only how much there is. */
function tellChanges(before: readonly CellRow[], after: readonly CellRow[], output: Output): void {
  const held = new Set(before.map((cell) => cell.report_id))
  const added = new Map<string, number>()
  for (const { report_id: report } of after) if (!held.has(report)) added.set(report, (added.get(report) ?? 0) + 1)
  for (const [report, count] of added) say(output, { zh: `${report}：新增 ${count} 个数字`, en: `${report}: figures added: ${count}` })
  const kept = after.filter((cell) => held.has(cell.report_id))
  for (const { report, figure, before: was, after: is } of compareCells(before, kept)) {
    output.err(`${report} ${figure}: ${was ?? '—'} → ${is ?? '—'}\n`)
  }
}

const tableText = (table: Table, rows: readonly object[]): string =>
  writeCsv(
    table.columns.map((column) => column.name),
    rows.map((row) => writeRow(row, table)),
  )

/** Commands of the contract that do not work yet: they say so instead of being unknown. */
const notThere: ReadonlySet<string> = new Set(['check', 'demo'])

const commands: Readonly<Record<string, Command>> = { parse, build, ask: askCommand, new: newFolder, collect }

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const output: Output = { out: (text) => void process.stdout.write(text), err: (text) => void process.stderr.write(text) }
  try {
    process.exitCode = await runOgi(process.argv.slice(2), output)
  } catch (error) {
    output.err(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.exitCode = 1
  }
}
