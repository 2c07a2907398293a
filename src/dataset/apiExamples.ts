import type { Indicator } from '../indicators/indicator.ts'
import type { Label } from '../text/label.ts'

/** One way to read the static API, as text that runs when it is pasted. */
export interface ApiExample {
  readonly id: 'curl' | 'python' | 'pandas' | 'readr' | 'jsonlite' | 'excel' | 'duckdb' | 'compiled'
  readonly name: Label
  /** What to know before. */
  readonly note: Label | null
  readonly text: string
}

/** What an example is about. */
export interface ExampleSubject {
  readonly indicator: Pick<Indicator, 'id' | 'byApplicant' | 'kind'>
  /** Absolute address of a file of the dataset. */
  readonly addressOf: (file: string) => string
  readonly dataFile: string
}

/** An address that stays what it is between double quotes, in a shell, in Python, R and M, and between the single quotes of SQL. */
export const quotable = (address: string): string =>
  address.replace(/["'$!\\`]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)

/**
 * The examples for one indicator. Each reads the rows of the tables (grade A, or the reason why there is none) for all applicants
 * together, and says how many of how many have a number: an empty `value` is missing, not 0.
 */
export function listApiExamples({ indicator, addressOf, dataFile }: ExampleSubject): readonly ApiExample[] {
  const { id } = indicator
  const csv = quotable(addressOf(`api/indicators/${id}.csv`))
  const json = quotable(addressOf(`api/indicators/${id}.json`))
  const compiled = quotable(addressOf(dataFile))
  const all = indicator.byApplicant
  // What is worked out has no cells of its own.
  const query =
    indicator.kind === 'reported'
      ? `SELECT state, count(*) AS cells FROM cells WHERE indicator = '${id}' GROUP BY state ORDER BY cells DESC`
      : 'SELECT form, count(*) AS reports FROM reports GROUP BY form ORDER BY form'
  return [
    {
      id: 'curl',
      name: { zh: 'curl', en: 'curl' },
      note: null,
      text: `curl -fsS --compressed -o "${id}.csv" "${csv}"`,
    },
    {
      id: 'python',
      name: { zh: 'Python（标准库）', en: 'Python (standard library)' },
      note: null,
      text: `import csv, io, urllib.request

address = "${csv}"
with urllib.request.urlopen(address) as answer:
    rows = list(csv.DictReader(io.TextIOWrapper(answer, encoding="utf-8", newline="")))
tables = [row for row in rows if row["evidence"] in ("", "A")${all ? ' and row["applicant"] == "total"' : ''}]
numbers = [float(row["value"]) for row in tables if row["value"] != ""]
print(len(numbers), "of", len(tables), "rows have a number")`,
    },
    {
      id: 'pandas',
      name: { zh: 'Python（pandas）', en: 'Python (pandas)' },
      note: { zh: '没有数值的是 NaN，不要用 fillna(0)。', en: 'What is missing is NaN; do not fillna(0).' },
      text: `import pandas as pd

rows = pd.read_csv("${csv}")
tables = rows[~rows["evidence"].isin(["B", "C", "D"])${all ? ' & (rows["applicant"] == "total")' : ''}]
print(tables["value"].notna().sum(), "of", len(tables), "rows have a number")
print(tables.pivot(index="agency", columns="year", values="value"))`,
    },
    {
      id: 'readr',
      name: { zh: 'R（readr）', en: 'R (readr)' },
      note: null,
      text: `library(readr)

rows <- read_csv("${csv}",
                 col_types = cols(year = "i", value = "d", .default = "c"))
tables <- rows[!rows$evidence %in% c("B", "C", "D")${all ? ' & rows$applicant == "total"' : ''}, ]
cat(sum(!is.na(tables$value)), "of", nrow(tables), "rows have a number\\n")`,
    },
    {
      id: 'jsonlite',
      name: { zh: 'R（jsonlite）', en: 'R (jsonlite)' },
      note: null,
      text: `library(jsonlite)

rows <- fromJSON("${json}")
tables <- rows[!rows$evidence %in% c("B", "C", "D")${all ? ' & rows$applicant == "total"' : ''}, ]
cat(sum(!is.na(tables$value)), "of", nrow(tables), "rows have a number\\n")`,
    },
    {
      id: 'excel',
      name: { zh: 'Excel（Power Query）', en: 'Excel (Power Query)' },
      note: {
        zh: '数据 → 获取数据 → 自其他源 → 空白查询 → 高级编辑器，粘贴后确定。',
        en: 'Data → Get Data → From Other Sources → Blank Query → Advanced Editor, paste, Done.',
      },
      text: `let
    Source = Csv.Document(Web.Contents("${csv}"), [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
    Rows = Table.PromoteHeaders(Source, [PromoteAllScalars = true]),
    Empty = Table.ReplaceValue(Rows, "", null, Replacer.ReplaceValue, Table.ColumnNames(Rows)),
    Typed = Table.TransformColumnTypes(Empty, {{"year", Int64.Type}, {"value", type number}}, "en-US"),
    Tables = Table.SelectRows(Typed, each not List.Contains({"B", "C", "D"}, [evidence])${all ? ' and [applicant] = "total"' : ''})
in
    Tables`,
    },
    {
      id: 'duckdb',
      name: { zh: 'DuckDB（CSV）', en: 'DuckDB (CSV)' },
      note: {
        zh: '直接读网址要用 DuckDB 的 httpfs 扩展；没有外网时先用 curl 下载，把网址换成文件名。',
        en: 'Reading an address takes DuckDB’s httpfs extension; without the internet, download with curl first and put the file name in its place.',
      },
      text: `SELECT year, count(value) AS numbers, count(*) AS of_rows, median(value) AS median
FROM read_csv('${csv}', types = {'year': 'INTEGER', 'value': 'DOUBLE'})
WHERE coalesce(evidence, 'A') = 'A'${all ? " AND applicant = 'total'" : ''}
GROUP BY year ORDER BY year;`,
    },
    {
      id: 'compiled',
      name: { zh: 'DuckDB（整个数据集）', en: 'DuckDB (whole dataset)' },
      note: {
        zh: 'DuckDB 1.4 或更新；表与数据包的各表同名。',
        en: 'DuckDB 1.4 or newer; the tables carry the names of those of the data package.',
      },
      text: `curl -fsS -o "${dataFile}" "${compiled}"
duckdb -readonly "${dataFile}" "${query}"`,
    },
  ]
}
