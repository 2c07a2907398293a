import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readVerdicts, writeVerdicts } from '../../src/app/checks/verdictFile.ts'
import { createVerdictStore } from '../../src/app/checks/verdictStore.ts'
import { giveVerdict, listOutdated, mergeVerdicts, verdictKinds, type Verdict, type VerdictRecord } from '../../src/app/checks/verdicts.ts'
import type { Drawer } from '../../src/app/local/drawer.ts'

const finding = { fingerprint: '00000000000000aa', rule: 'requests.balance', agency: 'jia-kjj', year: 2022 }
const say = (verdict: Verdict['verdict'], at: string, note = ''): Verdict => ({ verdict, note, at: `2023-02-${at}T08:00:00.000Z` })
const recordOf = (now: Verdict, earlier: readonly Verdict[] = [], fingerprint = finding.fingerprint): VerdictRecord => ({
  ...finding,
  fingerprint,
  now,
  earlier,
})
const mapOf = (...records: readonly VerdictRecord[]): ReadonlyMap<string, VerdictRecord> =>
  new Map(records.map((record) => [record.fingerprint, record]))

describe('what a person says of a finding', () => {
  it('replaces what was said before, which is kept', () => {
    const first = giveVerdict(finding, undefined, say('asked', '01'))
    const second = giveVerdict(finding, first, say('explained', '02', '电话说明'))
    expect(second).toEqual(recordOf(say('explained', '02', '电话说明'), [say('asked', '01')]))
  })

  it('is the same when it is said twice', () => {
    const first = giveVerdict(finding, undefined, say('asked', '01'))
    expect(giveVerdict(finding, first, say('asked', '05'))).toBe(first)
    expect(giveVerdict(finding, undefined, say('open', '01'))).toBeUndefined()
  })

  it('is one verdict while a person is still choosing', () => {
    const first = giveVerdict(finding, undefined, say('asked', '01'))
    const passing = giveVerdict(finding, first, { verdict: 'explained', note: '', at: '2023-02-02T08:00:00.000Z' })
    const settled = giveVerdict(finding, passing, { verdict: 'confirmed', note: '', at: '2023-02-02T08:00:03.000Z' })
    expect(settled?.earlier).toEqual([say('asked', '01')])
  })

  it('is later than what it replaces although the clock was set back', () => {
    const first = giveVerdict(finding, undefined, say('asked', '10'))
    expect(giveVerdict(finding, first, say('confirmed', '03'))?.now.at).toBe('2023-02-10T08:00:00.001Z')
  })
})

describe('verdicts of two people', () => {
  it('add up where each decided on other findings', () => {
    const [ours, theirs] = [recordOf(say('asked', '01')), recordOf(say('confirmed', '01'), [], '00000000000000bb')]
    const merged = mergeVerdicts(mapOf(ours), [theirs])
    expect([...merged.records.values()]).toEqual([ours, theirs])
    expect(merged).toMatchObject({ added: 1, updated: 0, known: 0, conflicts: [] })
  })

  it('on the same finding: the later one counts, the other is listed and kept', () => {
    const merged = mergeVerdicts(mapOf(recordOf(say('confirmed', '03'))), [recordOf(say('explained', '05', '来函说明'))])
    const record = recordOf(say('explained', '05', '来函说明'), [say('confirmed', '03')])
    expect(merged.records.get(finding.fingerprint)).toEqual(record)
    expect(merged.conflicts).toEqual([{ record, kept: 'theirs', other: say('confirmed', '03') }])
  })

  it('do not differ where one follows from the other', () => {
    const [early, late] = [recordOf(say('asked', '01')), recordOf(say('explained', '05'), [say('asked', '01')])]
    expect(mergeVerdicts(mapOf(early), [late])).toMatchObject({ updated: 1, conflicts: [] })
    expect(mergeVerdicts(mapOf(late), [early])).toMatchObject({ known: 1, conflicts: [] })
    expect(mergeVerdicts(mapOf(early), [late]).records).toEqual(mergeVerdicts(mapOf(late), [early]).records)
  })

  it('that were taken back stay taken back', () => {
    const merged = mergeVerdicts(mapOf(recordOf(say('open', '05'), [say('asked', '01')])), [recordOf(say('asked', '01'))])
    expect(merged.records.get(finding.fingerprint)?.now.verdict).toBe('open')
  })

  it('come to the same whoever merges, and nothing is lost', () => {
    const verdicts = fc.record({
      verdict: fc.constantFrom(...verdictKinds, 'open' as const),
      note: fc.constantFrom('', '说明'),
      at: fc.integer({ min: 10, max: 14 }).map((day) => `2023-02-${day}T08:00:00.000Z`),
    })
    const records = fc
      .tuple(fc.constantFrom('00000000000000aa', '00000000000000bb'), verdicts, fc.array(verdicts, { maxLength: 2 }))
      .map(([fingerprint, now, earlier]) => recordOf(now, earlier, fingerprint))
    const side = fc.uniqueArray(records, { maxLength: 2, selector: ({ fingerprint }) => fingerprint })
    const textsOf = (list: Iterable<VerdictRecord>): Set<string> =>
      new Set(
        [...list].flatMap(({ fingerprint, now, earlier }) => [now, ...earlier].map((verdict) => JSON.stringify([fingerprint, verdict]))),
      )
    fc.assert(
      fc.property(side, side, (ours, theirs) => {
        const [there, back] = [mergeVerdicts(mapOf(...ours), theirs), mergeVerdicts(mapOf(...theirs), ours)]
        const nowOf = ({ records: all }: typeof there) => new Map([...all].map(([fingerprint, { now }]) => [fingerprint, now]))
        expect(nowOf(there)).toEqual(nowOf(back))
        expect(textsOf(there.records.values())).toEqual(textsOf([...ours, ...theirs]))
        expect(there.added + there.updated + there.known + there.conflicts.length).toBe(theirs.length)
        const again = mergeVerdicts(there.records, theirs)
        expect(nowOf(again)).toEqual(nowOf(there))
      }),
    )
  })
})

