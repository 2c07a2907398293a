import { lazy, Suspense, useState, type ReactNode } from 'react'
import { formatDate } from '../../text/numbers.ts'
import { linkWords } from '../../text/linkWords.ts'
import type { AddressProblem } from '../../selection.ts'
import { useAtlas } from '../AtlasContext.ts'
import './notices.css'

const ChangeNotice = lazy(() => import('./ChangeNotice.tsx').then(({ ChangeNotice: component }) => ({ default: component })))

/** What an address said that could not be used, what became of the bodies in it, and what changed since a link was made. */
export function Notices({ problems }: { readonly problems: readonly AddressProblem[] }) {
  const { selection, dataset } = useAtlas()
  const published = dataset.publishedUnder ?? dataset
  const isOlder = selection.of !== null && !published.manifest.dataSha256.startsWith(selection.of)
  return (
    <>
      <Ignored problems={problems} />
      <MergedAgencies />
      {isOlder ? (
        <Suspense fallback={null}>
          <ChangeNotice of={selection.of ?? ''} published={published} />
        </Suspense>
      ) : null}
    </>
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
    const successor = agency?.successorId == null ? undefined : agencyById(agency.successorId)
    if (!agency || !successor) return []
    return [words.merged(agency.shortName, successor.shortName, agency.validTo === null ? null : formatDate(agency.validTo, lang))]
  })
  const list = merged.slice(0, mostNamed).join(words.between) + (merged.length > mostNamed ? words.more(merged.length - mostNamed) : '')
  return <Note text={list}>{words.mergedNote(list)}</Note>
}
