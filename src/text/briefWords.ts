import type { Lang } from './label.ts'

/** Words of the supervision brief in Chinese: the shape that English must match. */
const zh = {
  name: '督查简报',
  open: '督查简报',
  openOf: '这个机关的督查简报',
  print: '打印',
  word: '存为 Word 文件',
  wordSaved: (name: string) => `已导出：${name}`,
  wordFailed: '文件没有写成，页面上的内容不受影响。请重试。',
  waiting: '核查结果还没有读到，下面各节不全。',
  waitingFailed: '核查结果没有读到，下面没有核查各节。请重试。',
  group: (n: number) => `${n} 个机关`,
  below: (supervisor: string, n: number) => `${supervisor}所属 ${n} 个机关`,
  everyBody: (title: string, n: number) => `${title}：全部 ${n} 个机关`,
  about: (years: string, have: number, of: number) => `${years} 年，收录年报 ${have}/${of} 份（机关 × 年度）`,
  switches: (prose: boolean, zeros: boolean) => `${prose ? '表格和正文' : '只用表格数字'}；空白${zeros ? '按零计' : '照原样，不作零'}`,
  dataset: (title: string, hash: string) => `数据集 ${title}，数据哈希 ${hash}`,
  day: (day: string) => `${day} 生成`,
  synthetic: '合成数据，不是真实年报',
  note: '未收录不等于未公布。数字均出自所列年报，没有数值的写明原因；核查只说所印数字和文字是否一致，不作评价。',
  none: '没有。',
  colon: '：',
  stop: '。',
  semicolon: '；',
  names: (names: readonly string[], n: number) => (names.length < n ? `${names.join('、')}等 ${n} 个` : names.join('、')),

  filings: {
    title: (year: number, have: number, of: number, late: number, absent: number) =>
      `${year} 年度：${of} 个机关收录年报 ${have} 份${late > 0 ? `，晚于期限公布 ${late} 份` : ''}${absent > 0 ? `，未收录 ${absent} 份` : ''}`,
    titleOwn: (have: number, of: number, late: number) => `${of} 个年度收录年报 ${have} 份${late > 0 ? `，晚于期限公布 ${late} 份` : ''}`,
    rule: '按期与否依当年规定的期限判定，公布日期或期限不明的不判定。',
    columns: ['年度', '收录', '按期', '晚于期限', '不判定', '没有收录的机关', '晚于期限的机关（天数）'],
    ownColumns: ['年度', '年报', '表式', '首次公布', '期限', '结果'],
    have: (have: number, of: number) => `${have}/${of}`,
    lateBy: (name: string, days: number) => `${name} ${days} 天`,
    late: (days: number) => `晚于期限 ${days} 天`,
    cut: (n: number) => `较早的 ${n} 个年度没有列出。`,
    untitled: '（标题不明）',
    version: (version: number, on: string | null) => `（第 ${version} 版${on === null ? '' : `，${on} 公布`}）`,
    notKnown: '不明',
  },

  figures: {
    title: (year: number, n: number) => `${year} 年主要指标 ${n} 项，与上年和同组对照`,
    titleGroup: (year: number, n: number) => `${year} 年主要指标 ${n} 项，各机关合计及与上年对照`,
    columns: (year: number) => ['指标', `${year} 年`, `${year - 1} 年`, '与上年', '同组中位数', '有数值', '所在年报'],
    groupColumns: (year: number) => ['指标', '合计', '中位数', '最低–最高', `${year - 1} → ${year} 年合计`, '有数值（原因）'],
    peers: (names: string, n: number) => `同组为 ${n} 个可比机关：${names}。中位数只用同一表式、同一统计范围的数字。`,
    scope: '合计和中位数只用同一统计范围、口径可比的数字；与上年对照的，只用两年都有数值的机关，机关数在括号内。',
    bothYears: (from: string, to: string, n: number) => `${from} → ${to}（${n} 个）`,
    higher: (n: string) => `高 ${n}`,
    lower: (n: string) => `低 ${n}`,
    same: '相同',
    broken: '断点，不可比',
    otherBodies: '机关不同，不对照',
    noStep: '—',
    cut: (n: number) => `另有 ${n} 项没有列出，见机关页。`,
    cutGroup: (n: number) => `另有 ${n} 项没有列出，见总览。`,
    noMedian: '—',
    report: (year: number) => `${year} 年度年报`,
    none: '这个年度没有可列的数字。',
  },

  flat: {
    title: '为零和没有变化的数字',
    zeros: (year: number, names: string, n: number) => `${year} 年填零的 ${n} 项：${names}`,
    always: (from: number, to: number, names: string, n: number) => `${from}–${to} 年收录的年报中，凡有此项均填零的 ${n} 项：${names}`,
    statement: (name: string, have: number, zero: number, compared: number, changed: number) =>
      `${name}：${have} 个机关有数值，其中 ${zero} 个为零` +
      (compared > 0 ? `；可与上年比的 ${compared} 个中，${changed} 个与上年不同` : ''),
    none: '没有填零的主要指标。',
    cut: (n: number) => `另有 ${n} 项没有列出。`,
  },

  outcomes: {
    title: (year: number, total: string) => `${year} 年依申请公开：办理结果总计 ${total} 件`,
    none: (year: number) => `${year} 年没有可列的办理结果`,
    columns: ['办理结果', '件数', '占比', '有数值'],
    of: (part: string, total: string) => `${total} 件中 ${part} 件`,
    counted: (have: number, of: number) => `${have}/${of} 个机关各项均有数值，合计只用这些机关`,
    own: '出自该年度年报第三表',
    atLeast: (n: string) => `不少于 ${n}`,
  },

  findings: {
    title: (n: number, error: number, warning: number, info: number) =>
      n === 0 ? '没有待核的不一致' : `待核的不一致 ${n} 条：须核对 ${error}，宜核对 ${warning}，供参考 ${info}`,
    handled: (n: number, untold: number) => `已处理 ${n} 条不列；无法核对 ${untold} 条不列。晚于期限的见第一节，上年结转的见下一节。`,
    columns: ['机关和年度', '轻重', '所在格', '两边所印', '应满足的关系', '相差'],
    cut: (n: number, error: number, warning: number) => `其余 ${n} 条没有列出（其中须核对 ${error}，宜核对 ${warning}），见核查页的清单。`,
    noDifference: '—',
    cells: (n: number) => `等 ${n} 格`,
    whole: '报告整体',
  },

  carried: {
    title: (n: number) => (n === 0 ? '前后两年结转相符，或没有可核对的' : `前后两年结转不符 ${n} 条`),
    cut: (n: number) => `其余 ${n} 条没有列出，见核查页的清单。`,
  },

  asks: {
    title: (bodies: number, n: number) => (n === 0 ? '没有需要请机关核对的事项' : `请核对的事项：${bodies} 个机关 ${n} 项`),
    columns: ['机关', '请核对、请说明'],
    missing: (years: string, n: number) => `${years} 年度年报没有收录（${n} 份）：如已公布，请报送；如未公布，请说明`,
    late: (years: string, n: number) => `${years} 年度年报公布日期晚于期限（${n} 份）：请说明`,
    check: (year: string, what: string, n: number) => (n === 1 ? `${year}${what}：请核对` : `${year}“${what}”等 ${n} 条：请核对`),
    yearOf: (year: number) => `${year} 年度`,
    cut: (bodies: number, n: number) => `另有 ${bodies} 个机关 ${n} 项没有列出，见核查页的清单。`,
    cutOwn: (n: number) => `另有 ${n} 项没有列出，见核查页的清单。`,
  },
}

