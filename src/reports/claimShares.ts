import { channelName } from './claimChannels.ts'

/** The sentence with one member of a list alone before its own number: 微信 beside 45 条 of 微博、微信分别发布 30 条、45 条. */
export interface Share {
  readonly text: string
  /** Where the number stands in it. */
  readonly at: number
}

const series = /分别([^№,;。!?]{0,16})(№(?:(?:[、,和及]|以及)№){0,9})([^№,;。!?、)]{0,30})/g
const nouns = new RegExp(
  `(?:${channelName.source}|专职|兼职|当面|现场|传真|网络|网上|信函|邮寄|(?:行政)?复议|(?:行政)?诉讼|予以公开|同意公开|部分公开|不予公开|不同意公开|无法提供|不予处理|其他处理|主动公开范围|(?:结果)?维持|(?:结果)?纠正|其他结果|尚未审结|规章|规范性文件|(?:信息公开|依申请公开)申请)`,
  'g',
)

/**
 * Which member of a list does each number of 分别 belong to? By the place of its `№`; null where list and numbers do not fit or a
 * member is not known: such a number has no certain subject.
 */
export function findShares(text: string): ReadonlyMap<number, Share | null> {
  const shares = new Map<number, Share | null>()
  for (const match of text.matchAll(series)) {
    const [whole, verb = '', numbers = '', after = ''] = match
    const from = match.index + whole.indexOf(numbers, '分别'.length + verb.length)
    const places = [...numbers.matchAll(/№/g)].map(({ index }) => from + index)
    const start = findStart(text, match.index)
    const members = splitList(text.slice(start, match.index))
    // One subject, one number: 分别 belongs to a longer list of clauses.
    if (members !== null && members.length === 1 && places.length === 1) continue
    const fits = members !== null && members.length === places.length
    places.forEach((place, index) => {
      const lead = `${text.slice(0, start)}${members?.[index] ?? ''}${verb}`
      shares.set(place, fits ? { text: `${lead}№${after}${text.slice(match.index + whole.length)}`, at: lead.length } : null)
    })
  }
  return shares
}

function findStart(text: string, end: number): number {
  let start = end
  while (start > 0 && end - start < 80 && !/[,;:。!?(№\n]/.test(text[start - 1] ?? '')) start -= 1
  return start
}

interface Member {
  readonly before: string
  readonly noun: string
  readonly behind: string
}

/** 政府信息公开专职、兼职人员 → 政府信息公开专职人员 and 政府信息公开兼职人员; null where a member is none that is known. */
function splitList(list: string): readonly string[] | null {
  const texts = list.split(/、|以及|和|与|及/).filter((text) => text !== '')
  if (texts.length < 2) return texts
  const members = texts.map((text): Member | null => {
    const last = [...text.matchAll(nouns)].at(-1)
    if (last === undefined) return null
    const end = last.index + last[0].length
    return { before: text.slice(0, last.index), noun: last[0], behind: text.slice(end) }
  })
  const [first, last] = [members[0], members.at(-1)]
  if (!first || !last) return null
  const whole = members.map((member) =>
    member === null || (member.behind !== '' && member.behind !== last.behind)
      ? null
      : `${member.before === '' ? first.before : member.before}${member.noun}${last.behind}`,
  )
  return whole.every((text): text is string => text !== null) ? whole : null
}
