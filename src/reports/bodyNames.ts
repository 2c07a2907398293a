/**
 * What government bodies are called for short, and in full. One full form: the short form means nothing else. Several: whichever of them
 * is there. Without the ending (局, 委员会, 厅, 办公室 …), and without 和, 与, 、.
 */
const fullStems: Readonly<Record<string, readonly string[]>> = {
  科技: ['科学技术'],
  教科: ['教育科学技术', '教育科技'],
  教体: ['教育体育'],
  教科体: ['教育科技体育', '教育科学技术体育'],
  教科文体: ['教育科技文化体育'],
  科工: ['科学技术工业信息化', '科学技术工业'],
  科工信: ['科学技术工业信息化', '科技工业信息化'],
  科信: ['科学技术信息化', '科技信息化'],
  科经: ['科技经济信息化', '科学技术经济信息化'],
  工科: ['工业科学技术', '工业科技'],
  发改: ['发展改革'],
  发改经信: ['发展改革经济信息化'],
  发改工信: ['发展改革工业信息化'],
  发改科技: ['发展改革科学技术', '发展改革科技'],
  发科: ['发展改革科学技术', '发展改革科技'],
  计发: ['计划发展'],
  工信: ['工业信息化'],
  工信商务: ['工业信息化商务'],
  工商信: ['工业商务信息化'],
  经信: ['经济信息化'],
  经发: ['经济发展'],
  经促: ['经济促进'],
  社发: ['社会发展'],
  社事: ['社会事业', '社会事务'],
  人社: ['人力资源社会保障'],
  人力社保: ['人力资源社会保障'],
  人力资源社保: ['人力资源社会保障'],
  劳人: ['劳动人事'],
  自规: ['自然资源规划'],
  资规: ['自然资源规划'],
  规资: ['规划自然资源'],
  规自: ['规划自然资源'],
  自然资源: ['自然资源'],
  国土: ['国土资源'],
  国土规划: ['国土资源规划'],
  住建: ['住房城乡建设'],
  住建交通: ['住房城乡建设交通', '住房城乡建设交通运输'],
  住房城建: ['住房城乡建设'],
  城建: ['城市建设', '城乡建设'],
  建设: ['建设', '城乡建设'],
  城管: ['城市管理', '城市管理综合行政执法', '城市管理行政执法', '城市管理综合执法'],
  城管执法: ['城市管理综合行政执法', '城市管理行政执法', '城市管理综合执法'],
  综执: ['综合行政执法'],
  综合执法: ['综合行政执法'],
  执法: ['综合行政执法', '城市管理行政执法'],
  规划: ['规划', '城乡规划', '城市规划'],
  房管: ['房产管理', '房地产管理', '房屋管理', '住房保障房产管理', '住房保障房屋管理'],
  住保: ['住房保障'],
  交通: ['交通运输', '交通'],
  交运: ['交通运输'],
  水务: ['水务'],
  农业: ['农业'],
  农牧: ['农牧'],
  农业农村水利: ['农业农村水利'],
  农经: ['农业经济', '农村经济'],
  农林: ['农林', '农业林业'],
  林草: ['林业草原'],
  海渔: ['海洋渔业'],
  商粮: ['商务粮食', '商业粮食'],
  粮储: ['粮食物资储备'],
  粮食: ['粮食', '粮食物资储备'],
  文旅: [
    '文化旅游',
    '文化广电旅游',
    '文化体育旅游',
    '文化旅游体育',
    '文化旅游广电',
    '文化旅游广电体育',
    '文化体育广电旅游',
    '文化广电体育旅游',
  ],
  文体: ['文化体育'],
  文体旅: ['文化体育旅游'],
  文旅体: ['文化旅游体育'],
  文广旅: ['文化广电旅游', '文化广播电视旅游'],
  文广旅体: ['文化广电旅游体育'],
  文体广旅: ['文化体育广电旅游'],
  文体广电旅: ['文化体育广电旅游'],
  文广体旅: ['文化广电体育旅游'],
  文旅广电: ['文化旅游广电'],
  文广: ['文化广电', '文化广播影视', '文化广播电视'],
  文广新: ['文化广电新闻出版'],
  文体广新: ['文化体育广电新闻出版'],
  文体广电: ['文化体育广电'],
  新广: ['新闻出版广电'],
  新闻出版广电: ['新闻出版广电'],
  广电: ['广播电视', '广播电影电视'],
  旅游: ['旅游'],
  旅发: ['旅游发展'],
  文物: ['文物'],
  卫健: ['卫生健康'],
  卫健体: ['卫生健康体育'],
  卫计: ['卫生计划生育'],
  计生: ['计划生育', '人口计划生育'],
  人口计生: ['人口计划生育'],
  退役军人: ['退役军人事务'],
  退役: ['退役军人事务'],
  应急: ['应急管理'],
  市监: ['市场监督管理'],
  市场: ['市场监督管理'],
  市场监督: ['市场监督管理'],
  安监: ['安全生产监督管理'],
  安全监管: ['安全生产监督管理'],
  食药监: ['食品药品监督管理'],
  食品药品监督: ['食品药品监督管理'],
  药监: ['药品监督管理'],
  工商: ['工商行政管理'],
  质监: ['质量技术监督'],
  质量监督: ['质量技术监督'],
  国资: ['国有资产监督管理'],
  国有资产监督: ['国有资产监督管理'],
  医保: ['医疗保障'],
  社保: ['社会保险', '社会保险事业', '社会保险事业管理'],
  环保: ['环境保护'],
  环境: ['生态环境', '环境保护'],
  民宗: ['民族宗教', '民族宗教事务'],
  民族宗教: ['民族宗教', '民族宗教事务'],
  民族: ['民族', '民族事务'],
  民委: ['民族事务委员会'],
  宗教: ['宗教', '宗教事务'],
  信访: ['信访'],
  金融: ['金融', '金融工作', '地方金融监督管理', '金融服务', '金融发展'],
  金融监督管理: ['地方金融监督管理'],
  审批: ['行政审批', '行政审批服务', '行政审批服务管理'],
  行政审批: ['行政审批', '行政审批服务', '行政审批服务管理'],
  政务: ['政务服务', '政务服务管理', '政务服务数据管理'],
  政数: ['政务服务数据管理', '政务服务大数据管理', '政务数据管理'],
  政务服务数据: ['政务服务数据管理'],
  政管: ['政务服务管理', '政务管理'],
  大数据: ['大数据', '大数据管理', '大数据发展管理', '大数据发展', '大数据发展应用管理', '大数据资源管理'],
  数据: ['数据', '数据管理', '数据资源管理'],
  知产: ['知识产权'],
  扶贫: ['扶贫', '扶贫开发', '扶贫开发领导小组'],
  乡村振兴: ['乡村振兴'],
  人防: ['人民防空'],
  民防: ['民防', '人民防空'],
  外事: ['外事', '外事侨务'],
  外: ['外事', '外事侨务'],
  侨: ['侨务'],
  台: ['台湾事务'],
  法制: ['法制', '政府法制'],
  机关事务: ['机关事务', '机关事务管理', '机关事务服务'],
  机管: ['机关事务管理'],
  公积金: ['住房公积金管理'],
  公积金管理: ['住房公积金管理'],
  公共资源交易: ['公共资源交易', '公共资源交易管理'],
  招商: ['招商', '招商引资', '招商投资促进'],
  投促: ['投资促进'],
  投资: ['投资促进'],
  园林: ['园林', '园林绿化', '园林管理'],
  市政园林: ['市政园林', '市政园林管理'],
  公安: ['公安'],
  残联: ['残疾人联合会'],
  科协: ['科学技术协会'],
  供销社: ['供销合作社', '供销合作社联合社', '供销合作联社'],
  供销: ['供销合作社', '供销合作社联合社'],
  史志: ['史志', '地方志', '地方志编纂委员会'],
  地方志: ['地方志', '地方志编纂委员会'],
  编: ['机构编制委员会'],
  政研: ['政策研究'],
  体旅: ['体育旅游'],
  气象: ['气象'],
  国税: ['国家税务'],
  地税: ['地方税务'],
  烟草: ['烟草专卖'],
  公路: ['公路', '公路管理', '公路事业发展'],
  畜牧: ['畜牧', '畜牧兽医'],
  消防: ['消防救援'],
}

