import type { FigureState, Scope } from '../forms/states.ts'
import type { TableFormId } from '../forms/form.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import type { Label } from '../text/label.ts'
import { pickYear } from './ranking.ts'
import { addUp, chooseAddable, tableFormOf, totalOf, type Amount } from './requestSums.ts'

/** One kind of a whole, over every body and year that is looked at. */
export interface MixKind {
  readonly key: string
  readonly name: Label
  readonly rows: readonly ComparedValue[]
}

/** A whole and its kinds on forms that list the same ones. */
export interface MixSection {
  /** Oldest first. */
  readonly forms: readonly TableFormId[]
  readonly whole: MixKind
  readonly kinds: readonly MixKind[]
}

/** One bar: a year over the bodies that may be added, or a body. */
export interface MixRow {
  readonly key: string
  readonly label: string
  readonly agency: string | null
  readonly year: number
  /** The report behind it, where it is one. */
  readonly report: string | null
  /** Place of its section; null when no form of the sections is there. */
  readonly section: number | null
  /** Whose figures a body's bar is of; null for a year, where sums are never over several scopes. */
  readonly scope: Scope | null
  readonly whole: Amount
  readonly kinds: readonly Amount[]
  /** How many bodies stand behind it, of how many that were asked. */
  readonly have: number
  readonly of: number
  /** Why there is no bar at all. */
  readonly state: FigureState | null
}

export interface Mix {
  /** Oldest forms first. */
  readonly sections: readonly MixSection[]
  readonly by: 'years' | 'bodies'
  readonly rows: readonly MixRow[]
  /** Below this total no shares are told. */
  readonly minSize: number
}

const emptyAmount: Amount = addUp([])

/**
 * One bar per year. Only bodies with a number in the whole and in every kind are added, on forms that list the same kinds, never a
 * whole government to single bodies; how many they are stands beside the bar. A single body keeps its blanks as blanks.
 */
export function mixByYears(sections: readonly MixSection[], years: readonly [from: number, to: number], minSize: number): Mix {
  const ordered = [...sections].reverse()
  const rows = Array.from({ length: years[1] - years[0] + 1 }, (_, i) => yearRow(ordered, years[0] + i))
  return { sections: ordered, by: 'years', rows, minSize }
}

function yearRow(sections: readonly MixSection[], year: number): MixRow {
  const ofYear = (kind: MixKind): readonly ComparedValue[] => kind.rows.filter((row) => row.year === year)
  const any = sections[0] ? ofYear(sections[0].whole) : []
  const addable = chooseAddable(
    any,
    sections.map((section) => section.forms),
  )
  const place = sections.findIndex((section) => section.forms.some((form) => form === addable.form))
  const section = sections[place]
  const base = { key: `y-${year}`, label: String(year), agency: null, year, of: any.length, scope: null }
  if (!section) {
    const isOther = any.some((row) => tableFormOf(row) !== null)
    return {
      ...base,
      report: null,
      section: null,
      whole: emptyAmount,
      kinds: [],
      have: 0,
      state: isOther ? 'not_in_form' : commonState(any),
    }
  }
  const whole = ofYear(section.whole).filter((row) => addable.agencies.includes(row.agency))
  const kinds = section.kinds.map((kind) => ofYear(kind).filter((row) => addable.agencies.includes(row.agency)))
  const complete = new Set(
    addable.agencies.filter((agency) => [whole, ...kinds].every((rows) => rows.some((row) => row.agency === agency && row.value !== null))),
  )
  const counted = any.length === 1 ? new Set(addable.agencies) : complete
  if (counted.size === 0) {
    return {
      ...base,
      report: null,
      section: place,
      whole: emptyAmount,
      kinds: [],
      have: 0,
      state: commonState([...whole, ...kinds.flat()]),
    }
  }
  const sum = (rows: readonly ComparedValue[]): Amount => addUp(rows.filter((row) => counted.has(row.agency)))
  const [only] = whole.filter((row) => counted.has(row.agency))
  return {
    ...base,
    report: counted.size === 1 ? (only?.report ?? null) : null,
    section: place,
    whole: sum(whole),
    kinds: kinds.map(sum),
    have: complete.size,
    state: null,
  }
}

/** The first reason in the usual order is enough for a bar that is not there; the table of each body says more. */
const commonState = (rows: readonly ComparedValue[]): FigureState =>
  rows.find((row) => row.value === null && row.state !== 'not_loaded')?.state ?? 'not_loaded'

