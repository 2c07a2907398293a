import { describe, expect, it } from 'vitest'
import { allChecks, checkById } from '../../src/checks/allChecks.ts'
import type { CheckedReport } from '../../src/checks/checkedReport.ts'
import { indexCopiedText } from '../../src/checks/copiedText.ts'
import { gatherNumbers, indexPeers } from '../../src/checks/peerFigures.ts'
import { checkReports, runChecks } from '../../src/checks/runChecks.ts'
import { makeSentences } from './madeProse.ts'
import { makeClaim, makeReport, makeReportBefore, makeSaying } from './madeReport.ts'

/** Reports that are checked together with one. */
const beside = new WeakMap<CheckedReport, readonly CheckedReport[]>()
function among(report: CheckedReport, ...others: readonly CheckedReport[]): CheckedReport {
  beside.set(report, others)
  return report
}
const saying = (seed: number, count: number, ...more: readonly string[]): Partial<CheckedReport> => ({
  prose: [...makeSentences(seed, count), ...more],
})
const other: Partial<CheckedReport> = {
  report: 'yi-2023',
  agency: { id: 'yi', name: '乙市教育局', level: 'prefecture', system: '教育', deadline: null },
}

/** What a check says of a report: the worst of its instances, a failure before what cannot be told. */
function outcomeOf(id: string, report: CheckedReport): string {
  const copied = indexCopiedText([report, ...(report.before ? [report.before] : []), ...(beside.get(report) ?? [])])
  const found = runChecks(report, allChecks, { copied, peers: indexPeers([report, ...(beside.get(report) ?? [])], gatherNumbers) }).find(
    ({ check }) => check.id === id,
  )
  if (!found) return 'not offered'
  const statuses = found.instances.map(({ outcome }) => outcome.status)
  return statuses.includes('fails') ? 'fails' : statuses.includes('cannotTell') ? 'cannotTell' : 'holds'
}

const old = (printed: Parameters<typeof makeReport>[1], more?: Partial<CheckedReport>) => makeReport('pre2019_table', printed, more)
const y2019 = (printed: Parameters<typeof makeReport>[1], more?: Partial<CheckedReport>) => makeReport('y2019', printed, more)
const y2021 = (printed: Parameters<typeof makeReport>[1], more?: Partial<CheckedReport>) => makeReport('y2021', printed, more)
const claims = (report: CheckedReport, ...more: readonly CheckedReport['figures'][number][]): CheckedReport => ({
  ...report,
  figures: [...report.figures, ...more],
})
const after = (report: CheckedReport, before: CheckedReport): CheckedReport => ({ ...report, before })

const groupLabel = (path: string, printed: string): CheckedReport['figures'][number] => ({
  ...makeClaim('requests_new', 1),
  indicator: null,
  applicant: null,
  cell: path,
  printed,
  value: null,
  state: 'header_value',
  evidence: 'A',
})

const somePrinted = (numbers: readonly number[]): Record<string, number> =>
  Object.fromEntries(
    ['meetings_held', 'training_sessions', 'complaints_received', 'ogi_offices', 'reading_points', 'hot_issue_responses'].flatMap(
      (id, at) => (numbers[at] === undefined ? [] : [[id, numbers[at]]]),
    ),
  )

/** Bodies of the same kind, one report each with so many new requests. */
const peersWith = (requests: readonly number[], form: 'y2021' | 'y2019' = 'y2021', year = 2023): readonly CheckedReport[] =>
  requests.map((number, at) =>
    makeReport(
      form,
      { requests_new: number },
      {
        report: `peer${at}-${year}`,
        year,
        agency: { id: `peer${at}`, name: `第${at}市科学技术局`, level: 'prefecture', system: '科技', deadline: null },
      },
    ),
  )
const y2022 = (number: number): CheckedReport => makeReport('y2021', { requests_new: number }, { report: 'jia-2022', year: 2022 })
const nowhereNear: Partial<CheckedReport> = { form: null, figures: [], tables: [] }

/** Checks that can always be told where they are asked, and why. */
const alwaysTold: Readonly<Record<string, string>> = {
  'table.header_number': 'a header row that is not printed has no figure',
  'table.block_blank': 'a table that is not there has no block',
  'table.rows_complete': 'a report on no form is not asked',
  'prose.repeated': 'a number on another period is no claim on the year',
  'form.table_missing': 'tables were read or were not',
  'form.chapters': 'a report without words is not asked; a heading lost in reading is its exception',
  'form.template_left': 'a report without words is not asked',
}

