import type { TableFormId } from '../forms/form.ts'
import type { Scope } from '../forms/states.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { isTooSmall } from './figureText.ts'
import { rankValues, type RankedGroup } from './ranking.ts'
import { tableFormOf } from './requestSums.ts'
import { wilsonInterval } from './wilson.ts'

/** A rate of one body with the cases behind it. */
export interface Rate {
  readonly row: ComparedValue
  readonly value: number
  readonly part: number
  readonly size: number
  /** Null on a form where it is no part of a whole. */
  readonly interval: readonly [low: number, high: number] | null
}

/** Bodies whose rates may stand beside each other. */
export interface RateGroup {
  readonly scope: Scope
  readonly forms: readonly TableFormId[]
  /** Highest first. */
  readonly rates: readonly Rate[]
  /** Too few cases for a rate; most cases first. */
  readonly small: readonly Rate[]
  /** Sum of the parts over sum of the sizes, the small ones too; null where it is no proportion, or over nothing. */
  readonly pooled: { readonly value: number; readonly part: number; readonly size: number } | null
}

/** One rate over many bodies. */
export interface RateList {
  /** More than one where scopes or forms differ: never ranked or pooled together. The one with most bodies is `main`. */
  readonly groups: readonly RateGroup[]
  readonly main: RateGroup | null
  /** A base of zero: there is no rate, and nothing is missing. */
  readonly noBase: readonly ComparedValue[]
  readonly missing: readonly ComparedValue[]
}

/** Puts rates in order, one row per body, with their intervals. Below the indicator's smallest size there is no rate, only a count. */
export function listRates(rows: readonly ComparedValue[], indicator: Indicator): RateList {
  const told = rows.filter((row) => row.value !== null && row.n !== null)
  // Small ones are put into groups by the same rules, so the limit is taken off for this.
  const groups = rankValues(told, { ...indicator, minSize: 0 }).groups.map((group) => makeGroup(group, indicator))
  const bySize = [...groups].sort((a, b) => b.rates.length + b.small.length - (a.rates.length + a.small.length))
  return {
    groups,
    main: bySize[0] ?? null,
    noBase: rows.filter((row) => row.value === null && row.state === 'undefined'),
    missing: rows.filter((row) => row.value === null && row.state !== 'undefined'),
  }
}

function makeGroup({ scope, forms, rows }: RankedGroup, indicator: Indicator): RateGroup {
  const all = rows.map((row) => makeRate(row, indicator))
  // A government's figures may hold those of another one below it, so they are never added up.
  const proportional = scope !== 'aggregate' && all.every((rate) => rate.interval !== null)
  const part = all.reduce((sum, rate) => sum + rate.part, 0)
  const size = all.reduce((sum, rate) => sum + rate.size, 0)
  return {
    scope,
    forms,
    rates: all.filter((rate) => !isTooSmall(rate.row, indicator)),
    small: all.filter((rate) => isTooSmall(rate.row, indicator)).sort((a, b) => b.size - a.size),
    pooled: proportional && size > 0 ? { value: part / size, part, size } : null,
  }
}

function makeRate(row: ComparedValue, indicator: Indicator): Rate {
  if (row.value === null || row.n === null) throw new Error(`${row.agency} ${row.year} has no rate`)
  const part = Math.round(row.value * row.n)
  const isPart = indicator.role?.proportionOn?.some((form) => form === tableFormOf(row)) === true
  return { row, value: row.value, part, size: row.n, interval: isPart ? wilsonInterval(part, row.n) : null }
}

/** So many bodies a group needs before its common rate says where rates may be expected. */
export const fewestForFunnel = 10
