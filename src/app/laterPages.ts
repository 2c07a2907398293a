import { useEffect, useState, type ComponentType } from 'react'
import type { Page, PrintedView } from '../selection.ts'

/** The pages that come in files of their own: every one but the first look; and what is made for paper. */
export type LaterPage = Exclude<Page, 'overview'> | PrintedView

const files: Readonly<Record<LaterPage, () => Promise<ComponentType>>> = {
  compare: () => import('./pages/compare/ComparePage.tsx').then(({ ComparePage }) => ComparePage),
  channels: () => import('./pages/channels/ChannelsPage.tsx').then(({ ChannelsPage }) => ChannelsPage),
  staffing: () => import('./pages/staffing/StaffingPage.tsx').then(({ StaffingPage }) => StaffingPage),
  requests: () => import('./pages/requests/RequestsPage.tsx').then(({ RequestsPage }) => RequestsPage),
  agency: () => import('./pages/AgencyPage.tsx').then(({ AgencyPage }) => AgencyPage),
  report: () => import('./pages/ReportPage.tsx').then(({ ReportPage }) => ReportPage),
  checks: () => import('./pages/checks/ChecksPage.tsx').then(({ ChecksPage }) => ChecksPage),
  import: () => import('./pages/import/ImportPage.tsx').then(({ ImportPage }) => ImportPage),
  data: () => import('./pages/data/DataPage.tsx').then(({ DataPage }) => DataPage),
  methods: () => import('./pages/MethodsPage.tsx').then(({ MethodsPage }) => MethodsPage),
  brief: () => import('./pages/brief/BriefPage.tsx').then(({ BriefPage }) => BriefPage),
  embed: () => import('./pages/embed/EmbedPage.tsx').then(({ EmbedPage }) => EmbedPage),
}

const loaded = new Map<LaterPage, ComponentType>()

/** Fetches the file of a page and keeps it; one that did not come is asked for again the next time. */
export async function loadPage(page: LaterPage): Promise<ComponentType> {
  const component = await files[page]()
  loaded.set(page, component)
  return component
}

/** Fetches a page that may be opened next. If it does not come, the page says so when it is opened. */
export function loadPageEarly(page: LaterPage): void {
  loadPage(page).catch(() => undefined)
}

/** Fetches all pages, for a quick next click. */
export function loadAllPages(): void {
  for (const page of Object.keys(files) as LaterPage[]) loadPageEarly(page)
}

/** The page that an address (its part behind the "?") names, if it comes in a file of its own. */
export function laterPageOf(search: string): LaterPage | null {
  const address = new URLSearchParams(search)
  const named = address.get('print') ?? address.get('page')
  return named !== null && Object.hasOwn(files, named) ? (named as LaterPage) : null
}

/**
 * A page as a component, null while its file is on its way. Throws, for the boundary around it, what kept the file away.
 *
 * Not React's own waiting: that shows what it waited for no sooner than 300 ms after the empty page.
 */
export function useLaterPage(page: LaterPage): ComponentType | null {
  const [outcome, setOutcome] = useState<{ readonly of: LaterPage; readonly error: unknown } | null>(null)
  const there = loaded.get(page)
  useEffect(() => {
    if (there !== undefined) return
    let wanted = true
    loadPage(page).then(
      () => wanted && setOutcome({ of: page, error: null }),
      (error: unknown) => wanted && setOutcome({ of: page, error: error ?? new Error(`no file for the page ${page}`) }),
    )
    return () => {
      wanted = false
    }
  }, [page, there])
  if (there !== undefined) return there
  if (outcome?.of === page && outcome.error !== null) throw outcome.error
  return null
}
