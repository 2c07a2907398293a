import { applicants } from '../forms/applicants.ts'
import type { TableFormId } from '../forms/form.ts'
import type { Label } from '../text/label.ts'
import { tableForms, type GenericMeasure } from './catalogue.ts'
import { channels } from './channels.ts'
import { units, type Unit } from './defineIndicator.ts'
import { operandsOf, ratio, reported, type Formula } from './formula.ts'
import { parseFormula } from './formulaText.ts'
import type { Indicator, IndicatorRole, Step, ThemeId } from './indicator.ts'
import { requestOutcomes } from './requestOutcomes.ts'
import { requestsReceived } from './requestsReceived.ts'
import { absent, breaks, caveat, identical } from './steps.ts'

/** A rate or a share, its formulas in the catalogue's notation. */
interface DerivedSpec {
  readonly id: string
  readonly name: Label
  readonly shortName?: Label
  readonly theme: ThemeId
  /** A ratio unless told. */
  readonly unit?: Unit
  readonly format: 'percent' | 'number'
  /** May be taken for one applicant type, because every figure in it has applicants. */
  readonly byApplicant?: true
  readonly definition: Label
  readonly from: Partial<Readonly<Record<TableFormId, string>>>
  /** The number of cases behind it. */
  readonly size: Partial<Readonly<Record<TableFormId, string>>>
  readonly minSize: number
  readonly into: Readonly<Record<'y2019' | 'y2021', Step>>
  readonly note: Label
  readonly role?: IndicatorRole
}

/** The number of cases below which a rate says nothing. */
const enough = 20

/** The forms with one outcome per request and with requests carried over. */
const later: readonly TableFormId[] = ['y2019', 'y2021']

const from2019 = (formula: string) => ({ y2019: formula, y2021: formula })
const always = (formula: string) => ({ pre2019_table: formula, ...from2019(formula) })
const to2018 = (formula: string) => ({ pre2019_table: formula })

const fromOnly2019: Step = absent('2018 年以前的表式算不出。', 'Cannot be worked out from the form before 2019.')
const only2014: Step = absent('只有 2014 表式有这些行。', '2014-2018 only.')
const noneFrom2019: Step = absent('2019 和 2021 表式都没有这些行。', 'Neither the 2019 nor the 2021 form has these rows.')
const sameFormula: Step = identical('公式和各行口径相同。', 'The same formula over the same rows.')

const channelSum = channels.map((channel) => channel.id).join(' + ')
const received = 'requests_new + requests_carried_in'
const open = 'outcome_granted + outcome_partial'
const substantive = `${open} + outcome_refused_total + unable_total`
const reviewsDecided = 'review_upheld + review_corrected + review_other'
const casesDecided = 'litigation_upheld + litigation_corrected + litigation_other'

const define = (spec: DerivedSpec): Indicator => {
  const { unit = units.ratio, byApplicant = false, from, size, ...rest } = spec
  return {
    ...rest,
    kind: 'derived',
    unit: unit.id,
    unitName: unit.name,
    type: 'ratio',
    byApplicant,
    definitionBasis: 'row_wording',
    from: parseAll(from),
    cell: {},
    size: parseAll(size),
  }
}

function parseAll(texts: Partial<Readonly<Record<TableFormId, string>>>): Partial<Record<TableFormId, Formula>> {
  return Object.fromEntries(tableForms.flatMap((form) => (texts[form] === undefined ? [] : [[form, parseFormula(texts[form])]])))
}

/** A family of shares, one for each member: id `channel_share.channel_weibo_items`. */
function defineFamily(
  spec: Omit<DerivedSpec, 'from' | 'size'> & { readonly forms: readonly TableFormId[]; readonly whole: string },
  members: readonly { readonly id: string; readonly name: Label; readonly part: Formula }[],
): readonly Indicator[] {
  const { forms, whole, ...rest } = spec
  const base = define({ ...rest, from: {}, size: Object.fromEntries(forms.map((form) => [form, whole])) })
  return members.map((member) => ({
    ...base,
    id: `${spec.id}.${member.id}`,
    name: { zh: `${spec.name.zh}：${member.name.zh}`, en: `${spec.name.en}: ${member.name.en}` },
    shortName: member.name,
    from: Object.fromEntries(forms.map((form) => [form, ratio(member.part, parseFormula(whole))])),
    family: { id: spec.id, name: spec.name, of: member.id },
  }))
}

