/** The first character of each initial in the order of pinyin; the letters that begin no syllable are left out. */
const firsts = '阿八嚓哒妸发旮哈讥咔垃妈拿哦妑七呥仨他穵夕丫帀'
const letters = 'abcdefghjklmnopqrstwxyz'
const collator = new Intl.Collator('zh-CN-u-co-pinyin')

/**
 * First letters of the pinyin of a name, for search: what the platform's own order of Chinese says. Characters with several readings
 * get their usual one; the published data have theirs from a dictionary.
 */
export function initialsByOrder(name: string): string {
  return [...name.toLowerCase()]
    .map((character) => (/[a-z0-9]/.test(character) ? character : /\p{Script=Han}/u.test(character) ? initialOf(character) : ''))
    .join('')
}

function initialOf(character: string): string {
  const after = [...firsts].findIndex((first) => collator.compare(first, character) > 0)
  return letters[(after === -1 ? letters.length : after) - 1] ?? ''
}
