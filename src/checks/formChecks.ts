import { deadlineOf } from '../forms/deadline.ts'
import { formForYear } from '../forms/dueForm.ts'
import { formById } from '../forms/forms.ts'
import { tableForms } from '../indicators/catalogue.ts'
import type { Label } from '../text/label.ts'
import type { Examined, ExamCheck } from './check.ts'
import type { CheckedReport } from './checkedReport.ts'
import { findChapter, saysNothing } from './chapters.ts'
import { cannotTell, cellOf, fails, holds } from './examine.ts'

const laterForms = ['y2019', 'y2021'] as const

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

function examineDeadline(report: CheckedReport): readonly Examined[] {
  const due = deadlineOf(report)
  const { first_published_on: on, published_on: last } = report
  if (due === null || on === null) return [cannotTell(null, 'date_unknown', [])]
  const late = daysBetween(due.day, on)
  if (late <= 0) return [holds(null)]
  return [
    fails(null, [], {
      say: {
        zh: `${on === last ? '' : '首次'}公布日期 ${on}，晚于 ${due.day} ${late} 天（${due.basis.zh}）`,
        en: `${on === last ? '' : 'first '}published on ${on}, ${late} days after ${due.day} (${due.basis.en})`,
      },
    }),
  ]
}

function examinePeriod({ year, title, period_start: start, period_end: end, published_on: on }: CheckedReport): readonly Examined[] {
  const titled = /(?:19|20)\d{2}/.exec((title ?? '').normalize('NFKC'))?.[0]
  if (start === null || end === null || year === null) return [cannotTell(null, 'date_unknown', [])]
  const differs: Label[] = []
  const covered = Number(start.slice(0, 4))
  if (start.slice(5) !== '01-01' || end !== `${covered}-12-31`)
    differs.push({ zh: `统计期限为 ${start} 至 ${end}`, en: `the period is ${start} to ${end}` })
  if (covered !== (titled === undefined ? year : Number(titled)))
    differs.push({
      zh: `标题年度 ${titled ?? year}，统计期限为 ${covered} 年`,
      en: `the title says ${titled ?? year}, the period is ${covered}`,
    })
  if (on !== null && Number(on.slice(0, 4)) !== year + 1) differs.push({ zh: `落款或公布日期为 ${on}`, en: `it is dated ${on}` })
  if (differs.length === 0) return [holds(null)]
  return [fails(null, [], { say: { zh: differs.map(({ zh }) => zh).join('；'), en: differs.map(({ en }) => en).join('; ') } })]
}

/** The text of a report in half width and without spaces; null where it is not kept. */
const wordsOf = (report: CheckedReport): string | null =>
  report.prose === null
    ? null
    : report.prose
        .join('\n')
        .normalize('NFKC')
        .replace(/[^\S\n]/g, '')

const chapterWords = ['总体情况', '主动公开政府信息', '政府信息公开申请', '行政复议', '主要问题', '其他需要报告'] as const

function examineChapters(report: CheckedReport): readonly Examined[] {
  const words = wordsOf(report)
  if (words === null) return []
  const missing = chapterWords.filter((chapter) => !words.includes(chapter))
  if (missing.length === 0) return [holds(null)]
  return [fails(null, [], { say: { zh: `缺少章节：${missing.join('、')}`, en: `chapters not found: ${missing.join(', ')}` } })]
}

function examineNotice(report: CheckedReport): readonly Examined[] {
  const words = wordsOf(report)
  if (words === null) return []
  const cited = [...words.matchAll(/国办公开办函[〔[(](2019|2021)[〕\])]/g)].map(([, year]) => year)
  if (cited.length === 0) return [cannotTell(null, 'base_not_stated', [])]
  const due = report.form === 'y2019' ? '2019' : '2021'
  if (cited.every((year) => year === due)) return [holds(null)]
  return [
    fails(null, [], {
      say: {
        zh: `引用〔${cited.find((year) => year !== due) ?? ''}〕年的通知，所用表格是${report.form === 'y2019' ? '2019' : '2021'}表式`,
        en: `cites the notice of ${cited.find((year) => year !== due) ?? ''} with tables of the ${due} form`,
      },
    }),
  ]
}

const templateWords = /[×xX]{2,}(?:年|局|单位|件|条|市|县|区)|填写说明|此处填写|请填写|XX|_{2,}|占比?[:为]?%/
const findTemplateWords = (text: string): string | undefined => templateWords.exec(text.normalize('NFKC').replace(/[^\S\n]/g, ''))?.[0]

function examineTemplate(report: CheckedReport): readonly Examined[] {
  if (report.prose === null) return []
  const rows = (report.rows ?? []).filter(({ text }) => findTemplateWords(text) !== undefined)
  const left = findTemplateWords([...report.prose, ...rows.map(({ text }) => text)].join('\n'))
  if (left === undefined) return [holds(null)]
  const cells = report.figures.filter(
    ({ cell, evidence }) => evidence === 'A' && rows.some((row) => row.cell !== null && row.cell === cell),
  )
  return [fails(null, cells.map(cellOf), { say: { zh: `可能留有模板文字：“${left}”`, en: `words of a template may be left: “${left}”` } })]
}

