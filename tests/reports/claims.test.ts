import { describe, expect, it } from 'vitest'
import { claims, read } from './claimSentences.ts'

describe('requests', () => {
  it.each([
    [2018, '全年共收到政府信息公开申请21件。', 'requests_new 21 B'],
    [2018, '本年度受理依申请公开事项 7 宗。', 'requests_new 7 B'],
    [2018, '我局收到３件政府信息公开申请。', 'requests_new 3 B'],
    [2018, '全年接到公民、法人和其他组织提出的信息公开申请十二件。', 'requests_new 12 B'],
    [2018, '政府信息公开申请0件。', 'requests_new 0 B'],
    [2018, '收到政府信息公开申请零件。', 'requests_new 0 D'],
    [2018, '政府信息公开申请数为0，', 'requests_new 0 B'],
    [2018, '今年收到申请公开政府信息近50件。', 'requests_new <50 C'],
    [2018, '共收到依申请公开9件，其中当面申请2件，传真申请0件，网络申请6件，信函申请1件。', 'requests_new 9 B; requests_in_person 2 B; requests_fax 0 B; requests_online 6 B; requests_letter 1 B'],
    [2018, '收到网上提交的政府信息公开申请6件。', 'requests_online 6 B'],
    [2018, '通过信函、网络等方式收到政府信息公开申请6件。', 'requests_new 6 B'],
    [2018, '收到政府信息公开申请30件（含上年结转4件）。', 'requests_carried_in 4 B; +1'],
    [2022, '新收政府信息公开申请30件，上年结转4件，结转下年度继续办理2件。', 'requests_new 30 B; requests_carried_in 4 B; requests_carried_out 2 B'],
    [2022, '2021年结转申请4件，另有2件结转至2023年。', 'requests_carried_in 4 B; requests_carried_out 2 B'],
    [2022, '收到政府信息公开申请12件，答复11件（含上年度结转申请1件，另有2件顺延到下年度答复）。', 'requests_new 12 B; outcomes_total 11 B; requests_carried_in 1 B; requests_carried_out 2 B'],
    [2018, '受理政府信息公开申请12件，办结11件。', 'requests_new 12 B; requests_closed 11 B'],
    [2018, '受理政府信息公开申请12件，按时办结10件，延期办结1件。', 'requests_new 12 B; requests_closed_on_time 10 B; requests_closed_extended 1 B'],
    [2018, '答复政府信息公开申请11件。', 'outcomes_total 11 B'],
    [2018, '办理政府信息公开申请11件。', '+1'],
    [2018, '收到行政复议申请2件。', '+1'],
    [2018, '收到项目申请30件，受理专利申请12件。', '+1'],
    [2018, '在信息公开方面，受理许可申请30件。', '+1'],
    [2022, '收到政府信息公开申请20件，其中自然人申请18件。', 'requests_new 20 B; +1'],
    [2018, '收到依申请公开咨询5件。', '+1'],
    [2018, '收到政府信息公开申请1,208件，同比增长12.5%。', 'requests_new 1208 B; +1'],
    [2018, '收到政府信息公开申请80余件。', 'requests_new ≥80 C'],
    [2018, '收到政府信息公开申请约80件。', 'requests_new ~80 C'],
    [2018, '收到政府信息公开申请3至5件。', '+1'],
  ])('%d %s', (year, text, expected) => expect(claims(year, text)).toBe(expected))

  it('takes a bare 申请 for a request only under such a heading', () => {
    expect(claims(2018, '（二）依申请公开情况', '共收到申请12件。')).toBe('requests_new 12 B')
    expect(claims(2018, '（二）项目管理情况', '共收到申请12件。')).toBe('+1')
  })
})

