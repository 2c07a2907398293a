import { describe, expect, it } from 'vitest'
import { safeFileName, tellNamesApart } from '../../src/exports/safeFileName.ts'

/** Why Windows refuses a name, or shows another than the one it has; null where it takes it. */
function whyNotOnWindows(name: string): string | null {
  if (name === '' || name === '.' || name === '..') return 'no name'
  if (/[<>:"/\\|?*[\]]/.test(name)) return 'reserved character'
  if (/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u.test(name)) return 'unseen character'
  if (/[. ]$/.test(name)) return 'dot or space at the end'
  if (
    /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i.test(
      name
        .split('.')
        .map((part) => part.trim())
        .join('.'),
    )
  )
    return 'device'
  if (name.length > 100) return 'too long'
  return new TextEncoder().encode(name).length > 255 ? 'too many bytes' : null
}

const devices = [
  'con',
  'prn',
  'aux',
  'nul',
  'CONIN$',
  'CONOUT$',
  ...['com', 'lpt'].flatMap((port) => [...'0123456789¹²³'].map((n) => port + n)),
]
const controls = Array.from({ length: 32 }, (_, code) => `甲${String.fromCharCode(code)}局`)
const reserved = [...'<>:"/\\|?*'].flatMap((mark) => [mark, `甲市${mark}局`, `${mark}甲市局`, `甲市局${mark}`])
const turning = [
  '\u202e',
  '\u202d',
  '\u202a',
  '\u200e',
  '\u200f',
  '\u2066',
  '\u2067',
  '\u2069',
  '\u061c',
  '\u200b',
  '\u200d',
  '\ufeff',
  '\u2028',
  '\u00ad',
]
const names: readonly string[] = [
  '',
  ' ',
  '.',
  '..',
  '...',
  '. .',
  '-',
  '~',
  '甲市科学技术局',
  '甲市科技局（知识产权局）',
  ...devices,
  ...devices.map((device) => device.toUpperCase()),
  ...devices.map((device) => `${device}.txt`),
  ...devices.slice(0, 6).map((device) => `${device} .甲`),
  ...controls,
  ...reserved,
  ...turning.map((mark) => `甲${mark}市xcod.exe`),
  '../../etc/passwd',
  '..\\..\\windows\\system32\\甲',
  'C:\\甲市\\局',
  '\\\\server\\share\\甲',
  '/甲市',
  '甲市局.',
  '甲市局...',
  '甲市局 ',
  ' 甲市局',
  '甲市局. . ',
  '.hidden',
  '-rf',
  '甲:stream:$DATA',
  'a'.repeat(300),
  `con.${'a'.repeat(300)}`,
  `${'con'.padEnd(100)}x`,
  '[甲]局',
  '局'.repeat(300),
  '😀'.repeat(120),
  `${'甲'.repeat(94)}...`,
  '\ud83d甲',
  '甲\udc00',
  'é'.normalize('NFD'),
  '__proto__',
  'constructor',
  '=1+1',
  '@甲',
  '%00甲',
  '甲\t局\r\n二',
  '甲　局',
]

describe('names of files', () => {
  it('are taken by Windows, whatever a body is called', () => {
    expect(names.length).toBeGreaterThanOrEqual(200)
    const refused = names.map((name) => [name, whyNotOnWindows(safeFileName(name, 'docx'))]).filter(([, why]) => why !== null)
    expect(refused).toEqual([])
    expect(names.map((name) => safeFileName(name, 'docx')).filter((name) => !/[^.]\.docx$/.test(name))).toEqual([])
  })

  it.each([
    ['甲市科学技术局', '甲市科学技术局.docx'],
    ['甲市科技局/知识产权局', '甲市科技局-知识产权局.docx'],
    ['../../etc/passwd', 'etc-passwd.docx'],
    ['CON', '_CON.docx'],
    ['com1.甲', '_com1.甲.docx'],
    ['甲市局\u202excod.exe', '甲市局xcod.exe.docx'],
    ['甲市局...  ', '甲市局.docx'],
    ['\u0000\u200b', 'file.docx'],
    ['甲\r\n乙', '甲乙.docx'],
  ])('%j becomes %j', (name, file) => expect(safeFileName(name, 'docx')).toBe(file))

  it('are cut between characters, and keep their ending', () => {
    const name = safeFileName('😀'.repeat(120), 'docx')
    expect(name).not.toMatch(/\p{Cs}/u)
    expect(name).toMatch(/^😀+\.docx$/u)
  })

  it('are told apart without regard to case', () => {
    expect(tellNamesApart(['甲.docx', '甲.docx', 'A.docx', 'a.docx', '甲 (2).docx'])).toEqual([
      '甲.docx',
      '甲 (2).docx',
      'A.docx',
      'a (2).docx',
      '甲 (2) (2).docx',
    ])
    const long = tellNamesApart(Array.from({ length: 12 }, () => safeFileName('局'.repeat(200), 'docx')))
    expect(new Set(long).size).toBe(12)
    expect(long.map(whyNotOnWindows).filter((why) => why !== null)).toEqual([])
  })
})