/** Form, period, dates and chapters. */
export const formChecks: readonly ExamCheck[] = [
  {
    id: 'form.table_missing',
    class: 'printed',
    severity: 'warning',
    name: { zh: '有可读取的表格', en: 'Tables that can be read' },
    say: { zh: '报告未见可读取的表格', en: 'no table that can be read was found' },
    exception: { zh: '表格可能在附件或图片里', en: 'tables may be attached, or pictures' },
    // To 2018 the table rested on local notices alone.
    severityUntil: { year: 2018, severity: 'info' },
    forms: [...tableForms, 'narrative'],
    examine: (report) => {
      if (report.form === 'narrative') return [fails(null, [])]
      if (report.form === 'pre2019_table' || report.form === null) return [holds(null)]
      const missing = ['2', '3', '4'].filter((table) => !report.tables.includes(table))
      if (missing.length === 0) return [holds(null)]
      const [zh, en] = [missing.map((table) => `表${'一二三四'[Number(table) - 1] ?? ''}`).join('、'), missing.join(', ')]
      return [fails(null, [], { say: { zh: `未见可读取的${zh}`, en: `tables not found: ${en}` } })]
    },
  },
  {
    id: 'form.version_for_year',
    class: 'plausible',
    severity: 'warning',
    name: { zh: '表格版本与年度', en: 'Form of the year' },
    say: { zh: '表格版本与年度不符', en: 'the tables are not those of the year' },
    exception: { zh: '有的单位沿用旧表', en: 'some bodies go on with the former tables' },
    forms: tableForms,
    examine: ({ form, year }) => {
      if (form === null || year === null) return [cannotTell(null, 'form_uncertain', [])]
      const due = formForYear(year)
      if (form === due) return [holds(null)]
      const [found, asked] = [formById(form).shortName, formById(due).shortName]
      return [
        fails(null, [], {
          say: {
            zh: `${year} 年度用了${found.zh}，应为${asked.zh}`,
            en: `${found.en} used for ${year}, where the ${asked.en} is asked for`,
          },
        }),
      ]
    },
  },
  {
    id: 'form.period',
    class: 'definitional',
    severity: 'warning',
    name: { zh: '统计期限', en: 'Period reported on' },
    say: { zh: '标题年度与统计期限不一致', en: 'title, period and date do not fit together' },
    forms: [...tableForms, 'narrative'],
    examine: examinePeriod,
  },
  {
    id: 'form.chapters',
    class: 'printed',
    severity: 'info',
    name: { zh: '六个部分齐全', en: 'All six chapters' },
    say: { zh: '缺少章节', en: 'chapters are missing' },
    exception: { zh: '标题可能在读取时丢失', en: 'headings may be lost in reading' },
    forms: laterForms,
    examine: examineChapters,
  },
  {
    id: 'form.problems_empty',
    class: 'plausible',
    severity: 'info',
    name: { zh: '第五部分写有问题', en: 'Chapter five says something' },
    say: { zh: '第五章未写具体问题', en: 'chapter five names no problem' },
    forms: laterForms,
    examine: (report) => examineChapter(report, '五', saysNothing),
  },
  {
    id: 'form.processing_fee_stated',
    class: 'plausible',
    severity: 'info',
    name: { zh: '第六部分写明信息处理费', en: 'Chapter six states the processing fee' },
    say: { zh: '第六章未提及信息处理费', en: 'chapter six does not mention the processing fee' },
    exception: { zh: '是否必须写明未经核实', en: 'that it must be stated is unverified' },
    forms: ['y2021'],
    examine: (report) => examineChapter(report, '六', (text) => !text.includes('信息处理费') && !text.includes('收费')),
  },
  {
    id: 'form.cited_notice',
    class: 'plausible',
    severity: 'info',
    name: { zh: '引用的通知', en: 'The notice that is cited' },
    say: { zh: '引用文件与所用表格不对应', en: 'the notice cited does not belong to the tables used' },
    forms: laterForms,
    examine: examineNotice,
  },
  {
    id: 'form.template_left',
    class: 'plausible',
    severity: 'info',
    name: { zh: '没有模板文字', en: 'No words of a template' },
    say: { zh: '可能留有模板文字', en: 'words of a template may be left' },
    forms: [...tableForms, 'narrative'],
    examine: examineTemplate,
  },
  {
    id: 'deadline.published',
    class: 'definitional',
    severity: 'warning',
    name: { zh: '公布日期', en: 'Day of publishing' },
    say: { zh: '公布日期晚于期限', en: 'published after the day set for it' },
    forms: [...tableForms, 'narrative'],
    examine: examineDeadline,
  },
]

function examineChapter(report: CheckedReport, number: string, isMissing: (text: string) => boolean): readonly Examined[] {
  if (report.prose === null) return []
  const chapter = findChapter(report.prose, number)
  if (chapter === null) return [cannotTell(null, 'row_missing', [])]
  return [isMissing(chapter) ? fails(null, []) : holds(null)]
}
