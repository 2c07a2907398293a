import { nameState, printNumber, printRow, printUnit, printValue } from '../../charts/figureText.ts'
import { stateAllFlat } from '../../charts/flatStatement.ts'
import { stateGroupYears, type GroupYear } from '../../charts/groupStatement.ts'
import { keepSameBodies } from '../../charts/likeForLike.ts'
import { mixByYears } from '../../charts/mixFigures.ts'
import { printNOfN } from '../../charts/nOfN.ts'
import { totalOf, type Amount } from '../../charts/requestSums.ts'
import { listSpine, type SpineRow } from '../../charts/spine.ts'
import type { BriefSection } from '../../exports/briefDocument.ts'
import { isOfTables } from '../../forms/states.ts'
import { segmentsOf } from '../../indicators/comparability.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import { outcomeMixes, smallestBase } from '../../indicators/requestFlow.ts'
import type { ComparedValue } from '../../questions/comparedValue.ts'
import { formatNumber, formatShare } from '../../text/numbers.ts'
import { cutList, nameOf, type BriefInput, type BriefRoom } from './briefInput.ts'

/** The main figures of the year, each with its state and last year's; of one body beside its peers', of a group together. */
export const keyFigures = (input: BriefInput, room: BriefRoom): BriefSection =>
  input.agencies.length === 1 ? figuresOfBody(input, room) : figuresOfGroup(input, room)

const ownRows = ({ values, agencies }: BriefInput): readonly ComparedValue[] =>
  values.filter(({ agency }) => agencies.some(({ id }) => id === agency))

function figuresOfBody(input: BriefInput, room: BriefRoom): BriefSection {
  const { own, at, agencies, peers, indicators, values, catalogue, lang, words } = input
  const said = own.figures
  const agency = agencies[0]?.id ?? ''
  const spine = listSpine(values, { indicators, agency, peers: peers.map(({ id }) => id), year: at })
  const { shown, rest } = cutList(spine, room.figures)
  const names = said.columns(at)
  return {
    id: 'figures',
    title: said.title(at, spine.length),
    lines:
      peers.length === 0
        ? []
        : [
            said.peers(
              own.names(
                peers.slice(0, room.names).map(({ shortName }) => shortName),
                peers.length,
              ),
              peers.length,
            ),
          ],
    table: {
      columns: [22, 15, 15, 13, 12, 9, 14].map((width, place) => ({ name: names[place] ?? '', width })),
      rows: shown.map((row) => {
        const before = row.years.find((one) => one.year === at - 1 && isOfTables(one))
        return [
          nameOf(row.indicator, lang),
          printRow(row.own, row.indicator, catalogue, lang, words),
          before === undefined ? said.noStep : printRow(before, row.indicator, catalogue, lang, words),
          sayStep(row, before, input),
          row.quartiles === null ? said.noMedian : printNumber(row.quartiles.median, row.indicator, lang),
          `${row.compared.length}/${row.of}`,
          row.own.report === null ? nameState(catalogue, 'not_loaded', lang) : said.report(at),
        ]
      }),
    },
    cut: rest.length === 0 ? null : said.cut(rest.length),
  }
}

/** Higher, lower, the same; nothing across a break, over a blank or over too few cases. */
function sayStep({ indicator, own: row, years }: SpineRow, before: ComparedValue | undefined, { own, lang, mergers }: BriefInput): string {
  const said = own.figures
  if (before === undefined || before.value === null || row.value === null) return said.noStep
  const pair = years.filter((one) => one === before || one === row)
  const isMerged = mergers.get(row.agency)?.includes(row.year) === true
  if (isMerged || segmentsOf(indicator, pair).length > 1) return said.broken
  if (indicator.kind === 'derived') return said.noStep
  const difference = Math.round((row.value - before.value) * 1e6) / 1e6
  if (difference === 0) return said.same
  return difference > 0 ? said.higher(formatNumber(difference, lang)) : said.lower(formatNumber(-difference, lang))
}

