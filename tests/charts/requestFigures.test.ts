import { describe, expect, it } from 'vitest'
import { channelIndicatorsOf, mixesOf } from '../../src/charts/channelMixes.ts'
import { figureOfChannelMix } from '../../src/charts/channelMixFigure.ts'
import { figureOfFlow, sayGaps } from '../../src/charts/flowFigure.ts'
import { gatherFlow, type RequestFlow } from '../../src/charts/flowFigures.ts'
import { makeFunnel } from '../../src/charts/funnelChart.ts'
import { figureOfFunnel } from '../../src/charts/funnelFigure.ts'
import type { MixSection } from '../../src/charts/mixFigures.ts'
import { listRates } from '../../src/charts/rates.ts'
import { figureOfRequestMix, readMix } from '../../src/charts/requestMixFigure.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import { outcomeMixes } from '../../src/indicators/requestFlow.ts'
import { compared, contextOf, testAgencies } from './comparedRows.ts'
import { ours, readInvented, requestContextOf, type InventedReport } from './requestRows.ts'

const context = requestContextOf({ agencies: testAgencies.slice(0, 3) })
const balanced = { requests_new: 40, outcomes_total: 40, outcome_granted: 30, other_misc: 10 }
const reports: InventedReport[] = [
  { agency: 'a', year: 2022, form: 'y2021', figures: balanced },
  { agency: 'b', year: 2022, form: 'y2021', figures: { requests_new: 9, outcomes_total: 7, outcome_granted: 'blank', other_misc: 3 } },
  { agency: 'c', year: 2022, form: null },
  { agency: 'a', year: 2021, form: 'y2021', figures: { requests_new: 3, outcomes_total: 3, outcome_granted: 3 } },
  { agency: 'b', year: 2021, form: null },
  { agency: 'c', year: 2021, form: null },
]
const flowOf = (given: readonly InventedReport[], year = 2022): RequestFlow => {
  const read = readInvented(given)
  return gatherFlow((indicator) => read(indicator).filter((row) => row.year === year), year, ourCatalogue)
}

describe('the flow as a figure', () => {
  it('says who, when and on which form, how many bodies of how many, and who is left out', () => {
    const figure = figureOfFlow(flowOf(reports), { at: 'latest', applicant: null }, context)
    expect(figure.subtitle.slice(-4)).toEqual(['2 个机关合计', '2022 年', '2021 表式', '件'])
    expect(figure.n).toBe('3 个机关中 2 个相加')
    expect(figure.notes.some((note) => note.includes('未收录') && note.includes('丙局'))).toBe(true)
    expect(figure.table.rows.find(({ key }) => key === 'outcome_granted')?.cells[1]).toBe('≥ 30（1/2）')
  })

  it('holds the rows of the bodies that are added, of that year alone, the blank among them', () => {
    const { rows } = figureOfFlow(flowOf(reports), { at: 2022, applicant: null }, context)
    expect([...new Set(rows.map(({ agency, year }) => `${agency} ${year}`))].sort()).toEqual(['a 2022', 'b 2022'])
    expect(rows.find((row) => row.agency === 'b' && row.indicator === 'outcome_granted')).toMatchObject({ value: null, state: 'blank' })
  })

  it('tells a difference of two sides in plain text too', () => {
    const flow = flowOf([{ agency: 'a', year: 2022, form: 'y2021', figures: { ...balanced, outcomes_total: 38, outcome_granted: 28 } }])
    const { notes } = figureOfFlow(flow, { at: 2022, applicant: null }, context)
    expect(notes.at(-1)).toBe(sayGaps(flow, context))
    expect(notes.at(-1)).toMatch(/甲局 2$/)
  })

  it('is empty, not broken, where nobody has a table', () => {
    const figure = figureOfFlow(flowOf([{ agency: 'a', year: 2022, form: null }]), { at: 2022, applicant: null }, context)
    expect([figure.rows, figure.table.rows]).toEqual([[], []])
  })
})

