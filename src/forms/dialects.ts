import type { ApplicantId, FormId, FormRow } from './form.ts'
import { remember } from './remember.ts'
import { simplify } from './traditional.ts'

/**
 * A label or heading reduced to what identifies it: width folded, spaces, line breaks, leading numbering (一、（一） 1. ① 其中：),
 * brackets with their content, punctuation and quotation marks removed, traditional characters simplified, 其它 written 其他. Digits inside stay: `计1条`.
 * Empty when nothing is left (a lone number, a bracketed remark).
 */
export const foldLabel: (text: string) => string = remember(foldText)

function foldText(text: string): string {
  const open = simplify(text)
    .replace(/[①-⑳❶-❿⓪]/g, ' ')
    .normalize('NFKC')
    .replace(/\s+/g, '')
  const bare = removeBrackets(removeNumbering(open))
  return removeNumbering(bare)
    .replace(/[、，,。.;；:：·・•*"“”'‘’「」『』《》〈〉<>!！?？/／\\|—–―‐_~-]/g, '')
    .replaceAll('其它', '其他')
}

/** Numbering and 其中 in front, however many: （三）1. or 其中：1、. A bare numeral goes only where a mark follows it: 四类 stays. */
function removeNumbering(text: string): string {
  const numbering =
    /^(?:[、，,.:：;；·*-]+|[([{【〔][一二三四五六七八九十\d]{1,3}[)\]}】〕]|第?[一二三四五六七八九十]{1,3}[、，,.:：)]|\d{1,2}[.、，,:：)]?(?=\D|$)|其中[:：]?(?=.))/
  let rest = text
  while (numbering.test(rest)) rest = rest.replace(numbering, '')
  return rest
}

/** Remarks in brackets say how to fill in; one that the page cut off reaches to the end. */
function removeBrackets(text: string): string {
  let rest = text
  let before = ''
  while (rest !== before) {
    before = rest
    rest = rest.replace(/[([{【〔][^()[\]{}【】〔〕]*[)\]}】〕]/g, '')
  }
  return rest.replace(/[([{【〔].*$/, '').replace(/[)\]}】〕]/g, '')
}

/**
 * What offices print in place of an official label, by the official wording as folded. Every one was met, or follows the
 * habits of those that were: 政务公开 for 政府信息公开, a shorter noun, another name for the same document.
 */
