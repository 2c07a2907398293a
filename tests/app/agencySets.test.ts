import { describe, expect, it } from 'vitest'
import { readAgencySets, writeAgencySets } from '../../src/app/pickers/agencySets.ts'

const known = new Set(['jia', 'yi', 'bing'])

describe('a file of agency sets', () => {
  it('brings back what was saved', () => {
    const sets = [
      { name: '丙组', agencies: ['jia', 'bing'] },
      { name: 'all of them', agencies: ['jia', 'yi', 'bing'] },
    ]
    expect(readAgencySets(writeAgencySets(sets, 'city'), known)).toEqual({
      sets: sets.map((set) => ({ ...set, unknown: [] })),
      refused: 0,
      dataset: 'city',
    })
  })

  it('names agencies that the dataset lacks, leaves them out and keeps the others', () => {
    const read = readAgencySets(writeAgencySets([{ name: '组', agencies: ['gone', 'yi', 'yi', 'lost'] }], 'city'), known)
    expect(read).toMatchObject({ sets: [{ agencies: ['yi'], unknown: ['gone', 'lost'] }] })
  })

  it('keeps good sets beside sets that cannot be understood, and counts those', () => {
    const text = JSON.stringify({
      format: 'ogi-agency-sets',
      version: 1,
      sets: [
        { name: '好', agencies: ['jia'] },
        { name: '', agencies: ['jia'] },
        { name: '坏', agencies: [3] },
        null,
        { name: '空', agencies: [] },
      ],
    })
    expect(readAgencySets(`\uFEFF${text}`, known)).toEqual({
      sets: [{ name: '好', agencies: ['jia'], unknown: [] }],
      refused: 4,
      dataset: null,
    })
  })

  it.each([
    ['no JSON', '{', 'not_json'],
    ['another list', '[1, 2]', 'other_format'],
    ['another format', '{"format":"ogi-verdicts","sets":[]}', 'other_format'],
    ['a newer version', '{"format":"ogi-agency-sets","version":2,"sets":[]}', 'newer_version'],
    ['far too much', ' '.repeat(2_000_001), 'too_large'],
  ])('says why it is none: %s', (_, text, problem) => {
    expect(readAgencySets(text, known)).toEqual({ problem })
  })
})
