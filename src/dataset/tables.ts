import type { ApplicantId, FormId } from '../forms/form.ts'
import type { EvidenceGrade, Qualifier, Scope, ValueState } from '../forms/states.ts'
import type { AgencyLevel } from '../agencies.ts'
import type { Label } from '../text/label.ts'

/**
 * What a field may hold. `id` goes into addresses and file names, so it is small letters, digits, `-` and `_`;
 * `list` is joined by `|` inside the field; `address` begins with http:// or https://.
 */
export type ColumnType =
  'id' | 'code' | 'text' | 'printed' | 'integer' | 'number' | 'date' | 'month_day' | 'list' | 'json' | 'address' | 'sha256'

/** One column of a table. An empty field is null, except in `printed`, where it is an empty cell. */
export interface Column {
  readonly name: string
  readonly type: ColumnType
  readonly required: boolean
  /** The only values it may have. */
  readonly oneOf?: readonly string[]
  /** The table whose key it names. */
  readonly refersTo?: TableName
  readonly about: Label
}

/** One table of a dataset: a CSV file, and a table of the compiled file. */
export interface Table {
  readonly name: TableName
  readonly file: string
  /** Columns that together may not repeat; none where the rules are more than that (`cells`). */
  readonly key: readonly string[]
  readonly about: Label
  readonly columns: readonly Column[]
}

export type TableName = 'regions' | 'agencies' | 'events' | 'reports' | 'cells' | 'verdicts'

/** What a field holds once read: lists are empty and `printed` is '' where other fields are null. */
export type Field = string | number | readonly string[] | null

type ValueOf<C extends Column> = C['type'] extends 'integer' | 'number'
  ? number
  : C['type'] extends 'list'
    ? readonly string[]
    : C extends { readonly oneOf: readonly (infer Allowed)[] }
      ? Allowed
      : string

/** A row as read: the table's own columns, null where the field is empty (lists are then empty, `printed` is ''). */
export type RowOf<T extends Table> = {
  readonly [C in T['columns'][number] as C['name']]: C['type'] extends 'list'
    ? readonly string[]
    : C extends { readonly required: true }
      ? ValueOf<C>
      : ValueOf<C> | null
}

const levels = ['national', 'province', 'prefecture', 'county', 'town', 'other'] as const satisfies readonly AgencyLevel[]
const forms = ['pre2019_table', 'y2019', 'y2021', 'narrative', 'pre2014'] as const satisfies readonly FormId[]
const scopes = ['own', 'office', 'aggregate'] as const satisfies readonly Scope[]
const grades = ['A', 'B', 'C', 'D'] as const satisfies readonly EvidenceGrade[]
const qualifiers = ['≥', '<', '~'] as const satisfies readonly Qualifier[]
const states = [
  'value',
  'zero',
  'blank',
  'dash',
  'not_applicable',
  'text',
  'header_value',
  'unreadable',
] as const satisfies readonly ValueState[]
const applicants = [
  'natural_person',
  'org_commercial',
  'org_research',
  'org_public_interest',
  'org_legal_service',
  'org_other',
  'total',
] as const satisfies readonly ApplicantId[]

export const regionsTable = {
  name: 'regions',
  file: 'regions.csv',
  key: ['region_code'],
  about: { zh: '行政区划', en: 'Regions' },
  columns: [
    { name: 'region_code', type: 'code', required: true, about: { zh: '行政区划代码（GB/T 2260）', en: 'Code of GB/T 2260' } },
    { name: 'name', type: 'text', required: true, about: { zh: '名称', en: 'Name' } },
    {
      name: 'parent_code',
      type: 'code',
      required: false,
      refersTo: 'regions',
      about: { zh: '上级区划代码', en: 'Code of the region above' },
    },
    { name: 'level', type: 'text', required: true, oneOf: levels, about: { zh: '层级', en: 'Level' } },
  ],
} as const satisfies Table