const labelAliases: Readonly<Record<string, readonly string[]>> = {
  // 2014 form, one and two
  主动公开情况: ['主动公开政府信息情况', '主动公开'],
  主动公开政府信息数: [
    '主动公开信息数',
    '主动公开政府信息条数',
    '主动公开政府信息总条数',
    '公开政府信息数',
    '主动公开的政府信息数',
    '全年主动公开政府信息数',
    '本年主动公开政府信息数',
  ],
  主动公开规范性文件数: ['主动公开行政规范性文件数', '公开规范性文件数', '主动公开的规范性文件数', '规范性文件公开数'],
  制发规范性文件总数: [
    '制发行政规范性文件总数',
    '制定规范性文件总数',
    '本年制发规范性文件总数',
    '制发规范性文件件数',
    '规范性文件制发总数',
  ],
  通过不同渠道和方式公开政府信息的情况: [
    '通过不同渠道和方式公开政府信息情况',
    '通过不同渠道公开政府信息的情况',
    '通过不同渠道公开政府信息情况',
    '通过不同渠道和方式公开政府信息',
  ],
  政府公报公开政府信息数: ['政府公报公开信息数', '通过政府公报公开政府信息数', '公报公开政府信息数'],
  政府网站公开政府信息数: [
    '政府网站公开信息数',
    '通过政府网站公开政府信息数',
    '门户网站公开政府信息数',
    '政府门户网站公开政府信息数',
    '部门网站公开政府信息数',
    '网站公开政府信息数',
  ],
  政务微博公开政府信息数: ['政务微博公开信息数', '通过政务微博公开政府信息数', '微博公开政府信息数', '政府微博公开政府信息数'],
  政务微信公开政府信息数: [
    '政务微信公开信息数',
    '通过政务微信公开政府信息数',
    '微信公开政府信息数',
    '政府微信公开政府信息数',
    '政务微信公众号公开政府信息数',
  ],
  其他方式公开政府信息数: ['其他方式公开信息数', '通过其他方式公开政府信息数', '其他渠道公开政府信息数', '其他渠道和方式公开政府信息数'],
  回应解读情况: ['解读回应情况', '政策解读和回应情况', '回应和解读情况', '回应解读'],
  回应公众关注热点或重大舆情数: [
    '回应公众关注热点和重大舆情数',
    '回应公众关注热点及重大舆情数',
    '回应公众关切热点或重大舆情数',
    '回应热点或重大舆情数',
    '回应公众关注热点或重大舆情次数',
  ],
  通过不同渠道和方式回应解读的情况: ['通过不同渠道和方式回应解读情况', '通过不同渠道回应解读的情况', '通过不同渠道和方式回应和解读的情况'],
  参加或举办新闻发布会总次数: [
    '参加和举办新闻发布会总次数',
    '举办或参加新闻发布会总次数',
    '举办新闻发布会总次数',
    '新闻发布会总次数',
    '参加或举办新闻发布会',
  ],
  主要负责同志参加新闻发布会次数: ['主要负责人参加新闻发布会次数', '主要领导参加新闻发布会次数', '主要负责同志出席新闻发布会次数'],
  政府网站在线访谈次数: ['政府网站在线访谈总次数', '网站在线访谈次数', '在线访谈次数', '门户网站在线访谈次数'],
  主要负责同志参加政府网站在线访谈次数: [
    '主要负责人参加政府网站在线访谈次数',
    '主要领导参加政府网站在线访谈次数',
    '主要负责同志参加在线访谈次数',
    '主要负责同志参加网站在线访谈次数',
  ],
  政策解读稿件发布数: ['政策解读稿件数', '发布政策解读稿件数', '政策解读稿件发布篇数', '解读稿件发布数'],
  微博微信回应事件数: ['微博、微信回应事件数', '政务微博微信回应事件数', '微博和微信回应事件数', '两微回应事件数', '微博微信回应数'],
  其他方式回应事件数: ['通过其他方式回应事件数', '其他渠道回应事件数', '其他方式回应数'],
  // 2014 form, three
  依申请公开情况: ['依申请公开', '依申请公开政府信息情况', '政府信息依申请公开情况'],
  收到申请数: ['收到申请总数', '受理申请数', '受理申请总数', '收到政府信息公开申请数', '收到依申请公开数', '收到依申请公开申请数'],
  当面申请数: ['当面受理申请数', '现场申请数', '当面提交申请数', '窗口申请数'],
  传真申请数: ['传真受理申请数', '通过传真申请数'],
  网络申请数: ['网上申请数', '网络受理申请数', '网站申请数', '互联网申请数', '通过网络申请数'],
  信函申请数: ['信件申请数', '邮寄申请数', '信函受理申请数', '通过信函申请数', '信函邮寄申请数'],
  申请办结数: ['申请办结总数', '办结申请数', '办结数', '依申请公开办结数'],
  按时办结数: ['按期办结数', '如期办结数', '按时办结申请数'],
  延期办结数: ['延期办结申请数', '延长期限办结数', '延时办结数'],
  申请答复数: ['申请答复总数', '答复申请数', '答复数', '依申请公开答复数'],
  属于已主动公开范围数: ['属于主动公开范围数', '已主动公开范围数', '已主动公开数', '属于已主动公开数'],
  同意公开答复数: ['同意公开数', '同意公开的答复数', '予以公开答复数'],
  同意部分公开答复数: ['同意部分公开数', '部分公开答复数', '同意部分公开的答复数', '部分同意公开答复数'],
  不同意公开答复数: ['不同意公开数', '不予公开答复数', '不同意公开的答复数'],
  涉及国家秘密: ['涉及国家秘密的', '属于国家秘密', '国家秘密'],
  涉及商业秘密: ['涉及商业秘密的', '商业秘密'],
  涉及个人隐私: ['涉及个人隐私的', '个人隐私'],
  危及国家安全公共安全经济安全和社会稳定: [
    '危及国家安全公共安全经济安全社会稳定',
    '危及国家安全公共安全经济安全及社会稳定',
    '危及国家安全公共安全经济安全和社会稳定的',
    '危及三安全一稳定',
  ],
  不是条例所指政府信息: [
    '不是条例所指的政府信息',
    '不属于条例所指政府信息',
    '非条例所指政府信息',
    '不是条例所指信息',
    '不是政府信息公开条例所指政府信息',
  ],
  法律法规规定的其他情形: [
    '法律法规规定其他情形',
    '法律法规规定的其他情况',
    '法律行政法规规定的其他情形',
    '法律法规规定的不予公开的其他情形',
  ],
  不属于本行政机关公开数: [
    '不属于本机关公开数',
    '不属本行政机关公开数',
    '不属于本行政机关公开范围数',
    '不属于本单位公开数',
    '不属于本部门公开数',
  ],
  申请信息不存在数: ['申请的信息不存在数', '信息不存在数', '申请公开的信息不存在数', '政府信息不存在数'],
  告知作出更改补充数: [
    '告知做出更改补充数',
    '告知作出更改和补充数',
    '告知作出更改补正数',
    '告知更改补充数',
    '告知申请人作出更改补充数',
    '告知补正数',
  ],
  告知通过其他途径办理数: ['告知通过其他途径办理的数', '告知其他途径办理数', '告知通过其他渠道办理数', '告知通过其他途径解决数'],
  申请公开的主要内容: ['申请公开主要内容', '申请的主要内容', '依申请公开的主要内容', '申请公开政府信息的主要内容'],
  // 2014 form, four to nine
  行政复议数量: ['行政复议数', '行政复议总数', '行政复议案件数', '行政复议情况'],
  维持具体行政行为数: ['维持行政行为数', '维持原具体行政行为数', '维持具体行政行为'],
  被依法纠错数: ['依法纠错数', '被依法纠正数', '被纠错数'],
  其他情形数: ['其他情况数', '其他情形'],
  行政诉讼数量: ['行政诉讼数', '行政诉讼总数', '行政诉讼案件数', '行政诉讼情况'],
  维持具体行政行为或者驳回原告诉讼请求数: [
    '维持具体行政行为或驳回原告诉讼请求数',
    '维持行政行为或者驳回原告诉讼请求数',
    '维持具体行政行为驳回原告诉讼请求数',
    '维持具体行政行为或者驳回原告诉求数',
  ],
  举报投诉数量: ['举报投诉数', '投诉举报数量', '举报和投诉数量', '政府信息公开举报投诉数量'],
  依申请公开信息收取的费用: [
    '依申请公开收取的费用',
    '依申请公开信息收取费用',
    '依申请公开政府信息收取的费用',
    '依申请公开信息收费',
    '依申请公开收费',
  ],
  机构建设和保障经费情况: ['机构建设及保障经费情况', '机构建设和经费保障情况', '机构建设与保障经费情况'],
  政府信息公开工作专门机构数: [
    '政务公开工作专门机构数',
    '信息公开工作专门机构数',
    '政府信息公开专门机构数',
    '政府信息与政务公开工作专门机构数',
    '专门机构数',
  ],
  设置政府信息公开查阅点数: [
    '政府信息公开查阅点数',
    '设置信息公开查阅点数',
    '设立政府信息公开查阅点数',
    '设置政府信息查阅点数',
    '设置政府信息公开查阅场所数',
    '查阅点数',
  ],
  从事政府信息公开工作人员数: [
    '从事政务公开工作人员数',
    '从事信息公开工作人员数',
    '政府信息公开工作人员数',
    '从事政府信息公开工作的人员数',
    '从事政府信息与政务公开工作人员数',
    '从事政府信息公开人员数',
  ],
  专职人员数: ['专职工作人员数', '专职人员'],
  兼职人员数: ['兼职工作人员数', '兼职人员'],
  政府信息公开专项经费: ['政务公开专项经费', '信息公开专项经费', '政府信息公开工作专项经费', '政府信息与政务公开专项经费', '专项经费'],
  政府信息公开会议和培训情况: [
    '政府信息公开会议及培训情况',
    '政务公开会议和培训情况',
    '政府信息与政务公开会议和培训情况',
    '会议和培训情况',
  ],
  召开政府信息公开工作会议或专题会议数: [
    '召开政府信息与政务公开工作会议或专题会议数',
    '召开政务公开工作会议或专题会议数',
    '召开信息公开工作会议或专题会议数',
    '召开政府信息公开工作会议和专题会议数',
    '召开政府信息公开工作会议及专题会议数',
    '召开政府信息公开会议或专题会议数',
    '政府信息公开工作会议或专题会议数',
    '召开政府信息与政务公开工作会议',
    '召开政府信息公开工作会议数',
  ],
  举办各类培训班数: ['举办培训班数', '举办各类培训数', '举办各类培训班次数', '举办各类培训班期数', '各类培训班数'],
  接受培训人员数: ['接受培训人数', '接受培训人员人次', '接受培训人次', '参加培训人员数', '培训人员数'],
  // Table two of the later forms
  规章: ['行政规章', '政府规章', '部门规章', '规章数'],
  规范性文件: ['行政规范性文件', '规范性文件数'],
  行政规范性文件: ['规范性文件', '行政规范性文件数'],
  行政许可: ['行政许可事项'],
  其他对外管理服务事项: ['其他对外管理服务', '其他管理服务事项', '其他对外管理和服务事项', '其他对外服务事项', '其他对外管理与服务事项'],
  行政处罚: ['行政处罚事项'],
  行政强制: ['行政强制事项', '行政强制措施'],
  行政事业性收费: ['行政事业性收费项目', '行政事业收费'],
  政府集中采购: ['政府采购', '集中采购', '政府集中采购项目'],
  // Table three
  本年新收政府信息公开申请数量: [
    '本年新收政府信息公开申请数',
    '本年新收政府信息公开申请',
    '本年度新收政府信息公开申请数量',
    '本年新收申请数量',
    '本年收到政府信息公开申请数量',
    '新收政府信息公开申请数量',
    '本年新受理政府信息公开申请数量',
  ],
  上年结转政府信息公开申请数量: [
    '上年结转政府信息公开申请数',
    '上年结转政府信息公开申请',
    '上年度结转政府信息公开申请数量',
    '上一年结转政府信息公开申请数量',
    '上年结转申请数量',
    '上年结转政府信息公开数量',
  ],
  本年度办理结果: ['本年办理结果', '办理结果', '本年度政府信息公开申请办理结果'],
  予以公开: ['予以公开数', '全部公开'],
  部分公开: ['部分公开数', '予以部分公开'],
  不予公开: ['不予公开数'],
  属于国家秘密: ['属国家秘密', '涉及国家秘密', '国家秘密'],
  其他法律行政法规禁止公开: ['其他法律法规禁止公开', '法律行政法规禁止公开', '其他法律和行政法规禁止公开', '其他法律行政法规禁止公开的'],
  危及三安全一稳定: ['危及三安全和一稳定', '危及三个安全一个稳定', '危及三安全一稳定的', '危及国家安全公共安全经济安全社会稳定'],
  保护第三方合法权益: ['保护第三方权益', '保护第三人合法权益', '损害第三方合法权益'],
  属于三类内部事务信息: ['属于三类内部事务', '三类内部事务信息', '属三类内部事务信息', '属于内部事务信息'],
  属于四类过程性信息: ['属于四类过程信息', '四类过程性信息', '属四类过程性信息', '属于过程性信息'],
  属于行政执法案卷: ['属于行政执法案卷信息', '行政执法案卷', '属行政执法案卷'],
  属于行政查询事项: ['行政查询事项', '属行政查询事项', '属于行政查询'],
  无法提供: ['无法提供数'],
  本机关不掌握相关政府信息: ['本机关不掌握相关信息', '本行政机关不掌握相关政府信息', '不掌握相关政府信息', '本单位不掌握相关政府信息'],
  没有现成信息需要另行制作: ['没有现成信息需另行制作', '无现成信息需要另行制作', '没有现成的信息需要另行制作'],
  补正后申请内容仍不明确: ['补正后申请内容不明确', '补正后内容仍不明确', '补正后仍不明确'],
  不予处理: ['不予处理数'],
  信访举报投诉类申请: ['信访举报投诉申请', '信访投诉举报类申请', '信访举报投诉类'],
  重复申请: ['重复申请类'],
  要求提供公开出版物: ['要求提供公开的出版物', '提供公开出版物'],
  无正当理由大量反复申请: ['无正当理由的大量反复申请', '大量反复申请', '无正当理由反复申请'],
  要求行政机关确认或重新出具已获取信息: [
    '要求行政机关确认或者重新出具已获取信息',
    '要求行政机关确认或重新出具已获取的信息',
    '要求确认或重新出具已获取信息',
    '要求行政机关确认重新出具已获取信息',
  ],
  其他处理: ['其他处理数', '其他处理情况', '其他处理结果'],
  申请人无正当理由逾期不补正行政机关不再处理其政府信息公开申请: [
    '申请人无正当理由逾期不补正',
    '申请人无正当理由逾期不补正行政机关不再处理',
    '申请人无正当理由逾期不补正行政机关不再处理其申请',
    '无正当理由逾期不补正',
  ],
  申请人逾期未按收费通知要求缴纳费用行政机关不再处理其政府信息公开申请: [
    '申请人逾期未按收费通知要求缴纳费用',
    '申请人逾期未按收费通知要求交纳费用行政机关不再处理其政府信息公开申请',
    '申请人逾期未按收费通知要求缴纳费用行政机关不再处理',
    '申请人逾期未缴纳费用',
    '逾期未按收费通知要求缴纳费用',
  ],
  其他: ['其他情形', '其他情况'],
  总计: ['合计', '共计', '总数'],
  结转下年度继续办理: [
    '结转下年继续办理',
    '结转下一年度继续办理',
    '结转下一年继续办理',
    '结转下年度办理',
    '结转至下年度继续办理',
    '结转下年度继续办理数量',
    '结转下年度继续办理数',
  ],
}

