/* Pages that are broken on purpose, one way each, and one that is not. */

import type { Appearance, rules } from './pageFaults.ts'

interface BrokenPage extends Partial<Pick<Appearance, 'lang' | 'theme'>> {
  readonly rule: keyof typeof rules
  readonly what: string
  readonly html: string
}

const style = '<style>body{font:14px/1.45 sans-serif;margin:16px}p{margin:0 0 12px}svg{display:block}</style>'
const pageOf = (body: string): string =>
  `<!doctype html><html lang="en"><head>${style}</head><body><main><p>A page with enough on it to be read.</p>${body}</main></body></html>`
const drawingOf = (texts: string, size = 'width="300" height="100"'): string =>
  `<figure data-chart="bar" data-rows="2"><div class="body"><div class="chart"><svg ${size} font-size="12">${texts}</svg></div></div></figure>`
/** A line of 200 px. */
const narrow = 'width:200px'

/** Each is found by its rule and by no other. */
export const brokenPages: readonly BrokenPage[] = [
  { rule: 'sideways scroll', what: 'a box wider than the window', html: pageOf('<p style="width:900px">Wide</p>') },
  {
    rule: 'text outside of its drawing',
    what: 'a label beyond the right edge',
    html: pageOf(drawingOf('<text x="270" y="40">Jianxi District</text>')),
  },
  {
    rule: 'text outside of its drawing',
    what: 'a label above the upper edge',
    html: pageOf(drawingOf('<text x="20" y="2">County</text>')),
  },
  {
    rule: 'overlapping text',
    what: 'two labels of a drawing',
    html: pageOf(drawingOf('<text x="20" y="40">First name</text><text x="50" y="43">Second</text>')),
  },
  { rule: 'overlapping text', what: 'two paragraphs', html: pageOf('<p>First text</p><p style="margin-top:-26px">Second text</p>') },
  {
    rule: 'cut text',
    what: 'an end cut away',
    html: pageOf(`<p style="${narrow};overflow:hidden;white-space:nowrap">Longer than the box that it stands in</p>`),
  },
  {
    rule: 'cut text',
    what: 'an end replaced by dots without a tip',
    html: pageOf(
      `<p style="${narrow};overflow:hidden;white-space:nowrap;text-overflow:ellipsis">Longer than the box that it stands in</p>`,
    ),
  },
  {
    rule: 'cut text',
    what: 'a second line cut away',
    html: pageOf(`<p style="${narrow};overflow:hidden;height:22px">Longer than the box that it stands in</p>`),
  },
  {
    rule: 'labels alike',
    what: 'two names cut to the same',
    html: pageOf(drawingOf('<text x="20" y="40">合成市甲…</text><text x="20" y="60">合成市甲…</text>')),
  },
  { rule: 'small text', what: 'a note of 11 px', html: pageOf('<p style="font-size:11px">A note</p>') },
  {
    rule: 'small text',
    what: 'usual type where large type was asked for',
    theme: 'care',
    html: pageOf('<style>main{font-size:24px}</style><p style="font-size:16px">A note</p>'),
  },
  {
    rule: 'small text',
    what: 'a drawing in usual type where large type was asked for',
    theme: 'care',
    html: pageOf(
      '<style>main{font-size:24px}</style><p>A note</p><svg width="300" height="40"><text y="20" font-size="16">A note</text></svg>',
    ),
  },
  { rule: 'word of the machine', what: 'a missing number as NaN', html: pageOf('<p>12 of NaN</p>') },
  { rule: 'word of the machine', what: 'an object as a text', html: pageOf('<p>Sorted by [object Object]</p>') },
  { rule: 'word of the machine', what: 'a missing name in a tip', html: pageOf('<p title="undefined, 2024">A name</p>') },
  {
    rule: 'broken word',
    what: 'a word that goes on in the next line',
    html: pageOf('<p style="width:70px;word-break:break-all">Reconsideration</p>'),
  },
  {
    rule: 'broken word',
    what: 'a word in two lines of a drawing',
    html: pageOf(`${drawingOf('<text x="20" y="30">Reconsid</text><text x="20" y="45">eration</text>')}<p>Reconsideration</p>`),
  },
  { rule: 'untranslated text', what: 'Chinese in an English page', html: pageOf('<p>共 3 件</p>') },
  { rule: 'untranslated text', what: 'Chinese in a tip of an English page', html: pageOf('<p title="空白">Blank</p>') },
  {
    rule: 'untranslated text',
    what: 'English in a Chinese page',
    lang: 'zh',
    html: `<!doctype html><html lang="zh-CN"><head>${style}</head><body><main><p>这一页有足够多的文字可以读，而且还有一句。</p><p>Nothing was asked</p></main></body></html>`,
  },
  {
    rule: 'overlapping controls',
    what: 'two buttons over each other',
    html: pageOf(
      '<button style="width:120px;height:40px">One</button><button style="width:120px;height:40px;margin-left:-40px">Two</button>',
    ),
  },
  {
    rule: 'legend over data',
    what: 'a legend on the drawing',
    html: pageOf(
      `<div style="position:relative">${drawingOf('<text x="20" y="80">County</text>').replace('</figure>', '<div class="legend" style="position:absolute;top:20px;left:120px">Blank</div></figure>')}</div>`,
    ),
  },
  { rule: 'empty box', what: 'a frame around nothing', html: pageOf('<div style="border:1px solid;height:80px"></div>') },
  { rule: 'empty box', what: 'a drawing without a mark', html: pageOf(drawingOf('')) },
  {
    rule: 'empty box',
    what: 'a figure without rows and without a sentence',
    html: pageOf(drawingOf('<text x="20" y="40">2024</text>').replace('data-rows="2"', 'data-rows="0"')),
  },
  { rule: 'empty box', what: 'a page with nothing on it', html: `<!doctype html><html lang="en"><body><main></main></body></html>` },
]

/** Everything that may be mistaken for a fault and is none. */
export const wholePage = pageOf(`
  <style>.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}</style>
  <span class="visually-hidden">Said to screen readers alone, however long it is</span>
  <p style="${narrow};overflow:hidden;white-space:nowrap;text-overflow:ellipsis" title="Longer than the box that it stands in">Longer than the box that it stands in</p>
  <div style="${narrow};overflow:auto"><p style="width:600px">In a box that can be scrolled sideways by whoever wants to read all of it</p></div>
  <p style="width:120px">Administrative reconsideration, and a well-known hyphen</p>
  <p>As printed: “本机关”. <span lang="zh-CN">政务公开</span> <span style="font-family:SimSun,serif">收费</span></p>
  <p><code>null</code> Annullment nullifies</p>
  <p><b style="font-size:10px">B</b></p>
  ${drawingOf('<text x="20" y="40">First</text><text x="20" y="40" stroke="white">First</text><text x="20" y="56">Second</text>')}
  <figure data-chart="bar" data-rows="0"><div class="body"><div style="border:1px solid;height:60px">There is nothing to be drawn of this year.</div></div></figure>
  <p><label><input type="checkbox"> With a label</label> <button>One</button> <button>Another</button></p>`)
