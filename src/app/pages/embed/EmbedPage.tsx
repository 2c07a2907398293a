import { useEffect, useMemo, useState } from 'react'
import type { AskedFigure, AskFigure, FigureView } from '../../../embed/figures/askedFigure.ts'
import { askCompared, compareView } from '../../../embed/figures/comparisonFigures.ts'
import { openFigure } from '../../../embed/figures/openFigure.ts'
import { indicatorById } from '../../../indicators/catalogue.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import { pageOfFigure, type PageFigure } from '../../../selection/pageFigures.ts'
import { embedBuilderWordsIn } from '../../../text/embedBuilderWords.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { BlanksPicker, FilterBar } from '../../FilterBar.tsx'
import { Link } from '../../Link.tsx'
import { AnswerFailed, Waiting } from '../../Matrix.tsx'
import { AgencyPicker } from '../../pickers/AgencyPicker.tsx'
import { YearPicker } from '../../pickers/YearPicker.tsx'
import { markFirstChart } from '../../readiness.ts'
import { useAfterPaint } from '../../useAfterPaint.ts'
import { useAnswer } from '../../useAnswer.ts'
import { ChartChooser } from '../compare/ChartChooser.tsx'
import { ComparisonBar } from '../compare/ComparisonBar.tsx'
import '../compare/compare.css'
import { ViewSettings } from '../compare/ViewSettings.tsx'
import type { EmbeddedView } from './drawEmbedded.ts'
import './embed.css'
import { EmbedBuilder } from './EmbedBuilder.tsx'

/** A figure of the comparison, or of another page, made ready for other pages: as markup, as a file of its own, or live. */
export function EmbedPage() {
  const { dataset, selection } = useAtlas()
  const { figure } = selection
  const { ask, failed, retry } = useFigure(figure)
  const view = useFigureView()
  const asked = useMemo(() => ask?.(view), [ask, view])
  useAfterPaint(asked === null || failed, markFirstChart)
  if (asked) return <AskedPage key={figure ?? ''} view={view} asked={asked} />
  return (
    <>
      <FigureBar />
      <main id="content">
        <PageHead figure={figure} />
        {failed ? <AnswerFailed retry={retry} keptRows={false} /> : null}
        {asked === null ? <NoIndicators /> : null}
        {asked === undefined && !failed ? <Waiting reports={dataset.reports.length} /> : null}
      </main>
    </>
  )
}

/** What the address selects. */
function useFigureView(): FigureView & Pick<EmbeddedView, 'dataset'> {
  const { dataset, selection, chosenAgencies: agencies } = useAtlas()
  return useMemo(() => ({ dataset, selection, agencies }), [dataset, selection, agencies])
}

/** What asks for the rows of a figure; that of a page has to be brought first. */
function useFigure(figure: PageFigure | null): {
  readonly ask: AskFigure | undefined
  readonly failed: boolean
  readonly retry: () => void
} {
  const [brought, setBrought] = useState<{ readonly figure: PageFigure; readonly ask: AskFigure | null } | null>(null)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (figure === null) return
    let wanted = true
    openFigure(figure).then(
      (ask) => wanted && setBrought({ figure, ask }),
      (error: unknown) => {
        console.warn('what makes the figure could not be had', error)
        if (wanted) setBrought({ figure, ask: null })
      },
    )
    return () => {
      wanted = false
    }
  }, [figure, tries])
  const retry = (): void => {
    setBrought(null)
    setTries(tries + 1)
  }
  if (figure === null) return { ask: askCompared, failed: false, retry }
  const own = brought?.figure === figure ? brought : null
  return { ask: own?.ask ?? undefined, failed: own !== null && own.ask === null, retry }
}

function AskedPage({ view: wanted, asked }: { readonly view: FigureView & Pick<EmbeddedView, 'dataset'>; readonly asked: AskedFigure }) {
  const { figure } = wanted.selection
  const answer = useAnswer(asked.question, asked.params)
  const rows = answer.waiting ? undefined : answer.rows
  const view = useMemo<EmbeddedView | null>(() => (rows === undefined ? null : { ...wanted, asked, rows }), [wanted, asked, rows])
  useAfterPaint(view, markFirstChart)
  return (
    <>
      {figure === null ? <ComparedBar view={view} /> : <FigureBar />}
      <main id="content" aria-busy={answer.waiting}>
        <PageHead figure={figure} />
        {view !== null && figure === null ? <ComparedSettings view={view} /> : null}
        {answer.error ? <AnswerFailed retry={answer.retry} keptRows={view !== null} /> : null}
        {view ? <EmbedBuilder view={view} /> : answer.error ? null : <Waiting reports={wanted.dataset.reports.length} />}
      </main>
    </>
  )
}

/** What the page is for, and which figure of which page it has in hand. */
function PageHead({ figure }: { readonly figure: PageFigure | null }) {
  const { words, lang } = useAtlas()
  const { lead, figures } = embedBuilderWordsIn(lang)
  const page = pageOfFigure(figure)
  return (
    <div className="pagehead">
      <h1>{words.pages.embed}</h1>
      <p>{lead}</p>
      <p>
        {figure === null ? null : (
          <>
            {figures.which(figures.names[figure], words.pages[page])} <Link to={{ page }}>{figures.change(words.pages[page])}</Link>
            {' · '}
            <Link to={{ page: 'embed', figure: null, chart: null }}>{figures.compare}</Link>
            {' · '}
          </>
        )}
        {figures.other}
      </p>
    </div>
  )
}

function NoIndicators() {
  const { lang } = useAtlas()
  return <p className="empty">{embedBuilderWordsIn(lang).figures.none}</p>
}

/** Whose figures, of which years; what else a figure of a page may show is chosen there. */
function FigureBar() {
  return (
    <FilterBar result={null}>
      <AgencyPicker />
      <YearPicker />
      <BlanksPicker />
    </FilterBar>
  )
}

function useCompared(view: EmbeddedView | null) {
  const { lang, palette } = useAtlas()
  return useMemo(
    () => (view === null ? null : compareView(view, view.rows as readonly ComparedValue[], { lang, palette })),
    [view, lang, palette],
  )
}

function ComparedBar({ view }: { readonly view: EmbeddedView | null }) {
  return <ComparisonBar loaded={useCompared(view)?.reports ?? null} />
}

/** The chart of a comparison, and how it is read. */
function ComparedSettings({ view }: { readonly view: EmbeddedView }) {
  const compared = useCompared(view)
  if (compared === null) return null
  const [first = ''] = view.selection.indicators
  return (
    <div className="viewbar">
      <ChartChooser choice={compared.choice} />
      <ViewSettings reading={compared.reading} indicator={indicatorById(view.dataset.catalogue, first)} at={compared.at} />
    </div>
  )
}