export type BriefWords = typeof zh

const bodies = (n: number): string => (n === 1 ? '1 body' : `${n} bodies`)
const reports = (n: number): string => (n === 1 ? '1 report' : `${n} reports`)
const items = (n: number): string => (n === 1 ? '1 item' : `${n} items`)

const en: BriefWords = {
  name: 'Supervision brief',
  open: 'Supervision brief',
  openOf: 'Supervision brief on this body',
  print: 'Print',
  word: 'Save as a Word file',
  wordSaved: (name) => `Saved: ${name}`,
  wordFailed: 'The file could not be written; what is on the page stays. Try again.',
  waiting: 'The findings are not read yet; the sections below are not complete.',
  waitingFailed: 'The findings could not be read, so their sections are missing below. Try again.',
  group: bodies,
  below: (supervisor, n) => `${bodies(n)} under ${supervisor}`,
  everyBody: (title, n) => `${title}: all ${bodies(n)}`,
  about: (years, have, of) => `${years}: ${have} of ${of} reports are loaded (bodies × years)`,
  switches: (prose, zeros) =>
    `${prose ? 'figures of tables and text' : 'figures of tables only'}; blanks ${zeros ? 'counted as 0' : 'kept as blanks, never as 0'}`,
  dataset: (title, hash) => `Dataset ${title}, data hash ${hash}`,
  day: (day) => `made ${day}`,
  synthetic: 'synthetic data, not real reports',
  note: 'Not loaded does not mean not published. Every number comes from the report named with it; where there is none, the reason stands. The checks say only whether printed numbers and words agree; they judge nobody’s work.',
  none: 'None.',
  colon: ': ',
  stop: '. ',
  semicolon: '; ',
  names: (names, n) => (names.length < n ? `${names.join(', ')} and others, ${n} in all` : names.join(', ')),

  filings: {
    title: (year, have, of, late, absent) =>
      `${year}: ${reports(have)} of ${bodies(of)} loaded${late > 0 ? `, ${late} published after the last day` : ''}${absent > 0 ? `, ${absent} not loaded` : ''}`,
    titleOwn: (have, of, late) => `${reports(have)} of ${of} years loaded${late > 0 ? `, ${late} published after the last day` : ''}`,
    rule: 'Judged by the last day that the rule of the year sets; where the day or the rule is not known, nothing is judged.',
    columns: ['Year', 'Loaded', 'On time', 'Late', 'Not judged', 'Bodies without a report loaded', 'Late bodies (days)'],
    ownColumns: ['Year', 'Report', 'Form', 'First published', 'Last day', 'Outcome'],
    have: (have, of) => `${have}/${of}`,
    lateBy: (name, days) => `${name} ${days}`,
    late: (days) => (days === 1 ? '1 day late' : `${days} days late`),
    cut: (n) => (n === 1 ? '1 earlier year is not listed.' : `${n} earlier years are not listed.`),
    untitled: '(title not known)',
    version: (version, on) => ` (version ${version}${on === null ? '' : `, published ${on}`})`,
    notKnown: 'not known',
  },

  figures: {
    title: (year, n) => `${n === 1 ? '1 main figure' : `${n} main figures`} of ${year}, beside last year and the group`,
    titleGroup: (year, n) => `${n === 1 ? '1 main figure' : `${n} main figures`} of ${year}, the bodies together, beside last year`,
    columns: (year) => ['Indicator', String(year), String(year - 1), 'Against last year', 'Group median', 'With a value', 'Report'],
    groupColumns: (year) => ['Indicator', 'Sum', 'Median', 'Lowest–highest', `Sum ${year - 1} → ${year}`, 'With a value (reasons)'],
    peers: (names, n) => `The group: ${n === 1 ? '1 peer' : `${n} peers`}: ${names}. Medians take figures of the same form and scope only.`,
    scope:
      'Sums and medians take figures of one scope that count alike; against last year only bodies with a number in both years are taken, their number in brackets.',
    bothYears: (from, to, n) => `${from} → ${to} (${n})`,
    higher: (n) => `${n} more`,
    lower: (n) => `${n} fewer`,
    same: 'the same',
    broken: 'break: not comparable',
    otherBodies: 'other bodies',
    noStep: '—',
    cut: (n) => (n === 1 ? '1 more is not listed; see the page of the body.' : `${n} more are not listed; see the page of the body.`),
    cutGroup: (n) => (n === 1 ? '1 more is not listed; see the overview.' : `${n} more are not listed; see the overview.`),
    noMedian: '—',
    report: (year) => `report on ${year}`,
    none: 'No figures of this year can be listed.',
  },

  flat: {
    title: 'Zeros and figures without change',
    zeros: (year, names, n) => `Printed as 0 in ${year} (${n}): ${names}`,
    always: (from, to, names, n) => `Printed as 0 in every report of ${from}–${to} that is loaded and has the row (${n}): ${names}`,
    statement: (name, have, zero, compared, changed) =>
      `${name}: ${bodies(have)} with a value, ${zero} of them 0` +
      (compared > 0 ? `; of ${compared} that may be held against last year, ${changed} differ` : ''),
    none: 'No main figure is printed as 0.',
    cut: (n) => (n === 1 ? '1 more is not listed.' : `${n} more are not listed.`),
  },

  outcomes: {
    title: (year, total) => `Requests in ${year}: ${total} outcomes in all`,
    none: (year) => `No outcomes of ${year} can be listed`,
    columns: ['Outcome', 'Number', 'Share', 'With a value'],
    of: (part, total) => `${part} of ${total}`,
    counted: (have, of) => `${have} of ${bodies(of)} have every one of these numbers; the sums take these only`,
    own: 'from the third table of that year’s report',
    atLeast: (n) => `at least ${n}`,
  },

  findings: {
    title: (n, error, warning, info) =>
      n === 0
        ? 'No open findings'
        : `${n === 1 ? '1 open finding' : `${n} open findings`}: ${error} must be checked, ${warning} should be checked, ${info} to note`,
    handled: (n, untold) =>
      `${n} handled and ${untold} that cannot be assessed are not listed. Late reports stand in the first section, what is carried over in the next.`,
    columns: ['Body and year', 'Severity', 'Cells', 'Both sides as printed', 'What must hold', 'Difference'],
    cut: (n, error, warning) =>
      `${n} more ${n === 1 ? 'is' : 'are'} not listed (${error} must be checked, ${warning} should be checked); see the list on the checks page.`,
    noDifference: '—',
    cells: (n) => ` and others, ${n} cells`,
    whole: 'the report as a whole',
  },

  carried: {
    title: (n) =>
      n === 0
        ? 'What is carried over agrees between years, or cannot be held against each other'
        : `${n === 1 ? '1 place' : `${n} places`} where what is carried over differs between years`,
    cut: (n) => `${n} more ${n === 1 ? 'is' : 'are'} not listed; see the list on the checks page.`,
  },

  asks: {
    title: (n, count) => (count === 0 ? 'Nothing to ask back' : `To ask back: ${items(count)} to ${bodies(n)}`),
    columns: ['Body', 'Please check or explain'],
    missing: (years, n) => `${reports(n)} not loaded (${years}): if published, please send; if not, please explain`,
    late: (years, n) => `${reports(n)} published after the last day (${years}): please explain`,
    check: (year, what, n) => (n === 1 ? `${year}${what}: please check` : `${year}${what} and others, ${n} findings: please check`),
    yearOf: (year) => `${year}: `,
    cut: (n, count) => `${items(count)} to ${bodies(n)} more ${count === 1 ? 'is' : 'are'} not listed; see the list on the checks page.`,
    cutOwn: (n) => `${n} more ${n === 1 ? 'is' : 'are'} not listed; see the list on the checks page.`,
  },
}

const words: Readonly<Record<Lang, BriefWords>> = { zh, en }

/** Words of the supervision brief. */
export const briefWordsIn = (lang: Lang): BriefWords => words[lang]