/** For every check a report on which it holds, one on which it fails, and one on which it cannot be told. */
const cases: Readonly<Record<string, { holds: CheckedReport; fails: CheckedReport; cannotTell: CheckedReport | null }>> = {
  'requests.balance': {
    holds: y2019({ 'requests_new@total': 40, 'requests_carried_in@total': 3, 'outcomes_total@total': 41, 'requests_carried_out@total': 2 }),
    fails: y2019({
      'requests_new@total': 40,
      'requests_carried_in@total': 'blank',
      'outcomes_total@total': 30,
      'requests_carried_out@total': 2,
    }),
    cannotTell: y2019({
      'requests_new@total': 40,
      'requests_carried_in@total': 'blank',
      'outcomes_total@total': 41,
      'requests_carried_out@total': 2,
    }),
  },
  'requests.applicants': {
    holds: y2021({
      'requests_new@total': 25,
      'requests_new@natural_person': 18,
      'requests_new@org_commercial': 4,
      'requests_new@org_public_interest': 1,
      'requests_new@org_legal_service': 2,
    }),
    fails: y2021({
      'requests_new@total': 26,
      'requests_new@natural_person': 18,
      'requests_new@org_commercial': 4,
      'requests_new@org_public_interest': 1,
      'requests_new@org_legal_service': 2,
    }),
    cannotTell: y2021({ 'requests_new@total': 25, 'requests_new@natural_person': 25, 'requests_new@org_research': 'blank' }),
  },
  'outcomes.parts': {
    holds: old({
      outcomes_total: 29,
      outcome_already_public: 3,
      outcome_granted: 15,
      outcome_partial: 4,
      outcome_refused_total: 2,
      outcome_not_this_agency: 1,
      outcome_nonexistent: 2,
      outcome_told_to_amend: 1,
      outcome_other_procedure: 1,
    }),
    fails: old({ outcomes_total: 30, outcome_already_public: 14, outcome_granted: 15 }),
    cannotTell: old({ outcomes_total: 29, outcome_granted: 27, outcome_nonexistent: 'blank' }),
  },
  'outcomes.refused_parts': {
    holds: old({ outcome_refused_total: 2, refused_trade_secret: 1, refused_personal_privacy: 1 }),
    fails: old({ outcome_refused_total: 3, refused_trade_secret: 1, refused_personal_privacy: 1 }),
    cannotTell: old({ outcome_refused_total: 2, refused_trade_secret: 'blank', refused_personal_privacy: 'blank' }),
  },
  'requests.by_receipt': {
    holds: old({ requests_new: 31, requests_in_person: 4, requests_online: 22, requests_letter: 5 }),
    fails: old({ requests_new: 32, requests_in_person: 4, requests_online: 22, requests_letter: 5 }),
    cannotTell: old({ requests_new: 31, requests_in_person: 4, requests_online: 22, requests_letter: 'blank' }),
  },
  'requests.closed_parts': {
    holds: old({ requests_closed: 29, requests_closed_on_time: 27, requests_closed_extended: 2 }),
    fails: old({ requests_closed: 29, requests_closed_on_time: 27, requests_closed_extended: 3 }),
    cannotTell: old({ requests_closed: 29, requests_closed_on_time: 27, requests_closed_extended: 'blank' }),
  },
  'requests.closed_within_received': {
    holds: old({ requests_closed: 28, requests_new: 31 }),
    fails: old({ requests_closed: 34, requests_new: 31 }),
    cannotTell: old({ requests_closed: 34, requests_new: 'blank' }),
  },
  'requests.answered_near_closed': {
    holds: old({ outcomes_total: 29, requests_closed: 29 }),
    fails: old({ outcomes_total: 33, requests_closed: 29 }),
    cannotTell: old({ outcomes_total: 'blank', requests_closed: 29 }),
  },
  'fees.without_requests': {
    holds: old({}),
    fails: old({ request_fees_collected: 0.12 }),
    cannotTell: old({ request_fees_collected: 'blank' }),
  },
  'requests.group_label': {
    holds: claims(y2021({ 'refused_admin_query@total': 5 }), groupLabel('3.3.3', '5')),
    fails: claims(y2021({ 'refused_admin_query@total': 5 }), groupLabel('3.3.3', '6')),
    cannotTell: claims(y2021({ 'refused_admin_query@total': 4, 'refused_state_secret@total': 'blank' }), groupLabel('3.3.3', '5')),
  },
  'review.without_requests': {
    holds: y2021({ review_total: 2, review_upheld: 2, 'requests_new@total': 14 }),
    fails: after(y2021({ review_total: 2, review_upheld: 2 }), makeReportBefore('y2021', 2023)),
    cannotTell: y2021({ review_total: 2, review_upheld: 2 }, { noBefore: 'report_not_loaded' }),
  },
  'documents.rule_power': {
    holds: y2021({ regulations_issued: 3 }, { scope: 'aggregate' }),
    fails: y2021({ regulations_issued: 3 }),
    cannotTell: y2021({ regulations_issued: 3 }, { agency: null }),
  },
  'money.unit': {
    holds: old({ ogi_budget: 36.5 }),
    fails: y2019({ procurement_amount: 36.5 }, { rows: [{ text: '采购项目数量 采购总金额', cell: null }] }),
    cannotTell: y2019({ procurement_amount: 36.5 }),
  },
  'copy.own_last_year': {
    holds: after(y2021({}, saying(1, 36, ...makeSentences(2, 4))), { ...makeReportBefore('y2021', 2023), ...saying(2, 40) }),
    fails: after(y2021({}, saying(1, 9, ...makeSentences(2, 31))), { ...makeReportBefore('y2021', 2023), ...saying(2, 40) }),
    cannotTell: after(y2021({}, saying(1, 3)), { ...makeReportBefore('y2021', 2023), ...saying(1, 3) }),
  },
  'copy.other_agency': {
    holds: among(
      y2021({}, saying(1, 20, '根据《中华人民共和国政府信息公开条例》编制本报告。')),
      y2021({}, { ...other, ...saying(2, 20, '根据《中华人民共和国政府信息公开条例》编制本报告。') }),
    ),
    fails: among(y2021({}, saying(1, 20, ...makeSentences(3, 5))), y2021({}, { ...other, ...saying(2, 20, ...makeSentences(3, 5)) })),
    cannotTell: y2021({}, saying(1, 20)),
  },
  'copy.numbers': {
    holds: after(old(somePrinted([1, 2, 3, 4, 5, 6])), makeReportBefore('pre2019_table', 2017, somePrinted([1, 2, 3, 9, 9, 9]))),
    fails: after(old(somePrinted([1, 2, 3, 4, 5, 6])), makeReportBefore('pre2019_table', 2017, somePrinted([1, 2, 3, 4, 5, 6]))),
    cannotTell: after(old(somePrinted([1, 2])), makeReportBefore('pre2019_table', 2017, somePrinted([1, 2]))),
  },
  'review.parts': {
    holds: y2021({ review_total: 6, review_upheld: 3, review_corrected: 1, review_other: 1, review_pending: 1 }),
    fails: y2021({ review_total: 6, review_upheld: 3, review_corrected: 1, review_other: 1 }),
    cannotTell: y2021({ review_total: 6, review_upheld: 3, review_corrected: 1, review_other: 1, review_pending: 'blank' }),
  },
  'litigation.parts': {
    holds: old({ litigation_total: 2, litigation_upheld: 1, litigation_other: 1 }),
    fails: old({ litigation_total: 2, litigation_upheld: 2, litigation_other: 1 }),
    cannotTell: old({ litigation_total: 2, litigation_upheld: 1, litigation_corrected: 'blank' }),
  },
  'litigation.direct_parts': {
    holds: y2021({ litigation_direct_total: 5, litigation_direct_upheld: 2, litigation_direct_corrected: 1, litigation_direct_pending: 2 }),
    fails: y2021({ litigation_direct_total: 4, litigation_direct_upheld: 2, litigation_direct_corrected: 1, litigation_direct_pending: 2 }),
    cannotTell: y2021({ litigation_direct_total: 'blank', litigation_direct_upheld: 2 }),
  },
  'litigation.after_review_parts': {
    holds: y2021({ litigation_after_review_total: 3, litigation_after_review_upheld: 2, litigation_after_review_pending: 1 }),
    fails: y2021({ litigation_after_review_total: 3, litigation_after_review_upheld: 2 }),
    cannotTell: y2021({
      litigation_after_review_total: 3,
      litigation_after_review_upheld: 2,
      litigation_after_review_pending: 'not_applicable',
    }),
  },
  'channels.total_at_least_max': {
    holds: old({
      disclosed_items_total: 350,
      channel_gazette_items: 40,
      channel_website_items: 310,
      channel_weibo_items: 25,
      channel_wechat_items: 60,
      channel_other_items: 5,
    }),
    fails: old({ disclosed_items_total: 300, channel_website_items: 310 }),
    cannotTell: old({ disclosed_items_total: 350, channel_gazette_items: 40, channel_website_items: 'blank' }),
  },
  'channels.total_at_most_sum': {
    holds: old({ disclosed_items_total: 350, channel_gazette_items: 40, channel_website_items: 310, channel_weibo_items: 25 }),
    fails: old({ disclosed_items_total: 450, channel_gazette_items: 40, channel_website_items: 310, channel_weibo_items: 90 }),
    cannotTell: old({ disclosed_items_total: 450, channel_website_items: 435, channel_other_items: 'blank' }),
  },
  'documents.disclosed_within_total': {
    holds: old({ disclosed_normative_docs: 12, disclosed_items_total: 350, channel_website_items: 350 }),
    fails: old({ disclosed_normative_docs: 360, disclosed_items_total: 350, channel_website_items: 350 }),
    cannotTell: old({ disclosed_normative_docs: 12, disclosed_items_total: 'blank' }),
  },
  'documents.disclosed_within_issued': {
    holds: old({ disclosed_normative_docs: 10, normative_docs_issued: 12 }),
    fails: old({ disclosed_normative_docs: 12, normative_docs_issued: 10 }),
    cannotTell: old({ disclosed_normative_docs: 12, normative_docs_issued: 'blank' }),
  },
  'press.by_head': {
    holds: old({ press_conferences_by_head: 1, press_conferences: 4 }),
    fails: old({ press_conferences_by_head: 5, press_conferences: 4 }),
    cannotTell: old({ press_conferences_by_head: 1, press_conferences: 'blank' }),
  },
  'interviews.by_head': {
    holds: old({ web_interviews_by_head: 2, web_interviews: 2 }),
    fails: old({ web_interviews_by_head: 3, web_interviews: 2 }),
    cannotTell: old({ web_interviews_by_head: 'blank', web_interviews: 2 }),
  },
  'staff.parts': {
    holds: old({ staff_total: 8, staff_full_time: 3, staff_part_time: 5 }),
    fails: old({ staff_total: 8, staff_full_time: 3, staff_part_time: 6 }),
    cannotTell: old({ staff_total: 8, staff_full_time: 'blank', staff_part_time: 5 }),
  },
  'training.attendances_cover_sessions': {
    holds: old({ training_sessions: 3, training_attendances: 45 }),
    fails: old({ training_sessions: 4, training_attendances: 3 }),
    cannotTell: old({ training_sessions: 3, training_attendances: 'blank' }),
  },
  'training.attended_without_sessions': {
    holds: old({}),
    fails: old({ training_attendances: 16 }),
    cannotTell: old({ training_sessions: 'blank', training_attendances: 16 }),
  },
  'documents.new_within_stock': {
    holds: y2019({ normative_docs_newly_disclosed: 4, normative_docs_public_stock: 37 }),
    fails: y2019({ normative_docs_newly_disclosed: 40, normative_docs_public_stock: 37 }),
    cannotTell: y2019({ normative_docs_newly_disclosed: 4, normative_docs_public_stock: 'blank' }),
  },
  'documents.new_within_made': {
    holds: y2019({ normative_docs_newly_disclosed: 4, normative_docs_issued: 5, normative_docs_public_stock: 9 }),
    fails: y2019({ normative_docs_newly_disclosed: 7, normative_docs_issued: 5, normative_docs_public_stock: 9 }),
    cannotTell: y2019({ normative_docs_newly_disclosed: 7, normative_docs_issued: 'blank', normative_docs_public_stock: 9 }),
  },
  'documents.issued_within_force': {
    holds: y2021({ normative_docs_issued: 4, normative_docs_in_force: 30, normative_docs_repealed: 'blank' }),
    fails: y2021({ normative_docs_issued: 4, normative_docs_in_force: 2, normative_docs_repealed: 1 }),
    cannotTell: y2021({ normative_docs_issued: 4, normative_docs_in_force: 2, normative_docs_repealed: 'blank' }),
  },
  'items.not_negative': {
    holds: y2019({ licensing_items_prev: 18, licensing_items_change: -2 }),
    fails: y2019({ licensing_items_prev: 3, licensing_items_change: -5 }),
    cannotTell: y2019({ licensing_items_prev: 3, licensing_items_change: 'blank' }),
  },
  'items.decisions_in_item_columns': {
    holds: y2019({ licensing_items_prev: 18, licensing_items_change: 2, licensing_decisions: 640 }),
    fails: y2019({ licensing_items_prev: 30, licensing_items_change: 12, licensing_decisions: 42 }),
    cannotTell: y2019({ licensing_items_prev: 'blank', licensing_items_change: 12, licensing_decisions: 42 }),
  },
  'items.continuity': {
    holds: after(
      y2019({ licensing_items_prev: 20 }),
      makeReportBefore('y2019', 2020, { licensing_items_prev: 18, licensing_items_change: 2 }),
    ),
    fails: after(
      y2019({ licensing_items_prev: 25 }),
      makeReportBefore('y2019', 2020, { licensing_items_prev: 18, licensing_items_change: 2 }),
    ),
    cannotTell: after(
      y2019({ licensing_items_prev: 25 }),
      makeReportBefore('y2019', 2020, { licensing_items_prev: 18, licensing_items_change: 'blank' }),
    ),
  },
  'documents.force_continuity': {
    holds: after(
      y2021({ normative_docs_in_force: 33, normative_docs_issued: 4, normative_docs_repealed: 1 }),
      makeReportBefore('y2021', 2023, { normative_docs_in_force: 30 }),
    ),
    fails: after(
      y2021({ normative_docs_in_force: 36, normative_docs_issued: 4, normative_docs_repealed: 1 }),
      makeReportBefore('y2021', 2023, { normative_docs_in_force: 30 }),
    ),
    cannotTell: after(
      y2021({ normative_docs_in_force: 36, normative_docs_issued: 4 }),
      makeReportBefore('y2021', 2023, { normative_docs_in_force: 'blank' }),
    ),
  },
  'value.count': {
    holds: old({ review_total: 17, request_fees_collected: 0.8 }),
    fails: old({ review_total: 3.5 }),
    cannotTell: old({ review_total: 'unreadable' }),
  },
  'value.filled': { holds: old({}), fails: old({ review_total: 'blank' }), cannotTell: old({ review_total: 'unreadable' }) },
  'table.header_number': {
    holds: old({}),
    fails: {
      ...old({}),
      figures: old({}).figures.map((figure) =>
        figure.cell === '9' ? { ...figure, printed: '5', state: 'header_value' as const } : figure,
      ),
    },
    cannotTell: null,
  },
  'table.block_blank': {
    holds: y2021({ review_total: 'blank' }),
    fails: y2021({
      litigation_after_review_upheld: 'blank',
      litigation_after_review_corrected: 'blank',
      litigation_after_review_other: 'blank',
      litigation_after_review_pending: 'blank',
      litigation_after_review_total: 'blank',
    }),
    cannotTell: null,
  },
  'table.rows_complete': { holds: old({}), fails: old({ social_media_responses: 'row_missing' }), cannotTell: null },
  'requests.carry_over': {
    holds: after(y2021({ 'requests_carried_in@total': 6 }), makeReportBefore('y2021', 2023, { 'requests_carried_out@total': 6 })),
    fails: after(y2021({ 'requests_carried_in@total': 4 }), makeReportBefore('y2021', 2023, { 'requests_carried_out@total': 6 })),
    cannotTell: y2021({ 'requests_carried_in@total': 4 }, { noBefore: 'report_not_loaded' }),
  },
  'requests.carry_over_by_applicant': {
    holds: after(
      y2021({ 'requests_carried_in@natural_person': 5 }),
      makeReportBefore('y2021', 2023, { 'requests_carried_out@natural_person': 5 }),
    ),
    fails: after(
      y2021({ 'requests_carried_in@natural_person': 5 }),
      makeReportBefore('y2021', 2023, { 'requests_carried_out@natural_person': 4 }),
    ),
    cannotTell: after(
      y2021({ 'requests_carried_in@natural_person': 5 }),
      makeReportBefore('y2021', 2023, { 'requests_carried_out@natural_person': 'blank' }),
    ),
  },
  'trend.jump': {
    holds: after(
      old({ meetings_held: 120, complaints_received: 310 }),
      makeReportBefore('pre2019_table', 2017, { meetings_held: 120, complaints_received: 120 }),
    ),
    fails: after(old({ meetings_held: 260 }), makeReportBefore('pre2019_table', 2017, { meetings_held: 40 })),
    cannotTell: after(old({ meetings_held: 90 }), makeReportBefore('pre2019_table', 2017, { meetings_held: 12 })),
  },
  'trend.zero_switch': {
    holds: after(old({ meetings_held: 60 }), makeReportBefore('pre2019_table', 2017, { meetings_held: 85 })),
    fails: after(old({ meetings_held: 0 }), makeReportBefore('pre2019_table', 2017, { meetings_held: 85 })),
    cannotTell: old({ meetings_held: 85 }, { noBefore: 'report_not_loaded' }),
  },
  'money.scale': {
    holds: after(y2021({ fee_amount: 15.1 }), makeReportBefore('y2021', 2023, { fee_amount: 12.4 })),
    fails: after(y2021({ fee_amount: 118000 }), makeReportBefore('y2021', 2023, { fee_amount: 12.4 })),
    cannotTell: y2021({ fee_amount: 12.4 }, { noBefore: 'report_not_loaded' }),
  },
  'prose.figure': {
    holds: claims(old({ requests_new: 23 }), makeClaim('requests_new', 23)),
    fails: claims(old({ requests_new: 32 }), makeClaim('requests_new', 23)),
    cannotTell: claims(old({ requests_new: 'blank' }), makeClaim('requests_new', 23)),
  },
  'prose.approximate': {
    holds: claims(old({ channel_website_items: 318 }), makeClaim('channel_website_items', 300, { evidence: 'C', qualifier: '≥' })),
    fails: claims(old({ channel_website_items: 287 }), makeClaim('channel_website_items', 300, { evidence: 'C', qualifier: '≥' })),
    cannotTell: claims(old({ channel_website_items: 'blank' }), makeClaim('channel_website_items', 300, { evidence: 'C', qualifier: '≥' })),
  },
  'prose.negation': {
    holds: claims(old({}), makeClaim('litigation_total', 0, { evidence: 'D' })),
    fails: claims(old({ litigation_total: 1, litigation_other: 1 }), makeClaim('litigation_total', 0, { evidence: 'D' })),
    cannotTell: claims(old({ litigation_total: 'blank' }), makeClaim('litigation_total', 0, { evidence: 'D' })),
  },
  'prose.repeated': {
    holds: claims(old({ requests_new: 23 }), makeClaim('requests_new', 23), makeClaim('requests_new', 23)),
    fails: claims(old({ requests_new: 23 }), makeClaim('requests_new', 23), makeClaim('requests_new', 26)),
    cannotTell: null,
  },
  'prose.enumeration': {
    holds: makeSaying('收到申请64件，包括网络申请40件、信函申请18件、当面申请6件。'),
    fails: makeSaying('收到申请64件，包括网络申请40件、信函申请18件、当面申请9件。'),
    cannotTell: makeSaying('收到申请64件，包括网络申请40余件、信函申请18件、当面申请6件。'),
  },
  'prose.of_which': {
    holds: makeSaying('收到申请30件，其中网络申请22件、信函申请5件。'),
    fails: makeSaying('收到申请30件，其中网络申请26件、信函申请7件。'),
    cannotTell: makeSaying('收到申请30件，其中网上申请居多。'),
  },
  'prose.percentage': {
    holds: makeSaying('收到申请45件，其中网络申请36件，占80%。'),
    fails: makeSaying('收到申请45件，其中网络申请36件，占84%。'),
    cannotTell: makeSaying('主动公开率91%。'),
  },
  'prose.growth': {
    holds: makeSaying('收到政府信息公开申请125件，上年为100件，同比增长25%。'),
    fails: after(makeSaying('收到政府信息公开申请140件，同比增长25%。'), makeReportBefore('y2021', 2023, { 'requests_new@total': 100 })),
    cannotTell: makeSaying('收到政府信息公开申请125件，同比增长25%。', 'y2021', { noBefore: 'report_not_loaded' }),
  },
  'fees.chapter_six': {
    holds: claims(y2021({}, { prose: ['六、其他需要报告的事项', '收取信息处理费860元。'] }), makeClaim('processing_fee_collected', 860)),
    fails: claims(y2021({}, { prose: ['六、其他需要报告的事项', '无。'] }), makeClaim('processing_fee_collected', 860)),
    cannotTell: claims(y2021({}, { prose: ['一、总体情况'] }), makeClaim('processing_fee_collected', 860)),
  },
  'form.table_missing': { holds: y2021({}), fails: y2021({}, { form: 'narrative', figures: [] }), cannotTell: null },
  'form.version_for_year': {
    holds: y2021({}, { year: 2022 }),
    fails: y2019({}, { year: 2022 }),
    cannotTell: y2021({}, { year: null }),
  },
  'form.period': {
    holds: y2021({}),
    fails: y2021({}, { period_start: '2022-01-01', period_end: '2022-12-31' }),
    cannotTell: y2021({}, { period_start: null }),
  },
  'form.chapters': {
    holds: y2021(
      {},
      {
        prose: [
          '一、总体情况',
          '二、主动公开政府信息情况',
          '三、收到和处理政府信息公开申请情况',
          '四、政府信息公开行政复议、行政诉讼情况',
          '五、存在的主要问题及改进情况',
          '六、其他需要报告的事项',
        ],
      },
    ),
    fails: y2021({}, { prose: ['一、总体情况', '二、主动公开政府信息情况'] }),
    cannotTell: null,
  },
  'form.problems_empty': {
    holds: y2021({}, { prose: ['五、存在的主要问题及改进情况', '公开内容还不够全面，将加强培训。', '六、其他需要报告的事项'] }),
    fails: y2021({}, { prose: ['五、存在的主要问题及改进情况', '无。', '六、其他需要报告的事项'] }),
    cannotTell: y2021({}, { prose: ['一、总体情况'] }),
  },
  'form.processing_fee_stated': {
    holds: y2021({}, { prose: ['六、其他需要报告的事项', '本年度未收取信息处理费。'] }),
    fails: y2021({}, { prose: ['六、其他需要报告的事项', '无'] }),
    cannotTell: y2021({}, { prose: ['五、存在的主要问题及改进情况'] }),
  },
  'form.cited_notice': {
    holds: y2021({}, { prose: ['按照国办公开办函〔2021〕30号的要求编制。'] }),
    fails: y2021({}, { prose: ['按照国办公开办函〔2019〕60号的要求编制。'] }),
    cannotTell: y2021({}, { prose: ['按照要求编制。'] }),
  },
  'form.template_left': {
    holds: y2021({}, { prose: ['甲市科学技术局编制。'] }),
    fails: y2021({}, { prose: ['××局于2024年编制。'] }),
    cannotTell: null,
  },
  'deadline.published': {
    holds: y2021({}, { published_on: '2024-01-19' }),
    fails: y2021({}, { published_on: '2024-02-14' }),
    cannotTell: y2021({}, { published_on: null }),
  },
  'coverage.report_missing': {
    holds: y2021({}),
    fails: y2021({}, { ...nowhereNear, absent: 'declared' }),
    cannotTell: y2021({}, { ...nowhereNear, absent: 'undeclared' }),
  },
  'peers.lone_zero': {
    holds: among(y2021({ requests_new: 0 }), ...peersWith([14, 22, 0, 31, 0, 40])),
    fails: among(y2021({ requests_new: 0 }), ...peersWith([14, 22, 31, 18, 40])),
    cannotTell: among(y2021({ requests_new: 0 }), ...peersWith([14, 22, 31])),
  },
  'group.dominance': {
    holds: among(
      y2021({ requests_new: 500 }),
      ...peersWith([300, 300, 300, 300, 300]),
      y2022(400),
      ...peersWith([240, 240, 240, 240, 240], 'y2021', 2022),
    ),
    // 2000 to 2600; without this body 1500 to 1350.
    fails: among(
      y2021({ requests_new: 1250 }),
      ...peersWith([270, 270, 270, 270, 270]),
      y2022(500),
      ...peersWith([300, 300, 300, 300, 300], 'y2021', 2022),
    ),
    cannotTell: among(y2021({ requests_new: 5 }), ...peersWith([4, 5, 4, 5, 6])),
  },
}

