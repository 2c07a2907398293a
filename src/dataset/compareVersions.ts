import type { Figure } from '../reports/figure.ts'

/** The parts of a figure that a reader sees; a row of `cells.csv` and a figure of a parsed report both have them. */
export type ComparedFigure = Pick<
  Figure,
  'indicator' | 'applicant' | 'cell' | 'column' | 'printed' | 'value' | 'state' | 'evidence' | 'qualifier'
>

/** One figure that only one version has, or that both have with another text or number. */
export interface FigureChange {
  readonly kind: 'added' | 'gone' | 'changed'
  readonly indicator: string | null
  readonly applicant: Figure['applicant']
  readonly cell: string | null
  readonly column: string | null
  /** As the earlier version prints it; null where it has none. */
  readonly before: ComparedFigure | null
  readonly after: ComparedFigure | null
}

/** How two versions of one report differ: tables and prose apart, each in the order of the form. */
export interface VersionDifference {
  readonly table: readonly FigureChange[]
  readonly prose: readonly FigureChange[]
  /** Figures that are alike in both. */
  readonly same: number
}

/**
 * Compares two versions of a report figure by figure. A cell of a table is known by its path, indicator and applicant; a figure of the
 * prose by its indicator and, where several sentences give one, by what was printed and then by their order. Places do not count.
 */
export function compareVersions(before: readonly ComparedFigure[], after: readonly ComparedFigure[]): VersionDifference {
  const isTable = ({ evidence }: ComparedFigure): boolean => evidence === 'A'
  const isProse = (figure: ComparedFigure): boolean => !isTable(figure)
  const table = comparePairs(pairCells(before.filter(isTable), after.filter(isTable)))
  const prose = comparePairs(pairClaims(before.filter(isProse), after.filter(isProse)))
  return { table: table.changes, prose: prose.changes, same: table.same + prose.same }
}

type Pair = readonly [before: ComparedFigure | null, after: ComparedFigure | null]

function comparePairs(pairs: readonly Pair[]): { readonly changes: readonly FigureChange[]; readonly same: number } {
  const changes: FigureChange[] = []
  for (const [before, after] of pairs) {
    const figure = after ?? before
    if (figure === null || (before !== null && after !== null && isAlike(before, after))) continue
    const { indicator, applicant, cell, column } = figure
    changes.push({
      kind: before === null ? 'added' : after === null ? 'gone' : 'changed',
      indicator,
      applicant,
      cell,
      column,
      before,
      after,
    })
  }
  return { changes, same: pairs.length - changes.length }
}

const isAlike = (one: ComparedFigure, other: ComparedFigure): boolean =>
  one.state === other.state &&
  one.value === other.value &&
  one.qualifier === other.qualifier &&
  one.evidence === other.evidence &&
  one.printed.trim() === other.printed.trim()

/** By path, indicator and applicant; what is printed twice, by its order. */
function pairCells(before: readonly ComparedFigure[], after: readonly ComparedFigure[]): Pair[] {
  return pairInOrder(before, after, ({ cell, indicator, applicant, column }) =>
    [cell, indicator, applicant, indicator === null ? column : null].join('\n'),
  )
}

/** First those with the same indicator and the same words, then the rest of each indicator in order. */
function pairClaims(before: readonly ComparedFigure[], after: readonly ComparedFigure[]): Pair[] {
  const alike = pairInOrder(before, after, ({ indicator, evidence, value, printed }) =>
    [indicator, evidence, value, printed.trim()].join('\n'),
  )
  const isWhole = ([one, other]: Pair): boolean => one !== null && other !== null
  const left = alike.filter((pair) => !isWhole(pair))
  const rest = pairInOrder(
    left.flatMap(([one]) => one ?? []),
    left.flatMap(([, other]) => other ?? []),
    ({ indicator }) => String(indicator),
  )
  return [...alike.filter(isWhole), ...rest]
}

function pairInOrder(
  before: readonly ComparedFigure[],
  after: readonly ComparedFigure[],
  keyOf: (figure: ComparedFigure) => string,
): Pair[] {
  const open = new Map<string, ComparedFigure[]>()
  for (const figure of before) {
    const key = keyOf(figure)
    const list = open.get(key)
    if (list) list.push(figure)
    else open.set(key, [figure])
  }
  const paired = new Map<ComparedFigure, ComparedFigure>()
  const added: Pair[] = []
  for (const figure of after) {
    const earlier = open.get(keyOf(figure))?.shift()
    if (earlier) paired.set(earlier, figure)
    else added.push([null, figure])
  }
  return [...before.map((figure): Pair => [figure, paired.get(figure) ?? null]), ...added]
}
