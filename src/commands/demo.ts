import { closeSync, existsSync, mkdirSync, openSync, readdirSync, writeSync } from 'node:fs'
import path from 'node:path'
import { writeDemo } from '../demo/demoFiles.ts'
import { oneFolder, readArgs, say, WrongUse, type Command } from './command.ts'

const mostAgencies = 100_000

/** `ogi demo`: a synthetic dataset in the format of all others. */
export const demoCommand: Command = {
  usage: 'demo -o FOLDER [--agencies N] [--years A-B] [--seed S]',
  about: { zh: '生成合成数据集（演示用，处处标明）', en: 'makes a synthetic dataset, marked as such everywhere' },
  run(args, output) {
    const { values, positionals } = readArgs(args, {
      out: { type: 'string', short: 'o' },
      agencies: { type: 'string', default: '42' },
      years: { type: 'string', default: '2014-2025' },
      seed: { type: 'string', default: '1' },
    })
    const folder = oneFolder([...(values.out === undefined ? [] : [values.out]), ...positionals])
    const options = {
      agencies: readCount('--agencies', values.agencies, mostAgencies),
      years: readSpan(values.years),
      seed: readCount('--seed', values.seed, 2 ** 31),
    }
    if (existsSync(folder) && readdirSync(folder).length > 0) throw new WrongUse(`${folder} 不是空文件夹`, `${folder} is not empty`)
    mkdirSync(folder, { recursive: true })
    const files = openFiles(folder)
    const counts = writeDemo(options, files.append)
    files.close()
    say(output, {
      zh: `已在 ${folder} 生成合成数据：${counts.agencies} 个机关，${counts.reports} 份年报，${counts.cells} 个数字，有意放入的差错 ${counts.slips} 处（slips.csv）`,
      en: `made synthetic data in ${folder}: bodies ${counts.agencies}, reports ${counts.reports}, figures ${counts.cells}; put in wrong on purpose: ${counts.slips} (slips.csv)`,
    })
    return Promise.resolve(0)
  },
}

function readCount(name: string, given: string, most: number): number {
  const count = Number(given)
  if (!/^\d+$/.test(given) || count < 1 || count > most)
    throw new WrongUse(`${name} 应为 1 至 ${most} 的整数`, `${name} is a whole number from 1 to ${most}`)
  return count
}

function readSpan(given: string): readonly [number, number] {
  const [, from, to] = /^(\d{4})(?:-(\d{4}))?$/.exec(given) ?? []
  const years = [Number(from), Number(to ?? from)] as const
  if (from === undefined || years[0] > years[1] || years[0] < 2014 || years[1] > 2099)
    throw new WrongUse('--years 应如 2014-2025，从 2014 年起', '--years is a span such as 2014-2025, from 2014 on')
  return years
}

const bufferSize = 1 << 20

/** Files that grow piece by piece, written in large pieces. */
function openFiles(folder: string): { readonly append: (file: string, text: string) => void; readonly close: () => void } {
  const open = new Map<string, { readonly handle: number; waiting: string }>()
  const flush = (file: { readonly handle: number; waiting: string }): void => {
    writeSync(file.handle, file.waiting)
    file.waiting = ''
  }
  return {
    append(name, text) {
      const file = open.get(name) ?? { handle: openSync(path.join(folder, name), 'w'), waiting: '' }
      open.set(name, file)
      file.waiting += text
      if (file.waiting.length > bufferSize) flush(file)
    },
    close() {
      for (const file of open.values()) {
        flush(file)
        closeSync(file.handle)
      }
    },
  }
}