/** What offices print in place of an official column heading of tables two and four. */
const columnAliases: Readonly<Record<string, readonly string[]>> = {
  本年新制作数量: ['本年新制作数', '本年制作数量', '本年度新制作数量', '新制作数量', '本年新制发数量'],
  本年新公开数量: ['本年新公开数', '本年公开数量', '本年度新公开数量', '新公开数量'],
  对外公开总数量: ['对外公开总数', '对外公开数量', '对外公开的总数量', '公开总数量'],
  上一年项目数量: ['上年项目数量', '上一年度项目数量', '上年度项目数量', '上一年项目数', '上一年数量'],
  本年增减: ['本年增', '本年度增减', '本年增减数', '本年增减数量', '本年增加减少', '本年增或减', '增减'],
  处理决定数量: ['处理决定数', '本年处理决定数量', '本年度处理决定数量', '决定数量'],
  采购项目数量: ['采购项目数', '采购项目总数', '项目数量', '采购数量'],
  采购总金额: ['采购金额', '采购总额', '采购总金额数', '采购总金额万元'],
  本年制发件数: ['本年制发数', '本年制发数量', '本年制发件', '本年度制发件数', '本年制定件数', '制发件数'],
  本年废止件数: ['本年废止数', '本年废止数量', '本年废止件', '本年度废止件数', '废止件数'],
  现行有效件数: ['现行有效件', '现行有效数', '现行有效数量', '现行有效', '现行有效总数', '现行有效的件数'],
  本年处理决定数量: ['本年处理决定数', '处理决定数量', '本年度处理决定数量', '处理决定数'],
  本年收费金额: ['收费金额', '本年度收费金额', '本年收费总金额', '本年收费金额万元', '本年收费金额单位万元'],
  结果维持: ['维持', '维持结果'],
  结果纠正: ['纠正', '结果纠错', '纠正结果'],
  其他结果: ['其他'],
  尚未审结: ['未审结', '尚未办结', '尚未结案'],
  总计: ['合计', '共计', '总数'],
}