describe('a group of bodies of the same kind', () => {
  const peers = (numbers: readonly number[], own: number) => among(y2021({ requests_new: own }), ...peersWith(numbers))
  it('is dominated by the body that holds more than half of its total, whatever the year before was', () => {
    expect(outcomeOf('group.dominance', peers([10, 10, 10, 10, 10], 51))).toBe('fails')
    expect(outcomeOf('group.dominance', peers([10, 10, 10, 10, 10], 50))).toBe('cannotTell')
  })
  it('is moved by the body without which it would have grown otherwise by more than a quarter', () => {
    const before = [y2022(100), ...peersWith([100, 100, 100, 100, 100], 'y2021', 2022)]
    expect(outcomeOf('group.dominance', among(y2021({ requests_new: 190 }), ...peersWith([110, 110, 110, 110, 110]), ...before))).toBe(
      'fails',
    )
    expect(outcomeOf('group.dominance', among(y2021({ requests_new: 110 }), ...peersWith([110, 110, 110, 110, 110]), ...before))).toBe(
      'holds',
    )
  })
  it('has no witness in a blank: a zero beside four numbers and a blank is not alone', () =>
    expect(
      outcomeOf(
        'peers.lone_zero',
        among(
          y2021({ requests_new: 0 }),
          ...peersWith([14, 22, 31, 18]),
          ...peersWith([0]).map((one) => ({ ...makeReport('y2021', { requests_new: 'blank' }), report: 'peer9', agency: one.agency })),
        ),
      ),
    ).toBe('holds'))
})

