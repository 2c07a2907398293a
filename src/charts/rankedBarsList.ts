import type { ComparedValue } from '../questions/comparedValue.ts'
import { compareWordsIn } from '../text/compareWords.ts'
import type { ChartContext } from './chartContext.ts'
import { nameForm, printAmount } from './figureText.ts'
import type { RankedGroup, Ranking } from './ranking.ts'
import { estimateWidth } from './textWidth.ts'
import { sectionsOf, type RankedSection, type RankingView } from './rankingView.ts'

/** A line of the list: a body with its bar, a heading over a group, a body without one, how many were left out, or a name over its bar. */
export type RankedEntry =
  BodyEntry<'bar'> | BodyEntry<'small'> | BodyEntry<'missing'> | BodyEntry<'name'> | TextEntry<'heading'> | TextEntry<'omitted'>
interface BodyEntry<Kind> {
  readonly kind: Kind
  readonly key: string
  readonly row: ComparedValue
}
interface TextEntry<Kind> {
  readonly kind: Kind
  readonly key: string
  readonly text: string
}

const mostBars = 40
const mostBarsBeside = 20
const mostMissing = 12

/** The list in order: groups newest form first, their sections, then bodies with too few cases, then those without a figure. */
export function listRanking(ranking: Ranking, context: ChartContext, view: RankingView): RankedEntry[] {
  const bars = ranking.groups.flatMap((group): RankedEntry[] => {
    const key = `${group.scope}-${group.forms.join('-')}`
    const sections = sectionsOf(group, ranking, view, context)
    return [
      ...(ranking.groups.length > 1 ? [{ kind: 'heading' as const, key: `g-${key}`, text: nameGroup(ranking, group, context) }] : []),
      ...sections.flatMap((section): RankedEntry[] => [
        ...(section.name === '' ? [] : [{ kind: 'heading' as const, key: `g-${key}-${section.id}`, text: nameSection(section, context) }]),
        ...shorten(section, group.rows.length, `${key}-${section.id}`, context, view),
      ]),
    ]
  })
  const small = ranking.tooSmall.map((row): RankedEntry => ({ kind: 'small', key: `s-${row.agency}`, row }))
  const { minSize } = context.indicator
  const smallApart: RankedEntry[] =
    bars.length > 0 && small.length > 0 && minSize !== undefined
      ? [{ kind: 'heading', key: 'g-small', text: compareWordsIn(context.lang).smallTitle(minSize) }]
      : []
  const apart: RankedEntry[] =
    (ranking.groups.length > 1 || view.by !== 'none' || smallApart.length > 0) && ranking.missing.length > 0
      ? [{ kind: 'heading', key: 'g-missing', text: context.words.compare.withoutValue }]
      : []
  return [...bars, ...smallApart, ...small, ...apart, ...missingEntries(ranking.missing, context)]
}

/** Bodies without a figure; of many, the first ones, and how many more there are. */
function missingEntries(rows: readonly ComparedValue[], { lang }: ChartContext): RankedEntry[] {
  const shown = rows.length > mostMissing ? rows.slice(0, mostMissing - 4) : rows
  const left = rows.length - shown.length
  return [
    ...shown.map((row): RankedEntry => ({ kind: 'missing', key: `m-${row.agency}`, row })),
    ...(left > 0 ? [{ kind: 'omitted' as const, key: 'o-missing', text: compareWordsIn(lang).omittedMissing(left) }] : []),
  ]
}

/** A section's heading: its name, the middle of its values, how many of its bodies have one. */
function nameSection(section: RankedSection, { indicator, lang }: ChartContext): string {
  const median = section.median === null ? null : printAmount(section.median, indicator, lang)
  return compareWordsIn(lang).by.section(section.name, median, section.rows.length, section.of)
}

/** What sets a group apart from the others: its scope where scopes differ, its forms where forms differ. */
export function nameGroup(
  ranking: Ranking,
  group: RankedGroup,
  { catalogue, lang, words }: Pick<ChartContext, 'catalogue' | 'lang' | 'words'>,
): string {
  const scopesDiffer = new Set(ranking.groups.map((other) => other.scope)).size > 1
  const formsDiffer = ranking.groups.some((other) => other.scope === group.scope && other !== group)
  const scope = words.compare.scopes[group.scope]
  const forms = words.list(group.forms.map((form) => nameForm(catalogue, form, lang)))
  return [...(scopesDiffer ? [scope] : []), ...(formsDiffer ? [forms] : [])].join(' · ')
}