describe('what became of requests', () => {
  const received = '收到政府信息公开申请40件，'
  it.each([
    [2018, `${received}属于已主动公开范围5件，同意公开20件，同意部分公开6件，不同意公开4件。`, 'outcome_already_public 5 B; outcome_granted 20 B; outcome_partial 6 B; outcome_refused_total 4 B'],
    [2022, `${received}其中予以公开20件、部分公开6件、不予公开4件、无法提供7件、不予处理2件、其他处理1件。`, 'outcome_granted 20 B; outcome_partial 6 B; outcome_refused_total 4 B; unable_total 7 B; not_processed_total 2 B; other_total 1 B'],
    [2022, `${received}其中20件予以公开，3件部分公开，1件不予公开。`, 'outcome_granted 20 B; outcome_partial 3 B; outcome_refused_total 1 B'],
    [2018, `${received}申请信息不存在3件，不属于本行政机关公开2件，告知作出更改补充1件。`, 'outcome_nonexistent 3 B; outcome_not_this_agency 2 B; outcome_told_to_amend 1 B'],
    [2022, `${received}本机关不掌握相关政府信息3件，没有现成信息需要另行制作1件，重复申请2件。`, 'unable_not_held 3 B; unable_needs_creation 1 B; not_processed_duplicate 2 B'],
    [2022, `${received}属于国家秘密1件，行政查询事项2件，信访举报投诉类申请3件。`, 'refused_state_secret 1 B; refused_admin_query 2 B; not_processed_petition 3 B'],
  ])('%d %s', (year, text, expected) => expect(claims(year, text)).toBe(`requests_new 40 B; ${expected}`))

  it('reads them under the chapter on requests, and nowhere else', () => {
    expect(claims(2022, '三、收到和处理政府信息公开申请情况', '2022年，予以公开8件，部分公开2件。')).toBe('outcome_granted 8 B; outcome_partial 2 B')
    expect(claims(2022, '一、案件办理', '2022年，予以公开8件，部分公开2件。')).toBe('+1')
  })
})

describe('review, litigation, complaints', () => {
  it.each([
    [2022, '因政府信息公开引发行政复议7件，其中结果维持3件，结果纠正1件，其他结果2件，尚未审结1件。', 'review_total 7 B; review_upheld 3 B; review_corrected 1 B; review_other 2 B; review_pending 1 B'],
    [2022, '政府信息公开行政诉讼5件，其中未经复议直接起诉3件，结果维持2件；复议后起诉2件，尚未审结1件。', 'litigation_total 5 B; litigation_direct_total 3 B; litigation_direct_upheld 2 B; litigation_after_review_total 2 B; litigation_after_review_pending 1 B'],
    [2022, '因信息公开被申请行政复议2件，被提起行政诉讼1起。', 'review_total 2 B; litigation_total 1 B'],
    [2022, '因政府信息公开发生行政复议3件。其中维持2件，被纠错1件。', 'review_total 3 B; review_upheld 2 B; review_corrected 1 B'],
    [2018, '发生信息公开行政诉讼1件，驳回原告诉讼请求1件。', 'litigation_total 1 B; litigation_upheld 1 B'],
    [2018, '政府信息公开行政复议和行政诉讼各1件。', 'review_total 1 B; litigation_total 1 B'],
    [2018, '政府信息公开行政复议、行政诉讼0件。', 'review_total 0 B; litigation_total 0 B'],
    [2018, '政府信息公开行政复议、行政诉讼共3件。', '+1'],
    [2018, '涉及政府信息公开的举报投诉2件。', 'complaints_received 2 B'],
    [2018, '全年办理行政复议案件120件，行政应诉30件。', '+1'],
    [2018, '在推进政务公开中，审理行政复议案件12件。', '+1'],
    [2018, '市场监管热线受理投诉举报2300件。', '+1'],
    [2018, '收到信访举报15件，办理消费投诉30件。', '+1'],
  ])('%d %s', (year, text, expected) => expect(claims(year, text)).toBe(expected))

  it('takes 行政复议 without 公开 only under its own heading', () => {
    expect(claims(2022, '四、政府信息公开行政复议、行政诉讼情况', '全年行政复议3件，行政诉讼1件。')).toBe('review_total 3 B; litigation_total 1 B')
    expect(claims(2022, '（三）依法行政', '全年受理行政复议3件。')).toBe('+1')
  })
})

describe('the three fees stay apart', () => {
  it.each([
    [2022, '全年收取信息处理费860元。', 'processing_fee_collected 860 B'],
    [2022, '收取信息处理费0元。', 'processing_fee_collected 0 B'],
    [2022, '收取信息处理费0.12万元。', 'processing_fee_collected 1200 B'],
    [2020, '收取信息处理费860元。', '+1'],
    [2017, '依申请公开收取费用360元。', 'request_fees_collected 0.036 B'],
    [2017, '依申请公开信息收取的费用1.5万元。', 'request_fees_collected 1.5 B'],
    [2022, '依申请公开收费360元。', '+1'],
    [2022, '行政事业性收费金额12.5万元。', 'fee_amount 12.5 B'],
    [2017, '行政事业性收费金额12.5万元。', '+1'],
    [2022, '本年度未收取信息处理费。', 'processing_fee_collected 0 D'],
    [2022, '未向申请人收取信息处理费。', 'processing_fee_collected 0 D'],
    [2017, '依申请公开未收取任何费用。', 'request_fees_collected 0 D'],
    [2022, '依申请公开未收取任何费用。', ''],
    [2017, '三公经费支出12万元。', '+1'],
  ])('%d %s', (year, text, expected) => expect(claims(year, text)).toBe(expected))
})

