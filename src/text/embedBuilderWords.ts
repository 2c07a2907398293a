import type { Lang } from './label.ts'

const zh = {
  /** In what is handed out. */
  out: {
    table: (rows: number) => `数据表（${rows} 行）`,
    noValues: '这个选择没有数值。',
    open: '打开完整视图',
    stamp: (hash: string, day: string) => `数据版本 ${hash}，${day} 生成`,
    local: '含未发布的本机数据',
    noScript: '这里不允许运行脚本。下面是生成时的图和数据表，内容相同。',
    fileName: (title: string) => `嵌入图 ${title}`,
  },
  lead: '把这张图放进别的网页：选好内容和放法，复制代码，交给管理网页的人。',
  figures: {
    names: {
      'channel-mix': '各渠道的构成',
      'channel-band': '总数与各渠道',
      'channel-trend': '一个渠道的各年',
      staff: '人员与机构',
      'staff-trend': '人员与机构的各年',
      flow: '申请的来龙去脉',
      outcomes: '办理结果',
      grounds: '不予公开的理由',
      applicants: '谁在申请',
      disputes: '复议诉讼的结果',
      rates: '比率与区间',
      funnel: '漏斗图',
      coverage: '年报收录',
      rug: '指标一览',
    },
    which: (figure: string, page: string) => `现在是“${page}”页的“${figure}”。`,
    change: (page: string) => `去“${page}”页改选`,
    compare: '改放比较的图',
    other: '别的页上的图：打开那一页，点图下面的“嵌入”。',
    none: '这个数据集的指标目录没有这张图要用的指标。',
  },
  kinds: {
    title: '放法',
    names: { fragment: '直接贴进网页', file: '单独一个文件', live: '实时嵌入' },
    about: {
      fragment: '一段图形（SVG）和数据表，不用脚本。任何网页、任何内容管理系统都能放，断网也能看。',
      file: '一个 .html 文件，数据在里面，可点、可用键盘，双击就能打开，也能放进框里。',
      live: '一行代码，打开网页时读取本站的数据；数据更新后，图跟着更新。',
    },
    facts: {
      fragment: '不用脚本 · 数据固定',
      file: '带脚本 · 数据固定',
      live: '带脚本 · 数据更新',
    },
  },
  settings: {
    title: '样子',
    lang: '语言',
    langs: { zh: '中文', en: 'English' },
    theme: '配色',
    themes: { auto: '跟随系统', light: '浅色', dark: '深色', care: '关怀' },
    heading: '标题',
    controls: '图表切换',
    on: '有',
    off: '无',
    height: '高度',
    column: '图宽（像素）',
    heightAuto: '自动',
    heightPx: '像素',
    colours: '网页的颜色',
    coloursAbout: '选填，写成 #1F5A8C 这样。看不清的颜色不用。',
    colour: { accent: '主色', surface: '底色', ink: '文字' },
    badColour: '不是颜色，已略去',
    fixed: '配色固定，数据表总可展开。栏比图窄时，图连同文字缩小：请按栏宽选图宽。',
  },
  preview: {
    title: '预览',
    width: '宽度',
    narrow: '480 px',
    full: '整栏',
    frame: (theme: string) => `预览，${theme}`,
    asLive: '预览用实时的一种，单独文件里画的是同一张图。',
    asStill: '含本机数据，预览的是不运行脚本时的样子；保存后打开文件，可点、可用键盘。',
  },
  code: {
    title: '代码',
    copy: '复制',
    copied: '已复制',
    byHand: '已选中，请按 Ctrl+C 复制',
    save: '保存为文件',
    saved: (name: string) => `已保存：${name}`,
    making: '正在生成文件…',
    tryAgain: '重试',
    size: (kilobytes: number) => `大小 ${kilobytes} kB`,
    where: '贴在哪里',
    needs: '网页要允许什么',
    tooLarge: (rows: number, most: number) =>
      `数据表有 ${rows} 行，多于 ${most} 行，放进网页会太慢。请少选一些机关或年份，或用“实时嵌入”。`,
    policy: '内容安全策略（CSP）要加的几项',
    sizeOf: '大小',
    offline: '断网或缺文件时',
    fresh: '数据会不会变',
    fragment: '网页代码',
    frame: '框（iframe）',
    component: '组件（ogi-chart）',
    componentAbout: '组件的高度跟着内容变，可以和网页里的其他内容排在一起。',
    fileFrame: '把文件传到网站上，再把这一行贴进网页',
  },
  fragment: {
    where: '贴到网页源代码里想放图的位置。内容管理系统里请切换到“源代码”或“HTML”视图再贴；在普通编辑框里贴会变成文字。',
    needs: "什么都不用加。代码里没有脚本，也没有样式，网站的安全策略再严（default-src 'self'）也能显示。",
    offline: '图和数字都在网页里，照常显示；只有“打开完整视图”的链接打不开。',
    fresh: '不会变，是生成时的数据。要更新，请重新生成再贴一次。',
  },
  file: {
    where: '双击文件就能看。要放进网页：把文件传到网站上，把下面这一行贴到网页源代码里想放图的位置。',
    needs: '网站对这个文件用的策略要允许文件里的这一段脚本和这一段样式（按指纹放行，别的脚本仍不放行）。没有设策略的网站不用加。',
    offline: '照常显示，不读任何外部文件。不许运行脚本时，留下一句话、图、数据表和链接。',
    fresh: '不会变，是生成时的数据。要更新，请重新保存一次。',
  },
  live: {
    where: '两种写法任选一种，贴到网页源代码里想放图的位置。',
    needsFrame:
      '放框的网页要允许显示本站的框。本站也要允许那个网站：请管理本站的人把它的地址加进允许的名单（部署说明里的 frame-ancestors）。',
    needsComponent: '放组件的网页要允许本站的脚本和数据。',
    offline: '取不到数据时，框里写明原因，给出链接；组件不能运行时，留下链接。',
    fresh: '跟着本站的数据更新；链接里写明生成代码时的数据版本。',
    size: '第一次打开约 250 kB（压缩后），另加所选数据；以后浏览器里有，不再读取。只在滚动到眼前时才画。',
    synthetic: '图上标明“合成数据”。',
    local: '实时的一种只读本站发布的数据。本机导入的数据没有传到任何服务器，别人打开时取不到，所以这里不能用。请用前两种。',
  },
  local: {
    title: '本机导入的数据',
    about: (reports: number, bodies: number) =>
      `这个图里有 ${[reports > 0 ? `${reports} 份年报` : '', bodies > 0 ? `${bodies} 个机关` : ''].filter(Boolean).join('、')}只在这台电脑上，尚未发布。`,
    allow: '放进嵌入的图（别人会看到）',
    off: '没有勾选，不生成代码。勾选后，代码和文件里有这些数据，图上写明“含未发布的本机数据”。',
  },
  oldServer: '本站没有提供嵌入用的脚本，这一种现在做不了。',
} as const

