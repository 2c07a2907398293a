import { applicants } from '../forms/applicants.ts'
import type { ApplicantId, Form, FormRow } from '../forms/form.ts'
import type { DemoAgency } from './demoCity.ts'
import type { SeededRandom } from './seededRandom.ts'

/** Numbers by indicator, and by `indicator@applicant` where table three asks by applicant. Money in 万元. */
export type Figures = Map<string, number>

/** What one year leaves to the next. */
export interface Carried {
  /** Open requests by applicant; empty before the 2019 form. */
  readonly open: ReadonlyMap<ApplicantId, number>
  readonly documentsInForce: number
  readonly items: Readonly<Record<ItemKind, number>>
}

type ItemKind = 'licensing' | 'other_services' | 'penalty' | 'coercion' | 'fee'
const itemKinds: readonly ItemKind[] = ['licensing', 'other_services', 'penalty', 'coercion', 'fee']

/** What an agency begins with. */
export function startCarrying(agency: DemoAgency, random: SeededRandom): Carried {
  const some = agency.decisions > 50
  return {
    open: new Map(),
    documentsInForce: random.count(agency.scope === 'aggregate' ? 60 : 4),
    items: {
      licensing: some ? random.count(30) : random.count(2),
      other_services: random.count(12),
      penalty: some ? random.count(80) : random.count(2),
      coercion: some ? random.count(8) : 0,
      fee: random.count(1),
    },
  }
}

/** The figures of one report, all in agreement with each other by the form's own labels, and what they leave to the next year. */
export function drawFigures(
  agency: DemoAgency,
  year: number,
  form: Form,
  carried: Carried,
  random: SeededRandom,
): { readonly figures: Figures; readonly carried: Carried } {
  const figures: Figures = new Map()
  const growth = 1.07 ** (year - 2014)
  const requests = agency.requests * growth
  const answered = form.id === 'pre2019_table' ? drawOldRequests(figures, requests, random) : null
  const open = answered === null ? drawRequests(figures, form, requests, carried.open, random) : new Map<ApplicantId, number>()
  drawDisputes(figures, form, answered ?? figures.get('outcomes_total@total') ?? NaN, random)
  const documents = drawDocuments(figures, form, agency, carried, random)
  const items = form.id === 'pre2019_table' ? carried.items : drawItems(figures, form, agency, carried, random)
  if (form.id === 'pre2019_table') drawOldThemes(figures, agency, year, random)
  return { figures, carried: { open, documentsInForce: documents, items } }
}

/** Splits `total` by weights; the parts add up to it. */
function splitCount(total: number, weights: readonly number[], random: SeededRandom): number[] {
  let left = total
  let weight = weights.reduce((sum, part) => sum + part, 0)
  return weights.map((part, at) => {
    const share = at === weights.length - 1 ? left : random.countOf(left, weight > 0 ? Math.min(1, part / weight) : 0)
    weight -= part
    left -= share
    return share
  })
}

/** Sets several figures at once, and gives their sum. */
function setParts(figures: Figures, names: readonly string[], total: number, weights: readonly number[], random: SeededRandom): void {
  splitCount(total, weights, random).forEach((part, at) => figures.set(names[at] ?? '', part))
}

function drawOldRequests(figures: Figures, mean: number, random: SeededRandom): number {
  const received = random.count(mean)
  figures.set('requests_new', received)
  setParts(figures, ['requests_in_person', 'requests_fax', 'requests_online', 'requests_letter'], received, [3, 0.2, 5, 2], random)
  const closed = received - random.countOf(received, 0.03)
  figures.set('requests_closed', closed)
  setParts(figures, ['requests_closed_on_time', 'requests_closed_extended'], closed, [0.93, 0.07], random)
  figures.set('outcomes_total', closed)
  const outcomes = ['outcome_already_public', 'outcome_granted', 'outcome_partial', 'outcome_refused_total', 'outcome_not_this_agency']
  const names = [...outcomes, 'outcome_nonexistent', 'outcome_told_to_amend', 'outcome_other_procedure']
  setParts(figures, names, closed, [0.12, 0.4, 0.05, 0.08, 0.14, 0.13, 0.03, 0.05], random)
  const grounds = ['refused_state_secret', 'refused_trade_secret', 'refused_personal_privacy', 'refused_security_stability']
  const refused = figures.get('outcome_refused_total') ?? NaN
  setParts(figures, [...grounds, 'refused_not_gov_information', 'refused_other_statutory'], refused, [0.1, 0.5, 1.5, 0.2, 2, 1], random)
  figures.set('request_fees_collected', closed > 40 && random.chance(0.2) ? random.below(60) / 100 : 0)
  return closed
}

