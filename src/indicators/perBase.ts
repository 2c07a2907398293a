import type { Label } from '../text/label.ts'
import { tableForms, type Catalogue } from './catalogue.ts'
import { ratio, type Formula } from './formula.ts'
import type { ComparabilityClass, Indicator, IndicatorRole, Step } from './indicator.ts'

/** What counts may be set in relation to. */
export type BaseKind = NonNullable<IndicatorRole['base']>

/** How a count reads in relation to a base: the factor, the size below which no rate is told, the words. */
const bases: Readonly<
  Record<BaseKind, { readonly times: number; readonly minSize: number; readonly name: (count: Label) => Label; readonly unit: Label }>
> = {
  staff: {
    times: 1,
    minSize: 1,
    name: ({ zh, en }) => ({ zh: `${zh}（人均）`, en: `${en} per staff member` }),
    unit: { zh: '/人', en: ' per person' },
  },
  requests: {
    times: 100,
    minSize: 20,
    name: ({ zh, en }) => ({ zh: `${zh}（每百件申请）`, en: `${en} per 100 requests` }),
    unit: { zh: '/百件', en: ' per 100 requests' },
  },
}

/** The figure that the catalogue names as this base; undefined where it names none. */
export const findBase = (catalogue: Catalogue, kind: BaseKind): Indicator | undefined =>
  catalogue.indicators.find((indicator) => indicator.role?.base === kind)

/**
 * A count in relation to a base of the same report, as a measure: on the forms that ask for both, as comparable as the worse of the two.
 * It keeps the id of the count, whose methods and source stand behind it. Null where there is no such relation: for rates, signed
 * numbers, texts, the base itself and its own parts, and where no form asks for both.
 */
export function measurePerBase(count: Indicator, base: Indicator): Indicator | null {
  const kind = base.role?.base
  const counts = count.kind !== 'derived' && (count.type === 'integer' || count.type === 'decimal')
  if (kind === undefined || !counts || count.id === base.id || count.role?.partOf === base.id) return null
  const { times, minSize, name, unit } = bases[kind]
  const forms = tableForms.filter((form) => count.from[form] !== undefined && base.from[form] !== undefined)
  if (forms.length === 0) return null
  const formulas = (make: (part: Formula, whole: Formula) => Formula): Indicator['from'] =>
    Object.fromEntries(
      forms.flatMap((form) => {
        const [part, whole] = [count.from[form], base.from[form]]
        return part && whole ? [[form, make(part, whole)]] : []
      }),
    )
  const { joinedBy: _joinedBy, family: _family, role: _role, note: _note, shortName, ...about } = count
  return {
    ...about,
    name: name(count.name),
    ...(shortName ? { shortName: name(shortName) } : {}),
    kind: 'derived',
    unit: `${count.unit}${unit.zh}`,
    unitName: { zh: `${count.unitName.zh}${unit.zh}`, en: `${count.unitName.en}${unit.en}` },
    type: 'ratio',
    format: 'number',
    from: formulas((part, whole) => ratio(part, whole, times)),
    size: formulas((_part, whole) => whole),
    minSize,
    into: { y2019: worseOf(count.into.y2019, base.into.y2019), y2021: worseOf(count.into.y2021, base.into.y2021) },
  }
}

const worstLast: readonly ComparabilityClass[] = ['identical', 'caveat', 'break', 'absent']

const worseOf = (a: Step, b: Step): Step => (worstLast.indexOf(b.class) > worstLast.indexOf(a.class) ? b : a)
