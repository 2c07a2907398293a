import type { CorpusPart, CorpusReport } from './claimCorpus.ts'

/** A second set of sentences, in other words and of other bodies, put together when the reader already read the first. */
export const claimCorpusAgain: readonly CorpusPart[] = [
  {
    agency: '东山省自然资源厅',
    scope: 'own',
    year: 2020,
    lines: `
截至2020年12月底，我厅本年度共受理政府信息公开申请四百一十二件，较去年同期上升15个百分点。 | requests_new 412 B; +1
厅机关全年登记受理政府信息公开申请412件。 | requests_new 412 B
我厅2020年度新增政府信息公开申请412件，上年度结转17件，合计429件。 | requests_new 412 B; requests_carried_in 17 B; +1
全年答复政府信息公开申请421件，其中，予以公开205件，部分公开48件，不予公开36件，无法提供102件，不予处理21件，其他处理9件；转结下年8件。 | outcomes_total 421 B; outcome_granted 205 B; outcome_partial 48 B; outcome_refused_total 36 B; unable_total 102 B; not_processed_total 21 B; other_total 9 B; requests_carried_out 8 B
对412件申请全部依法答复，其中205件予以公开。 | outcome_granted 205 B; +1
因属于国家秘密不予公开3件，因属于行政执法案卷不予公开5件，因涉及四类过程性信息不予公开6件。 | +1
# 三、收到和处理政府信息公开申请情况
因属于国家秘密不予公开3件，因属于行政执法案卷不予公开5件，因属于四类过程性信息不予公开6件。 | refused_state_secret 3 B; refused_enforcement_file 5 B; refused_process_information 6 B
本机关不掌握相关政府信息的88件，没有现成信息需要另行制作的14件。 | unable_not_held 88 B; unable_needs_creation 14 B
# 四、政府信息公开行政复议、行政诉讼情况
全年因政府信息公开工作被申请行政复议23件，其中：维持15件、纠正2件、其他结果4件、尚未审结2件。 | review_total 23 B; review_upheld 15 B; review_corrected 2 B; review_other 4 B; review_pending 2 B
被提起行政诉讼11件，其中未经复议直接起诉7件（结果维持5件、尚未审结2件），复议后起诉4件（结果维持4件）。 | litigation_total 11 B; litigation_direct_total 7 B; litigation_direct_upheld 5 B; litigation_direct_pending 2 B; litigation_after_review_total 4 B; litigation_after_review_upheld 4 B
# 一、总体情况
厅门户网站发布信息1.36万条，“东山自然资源”微信公众号推送图文1280篇，官方微博发布2160条。 | channel_website_items 13600 B; channel_wechat_items 1280 B; channel_weibo_items 2160 B
门户网站全年累计点击量突破2000万次。 | +1
在厅官方网站“政府信息公开”专栏公开信息近900条。 | channel_website_items <900 C
召开例行新闻发布会4场次，厅长出席新闻发布会1次。 | press_conferences 4 B; press_conferences_by_head 1 B
刊发政策解读文章36篇，其中专家解读12篇、图解20篇。 | interpretation_articles 36 B; +1
全省自然资源系统共收到政府信息公开申请8600余件。 | +1
全年审批建设用地1260宗、面积8.6万亩。 | +1
受理矿业权申请86件，颁发不动产权证书120万本。 | +1
省政府网站转载我厅信息68条。 | +1
办理行政复议案件156件，行政应诉案件98件。 | +1
组织全省系统政务公开视频培训1次，3000余人次参训。 | training_sessions 1 B; training_attendances ≥3000 C
厅政务公开领导小组召开会议2次，研究政务公开重点任务。 | +1
新制作规范性文件12件，新公开规范性文件12件，对外公开总数量186件。 | normative_docs_issued 12 B; normative_docs_newly_disclosed 12 B; +1
2021年，计划组织政务公开培训2次。 | +1
“十三五”以来，累计答复政府信息公开申请2100件。 | +1
同比2019年多收到申请55件。 | +1
`,
  },
  {
    agency: '西川市乌兰县卫生健康委员会',
    scope: 'own',
    year: 2017,
    lines: `
年初以来，我委共录入并公开政府信息148条。 | disclosed_items_total 148 B
2017年度，县卫健委主动公开政府信息总计一百四十八条。 | disclosed_items_total 148 B
公开政府信息148条，其中机构职能类3条，法规文件类20条，动态类125条。 | disclosed_items_total 148 B; +1
148条政府信息通过县政府门户网站向社会公开。 | +1
信息公开数量为148条，其中：政府网站上公开102条，政务微信公众平台上公开46条。 | channel_website_items 102 B; channel_wechat_items 46 B; +1
其它方式（公示栏、宣传册等）公开信息31条。 | channel_other_items 31 B
利用户外LED显示屏、公开栏公开各类信息３１条（次）。 | channel_other_items 31 B
全年未开通政务微博，微博公开信息0条。 | channel_weibo_items 0 B
政府公报公开政府信息数0条；政务微博公开政府信息数12条。 | channel_gazette_items 0 B; channel_weibo_items 12 B
全年没有收到书面或网上申请公开政府信息的情况。 | requests_new 0 D
本年度没有公民、法人和其他组织向我委提出信息公开申请。 | requests_new 0 D
2017年，我委依申请公开信息0件。 | +1
未收到任何依申请公开政府信息的申请，未收取任何费用。 | requests_new 0 D; request_fees_collected 0 D
政府信息公开工作中未发生申请复议、提起诉讼和申诉的情况。 | review_total 0 D; litigation_total 0 D
本年度无因政府信息公开引起的举报、投诉。 | complaints_received 0 D
没有因信息公开申请行政复议、提起行政诉讼的情况。 | review_total 0 D; litigation_total 0 D
收到复议、诉讼、申诉均为零。 | review_total 0 D; litigation_total 0 D
信息公开工作人员共3名，其中专职1名、兼职2名。 | staff_total 3 B; staff_full_time 1 B; staff_part_time 2 B
由办公室1名专职人员、各科室6名兼职人员负责信息公开工作。 | staff_full_time 1 B; staff_part_time 6 B
全县共有卫生技术人员1260人，其中执业医师430人。 | +1
政务公开工作专项经费支出2万元。 | ogi_budget 2 B
安排政府信息公开专项经费30000元。 | ogi_budget 3 B
召开信息公开工作专题会议2次，举办信息公开培训班1期，接受培训人员32人次。 | meetings_held 2 B; training_sessions 1 B; training_attendances 32 B
全年开展医务人员业务培训60期，培训4800人次。 | +1
选送12名信息公开工作人员参加县政府培训。 | +1
开展健康讲座48场，义诊32次，发放宣传资料2万份。 | +1
办理卫生许可证230件，注销15件。 | +1
受理医疗纠纷投诉18件。 | +1
基本公共卫生补助资金860万元，人均55元。 | +1
本年度回应公众关注热点或重大舆情数2次。 | hot_issue_responses 2 B
政策解读稿件发布数5篇，参加新闻发布会1次。 | interpretation_articles 5 B; press_conferences 1 B
较2016年的120条增加28条。 | +1
2016年收到申请2件，2017年未收到申请，均指政府信息公开申请。 | requests_new 0 D; +1
乌兰县2017年信息公开申请总数为25件。 | +1
全县卫生系统公开信息1500余条。 | +1
各乡镇卫生院公开信息300条。 | +1
县政府信息公开办对我委公开的信息抽查20条。 | +1
明年拟发布解读10篇。 | +1
`,
  },
  {
    agency: '南江市青河区人民政府',
    scope: 'aggregate',
    year: 2019,
    lines: `
2019年，青河区政府信息公开申请总量为356件，同比增加21.5%。 | requests_new 356 B; +1
青河区各级行政机关共接收政府信息公开申请356件，其中通过网络提出的268件，通过信函提出的74件，当面提出的14件。 | requests_new 356 B; requests_online 268 B; requests_letter 74 B; requests_in_person 14 B
全区2019年度新收申请356件，其中本级政府部门210件、街道146件，均为政府信息公开申请。 | requests_new 356 B; +1
从申请内容看，涉及房屋征收类126件、教育类35件。 | +1
从办理结果看，全区政府信息公开申请予以公开156件、占44%，部分公开22件、占6%。 | outcome_granted 156 B; outcome_partial 22 B; +1
全区政务公开工作人员共计186人，其中专职人员42人、兼职人员144人。 | staff_total 186 B; staff_full_time 42 B; staff_part_time 144 B
全区累计主动公开政府信息逾4.5万条，其中区政府网站主动公开逾1.8万条。 | +1
2019年，全区累计主动公开政府信息逾4.5万条，其中区政府网站公开逾1.8万条。 | disclosed_items_total ≥45000 C; channel_website_items ≥18000 C
“青河发布”微博全年发布信息3650条、微信2190条、头条号1460条。 | channel_weibo_items 3650 B; channel_wechat_items 2190 B; channel_other_items 1460 B
区政府召开新闻发布会12场，区长出席4场。 | press_conferences 12 B; +1
全区各单位制作政策解读材料165份，制作图解58份。 | interpretation_articles 165 B; +1
区司法局审结行政复议案件86件，其中政府信息公开类9件。 | +1
区政府作为被告的行政诉讼案件28件。 | +1
全区全年信息公开类行政复议9件、行政诉讼6件，无被纠错情形。 | review_total 9 B; litigation_total 6 B
南江市2019年共收到政府信息公开申请5600件。 | +1
全市政府网站普查抽查中，我区得分97分。 | +1
区住建局、区教育局、区民政局收到的申请量居前三，分别为88件、42件、30件。 | +1
区政府门户网站共有专栏26个，全年改版1次。 | +1
区信访局受理群众来信1500件次。 | +1
全区完成固定资产投资230亿元，财政收入46.8亿元。 | +1
全区新制作规范性文件6件。 | normative_docs_issued 6 B
全区各街道公开信息1.2万条，各部门公开信息3.3万条。 | +1
组织街道、部门政务公开业务培训5场，培训320人次。 | training_sessions 5 B; training_attendances 320 B
`,
  },
  {
    agency: '北湖市公安局',
    scope: 'own',
    year: 2023,
    lines: `
2023年，市公安局共办理政府信息公开申请147件（含2022年结转6件），办结143件，结转下一年度继续办理4件。 | requests_carried_in 6 B; requests_closed 143 B; requests_carried_out 4 B; +1
全局新收政府信息公开申请141件，其中公民申请138件。 | requests_new 141 B; +1
我局共收到政府信息公开申请141件，按时办结率100%。 | requests_new 141 B; +1
本年收到信息公开申请141件，同比下降12件。 | requests_new 141 B; +1
北湖市公安局收到公民提交的政府信息公开申请141件。 | requests_new 141 B
北湖警方官方微博发布各类信息4820条，阅读量达1.2亿次。 | channel_weibo_items 4820 B; +1
通过“北湖公安”微信公众号发布信息1360条，抖音号发布作品420个、快手号发布作品380个。 | channel_wechat_items 1360 B; +1
依托局门户网站发布信息960条，市政府网站发布信息210条。 | channel_website_items 960 B; channel_website_items 210 B
全年召开新闻发布会7场、接受媒体采访65次。 | press_conferences 7 B; +1
开展在线访谈活动3期，征集网民问题120条。 | web_interviews 3 B; +1
发布政策解读5期，举办“警营开放日”28场次。 | interpretation_articles 5 B; +1
共向11名申请人收取信息处理费合计2360元。 | processing_fee_collected 2360 B; +1
本年度信息处理费收取金额为0元。 | processing_fee_collected 0 B
我局全年没有收取信息处理费。 | processing_fee_collected 0 D
本年度行政处罚决定12860件，行政强制决定3260件，行政许可决定98500件。 | penalty_decisions 12860 B; coercion_decisions 3260 B; licensing_decisions 98500 B
破获刑事案件1260起，抓获犯罪嫌疑人1850名。 | +1
110接处警26万起，交通事故下降8%。 | +1
举报电话接受举报线索320条。 | +1
被申请行政复议96件，其中政府信息公开类5件。 | +1
因政府信息公开被复议5件、被诉3件。 | review_total 5 B; litigation_total 3 B
各分局、县局共收到政府信息公开申请560件。 | +1
下属11个分局公开信息3600条。 | +1
全市公安机关发布信息5.6万条。 | +1
开展政务公开业务培训2次，参训民辅警180余人次。 | training_sessions 2 B; training_attendances ≥180 C
信息公开岗位配备专职民警2名、辅警1名。 | +1
局党委会专题听取政务公开工作汇报1次。 | +1
拟于2024年举办培训3次。 | +1
2022—2023年，共收到政府信息公开申请294件。 | +1
`,
  },
  {
    agency: '中原大学',
    scope: 'own',
    year: 2021,
    lines: `
学校全年通过官网发布信息2360条，官方微信公众号推送568期，官方微博1240条。 | channel_website_items 2360 B; channel_weibo_items 1240 B; +1
全校共受理信息公开申请4项，均按期答复。 | requests_new 4 B
学校信息公开网主动公开信息1023条。 | channel_website_items 1023 B
2021年度，学校没有收到信息公开申请，没有发生因信息公开被举报、申请复议的情况。 | requests_new 0 D; complaints_received 0 D; review_total 0 D
学校配备信息公开专职工作人员2名，兼职信息员56名。 | staff_full_time 2 B; staff_part_time 56 B
学校举办新闻发布会2次。 | press_conferences 2 B
召开校长办公会26次，教代会1次，审议议题210项。 | +1
各学院、各部门公开信息8600条。 | +1
本科生招生计划5200人，录取5186人。 | +1
发表论文3200篇，授权专利860项，到账科研经费6.8亿元。 | +1
电子屏展播信息320条次。 | channel_other_items 320 B
学校年鉴、校报公开信息45条。 | +1
`,
  },
  {
    agency: '东海县供电公司',
    scope: 'own',
    year: 2018,
    lines: `
公司在县政府网站公开信息36条，在营业厅公示栏公开信息52条。 | channel_website_items 36 B; channel_other_items 52 B
公司未接到信息公开申请。 | requests_new 0 D
新增用户3200户，完成售电量18.6亿千瓦时。 | +1
95598热线受理客户诉求1260件。 | +1
公司专职负责信息公开的人员1名。 | staff_full_time 1 B
完成电网投资1.2亿元，新建线路86公里。 | +1
全县公共企事业单位公开信息900条。 | +1
`,
  },
  {
    agency: '北湖市统计局',
    scope: 'own',
    year: 2018,
    lines: `
全年共主动公开政府信息一千零二十四条。 | disclosed_items_total 1024 B
共公开信息９８６条，比去年多６６条。 | disclosed_items_total 986 B; +1
全年公开政府信息：986条。 | disclosed_items_total 986 B
全年公开政府信息九百八十余条。 | disclosed_items_total ≥980 C
全年公开政府信息980条左右。 | disclosed_items_total ~980 C
全年公开政府信息900至1000条。 | +1
全年公开政府信息上千条。 | +1
全年公开政府信息三四十条。 | +1
全年公开政府信息1万2千条。 | +1
公开政府信息不少于900条。 | +1
主动公开率达100%，答复率达100%。 | +1
主动公开信息占比为85.6%，位列第5名。 | +1
依申请公开平均办理时限8个工作日。 | +1
向公众提供统计资料咨询服务1260人次。 | +1
受理统计违法举报6件，立案4件。 | +1
统计微信公众号推送统计数据信息126期。 | +1
微信推送数据解读36篇。 | +1
在《北湖日报》刊发统计信息12条。 | channel_other_items 12 B
收到政府信息公开申请7件（网络申请5件，信函申请2件），办结7件。 | requests_new 7 B; requests_online 5 B; requests_letter 2 B; requests_closed 7 B
收到7件政府信息公开申请，其中3件为重复申请。 | requests_new 7 B; not_processed_duplicate 3 B
收到政府信息公开申请7件，其中同意公开的4件，部分公开的1件，不属于本行政机关公开的2件。 | requests_new 7 B; outcome_granted 4 B; outcome_partial 1 B; outcome_not_this_agency 2 B
政府信息公开申请同意公开答复4件，占57%。 | outcome_granted 4 B; +1
2018年申请公开量为7件，均通过网络提交。 | +1
政府信息公开申请件数：7。 | requests_new 7 B
零收费、零投诉，未发生行政复议。 | review_total 0 D
信息公开工作全年零投诉、零复议、零诉讼。 | complaints_received 0 D; review_total 0 D; litigation_total 0 D
没有出现因信息公开工作不到位而引起的行政复议和行政诉讼。 | review_total 0 D; litigation_total 0 D
未因政府信息公开工作被提起行政诉讼。 | litigation_total 0 D
政府信息公开行政复议0起，行政诉讼0起。 | review_total 0 B; litigation_total 0 B
从未发生过泄密事件。 |
没有发生有效投诉，没有重大舆情。 |
未发现违规收费问题。 |
我局无政府网站，无政务微博。 |
对未按时答复的申请，逐一督办。 |
不存在应公开未公开的信息。 |
全年组织保密审查1200件次，未发生失泄密事件。 | +1
举办统计法培训4期，培训520人次。 | +1
举办信息公开及保密知识培训2期，培训68人次。 | training_sessions 2 B; training_attendances 68 B
召开全市统计工作会议1次。 | +1
召开信息公开领导小组会议3次。 | meetings_held 3 B
政务公开专兼职人员5名。 | staff_total 5 B
信息公开工作由1名副局长分管、2名同志兼职。 | staff_part_time 2 B; +1
`,
  },
]

