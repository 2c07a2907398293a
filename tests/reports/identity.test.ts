import { describe, expect, it } from 'vitest'
import type { Agency } from '../../src/agencies.ts'
import { readIdentity, type KnownIdentity } from '../../src/reports/readIdentity.ts'
import { indexAgencies, lookUpName } from '../../src/reports/matchAgency.ts'
import { paragraphs } from './claimSentences.ts'

const agency = (id: string, name: string, shortName: string, ...aliases: readonly string[]): Agency => ({
  id, name, shortName, aliases, initials: [], regionCode: null, regionName: null, level: 'county', system: '', supervisorId: null, validFrom: null, validTo: null, successorId: null, deadline: null,
})

const agencies = [
  agency('jia-kjj', '甲安市科学技术局', '甲安市科技局'),
  agency('ding-jyj', '甲安市鼓楼区教育局', '鼓楼区教育局'),
  agency('wu-jyj', '乙宁市鼓楼区教育局', '鼓楼区教育局'),
  agency('jia-gov', '甲安市人民政府', '甲安市政府'),
  agency('he-gov', '甲安市河东区人民政府', '河东区政府', '河东区人民政府'),
  agency('he-kjj', '甲安市河东区科学技术局', '河东区科技局'),
]

const identify = (known: Partial<KnownIdentity>, ...texts: readonly string[]): ReturnType<typeof readIdentity> => readIdentity({ blocks: paragraphs(...texts) }, { agencies, ...known })
const codes = ({ problems }: ReturnType<typeof readIdentity>): string[] => problems.map(({ code }) => code)

describe('the heading of a table without a report', () => {
  it.each([
    [['政府信息公开情况统计表', '（2017年度）', '填报单位：甲安市科学技术局'], 2017],
    [['2017年度政府信息公开情况统计表', '填报单位：甲安市科学技术局'], 2017],
    [['政府信息公开情况统计表（2017年）', '填报单位：甲安市科学技术局'], 2017],
    [['政府信息公开情况统计表', '统计年度：2017年', '填报单位：甲安市科学技术局'], 2017],
    [['甲安市科学技术局2017年政府信息公开工作情况统计表'], 2017],
    [['政府信息公开情况统计表（2017年度）', '填报单位：甲安市科学技术局  填报日期：2018年1月9日'], 2017],
    [['政府信息公开情况统计表（2017年度）', '填报单位（盖章）：甲安市科技局　审核人：某某　填报人：某某'], 2017],
    [['政府信息公开情况统计表（2017年度）', '填报单位：甲安市科技局（公章）  单位负责人：某某  联系电话：00000000'], 2017],
    [['政府資訊公開情況統計表（2017年度）', '填報單位：甲安市科學技術局'], 2017],
  ])('%j says the year, and is no title', (texts, year) => {
    const { identity } = identify({}, ...texts)
    expect(identity).toMatchObject({ agency_id: 'jia-kjj', year, title: null })
  })
})

describe('a name with characters outside the usual range', () => {
  it.each(['甲䶮县水务局', '甲㛃区科技局', '甲𬇙县水务局'])('%s', (name) => {
    const { identity } = identify({}, `${name}2022年政府信息公开工作年度报告`, '正文。', name, '2023年1月20日')
    expect(identity).toMatchObject({ agency: name, year: 2022, published_on: '2023-01-20' })
  })
})

