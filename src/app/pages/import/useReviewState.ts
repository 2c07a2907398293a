import { useCallback, useEffect, useMemo, useState, type RefObject } from 'react'
import { nameState } from '../../../charts/figureText.ts'
import type { ReportFigure } from '../../../questions/reportFigure.ts'
import type { ReadReportFile } from '../../../reports/parseReport.ts'
import type { Place } from '../../../reports/figure.ts'
import { indexSource, type SourceIndex } from '../../import/sourceIndex.ts'
import { figuresToReview } from '../../import/reviewFigures.ts'
import type { IdentityDraft } from '../../import/identityDraft.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { nameCell } from '../../ReportSheets.tsx'
import { nothingChosen, type Chosen, type PaneName, type ReviewShared } from './ReviewContext.ts'

interface ReviewState {
  readonly shared: ReviewShared
  readonly index: SourceIndex
  /** A problem or an unplaced text, with its place. */
  readonly chooseItem: (item: string, place: Place | null, said: string) => void
  readonly stepProblem: (step: 1 | -1) => void
}

/** What is chosen in a review, and how one gets from a figure to its place and back. */
export function useReviewState({
  read,
  draft,
  host,
  setPane,
}: {
  readonly read: ReadReportFile
  readonly draft: IdentityDraft
  readonly host: RefObject<HTMLDivElement | null>
  readonly setPane: (pane: PaneName) => void
}): ReviewState {
  const { words, lang, announce } = useAtlas()
  const [chosen, setChosen] = useState<Chosen>(nothingChosen)
  const { parsed, document: source } = read
  const index = useMemo(() => indexSource(source ?? { blocks: [] }, parsed.figures), [source, parsed.figures])
  const { agencyId, year, scope } = draft
  const figures = useMemo(() => figuresToReview(parsed, { agencyId, year, scope }), [parsed, agencyId, year, scope])
  const nameOf = useNames(parsed)

  const go = useCallback(
    (next: Chosen, said: string): void => {
      setChosen(next)
      if (next.focus) setPane(next.focus)
      announce(said)
    },
    [announce, setPane],
  )
  const showInSource = useCallback(
    (figure: number): void => {
      const spot = index.spotOf(figure)
      if (spot) go({ figure, item: null, spot, focus: 'source' }, words.import.inSource(nameOf(figure)))
      else go({ figure, item: null, spot: null, focus: null }, words.import.placeUnknown)
    },
    [index, go, nameOf, words],
  )
  const showInTable = useCallback(
    (figure: number): void =>
      go({ figure, item: null, spot: index.spotOf(figure), focus: 'figures' }, words.import.inTable(nameOf(figure))),
    [index, go, nameOf, words],
  )
  const chooseItem = useCallback(
    (item: string, place: Place | null, said: string): void => go({ figure: null, item, spot: index.locate(place), focus: 'source' }, said),
    [index, go],
  )
  const stepProblem = (step: 1 | -1): void => {
    const { problems } = parsed
    if (problems.length === 0) {
      announce(words.import.noProblems)
      return
    }
    const from = chosen.item?.startsWith('problem-') ? Number(chosen.item.slice('problem-'.length)) : step > 0 ? -1 : 0
    const at = (from + step + problems.length) % problems.length
    const problem = problems[at]
    if (problem)
      go(
        { figure: null, item: `problem-${at}`, spot: index.locate(problem.where), focus: 'source' },
        `${words.import.problemNth(at + 1, problems.length)} ${problem.message[lang]}`,
      )
  }
  useFocusOnChosen(chosen, host)
  const shared = useMemo(
    () => ({ figures, chosen, tabStop: findTabStops(figures, index, chosen.figure), showInSource, showInTable, nameOf }),
    [figures, index, chosen, showInSource, showInTable, nameOf],
  )
  return { shared, index, chooseItem, stepProblem }
}

/** The chosen figure, where the pane shows it; else the first that it shows. */
function findTabStops(figures: readonly ReportFigure[], index: SourceIndex, chosen: number | null): ReviewShared['tabStop'] {
  const hasPlace = (at: number): boolean => index.spotOf(at) !== null
  const isListed = ({ evidence, indicator, cell }: ReportFigure): boolean => (evidence === 'A' ? cell !== null : indicator !== null)
  const ofChosen = chosen === null ? undefined : figures[chosen]
  return {
    source: chosen !== null && hasPlace(chosen) ? chosen : figures.findIndex((_, at) => hasPlace(at)),
    figures: chosen !== null && ofChosen && isListed(ofChosen) ? chosen : figures.findIndex(isListed),
  }
}

/** What figures are called: row, column, number or state. */
function useNames(parsed: ReadReportFile['parsed']): (figure: number) => string {
  const { dataset, lang, words } = useAtlas()
  return useMemo(() => {
    const form = dataset.catalogue.forms.find(({ id }) => id === parsed.report.form)
    const rows = new Map((form?.rows ?? []).map((row) => [row.path, row]))
    const indicators = new Map(dataset.catalogue.indicators.map((indicator) => [indicator.id, indicator]))
    const applicants = new Map(dataset.catalogue.applicants.map((applicant) => [applicant.id, applicant.name[lang]]))
    return (at) => {
      const figure = parsed.figures[at]
      if (!figure) return ''
      const row = figure.cell === null ? undefined : rows.get(figure.cell)
      const applicant = row?.table === 3 && figure.applicant !== null ? (applicants.get(figure.applicant) ?? null) : null
      const name = row ? nameCell(row, applicant) : (indicators.get(figure.indicator ?? '')?.name[lang] ?? '')
      return words.join([
        name,
        ...(figure.printed === '' ? [] : [figure.printed]),
        ...(figure.value === null ? [nameState(dataset.catalogue, figure.state, lang)] : []),
        ...(figure.evidence === 'A' ? [] : [words.evidence[figure.evidence]]),
      ])
    }
  }, [dataset, lang, words, parsed])
}

/** The chosen spot comes into view once it is drawn, and the focus with it. */
function useFocusOnChosen(chosen: Chosen, host: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const panes = host.current
    if (!panes || chosen.focus === null) return
    const [inSource, inTable] = [findInSource(panes, chosen), panes.querySelector<HTMLElement>(`[data-cell="${chosen.figure ?? ''}"]`)]
    const [to, other] = chosen.focus === 'source' ? [inSource, inTable] : [inTable, inSource]
    const show = (): void => {
      other?.scrollIntoView({ block: 'center', inline: 'nearest' })
      to?.scrollIntoView({ block: 'center', inline: 'nearest' })
    }
    show()
    to?.focus({ preventScroll: true })
    // What was not drawn before takes its real height now, which moves what stands below.
    const frame = requestAnimationFrame(show)
    return () => cancelAnimationFrame(frame)
  }, [chosen, host])
}

/** The mark of a figure; else the cell, the row or the block of the spot. */
function findInSource(panes: HTMLElement, { figure, spot }: Chosen): HTMLElement | null {
  const mark = figure === null ? null : panes.querySelector<HTMLElement>(`[data-marks~="${figure}"]`)
  if (mark || !spot) return mark
  const ids = [`src-${spot.block}-${spot.row ?? ''}-${spot.cell ?? ''}`, `src-${spot.block}-${spot.row ?? ''}`, `src-${spot.block}`]
  for (const id of ids) {
    const found = document.getElementById(id)
    if (found) return found
  }
  return null
}
