import type { Scope } from '../../src/forms/states.ts'

/** Sentences of one kind of body and year. A line is `sentence | claims`; after `# ` the headings that stand above the lines below. */
export interface CorpusPart {
  readonly agency: string
  readonly scope: Scope
  readonly year: number
  readonly lines: string
}

/**
 * Sentences as reports write them, in words of our own, with what a person reads in them: `requests_new 21 B`, `+1` where a number
 * of the sentence counts nothing that we count, or counts it for another body, another year or in part.
 */
export const claimCorpus: readonly CorpusPart[] = [
  {
    agency: '甲市科学技术局',
    scope: 'own',
    year: 2018,
    lines: `
2018年，我局主动公开政府信息326条，比上年增长8.2%。 | disclosed_items_total 326 B; +1
全年累计主动公开政府信息1,042条。 | disclosed_items_total 1042 B
本年度共公开各类政务信息二百零五条。 | disclosed_items_total 205 B
２０１８年度主动公开政府信息８７条。 | disclosed_items_total 87 B
主动公开政府信息总数为 412 条。 | disclosed_items_total 412 B
我局全年向社会主动公开政府信息1.2万余条。 | disclosed_items_total ≥12000 C
今年以来，我局通过各种渠道公开政府信息约150条。 | disclosed_items_total ~150 C
年内主动公开信息不足50条。 | disclosed_items_total <50 C
全年主动公开政府信息超过600条。 | disclosed_items_total ≥600 C
全年公开政府信息近百条。 | +1
全年公开政府信息数百条。 | +1
全年公开政府信息几十条。 | +1
共公开信息120条，其中网站80条、微信40条。 | disclosed_items_total 120 B; channel_website_items 80 B; channel_wechat_items 40 B
共主动公开政府信息200条，其中：门户网站公开110条，政务微博公开50条，微信公众号公开40条。 | disclosed_items_total 200 B; channel_website_items 110 B; channel_weibo_items 50 B; channel_wechat_items 40 B
微博、微信分别发布30条、45条。 | channel_weibo_items 30 B; channel_wechat_items 45 B
我局官方微博、微信公众号分别发布信息210条和356条。 | channel_weibo_items 210 B; channel_wechat_items 356 B
通过政府网站、政务微信、政务微博分别公开信息80条、60条、20条。 | channel_website_items 80 B; channel_wechat_items 60 B; channel_weibo_items 20 B
在局门户网站发布信息共计264条。 | channel_website_items 264 B
依托市政府门户网站，全年发布各类信息98条。 | channel_website_items 98 B
局官网全年更新信息三百一十二条。 | channel_website_items 312 B
政府公报刊登政府信息6条。 | channel_gazette_items 6 B
在《甲市人民政府公报》上公开政府信息3条。 | channel_gazette_items 3 B
“甲市科技”微信公众号推送信息两百余条。 | channel_wechat_items ≥200 C
微信公众号发文180篇，官方微博发文90条。 | channel_wechat_items 180 B; channel_weibo_items 90 B
利用抖音号发布信息12条。 | channel_other_items 12 B
今日头条号发布信息33条。 | channel_other_items 33 B
通过公示栏、电子显示屏等方式公开信息40余条。 | channel_other_items ≥40 C
在市级报刊、广播、电视等媒体公开政府信息27条。 | channel_other_items 27 B
其他方式公开政府信息15条。 | channel_other_items 15 B
移动客户端发布政府信息18条。 | channel_other_items 18 B
通过政务公开栏公开信息22条，电子屏滚动公开信息16条。 | channel_other_items 22 B; channel_other_items 16 B
其中，网站公开58条，微博公开0条。 | channel_website_items 58 B; channel_weibo_items 0 B
网站访问量达12万人次，微博粉丝3500人。 | +1
微信公众号关注人数8600人，阅读量最高2.3万次。 | +1
全年网站发布信息同比增加36条。 | +1
网站信息比上年增加了12条，增长5%。 | +1
官网设置栏目18个，开设专题6个。 | +1
编印政策汇编300册，发放宣传单2000份。 | +1
向市政府办报送政务信息62条，被采用18条。 | +1
转发省厅信息40条。 | +1
公开财政预决算信息4条。 | +1
公开行政许可和行政处罚信息35条。 | +1
清理网站错链、断链20条。 | +1
审核发布信息500条次，退回修改12条次。 | +1
全年收到政府信息公开申请18件，同比下降10%。 | requests_new 18 B; +1
一年来，共受理信息公开申请 9 件，均按时答复。 | requests_new 9 B
2018年我局共接到依申请公开申请5件，已全部办结。 | requests_new 5 B
收到公民书面提交的政府信息公开申请两件。 | requests_new 2 B
今年共收到政府信息公开申请十余件。 | requests_new ≥10 C
政府信息公开申请共计4宗。 | requests_new 4 B
全年共收到依申请公开事项11件，其中当面申请3件，网络申请6件，信函申请2件，传真申请0件。 | requests_new 11 B; requests_in_person 3 B; requests_online 6 B; requests_letter 2 B; requests_fax 0 B
收到申请8件，其中网上申请5件、信函申请3件，均为政府信息公开申请。 | requests_new 8 B; requests_online 5 B; requests_letter 3 B
当面申请、网络申请、信函申请分别为2件、5件、1件，均系政府信息公开申请。 | requests_in_person 2 B; requests_online 5 B; requests_letter 1 B
收到信息公开申请10件，办结10件，其中按时办结9件，延期办结1件。 | requests_new 10 B; requests_closed 10 B; requests_closed_on_time 9 B; requests_closed_extended 1 B
共收到政府信息公开申请15件，答复15件，其中属于已主动公开范围4件，同意公开6件，同意部分公开2件，不同意公开1件，申请信息不存在2件。 | requests_new 15 B; outcomes_total 15 B; outcome_already_public 4 B; outcome_granted 6 B; outcome_partial 2 B; outcome_refused_total 1 B; outcome_nonexistent 2 B
在答复的政府信息公开申请中，涉及国家秘密1件，涉及商业秘密2件，涉及个人隐私3件。 | refused_state_secret 1 B; refused_trade_secret 2 B; refused_personal_privacy 3 B
收到政府信息公开申请7件，告知作出更改补充1件，告知通过其他途径办理2件，不属于本行政机关公开1件。 | requests_new 7 B; outcome_told_to_amend 1 B; outcome_other_procedure 2 B; outcome_not_this_agency 1 B
2018年，我局未收到政府信息公开申请。 | requests_new 0 D
本年度没有收到公民、法人或者其他组织的政府信息公开申请。 | requests_new 0 D
我局全年依申请公开受理数为0。 | requests_new 0 B
全年政府信息公开申请为零。 | requests_new 0 D
本年度未收到依申请公开的事项，也未发生因信息公开引起的复议、诉讼。 | requests_new 0 D; review_total 0 D; litigation_total 0 D
2018年度我局无依申请公开政府信息的情况。 | requests_new 0 D
2018年，我局未发生政府信息公开行政复议、提起行政诉讼的情况。 | review_total 0 D; litigation_total 0 D
因政府信息公开被申请行政复议1件，被提起行政诉讼0件。 | review_total 1 B; litigation_total 0 B
全年涉及政府信息公开的行政复议、行政诉讼均为0件。 | review_total 0 D; litigation_total 0 D
政府信息公开行政复议、行政诉讼分别为2件、1件。 | review_total 2 B; litigation_total 1 B
发生信息公开类行政复议案件3件，其中维持具体行政行为2件，被依法纠错1件。 | review_total 3 B; review_upheld 2 B; review_corrected 1 B
本年度没有发生针对本部门政府信息公开的举报投诉。 | complaints_received 0 D
收到有关政府信息公开的投诉举报3件。 | complaints_received 3 B
未收取依申请公开的检索、复制、邮寄等费用。 | request_fees_collected 0 D
依申请公开信息收取的费用为0元。 | request_fees_collected 0 B
依申请公开收取检索、复制等费用126.5元。 | request_fees_collected 0.01265 B
全局从事政府信息公开工作人员4人，其中专职1人，兼职3人。 | staff_total 4 B; staff_full_time 1 B; staff_part_time 3 B
政府信息公开专职、兼职人员分别为1人、3人。 | staff_full_time 1 B; staff_part_time 3 B
配备专职政务公开工作人员一名、兼职人员两名。 | staff_full_time 1 B; staff_part_time 2 B
明确2名专职人员和3名兼职人员负责政府信息公开工作。 | staff_full_time 2 B; staff_part_time 3 B
设立政府信息公开工作专门机构1个，设置政府信息公开查阅点2个。 | ogi_offices 1 B; reading_points 2 B
投入政府信息公开专项经费3.2万元。 | ogi_budget 3.2 B
召开政府信息公开工作会议或专题会议5次。 | meetings_held 5 B
先后召开政务公开工作推进会3次、专题会2次。 | meetings_held 3 B; +1
举办各类政府信息公开培训班3期，接受培训人员86人次。 | training_sessions 3 B; training_attendances 86 B
组织政务公开业务培训２次，参训人员６０人次。 | training_sessions 2 B; training_attendances 60 B
召开专题会议研究部署政务公开工作三次。 | meetings_held 3 B
选派2名工作人员参加市政府办组织的政务公开培训。 | +1
参加全市政务公开培训会3次。 | +1
组织干部参加省厅举办的信息公开培训班2期。 | +1
举办科技型中小企业政策培训班6期，培训800人次。 | +1
发布政策解读稿件14篇。 | interpretation_articles 14 B
全年发布政策解读信息十二篇，召开新闻发布会两场。 | interpretation_articles 12 B; press_conferences 2 B
参加或举办新闻发布会3次，其中主要负责同志参加1次。 | press_conferences 3 B; press_conferences_by_head 1 B
参加政府网站在线访谈2次，其中主要负责同志参加政府网站在线访谈1次。 | web_interviews 2 B; web_interviews_by_head 1 B
回应公众关注热点或重大舆情3次，微博微信回应事件5次，其他方式回应事件2次。 | hot_issue_responses 3 B; social_media_responses 5 B; other_channel_responses 2 B
转载省、市政策解读稿件45篇。 | +1
在媒体刊发宣传报道38篇。 | +1
制发规范性文件3件，主动公开规范性文件3条。 | normative_docs_issued 3 B; disclosed_normative_docs 3 B
制定出台各类文件56份，其中规范性文件2份。 | normative_docs_issued 2 B; +1
全年未制定规范性文件。 |
办理人大代表建议6件、政协提案9件，办结率100%。 | +1
组织实施科技计划项目42项，下达经费1860万元。 | +1
专利申请1205件，其中发明专利310件。 | +1
新认定高新技术企业23家。 | +1
受理项目申报材料160份。 | +1
技术合同成交额3.6亿元。 | +1
接待来访群众46人次，处理来信12封。 | +1
全年办理12345热线工单208件。 | +1
受理行政许可申请15件，全部办结。 | +1
收到群众来信来访申请解决问题12件。 | +1
市长信箱转办件31件，办结31件。 | +1
解答公众咨询210人次。 | +1
2017年主动公开政府信息280条，2018年主动公开政府信息326条。 | disclosed_items_total 326 B; +1
2017年收到政府信息公开申请20件。 | +1
2017年、2018年分别公开政府信息280条、326条。 | +1
上年度公开政府信息280条。 | +1
2016年至2018年共公开政府信息900条。 | +1
近三年累计收到政府信息公开申请40件。 | +1
自网站开通以来，发布信息5600条。 | +1
截至2018年12月31日，网站累计发布信息5600条。 | +1
截至2018年12月31日，全年累计公开政府信息326条。 | disclosed_items_total 326 B
累计发布微博6800条。 | +1
2019年，计划公开政府信息400条，举办政务公开培训4期。 | +1
力争全年公开政府信息不少于400条。 | +1
每季度召开政务公开工作例会1次。 | +1
截至10月底，公开政府信息260条。 | +1
上半年收到政府信息公开申请6件。 | +1
全市共收到政府信息公开申请1560件。 | +1
全市各级行政机关主动公开政府信息12万条。 | +1
全市科技系统共公开信息2300条。 | +1
市政府系统全年召开新闻发布会46场。 | +1
各县区科技部门公开信息420条。 | +1
市财政局公开政府信息520条。 | +1
局属事业单位公开信息60条。 | +1
我市共有政务公开工作人员320人。 | +1
乙县科技局收到政府信息公开申请3件。 | +1
# 二、主动公开情况
主要通过以下渠道：网站公布信息126条，微博38条，微信52条。 | channel_website_items 126 B; channel_weibo_items 38 B; channel_wechat_items 52 B
1.政府网站公开政府信息126条。 | channel_website_items 126 B
（1）政务微博公开政府信息38条； | channel_weibo_items 38 B
工作动态类信息86条，通知公告类信息42条。 | +1
# 三、依申请公开情况
2018年共收到申请6件，办结6件。 | requests_new 6 B; requests_closed 6 B
（一）收到申请情况：全年收到5件。 | requests_new 5 B
申请答复情况：共答复5件，其中同意公开3件，部分公开1件，信息不存在1件。 | outcomes_total 5 B; outcome_granted 3 B; outcome_partial 1 B; outcome_nonexistent 1 B
无。 |
本年度未收到。 |
`,
  },
  {
    agency: '乙县教育局',
    scope: 'own',
    year: 2022,
    lines: `
2022年，我局共收到政府信息公开申请23件，上年结转2件，全年办理答复24件，结转下年度继续办理1件。 | requests_new 23 B; requests_carried_in 2 B; outcomes_total 24 B; requests_carried_out 1 B
本年新收政府信息公开申请12件、结转上年申请1件。 | requests_new 12 B; requests_carried_in 1 B
全年受理依申请公开22件，其中予以公开12件，部分公开3件，不予公开2件，无法提供4件，不予处理1件。 | requests_new 22 B; outcome_granted 12 B; outcome_partial 3 B; outcome_refused_total 2 B; unable_total 4 B; not_processed_total 1 B
收到依申请公开17件，予以公开、部分公开、不予公开分别为10件、4件、3件。 | requests_new 17 B; outcome_granted 10 B; outcome_partial 4 B; outcome_refused_total 3 B
新收政府信息公开申请9件，其中，自然人申请7件，法人或其他组织申请2件。 | requests_new 9 B; +1
办理政府信息公开申请9件，其中本机关不掌握相关政府信息3件，没有现成信息需要另行制作1件，补正后申请内容仍不明确2件。 | unable_not_held 3 B; unable_needs_creation 1 B; unable_unclear_after_correction 2 B; +1
政府信息公开申请中，信访举报投诉类申请2件、重复申请1件。 | not_processed_petition 2 B; not_processed_duplicate 1 B
依申请公开方面，保护第三方合法权益不予公开1件，属于三类内部事务信息1件。 | refused_third_party_rights 1 B; refused_internal_affairs 1 B
上年度结转政府信息公开申请0件。 | requests_carried_in 0 B
没有上年结转的政府信息公开申请。 | requests_carried_in 0 D
无结转下年度继续办理的政府信息公开申请。 | requests_carried_out 0 D
2022年度，我局政府信息公开申请、行政复议、行政诉讼均为0。 | requests_new 0 D; review_total 0 D; litigation_total 0 D
因政府信息公开引发行政复议4件，结果维持2件，结果纠正1件，尚未审结1件。 | review_total 4 B; review_upheld 2 B; review_corrected 1 B; review_pending 1 B
未经复议直接起诉的政府信息公开行政诉讼2件，结果维持1件，其他结果1件；复议后起诉1件，尚未审结。 | litigation_direct_total 2 B; litigation_direct_upheld 1 B; litigation_direct_other 1 B; litigation_after_review_total 1 B
本年度政府信息公开零复议、零诉讼。 | review_total 0 D; litigation_total 0 D
全年无政府信息公开行政复议和行政诉讼。 | review_total 0 D; litigation_total 0 D
本年度未收取信息处理费。 | processing_fee_collected 0 D
按照《政府信息公开信息处理费管理办法》，我局2022年度收取信息处理费0元。 | processing_fee_collected 0 B
2022年，依申请公开发出收费通知1件，总金额120元，实际收取信息处理费120元。 | processing_fee_collected 120 B; +1
发出信息处理费收费通知2件，应收金额300元。 | +1
2022年度未产生信息处理费。 | processing_fee_collected 0 D
本年度行政事业性收费金额1280.5万元。 | fee_amount 1280.5 B
制发行政规范性文件2件，废止1件，现行有效11件。 | normative_docs_issued 2 B; normative_docs_repealed 1 B; normative_docs_in_force 11 B
全年作出行政许可决定46件，行政处罚决定3件。 | licensing_decisions 46 B; penalty_decisions 3 B
通过县政府门户网站主动公开信息356条，“乙县教育”微信公众号推送信息620条。 | channel_website_items 356 B; channel_wechat_items 620 B
县政府网站公开信息214条、微信公众号发布410条、视频号发布25条。 | channel_website_items 214 B; channel_wechat_items 410 B; channel_other_items 25 B
政务新媒体共发布信息900余条。 | +1
两微一端发布信息800条。 | +1
县融媒体中心采用稿件65篇。 | +1
2022年共主动公开政府信息688条，其中，通过门户网站公开430条，占62.5%。 | disclosed_items_total 688 B; channel_website_items 430 B; +1
主动公开政府信息100多条。 | disclosed_items_total ≥100 C
公开文件类信息12条，工作动态150条，政策解读5条。 | interpretation_articles 5 B; +1
发布原创政策解读材料8篇，图解3篇。 | interpretation_articles 8 B; +1
制作发布政策解读9件。 | interpretation_articles 9 B
召开新闻发布会1场，局长解读招生政策。 | press_conferences 1 B
全年组织政务公开专题培训2场次，培训160人次。 | training_sessions 2 B; training_attendances 160 B
举办1期政务公开培训班，参训65人。 | training_sessions 1 B; training_attendances 65 B
召开2次政务公开专题工作会议。 | meetings_held 2 B
安排专职人员1名、兼职人员2名从事政务公开工作。 | staff_full_time 1 B; staff_part_time 2 B
从事政务公开工作人员3人，均为兼职。 | staff_total 3 B
配备专职教研员32名，兼职教研员18名。 | +1
招聘教师120名，培训教师3600人次。 | +1
公示学区划分信息5条。 | +1
全县教育系统收到政府信息公开申请40件。 | +1
全县各学校主动公开信息3200条。 | +1
县政府办公室组织政务公开培训2期。 | +1
各中小学校通过公示栏公开信息1200条。 | +1
2021年收到申请15件，2022年收到政府信息公开申请23件。 | requests_new 23 B; +1
较2021年的15件政府信息公开申请增加8件。 | +1
政府信息公开申请量同比增加8件。 | +1
与去年持平，收到政府信息公开申请5件。 | requests_new 5 B
2023年我局将举办政务公开培训2期。 | +1
下一步，力争发布政策解读20篇以上。 | +1
五年来共收到政府信息公开申请96件。 | +1
办理网络问政留言320条，回复率100%。 | +1
“县长信箱”收到来信45件，均已答复。 | +1
处理教育信访投诉78件。 | +1
全年受理校外培训投诉举报36件。 | +1
开展行政复议答复2件，应诉1件。 | +1
承办县人大代表建议11件，答复率100%，主动公开建议提案答复11件。 | +1
县教育局门户网站全年页面浏览量15.6万次，独立访客3万人。 | +1
排名全县第3位，得分95.6分。 | +1
落实义务教育经费2.1亿元。 | +1
开展“政府开放日”活动2次，邀请群众代表60人参加。 | +1
开展自查4次，整改问题15条。 | +1
全县信息公开测评得分98分，列第2名。 | +1
# 三、收到和处理政府信息公开申请情况
2022年，我局共收到申请6件，予以公开4件，部分公开1件，无法提供1件，均在法定期限内答复。 | requests_new 6 B; outcome_granted 4 B; outcome_partial 1 B; unable_total 1 B
# 四、政府信息公开行政复议、行政诉讼情况
2022年，行政复议1件，结果维持1件；行政诉讼0件。 | review_total 1 B; review_upheld 1 B; litigation_total 0 B
本年度未发生。 |
# 五、存在的主要问题及改进情况
计划2023年组织培训4次。 | +1
政策解读数量偏少，仅有5篇。 | +1
2022年举办政务公开业务培训2次，公开意识有所提升。 | training_sessions 2 B
# 六、其他需要报告的事项
2022年收取信息处理费的总金额为0元。 | processing_fee_collected 0 B
`,
  },
  {
    agency: '丙县人民政府',
    scope: 'aggregate',
    year: 2021,
    lines: `
2021年，全县共收到政府信息公开申请186件，上年结转5件，答复183件，结转下年度继续办理8件。 | requests_new 186 B; requests_carried_in 5 B; outcomes_total 183 B; requests_carried_out 8 B
全县各级行政机关共新收政府信息公开申请三百一十件。 | requests_new 310 B
全县政府系统共受理依申请公开申请92件，其中网络申请60件、信函申请25件、当面申请7件。 | requests_new 92 B; requests_online 60 B; requests_letter 25 B; requests_in_person 7 B
全县共主动公开政府信息2.35万条。 | disclosed_items_total 23500 B
县政府门户网站全年发布各类信息11260条。 | channel_website_items 11260 B
全县政务微信公众号共发布信息8600余条。 | channel_wechat_items ≥8600 C
县政府公报刊发文件32件。 | +1
全年编发县政府公报4期。 | +1
全县制发行政规范性文件8件，废止12件，现行有效96件。 | normative_docs_issued 8 B; normative_docs_repealed 12 B; normative_docs_in_force 96 B
县政府制定规章0件。 | regulations_issued 0 B
全年召开新闻发布会6场，发布政策解读75篇。 | press_conferences 6 B; interpretation_articles 75 B
全县因政府信息公开引发的行政复议9件，其中结果维持6件，结果纠正1件，其他结果1件，尚未审结1件。 | review_total 9 B; review_upheld 6 B; review_corrected 1 B; review_other 1 B; review_pending 1 B
全县政府信息公开行政诉讼案件3件，均未经复议直接起诉，其中结果维持2件，尚未审结1件。 | litigation_total 3 B; litigation_direct_upheld 2 B; litigation_direct_pending 1 B
2021年全县收取信息处理费共计0.15万元。 | processing_fee_collected 1500 B
全县未收取信息处理费。 | processing_fee_collected 0 D
举办全县政务公开业务培训班3期，培训人员420人次。 | training_sessions 3 B; training_attendances 420 B
全县召开政务公开工作推进会4次。 | meetings_held 4 B
全县共有专职政务公开工作人员46名，兼职工作人员132名。 | staff_full_time 46 B; staff_part_time 132 B
全县建成政府信息公开查阅点18个。 | reading_points 18 B
其中，县直部门收到政府信息公开申请120件，乡镇（街道）收到66件。 | +1
县自然资源局收到政府信息公开申请45件。 | +1
县政府办公室共收到政府信息公开申请30件。 | +1
县本级收到政府信息公开申请38件。 | +1
各乡镇主动公开政府信息6500条。 | +1
县直各部门公开信息9800条，各乡镇公开信息6500条。 | +1
全市政府信息公开考核排名第2。 |
市政府信息公开平台发布我县信息300条。 | +1
全县受理行政复议案件56件，审结48件。 | +1
全县行政机关负责人出庭应诉32件，出庭率100%。 | +1
办理县长信箱来信860件，办结率99.2%。 | +1
政务服务事项网办率98%，即办件占比60%。 | +1
完成重点项目46个，总投资58亿元。 | +1
全县12345热线受理诉求23000件。 | +1
关停整合政务新媒体12个，现有政务新媒体85个。 | +1
2020年收到政府信息公开申请152件，2021年增加至186件。 | +1
较上年增加34件，增长22.4%。 | +1
“十三五”期间全县共收到政府信息公开申请720件。 | +1
收到政府信息公开申请186件，为历年最高。 | requests_new 186 B
全县公开率达97%，部分公开3%。 | +1
涉及征地拆迁类政府信息公开申请62件，占33.3%。 | +1
`,
  },
  {
    agency: '丁市人民政府',
    scope: 'aggregate',
    year: 2023,
    lines: `
2023年，全市行政机关共收到政府信息公开申请2，608件，其中自然人申请2450件、法人和其他组织申请158件。 | requests_new 2608 B; +1
全市各级行政机关全年办结政府信息公开申请2590件。 | requests_closed 2590 B
全市政府信息公开申请办理结果：予以公开1200件，部分公开260件，不予公开180件，无法提供620件，不予处理150件，其他处理180件。 | outcome_granted 1200 B; outcome_partial 260 B; outcome_refused_total 180 B; unable_total 620 B; not_processed_total 150 B; other_total 180 B
全市发生政府信息公开行政复议268件、行政诉讼72件。 | review_total 268 B; litigation_total 72 B
全市被申请政府信息公开行政复议两百六十八件。 | review_total 268 B
市政府门户网站全年公开信息3.1万条。 | channel_website_items 31000 B
市政府公报全年登载政府信息86条。 | channel_gazette_items 86 B
市政府微信公众号发布信息1850条，微博发布信息2400条。 | channel_wechat_items 1850 B; channel_weibo_items 2400 B
全市举办新闻发布会68场，政府网站在线访谈24期。 | press_conferences 68 B; web_interviews 24 B
全市共发布政策解读材料1260篇，其中图文解读680篇。 | interpretation_articles 1260 B; +1
全年收取信息处理费8460元，较上年减少1200元。 | processing_fee_collected 8460 B; +1
全市制发市政府规章3件、行政规范性文件42件。 | regulations_issued 3 B; normative_docs_issued 42 B
全市现行有效规章28件，现行有效行政规范性文件512件。 | regulations_in_force 28 B; normative_docs_in_force 512 B
全市组织政务公开培训36场、培训人员2800余人次。 | training_sessions 36 B; training_attendances ≥2800 C
市政府收到政府信息公开申请310件，市政府办公室收到58件。 | +1
市本级政府信息公开申请650件。 | +1
各县（区）收到政府信息公开申请1648件。 | +1
市公安局、市自然资源和规划局分别收到政府信息公开申请120件、98件。 | +1
全省共收到政府信息公开申请2.6万件，我市占10%。 | +1
组织12个部门开展政务公开培训。 | +1
市政府常务会议研究议题86个，邀请公众代表列席12人次。 | +1
全市政务服务大厅日均接待群众3000人次。 | +1
发布重大行政决策事项目录8项。 | +1
全市政府网站50家，政务新媒体320个。 | +1
征集意见建议1560条，采纳320条。 | +1
全市PM2.5浓度下降5%，空气优良天数310天。 | +1
`,
  },
  {
    agency: '戊职业技术学院',
    scope: 'own',
    year: 2019,
    lines: `
学校全年主动公开信息820条，其中校园网公开760条。 | disclosed_items_total 820 B; channel_website_items 760 B
我校2019年主动公开政府信息 96 条。 | disclosed_items_total 96 B
学校微信公众号发布信息365篇。 | channel_wechat_items 365 B
2019年学校未收到信息公开申请。 | requests_new 0 D
本年度学校收到信息公开申请1件，已按规定答复。 | requests_new 1 B
学校未发生因信息公开引起的行政复议、行政诉讼，也未收到举报投诉。 | review_total 0 D; litigation_total 0 D; complaints_received 0 D
举办信息公开专题培训1次，参训人员45人次。 | training_sessions 1 B; training_attendances 45 B
学校现有在校生12600人，教职工860人。 | +1
录取新生3200名，就业率96.5%。 | +1
招生信息网公布招生信息150条。 | +1
召开教代会1次，收到提案56件。 | +1
通过校务公开栏公开信息48条。 | channel_other_items 48 B
校长信箱收到来信120封。 | +1
全校设置信息公开查阅点2处。 | reading_points 2 B
发放奖助学金1200万元。 | +1
学校各二级学院公开信息1300条。 | +1
2018-2019学年，学校主动公开信息1500条。 | +1
`,
  },
  {
    agency: '丁市人民政府办公室',
    scope: 'office',
    year: 2020,
    lines: `
我办全年收到政府信息公开申请58件，答复56件。 | requests_new 58 B; outcomes_total 56 B
市政府办公室2020年共收到政府信息公开申请58件。 | requests_new 58 B
本机关共办结政府信息公开申请56件，其中按时办结50件、延期办结6件。 | requests_closed 56 B; requests_closed_on_time 50 B; requests_closed_extended 6 B
全市共收到政府信息公开申请1890件。 | +1
全市各级各部门公开政府信息32万条。 | +1
指导县区开展政务公开培训12场。 | +1
我办举办全市政务公开工作培训班2期，培训人员300余人。 | training_sessions 2 B; training_attendances ≥300 C
通过《丁市人民政府公报》公开政府信息120条。 | channel_gazette_items 120 B
新公开规范性文件35件。 | normative_docs_newly_disclosed 35 B
政府集中采购项目6个，采购总金额86.5万元。 | procurement_projects 6 B; +1
组织新闻发布会30场。 | press_conferences 30 B
市政府办公室未发生政府信息公开行政复议和行政诉讼。 | review_total 0 D; litigation_total 0 D
市发改委收到政府信息公开申请22件。 | +1
收发文件6800件，办理会务120次。 | +1
`,
  },
  {
    agency: '己镇人民政府',
    scope: 'own',
    year: 2022,
    lines: `
2022年，我镇共公开政府信息215条。 | disclosed_items_total 215 B
全镇主动公开信息188条，其中县政府网站120条，镇微信公众号68条。 | disclosed_items_total 188 B; channel_website_items 120 B; channel_wechat_items 68 B
镇政府未收到政府信息公开申请。 | requests_new 0 D
己镇2022年共收到信息公开申请2件，均为当面申请。 | requests_new 2 B
通过村务公开栏公开信息360条。 | +1
各村公开村务信息900条。 | +1
我镇没有因政府信息公开被提起行政复议或行政诉讼。 | review_total 0 D; litigation_total 0 D
明确1名专职工作人员负责政务公开。 | staff_full_time 1 B
召开政务公开专题会议2次，开展业务培训2次。 | meetings_held 2 B; training_sessions 2 B
全县公开信息12万条，我镇排名第3。 | +1
发放低保金320万元，惠及1200户。 | +1
种植玉米3万亩，建成高标准农田5000亩。 | +1
调解矛盾纠纷86起，办理信访件12件。 | +1
受理危房改造申请48份。 | +1
便民服务中心接待群众6800人次，办件3200件。 | +1
`,
  },
]

