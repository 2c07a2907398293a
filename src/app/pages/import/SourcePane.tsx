import { memo, startTransition, useEffect, useMemo, useState } from 'react'
import type { Paragraph, ReportDocument } from '../../../reports/document.ts'
import type { ReadReportFile } from '../../../reports/parseReport.ts'
import { costOf, cutText, type SourceIndex, type Spot } from '../../import/sourceIndex.ts'
import { useAtlas } from '../../AtlasContext.ts'
import type { Chosen } from './ReviewContext.ts'
import { SourceGrid } from './SourceGrid.tsx'
import { SourcePieces } from './SourcePieces.tsx'

/** The document as it was read, with every figure marked where it is printed. */
export function SourcePane({
  read,
  index,
  chosen,
}: {
  readonly read: ReadReportFile
  readonly index: SourceIndex
  readonly chosen: Chosen
}) {
  const { words } = useAtlas()
  const { document } = read
  const blocks = document?.blocks ?? []
  const drawn = useDrawnBlocks(document, chosen.spot)
  const placed = useMemo(() => read.parsed.figures.filter((_, at) => index.spotOf(at) !== null).length, [read, index])
  return (
    <section className="panel pane sourcepane" data-pane="source">
      <div className="panelhead">
        <h2>{words.import.panes.source}</h2>
        <p className="sub">{words.import.sourceSub(placed)}</p>
      </div>
      <div
        className={blocks.length > manyBlocks ? 'panebody long' : 'panebody'}
        tabIndex={0}
        role="region"
        aria-label={words.import.sourceRegion}
      >
        {blocks.slice(0, drawn).map((block, at) => {
          const page = block.where.page
          const turns = page !== null && page !== (blocks[at - 1]?.where.page ?? null)
          // A figure is marked by itself.
          const spot = chosen.figure === null && chosen.spot?.block === at ? chosen.spot : null
          return (
            // A document never changes: blocks keep their places.
            // oxlint-disable-next-line react/no-array-index-key
            <div key={at} className="srcblock">
              {turns ? <p className="srcpage">{words.report.placePage(page)}</p> : null}
              {block.kind === 'paragraph' ? (
                <SourceParagraph block={block} at={at} index={index} spot={spot} />
              ) : (
                <SourceGrid grid={block} at={at} index={index} spot={spot} />
              )}
            </div>
          )
        })}
        {drawn < blocks.length ? <p className="srcpage">{words.state.loading}</p> : null}
      </div>
    </section>
  )
}

/** From here on, what is out of sight is not laid out. */
const manyBlocks = 150

/** Cells and paragraphs that are drawn at once; the next slice follows in the next frame. */
const sliceCost = 250

/** How many blocks are drawn: a slice more with each frame, so that nothing has to wait; at once up to what was chosen. */
function useDrawnBlocks(document: ReportDocument | null, spot: Spot | null): number {
  const ends = useMemo(() => sliceEnds(document), [document])
  const [slices, setSlices] = useState(1)
  useEffect(() => {
    if (slices >= ends.length) return
    const frame = requestAnimationFrame(() => startTransition(() => setSlices(slices + 1)))
    return () => cancelAnimationFrame(frame)
  }, [slices, ends])
  const drawn = ends[Math.min(slices, ends.length) - 1] ?? 0
  return Math.max(drawn, (spot?.block ?? -1) + 1)
}

function sliceEnds(document: ReportDocument | null): readonly number[] {
  const ends: number[] = []
  let cost = 0
  for (const [at, block] of (document?.blocks ?? []).entries()) {
    cost += costOf(block)
    if (cost >= sliceCost) {
      ends.push(at + 1)
      cost = 0
    }
  }
  const total = document?.blocks.length ?? 0
  return ends.at(-1) === total ? ends : [...ends, total]
}

const SourceParagraph = memo(function SourceParagraph({
  block,
  at,
  index,
  spot,
}: {
  readonly block: Paragraph
  readonly at: number
  readonly index: SourceIndex
  readonly spot: Spot | null
}) {
  const whole = spot !== null && spot.start === null
  return (
    <p className={whole ? 'srctext printed marked' : 'srctext printed'} id={`src-${at}`} tabIndex={-1}>
      <SourcePieces pieces={cutText(block.text, index.spansOf(at), spot)} />
    </p>
  )
})
