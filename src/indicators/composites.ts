import { units } from './defineIndicator.ts'
import { reported, sum } from './formula.ts'
import type { Indicator } from './indicator.ts'
import { caveat, identical, onlyIn2019 } from './steps.ts'

const sameCellIn2021 = identical('两版表式是同一行，口径相同。', 'The same row, counted the same way, in both forms.')

/** Rows joined across 2018/2019, for a trend. Always with a note, never identical; the single rows stay apart. */
export const composites: readonly Indicator[] = [
  {
    id: 'granted_incl_already_public',
    name: { zh: '予以公开（含已主动公开）', en: 'Granted in full, incl. already public' },
    kind: 'composite',
    theme: 'request_outcomes',
    unit: units.requests.id,
    unitName: units.requests.name,
    type: 'integer',
    byApplicant: true,
    definition: {
      zh: '2018 年以前为“属于已主动公开范围”与“同意公开答复”之和；2019 年起为“予以公开”。',
      en: 'To 2018 the replies that the information is already public plus those granted; from 2019 予以公开 alone.',
    },
    definitionBasis: 'standing_knowledge',
    from: {
      pre2019_table: sum(reported('outcome_already_public'), reported('outcome_granted')),
      y2019: reported('outcome_granted'),
      y2021: reported('outcome_granted'),
    },
    cell: {},
    into: {
      y2019: caveat(
        '2019 年起，告知申请人已公开信息的获取方式一般计入“予以公开”（未核对官方填报说明）。',
        'From 2019, telling the applicant how to obtain published information is normally counted in 予以公开 (official definition unverified).',
      ),
      y2021: sameCellIn2021,
    },
  },
  {
    id: 'third_party_refusals',
    name: { zh: '不予公开：第三方权益（含商业秘密、个人隐私）', en: 'Refusals for third-party interests' },
    shortName: { zh: '第三方权益', en: 'Third-party interests' },
    kind: 'composite',
    theme: 'request_outcomes',
    unit: units.requests.id,
    unitName: units.requests.name,
    type: 'integer',
    byApplicant: true,
    definition: {
      zh: '2018 年以前为涉及商业秘密与涉及个人隐私之和；2019 年起为“保护第三方合法权益”。',
      en: 'To 2018 trade secret plus personal privacy; from 2019 保护第三方合法权益.',
    },
    definitionBasis: 'standing_knowledge',
    from: {
      pre2019_table: sum(reported('refused_trade_secret'), reported('refused_personal_privacy')),
      y2019: reported('refused_third_party_rights'),
      y2021: reported('refused_third_party_rights'),
    },
    cell: {},
    into: {
      y2019: caveat('2018 年以前的两项理由合为一项。', 'Two grounds before 2019 became one.'),
      y2021: sameCellIn2021,
    },
  },
  {
    id: 'not_held_or_nonexistent',
    name: { zh: '不属本机关、不存在或不掌握', en: 'Not this agency, nonexistent or not held' },
    kind: 'composite',
    theme: 'request_outcomes',
    unit: units.requests.id,
    unitName: units.requests.name,
    type: 'integer',
    byApplicant: true,
    definition: {
      zh: '2018 年以前为“不属于本行政机关公开”与“申请信息不存在”之和；2019 年起为“本机关不掌握相关政府信息”。',
      en: 'To 2018 the replies that another body is responsible plus those that nothing exists; from 2019 本机关不掌握相关政府信息.',
    },
    definitionBasis: 'standing_knowledge',
    from: {
      pre2019_table: sum(reported('outcome_not_this_agency'), reported('outcome_nonexistent')),
      y2019: reported('unable_not_held'),
      y2021: reported('unable_not_held'),
    },
    cell: {},
    into: {
      y2019: caveat(
        '2019 年起，两种情形一般都计入“本机关不掌握相关政府信息”（未核对官方填报说明）。',
        'From 2019 both normally fall under 本机关不掌握相关政府信息 (official definition unverified).',
      ),
      y2021: sameCellIn2021,
    },
  },
  {
    id: 'normative_docs_disclosed',
    name: { zh: '公开的规范性文件', en: 'Normative documents disclosed (trend)' },
    kind: 'composite',
    theme: 'proactive_disclosure',
    unit: units.documents.id,
    unitName: units.documents.name,
    type: 'integer',
    byApplicant: false,
    definition: {
      zh: '2018 年以前为主动公开的规范性文件（条）；2019 表式为本年新公开的规范性文件（件）。',
      en: 'To 2018 normative documents among the items disclosed (条); on the 2019 form documents newly disclosed (件).',
    },
    definitionBasis: 'standing_knowledge',
    from: {
      pre2019_table: reported('disclosed_normative_docs'),
      y2019: reported('normative_docs_newly_disclosed'),
    },
    cell: {},
    into: {
      y2019: caveat(
        '单位由“条”改为“件”，2019 表式统计的是新公开的文件。止于 2019 表式。',
        'The unit changes from 条 to 件, and 2019 counts documents newly disclosed. Ends with the 2019 form.',
      ),
      y2021: onlyIn2019,
    },
  },
]
