/** The colours that a chart needs, for one appearance. The same values as the tokens of the page. */
export interface Palette {
  readonly series: readonly string[]
  readonly surface: string
  readonly ink: string
  readonly ink2: string
  readonly ink3: string
  readonly rest: string
  readonly grid: string
  readonly axis: string
  readonly band: string
  readonly stateInk: string
  readonly stateHatch: string
  readonly stateNone: string
  readonly font: string
  /** Sizes in px: axis and notes, labels. Larger in 关怀. */
  readonly small: number
  readonly label: number
}

export type Appearance = 'light' | 'dark' | 'care'

const fontZh =
  '"PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "HarmonyOS Sans SC", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei", system-ui, sans-serif'
const fontEn = '"Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", "PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", sans-serif'

const light: Omit<Palette, 'font'> = {
  series: ['#1F5A8C', '#C8620C', '#0E9080', '#8E63CC', '#6B540A', '#701842'],
  surface: '#FFFFFF',
  ink: '#1B2026',
  ink2: '#454D56',
  ink3: '#626A73',
  rest: '#848B93',
  grid: '#E4E4DF',
  axis: '#7F868E',
  band: '#EEEEEA',
  stateInk: '#6C747D',
  stateHatch: '#B4BAC0',
  stateNone: '#EEEEEA',
  small: 12,
  label: 13,
}

const palettes: Readonly<Record<Appearance, Omit<Palette, 'font'>>> = {
  light,
  dark: {
    ...light,
    series: ['#6FA8DC', '#E5A27E', '#4FD9C6', '#9670CE', '#EBD070', '#C8607A'],
    surface: '#1B2025',
    ink: '#E8EBEE',
    ink2: '#BCC3CA',
    ink3: '#9AA3AC',
    rest: '#77818B',
    grid: '#2C333B',
    axis: '#78828C',
    band: '#242A31',
    stateInk: '#9AA3AC',
    stateHatch: '#59636D',
    stateNone: '#242A31',
  },
  care: {
    ...light,
    series: ['#003E73', '#9A4500', '#006455', '#5E2FA3', '#4E3C00', '#701842'],
    ink: '#000000',
    ink2: '#1A1A1A',
    ink3: '#333333',
    rest: '#595959',
    grid: '#CCCCCC',
    axis: '#333333',
    band: '#F2F2F2',
    stateInk: '#333333',
    stateHatch: '#8C8C8C',
    stateNone: '#F2F2F2',
    small: 24,
    label: 24,
  },
}

/** Chinese pages put the Chinese font first, so that “ ” … take its width. */
export const paletteOf = (appearance: Appearance, lang: 'zh' | 'en'): Palette => ({
  ...palettes[appearance],
  font: lang === 'zh' ? fontZh : fontEn,
})

/** Dash of each series, so that lines stay apart without colour. */
export const dashes: readonly ('solid' | readonly number[])[] = ['solid', [7, 3], [2, 3], [9, 3, 2, 3], [4, 2], [12, 3]]

/** Symbol of each series; the last two are drawn hollow. */
export const symbols: readonly string[] = ['circle', 'triangle', 'rect', 'diamond', 'emptyCircle', 'emptyRect']

/** One thin line of the background colour on each bar of a series: bars stay bars, and stay apart in print. */
export const decalOf = (series: number, palette: Palette): Readonly<Record<string, unknown>> => {
  const color = palette.surface
  const decals: readonly Readonly<Record<string, unknown>>[] = [
    { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1, 7], rotation: -Math.PI / 4, color },
    { symbol: 'rect', dashArrayX: [1, 7], dashArrayY: [1, 0], rotation: 0, color },
    {
      symbol: 'circle',
      symbolSize: 0.7,
      dashArrayX: [
        [5, 3],
        [0, 4, 4, 0],
      ],
      dashArrayY: [3, 1],
      color,
    },
    { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1, 7], rotation: Math.PI / 4, color },
    { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1, 5], rotation: 0, color },
    {
      symbol: 'triangle',
      symbolSize: 0.7,
      dashArrayX: [
        [8, 4],
        [0, 6, 6, 0],
      ],
      dashArrayY: [6, 2],
      color,
    },
  ]
  return decals[series % decals.length] ?? {}
}