/** The headings of table three (申请人情况) and what is printed in their place. */
const applicantAliases: Readonly<Record<ApplicantId, readonly string[]>> = {
  natural_person: ['自然人', '公民', '个人'],
  org_commercial: ['商业企业', '商业', '企业', '商业机构', '商企'],
  org_research: ['科研机构', '科研', '科研单位', '研究机构'],
  org_public_interest: ['社会公益组织', '公益组织', '社会公益', '社会组织', '社会公益机构'],
  org_legal_service: ['法律服务机构', '法律服务', '法律机构', '法律服务组织'],
  org_other: ['其他', '其他组织'],
  total: ['总计', '合计', '共计', '总数', '总和'],
}

/** The row with every local wording known for its label and its column heading: what the form files put into `aliases`. */
export function withAliases(row: FormRow): FormRow {
  // A cell of table four is called by its column alone.
  const aliases = row.table === 4 ? undefined : labelAliases[foldLabel(row.label)]
  const headings = row.column === undefined ? undefined : columnAliases[foldLabel(row.column)]
  return { ...row, ...(aliases ? { aliases } : {}), ...(headings ? { columnAliases: headings } : {}) }
}

/** Every wording of a row's label as folded, longest first; 数, 数量 and 总数 at the end are taken for one another in table one. */
export function wordingsOf(row: FormRow): readonly string[] {
  const known = rowWordings.get(row)
  if (known !== undefined) return known
  const wordings = listWordings(row)
  rowWordings.set(row, wordings)
  return wordings
}