describe('a changed cell', () => {
  it('has no verdict of its own; what was said of the earlier print is shown beside it', () => {
    const before = recordOf(say('confirmed', '01'), [], '00000000000000bb')
    const other = { ...recordOf(say('confirmed', '01'), [], '00000000000000cc'), year: 2021 }
    expect(listOutdated(finding, [before, other], (fingerprint) => fingerprint === finding.fingerprint)).toEqual([before])
    expect(listOutdated(finding, [before, other], () => true)).toEqual([])
  })
})

describe('a file of verdicts', () => {
  it('brings back what it was written from', () => {
    const records = [
      recordOf(say('confirmed', '02', '“备注”\n第二行'), [say('asked', '01')]),
      recordOf(say('open', '02'), [], '00000000000000bb'),
    ]
    expect(readVerdicts(writeVerdicts(records, { dataset: 'china-ogi', at: '2023-03-01T08:00:00.000Z' }))).toEqual({ records, refused: 0 })
  })

  it.each([
    ['no JSON', '{', 'not_json'],
    ['something else', '[1, 2]', 'other_format'],
    ['another kind of file', '{"format":"x","version":1,"verdicts":[]}', 'other_format'],
    ['a later version', '{"format":"ogi-verdicts","version":2,"verdicts":[]}', 'newer_version'],
  ])('that is %s is refused', (_, text, problem) => expect(readVerdicts(text)).toEqual({ problem }))

  it.each([
    ['fingerprint', '<b>'],
    ['rule', '../x'],
    ['agency', 7],
    ['year', '2022'],
    ['verdict', 'guilty'],
    ['note', null],
    ['at', 'yesterday'],
    ['earlier', [{ verdict: 'asked' }]],
  ])('with a %s that cannot be is read without that entry, which is counted', (name, value) => {
    const good = { ...finding, ...say('asked', '01'), earlier: [] }
    const text = JSON.stringify({ format: 'ogi-verdicts', version: 1, verdicts: [good, { ...good, [name]: value }, null] })
    expect(readVerdicts(text)).toEqual({ records: [recordOf(say('asked', '01'))], refused: 2 })
  })

  it('never breaks the page, whatever it holds', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        readVerdicts(text)
        readVerdicts(`{"format":"ogi-verdicts","version":1,"verdicts":[${text}]}`)
      }),
    )
  })
})

describe('verdicts on this machine', () => {
  const makeDrawer = (refuses = false): Drawer & { readonly things: Map<string, unknown> } => {
    const things = new Map<string, unknown>()
    return {
      things,
      keptIn: () => (refuses ? 'memory' : 'indexeddb'),
      names: async () => [...things.keys()],
      look: async (names) => names.map((name) => things.get(name)),
      put: async (given) => {
        for (const [name, thing] of given) things.set(name, thing)
        return !refuses
      },
      remove: async (names) => names.forEach((name) => things.delete(name)),
      empty: async () => things.clear(),
    }
  }
  const openStore = (drawer: Drawer) => {
    const store = createVerdictStore({ open: async () => drawer, now: () => new Date('2023-02-07T08:00:00.000Z'), channel: null })
    store.subscribe(() => undefined)
    return store
  }
  const settle = async (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5))

  it('are there at once, and at the next visit', async () => {
    const drawer = makeDrawer()
    const store = openStore(drawer)
    store.give(finding, { verdict: 'asked', note: '' })
    expect(store.view().records.get(finding.fingerprint)?.now.verdict).toBe('asked')
    await settle()
    const next = openStore(drawer)
    await settle()
    expect(next.view().records.get(finding.fingerprint)?.now).toEqual(say('asked', '07'))
  })

  it('say so where the browser keeps nothing', async () => {
    const store = openStore(makeDrawer(true))
    await settle()
    expect(store.view().keptIn).toBe('memory')
  })

  it('are forgotten when they are wiped', async () => {
    const drawer = makeDrawer()
    const store = openStore(drawer)
    store.give(finding, { verdict: 'asked', note: '' })
    store.wipe()
    await settle()
    expect(store.view().records.size + drawer.things.size).toBe(0)
  })
})
