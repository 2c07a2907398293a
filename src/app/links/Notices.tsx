import { createElement, useEffect, useState, type ReactNode } from 'react'
import { isVersion } from '../../dataset/dataVersion.ts'
import type { OpenDataset } from '../../dataset/openDataset.ts'
import { formatDate } from '../../text/numbers.ts'
import { linkWords } from '../../text/linkWords.ts'
import type { AddressProblem } from '../../selection.ts'
import { useAtlas } from '../AtlasContext.ts'
import type { ChangeNotice } from './ChangeNotice.tsx'
import './notices.css'

/** What an address said that could not be used, what became of the bodies in it, and what changed since a link was made. */
export function Notices({ problems }: { readonly problems: readonly AddressProblem[] }) {
  const { selection, dataset } = useAtlas()
  const published = dataset.publishedUnder ?? dataset
  const isOlder = selection.of !== null && !isVersion(published.manifest, selection.of)
  return (
    <>
      <Ignored problems={problems} />
      <MergedAgencies />
      {isOlder ? <Older of={selection.of ?? ''} published={published} /> : null}
    </>
  )
}

/** Says at once that the data changed; what compares the figures comes in a file of its own, and only for such a link. */
function Older({ of, published }: { readonly of: string; readonly published: OpenDataset }) {
  const { words: appWords, lang, change } = useAtlas()
  const words = linkWords[lang]
  const [component, setComponent] = useState<{ readonly is: typeof ChangeNotice } | 'failed' | null>(null)
  useEffect(() => {
    let wanted = true
    import('./ChangeNotice.tsx').then(
      ({ ChangeNotice: is }) => wanted && setComponent({ is }),
      () => wanted && setComponent('failed'),
    )
    return () => {
      wanted = false
    }
  }, [])
  if (component !== null && component !== 'failed') return createElement(component.is, { of, published })
  return (
    <div className="notice changes">
      <p role="status">
        {words.madeOn(of)}
        {words.space}
        {component === 'failed' ? words.failed : words.comparing}
      </p>
      <button type="button" className="btn" onClick={() => change({ of: null, was: null })}>
        {appWords.state.understood}
      </button>
    </div>
  )
}

/** A note over the page that can be put away; another text shows it again. */
function Note({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  const { words } = useAtlas()
  const [dismissed, setDismissed] = useState<string | null>(null)
  if (text === '' || dismissed === text) return null
  return (
    <div className="notice" role="status">
      <span>{children}</span>
      <button type="button" className="btn" onClick={() => setDismissed(text)}>
        {words.state.understood}
      </button>
    </div>
  )
}

/** How many parts are named; the others are counted. */
const mostNamed = 6

function Ignored({ problems }: { readonly problems: readonly AddressProblem[] }) {
  const { lang } = useAtlas()
  const words = linkWords[lang]
  const named = problems.slice(0, mostNamed).map(({ part, given, reason }) => words.problem(part, given, words.reasons[reason]))
  const text = named.join(words.between)
  return (
    <Note text={text === '' ? '' : `${problems.length} ${text}`}>
      {words.ignored(problems.length)}
      <bdi>{text}</bdi>
      {problems.length > mostNamed ? words.more(problems.length - mostNamed) : ''}
    </Note>
  )
}

/** Bodies that the address names and that are part of another one by now. Their own reports stay, and so does the link. */
function MergedAgencies() {
  const { selection, agencyById, lang } = useAtlas()
  const words = linkWords[lang]
  const named = new Set([...(selection.agencies ?? []), ...(selection.focus ?? []), ...(selection.peers ?? [])])
  const merged = [...named].flatMap((id) => {
    const agency = agencyById(id)
    const successor = agencyById(agency?.successorId ?? '')
    if (!agency || !successor) return []
    return [words.merged(agency.shortName, successor.shortName, agency.validTo === null ? null : formatDate(agency.validTo, lang))]
  })
  const list = merged.slice(0, mostNamed).join(words.between) + (merged.length > mostNamed ? words.more(merged.length - mostNamed) : '')
  return <Note text={list}>{words.mergedNote(list)}</Note>
}