const rowWordings = new WeakMap<FormRow, readonly string[]>()

function listWordings(row: FormRow): readonly string[] {
  const wordings = [row.label, ...(row.aliases ?? []), ...(row.table === 4 ? (row.columnAliases ?? []) : [])].map(foldLabel)
  return byLength(row.table === 1 && row.type !== 'header' ? wordings.flatMap(countEndings) : wordings)
}

/** Every wording of the heading that a cell of table two or four stands under, longest first; empty elsewhere. */
export function columnWordingsOf(row: FormRow): readonly string[] {
  const known = columnWordings.get(row)
  if (known !== undefined) return known
  const wordings = row.column === undefined ? [] : byLength([row.column, ...(row.columnAliases ?? [])].map(foldLabel))
  columnWordings.set(row, wordings)
  return wordings
}

const columnWordings = new WeakMap<FormRow, readonly string[]>()

/** Which column of table three is under this heading? Null when none. */
export function applicantByHeading(heading: string): ApplicantId | null {
  return applicantsByWording.get(foldLabel(heading)) ?? null
}

const applicantsByWording: ReadonlyMap<string, ApplicantId> = new Map(
  Object.entries(applicantAliases).flatMap(([id, wordings]) =>
    wordings.map((wording): [string, ApplicantId] => [wording, id as ApplicantId]),
  ),
)

