import { defineTheme, units } from './defineIndicator.ts'
import type { Indicator } from './indicator.ts'
import { noRowFrom2019, rowsEnd } from './steps.ts'

/** Part one (二) of the 2014 form. From 2019 no form asks. */
export const channels: readonly Indicator[] = defineTheme('channels', [
  {
    id: 'channel_gazette_items',
    name: { zh: '政府公报公开政府信息数', en: 'Items disclosed through: government gazette' },
    shortName: { zh: '政府公报', en: 'Gazette' },
    unit: units.items,
    definition: {
      zh: '通过这一渠道公开的政府信息条数；同一条信息可以计入几个渠道。',
      en: 'Items published through this channel; one item may count in several channels.',
    },
    cell: { pre2019_table: '1.2.1' },
    into: { y2019: rowsEnd, y2021: noRowFrom2019 },
    role: { channel: 'gazette', countedOnceIn: 'disclosed_items_total', overview: 5 },
  },
  {
    id: 'channel_website_items',
    name: { zh: '政府网站公开政府信息数', en: 'Items disclosed through: government website' },
    shortName: { zh: '政府网站', en: 'Website' },
    unit: units.items,
    definition: {
      zh: '通过这一渠道公开的政府信息条数；同一条信息可以计入几个渠道。',
      en: 'Items published through this channel; one item may count in several channels.',
    },
    cell: { pre2019_table: '1.2.2' },
    into: { y2019: rowsEnd, y2021: noRowFrom2019 },
    role: { channel: 'website', countedOnceIn: 'disclosed_items_total', overview: 6 },
  },
  {
    id: 'channel_weibo_items',
    name: { zh: '政务微博公开政府信息数', en: 'Items disclosed through: government microblog' },
    shortName: { zh: '政务微博', en: 'Microblog' },
    unit: units.items,
    definition: {
      zh: '通过这一渠道公开的政府信息条数；同一条信息可以计入几个渠道。',
      en: 'Items published through this channel; one item may count in several channels.',
    },
    cell: { pre2019_table: '1.2.3' },
    into: { y2019: rowsEnd, y2021: noRowFrom2019 },
    role: { channel: 'weibo', countedOnceIn: 'disclosed_items_total', overview: 7 },
  },
  {
    id: 'channel_wechat_items',
    name: { zh: '政务微信公开政府信息数', en: 'Items disclosed through: government WeChat' },
    shortName: { zh: '政务微信', en: 'WeChat' },
    unit: units.items,
    definition: {
      zh: '通过这一渠道公开的政府信息条数；同一条信息可以计入几个渠道。',
      en: 'Items published through this channel; one item may count in several channels.',
    },
    cell: { pre2019_table: '1.2.4' },
    into: { y2019: rowsEnd, y2021: noRowFrom2019 },
    role: { channel: 'wechat', countedOnceIn: 'disclosed_items_total', overview: 8 },
  },
  {
    id: 'channel_other_items',
    name: { zh: '其他方式公开政府信息数', en: 'Items disclosed through: other channels' },
    shortName: { zh: '其他方式', en: 'Other channels' },
    unit: units.items,
    definition: {
      zh: '通过这一渠道公开的政府信息条数；同一条信息可以计入几个渠道。',
      en: 'Items published through this channel; one item may count in several channels.',
    },
    cell: { pre2019_table: '1.2.5' },
    into: { y2019: rowsEnd, y2021: noRowFrom2019 },
    role: { channel: 'other', countedOnceIn: 'disclosed_items_total', overview: 9 },
  },
])
