import type { ReactNode } from 'react'
import { everyFinding, type Selection } from '../selection.ts'
import { useAtlas } from './AtlasContext.ts'
import { CopyLink } from './links/CopyLink.tsx'
import { ChoicePicker } from './pickers/ChoicePicker.tsx'

/** The one sticky line above every page: what is chosen, what that comes to (`result`; null until it is known), and the link to it. */
export function FilterBar({ children, result }: { readonly children: ReactNode; readonly result: string | null }) {
  const { words, selection, start, change, dataset } = useAtlas()
  const isOfChecks = selection.page === 'checks'
  const compared = (one: Selection): string =>
    JSON.stringify({
      ...one,
      page: '',
      report: null,
      cell: null,
      print: null,
      figure: null,
      of: null,
      was: null,
      lang: '',
      theme: '',
      data: '',
      ...(isOfChecks ? {} : everyFinding),
    })
  const changed = compared(selection) !== compared(start)
  return (
    <div className="bar" role="region" aria-label={words.bar.filters} tabIndex={-1}>
      {children}
      {changed ? (
        <button
          type="button"
          className="btn quiet"
          onClick={() =>
            change({
              ...start,
              page: selection.page,
              lang: selection.lang,
              theme: selection.theme,
              data: selection.data,
              report: selection.report,
              print: selection.print,
              figure: selection.figure,
            })
          }
        >
          {words.bar.reset}
        </button>
      ) : null}
      {dataset.manifest.synthetic ? <span className="tag syn">{words.rail.synthetic}</span> : null}
      <span className="result" title={result ?? undefined}>
        {result}
      </span>
      <CopyLink />
    </div>
  )
}

/** Tables only, or the prose beside them. */
export function EvidencePicker() {
  const { words, selection, change } = useAtlas()
  return (
    <ChoicePicker
      name={words.bar.evidence}
      value={selection.prose ? 'prose' : 'tables'}
      choices={[
        { id: 'tables', name: words.bar.tablesOnly },
        { id: 'prose', name: words.bar.withProse },
      ]}
      choose={(id) => change({ prose: id === 'prose' })}
    />
  )
}

/** Blanks as printed, or counted as 0: off unless the reader says so. */
export function BlanksPicker() {
  const { words, selection, change } = useAtlas()
  return (
    <ChoicePicker
      name={words.bar.blanks}
      value={selection.blanksAsZero ? 'zero' : 'kept'}
      choices={[
        { id: 'kept', name: words.bar.blanksKept },
        { id: 'zero', name: words.bar.blanksZero },
      ]}
      choose={(id) => change({ blanksAsZero: id === 'zero' })}
    />
  )
}
