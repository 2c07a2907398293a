import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readIdentity } from '../../src/reports/readIdentity.ts'
import { paragraphs } from './claimSentences.ts'
import { knownAgencies } from './knownAgencies.ts'

/** How a report names its author, and what else it says. */
interface Spelling {
  readonly name: string
  /** Lines under the title. */
  readonly text?: readonly string[]
  readonly file?: string
  readonly year?: number
}

/** The agency meant, and whether it must be recognised; `null` where nobody may be chosen. */
type Case = readonly [spelling: string | Spelling, meant: string | null]

function recognise(spelling: string | Spelling) {
  const { name, text = [], file, year = 2022 } = typeof spelling === 'string' ? { name: spelling } : spelling
  const title = `${name}${year}年政府信息公开工作年度报告`
  return readIdentity({ blocks: paragraphs(title, ...text) }, { agencies: knownAgencies, ...(file === undefined ? {} : { fileName: file }) })
}

const spellings: readonly Case[] = [
  // As listed, and with more or fewer places.
  ['银川市科学技术局', 'yc-kjj'],
  ['宁夏回族自治区银川市科学技术局', 'yc-kjj'],
  ['宁夏银川市科技局', 'yc-kjj'],
  ['银川市科技局', 'yc-kjj'],
  ['银川科技局', null],
  [{ name: '银川科技局', text: ['银川市有关要求已落实。'] }, 'yc-kjj'],
  ['银川市 科学 技术局', 'yc-kjj'],
  ['银川市科学技术局（知识产权局）', 'yc-kjj'],
  ['银川市科学技术局(外国专家局)', 'yc-kjj'],
  ['银川市本级科学技术局', 'yc-kjj'],
  ['银川市科技局办公室', 'yc-kjj'],
  ['宁夏回族自治区科学技术厅', 'nx-kjt'],
  ['宁夏科技厅', 'nx-kjt'],
  ['宁夏回族自治区科技厅', 'nx-kjt'],
  ['银川市发改委', 'yc-fgw'],
  ['银川市发展改革委', 'yc-fgw'],
  ['银川市发展和改革委', 'yc-fgw'],
  ['银川市发展改革委员会', 'yc-fgw'],
  ['银川市人社局', 'yc-rsj'],
  ['银川市人力资源社会保障局', 'yc-rsj'],
  ['银川市人力资源与社会保障局', 'yc-rsj'],
  ['银川市住建局', 'yc-zjj'],
  ['银川市住房城乡建设局', 'yc-zjj'],
  ['银川市卫健委', 'yc-wjw'],
  ['银川市卫生健康委', 'yc-wjw'],
  ['银川市市监局', 'yc-sjj'],
  ['银川市市场监管局', 'yc-sjj'],
  ['银川市自然资源局', 'yc-zzq'],
  ['银川市市政管理局', 'yc-szj'],
  ['银川市审批服务管理局', 'yc-slj'],
  ['银川市政府', 'yc-gov'],
  ['银川市人民政府', 'yc-gov'],
  ['宁夏回族自治区银川市人民政府', 'yc-gov'],
  ['银川市', 'yc-gov'],
  ['银川市人民政府办公室', 'yc-gov-office'],
  ['银川市政府办公室', 'yc-gov-office'],
  ['银川市政府办', 'yc-gov-office'],
  ['银川市人民政府办公厅', 'yc-gov-office'],
  ['江苏省人民政府办公厅', 'js-gov-office'],
  ['江苏省政府', 'js-gov'],
  ['灵武市科技局', 'lw-kjj'],
  ['银川市灵武市科学技术局', 'lw-kjj'],
  ['宁夏灵武市科技局', 'lw-kjj'],
  ['灵武市', 'lw-gov'],
  ['中卫市科技局', 'zw-kjj'],
  ['中卫市农业农村局', 'zw-nyj'],
  ['银川市兴庆区科技局', 'xq-kjj'],
  ['银川兴庆区科技局', 'xq-kjj'],
  ['兴庆区科技局', 'xq-kjj'],
  ['兴庆区科学技术局', 'xq-kjj'],
  ['兴庆区教育局', 'xq-jyj'],
  ['金凤区科学技术局', 'jf-kjj'],
  // Development zones.
  ['银川经济技术开发区管理委员会', 'yc-jkq'],
  ['银川经开区管委会', 'yc-jkq'],
  ['银川市经开区管委会', 'yc-jkq'],
  ['银川高新区管委会', 'yc-gxq'],
  ['银川高新技术开发区管委会', 'yc-gxq'],
  ['高新区管委会', null],
  [{ name: '高新区管委会', text: ['本报告可在银川市人民政府网站下载。'] }, 'yc-gxq'],
  ['石嘴山高新区管委会', null],
  ['银川高新区科技局', null],
  ['银川综合保税区管委会', null],
  // One district name in several cities.
  ['南京市鼓楼区教育局', 'nj-gl-jyj'],
  ['徐州市鼓楼区教育局', 'xz-gl-jyj'],
  ['江苏省徐州市鼓楼区教育局', 'xz-gl-jyj'],
  ['徐州鼓楼区教育局', 'xz-gl-jyj'],
  ['鼓楼区教育局', null],
  [{ name: '鼓楼区教育局', text: ['地址：南京市鼓楼区某路1号。'] }, 'nj-gl-jyj'],
  [{ name: '鼓楼区教育局', text: ['按照徐州市教育局要求编制。'] }, 'xz-gl-jyj'],
  [{ name: '鼓楼区教育局', text: ['赴徐州市考察学习。', '南京市要求及时公开。'] }, 'nj-gl-jyj'],
  [{ name: '鼓楼区教育局', text: ['南京市、徐州市均有要求。'] }, null],
  [{ name: '鼓楼区教育局', file: '徐州市/鼓楼区/2022.txt' }, 'xz-gl-jyj'],
  ['福州市鼓楼区教育局', null],
  [{ name: '鼓楼区教育局', text: ['地址：福州市鼓楼区某路1号。'] }, null],
  [{ name: '鼓楼区人民政府', text: ['徐州市鼓楼区2022年全区受理申请3件。'] }, 'xz-gl-gov'],
  ['石家庄市兴庆区科技局', null],
  [{ name: '兴庆区科技局', text: ['甲安市兴庆区某路1号。'] }, null],
  ['和平区财政局', null],
  ['沈阳市和平区财政局', 'sy-hp-czj'],
  ['沈阳和平区财政局', 'sy-hp-czj'],
  ['天津市和平区财政局', null],
  // One stem, several levels.
  ['朝阳市财政局', 'cy-czj'],
  ['朝阳县财政局', 'cyx-czj'],
  ['辽宁省朝阳市朝阳县财政局', 'cyx-czj'],
  ['朝阳区财政局', null],
  ['朝阳财政局', null],
  ['吉林省财政厅', 'jl-czt'],
  ['吉林市财政局', 'jls-czj'],
  ['吉林省吉林市财政局', 'jls-czj'],
  ['吉林省财政局', null],
  // 市, 区, 县 without a name.
  ['市科技局', null],
  ['科技局', null],
  ['区教育局', null],
  [{ name: '市科技局', text: ['正文。', '中卫市科学技术局', '2023年1月12日'] }, 'zw-kjj'],
  [{ name: '市科技局', text: ['地址：中卫市某路2号。'] }, 'zw-kjj'],
  [{ name: '市科技局', text: ['可登录灵武市人民政府网站查阅。', '按照银川市人民政府办公室要求编制。'] }, 'lw-kjj'],
  [{ name: '市科技局', text: ['在丙城市人民政府领导下。'] }, null],
  [{ name: '市科技局', text: ['赴中卫市人民政府学习。'] }, null],
  [{ name: '市科技局', text: ['中卫市人民政府、银川市人民政府均有要求。'] }, null],
  [{ name: '市科技局', file: '中卫市/市科技局.txt' }, 'zw-kjj'],
  [{ name: '自治区科技厅', text: ['在宁夏回族自治区人民政府领导下。'] }, 'nx-kjt'],
  // Names that end or begin like places.
  ['津市市教育局', 'js-jyj'],
  ['湖南省津市市教育局', 'js-jyj'],
  ['津市教育局', null],
  ['南通市通州区教体局', 'nt-tz-jyj'],
  ['南通市通州区教育和体育局', 'nt-tz-jyj'],
  ['北京市通州区教育局', null],
  ['盐城市教育局', 'ych-jyj'],
  ['江苏省盐城市教育局', 'ych-jyj'],
  ['盐城市亭湖区市场监管局', 'ych-th-sjj'],
  ['亭湖区市场监督管理局', 'ych-th-sjj'],
  ['延边州民政局', 'yb-mzj'],
  ['延边朝鲜族自治州民政局', 'yb-mzj'],
  ['延吉市民政局', 'yj-mzj'],
  ['杭州市经信局', 'hz-jxj'],
  ['杭州市经济信息化局', 'hz-jxj'],
  ['杭州市工业和信息化局', null],
  ['杭州市西湖区住建局', 'hz-xh-jsj'],
  ['南昌市西湖区住建局', null],
  ['杭州市西湖区三墩镇人民政府', 'hz-xh-cz'],
  ['西湖区三墩镇政府', 'hz-xh-cz'],
  ['三墩镇人民政府', null],
  ['青岛市应急局', 'qd-yjj'],
  ['青岛市市北区司法局', 'qd-sb-sfj'],
  ['市北区司法局', 'qd-sb-sfj'],
  ['青岛市市北区辽源路街道', 'qd-sb-jd'],
  ['青岛市市北区辽源路街道办事处', 'qd-sb-jd'],
  ['青岛市市北区辽源路街道办', 'qd-sb-jd'],
  // Usual abbreviations, and bodies beside them.
  ['济宁市医保局', 'jn-ylj'],
  ['济宁市国资委', 'jn-gzw'],
  ['济宁市国有资产监督管理委员会', 'jn-gzw'],
  ['济宁市退役军人局', 'jn-tyj'],
  ['济宁市科技局', 'jn-kgj'],
  ['济宁市科学技术局（外国专家局）', 'jn-kgj'],
  ['济宁市外国专家局', 'jn-kgj'],
  ['济宁市科学技术协会', null],
  ['济宁市工信局', 'jn-gxj'],
  ['济宁市信访局', 'jn-xfj'],
  ['济宁市税务局', 'jn-swj'],
  ['国家税务总局济宁市税务局', 'jn-swj'],
  ['济宁市公积金中心', 'jn-gjj'],
  ['济宁市交通局', 'jn-jtj'],
  ['济宁市人防办', 'jn-rfb'],
  ['济宁市城乡水务局', 'jn-cs'],
  ['济宁市水务局', null],
  ['济宁市行政审批局', 'jn-xzspj'],
  ['徐州市文旅局', 'xz-wlj'],
  ['徐州市文化广电旅游局', 'xz-wlj'],
  ['徐州市城管局', 'xz-cgj'],
  ['徐州市城市管理综合行政执法局', null],
  ['吉林市公安局船营分局', null],
  ['吉林市公安局（船营分局）', null],
  ['吉林市公安局交通警察支队', null],
  ['银川市发展和改革局', null],
  ['银川市自然资源局兴庆区分局', null],
  // Bodies of their time.
  [{ name: '银川市工商局', year: 2017 }, 'yc-gsj-old'],
  [{ name: '银川市工商行政管理局', year: 2020 }, null],
  [{ name: '银川市市场监督管理局', year: 2017 }, null],
  [{ name: '银川市卫计局', year: 2017 }, 'yc-wjj-old'],
  [{ name: '银川市卫生健康委员会', year: 2017 }, null],
  [{ name: '银川市科学技术和知识产权局', year: 2017 }, 'yc-kjj'],
  [{ name: '银川市科学技术和知识产权局', year: 2021 }, null],
  [{ name: '银川市国土资源局', year: 2017 }, null],
  // What the report says against its own title.
  [{ name: '银川市科技局', text: ['正文。', '中卫市科学技术局', '2023年1月12日'] }, null],
  [{ name: '兴庆区科技局', text: ['正文。', '石家庄市兴庆区科学技术局', '2023年1月12日'] }, null],
  [{ name: '', text: ['本报告由银川市人民政府办公室编制。'] }, null],
  [{ name: '', text: ['本报告由银川市人民政府办公室编制。', '全市受理政府信息公开申请12件。'] }, 'yc-gov'],
  [{ name: '', text: ['填报单位：银川市人社局'] }, 'yc-rsj'],
  [{ name: '', text: ['正文。', '发布机构：银川市住建局'] }, 'yc-zjj'],
  [{ name: '', text: ['银川市人民政府', '正文第一段。', '正文第二段。', '正文第三段。', '正文第四段。', '正文第五段。'] }, null],
  [{ name: '', file: '银川市住建局2022年年报.txt' }, null],
  [{ name: '', text: ['2022年，银川市深入推进政务公开。'], file: '银川市住建局2022年年报.txt' }, 'yc-zjj'],
]

