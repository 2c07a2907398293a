import { fewestPeers, type Peer, type PeerSuggestion } from '../../../agencies/peers.ts'
import { levelNames } from '../../../agencies.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import { agencyWordsIn } from '../../../text/agencyWords.ts'
import type { Lang } from '../../../text/label.ts'
import { formatNumber } from '../../../text/numbers.ts'
import { punctuation } from '../../../text/punctuation.ts'

/** Why a body is a peer, reason by reason: 同系统, 同级, 同一上级, 规模相近：12 和 15 件. */
function listReasons(peer: Peer, size: Indicator | null, lang: Lang): readonly string[] {
  const words = agencyWordsIn(lang)
  const { agency, sizes } = peer
  const unit = size ? ` ${size.unitName[lang]}` : ''
  const sized = peer.similarSize ? words.reasonSize : words.reasonOtherSize
  return [
    peer.sameSystem ? words.reasonSystem : words.reasonOtherSystem(agency.system),
    peer.sameLevel ? words.reasonLevel : words.reasonOtherLevel(levelNames[agency.level][lang]),
    ...(peer.sameSupervisor ? [words.reasonSupervisor] : []),
    ...(peer.sharedRegion !== null ? [words.reasonRegion(peer.sharedRegion)] : []),
    sizes === null ? words.reasonSizeUnknown : sized(formatNumber(sizes[0], lang), formatNumber(sizes[1], lang), unit),
  ]
}

/** What all peers share, and what sets each apart, by its id: each reason once, in the list or above it. */
export function sayPeers(
  peers: readonly Peer[],
  size: Indicator | null,
  lang: Lang,
): { readonly shared: string | null; readonly own: ReadonlyMap<string, string> } {
  const reasons = peers.map((peer) => ({ id: peer.agency.id, list: listReasons(peer, size, lang) }))
  const [first] = reasons
  const shared = peers.length > 1 && first ? first.list.filter((reason) => reasons.every(({ list }) => list.includes(reason))) : []
  const join = (parts: readonly string[]): string => parts.join(punctuation[lang].comma)
  return {
    shared: shared.length === 0 ? null : agencyWordsIn(lang).peersShare(join(shared)),
    own: new Map(reasons.map(({ id, list }) => [id, join(list.filter((reason) => !shared.includes(reason)))])),
  }
}

/** Why fewer peers are suggested than make a group; null where they are enough. */
export function sayFewPeers({ peers, left }: PeerSuggestion, lang: Lang): string | null {
  const words = agencyWordsIn(lang)
  if (peers.length >= fewestPeers) return null
  const others = peers.length + left.scope + left.absent + left.unlike + left.farther
  const reasons = [
    words.peersFewOthers(others),
    ...(left.scope > 0 ? [words.peersLeftScope(left.scope)] : []),
    ...(left.absent > 0 ? [words.peersLeftAbsent(left.absent)] : []),
    ...(left.unlike > 0 ? [words.peersLeftUnlike(left.unlike)] : []),
  ]
  return words.peersFew(peers.length, fewestPeers, reasons.join(punctuation[lang].comma))
}
