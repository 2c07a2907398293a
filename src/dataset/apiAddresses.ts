import type { Label } from '../text/label.ts'

/** A field of a file of the static API, or a column of a table. */
export interface ApiField {
  readonly name: string
  readonly about: Label
  /** Only where something is known. */
  readonly optional?: true
}

/** One kind of file that is published. The part in `<…>` is an id. */
export interface ApiAddress {
  /** Relative to the folder of the dataset, `datasets.json` excepted: it stands in the folder of the app. */
  readonly pattern: string
  readonly about: Label
  /** `list`: a JSON array of objects with these fields; `object`: one such object; `table`: CSV with these columns; `file`: neither. */
  readonly holds: 'list' | 'object' | 'table' | 'file'
  readonly fields: readonly ApiField[]
}

const field = (name: string, zh: string, en: string): ApiField => ({ name, about: { zh, en } })

/** Fields as lines of name, Chinese and English; a `?` behind a name marks what is there only where something is known. */
const listFields = (lines: string): readonly ApiField[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', zh = '', en = ''] = line.trim().split(' | ')
      return name.endsWith('?') ? { ...field(name.slice(0, -1), zh, en), optional: true } : field(name, zh, en)
    })

/** Columns of an indicator's files; `n` stands last, and only where the indicator is worked out. */
export const indicatorFields: readonly ApiField[] = listFields(`
  agency | 机关标识 | Id of the agency
  year | 报告年度 | The year reported on
  applicant | 申请人类型；不分申请人的指标为空 | Applicant type; empty where the indicator has none
  value | 数值，单位见指标；没有数值为空，空不是 0 | The number, in the unit of the indicator; empty where there is none, which is not 0
  state | 状态，或没有数值的原因 | State, or the reason why there is no number
  evidence | 证据等级 A–D；没有任何记载为空 | Evidence grade A to D; empty where nothing is there
  qualifier | 约数符号 ≥、<、~ | At least, less than, about: ≥, <, ~
  form | 表式 | Form
  scope | 统计范围 | Whose figures
  report | 年报标识 | Id of the report
`)

/** The size behind a rate. */
export const sizeField = field(
  'n',
  '比率的基数；仅合成口径和派生指标有此列',
  'The size behind a rate; a column of composite and derived indicators only',
)

const agencyFields: readonly ApiField[] = listFields(`
  id | 稳定标识 | Stable id
  name | 规范名称 | Official name
  shortName | 简称 | Short name
  aliases | 其他名称 | Other names
  initials | 拼音首字母 | Initials of the pinyin
  regionCode | 行政区划代码 | Code of the region
  regionName | 行政区划 | Region
  regionPath? | 由省到本级的区划名称；知道才有 | Names of the regions from the province down, where known
  level | 层级 | Level
  system | 系统 | What it does
  supervisorId | 主管机关 | The agency it answers to
  validFrom | 设立日期 | Exists since
  validTo | 撤并日期 | Existed until
  successorId | 承接机关 | The agency that follows it
  deadline | 当地公布期限，月-日 | Local publishing date, MM-DD
  formerNames? | 曾用名 { name, until }；有才有 | Former names { name, until }, where there are any
`)

const reportFields: readonly ApiField[] = listFields(`
  report | 稳定标识 | Stable id
  agency | 机关标识 | Id of the agency
  year | 报告年度 | The year reported on
  form | 表式 | Form
  scope | 统计范围 | Whose figures
  title | 标题 | Title
  period_start | 统计期起 | Period begins
  period_end | 统计期止 | Period ends
  published_on | 公布日期 | Published on
  source_url | 来源网址 | Source address
  source_sha256 | 来源文件的 SHA-256 | SHA-256 of the source file
  version | 同一机关同一年度的第几版 | Version for this agency and year
  status | 草稿或已公布 | Draft or published
`)

