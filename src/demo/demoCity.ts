import type { AgencyLevel } from '../agencies.ts'
import type { AgencyRow, EventRow, RegionRow } from '../dataset/tables.ts'
import type { Scope } from '../forms/states.ts'
import { seededRandom } from './seededRandom.ts'

/** How an agency prints a number that is nothing. */
export type ZeroStyle = 'zeros' | 'blanks' | 'slashes'

/** An agency of an invented city, with what its reports are drawn from. */
export interface DemoAgency {
  readonly row: AgencyRow
  readonly scope: Scope
  /** Requests that it may expect in 2014. */
  readonly requests: number
  /** Items that it may disclose in 2014. */
  readonly items: number
  /** Licences and penalties that it may decide in a year. */
  readonly decisions: number
  readonly zeroStyle: ZeroStyle
  /** Part of its reports that are published late, and that are missing. */
  readonly late: number
  readonly missing: number
}

/** One invented city with its districts, bodies and what happened to them. */
export interface DemoCity {
  readonly regions: readonly RegionRow[]
  readonly agencies: readonly DemoAgency[]
  readonly events: readonly EventRow[]
}

/** A kind of body: its name after the place, its system, and how busy it is beside others. */
interface Kind {
  readonly id: string
  readonly name: string
  readonly short: string
  readonly system: string
  readonly busy: number
  readonly decisions: number
  /** Its name until the reform of 2019. */
  readonly before?: string
}

const governmentKind: Kind = { id: 'gov', name: '人民政府', short: '政府', system: '政府', busy: 12, decisions: 4000 }

const bureaus: readonly Kind[] = [
  { id: 'jyj', name: '教育局', short: '教育局', system: '教育', busy: 0.8, decisions: 60 },
  { id: 'kjj', name: '科学技术局', short: '科技局', system: '科技', busy: 0.05, decisions: 2 },
  { id: 'wjw', name: '卫生健康委员会', short: '卫健委', system: '卫健', busy: 0.6, decisions: 300, before: '卫生和计划生育委员会' },
  { id: 'scjgj', name: '市场监督管理局', short: '市场监管局', system: '市场监管', busy: 1.2, decisions: 6000, before: '工商行政管理局' },
  { id: 'gaj', name: '公安局', short: '公安局', system: '公安', busy: 2, decisions: 9000 },
  { id: 'mzj', name: '民政局', short: '民政局', system: '民政', busy: 0.4, decisions: 20 },
  { id: 'czj', name: '财政局', short: '财政局', system: '财政', busy: 0.5, decisions: 10 },
  { id: 'rsj', name: '人力资源和社会保障局', short: '人社局', system: '人社', busy: 0.9, decisions: 150 },
  { id: 'zrzyj', name: '自然资源局', short: '自然资源局', system: '自然资源', busy: 6, decisions: 700, before: '国土资源局' },
  { id: 'sthjj', name: '生态环境局', short: '生态环境局', system: '生态环境', busy: 1.1, decisions: 400, before: '环境保护局' },
  { id: 'zjj', name: '住房和城乡建设局', short: '住建局', system: '住建', busy: 5, decisions: 900 },
  { id: 'jtj', name: '交通运输局', short: '交通局', system: '交通', busy: 0.6, decisions: 2500 },
  { id: 'nyncj', name: '农业农村局', short: '农业农村局', system: '农业农村', busy: 0.4, decisions: 120, before: '农业局' },
]

/** Merged into the market regulator in the reform of 2019. */
const mergedKind: Kind = { id: 'zjju', name: '质量技术监督局', short: '质监局', system: '市场监管', busy: 0.3, decisions: 800 }
const townKind: Kind = { id: 'zhen', name: '镇人民政府', short: '镇政府', system: '乡镇', busy: 0.5, decisions: 5 }

const districts = [
  { id: 'jia', name: '甲区' },
  { id: 'yi', name: '乙区' },
  { id: 'bing', name: '丙区' },
  { id: 'ding', name: '丁县' },
] as const

/** Towns of each district, in its order. */
const townsOf: readonly (readonly string[])[] = [['第一', '第二'], ['第一', '第二'], ['第一'], ['第一', '第二']]

/** The bodies of a whole city, in the order in which a smaller one takes them: each level is there as soon as there are a few. */
export const citySize = 1 + bureaus.length + 1 + districts.length * 5 + 7

/** When the reform took effect, and when the former body ended. */
const reform = { on: '2019-01-15', before: '2019-01-14' } as const

/**
 * The invented city number `place` (from 1) with `size` bodies (at most `citySize`), the same for the same seed. Names and codes of
 * regions are made up; the codes keep the length of GB/T 2260.
 */