/** The last part of a body's name; longest first. */
const endings = ['委员会', '办公室', '中心', '大队', '支队', '总队', '局', '厅', '院', '所', '会']

/** Endings by which a body is known as one. */
export const bodyEnding =
  '(?:政府办公[室厅]|政府办|政府|街道办事处|街道办|管理委员会|管委会|委员会办公室|委员会|办公室|办公厅|办事处|管理局|监督局|分局|支队|大队|调查队|联合会|协会|合作社|联合社|联社|局|委|厅|院|所|处|办|中心|馆|公司|大学|学院|学校|医院|残联|科协|海关)'

/** In which way a name says its body: as listed, by a usual abbreviation, or by one that may mean several. */
export interface BodyKeys {
  readonly sure: readonly string[]
  readonly maybe: readonly string[]
}

/**
 * The keys under which a body without its place is found: 科技局 and 科学技术局 share one, 文旅局 may mean several. 和, 与 and 、 inside do not
 * count, nor does 人民 of a government. For comparing only, never for showing.
 */
export function readBodyKeys(body: string): BodyKeys {
  const plain = foldBody(body)
  const ending = endings.find((one) => plain.endsWith(one) && plain.length > one.length) ?? ''
  const stem = plain.slice(0, plain.length - ending.length)
  const parts = expandStem(stem) ?? expandParts(body, ending)
  const whole = expandWhole(plain)
  if (whole.length > 0) return whole.length === 1 ? { sure: [plain, ...whole], maybe: [] } : { sure: [plain], maybe: whole }
  if (parts === null) return { sure: [plain], maybe: [] }
  const keys = parts.map((part) => part + ending)
  return keys.length === 1 ? { sure: [...new Set([plain, ...keys])], maybe: [] } : { sure: [plain], maybe: keys }
}