/** One bar per body, of one year or of each body's latest report; the largest whole first, bodies without a number last. */
export function mixByBodies(
  sections: readonly MixSection[],
  at: number | 'latest',
  nameOf: (agency: string) => string,
  minSize: number,
): Mix {
  const ordered = [...sections].reverse()
  const picked = ordered[0] ? pickYear(ordered[0].whole.rows, at) : []
  const rows = picked.map((row): MixRow => {
    const form = tableFormOf(row)
    const place = ordered.findIndex((section) => section.forms.some((candidate) => candidate === form))
    const section = ordered[place]
    const find = (kind: MixKind): Amount =>
      addUp(kind.rows.filter((candidate) => candidate.agency === row.agency && candidate.year === row.year))
    const base = {
      key: `b-${row.agency}`,
      label: at === 'latest' && row.report !== null ? `${nameOf(row.agency)} ${row.year}` : nameOf(row.agency),
      agency: row.agency,
      year: row.year,
      report: row.report,
      scope: row.scope,
      of: 1,
    }
    if (!section || row.state === 'not_reported' || row.state === 'not_in_form')
      return {
        ...base,
        section: null,
        whole: emptyAmount,
        kinds: [],
        have: 0,
        state: form === null || section ? reasonOf(row) : 'not_in_form',
      }
    const whole = find(section.whole)
    const kinds = section.kinds.map(find)
    const none = [whole, ...kinds].every((amount) => amount.have === 0)
    return { ...base, section: place, whole, kinds, have: [whole, ...kinds].every(isKnown) ? 1 : 0, state: none ? row.state : null }
  })
  return { sections: ordered, by: 'bodies', rows: sortRows(rows), minSize }
}

const isKnown = (amount: Amount): boolean => totalOf(amount) !== null

/** A row picked from a figure that has a number says nothing of why the kinds are missing. */
const reasonOf = (row: ComparedValue): FigureState => (row.value === null ? row.state : 'not_in_form')

/**
 * Sections oldest first, inside them single bodies before whole governments, then the largest whole first, zeros behind it; bodies
 * without a number at the end.
 */
function sortRows(rows: readonly MixRow[]): readonly MixRow[] {
  const rank = (row: MixRow): number => (row.state === null ? (totalOf(row.whole) ?? row.whole.known) : -1)
  const place = (row: MixRow): number => (row.state === null ? scopeOrder.indexOf(row.scope ?? 'own') : scopeOrder.length)
  return [...rows].sort((a, b) => (a.section ?? Infinity) - (b.section ?? Infinity) || place(a) - place(b) || rank(b) - rank(a))
}

const scopeOrder: readonly Scope[] = ['own', 'office', 'aggregate']

/** Is everything of this row known, so that shares may be told at all? */
export const isComplete = (row: MixRow): boolean => row.state === null && [row.whole, ...row.kinds].every(isKnown)

/** Is the whole too small for shares? Then its counts are written out. */
export const isSmall = (row: MixRow, { minSize }: Pick<Mix, 'minSize'>): boolean => row.whole.known < minSize

/** What its bar is measured by: the printed total, or the sum of the kinds where that is more. */
export const baseOf = (row: MixRow): number =>
  Math.max(
    row.whole.known,
    row.kinds.reduce((sum, kind) => sum + kind.known, 0),
  )

/** The whole less its kinds; null where a number is missing. */
export function gapOf(row: MixRow): number | null {
  return isComplete(row) ? row.whole.known - row.kinds.reduce((sum, kind) => sum + kind.known, 0) : null
}

/**
 * Colours of the kinds, by place: kinds of the newest forms first, and an older form's kind of the same name keeps its colour;
 * others take what is left, so that two kinds of one picture never look the same.
 */
export function colorPlaces(sections: readonly MixSection[]): readonly (readonly number[])[] {
  const newest = sections.at(-1)?.kinds.map((kind) => kind.key) ?? []
  return sections.map(({ kinds }) => {
    const taken = new Set(kinds.map((kind) => newest.indexOf(kind.key)).filter((place) => place >= 0))
    let next = 0
    return kinds.map((kind) => {
      const known = newest.indexOf(kind.key)
      if (known >= 0) return known
      while (taken.has(next)) next += 1
      taken.add(next)
      return next
    })
  })
}
