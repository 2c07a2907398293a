import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { collectReports, compareCells, type Collection } from '../dataset/collectReports.ts'
import type { FigureChange } from '../dataset/compareVersions.ts'
import { writeRow } from '../dataset/compile.ts'
import { writeCsv } from '../dataset/csv.ts'
import { readPackage } from '../dataset/readPackage.ts'
import { cellsTable, reportsTable, type CellRow, type Table } from '../dataset/tables.ts'
import { catalogueOf, readFolder } from '../publish.ts'
import type { ParsedReport } from '../reports/figure.ts'
import { existing, readArgs, say, tellRejects, WrongUse, type Command, type Output } from './command.ts'
import { readTold, tellProblems } from './toldFiles.ts'

/** `ogi collect`: reads reports and adds their rows to a dataset folder. */
export const collectCommand: Command = {
  usage: 'collect FILE… --into FOLDER [--agency NAME] [--year Y] [--deadline SECONDS]',
  about: { zh: '读年报文件、文件夹或压缩包，写进数据集文件夹', en: 'reads report files, folders and archives into a dataset folder' },
  async run(args, output) {
    const { values, positionals } = readArgs(args, {
      into: { type: 'string' },
      agency: { type: 'string' },
      year: { type: 'string' },
      deadline: { type: 'string' },
    })
    if (values.into === undefined) throw new WrongUse('请用 --into 指明数据集文件夹', 'say with --into which dataset folder to fill')
    const folder = existing(values.into)
    const read = await readPackage(readFolder(folder), await catalogueOf(readFolder(folder)))
    const serious = read.rejects.filter(
      ({ code, file }) => code !== 'file.missing' || (file !== reportsTable.file && file !== cellsTable.file),
    )
    if (tellRejects(serious, output)) return 1
    const parsed: ParsedReport[] = []
    for await (const element of readTold(positionals, { ...values, data: folder }, output)) {
      const report = JSON.parse(element.json) as ParsedReport
      // Its own sentences say why a file gave nothing; doubts about one that is taken are for `ogi parse`.
      if (element.figures === 0) tellProblems(element, output)
      parsed.push({ ...report, unplaced: [] })
    }
    const collection = collectReports(parsed, read)
    tell(collection, read.cells, output)
    writeFileSync(path.join(folder, reportsTable.file), tableText(reportsTable, collection.reports))
    writeFileSync(path.join(folder, cellsTable.file), tableText(cellsTable, collection.cells))
    say(output, {
      zh: `${folder} 现有 ${collection.reports.length} 份年报、${collection.cells.length} 个数字`,
      en: `${folder} now has reports: ${collection.reports.length}, figures: ${collection.cells.length}`,
    })
    return collection.left.length > 0 ? 1 : 0
  },
}

/** Says what was left, guessed and changed; of a new report only how much there is, of a new version what differs. */
function tell({ left, assumed, versions, cells }: Collection, before: readonly CellRow[], output: Output): void {
  for (const { file, reason } of left) say(output, { zh: `${file}：${reason.zh}`, en: `${file}: ${reason.en}` })
  for (const { report, reason } of assumed) say(output, { zh: `${report}：${reason.zh}`, en: `${report}: ${reason.en}` })
  const held = new Set(before.map((cell) => cell.report_id))
  const added = new Map<string, number>()
  for (const { report_id: report } of cells) if (!held.has(report)) added.set(report, (added.get(report) ?? 0) + 1)
  for (const [report, count] of added) say(output, { zh: `${report}：新增 ${count} 个数字`, en: `${report}: figures added: ${count}` })
  for (const { report, before: earlier, difference } of versions) {
    const changes = [...difference.table, ...difference.prose]
    say(output, {
      zh: `${report} 是 ${earlier} 的新版本，${changes.length} 处不同`,
      en: `${report} is a new version of ${earlier}; figures that differ: ${changes.length}`,
    })
    for (const change of changes) output.err(`  ${sayChange(change)}\n`)
  }
  const kept = cells.filter((cell) => held.has(cell.report_id))
  for (const { report, figure, before: was, after: is } of compareCells(before, kept)) {
    output.err(`${report} ${figure}: ${was ?? '—'} → ${is ?? '—'}\n`)
  }
}

function sayChange({ cell, indicator, applicant, before, after }: FigureChange): string {
  const name = [cell, indicator, applicant].filter((part) => part !== null).join(' ')
  return `${name}: ${before === null ? '—' : `“${before.printed}”`} → ${after === null ? '—' : `“${after.printed}”`}`
}

const tableText = (table: Table, rows: readonly object[]): string =>
  writeCsv(
    table.columns.map((column) => column.name),
    rows.map((row) => writeRow(row, table)),
  )