const kinds = ['holds', 'fails', 'cannotTell'] as const

describe('every check', () => {
  it('has a case of each kind, but for those that can always be told', () => {
    const found = allChecks.map(({ id }) => [id, ...kinds.filter((kind) => (cases[id]?.[kind] ?? null) !== null)])
    expect(found).toEqual(allChecks.map(({ id }) => [id, ...kinds.filter((kind) => kind !== 'cannotTell' || alwaysTold[id] === undefined)]))
    expect(Object.keys(cases).filter((id) => checkById(id) === undefined)).toEqual([])
  })

  it.each(Object.entries(cases))('%s holds, fails and cannot be told', (id, { holds, fails, cannotTell }) => {
    expect(outcomeOf(id, holds)).toBe('holds')
    expect(outcomeOf(id, fails)).toBe('fails')
    if (cannotTell !== null) expect(outcomeOf(id, cannotTell)).toBe('cannotTell')
  })
})

describe('a clean report', () => {
  it.each(['pre2019_table', 'y2019', 'y2021'] as const)('on form %s fails nothing', (form) => {
    const failing = runChecks(makeReport(form)).flatMap(({ check, instances }) =>
      instances.some(({ outcome }) => outcome.status === 'fails') ? [check.id] : [],
    )
    expect(failing).toEqual([])
  })
})