describe('the title', () => {
  it('in traditional characters is kept as printed', () => {
    const { identity } = identify({}, '甲安市科學技術局2018年政府資訊公開工作年度報告')
    expect(identity).toMatchObject({ agency_id: 'jia-kjj', year: 2018, title: '甲安市科學技術局2018年政府資訊公開工作年度報告' })
  })

  it.each([
    [['甲安市科学技术局2018年政府信息公开工作年度报告'], '甲安市科学技术局2018年政府信息公开工作年度报告', 'jia-kjj', 2018],
    [['甲安市科学技术局', '2018 年政府信息公开工作年度报告'], '甲安市科学技术局2018年政府信息公开工作年度报告', 'jia-kjj', 2018],
    [['甲安市科技局 2018年政府信息', '公开工作年度报告'], '甲安市科技局2018年政府信息公开工作年度报告', 'jia-kjj', 2018],
    [['首页 > 年报', '甲安市科技局2018年度政府信息公开年报'], '甲安市科技局2018年度政府信息公开年报', 'jia-kjj', 2018],
    [['甲安市科技局政府信息公开2018年度工作报告'], '甲安市科技局政府信息公开2018年度工作报告', 'jia-kjj', 2018],
    [['甲安市科技局二〇一八年政府信息公开工作年度报告'], '甲安市科技局二〇一八年政府信息公开工作年度报告', 'jia-kjj', 2018],
    [['2018年甲安市科技局政府信息公开工作年度报告'], '2018年甲安市科技局政府信息公开工作年度报告', 'jia-kjj', 2018],
    [['甲安市科技局关于2018年政府信息公开工作的年度报告'], '甲安市科技局关于2018年政府信息公开工作的年度报告', 'jia-kjj', 2018],
    [['甲安市科技局政府信息公开工作年度报告', '（2018年度）'], '甲安市科技局政府信息公开工作年度报告', 'jia-kjj', 2018],
    [['2018年政府信息公开工作年度报告（甲安市科技局）'], '2018年政府信息公开工作年度报告（甲安市科技局）', 'jia-kjj', 2018],
    [['甲安市科技局2018年政府信息公开工作年度报告_甲安市人民政府'], '甲安市科技局2018年政府信息公开工作年度报告_甲安市人民政府', 'jia-kjj', 2018],
    [['甲安市2018年政府信息公开工作年度报告', '全市收到政府信息公开申请3件。'], '甲安市2018年政府信息公开工作年度报告', 'jia-gov', 2018],
    [['甲安市人民政府信息公开工作2018年度报告', '全市收到政府信息公开申请3件。'], '甲安市人民政府信息公开工作2018年度报告', 'jia-gov', 2018],
    [['甲安市政府2018年政府信息公开工作年度报告', '全市收到政府信息公开申请3件。'], '甲安市政府2018年政府信息公开工作年度报告', 'jia-gov', 2018],
    [['河东区科技局（知识产权局）2020年政府信息公开工作年度报告'], '河东区科技局（知识产权局）2020年政府信息公开工作年度报告', 'he-kjj', 2020],
  ])('%j', (texts, title, id, year) => {
    const { identity, problems } = identify({}, ...texts)
    expect(identity).toMatchObject({ title, agency_id: id, year })
    expect(problems).toEqual([])
  })

  it('is not a sentence about a report', () => {
    expect(identify({}, '按要求编制甲安市科学技术局2018年政府信息公开工作年度报告。').identity.title).toBeNull()
  })
})

it('reads the year of a title whose agency is a placeholder, and asks for the agency', () => {
  const found = identify({ fileName: 'table2021.txt' }, '××县水利局2022年政府信息公开工作年度报告')
  expect(found.identity).toMatchObject({ agency: null, year: 2022, title: '××县水利局2022年政府信息公开工作年度报告' })
  expect(codes(found)).toContain('agency.missing')
})

