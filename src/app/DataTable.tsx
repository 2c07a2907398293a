import type { ChartTable } from '../charts/chartContext.ts'
import { useAtlas } from './AtlasContext.ts'
import { Link } from './Link.tsx'

/** The rows of a figure as a real table: the same numbers in the same order, a missing value as its reason. */
export function DataTable({ table }: { readonly table: ChartTable }) {
  const { words, agencyById, reportById } = useAtlas()
  const agencyOf = ({ report, key }: ChartTable['rows'][number]): string | undefined =>
    (report === null ? undefined : reportById(report)?.agency) ?? findAgency(key, (id) => agencyById(id) !== undefined)
  return (
    <table className="t">
      <caption className="visually-hidden">{table.caption}</caption>
      <thead>
        <tr>
          {table.columns.map((column) => (
            <th key={column.name} scope="col" className={column.numeric ? 'num' : undefined}>
              {column.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.length === 0 ? (
          <tr>
            <td colSpan={table.columns.length}>{words.state.noValues}</td>
          </tr>
        ) : null}
        {table.rows.map((row) => (
          <tr key={row.key} data-agency={agencyOf(row)}>
            {row.cells.map((cell, index) => {
              const column = table.columns[index]
              const text =
                row.report !== null && index === 0 ? <Link to={{ page: 'report', report: row.report, cell: null }}>{cell}</Link> : cell
              return index === 0 ? (
                <th key={column?.name} scope="row">
                  {text}
                </th>
              ) : (
                <td key={column?.name} className={column?.numeric ? 'num' : undefined}>
                  {text}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Keys of rows begin with the agency that they are about: `yinchuan-kjj-2018-A`. */
function findAgency(key: string, isAgency: (id: string) => boolean): string | undefined {
  for (let id = key; id !== ''; id = id.slice(0, Math.max(0, id.lastIndexOf('-')))) if (isAgency(id)) return id
  return undefined
}