/** How requests part by applicant: natural persons ask most. */
const applicantShares: Readonly<Record<ApplicantId, number>> = {
  natural_person: 0.84,
  org_commercial: 0.09,
  org_research: 0.005,
  org_public_interest: 0.01,
  org_legal_service: 0.035,
  org_other: 0.02,
  total: 0,
}

/** How often each row of the outcomes is met, by indicator; rows without a weight are rare. */
const outcomeWeights: Readonly<Record<string, number>> = {
  outcome_granted: 42,
  outcome_partial: 6,
  refused_law_prohibited: 1,
  refused_third_party_rights: 3,
  refused_internal_affairs: 1.5,
  refused_process_information: 2,
  refused_enforcement_file: 2,
  refused_admin_query: 3,
  unable_not_held: 24,
  unable_needs_creation: 3,
  unable_unclear_after_correction: 1,
  not_processed_petition: 4,
  not_processed_duplicate: 1.5,
  other_total: 4,
  other_no_correction: 2.5,
  other_misc: 1.5,
}

const isOutcome = (row: FormRow): boolean => row.table === 3 && row.type === 'leaf' && row.path.startsWith('3.3.')

function drawRequests(
  figures: Figures,
  form: Form,
  mean: number,
  before: ReadonlyMap<ApplicantId, number>,
  random: SeededRandom,
): Map<ApplicantId, number> {
  const outcomes = form.rows.filter(isOutcome).flatMap(({ indicator }) => (indicator === null ? [] : [indicator]))
  const weights = outcomes.map((indicator) => outcomeWeights[indicator] ?? 0.2)
  const open = new Map<ApplicantId, number>()
  const add = (indicator: string, applicant: ApplicantId, value: number): void => {
    figures.set(`${indicator}@${applicant}`, value)
    const total = `${indicator}@total`
    figures.set(total, (figures.get(total) ?? 0) + value)
  }
  for (const { id } of applicants.filter((applicant) => applicant.id !== 'total')) {
    const received = random.count(mean * applicantShares[id])
    const carriedIn = before.get(id) ?? 0
    const carriedOut = random.countOf(received + carriedIn, 0.07)
    const answered = received + carriedIn - carriedOut
    add('requests_new', id, received)
    add('requests_carried_in', id, carriedIn)
    splitCount(answered, weights, random).forEach((part, at) => add(outcomes[at] ?? '', id, part))
    add('outcomes_total', id, answered)
    add('requests_carried_out', id, carriedOut)
    open.set(id, carriedOut)
  }
  return open
}

function drawDisputes(figures: Figures, form: Form, answered: number, random: SeededRandom): void {
  const old = form.id === 'pre2019_table'
  const results = old ? ['upheld', 'corrected', 'other'] : ['upheld', 'corrected', 'other', 'pending']
  const weights = old ? [0.6, 0.15, 0.25] : [0.55, 0.12, 0.18, 0.15]
  const kinds = old
    ? ([
        ['review', 0.04],
        ['litigation', 0.03],
      ] as const)
    : ([
        ['review', 0.045],
        ['litigation_direct', 0.015],
        ['litigation_after_review', 0.02],
      ] as const)
  for (const [kind, part] of kinds) {
    const total = random.countOf(answered, part)
    figures.set(`${kind}_total`, total)
    setParts(
      figures,
      results.map((result) => `${kind}_${result}`),
      total,
      weights,
      random,
    )
  }
}

/** Normative documents of the year; gives how many are in force at its end. */
function drawDocuments(figures: Figures, form: Form, agency: DemoAgency, { documentsInForce }: Carried, random: SeededRandom): number {
  const issued = random.count(agency.scope === 'aggregate' ? 9 : 0.5)
  const repealed = Math.min(documentsInForce, random.count(agency.scope === 'aggregate' ? 6 : 0.3))
  const inForce = documentsInForce + issued - repealed
  for (const name of [
    'regulations_issued',
    'regulations_newly_disclosed',
    'regulations_public_stock',
    'regulations_repealed',
    'regulations_in_force',
  ])
    figures.set(name, 0)
  figures.set('normative_docs_issued', issued)
  figures.set('disclosed_normative_docs', issued)
  figures.set('normative_docs_newly_disclosed', issued)
  figures.set('normative_docs_public_stock', form.id === 'y2019' ? inForce : documentsInForce)
  figures.set('normative_docs_repealed', repealed)
  figures.set('normative_docs_in_force', inForce)
  return inForce
}

