import { describe, expect, it } from 'vitest'
import { findChanges, isSameFigure } from '../../src/app/links/figureChanges.ts'
import { makeLink, type LinkSource } from '../../src/app/links/makeLink.ts'
import { collectFigures, type ShownFigure } from '../../src/app/links/shownFigures.ts'
import { packEarlier, openEarlier } from '../../src/dataset/earlierValues.ts'
import type { ReportEntry } from '../../src/dataset/openDataset.ts'
import type { IndicatorValue } from '../../src/dataset/staticApi.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import type { ComparedValue } from '../../src/questions/comparedValue.ts'
import { readSelection } from '../../src/selection.ts'
import { readCarried, writeCarried } from '../../src/selection/carriedValues.ts'
import { known, start } from '../knownSelection.ts'

const compared = (given: Partial<ComparedValue>): ComparedValue => ({
  indicator: 'requests_new',
  agency: 'a',
  year: 2018,
  applicant: 'total',
  value: null,
  state: 'blank',
  evidence: 'A',
  qualifier: null,
  form: 'pre2019_table',
  scope: 'own',
  report: 'a-2018',
  n: null,
  ...given,
})
const shown = (given: Partial<ShownFigure>): ShownFigure => ({ ...compared({}), isPublished: true, ...given })
const number = (value: number, given: Partial<ShownFigure> = {}): ShownFigure => shown({ value, state: 'value', ...given })
const data = { catalogue: ourCatalogue, reports: [] }
const collect = (rows: readonly ComparedValue[], params: object = {}) =>
  collectFigures([{ question: 'compareAgencies', params, rows }], data)

describe('the figures that a page shows', () => {
  it('are those of every answer, each once', () => {
    const rows = [compared({ value: 3, state: 'value' }), compared({ year: 2019 })]
    const gathered = [
      { agency: 'a', year: 2018, form: 'y2019', scope: 'own', report: 'a-2018', figures: [3, 'blank'] },
      { agency: 'a', year: 2019, form: 'y2019', scope: 'own', report: 'a-2019', figures: ['blank', 'not_in_form'] },
      { agency: 'b', year: 2018, form: null, scope: null, report: null, figures: [] },
    ]
    const figures = collectFigures(
      [
        { question: 'compareAgencies', params: {}, rows },
        { question: 'gatherFigures', params: { figures: ['requests_new', 'requests_new@natural_person'] }, rows: gathered },
        { question: 'coverReports', params: {}, rows: [{ agency: 'a' }] },
      ],
      data,
    )
    expect(figures.map(({ agency, year, applicant, value, state }) => [agency, year, applicant, value, state])).toEqual([
      ['a', 2018, 'total', 3, 'value'],
      ['a', 2019, 'total', null, 'blank'],
      ['a', 2018, 'natural_person', null, 'blank'],
      ['b', 2018, 'total', null, 'not_loaded'],
      ['b', 2018, 'natural_person', null, 'not_loaded'],
    ])
  })

  it('keep a blank that counts as 0 a blank', () => {
    const [figure, rate] = collect(
      [compared({ value: 0, state: 'blank' }), compared({ indicator: 'disclosure_rate', value: 0.5, state: 'value' })],
      {
        blanksAsZero: true,
      },
    )
    expect(figure).toMatchObject({ value: null, state: 'blank', isPublished: true })
    expect(rate).toMatchObject({ value: 0.5, isPublished: false })
  })

  it('are not those of a report that a later version replaced', () => {
    const entry = (report: string, version: number) => ({ report, agency: 'a', year: 2018, version }) as ReportEntry
    const reports = [entry('a-2018', 1), entry('a-2018-2', 2)]
    const rows = [compared({}), compared({ report: 'a-2018-2', year: 2018 })]
    const figures = collectFigures([{ question: 'readReport', params: {}, rows }], { catalogue: ourCatalogue, reports })
    expect(figures.map(({ report }) => report)).toEqual(['a-2018-2'])
  })
})

describe('what changed since a link was made', () => {
  const then = (value: number | null, state = 'value') => ({ value, state, qualifier: null, n: null })

  it('is a number that is another one, a blank that became 0, a 0 that became a blank, and a blank that became a dash', () => {
    expect(isSameFigure(then(3), number(4))).toBe(false)
    expect(isSameFigure(then(null, 'blank'), number(0, { state: 'zero' }))).toBe(false)
    expect(isSameFigure(then(0), shown({ state: 'blank' }))).toBe(false)
    expect(isSameFigure(then(null, 'blank'), shown({ state: 'dash' }))).toBe(false)
    expect(isSameFigure(then(null, 'not_loaded'), shown({ state: 'blank' }))).toBe(false)
    expect(isSameFigure(then(1_000_000_000), number(1_000_000_001))).toBe(false)
  })

  it('is not a number that reads the same, nor a zero under another name', () => {
    expect(isSameFigure(then(0), number(0, { state: 'zero' }))).toBe(true)
    expect(isSameFigure(then(null, 'blank'), shown({ state: 'blank' }))).toBe(true)
    expect(isSameFigure(then(0.333333333), number(1 / 3))).toBe(true)
  })

  it('comes from the data that were kept, else from the link, and is never made up', async () => {
    const value = (given: Partial<IndicatorValue>): IndicatorValue => ({ ...compared({}), ...given })
    const files = new Map(packEarlier([['requests_new', [value({ value: 3, state: 'value' }), value({ year: 2019 })]]]))
    const figures = [
      number(4),
      number(0, { year: 2019, state: 'zero' }),
      number(5, { indicator: 'staff_total', applicant: null }),
      number(7, { indicator: 'staff_total', applicant: null, year: 2019 }),
      number(7, { indicator: 'staff_total', applicant: null, year: 2020 }),
    ]
    const kept = await openEarlier({ folder: 'f' }, figures, (address) =>
      Promise.resolve(JSON.parse(files.get(address.slice(2)) ?? '') as unknown),
    )
    const carried = [
      // The link says otherwise than what was kept: what was kept counts.
      { indicator: 'requests_new', applicant: 'total', agency: 'a', year: 2018, value: 999, state: 'value' },
      { indicator: 'staff_total', applicant: null, agency: 'a', year: 2018, value: 5, state: 'value' },
      { indicator: 'staff_total', applicant: null, agency: 'a', year: 2019, value: null, state: 'blank' },
    ]
    const changes = findChanges(figures, kept, carried)
    expect(changes.changed.map(({ before: { value: old, state }, now, from }) => [old, state, now.value, from])).toEqual([
      [3, 'value', 4, 'kept'],
      [null, 'blank', 0, 'kept'],
      [null, 'blank', 7, 'link'],
    ])
    expect(changes).toMatchObject({ same: 1, unknown: 1, fromLink: 2 })
    expect(findChanges(figures, null, [])).toEqual({ changed: [], same: 0, unknown: 5, fromLink: 0 })
    expect(findChanges([number(1, { isPublished: false })], kept, [])).toMatchObject({ unknown: 1 })
  })
})

