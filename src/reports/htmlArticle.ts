import type { Origin } from './flow.ts'
import type { HtmlElement } from './htmlTree.ts'
import { attributeOf, childrenOf, elementsNamed, parentOf, rawText } from './htmlTree.ts'
import { compactLabel, isLabelPiece, isValueText, isWholeLabel } from './labels.ts'
import type { OpenFlow, TextTable } from './openTables.ts'

/**
 * The article of a page: what the site puts around it (menus, the way to the page, sharing, other articles, the foot) is left out. A
 * table with figures or labels of a form is kept wherever it stands, and so is prose that is not plainly the site's.
 */
export function findArticle(root: HtmlElement, found: readonly OpenFlow[]): readonly OpenFlow[] {
  const flows = linksProve(found) ? found : found.map(withoutLinks)
  const container = widen(findContainer(root, flows), flows)
  const inside = new Set(flows.filter((flow) => isWithin(flow.origin, container.element)))
  const runs = findLinkRuns(flows)
  const kept = flows.flatMap((flow): readonly OpenFlow[] => {
    if (flow.kind === 'picture') return inside.has(flow) ? [flow] : []
    if (flow.kind === 'grid') return keepTable(flow, inside.has(flow), container)
    return keepParagraph(flow, inside.has(flow), runs.has(flow), container)
  })
  return withTitle(root, kept)
}

/** Is there anything that a report could be read from? */
export function holdsArticle(flows: readonly OpenFlow[]): boolean {
  if (flows.some((flow) => flow.kind === 'grid' && flow.rows.length > 1)) return true
  const texts = flows.flatMap((flow) => (flow.kind === 'paragraph' ? [flow.text] : []))
  return texts.some((text) => /[。；]/.test(text)) || texts.reduce((sum, text) => sum + text.length, 0) >= 200
}

/** A link that was never closed makes the rest of a page one: where most prose is linked, links prove nothing. */
function linksProve(flows: readonly OpenFlow[]): boolean {
  const prose = flows.filter((flow): flow is Text => flow.kind === 'paragraph' && isProse(flow.text))
  return prose.filter(({ text, origin }) => (origin?.linked ?? 0) > text.length * 0.7).length * 2 <= prose.length
}

const withoutLinks = (flow: OpenFlow): OpenFlow => (flow.origin === undefined ? flow : { ...flow, origin: { ...flow.origin, linked: 0 } })

/** Are there tables with labels of a form among these? */
export const holdsStatutory = (flows: readonly OpenFlow[]): boolean => flows.some((flow) => flow.kind === 'grid' && isStatutory(flow))

type Text = Extract<OpenFlow, { kind: 'paragraph' }>

const surroundings: ReadonlySet<string> = new Set(['nav', 'footer', 'aside'])
const surroundingRoles: ReadonlySet<string> = new Set(['navigation', 'contentinfo', 'banner', 'search', 'complementary', 'menu', 'menubar'])
/** Words that are other words' beginnings stand here as whole names: `position-relative` says nothing. */
const surroundingName =
  /^(?:position|location|hot|rank|prev|next|links?|tools?|header|top|logo|login|banner|search|share|comments?|qr|pages?)$|^(?:nav(?:bar|igation)?|menu(?:bar|list)?|(?:bread-?)?crumbs?|weizhi|dqwz|foot(?:er)?|copyright|bdshare\w*|bds|share|related?|xgyd|xglj|xgwz|xgxx|recommend|sidebar|side|left-?(?:nav|menu)|toolbar|search|topbar|topnav|pagination|pagenav|prev-?next|qrcode|qr|ewm|erweima|friend)(?![a-z])|[-_](?:nav|menu|crumbs?|breadcrumb|footer|foot|copyright|share|sidebar)$/i

const namesOf = (element: HtmlElement): readonly string[] => `${attributeOf(element, 'class')} ${attributeOf(element, 'id')}`.split(/\s+/)

/** The element that the article stands in, and those around it. */
interface Container {
  readonly element: HtmlElement
  readonly around: ReadonlySet<HtmlElement>
}