function countEndings(wording: string): readonly string[] {
  const stem = wording.replace(/(?:总数量|总数|数量|数)$/, '')
  if (stem === wording || stem.length < 4 || /[次件]$/.test(stem)) return [wording]
  return [wording, stem, `${stem}数`, `${stem}数量`, `${stem}总数`, `${stem}总数量`]
}

const byLength = (wordings: readonly string[]): readonly string[] =>
  [...new Set(wordings)].filter(Boolean).sort((a, b) => b.length - a.length)

/** What the tables of one report say about their form. */
export interface FormDetection {
  /** With `ambiguous` only the first guess: a person has to choose. */
  readonly form: FormId
  /** The marks found, by form, as printed on the official form. */
  readonly marks: readonly { readonly form: FormId; readonly text: string }[]
  /** Why nobody should choose alone: marks of two forms, or more than one column of values. */
  readonly reasons: readonly ('two_forms' | 'value_columns')[]
  readonly ambiguous: boolean
}

const marks2021 = ['现行有效', '本年废止', '本年收费金额', '申请人无正当理由逾期不补正']
const marks2019 = ['对外公开总数量', '本年增/减', '政府集中采购']
const markHeader = '统计指标'
const marks2014 = ['政府公报公开政府信息数', '从事政府信息公开工作人员数']
const marksBefore = ['历年累计', '本年累计', '免予公开范围']