describe('who a report is of, in the ways that reports spell it', () => {
  it.each(spellings)('%j is %s', (spelling, meant) => {
    const { identity, recognised } = recognise(spelling)
    expect(identity.agency_id).toBe(meant)
    expect(recognised.agency.confidence === 'unsure').toBe(meant === null)
    if (meant !== null) expect(recognised.agency.candidates[0]?.agency_id).toBe(meant)
  })

  it('none is matched wrongly, and most are matched', () => {
    const counts = { certain: 0, likely: 0, unsure: 0, wrong: 0 }
    for (const [spelling, meant] of spellings) {
      const { identity, recognised } = recognise(spelling)
      counts[recognised.agency.confidence] += 1
      if (identity.agency_id !== null && identity.agency_id !== meant) counts.wrong += 1
    }
    console.log(`${spellings.length} spellings: ${JSON.stringify(counts)}`)
    expect(spellings.length).toBeGreaterThanOrEqual(100)
    expect(counts.wrong).toBe(0)
    expect(counts.certain + counts.likely).toBeGreaterThanOrEqual(85)
  })
})

/** Ways of writing a listed name. */
const forms: Readonly<Record<string, (name: string) => string>> = {
  'as listed': (name) => name,
  'with spaces': (name) => [...name].join(' '),
  'in half-width brackets': (name) => name.normalize('NFKC'),
  'with a second name': (name) => (name.endsWith('局') ? `${name}（知识产权局）` : name),
  'without 和': (name) => name.replace(/(?<=[\u4e00-\u9fa5]{4})和/, ''),
  abbreviated: (name) => {
    const short: readonly (readonly [string, string])[] = [
      ['科学技术', '科技'], ['发展和改革委员会', '发改委'], ['人力资源和社会保障', '人社'], ['住房和城乡建设', '住建'], ['卫生健康委员会', '卫健委'],
      ['市场监督管理', '市场监管'], ['应急管理', '应急'], ['医疗保障', '医保'], ['交通运输', '交通'], ['文化广电和旅游', '文旅'],
    ]
    return short.reduce((text, [full, brief]) => text.replace(full, brief), name)
  },
  'without 市': (name) => name.replace(/(?<=^[\u4e00-\u9fa5]{2})市/, ''),
  'without its city': (name) => name.replace(/^[\u4e00-\u9fa5]{2,3}市(?=[\u4e00-\u9fa5]{1,4}区)/, ''),
  'without any place': (name) => name.replace(/^.*(?:自治区|自治州|[省市区县])(?=[^市区县]{3,}$)/, ''),
  'by level alone': (name) => name.replace(/^.*?(?=[省市区县][^省市区县]{3,}$)/, ''),
  'its own office': (name) => (/[局厅会]$/.test(name) ? `${name}办公室` : name),
}

it('a listed name is never taken for another agency, however it is written', () => {
  const seed = Number(process.env['OGI_SEED'] ?? 20_240_112)
  fc.assert(
    fc.property(
      fc.constantFrom(...knownAgencies),
      fc.constantFrom(...Object.keys(forms)),
      fc.constantFrom('', '2022年，我局深入推进政务公开。'),
      fc.integer({ min: 2015, max: 2024 }),
      (agency, form, text, year) => {
        const { identity } = recognise({ name: forms[form]?.(agency.name) ?? agency.name, text: [text], year })
        return identity.agency_id === null || identity.agency_id === agency.id
      },
    ),
    { seed, numRuns: process.env['OGI_LONG'] === '1' ? 20_000 : 2000 },
  )
})
