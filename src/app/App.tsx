import { createElement, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { I18nProvider } from 'react-aria-components'
import { compareAgencyOrder } from '../agencies.ts'
import { paletteOf, type Appearance } from '../charts/palette.ts'
import type { DatasetEntry } from '../dataset/manifest.ts'
import type { OpenDataset } from '../dataset/openDataset.ts'
import type { Known } from '../selection.ts'
import { wordsIn } from '../text/words.ts'
import { AtlasProvider, useAtlas, type Atlas } from './AtlasContext.ts'
import { loadAllPages, useLaterPage, type LaterPage } from './laterPages.ts'
import { Notices } from './links/Notices.tsx'
import { LocalNotes } from './local/LocalNotes.tsx'
import { NewRelease } from './NewRelease.tsx'
import { OverviewPage } from './pages/OverviewPage.tsx'
import { PageBoundary } from './PageBoundary.tsx'
import { PrintHead, usePrintFoot } from './print/PrintFrame.tsx'
import { followPrinting } from './print/printing.ts'
import { usePrinting } from './print/usePrinting.ts'
import { Rail } from './Rail.tsx'
import { watchPaint } from './readiness.ts'
import { useSelection } from './useSelection.ts'
import './checks/findings.css'

/** The whole atlas over one open dataset. `open` is asked for the dataset that the address names. */
export function App({
  dataset,
  datasets,
  known,
  open,
}: {
  readonly dataset: OpenDataset
  readonly datasets: readonly DatasetEntry[]
  readonly known: Known
  readonly open: (id: string) => void
}) {
  const { selection, problems, change, addressOf } = useSelection(known)
  const { lang, theme } = selection
  const dark = useSyncExternalStore(watchDark, prefersDark)
  const printing = usePrinting()
  // Paper is white, and type on it small, whatever the screen is.
  const shown = printing ? 'light' : theme
  const appearance: Appearance = shown === 'auto' ? (dark ? 'dark' : 'light') : shown
  const words = wordsIn(lang)
  const live = useRef<HTMLParagraphElement>(null)

  useEffect(() => {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
    if (shown === 'auto') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = shown
    document.title = `${words.pages[selection.page]} · ${words.appName} ${words.appSubtitle}`
  }, [lang, shown, words, selection.page])

  useEffect(() => open(selection.data), [open, selection.data])

  const atlas = useMemo<Atlas>(() => {
    const agencies = [...dataset.agencies].sort(compareAgencyOrder)
    const byId = new Map(agencies.map((agency) => [agency.id, agency]))
    const reports = new Map(dataset.reports.map((report) => [report.report, report]))
    return {
      dataset,
      datasets,
      selection,
      start: known.start,
      chosenAgencies: selection.agencies === null ? agencies : agencies.filter((agency) => selection.agencies?.includes(agency.id)),
      agencyById: (id) => byId.get(id),
      reportById: (id) => reports.get(id),
      lang,
      words,
      appearance,
      palette: paletteOf(appearance, lang),
      change,
      addressOf,
      announce: (text) => {
        if (live.current) live.current.textContent = text
      },
    }
  }, [dataset, datasets, selection, known, lang, words, appearance, change, addressOf])

  usePrintFoot(atlas)
  return (
    <I18nProvider locale={lang === 'zh' ? 'zh-CN' : 'en-GB'}>
      <AtlasProvider value={atlas}>
        <a className="skip" href="#content">
          {words.skipToContent}
        </a>
        <div className="app">
          <Rail />
          <div className="pagebox" data-page={selection.print ?? selection.page}>
            <PrintHead />
            <NewRelease lang={lang} />
            <Notices problems={problems} />
            <LocalNotes />
            <CurrentPage />
          </div>
        </div>
        <p className="visually-hidden" aria-live="polite" ref={live} />
      </AtlasProvider>
    </I18nProvider>
  )
}

// The page of the address is fetched while the dataset is opened (main.tsx), the others once it is drawn.
watchPaint(loadAllPages)
followPrinting()

function CurrentPage() {
  const { selection, lang } = useAtlas()
  const page = selection.print ?? selection.page
  if (page === 'overview') return <OverviewPage />
  return (
    <PageBoundary lang={lang} key={page}>
      <LaterPageOf page={page} />
    </PageBoundary>
  )
}

function LaterPageOf({ page }: { readonly page: LaterPage }) {
  const component = useLaterPage(page)
  return component === null ? <main id="content" aria-busy="true" /> : createElement(component)
}

const darkQuery = typeof window === 'undefined' ? null : window.matchMedia('(prefers-color-scheme: dark)')
const prefersDark = (): boolean => darkQuery?.matches ?? false
function watchDark(listener: () => void): () => void {
  darkQuery?.addEventListener('change', listener)
  return () => darkQuery?.removeEventListener('change', listener)
}
