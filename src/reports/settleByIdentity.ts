import { applicants } from '../forms/applicants.ts'
import type { ApplicantId, Form, FormRow } from '../forms/form.ts'
import type { Figure } from './figure.ts'
import type { Reading } from './readNumber.ts'

/** A figure with the ways in which its digits can be read. */
export interface OpenFigure {
  readonly figure: Figure
  /** The figure is one of these, or none of them. */
  readonly readings: readonly Reading[]
  /** No sum may speak against it: the cell may hold two figures. */
  readonly isStrict: boolean
}

interface Term {
  readonly key: string
  readonly sign: 1 | -1
}

/** Figures that add up to zero by the form's own labels. */
type Identity = readonly Term[]

const keyOf = (path: string, applicant: ApplicantId | null): string => `${path}/${applicant ?? ''}`

/** Key of a figure: the one column of the 2014 form is called `total` for some rows, which the form itself does not know. */
export const figureKey = ({ cell, applicant, column }: Figure): string => keyOf(cell ?? '', column === null ? null : applicant)

const identitiesByForm = new WeakMap<Form, readonly Identity[]>()

/** Sums of parts, six applicants and their total, and in table three what came in against what went out. */
function identitiesOf(form: Form): readonly Identity[] {
  const known = identitiesByForm.get(form)
  if (known !== undefined) return known
  const columnsOf = ({ byApplicant }: FormRow): readonly (ApplicantId | null)[] => (byApplicant ? applicants.map(({ id }) => id) : [null])
  const term = (path: string, applicant: ApplicantId | null, sign: 1 | -1): Term => ({ key: keyOf(path, applicant), sign })
  const sums = form.rows.flatMap((row) =>
    row.parts === undefined
      ? []
      : columnsOf(row).map((applicant) => [term(row.path, applicant, -1), ...(row.parts ?? []).map((path) => term(path, applicant, 1))]),
  )
  const rows = form.rows
    .filter(({ byApplicant, indicator }) => byApplicant && indicator !== null)
    .map(({ path }) => applicants.map(({ id }) => term(path, id, id === 'total' ? -1 : 1)))
  const balances = form.rows.some(({ path, byApplicant }) => path === '3.3.7' && byApplicant)
    ? applicants.map(({ id }) => [term('3.1', id, 1), term('3.2', id, 1), term('3.3.7', id, -1), term('3.4', id, -1)])
    : []
  const identities = [...sums, ...rows, ...balances]
  identitiesByForm.set(form, identities)
  return identities
}

/** More ways than this to read the figures of one sum prove nothing. */
const mostWays = 64

/**
 * Chooses between readings by the sums of the form: a reading stands when every sum that can hold at all holds with it, and with no
 * other reading of the same figure. Gives the chosen reading by the key of the figure; a figure that no sum decides is left out.
 */
export function chooseReadings(form: Form, figures: readonly Figure[], open: readonly OpenFigure[]): ReadonlyMap<string, Reading> {
  const openByKey = new Map(open.map((one) => [figureKey(one.figure), one]))
  const known = new Map(figures.map((figure) => [figureKey(figure), valueIn(figure)]))
  const chosen = new Map<string, Reading>()
  if (open.length === 0) return chosen
  const waysOf = ({ key }: Term): readonly (number | null)[] => openByKey.get(key)?.readings.map(sizeOf) ?? [known.get(key) ?? null]
  const identities = identitiesOf(form).filter((identity) => identity.some(({ key }) => openByKey.has(key)))
  const votes = new Map<string, Set<number>>()
  for (const identity of identities) {
    const found = votesOf(identity, waysOf)
    for (const { key } of found?.size === 0 ? identity : []) if (openByKey.get(key)?.isStrict === true) votes.set(key, new Set())
    for (const [key, sizes] of found ?? []) {
      if (!openByKey.has(key)) continue
      const before = votes.get(key)
      votes.set(key, before === undefined ? sizes : new Set([...before].filter((size) => sizes.has(size))))
    }
  }
  for (const [key, sizes] of votes) {
    const readings = openByKey.get(key)?.readings.filter((reading) => sizes.has(sizeOf(reading) ?? NaN)) ?? []
    const [only] = readings
    if (only !== undefined && readings.length === 1) chosen.set(key, only)
  }
  // An empty cell is empty only where the figure beside it is known to be one figure and not two.
  const rows = new Set(
    open.filter(({ figure }) => (chosen.get(figureKey(figure))?.value ?? null) !== null).map(({ figure }) => figure.cell),
  )
  for (const { figure } of open)
    if (chosen.get(figureKey(figure))?.state === 'blank' && !rows.has(figure.cell)) chosen.delete(figureKey(figure))
  return chosen
}

/** A blank counts as nothing in a sum. */
const sizeOf = ({ state, value }: Pick<Figure, 'state' | 'value'>): number | null =>
  state === 'blank' || state === 'not_applicable' ? 0 : value

const valueIn = (figure: Figure): number | null => (figure.qualifier === null ? sizeOf(figure) : null)

/** Which readings of each figure make the sum hold: none when no way does, null when a figure of it is not known. */
function votesOf(identity: Identity, waysOf: (term: Term) => readonly (number | null)[]): ReadonlyMap<string, Set<number>> | null {
  const votes = new Map<string, Set<number>>()
  const ways = identity.map((term) => ({ term, sizes: waysOf(term) }))
  if (ways.some(({ sizes }) => sizes.includes(null)) || ways.reduce((count, { sizes }) => count * sizes.length, 1) > mostWays) return null
  const walk = (at: number, sum: number, taken: readonly number[]): void => {
    const next = ways[at]
    if (next === undefined) {
      // Money adds up in decimals.
      if (Math.abs(sum) > 1e-6) return
      ways.forEach(({ term }, index) => votes.set(term.key, (votes.get(term.key) ?? new Set<number>()).add(taken[index] ?? NaN)))
      return
    }
    for (const size of next.sizes) if (size !== null) walk(at + 1, sum + next.term.sign * size, [...taken, size])
  }
  walk(0, 0, [])
  return votes
}