export const reportCorpusAgain: readonly CorpusReport[] = [
  {
    agency: '西川市交通运输局',
    scope: 'own',
    year: 2022,
    paragraphs: [
      '西川市交通运输局2022年政府信息公开工作年度报告',
      '一、总体情况',
      '（一）主动公开情况',
      '今年，我局在市政府门户网站发布信息513条，局微信公众号发布信息826条；召开新闻发布会2场；发布政策解读9篇，其中图文解读5篇。完成公路建设投资58亿元，新改建农村公路320公里。',
      '（二）依申请公开情况',
      '全年共收到政府信息公开申请31件，较上年减少5件。其中网上申请24件、信函申请7件。答复31件，予以公开19件，部分公开4件，无法提供8件。全市交通运输系统共收到申请120件，答复118件。',
      '（三）监督保障情况',
      '举办政务公开培训1次，培训人员75人；参加市政府办组织的培训3次。处理12328热线投诉2600件。',
      '四、政府信息公开行政复议、行政诉讼情况',
      '因政府信息公开被申请行政复议2件，结果均为维持；未发生行政诉讼。',
      '六、其他需要报告的事项',
      '本年度未收取信息处理费。',
    ],
    claims: [
      'channel_website_items 513 B',
      'channel_wechat_items 826 B',
      'press_conferences 2 B',
      'interpretation_articles 9 B',
      'requests_new 31 B',
      'requests_online 24 B',
      'requests_letter 7 B',
      'outcomes_total 31 B',
      'outcome_granted 19 B',
      'outcome_partial 4 B',
      'unable_total 8 B',
      'training_sessions 1 B',
      'training_attendances 75 B',
      'review_total 2 B',
      'litigation_total 0 D',
      'processing_fee_collected 0 D',
    ],
  },
  {
    agency: '东山省人民政府',
    scope: 'aggregate',
    year: 2022,
    paragraphs: [
      '东山省人民政府2022年政府信息公开工作年度报告',
      '一、总体情况',
      '2022年，全省各级行政机关通过各类渠道主动公开政府信息312万条，其中政府网站公开198万余条，政务微博公开41万条，政务微信公开62万条。省政府公报刊登规范性文件96件，省政府门户网站发布信息4.8万条。',
      '全省共新收政府信息公开申请2.86万件，上年结转1260件；办结2.87万件，结转下年度1160件。省级部门收到4200件，各市收到2.44万件。',
      '全省因政府信息公开引起的行政复议3200件，行政诉讼1100件。全省制发规章9件、行政规范性文件860件。',
      '省政府新闻办举办新闻发布会126场。全省共收取信息处理费3.6万元。',
    ],
    claims: [
      'disclosed_items_total 3120000 B',
      'channel_website_items ≥1980000 C',
      'channel_weibo_items 410000 B',
      'channel_wechat_items 620000 B',
      'channel_website_items 48000 B',
      'requests_new 28600 B',
      'requests_carried_in 1260 B',
      'requests_closed 28700 B',
      'requests_carried_out 1160 B',
      'review_total 3200 B',
      'litigation_total 1100 B',
      'regulations_issued 9 B',
      'normative_docs_issued 860 B',
      'processing_fee_collected 36000 B',
    ],
  },
]
