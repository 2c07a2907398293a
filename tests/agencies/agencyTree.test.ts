import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Agency, AgencyLevel } from '../../src/agencies.ts'
import {
  agencyTrees,
  buildAgencyTree,
  filterTree,
  linesOfTree,
  openAtFirst,
  tickOf,
  toggleNode,
  withThoseBelow,
  type AgencyNode,
} from '../../src/agencies/agencyTree.ts'
import { testAgencies } from '../charts/comparedRows.ts'

const words = {
  noRegion: '地区不明',
  noSystem: '系统不明',
  withThoseBelow: (body: string) => `${body}及下级`,
  otherBodies: '其他',
}
const choice = { lang: 'zh', words } as const

/** One of the bodies that do not exist, as told. */
const body = (id: string, more: Partial<Agency> = {}): Agency => ({
  ...(testAgencies[0] as Agency),
  id,
  name: `${id}局`,
  shortName: id,
  ...more,
})

const city = [
  body('shi', { name: '甲市人民政府', level: 'prefecture', system: '政府', regionPath: ['子省', '甲市'] }),
  body('ke', { name: '甲市科学技术局', level: 'prefecture', regionPath: ['子省', '甲市'], supervisorId: 'shi', initials: ['jskxjsj'] }),
  body('qu', { name: '乙区人民政府', system: '政府', regionPath: ['子省', '甲市', '乙区'], supervisorId: 'shi' }),
  body('quke', {
    name: '乙区科学技术局',
    regionPath: ['子省', '甲市', '乙区'],
    supervisorId: 'qu',
    formerNames: [{ name: '乙区科学技术委员会', until: '2015-03-01' }],
  }),
  body('far', { name: '丙县科学技术局', regionPath: ['丑省', '丁市', '丙县'] }),
]

/** The tree as names, groups as [name, …children]. */
type Shape = string | readonly [string, ...Shape[]]
const shapeOf = (node: AgencyNode): Shape => (node.agency ? node.name : [node.name, ...node.children.map(shapeOf)])
const grow = (kind: (typeof agencyTrees)[number]) => buildAgencyTree(city, kind, choice)

describe('a tree of agencies', () => {
  it('stands by region from the province down; places with nothing else in them share a line', () => {
    expect(grow('region').map(shapeOf)).toEqual([
      ['子省 › 甲市', '甲市科学技术局', '甲市人民政府', ['乙区', '乙区科学技术局', '乙区人民政府']],
      ['丑省 › 丁市 › 丙县', '丙县科学技术局'],
    ])
  })

  it('stands by supervisor, each supervising body first among those below it, bodies without one apart', () => {
    expect(grow('supervisor').map(shapeOf)).toEqual([
      ['甲市人民政府及下级', '甲市人民政府', '甲市科学技术局', ['乙区人民政府及下级', '乙区人民政府', '乙区科学技术局']],
      ['其他', '丙县科学技术局'],
    ])
  })

  it('stands by system and by level', () => {
    expect(grow('system').map((node) => [node.name, node.ids.length])).toEqual([
      ['科技', 3],
      ['政府', 2],
    ])
    expect(grow('level').map((node) => [node.name, node.ids.length])).toEqual([
      ['市级', 2],
      ['县级', 3],
    ])
  })

  it('holds every agency exactly once, whatever is said of regions and supervisors, circles among them', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f']
    const agencies = fc.tuple(
      ...ids.map((id) =>
        fc
          .record({
            supervisorId: fc.option(fc.constantFrom(...ids, 'gone')),
            path: fc.array(fc.constantFrom('甲', '乙', '丙'), { maxLength: 3 }),
            level: fc.constantFrom<AgencyLevel>('province', 'county', 'town'),
          })
          .map(({ path, ...more }) => body(id, { ...more, regionPath: path })),
      ),
    )
    fc.assert(
      fc.property(agencies, fc.constantFrom(...agencyTrees), (some, kind) => {
        const lines = linesOfTree(buildAgencyTree(some, kind, choice), () => true)
        const leaves = lines.flatMap(({ node }) => (node.agency ? [node.agency.id] : []))
        expect([...leaves].sort()).toEqual(ids)
        expect(new Set(lines.map(({ node }) => node.key)).size).toBe(lines.length)
      }),
    )
  })

  it('filters by name, former name and pinyin initials, and keeps the groups above', () => {
    const found = (typed: string) => filterTree(grow('region'), typed).map(shapeOf)
    expect(found('jskx')).toEqual([['子省 › 甲市', '甲市科学技术局']])
    expect(found('技术委员会')).toEqual([['子省 › 甲市', ['乙区', '乙区科学技术局']]])
    expect(found('丑省')).toEqual([['丑省 › 丁市 › 丙县', '丙县科学技术局']])
    expect(found('没有')).toEqual([])
  })

  it('ticks a group whole, in part or not, and a press fills it before it empties it', () => {
    const [province] = grow('region')
    if (!province) throw new Error('no tree')
    expect(tickOf(province, new Set())).toBe('none')
    expect(tickOf(province, new Set(['ke', 'far']))).toBe('some')
    const all = toggleNode(province, new Set(['ke', 'far']))
    expect([...all].sort()).toEqual(['far', 'ke', 'qu', 'quke', 'shi'])
    expect(tickOf(province, all)).toBe('all')
    expect([...toggleNode(province, all)]).toEqual(['far'])
  })

  it('finds those below a body through all steps', () => {
    expect(withThoseBelow('shi', city)).toEqual(['shi', 'ke', 'qu', 'quke'])
    expect(withThoseBelow('qu', city)).toEqual(['qu', 'quke'])
    expect(withThoseBelow('far', city)).toEqual(['far'])
  })

  it('opens as many levels as fit at first, and the way to what is chosen', () => {
    const nodes = grow('region')
    const seen = (chosen: readonly string[], fit: number) => {
      const open = openAtFirst(nodes, new Set(chosen), fit)
      return linesOfTree(nodes, (node) => open.has(node.key)).map(({ node }) => node.name)
    }
    expect(seen([], 3)).toEqual(['子省 › 甲市', '丑省 › 丁市 › 丙县'])
    expect(seen([], 40)).toHaveLength(8)
    expect(seen(['quke'], 3)).toContain('乙区科学技术局')
  })

  it('is built, filtered and laid out for a thousand bodies within a few milliseconds', () => {
    const many = Array.from({ length: 1_000 }, (_, i) =>
      body(`n${i}`, {
        name: `第${i}局`,
        supervisorId: i < 20 ? null : `n${i % 20}`,
        regionPath: ['省', `${i % 13}市`, `${i % 97}县`],
        initials: [`d${i}j`],
      }),
    )
    const started = performance.now()
    for (const kind of agencyTrees) {
      const nodes = buildAgencyTree(many, kind, choice)
      linesOfTree(filterTree(nodes, 'd99'), () => true)
      openAtFirst(nodes, new Set(['n5']), 40)
    }
    expect(performance.now() - started).toBeLessThan(500)
  })
})
