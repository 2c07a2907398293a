/** A place as a name carries it. `stem` is what is left without the ending and the peoples: 宁夏 of 宁夏回族自治区. */
export interface PlaceName {
  readonly text: string
  readonly stem: string
  /** 省 … 街道, `zone` for development zones, null where only the stem was written (银川科技局). */
  readonly kind: PlaceKind | null
}

export type PlaceKind = 'province' | 'city' | 'prefecture' | 'county' | 'district' | 'town' | 'zone'

const peoples =
  '(?:壮|满|回|苗|维吾尔|土家|彝|蒙古|藏|布依|侗|瑶|朝鲜|白|哈尼|哈萨克|黎|傣|畲|傈僳|仡佬|东乡|拉祜|水|佤|纳西|羌|土|仫佬|锡伯|柯尔克孜|达斡尔|景颇|毛南|撒拉|布朗|塔吉克|阿昌|普米|鄂温克|怒|京|基诺|德昂|保安|俄罗斯|裕固|乌孜别克|门巴|鄂伦春|独龙|塔塔尔|赫哲|珞巴|各)族'
const peoplesBefore = new RegExp(`^(.{2,}?)(?:${peoples}|蒙古|维吾尔|哈萨克|柯尔克孜|塔吉克|锡伯|达斡尔|鄂温克|鄂伦春)+$`)

const suffixes: readonly (readonly [suffix: string, kind: PlaceKind])[] = [
  ['特别行政区', 'province'],
  ['自治区', 'province'],
  ['自治州', 'prefecture'],
  ['自治县', 'county'],
  ['自治旗', 'county'],
  ['地区', 'prefecture'],
  ['街道', 'town'],
  ['民族乡', 'town'],
  ['苏木', 'town'],
  ['省', 'province'],
  ['市', 'city'],
  ['州', 'prefecture'],
  ['盟', 'prefecture'],
  ['区', 'district'],
  ['县', 'county'],
  ['旗', 'county'],
  ['镇', 'town'],
  ['乡', 'town'],
]

/** Zones by their usual names, each in one spelling. */
const zoneKinds: readonly (readonly [pattern: string, kind: string])[] = [
  ['高新技术(?:产业)?(?:开发|园)区|高新(?:开发)?区|高技术产业开发区', '高新区'],
  ['经济技术开发区|经开区', '经开区'],
  ['经济开发区', '经济开发区'],
  ['综合保税区|综保区', '综保区'],
  ['农业高新技术产业示范区|农高区', '农高区'],
  ['临空经济(?:示范)?区|空港经济区', '临空经济区'],
  ['自由贸易试验区|自贸试验区|自贸区', '自贸区'],
  ['工业园区|工业园', '工业园区'],
  ['化工园区|化工园', '化工园区'],
  ['(?:旅游)?度假区', '度假区'],
  ['风景名胜区|风景区', '风景区'],
  ['循环经济(?:示范|产业)?(?:园区|区)', '循环经济区'],
  ['保税港区', '保税港区'],
  ['产业园区|产业园', '产业园区'],
  ['开发区', '开发区'],
]
const zonePattern = new RegExp(`^([\\u3400-\\u9fff\\ud840-\\udfff]{0,10}?)(?:国家级?)?(${zoneKinds.map(([pattern]) => pattern).join('|')})`)

const anyPlace = new RegExp(`^[\\u3400-\\u9fff\\ud840-\\udfff]{1,10}?(?:${suffixes.map(([suffix]) => suffix).join('|')})`)

/** Words of bodies that begin or end like places. */
const noPlace =
  /^(?:城市|城乡|城镇|村镇|乡镇|社区|园区|库区|灌区|景区|辖区|地区|市区|片区|老区|住房|区域|县域|乡村|市场|市政(?!府|务)|市容|州县|区县|县区|镇街|自治区|自治州|自治县|本|我|全|各)/
const wordBefore = /(?:和|与|、|及)(?:城市|城乡|城镇|社区|辖区|乡镇|村镇)$/
/** 甲安市 + 场监管局 and the like: the ending belongs to the body's word. */
const tornAfter: Readonly<Record<string, RegExp>> = {
  市: /^(?:场|容|域|政(?!府|务|法|协|策|研|数|工))/,
  区: /^(?:域|划)/,
  县: /^域/,
  乡: /^(?:村|建|镇)/,
  镇: /^街/,
}
const isTorn = (place: string, rest: string): boolean => tornAfter[place.slice(-1)]?.test(rest) === true
/** 杭州 + 市, 通州 + 区, 津市 + 市: the name itself ends like a place. Not 甲安市 + 市北区. */
const goesOn = /^[市区县州镇乡旗](?!场|容|域|村|民中心|政(?!府|务|法|协|策|研|数|工)|[北南中]区)/

/** A place name taken apart. */
export function readPlace(text: string): PlaceName {
  const zone = zonePattern.exec(text)
  if (zone && zone[0] === text)
    return { text, stem: zoneKinds.find(([pattern]) => new RegExp(`^(?:${pattern})$`).test(zone[2] ?? ''))?.[1] ?? text, kind: 'zone' }
  const [suffix, kind] = suffixes.find(([one]) => text.endsWith(one) && text.length > one.length) ?? [null, null]
  if (suffix === null || kind === null) return { text, stem: text, kind: null }
  const front = text.slice(0, -suffix.length)
  const stem = /自治|民族乡/.test(suffix) || kind === 'prefecture' || kind === 'county' ? (peoplesBefore.exec(front)?.[1] ?? front) : front
  return { text, stem, kind }
}

