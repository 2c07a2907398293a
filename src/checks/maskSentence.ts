import { formById } from '../forms/forms.ts'
import { tableForms } from '../indicators/catalogue.ts'

/** A sentence as printed, and as it is compared. */
export interface MaskedSentence {
  readonly printed: string
  /** Half width, no spaces or marks; numbers and dates are `#`, the agency's own names `◇`. */
  readonly masked: string
}

/** Shorter ones say nothing of their own. */
const shortest = 8

const isWord = /[^\p{L}\p{N}#◇]/gu
/** Without its number, 其中 and marks. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/^\s*(?:[(]?[一二三四五六七八九十\d.]+[)]?[、.]?\s*)?(?:其中:)?/, '')
    .replace(isWord, '')

const labels: ReadonlySet<string> = new Set(tableForms.flatMap((form) => formById(form).rows.map(({ label }) => bare(label))))

/** Sentences that everybody writes: what the report rests on, its period, where it is found, whom to ask; captions and headings. */
const formulas: readonly RegExp[] = [
  /《[^》]*(?:条例|办法|通知|规定|意见|法|格式)》/,
  /国办|国发|公开办函|〔\d{4}〕|国务院办公厅/,
  /(?:根据|按照|依据|遵照)[^。]{0,60}(?:编制|编写|编印|要求|公布|发布|规定)/,
  /(?:统计|所列数据|报告)[^。]{0,16}(?:期限|时限|时间|起止)|1月1日[^。]{0,12}12月31日/,
  /(?:本|年度)报告[^。]{0,20}(?:由|包括|分为|组成|内容)/,
  /(?:查阅|查询|下载|浏览)[^。]{0,20}(?:本报告|年报|报告)|电子版|(?:本报告|年报|年度报告)[^。]{0,40}(?:查阅|查询|下载|公布|公开)/,
  /https?:|www\.|@/,
  /联系(?:电话|地址|方式|人|我)|电话|邮编|邮政编码|地址|如有(?:任何)?(?:疑问|意见|问题)|传真/,
  /^(?:附件|附表|单位[:：]|填报|注[:：]|备注)/,
  /现(?:将|予以?|向社会)[^。]{0,40}(?:公布|公开|报告)/,
]
const heading = /^(?:第?[一二三四五六七八九十]+[章节、.]|[(（][一二三四五六七八九十]+[)）]|\d+[、.])[^。，,；;]{0,30}$/

/** The sentences of a report that are its own, masked; formula sentences are left out. */
export function maskSentences(prose: readonly string[], agency: string | null): readonly MaskedSentence[] {
  const names = namesOf(agency)
  return prose
    .flatMap((paragraph) => paragraph.match(/[^。！？；\n]+[。！？；]?/g) ?? [])
    .flatMap((printed): readonly MaskedSentence[] => {
      const plain = printed.normalize('NFKC').replace(/\s/g, '')
      if (heading.test(plain) || formulas.some((formula) => formula.test(plain))) return []
      const masked = maskNames(plain, names)
        .replace(/\d+(?:[.,:]\d+)*/g, '#')
        .replace(/[零〇一二两三四五六七八九十百千万亿]+(?=[条件次篇个人名位期份场项家宗起类批元])/g, '#')
        .replace(/#年(?:度)?(?:#月)?(?:#日)?|#月(?:#日)?/g, '#')
        .replace(isWord, '')
      return masked.length < shortest || labels.has(bare(plain)) ? [] : [{ printed: printed.trim(), masked }]
    })
}

/** The full name, the place in it, and the name without the place; the longest first. */
function namesOf(agency: string | null): readonly string[] {
  if (agency === null) return []
  const [place = ''] = /^(?:[\u4e00-\u9fa5]{1,8}?(?:省|自治区|自治州|市|州|盟|县|旗|区|镇|乡|街道))+/.exec(agency) ?? []
  return [agency, agency.slice(place.length), place].filter((name) => name.length > 1).sort((one, other) => other.length - one.length)
}

const maskNames = (text: string, names: readonly string[]): string =>
  names
    .reduce((masked, name) => masked.replaceAll(name, '◇'), text)
    .replace(/([我本全])(?:省|市|县|区|州|盟|旗|镇|乡|街道|局|委|办|厅|院|校|中心|机关|单位|部门)/g, '$1◇')