describe('the agency', () => {
  const title = (name: string): string => `${name}2018年政府信息公开工作年度报告`

  it('has its official name and id where it is listed', () => {
    expect(identify({}, title('河东区科技局')).identity).toMatchObject({ agency: '甲安市河东区科学技术局', agency_id: 'he-kjj' })
  })

  it('keeps the name read where it is not listed, in the fullest form that the text has', () => {
    const read = identify({}, title('丙县水务局'), '本报告由甲安市丙县水务局编制。')
    expect(read.identity).toMatchObject({ agency: '甲安市丙县水务局', agency_id: null })
    expect(identify({}, title('丙县人民政府'), '本报告由甲安市丙县人民政府办公室编制。').identity.agency).toBe('甲安市丙县人民政府')
    expect(codes(read)).toEqual(['agency.unknown'])
    expect(read.problems[0]?.message).toMatchObject({ zh: expect.stringContaining('丙县水务局') as string, en: expect.stringContaining('丙县水务局') as string })
  })

  it('is nobody where only 市科技局 is said', () => {
    const read = identify({}, title('市科技局'))
    expect(read.identity).toMatchObject({ agency: null, agency_id: null })
    expect(codes(read)).toEqual(['agency.place_missing'])
  })

  it('finds the place of 市科技局 where the text names one city', () => {
    expect(identify({}, title('市科技局'), '在甲安市人民政府领导下开展工作。').identity.agency_id).toBe('jia-kjj')
  })

  it('takes the signature where the title names nobody', () => {
    expect(identify({}, '2018年政府信息公开工作年度报告', '正文。', '甲安市科学技术局', '2019年3月12日').identity.agency_id).toBe('jia-kjj')
  })

  it('does not choose between two of one name, unless the text names the city', () => {
    const open = identify({}, title('鼓楼区教育局'))
    expect(open.identity.agency_id).toBeNull()
    expect(codes(open)).toEqual(['agency.ambiguous'])
    expect(identify({}, title('鼓楼区教育局'), '乙宁市有关要求已落实。').identity.agency_id).toBe('wu-jyj')
  })

  it('is not the government where the title names its office', () => {
    const read = identify({}, title('甲安市人民政府办公室'), '本报告由甲安市人民政府办公室编制。')
    expect(read.identity).toMatchObject({ agency: '甲安市人民政府办公室', agency_id: null, scope: 'office' })
    expect(codes(read)).toEqual(['agency.unknown'])
  })

  it('is the government where the office drew its report up', () => {
    const read = identify({}, title('甲安市人民政府'), '本报告由甲安市人民政府办公室编制。', '全市共受理申请3件。')
    expect(read.identity).toMatchObject({ agency_id: 'jia-gov', scope: 'aggregate' })
  })

  it('is the bureau where its own office drew the report up', () => {
    expect(identify({}, '2018年政府信息公开工作年度报告', '本报告由甲安市科技局办公室根据有关规定编制。').identity.agency_id).toBe('jia-kjj')
  })

  it('is the one given, and says so where the file names another', () => {
    const read = identify({ agency: '甲安市科技局' }, title('河东区科技局'))
    expect(read.identity).toMatchObject({ agency: '甲安市科学技术局', agency_id: 'jia-kjj' })
    expect(codes(read)).toEqual(['agency.conflict'])
  })

  it('given but not listed, stands as given', () => {
    const read = identify({ agency: '丁县财政局' }, title('丁县财政局'))
    expect(read.identity).toMatchObject({ agency: '丁县财政局', agency_id: null })
    expect(codes(read)).toEqual(['agency.unknown'])
  })

  it('may come from the file name, last of all', () => {
    expect(identify({ fileName: '甲安市科技局2018年报.txt' }, '正文。').identity).toMatchObject({ agency: '甲安市科技局', year: 2018 })
  })
})

describe('names of bodies', () => {
  const means = (name: string, listed: string): boolean => lookUpName(name, indexAgencies([agency('one', listed, listed)])).hits.length > 0

  it.each([
    ['甲安市河东区科学技术局', '河东区科技局', true], ['丙省甲安市科技局', '甲安市科学技术局', true], ['甲安市河东区科技局', '甲安市科技局', false],
    ['甲安市科技局', '乙宁市科技局', false], ['甲安市市场监管局', '甲安市市场监督管理局', true], ['甲安市发改委', '甲安市发展和改革委员会', true],
    ['甲安市科学技术局（外国专家局）', '甲安市科学技术局', true], ['甲安市 人社局', '甲安市人力资源和社会保障局', true], ['甲安市发改局', '甲安市发展和改革委员会', false],
  ])('%s may be %s: %s', (one, other, same) => expect(means(one, other)).toBe(same))
})

