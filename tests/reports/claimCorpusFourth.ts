import type { CorpusPart } from './claimCorpus.ts'

/** A fourth set: sentences whose subject, year or scope is easily taken for another. */
export const claimCorpusFourth: readonly CorpusPart[] = [
  {
    agency: '北河市林业和草原局',
    scope: 'own',
    year: 2022,
    lines: `
2022年收到政府信息公开申请18件，2021年为23件。 | requests_new 18 B; +1
与2021年收到的23件相比，2022年收到政府信息公开申请18件。 | requests_new 18 B; +1
政府信息公开申请由上年的23件减少到今年的18件。 | +1
全年新收政府信息公开申请18件（其中自然人15件，法人或其他组织3件），同比下降21.7%。 | requests_new 18 B; +1
本年度未收到政府信息公开申请，上一年度收到2件，均已答复。 | requests_new 0 D; +1
依申请公开方面，2022年收到0件，答复0件。 | requests_new 0 B; outcomes_total 0 B
行政复议、行政诉讼均为0件。 | review_total 0 D; litigation_total 0 D
因政府信息公开被提起行政复议1件、行政诉讼0件。 | review_total 1 B; litigation_total 0 B
全年林草行政复议案件5件，行政诉讼案件2件，均与政府信息公开无关。 | +1
今年以来共审核采伐许可申请126件，其中准予119件，不予许可7件。 | +1
计划2023年主动公开政府信息500条以上。 | +1
力争明年举办政务公开培训2期。 | +1
2022年拟召开政务公开会议2次。 | +1
全年主动公开政府信息约600条。 | disclosed_items_total ~600 C
全年主动公开政府信息600余条，其中网站420余条、微信180余条。 | disclosed_items_total ≥600 C; channel_website_items ≥420 C; channel_wechat_items ≥180 C
主动公开政府信息近600条。 | disclosed_items_total <600 C
主动公开政府信息612条，较2021年的580条增加32条。 | disclosed_items_total 612 B; +1
通过政府网站主动公开信息412条，通过微信公众号公开信息186条，通过公告栏公开14条，合计612条。 | channel_website_items 412 B; channel_wechat_items 186 B; channel_other_items 14 B; +1
网站公开412条，占全部公开信息的67.3%。 | channel_website_items 412 B; +1
自2008年《条例》施行以来，累计主动公开政府信息8600余条。 | +1
截至2022年底，网站累计公开信息8612条。 | +1
全年公开植树造林信息36条、防火信息52条。 | +1
全市完成营造林任务12.6万亩，公开进展信息12期。 | +1
办理人大代表建议16件、政协提案9件，全部公开答复。 | +1
市政府办公室转办申请3件，我局不予受理1件。 | +1
下属国有林场收到政府信息公开申请2件。 | +1
全系统收到政府信息公开申请45件。 | +1
`,
  },
  {
    agency: '南川县财政局',
    scope: 'own',
    year: 2017,
    lines: `
我局现有专职人员1名，兼职人员3名，从事政府信息公开工作。 | staff_full_time 1 B; staff_part_time 3 B
落实政务公开工作人员4人，其中专职1人、兼职3人。 | staff_total 4 B; staff_full_time 1 B; staff_part_time 3 B
全局干部职工86人参加了普法培训。 | +1
举办政府信息公开业务培训班2期，培训120人次。 | training_sessions 2 B; training_attendances 120 B
组织参加省财政厅举办的信息公开培训1次。 | +1
2017年没有召开新闻发布会。 |
召开新闻发布会3次，其中局主要负责人出席1次。 | press_conferences 3 B; press_conferences_by_head 1 B
公开部门预算68份、决算66份。 | +1
安排信息公开专项经费5万元，实际支出4.6万元。 | ogi_budget 5 B; +1
依申请公开未收取任何费用。 | request_fees_collected 0 D
收到信息公开申请2件，其中1件由县政府办公室转来。 | requests_new 2 B; +1
收到群众举报投诉0件。 | +1
投诉举报电话全年接听15次。 | +1
`,
  },
  {
    agency: '东岭市人民政府',
    scope: 'aggregate',
    year: 2023,
    lines: `
全市各级行政机关共新收政府信息公开申请1286件，上年结转42件，答复1297件，结转下年度31件。 | requests_new 1286 B; requests_carried_in 42 B; outcomes_total 1297 B; requests_carried_out 31 B
其中，市本级收到申请212件，县区收到申请1074件。 | +1
2023年，全市收到政府信息公开申请1286件，2022年收到1402件，2021年收到1377件。 | requests_new 1286 B; +1
申请量连续三年下降，2021至2023年分别为1377件、1402件和1286件。 | +1
市政府办公室直接受理申请57件。 | +1
东岭县收到申请最多，为318件。 | +1
平均每件申请办理时长11.6个工作日。 | +1
全市因政府信息公开引发行政复议64件，其中维持41件、纠错9件。 | review_total 64 B; review_upheld 41 B; review_corrected 9 B
全市行政复议案件412件，其中政府信息公开类64件。 | +1
行政复议纠错率为14.1%，比上年下降3个百分点。 | +1
全市法院新收一审行政案件412件，其中政府信息公开类38件。 | +1
全市现行有效行政规范性文件186件，全年新制发28件，废止12件。 | normative_docs_in_force 186 B; normative_docs_repealed 12 B; +1
市政府制定规章2部，废止1部。 | regulations_issued 2 B; regulations_repealed 1 B
全市行政许可处理决定12.4万件，行政处罚2.1万件，行政强制865件。 | licensing_decisions 124000 B; +1
行政事业性收费3.2亿元。 | fee_amount 32000 B
全市举办新闻发布会46场，其中市政府新闻办举办18场。 | press_conferences 46 B; +1
全市计划于2024年举办新闻发布会50场。 | +1
全市政府网站发布信息42.6万条，其中市政府门户网站3.1万条。 | channel_website_items 426000 B; +1
全市政务新媒体216个，粉丝862万。 | +1
“一网通办”事项3126项，办件量286万件。 | +1
信息处理费收取0.86万元。 | processing_fee_collected 8600 B
`,
  },
  {
    agency: '西塘县青石镇人民政府',
    scope: 'own',
    year: 2020,
    lines: `
2020年我镇主动公开信息336条，其中党务公开86条，村务公开120条。 | disclosed_items_total 336 B; +1
各村（社区）公开村务信息1260条。 | +1
县政府门户网站公开我镇信息128条。 | +1
我镇收到县政府办转办的依申请公开1件，已按时答复。 | requests_new 1 B
本镇2020年1月1日至12月31日未收到政府信息公开申请，未发生行政复议和行政诉讼。 | requests_new 0 D; review_total 0 D; litigation_total 0 D
2019年，我镇收到政府信息公开申请3件。 | +1
收到信访件23件，均已办结。 | +1
除1件撤回外，其余3件申请均予以公开。 | +1
收到政府信息公开申请4件，同意公开3件，不同意公开1件。 | requests_new 4 B; outcome_granted 3 B; outcome_refused_total 1 B
政府信息公开申请数量由3件增至4件。 | +1
约有4人从事政务公开工作。 | +1
配备政务公开兼职人员2人，较上年减少1人。 | staff_part_time 2 B; +1
召开政务公开专题会议两次，研究部署3项工作。 | meetings_held 2 B; +1
`,
  },
]