describe('negations', () => {
  it.each([
    ['全年未收到政府信息公开申请。', 'requests_new 0 D'],
    ['没有接收到依申请公开事项。', 'requests_new 0 D'],
    ['我局未接到任何形式的信息公开申请。', 'requests_new 0 D'],
    ['本年度未受理依申请公开。', 'requests_new 0 D'],
    ['无人申请公开政府信息。', 'requests_new 0 D'],
    ['未收到申请、行政复议、行政诉讼。', 'requests_new 0 D; review_total 0 D; litigation_total 0 D'],
    ['未发生因政府信息公开引起的行政复议和行政诉讼案件。', 'review_total 0 D; litigation_total 0 D'],
    ['未产生涉及本机关信息公开的举报投诉。', 'complaints_received 0 D'],
    ['无针对政府信息公开的行政复议、行政诉讼，也没有举报或投诉。', 'review_total 0 D; litigation_total 0 D; complaints_received 0 D'],
    ['政府信息公开申请、行政复议、行政诉讼均为0。', 'requests_new 0 D; review_total 0 D; litigation_total 0 D'],
    ['行政复议、行政诉讼数量均为零。', 'review_total 0 D; litigation_total 0 D'],
    ['因信息公开引发的行政复议、行政诉讼均未发生。', 'review_total 0 D; litigation_total 0 D'],
    ['未发生一起行政复议。', 'review_total 0 D'],
    ['信息公开实现零投诉、零复议。', 'complaints_received 0 D; review_total 0 D'],
    ['无上年结转政府信息公开申请。', 'requests_carried_in 0 D'],
    ['未收到当面申请。', 'requests_in_person 0 D'],
  ])('%s', (text, expected) => expect(claims(2018, text)).toBe(expected))

  it.each([
    '政府信息公开申请均未逾期。', '无超期答复的政府信息公开申请。', '未来将办好政府信息公开申请。', '如未收到答复，可申请行政复议。',
    '若未收到政府信息公开申请，应当零报告。', '未收到答复的，可以提起行政诉讼。', '2016年未收到政府信息公开申请。', '上年未收到政府信息公开申请。',
    '第四季度未收到政府信息公开申请。', '上半年未发生行政复议。', '未发生被撤销的行政复议。', '未发生行政诉讼败诉案件。', '未收到信访举报。',
    '不属于本机关的，无法受理申请。', '有无行政复议应当说明。', '未收到上级转办的政府信息公开申请。', '未发生重大舆情。', '无。', '没有公开栏。',
  ])('%s says nothing of the kind', (text) => expect(read(2018, text).figures).toEqual([]))

  it('prints the words and places them', () => {
    const text = '2018 年，我局未收到政府信息公开申请。'
    const [figure] = read(2018, text).figures
    expect(figure).toMatchObject({ indicator: 'requests_new', applicant: 'total', value: 0, state: 'zero', evidence: 'D', printed: '未收到', qualifier: null, cell: null, column: null })
    expect(text.slice(figure?.where.start ?? 0, figure?.where.end ?? 0)).toBe('未收到')
  })
})

