import { describe, expect, it } from 'vitest'
import { readHtml } from '../../src/reports/readHtml.ts'
import { readMht } from '../../src/reports/readMht.ts'
import { parseReport } from '../../src/reports/parseReport.ts'
import { generateReport, printHtml, randomFrom } from './generatedReport.ts'
import { encodeText } from './written/writeText.ts'
import { computed, placesOf, problemsOf, showFile } from './showDocument.ts'

const isLong = process.env['OGI_LONG'] === '1'
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (html: string): ReturnType<typeof readHtml> => readHtml(utf8(html))
const show = async (html: string): Promise<readonly string[]> => showFile(await read(html))
const prose = '本机关认真贯彻落实政府信息公开条例，持续推进各项政府信息公开工作，取得了一定成效。'
const page = (body: string, head = ''): string => `<!doctype html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`

describe('the article of a page', () => {
  const article = `<h1>甲市科学技术局2021年政府信息公开工作年度报告</h1>
    <div class="info">发布时间：2022-01-20 10:00 来源：甲市科学技术局 浏览次数：<b>1234</b> 字体：<a href="#">大</a></div>
    <div class="TRS_Editor"><p>　　一、总体情况</p><p>　　${prose}</p></div>
    <div class="TRS_Editor"><table><tr><td>规章</td><td>1</td></tr><tr><td>行政许可</td><td>22</td></tr></table><p>　　附件：<a href="a.doc">年报.doc</a></p></div>`
  const around = {
    before: `<div id="header"><a href="/">首页</a><a href="/zwgk">政务公开</a></div><ul class="menu"><li><a href="/1">机构职能</a></li><li><a href="/2">政策文件</a></li><li><a href="/3">年度报告</a></li></ul>
      <div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/a">政府信息公开年报</a></div>`,
    after: `<div class="share">分享到：<a href="#w">微信</a></div><p>上一篇：<a href="/9">乙市财政局2021年政府信息公开工作年度报告</a></p><p>下一篇：没有了</p>
      <div class="xgxx"><h3>相关链接</h3><ul><li><a href="/7">乙市教育局2020年政府信息公开年度报告</a><span>2021-01-18</span></li></ul></div>
      <div class="footer"><p>主办：甲市科学技术局　网站标识码：0000000001</p><p>甲ICP备00000001号</p></div><script>document.write('9')</script>`,
  }
  const wanted = [
    '甲市科学技术局2021年政府信息公开工作年度报告',
    '发布时间：2022-01-20',
    '来源：甲市科学技术局',
    '一、总体情况',
    prose,
    '| 规章 | 1 |',
    '| 行政许可 | 22 |',
    '附件：年报.doc',
  ]

  it('is all that is read: not the menus, the way to the page, sharing, other articles and the foot', async () => {
    expect(await show(page(around.before + article + around.after))).toEqual(wanted)
  })

  it('is found where it stands in a layout of tables', async () => {
    const body = `<table><tr><td colspan="2">${around.before}</td></tr><tr><td><ul><li><a href="/1">通知公告</a></li><li><a href="/2">工作动态</a></li><li><a href="/3">专题</a></li></ul></td><td>${article}</td></tr><tr><td colspan="2">${around.after}</td></tr></table>`
    expect(await show(page(body))).toEqual(wanted)
  })

  it('may be split over parts of the page that say nothing of themselves', async () => {
    const parts = Array.from({ length: 6 }, (_, at) => `<div><p>第${'一二三四五六'[at]}部分。${prose}</p></div>`)
    expect(await show(page(around.before + parts.join('<div class="ad"><a href="/x">专题专栏</a></div>')))).toHaveLength(6 + 5)
  })

  it('keeps a table of the report wherever it stands, and prose that is not plainly the site’s', async () => {
    const table = '<table><tr><td>（一）收到申请数</td><td>件</td><td>7</td></tr><tr><td>1.当面申请数</td><td>件</td><td>3</td></tr></table>'
    const lines = await show(page(`<div class="content"><p>${prose.repeat(12)}</p></div><div class="footer links">${table}<p>${prose}</p></div>`))
    expect(lines.slice(1)).toEqual(['| （一）收到申请数 | 件 | 7 |', '| 1.当面申请数 | 件 | 3 |', prose])
  })

  it('keeps sentences that begin like what a site writes', async () => {
    const sentences = ['关闭不合格网站5个。', '打印、复制收费0元', '全年网站浏览次数：1234次。', '无障碍设施建设5处', '扫描件公开3份', '下一步计划公开20条。', '编辑公报4期']
    expect(await show(page(`<div class="content">${[prose, ...sentences].map((text) => `<p>${text}</p>`).join('')}</div>`))).toEqual([prose, ...sentences])
  })

  it('keeps headings, whatever their columns are called for the layout', async () => {
    const body = `<div class="float-left position-relative margin-top navy"><p>一、总体情况</p></div><div class="pull-left"><p>${prose}</p></div>`
    expect(await show(page(`<div class="wrap">${body}</div>`))).toEqual(['一、总体情况', prose])
  })

  it('is found though a link that was never closed makes all of it a link', async () => {
    expect(await show(page(`<div><a href="/x"><b>专题</div><p>一、总体情况</p><p>${prose}</p><p>甲市科学技术局</p><p>2022年1月20日</p>`))).toEqual(['专题', '一、总体情况', prose, '甲市科学技术局', '2022年1月20日'])
  })

  it('takes its title from the head of the page where the page shows none', async () => {
    const head = '<title>甲市科学技术局2021年政府信息公开工作年度报告_甲市政务网</title>'
    expect((await show(page(`<p>${prose}</p>`, head)))[0]).toBe('甲市科学技术局2021年政府信息公开工作年度报告')
  })

  it('keeps of the box with which a site files it the date and the author', async () => {
    const box = '<table><tr><td>索引号</td><td>0001-2022-3</td><td>发布机构</td><td>甲市科学技术局</td></tr><tr><td>文号</td><td></td><td>发布日期</td><td>2022-01-20</td></tr></table>'
    expect(await show(page(`${box}<p>${prose}</p>`))).toEqual(['发布机构：甲市科学技术局', '发布日期：2022-01-20', prose])
  })
})

