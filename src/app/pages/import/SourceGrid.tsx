import { memo } from 'react'
import type { Grid, GridCell } from '../../../reports/document.ts'
import { cutText, type SourceIndex, type Spot } from '../../import/sourceIndex.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { SourceMark, SourcePieces } from './SourcePieces.tsx'
import { useGrowing } from './useGrowing.ts'

/** Rows of one table that are drawn at first; a table of a report has a few dozen. */
const firstRows = 400

/** A table as it was found in the file: its cells in order, every figure marked. */
export const SourceGrid = memo(function SourceGrid({
  grid,
  at,
  index,
  spot,
}: {
  readonly grid: Grid
  readonly at: number
  readonly index: SourceIndex
  readonly spot: Spot | null
}) {
  const { words } = useAtlas()
  const { shown, more } = useGrowing(grid.rows.length, firstRows)
  const drawn = Math.max(shown, (spot?.row ?? -1) + 1)
  const table = grid.where.table
  const label = table === null ? words.import.sourceTable : words.import.sourceTableNth(table)
  const whole = spot !== null && spot.row === null
  return (
    <div className={whole ? 'scroll marked' : 'scroll'} id={`src-${at}`} tabIndex={0} role="region" aria-label={label}>
      <table className="srctable printed">
        <caption className="visually-hidden">{label}</caption>
        <tbody>
          {grid.rows.slice(0, drawn).map((row, rowAt) => {
            const isRow = spot?.row === rowAt && spot.cell === null
            return (
              // Rows of a document keep their places.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={rowAt} id={`src-${at}-${rowAt}`} className={isRow ? 'marked' : undefined} tabIndex={-1}>
                {row.cells.map((cell, cellAt) => (
                  <SourceCell
                    // oxlint-disable-next-line react/no-array-index-key
                    key={cellAt}
                    cell={cell}
                    id={`src-${at}-${rowAt}-${cellAt}`}
                    figures={index.figuresOfCell(at, rowAt, cellAt)}
                    spans={index.spansOfCell(at, rowAt, cellAt)}
                    spot={spot?.row === rowAt && spot.cell === cellAt ? spot : null}
                  />
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      {drawn < grid.rows.length ? (
        <button type="button" className="linklike" onClick={more}>
          {words.import.showMoreRows(grid.rows.length - drawn)}
        </button>
      ) : null}
    </div>
  )
})

function SourceCell({
  cell,
  id,
  figures,
  spans,
  spot,
}: {
  readonly cell: GridCell
  readonly id: string
  readonly figures: readonly number[]
  readonly spans: ReturnType<SourceIndex['spansOfCell']>
  readonly spot: Spot | null
}) {
  const { words } = useAtlas()
  const marked = spot !== null && spot.start === null
  const isFigure = figures.length > 0
  return (
    <td
      id={id}
      colSpan={cell.span > 1 ? cell.span : undefined}
      className={`${isFigure ? 'mid' : ''}${marked ? ' marked' : ''}`}
      tabIndex={-1}
    >
      {isFigure ? (
        <SourceMark figures={figures}>
          {cell.text === '' ? <span className="visually-hidden">{words.import.emptyCell}</span> : cell.text}
        </SourceMark>
      ) : (
        <SourcePieces pieces={cutText(cell.text, spans, spot)} />
      )}
    </td>
  )
}
