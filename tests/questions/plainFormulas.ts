/** Per form an expression over figures; a form that is absent has none. `n_pre`: the size on the 2014 form, where it differs. */
export interface PlainFormula {
  readonly pre2019_table?: string
  readonly y2019?: string
  readonly y2021?: string
  readonly n?: string
  readonly n_pre?: string
}

/**
 * How every figure that no cell prints is worked out, as a formula in words of the catalogue's design: kept apart from the source,
 * so that a slip there does not repeat itself here. `n` is the size behind a rate.
 */
export const plainFormulas: Readonly<Record<string, PlainFormula>> = {
  outcome_refused_total: {
    y2019:
      'refused_state_secret + refused_law_prohibited + refused_security_stability + refused_third_party_rights + refused_internal_affairs + refused_process_information + refused_enforcement_file + refused_admin_query',
    y2021:
      'refused_state_secret + refused_law_prohibited + refused_security_stability + refused_third_party_rights + refused_internal_affairs + refused_process_information + refused_enforcement_file + refused_admin_query',
  },
  unable_total: {
    y2019: 'unable_not_held + unable_needs_creation + unable_unclear_after_correction',
    y2021: 'unable_not_held + unable_needs_creation + unable_unclear_after_correction',
  },
  not_processed_total: {
    y2019:
      'not_processed_petition + not_processed_duplicate + not_processed_publication + not_processed_excessive + not_processed_reconfirm',
    y2021:
      'not_processed_petition + not_processed_duplicate + not_processed_publication + not_processed_excessive + not_processed_reconfirm',
  },
  other_total: { y2021: 'other_no_correction + other_fee_unpaid + other_misc' },
  litigation_total: {
    y2019: 'litigation_direct_total + litigation_after_review_total',
    y2021: 'litigation_direct_total + litigation_after_review_total',
  },
  litigation_upheld: {
    y2019: 'litigation_direct_upheld + litigation_after_review_upheld',
    y2021: 'litigation_direct_upheld + litigation_after_review_upheld',
  },
  litigation_corrected: {
    y2019: 'litigation_direct_corrected + litigation_after_review_corrected',
    y2021: 'litigation_direct_corrected + litigation_after_review_corrected',
  },
  litigation_other: {
    y2019: 'litigation_direct_other + litigation_after_review_other',
    y2021: 'litigation_direct_other + litigation_after_review_other',
  },
  litigation_pending: {
    y2019: 'litigation_direct_pending + litigation_after_review_pending',
    y2021: 'litigation_direct_pending + litigation_after_review_pending',
  },
  granted_incl_already_public: {
    pre2019_table: 'outcome_already_public + outcome_granted',
    y2019: 'outcome_granted',
    y2021: 'outcome_granted',
  },
  third_party_refusals: {
    pre2019_table: 'refused_trade_secret + refused_personal_privacy',
    y2019: 'refused_third_party_rights',
    y2021: 'refused_third_party_rights',
  },
  not_held_or_nonexistent: {
    pre2019_table: 'outcome_not_this_agency + outcome_nonexistent',
    y2019: 'unable_not_held',
    y2021: 'unable_not_held',
  },
  normative_docs_disclosed: { pre2019_table: 'disclosed_normative_docs', y2019: 'normative_docs_newly_disclosed' },
  disclosure_rate: {
    pre2019_table: '(outcome_already_public + outcome_granted + outcome_partial) / outcomes_total',
    y2019: '(outcome_granted + outcome_partial) / outcomes_total',
    y2021: '(outcome_granted + outcome_partial) / outcomes_total',
    n: 'outcomes_total',
  },
  substantive_disclosure_rate: {
    y2019: '(outcome_granted + outcome_partial) / (outcome_granted + outcome_partial + outcome_refused_total + unable_total)',
    y2021: '(outcome_granted + outcome_partial) / (outcome_granted + outcome_partial + outcome_refused_total + unable_total)',
    n: 'outcome_granted + outcome_partial + outcome_refused_total + unable_total',
  },
  refusal_rate: {
    pre2019_table: 'outcome_refused_total / outcomes_total',
    y2019: 'outcome_refused_total / outcomes_total',
    y2021: 'outcome_refused_total / outcomes_total',
    n: 'outcomes_total',
  },
  unable_rate: { y2019: 'unable_total / outcomes_total', y2021: 'unable_total / outcomes_total', n: 'outcomes_total' },
  not_processed_rate: { y2019: 'not_processed_total / outcomes_total', y2021: 'not_processed_total / outcomes_total', n: 'outcomes_total' },
  clearance_rate: {
    pre2019_table: 'requests_closed / requests_new',
    y2019: 'outcomes_total / (requests_new + requests_carried_in)',
    y2021: 'outcomes_total / (requests_new + requests_carried_in)',
    n: 'requests_new + requests_carried_in',
    n_pre: 'requests_new',
  },
  backlog_rate: {
    y2019: 'requests_carried_out / (requests_new + requests_carried_in)',
    y2021: 'requests_carried_out / (requests_new + requests_carried_in)',
    n: 'requests_new + requests_carried_in',
  },
  on_time_rate: { pre2019_table: 'requests_closed_on_time / requests_closed', n: 'requests_closed' },
  reviews_per_100_requests: {
    pre2019_table: '100 * review_total / outcomes_total',
    y2019: '100 * review_total / outcomes_total',
    y2021: '100 * review_total / outcomes_total',
    n: 'outcomes_total',
  },
  litigation_per_100_requests: {
    pre2019_table: '100 * litigation_total / outcomes_total',
    y2019: '100 * litigation_total / outcomes_total',
    y2021: '100 * litigation_total / outcomes_total',
    n: 'outcomes_total',
  },
  review_correction_rate: {
    pre2019_table: 'review_corrected / (review_upheld + review_corrected + review_other)',
    y2019: 'review_corrected / (review_upheld + review_corrected + review_other)',
    y2021: 'review_corrected / (review_upheld + review_corrected + review_other)',
    n: 'review_upheld + review_corrected + review_other',
  },
  litigation_correction_rate: {
    pre2019_table: 'litigation_corrected / (litigation_upheld + litigation_corrected + litigation_other)',
    y2019: 'litigation_corrected / (litigation_upheld + litigation_corrected + litigation_other)',
    y2021: 'litigation_corrected / (litigation_upheld + litigation_corrected + litigation_other)',
    n: 'litigation_upheld + litigation_corrected + litigation_other',
  },
  requests_per_staff: { pre2019_table: 'requests_new / staff_total', n: 'staff_total' },
  disclosed_items_per_staff: { pre2019_table: 'disclosed_items_total / staff_total', n: 'staff_total' },
  full_time_share: { pre2019_table: 'staff_full_time / staff_total', n: 'staff_total' },
  channel_reuse_ratio: {
    pre2019_table:
      '(channel_gazette_items + channel_website_items + channel_weibo_items + channel_wechat_items + channel_other_items) / disclosed_items_total',
    n: 'disclosed_items_total',
  },
  normative_disclosure_ratio: {
    pre2019_table: 'disclosed_normative_docs / normative_docs_issued',
    y2019: 'normative_docs_newly_disclosed / normative_docs_issued',
    n: 'normative_docs_issued',
  },
  interpretation_per_normative_doc: { pre2019_table: 'interpretation_articles / normative_docs_issued', n: 'normative_docs_issued' },
}

/** One share per member, `x` standing for it; of `applicant_share` the member is an applicant type. */
export const plainFamilies: Readonly<Record<string, PlainFormula>> = {
  refusal_mix: {
    y2019: 'x / outcome_refused_total',
    y2021: 'x / outcome_refused_total',
    n: 'outcome_refused_total',
  },
  channel_share: {
    pre2019_table: 'x / (channel_gazette_items + channel_website_items + channel_weibo_items + channel_wechat_items + channel_other_items)',
    n: 'channel_gazette_items + channel_website_items + channel_weibo_items + channel_wechat_items + channel_other_items',
  },
  request_channel_share: {
    pre2019_table: 'x / requests_new',
    n: 'requests_new',
  },
  applicant_share: {
    y2019: 'x / requests_new',
    y2021: 'x / requests_new',
    n: 'requests_new',
  },
}