describe('a link that is handed on', () => {
  const nothing = { agencies: new Set<string>(), reports: new Set<string>(), isOwnDataset: false }
  const source: LinkSource = {
    selection: { ...start, page: 'compare', lang: 'en', theme: 'dark' },
    start,
    own: nothing,
    figures: [],
    catalogue: ourCatalogue,
    fingerprint: '0a1b2c3d'.repeat(8),
  }
  const read = (address: string) => readSelection(new URLSearchParams(address), known)
  const carriedBy = (address: string) => {
    const { of, was } = read(address).selection
    return was === null ? [] : (readCarried(was, of) ?? [])
  }

  it('names the version of the data and carries the figures that fit, what is compared first', () => {
    expect(makeLink(source)).toEqual({ address: '?page=compare&of=0a1b2c3d&lang=en&theme=dark', left: [], ownFigures: 0 })
    const figures = Array.from({ length: 60 }, (_, i) =>
      number(i, { agency: `ju-${i}`, indicator: i < 55 ? 'staff_total' : 'requests_new', applicant: i < 55 ? null : 'total' }),
    )
    const { address } = makeLink({ ...source, figures })
    expect(address.length).toBeLessThanOrEqual(2000)
    const carried = carriedBy(address)
    expect(carried).toHaveLength(40)
    expect(carried.filter(({ indicator }) => indicator === 'requests_new').map(({ value }) => value)).toEqual([55, 56, 57, 58, 59])
    expect(read(address).problems).toEqual([])
    const long = makeLink({ ...source, figures: figures.map((figure, i) => ({ ...figure, agency: `${'long-'.repeat(18)}${i}` })) })
    expect(long.address.length).toBeLessThanOrEqual(2000)
    expect(carriedBy(long.address)).toHaveLength(10)
  })

  it('carries neither prose nor a rate over few', () => {
    const rate = { indicator: 'disclosure_rate', applicant: 'total' } as const
    const figures = [number(1, { evidence: 'C' }), number(0.5, { ...rate, n: 4 }), number(0.25, { ...rate, n: 400, year: 2019 })]
    expect(carriedBy(makeLink({ ...source, figures }).address).map(({ value }) => value)).toEqual([0.25])
  })

  it('has nothing of this machine in it, and says what it leaves out', () => {
    const own = { ...nothing, agencies: new Set(['b']), reports: new Set(['b-2019', 'a-2019-2']) }
    const selection = { ...source.selection, agencies: ['a', 'b'], focus: ['b'], report: 'b-2019', cell: '3.1' }
    const figures = [number(1), number(2, { agency: 'b' }), number(3, { year: 2019, report: 'a-2019-2' })]
    const made = makeLink({ ...source, selection, own, figures })
    expect(made).toMatchObject({ left: ['report', 'agencies', 'focus'], ownFigures: 2 })
    expect(read(made.address).selection).toMatchObject({ agencies: ['a'], focus: null, report: null, cell: null, of: '0a1b2c3d' })
    expect(carriedBy(made.address).map(({ value }) => value)).toEqual([1])
    expect(made.address).not.toContain('b-2019')
  })

  it('to a dataset of this machine goes to the same page of the published one, and carries nothing', () => {
    const selection = { ...source.selection, data: 'local-mine', agencies: ['a'], years: [2018, 2019] as const }
    const made = makeLink({ ...source, selection, own: { ...nothing, isOwnDataset: true }, figures: [number(1)], fingerprint: null })
    expect(made).toEqual({ address: '?page=compare&years=2018-2019&lang=en&theme=dark', left: ['data'], ownFigures: 1 })
  })

  it('opens the same view in the other language and theme', () => {
    const { address } = makeLink({ ...source, figures: [number(12)] })
    const { selection } = read(address)
    for (const [lang, theme] of [
      ['zh', 'auto'],
      ['zh', 'care'],
      ['en', 'light'],
    ] as const) {
      const params = new URLSearchParams(address)
      params.set('lang', lang)
      params.set('theme', theme)
      expect(read(params.toString())).toEqual({ selection: { ...selection, lang, theme }, problems: [] })
    }
    expect(writeCarried(carriedBy(address), '0a1b2c3d')).toBe(selection.was)
  })
})
