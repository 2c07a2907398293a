import { readColour, type HostColours } from '../../../embed/hostColours.ts'
import { everyFinding, plainView, printAddress, type Selection, type Theme } from '../../../selection.ts'
import type { Lang } from '../../../text/label.ts'

/** How a figure is placed: straight into a page, as a file of its own, or live. */
export const embedKinds = ['fragment', 'file', 'live'] as const
export type EmbedKind = (typeof embedKinds)[number]

/** Columns that a picture is drawn for, in px. A narrower column makes it smaller, letters and all; a wider one leaves it as it is. */
export const columns = [480, 640, 800] as const

/** What is chosen besides the selection. Colours are as typed. */
export interface EmbedChoices {
  readonly kind: EmbedKind
  readonly lang: Lang
  readonly theme: Theme
  readonly title: boolean
  readonly controls: boolean
  /** Null: as high as the content. */
  readonly height: number | null
  /** What a picture is drawn for, in px. */
  readonly column: (typeof columns)[number]
  readonly colours: Readonly<Record<keyof HostColours, string>>
  /** Were unpublished data of this machine let in? */
  readonly withLocal: boolean
}

/** The colours that were typed; null where nothing, or no colour, was. */
export const readColours = ({ colours }: Pick<EmbedChoices, 'colours'>): HostColours => ({
  accent: readColour(colours.accent),
  surface: readColour(colours.surface),
  ink: readColour(colours.ink),
})

/** What the embed is asked for: the parts of the selection that its figure has, and how it stands in its host. */
export function printEmbedQuery(selection: Selection, start: Selection, choices: EmbedChoices): string {
  const { lang, theme, title, controls, height } = choices
  const { peers, topic: mainTopic, against } = plainView
  const topic = selection.figure === null ? mainTopic : selection.topic
  const others = {
    page: start.page,
    report: null,
    cell: null,
    of: null,
    was: null,
    print: null,
    peers,
    topic,
    against,
    ...everyFinding,
  }
  const parts = [printAddress({ ...selection, ...others, lang, theme }, start).replace(/^\.\/|^\?/, '')]
  if (!title) parts.push('title=0')
  if (!controls) parts.push('controls=0')
  if (height !== null) parts.push(`height=${height}`)
  const colours = readColours(choices)
  for (const part of ['accent', 'surface', 'ink'] as const) {
    const colour = colours[part]
    if (colour !== null) parts.push(`${part}=${colour.slice(1)}`)
  }
  const query = parts.filter(Boolean).join('&')
  return query === '' ? '' : `?${query}`
}

/**
 * May the figure be handed out? What was imported on this machine goes into other pages only where the reader let it in, and never into
 * the live kind: that reads what is published, and nobody else could fetch it.
 */
export const mayHandOut = ({ kind, withLocal }: Pick<EmbedChoices, 'kind' | 'withLocal'>, isLocal: boolean): boolean =>
  !isLocal || (withLocal && kind !== 'live')