/** Whole chapters of prose, as one report has them: paragraphs, and every claim in them. */
export interface CorpusReport {
  readonly agency: string
  readonly scope: Scope
  readonly year: number
  readonly paragraphs: readonly string[]
  readonly claims: readonly string[]
}

export const reportCorpus: readonly CorpusReport[] = [
  {
    agency: '庚市水利局',
    scope: 'own',
    year: 2021,
    paragraphs: [
      '庚市水利局2021年政府信息公开工作年度报告',
      '一、总体情况',
      '2021年，庚市水利局认真贯彻《中华人民共和国政府信息公开条例》，围绕水利中心工作，扎实推进政务公开。全市共建成水库126座，完成投资23.6亿元，治理水土流失面积86平方公里。',
      '（一）主动公开。全年通过市政府门户网站公开信息268条，局微信公众号“庚市水利”发布信息412条，较上年增加35条；组织召开新闻发布会1场，发布政策解读6篇。全市水利系统共发布信息3200余条。',
      '（二）依申请公开。全年新收政府信息公开申请14件，上年结转1件，均已在法定期限内答复，其中予以公开8件，部分公开2件，本机关不掌握相关政府信息4件，重复申请1件。2020年收到申请9件。无信息公开收费情况。',
      '（三）监督保障。局办公室配备专职人员1名、兼职人员2名；召开政务公开专题会议2次，举办业务培训1期，培训60人次。市政府办公室对我局开展检查2次。',
      '五、存在的主要问题及改进情况',
      '一是解读形式单一，仅有文字解读。二是更新不够及时。2022年，我局将发布政策解读12篇，举办培训2期。',
    ],
    claims: [
      'channel_website_items 268 B',
      'channel_wechat_items 412 B',
      'press_conferences 1 B',
      'interpretation_articles 6 B',
      'requests_new 14 B',
      'requests_carried_in 1 B',
      'outcome_granted 8 B',
      'outcome_partial 2 B',
      'unable_not_held 4 B',
      'not_processed_duplicate 1 B',
      'staff_full_time 1 B',
      'staff_part_time 2 B',
      'meetings_held 2 B',
      'training_sessions 1 B',
      'training_attendances 60 B',
    ],
  },
  {
    agency: '辛县人民政府',
    scope: 'aggregate',
    year: 2022,
    paragraphs: [
      '辛县人民政府2022年政府信息公开工作年度报告',
      '本报告由辛县人民政府办公室根据各乡镇、县直各部门的年度报告汇总编制，数据统计期限为2022年1月1日至12月31日。',
      '一、总体情况',
      '2022年，全县地区生产总值达到186亿元，增长6.1%。全县各级行政机关主动公开政府信息18650条，其中县政府门户网站公开9820条、政务微信公众号公开6530条、政务微博公开2300条。县财政局公开预决算信息186条。',
      '全县共收到政府信息公开申请97件，比2021年减少12件；上年结转3件，办结96件，结转下年度继续办理4件。从申请方式看，网络申请61件，信函申请30件，当面申请6件。县自然资源局收到42件，占43.3%。',
      '全县因政府信息公开引发行政复议5件，其中结果维持4件、结果纠正1件；行政诉讼2件，均尚未审结。全县未收取信息处理费。',
      '全年组织政务公开业务培训4场，培训人员510人次，召开全县政务公开推进会2次。乡镇共开展培训30场。',
    ],
    claims: [
      'disclosed_items_total 18650 B',
      'channel_website_items 9820 B',
      'channel_wechat_items 6530 B',
      'channel_weibo_items 2300 B',
      'requests_new 97 B',
      'requests_carried_in 3 B',
      'requests_closed 96 B',
      'requests_carried_out 4 B',
      'requests_online 61 B',
      'requests_letter 30 B',
      'requests_in_person 6 B',
      'review_total 5 B',
      'review_upheld 4 B',
      'review_corrected 1 B',
      'litigation_total 2 B',
      'processing_fee_collected 0 D',
      'training_sessions 4 B',
      'training_attendances 510 B',
      'meetings_held 2 B',
    ],
  },
  {
    agency: '壬市人民政府',
    scope: 'aggregate',
    year: 2018,
    paragraphs: [
      '壬市人民政府2018年政府信息公开工作年度报告',
      '一、主动公开情况',
      '2018年，全市共主动公开政府信息36.8万条。其中，政府公报公开政府信息560条，政府网站公开25.6万条，政务微博公开4.2万条，政务微信公开5.5万条，其他方式公开1.4万条。全市主动公开规范性文件212条。',
      '二、回应解读情况',
      '全市共回应公众关注热点或重大舆情326次，参加或举办新闻发布会98次，其中主要负责同志参加新闻发布会31次；政府网站在线访谈45次；发布政策解读稿件2100余篇。市政府办公室主办新闻发布会20场。',
      '三、依申请公开情况',
      '全市共收到政府信息公开申请1862件，其中当面申请430件，传真申请12件，网络申请980件，信函申请440件。申请办结1850件，按时办结1790件，延期办结60件。同意公开答复920件，不同意公开答复110件，其中涉及商业秘密15件、个人隐私40件。',
      '四、复议诉讼和收费情况',
      '全市因政府信息公开被申请行政复议102件，被提起行政诉讼38件，收到举报投诉9件。依申请公开收取费用1.26万元。',
      '五、2019年工作安排',
      '全市举办培训不少于50期，政策解读稿件达到2500篇。',
    ],
    claims: [
      'disclosed_items_total 368000 B',
      'channel_gazette_items 560 B',
      'channel_website_items 256000 B',
      'channel_weibo_items 42000 B',
      'channel_wechat_items 55000 B',
      'channel_other_items 14000 B',
      'disclosed_normative_docs 212 B',
      'hot_issue_responses 326 B',
      'press_conferences 98 B',
      'press_conferences_by_head 31 B',
      'web_interviews 45 B',
      'interpretation_articles ≥2100 C',
      'requests_new 1862 B',
      'requests_in_person 430 B',
      'requests_fax 12 B',
      'requests_online 980 B',
      'requests_letter 440 B',
      'requests_closed 1850 B',
      'requests_closed_on_time 1790 B',
      'requests_closed_extended 60 B',
      'outcome_granted 920 B',
      'outcome_refused_total 110 B',
      'refused_trade_secret 15 B',
      'refused_personal_privacy 40 B',
      'review_total 102 B',
      'litigation_total 38 B',
      'complaints_received 9 B',
      'request_fees_collected 1.26 B',
    ],
  },
  {
    agency: '癸医科大学附属医院',
    scope: 'own',
    year: 2022,
    paragraphs: [
      '癸医科大学附属医院2022年信息公开工作年度报告',
      '2022年，医院门急诊量156万人次，出院病人6.8万人次，开展手术3.2万台次。',
      '医院官网全年发布信息1046条，官方微信公众号推送文章560篇，抖音号发布短视频86条，院内公示栏公示信息73条。接待患者咨询2300人次，受理医疗投诉112件。',
      '全年收到信息公开申请3件，其中信函申请1件、网络申请2件，均已按期答复。全院未发生因信息公开引起的行政复议、行政诉讼和举报投诉。举办信息公开业务培训1次，培训科室联络员58人。',
      '2023年，医院计划发布信息1200条。',
    ],
    claims: [
      'channel_website_items 1046 B',
      'channel_wechat_items 560 B',
      'channel_other_items 86 B',
      'channel_other_items 73 B',
      'requests_new 3 B',
      'requests_letter 1 B',
      'requests_online 2 B',
      'review_total 0 D',
      'litigation_total 0 D',
      'complaints_received 0 D',
      'training_sessions 1 B',
      'training_attendances 58 B',
    ],
  },
]
