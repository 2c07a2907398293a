import type { ReportEntry } from '../../dataset/openDataset.ts'

/** What an exported package says of itself, before what the dataset said already. */
export function writeExportReadme(local: readonly ReportEntry[], on: string, before: string | null): string {
  const rows = local.map(
    ({ report, agency, year, version, source_sha256: hash }) => `| ${report} | ${agency} | ${year} | ${version} | ${hash ?? ''} |`,
  )
  const text = `# 含本机导入年报的数据包 / Data package with reports that were imported on one machine

${on} 导出。其中 ${local.length} 份年报是在一台机器上读取并由使用者确认的，reports.csv 里标为 draft；它们不在已公布的数据集里，引用前请核对原文。
其余各行与已公布的数据集相同。\`ogi build\` 可以直接编译这个文件夹。

Exported on ${on}. ${local.length} of its reports were read on one machine and confirmed by its user; reports.csv marks them as drafts.
They are not part of the published dataset: check them against their source before they are cited. All other rows are as published.
\`ogi build\` compiles this folder.

| report_id | agency_id | year | version | source_sha256 |
|---|---|---|---|---|
${rows.join('\n')}
`
  return before === null ? text : `${text}\n---\n\n${before}`
}