describe('unknown cells', () => {
  it('do not hide a contradiction: 5 against 4 and 3 fails though another part is blank', () =>
    expect(outcomeOf('staff.parts', old({ staff_total: 5, staff_full_time: 4, staff_part_time: 3 }))).toBe('fails'))
  it('do not matter where nothing can go wrong: 0 is at most a blank', () =>
    expect(outcomeOf('press.by_head', old({ press_conferences_by_head: 0, press_conferences: 'blank' }))).toBe('holds'))
  it('are read as 0 under a total of 0, for this check only, and it says so', () => {
    const report = old({ refused_state_secret: 'blank', refused_trade_secret: 'blank' })
    const [instance] = runChecks(report).find(({ check }) => check.id === 'outcomes.refused_parts')?.instances ?? []
    expect(instance?.outcome).toEqual({ status: 'holds', left: 0, right: 0, blankAsZero: true })
    expect(report.figures.find(({ indicator }) => indicator === 'refused_state_secret')?.state).toBe('blank')
  })
  it('would hold as 0: that is said too', () => {
    const [instance] =
      runChecks(y2021({ review_total: 5, review_upheld: 5, review_pending: 'blank' })).find(({ check }) => check.id === 'review.parts')
        ?.instances ?? []
    expect(instance?.outcome).toMatchObject({ status: 'cannotTell', reason: 'blank', wouldHold: true })
  })
})