describe('whose figures', () => {
  const report = (name: string, ...texts: readonly string[]) => identify({}, `${name}2022年政府信息公开工作年度报告`, ...texts)

  it('a department counts its own', () => expect(report('甲安市科技局', '全市收到申请30件。').identity.scope).toBe('own'))
  it('a government counts everybody where it says so', () => expect(report('河东区人民政府', '2022年全区受理政府信息公开申请21件。').identity.scope).toBe('aggregate'))
  it('a government’s office counts its own', () => expect(report('甲安市人民政府办公室', '2022年收到政府信息公开申请21件。').identity.scope).toBe('office'))
  it('a town is a body like a department', () => expect(report('丙县丁镇人民政府', '收到申请0件。').identity.scope).toBe('own'))

  it('is not decided where the words are not clear', () => {
    for (const read of [report('河东区人民政府', '收到申请21件。'), report('甲安市人民政府办公室', '全市受理申请21件。')]) {
      expect(read.identity.scope).toBeNull()
      expect(codes(read)).toContain('scope.unclear')
    }
  })
})

describe('year and period', () => {
  const title = '甲安市科技局2018年政府信息公开工作年度报告'

  it.each([
    ['统计期限自 2018 年 1 月 1 日起，至 2018 年 12 月 31 日止', '2018-01-01', '2018-12-31'],
    ['所列数据期限从2018年1月1日至12月31日', '2018-01-01', '2018-12-31'],
    ['统计期限为2018年1月1日—2018年12月31日', '2018-01-01', '2018-12-31'],
    ['培训时间为2018年3月1日至2018年3月5日', null, null],
    ['统计期限自2018年2月30日至2018年12月31日', null, null],
  ])('%s', (text, start, end) => expect(identify({}, title, `${text}。`).identity).toMatchObject({ year: 2018, period_start: start, period_end: end }))

  it('takes the year of the period where the title has none', () => {
    expect(identify({}, '甲安市科技局政府信息公开工作年度报告', '统计期限自2018年1月1日至2018年12月31日。').identity.year).toBe(2018)
  })

  it('says that title and period differ', () => {
    const read = identify({}, title, '统计期限自2017年1月1日至2017年12月31日。')
    expect(read.identity).toMatchObject({ year: 2018, period_start: '2017-01-01' })
    expect(codes(read)).toEqual(['year.conflict'])
  })

  it.each([
    // A title with the year of publication: period and signature speak for the year before.
    ['甲安市科技局2019年政府信息公开工作年度报告', ['统计期限自2018年1月1日至2018年12月31日。', '甲安市科学技术局', '2019年1月12日'], undefined, 2018, 'likely', ['year.conflict']],
    // A period that was not changed since last year.
    ['甲安市科技局2019年政府信息公开工作年度报告', ['统计期限自2018年1月1日至2018年12月31日。', '2019年，我局依法公开。', '甲安市科学技术局', '2020年1月12日'], undefined, 2019, 'likely', ['year.conflict']],
    ['甲安市科技局2018年政府信息公开工作年度报告', ['统计期限自2018年1月1日至2018年12月31日。', '甲安市科学技术局', '2019年1月12日'], undefined, 2018, 'certain', []],
    ['甲安市科技局2018年政府信息公开工作年度报告', ['甲安市科学技术局', '2018年1月12日'], undefined, 2018, 'unsure', ['year.conflict']],
    ['甲安市科技局2018年政府信息公开工作年度报告', [], '2019-01-12甲安市科技局.pdf', 2018, 'likely', []],
    ['甲安市科技局2018年政府信息公开工作年度报告', [], '2016/甲安市科技局2016.pdf', 2018, 'likely', ['year.fileNameDiffers']],
    ['甲安市科技局政府信息公开工作年度报告', ['2018年，我局依法公开。', '甲安市科学技术局', '2019年1月12日'], undefined, 2018, 'likely', ['year.fromSignature']],
    ['甲安市科技局政府信息公开工作年度报告', ['甲安市科学技术局', '2019年1月12日'], undefined, 2018, 'unsure', ['year.fromSignature']],
  ])('%s, %j, %s: %s, %s', (named, texts, fileName, year, confidence, problems) => {
    const read = identify(fileName === undefined ? {} : { fileName }, named, '正文一。', ...texts)
    expect([read.identity.year, read.recognised.year.confidence, codes(read)]).toEqual([year, confidence, problems])
  })

  it.each([
    '统计期限自２０１８年１月１日起至２０１８年１２月３１日止', '统计期限为2018.1.1-2018.12.31', '数据统计期限：2018-01-01至2018-12-31', '统计期限自二〇一八年一月一日起至十二月三十一日止', '统计期限自2 0 1 8年1月1日至2 0 1 8年1 2月3 1日',
  ])('reads the period however it is written: %s', (text) => {
    expect(identify({}, title, `${text}。`).identity).toMatchObject({ period_start: '2018-01-01', period_end: '2018-12-31' })
  })

  it('keeps the year given, and says that the file has another', () => {
    const read = identify({ year: 2019 }, title)
    expect(read.identity.year).toBe(2019)
    expect(codes(read)).toEqual(['year.conflict'])
  })

  it('guesses none', () => {
    const read = identify({}, '甲安市科技局政府信息公开工作年度报告')
    expect(read.identity.year).toBeNull()
    expect(codes(read)).toEqual(['year.unknown'])
  })

  it('says when only the file name has it', () => expect(codes(identify({ fileName: 'nianbao-2018.pdf' }, '甲安市科技局政府信息公开工作年度报告'))).toEqual(['year.fromFileName']))
})