type Widened<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { [K in keyof T]: Widened<T[K]> }

/** Words of the page that makes embeds, and of what it hands out. */
export type EmbedBuilderWords = Widened<typeof zh>

const en: EmbedBuilderWords = {
  out: {
    table: (rows) => `Table (${rows} ${rows === 1 ? 'row' : 'rows'})`,
    noValues: 'Nothing has a value in this selection.',
    open: 'Open the full view',
    stamp: (hash, day) => `data ${hash}, made on ${day}`,
    local: 'with unpublished data of one machine',
    noScript: 'Scripts are not allowed here. Below is the figure as it was made, and its table; the content is the same.',
    fileName: (title) => `Embed ${title}`,
  },
  lead: 'Put this figure into another page: choose what it shows and how it is placed, copy the code, hand it to whoever keeps that page.',
  figures: {
    names: {
      'channel-mix': 'Mix of channels',
      'channel-band': 'Totals and their channels',
      'channel-trend': 'One channel over the years',
      staff: 'Staff',
      'staff-trend': 'Staff over the years',
      flow: 'The way of requests',
      outcomes: 'Outcomes',
      grounds: 'Grounds of refusal',
      applicants: 'Who asks',
      disputes: 'Results of reviews and lawsuits',
      rates: 'Rates with intervals',
      funnel: 'Funnel',
      coverage: 'Reports there are',
      rug: 'Indicators at a glance',
    },
    which: (figure, page) => `This is “${figure}” of the page “${page}”.`,
    change: (page) => `Choose otherwise on “${page}”`,
    compare: 'Take a comparison instead',
    other: 'Figures of other pages: open that page and press “Embed” below the figure.',
    none: 'The catalogue of this dataset has no indicators for this figure.',
  },
  kinds: {
    title: 'How it is placed',
    names: { fragment: 'Straight into the page', file: 'A file of its own', live: 'Live' },
    about: {
      fragment: 'A drawing (SVG) with its table, no script. Any page and any content system takes it, also without a network.',
      file: 'One .html file with the data inside. It answers pointer and keyboard, opens by a double click, and stands in a frame.',
      live: 'One line of code that reads the data of this site when the page is opened; the figure changes with the data.',
    },
    facts: {
      fragment: 'no script · data stay as they are',
      file: 'with a script · data stay as they are',
      live: 'with a script · data follow',
    },
  },
  settings: {
    title: 'Looks',
    lang: 'Language',
    langs: { zh: '中文', en: 'English' },
    theme: 'Colours',
    themes: { auto: 'As the system', light: 'Light', dark: 'Dark', care: 'Large' },
    heading: 'Title',
    controls: 'Figure/table switch',
    on: 'Yes',
    off: 'No',
    height: 'Height',
    column: 'Width (px)',
    heightAuto: 'Automatic',
    heightPx: 'px',
    colours: 'Colours of the page',
    coloursAbout: 'Optional, as #1F5A8C. Colours that could not be read are not used.',
    colour: { accent: 'Accent', surface: 'Background', ink: 'Text' },
    badColour: 'not a colour, left out',
    fixed:
      'Colours are fixed, and the table can always be opened. In a narrower column the drawing shrinks with its letters: choose a width near that of the column.',
  },
  preview: {
    title: 'Preview',
    width: 'Width',
    narrow: '480 px',
    full: 'Full',
    frame: (theme) => `Preview, ${theme}`,
    asLive: 'Shown as the live kind; a file of its own draws the same figure.',
    asStill: 'With data of this machine, this is how it looks where scripts do not run; saved and opened, it answers pointer and keyboard.',
  },
  code: {
    title: 'Code',
    copy: 'Copy',
    copied: 'Copied',
    byHand: 'Selected: press Ctrl+C to copy',
    save: 'Save as a file',
    saved: (name) => `Saved: ${name}`,
    making: 'Making the file…',
    tryAgain: 'Retry',
    size: (kilobytes) => `${kilobytes} kB`,
    where: 'Where it goes',
    needs: 'What the page must allow',
    tooLarge: (rows, most) =>
      `The table has ${rows} rows, more than ${most}, which would make a page slow. Choose fewer bodies or years, or the live kind.`,
    policy: 'Directives for the content security policy (CSP)',
    sizeOf: 'Size',
    offline: 'Without a network, or when a file is missing',
    fresh: 'Will the data change',
    fragment: 'Code for the page',
    frame: 'Frame (iframe)',
    component: 'Component (ogi-chart)',
    componentAbout: 'The component is as high as its content and stands among whatever else is on the page.',
    fileFrame: 'Upload the file to the site, then put this line into the page',
  },
  fragment: {
    where:
      'Paste it into the source of the page, where the figure should be. In a content system switch to “source” or “HTML” first; in the usual editor it would turn into text.',
    needs: "Nothing. There is no script and no style in it; it shows under the strictest usual policy (default-src 'self').",
    offline: 'Figure and numbers are in the page and show as ever; only the link to the full view does not open.',
    fresh: 'No, these are the data of the day it was made. To renew it, make it again and paste it once more.',
  },
  file: {
    where: 'A double click opens it. To put it into a page: upload the file to the site and paste this line where the figure should be.',
    needs:
      'The policy that the site sends with this file must allow the one script and the one style in it (by fingerprint; no other script gets in). A site without a policy needs nothing.',
    offline: 'It shows as ever and reads no other file. Where scripts may not run, a sentence, the drawing, the table and a link are left.',
    fresh: 'No, these are the data of the day it was made. To renew it, save it again.',
  },
  live: {
    where: 'Either way will do; paste it into the source of the page, where the figure should be.',
    needsFrame:
      'The page must allow frames of this site. This site must allow that page, too: ask whoever keeps it to add its address to the list (frame-ancestors in the deployment guide).',
    needsComponent: 'The page must allow scripts and data of this site.',
    offline: 'When the data cannot be had, the frame says so and gives a link; where the component cannot run, a link is left.',
    fresh: 'Yes, with the data of this site; the link says which version there was when the code was made.',
    size: 'About 250 kB (compressed) the first time, and the chosen data; afterwards the browser has it. It is drawn only when it is scrolled to.',
    synthetic: 'The figure carries the words “synthetic data”.',
    local:
      'The live kind reads what this site has published. Data imported on this machine never left it, so nobody else could fetch them: use one of the first two kinds.',
  },
  local: {
    title: 'Data imported on this machine',
    about: (reports, bodies) =>
      `${[reports > 0 ? `${reports} ${reports === 1 ? 'report' : 'reports'}` : '', bodies > 0 ? `${bodies} ${bodies === 1 ? 'body' : 'bodies'}` : ''].filter(Boolean).join(' and ')} of this figure ${reports + bodies === 1 ? 'is' : 'are'} on this machine alone and not published.`,
    allow: 'Put them into what is embedded (others will see them)',
    off: 'Not ticked: no code is made. Once ticked, code and file hold these data, and the figure says “with unpublished data of one machine”.',
  },
  oldServer: 'This site has no script for embeds, so this kind cannot be made just now.',
}

const words: Readonly<Record<Lang, EmbedBuilderWords>> = { zh, en }

/** The words of the embed page in one language. */
export const embedBuilderWordsIn = (lang: Lang): EmbedBuilderWords => words[lang]
