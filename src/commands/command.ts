import { existsSync } from 'node:fs'
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { writeCsv } from '../dataset/csv.ts'
import { sayReject, type Reject } from '../dataset/readPackage.ts'
import type { RawRow } from '../engine/engine.ts'
import type { Label } from '../text/label.ts'

/** Where the tool prints: data on `out`, everything meant for people on `err`. */
export interface Output {
  out(text: string): void
  err(text: string): void
}

/** Wrong use of the tool: exit code 2. */
export class WrongUse extends Error {
  readonly said: Label
  constructor(zh: string, en: string) {
    super(en)
    this.said = { zh, en }
  }
}

/** One command of the tool: how it is called, what it does, and its exit code. */
export interface Command {
  readonly usage: string
  readonly about: Label
  run(args: readonly string[], output: Output): Promise<number>
}

/** Says one sentence in both languages, without its full stop. */
export const say = (output: Output, { zh, en }: Label): void => output.err(`${zh}。 / ${en}.\n`)

/** Reads the arguments of a command. @throws {WrongUse} over one that it does not know. */
export function readArgs<T extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new WrongUse(`参数不对：${message}`, `wrong arguments: ${message}`)
  }
}

/** The one folder that was named. @throws {WrongUse} */
export function oneFolder(positionals: readonly string[]): string {
  const [folder, ...more] = positionals
  if (folder === undefined || more.length > 0) throw new WrongUse('请给出一个文件夹', 'name one folder')
  return folder
}

/** The folder, when it is there. @throws {WrongUse} */
export function existing(folder: string): string {
  if (existsSync(folder)) return folder
  throw new WrongUse(`没有 ${folder}`, `there is no ${folder}`)
}

/** Prints a value for programs. */
export const printJson = (output: Output, value: unknown): void => output.out(`${JSON.stringify(value, null, 2)}\n`)

/** Names every reject; returns whether there was one. */
export function tellRejects(rejects: readonly Reject[], output: Output): boolean {
  for (const reject of rejects) output.err(`${sayReject(reject)}\n`)
  return rejects.length > 0
}

/** Rows as CSV, by the names of the first. */
export function tableOf(rows: readonly object[]): string {
  const [first] = rows
  if (!first) return ''
  const names = Object.keys(first)
  return writeCsv(
    names,
    rows.map((row) => names.map((name) => String((row as RawRow)[name] ?? ''))),
  )
}
