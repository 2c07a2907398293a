import { useState } from 'react'
import { matchesAgency, type Agency } from '../../../agencies.ts'
import { agencyWordsIn } from '../../../text/agencyWords.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { Link } from '../../Link.tsx'
import { FilterButton } from '../../pickers/FilterButton.tsx'
import { sayFewPeers, sayPeers } from './sayPeer.ts'
import type { PeersView } from './useAgencyView.ts'

/** So many bodies are offered at once; typing narrows them down. */
const mostOffered = 40

/** The bodies that the agency is seen among, each with the reason; to be added to, taken from, and set back. */
export function PeersPanel({ agency, view }: { readonly agency: Agency; readonly view: PeersView }) {
  const { lang, change } = useAtlas()
  const words = agencyWordsIn(lang)
  const { peers, chosen, suggestion, sizeIndicator } = view
  const ids = peers.map((peer) => peer.agency.id)
  const title = peers.length === 0 ? words.peersTitleNone : words.peersTitle(peers.length)
  const reasons = sayPeers(peers, sizeIndicator, lang)
  const few = chosen ? null : sayFewPeers(suggestion, lang)
  const keep = (wanted: readonly string[]): void => change({ peers: wanted.length === 0 ? null : wanted })
  return (
    <section className="panel peers" aria-label={title}>
      <div className="panelhead">
        <h2>{title}</h2>
        <p className="sub">
          {chosen ? words.peersChosen : words.peersSuggested}
          {reasons.shared === null ? '' : ` · ${reasons.shared}`}
        </p>
      </div>
      <ul className="body">
        {peers.map((peer) => (
          <li key={peer.agency.id} data-agency={peer.agency.id}>
            <span>
              <Link to={{ agencies: [peer.agency.id], peers: null }}>{peer.agency.shortName}</Link>
              <small>{reasons.own.get(peer.agency.id)}</small>
            </span>
            <button
              type="button"
              className="takeoff"
              aria-label={words.peersRemove(peer.agency.shortName)}
              onClick={() => keep(ids.filter((id) => id !== peer.agency.id))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      {few === null ? null : <p className="note">{few}</p>}
      <div className="panelfoot peersfoot">
        <FilterButton name={words.peersAdd} value="" wide>
          {() => <PeerChooser agency={agency} chosen={ids} keep={keep} />}
        </FilterButton>
        {chosen ? (
          <button type="button" className="linklike" onClick={() => change({ peers: null })}>
            {words.peersReset}
          </button>
        ) : null}
      </div>
    </section>
  )
}

/** Bodies that may be added: those that match what is typed, as boxes. */
function PeerChooser({
  agency,
  chosen,
  keep,
}: {
  readonly agency: Agency
  readonly chosen: readonly string[]
  readonly keep: (ids: readonly string[]) => void
}) {
  const { dataset, lang, words } = useAtlas()
  const own = agencyWordsIn(lang)
  const [typed, setTyped] = useState('')
  const found = dataset.agencies.filter((other) => other.id !== agency.id && matchesAgency(other, typed))
  return (
    <>
      <input
        className="field search"
        aria-label={own.peersSearch}
        placeholder={own.peersSearch}
        autoFocus
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {found.length === 0 ? <p className="nomatch">{words.pick.noMatch(typed)}</p> : null}
      <ul className="options">
        {found.slice(0, mostOffered).map((other) => (
          <li key={other.id}>
            <label className="option">
              <input
                type="checkbox"
                checked={chosen.includes(other.id)}
                onChange={(event) => keep(event.target.checked ? [...chosen, other.id] : chosen.filter((id) => id !== other.id))}
              />
              <span className="optionname">{other.name}</span>
            </label>
          </li>
        ))}
      </ul>
    </>
  )
}
