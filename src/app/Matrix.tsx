import { useEffect, useId, useRef, type ReactNode } from 'react'
import { overviewWords } from '../text/overviewWords.ts'
import { useAtlas } from './AtlasContext.ts'
import { markFailed } from './readiness.ts'
import { useRovingGrid } from './useRovingGrid.ts'

/**
 * A matrix as a real table: row names fixed at the left, heads above, one cell component per place. Scrolls inside its panel; one stop
 * of the Tab key, the arrow keys move inside.
 */
export function Matrix({
  caption,
  corner,
  heads,
  spans = [],
  groups,
  foot = [],
  showTable,
  className = '',
}: {
  readonly caption: string
  readonly corner: string
  readonly heads: readonly { readonly key: string; readonly content: ReactNode; readonly isSorted?: boolean }[]
  /** Names over several heads, in order. */
  readonly spans?: readonly { readonly name: string; readonly width: number }[]
  /** Rows under a heading; one group with an empty title where there is none. */
  readonly groups: readonly {
    readonly key?: string
    readonly title: string
    readonly rows: readonly {
      readonly key: string
      readonly name: ReactNode
      readonly cells: readonly { readonly key: string; readonly cell: ReactNode }[]
    }[]
  }[]
  /** Rows at the foot that count what stands above. */
  readonly foot?: readonly {
    readonly key: string
    readonly name: ReactNode
    readonly title: string
    readonly cells: readonly ReactNode[]
  }[]
  /** For the T key. */
  readonly showTable?: () => void
  readonly className?: string
}) {
  const { lang, agencyById } = useAtlas()
  // Rows and columns whose key is an agency are marked with it.
  const agencyOf = (key: string): string | undefined => agencyById(key)?.id
  const table = useRef<HTMLTableElement>(null)
  const keysId = useId()
  const onKeyDown = useRovingGrid(table, showTable)
  return (
    <div className="scroll" role="region" aria-label={caption}>
      <p id={keysId} className="visually-hidden">
        {overviewWords[lang].gridKeys}
      </p>
      <table
        ref={table}
        // ARIA allows it, and the arrow keys move in it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
        role="grid"
        aria-describedby={keysId}
        aria-readonly="true"
        onKeyDown={onKeyDown}
        className={`rug ${heads.length <= 3 ? 'few ' : ''}${className}`}
      >
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          {spans.length === 0 ? null : (
            <tr>
              <th scope="col" className="l k" rowSpan={2}>
                {corner}
              </th>
              {spans.map((span, place) => (
                <th key={`${span.name}-${place}`} scope="colgroup" colSpan={span.width} className="span">
                  {span.name}
                </th>
              ))}
            </tr>
          )}
          <tr>
            {spans.length > 0 ? null : (
              <th scope="col" className="l k">
                {corner}
              </th>
            )}
            {heads.map((head) => (
              <th key={head.key} scope="col" aria-sort={head.isSorted ? 'descending' : undefined} data-agency={agencyOf(head.key)}>
                {head.content}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.key ?? group.title}>
            {group.title === '' ? null : (
              <tr>
                <th scope="rowgroup" className="theme" colSpan={heads.length + 1}>
                  {group.title}
                </th>
              </tr>
            )}
            {group.rows.map((row) => (
              <tr key={row.key} data-agency={agencyOf(row.key)}>
                <th scope="row" className="k">
                  {row.name}
                </th>
                {row.cells.map(({ key, cell }) => (
                  <td key={key} data-agency={agencyOf(key)}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
        {foot.length === 0 ? null : (
          <tfoot>
            {foot.map((row) => (
              <tr key={row.key}>
                <th scope="row" className="k" title={row.title}>
                  {row.name}
                </th>
                {row.cells.map((cell, place) => (
                  <td key={heads[place]?.key}>{cell}</td>
                ))}
              </tr>
            ))}
          </tfoot>
        )}
      </table>
    </div>
  )
}

/** A sentence where a figure would be: what is so, what was kept, one thing to do. Grey outlines while reading. */
export function Waiting({ reports }: { readonly reports: number }) {
  const { words } = useAtlas()
  return (
    <div className="waiting" role="status">
      <p>{words.state.loadingReports(reports)}</p>
      {Array.from({ length: 5 }, (_, i) => (
        <span key={i} className="ghost" />
      ))}
    </div>
  )
}

/** The sentence when an answer cannot be had. What was shown before stays. */
export function AnswerFailed({ retry, keptRows }: { readonly retry: () => void; readonly keptRows: boolean }) {
  const { words } = useAtlas()
  useEffect(() => {
    if (!keptRows) markFailed()
  }, [keptRows])
  return (
    <div className="empty" role="alert">
      <p>{keptRows ? words.state.engineFailed : words.state.engineUnavailable}</p>
      <button type="button" className="btn" onClick={retry}>
        {words.state.retry}
      </button>
    </div>
  )
}
