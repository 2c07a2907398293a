import { describe, expect, it } from 'vitest'
import { readSelection } from '../../src/selection.ts'
import { addressMigrations, migrateAddress, type AddressMigration } from '../../src/selection/addressMigrations.ts'
import { known, start } from '../knownSelection.ts'

/** As an entry would look if `agencies` had once been called `bodies`, and `chart=bars` had become `chart=bar`. */
const renamings: readonly AddressMigration[] = [
  {
    since: '2027-01-01',
    about: 'bodies became agencies',
    example: { from: 'bodies=a~b', to: 'agencies=a~b' },
    migrate: (address) => new URLSearchParams([...address].map(([part, value]) => [part === 'bodies' ? 'agencies' : part, value])),
  },
  {
    since: '2027-06-01',
    about: 'the chart bars is called bar',
    example: { from: 'chart=bars', to: 'chart=bar' },
    migrate: (address) =>
      new URLSearchParams([...address].map(([part, value]) => [part, part === 'chart' && value === 'bars' ? 'bar' : value])),
  },
]

const read = (address: string) => readSelection(new URLSearchParams(address), known)

describe('migrations of addresses', () => {
  it('are listed by day, each with what changed', () => {
    const days = addressMigrations.map(({ since }) => since)
    expect(days).toEqual([...days].sort())
    for (const { since, about } of addressMigrations) {
      expect(since).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      expect(about).not.toBe('')
    }
  })

  it('each turn an old address into the new one, and leave a new one alone', () => {
    for (const { migrate, example } of [...addressMigrations, ...renamings]) {
      expect(migrate(new URLSearchParams(example.from)).toString()).toBe(new URLSearchParams(example.to).toString())
      expect(migrate(new URLSearchParams(example.to)).toString()).toBe(new URLSearchParams(example.to).toString())
      expect(read(example.to).problems).toEqual([])
    }
  })

  it('come one after the other, so that the oldest address arrives too', () => {
    const migrated = migrateAddress(new URLSearchParams('bodies=a&chart=bars&years=2018'), renamings)
    expect(readSelection(migrated, known)).toEqual({
      selection: { ...start, agencies: ['a'], chart: 'bar', years: [2018, 2018] },
      problems: [],
    })
  })

  it('are not needed for indicators: the catalogue knows what they were called', () => {
    const renamed = { ...known, formerIndicators: new Map([['requests_in', 'requests_new']]) }
    const of = (address: string) => readSelection(new URLSearchParams(address), renamed)
    expect(of('indicator=staff_total~requests_in')).toEqual({
      selection: { ...start, indicators: ['staff_total', 'requests_new'] },
      problems: [],
    })
    expect(of('indicator=requests_in~requests_new').selection.indicators).toEqual(['requests_new'])
    expect(of('indicator=toString').problems).toHaveLength(1)
  })
})