describe('the date of the signature', () => {
  const signed = (...texts: readonly string[]) => identify({}, '甲安市科技局2018年政府信息公开工作年度报告', '正文一。', '正文二。', '正文三。', ...texts).identity.published_on

  it.each([
    [['甲安市科学技术局', '2019 年 2 月26日'], '2019-02-26'],
    [['甲安市科学技术局2019年2月26日'], '2019-02-26'],
    [['二〇一九年二月二十六日'], '2019-02-26'],
    [['甲安市科学技术局', '2019年2月26日', '附件：统计表', '填表：某人'], '2019-02-26'],
    [['2019年2月26日召开会议。'], null],
    [['甲安市科学技术局', '2017年2月26日'], null],
    [['甲安市科学技术局', '2019年2月30日'], null],
    [['甲安市科学技术局', '2019.2.26'], '2019-02-26'],
    [['甲安市科学技术局', '2019-02-26'], '2019-02-26'],
    [['甲安市科学技术局', '二○一九年二月二十六日'], '2019-02-26'],
    [['二〇一九年二月二十六日', '甲安市科学技术局'], '2019-02-26'],
    [['甲 安 市 科 学 技 术 局', '2 0 1 9 年 2 月 2 6 日'], '2019-02-26'],
    [['甲安市科学技术局', '2019年2月'], null],
    [['发布日期：2019-02-26 来源：甲安市科技局'], '2019-02-26'],
    [['填表人：某人 填表时间：2018.12.7'], null],
    [['没有日期。'], null],
  ])('%j', (texts, date) => expect(signed(...texts)).toBe(date))
})

it('an empty document has no identity, and says what is missing', () => {
  const read = identify({})
  expect(read.identity).toEqual({ agency: null, agency_id: null, year: null, scope: null, period_start: null, period_end: null, published_on: null, title: null })
  expect(codes(read).sort()).toEqual(['agency.missing', 'year.unknown'])
})

// The limit is on what it computes; on a busy machine that may take long.
it('takes no longer over a file that is made to be slow', { timeout: 120_000 }, () => {
  const name = '甲安市河东区'.repeat(11)
  const hostile = [...Array.from({ length: 40 }, () => `${name}二〇一八年`), ...Array.from({ length: 30_000 }, (_, at) => `甲安市${'一二三四五六七八九十'[at % 10] ?? ''}${String(at).replace(/\d/g, (digit) => '零一二三四五六七八九'[Number(digit)] ?? '')}局`).flatMap((line) => [line, line, line, '2019年1月12日'])]
  const start = process.cpuUsage()
  identify({}, hostile.join('\n'))
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(5)
})