describe('channels and the total', () => {
  it.each([
    [2018, '全年主动公开政府信息1208条。', 'disclosed_items_total 1208 B'],
    [2018, '共主动公开各类政府信息3.5万余条。', 'disclosed_items_total ≥35000 C'],
    [2018, '全年公开政务信息９６条。', 'disclosed_items_total 96 B'],
    [2018, '全年公开了46条政府信息。', 'disclosed_items_total 46 B'],
    [2018, '通过政府门户网站公开信息300余条。', 'channel_website_items ≥300 C'],
    [2018, '在局网站上，发布信息 62 条。', 'channel_website_items 62 B'],
    [2018, '政府公报公开政府信息5条。', 'channel_gazette_items 5 B'],
    [2018, '政务微博“甲乙科技”发布信息45条。', 'channel_weibo_items 45 B'],
    [2018, '微信公众号推送文章三十余篇。', 'channel_wechat_items ≥30 C'],
    [2018, '发布微博20条，微信公众号64条，抖音8条。', 'channel_weibo_items 20 B; channel_wechat_items 64 B; channel_other_items 8 B'],
    [2018, '通过报纸、电视公开信息12条。', 'channel_other_items 12 B'],
    [2018, '公示栏公开信息20余条。', 'channel_other_items ≥20 C'],
    [2018, '主动公开政府信息200条，其中网站120条、微博30条、微信公众号40条、公开栏10条。', 'disclosed_items_total 200 B; channel_website_items 120 B; channel_weibo_items 30 B; channel_wechat_items 40 B; channel_other_items 10 B'],
    [2018, '主动公开政府信息200条，其中通过政府网站公开120条。', 'disclosed_items_total 200 B; channel_website_items 120 B'],
    [2018, '通过网站、微博、微信等渠道，主动公开政府信息500条。', 'disclosed_items_total 500 B'],
    [2018, '通过网站、微博共主动公开政府信息215条。', 'disclosed_items_total 215 B'],
    [2018, '通过网站、微博发布信息215条。', '+1'],
    [2018, '政务新媒体发布信息215条。', '+1'],
    [2018, '在新闻网站发布信息68条。', '+1'],
    [2018, '网站发布财务类信息3条，预决算等信息15条。', '+1'],
    [2018, '主动公开政府信息30条，其中部门文件4件，财政资金2件。', 'disclosed_items_total 30 B; +1'],
    [2018, '部门动态栏目公开信息42条。', '+1'],
    [2018, '公开目录事项24条。', '+1'],
    [2018, '开通政务微博1个，微信公众号2个。', '+1'],
    [2018, '公报出版6期，微信粉丝3000人，网站访问12万次。', '+1'],
    [2018, '网站回复留言30条。', '+1'],
    [2018, '公开建议提案办理结果6条。', '+1'],
    [2018, '转发上级信息50条。', '+1'],
    [2022, '市政府网站公开各类政府信息5500余条。', 'channel_website_items ≥5500 C'],
  ])('%d %s', (year, text, expected) => expect(claims(year, text)).toBe(expected))
})

describe('documents and decisions', () => {
  it.each([
    [2018, '制发规范性文件6件，印发文件48件。', 'normative_docs_issued 6 B; +1'],
    [2018, '主动公开规范性文件6件。', 'disclosed_normative_docs 6 B'],
    [2019, '公开规范性文件6件。', 'normative_docs_newly_disclosed 6 B'],
    [2019, '新公开规章1件。', 'regulations_newly_disclosed 1 B'],
    [2022, '制发规章2件、行政规范性文件15件，废止3件，现行有效120件。', 'regulations_issued 2 B; normative_docs_issued 15 B; normative_docs_repealed 3 B; normative_docs_in_force 120 B'],
    [2022, '出台政策性文件11件，收发公文300件。', '+1'],
    [2022, '修订规章制度8项。', '+1'],
    [2022, '作出行政处罚决定12件。', 'penalty_decisions 12 B'],
    [2022, '公开行政处罚决定12件，办理行政许可事项40项。', '+1'],
  ])('%d %s', (year, text, expected) => expect(claims(year, text)).toBe(expected))
})

describe('interpretation and response', () => {
  it.each([
    [2018, '发布政策解读稿件12篇。', 'interpretation_articles 12 B'],
    [2022, '制作政策解读21个。', 'interpretation_articles 21 B'],
    [2022, '发布8篇政策解读材料。', 'interpretation_articles 8 B'],
    [2018, '开展政策解读11条，其中图文解读1条。', 'interpretation_articles 11 B; +1'],
    [2018, '举办政策解读培训班3期，政策解读会2场。', '+1'],
    [2018, '召开新闻发布会3场。', 'press_conferences 3 B'],
    [2018, '组织召开了“稳增长”“促就业，惠民生”等新闻发布会12场。', 'press_conferences 12 B'],
    [2018, '参加市里举办的新闻发布会两次。', 'press_conferences 2 B'],
    [2018, '参加了2次新闻发布会。', 'press_conferences 2 B'],
    [2018, '局长参加一次由甲局举办的新闻发布会。', 'press_conferences_by_head 1 B'],
    [2018, '副局长出席新闻发布会1次。', 'press_conferences 1 B'],
    [2018, '举办新闻发布会4次，其中主要负责同志参加2次。', 'press_conferences 4 B; press_conferences_by_head 2 B'],
    [2018, '开展“在线访谈”5期。', 'web_interviews 5 B'],
    [2018, '回应公众关注热点或重大舆情4次。', 'hot_issue_responses 4 B'],
    [2018, '办理网民留言20条，回复咨询30次。', '+1'],
  ])('%d %s', (year, text, expected) => expect(claims(year, text)).toBe(expected))
})

