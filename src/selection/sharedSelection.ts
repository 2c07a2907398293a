import type { Selection } from '../selection.ts'

/** What stands only on the reader's machine. */
export interface OwnData {
  readonly agencies: ReadonlySet<string>
  readonly reports: ReadonlySet<string>
  /** Is the whole dataset one of this machine? */
  readonly isOwnDataset: boolean
}

/** Parts of a selection that name something of the reader's machine. */
export type OwnPart = 'agencies' | 'focus' | 'peers' | 'report' | 'against' | 'data'

/**
 * The selection as it may be handed on: nothing of the reader's machine is named in it. `left` says which parts had to go.
 */
export function shareSelection(
  selection: Selection,
  start: Selection,
  own: OwnData,
): { readonly shared: Selection; readonly left: readonly OwnPart[] } {
  if (own.isOwnDataset) {
    const { page, years, chart, lang, theme } = selection
    return { shared: { ...start, page, years, chart, lang, theme }, left: ['data'] }
  }
  const left: OwnPart[] = []
  const shareIds = (part: 'agencies' | 'focus' | 'peers'): readonly string[] | null => {
    const ids = selection[part]
    const shared = ids?.filter((id) => !own.agencies.has(id)) ?? null
    if (shared?.length !== ids?.length) left.push(part)
    return shared === null || shared.length === 0 ? null : shared
  }
  const shareReport = (part: 'report' | 'against'): string | null => {
    const id = selection[part]
    if (id === null || !own.reports.has(id)) return id
    left.push(part)
    return null
  }
  const report = shareReport('report')
  const shared = {
    ...selection,
    agencies: shareIds('agencies'),
    focus: shareIds('focus'),
    peers: shareIds('peers'),
    report,
    cell: report === selection.report ? selection.cell : null,
    against: shareReport('against'),
  }
  return { shared, left }
}