/** Every kind of file beside the app. */
export const apiAddresses: readonly ApiAddress[] = [
  {
    pattern: 'datasets.json',
    about: { zh: '数据集列表，第一个是默认的', en: 'The datasets, the default first' },
    holds: 'list',
    fields: listFields(`
      id | 标识 | Id
      title | 名称 { zh, en } | Title { zh, en }
      synthetic | 是否合成数据 | Is it made up?
      manifest | 清单的地址 | Address of its manifest
    `),
  },
  {
    pattern: 'manifest.json',
    about: { zh: '清单：名称、许可、数量、日期、文件大小和哈希', en: 'Manifest: title, licence, counts, dates, sizes and hashes' },
    holds: 'object',
    fields: listFields(`
      schemaVersion | 数据表结构的版本 | Version of the tables
      id | 标识 | Id
      title | 名称 { zh, en } | Title { zh, en }
      synthetic | 是否合成数据 | Is it made up?
      years | 首末报告年度 | First and last report year
      dataFile | 编译后的数据文件名 | Name of the compiled file
      dataBytes | 其字节数 | Its bytes
      dataSha256 | 其 SHA-256 | Its SHA-256
      contentSha256 | 各数据表内容的 SHA-256：数据的指纹，链接里的 of= 是它的前 8 位；重新编译同样的数据不变 | SHA-256 of what the tables say: the fingerprint of the data, whose first 8 digits are of= in links; compiling the same data again does not change it
      formerSha256 | 旧版程序给同样数值的指纹，旧链接靠它认出 | Fingerprints that older builds gave the same figures, by which their links are recognised
      counts | 区划、机关、年报、单元格、数值的数量 | How many regions, agencies, reports, cells, figures
      dates | 首末公布日期 | First and last day of publishing
      completeYears | 机关名单已声明完整的年度 | Years whose list of agencies was declared complete
      version | 数据集的版本 | Version of the dataset
      licenses | 许可 { name, title, address } | Licences { name, title, address }
      package | 数据包 { file, bytes, sha256 } | The data package { file, bytes, sha256 }
      earlier | 保留了数值的前两版数据 { dataSha256, contentSha256, formerSha256, folder } | The two versions published before, whose values are kept { dataSha256, contentSha256, formerSha256, folder }
      answers | 已公布回答的键 | Keys of the published answers
      files | 部分文件的字节数 | Bytes of some files
    `),
  },
  {
    pattern: 'api/catalogue.json',
    about: { zh: '口径：表式、指标、状态、证据等级、核查规则', en: 'Catalogue: forms, indicators, states, evidence grades, checks' },
    holds: 'object',
    fields: listFields(`
      meta | 说明 | About this file
      applicant_types | 申请人类型 | Applicant types
      themes | 主题 | Themes
      comparability | 可比性类别 | Classes of comparability
      value_states | 单元格状态 | States of a cell
      absence_reasons | 没有数值的原因 | Reasons why there is no figure
      evidence_grades | 证据等级 | Evidence grades
      qualifiers | 约数符号 | Qualifiers
      scopes | 统计范围 | Scopes
      forms | 表式及各行 | Forms with their rows
      indicators | 表中所填的指标 | Indicators that a form asks for
      composites | 合成口径 | Composites
      derived | 派生指标 | Derived measures
      checks | 核查规则 | Checks
    `),
  },
  { pattern: 'api/agencies.json', about: { zh: '全部机关', en: 'Every agency' }, holds: 'list', fields: agencyFields },
  { pattern: 'api/reports.json', about: { zh: '全部年报', en: 'Every report' }, holds: 'list', fields: reportFields },
  {
    pattern: 'api/indicators.json',
    about: { zh: '各指标文件的行数和大小', en: 'Rows and size of the files of each indicator' },
    holds: 'list',
    fields: listFields(`
      id | 指标标识 | Id of the indicator
      rows | 行数 | Rows
      numbers | 其中有数值的行 | Rows that carry a number
      json | JSON 文件的字节数 | Bytes of the JSON file
      csv | CSV 文件的字节数 | Bytes of the CSV file
    `),
  },
  {
    pattern: 'api/indicators/<indicator>.json',
    about: {
      zh: '一项指标的全部数值：各机关、各年度、各申请人类型，每个证据等级一行；没有数值的也有一行，写明原因',
      en: 'Every value of one indicator: each agency, year and applicant type, one row per evidence grade; where there is no number there is a row with the reason',
    },
    holds: 'list',
    fields: indicatorFields,
  },
  {
    pattern: 'api/indicators/<indicator>.csv',
    about: { zh: '同样的行，CSV（UTF-8，无 BOM，LF）', en: 'The same rows as CSV (UTF-8 without a byte-order mark, LF)' },
    holds: 'table',
    fields: indicatorFields,
  },
  {
    pattern: 'api/agencies/<agency>.json',
    about: { zh: '一个机关、它的年报和所印的每个数字', en: 'One agency, its reports, and every printed figure' },
    holds: 'object',
    fields: listFields(`
      agency | 机关 | The agency
      reports | 年报 | Its reports
      figures | 数字及出处 | Figures with their place
    `),
  },
  {
    pattern: 'api/reports/<report>.json',
    about: { zh: '一份年报和所印的每个数字', en: 'One report and every printed figure' },
    holds: 'object',
    fields: listFields(`
      report | 年报 | The report
      figures | 数字及出处 | Figures with their place
    `),
  },
  {
    pattern: 'api/findings.json',
    about: { zh: '全部核查结果', en: 'What every check gave' },
    holds: 'object',
    fields: listFields(`
      counts | 一致、不一致、无法核对的次数 | How often checks hold, fail, cannot be assessed
      findings | 不一致和无法核对的各条 | Each one that fails or cannot be assessed
    `),
  },
  {
    pattern: 'api/answers/<question>/<key>.json',
    about: {
      zh: '页面默认问题的回答；<key> 是参数（键按字母排序的 JSON）SHA-256 的前 16 位，清单里列有全部',
      en: 'Answers to what the pages ask first; <key> is the first 16 hex digits of the SHA-256 of the params as JSON with sorted keys, all of them listed in the manifest',
    },
    holds: 'list',
    fields: [],
  },
  {
    pattern: 'earlier/<hash>/index.json',
    about: {
      zh: '前一版数据中有哪些指标和机关 { indicators, agencies }；<hash> 见清单的 earlier',
      en: 'Which indicators and agencies an earlier version had { indicators, agencies }; <hash> as in earlier of the manifest',
    },
    holds: 'object',
    fields: [],
  },
  {
    pattern: 'earlier/<hash>/indicators/<indicator>.json',
    about: {
      zh: '前一版数据中一项指标的数值，供旧链接比较：{ 指标@申请人: { 机关: { 年度和等级: 数值或原因 } } }，比率后附分母（0.5/4）',
      en: 'The values of one indicator in an earlier version, for links made on it: { indicator@applicant: { agency: { year and grade: number or reason } } }, rates with the size of their base (0.5/4)',
    },
    holds: 'object',
    fields: [],
  },
  {
    pattern: 'earlier/<hash>/agencies/<agency>.json',
    about: { zh: '前一版数据中一个机关的数值，写法同上', en: 'The values of one agency in an earlier version, written in the same way' },
    holds: 'object',
    fields: [],
  },
  {
    pattern: 'dataset.zip',
    about: {
      zh: '数据包本身：CSV 各表和 datapackage.json（Data Package v2）',
      en: 'The data package itself: its tables as CSV, and datapackage.json (Data Package v2)',
    },
    holds: 'file',
    fields: [],
  },
  {
    pattern: 'dataset.<hash>.duckdb',
    about: { zh: '编译后的 DuckDB 文件，文件名见清单', en: 'The compiled DuckDB file; its name is in the manifest' },
    holds: 'file',
    fields: [],
  },
]
