import type { Catalogue } from '../indicators/catalogue.ts'
import { tableForms } from '../indicators/catalogue.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { flowOn, type FlowShape } from '../indicators/requestFlow.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { addUp, chooseAddable, type Addable, type Amount } from './requestSums.ts'

export type FlowKind = 'in' | 'total' | 'part' | 'ground' | 'out'

/** One row of the form inside the flow, over all bodies that are added. */
export interface FlowNode {
  readonly key: string
  readonly kind: FlowKind
  readonly indicator: Indicator
  /** Key of the node that it is a part of. */
  readonly parent: string | null
  /** Place of its outcome among the outcomes, which gives the colour; null for what is no outcome. */
  readonly outcome: number | null
  readonly amount: Amount
}

/** Two sides that should agree and do not. */
export interface FlowGap {
  /** `balance`: received and carried in against answered and carried over; `parts`: a total against what it consists of. */
  readonly kind: 'balance' | 'parts'
  /** Key of the total, for `parts`. */
  readonly of: string
  /** Left side less right side, added up over the bodies below. */
  readonly difference: number
  readonly bodies: readonly { readonly agency: string; readonly report: string | null; readonly difference: number }[]
}

/** What became of the requests of one year, for one body or a group. */
export interface RequestFlow {
  readonly year: number
  /** Null when nobody has a table. */
  readonly shape: FlowShape | null
  readonly addable: Addable
  /** In the order of the form, each ground behind its outcome. */
  readonly nodes: readonly FlowNode[]
  readonly gaps: readonly FlowGap[]
}

/** One row per body for one indicator, of one year. */
export type YearReader = (indicator: Indicator) => readonly ComparedValue[]

/** Puts the flow of a year together. Bodies that may not be added stay out, by name; a blank part leaves its sum unknown. */
export function gatherFlow(read: YearReader, year: number, catalogue: Catalogue): RequestFlow {
  const received = catalogue.indicators.find((indicator) => indicator.role?.flow === 'in')
  const addable = chooseAddable(
    received ? read(received) : [],
    tableForms.map((form) => [form]),
  )
  const shape = addable.form === null ? null : flowOn(addable.form, catalogue)
  if (shape === null) return { year, shape, addable, nodes: [], gaps: [] }
  const added = new Set(addable.agencies)
  const rowsOf = (indicator: Indicator): readonly ComparedValue[] => read(indicator).filter((row) => added.has(row.agency))
  return { year, shape, addable, nodes: nodesOf(shape, rowsOf), gaps: gapsOf(shape, rowsOf) }
}

function nodesOf({ ins, total, parts, out }: FlowShape, rowsOf: YearReader): FlowNode[] {
  const node = (indicator: Indicator, kind: FlowKind, parent: string | null = null, outcome: number | null = null): FlowNode => ({
    key: indicator.id,
    kind,
    indicator,
    parent,
    outcome,
    amount: addUp(rowsOf(indicator)),
  })
  return [
    ...ins.map((indicator) => node(indicator, 'in')),
    ...(total ? [node(total, 'total')] : []),
    ...parts.flatMap(({ indicator, grounds }, place) => [
      node(indicator, 'part', total?.id ?? null, place),
      ...grounds.map((ground) => node(ground, 'ground', indicator.id, place)),
    ]),
    ...(out ? [node(out, 'out')] : []),
  ]
}

function gapsOf(shape: FlowShape, rowsOf: YearReader): FlowGap[] {
  const { ins, total, parts, out, form } = shape
  const gap = (kind: FlowGap['kind'], of: Indicator, left: readonly Indicator[], right: readonly Indicator[]): FlowGap[] => {
    const bodies = rowsOf(of).flatMap(({ agency, report }) => {
      const difference = differenceOf(agency, left, right, rowsOf)
      return difference === null || difference === 0 ? [] : [{ agency, report, difference }]
    })
    return bodies.length === 0 ? [] : [{ kind, of: of.id, difference: bodies.reduce((sum, body) => sum + body.difference, 0), bodies }]
  }
  if (total === null) return []
  return [
    // Without the rows for carried-over requests nothing has to balance.
    ...(out && ins.length > 1 ? gap('balance', total, ins, [total, out]) : []),
    ...gap(
      'parts',
      total,
      [total],
      parts.map((part) => part.indicator),
    ),
    // Where the form prints no subtotal it is the sum by definition.
    ...parts.flatMap(({ indicator, grounds }) =>
      indicator.cell[form] !== undefined && grounds.length > 0 ? gap('parts', indicator, [indicator], grounds) : [],
    ),
  ]
}

/** Left less right for one body; null where a number is missing, because then nobody can tell. */
function differenceOf(agency: string, left: readonly Indicator[], right: readonly Indicator[], rowsOf: YearReader): number | null {
  const sum = (side: readonly Indicator[]): number | null =>
    side.reduce<number | null>((so, indicator) => {
      const value = rowsOf(indicator).find((row) => row.agency === agency)?.value ?? null
      return so === null || value === null ? null : so + value
    }, 0)
  const [before, after] = [sum(left), sum(right)]
  return before === null || after === null ? null : before - after
}
