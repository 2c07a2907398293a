import type { CellRow } from '../dataset/tables.ts'
import type { FormId } from '../forms/form.ts'
import type { SeededRandom } from './seededRandom.ts'

/** A contradiction or oddity that was put into a report on purpose: what stood there and what stands there now. */
export interface Slip {
  readonly report: string
  readonly kind: string
  readonly cell: string | null
  readonly applicant: string | null
  readonly was: string | null
  readonly printed: string | null
}

/** One kind of slip: how likely it is in a report, and what it does to the cells. */
interface SlipKind {
  readonly kind: string
  readonly part: number
  readonly forms: readonly FormId[]
  readonly apply: (cells: readonly CellRow[], random: SeededRandom) => readonly CellChange[]
}

interface CellChange {
  readonly at: number
  readonly cell: CellRow
}

const later: readonly FormId[] = ['y2019', 'y2021']
const old: readonly FormId[] = ['pre2019_table']

const find = (cells: readonly CellRow[], indicator: string, applicant: string | null = null): number =>
  cells.findIndex((cell) => cell.indicator === indicator && (applicant === null || cell.applicant === applicant))

/** The cell with another number; nothing where it prints no number. */
function renumber(cells: readonly CellRow[], at: number, next: (value: number) => number): readonly CellChange[] {
  const cell = cells[at]
  if (!cell || cell.value === null) return []
  const value = next(cell.value)
  return [{ at, cell: { ...cell, value, printed: String(value), state: value === 0 ? 'zero' : 'value' } }]
}

const add = (cells: readonly CellRow[], indicator: string, applicant: string | null, by: number): readonly CellChange[] =>
  renumber(cells, find(cells, indicator, applicant), (value) => value + by)

const empty = (cell: CellRow): CellRow => ({ ...cell, value: null, state: 'blank', printed: '' })

const kinds: readonly SlipKind[] = [
  {
    kind: 'applicants',
    part: 0.02,
    forms: later,
    apply: (cells, random) => add(cells, 'requests_new', 'total', 1 + random.below(3)),
  },
  {
    kind: 'balance',
    part: 0.02,
    forms: later,
    apply: (cells, random) => {
      const by = 1 + random.below(4)
      return [...add(cells, 'requests_carried_out', 'natural_person', by), ...add(cells, 'requests_carried_out', 'total', by)]
    },
  },
  { kind: 'outcome parts', part: 0.015, forms: later, apply: (cells) => add(cells, 'outcome_granted', 'natural_person', 1) },
  { kind: 'review parts', part: 0.015, forms: [...later, ...old], apply: (cells) => add(cells, 'review_total', null, 1) },
  { kind: 'receipt parts', part: 0.02, forms: old, apply: (cells) => add(cells, 'requests_letter', null, 2) },
  { kind: 'staff parts', part: 0.03, forms: old, apply: (cells) => add(cells, 'staff_total', null, 1) },
  {
    kind: 'channel above total',
    part: 0.02,
    forms: old,
    apply: (cells, random) => {
      const total = cells[find(cells, 'disclosed_items_total')]?.value ?? null
      return total === null ? [] : renumber(cells, find(cells, 'channel_website_items'), () => total + 10 + random.below(90))
    },
  },
  {
    kind: 'number on a header row',
    part: 0.03,
    forms: old,
    apply: (cells) => {
      const at = cells.findIndex(({ cell }) => cell === '9')
      const cell = cells[at]
      return cell ? [{ at, cell: { ...cell, printed: '0', state: 'header_value' } }] : []
    },
  },
  {
    kind: 'yuan for ten thousand yuan',
    part: 0.02,
    forms: ['pre2019_table', 'y2021'],
    apply: (cells) =>
      ['ogi_budget', 'fee_amount'].flatMap((indicator) => renumber(cells, find(cells, indicator), (value) => value * 10_000)),
  },
  {
    kind: 'block left blank',
    part: 0.02,
    forms: later,
    apply: (cells) => cells.flatMap((cell, at) => (cell.cell?.startsWith('4.3.') === true ? [{ at, cell: empty(cell) }] : [])),
  },
  {
    kind: 'not a whole number',
    part: 0.005,
    forms: [...later, ...old],
    apply: (cells) => add(cells, 'review_total', null, 0.5),
  },
  {
    kind: 'unreadable',
    part: 0.02,
    forms: [...later, ...old],
    apply: (cells, random) => {
      const at = random.below(cells.length)
      const cell = cells[at]
      return cell && cell.indicator !== null ? [{ at, cell: { ...cell, value: null, state: 'unreadable', printed: '1O' } }] : []
    },
  },
]

/** The cells with what was slipped into them; a cell is touched by one slip at most. */
export function slipIn(
  report: string,
  form: FormId,
  cells: readonly CellRow[],
  random: SeededRandom,
): { readonly cells: readonly CellRow[]; readonly slips: readonly Slip[] } {
  const changed = new Map<number, CellRow>()
  const slips: Slip[] = []
  for (const { kind, part, forms, apply } of kinds) {
    if (!forms.includes(form) || !random.chance(part)) continue
    const changes = apply(cells, random)
    if (changes.some(({ at }) => changed.has(at))) continue
    for (const { at, cell } of changes) {
      changed.set(at, cell)
      slips.push({ report, kind, cell: cell.cell, applicant: cell.applicant, was: cells[at]?.printed ?? null, printed: cell.printed })
    }
  }
  return { cells: changed.size === 0 ? cells : cells.map((cell, at) => changed.get(at) ?? cell), slips }
}