function figuresOfGroup(input: BriefInput, room: BriefRoom): BriefSection {
  const { own, at, indicators, mergers, catalogue, lang, words } = input
  const said = own.figures
  const rows = ownRows(input)
  const stated = indicators
    .filter(({ kind }) => kind !== 'derived')
    .map((indicator) => {
      const of = rows.filter((row) => row.indicator === indicator.id && (row.year === at || row.year === at - 1))
      // The sum is over whoever has a number; what changed, over those with one in both years.
      const both = keepSameBodies(of).rows
      return {
        indicator,
        now: stateGroupYears(of, [at - 1, at], indicator, mergers)[1],
        both: stateGroupYears(both, [at - 1, at], indicator, mergers),
      }
    })
    .flatMap(({ indicator, now, both }) => (now && now.counted.length > 0 ? [{ indicator, now, both }] : []))
  const { shown, rest } = cutList(stated, room.figures)
  const names = said.groupColumns(at)
  return {
    id: 'figures',
    title: said.titleGroup(at, stated.length),
    lines: stated.length === 0 ? [said.none] : [said.scope],
    table: {
      columns: [17, 12, 9, 20, 21, 21].map((width, place) => ({ name: names[place] ?? '', width })),
      rows: shown.map(({ indicator, now, both }) => [
        nameOf(indicator, lang),
        now.sum === null ? said.noMedian : `${printNumber(now.sum, indicator, lang)}${printUnit(indicator, lang, now.sum)}`,
        now.median === null ? said.noMedian : printNumber(now.median, indicator, lang),
        sayRange(now, indicator, input),
        sayBothYears(both, indicator, input),
        printNOfN(now.n, catalogue, lang, words),
      ]),
    },
    cut: rest.length === 0 ? null : said.cutGroup(rest.length),
  }
}

/** The lowest and the highest with the body that reports it. */
function sayRange({ counted }: GroupYear, indicator: Indicator, { agencies, lang, words }: BriefInput): string {
  const sorted = [...counted].sort((a, b) => (a.value ?? NaN) - (b.value ?? NaN))
  const [low, high] = [sorted[0], sorted.at(-1)]
  if (!low || !high) return ''
  const name = ({ agency }: ComparedValue): string => agencies.find(({ id }) => id === agency)?.shortName ?? agency
  const [least, most] = [low, high].map((row) => printValue(row, indicator, lang, words) ?? '')
  return least === most ? (least ?? '') : `${least}–${most} (${name(high)})`
}

/** The sums of last year and of this over the bodies with a number in both; why not, where they may not be held against each other. */
function sayBothYears([before, now]: readonly GroupYear[], indicator: Indicator, { own, lang }: BriefInput): string {
  const said = own.figures
  if (!before || !now || before.sum === null || now.sum === null) return said.noStep
  if (!now.joins) return now.cut === 'form' ? said.broken : said.otherBodies
  const [from, to] = [before.sum, now.sum].map((sum) => printNumber(sum, indicator, lang))
  return said.bothYears(from ?? '', to ?? '', now.counted.length)
}

/** What is printed as 0, and what did not change. */
export function flatFigures(input: BriefInput, room: BriefRoom): BriefSection {
  const { own, agencies } = input
  const lines = agencies.length === 1 ? zerosOfBody(input, room) : statementsOfGroup(input)
  const { shown, rest } = cutList(lines, room.flat)
  return {
    id: 'flat',
    title: own.flat.title,
    lines: shown.length === 0 ? [own.flat.none] : shown,
    table: null,
    cut: rest.length === 0 ? null : own.flat.cut(rest.length),
  }
}

