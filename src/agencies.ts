import type { Label } from './text/label.ts'

/** An agency as the dataset lists it. Its id is stable; its names change. */
export interface Agency {
  readonly id: string
  /** Official name in Chinese, e.g. 银川市科学技术局; never translated. */
  readonly name: string
  readonly shortName: string
  readonly aliases: readonly string[]
  /** First letters of the pinyin of name and short name, lower case, for search: `ycskxjsj`. Made by the build. */
  readonly initials: readonly string[]
  /** GB/T 2260, null for development zones. */
  readonly regionCode: string | null
  readonly regionName: string | null
  /** The region's names from the province down, its own last: `['宁夏回族自治区', '银川市', '兴庆区']`. Absent where not known. */
  readonly regionPath?: readonly string[]
  readonly level: AgencyLevel
  /** What it does: 科技, 教育, 政府 … */
  readonly system: string
  readonly supervisorId: string | null
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly successorId: string | null
  /** Local publishing date, MM-DD, only where known. */
  readonly deadline: string | null
  /** Names it once had, from its events; absent where there are none. */
  readonly formerNames?: readonly FormerName[]
}

/** A name that an agency carried until a day (`YYYY-MM-DD`). */
export interface FormerName {
  readonly name: string
  readonly until: string
}

export type AgencyLevel = 'national' | 'province' | 'prefecture' | 'county' | 'town' | 'other'

export const levelNames: Readonly<Record<AgencyLevel, Label>> = {
  national: { zh: '国家级', en: 'National' },
  province: { zh: '省级', en: 'Province' },
  prefecture: { zh: '市级', en: 'Prefecture' },
  county: { zh: '县级', en: 'County' },
  town: { zh: '乡镇街道', en: 'Town' },
  other: { zh: '其他', en: 'Other' },
}

/** Did the body exist until the end of that year, so that a report of its own on it can be expected? Unknown days take nobody out. */
export const existsIn = ({ validFrom, validTo }: Pick<Agency, 'validFrom' | 'validTo'>, year: number): boolean =>
  (validFrom === null || validFrom <= `${year}-12-31`) && (validTo === null || validTo >= `${year}-12-31`)

const levelOrder: readonly AgencyLevel[] = ['national', 'province', 'prefecture', 'county', 'town', 'other']
const collator = new Intl.Collator('zh-CN')

/** Higher level first, then region, then name: the order of every list of agencies. */
export function compareAgencyOrder(a: Agency, b: Agency): number {
  return (
    levelOrder.indexOf(a.level) - levelOrder.indexOf(b.level) ||
    (a.regionCode ?? '~').localeCompare(b.regionCode ?? '~', 'en') ||
    collator.compare(a.name, b.name)
  )
}

/** Does what was typed match a name, a short name, an alias, a former name or the pinyin initials? Width, case and spaces do not count. */
export function matchesAgency(agency: Agency, typed: string): boolean {
  const wanted = fold(typed)
  if (wanted === '') return true
  const former = (agency.formerNames ?? []).map(({ name }) => name)
  return [agency.name, agency.shortName, ...agency.aliases, ...former, ...agency.initials].some((name) => fold(name).includes(wanted))
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')
