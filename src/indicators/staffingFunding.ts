import { defineTheme, units } from './defineIndicator.ts'
import type { Indicator } from './indicator.ts'
import { absent, breaks, noRowFrom2019, sectionEnds } from './steps.ts'

const proseOnly = absent(
  '另一种费用：只对超出免费数量的申请收取，只见于正文。',
  'Another fee: only for requests above the free quota. Prose only.',
)

/** Parts seven and eight of the 2014 form. From 2019 no form asks; the processing fee of 2021 stands in prose. */
export const staffingFunding: readonly Indicator[] = defineTheme('staffing_funding', [
  {
    id: 'request_fees_collected',
    name: { zh: '依申请公开信息收取的费用', en: 'Fees collected for requests' },
    shortName: { zh: '依申请收费', en: 'Request fees' },
    unit: units.tenThousandYuan,
    type: 'decimal',
    definition: {
      zh: '向申请人收取的检索、复制、邮寄费用；2019 年起原则上取消。',
      en: 'Fees for search, copying and posting; abolished as a rule in 2019.',
    },
    basis: 'standing_knowledge',
    cell: { pre2019_table: '7' },
    into: {
      y2019: breaks(
        '2019 年起不再设此行。不同于行政事业性收费，也不同于信息处理费。',
        'Row dropped in 2019. Not the administrative charges, not the information processing fee.',
      ),
      y2021: noRowFrom2019,
    },
    related: ['processing_fee_collected'],
  },
  {
    id: 'processing_fee_collected',
    name: { zh: '信息处理费', en: 'Information processing fee' },
    shortName: { zh: '信息处理费', en: 'Processing fee' },
    unit: units.yuan,
    type: 'decimal',
    definition: {
      zh: '收取的信息处理费；2021 年收费办法施行后写在第六部分的文字里（文号未经核实）。',
      en: 'Information processing fee collected, stated in the words of chapter six since the fee rules took effect in 2021 (document number unverified).',
    },
    basis: 'standing_knowledge',
    prose: { y2021: '六、其他需要报告的事项' },
    into: { y2019: proseOnly, y2021: proseOnly },
    related: ['request_fees_collected'],
  },
  {
    id: 'ogi_offices',
    name: { zh: '政府信息公开工作专门机构数', en: 'Dedicated disclosure offices' },
    shortName: { zh: '专门机构', en: 'Offices' },
    unit: units.offices,
    definition: { zh: '从事政府信息公开工作的专门机构数。', en: 'Dedicated offices for information disclosure.' },
    cell: { pre2019_table: '8.1' },
    into: { y2019: sectionEnds, y2021: noRowFrom2019 },
    role: { staffing: 'means' },
  },
  {
    id: 'reading_points',
    name: { zh: '设置政府信息公开查阅点数', en: 'Public reading points' },
    shortName: { zh: '查阅点', en: 'Reading points' },
    unit: units.places,
    definition: { zh: '供公众查阅政府信息的场所数。', en: 'Places where the public can consult disclosed information.' },
    cell: { pre2019_table: '8.2' },
    into: { y2019: sectionEnds, y2021: noRowFrom2019 },
    role: { staffing: 'means' },
  },
  {
    id: 'staff_total',
    name: { zh: '从事政府信息公开工作人员数', en: 'Disclosure staff' },
    shortName: { zh: '公开工作人员', en: 'Disclosure staff' },
    unit: units.people,
    definition: { zh: '从事政府信息公开工作的人员数。', en: 'Staff working on information disclosure.' },
    cell: { pre2019_table: '8.3' },
    into: { y2019: sectionEnds, y2021: noRowFrom2019 },
    role: { overview: 16, headline: 3, base: 'staff', staffing: 'total' },
  },
  {
    id: 'staff_full_time',
    name: { zh: '专职人员数', en: 'Full-time disclosure staff' },
    shortName: { zh: '其中：专职', en: 'of which full-time' },
    unit: units.people,
    definition: { zh: '专职人员数；不包括政府公报及政府网站工作人员。', en: 'Full-time staff; gazette and website staff are left out.' },
    basis: 'printed_note',
    cell: { pre2019_table: '8.3.1' },
    into: { y2019: sectionEnds, y2021: noRowFrom2019 },
    role: { partOf: 'staff_total', staffing: 'part' },
  },
  {
    id: 'staff_part_time',
    name: { zh: '兼职人员数', en: 'Part-time disclosure staff' },
    shortName: { zh: '其中：兼职', en: 'of which part-time' },
    unit: units.people,
    definition: { zh: '兼职人员数。', en: 'Part-time staff.' },
    cell: { pre2019_table: '8.3.2' },
    into: { y2019: sectionEnds, y2021: noRowFrom2019 },
    role: { partOf: 'staff_total', overview: 17, staffing: 'part' },
  },
  {
    id: 'ogi_budget',
    name: { zh: '政府信息公开专项经费', en: 'Dedicated disclosure budget' },
    shortName: { zh: '专项经费', en: 'Budget' },
    unit: units.tenThousandYuan,
    type: 'decimal',
    definition: {
      zh: '政府信息公开专项经费；不包括用于政府公报编辑管理及政府网站建设维护等方面的经费。是实际支出还是预算，未经核实。',
      en: 'Dedicated funds; gazette editing and website upkeep are left out. Whether spent or budgeted is unverified.',
    },
    basis: 'printed_note',
    cell: { pre2019_table: '8.4' },
    into: { y2019: sectionEnds, y2021: noRowFrom2019 },
    role: { overview: 18, staffing: 'means' },
  },
])
