import { writeCsvRecord } from '../dataset/csv.ts'
import { readArgs, type Command } from './command.ts'
import type { ReadElement } from './readingMessages.ts'
import { readTold, tellProblems, wasRefused } from './toldFiles.ts'

/** `ogi parse`: reports as files, folders and archives; their figures as one JSON array, or a line for each. */
export const parseCommand: Command = {
  usage: 'parse FILE… [--json] [--agency NAME] [--year Y] [--data FOLDER] [--deadline SECONDS]',
  about: {
    zh: '读年报文件、文件夹或压缩包，输出数字',
    en: 'reads report files, folders of them and archives, and prints their figures',
  },
  async run(args, output) {
    const { values, positionals } = readArgs(args, {
      json: { type: 'boolean' },
      agency: { type: 'string' },
      year: { type: 'string' },
      data: { type: 'string' },
      deadline: { type: 'string' },
    })
    let count = 0
    let isClean = true
    // Printed as they come, so that a thousand reports need no memory for a thousand.
    for await (const element of readTold(positionals, values, output)) {
      tellProblems(element, output)
      if (wasRefused(element)) isClean = false
      if (values.json) output.out(`${count === 0 ? '[\n' : ',\n'}${element.json}`)
      else output.out((count === 0 ? writeCsvRecord(columns) : '') + writeCsvRecord(summarise(element)))
      count += 1
    }
    if (values.json) output.out(count === 0 ? '[]\n' : '\n]\n')
    return isClean && count > 0 ? 0 : 1
  },
}

const columns = ['file', 'agency', 'year', 'form', 'scope', 'figures', 'unplaced', 'problems'] as const

const summarise = ({ file, report, figures, unplaced, problems }: ReadElement): readonly string[] =>
  [file, report.agency_id ?? report.agency, report.year, report.form, report.scope, figures, unplaced, problems.length].map((field) =>
    String(field ?? ''),
  )
