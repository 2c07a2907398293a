import { paletteOf, type Appearance, type Palette } from '../charts/palette.ts'
import type { Theme } from '../selection.ts'
import type { Lang } from '../text/label.ts'

/** `#rrggbb`, small letters. */
export type Colour = `#${string}`

/** A colour of six or three hexadecimal digits, with or without `#`; null for anything else. */
export function readColour(given: string): Colour | null {
  const [, digits = ''] = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(given) ?? []
  if (digits === '') return null
  const six = digits.length === 6 ? digits : [...digits].map((digit) => digit + digit).join('')
  return `#${six.toLowerCase()}`
}

const channelsOf = (colour: Colour): readonly number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

/** How bright a colour is, from 0 to 1, as WCAG counts it. */
function luminanceOf(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((channel) => {
    const share = channel / 255
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The contrast of two colours, from 1 to 21. */
export function contrastOf(one: Colour, other: Colour): number {
  const [a, b] = [luminanceOf(one), luminanceOf(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** `share` of the way from one colour to another. */
function mix(from: Colour, to: Colour, share: number): Colour {
  const target = channelsOf(to)
  const mixed = channelsOf(from).map((channel, place) => Math.round(channel + ((target[place] ?? channel) - channel) * share))
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

/** The mixture of ink and surface that is nearest to `share` and still stands out from the surface by `least`. */
function fade(ink: Colour, surface: Colour, share: number, least: number): Colour {
  for (let faded = share; faded > 0; faded -= 0.04) {
    const mixed = mix(ink, surface, faded)
    if (contrastOf(mixed, surface) >= least) return mixed
  }
  return ink
}

/** Colours of the page around an embed; null: the theme's own. */
export interface HostColours {
  readonly accent: Colour | null
  readonly surface: Colour | null
  readonly ink: Colour | null
}

/** How much text, and marks, must stand out from what is behind them. */
export const leastContrast = { text: 4.5, mark: 3 } as const

/** The theme of an embed: what was asked for; without that the side that the host's surface is on, else that of the system. */
export function chooseAppearance(theme: Theme, { surface, ink }: HostColours, prefersDark: boolean): Appearance {
  if (theme !== 'auto') return theme
  if (surface) return luminanceOf(surface) < 0.18 ? 'dark' : 'light'
  if (ink) return luminanceOf(ink) > 0.4 ? 'dark' : 'light'
  return prefersDark ? 'dark' : 'light'
}

/** Colours of an embed: the palette of its charts and the tokens of its page that differ from the theme's. */
export interface EmbedColours {
  readonly palette: Palette
  readonly tokens: Readonly<Record<string, string>>
}

/**
 * The theme with the host's colours laid over it. A colour that could not be read on the theme is left to the theme: whatever
 * was asked for, text and marks stand out by `leastContrast`.
 */
export function applyHostColours(appearance: Appearance, lang: Lang, given: HostColours): EmbedColours {
  const own = paletteOf(appearance, lang)
  const usual = { surface: readColour(own.surface) ?? '#ffffff', ink: readColour(own.ink) ?? '#000000' }
  const surface = given.surface ?? usual.surface
  const asked = given.ink ?? usual.ink
  const ink = [asked, '#000000' as const].find((colour) => contrastOf(colour, surface) >= leastContrast.text) ?? '#ffffff'
  const accent = given.accent && contrastOf(given.accent, surface) >= leastContrast.mark ? given.accent : null
  if (!given.surface && !given.ink && !accent) return { palette: own, tokens: {} }
  const laid = given.surface || given.ink ? layGreys(surface, ink) : null
  const series = own.series.map((usualOne, place) => {
    if (place === 0 && accent) return accent
    const colour = readColour(usualOne)
    return colour && contrastOf(colour, surface) < leastContrast.mark ? fadeToSeen(colour, ink, surface) : usualOne
  })
  return {
    palette: { ...own, ...laid?.palette, series },
    tokens: {
      ...laid?.tokens,
      ...(accent && contrastOf(accent, surface) >= leastContrast.text
        ? { '--accent': accent, '--accent-strong': accent, '--focus': accent }
        : {}),
    },
  }
}

/** A colour pulled towards the ink until it is seen on the surface. */
function fadeToSeen(colour: Colour, ink: Colour, surface: Colour): Colour {
  for (let share = 0.1; share < 1; share += 0.1) {
    const mixed = mix(colour, ink, share)
    if (contrastOf(mixed, surface) >= leastContrast.mark) return mixed
  }
  return ink
}

/** Every grey between an ink and a surface, as the theme has them between its own. */
function layGreys(surface: Colour, ink: Colour) {
  const ink2 = fade(ink, surface, 0.2, leastContrast.text)
  const ink3 = fade(ink, surface, 0.35, leastContrast.text)
  const edge = fade(ink, surface, 0.5, leastContrast.mark)
  const line = mix(ink, surface, 0.86)
  const sunken = mix(ink, surface, 0.94)
  return {
    palette: {
      surface,
      ink,
      ink2,
      ink3,
      rest: edge,
      grid: line,
      axis: edge,
      band: sunken,
      stateInk: ink3,
      stateHatch: edge,
      stateNone: sunken,
    },
    tokens: {
      '--bg': surface,
      '--surface': surface,
      '--sunken': sunken,
      '--ink': ink,
      '--ink-2': ink2,
      '--ink-3': ink3,
      '--line': line,
      '--control-line': edge,
      '--st-ink': ink3,
      '--st-hatch': edge,
      '--st-none': sunken,
    },
  }
}