function zerosOfBody(input: BriefInput, room: BriefRoom): readonly string[] {
  const { own, at, indicators, lang } = input
  const tables = ownRows(input).filter(({ evidence }) => evidence === 'A')
  const of = (indicator: Indicator): readonly ComparedValue[] => tables.filter((row) => row.indicator === indicator.id)
  const counts = indicators.filter(({ kind }) => kind !== 'derived')
  const now = counts.filter((indicator) => of(indicator).some(({ year, state, value }) => year === at && state === 'zero' && value === 0))
  const always = counts.filter((indicator) => of(indicator).length > 1 && of(indicator).every(({ state }) => state === 'zero'))
  const list = (some: readonly Indicator[]): string =>
    own.names(
      some.slice(0, room.names * 2).map((indicator) => nameOf(indicator, lang)),
      some.length,
    )
  const years = always.flatMap((indicator) => of(indicator).map(({ year }) => year))
  return [
    ...(now.length > 0 ? [own.flat.zeros(at, list(now), now.length)] : []),
    ...(always.length > 0 ? [own.flat.always(Math.min(...years), Math.max(...years), list(always), always.length)] : []),
  ]
}

const statementsOfGroup = (input: BriefInput): readonly string[] =>
  stateAllFlat(ownRows(input), input.indicators, input.at, input.mergers)
    .filter(({ zero }) => zero.length > 0)
    .map(({ indicator, have, zero, compared, changed }) =>
      input.own.flat.statement(nameOf(indicator, input.lang), have.length, zero.length, compared.length, changed.length),
    )

/** How requests ended in the year, over the bodies that have every number of it. */
export function outcomesSection(input: BriefInput): BriefSection {
  const { own, at, catalogue, lang, agencies } = input
  const said = own.outcomes
  const rows = ownRows(input).filter(isOfTables)
  const kindOf = (indicator: Indicator) => ({
    key: indicator.id,
    name: indicator.shortName ?? indicator.name,
    rows: rows.filter((row) => row.indicator === indicator.id),
  })
  const shapes = outcomeMixes(catalogue)
  const sections = shapes.map(({ forms, whole, kinds }) => ({ forms, whole: kindOf(whole), kinds: kinds.map(kindOf) }))
  const fewest = smallestBase(catalogue)
  const mix = mixByYears(sections, [at, at], fewest)
  const [bar] = mix.rows
  const section = bar?.section === null || bar === undefined ? undefined : mix.sections[bar.section]
  if (!bar || !section || bar.whole.have === 0) return { id: 'outcomes', title: said.none(at), lines: [], table: null, cut: null }
  const total = totalOf(bar.whole)
  const say = (amount: Amount): string => {
    const sum = totalOf(amount)
    if (sum !== null) return formatNumber(sum, lang)
    const [missing] = amount.missing
    if (amount.have === 0) return missing === undefined ? '—' : nameState(catalogue, missing.state, lang)
    return said.atLeast(formatNumber(amount.known, lang))
  }
  const share = (amount: Amount): string => {
    const sum = totalOf(amount)
    if (sum === null || total === null || total === 0) return '—'
    return total < fewest ? said.of(formatNumber(sum, lang), formatNumber(total, lang)) : formatShare(sum / total, lang)
  }
  return {
    id: 'outcomes',
    title: said.title(at, say(bar.whole)),
    lines: [agencies.length === 1 ? said.own : said.counted(bar.have, bar.of)],
    table: {
      columns: [46, 18, 20, 16].map((width, place) => ({ name: said.columns[place] ?? '', width })),
      rows: section.kinds.flatMap((kind, place) => {
        const amount = bar.kinds[place]
        return amount ? [[kind.name[lang], say(amount), share(amount), `${amount.have}/${amount.of}`]] : []
      }),
    },
    cut: null,
  }
}

/** What `outcomesSection` needs beside the main indicators. */
export const listOutcomeIndicators = (catalogue: BriefInput['catalogue']): readonly string[] => [
  ...new Set(outcomeMixes(catalogue).flatMap(({ whole, kinds }) => [whole.id, ...kinds.map(({ id }) => id)])),
]
