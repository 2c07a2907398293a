import { describe, expect, it } from 'vitest'
import { matchesAgency, type Agency } from '../../src/agencies.ts'
import { existsIn, listCandidates, mergersByBody, mergersInto, relatePeer, suggestPeers, type PeerFacts } from '../../src/agencies/peers.ts'

function body(id: string, more: Partial<Agency> = {}): Agency {
  return {
    id,
    name: id,
    shortName: id,
    aliases: [],
    initials: [],
    regionCode: null,
    regionName: null,
    level: 'county',
    system: '科技',
    supervisorId: null,
    validFrom: null,
    validTo: null,
    successorId: null,
    deadline: null,
    ...more,
  }
}

const factsOf = (sizes: Readonly<Record<string, number>> = {}, more: Partial<PeerFacts> = {}): PeerFacts => ({
  sizeOf: (id) => sizes[id] ?? null,
  scopeOf: () => 'own',
  year: 2022,
  ...more,
})
const idsOf = (agency: Agency, agencies: readonly Agency[], facts = factsOf()): string[] =>
  suggestPeers(agency, agencies, facts).peers.map((peer) => peer.agency.id)

const own = body('own', { supervisorId: 'gov', regionPath: ['省', '甲市', '甲区'] })
const alike = Array.from({ length: 8 }, (_, i) => body(`kjj${i}`, { regionPath: ['省', i < 4 ? '甲市' : '乙市', `${i}区`] }))

describe('peers are suggested', () => {
  it('of the same system and level, the nearest region first, then the size', () => {
    const sizes = { own: 12, kjj0: 400, kjj1: 15, kjj2: 11, kjj3: 0, kjj4: 12 }
    expect(idsOf(own, [own, ...alike], factsOf(sizes))).toEqual(['kjj2', 'kjj1', 'kjj3', 'kjj0', 'kjj4', 'kjj5', 'kjj6', 'kjj7'])
  })

  it('never as the body itself, and alike for the same bodies in any order', () => {
    const agencies = [...alike, own, body('jyj', { system: '教育', supervisorId: 'gov' })]
    const expected = idsOf(own, agencies)
    expect(expected).not.toContain('own')
    for (let turn = 1; turn < agencies.length; turn += 1)
      expect(idsOf(own, [...agencies.slice(turn), ...agencies.slice(0, turn)].reverse())).toEqual(expected)
  })

  it('from its level under the same supervisor next, from other levels only while they are fewer than five', () => {
    const sisters = ['a', 'b', 'c'].map((id) => body(id, { system: `系统${id}`, supervisorId: 'gov' }))
    const above = body('above', { level: 'prefecture' })
    const elsewhere = body('elsewhere', { system: '其他' })
    expect(idsOf(own, [own, alike[0] ?? own, ...sisters, above, elsewhere])).toEqual(['kjj0', 'a', 'b', 'c', 'above'])
    expect(idsOf(own, [own, ...alike.slice(0, 5), above, elsewhere])).toEqual(['kjj0', 'kjj1', 'kjj2', 'kjj3', 'kjj4'])
  })

  it('but never from bodies whose figures count a whole government, nor from those that were not there', () => {
    const scopes: Readonly<Record<string, string>> = { kjj0: 'aggregate' }
    const gone = body('gone', { validTo: '2022-06-30' })
    const later = body('later', { validFrom: '2023-02-01' })
    const unlike = body('unlike', { system: '其他', level: 'town' })
    const suggestion = suggestPeers(own, [own, ...alike.slice(0, 4), gone, later, unlike], {
      ...factsOf(),
      scopeOf: (id) => scopes[id] ?? 'own',
    })
    expect(suggestion.peers.map((peer) => peer.agency.id)).toEqual(['kjj1', 'kjj2', 'kjj3'])
    expect(suggestion.left).toEqual({ scope: 1, absent: 2, unlike: 1, farther: 0 })
  })

  it('with the reasons: what both have in common, and their sizes', () => {
    const other = body('other', { supervisorId: 'gov', regionPath: ['省', '甲市', '乙区'], level: 'prefecture' })
    expect(relatePeer(own, other, (id) => ({ own: 12, other: 15 })[id] ?? null)).toMatchObject({
      sameSystem: true,
      sameLevel: false,
      sameSupervisor: true,
      sharedRegion: '甲市',
      sizes: [12, 15],
      similarSize: true,
    })
    const unknown = relatePeer(body('own'), body('other'), (id) => (id === 'own' ? 3 : null))
    expect(unknown).toMatchObject({ sameSupervisor: false, sharedRegion: null, sizes: null, similarSize: false })
  })

  it('from the nearest candidates of a large dataset, without knowing any figure', () => {
    expect(listCandidates(own, [own, ...alike, body('unlike', { system: '其他', level: 'town' })], 3).map(({ id }) => id)).toEqual([
      'kjj0',
      'kjj1',
      'kjj2',
    ])
  })
})

describe('a merger', () => {
  it('counts from the year after the former body’s last full one', () => {
    const former = (validTo: string) => body('former', { successorId: 'own', validTo })
    const yearsOf = (validTo: string) => mergersInto(own, [own, former(validTo)]).map(({ year }) => year)
    expect(yearsOf('2018-12-31')).toEqual([2019])
    expect(yearsOf('2019-01-14')).toEqual([2019])
    expect([...mergersByBody([own, former('2018-12-31'), body('kjj0')])]).toEqual([['own', [2019]]])
    expect(mergersInto(own, [own, body('another', { successorId: 'kjj0', validTo: '2018-12-31' })])).toEqual([])
  })

  it('ends a body: it reports on a year only if it saw its end', () => {
    expect([2017, 2018, 2019].map((year) => existsIn(body('x', { validTo: '2019-01-14' }), year))).toEqual([true, true, false])
    expect(existsIn(body('x'), 1999)).toBe(true)
  })
})

it('finds a body by a name that it once had', () => {
  const renamed = body('自然资源局', { formerNames: [{ name: '国土资源局', until: '2019-01-15' }] })
  expect(['国土', '自然', '环保'].map((typed) => matchesAgency(renamed, typed))).toEqual([true, true, false])
})
