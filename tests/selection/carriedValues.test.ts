import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import { printAddress, readSelection } from '../../src/selection.ts'
import { carriedStates, mostCarried, readCarried, writeCarried, type CarriedValue } from '../../src/selection/carriedValues.ts'
import { known, start } from '../knownSelection.ts'

const of = '0a1b2c3d'
const place = { indicator: 'requests_new', applicant: 'total', agency: 'jia-ju' }
const some: readonly CarriedValue[] = [
  { ...place, year: 2018, value: 12, state: 'value' },
  { ...place, year: 2019, value: null, state: 'blank' },
  { ...place, year: 2021, value: 0, state: 'value' },
  { ...place, agency: 'yi-ju', year: 2018, value: -3.5, state: 'value' },
  { indicator: 'disclosure_rate', applicant: null, agency: 'jia-ju', year: 2018, value: 0.123456789, state: 'value' },
]

describe('figures in a link', () => {
  it('are short, and legible in an address', () => {
    const was = writeCarried(some, of) ?? ''
    expect(was).toMatch(
      /^[0-9a-f]{8}~requests_new@total~jia-ju\*2018\*12\*b~jia-ju\*2021\*0~yi-ju\*2018\*-3\.5~disclosure_rate~jia-ju\*2018\*0\.123456789$/,
    )
    expect(printAddress({ ...start, of, was }, start)).toBe(`?of=${of}&was=${was}`)
    expect(readSelection(new URLSearchParams(`of=${of}&was=${was}`), known).problems).toEqual([])
  })

  it('come back, whatever they are', () => {
    const id = fc.stringMatching(/^[a-z][a-z0-9_.-]{0,11}$/)
    const figure = fc.oneof(
      fc.integer({ min: -1_000_000, max: 1_000_000_000 }).map((value) => ({ value, state: 'value' })),
      fc.double({ min: 1e-6, max: 1, noNaN: true }).map((value) => ({ value: Number(value.toPrecision(9)), state: 'value' })),
      fc.constantFrom(...carriedStates).map((state) => ({ value: null, state })),
    )
    const value = fc.record({ indicator: id, applicant: fc.option(id), agency: id, year: fc.integer({ min: 1990, max: 2100 }), figure })
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: mostCarried }), (given) => {
        const values = given.map(({ figure: printed, ...where }): CarriedValue => ({ ...where, ...printed }))
        expect(readCarried(writeCarried(values, of) ?? '', of)).toEqual(values)
      }),
    )
  })

  it('are at most 40, and can say every reason why there is no number', () => {
    const many = Array.from({ length: 60 }, (_, i): CarriedValue => ({ ...place, agency: `ju-${i}`, year: 2018, value: i, state: 'value' }))
    expect(readCarried(writeCarried(many, of) ?? '', of)).toHaveLength(mostCarried)
    const states = [...ourCatalogue.valueStates, ...ourCatalogue.absenceReasons].filter(({ number }) => !number).map(({ id }) => id)
    for (const state of states) expect(carriedStates).toContain(state)
    expect(writeCarried([], of)).toBe(null)
    expect(writeCarried([{ ...place, agency: 'a~b*c', year: 2018, value: 1, state: 'value' }], of)).toBe(null)
  })

  it('count for nothing when they were cut or changed on the way, or belong to other data', () => {
    const was = writeCarried(some, of) ?? ''
    expect(readCarried(was, 'ffffffff')).toBe(null)
    expect(readCarried(was, null)).toBe(null)
    for (let length = 0; length < was.length; length += 1) expect(readCarried(was.slice(0, length), of)).toBe(null)
    expect(readCarried(was.replace('*12', '*13'), of)).toBe(null)
    const { selection, problems } = readSelection(new URLSearchParams(`of=${of}&was=${was.slice(0, -1)}`), known)
    expect(selection).toMatchObject({ of, was: null })
    expect(problems).toMatchObject([{ part: 'was', reason: 'unreadable' }])
  })

  it('are read strictly, also with a checksum that fits', () => {
    const sum = (text: string): string => {
      let hash = 0x811c9dc5
      for (const letter of `${of} ${text}`) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
      return `${(hash >>> 0).toString(16).padStart(8, '0')}~${text}`
    }
    expect(readCarried(sum('requests_new~a*2018*1'), of)).toHaveLength(1)
    for (const text of [
      'a*2018*1',
      'requests_new',
      'requests_new~a*2018',
      'requests_new~a*18*1',
      'requests_new~a*2018*1e9',
      'requests_new~a*2018*z',
      'requests_new~<b>*2018*1',
      'requests_new@a@b~a*2018*1',
      'requests_new~a*2100*1*2',
      'requests_new~a*2018*1e+5',
      'requests_new~a*2018*Infinity',
    ])
      // prettier-ignore
      expect(readCarried(sum(text), of), text).toBe(null)
  })
})