function drawItems(figures: Figures, form: Form, agency: DemoAgency, { items }: Carried, random: SeededRandom): Carried['items'] {
  const next = { ...items }
  for (const kind of itemKinds) {
    const change = items[kind] > 3 && random.chance(0.4) ? random.below(7) - 3 : 0
    figures.set(`${kind}_items_prev`, items[kind])
    figures.set(`${kind}_items_change`, change)
    if (form.id === 'y2019') next[kind] = items[kind] + change
  }
  const decisions = random.count(agency.decisions)
  setParts(
    figures,
    ['licensing_decisions', 'other_services_decisions', 'penalty_decisions', 'coercion_decisions'],
    decisions,
    [0.6, 0.15, 0.22, 0.03],
    random,
  )
  const projects = random.count(agency.scope === 'aggregate' ? 80 : 3)
  figures.set('procurement_projects', projects)
  figures.set('procurement_amount', projects === 0 ? 0 : Math.round(random.around(projects * 40, 0.6) * 100) / 100)
  figures.set('fee_amount', items.fee === 0 ? 0 : Math.round(random.around(25, 1) * 100) / 100)
  return next
}

/** The themes that end with the 2014 form: disclosure by channel, interpretation, staff, money, meetings. */
function drawOldThemes(figures: Figures, agency: DemoAgency, year: number, random: SeededRandom): void {
  const total = 1 + random.count(agency.items * 1.05 ** (year - 2014))
  const channels: readonly (readonly [string, number])[] = [
    ['channel_gazette_items', agency.scope === 'aggregate' ? 0.02 : 0],
    ['channel_website_items', 0.82],
    ['channel_weibo_items', Math.max(0, 0.25 - 0.03 * (year - 2014))],
    ['channel_wechat_items', 0.05 + 0.06 * (year - 2014)],
    ['channel_other_items', 0.1],
  ]
  let sum = 0
  for (const [name, part] of channels) {
    const items = random.countOf(total, part)
    figures.set(name, items)
    sum += items
  }
  // The de-duplicated total never exceeds the sum of the channels: 其他方式 takes the rest.
  if (sum < total) figures.set('channel_other_items', (figures.get('channel_other_items') ?? NaN) + total - sum)
  figures.set('disclosed_items_total', total)
  const press = agency.scope === 'aggregate' ? random.count(12) : random.count(0.6)
  figures.set('hot_issue_responses', random.count(agency.scope === 'aggregate' ? 25 : 1.5))
  figures.set('press_conferences', press)
  figures.set('press_conferences_by_head', random.countOf(press, 0.3))
  const interviews = random.count(agency.scope === 'aggregate' ? 6 : 0.5)
  figures.set('web_interviews', interviews)
  figures.set('web_interviews_by_head', random.countOf(interviews, 0.6))
  figures.set('interpretation_articles', random.count(agency.scope === 'aggregate' ? 40 : 3))
  figures.set('social_media_responses', random.count(agency.scope === 'aggregate' ? 60 : 2))
  figures.set('other_channel_responses', random.count(0.7))
  figures.set('complaints_received', random.chance(0.9) ? 0 : random.count(1.2))
  const fullTime = random.count(agency.scope === 'aggregate' ? 12 : 0.7)
  const partTime = 1 + random.count(agency.scope === 'aggregate' ? 60 : 2)
  figures.set('ogi_offices', agency.scope === 'aggregate' ? 3 + random.count(8) : Number(random.chance(0.7)))
  figures.set('reading_points', agency.scope === 'aggregate' ? 2 + random.count(10) : Number(random.chance(0.6)))
  figures.set('staff_full_time', fullTime)
  figures.set('staff_part_time', partTime)
  figures.set('staff_total', fullTime + partTime)
  figures.set('ogi_budget', random.chance(agency.scope === 'aggregate' ? 0.8 : 0.15) ? Math.round(random.around(6, 0.9) * 10) / 10 : 0)
  const trainings = random.count(agency.scope === 'aggregate' ? 8 : 1)
  figures.set('meetings_held', random.count(agency.scope === 'aggregate' ? 14 : 2))
  figures.set('training_sessions', trainings)
  figures.set('training_attendances', trainings === 0 ? 0 : trainings + random.count(trainings * 30))
}
