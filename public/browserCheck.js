// Runs first, before any module, in every browser there is: ES5 only.
// Where the browser lacks what the app needs, it stops the page from loading further and says so in its place.
;(function () {
  'use strict'

  var webAssembly = window.WebAssembly
  var needed = [
    ['WebAssembly', !!webAssembly],
    ['WebAssembly.Exception', !!webAssembly && typeof webAssembly.Exception === 'function'],
    ['Worker', typeof window.Worker === 'function'],
    ['fetch', typeof window.fetch === 'function'],
    ['ReadableStream', typeof window.ReadableStream === 'function'],
    ['BigInt', typeof window.BigInt === 'function'],
    ['BigInt64Array', typeof window.BigInt64Array === 'function'],
    ['AbortController', typeof window.AbortController === 'function'],
    ['Object.fromEntries', typeof Object.fromEntries === 'function'],
    ['String.replaceAll', typeof String.prototype.replaceAll === 'function'],
    ['Array.at', typeof Array.prototype.at === 'function'],
    ['modules', 'noModule' in document.createElement('script')],
  ]

  var missing = []
  for (var i = 0; i < needed.length; i++) if (!needed[i][1]) missing.push(needed[i][0])
  if (missing.length === 0) {
    window.addEventListener('error', sayIfAppIsGone, true)
    return
  }

  if (window.stop) window.stop()
  var page = document.documentElement
  page.setAttribute('data-browser', 'too-old')
  document.title = '政务公开年报图谱 · OGI Atlas'
  if (!document.body) page.appendChild(document.createElement('body'))
  var body = document.body
  while (body.firstChild) body.removeChild(body.firstChild)

  var main = document.createElement('main')
  main.style.maxWidth = '40em'
  main.style.margin = '3em auto'
  main.style.padding = '0 1em'
  main.style.fontFamily = 'sans-serif'
  main.style.lineHeight = '1.6'
  var lines = [
    ['h1', 'zh-CN', '请换用较新的浏览器'],
    ['p', 'zh-CN', '当前浏览器缺少本网站所需的功能，页面没有打开，也没有保存或改动任何内容。'],
    [
      'p',
      'zh-CN',
      '试过的浏览器：Chromium。其他浏览器没有试过；具备所需功能的是 Chrome 95、Edge 95、Firefox 100、Safari 15.4 及更新版本。',
    ],
    ['h1', 'en', 'Please use a newer browser'],
    ['p', 'en', 'This browser lacks what the site needs. The page was not opened; nothing was kept or changed.'],
    [
      'p',
      'en',
      'Tried: Chromium. Other browsers were not tried; Chrome 95, Edge 95, Firefox 100, Safari 15.4 and later have what is needed.',
    ],
    ['p', 'en', '缺少 / Missing: ' + missing.join(', ')],
  ]
  for (var line = 0; line < lines.length; line++) addText(lines[line][0], lines[line][1], lines[line][2])
  body.appendChild(main)

  // A page that was kept too long names scripts that are there no more: without them nothing else could say so.
  function sayIfAppIsGone(event) {
    var root = document.getElementById('root')
    if (!root || !event.target || event.target.type !== 'module' || document.documentElement.getAttribute('data-ready')) return
    while (root.firstChild) root.removeChild(root.firstChild)
    main = document.createElement('main')
    addText('p', 'zh-CN', '网站的程序文件没有读到：可能网络中断，也可能刚发布了新版本。请重新载入，地址和选择不变。')
    addText(
      'p',
      'en',
      'The files of this site could not be read: the connection broke, or a new version was just published. Please load the page again; the address keeps your selection.'
    )
    var again = document.createElement('button')
    again.appendChild(document.createTextNode('重新载入 / Load again'))
    again.addEventListener('click', function () {
      window.location.reload()
    })
    main.appendChild(again)
    root.appendChild(main)
    document.documentElement.setAttribute('data-ready', 'failed')
  }

  function addText(kind, lang, text) {
    var element = document.createElement(kind)
    element.lang = lang
    if (kind === 'h1') element.style.fontSize = '1.3em'
    element.appendChild(document.createTextNode(text))
    main.appendChild(element)
  }
})()
