import type { FormId } from '../forms/form.ts'
import type { Scope } from '../forms/states.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { meetingRules, staffRules } from './claimCapacity.ts'
import { documentRulesAll, readItems, responseRules } from './claimDisclosure.ts'
import { findShares } from './claimShares.ts'
import { carryOn, dropFiller, look, nothingCarried, renderSentence, type Frame, type Mention } from './claimMention.ts'
import { findNegations } from './claimNegations.ts'
import type { CountToken } from './claimNumbers.ts'
import { disputeRules, feeRules, requestRules } from './claimRequests.ts'
import { holds, type ClaimRule } from './claimRule.ts'
import type { Block, Paragraph, ReportDocument } from './document.ts'
import type { Figure, Place, Unplaced } from './figure.ts'
import { compactText, splitSentences, type Sentence } from './sentences.ts'

/** What must be known to read the prose of a report. */
export interface ClaimContext {
  /** The year the report covers; null: any year that a sentence names is taken for it. */
  readonly year: number | null
  /** Whose report it is, as its title says it, and what its figures cover: what a bureau quotes of the whole city is not its own. */
  readonly agency: string | null
  readonly scope: Scope | null
  readonly form: FormId
  /** Blocks that are the statutory tables, or printed parts of them: their numbers are cells, not claims. */
  readonly tableBlocks: ReadonlySet<Block>
  readonly catalogue: { readonly indicators: readonly Pick<Indicator, 'id' | 'unit' | 'byApplicant'>[] }
}

const rules: readonly ClaimRule[] = [
  ...feeRules,
  ...disputeRules,
  ...requestRules,
  ...documentRulesAll,
  ...responseRules,
  ...meetingRules,
  ...staffRules,
]

/** In their order; a number without a unit is tried with all. */
const rulesByUnit: ReadonlyMap<string, readonly ClaimRule[]> = new Map(
  [...new Set(rules.flatMap(({ units }) => units))].map((unit) => [unit, rules.filter(({ units }) => units.includes(unit))]),
)

/**
 * Reads the paragraphs of a report: numbers and negations that say what an indicator counts become figures of grade B (explicit),
 * C (approximate, with a qualifier) or D (none, in words); each other sentence with a number goes to `unplaced`, whole.
 * Grids are not read here.
 */
export function readClaims(document: ReportDocument, about: ClaimContext): { figures: Figure[]; unplaced: Unplaced[] } {
  const figures: Figure[] = []
  const unplaced: Unplaced[] = []
  const indicators = new Map(about.catalogue.indicators.map((indicator) => [indicator.id, indicator]))
  const headings: string[] = []
  for (const block of document.blocks) {
    if (block.kind !== 'paragraph' || about.tableBlocks.has(block)) continue
    let carried = nothingCarried
    for (const sentence of splitSentences(block.text)) {
      if (takesAsHeading(sentence, block, headings)) carried = nothingCarried
      const frame: Frame = { headings: headings.join('/'), carried, owner: about }
      const read = readSentence(sentence, { block, frame, about, indicators })
      figures.push(...read.figures)
      if (read.left) unplaced.push({ kind: 'sentence', text: sentence.text, where: placeIn(block, sentence.start, sentence.end) })
      carried = read.carried
    }
  }
  return { figures, unplaced }
}

interface SentenceContext {
  readonly block: Paragraph
  readonly frame: Frame
  readonly about: ClaimContext
  readonly indicators: ReadonlyMap<string, Pick<Indicator, 'id' | 'unit' | 'byApplicant'>>
}

function readSentence(
  sentence: Sentence,
  { block, frame, about, indicators }: SentenceContext,
): { figures: Figure[]; left: boolean; carried: Frame['carried'] } {
  const compact = compactText(sentence.text)
  const rendered = renderSentence(compact.text, about.year)
  const figures: Figure[] = []
  /** Where a stretch of the compact text stands in the paragraph. */
  const span = (start: number, end: number): readonly [number, number] => [
    sentence.start + (compact.places[start] ?? 0),
    sentence.start + (compact.places[end - 1] ?? 0) + 1,
  ]
  const add = (
    id: string,
    value: number,
    grade: 'B' | 'C' | 'D',
    qualifier: Figure['qualifier'],
    [start, end]: readonly [number, number],
  ): boolean => {
    const indicator = indicators.get(id)
    if (!indicator) return false
    figures.push({
      indicator: id,
      applicant: indicator.byApplicant ? 'total' : null,
      value,
      state: value === 0 ? 'zero' : 'value',
      evidence: grade,
      printed: block.text.slice(start, end),
      qualifier,
      cell: null,
      column: null,
      where: placeIn(block, start, end),
    })
    return true
  }

  const covered = new Set<CountToken>()
  const counts = rendered.tokens.filter((token) => token.kind === 'count')
  for (const negation of findNegations(rendered, frame, about.year)) {
    const start = rendered.at.indexOf(negation.start)
    const end = rendered.at.indexOf(negation.end)
    if (start < 0 || end < 0) continue
    for (const id of negation.indicators) add(id, 0, 'D', null, span(start, end))
    for (const token of counts) if (token.start < end && start < token.end) covered.add(token)
  }
  const shares = findShares(rendered.text)
  for (const token of counts) {
    if (covered.has(token) || token.value === null) continue
    const share = shares.get(rendered.at[token.start] ?? 0)
    if (share === null) continue
    const { text, at } = share ?? { text: rendered.text, at: rendered.at[token.start] ?? 0 }
    const around = look(text, at, at + 1, frame)
    const mention: Mention = withUnit({ ...around, token, core: dropFiller(around.before) })
    const asked = readSubjects(mention, about.year)
    const grade = token.words && token.value === 0 ? 'D' : token.qualifier === null ? 'B' : 'C'
    for (const id of asked) {
      if (around.subject === 'others' || (around.subject === 'government' && !saidOfAll.test(id))) continue
      const value = inUnit(token, indicators.get(id)?.unit ?? '')
      if (value !== null && add(id, value, grade, token.qualifier, span(token.start, token.end))) covered.add(token)
    }
  }
  const settled = dropRivals(dropParts(figures, block.text))
  const left = counts.some((token) => !covered.has(token)) || settled.length < figures.length
  return { figures: settled, left, carried: carryOn(rendered.text, frame) }
}

