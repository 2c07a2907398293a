import { writeDescriptor } from './descriptor.ts'
import { writeCsvRecord } from './csv.ts'
import { tables, type Table, type TableName } from './tables.ts'

/** Rows that show how each table is filled; they stand behind `#`, so that they are read by people only. All of it is invented. */
const examples: Readonly<Record<TableName, readonly (readonly string[])[]>> = {
  regions: [
    ['990000', '示例省', '', 'province'],
    ['990100', '示例市', '990000', 'prefecture'],
  ],
  agencies: [['shili-jyj', '示例市教育局', '示例市教育局', '示例市教委|示例教育局', '990100', 'prefecture', '教育', '', '', '', '', '']],
  events: [['shili-jyj', '2019-03-01', 'renamed', '', '示例市教育委员会', '机构改革', '']],
  reports: [
    [
      'shili-jyj-2020',
      'shili-jyj',
      '2020',
      'y2019',
      'own',
      '示例市教育局2020年政府信息公开工作年度报告',
      '2020-01-01',
      '2020-12-31',
      '2021-01-20',
      '',
      '',
      '1',
      'published',
    ],
  ],
  cells: [
    ['shili-jyj-2020', 'requests_new', 'natural_person', '3.1', '自然人', '12', '12', 'value', 'A', '', '{"page":3,"table":2,"row":4}'],
    ['shili-jyj-2020', 'requests_new', 'total', '3.1', '总计', '', '', 'blank', 'A', '', ''],
    ['shili-jyj-2020', 'interpretation_articles', '', '', '', '30余篇', '30', 'value', 'C', '≥', '{"page":2,"paragraph":6}'],
  ],
  verdicts: [['requests.balance|shili-jyj|2020', 'accepted', '已电话核实', '', '2021-02-01']],
}

/** The files of an empty dataset that passes every rule, by name: descriptor, tables with examples behind `#`, and how to fill them. */
export function newDatasetFiles(folderName: string): readonly (readonly [name: string, text: string])[] {
  const id =
    folderName
      .toLowerCase()
      .replace(/[^a-z0-9_-]+/g, '-')
      .replace(/^[-_]+/, '')
      .slice(0, 100) || 'my-dataset'
  const descriptor = writeDescriptor({ name: id, titles: { zh: '新数据集', en: 'New dataset' }, synthetic: false, completeYears: [] })
  return [
    ['datapackage.json', descriptor],
    ...(tables as readonly Table[]).map((table) => [table.file, emptyTable(table)] as const),
    ['README.md', explainFolder()],
  ]
}

function emptyTable(table: Table): string {
  const header = writeCsvRecord(table.columns.map((column) => column.name))
  return header + examples[table.name].map((row) => `# ${writeCsvRecord(row)}`).join('')
}

function explainFolder(): string {
  const parts = (tables as readonly Table[]).map((table) => {
    const rows = table.columns.map((column) => {
      const rule = [
        column.required ? '必填 required' : '',
        column.refersTo ? `→ ${column.refersTo}` : '',
        column.oneOf?.join(', ') ?? '',
      ].filter(Boolean)
      return `| \`${column.name}\` | ${column.about.zh} / ${column.about.en} | ${rule.join('; ')} |`
    })
    return `## ${table.file} ${table.about.zh} / ${table.about.en}\n\n| 列 column | 含义 meaning | 规则 rule |\n|---|---|---|\n${rows.join('\n')}\n`
  })
  return `# 数据集 / Dataset

每个文件是 UTF-8 的 CSV，第一行是列名，空字段表示没有；以 # 开头的行是说明，不算数据。\`ogi build\` 会逐行检查，并指出每个问题的文件、行、列和原因。

Each file is CSV in UTF-8 with a header row; an empty field means none; lines that begin with # are remarks, not data.
\`ogi build\` checks every row and names the file, line, column and reason of whatever is wrong.

${parts.join('\n')}`
}
