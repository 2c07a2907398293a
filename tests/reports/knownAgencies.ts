import type { Agency } from '../../src/agencies.ts'

const paths: Readonly<Record<string, readonly string[]>> = {
  '640000': ['宁夏回族自治区'],
  '640100': ['宁夏回族自治区', '银川市'],
  '640104': ['宁夏回族自治区', '银川市', '兴庆区'],
  '640106': ['宁夏回族自治区', '银川市', '金凤区'],
  '640181': ['宁夏回族自治区', '银川市', '灵武市'],
  '640500': ['宁夏回族自治区', '中卫市'],
  '320000': ['江苏省'],
  '320100': ['江苏省', '南京市'],
  '320106': ['江苏省', '南京市', '鼓楼区'],
  '320300': ['江苏省', '徐州市'],
  '320302': ['江苏省', '徐州市', '鼓楼区'],
  '320600': ['江苏省', '南通市'],
  '320612': ['江苏省', '南通市', '通州区'],
  '320900': ['江苏省', '盐城市'],
  '320902': ['江苏省', '盐城市', '亭湖区'],
  '210100': ['辽宁省', '沈阳市'],
  '210102': ['辽宁省', '沈阳市', '和平区'],
  '211300': ['辽宁省', '朝阳市'],
  '211321': ['辽宁省', '朝阳市', '朝阳县'],
  '220000': ['吉林省'],
  '220200': ['吉林省', '吉林市'],
  '222400': ['吉林省', '延边朝鲜族自治州'],
  '222401': ['吉林省', '延边朝鲜族自治州', '延吉市'],
  '430781': ['湖南省', '常德市', '津市市'],
  '330100': ['浙江省', '杭州市'],
  '330106': ['浙江省', '杭州市', '西湖区'],
  '370200': ['山东省', '青岛市'],
  '370203': ['山东省', '青岛市', '市北区'],
  '370800': ['山东省', '济宁市'],
}

interface Listed {
  readonly id: string
  readonly name: string
  readonly region: string | null
  readonly short?: string
  readonly aliases?: readonly string[]
  readonly from?: string
  readonly to?: string
  readonly former?: readonly { readonly name: string; readonly until: string }[]
}

const makeAgency = ({ id, name, region, short, aliases = [], from, to, former }: Listed): Agency => {
  const regionPath = region === null ? undefined : paths[region]
  if (region !== null && regionPath === undefined) throw new Error(`no such region: ${region}`)
  return {
    id,
    name,
    shortName: short ?? name,
    aliases,
    initials: [],
    regionCode: region,
    regionName: regionPath?.at(-1) ?? null,
    ...(regionPath ? { regionPath } : {}),
    level: 'county',
    system: '',
    supervisorId: null,
    validFrom: from ?? null,
    validTo: to ?? null,
    successorId: null,
    deadline: null,
    ...(former ? { formerNames: former } : {}),
  }
}

/**
 * Bodies of several provinces, chosen for the ways in which names mislead: one district name in two cities, a city, a county and a province
 * of one stem, bureaus that were merged or renamed, zones beside their city, governments beside their offices.
 */