describe('staff, places, money', () => {
  it.each([
    [2018, '配备政务公开专职人员2名，兼职人员3名。', 'staff_full_time 2 B; staff_part_time 3 B'],
    [2018, '从事政府信息公开工作人员共5人（专职人员2人，兼职人员3人）。', 'staff_total 5 B; staff_full_time 2 B; staff_part_time 3 B'],
    [2018, '指定1名兼职工作人员负责政务公开。', 'staff_part_time 1 B'],
    [2018, '目前，有政务公开工作人员5名。', 'staff_total 5 B'],
    [2022, '配备政务公开专（兼）职人员3名。', 'staff_total 3 B'],
    [2018, '政务公开由1名副局长分管。', '+1'],
    [2018, '专职网格员30名，兼职律师2名，参与政务公开。', '+1'],
    [2018, '专利专员56名。', '+1'],
    [2018, '设置政府信息公开查阅点3处。', 'reading_points 3 B'],
    [2018, '设立了2个政府信息公开查阅点。', 'reading_points 2 B'],
    [2018, '设有政府信息公开专门机构1个。', 'ogi_offices 1 B'],
    [2018, '落实政府信息公开专项经费8.5万元。', 'ogi_budget 8.5 B'],
    [2018, '安排政务公开经费36000元。', 'ogi_budget 3.6 B'],
    [2018, '到位项目资金3086.81万元。', '+1'],
  ])('%d %s', (year, text, expected) => expect(claims(year, text)).toBe(expected))
})

describe('meetings and training', () => {
  it.each([
    [2018, '召开政务公开工作会议3次。', 'meetings_held 3 B'],
    [2018, '召开了两次政府信息公开专题会议。', 'meetings_held 2 B'],
    [2018, '召开党组会议12次。', '+1'],
    [2018, '召开政务公开座谈会2次。', '+1'],
    [2018, '举办政务公开培训班2期，培训人员120人次。', 'training_sessions 2 B; training_attendances 120 B'],
    [2018, '组织开展了3场信息公开业务培训。', 'training_sessions 3 B'],
    [2018, '举办全区政务公开业务培训１次，培训80余人次。', 'training_sessions 1 B; training_attendances ≥80 C'],
    [2018, '参加市政府举办的政务公开培训班5次。', '+1'],
    [2018, '派员参加政务公开培训，培训3人次。', '+1'],
    [2018, '举办企业政策宣讲培训班6期，培训企业200家。', '+1'],
  ])('%d %s', (year, text, expected) => expect(claims(year, text)).toBe(expected))
})

describe('whose year', () => {
  it.each([
    [2017, '2016年公开政府信息100条，2017年公开政府信息150条，比上年增加50条。', 'disclosed_items_total 150 B; +1'],
    [2017, '去年公开政府信息100条。', '+1'],
    [2017, '下一步，将公开政府信息300条。', '+1'],
    [2017, '计划召开政务公开工作会议2次。', '+1'],
    [2017, '每年召开政务公开工作会议2次。', '+1'],
    [2017, '网站开通以来累计发布信息2000条。', '+1'],
    [2017, '累计公开政府信息2000条。', '+1'],
    [2017, '2017年累计公开政府信息2000条。', 'disclosed_items_total 2000 B'],
    [2017, '2014-2017年公开政府信息2000条。', '+1'],
    [2017, '截至2017年12月31日，公开政府信息80条。', 'disclosed_items_total 80 B'],
    [2017, '截至11月底，公开政府信息80条。', '+1'],
    [2017, '上半年公开政府信息80条。', '+1'],
    [2017, '第一季度公开政府信息20条。', '+1'],
    [2017, '1—12月，公开政府信息80条。', 'disclosed_items_total 80 B'],
    [2017, '二〇一七年公开政府信息80条。', 'disclosed_items_total 80 B'],
    [2017, '与上年相比，2017年公开政府信息80条。', 'disclosed_items_total 80 B'],
    [2017, '今年以来公开政府信息80条。', 'disclosed_items_total 80 B'],
    [null, '2017年公开政府信息80条。', 'disclosed_items_total 80 B'],
  ])('%s %s', (year, text, expected) => expect(claims(year, text)).toBe(expected))

  it('reads no plans as facts, under any heading that announces them', () => {
    expect(claims(2017, '五、存在的问题和下一步打算', '召开政务公开工作会议2次。')).toBe('+1')
    expect(claims(2017, '五、存在的问题和改进情况', '2017年召开政务公开工作会议2次。')).toBe('meetings_held 2 B')
  })

  it('carries another year on into 其中', () => {
    expect(claims(2017, '2016年公开政府信息100条。其中政府网站80条。')).toBe('+2')
  })
})

