/** A page that is hard on whatever stands in it. `inShort`: also in the short form of the tests. */
interface HostilePage {
  readonly name: string
  readonly head: string
  readonly inShort?: boolean
}

const important = (rules: string): string => rules.replaceAll(';', ' !important;')

/** Files of these pages, by name. The scripts do what old libraries and careless pages do to the objects of everybody. */
export const hostileFiles: Readonly<Record<string, string>> = {
  'countReady.js': `
    document.addEventListener('ogi', function (event) {
      if (event.detail.type !== 'ready') return
      event.target.setAttribute('data-said-ready', '')
      document.documentElement.dataset.lastReady = performance.now()
    })
  `,
  'twoColumns.css': 'body{display:grid;grid-template-columns:1fr 1fr;gap:16px;margin:16px}',
  'box.css':
    '.box{position:absolute!important;left:20px!important;top:20px!important;width:640px!important;transform:none!important;margin:0!important;padding:0!important;border:0!important}',
  'everything.css': important(
    '*{letter-spacing:3px;line-height:3;color:red;background:yellow;font:italic 30px cursive;text-transform:uppercase;border:3px dotted lime;padding:9px;margin:7px;}',
  ),
  'hidden.css':
    'iframe{display:none!important;width:10px!important}ogi-chart{display:none!important;height:5px!important;opacity:.2!important}',
  'turned.css': 'ogi-chart{transform:rotate(9deg);filter:invert(1);position:absolute;left:99px;float:right;width:40px;zoom:.5}',
  'old.css':
    'html{font-size:62.5%;direction:rtl}body{font:10px/1 Tahoma;text-align:center;word-break:break-all;writing-mode:horizontal-tb}figure,p,h2,table{display:none!important}',
  'dark.css': 'html{color-scheme:dark;background:#000;color:#fff}a{color:#0f0!important;font-size:99px}svg{width:1px!important}',
  'printed.css': ':root{--ink:red;--surface:lime;--font:cursive;--text-12:40px;--line:red;--accent:red}',
  'objects.js': `
    Object.prototype.each = function () { throw new Error('each') }
    Object.prototype.value = 7; Object.prototype.mode = 'closed'; Object.prototype.threshold = 1; Object.prototype.root = 3
    Object.prototype.bubbles = false; Object.prototype.height = 1
  `,
  'arrays.js': `
    Array.prototype.toJSON = function () { return 'x' }
    Array.prototype.map = function () { return [] }
    Array.prototype.forEach = function () {}
    Array.prototype.filter = function () { return [] }
    Array.prototype.remove = function () {}
    String.prototype.trim = function () { return 'x' }
    Function.prototype.bind = function () { return this }
    Number.prototype.toFixed = function () { return 'x' }
  `,
  'globals.js': `
    window.JSON = { parse: function () { return null }, stringify: function () { return '' } }
    window.Map = function () {}; window.Promise = function () {}; window.fetch = function () { throw new Error('fetch') }
    window.echarts = { init: function () { throw new Error('other') } }; window.ogi = 1; window.define = function () {}; window.define.amd = {}
    window.module = { exports: {} }; window.name = 'x'; window.status = 'x'
  `,
  // What jQuery 1 and its like do to a page: markup written anew, events stopped on their way, elements wrapped.
  'oldLibrary.js': `
    (function () {
      var $ = window.$ = window.jQuery = function (select) { return document.querySelectorAll(select) }
      $.fn = $.prototype = { jquery: '1.4.2' }
      document.addEventListener('DOMContentLoaded', function () {
        document.addEventListener('keydown', function (event) { event.stopPropagation() }, true)
        document.addEventListener('click', function (event) { event.preventDefault() }, true)
        var all = document.getElementsByTagName('*')
        for (var i = 0; i < all.length; i++) { all[i].className += ' ui-widget'; all[i].unselectable = 'on' }
      })
      Element.prototype.remove = function () {}; Node.prototype.contains = function () { return false }
      window.requestAnimationFrame = function () {}; window.setTimeout = (function (old) { return function (f, t) { return old(f, t) } })(window.setTimeout)
    })()
  `,
}

const style = (file: string): string => `<link rel="stylesheet" href="${file}">`
const script = (file: string): string => `<script src="${file}"></script>`

/** Ten of them. */
export const hostilePages: readonly HostilePage[] = [
  { name: 'a style for everything', head: style('everything.css'), inShort: true },
  { name: 'hidden frames', head: style('hidden.css') },
  { name: 'turned and floated', head: style('turned.css') },
  { name: 'old type', head: style('old.css') },
  { name: 'another scheme', head: style('dark.css') },
  { name: 'the same custom properties', head: style('printed.css') },
  { name: 'objects with more', head: script('objects.js') },
  { name: 'arrays that lie', head: script('arrays.js'), inShort: true },
  { name: 'globals of others', head: script('globals.js') },
  { name: 'an old library', head: script('oldLibrary.js') + style('everything.css'), inShort: true },
]