export function makeCity(place: number, size: number, seed: number): DemoCity {
  const prefix = place === 1 ? 'hc' : `hc${place}`
  const city = place === 1 ? '合成市' : `合成${place}市`
  const code = (at: number): string => String(900000 + place * 10 + at)
  const agencies: DemoAgency[] = []
  const add = (
    kind: Kind,
    id: string,
    name: string,
    short: string,
    region: string,
    level: AgencyLevel,
    supervisor: string | null,
  ): void => {
    const merged = kind === mergedKind
    const row: AgencyRow = {
      agency_id: id,
      name,
      short_name: short,
      aliases: kind.before === undefined ? [] : [name.replace(kind.name, kind.before)],
      region_code: region,
      level,
      system: kind.system,
      supervisor_id: supervisor,
      valid_from: null,
      valid_to: merged ? reform.before : null,
      successor_id: merged ? id.replace(mergedKind.id, 'scjgj') : null,
      deadline: level === 'town' ? '01-31' : null,
    }
    agencies.push({ row, ...drawProfile(kind, id, level, seed) })
  }
  const government = `${prefix}-gov`
  add(governmentKind, government, `${city}人民政府`, `${city}政府`, code(0), 'prefecture', null)
  for (const [at, district] of districts.entries()) {
    const own = `${prefix}-${district.id}`
    add(governmentKind, `${own}-gov`, `${city}${district.name}人民政府`, `${district.name}政府`, code(at + 1), 'county', government)
  }
  for (const kind of bureaus) add(kind, `${prefix}-${kind.id}`, `${city}${kind.name}`, `市${kind.short}`, code(0), 'prefecture', government)
  add(mergedKind, `${prefix}-${mergedKind.id}`, `${city}${mergedKind.name}`, `市${mergedKind.short}`, code(0), 'prefecture', government)
  for (const kind of bureaus.slice(0, 4)) {
    for (const [at, district] of districts.entries()) {
      const id = `${prefix}-${district.id}-${kind.id}`
      add(
        kind,
        id,
        `${city}${district.name}${kind.name}`,
        `${district.name}${kind.short}`,
        code(at + 1),
        'county',
        `${prefix}-${district.id}-gov`,
      )
    }
  }
  for (const [at, district] of districts.entries()) {
    for (const [nth, town] of (townsOf[at] ?? []).entries()) {
      const id = `${prefix}-${district.id}-${townKind.id}${nth + 1}`
      const name = `${district.name}${town}${townKind.name}`
      add(townKind, id, `${city}${name}`, `${district.name}${town}${townKind.short}`, code(at + 1), 'town', `${prefix}-${district.id}-gov`)
    }
  }
  const kept = agencies.slice(0, size)
  const ids = new Set(kept.map(({ row }) => row.agency_id))
  // A body whose successor is beyond the size of the city has none.
  const standing = kept.map((agency) =>
    agency.row.successor_id === null || ids.has(agency.row.successor_id)
      ? agency
      : { ...agency, row: { ...agency.row, successor_id: null } },
  )
  return { regions: listRegions(city, code), agencies: standing, events: listEvents(standing) }
}

function listRegions(city: string, code: (at: number) => string): RegionRow[] {
  return [
    { region_code: code(0), name: city, parent_code: null, level: 'prefecture' },
    ...districts.map(({ name }, at): RegionRow => ({ region_code: code(at + 1), name, parent_code: code(0), level: 'county' })),
  ]
}

/** How busy bodies of a level are beside those of a city. */
const levelShare: Readonly<Record<AgencyLevel, number>> = { national: 1, province: 1, prefecture: 1, county: 0.15, town: 0.2, other: 0.1 }

function drawProfile(kind: Kind, id: string, level: AgencyLevel, seed: number): Omit<DemoAgency, 'row'> {
  const random = seededRandom(seed, id)
  const share = levelShare[level]
  const style = random.next()
  return {
    scope: kind === governmentKind ? 'aggregate' : 'own',
    requests: random.around(kind.busy * share * 24, 0.5),
    items: random.around(kind === governmentKind ? 9000 * share : 600 * Math.sqrt(share), 0.6),
    decisions: random.around(kind.decisions * share, 0.7),
    zeroStyle: style < 0.84 ? 'zeros' : style < 0.95 ? 'blanks' : 'slashes',
    late: random.chance(0.2) ? 0.25 : 0.02,
    missing: random.chance(0.1) ? 0.2 : 0.01,
  }
}

/** Renamings and mergers of the reform of 2019, and functions that moved with them and again in 2023. */
function listEvents(agencies: readonly DemoAgency[]): EventRow[] {
  const ids = new Set(agencies.map(({ row }) => row.agency_id))
  return agencies.flatMap(({ row }): EventRow[] => {
    const event = (more: Partial<EventRow> & Pick<EventRow, 'on' | 'kind'>): EventRow => ({
      agency_id: row.agency_id,
      other_id: null,
      old_name: null,
      note: null,
      source_url: null,
      ...more,
    })
    const before = bureaus.find((kind) => kind.system === row.system && kind.before !== undefined && row.name.endsWith(kind.name))
    const found: EventRow[] = []
    if (before?.before !== undefined)
      found.push(event({ on: reform.on, kind: 'renamed', old_name: row.name.replace(before.name, before.before), note: '机构改革' }))
    if (row.successor_id !== null) found.push(event({ on: reform.on, kind: 'merged_into', other_id: row.successor_id, note: '机构改革' }))
    const science = row.agency_id.replace('scjgj', 'kjj')
    if (row.agency_id.endsWith('scjgj') && ids.has(science))
      found.push(event({ on: reform.on, kind: 'function_in', other_id: science, note: '知识产权管理' }), {
        ...event({ on: reform.on, kind: 'function_out', other_id: row.agency_id, note: '知识产权管理' }),
        agency_id: science,
      })
    return found
  })
}