describe('other subjects are not ours', () => {
  it.each([
    '接受群众当面咨询360余次，电话咨询700余次。', '12345热线受理诉求300件。', '承办政协提案2件，人大代表建议5件。', '申报科技项目276个，到位资金300万元。',
    '专利申请量381件，授权125件。', '新建基地6000亩。', '公开率100%，答复率98.5%。', '办件量50件，其中自然人办件0件。', '收录企业一百多家。', '参加培训3人次。',
    '化解信访案件12件。', '办理局长信箱来信30件。',
  ])('%s', (text) => expect(claims(2018, text)).toBe('+1'))
})

describe('what is no number at all', () => {
  it.each([
    '本报告统计期限自2018年1月1日起，至2018年12月31日止。', '根据《条例》（国务院令第711号）第五十条和国办公开办函〔2019〕60号编制。',
    '联系电话：0951-1234567，传真：0951-7654321，邮编：750001。', '（地址：幸福路12号行政中心3号楼212室；电子邮箱：ab12@163.com）', '网址：http://www.example.gov.cn/art/2018/1/2.html',
    '一是加强学习，二是完善制度，三是强化监督。', '1. 门户网站。', '（2）健全机制。', '十九大和十九届四中全会精神、“十三五”规划、“三审三校”、“两个清单”。',
    '统一思想，进一步提高认识，逐一落实第一责任。', '附件1：统计表', '2018年2月26日', '推进一件事一次办，网站发布O2O平台。',
  ])('%s', (text) => expect(claims(2018, text)).toBe(''))
})

describe('where it stands', () => {
  it('gives the number with its unit as printed, and its characters in the paragraph', () => {
    const text = '（一）主动公开情况。2018 年，通过局网站公开信息 1，208 条；微博 ２０ 条。'
    const { figures } = read(2018, '一、概述', text)
    expect(figures.map(({ printed, value, where }) => [printed, value, text.slice(where.start ?? 0, where.end ?? 0), where.paragraph, where.page])).toEqual([
      ['1，208 条', 1208, '1，208 条', 2, 1],
      ['２０ 条', 20, '２０ 条', 2, 1],
    ])
  })

  it('leaves a sentence with one number unread whole, with its place', () => {
    const text = '今年很忙。发布政策解读5篇，接待群众30人次。'
    const { figures, unplaced } = read(2018, text)
    expect(figures).toHaveLength(1)
    expect(unplaced).toMatchObject([{ kind: 'sentence', text: '发布政策解读5篇，接待群众30人次。', where: { paragraph: 1, start: 5, end: text.length } }])
  })

  it('joins digits that a space split inside one number, not a year and a number', () => {
    expect(claims(2018, '公开政府信息 1 8件。')).toBe('disclosed_items_total 18 B')
    expect(claims(2018, '2018 132条政府信息公开了。')).toBe('+1')
  })

  it('says total where the indicator is asked by applicant, else nothing', () => {
    const { figures } = read(2022, '收到政府信息公开申请5件，召开政务公开会议1次。')
    expect(figures.map(({ indicator, applicant }) => [indicator, applicant])).toEqual([['requests_new', 'total'], ['meetings_held', null]])
  })
})