describe('channels', () => {
  it('may add up to more than the total: each counts an item that several carry', () => {
    const report = old({ disclosed_items_total: 350, channel_website_items: 350, channel_wechat_items: 90 })
    expect(outcomeOf('channels.total_at_most_sum', report)).toBe('holds')
    expect(allChecks.some(({ id }) => id === 'channels.sum_equals_total')).toBe(false)
  })
})

describe('a total that the form prints in two blocks', () => {
  const none = makeClaim('litigation_total', 0, { evidence: 'D', printed: '未发生' })
  it('is held against their sum', () => {
    expect(
      outcomeOf(
        'prose.figure',
        claims(y2021({ litigation_direct_total: 2, litigation_after_review_total: 1 }), makeClaim('litigation_total', 3)),
      ),
    ).toBe('holds')
    expect(
      outcomeOf(
        'prose.figure',
        claims(y2021({ litigation_direct_total: 2, litigation_after_review_total: 2 }), makeClaim('litigation_total', 3)),
      ),
    ).toBe('fails')
  })
  it('is denied wrongly when one block has a case, whatever the other holds', () => {
    expect(outcomeOf('prose.negation', claims(y2021({}), none))).toBe('holds')
    expect(outcomeOf('prose.negation', claims(y2021({ litigation_direct_total: 1, litigation_after_review_total: 'blank' }), none))).toBe(
      'fails',
    )
    expect(outcomeOf('prose.negation', claims(y2021({ litigation_after_review_total: 'blank' }), none))).toBe('cannotTell')
  })
})

