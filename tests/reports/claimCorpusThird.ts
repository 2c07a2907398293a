import type { CorpusPart, CorpusReport } from './claimCorpus.ts'

/** A third set, put together last, of near misses above all. */
export const claimCorpusThird: readonly CorpusPart[] = [
  {
    agency: '云岭州金沙县市场监督管理局',
    scope: 'own',
    year: 2021,
    lines: `
2021年金沙县市场监管局共收到政府信息公开申请16件。 | requests_new 16 B
县市场监管局全年受理政府信息公开申请16件，均为网络申请。 | requests_new 16 B
今年我局依申请公开政府信息办件共16件，其中当面受理2件，邮寄受理4件，网络受理10件。 | +1; requests_in_person 2 B; requests_letter 4 B; requests_online 10 B
收到申请人通过信函方式提交的政府信息公开申请4件。 | requests_letter 4 B
收到政府信息公开申请16件，比上一年度的11件增加5件，增幅45.5%。 | requests_new 16 B; +1
收到政府信息公开申请16件，撤回1件，补正2件。 | requests_new 16 B; +1
全年共收到依申请公开件16件，办结率为100%，满意率98%。 | requests_new 16 B; +1
共收到政府信息公开申请16件，已办结15件，剩余1件结转下年度办理。 | requests_new 16 B; requests_closed 15 B; requests_carried_out 1 B
截至12月31日，共受理政府信息公开申请16件。 | requests_new 16 B
截至目前，共受理政府信息公开申请16件。 | +1
2021年1—12月，共受理政府信息公开申请16件。 | requests_new 16 B
2021年1—9月，共受理政府信息公开申请12件。 | +1
四季度受理政府信息公开申请3件。 | +1
受理复议申请12件，作出复议决定10件。 | +1
作为被申请人办理行政复议案件18件。 | +1
全年未发生一起因信息公开引发的行政复议、行政诉讼案件。 | review_total 0 D; litigation_total 0 D
政府信息公开类行政复议、行政诉讼零发生。 | review_total 0 D; litigation_total 0 D
未出现行政复议被纠错或行政诉讼败诉的情况。 |
没有收到任何个人或单位的依申请公开。 | requests_new 0 D
我局2021年无依申请公开事项。 | requests_new 0 D
无政府信息公开申请收费情况。 |
受理投诉举报2316件，挽回经济损失86万元。 | +1
12315平台接收消费者投诉1985件。 | +1
企业信用信息公示系统公示企业年报信息8600条。 | +1
公示“双随机、一公开”抽查结果信息120条。 | +1
公开招聘工作人员12名，公开招标采购5次。 | +1
公开征求意见4次，收到意见32条。 | +1
公开食品抽检信息36期，公布不合格产品12批次。 | +1
信息公开目录共有条目1260条。 | +1
新增信息公开专栏3个，更新公开指南2次。 | +1
开展政务公开主题日活动3场，发放宣传册800份。 | +1
制作政务公开宣传视频2部。 | +1
推送手机短信1.2万条。 | +1
政务公开考核位居全县第4，得分92.5分。 | +1
政府信息公开查阅点接待查阅320人次。 | +1
信息处理费按每页10元收取。 | +1
三人负责政务公开工作，其中一人为专职。 | staff_full_time 1 B; +1
参加县政府办召开的政务公开工作会议3次。 | +1
组织收看全省政务公开视频培训2次。 | +1
县政府办到我局督导政务公开工作2次。 | +1
邀请专家举办政务公开专题讲座1场，60余人参加。 | training_sessions 1 B; +1
先后组织召开政务公开工作推进会议2次、培训会议1次。 | meetings_held 2 B; +1
全年在县政府网站发布信息312条、在县电视台播发新闻46条。 | channel_website_items 312 B; +1
县政府门户网站本单位栏目公开信息248条。 | channel_website_items 248 B
通过云岭州人民政府网站公开信息12条。 | channel_website_items 12 B
“金沙市监”微信公众号全年共推送消息428条。 | channel_wechat_items 428 B
微信公众号推送各类信息428条，阅读量35.6万次，新增粉丝2600个。 | channel_wechat_items 428 B; +1
利用县融媒体、报刊等媒体公开信息35条。 | +1
主动公开信息748条，其中政策文件类22条，行政执法类410条，其他类316条。 | disclosed_items_total 748 B; +1
通过网站、公众号、公示栏等渠道共主动公开政府信息748条。 | disclosed_items_total 748 B
发布政策解读信息6条，转发上级政策解读31条。 | interpretation_articles 6 B; +1
对3件规范性文件进行了解读，发布解读稿3篇。 | interpretation_articles 3 B; +1
废止行政规范性文件2件，现行有效行政规范性文件0件。 | normative_docs_repealed 2 B; normative_docs_in_force 0 B
清理规范性文件12件，拟废止3件。 | +1
办理行政许可3260件，行政处罚结案186件。 | +1
行政处罚决定186件，罚没款126万元。 | penalty_decisions 186 B; +1
行政事业性收费金额为0万元。 | fee_amount 0 B
到2025年，政务公开标准化覆盖率达到100%。 | +1
2022年力争公开信息800条。 | +1
2021年计划举办政务公开培训2期，实际举办1期。 | +1
往年平均每年收到政府信息公开申请10件左右。 | +1
全县市场监管系统配备专职政务公开人员16名。 | +1
云岭州市场监管局收到政府信息公开申请45件。 | +1
其他县直部门收到申请60件。 | +1
共承办县政府交办的政府信息公开申请2件。 | +1
协助县政府办答复政府信息公开申请3件。 | +1
`,
  },
  {
    agency: '海陵省滨江市人民政府',
    scope: 'aggregate',
    year: 2017,
    lines: `
滨江市2017年主动公开政府信息289634条。 | disclosed_items_total 289634 B
我市2017年共主动公开政府信息28.9万余条。 | disclosed_items_total ≥289000 C
全市各地区、各部门主动公开政府信息289，634条。 | disclosed_items_total 289634 B
全市通过政府公报公开政府信息320条，通过政府网站公开政府信息21.6万条，通过政务微博公开3.8万条，通过政务微信公开2.1万条，通过其他方式公开1.1万条。 | channel_gazette_items 320 B; channel_website_items 216000 B; channel_weibo_items 38000 B; channel_wechat_items 21000 B; channel_other_items 11000 B
全市共受理政府信息公开申请4，806件，其中当面申请1320件，占27.5%；网络申请2110件，占43.9%；信函申请1350件，占28.1%；传真申请26件，占0.5%。 | requests_new 4806 B; requests_in_person 1320 B; requests_online 2110 B; requests_letter 1350 B; requests_fax 26 B; +1
全市政府信息公开申请中，同意公开2860件，同意部分公开190件，不同意公开310件；不属于本行政机关公开620件，申请信息不存在540件。 | outcome_granted 2860 B; outcome_partial 190 B; outcome_refused_total 310 B; outcome_not_this_agency 620 B; outcome_nonexistent 540 B
全市依申请公开共收取检索费、复制费、邮寄费合计4.6万元。 | request_fees_collected 4.6 B
全市共发生信息公开类行政复议案件156件：维持118件，依法纠错17件，其他情形21件。 | review_total 156 B; review_upheld 118 B; review_corrected 17 B; review_other 21 B
全市涉及政府信息公开的行政诉讼案件89件，其中驳回原告诉讼请求61件、被依法纠错8件、其他情形20件。 | litigation_total 89 B; litigation_upheld 61 B; litigation_corrected 8 B; litigation_other 20 B
全市各级行政机关共设立政府信息公开查阅点312个。 | reading_points 312 B
全市从事政府信息公开工作的人员2156人，其中专职216人，兼职1940人。 | staff_total 2156 B; staff_full_time 216 B; staff_part_time 1940 B
全市政府信息公开专项经费投入385.6万元。 | ogi_budget 385.6 B
全市各级各部门召开政府信息公开工作会议或专题会议1260次，举办各类培训班486期，接受培训人员2.3万人次。 | meetings_held 1260 B; training_sessions 486 B; training_attendances 23000 B
全市共设政府信息公开工作专门机构98个。 | ogi_offices 98 B
全市召开新闻发布会86场，其中市政府召开新闻发布会22场。 | press_conferences 86 B; +1
全市政府网站在线访谈156期，政策解读稿件发布3850篇，微博微信回应事件2100次。 | web_interviews 156 B; interpretation_articles 3850 B; social_media_responses 2100 B
市政府办公室全年处理政府信息公开申请156件。 | +1
各区县共受理政府信息公开申请3200件，市级部门受理1606件。 | +1
东湖区、西湖区、南湖区分别受理政府信息公开申请320件、280件、150件。 | +1
全省受理政府信息公开申请3.6万件。 | +1
全市受理信访事项8600件，市长热线受理诉求56万件。 | +1
全市新增就业12.6万人，城镇登记失业率3.1%。 | +1
全市政府网站由156家整合为62家。 | +1
全市人大建议政协提案答复公开率达100%，公开答复全文560件。 | +1
2016年全市受理申请4500件，2015年受理4100件，均为政府信息公开申请。 | +1
2008年《条例》施行以来，全市累计主动公开政府信息210万条。 | +1
2018年，全市将举办培训100期。 | +1
`,
  },
  {
    agency: '北原自治区林业和草原局',
    scope: 'own',
    year: 2019,
    lines: `
2019年，自治区林草局收到政府信息公开申请27件。 | requests_new 27 B
北原自治区林业和草原局主动公开政府信息1156条。 | disclosed_items_total 1156 B
全区林草系统主动公开信息2.6万条。 | +1
全区各级林草部门收到政府信息公开申请210件。 | +1
国家林草局网站采用我局信息86条。 | +1
局官网公开信息830条，局政务微博发布210条，局微信公众号发布116条。 | channel_website_items 830 B; channel_weibo_items 210 B; channel_wechat_items 116 B
局官网、政务微博、微信公众号分别发布830条、210条、116条。 | channel_website_items 830 B; channel_weibo_items 210 B; channel_wechat_items 116 B
局官网、政务微博、微信公众号共发布信息1156条。 | +1
局网站、微博、微信粉丝分别为1万、3万、5万人。 | +1
予以公开12件、部分公开3件、不予公开2件，均为政府信息公开申请答复结果。 | outcome_granted 12 B; outcome_partial 3 B; outcome_refused_total 2 B
27件政府信息公开申请中，自然人申请25件，法人申请2件。 | +1
27件政府信息公开申请均在规定期限内答复。 | +1
新收政府信息公开申请贰拾柒件。 | requests_new 27 B
共收到政府信息公开申请 2 7 件。 | requests_new 27 B
共收到政府信息公开申请二十七（27）件。 | +1
共收到政府信息公开申请27（二十七）件。 | +1
造林绿化300万亩，退耕还草120万亩。 | +1
公开林业行政许可信息130条、行政处罚信息22条。 | +1
上年结转2件，本年新收27件，均为政府信息公开申请。 | requests_carried_in 2 B; requests_new 27 B
发生行政复议1件（政府信息公开类），结果维持。 | review_total 1 B
因信息公开引发行政诉讼1起，法院判决维持。 | litigation_total 1 B
复议2件，诉讼1件。 | +1
# 四、政府信息公开行政复议、行政诉讼情况
复议2件，诉讼1件。 | review_total 2 B; litigation_total 1 B
# 三、林业执法情况
复议2件，诉讼1件。 | +1
`,
  },
  {
    agency: '长河市文化广电旅游局',
    scope: 'own',
    year: 2022,
    lines: `
2022年全年，共收到政府信息公开申请19件（其中网络申请15件、信函申请4件），上年度结转1件，共20件。 | requests_new 19 B; requests_online 15 B; requests_letter 4 B; requests_carried_in 1 B; +1
共办理依申请公开20件，其中予以公开9件，占45%；部分公开3件，占15%。 | outcome_granted 9 B; outcome_partial 3 B; +1
我局全年共计接收依申请公开办理件19件。 | requests_new 19 B
2022年度我局共收到19件依申请公开，其中14件为网络提交，5件为信函提交。 | requests_new 19 B; requests_online 14 B; requests_letter 5 B
收到申请并答复的政府信息公开申请19件。 | +1
全年政府信息公开申请受理量19件、答复量18件。 | requests_new 19 B; outcomes_total 18 B
政府信息依申请公开工作方面，新收申请19件，办结18件，转入2023年办理1件。 | requests_new 19 B; requests_closed 18 B; requests_carried_out 1 B
本年度收到的19件政府信息公开申请全部按期办结。 | requests_new 19 B
全年受理政府信息公开申请19件次。 | requests_new 19 B
收到政府信息公开申请十九件。 | requests_new 19 B
2022年，长河市文广旅局受理依申请公开19件。 | requests_new 19 B
受理公民法人依申请公开19件，无一起超期。 | requests_new 19 B
政府信息公开申请办理情况：新收19件，结转上年1件，予以公开12件，部分公开2件，不予公开1件，无法提供4件，不予处理1件。 | requests_new 19 B; requests_carried_in 1 B; outcome_granted 12 B; outcome_partial 2 B; outcome_refused_total 1 B; unable_total 4 B; not_processed_total 1 B
本年度未新收政府信息公开申请，无上年结转申请。 | requests_new 0 D; requests_carried_in 0 D
2022年度，未收到政府信息公开申请件，未产生行政复议、诉讼案件。 | requests_new 0 D; review_total 0 D; litigation_total 0 D
我局依申请公开数量为0件，行政复议0件，行政诉讼0件。 | +1; review_total 0 B; litigation_total 0 B
2022年没有政府信息公开申请。 | requests_new 0 D
本单位无政府信息公开行政复议、行政诉讼案件发生。 | review_total 0 D; litigation_total 0 D
未发生政府信息公开相关的行政复议、行政诉讼。 | review_total 0 D; litigation_total 0 D
在政府信息公开方面，被申请复议0件、被提起诉讼0件。 | review_total 0 B; litigation_total 0 B
全年政府信息公开行政复议案件1件，复议机关维持1件。 | review_total 1 B; review_upheld 1 B
全年政府信息公开类行政诉讼案件2件，法院均驳回诉讼请求。 | litigation_total 2 B
通过门户网站主动公开政府信息1230条，通过微信公众号主动公开政府信息860条，通过微博主动公开政府信息340条。 | channel_website_items 1230 B; channel_wechat_items 860 B; channel_weibo_items 340 B
门户网站公开信息1230条、政务微信860条、政务微博340条、抖音号120条。 | channel_website_items 1230 B; channel_wechat_items 860 B; channel_weibo_items 340 B; channel_other_items 120 B
门户网站（含政务公开专栏）发布信息1230条。 | channel_website_items 1230 B
官方网站年度信息发布总数为1230条。 | channel_website_items 1230 B
网站发布动态信息456条，政务公开信息774条。 | +1
微信公众号发布信息数为860条，订阅数26500个。 | channel_wechat_items 860 B; +1
全年在市政府信息公开平台发布信息186条。 | +1
“文旅长河”官方微信、微博、抖音全年分别发布作品860条、340条、120条。 | +1
在《长河日报》《长河晚报》等报刊刊登信息45条。 | channel_other_items 45 B
全年主动公开政府信息1230条，全文电子化率达100%。 | disclosed_items_total 1230 B; +1
本年度主动公开信息1230条，公开率100%，其中规范性文件4条。 | disclosed_items_total 1230 B; +1
累计在网站发布信息1230条。 | +1
今年累计在网站发布信息1230条。 | channel_website_items 1230 B
发布解读材料11篇。 | interpretation_articles 11 B
开展政策解读11次，其中图文解读7次、视频解读4次。 | interpretation_articles 11 B; +1
对外发布政策文件解读11件。 | interpretation_articles 11 B
举行新闻发布会四场。 | press_conferences 4 B
全年共组织、参加新闻发布会4次。 | press_conferences 4 B
新闻发布会3场，主要负责人出席2场。 | press_conferences 3 B; press_conferences_by_head 2 B
开展全员政务公开培训1次，参加培训人员128人次。 | training_sessions 1 B; training_attendances 128 B
组织召开政务公开工作培训会2次，共计培训95人次。 | training_sessions 2 B; training_attendances 95 B
年内召开政务公开工作部署会议2次。 | meetings_held 2 B
配备兼职人员2人负责政务公开工作。 | staff_part_time 2 B
现有政务公开专职工作人员1人、兼职工作人员4人。 | staff_full_time 1 B; staff_part_time 4 B
明确1名分管领导、1名专职人员、5名信息员负责政务公开。 | staff_full_time 1 B; +1
收到信息处理费0元。 | processing_fee_collected 0 B
2022年，我局未发出收费通知，未收取信息处理费。 | processing_fee_collected 0 D
发出收费通知0件，总金额0元，实际收取0元，为信息处理费。 | +1
制定行政规范性文件1件，废止2件，现行有效7件。 | normative_docs_issued 1 B; normative_docs_repealed 2 B; normative_docs_in_force 7 B
行政许可处理决定数量620件，行政处罚处理决定数量35件，行政强制处理决定数量0件。 | licensing_decisions 620 B; penalty_decisions 35 B; coercion_decisions 0 B
接待游客1.2亿人次，旅游收入980亿元。 | +1
公开演出信息320场，公布文保单位180处。 | +1
举办展览126场、公益讲座86场，送戏下乡320场。 | +1
受理旅游投诉568件，办结率100%。 | +1
全市文旅系统微信公众号发布信息2.3万条。 | +1
`,
  },
  {
    agency: '柳河县农业农村局',
    scope: 'own',
    year: 2020,
    lines: `
2020年，我局通过县政府网站主动公开各类政府信息共计182条，其中部门文件16条，农业补贴44条。 | channel_website_items 182 B; +1
全年共主动公开信息182条，通过县政府门户网站公开101条，通过“柳河农业”微信公众号公开81条。 | disclosed_items_total 182 B; channel_website_items 101 B; channel_wechat_items 81 B
截止12月底，共在县政府网站上传信息182条。 | channel_website_items 182 B
全年共编发政务信息96期，被县委办采用20期。 | +1
微信公众号共推送文章210篇，阅读人数达3.6万。 | channel_wechat_items 210 B; +1
通过电子显示屏滚动播放信息60条，张贴公示12份。 | channel_other_items 60 B; +1
2020年收到书面政府信息公开申请4件，均为信函形式。 | requests_new 4 B
受理政府信息公开申请4件（均为自然人），全部予以公开。 | requests_new 4 B
4件政府信息公开申请中，予以公开2件，无法提供2件。 | outcome_granted 2 B; unable_total 2 B; +1
本年度共收到政府信息公开申请4件，较2019年增加1件，同比增长33.3%。 | requests_new 4 B; +1
2020年本机关共处理政府信息公开申请4件，无结转下年度继续办理申请。 | requests_carried_out 0 D; +1
我局未收到要求公开政府信息的申请。 | requests_new 0 D
2020年度未接到公民个人、法人或其他组织要求公开政府信息的申请。 | requests_new 0 D
全年未出现政府信息公开申请行政复议、行政诉讼情况。 | review_total 0 D; litigation_total 0 D
行政复议、行政诉讼案件0件，均为政府信息公开类。 | review_total 0 B; litigation_total 0 B
我局无行政复议，无行政诉讼。 | review_total 0 D; litigation_total 0 D
2020年，规范性文件新制作0件、新公开0件、对外公开总数3件。 | +1
新制作规范性文件0件。 | normative_docs_issued 0 B
办理行政许可156件、行政处罚21件。 | +1
作出行政处罚决定21件、行政强制决定0件。 | penalty_decisions 21 B; coercion_decisions 0 B
组织新闻发布会1场；发布政策解读4篇；办理县长热线206件。 | press_conferences 1 B; interpretation_articles 4 B; +1
举办政务公开暨信息写作培训班1期60人。 | training_sessions 1 B; +1
全年组织农民实用技术培训126期，培训农民1.3万人次。 | +1
召开局党组会4次专题研究政务公开工作。 | +1
确定政务公开专职工作人员2名。 | staff_full_time 2 B
政务公开工作由局办公室负责，现有专职工作人员1名。 | staff_full_time 1 B
县政务公开领导小组办公室对全县各单位开展检查4次。 | +1
县农业农村局所属11个事业单位公开信息86条。 | +1
全年粮食总产量36.8万吨，增长2.1%。 | +1
兑付耕地地力保护补贴5620万元，惠及农户4.2万户。 | +1
检测农产品样品3200个，合格率99.1%。 | +1
2021年，我局将力争在网站公开信息200条。 | +1
受理农资打假投诉举报12件。 | +1
`,
  },
  {
    agency: '岚山市人民政府',
    scope: 'aggregate',
    year: 2022,
    lines: `
2022年，全市各级政府网站公开信息41.2万条，政务新媒体公开信息56.8万条。 | channel_website_items 412000 B; +1
全市行政机关共受理政府信息公开申请6123件，上年结转208件。办结6090件，结转下年241件。 | requests_new 6123 B; requests_carried_in 208 B; requests_closed 6090 B; requests_carried_out 241 B
6090件办理结果中，予以公开2811件、部分公开590件、不予公开402件、无法提供1610件、不予处理377件、其他处理300件。 | +1
全市政府信息公开申请办结6090件，其中，予以公开2811件、部分公开590件。 | requests_closed 6090 B; outcome_granted 2811 B; outcome_partial 590 B
全市政府信息公开行政复议案件共512件，其中维持301件，纠正58件，其他101件，尚未审结52件。 | review_total 512 B; review_upheld 301 B; review_corrected 58 B; review_pending 52 B; +1
全市因政府信息公开提起的行政诉讼共201件，结果维持141件，结果纠正12件，其他结果29件，尚未审结19件。 | litigation_total 201 B; litigation_upheld 141 B; litigation_corrected 12 B; litigation_other 29 B; litigation_pending 19 B
市政府及其部门制发行政规范性文件68件。 | normative_docs_issued 68 B
市政府全年出台规章2部。 | regulations_issued 2 B
全市两级政府举办新闻发布会156场。 | press_conferences 156 B
我市各级行政机关全年收取信息处理费11640元。 | processing_fee_collected 11640 B
市级行政机关受理申请2210件，区县行政机关受理3913件，均为政府信息公开申请。 | +1
市政府办公室组织全市政务公开培训4次，培训1200人次。 | +1
全市行政机关收到申请量前三位的是市公安局、市住建局、市资规局，分别为320件、280件、210件。 | +1
办理全国人大代表建议6件。 | +1
`,
  },
  {
    agency: '云岭州金沙县自然资源局',
    scope: 'own',
    year: 2018,
    lines: `
# 一、总体情况
县政务大厅窗口全年收到申请960件，按时办结955件，延期办结5件。 | +1
全年办理采矿许可申请41件，答复41件。 | +1
受理临时救助申请73件，办结70件，不予受理3件。 | +1
办理打井许可申请26件，办结26件，其中网络申请20件。 | +1
收到技改资金申请8件，办结6件，上年结转申请2件。 | +1
劳动仲裁申请收到57件，当面申请40件，网络申请17件。 | +1
完成不动产审批事项网上申请820件，现场申请95件。 | +1
受理专利资助申请19件。答复19件，其中同意公开3件。 | +1
收到政府信息公开申请9件，办理用地许可申请88件，答复88件。 | requests_new 9 B; +1
依申请公开工作中，收到书面申请4件、网络申请6件，合计10件。 | requests_online 6 B; requests_new 10 B; +1
收到依申请公开申请9件，其中网络申请7件，全部按时办结。当面申请2件。 | requests_new 9 B; requests_online 7 B; requests_in_person 2 B
行政复议维持3件、尚未审结2件（以上均与政府信息公开无关）。 | +1
收到依申请公开申请5件，行政复议案件3件（与信息公开无关）。 | requests_new 5 B; +1
# 三、依申请公开情况
受理临时救助申请73件，办结70件，当面申请12件。 | +1
收到申请9件，按时办结8件，延期办结1件，其中当面申请2件，网络申请7件。 | requests_new 9 B; requests_closed_on_time 8 B; requests_closed_extended 1 B; requests_in_person 2 B; requests_online 7 B
# 五、行政复议和行政诉讼情况
我局作为被告参与的土地登记类行政诉讼7件。 | +1
行政处罚引发的行政复议4件，维持3件。 | +1
全年共办理行政复议案件44件，其中维持29件，纠正15件。 | +1
全年审理行政复议案件44件，复议维持29件，复议纠正15件。 | +1
因政府信息公开引发行政复议2件，维持2件。我局作为被告参与的征地补偿类行政诉讼6件，驳回诉讼请求5件。 | review_total 2 B; review_upheld 2 B; +1
`,
  },
]

