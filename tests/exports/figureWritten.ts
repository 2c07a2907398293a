import { countNOfN, printNOfN } from '../../src/charts/nOfN.ts'
import { isTooSmall, printRow } from '../../src/charts/figureText.ts'
import { tableOfTrend } from '../../src/charts/trendChart.ts'
import type { FigureToWrite } from '../../src/exports/figureToWrite.ts'
import type { ComparedValue } from '../../src/questions/comparedValue.ts'
import { wordsIn } from '../../src/text/words.ts'
import { compared, contextOf, testAgencies } from '../charts/comparedRows.ts'

/** Rows with every way of having no number among them. */
export const mixedRows: readonly ComparedValue[] = [
  compared('a', 2019, 1204),
  compared('a', 2020, null, { state: 'blank' }),
  compared('a', 2021, 0),
  compared('b', 2019, null, { state: 'not_loaded' }),
  compared('b', 2020, -12),
  compared('b', 2020, 15, { evidence: 'C', qualifier: '≥' }),
  compared('b', 2021, null, { state: 'not_applicable' }),
]

/** A figure of these rows, as a page hands it to whoever writes files of it. */
export function figureWritten(
  rows: readonly ComparedValue[],
  more: Partial<FigureToWrite> = {},
  indicator = 'requests_new',
): FigureToWrite {
  const context = contextOf(indicator, { focus: ['a', 'b'] })
  const { catalogue, lang, words } = context
  const title = '2021 年最高：甲局 1,204 件'
  return {
    title,
    subtitle: '新收申请 · 2 个机关 · 件 · 3/6 有数值',
    notes: ['线断开处没有数值。'],
    source: '来源：5 份年报原文',
    table: tableOfTrend(rows, title, context),
    rows,
    scope: 'shown',
    counted: printNOfN(countNOfN(rows.filter(({ evidence }) => evidence === null || evidence === 'A')), catalogue, lang, words),
    selection: [['机关', '全部']],
    formulas: [],
    sayRow: (row) => ({
      text: printRow(row, context.indicator, catalogue, lang, wordsIn(lang)),
      isSmall: isTooSmall(row, context.indicator),
    }),
    indicatorOf: (id) => catalogue.indicators.find((one) => one.id === id),
    agencyName: (id) => testAgencies.find((agency) => agency.id === id)?.name ?? id,
    reportOf: (report) => ({
      report,
      agency: report.slice(0, report.lastIndexOf('-')),
      year: Number(report.slice(-4)),
      title: `${report} 年报`,
      source_url: null,
    }),
    catalogue,
    dataset: { title: '示例', sha256: 'ab'.repeat(32), synthetic: true, licences: [] },
    isLocal: false,
    address: 'https://ogi.example/?page=compare&of=abababab',
    day: '2026-01-02',
    lang,
    ...more,
  }
}

/** More than 200 texts that a spreadsheet, a page or a file name could take for something to run. */
export const hostileTexts: readonly string[] = [
  ...['=', '+', '-', '@', '＝', '＋', '－', '＠'].flatMap((mark) =>
    ['', ' ', '"', "'", '\t', '\r', '\n', '\0', ' "', '\u3000', '“', '\u00a0', '\u200e', '\u202e', '\u0001'].flatMap((before) => [
      `${before}${mark}1+1`,
      `${before}${mark}cmd|"/c calc"!A1`,
    ]),
  ),
  '<script>globalThis.ran=1</script>',
  '<img src=x onerror="globalThis.ran=1">',
  '<svg onload="globalThis.ran=1"></svg>',
  '"><script>globalThis.ran=1</script>',
  "' onmouseover='globalThis.ran=1",
  '</text></svg><script>globalThis.ran=1</script>',
  '</title><script>globalThis.ran=1</script>',
  ']]><script>globalThis.ran=1</script>',
  '<a href="javascript:globalThis.ran=1">a</a>',
  '<style>*{background:url(//evil.example)}</style>',
  '<iframe srcdoc="<script>parent.ran=1</script>"></iframe>',
  '<foreignObject><body onload="globalThis.ran=1"/></foreignObject>',
  'url(#x)',
  '&lt;script&gt;',
  '&#60;script&#62;',
  '../../etc/passwd',
  'CON',
  'a\u202efdp.exe',
  '甲\ud800局',
  '{a|x}',
  '__proto__',
  'hasOwnProperty',
  '=HYPERLINK("http://evil.example","甲")',
  '_x003D_1+1',
]