/** Short forms that are no stem with an ending. */
function expandWhole(body: string): readonly string[] {
  if (/^(?:残联|科协|供销社|民委委员会)$/.test(body)) return fullStems[body.replace(/委员会$/, '')] ?? []
  if (body === '民委员会') return ['民族事务委员会']
  if (body === '建委员会') return ['城乡建设委员会', '住房城乡建设委员会', '建设委员会']
  if (body === '交委员会') return ['交通委员会', '交通运输委员会']
  if (body === '农委员会') return ['农业委员会', '农村工作委员会', '农业农村委员会']
  if (body === '体委员会') return ['体育运动委员会']
  return []
}

const expandStem = (stem: string): readonly string[] | null => (Object.hasOwn(fullStems, stem) ? (fullStems[stem] ?? null) : null)

/** 发改和科技局: each part by itself. */
function expandParts(body: string, ending: string): readonly string[] | null {
  const pieces = body.slice(0, body.length - ending.length).split(/[和与及、]/)
  if (pieces.length < 2) return null
  const full = pieces.map((piece) => {
    const stems = expandStem(foldBody(piece))
    return stems?.length === 1 ? (stems[0] ?? piece) : piece
  })
  return full.every((piece, index) => piece === pieces[index]) ? null : [full.map(foldBody).join('')]
}

function foldBody(body: string): string {
  return body
    .replace(/^办$/, '办事处')
    .replace(/人民政府/g, '政府')
    .replace(/政府(?:办公厅|办公室|办)$/, '政府办公室')
    .replace(/^府办$/, '政府办公室')
    .replace(/管委会$/, '管理委员会')
    .replace(/(^|[^党工纪常])委$/, '$1委员会')
    .replace(/街道办$/, '街道办事处')
    .replace(/(.)办$/, '$1办公室')
    .replace(/监管(?=$|局|委员会|办公室)/, '监督管理')
    .replace(/[和与及、暨]/g, '')
}

const generic = new Set(
  [...Object.keys(fullStems), ...Object.values(fullStems).flat()].concat(
    '财政',
    '审计',
    '统计',
    '民政',
    '司法',
    '公安',
    '教育',
    '水利',
    '商务',
    '体育',
    '林业',
    '农业农村',
    '生态环境',
    '物价',
    '档案',
    '地震',
    '税务',
    '农牧',
    '监察',
    '人事',
    '国家保密',
    '保密',
    '邮政管理',
    '老龄工作',
    '口岸',
    '政务服务',
    '文化',
    '卫生',
    '信息',
    '移民',
    '水产',
    '渔业',
    '盐务',
    '国防动员',
    '政府',
    '人民武装部',
    '事务管理',
    '营商环境建设',
    '营商环境',
    '发展',
  ),
)

/** Is this what bodies are called in every place (科学技术局, 政府办公室)? Then it names nobody without its place. */
export function isGenericBody(body: string): boolean {
  const plain = foldBody(body)
  if (/^政府(?:办公室)?$/.test(plain)) return true
  const ending = endings.find((one) => plain.endsWith(one)) ?? ''
  return generic.has(plain.slice(0, plain.length - ending.length))
}
