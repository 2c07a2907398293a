import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { nameState, printRow } from '../../charts/figureText.ts'
import { findEarlier, openEarlier } from '../../dataset/earlierValues.ts'
import type { OpenDataset } from '../../dataset/openDataset.ts'
import type { FigureState } from '../../forms/states.ts'
import { readCarried } from '../../selection/carriedValues.ts'
import { linkWords } from '../../text/linkWords.ts'
import { useAtlas } from '../AtlasContext.ts'
import { findChanges, type FigureChange, type FigureChanges } from './figureChanges.ts'
import { nameFigure, useShownFigures, type ShownFigure } from './shownFigures.ts'

/** Up to so many changes are shown at once; more wait behind a click. */
const mostOpen = 5
/** And so many are listed at all. */
const mostListed = 200

/** Says that the data changed since a link was made, and which figures of the page did, with what they were. */
export function ChangeNotice({ of, published }: { readonly of: string; readonly published: OpenDataset }) {
  const { words: appWords, lang, change } = useAtlas()
  const words = linkWords[lang]
  const { changes, failed } = useChanges(of, published)
  return (
    <div className="notice changes">
      <div>
        <p role="status">
          {words.madeOn(of)}
          {words.space}
          {failed ? words.failed : null}
          {!failed && changes === null ? words.comparing : null}
          {changes === null ? null : <Result changes={changes} />}
        </p>
        {changes !== null && changes.changed.length > 0 ? <Changed changed={changes.changed} /> : null}
      </div>
      <button type="button" className="btn" onClick={() => change({ of: null, was: null })}>
        {appWords.state.understood}
      </button>
    </div>
  )
}

/** What changed of the figures that the page shows; null until it is known. Figures of this machine are left out: no link knew them. */
function useChanges(of: string, published: OpenDataset): { readonly changes: FigureChanges | null; readonly failed: boolean } {
  const { selection, dataset } = useAtlas()
  const all = useShownFigures()
  const version = findEarlier(published.manifest, of)
  const shown = useMemo(() => {
    const local = new Set(dataset.reports.filter((report) => report.local).map(({ report }) => report))
    return all.filter(({ report }) => report === null || !local.has(report))
  }, [all, dataset])
  const carried = useMemo(() => (selection.was === null ? [] : (readCarried(selection.was, of) ?? [])), [selection.was, of])
  const needed = useMemo(
    () => [...new Set(shown.flatMap(({ indicator, agency }) => [`i ${indicator}`, `a ${agency}`]))].sort().join('\n'),
    [shown],
  )
  const kept = useQuery({
    queryKey: [published.manifest.dataSha256, 'earlier', version?.folder, needed],
    queryFn: async () => (version === null ? null : openEarlier(version, shown, published.readJson)),
    enabled: version !== null && shown.length > 0,
    // The readers of files hold functions: nothing to compare piece by piece.
    structuralSharing: false,
  })
  const changes = useMemo(() => {
    if (version !== null && shown.length > 0 && kept.data === undefined && !kept.isError) return null
    return findChanges(shown, kept.data ?? null, carried)
  }, [version, shown, kept.data, kept.isError, carried])
  return { changes: kept.isError && carried.length === 0 ? null : changes, failed: kept.isError }
}

function Result({ changes: { changed, same, unknown, fromLink } }: { readonly changes: FigureChanges }) {
  const { lang } = useAtlas()
  const words = linkWords[lang]
  const compared = changed.length + same
  if (compared + unknown === 0) return words.noFigures
  if (compared === 0) return words.notKept
  return (
    <>
      <b>{words.result(compared + unknown, changed.length, same, unknown)}</b>
      {fromLink > 0 ? `${words.space}${words.fromLink(fromLink)}` : null}
      {unknown > 0 ? `${words.space}${words.notKeptSome}` : null}
    </>
  )
}

function Changed({ changed }: { readonly changed: readonly FigureChange[] }) {
  const { lang } = useAtlas()
  const words = linkWords[lang]
  return (
    <details open={changed.length <= mostOpen}>
      <summary>{words.showChanges(changed.length)}</summary>
      <div className="changed" tabIndex={0} role="region" aria-label={words.tableCaption}>
        <table>
          <caption className="visually-hidden">{words.tableCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.head.agency}</th>
              <th scope="col">{words.head.year}</th>
              <th scope="col">{words.head.indicator}</th>
              <th scope="col">{words.head.was}</th>
              <th scope="col" aria-label={words.head.now}>
                → {words.head.now}
              </th>
            </tr>
          </thead>
          <tbody>
            {changed.slice(0, mostListed).map((one) => (
              <ChangedRow one={one} key={nameFigure(one.now)} />
            ))}
          </tbody>
        </table>
      </div>
      {changed.length > mostListed ? <p>{words.moreChanges(changed.length - mostListed)}</p> : null}
    </details>
  )
}

function ChangedRow({ one: { now, before, from } }: { readonly one: FigureChange }) {
  const { lang, agencyById, dataset, words } = useAtlas()
  const { catalogue } = dataset
  const indicator = catalogue.indicators.find(({ id }) => id === now.indicator)
  const applicant = catalogue.applicants.find(({ id }) => id === now.applicant)
  const print = (figure: Pick<ShownFigure, 'value' | 'state' | 'qualifier' | 'n'>): string =>
    indicator
      ? printRow({ ...now, form: null, scope: null, ...figure }, indicator, catalogue, lang, words)
      : nameState(catalogue, figure.state, lang)
  return (
    <tr>
      <th scope="row">{agencyById(now.agency)?.shortName ?? now.agency}</th>
      <td>{now.year}</td>
      <td>
        {(indicator?.shortName ?? indicator?.name)?.[lang] ?? now.indicator}
        {applicant && applicant.id !== 'total' ? ` · ${applicant.name[lang]}` : ''}
      </td>
      <td>
        {print({ ...before, state: before.state as FigureState })}
        {from === 'link' ? linkWords[lang].ofLink : ''}
      </td>
      <td>→ {print(now)}</td>
    </tr>
  )
}
