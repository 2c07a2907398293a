import { describe, expect, it } from 'vitest'
import { describeFlow, flowChart, heightOfFlow, pointsOfFlow, tableOfFlow } from '../../src/charts/flowChart.ts'
import { gatherFlow, type RequestFlow } from '../../src/charts/flowFigures.ts'
import { layOutFlow } from '../../src/charts/flowLayout.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import { printAmount } from '../../src/charts/requestSums.ts'
import { drawSvg } from './drawSvg.ts'
import { readInvented, requestContextOf, type InventedReport } from './requestRows.ts'

const context = requestContextOf()
const flowOf = (reports: readonly InventedReport[], year = 2022): RequestFlow => {
  const read = readInvented(reports)
  return gatherFlow((indicator) => read(indicator).filter((row) => row.year === year), year, ourCatalogue)
}
const numberOf = (flow: RequestFlow, key: string): string | undefined =>
  tableOfFlow(flow, '', context).rows.find((row) => row.key === key)?.cells[1]

/** 40 new and 3 carried in; 41 answered and 2 carried over. */
const balanced = {
  requests_new: 40,
  requests_carried_in: 3,
  outcomes_total: 41,
  requests_carried_out: 2,
  outcome_granted: 20,
  outcome_partial: 6,
  refused_state_secret: 1,
  refused_admin_query: 4,
  unable_not_held: 7,
  not_processed_duplicate: 2,
  other_misc: 1,
}