/** Does the page call an element a menu, a foot or the like? Looked for up to what is around the article as well. */
function isCalledSurrounding({ element }: Origin, { element: own, around: outer }: Container, byName: boolean): boolean {
  for (let around: HtmlElement | null = element; around !== null && around !== own && !outer.has(around); around = parentOf(around)) {
    if (surroundings.has(around.tagName) || surroundingRoles.has(attributeOf(around, 'role'))) return true
    if (byName && namesOf(around).some((name) => surroundingName.test(name))) return true
  }
  return false
}

function isWithinElement(element: HtmlElement, outer: HtmlElement): boolean {
  for (let around: HtmlElement | null = element; around !== null; around = parentOf(around)) if (around === outer) return true
  return false
}

const isWithin = (origin: Origin | undefined, container: HtmlElement): boolean =>
  origin === undefined || isWithinElement(origin.element, container)

/** How much of the page's own text an element must hold to be the article. */
const mostOfText = 0.85

/** The innermost element with nearly all text that is neither a link nor the site's own. */
function findContainer(root: HtmlElement, flows: readonly OpenFlow[]): HtmlElement {
  const weights = new Map<HtmlElement, number>()
  for (const flow of flows) {
    const weight = weightOf(flow)
    if (weight === 0 || flow.origin === undefined) continue
    for (let around: HtmlElement | null = flow.origin.element; around !== null; around = parentOf(around))
      weights.set(around, (weights.get(around) ?? 0) + weight)
  }
  const weight = (element: HtmlElement): number => weights.get(element) ?? 0
  let container = root
  for (;;) {
    const heaviest = childrenOf(container).find((child) => weight(child) > 0 && weight(child) >= weight(root) * mostOfText)
    // A single paragraph or table is no container of an article.
    if (heaviest === undefined || ['p', 'span', 'table', 'tbody', 'tr', 'font', 'h1'].includes(heaviest.tagName)) return container
    container = heaviest
  }
}

/** Headings and signatures may stand beside the text: outwards as long as nothing of the site comes with it. */
function widen(container: HtmlElement, flows: readonly OpenFlow[]): Container {
  const chain: HtmlElement[] = []
  for (let around: HtmlElement | null = container; around !== null; around = parentOf(around)) chain.push(around)
  const steps = new Map(chain.map((element, step) => [element, step]))
  let widest = chain.length - 1
  for (const flow of flows) {
    const step = stepTo(flow.origin, steps)
    if (step > 0 && (flow.kind === 'picture' || isOfSite(flow))) widest = Math.min(widest, step - 1)
  }
  return { element: chain[widest] ?? container, around: new Set(chain.slice(widest + 1)) }
}

/** How far out the nearest element is that holds both the container and this; 0 inside it. */
function stepTo(origin: Origin | undefined, steps: ReadonlyMap<HtmlElement, number>): number {
  for (let around = origin?.element ?? null; around !== null; around = parentOf(around)) {
    const step = steps.get(around)
    if (step !== undefined) return step
  }
  return 0
}

function isOfSite(flow: Text | TextTable): boolean {
  if (flow.origin !== undefined && surroundedByTag(flow.origin.element)) return true
  if (flow.kind === 'grid') return !isStatutory(flow)
  return isSiteText(flow.text) || (flow.origin?.linked ?? 0) > 0 || factsIn(flow.text).length > 0
}

function weightOf(flow: OpenFlow): number {
  if (flow.kind === 'picture' || flow.origin === undefined) return 0
  if (surroundedByTag(flow.origin.element)) return 0
  if (flow.kind === 'grid') return isStatutory(flow) ? textLength(flow) + 500 : isMenu(flow) ? 0 : textLength(flow)
  return isLinkLine(flow) || isSiteText(flow.text) ? 0 : flow.text.length
}

function surroundedByTag(element: HtmlElement): boolean {
  for (let around: HtmlElement | null = element; around !== null; around = parentOf(around))
    if (surroundings.has(around.tagName)) return true
  return false
}

const textLength = ({ rows }: TextTable): number => rows.reduce((sum, row) => row.reduce((inner, { text }) => inner + text.length, sum), 0)

