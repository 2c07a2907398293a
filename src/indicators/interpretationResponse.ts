import { defineTheme, units } from './defineIndicator.ts'
import type { Indicator } from './indicator.ts'
import { noRowFrom2019, sectionEnds } from './steps.ts'

/** Part two of the 2014 form. From 2019 no form asks. */
export const interpretationResponse: readonly Indicator[] = defineTheme('interpretation_response', [
  {
    id: 'hot_issue_responses',
    name: { zh: '回应公众关注热点或重大舆情数', en: 'Responses to hot issues or major public opinion' },
    shortName: { zh: '回应热点舆情', en: 'Hot issues answered' },
    unit: units.responses,
    definition: {
      zh: '回应公众关注热点或重大舆情的次数；不同方式回应同一热点或舆情计1次。',
      en: 'Issues answered; the same issue answered in several ways counts once.',
    },
    basis: 'printed_note',
    cell: { pre2019_table: '2.1' },
    into: { y2019: sectionEnds, y2021: noRowFrom2019 },
  },
  {
    id: 'press_conferences',
    name: { zh: '参加或举办新闻发布会总次数', en: 'Press conferences held or attended' },
    shortName: { zh: '新闻发布会', en: 'Press conferences' },
    unit: units.conferences,
    definition: { zh: '当年参加或举办的新闻发布会总次数。', en: 'Press conferences held or attended in the year.' },
    cell: { pre2019_table: '2.2.1' },
    into: { y2019: sectionEnds, y2021: noRowFrom2019 },
  },
  {
    id: 'press_conferences_by_head',
    name: { zh: '主要负责同志参加新闻发布会次数', en: 'Press conferences attended by the principal head' },
    shortName: { zh: '其中：负责人参加发布会', en: 'of which with the head' },
    unit: units.conferences,
    definition: {
      zh: '新闻发布会中，主要负责同志参加的次数。',
      en: 'Of the press conferences, those the principal head (主要负责同志) took part in.',
    },
    cell: { pre2019_table: '2.2.1a' },
    into: { y2019: sectionEnds, y2021: noRowFrom2019 },
    role: { partOf: 'press_conferences' },
  },
  {
    id: 'web_interviews',
    name: { zh: '政府网站在线访谈次数', en: 'Online interviews on the government website' },
    shortName: { zh: '在线访谈', en: 'Online interviews' },
    unit: units.interviews,
    definition: { zh: '当年政府网站在线访谈次数。', en: 'Online interviews on the government website in the year.' },
    cell: { pre2019_table: '2.2.2' },
    into: { y2019: sectionEnds, y2021: noRowFrom2019 },
  },
  {
    id: 'web_interviews_by_head',
    name: { zh: '主要负责同志参加政府网站在线访谈次数', en: 'Online interviews attended by the principal head' },
    shortName: { zh: '其中：负责人参加访谈', en: 'of which with the head' },
    unit: units.interviews,
    definition: {
      zh: '政府网站在线访谈中，主要负责同志参加的次数。',
      en: 'Of the online interviews, those the principal head took part in.',
    },
    cell: { pre2019_table: '2.2.2a' },
    into: { y2019: sectionEnds, y2021: noRowFrom2019 },
    role: { partOf: 'web_interviews' },
  },
  {
    id: 'interpretation_articles',
    name: { zh: '政策解读稿件发布数', en: 'Policy interpretation pieces published' },
    shortName: { zh: '解读稿件', en: 'Interpretation pieces' },
    unit: units.articles,
    definition: {
      zh: '发布的政策解读稿件篇数。转载其他机关的是否计入，未经核实。',
      en: "Policy interpretation pieces published. Whether reposts of other bodies' pieces count is unverified.",
    },
    cell: { pre2019_table: '2.2.3' },
    into: { y2019: sectionEnds, y2021: noRowFrom2019 },
  },
  {
    id: 'social_media_responses',
    name: { zh: '微博微信回应事件数', en: 'Events answered on microblog or WeChat' },
    shortName: { zh: '微博微信回应', en: 'Answers on social media' },
    unit: units.responses,
    definition: { zh: '通过微博、微信回应的事件数。', en: 'Events answered on microblog or WeChat.' },
    cell: { pre2019_table: '2.2.4' },
    into: { y2019: sectionEnds, y2021: noRowFrom2019 },
  },
  {
    id: 'other_channel_responses',
    name: { zh: '其他方式回应事件数', en: 'Events answered in other ways' },
    shortName: { zh: '其他方式回应', en: 'Answers in other ways' },
    unit: units.responses,
    definition: { zh: '通过其他方式回应的事件数。', en: 'Events answered in any other way.' },
    cell: { pre2019_table: '2.2.5' },
    into: { y2019: sectionEnds, y2021: noRowFrom2019 },
  },
])
