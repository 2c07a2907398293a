import type { ReactNode } from 'react'
import type { Piece } from '../../import/sourceIndex.ts'
import { stateClasses } from '../../ReportSheets.tsx'
import { useReview } from './ReviewContext.ts'

/** A text with its marks: each a button that leads to its figure. */
export function SourcePieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map((piece) =>
    piece.figures.length > 0 ? (
      <SourceMark key={piece.start} figures={piece.figures}>
        {piece.text}
      </SourceMark>
    ) : piece.marked ? (
      <mark key={piece.start}>{piece.text}</mark>
    ) : (
      piece.text
    ),
  )
}

/** Characters or a cell that gave one figure or several: drawn by state and grade, named in words. */
export function SourceMark({ figures, children }: { readonly figures: readonly number[]; readonly children: ReactNode }) {
  const { figures: all, chosen, tabStop, showInTable, nameOf } = useReview()
  const [first = 0] = figures
  const shown = chosen.figure !== null && figures.includes(chosen.figure) ? chosen.figure : first
  const figure = all[shown]
  if (!figure) return children
  const isChosen = shown === chosen.figure
  const tone = figure.evidence === 'A' ? `srccell ${stateClasses[figure.state]}` : `srcclaim ev-${figure.evidence.toLowerCase()}`
  // One number may stand for several figures: each click leads to the next of them.
  const next = isChosen ? (figures[(figures.indexOf(shown) + 1) % figures.length] ?? first) : shown
  return (
    <button
      type="button"
      className={`srcmark ${tone}${isChosen ? ' chosen' : ''}`}
      data-jump=""
      data-marks={figures.join(' ')}
      data-grade={figure.evidence}
      tabIndex={figures.includes(tabStop.source) ? 0 : -1}
      aria-label={nameOf(next)}
      onClick={() => showInTable(next)}
    >
      <span>{children}</span>
    </button>
  )
}