/** May the two be one place? A stem alone is any place of that stem. */
export function isSamePlace(one: PlaceName, other: PlaceName): boolean {
  if (one.text === other.text) return true
  if (one.kind === null || other.kind === null) return one.stem === other.stem
  return one.stem === other.stem && one.kind === other.kind
}

/** District names that several cities have: alone they name nobody. */
const sharedDistricts = new Set(
  '朝阳区 和平区 河东区 长安区 新华区 桥西区 桥东区 新城区 青山区 海州区 铁东区 铁西区 宝山区 西安区 向阳区 南山区 普陀区 鼓楼区 通州区 江北区 西湖区 市中区 永定区 龙华区 白云区 城关区 城中区 城东区 城西区 城北区 城区 郊区 矿区 东区 西区 南区 北区 新市区 东山区 新兴区 清河区 凤凰区 开发区'.split(
    ' ',
  ),
)

/** Does the place need its city said beside it? Districts that several cities have, zones without their own name, towns. */
export function isSharedPlace({ text, kind }: PlaceName): boolean {
  return kind === 'town' || kind === 'zone' || sharedDistricts.has(text)
}

/** The places that are known by name, for taking names apart: by full name and by stem. */
export interface KnownPlaces {
  readonly byText: ReadonlySet<string>
  readonly byStem: ReadonlySet<string>
}

export const noKnownPlaces: KnownPlaces = { byText: new Set(), byStem: new Set() }

/**
 * Takes the places off the front: 宁夏回族自治区, 银川市, 金凤区 and 科学技术局. A name that leaves the ending of a place out (银川科技局) is taken
 * apart only where the place is known.
 */
export function takePlaces(
  name: string,
  known: KnownPlaces = noKnownPlaces,
): { readonly places: readonly PlaceName[]; readonly body: string } {
  const places: PlaceName[] = []
  let body = name
  for (;;) {
    const next = takeOne(body, known, places.length > 0)
    if (next.length === 0) return { places, body }
    places.push(...next)
    body = body.slice(next.reduce((length, { text }) => length + text.length, 0))
  }
}

function takeOne(text: string, known: KnownPlaces, inside: boolean): readonly PlaceName[] {
  for (let length = Math.min(16, text.length - 1); length >= 2; length -= 1) {
    const start = text.slice(0, length)
    const rest = text.slice(length)
    if (known.byText.has(start) && !isTorn(start, rest)) return [readPlace(start)]
  }
  const zone = takeZone(text, known, inside)
  if (zone.length > 0) return zone
  const named = takeNamed(text)
  const stem = takeStem(text, known)
  // 银川兴庆区 is no one place where 银川 is known.
  if (stem !== null && (named === null || named === stem || (named.length > stem.length && known.byText.has(named.slice(stem.length)))))
    return [readStem(stem)]
  return named === null ? [] : [readPlace(named)]
}

const readStem = (stem: string): PlaceName => ({ text: stem, stem, kind: null })

/** 甲安高新区, 甲安市高新区, 高新区: the zone, and the city before it. */
function takeZone(text: string, known: KnownPlaces, inside: boolean): readonly PlaceName[] {
  const [whole, front = ''] = zonePattern.exec(text) ?? []
  if (whole === undefined || whole.length === text.length) return []
  const zone = whole.slice(front.length)
  if (front === '') return [readPlace(zone)]
  if (inside || anyPlace.test(front)) return []
  if (front.length < 2 || front.length > 6) return []
  return known.byText.has(front) ? [readPlace(front), readPlace(zone)] : [readStem(front), readPlace(zone)]
}

function takeNamed(text: string): string | null {
  let [found] = anyPlace.exec(text) ?? []
  if (found === undefined || found.length < 2 || noPlace.test(text) || wordBefore.test(found)) return null
  for (let tries = 0; tries < 2; tries += 1) {
    const rest: string = text.slice(found.length)
    if (isTorn(found, rest)) return null
    if (/[州市乡镇旗县区盟]$/.test(found) && !/(?:自治.|特别行政区)$/.test(found) && goesOn.test(rest)) found += rest[0] ?? ''
    else break
  }
  return found.length === text.length ? null : found
}

/** The longest known stem at the front that is not the beginning of another place. */
function takeStem(text: string, known: KnownPlaces): string | null {
  for (let length = Math.min(8, text.length - 2); length >= 2; length -= 1) {
    const stem = text.slice(0, length)
    const rest = text.slice(length)
    if (known.byStem.has(stem) && (!/^(?:省|自治|市|州|地区|盟|区|县|旗|镇|乡|街道)/.test(rest) || isTorn('市', rest.slice(1)))) return stem
  }
  return null
}

/** Gathers places, those above a zone included. */
export function gatherPlaces(names: Iterable<PlaceName>): KnownPlaces {
  const byText = new Set<string>()
  const byStem = new Set<string>()
  for (const { text, stem, kind } of names) {
    if (kind === 'zone') continue
    if (kind !== null) byText.add(text)
    // 城区, 东区: what is left of the name says nothing.
    if (stem.length >= 2) byStem.add(stem)
  }
  return { byText, byStem }
}