/** A table with labels of a form, whole or in pieces. */
function isStatutory({ rows }: TextTable): boolean {
  let labels = 0
  for (const row of rows) {
    if (row.some(({ text }) => isWholeLabel(text))) labels += 2
    else if (row.some(({ text }) => compactLabel(text).length >= 4 && isLabelPiece(text))) labels += 1
    if (labels >= 4) return true
  }
  return false
}

const hasFigures = ({ rows }: TextTable): boolean =>
  rows.filter((row) => row.some(({ text }) => /\d/.test(text) && isValueText(text))).length >= 2

const isMenu = (table: TextTable): boolean => (table.origin?.linked ?? 0) > textLength(table) * 0.5

/** Only a link, with at most a date or a mark beside it. */
function isLinkLine({ text, origin }: Text): boolean {
  if (origin === undefined || origin.linked === 0 || text.length > 100) return false
  return /^(?:[\d\s\p{P}\p{S}年月日时分]|更多|more|new|>)*$/iu.test(origin.unlinked)
}

/** Three link lines in a row are a list of links. */
function findLinkRuns(flows: readonly OpenFlow[]): ReadonlySet<OpenFlow> {
  const found = new Set<OpenFlow>()
  let run: OpenFlow[] = []
  const flush = (): void => {
    if (run.length >= 3) for (const flow of run) found.add(flow)
    run = []
  }
  for (const flow of flows) {
    if (flow.kind === 'paragraph' && isLinkLine(flow)) run.push(flow)
    else if (flow.kind !== 'paragraph' || !isDateAlone(flow.text)) flush()
  }
  flush()
  return found
}

const isDateAlone = (text: string): boolean => /^[[(（]?(?:20\d{2})?[-/.年]?\d{1,2}[-/.月]\d{1,2}日?[\])）]?$/.test(text.trim())

