import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readNumber } from '../../src/reports/readNumber.ts'
import type { Asked } from '../../src/reports/readNumber.ts'

const said = (text: string, asked: Asked = {}): string => {
  const { state, value, qualifier, flags } = readNumber(text, asked)
  return [value === null ? state : `${qualifier ?? ''}${value}`, ...flags].join(' ')
}
const money: Asked = { unit: '万元' }
const change: Asked = { unit: '项', signed: true }

describe('a number in a cell', () => {
  it.each([
    ['0', '0'],
    ['27', '27'],
    ['1,208', '1208'],
    ['1，208', '1208'],
    ['12,345,678', '12345678'],
    ['２７', '27'],
    ['１．５', '1.5'],
    ['0.075', '0.075'],
    ['0.00', '0'],
    [' 18 ', '18'],
    ['\u300018\u00a0', '18'],
    ['18 件', '18'],
    ['18件', '18'],
    ['5宗', '5'],
    ['5条', '5'],
    ['350人次', '350'],
    ['18(件)', 'unreadable'],
    ['#REF!', 'unreadable'],
    ['#N/A', 'unreadable'],
    ['6.4万条', '64000'],
    ['3千', '3000'],
    ['两次', '2'],
    ['十二期', '12'],
    ['零件', '0'],
    ['〇', '0'],
    ['一百零二', '102'],
    ['-2', '-2'],
  ])('reads %j as %s', (text, expected) => expect(said(text)).toBe(expected))

  it('keeps what the words around it say, so that 30余 never passes for 30', () => {
    const printed = ['三十余次', '10余万条', '百余家', '40次以上', '300多件', '近50条', '不足10件', '约200条', '200条左右', '超过8次']
    expect(printed.map((text) => said(text))).toEqual(['≥30', '≥100000', '≥100', '≥40', '≥300', '<50', '<10', '~200', '~200', '≥8'])
  })

  it('joins digits that stand apart in one cell, and says so', () => {
    expect(['1 8', '1 8件', '1\n8', '0. 075'].map((text) => said(text))).toEqual(['18 split_digits', '18 split_digits', '18 split_digits', '0.075 split_digits'])
  })

  it.each(['1O7', 'l2', 'O', '0 0', '1 2 3', '012', '00', '1,20', '12,3456', '3-5', '3~5', '3至5', '12.5%', '2018年', '2018.3.1', '18.', '.5', '12*', '12²', '①', '12（含3）', '一', '一一', '百', '增2', '——3', '1234567890123456', '?', '18/2', '第5'])(
    'is not certain of %j', (text) => expect(said(text)).toBe('unreadable'),
  )

  it.each([
    ['5（含1件转办）', '5 note'],
    ['12(其中网上3件)', '12 note'],
    ['0（未收到申请）', '0 note'],
    ['1,208（不含转办3件）', '1208 note'],
    ['7（注1）', '7 note'],
    ['7[见附表3]', '7 note'],
    ['3件（均为网上）', '3 note'],
  ])('reads the number in front of a remark: %j', (text, expected) => expect(said(text)).toBe(expected))

  it.each(['5（含10件转办）', '5（应为6）', '5（1）', '5（50%）', '5（上年数）', '5（约）', '5（累计）', '（含1件）5', '5（含1万件转办）', '约5（含1件转办）', '2018（年度）'])(
    'is not certain where the remark may change the number: %j', (text) => expect(said(text)).toBe('unreadable'),
  )

  it('tells blank, not applicable and words apart; none of them is 0', () => {
    expect(['', '  ', '\u3000', '\n'].map((text) => said(text))).toEqual(['blank', 'blank', 'blank', 'blank'])
    expect(['/', '／', '-', '——', '— —', '----', '不适用', 'N/A'].map((text) => said(text))).toEqual(Array(8).fill('not_applicable'))
    expect(['无', '没有', '见附件', '按时'].map((text) => said(text))).toEqual(Array(4).fill('text'))
  })
})

describe('money comes back in the unit of the indicator', () => {
  it.each([
    ['12345.60元', money, '1.23456 converted'],
    ['360000元', money, '36 converted'],
    ['8.25万元', money, '8.25'],
    ['8.25万', money, '8.25'],
    ['35.2亿元', money, '352000 converted'],
    ['310.5', { ...money, printedUnit: '（万元）' }, '310.5'],
    ['3105000', { ...money, printedUnit: '元' }, '310.5 converted'],
    ['64.1', { ...money, unitMustBePrinted: true }, '64.1 unit_unknown'],
    ['0', { ...money, unitMustBePrinted: true }, '0'],
    ['64.1万元', { ...money, unitMustBePrinted: true }, '64.1'],
    ['64.1', money, '64.1'],
    ['三万元', money, '3 converted'],
    ['三万', money, 'unreadable'],
    ['5件', money, 'unreadable'],
    ['5万元', { unit: '件' }, 'unreadable'],
    ['3元', { unit: '元' }, '3'],
    ['3', { unit: '件', printedUnit: '万件' }, '30000'],
    ['3', { unit: '件', printedUnit: '元' }, 'unreadable'],
  ] as const)('reads %j asked %o as %s', (text, asked, expected) => expect(said(text, asked)).toBe(expected))
})

describe('本年增/减', () => {
  it.each([
    ['+2', '2'],
    ['-3', '-3'],
    ['－3', '-3'],
    ['−3', '-3'],
    ['——3', '-3 long_minus'],
    ['—3', '-3 long_minus'],
    ['--3', '-3 long_minus'],
    ['减2', '-2'],
    ['减少2项', '-2'],
    ['增2', '2'],
    ['新增 2', '2'],
    ['减0', '0'],
    ['增2减1', 'unreadable'],
    ['±2', 'unreadable'],
    ['2/-1', 'unreadable'],
  ])('reads %j as %s', (text, expected) => expect(said(text, change)).toBe(expected))
})

describe('whatever is printed', () => {
  const count = fc.integer({ min: 0, max: 999_999_999 })
  const widen = (text: string): string => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))

  it('reads a count back in every spelling of it', () => {
    fc.assert(
      fc.property(count, fc.constantFrom('', '件', '条', ' 次', '人次'), fc.boolean(), fc.boolean(), (number, unit, grouped, wide) => {
        const plain = grouped ? number.toLocaleString('en-US') : String(number)
        expect(readNumber((wide ? widen(plain) : plain) + unit)).toMatchObject({ value: number, state: number === 0 ? 'zero' : 'value', qualifier: null })
      }),
    )
  })

  it('reads 元 into 万元 exactly, to the fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (fen) => {
        const yuan = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
        expect(readNumber(`${yuan}元`, money).value).toBe(Number(`${fen}e-6`))
      }),
    )
  })

  it('never throws, and has a number only as value or zero', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (text) => {
        const reading = readNumber(text)
        expect(reading.value === null).toBe(reading.state !== 'value' && reading.state !== 'zero')
      }),
    )
  })

  it('makes no number of a text without digits or numerals', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'条件次数公开无见附页 /-—（）'), maxLength: 8 }), (text) => {
        expect(readNumber(text).value).toBeNull()
      }),
    )
  })
})