/** 网站 426 条，其中门户网站 31 条: what 其中 tells of the same channel is in the number before. */
function dropParts(figures: readonly Figure[], text: string): readonly Figure[] {
  const isPart = ({ indicator, value, where }: Figure): boolean =>
    indicator?.startsWith('channel_') === true &&
    figures.some(
      (whole) =>
        whole.indicator === indicator &&
        whole.value !== null &&
        value !== null &&
        whole.value > value &&
        (whole.where.end ?? Infinity) <= (where.start ?? -1) &&
        /^[^。；;]*其中[^。；;]*$/.test(text.slice(whole.where.end ?? 0, where.start ?? 0)),
    )
  return figures.filter((figure) => !isPart(figure))
}

/** What 市政府 does by itself and yet for all its departments. */
const saidOfAll = /^(?:channel_|regulations_|press_conferences|web_interviews|processing_fee_collected)/

/**
 * One sentence that says two different numbers of one indicator speaks of two bodies or two parts (教育局 3 件，民政局 2 件): neither
 * is the agency's. Channels may be told site by site.
 */
function dropRivals(figures: readonly Figure[]): Figure[] {
  return figures.filter(
    ({ indicator, value }) =>
      indicator?.startsWith('channel_') === true || figures.every((other) => other.indicator !== indicator || other.value === value),
  )
}

const disputes: Readonly<Record<string, string>> = {
  行政复议: 'review_total',
  复议: 'review_total',
  行政诉讼: 'litigation_total',
  诉讼: 'litigation_total',
}

/** What a number counts: one indicator, none, or several where a list shares it (行政复议、行政诉讼各 1 件; … 0 件). */
function readSubjects(mention: Mention, year: number | null): string[] {
  if (mention.unrelated) return []
  const list = /((?:行政)?复议)(?:案件|申请)?(?:、|和|及|与|或)(?:提起)?((?:行政)?诉讼)(?:案件)?$/.exec(mention.core)
  if (list) {
    const shared = mention.token.value === 0 || /各(?:为|有)?$/.test(mention.before)
    return shared && mention.thisYear ? [list[1], list[2]].flatMap((word) => disputes[word ?? ''] ?? []) : []
  }
  const candidates = mention.token.unit === '' ? rules : (rulesByUnit.get(mention.token.unit) ?? [])
  const rule = candidates.find((candidate) => holds(candidate, mention, year))
  if (rule) return rule.indicator === null ? [] : [rule.indicator]
  const items = readItems(mention)
  return items === null ? [] : [items]
}

/** 申请件数:7 says its unit before the number. */
function withUnit(mention: Mention): Mention {
  const [whole, unit] = mention.token.unit === '' ? (/(条|件|篇|次|人次|场|份)数(?:量)?(?:共|为|是|达|:)*$/.exec(mention.before) ?? []) : []
  if (whole === undefined || unit === undefined) return mention
  const before = mention.before.slice(0, -whole.length)
  return { ...mention, before, core: dropFiller(before), token: { ...mention.token, unit } }
}

const moneyPower: Readonly<Record<string, number>> = { 元: 0, 万元: 4, 亿元: 8 }

/** Money in the indicator's unit, by moving the decimal point; null where a count and an amount would be mixed up. */
function inUnit(token: CountToken, unit: string): number | null {
  const printed = moneyPower[token.unit]
  const wanted = moneyPower[unit]
  // Nothing is nothing in any unit: 专项经费为0.
  if (token.value === 0 && token.unit === '') return 0
  if (token.value === null || (printed === undefined) !== (wanted === undefined)) return null
  const value = printed === undefined || wanted === undefined ? token.value : Number(`${token.value}e${printed - wanted}`)
  return Number.isFinite(value) ? value : null
}

const placeIn = (block: Paragraph, start: number, end: number): Place => ({ ...block.where, start, end })

const headingMarks: readonly (readonly [RegExp, number])[] = [
  [/^(?:第[一二三四五六七八九十]+[章节部]|[一二三四五六七八九十]{1,3}[、.．])/, 0],
  [/^[(（][一二三四五六七八九十]{1,3}[)）]/, 1],
  [/^(?:\d{1,2}[、.．)]|[(（]\d{1,2}[)）])(?!\d)/, 2],
]

/** A short numbered line, or the short numbered opening of a paragraph, is a heading: it says what the sentences below are about. */
function takesAsHeading(sentence: Sentence, block: Paragraph, headings: string[]): boolean {
  const { text } = compactText(sentence.text)
  if (sentence.start > block.text.length - block.text.trimStart().length || text.length > 45) return false
  const level = headingMarks.find(([pattern]) => pattern.test(text))?.[1] ?? (isBareTitle(text, block) ? 3 : undefined)
  if (level === undefined || /[,;!?]/.test(text) || renderSentence(text, null).tokens.some((token) => token.kind === 'count')) return false
  headings.length = Math.min(headings.length, level)
  while (headings.length < level) headings.push('')
  headings.push(text)
  return true
}

const isBareTitle = (text: string, block: Paragraph): boolean =>
  text.length <= 24 && compactText(block.text).text === text && !/[,;。:!?]/.test(text)
