import { describe, expect, it } from 'vitest'
import { writeCatalogue } from '../../src/indicators/catalogueFile.ts'
import { cutCatalogue } from '../../src/indicators/cutCatalogue.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import { readCatalogue } from '../../src/indicators/readCatalogue.ts'

describe('a catalogue cut to what one view needs', () => {
  it('is a whole catalogue for every indicator that there is: written and read back it is the same', () => {
    for (const { id } of ourCatalogue.indicators) {
      const cut = cutCatalogue(ourCatalogue, [id])
      const back = readCatalogue(JSON.parse(JSON.stringify(writeCatalogue(cut))))
      const own = back.indicators.find((indicator) => indicator.id === id)
      const { related: _, ...whole } = ourCatalogue.indicators.find((indicator) => indicator.id === id) ?? {}
      expect(own, id).toEqual(whole)
      expect(back.forms.map(({ id: form, rows }) => [form, rows.map(({ path, indicator }) => [path, indicator])])).toEqual(
        cut.forms.map(({ id: form, rows }) => [form, rows.map(({ path, indicator }) => [path, indicator])]),
      )
    }
  })

  it('keeps the figures that a rate is worked out from, and no other one', () => {
    const cut = cutCatalogue(ourCatalogue, ['disclosure_rate'])
    const ids = cut.indicators.map(({ id }) => id)
    expect(ids).toEqual(
      expect.arrayContaining(['disclosure_rate', 'outcome_already_public', 'outcome_granted', 'outcome_partial', 'outcomes_total']),
    )
    expect(ids).not.toContain('staff_total')
    expect(cutCatalogue(ourCatalogue, ['no_such_indicator']).indicators).toEqual([])
  })

  it('is a small part of the whole', () => {
    const size = (catalogue: typeof ourCatalogue): number => JSON.stringify(writeCatalogue(catalogue)).length
    expect(size(cutCatalogue(ourCatalogue, ['requests_new']))).toBeLessThan(size(ourCatalogue) / 8)
  })
})