export const knownAgencies: readonly Agency[] = (
  [
    { id: 'nx-kjt', name: '宁夏回族自治区科学技术厅', region: '640000', short: '自治区科技厅' },
    { id: 'yc-gov', name: '银川市人民政府', region: '640100', short: '银川市政府' },
    { id: 'yc-gov-office', name: '银川市人民政府办公室', region: '640100', short: '银川市政府办' },
    { id: 'yc-kjj', name: '银川市科学技术局', region: '640100', short: '银川市科技局', former: [{ name: '银川市科学技术和知识产权局', until: '2018-12-31' }] },
    { id: 'yc-fgw', name: '银川市发展和改革委员会', region: '640100' },
    { id: 'yc-rsj', name: '银川市人力资源和社会保障局', region: '640100' },
    { id: 'yc-zjj', name: '银川市住房和城乡建设局', region: '640100' },
    { id: 'yc-wjw', name: '银川市卫生健康委员会', region: '640100', from: '2018-12-20' },
    { id: 'yc-wjj-old', name: '银川市卫生和计划生育局', region: '640100', to: '2018-12-20' },
    { id: 'yc-sjj', name: '银川市市场监督管理局', region: '640100', from: '2018-12-20', aliases: ['银川市市场监管局（知识产权局）'] },
    { id: 'yc-gsj-old', name: '银川市工商行政管理局', region: '640100', to: '2018-12-20' },
    { id: 'yc-slj', name: '银川市审批服务管理局', region: '640100' },
    { id: 'yc-zzq', name: '银川市自然资源局', region: '640100', from: '2018-12-20' },
    { id: 'yc-szj', name: '银川市市政管理局', region: '640100' },
    { id: 'yc-jkq', name: '银川经济技术开发区管理委员会', region: null },
    { id: 'yc-gxq', name: '银川高新技术产业开发区管理委员会', region: null },
    { id: 'xq-kjj', name: '银川市兴庆区科学技术局', region: '640104', short: '兴庆区科技局' },
    { id: 'xq-jyj', name: '银川市兴庆区教育局', region: '640104' },
    { id: 'jf-kjj', name: '银川市金凤区科学技术局', region: '640106', short: '金凤区科技局' },
    { id: 'lw-kjj', name: '灵武市科学技术局', region: '640181', short: '灵武市科技局' },
    { id: 'lw-gov', name: '灵武市人民政府', region: '640181' },
    { id: 'zw-kjj', name: '中卫市科学技术局', region: '640500', short: '中卫市科技局' },
    { id: 'zw-nyj', name: '中卫市农业农村局', region: '640500', from: '2019-01-15' },
    { id: 'js-gov', name: '江苏省人民政府', region: '320000' },
    { id: 'js-gov-office', name: '江苏省人民政府办公厅', region: '320000' },
    { id: 'nj-jyj', name: '南京市教育局', region: '320100' },
    { id: 'nj-gl-jyj', name: '南京市鼓楼区教育局', region: '320106', short: '鼓楼区教育局' },
    { id: 'nj-gl-gov', name: '南京市鼓楼区人民政府', region: '320106' },
    { id: 'xz-gl-jyj', name: '徐州市鼓楼区教育局', region: '320302', short: '鼓楼区教育局' },
    { id: 'xz-gl-gov', name: '徐州市鼓楼区人民政府', region: '320302' },
    { id: 'xz-wlj', name: '徐州市文化广电和旅游局', region: '320300' },
    { id: 'xz-cgj', name: '徐州市城市管理局', region: '320300' },
    { id: 'nt-tz-jyj', name: '南通市通州区教育体育局', region: '320612' },
    { id: 'ych-jyj', name: '盐城市教育局', region: '320900' },
    { id: 'ych-th-sjj', name: '盐城市亭湖区市场监督管理局', region: '320902' },
    { id: 'sy-hp-czj', name: '沈阳市和平区财政局', region: '210102' },
    { id: 'cy-czj', name: '朝阳市财政局', region: '211300' },
    { id: 'cyx-czj', name: '朝阳县财政局', region: '211321' },
    { id: 'jl-czt', name: '吉林省财政厅', region: '220000' },
    { id: 'jls-czj', name: '吉林市财政局', region: '220200' },
    { id: 'jls-gaj', name: '吉林市公安局', region: '220200' },
    { id: 'yb-mzj', name: '延边朝鲜族自治州民政局', region: '222400' },
    { id: 'yj-mzj', name: '延吉市民政局', region: '222401' },
    { id: 'js-jyj', name: '津市市教育局', region: '430781' },
    { id: 'hz-jxj', name: '杭州市经济和信息化局', region: '330100' },
    { id: 'hz-xh-jsj', name: '杭州市西湖区住房和城乡建设局', region: '330106' },
    { id: 'hz-xh-cz', name: '杭州市西湖区三墩镇人民政府', region: '330106' },
    { id: 'qd-yjj', name: '青岛市应急管理局', region: '370200' },
    { id: 'qd-sb-sfj', name: '青岛市市北区司法局', region: '370203' },
    { id: 'qd-sb-jd', name: '青岛市市北区辽源路街道办事处', region: '370203' },
    { id: 'jn-ylj', name: '济宁市医疗保障局', region: '370800' },
    { id: 'jn-gzw', name: '济宁市人民政府国有资产监督管理委员会', region: '370800', short: '济宁市国资委' },
    { id: 'jn-tyj', name: '济宁市退役军人事务局', region: '370800' },
    { id: 'jn-kgj', name: '济宁市科学技术局（济宁市外国专家局）', region: '370800' },
    { id: 'jn-gxj', name: '济宁市工业和信息化局', region: '370800' },
    { id: 'jn-xfj', name: '济宁市信访局', region: '370800' },
    { id: 'jn-swj', name: '国家税务总局济宁市税务局', region: '370800' },
    { id: 'jn-gjj', name: '济宁市住房公积金管理中心', region: '370800' },
    { id: 'jn-jtj', name: '济宁市交通运输局', region: '370800' },
    { id: 'jn-rfb', name: '济宁市人民防空办公室', region: '370800' },
    { id: 'jn-cs', name: '济宁市城乡水务局', region: '370800' },
    { id: 'jn-xzspj', name: '济宁市行政审批服务局', region: '370800' },
  ] satisfies readonly Listed[]
).map(makeAgency)