describe('numbers within a sentence', () => {
  const said = (id: string, text: string): string => outcomeOf(id, makeSaying(text))

  it('add up where rounding allows it', () => {
    expect(said('prose.enumeration', '投入经费36.5万元，包括印刷费12.2万元、设备费24.2万元。')).toBe('holds')
    expect(said('prose.percentage', '收到申请46件，其中网络申请37件，占80.4%。')).toBe('holds')
  })
  it('are a question, not a failure, where the sentence may be read otherwise', () => {
    expect(said('prose.of_which', '收到申请64件，办结60件，其中网络申请40件、信函申请23件。')).toBe('cannotTell')
    expect(said('prose.of_which', '新收60件，上年结转4件，其中网络申请40件、信函申请21件。')).toBe('cannotTell')
    expect(said('prose.enumeration', '公开信息350条，包括网站发布310条、微信发布90条。')).toBe('cannotTell')
    expect(said('prose.of_which', '收到申请6件，其中转办3件，组织培训4件。')).toBe('cannotTell')
  })
  it('may be parts of several numbers together', () =>
    expect(said('prose.of_which', '收到建议12件、提案20件，其中主办8件，协办24件。')).toBe('holds'))
  it('may have ended before the next statement of the same kind', () =>
    expect(said('prose.of_which', '公开财政信息24条，其中预算8条，决算8条，经费8条，采购信息16条。')).toBe('cannotTell'))
  it('of what others took up may count one thing several times', () =>
    expect(said('prose.of_which', '编发简报12期，其中甲采用3期、乙采用5期、丙采用6期。')).toBe('holds'))
  it('may be a list of some that is shorter than the whole', () =>
    expect(said('prose.of_which', '收到申请64件，其中网络申请40件、信函申请3件。')).toBe('holds'))
  it('on channels are bounded one by one: an item stands on several', () => {
    expect(said('prose.of_which', '公开信息350条，其中网站310条、微信90条。')).toBe('holds')
    expect(said('prose.of_which', '公开信息350条，其中网站390条、微信90条。')).toBe('fails')
  })
  it('that are approximate are never more than a question, unless the exact ones alone are too many', () => {
    expect(said('prose.of_which', '公开信息215条，其中通知180条、图片30余条。')).toBe('cannotTell')
    expect(said('prose.of_which', '公开信息215条，其中通知220条、图片30余条。')).toBe('fails')
  })
  it('of two years are not compared across a break of the series', () =>
    expect(
      outcomeOf(
        'prose.growth',
        after(
          makeSaying('主动公开政府信息140条，同比增长25%。', 'y2019'),
          makeReportBefore('pre2019_table', 2020, { disclosed_items_total: 100 }),
        ),
      ),
    ).toBe('cannotTell'))
  it('say where the sentence is, and both values', () => {
    const [finding] = checkReports([makeSaying('收到申请64件，包括网络申请40件、信函申请18件、当面申请9件。')]).findings.filter(
      ({ outcome, rule }) => outcome === 'fails' && rule.startsWith('prose.'),
    )
    expect(finding).toMatchObject({ rule: 'prose.enumeration', left: 64, right: 67 })
    expect(finding?.message.zh).toBe('正文“收到申请64件”，分项合计 67，相差 3。请核对。')
    expect(finding?.cells.map(({ printed }) => printed)).toEqual(['收到申请64件', '网络申请40件', '信函申请18件', '当面申请9件'])
  })
})

describe('the unit of an amount', () => {
  const amount = (printed: string, ...rows: readonly string[]): CheckedReport => {
    const report = y2019({ procurement_amount: 36.5 }, { rows: rows.map((text) => ({ text, cell: null })) })
    const print = (figure: CheckedReport['figures'][number]) => (figure.value === 36.5 ? { ...figure, printed } : figure)
    return { ...report, figures: report.figures.map(print) }
  }
  it('is printed where the cell or the heading of its table prints it', () => {
    expect(outcomeOf('money.unit', amount('36.5万元', '采购项目数量 采购总金额'))).toBe('holds')
    expect(outcomeOf('money.unit', amount('36.5', '采购项目数量 采购总金额（万元）'))).toBe('holds')
    expect(outcomeOf('money.unit', amount('36.5', '采购项目数量 采购总金额'))).toBe('fails')
  })
  it('is one: a cell in 元 under a heading in 万元 is asked about', () => {
    const [finding] = checkReports([amount('36.5元', '采购总金额（单位：万元）')]).findings.filter(({ rule }) => rule === 'money.unit')
    expect(finding).toMatchObject({
      outcome: 'fails',
      severity: 'info',
      message: { zh: '金额单位不一：格内为元，表头为万元。如属实，请说明原因。' },
    })
  })
})

