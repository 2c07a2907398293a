import { describe, expect, it } from 'vitest'
import { canAskAll } from '../../src/app/files/canAskAll.ts'
import { askAll } from '../../src/app/files/gatherFigure.ts'
import type { PanelFile } from '../../src/app/files/panelFile.ts'
import type { Atlas } from '../../src/app/AtlasContext.ts'
import type { EngineStart } from '../../src/app/engineStart.ts'
import { indicatorById } from '../../src/indicators/catalogue.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import { readIndicatorAs, type ReadingKind } from '../../src/indicators/readings.ts'
import type { ComparedValue } from '../../src/questions/comparedValue.ts'
import { compared } from '../charts/comparedRows.ts'

/** A count that may be set in relation to the staff and to the requests. */
const count = indicatorById(ourCatalogue, 'disclosed_items_total')
const readAs = (per: ReadingKind, applicant: string | null = null) => readIndicatorAs(ourCatalogue, count, { applicant, per })
const signal = new AbortController().signal

/** A dataset that answers any question with these rows, and notes what it was asked for. */
function datasetOf(rows: readonly ComparedValue[], agencies: readonly object[] = []) {
  const asked: string[] = []
  const dataset = {
    catalogue: ourCatalogue,
    manifest: { years: [2019, 2021] },
    agencies,
    publishedAnswers: { has: (key: string) => asked.push(key) > 0 },
    readJson: () => Promise.resolve(rows),
  }
  return { asked, atlas: { dataset, selection: { years: [2019, 2021], blanksAsZero: false } } as unknown as Atlas }
}

const fileOf = (rows: readonly ComparedValue[], ownIndicators: PanelFile['ownIndicators']): PanelFile => ({
  chart: 'bar',
  title: '',
  source: '',
  table: { caption: '', columns: [], rows: [] },
  rows,
  ownIndicators,
  drawing: null,
})

describe('everything of a figure', () => {
  const shown = [compared('a', 2018, 2, { indicator: count.id })]

  it('can be asked for where a count is set in relation to a base, and not where a page made a measure of its own', () => {
    expect(canAskAll(fileOf(shown, []), { catalogue: ourCatalogue })).toBe(true)
    for (const per of ['staff', 'requests'] as const) {
      const { shown: measure, base } = readAs(per)
      expect(base).not.toBe(null)
      expect(canAskAll(fileOf(shown, [measure]), { catalogue: ourCatalogue })).toBe(true)
    }
    const own = { ...readAs('staff').shown, from: {} }
    expect(canAskAll(fileOf(shown, [own]), { catalogue: ourCatalogue })).toBe(false)
  })

  it('is divided by its base report by report, and a missing base leaves it missing', async () => {
    const { shown: measure, base } = readAs('requests')
    const of = (id: string) => (agency: string, value: number | null, state?: ComparedValue['state']) =>
      compared(agency, 2018, value, { indicator: id, ...(state ? { state } : {}) })
    const [items, requests] = [of(count.id), of(base?.id ?? '')]
    const { asked, atlas } = datasetOf([
      items('a', 50),
      items('b', 7),
      items('c', null, 'blank'),
      items('d', 3),
      requests('a', 200),
      requests('b', null, 'blank'),
      requests('c', 40),
      requests('d', 0),
    ])
    const rows = await askAll(fileOf(shown, [measure]), atlas, {} as EngineStart, signal)
    expect(asked).toHaveLength(1)
    expect(rows.map(({ agency, value, state, n }) => [agency, value, state, n])).toEqual([
      ['a', 25, 'value', 200],
      ['b', null, 'blank', null],
      ['c', null, 'blank', 40],
      ['d', null, 'undefined', 0],
    ])
  })

  it('leaves out the years in which a body did not exist, as the page does', async () => {
    const gone = { id: 'a', validFrom: null, validTo: '2019-12-31' }
    const loaded = compared('a', 2019, 5, { indicator: count.id })
    const absent = { ...compared('a', 2021, null, { indicator: count.id, state: 'not_loaded' }), report: null }
    const { atlas } = datasetOf([loaded, absent], [gone])
    expect(await askAll(fileOf(shown, []), atlas, {} as EngineStart, signal)).toEqual([loaded])
  })
})
