import type { Random } from '../generatedReport.ts'
import type { PaperPart, PaperRow, PaperTable, WrittenReport } from './writtenReport.ts'
import { depthOf, holdsTwo } from './writtenReport.ts'

/** How the table of a web page is marked up. */
export type HtmlMarkup = 'spans' | 'head and body' | 'office export' | 'cells not merged' | 'inside a layout table' | 'a spreadsheet saved as a page'
export const htmlMarkups: readonly HtmlMarkup[] = ['spans', 'head and body', 'office export', 'cells not merged', 'inside a layout table', 'a spreadsheet saved as a page']

export const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

/** The report as a page saved from the site of an office, with what such a site puts around it. */
export function writeHtml(report: WrittenReport, markup: HtmlMarkup, random: Random): string {
  const body = report.parts.map((part) => writePart(part, markup)).join('\n')
  if (markup === 'a spreadsheet saved as a page') return writeSheetPage(report, body)
  const article = markup === 'inside a layout table' ? `<table class="layout" width="980" align="center"><tr><td width="200">${menu}</td><td><div class="content">${body}</div></td></tr></table>` : `<div class="article-content TRS_Editor" id="zoom">${body}</div>`
  const title = report.parts.flatMap((part) => (part.kind === 'title' ? part.sentences : [])).map(({ text }) => text).join('')
  const visits = 1000 + random.below(90_000)
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8">
<title>${escapeXml(title)}_${escapeXml(report.agency)}</title>
<meta name="ArticleTitle" content="${escapeXml(title)}"><meta name="PubDate" content="${report.year + 1}-01-20 09:30">
<style>.TRS_Editor table{border-collapse:collapse} td{padding:2px} .hits:before{content:"12"}</style>
<script>var hits = 4321; document.title = "x"; function show(){ return '<table><tr><td>收到申请数</td><td>件</td><td>99</td></tr></table>' }</script>
</head><body>
<!-- header <table><tr><td>6</td></tr></table> -->
<div class="header"><a href="/">首页</a> <a href="/zwgk/">政务公开</a> <a href="/hdjl/">互动交流</a> <form action="/search"><input name="q" value="2020"><button>搜索</button></form></div>
<ul class="nav">${['机构概况', '政策文件', '政府信息公开指南', '政府信息公开制度', '法定主动公开内容', '政府信息公开年报'].map((name) => `<li><a href="#">${name}</a></li>`).join('')}</ul>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="#">政府信息公开</a> &gt; 政府信息公开年报</div>
<div class="info"><span>发布时间：${report.year + 1}-01-20 09:30</span> <span>来源：${escapeXml(report.agency)}</span> <span>浏览次数：<b>${visits}</b></span> <span>字体：[<a>大</a> <a>中</a> <a>小</a>]</span></div>
${article}
<div class="share">分享到：<a>微信</a><a>微博</a></div>
<div class="related"><h3>相关链接</h3><ul>
<li><a href="#">${report.year - 1}年政府信息公开工作年度报告</a><span>${report.year}-01-18</span></li>
<li><a href="#">辰市财政局${report.year}年政府信息公开工作年度报告</a><span>${report.year + 1}-01-16</span></li>
</ul></div>
<noscript><img src="/count?id=7"></noscript>
<div class="footer"><p>主办：${escapeXml(report.agency)}　网站标识码：0000000000</p><p>甲ICP备00000000号　联系电话：0000-0000000</p></div>
<script src="/js/count.js"></script>
</body></html>`
}

const menu = '<ul><li><a href="#">通知公告</a></li><li><a href="#">工作动态</a></li><li><a href="#">年度报告</a></li></ul>'

function writeSheetPage(report: WrittenReport, body: string): string {
  return `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Excel.Sheet>
<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>${report.year}</x:Name></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]-->
<style>td{mso-number-format:General}</style></head><body>${body}</body></html>`
}

function writePart(part: PaperPart, markup: HtmlMarkup): string {
  if (part.kind === 'table') return writeTable(part, markup)
  const texts = part.sentences.map(({ text }) => escapeXml(text))
  if (part.kind === 'page') return `<hr><p align="center">${texts.join('')}</p>`
  if (part.kind === 'prose') return markup === 'office export' ? `<p class=MsoNormal style='text-indent:32.0pt'><span lang=EN-US>&nbsp;</span><span style='font-family:仿宋'>${splitInSpans(texts.join(''))}<o:p></o:p></span></p>` : `<p>　　${texts.join('')}</p>`
  if (part.kind === 'title') return `<h1 align="center">${texts.join('<br>')}</h1>`
  if (part.kind === 'signature') return texts.map((text) => `<p style="text-align:right">${text}</p>`).join('')
  return texts.map((text) => `<p><strong>${text}</strong></p>`).join('')
}

/** An office program puts figures and words into spans of their own. */
const splitInSpans = (text: string): string => text.replace(/(?<!&#?\w*)\d+/g, (digits) => `</span><span lang=EN-US>${digits}</span><span>`)

function writeTable({ rows, header }: PaperTable, markup: HtmlMarkup): string {
  const lines = rows.map((row, at) => `<tr>${writeCells(rows, at, row, markup, markup === 'head and body' && at < header ? 'th' : 'td')}</tr>`)
  const open = markup === 'office export' ? '<div align=center><table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style="border-collapse:collapse;mso-yfti-tbllook:1184">' : '<table border="1" cellspacing="0" cellpadding="0">'
  const close = markup === 'office export' ? '</table></div>' : '</table>'
  if (markup === 'head and body' && header > 0) return `${open}<thead>${lines.slice(0, header).join('\n')}</thead><tbody>${lines.slice(header).join('\n')}</tbody>${close}`
  return `${open}<tbody>${lines.join('\n')}</tbody>${close}`
}

function writeCells(rows: readonly PaperRow[], at: number, { cells }: PaperRow, markup: HtmlMarkup, tag: 'td' | 'th'): string {
  let column = 0
  return cells
    .map((cell) => {
      const start = column
      column += cell.span
      const inner = writeText(cell.text, markup)
      if (markup === 'cells not merged' && !holdsTwo(cell)) return `<td>${inner}</td>${'<td></td>'.repeat(cell.span - 1)}`
      if (cell.covered) return ''
      const depth = depthOf(rows, at, start)
      return `<${tag}${cell.span > 1 ? ` colspan="${cell.span}"` : ''}${depth > 1 ? ` rowspan="${depth}"` : ''}>${inner}</${tag}>`
    })
    .join('')
}

function writeText(text: string, markup: HtmlMarkup): string {
  const lines = text.split('\n').map(escapeXml)
  if (markup === 'office export') return lines.map((line) => `<p class=MsoNormal align=center><span lang=EN-US style='font-size:10.5pt'>${line === '' ? '<o:p>&nbsp;</o:p>' : line}</span></p>`).join('')
  if (markup === 'a spreadsheet saved as a page') return lines.join('<br style="mso-data-placement:same-cell">\n  ')
  return lines.join('<br/>')
}

/** The report as a page to be printed: nothing around it. */
export function writePrintedPage(report: WrittenReport, style: { readonly lines: boolean; readonly size: number; readonly repeatHeader: boolean }): string {
  const parts = report.parts.map((part) => {
    if (part.kind === 'page') return `<p style="break-after:page">${part.sentences.map(({ text }) => escapeXml(text)).join('')}</p>`
    return part.kind === 'table' ? writeTable(part, style.repeatHeader ? 'head and body' : 'spans') : writePart(part, 'spans')
  })
  return `<!doctype html><meta charset="utf-8"><title>x</title><style>
    body { font-family: 'Noto Sans CJK SC', 'WenQuanYi Zen Hei', sans-serif; font-size: ${style.size}px }
    h1 { font-size: 1.6em } p { margin: 0.3em 0; line-height: 1.8; min-height: 1em } th { font-weight: normal }
    table { border-collapse: collapse; width: 100%; margin: 1em 0 } td, th { border: ${style.lines ? '1px solid #000' : '0'}; padding: 2px 4px; text-align: center; overflow-wrap: anywhere }
    td:first-child { text-align: left }
  </style>${parts.join('')}`
}