describe('what a page does not show', () => {
  it.each([
    ['an element that is hidden', '<p hidden>收到申请9件。</p>'],
    ['a style that hides', '<p style="color:red; DISPLAY : none">收到申请9件。</p>'],
    ['what Word marks as hidden', '<span style="mso-hide:all;display:none">收到申请9件。</span>'],
    ['letters of no size', '<font style="font-size:0px">收到申请9件。</font>'],
    ['what is struck out', '<del>收到申请9件。</del><s>收到申请9件。</s><span style="text-decoration:line-through">收到申请9件。</span>'],
    ['programs and settings', '<script>"收到申请9件。"</script><style>p:after{content:"收到申请9件。"}</style><template><p>收到申请9件。</p></template>'],
    ['a page for browsers without scripts', '<noscript>收到申请9件。</noscript>'],
    ['what only Word sees', '<!--[if gte mso 9]><xml><w:WordDocument>收到申请9件。</w:WordDocument></xml><![endif]--><xml><o:x>收到申请9件。</o:x></xml>'],
    ['fields of forms', '<form><input value="收到申请9件。"><button>收到申请9件。</button><select><option>收到申请9件。</select><textarea>收到申请9件。</textarea></form>'],
    ['other pages', '<iframe srcdoc="收到申请9件。">收到申请9件。</iframe><object>收到申请9件。</object><embed src="x">'],
    ['drawings', '<svg><text>收到申请9件。</text></svg><canvas>收到申请9件。</canvas>'],
  ])('is not read: %s', async (_, html) => {
    expect(await show(page(`<p>${prose}</p>${html}<p>特此报告。</p>`))).toEqual([prose, '特此报告。'])
  })

  it('is told by the page’s own style sheet, too, but not by one for printing', async () => {
    const style = '<style>/* x */ .phone, #copy { display:none } @media print { .intro{display:none} } .tab .pane{display:none}</style>'
    const body = `<div class="a phone"><p>收到申请9件。</p></div><p id="copy">收到申请9件。</p><p class="intro">${prose}</p><div class="pane"><p>特此报告。</p></div>`
    expect(await show(page(body, style))).toEqual([prose, '特此报告。'])
  })

  it('is read where the tables of the report are nowhere else', async () => {
    const table = '<table><tr><td>（一）收到申请数</td><td>件</td><td>7</td></tr><tr><td>1.当面申请数</td><td>件</td><td>3</td></tr></table>'
    expect(await show(page(`<p>${prose}</p><div style="display:none">${table}</div>`))).toEqual([prose, '| （一）收到申请数 | 件 | 7 |', '| 1.当面申请数 | 件 | 3 |'])
    expect(await show(page(`<p>${prose}</p>${table}<div style="display:none">${table}</div>`))).toHaveLength(3)
  })

  it('is read where nothing else is there: the page was saved before its script showed the article', async () => {
    expect(await show(page(`<div style="display:none" id="zoom"><p>${prose}</p></div><div>正在加载</div>`))).toEqual([prose, '正在加载'])
  })
})

