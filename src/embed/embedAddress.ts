import type { AddressProblem } from '../selection.ts'
import { embedHeights, embedParts } from './embedParts.ts'
import { contrastOf, leastContrast, readColour, type Colour, type HostColours } from './hostColours.ts'

/** Parameters about pages that an embed does not have. They are left out without a word: any address of the app can be handed over. */
const otherParts = [
  'page',
  'report',
  'cell',
  'against',
  'peers',
  'rule',
  'severity',
  'outcome',
  'verdict',
  'group',
  'print',
  'was',
] as const

/** How an embed stands in its host, from the address. */
export interface EmbedSettings {
  /** The switch between figure and table. Without it the table stays for screen readers, and T shows it. */
  readonly controls: boolean
  /** The title; without it only screen readers are told. */
  readonly title: boolean
  /** Fixed height in px; null: as high as the content, and the parent is told. */
  readonly height: number | null
  readonly colours: HostColours
  /** The one origin that messages go to and come from, where the browser does not say it by itself. */
  readonly host: string | null
  readonly problems: readonly AddressProblem[]
}

/** Reads what an address says of the embed itself. What it cannot use is dropped and named. */
export function readEmbedAddress(address: URLSearchParams): EmbedSettings {
  const problems: AddressProblem[] = []
  const refuse = (part: string): null => {
    problems.push({ part, given: [...(address.get(part) ?? '')].slice(0, 60).join(''), reason: 'unreadable' })
    return null
  }
  const readSwitch = (part: string): boolean => {
    const given = address.get(part)
    if (given !== null && given !== '0' && given !== '1') refuse(part)
    return given !== '0'
  }
  const readHeight = (): number | null => {
    const given = address.get('height')
    if (given === null || given === '' || given === 'auto') return null
    const height = /^\d{1,5}(px)?$/.test(given) ? Number.parseInt(given, 10) : NaN
    return height >= embedHeights.least && height <= embedHeights.most ? height : refuse('height')
  }
  const readHost = (): string | null => {
    const given = address.get('host')
    if (given === null) return null
    return /^https?:\/\/[\w.-]+(:\d{1,5})?$/.test(given) ? given : refuse('host')
  }
  const readOne = (part: 'accent' | 'surface' | 'ink'): Colour | null => {
    const given = address.get(part)
    return given === null ? null : (readColour(given) ?? refuse(part))
  }
  const given: HostColours = { accent: readOne('accent'), surface: readOne('surface'), ink: readOne('ink') }
  const colours = keepReadable(given, refuse)
  return { controls: readSwitch('controls'), title: readSwitch('title'), height: readHeight(), colours, host: readHost(), problems }
}

/** Drops colours that could not be read on each other: ink and surface as text, accent as a mark. Each is held against what is given. */
function keepReadable({ accent, surface, ink }: HostColours, refuse: (part: string) => null): HostColours {
  const isLegible = !ink || !surface || contrastOf(ink, surface) >= leastContrast.text
  const kept = isLegible ? { surface, ink } : { surface, ink: refuse('ink') }
  const isSeen = !accent || !surface || contrastOf(accent, surface) >= leastContrast.mark
  return { ...kept, accent: isSeen ? accent : refuse('accent') }
}

/** The address without what is about the embed itself or about other pages: what the selection is read from. */
export function dropOtherParts(address: URLSearchParams): URLSearchParams {
  const view = new URLSearchParams(address)
  for (const part of [...embedParts, ...otherParts]) view.delete(part)
  return view
}
