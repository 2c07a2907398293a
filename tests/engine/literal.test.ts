import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { literal } from '../../src/engine/literal.ts'
import type { SqlValue } from '../../src/engine/sql.ts'

describe('a value becomes text', () => {
  it.each<[SqlValue, string]>([
    [null, 'NULL'],
    [true, 'TRUE'],
    [false, 'FALSE'],
    [0, '0'],
    [-12, '-12'],
    [2017, '2017'],
    [2 ** 53 - 1, '9007199254740991'],
    [0.1, '1e-1'],
    [-1234.5678, '-1.2345678e+3'],
    [1e300, '1e+300'],
    ['', "''"],
    ["O'Hara", "'O''Hara'"],
    ["'; DROP TABLE d.reports; --", "'''; DROP TABLE d.reports; --'"],
    ['a\\', "'a\\'"],
    ['银川市\n科技局 😀', "'银川市\n科技局 😀'"],
  ])('%j as %s', (value, text) => expect(literal(value)).toBe(text))

  it('from which a finite number can be read back', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => Number(literal(value)) === value))
  })

  it('in which no text ends before its end', () => {
    const text = fc
      .oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom("'", '"', '\\', '-', '\n', '政', '😀') }))
      .filter((value) => !value.includes('\0'))
    fc.assert(
      fc.property(text, (value) => /^'(?:[^']|'')*'$/.test(literal(value)) && literal(value).slice(1, -1).replaceAll("''", "'") === value),
    )
  })
})

describe('what would not arrive as it was is refused, each with its own message', () => {
  it.each<[SqlValue, string]>([
    [NaN, 'NaN'],
    [Infinity, 'Infinity'],
    [-Infinity, '-Infinity'],
    ['a\0b', 'NUL'],
    ['\ud83d', 'half a character'],
    ['\ude00\ud83d', 'half a character'],
  ])('%j', (value, word) => expect(() => literal(value)).toThrow(word))
})
