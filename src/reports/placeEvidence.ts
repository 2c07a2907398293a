import { isSamePlace, takePlaces, type KnownPlaces, type PlaceName } from './placeNames.ts'

/** Places that a report names where it speaks of itself: its site, its address, the government it works under; and those of its folder. */
export interface PlaceEvidence {
  readonly sites: readonly PlaceName[]
  readonly addresses: readonly PlaceName[]
  readonly seats: readonly PlaceName[]
  /** Text of the report without line breaks. */
  readonly body: string
  /** Folders and file name. */
  readonly path: string
}

const fillers = /^.*(?:由|在|对|的|和|与|是|于|根据|按照|依照|登录|查阅|可从|可在|请到|见|为|从|通过|向|及|[,、:：“"《(])/
const otherCity = /(?:市|自治州|盟)$/
/** 我市, 全市, 地级市: words for a city that name none. */
const noCity = /(?:[我全本该各城]|地级|直辖|省辖)(?:市|自治州|盟)$/
const visited = /(?:赴|前往|来自|学习|借鉴|参观|考察|邀请|接待)/
const visit = /(?:赴|前往|来自|学习|借鉴|参观|考察|邀请|接待)$/

/** Gathers them. */
export function gatherPlaceEvidence(body: string, fileName: string | undefined, known: KnownPlaces): PlaceEvidence {
  const flat = body.replace(/\n/g, '')
  const before = (pattern: RegExp): PlaceName[] =>
    [...flat.matchAll(pattern)].flatMap((match) => {
      const start = Math.max(0, match.index - 16)
      const text = flat.slice(start, match.index).replace(fillers, '')
      return text === '' || visited.test(text) ? [] : placesAtEnd(text, known)
    })
  const addresses = [...flat.matchAll(/(?:通讯|联系|办公|单位)?地址(?:为|是)?[:：]/g)].flatMap(({ 0: said, index }) => {
    const text = flat.slice(index + said.length, index + said.length + 30).replace(/[(（;；,，。].*$/, '')
    return takePlaces(text, known).places
  })
  return {
    sites: before(/(?:人民)?政府(?:门户)?(?:网站|网|信息网)|门户网站/g),
    addresses,
    seats: before(/(?:人民政府|委市政府|委区政府|委县政府|委州政府|委、)/g),
    body: flat,
    path: (fileName ?? '').normalize('NFKC'),
  }
}

function placesAtEnd(text: string, known: KnownPlaces): readonly PlaceName[] {
  for (let start = 0; start < text.length - 1; start += 1) {
    const { places, body } = takePlaces(`${text.slice(start)}政府`, known)
    if (body !== '政府' || places.length === 0) continue
    const [first] = places
    // Words before a place would be taken into its name.
    if (first && (known.byText.has(first.text) || known.byStem.has(first.stem) || start === 0)) return places
  }
  return []
}

/** Does the report name this place anywhere but on a visit? */
export function mentions({ body, path }: PlaceEvidence, { text, stem, kind }: PlaceName): boolean {
  const wanted = kind === null ? stem : text
  for (let at = body.indexOf(wanted); at >= 0; at = body.indexOf(wanted, at + 1)) {
    if (
      !visit.test(body.slice(Math.max(0, at - 6), at)) &&
      !/^(?:等地)?(?:学习|考察|调研|参观|经验|的?做法)/.test(body.slice(at + wanted.length))
    )
      return true
  }
  return path.includes(wanted)
}

/** What stands right before a district's name wherever the report writes it: its own city, or another one. */
export function findQualifiers(
  { body, path }: PlaceEvidence,
  place: PlaceName,
  above: readonly PlaceName[],
): { readonly own: boolean; readonly other: boolean } {
  let own = false
  let other = false
  for (const text of [body, path.replace(/[\\/_\s-]/g, '')]) {
    for (let at = text.indexOf(place.text); at >= 0; at = text.indexOf(place.text, at + 1)) {
      const front = text.slice(Math.max(0, at - 12), at)
      if (above.some((upper) => front.endsWith(upper.text) || (upper.stem.length >= 2 && front.endsWith(upper.stem)))) own = true
      else if (otherCity.test(front) && !noCity.test(front) && !visit.test(front.slice(0, -3))) other = true
    }
  }
  return { own, other }
}

/** Is the place among these? */
export const includesPlace = (places: readonly PlaceName[], wanted: PlaceName): boolean =>
  places.some((place) => isSamePlace(place, wanted))