const member = (indicator: Indicator) => ({
  id: indicator.id,
  name: indicator.shortName ?? indicator.name,
  part: reported(indicator.id),
})

const inSumOf = (id: string): readonly Indicator[] => {
  const formula = requestOutcomes.find((indicator) => indicator.id === id)?.from.y2019
  const ids = formula ? operandsOf(formula).map((operand) => operand.indicator) : []
  return ids.flatMap((part) => requestOutcomes.filter((indicator) => indicator.id === part))
}

const refusalGrounds = inSumOf('outcome_refused_total')
const waysOfReceipt = requestsReceived.filter((indicator) => indicator.role?.partOf === 'requests_new')
const applicantTypes = applicants.filter((applicant) => applicant.id !== 'total')

/** Rates and shares of one report. In groups divide sums by sums; never average them. Over a denominator of 0 they are undefined. */
export const derived: readonly Indicator[] = [
  define({
    id: 'disclosure_rate',
    name: { zh: '公开率', en: 'Disclosure rate' },
    theme: 'request_outcomes',
    format: 'percent',
    byApplicant: true,
    definition: {
      zh: '已答复的申请中，全部或部分公开的比例；2018 年以前含答复已主动公开的。',
      en: 'Of the requests answered, the share granted in full or in part; to 2018 with those told that the information is already public.',
    },
    from: {
      pre2019_table: `(outcome_already_public + ${open}) / outcomes_total`,
      ...from2019(`(${open}) / outcomes_total`),
    },
    size: always('outcomes_total'),
    minSize: enough,
    into: {
      y2019: caveat(
        '2018 年以前，已主动公开的答复应计入分子；跨 2018/2019 有说明。',
        'Before 2019 the already-public replies belong in the numerator; caveat across 2018/2019.',
      ),
      y2021: sameFormula,
    },
    note: {
      zh: '2018 年以前，已主动公开的答复应计入分子；跨 2018/2019 有说明。',
      en: 'Before 2019 the already-public replies belong in the numerator; caveat across 2018/2019.',
    },
    role: { proportionOn: tableForms },
  }),
  define({
    id: 'substantive_disclosure_rate',
    name: { zh: '实质公开率', en: 'Substantive disclosure rate' },
    theme: 'request_outcomes',
    format: 'percent',
    byApplicant: true,
    definition: {
      zh: '予以公开、部分公开、不予公开、无法提供四类结果中，全部或部分公开的比例。',
      en: 'Of the requests granted, granted in part, refused or impossible to answer, the share granted in full or in part.',
    },
    from: from2019(`(${open}) / (${substantive})`),
    size: from2019(substantive),
    minSize: enough,
    into: { y2019: fromOnly2019, y2021: sameFormula },
    note: { zh: '不含不予处理和其他处理。', en: 'Leaves out not-processed and other handling.' },
    role: { proportionOn: later, variantOf: 'disclosure_rate' },
  }),
  define({
    id: 'refusal_rate',
    name: { zh: '不予公开率', en: 'Refusal rate' },
    theme: 'request_outcomes',
    format: 'percent',
    byApplicant: true,
    definition: { zh: '已答复的申请中，不予公开的比例。', en: 'Of the requests answered, the share refused.' },
    from: always('outcome_refused_total / outcomes_total'),
    size: always('outcomes_total'),
    minSize: enough,
    into: {
      y2019: breaks('理由不同，跨 2018/2019 不相连。', 'Never joined across 2018/2019: the grounds differ.'),
      y2021: sameFormula,
    },
    note: { zh: '理由不同，跨 2018/2019 不相连。', en: 'Never joined across 2018/2019: the grounds differ.' },
    role: { proportionOn: tableForms },
  }),
  define({
    id: 'unable_rate',
    name: { zh: '无法提供率', en: 'Unable-to-provide rate' },
    theme: 'request_outcomes',
    format: 'percent',
    byApplicant: true,
    definition: { zh: '已答复的申请中，无法提供的比例。', en: 'Of the requests answered, the share for which nothing could be provided.' },
    from: from2019('unable_total / outcomes_total'),
    size: from2019('outcomes_total'),
    minSize: enough,
    into: { y2019: fromOnly2019, y2021: sameFormula },
    note: { zh: '2019 年起。', en: '2019 onward.' },
    role: { proportionOn: later },
  }),
  define({
    id: 'not_processed_rate',
    name: { zh: '不予处理率', en: 'Not-processed rate' },
    theme: 'request_outcomes',
    format: 'percent',
    byApplicant: true,
    definition: { zh: '已答复的申请中，不予处理的比例。', en: 'Of the requests answered, the share not processed.' },
    from: from2019('not_processed_total / outcomes_total'),
    size: from2019('outcomes_total'),
    minSize: enough,
    into: { y2019: fromOnly2019, y2021: sameFormula },
    note: { zh: '2019 年起。', en: '2019 onward.' },
    role: { proportionOn: later },
  }),
  ...defineFamily(
    {
      id: 'refusal_mix',
      name: { zh: '不予公开理由构成', en: 'Refusal mix' },
      theme: 'request_outcomes',
      format: 'percent',
      byApplicant: true,
      definition: { zh: '不予公开的申请中，以这一理由不予公开的比例。', en: 'Of the requests refused, the share refused on this ground.' },
      forms: ['y2019', 'y2021'],
      whole: 'outcome_refused_total',
      minSize: enough,
      into: { y2019: fromOnly2019, y2021: sameFormula },
      note: { zh: '每项理由一个占比；2019 年起。', en: 'One share per ground; 2019 onward.' },
    },
    refusalGrounds.map(member),
  ),
  define({
    id: 'clearance_rate',
    name: { zh: '办结率', en: 'Clearance rate' },
    theme: 'request_outcomes',
    format: 'percent',
    byApplicant: true,
    definition: {
      zh: '2018 年以前为办结数除以收到数；2019 年起为办理结果总计除以新收与上年结转之和。',
      en: 'To 2018 requests closed over requests received; from 2019 all outcomes over requests received and carried in.',
    },
    from: { pre2019_table: 'requests_closed / requests_new', ...from2019(`outcomes_total / (${received})`) },
    size: { pre2019_table: 'requests_new', ...from2019(received) },
    minSize: enough,
    into: {
      y2019: breaks(
        '2018 年以前不知道上年未办结的申请，可能大于 1；跨 2018/2019 不相连。',
        'Before 2019 the open requests of the previous year are unknown, so it may exceed 1; never joined across 2018/2019.',
      ),
      y2021: sameFormula,
    },
    note: {
      zh: '2018 年以前不知道上年未办结的申请，可能大于 1；跨 2018/2019 不相连。',
      en: 'Before 2019 the open requests of the previous year are unknown, so it may exceed 1; never joined across 2018/2019.',
    },
    role: { proportionOn: later },
  }),
  define({
    id: 'backlog_rate',
    name: { zh: '结转率', en: 'Backlog rate' },
    theme: 'request_outcomes',
    format: 'percent',
    byApplicant: true,
    definition: {
      zh: '新收与上年结转的申请中，结转下年度的比例。',
      en: 'Of the requests received and carried in, the share carried over to next year.',
    },
    from: from2019(`requests_carried_out / (${received})`),
    size: from2019(received),
    minSize: enough,
    into: { y2019: fromOnly2019, y2021: sameFormula },
    note: { zh: '2019 年起。', en: '2019 onward.' },
    role: { proportionOn: later },
  }),
  define({
    id: 'on_time_rate',
    name: { zh: '按时办结率', en: 'Share closed within the basic period' },
    theme: 'request_outcomes',
    format: 'percent',
    definition: {
      zh: '办结的申请中，在法定基本期限内办结的比例。',
      en: 'Of the requests closed, the share closed within the basic statutory period.',
    },
    from: to2018('requests_closed_on_time / requests_closed'),
    size: to2018('requests_closed'),
    minSize: enough,
    into: { y2019: only2014, y2021: noneFrom2019 },
    note: {
      zh: '只有 2014–2018 年。其余为依法延期，不是逾期。',
      en: '2014-2018 only. The rest is lawful extension, not delay.',
    },
    role: { proportionOn: ['pre2019_table'] },
  }),
  define({
    id: 'reviews_per_100_requests',
    name: { zh: '每百件已答复申请的复议数', en: 'Reviews per 100 answered requests' },
    theme: 'review_litigation',
    unit: units.perHundred,
    format: 'number',
    definition: { zh: '每 100 件已答复的申请对应的行政复议案件数。', en: 'Administrative reviews for every 100 requests answered.' },
    from: always('100 * review_total / outcomes_total'),
    size: always('outcomes_total'),
    minSize: enough,
    into: {
      y2019: caveat(
        '2019 年起复议含尚未审结的；2018 年以前一件申请可以有几次答复。',
        'From 2019 pending reviews are included; before 2019 one request could get several replies.',
      ),
      y2021: sameFormula,
    },
    note: {
      zh: '以已答复的申请（办理结果总计）为基数；不足 20 件不显示。',
      en: 'The base is answered requests (outcomes_total). Hidden under 20 answered requests.',
    },
  }),
  define({
    id: 'litigation_per_100_requests',
    name: { zh: '每百件已答复申请的诉讼数', en: 'Litigation per 100 answered requests' },
    theme: 'review_litigation',
    unit: units.perHundred,
    format: 'number',
    definition: { zh: '每 100 件已答复的申请对应的行政诉讼案件数。', en: 'Administrative litigation for every 100 requests answered.' },
    from: always('100 * litigation_total / outcomes_total'),
    size: always('outcomes_total'),
    minSize: enough,
    into: {
      y2019: caveat(
        '2019 年起为两类起诉之和，含尚未审结的；2018 年以前一件申请可以有几次答复。',
        'From 2019 the sum of two blocks, pending cases included; before 2019 one request could get several replies.',
      ),
      y2021: sameFormula,
    },
    note: {
      zh: '以已答复的申请（办理结果总计）为基数；不足 20 件不显示。',
      en: 'The base is answered requests (outcomes_total). Hidden under 20 answered requests.',
    },
  }),
  define({
    id: 'review_correction_rate',
    name: { zh: '复议纠错率', en: 'Review correction rate' },
    theme: 'review_litigation',
    format: 'percent',
    definition: { zh: '已有结果的行政复议中，结果纠正的比例。', en: 'Of the reviews decided, the share that corrected the act.' },
    from: always(`review_corrected / (${reviewsDecided})`),
    size: always(reviewsDecided),
    minSize: enough,
    into: {
      y2019: caveat('2018 年以前“其他情形”可能含尚未审结的。', 'Before 2019 other results may hide pending cases.'),
      y2021: sameFormula,
    },
    note: { zh: '只计已有结果的；没有结果时无定义。', en: 'Decided cases only; undefined when none is decided.' },
    role: { proportionOn: tableForms },
  }),
  define({
    id: 'litigation_correction_rate',
    name: { zh: '诉讼纠错率', en: 'Litigation correction rate' },
    theme: 'review_litigation',
    format: 'percent',
    definition: { zh: '已有结果的行政诉讼中，结果纠正的比例。', en: 'Of the cases decided, the share that corrected the act.' },
    from: always(`litigation_corrected / (${casesDecided})`),
    size: always(casesDecided),
    minSize: enough,
    into: {
      y2019: caveat(
        '2019 年起两类起诉合计；2018 年以前“其他情形”可能含尚未审结的。',
        'From 2019 both blocks together; before 2019 other results may hide pending cases.',
      ),
      y2021: sameFormula,
    },
    note: { zh: '只计已有结果的；2019 年起两类起诉合计。', en: 'Decided cases only; from 2019 both blocks together.' },
    role: { proportionOn: tableForms },
  }),
  define({
    id: 'requests_per_staff',
    name: { zh: '人均新收申请', en: 'Requests per staff member' },
    theme: 'staffing_funding',
    unit: units.requestsPerPerson,
    format: 'number',
    definition: { zh: '新收申请数除以公开工作人员数。', en: 'New requests over disclosure staff.' },
    from: to2018('requests_new / staff_total'),
    size: to2018('staff_total'),
    minSize: 1,
    into: { y2019: only2014, y2021: noneFrom2019 },
    note: { zh: '只有 2014–2018 年。', en: '2014-2018 only.' },
    role: { staffing: 'load' },
  }),
  define({
    id: 'disclosed_items_per_staff',
    name: { zh: '人均主动公开', en: 'Disclosed items per staff member' },
    theme: 'staffing_funding',
    unit: units.itemsPerPerson,
    format: 'number',
    definition: { zh: '主动公开政府信息数除以公开工作人员数。', en: 'Items disclosed over disclosure staff.' },
    from: to2018('disclosed_items_total / staff_total'),
    size: to2018('staff_total'),
    minSize: 1,
    into: { y2019: only2014, y2021: noneFrom2019 },
    note: { zh: '只有 2014–2018 年。', en: '2014-2018 only.' },
    role: { staffing: 'load' },
  }),
  define({
    id: 'full_time_share',
    name: { zh: '专职占比', en: 'Full-time share' },
    theme: 'staffing_funding',
    format: 'percent',
    definition: { zh: '公开工作人员中，专职人员的比例。', en: 'Of the disclosure staff, the share that is full-time.' },
    from: to2018('staff_full_time / staff_total'),
    size: to2018('staff_total'),
    minSize: enough,
    into: { y2019: only2014, y2021: noneFrom2019 },
    note: { zh: '只有 2014–2018 年；写作“n 人中 k 人”。', en: '2014-2018 only; show "k of n".' },
    role: { staffing: 'share' },
  }),
  ...defineFamily(
    {
      id: 'channel_share',
      name: { zh: '渠道占比', en: 'Channel share' },
      theme: 'channels',
      format: 'percent',
      definition: {
        zh: '五种渠道公开条数之和中，这一渠道的比例。',
        en: 'Of the items counted in the five channels together, the share of this channel.',
      },
      forms: ['pre2019_table'],
      whole: channelSum,
      minSize: enough,
      into: { y2019: only2014, y2021: noneFrom2019 },
      note: {
        zh: '不以主动公开政府信息数为分母；五种渠道有一种空白即无法计算。',
        en: 'Never over disclosed_items_total. Undefined when any of the five is blank.',
      },
    },
    channels.map(member),
  ),
  define({
    id: 'channel_reuse_ratio',
    name: { zh: '多渠道发布倍数', en: 'Channel reuse ratio' },
    theme: 'channels',
    format: 'number',
    definition: {
      zh: '五种渠道公开条数之和除以主动公开政府信息数。',
      en: 'Items counted in the five channels together over items disclosed.',
    },
    from: to2018(`(${channelSum}) / disclosed_items_total`),
    size: to2018('disclosed_items_total'),
    minSize: enough,
    into: { y2019: only2014, y2021: noneFrom2019 },
    note: {
      zh: '一般不小于 1：各渠道之和不必等于去重后的总数。',
      en: 'Expected to be 1 or more: channels need not add to the de-duplicated total.',
    },
    role: { reuseOf: 'disclosed_items_total' },
  }),
  ...defineFamily(
    {
      id: 'request_channel_share',
      name: { zh: '申请渠道占比', en: 'Share by way of receipt' },
      theme: 'requests_received',
      format: 'percent',
      definition: { zh: '新收申请中，以这一方式提出的比例。', en: 'Of the new requests, the share made in this way.' },
      forms: ['pre2019_table'],
      whole: 'requests_new',
      minSize: enough,
      into: { y2019: only2014, y2021: noneFrom2019 },
      note: { zh: '只有 2014–2018 年。', en: '2014-2018 only.' },
    },
    waysOfReceipt.map(member),
  ),
  ...defineFamily(
    {
      id: 'applicant_share',
      name: { zh: '申请人构成', en: 'Applicant mix' },
      theme: 'requests_received',
      format: 'percent',
      definition: { zh: '新收申请中，由这一类申请人提出的比例。', en: 'Of the new requests, the share made by this type of applicant.' },
      forms: ['y2019', 'y2021'],
      whole: 'requests_new[total]',
      minSize: enough,
      into: { y2019: fromOnly2019, y2021: sameFormula },
      note: { zh: '2019 年起；六类申请人各一个占比。', en: '2019 onward; a runs over the six applicant types.' },
    },
    applicantTypes.map(({ id, name }) => ({ id, name, part: reported('requests_new', id) })),
  ),
  define({
    id: 'normative_disclosure_ratio',
    name: { zh: '规范性文件公开比', en: 'Normative documents: disclosed to issued' },
    theme: 'proactive_disclosure',
    format: 'number',
    definition: {
      zh: '公开的规范性文件数除以当年制发的规范性文件数。',
      en: 'Normative documents disclosed over normative documents issued in the year.',
    },
    from: {
      pre2019_table: 'disclosed_normative_docs / normative_docs_issued',
      y2019: 'normative_docs_newly_disclosed / normative_docs_issued',
    },
    size: { pre2019_table: 'normative_docs_issued', y2019: 'normative_docs_issued' },
    minSize: 1,
    into: {
      y2019: caveat(
        '分子的单位由“条”改为“件”，2019 表式统计的是新公开的文件。',
        'The unit of the numerator changes from 条 to 件, and 2019 counts documents newly disclosed.',
      ),
      y2021: absent('2021 表式不再问公开的件数。', 'The 2021 form no longer asks how many were disclosed.'),
    },
    note: {
      zh: '2014–2020 年。不是占比：可能大于 1（含以前制发的文件），单位条和件不同。',
      en: '2014-2020. Not a share: may exceed 1 (older documents), units 条 and 件.',
    },
  }),
  define({
    id: 'interpretation_per_normative_doc',
    name: { zh: '解读比', en: 'Interpretation pieces per normative document' },
    theme: 'interpretation_response',
    format: 'number',
    definition: {
      zh: '政策解读稿件数除以当年制发的规范性文件数。',
      en: 'Policy interpretation pieces over normative documents issued in the year.',
    },
    from: to2018('interpretation_articles / normative_docs_issued'),
    size: to2018('normative_docs_issued'),
    minSize: 1,
    into: { y2019: only2014, y2021: noneFrom2019 },
    note: {
      zh: '2014–2018 年。以后分子只见于正文：这样的值取较弱的证据级别，不相连。',
      en: '2014-2018. Later the numerator exists only in prose: such a value takes the weaker grade and is not joined.',
    },
  }),
]

/** Measures of any indicator over two years or over peers; no report has them by itself. */
export const genericMeasures: readonly GenericMeasure[] = [
  {
    id: 'yoy_change',
    name: { zh: '同比', en: 'Year-on-year change' },
    unit: 'ratio',
    formula: '(x[t] - x[t-1]) / x[t-1]',
    minSize: 20,
    note: {
      zh: '只在同一可比区段内计算；上年为 0 或缺失时无定义。',
      en: 'Only inside one comparability segment; undefined when x[t-1] is 0 or missing.',
    },
  },
  {
    id: 'peer_percentile',
    name: { zh: '同类分位', en: 'Peer percentile' },
    unit: 'percentile',
    formula: 'percentile_rank(x, peers)',
    minSize: 5,
    note: {
      zh: '同类指同系统、同层级、同年度；至少 5 个有数的同类机关才计算。',
      en: 'Peers: same system, level and year; needs at least 5 peers with a value.',
    },
  },
]