describe('text', () => {
  it.each([
    ['white space of the source is one space, none between Chinese characters', '政府\n   信息　公开  工作 A\n B', '政府信息　公开 工作 A B'],
    ['a no-break space stays', '1&nbsp;条', '1\u00A0条'],
    ['a mark of a note behind words is left out', '受理申请<sup>1</sup>件', '受理申请件'],
    ['a raised digit never lengthens a number', '受理5<sup>1</sup>件', '受理5¹件'],
    ['the reading of a character is left out', '<ruby>甲<rp>(</rp><rt>jiǎ</rt><rp>)</rp></ruby>市', '甲市'],
    ['tags of office programs are passed through', '<st1:chsdate w:st="on">2021年</st1:chsdate><o:p></o:p>度<span lang=EN-US>5</span>件', '2021年度5件'],
    ['a control character is shown as lost', 'a&#1;b', 'a\uFFFDb'],
  ])('%s', async (_, html, text) => {
    expect(await show(page(`<p>${html}</p><p>${prose}</p>`))).toEqual([text, prose])
  })

  it('is cut into paragraphs at soft breaks, but not inside a sentence', async () => {
    const broken = `　　一、概述<br>　　${prose}<br>　　全年通过政府网站公开政府信息，涉及机构职能、政策文件、<br>财政预决算等，共公开15条。<br><br>甲市科学技术局<br>2022年1月20日`
    expect(await show(page(`<p>${broken}</p>`))).toEqual([
      '一、概述',
      prose,
      '全年通过政府网站公开政府信息，涉及机构职能、政策文件、财政预决算等，共公开15条。',
      '甲市科学技术局',
      '2022年1月20日',
    ])
  })
})