export const agenciesTable = {
  name: 'agencies',
  file: 'agencies.csv',
  key: ['agency_id'],
  about: { zh: '机关', en: 'Agencies' },
  columns: [
    { name: 'agency_id', type: 'id', required: true, about: { zh: '稳定标识', en: 'Stable id' } },
    { name: 'name', type: 'text', required: true, about: { zh: '规范名称', en: 'Official name' } },
    { name: 'short_name', type: 'text', required: false, about: { zh: '简称', en: 'Short name' } },
    { name: 'aliases', type: 'list', required: false, about: { zh: '其他名称，用|隔开', en: 'Other names, joined by |' } },
    {
      name: 'region_code',
      type: 'code',
      required: false,
      refersTo: 'regions',
      about: { zh: '所在区划，开发区为空', en: 'Region; empty for development zones' },
    },
    { name: 'level', type: 'text', required: true, oneOf: levels, about: { zh: '层级', en: 'Level' } },
    { name: 'system', type: 'text', required: true, about: { zh: '系统：科技、教育、政府……', en: 'What it does: 科技, 教育, 政府 …' } },
    { name: 'supervisor_id', type: 'id', required: false, refersTo: 'agencies', about: { zh: '主管机关', en: 'The agency it answers to' } },
    { name: 'valid_from', type: 'date', required: false, about: { zh: '设立日期', en: 'Exists since' } },
    { name: 'valid_to', type: 'date', required: false, about: { zh: '撤并日期', en: 'Existed until' } },
    {
      name: 'successor_id',
      type: 'id',
      required: false,
      refersTo: 'agencies',
      about: { zh: '承接机关', en: 'The agency that follows it' },
    },
    { name: 'deadline', type: 'month_day', required: false, about: { zh: '当地公布期限，月-日', en: 'Local publishing date, MM-DD' } },
  ],
} as const satisfies Table

export const eventsTable = {
  name: 'events',
  file: 'events.csv',
  key: ['agency_id', 'on', 'kind', 'other_id'],
  about: { zh: '机构沿革', en: 'What happened to agencies' },
  columns: [
    { name: 'agency_id', type: 'id', required: true, refersTo: 'agencies', about: { zh: '机关', en: 'Agency' } },
    { name: 'on', type: 'date', required: true, about: { zh: '日期', en: 'Date' } },
    {
      name: 'kind',
      type: 'text',
      required: true,
      oneOf: ['renamed', 'merged_into', 'split_from', 'function_in', 'function_out'],
      about: { zh: '更名、并入、分出、职能划入、职能划出', en: 'Kind of event' },
    },
    { name: 'other_id', type: 'id', required: false, refersTo: 'agencies', about: { zh: '另一机关', en: 'The other agency' } },
    { name: 'old_name', type: 'text', required: false, about: { zh: '原名称', en: 'Former name' } },
    { name: 'note', type: 'text', required: false, about: { zh: '说明', en: 'Note' } },
    { name: 'source_url', type: 'address', required: false, about: { zh: '来源网址', en: 'Source address' } },
  ],
} as const satisfies Table

export const reportsTable = {
  name: 'reports',
  file: 'reports.csv',
  key: ['report_id'],
  about: { zh: '年度报告', en: 'Yearly reports' },
  columns: [
    { name: 'report_id', type: 'id', required: true, about: { zh: '稳定标识', en: 'Stable id' } },
    { name: 'agency_id', type: 'id', required: true, refersTo: 'agencies', about: { zh: '机关', en: 'Agency' } },
    { name: 'year', type: 'integer', required: true, about: { zh: '报告年度', en: 'The year reported on' } },
    { name: 'form', type: 'text', required: true, oneOf: forms, about: { zh: '表式', en: 'Form' } },
    { name: 'scope', type: 'text', required: true, oneOf: scopes, about: { zh: '统计范围', en: 'Whose figures' } },
    { name: 'title', type: 'text', required: false, about: { zh: '标题', en: 'Title' } },
    { name: 'period_start', type: 'date', required: false, about: { zh: '统计期起', en: 'Period begins' } },
    { name: 'period_end', type: 'date', required: false, about: { zh: '统计期止', en: 'Period ends' } },
    { name: 'published_on', type: 'date', required: false, about: { zh: '公布日期', en: 'Published on' } },
    { name: 'source_url', type: 'address', required: false, about: { zh: '来源网址', en: 'Source address' } },
    { name: 'source_sha256', type: 'sha256', required: false, about: { zh: '来源文件的 SHA-256', en: 'SHA-256 of the source file' } },
    {
      name: 'version',
      type: 'integer',
      required: true,
      about: { zh: '同一机关同一年度的第几版', en: 'Version for this agency and year, from 1' },
    },
    {
      name: 'status',
      type: 'text',
      required: true,
      oneOf: ['draft', 'published'],
      about: { zh: '草稿或已公布', en: 'Draft or published' },
    },
  ],
} as const satisfies Table

