import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applicants } from '../../src/forms/applicants.ts'
import { ratio, reported, sum, type Formula } from '../../src/indicators/formula.ts'
import { parseFormula, printFormula } from '../../src/indicators/formulaText.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'

const [a, b, c] = [reported('a'), reported('b'), reported('c')]

describe('a formula in words', () => {
  it.each<[string, Formula]>([
    ['a', a],
    ['a + b + c', sum(a, b, c)],
    ['(a + b) / c', ratio(sum(a, b), c)],
    ['a / (b + c)', ratio(a, sum(b, c))],
    ['100 * a / b', ratio(a, b, 100)],
    ['0.5 * (a + b) / c', ratio(sum(a, b), c, 0.5)],
    ['requests_new[natural_person]', reported('requests_new', 'natural_person')],
    ['a / b + c', sum(ratio(a, b), c)],
    ['(a + b) + c', sum(sum(a, b), c)],
    ['(a / b) / c', ratio(ratio(a, b), c)],
    ['a / (100 * b / c)', ratio(a, ratio(b, c, 100))],
  ])('%s', (text, formula) => {
    expect(printFormula(formula)).toBe(text)
    expect(parseFormula(text)).toEqual(formula)
  })

  it('divides from left to right and forgives spaces and needless brackets', () => {
    expect(parseFormula('a / b / c')).toEqual(ratio(ratio(a, b), c))
    expect(parseFormula('  ((a))+b ')).toEqual(sum(a, b))
    expect(parseFormula('100*a/b')).toEqual(ratio(a, b, 100))
  })

  it.each([
    ['', 'character 1: expected a name or "(", found the end'],
    ['a +', 'character 4: expected a name or "(", found the end'],
    ['(a + b', 'character 7: expected ")", found the end'],
    ['a b', 'character 3: expected "+", "/" or the end, found "b"'],
    ['a - b', 'character 3: expected "+", "/" or the end, found "-"'],
    ['100 * a', 'character 8: expected "/", found the end'],
    ['a + 5', 'character 6: expected "*", found the end'],
    ['requests_new[', 'character 14: expected a name, found the end'],
    ['a + £', 'character 5: "£" has no meaning here'],
  ])('%j is refused with the place', (text, message) => expect(() => parseFormula(text)).toThrow(message))

  it('has no way to write a sum of less than two terms', () => {
    expect(() => printFormula(sum(a))).toThrow(RangeError)
  })

  it('is read back as it was written, whatever the formula', () => {
    const leaf = fc
      .record({
        id: fc.constantFrom('a', 'requests_new', 'refusal_mix.x', '_b2'),
        applicant: fc.constantFrom(null, ...applicants.map(({ id }) => id)),
      })
      .map(({ id, applicant }) => reported(id, applicant))
    const { formula } = fc.letrec<{ formula: Formula }>((tie) => ({
      formula: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.array(tie('formula'), { minLength: 2, maxLength: 4 }).map((terms) => sum(...terms)),
        fc
          .tuple(
            tie('formula'),
            tie('formula'),
            fc.oneof(
              fc.constantFrom(1, 100, 0.5),
              fc.double({ noNaN: true, noDefaultInfinity: true }).filter((times) => !Object.is(times, -0)),
            ),
          )
          .map(([part, whole, times]) => ratio(part, whole, times)),
      ),
    }))
    fc.assert(
      fc.property(formula, (given) => {
        expect(parseFormula(printFormula(given))).toEqual(given)
      }),
    )
  })

  it('is read back for every formula of the catalogue', () => {
    const formulas = ourCatalogue.indicators.flatMap((indicator) => [
      ...Object.values(indicator.from),
      ...Object.values(indicator.size ?? {}),
    ])
    expect(formulas.length).toBeGreaterThan(200)
    for (const given of formulas) expect(parseFormula(printFormula(given))).toEqual(given)
  })
})