describe('tables', () => {
  const grid = async (table: string): Promise<readonly string[]> => (await show(page(`<p>${prose}</p>${table}`))).slice(1)

  it('have every cell in its column, with empty places where a merged cell reaches', async () => {
    expect(
      await grid('<table><tr><td rowspan=2>申请</td><td colspan=2>人</td></tr><tr><td>甲</td><td>乙</td></tr><tr><td>收到</td><td>1</td><td>2</td></tr></table>'),
    ).toEqual(['| 申请 | 人*2 |', '|  | 甲 | 乙 |', '| 收到 | 1 | 2 |'])
  })

  it.each([
    ['rowspan 0 reaches to the end of its group', '<table><tbody><tr><td rowspan=0>a</td><td>1</td></tr><tr><td>2</td></tr></tbody><tbody><tr><td>3</td><td>4</td></tr></tbody></table>', ['| a | 1 |', '|  | 2 |', '| 3 | 4 |']],
    ['a heading over a hundred columns is as wide as the table', '<table><tr><td colspan=100>题</td></tr><tr><td>1</td><td>2</td></tr></table>', ['| 题*2 |', '| 1 | 2 |']],
    ['absurd spans are bounded', '<table><tr><td colspan=100000 rowspan=100000>题</td><td>9</td></tr><tr><td>1</td></tr></table>', ['| 题 | 9 |', '|  | 1 |']],
    ['where two cells overlap, the lower one shows', '<table><tr><td>1</td><td rowspan=2>2</td></tr><tr><td colspan=2>3</td></tr></table>', ['| 1 | 2 |', '| 3*2 |  |']],
    ['the foot is printed last', '<table><tfoot><tr><td>总计</td><td>3</td></tr></tfoot><tr><td>甲</td><td>1</td></tr></table>', ['| 甲 | 1 |', '| 总计 | 3 |']],
    ['hidden rows and cells are left out', '<table><tr style="display:none"><td>x</td><td>9</td></tr><tr><td>甲</td><td style="display:none">9</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>', ['| 甲 | 1 |', '| 乙 | 2 |']],
    ['lines of a cell stay apart', '<table><tr><td>甲<br>乙</td><td><p>1</p><p>2</p></td></tr><tr><td>丙</td><td><p>3<o:p></o:p></p></td></tr></table>', ['| 甲⏎乙 | 1⏎2 |', '| 丙 | 3 |']],
    ['a figure in a field of a form is printed, too', '<table><tr><td>甲</td><td><input type="text" value="7" readonly></td></tr><tr><td>乙</td><td>2</td></tr></table>', ['| 甲 | 7 |', '| 乙 | 2 |']],
    ['a picture in a cell is no empty cell', '<table><tr><td>甲</td><td><img src="a.png"></td></tr><tr><td>乙</td><td>2</td></tr></table>', ['| 甲 | 〔图片〕 |', '| 乙 | 2 |']],
    ['a table in a cell is read by itself', '<table><tr><td>表一<table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table></td></tr></table>', ['表一', '| 甲 | 1 |', '| 乙 | 2 |']],
    ['a box inside a cell is its text', '<table><tr><td>甲</td><td><table><tr><td>1</td></tr></table></td></tr><tr><td>乙</td><td>2</td></tr></table>', ['| 甲 | 1 |', '| 乙 | 2 |']],
    ['a table is cut where prose stands across it', `<table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr><tr><td colspan=2>${prose}${prose}</td></tr><tr><td>丙</td><td>3</td></tr></table>`, ['| 甲 | 1 |', '| 乙 | 2 |', prose + prose, '| 丙 | 3 |']],
    ['its caption stands above it', '<table><caption>表一</caption><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>', ['表一', '| 甲 | 1 |', '| 乙 | 2 |']],
  ])('%s', async (_, table, rows) => {
    expect(await grid(table)).toEqual(rows)
  })

  it('made of other elements are tables, too: by style, by role, or by three labels of a form', async () => {
    const styled = '<div style="display:table"><div style="display:table-row"><div style="display:table-cell">甲</div><div style="display:table-cell">1</div></div><div style="display:table-row"><div style="display:table-cell">乙</div><div style="display:table-cell">2</div></div></div>'
    const roles = '<div role="table"><div role="rowgroup"><div role="row"><span role="cell">甲</span><span role="cell">1</span></div><div role="row"><span role="cell">乙</span><span role="cell">2</span></div></div></div>'
    expect(await grid(styled)).toEqual(['| 甲 | 1 |', '| 乙 | 2 |'])
    expect(await grid(roles)).toEqual(['| 甲 | 1 |', '| 乙 | 2 |'])
    const row = (...cells: readonly string[]): string => `<li>${cells.map((cell) => `<span>${cell}</span>`).join('')}</li>`
    const labels = `<ul>${row('统计指标', '单位', '统计数')}${row('1.当面申请数', '件', '1')}${row('2.传真申请数', '件', '0')}${row('3.网络申请数', '件', '12')}</ul>`
    expect(await grid(labels)).toEqual(['| 统计指标 | 单位 | 统计数 |', '| 1.当面申请数 | 件 | 1 |', '| 2.传真申请数 | 件 | 0 |', '| 3.网络申请数 | 件 | 12 |'])
  })

  it('typed with spaces or tabs are read as in a plain text', async () => {
    const pre = '<pre>统计指标\t单位\t统计数\n1.当面申请数\t件\t1\n2.传真申请数\t件\t0\n3.网络申请数\t件\t12</pre>'
    expect(await grid(pre)).toContain('| 3.网络申请数 | 件 | 12 |')
    const spaced = ['统计指标', '1.当面申请数', '2.传真申请数', '3.网络申请数'].map((label, at) => `${label}${'&nbsp;'.repeat(8)}${at === 0 ? '单位' : '件'}${'&nbsp;'.repeat(8)}${at === 0 ? '统计数' : at}`)
    expect(await grid(`<p>${spaced.join('<br>')}</p>`)).toContain('| 3.网络申请数 | 件 | 3 |')
  })
})