export const cellsTable = {
  name: 'cells',
  file: 'cells.csv',
  key: [],
  about: { zh: '表格单元格和正文数字', en: 'Printed cells, and figures from the prose' },
  columns: [
    { name: 'report_id', type: 'id', required: true, refersTo: 'reports', about: { zh: '年报', en: 'Report' } },
    { name: 'indicator', type: 'text', required: false, about: { zh: '指标；标题行为空', en: 'Indicator; empty on header rows' } },
    { name: 'applicant', type: 'text', required: false, oneOf: applicants, about: { zh: '申请人类型', en: 'Applicant type' } },
    { name: 'cell', type: 'text', required: false, about: { zh: '表内路径；正文为空', en: 'Path in the form; empty for prose' } },
    { name: 'column', type: 'text', required: false, about: { zh: '所印栏目', en: 'Column heading as printed' } },
    { name: 'printed', type: 'printed', required: false, about: { zh: '所印字样', en: 'As printed' } },
    { name: 'value', type: 'number', required: false, about: { zh: '数值', en: 'Number, in the unit of the indicator' } },
    { name: 'state', type: 'text', required: true, oneOf: states, about: { zh: '状态', en: 'State' } },
    { name: 'evidence', type: 'text', required: true, oneOf: grades, about: { zh: '证据等级', en: 'Evidence grade' } },
    { name: 'qualifier', type: 'text', required: false, oneOf: qualifiers, about: { zh: '约数符号', en: 'At least, less than, about' } },
    { name: 'where', type: 'json', required: false, about: { zh: '在文件中的位置', en: 'Place in the file' } },
  ],
} as const satisfies Table

export const verdictsTable = {
  name: 'verdicts',
  file: 'verdicts.csv',
  key: ['fingerprint'],
  about: { zh: '人工复核结论', en: 'Verdicts of people on findings' },
  columns: [
    { name: 'fingerprint', type: 'text', required: true, about: { zh: '发现的指纹', en: 'Fingerprint of the finding' } },
    { name: 'verdict', type: 'text', required: true, about: { zh: '结论', en: 'Verdict' } },
    { name: 'note', type: 'text', required: false, about: { zh: '说明', en: 'Note' } },
    { name: 'by', type: 'text', required: false, about: { zh: '复核人', en: 'By whom' } },
    { name: 'on', type: 'date', required: true, about: { zh: '日期', en: 'Date' } },
  ],
} as const satisfies Table

/** Every table, in an order in which a table only refers to itself or to earlier ones. */
export const tables = [regionsTable, agenciesTable, eventsTable, reportsTable, cellsTable, verdictsTable] as const

export type RegionRow = RowOf<typeof regionsTable>
export type AgencyRow = RowOf<typeof agenciesTable>
export type EventRow = RowOf<typeof eventsTable>
export type ReportRow = RowOf<typeof reportsTable>
/** One printed cell, or one figure from the prose; `where` is JSON text of a place without its nulls. */
export type CellRow = Omit<RowOf<typeof cellsTable>, 'printed'> & { readonly printed: string }
export type VerdictRow = RowOf<typeof verdictsTable>

/** Report years: the Regulations came into force in 2008. */
export const yearRange = [2008, 2099] as const
