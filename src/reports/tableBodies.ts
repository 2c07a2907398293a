import { simplify } from '../forms/traditional.ts'
import type { Block, Grid } from './document.ts'
import { bodyEnding, readBodyKeys } from './bodyNames.ts'
import { isLabelPiece } from './labels.ts'
import type { TableLine } from './tableLine.ts'
import { isEmpty, linesOf } from './tableLine.ts'

/** Which lines of the statutory tables are the reporting body's own, and which other bodies have tables in the file. */
export interface OwnLines {
  readonly own: readonly TableLine[]
  readonly others: readonly TableLine[]
  /** Other bodies named above tables; empty where only one is named. */
  readonly otherBodies: readonly string[]
}

const numbering =
  /^(?:附[件表录]?[\d一二三四五六七八九十]*[:：、.]?|表[\d一二三四五六七八九十]+[:：、.]?|[(（][\d一二三四五六七八九十]+[)）]|[\d一二三四五六七八九十]{1,2}[、.．])+/
const year = /(?:19|20)\d{2}年?(?:度)?/g
const filledInBy = /(?:填报|填表|报送|编制|上报)(?:单位|机关|部门)(?:\(.{0,4}\))?[:：]([^:：\s]+)/
const subject = /(?:政府信息|政务公开|信息公开|依申请公开|公开工作)/
const wholeName = new RegExp(`^[\\p{Script=Han}()]{1,36}?${bodyEnding}$`, 'u')

/** The body that a heading, a caption or a line of who filled in names: `甲市科学技术局政府信息公开情况统计表`; null when none. */
export function readBody(text: string): string | null {
  const plain = simplify(text.normalize('NFKC')).replace(/[\s_]/g, '')
  if (plain.length > 60 || /[。;！？]/.test(plain)) return null
  const filled = filledInBy
    .exec(plain)?.[1]
    ?.replace(
      /(?:填报|填表|上报|报送|统计)?(?:日期|时间).*$|(?:填报|填表|制表|审核|审签|经办|统计|报送|联系)人.*$|(?:单位|部门)?负责人.*$|联系(?:方式|电话).*$|\(.*$/,
      '',
    )
  if (filled !== undefined) return wholeName.test(filled) ? filled : null
  const bare = plain
    .replace(numbering, '')
    .replace(year, '')
    .replace(/^(?:关于)?[《"“]?(?:关于)?/, '')
  const at = bare.search(subject)
  const name = at < 0 ? bare : bare.slice(0, at)
  // （五）不予处 is a label that was cut, and no department.
  if (!wholeName.test(name) || isLabelPiece(name)) return null
  return at >= 0 || (plain.length <= 30 && hasPlace.test(name)) ? name : null
}

/** A name that stands alone is known as one by its place. */
const hasPlace = /^.{1,9}?[省市区县州旗盟镇乡]|街道/

/**
 * Tells the tables of the reporting body from those of others in the same file, by the headings above them, the captions inside them and
 * the lines of who filled them in. Without two different names everything is the report's own. `names`: what the report itself is called.
 */
export function findOwnLines(blocks: readonly Block[], statutory: readonly Grid[], names: readonly string[]): OwnLines {
  const owners = new Map<TableLine, string | null>()
  let heading: string | null = null
  for (const block of blocks) {
    if (block.kind === 'paragraph') heading = readBody(block.text) ?? heading
    else if (statutory.includes(block)) heading = tellOwners(linesOf(block), heading, owners)
  }
  const named = [...new Set([...owners.values()].filter((owner) => owner !== null))]
  const others = named.filter((owner) => !names.some((name) => isSameBody(name, owner)))
  const isOwn = (line: TableLine): boolean => !others.includes(owners.get(line) ?? '')
  const lines = [...owners.keys()]
  if (named.length < 2) return { own: lines, others: [], otherBodies: [] }
  return { own: lines.filter(isOwn), others: lines.filter((line) => !isOwn(line)), otherBodies: others }
}

/** A caption holds for the lines below it; a line of who filled in, for the whole table around it. Gives the last name. */
function tellOwners(lines: readonly TableLine[], before: string | null, owners: Map<TableLine, string | null>): string | null {
  let owner = before
  let from = 0
  lines.forEach((line, at) => {
    const texts = line.cells.filter((cell) => !isEmpty(cell)).map(({ text }) => text)
    const [only] = new Set(texts)
    const isCaption = only !== undefined && new Set(texts).size === 1
    const filled = texts.find((text) => filledInBy.test(text.normalize('NFKC').replace(/[\s_]/g, '')))
    const name = filled !== undefined ? readBody(filled) : isCaption ? readBody(only) : null
    if (name !== null && name !== owner) {
      // Who filled in may stand below the table that it is about.
      if (filled !== undefined && at > from + 5) for (const above of lines.slice(from, at)) owners.set(above, name)
      else from = at
      owner = name
    }
    owners.set(line, owner)
  })
  return owner
}

const foldName = (name: string): string => name.normalize('NFKC').replace(/[\s《》"“”]|\([^()]*\)/g, '')

/** Is it the same body, perhaps once by its short name: 甲市科技局 and 甲市科学技术局, 科学技术局 alone? */
export function isSameBody(own: string, name: string): boolean {
  const [one, other] = [foldName(own), foldName(name)]
  if (one === other) return true
  let common = 0
  while (common < one.length && one[common] === other[common]) common += 1
  for (let at = 0; at <= common; at += 1) {
    const rests = [one.slice(at), other.slice(at)]
    if (rests.some(({ length }) => length < 2)) break
    const keys = new Set(readBodyKeys(rests[0] ?? '').sure)
    if (readBodyKeys(rests[1] ?? '').sure.some((key) => keys.has(key))) return true
  }
  return readBodyKeys(other).sure.some((key) => key.length >= 4 && one.endsWith(key))
}