describe('the flow of requests', () => {
  it('tells what the form prints, and sums of grounds where it prints none', () => {
    const flow = flowOf([{ agency: 'a', year: 2022, form: 'y2021', figures: balanced }])
    const told = Object.fromEntries(flow.nodes.map((node) => [node.key, numberOf(flow, node.key)]))
    for (const [key, value] of Object.entries(balanced)) expect(told[key], key).toBe(String(value))
    expect(told).toMatchObject({ outcome_refused_total: '5', unable_total: '7', not_processed_total: '2', other_total: '1' })
    expect(flow.gaps).toEqual([])
    expect(flow.nodes.filter(({ kind }) => kind === 'ground')).toHaveLength(8 + 3 + 5 + 3)
  })

  it('adds up a group: its table equals sums made another way, and says who is not in it', () => {
    const reports: InventedReport[] = [
      { agency: 'a', year: 2022, form: 'y2021', figures: balanced },
      { agency: 'b', year: 2022, form: 'y2021', figures: { requests_new: 5, outcomes_total: 5, outcome_granted: 5 } },
      { agency: 'c', year: 2022, form: null },
    ]
    const flow = flowOf(reports)
    for (const { key, indicator } of flow.nodes) {
      if (indicator.cell.y2021 === undefined) continue
      let sum = 0
      for (const { form, figures } of reports) if (form !== null) sum += Number(figures?.[key] ?? 0)
      expect(numberOf(flow, key), key).toBe(String(sum))
    }
    expect(flow.addable.left).toEqual([{ agency: 'c', report: null, why: 'not_loaded' }])
  })

  it('leaves a sum unknown where a body left the row blank: at least what is known, n of N, and who', () => {
    const flow = flowOf([
      { agency: 'a', year: 2022, form: 'y2021', figures: balanced },
      { agency: 'b', year: 2022, form: 'y2021', figures: { requests_new: 5, outcomes_total: 5, outcome_granted: 'blank' } },
    ])
    const row = tableOfFlow(flow, '', context).rows.find(({ key }) => key === 'outcome_granted')
    expect(row?.cells.slice(1, 4)).toEqual(['≥ 20（1/2）', '1/2', '乙局 空白'])
    expect(
      pointsOfFlow(flow, context)
        .flat()
        .map((point) => point.text),
    ).toContain('予以公开，2022 年，≥ 20（1/2）')
  })

  it('keeps the blank of a single body as blank: hatched, without thickness', () => {
    const flow = flowOf([{ agency: 'a', year: 2022, form: 'y2021', figures: { ...balanced, outcome_partial: 'blank' } }])
    expect(numberOf(flow, 'outcome_partial')).toBe('空白')
    const layout = layOutFlow(flow, context)
    expect(layout.nodes.find(({ node }) => node.key === 'outcome_partial')?.height).toBe(0)
    expect(layout.ribbons.some((ribbon) => ribbon.thickness === 0 && !ribbon.isTold)).toBe(true)
  })

  it('shows where two sides differ instead of hiding it, and says nothing where a blank hides them', () => {
    const lost = flowOf([{ agency: 'a', year: 2022, form: 'y2021', figures: { ...balanced, outcomes_total: 38 } }])
    expect(lost.gaps.map(({ kind, difference }) => [kind, difference])).toEqual([
      ['balance', 3],
      ['parts', -3],
    ])
    expect(layOutFlow(lost, context).gaps.map(({ text }) => text)).toEqual(['总计与分项相差 3 件', '收到与去向相差 3 件'])
    expect(tableOfFlow(lost, '', context).rows.at(-2)?.cells[1]).toBe('3')
    const hidden = flowOf([
      {
        agency: 'a',
        year: 2022,
        form: 'y2021',
        figures: { ...balanced, outcomes_total: 38, outcome_granted: 'blank', requests_carried_in: 'blank' },
      },
    ])
    expect(hidden.gaps).toEqual([])
  })

  it('has no carry-over on the 2014 form, and does not make answers follow from requests there', () => {
    const flow = flowOf(
      [{ agency: 'a', year: 2018, form: 'pre2019_table', figures: { requests_new: 30, outcomes_total: 33, outcome_granted: 33 } }],
      2018,
    )
    expect(flow.shape?.out).toBeNull()
    expect(flow.nodes.filter(({ kind }) => kind === 'part')).toHaveLength(8)
    expect(flow.gaps).toEqual([])
    const [first] = layOutFlow(flow, context).ribbons.filter((ribbon) => ribbon.outcome === null)
    expect(first).toMatchObject({ thickness: 0, isTold: false })
  })

  it('never adds forms that ask differently, nor a whole government to single bodies', () => {
    const flow = flowOf([
      { agency: 'a', year: 2022, form: 'y2021', figures: balanced },
      { agency: 'b', year: 2022, form: 'y2021', figures: balanced },
      { agency: 'c', year: 2022, form: 'pre2019_table', figures: { requests_new: 500 } },
      { agency: 'd', year: 2022, form: 'y2021', scope: 'aggregate', figures: { requests_new: 9000 } },
      { agency: 'e', year: 2022, form: 'narrative', rest: 'not_reported' },
    ])
    expect(numberOf(flow, 'requests_new')).toBe('80')
    expect(flow.addable.left.map(({ agency, why }) => [agency, why])).toEqual([
      ['c', 'other_form'],
      ['d', 'other_scope'],
      ['e', 'not_reported'],
    ])
  })

  it('is of nobody where the form does not ask for the type of applicant: its rows are of everybody', () => {
    const figures = { requests_new: 'not_in_form', outcomes_total: 'not_in_form', outcome_already_public: 117 } as const
    const flow = flowOf([{ agency: 'a', year: 2022, form: 'pre2019_table', figures }])
    expect(flow.nodes).toEqual([])
    expect(flow.addable.left.map(({ why }) => why)).toEqual(['not_in_form'])
  })

  it('shows every row of zeros, and thousands without losing a single case', () => {
    const none = layOutFlow(flowOf([{ agency: 'a', year: 2022, form: 'y2021' }]), context)
    expect(none.nodes.every((placed) => placed.height === 0 && placed.label.number === '0')).toBe(true)
    const many = layOutFlow(
      flowOf([
        {
          agency: 'a',
          year: 2022,
          form: 'y2021',
          figures: { requests_new: 10_000, outcomes_total: 10_000, outcome_granted: 9_999, other_misc: 1 },
        },
      ]),
      context,
    )
    expect(many.nodes.find(({ node }) => node.key === 'other_misc')?.height).toBeGreaterThanOrEqual(2)
    for (const layout of [none, many]) {
      const grounds = layout.nodes.filter(({ node }) => node.kind === 'ground').map(({ y }) => y)
      expect(grounds.every((y, i) => i === 0 || y - (grounds[i - 1] ?? NaN) >= 18)).toBe(true)
      expect(layout.height).toBeLessThan(900)
    }
  })

  it('is a list where there is no room for bands, with the same rows', () => {
    const flow = flowOf([{ agency: 'a', year: 2022, form: 'y2021', figures: balanced }])
    const narrow = layOutFlow(flow, requestContextOf({ width: 340 }))
    expect(narrow.ribbons).toEqual([])
    expect(narrow.nodes.map(({ node }) => node.key)).toEqual(flow.nodes.map(({ key }) => key))
    expect(narrow.nodes.every(({ x, width }) => x + width <= 340)).toBe(true)
  })

  it('never cuts a number, however little room there is and however large the type', () => {
    const figures = { ...balanced, outcomes_total: 4280, outcome_granted: 4257, refused_internal_affairs: 23 }
    const flow = flowOf([{ agency: 'a', year: 2022, form: 'y2021', figures }])
    const large = { ...context.palette, label: 24, small: 24 }
    for (const width of [180, 330]) {
      const narrow = requestContextOf({ width, palette: large })
      const drawn = drawSvg(flowChart(flow, narrow), width, heightOfFlow(flow, narrow))
      for (const { amount } of flow.nodes) if (amount.known > 9) expect(drawn).toContain(`>${printAmount(amount, narrow)}</text>`)
      expect(drawn).toContain('>4,257</text>')
    }
  })

  it('is told in words whose numbers stand in the table', () => {
    const flow = flowOf([{ agency: 'a', year: 2022, form: 'y2021', figures: balanced }])
    const text = describeFlow(flow, context)
    expect(text.length).toBeLessThanOrEqual(300)
    const cells = tableOfFlow(flow, '', context).rows.flatMap((row) => row.cells)
    for (const number of text.match(/(?<= )\d+(?=[，。])/g) ?? []) expect(cells).toContain(number)
    expect(text).toContain('予以公开 20')
  })

  it('looks as it did when someone last looked at it', async () => {
    const flow = flowOf([
      { agency: 'a', year: 2022, form: 'y2021', figures: { ...balanced, outcomes_total: 43, unable_unclear_after_correction: 'blank' } },
    ])
    await expect(drawSvg(flowChart(flow, context), context.width, heightOfFlow(flow, context))).toMatchFileSnapshot('requestFlow.svg')
  })
})
