import { defineTheme, units } from './defineIndicator.ts'
import type { Indicator } from './indicator.ts'
import { absent, caveat, newIn2019, noRowFrom2019, sameRowIn2021 } from './steps.ts'

const replacedByApplicants = absent(
  '2019 年起改按申请人类型统计；以后的数字只见于正文。',
  'Replaced in 2019 by applicant types; later values only in prose.',
)
const noTrend = absent('是文字，不进入趋势。', 'Text; not part of any trend.')

/** Part three (一) of the 2014 form; rows 一、二、四 of table three later. */
export const requestsReceived: readonly Indicator[] = defineTheme('requests_received', [
  {
    id: 'requests_new',
    name: { zh: '新收申请数', en: 'New requests received' },
    shortName: { zh: '新收申请', en: 'New requests' },
    unit: units.requests,
    byApplicant: true,
    definition: {
      zh: '当年收到的政府信息公开申请件数（2019 年起只计新收，上年结转另列）。',
      en: 'Requests received in the year (from 2019: newly received, carried-in requests apart).',
    },
    cell: { pre2019_table: '3.1', y2019: '3.1', y2021: '3.1' },
    into: {
      y2019: caveat(
        '2018 年以前没有申请人类型，没有结转行，登记规则也不同；只能比较总数。',
        'Before 2019: no applicant types, no carry-over row, other registration rules. Total level only.',
      ),
      y2021: sameRowIn2021,
    },
    role: { flow: 'in', overview: 10, headline: 2, base: 'requests' },
  },
  {
    id: 'requests_in_person',
    name: { zh: '当面申请数', en: 'Requests in person' },
    shortName: { zh: '当面申请', en: 'In person' },
    unit: units.requests,
    definition: { zh: '新收申请中，当面提出的件数。', en: 'New requests made in person.' },
    cell: { pre2019_table: '3.1.1' },
    into: { y2019: replacedByApplicants, y2021: noRowFrom2019 },
    role: { partOf: 'requests_new' },
  },
  {
    id: 'requests_fax',
    name: { zh: '传真申请数', en: 'Requests by fax' },
    shortName: { zh: '传真申请', en: 'By fax' },
    unit: units.requests,
    definition: { zh: '新收申请中，以传真提出的件数。', en: 'New requests made by fax.' },
    cell: { pre2019_table: '3.1.2' },
    into: { y2019: replacedByApplicants, y2021: noRowFrom2019 },
    role: { partOf: 'requests_new' },
  },
  {
    id: 'requests_online',
    name: { zh: '网络申请数', en: 'Requests online' },
    shortName: { zh: '网络申请', en: 'Online' },
    unit: units.requests,
    definition: { zh: '新收申请中，通过网络提出的件数。', en: 'New requests made online.' },
    cell: { pre2019_table: '3.1.3' },
    into: { y2019: replacedByApplicants, y2021: noRowFrom2019 },
    role: { partOf: 'requests_new' },
  },
  {
    id: 'requests_letter',
    name: { zh: '信函申请数', en: 'Requests by letter' },
    shortName: { zh: '信函申请', en: 'By letter' },
    unit: units.requests,
    definition: { zh: '新收申请中，以信函提出的件数。', en: 'New requests made by letter.' },
    cell: { pre2019_table: '3.1.4' },
    into: { y2019: replacedByApplicants, y2021: noRowFrom2019 },
    role: { partOf: 'requests_new' },
  },
  {
    id: 'request_topics_text',
    name: { zh: '申请公开的主要内容', en: 'Main topics requested (text)' },
    shortName: { zh: '申请主要内容', en: 'Main topics' },
    unit: units.text,
    type: 'text',
    definition: { zh: '部分地方统计表里的填空项；是文字，不是数字。', en: 'Fill-in sentence in some local tables; text, never a number.' },
    cell: { pre2019_table: '3.4' },
    into: { y2019: noTrend, y2021: noTrend },
  },
  {
    id: 'requests_carried_in',
    name: { zh: '上年结转申请数', en: 'Requests carried in from last year' },
    shortName: { zh: '上年结转', en: 'Carried in' },
    unit: units.requests,
    byApplicant: true,
    definition: { zh: '上一年年末尚未办结、结转到当年的申请件数。', en: 'Requests open at the end of the previous year.' },
    cell: { y2019: '3.2', y2021: '3.2' },
    into: { y2019: newIn2019, y2021: sameRowIn2021 },
    role: { flow: 'in' },
  },
  {
    id: 'requests_carried_out',
    name: { zh: '结转下年度继续办理', en: 'Requests carried over to next year' },
    shortName: { zh: '结转下年度', en: 'Carried over' },
    unit: units.requests,
    byApplicant: true,
    definition: { zh: '年末尚未办结、结转下年度继续办理的申请件数。', en: 'Requests still open at year end.' },
    cell: { y2019: '3.4', y2021: '3.4' },
    into: { y2019: newIn2019, y2021: sameRowIn2021 },
    role: { flow: 'out', overview: 13 },
  },
])