describe('whose figures', () => {
  const bureau = { year: 2018, agency: '甲市乙区科学技术局', scope: 'own' } as const
  const whole = { year: 2018, agency: '甲市乙区人民政府', scope: 'aggregate' } as const
  const office = { year: 2018, agency: '甲市人民政府办公室', scope: 'office' } as const
  it.each([
    [bureau, '区科技局收到政府信息公开申请3件。', 'requests_new 3 B'],
    [bureau, '乙区科学技术局收到政府信息公开申请3件。', 'requests_new 3 B'],
    [bureau, '甲市科技局收到政府信息公开申请3件。', '+1'],
    [bureau, '全区收到政府信息公开申请3件。', '+1'],
    [bureau, '全区收到政府信息公开申请30件，其中我局收到政府信息公开申请3件。', 'requests_new 3 B; +1'],
    [bureau, '区政府办公室高度重视。收到政府信息公开申请3件。', 'requests_new 3 B'],
    [bureau, '区政府办公室检查2次。收到政府信息公开申请3件。', '+2'],
    [bureau, '区政府各部门收到政府信息公开申请30件。', '+1'],
    [bureau, '全区收到政府信息公开申请30件。办结28件。', '+2'],
    [bureau, '全区未收到政府信息公开申请。', ''],
    [bureau, '举办全区政务公开培训班2期。', 'training_sessions 2 B'],
    [bureau, '局办公室配备政务公开专职人员1名。', 'staff_full_time 1 B'],
    [bureau, '根据区政府办公室要求，公开政府信息30条。', 'disclosed_items_total 30 B'],
    [whole, '全区收到政府信息公开申请30件。', 'requests_new 30 B'],
    [whole, '全市收到政府信息公开申请300件。', '+1'],
    [whole, '各级各部门共公开政府信息900条。', 'disclosed_items_total 900 B'],
    [whole, '区科技局收到政府信息公开申请3件。', '+1'],
    [whole, '区政府收到政府信息公开申请3件。', '+1'],
    [whole, '区政府严格落实条例，收到政府信息公开申请3件。', 'requests_new 3 B'],
    [whole, '乙区人民政府收到政府信息公开申请30件。', 'requests_new 30 B'],
    [whole, '区政府各部门收到政府信息公开申请30件。', '+1'],
    [whole, '区政府召开新闻发布会3场。', 'press_conferences 3 B'],
    [office, '我办收到政府信息公开申请3件。', 'requests_new 3 B'],
    [office, '市政府收到政府信息公开申请3件。', '+1'],
    [{ year: 2018 }, '全市收到政府信息公开申请300件。', '+1'],
  ])('%o: %s', (about, text, expected) => expect(claims(about, text)).toBe(expected))
})

describe('near misses', () => {
  it.each([
    ['全年召开政务公开工作推进会、培训会5次。', '+1'],
    ['在市级以上媒体刊发稿件56篇，在报纸发表2篇。', '+1'],
    ['通过市级以上媒体公开信息56条。', 'channel_other_items 56 B'],
    ['微信公众号发布信息560篇次。', 'channel_wechat_items 560 B'],
    ['政府信息公开专项经费为0。', 'ogi_budget 0 B'],
    ['收到政府信息公开申请情况：0件。', 'requests_new 0 B'],
    ['接受政府信息公开申请5次。', 'requests_new 5 B'],
    ['第一，300条信息已经发布。', '+1'],
    ['接听电话12000次。', '+1'],
    ['网站每月发布10-20条。', '+1'],
    ['11-12月公开政府信息20条。', '+1'],
    ['（2018）12件。', '+1'],
    ['收到受理行政复议申请和项目申请共12件。', '+1'],
    ['区教育局公开政府信息60条，区民政局公开政府信息40条。', '+1'],
    ['各镇街公开政府信息600条，各部门公开政府信息900条。', '+1'],
    ['在信用中国网站公示行政处罚信息12条。', '+1'],
    ['制发公文312件，其中主动公开120件，依申请公开15件，不予公开177件。', '+1'],
    ['依申请公开：收到6件，答复6件。', 'requests_new 6 B; outcomes_total 6 B'],
    ['收到依申请公开申请书6份。', 'requests_new 6 B'],
    ['微博、微信分别发布信息100条、200条。', 'channel_weibo_items 100 B; channel_wechat_items 200 B'],
    ['市公安局、市民政局分别公开政府信息100条、200条。', '+1'],
    ['微博、微信阅读量分别为100条、200条、300条。', '+1'],
    ['2017年、2018年分别公开政府信息100条、200条。', '+1'],
    ['制定政务公开制度，要求每个部门至少公开政府信息12条。', '+1'],
    ['政务公开领导小组成员12人，全局工作人员45名。', '+1'],
  ])('%s', (text, expected) => expect(claims(2018, text)).toBe(expected))
})
