import type { Indicator } from '../indicators/indicator.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { staffingWords } from '../text/staffingWords.ts'
import type { Figure } from './figure.ts'
import { countReports, saySource } from './figureHead.ts'
import { countNOfN, printNOfN } from './nOfN.ts'
import { tableOfRug } from './rug.ts'
import type { StaffContext } from './staffChart.ts'
import { linesOf, type StaffLine, type StaffList } from './staffRows.ts'

/** Everything on staffing of one year: a line per body, a column per item. */
export interface StaffMatrix {
  /** In the order of the list. */
  readonly lines: readonly StaffLine[]
  readonly items: readonly Indicator[]
  readonly cellOf: (item: Indicator, line: StaffLine) => ComparedValue | undefined
}

/** Lays out every item but shares, which their own columns give. */
export function layOutStaff(rows: readonly ComparedValue[], list: StaffList, { indicators }: StaffContext): StaffMatrix {
  return { lines: linesOf(list), items: indicators.all.filter(({ role }) => role?.staffing !== 'share'), cellOf: findCells(rows) }
}

/** The cells, line by line. */
export const cellsOf = ({ lines, items, cellOf }: StaffMatrix): readonly ComparedValue[] =>
  lines.flatMap((line) => items.flatMap((item) => cellOf(item, line) ?? []))

/** All figures of staffing of one year, body by body. */
export function figureOfStaffMatrix(matrix: StaffMatrix, context: StaffContext): Figure {
  const { catalogue, lang, words, at, agencies } = context
  const own = staffingWords[lang]
  const cells = cellsOf(matrix)
  const n = countNOfN(cells)
  const title = own.listTitle(own.when(at), n.have, n.of)
  return {
    chart: 'rug',
    question: 'compareAgencies',
    title,
    subtitle: [words.compare.agenciesOf(matrix.lines.length), own.when(at), own.listSub(matrix.items.length)],
    n: printNOfN(n, catalogue, lang, words),
    drawing: null,
    table: tableOfRug(cells, { catalogue, agencies, lang, words, caption: title }),
    rows: cells,
    notes: [],
    source: saySource(countReports(cells), words),
  }
}

/** The figure of the tables for an item and a line; without one the strongest figure of the prose, else the reason. */
function findCells(rows: readonly ComparedValue[]): (item: Indicator, line: StaffLine) => ComparedValue | undefined {
  const byPlace = new Map<string, ComparedValue>()
  const rank = (row: ComparedValue): string => (row.value === null ? 'Z' : (row.evidence ?? 'A'))
  for (const row of rows) {
    const key = `${row.indicator} ${row.agency} ${row.year}`
    const before = byPlace.get(key)
    if (!before || rank(row) < rank(before)) byPlace.set(key, row)
  }
  return (item, { row }) => byPlace.get(`${item.id} ${row.agency} ${row.year}`)
}