describe('a picture in place of a table', () => {
  it('is said with its place, and the prose is read', async () => {
    const read = await readHtml(utf8(page(`<p>一、总体情况</p><p>${prose}</p><p>二、主动公开政府信息情况</p><p><img src="t2.png" width="700" height="300"></p><p>三、存在的问题</p><p>${prose}</p>`)))
    expect(problemsOf(read)).toEqual(['table.picture'])
    expect('document' in read && read.problems[0]?.where?.paragraph).toBe(3)
    expect(showFile(read)).toHaveLength(5)
  })

  it('is not suspected of the marks of a site, nor of a photograph beside tables', async () => {
    const table = '<table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr><tr><td>丙</td><td>3</td></tr></table>'
    const read = await readHtml(utf8(page(`<p>${prose}</p><img src="logo.png"><img src="dot.gif"><img src="a.png" width="16" height="16">${table}<p>三、其他</p><img src="photo.jpg">`)))
    expect(problemsOf(read)).toEqual([])
  })

  it('is all there is: refused', async () => {
    expect(await show(page('<div><img src="1.jpg"><img src="2.jpg"></div>'))).toEqual(['refused: file.scanned'])
  })
})

describe('a page without an article is refused with a sentence', () => {
  it.each([
    ['an application that loads everything later', '<div id="app"></div><noscript>请启用脚本</noscript><script src="app.js"></script>', 'file.no_article'],
    ['frames', '<iframe src="content.html"></iframe>', 'file.no_article'],
    ['menus alone', '<ul><li><a href="/1">首页</a></li><li><a href="/2">公开</a></li><li><a href="/3">互动</a></li></ul>', 'file.no_article'],
    ['nothing', '', 'file.empty'],
  ])('%s', async (_, body, code) => {
    expect(await show(page(body))).toEqual([`refused: ${code}`])
  })

  it('a set of frames', async () => {
    expect(await show('<html><frameset cols="20%,80%"><frame src="menu.html"><frame src="main.html"></frameset></html>')).toEqual(['refused: file.no_article'])
  })
})

describe('the encoding', () => {
  const html = (charset: string): string => `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head><body><p>${prose}</p></body></html>`
  it.each([
    ['utf-8', 'utf-8'],
    ['utf-8', 'gb2312'],
    ['utf-8 with a mark', 'gbk'],
    ['gb18030', 'gb2312'],
    ['gb18030', 'utf-8'],
    ['gb18030', 'iso-8859-1'],
    ['utf-16le', 'utf-16'],
    ['utf-16be', 'utf-8'],
  ] as const)('in %s is told from the bytes, though the page says %s', async (encoding, said) => {
    expect(showFile(await readHtml(encodeText(html(said), encoding)))).toEqual([prose])
  })

  it('of a page with a broken byte is told all the same, and what is lost shows', async () => {
    const bytes = utf8(html('utf-8').replace('</p>', '共@件。</p>'))
    const at = bytes.lastIndexOf(0x40)
    expect(showFile(await readHtml(bytes.map((byte, index) => (index === at ? 0xff : byte))))).toEqual([`${prose}共\uFFFD件。`])
  })
})

describe('a page saved in one file', () => {
  const mht = (head: string, body: string): Uint8Array =>
    new TextEncoder().encode(
      `From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----b"\r\n\r\n------b\r\n${head}\r\n\r\n${body}\r\n------b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------b--\r\n`,
    )
  const quoted = (bytes: Uint8Array): string =>
    [...bytes].map((byte) => (byte < 33 || byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte))).join('').replace(/(.{72}(?![0-9A-F]{0,1}$))/g, (piece) => (/=[0-9A-F]?$/.test(piece) ? piece : `${piece}=\r\n`))

  it.each([
    ['quoted-printable', 'gb18030', quoted],
    ['base64', 'utf-8', (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes)).replace(/.{76}/g, '$&\r\n')],
  ] as const)('in %s, %s', async (transfer, encoding, write) => {
    const body = write(encodeText(page(`<p>${prose}</p>`).replace('utf-8', 'x'), encoding))
    expect(showFile(await readMht(mht(`Content-Type: text/html; charset="${encoding}"\r\nContent-Transfer-Encoding: ${transfer}`, body)))).toEqual([prose])
  })

  it('without a page in it is refused', async () => {
    expect(showFile(await readMht(mht('Content-Type: text/plain', 'x')))).toEqual(['refused: file.damaged'])
  })
})