/**
 * Which form do the tables of one report follow? Looks at table headers and row labels only, never at running text: give it
 * nothing else. `headers`: the header rows of the tables, one list each, where the reader knows them; they show that figures
 * stand in several columns (quarters, cumulative, several levels of government).
 */
export function detectForm(texts: readonly string[], headers: readonly (readonly string[])[] = []): FormDetection {
  const folded = [...texts, ...headers.flat()].map(foldLabel)
  const has = (mark: string): boolean => folded.some((text) => text.includes(foldLabel(mark)))
  const found = (form: FormId, marks: readonly string[]) => marks.filter(has).map((text) => ({ form, text }))

  const in2014 = found('pre2019_table', marks2014)
  const hasHeader = has(markHeader)
  const is2014 = (hasHeader && in2014.length > 0) || in2014.length === marks2014.length
  const marks = [
    ...found('y2021', marks2021),
    ...found('y2019', marks2019),
    ...(is2014 ? [...(hasHeader ? [{ form: 'pre2019_table' as const, text: markHeader }] : []), ...in2014] : []),
    ...found('pre2014', marksBefore),
  ]
  const carried = has('结转下年度继续办理') && folded.includes('其他处理')
  const tableThree = marks.length === 0 && carried ? [{ form: 'y2019' as const, text: '其他处理' }] : []

  const all = [...marks, ...tableThree]
  const readable = all.length > 0 && all[0]?.form !== 'pre2014'
  const reasons = [
    ...(new Set(all.map((mark) => mark.form)).size > 1 ? (['two_forms'] as const) : []),
    ...(readable && hasSeveralValueColumns(folded, headers) ? (['value_columns'] as const) : []),
  ]
  return { form: all[0]?.form ?? 'narrative', marks: all, reasons, ambiguous: reasons.length > 0 }
}

const periods = /^(?:本年|本|全年)?(?:第?[一二三四1-4]季度|[上下]半年|本季度?|本期|本月|\d{1,2}月(?:份)?)(?:实际|数|数量|统计数|合计)?$/
const cumulative = /^(?:(?:截至|截止).*)?(?:本年|历年|全年|当年)?累计(?:数|数量|统计数)?$/
const levels = /^(?:省|自治区|市|州|县|区|乡镇|镇|街道)(?:本)?级(?:数|数量|统计数|合计)?$/
const nameColumns = /^(?:统计指标|指标|指标名称|项目|统计项目|单位|计量单位|序号|编号|代码|备注|说明|类别)?$/

/** A second column of figures: periods, cumulative sums or levels of government among the headers, or two headings beside 统计指标. */
function hasSeveralValueColumns(folded: readonly string[], headers: readonly (readonly string[])[]): boolean {
  const distinct = (pattern: RegExp) => new Set(folded.filter((text) => pattern.test(text))).size
  if (distinct(periods) > 0 || distinct(cumulative) > 0 || distinct(levels) > 1) return true
  return headers.some((header) => {
    const names = header.map(foldLabel)
    if (!names.some((name) => name === foldLabel(markHeader))) return false
    return names.filter((name) => !nameColumns.test(name)).length > 1
  })
}