describe('a mix as a figure', () => {
  const sectionsOf = (): MixSection[] =>
    outcomeMixes(ourCatalogue).map(({ forms, whole, kinds }) => {
      const read = readInvented(reports)
      const kindOf = (indicator: typeof whole) => ({
        key: indicator.id,
        name: indicator.shortName ?? indicator.name,
        rows: read(indicator),
      })
      return { forms, whole: kindOf(whole), kinds: kinds.map(kindOf) }
    })
  const figureBy = (by: 'years' | 'bodies', at: number | 'latest') => {
    const mix = readMix(sectionsOf(), { by, at, years: [2021, 2022], minSize: 20, per: 'count' }, context)
    if (!mix) throw new Error('no whole')
    return figureOfRequestMix(mix, context)
  }

  it('over the years: every place of the whole counts, the blank and the missing by name', () => {
    const figure = figureBy('years', 'latest')
    expect(figure.subtitle.slice(-3)).toEqual(['3 个机关', '2021–2022', '件'])
    expect(figure.n).toBe('3/6 有数值，未收录 3')
    expect(figure.rows.filter((row) => row.indicator === 'outcomes_total')).toHaveLength(6)
    expect(new Set(figure.rows).size).toBe(figure.rows.length)
    expect(figure.source).toBe('来源：3 份年报原文')
  })

  it('over the bodies: the rows of the year that is shown, the whole and what the form lists of it', () => {
    const figure = figureBy('bodies', 2022)
    expect(figure.subtitle.at(-2)).toBe('2022 年')
    expect(figure.n).toBe('2/3 有数值，未收录 1')
    expect(new Set(figure.rows.map(({ year }) => year))).toEqual(new Set([2022]))
    expect(figure.rows.find((row) => row.agency === 'b' && row.indicator === 'outcome_granted')).toMatchObject({ state: 'blank' })
  })
})

it('the mix of channels holds each channel of each place, and what the prose says of one', () => {
  const indicators = channelIndicatorsOf(ourCatalogue)
  const rows = indicators.channels.flatMap(({ id }, i) => [
    compared('a', 2017, i + 1, { indicator: id }),
    compared('b', 2017, i === 0 ? null : i, { indicator: id }),
  ])
  const told = compared('b', 2017, 61, { indicator: indicators.channels[0]?.id ?? '', evidence: 'B' })
  const mixes = mixesOf([...rows, told], indicators.channels)
  const plain = contextOf('requests_new', { years: [2017, 2017], agencies: testAgencies.slice(0, 2) })
  const figure = figureOfChannelMix(mixes, mixes, { ...plain, indicators, per: 'count', ownScales: false, at: 2017, order: 'value' })
  expect(new Set(figure.rows)).toEqual(new Set([...rows, told]))
  expect(figure.n).toContain('1/2')
  expect(figure.notes).toContain(plain.words.compare.proseNote)
})

it('a funnel holds the rows of its marks and says how many of how many it assesses', () => {
  const rate = ours('disclosure_rate')
  const rows = Array.from({ length: 12 }, (_, i) =>
    compared(`f${i}`, 2022, i === 11 ? 1 : 0.5, { indicator: rate.id, n: i === 11 ? 3 : 40 + i }),
  )
  const agencies = rows.map(({ agency }) => ({ ...(testAgencies[0] as (typeof testAgencies)[number]), id: agency, shortName: agency }))
  const about = { ...requestContextOf({ agencies }), indicator: rate, withYear: false }
  const funnel = makeFunnel(listRates(rows, rate).main, about)
  if (!funnel) throw new Error('too few')
  const figure = figureOfFunnel(funnel, 2022, about)
  expect(new Set(figure.rows)).toEqual(new Set(rows))
  expect(figure.n).toBe(about.said.funnelHave(11, 12))
  expect(figure.notes).toHaveLength(2)
  expect(figure.table.rows).toHaveLength(12)
})
