import type { Scope } from '../forms/states.ts'

/**
 * The rows of the scope that most bodies have, the agencies' own first: what a whole government counts is never set beside single
 * bodies. `scope` is null where all have the same.
 */
export function mainScopeOf<Row>(
  rows: readonly Row[],
  { scopeOf, bodyOf }: { readonly scopeOf: (row: Row) => Scope | null; readonly bodyOf: (row: Row) => string | null },
): { readonly scope: Scope | null; readonly rows: readonly Row[] } {
  const countBodies = (own: readonly Row[]): number => new Set(own.map(bodyOf)).size
  const sets = (['own', 'office', 'aggregate'] as const)
    .map((scope) => ({ scope, rows: rows.filter((row) => (scopeOf(row) ?? 'own') === scope) }))
    .filter((set) => set.rows.length > 0)
    .sort((a, b) => countBodies(b.rows) - countBodies(a.rows))
  const [main] = sets
  return main === undefined || sets.length === 1 ? { scope: null, rows } : main
}