/** Above 40 bodies (20 beside another figure): the top, the chosen, those around the median and the bottom; what is left out is said with its number. */
function shorten(section: RankedSection, inGroup: number, key: string, { focus, words }: ChartContext, view: RankingView): RankedEntry[] {
  const entry = (row: ComparedValue): RankedEntry => ({ kind: 'bar', key: `b-${row.agency}`, row })
  if (inGroup <= (view.isShort === true ? mostBarsBeside : mostBars)) return section.rows.map(entry)
  const byValue = [...section.rows].sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity))
  const [top, around, bottom] = section.name !== '' ? [4, 1, 2] : view.isShort === true ? [8, 1, 3] : [14, 4, 8]
  const middle = Math.floor(byValue.length / 2)
  const kept = new Set(
    byValue
      .filter((row, index) => {
        const atAnEnd = index < top || index >= byValue.length - bottom
        return atAnEnd || Math.abs(index - middle) <= around || focus.includes(row.agency)
      })
      .map((row) => row.agency),
  )
  const result: RankedEntry[] = []
  let left = 0
  const sayLeft = (): void => {
    if (left > 0) result.push({ kind: 'omitted', key: `o-${key}-${result.length}`, text: words.compare.omitted(left) })
    left = 0
  }
  for (const row of section.rows) {
    if (kept.has(row.agency)) {
      sayLeft()
      result.push(entry(row))
    } else left += 1
  }
  sayLeft()
  return result
}

/** The widest name beside the bars, as a share of the drawing; where one is wider, every name stands over its bar. */
const widestBeside = 0.46

/** How the names stand: beside their bars, or over them where there is no room. */
export interface LaidList {
  readonly entries: readonly RankedEntry[]
  /** Px to the left of the bars. */
  readonly left: number
  readonly namesOver: boolean
}

/** The list with its names where they are not cut. */
export function layOutNames(entries: readonly RankedEntry[], context: ChartContext): LaidList {
  const { width, palette } = context
  const widest = Math.max(...entries.map((entry) => estimateWidth(nameEntry(entry, context), palette.label)), 24) + 14
  if (widest <= width * widestBeside) {
    // A heading may begin further left, as far as the drawing goes.
    const beside = entries.flatMap((entry) => ('row' in entry ? [entry] : wrapHeading(entry, palette.small, width - 8)))
    return { entries: beside, left: widest, namesOver: false }
  }
  const left = Math.round(palette.small * 0.7)
  const over = entries.flatMap((entry): RankedEntry[] =>
    'row' in entry
      ? [{ kind: 'name', key: `n-${entry.key}`, row: entry.row }, entry]
      : wrapHeading(entry, palette.small, width - left - 12),
  )
  return { entries: over, left, namesOver: true }
}

/** A heading over lines of its own where it is too long for one: its name, then what is said of it. */
function wrapHeading(entry: TextEntry<'heading'> | TextEntry<'omitted'>, size: number, room: number): RankedEntry[] {
  const [name = '', ...said] = entry.text.split(/\u3000| {2,}| · /)
  if (said.length === 0 || estimateWidth(entry.text, size) <= room) return [entry]
  const rest = estimateWidth(said.join('\u3000'), size) <= room ? [said.join('\u3000')] : said
  return [{ ...entry, text: name }, ...rest.map((text, i) => ({ ...entry, key: `${entry.key}-said${i}`, text }))]
}

/** The name beside a line: the body, with the year of its report where years differ. */
export function nameEntry(entry: RankedEntry, { agencies, years }: ChartContext): string {
  if (entry.kind === 'heading' || entry.kind === 'omitted') return ''
  const name = agencies.find((agency) => agency.id === entry.row.agency)?.shortName ?? entry.row.agency
  return years[0] === years[1] || entry.row.report === null ? name : `${name} ${entry.row.year}`
}