describe('a number on a group label', () => {
  const label = groupLabel('3.3.4', '0')
  it('cannot be told where the rows of the group are not printed', () => {
    const missing = {
      unable_not_held: 'row_missing',
      unable_needs_creation: 'row_missing',
      unable_unclear_after_correction: 'row_missing',
    } as const
    const report = y2021({}, {})
    const without = { ...report, figures: report.figures.filter(({ indicator }) => !Object.hasOwn(missing, indicator ?? '')) }
    expect(outcomeOf('requests.group_label', claims(without, label))).toBe('cannotTell')
  })
  it('of 0 over blanks is read as it is meant, for this check only', () => {
    const blanks = { unable_not_held: 'blank', unable_needs_creation: 'blank', unable_unclear_after_correction: 'blank' } as const
    expect(outcomeOf('requests.group_label', claims(y2021(blanks), label))).toBe('holds')
  })
})

describe('reviews in a year without requests', () => {
  const noRequests = makeReportBefore('y2021', 2023)
  it('may be of the year before, as long as nobody knows', () => {
    expect(outcomeOf('review.without_requests', y2021({ review_total: 1 }))).toBe('cannotTell')
    expect(outcomeOf('review.without_requests', after(y2021({ review_total: 1 }), noRequests))).toBe('fails')
  })
  it('are not told from a blank', () => {
    expect(outcomeOf('review.without_requests', after(y2021({ review_total: 'blank' }), noRequests))).toBe('cannotTell')
    expect(
      outcomeOf(
        'review.without_requests',
        after(y2021({ review_total: 'blank' }), makeReportBefore('y2021', 2023, { 'requests_new@total': 4 })),
      ),
    ).toBe('holds')
  })
})

describe('years on two forms', () => {
  const grown = (id: string): string =>
    outcomeOf('trend.jump', after(makeReport('y2021', { [id]: 260 }, { year: 2021 }), makeReportBefore('y2019', 2021, { [id]: 40 })))
  it('are held against each other for figures that both count alike, and for no other', () => {
    expect(grown('requests_new')).toBe('fails')
    expect(grown('licensing_decisions')).toBe('holds')
    expect(grown('normative_docs_issued')).toBe('holds')
  })
  it('of 2018 and 2019 share few figures', () => {
    const year = (id: string) =>
      after(makeReport('y2019', { [id]: 260 }, { year: 2019 }), makeReportBefore('pre2019_table', 2019, { [id]: 40 }))
    expect(outcomeOf('trend.jump', year('review_upheld'))).toBe('fails')
    expect(outcomeOf('trend.jump', year('requests_new'))).toBe('holds')
  })
})

describe('the day of publishing', () => {
  const late = { published_on: '2024-02-14' }
  it('is that of the first version: one put right later is not late by it', () => {
    expect(outcomeOf('deadline.published', y2021({}, { ...late, versions: 2, first_published_on: '2024-01-19' }))).toBe('holds')
    const again = y2021({}, { published_on: '2024-03-01', versions: 2, first_published_on: '2024-02-14' })
    const [finding] = checkReports([again]).findings.filter(({ rule }) => rule === 'deadline.published')
    expect(finding?.message.zh).toContain('首次公布日期 2024-02-14，晚于 2024-01-31 14 天')
  })
  it('cannot be told where only a later version is known', () =>
    expect(outcomeOf('deadline.published', y2021({}, { ...late, versions: 1, first_published_on: null }))).toBe('cannotTell'))
})

describe('how much a finding weighs', () => {
  const severityOf = (id: string, report: CheckedReport) =>
    checkReports([report]).findings.find(({ rule, outcome }) => rule === id && outcome === 'fails')?.severity
  it('is little where no printed rule asked for a table, and more from 2019', () => {
    const text = { form: 'narrative', figures: [], tables: [] } as const
    expect(severityOf('form.table_missing', y2021({}, { ...text, year: 2018 }))).toBe('info')
    expect(severityOf('form.table_missing', y2021({}, { ...text, year: 2019 }))).toBe('warning')
  })
  it('is more where the list of a year is declared complete', () => {
    const severities = (['declared', 'undeclared'] as const).map((absent) => {
      const [finding] = checkReports([y2021({}, { ...nowhereNear, absent })]).findings
      return [finding?.outcome, finding?.severity]
    })
    expect(severities).toEqual([
      ['fails', 'warning'],
      ['cannotTell', 'info'],
    ])
  })
  it('is less where one of the two reports has several versions', () => {
    const before = makeReportBefore('y2021', 2023, { 'requests_carried_out@total': 6 })
    expect(severityOf('requests.carry_over', after(y2021({}), before))).toBe('error')
    expect(severityOf('requests.carry_over', after(y2021({}), { ...before, versions: 2 }))).toBe('warning')
    expect(severityOf('requests.carry_over', after(y2021({}, { versions: 2 }), before))).toBe('warning')
  })
})

describe('what a finding says', () => {
  const say = (id: string, report: CheckedReport) =>
    checkReports([report]).findings.find(({ rule, outcome }) => rule === id && outcome === 'fails')?.message
  it('is a difference only where two sides should be equal', () => {
    expect(say('staff.parts', old({ staff_total: 9, staff_full_time: 3, staff_part_time: 5 }))?.zh).toBe(
      '人员数与专职、兼职合计不一致：9 与 8，相差 1。请核对。',
    )
    expect(say('trend.zero_switch', after(old({}), makeReportBefore('pre2019_table', 2017, { disclosed_items_total: 85 })))?.zh).toContain(
      '：由 85 变为 0。',
    )
    expect(
      say('trend.jump', after(old({ disclosed_items_total: 260 }), makeReportBefore('pre2019_table', 2017, { disclosed_items_total: 40 })))
        ?.en,
    ).toContain('from 40 to 260, 6.5 times')
  })
})