export const reportCorpusThird: readonly CorpusReport[] = [
  {
    agency: '滨江市住房和城乡建设局',
    scope: 'own',
    year: 2023,
    paragraphs: [
      '滨江市住房和城乡建设局2023年政府信息公开工作年度报告',
      '一、总体情况',
      '2023年，滨江市住建局坚持以公开促落实，全市新开工保障性住房1.2万套，改造老旧小区186个，完成投资96亿元。',
      '（一）主动公开。局门户网站公开各类信息1286条；“滨江住建”微信公众号发布信息640条，较去年增加80条；通过报纸、电视等媒体公开信息35条。组织新闻发布会3场，发布政策解读18篇，其中图解9篇。',
      '（二）依申请公开。2023年，我局收到政府信息公开申请186件，上年结转9件，全年共办结190件，结转下年度5件。办理结果中，予以公开98件，部分公开21件，不予公开14件，无法提供40件，不予处理11件，其他处理6件。市政府转办的征收类申请23件。',
      '（三）信息管理。清理过期文件36件，保留规范性文件28件。',
      '（四）平台建设。局网站设置专栏12个，全年访问量268万人次。',
      '（五）监督保障。召开政务公开专题会议3次，组织业务培训2次，培训干部130人次。各区住建局培训400人次。',
      '四、政府信息公开行政复议、行政诉讼情况',
      '全年因政府信息公开产生行政复议21件，其中结果维持15件，结果纠正2件，其他结果3件，尚未审结1件；行政诉讼9件，其中未经复议直接起诉6件，复议后起诉3件。',
      '六、其他需要报告的事项',
      '2023年，我局共发出收费通知5件，收取信息处理费1120元。',
    ],
    claims: [
      'channel_website_items 1286 B',
      'channel_wechat_items 640 B',
      'channel_other_items 35 B',
      'press_conferences 3 B',
      'interpretation_articles 18 B',
      'requests_new 186 B',
      'requests_carried_in 9 B',
      'requests_closed 190 B',
      'requests_carried_out 5 B',
      'outcome_granted 98 B',
      'outcome_partial 21 B',
      'outcome_refused_total 14 B',
      'unable_total 40 B',
      'not_processed_total 11 B',
      'other_total 6 B',
      'meetings_held 3 B',
      'training_sessions 2 B',
      'training_attendances 130 B',
      'review_total 21 B',
      'review_upheld 15 B',
      'review_corrected 2 B',
      'review_other 3 B',
      'review_pending 1 B',
      'litigation_total 9 B',
      'litigation_direct_total 6 B',
      'litigation_after_review_total 3 B',
      'processing_fee_collected 1120 B',
    ],
  },
  {
    agency: '青峰县民政局',
    scope: 'own',
    year: 2018,
    paragraphs: [
      '青峰县民政局2018年政府信息公开工作年度报告',
      '一、概述',
      '2018年，在县委、县政府的坚强领导下，在县政务公开办的精心指导下，我局认真落实《政府信息公开条例》，扎实开展政府信息公开工作，取得较好成效。',
      '（一）加强组织领导。成立由局长任组长、3名副局长任副组长的政务公开领导小组，局办公室具体负责，确定1名工作人员专职从事政务公开，各股室确定兼职信息员9名。全年召开政务公开专题会议4次。',
      '（二）强化业务培训。组织全局干部开展政务公开业务培训2期，参训86人次；派员参加县级培训3次5人次。',
      '二、主动公开情况',
      '截至2018年12月31日，我局通过各类平台主动公开政府信息407条。其中：县政府门户网站公开218条，“青峰民政”微信公众号发布147条，政务微博发布18条，公开栏公开24条。',
      '公开内容涵盖城乡低保、医疗救助、社会组织登记等，其中低保信息96条、救助信息74条、养老服务信息31条。全年发放低保金5860万元，保障对象1.3万人；新登记社会组织27家。',
      '发布政策解读稿件6篇，回应公众关注热点或重大舆情1次，未召开新闻发布会。',
      '三、依申请公开情况',
      '全年共收到政府信息公开申请3件，其中当面申请1件、网络申请2件，均已按期办结，同意公开2件，信息不存在1件。未收取任何费用。',
      '四、复议、诉讼和申诉情况',
      '全年未发生因政府信息公开申请行政复议、提起行政诉讼的情况，未收到涉及政府信息公开的举报投诉。',
      '五、存在问题',
      '主动公开信息数量较2017年减少21条，政策解读偏少。2019年，将举办培训3期，公开信息450条以上。',
    ],
    claims: [
      'staff_full_time 1 B',
      'staff_part_time 9 B',
      'meetings_held 4 B',
      'training_sessions 2 B',
      'training_attendances 86 B',
      'disclosed_items_total 407 B',
      'channel_website_items 218 B',
      'channel_wechat_items 147 B',
      'channel_weibo_items 18 B',
      'channel_other_items 24 B',
      'interpretation_articles 6 B',
      'hot_issue_responses 1 B',
      'requests_new 3 B',
      'requests_in_person 1 B',
      'requests_online 2 B',
      'outcome_granted 2 B',
      'outcome_nonexistent 1 B',
      'request_fees_collected 0 D',
      'review_total 0 D',
      'litigation_total 0 D',
      'complaints_received 0 D',
    ],
  },
  {
    agency: '天河市白云区人民政府',
    scope: 'aggregate',
    year: 2023,
    paragraphs: [
      '天河市白云区人民政府2023年政府信息公开工作年度报告',
      '本报告根据《中华人民共和国政府信息公开条例》要求，由白云区人民政府办公室汇总区政府各部门、各街道2023年度报告编制。',
      '一、总体情况',
      '2023年，白云区坚持以人民为中心，全区地区生产总值突破1200亿元，一般公共预算收入86亿元，新增市场主体2.1万户。',
      '（一）主动公开。区政府门户网站全年发布信息14620条，同比增长6.3%；“白云发布”微信公众号推送信息3980条，微博发布信息5210条。全区制发行政规范性文件5件，废止3件。全年组织召开新闻发布会8场，发布各类政策解读材料132篇，其中负责人解读21篇。',
      '（二）依申请公开。全区共收到政府信息公开申请583件，同比减少41件，上年度结转12件；共办理答复579件，其中予以公开287件，部分公开61件，不予公开48件，无法提供112件，不予处理39件，其他处理32件；结转下年度办理16件。申请主要涉及征地补偿（占31%）、城市管理（占18%）等方面，其中区住建局受理96件、区规资分局受理120件。',
      '（三）平台建设。全区政务新媒体由68个整合为41个，关停27个。区政府网站开设专题9个，受理网民留言1860条，办结率100%。',
      '（四）监督保障。全年召开全区政务公开工作会议2次，开展业务培训6场、培训510人次。在全市政务公开第三方评估中位列第2名。',
      '四、政府信息公开行政复议、行政诉讼情况',
      '全年因政府信息公开工作被申请行政复议37件，维持26件，纠正3件，其他结果5件，未审结3件；被提起行政诉讼14件，其中未经复议直接起诉9件，复议后起诉5件。',
      '五、存在的主要问题及改进情况',
      '2022年报告提出的3个问题已全部整改。2024年，计划举办政务开放日活动12场，发布解读材料150篇。',
      '六、其他需要报告的事项',
      '2023年，全区各行政机关共收取信息处理费2480元。',
    ],
    claims: [
      'channel_website_items 14620 B',
      'channel_wechat_items 3980 B',
      'channel_weibo_items 5210 B',
      'normative_docs_issued 5 B',
      'normative_docs_repealed 3 B',
      'press_conferences 8 B',
      'interpretation_articles 132 B',
      'requests_new 583 B',
      'requests_carried_in 12 B',
      'outcomes_total 579 B',
      'outcome_granted 287 B',
      'outcome_partial 61 B',
      'outcome_refused_total 48 B',
      'unable_total 112 B',
      'not_processed_total 39 B',
      'other_total 32 B',
      'requests_carried_out 16 B',
      'meetings_held 2 B',
      'training_sessions 6 B',
      'training_attendances 510 B',
      'review_total 37 B',
      'review_upheld 26 B',
      'review_corrected 3 B',
      'review_other 5 B',
      'review_pending 3 B',
      'litigation_total 14 B',
      'litigation_direct_total 9 B',
      'litigation_after_review_total 5 B',
      'processing_fee_collected 2480 B',
    ],
  },
  {
    agency: '江源省教育考试院',
    scope: 'own',
    year: 2020,
    paragraphs: [
      '江源省教育考试院2020年政府信息公开工作年度报告',
      '一、总体情况',
      '2020年，我院围绕高考综合改革，全面推进信息公开。全省普通高考报名人数58.6万人，设考点412个。',
      '我院官方网站全年发布信息1893条，其中公告类462条、政策类88条；官方微信公众号发布信息1274条，官方微博发布信息936条，今日头条号发布信息205条。网站总访问量达1.6亿次。参加省政府新闻办新闻发布会2场，院长参加1场。在线访谈6期，制作政策解读图文材料33篇。',
      '全年受理依申请公开41件，较2019年增长20.6%，均已办结；没有结转下年度办理的申请。接听考生咨询电话3.2万个，回复网上留言8760条，答复信访件126件。',
      '院机关配备专职信息公开人员2名。举办信息公开业务培训班1期，培训各处室信息员35人。',
      '四、政府信息公开行政复议、行政诉讼情况',
      '因信息公开被提起行政复议3件，均维持原行政行为；行政诉讼1件，尚未审结。',
      '五、存在的主要问题及改进情况',
      '部分政策解读不够通俗。下一步将开展培训2次。',
      '六、其他需要报告的事项',
      '无其他需要报告的事项。',
    ],
    claims: [
      'channel_website_items 1893 B',
      'channel_wechat_items 1274 B',
      'channel_weibo_items 936 B',
      'channel_other_items 205 B',
      'press_conferences 2 B',
      'press_conferences_by_head 1 B',
      'web_interviews 6 B',
      'interpretation_articles 33 B',
      'requests_new 41 B',
      'requests_carried_out 0 D',
      'staff_full_time 2 B',
      'training_sessions 1 B',
      'training_attendances 35 B',
      'review_total 3 B',
      'litigation_total 1 B',
    ],
  },
  {
    agency: '南屏乡人民政府',
    scope: 'own',
    year: 2021,
    paragraphs: [
      '南屏乡人民政府2021年政府信息公开工作年度报告',
      '一、总体情况',
      '2021年，南屏乡在县委县政府领导下，全乡脱贫人口人均纯收入达1.2万元，建设村级道路12公里。',
      '一是主动公开。全乡在县人民政府网站公开各类政府信息96条，在乡政务公开栏公开信息60余条，各村公开村务信息340条。二是依申请公开。本年度乡政府未收到依申请公开件，无结转申请。三是政府信息管理。制发规范性文件0件。四是监督保障。设专职人员1名，召开政务公开工作会2次，参加县级培训2次。',
      '四、政府信息公开行政复议、行政诉讼情况',
      '我乡2021年未发生政府信息公开行政复议、行政诉讼。',
      '六、其他需要报告的事项',
      '本年度无收取信息处理费情况。',
    ],
    claims: [
      'channel_website_items 96 B',
      'channel_other_items ≥60 C',
      'requests_new 0 D',
      'normative_docs_issued 0 B',
      'meetings_held 2 B',
      'staff_full_time 1 B',
      'review_total 0 D',
      'litigation_total 0 D',
      'processing_fee_collected 0 D',
    ],
  },
]
