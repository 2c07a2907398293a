import type { Form } from './form.ts'

/** A report without a readable statistics table: every row that its year asks for is `not_reported`, figures come from the prose. */
export const narrative: Form = {
  id: 'narrative',
  aliases: ['pre2019_narrative'],
  name: { zh: '无统计表（仅文字）', en: 'Narrative only' },
  shortName: { zh: '仅文字', en: 'Narrative' },
  years: [2008, null],
  supported: true,
  authority: 'none: the table is left out, attached separately, or only an image',
  note: {
    zh: '当年表式的各行一律为“未附表”，数字只来自正文。',
    en: 'Every row of the form of that year counts as “table not given”; figures come from the prose only.',
  },
  markers: [],
  chapters: [],
  rows: [],
}

/** Local tables of 2008 to 2013 under 国务院令第492号: they carry cumulative columns, so they are recognised and refused. */
export const pre2014: Form = {
  id: 'pre2014',
  name: { zh: '2014年以前的各地统计表', en: 'Local tables before 2014' },
  shortName: { zh: '2014 年前', en: 'Before 2014' },
  years: [2008, 2013],
  supported: false,
  authority: 'local rules under 政府信息公开条例 (国务院令第492号, in force 2008-05-01)',
  note: {
    zh: '2014 年以前的统计表，各地口径不同且含累计数，暂不支持。',
    en: 'Not supported: local tables count differently and carry cumulative columns.',
  },
  markers: ['本年累计', '历年累计', '本期实际', '免予公开范围', '非《规定》所指'],
  chapters: [],
  rows: [],
}