const siteStart =
  /^[【[]?(?:(?:您(?:现在|当前)?(?:的|所在)?|当前|所在|现在)(?:当前)?(?:的)?位置|首页\s*[>＞»›/\-—|]|分享(?:到|至)?(?:[:：]|$)|(?:我要)?打印(?:本页|此页|文章|页面)?(?=[\s】\]|]|$)|关闭(?:窗口|本页|页面)?(?=[\s】\]|]|$)|收藏(?:本页|本站)?(?=[\s】\]|]|$)|(?:字体|字号)(?:大小)?[:：\s【[(（大]|背景色|视力保护|保护视力|(?:浏览|点击|阅读|访问)(?:次数|人数|量|数|率)?[:：]\s*\d*\s*次?$|[上下]一(?:篇|条|页)(?:[:：]|$|\s|没有)|[上下]篇[:：]|没有了$|扫(?:一扫|码(?:浏览|查看|关注|分享)|描二维码)|返回(?:顶部|列表|首页|上一页)|回到顶部|主办(?:单位|方)?[:：]|承办(?:单位)?[:：]|技术支持[:：]|网站(?:标识码|地图|声明)|建议使用\S*(?:浏览器|分辨率|IE)|您是第|责任编辑[:：]|编辑[:：]|(?:相关|热点|推荐|更多|最新|延伸)(?:链接|阅读|文章|信息|新闻|稿件|推荐|报道|解读|专题)[:：]?$|友情链接|无障碍(?:浏览|阅读|模式|版)?$|长者(?:模式|版)|手机版$|(?:我要)?纠错$)/
const siteAnywhere =
  /ICP备|公网安备|网站标识码|版权所有|copyright|©|(?:发布|来源|日期|时间|作者|字体|字号)[\s\S]*(?:浏览|点击|阅读|访问)(?:次数|人数|量|数|率)?[:：]|字体[:：]\s*[【[(（]?大|分享到[:：]/i

/** What a site writes around every article; never a sentence. */
const isSiteText = (text: string): boolean =>
  text.length <= 200 && !/[。；]/.test(text) && (siteStart.test(text.trim()) || siteAnywhere.test(text))

const reportTitle = /公开.{0,12}(?:报告|年报)/

function keepParagraph(flow: Text, isInside: boolean, inRun: boolean, container: Container): readonly OpenFlow[] {
  const { text, origin } = flow
  const facts = factsIn(text)
  if (isSiteText(text)) return facts.map((fact) => ({ ...flow, text: fact }))
  if (origin === undefined) return [flow]
  const isTitle = reportTitle.test(text) && text.length <= 80
  if (isTitle && (/^h[1-4]$/.test(origin.element.tagName) || (isInside && origin.linked === 0))) return [flow]
  if (isLinkLine(flow) && (inRun || !isInside || reportTitle.test(text) || isCalledSurrounding(origin, container, true))) return []
  if (isInside) return isCalledSurrounding(origin, container, !isProse(text)) && !holdsLabel(text) ? [] : [flow]
  if (facts.length > 0 && text.length <= 200) return facts.map((fact) => ({ ...flow, text: fact }))
  const titled = reportTitle.test(text) && text.length <= 60 && origin.linked === 0 && !isCalledSurrounding(origin, container, true)
  return titled || holdsLabel(text) || (isProse(text) && origin.linked * 3 < text.length) ? [flow] : []
}

const isProse = (text: string): boolean => text.length >= 40 && /[。；]/.test(text)
const holdsLabel = (text: string): boolean => text.split(/\n|\s{2,}|\t/).some((piece) => isWholeLabel(piece))

const factPatterns: readonly RegExp[] = [
  /(?:发布|发文|成文|生成|公开|印发|制发|公布)(?:时间|日期)\s*[:：]\s*(?:19|20)\d{2}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}日?/g,
  /(?:信息)?(?:来源|发布机构|发布单位|公开主体|发文机关)\s*[:：]\s*[\u4e00-\u9fff（）()]{2,30}/g,
]

/** When and by whom the page says it was published: all that is kept of the line below the title. */
const factsIn = (text: string): readonly string[] => factPatterns.flatMap((pattern) => text.match(pattern) ?? []).map((fact) => fact.trim())

const indexWords =
  /^(?:索引号|信息索引|发布机构|发文机关|发文字号|文号|主题分类|公开方式|生成日期|发布日期|成文日期|公开日期|信息名称|公开范围|公开时限|有效性|体裁分类|信息分类|主题词|责任部门)[:：]?$/

function keepTable(table: TextTable, isInside: boolean, container: Container): readonly OpenFlow[] {
  if (isStatutory(table)) return [table]
  if (isMenu(table)) return []
  if (table.rows.flat().filter(({ text }) => indexWords.test(text.trim().split(/[:：]/)[0] ?? '')).length >= 3) return indexFacts(table)
  if (isInside) return table.origin !== undefined && !hasFigures(table) && isCalledSurrounding(table.origin, container, true) ? [] : [table]
  return hasFigures(table) && table.rows.length > 2 ? [table] : []
}

/** The box with which a site files the article: only its date and its author are of use. */
function indexFacts(table: TextTable): readonly OpenFlow[] {
  const lines = table.rows.flatMap((row) => {
    const texts = row.map(({ text }) => text.trim()).filter((text) => text !== '')
    return [...texts, ...texts.slice(1).map((text, at) => `${(texts[at] ?? '').replace(/[:：\s]+$/, '')}：${text}`)]
  })
  return [...new Set(lines.flatMap(factsIn))].map((text) => ({ kind: 'paragraph', text }))
}

/** Where the title of the report stands only in the head of the page. */
function withTitle(root: HtmlElement, flows: readonly OpenFlow[]): readonly OpenFlow[] {
  const first = flows.filter((flow): flow is Text => flow.kind === 'paragraph').slice(0, 30)
  if (first.some(({ text }, at) => reportTitle.test(text + (first[at + 1]?.text ?? '')) && text.length <= 80)) return flows
  const metas = elementsNamed(root, 'meta').filter((element) => /^articletitle$/i.test(attributeOf(element, 'name')))
  const titles = [...metas.map((element) => attributeOf(element, 'content')), ...elementsNamed(root, 'title').map(rawText)]
  const title = titles
    .map((text) => (text.split(/[_|]| - |--|—/)[0] ?? '').trim())
    .find((text) => reportTitle.test(text) && text.length <= 80)
  return title === undefined ? flows : [{ kind: 'paragraph', text: title }, ...flows]
}
