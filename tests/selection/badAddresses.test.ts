import { describe, expect, it } from 'vitest'
import { printAddress, readSelection, writeSelection, type Selection } from '../../src/selection.ts'
import { known, start } from '../knownSelection.ts'
import { badAddresses } from './badAddresses.ts'

const read = (address: string) => readSelection(new URLSearchParams(address), known)

describe('a bad address', () => {
  it('is tried for every parameter there is', () => {
    const other = Object.fromEntries(Object.entries(start).map(([field, value]) => [field, value === null ? 'x' : value]))
    const changed = {
      ...start,
      ...other,
      page: 'data',
      indicators: ['x'],
      agencies: ['x'],
      focus: ['x'],
      peers: ['x'],
      years: [1990, 1991],
    }
    const flags = { prose: true, blanksAsZero: true, ownAxes: true, sameBodies: true, lang: 'en', theme: 'dark', data: 'x' }
    const written = [...writeSelection({ ...changed, ...flags } as unknown as Selection, start).keys()]
    expect(written).toHaveLength(Object.keys(start).length)
    expect(written.filter((part) => !badAddresses.some(([tried]) => tried === part))).toEqual([])
  })

  it('is tried in 200 ways', () => expect(new Set(badAddresses.map(([, address]) => address)).size).toBeGreaterThanOrEqual(200))

  it.each(badAddresses)('opens a usable page and names what it left out: %s in %s', (part, address) => {
    const { selection, problems } = read(address)
    // What is left is a selection like any other: its own address gives it back, and has nothing to complain of.
    expect(read(printAddress(selection, start).replace('./', ''))).toEqual({ selection, problems: [] })
    expect(problems.some((problem) => problem.part.startsWith(part))).toBe(true)
    for (const { part: named, given } of problems) {
      for (const text of [named, given]) {
        expect([...text].length).toBeLessThanOrEqual(60)
        expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u)
      }
    }
    expect(Object.keys(selection).sort()).toEqual(Object.keys(start).sort())
    expect('polluted' in {}).toBe(false)
  })

  it.each(['controls=0', 'title=1', 'height=400', 'utm_source=mail', 'from=singlemessage&isappinstalled=0'])(
    'is not one for what embeds or programs on the way add: %s',
    (address) => expect(read(address)).toEqual({ selection: start, problems: [] }),
  )
})