describe('a hostile page', () => {
  it.each([
    ['scripts everywhere', '<img src=x onerror=alert(1)><a href="javascript:alert(1)">点</a><svg onload=alert(1)><script>alert(1)</script></svg><base href="//evil"><meta http-equiv=refresh content="0;url=//evil"><form action="//evil"><input name=x autofocus onfocus=alert(1)></form><math><mtext><script>alert(1)</script></mtext></math>'],
    ['names that are no names', '<constructor>a</constructor><hasownproperty>b</hasownproperty><p __proto__="x" constructor="y">c</p>'],
  ])('gives text and nothing else: %s', async (_, html) => {
    const file = await read(page(`<p>${prose}</p>${html}`))
    const text = JSON.stringify(file)
    expect(text).not.toMatch(/alert|evil|javascript|onerror|href|<\w/)
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })

  it.each([
    ['elements ten thousand deep', `<p>${prose}</p>${'<div>'.repeat(10_000)}`, 'refused: file.unsafe'],
    ['formatting that is opened again in every paragraph', `<p>${Array.from({ length: 200 }, (_, at) => `<font size="${at}">`).join('')}${'<p>x'.repeat(5_500)}`, 'refused: file.too_large'],
    ['menus of menus of menus', `<p>${prose}</p>${'<div class="a">'.repeat(400)}${'<a href=x>甲</a><br>'.repeat(200)}${'<p class="nav">乙</p>'.repeat(10_000)}`, prose],
    ['a table of many merged rows', `<table><tr>${Array.from({ length: 500 }, () => '<td rowspan=65534>').join('')}</tr>${'<tr><td>1</td></tr>'.repeat(5_000)}</table>`, 'refused: file.too_large'],
  ])('ends in a sentence: %s', async (_, html, said) => {
    expect((await show(html))[0]).toBe(said)
  })

  it('with entities inside entities stays what it is', async () => {
    expect(await show(`<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><body><p>&b; ${prose}</p>`)).toContainEqual(expect.stringContaining(`&b; ${prose}`))
  })

  it('of many megabytes is read in seconds', async () => {
    const count = isLong ? 140_000 : 20_000
    const start = computed()
    expect(await show(page(`<p>${prose}</p>`.repeat(count)))).toHaveLength(count)
    expect(computed() - start).toBeLessThan(15_000)
  })
})

describe('through the whole of reading', () => {
  it.each(['pre2019_table', 'y2019', 'y2021'] as const)('every cell of a printed page, %s', async (form) => {
    for (let seed = 1; seed <= 4; seed += 1) {
      const report = generateReport(form, randomFrom(seed))
      const parsed = await parseReport({ name: 'x.html', bytes: utf8(printHtml(report, { borders: 'all', size: 12, header: seed % 2 === 0 })) }, { agencies: [], sha256: () => Promise.resolve('') })
      const found = new Map(parsed.figures.map((figure) => [`${String(figure.cell)} ${figure.applicant ?? ''}`, figure]))
      const differing = report.cells.filter(({ path, applicant, state, value }) => {
        const figure = found.get(`${path} ${applicant ?? ''}`)
        return figure?.state !== state || figure.value !== value
      })
      expect(differing).toEqual([])
    }
  })

  it('no two places are the same', async () => {
    const file = await read(printHtml(generateReport('y2021', randomFrom(1)), { borders: 'all', size: 12, header: true }))
    const places = 'document' in file ? placesOf(file.document) : []
    expect(places.length).toBeGreaterThan(300)
    expect(new Set(places).size).toBe(places.length)
  })
})
