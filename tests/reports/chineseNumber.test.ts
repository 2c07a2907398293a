import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldWidth, readChineseNumber } from '../../src/reports/chineseNumber.ts'

describe('a number phrase is read with its qualifier', () => {
  it.each([
    ['1,208', 1208, null], ['２７', 27, null], ['１．５', 1.5, null], ['0.075', 0.075, null], ['0', 0, null],
    ['6.4万', 64_000, null], ['35.2亿', 3_520_000_000, null], ['3千', 3000, null], ['8.25万', 82_500, null],
    ['10余万', 100_000, '≥'], ['1.2万余', 12_000, '≥'], ['30余', 30, '≥'], ['300多', 300, '≥'], ['40以上', 40, '≥'],
    ['超500', 500, '≥'], ['近50', 50, '<'], ['不足100', 100, '<'], ['约200', 200, '~'], ['200左右', 200, '~'],
    ['两', 2, null], ['十', 10, null], ['十二', 12, null], ['二十', 20, null], ['一百零五', 105, null], ['三百二十五', 325, null],
    ['三百二', 320, null], ['一千零二十', 1020, null], ['一万二', 12_000, null], ['一万零二十', 10_020, null], ['两万三千', 23_000, null],
    ['一亿零三百万', 103_000_000, null], ['零', 0, null], ['〇', 0, null], ['二〇一八', 2018, null], ['一点五', 1.5, null], ['三点二万', 32_000, null],
    ['三十余', 30, '≥'], ['百余', 100, '≥'], ['一百多', 100, '≥'], ['近三百', 300, '<'], ['十余万', 100_000, '≥'],
  ])('%s is %d', (text, value, qualifier) => {
    expect(readChineseNumber(text)).toMatchObject({ value, qualifier })
  })

  it.each(['', '三四', '几十', '十百', '百', '万', '1万2千', '一二三', '12a', '1,20', '三百百', '五〇万零', '-3', '3-5', '〇一八'])('%j is not one number', (text) => {
    expect(readChineseNumber(text)).toBeNull()
  })

  it('knows words from digits, since a zero in words is graded as words', () => {
    expect(readChineseNumber('零')?.words).toBe(true)
    expect(readChineseNumber('0')?.words).toBe(false)
  })
})

const figures = '零一二三四五六七八九'

/** 30205 → 三万零二百零五, as a person writes it. */
function write(value: number): string {
  if (value === 0) return '零'
  for (const [size, unit] of [[1e8, '亿'], [1e4, '万'], [1000, '千'], [100, '百'], [10, '十']] as const) {
    if (value < size) continue
    const rest = value % size
    return `${write(Math.floor(value / size))}${unit}${rest === 0 ? '' : (rest < size / 10 ? '零' : '') + write(rest)}`
  }
  return figures[value] ?? ''
}

describe('writing a number and reading it gives it back', () => {
  it('in Chinese numerals', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (value) => {
      expect(readChineseNumber(write(value))).toEqual({ value, qualifier: null, words: true })
    }))
  })

  it('in digits, with separators or full width', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (value) => {
        expect(readChineseNumber(value.toLocaleString('en-US'))?.value).toBe(value)
        expect(readChineseNumber([...String(value)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(''))?.value).toBe(value)
      }),
    )
  })

  it('with 余, as at least that many', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), (tens) => {
      expect(readChineseNumber(`${write(tens * 10)}余`)).toMatchObject({ value: tens * 10, qualifier: '≥' })
    }))
  })

  it('never throws, whatever stands there', () => {
    fc.assert(fc.property(fc.string(), (text) => void readChineseNumber(text)))
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'零〇一二两三十百千万亿点余多约近0123.,以上') }), (text) => {
      const read = readChineseNumber(text)
      if (read) expect(Number.isFinite(read.value)).toBe(true)
    }))
  })
})

it('folding the width of characters moves none of them', () => {
  expect(foldWidth('（１２）：⼀')).toBe('(12):一')
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    expect(foldWidth(text)).toHaveLength(text.length)
  }))
})
