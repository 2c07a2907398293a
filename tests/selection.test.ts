import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  agencyGroups,
  bases,
  benchmarks,
  charts,
  findingGroups,
  followStep,
  orders,
  outcomeFilters,
  pages,
  printAddress,
  printedViews,
  readSelection,
  severityFilters,
  themes,
  verdictFilters,
  writeSelection,
  type Selection,
} from '../src/selection.ts'
import { writeCarried } from '../src/selection/carriedValues.ts'
import { pageFigures } from '../src/selection/pageFigures.ts'
import { known, start } from './knownSelection.ts'

/** What links say of the data they were made on: nothing more than the version, or figures too. */
const carried = [
  { of: '0a1b2c3d', was: null },
  {
    of: 'ffffffff',
    was: writeCarried(
      [{ indicator: 'requests_new', applicant: 'total', agency: 'a', year: 2018, value: null, state: 'blank' }],
      'ffffffff',
    ),
  },
]

const read = (address: string) => readSelection(new URLSearchParams(address), known)

/** Some of these, or null. */
const some = (ids: readonly string[], most: number) => fc.option(fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: most }))
/** Any selection, every field of it. */
const selections: fc.Arbitrary<Selection> = fc
  .record({
    page: fc.constantFrom(...pages),
    indicators: fc.uniqueArray(fc.constantFrom(...known.indicators), { minLength: 1, maxLength: 2 }),
    agencies: some([...known.agencies], 7),
    focus: some([...known.agencies], 6),
    years: fc
      .tuple(fc.integer({ min: 1990, max: 2100 }), fc.integer({ min: 0, max: 50 }))
      .map(([from, more]) => [from, Math.min(2100, from + more)] as const),
    at: fc.oneof(fc.constant(null), fc.constant('latest' as const), fc.integer({ min: 1990, max: 2099 })),
    chart: fc.constantFrom(null, ...charts),
    prose: fc.boolean(),
    blanksAsZero: fc.boolean(),
    applicant: fc.constantFrom(null, ...known.applicants),
    bench: fc.oneof(fc.constantFrom(null, ...benchmarks), fc.integer({ min: -999, max: 99_999 }), fc.constant(0.25)),
    sort: fc.constantFrom(null, ...orders),
    by: fc.constantFrom(null, ...agencyGroups),
    topic: fc.constantFrom(null, ...known.topics),
    ownAxes: fc.boolean(),
    per: fc.constantFrom(null, ...bases),
    sameBodies: fc.boolean(),
    peers: some([...known.agencies], 7),
    against: fc.constantFrom(null, ...known.reports),
    report: fc.constantFrom(null, ...known.reports),
    cell: fc.constantFrom(null, '1.1a', '3.1@natural_person', '4.2.5'),
    rule: fc.constantFrom(null, ...known.rules),
    severity: fc.constantFrom(null, ...severityFilters),
    outcome: fc.constantFrom(null, ...outcomeFilters),
    verdict: fc.constantFrom(null, ...verdictFilters),
    group: fc.constantFrom(null, ...findingGroups),
    print: fc.constantFrom(null, ...printedViews),
    figure: fc.constantFrom(null, ...pageFigures),
    carried: fc.constantFrom(null, ...carried),
    lang: fc.constantFrom('zh' as const, 'en' as const),
    theme: fc.constantFrom(...themes),
    data: fc.constantFrom(...known.datasets),
  })
  .map(({ carried: link, ...chosen }) => ({ ...chosen, of: link?.of ?? null, was: link?.was ?? null }))

describe('the address', () => {
  it('is empty for the start', () => {
    expect(writeSelection(start, start).toString()).toBe('')
    expect(printAddress(start, start)).toBe('./')
    expect(read('')).toEqual({ selection: start, problems: [] })
  })

  it('keeps ~ between ids readable', () => {
    expect(printAddress({ ...start, page: 'compare', agencies: ['a', 'b'] }, start)).toBe('?page=compare&agencies=a~b')
  })

  it('leaves what was made for paper on the way to a page', () => {
    const onPaper = { ...start, page: 'agency', print: 'brief' } as const
    expect(printAddress(onPaper, start)).toBe('?page=agency&print=brief')
    expect(followStep(onPaper, { years: [2020, 2021] }).print).toBe('brief')
    expect(followStep(onPaper, { page: 'agency' }).print).toBe(null)
    expect(followStep(start, { page: 'checks', print: 'brief' }).print).toBe('brief')
  })

  it('leaves the figure that is embedded with its page', () => {
    const embedded = { ...start, page: 'embed', figure: 'flow' } as const
    expect(printAddress(embedded, start)).toBe('?page=embed&figure=flow')
    expect(followStep(embedded, { years: [2020, 2021] }).figure).toBe('flow')
    expect(followStep(embedded, { page: 'requests' }).figure).toBe(null)
  })

  it('keeps what a link says of its data on the same page, in any language and theme, and leaves it on the way to another', () => {
    const [, link] = carried
    const opened: Selection = { ...start, page: 'compare', of: link?.of ?? null, was: link?.was ?? null }
    expect(followStep(opened, { lang: 'en', theme: 'care', years: [2020, 2021] })).toMatchObject({ of: opened.of, was: opened.was })
    expect(followStep(opened, { page: 'compare' })).toMatchObject({ of: opened.of })
    expect(followStep(opened, { page: 'checks' })).toMatchObject({ of: null, was: null })
    expect(followStep(opened, { data: 'demo' })).toMatchObject({ of: null, was: null })
    expect(followStep(start, { page: 'checks', of: '0a1b2c3d' })).toMatchObject({ of: '0a1b2c3d' })
  })

  it('brings back exactly what was chosen, for any selection', () => {
    fc.assert(
      fc.property(selections, (selection) => {
        const address = printAddress(selection, start)
        expect(read(address.replace(/^[^?]*\??/, ''))).toEqual({ selection, problems: [] })
      }),
    )
  })

  it.each(Object.keys(start) as (keyof Selection)[])('says %s when it is not as usual, and brings it back', (field) => {
    const usual = JSON.stringify(start[field])
    const other = fc.sample(selections, { numRuns: 100, seed: 1 }).find((selection) => JSON.stringify(selection[field]) !== usual)
    if (other === undefined) throw new Error(`${field} is never tried`)
    // Old figures stand only beside the version that they are of.
    const selection = { ...start, [field]: other[field], ...(field === 'was' ? { of: other.of } : {}) }
    const address = printAddress(selection, start)
    expect(address).not.toBe('./')
    expect(read(address.replace('?', ''))).toEqual({ selection, problems: [] })
  })

  it.each([
    ['in full-width letters', 'page=ｃｏｍｐａｒｅ&years=２０１８', ['page', 'years']],
    ['with a full-width ampersand', 'page=compare＆years=2018', ['page']],
    ['with a full-width question mark', '？page=compare', ['？page']],
    ['with bodies parted by commas', 'agencies=a,b', ['agencies']],
    ['that stands twice', 'page=compare&page=checks&page=data', ['page']],
    ['that is shouted', 'PAGE=compare', ['PAGE']],
  ])('names what it cannot read of an address %s', (_, address, parts) => {
    expect(read(address).problems.map(({ part }) => part)).toEqual(parts)
  })

  it('is read whole at 8,000 characters, and names each part of it that is not there', () => {
    const gone = Array.from({ length: 1_600 }, (_, at) => `x${at}`)
    const address = `page=compare&agencies=a~${gone.join('~')}~b`
    expect(address.length).toBeGreaterThan(8_000)
    const { selection, problems } = read(address)
    expect(selection.agencies).toEqual(['a', 'b'])
    expect(problems.map(({ given }) => given)).toEqual(gone)
  })

  it.each([
    ['agencies=a~gone', { agencies: ['a'] }, [{ part: 'agencies', given: 'gone', reason: 'unknown' }]],
    ['agencies=gone', {}, [{ part: 'agencies', given: 'gone', reason: 'unknown' }]],
    ['indicator=renamed', {}, [{ part: 'indicator', given: 'renamed', reason: 'unknown' }]],
    [
      'indicator=staff_total~disclosure_rate~requests_new',
      { indicators: ['staff_total', 'disclosure_rate'] },
      [{ part: 'indicator', given: 'requests_new', reason: 'too_many' }],
    ],
    ['bench=12.5', { bench: 12.5 }, []],
    ['bench=median', { bench: 'median' }, []],
    ['bench=best', {}, [{ part: 'bench', given: 'best', reason: 'unreadable' }]],
    ['applicant=nobody', {}, [{ part: 'applicant', given: 'nobody', reason: 'unknown' }]],
    ['per=head', {}, [{ part: 'per', given: 'head', reason: 'unknown' }]],
    ['axes=shared', {}, [{ part: 'axes', given: 'shared', reason: 'unreadable' }]],
    ['peers=a~gone', { peers: ['a'] }, [{ part: 'peers', given: 'gone', reason: 'unknown' }]],
    ['years=lately', {}, [{ part: 'years', given: 'lately', reason: 'unreadable' }]],
    ['years=2020-2017', {}, [{ part: 'years', given: '2020-2017', reason: 'unreadable' }]],
    ['years=2018', { years: [2018, 2018] }, []],
    ['page=elsewhere', {}, [{ part: 'page', given: 'elsewhere', reason: 'unknown' }]],
    ['page=checks&rule=staff.parts&severity=error', { page: 'checks', rule: 'staff.parts', severity: 'error' }, []],
    ['rule=gone.away', {}, [{ part: 'rule', given: 'gone.away', reason: 'unknown' }]],
    ['outcome=holds', {}, [{ part: 'outcome', given: 'holds', reason: 'unknown' }]],
    ['verdict=guilty', {}, [{ part: 'verdict', given: 'guilty', reason: 'unknown' }]],
    ['prose=yes', {}, [{ part: 'prose', given: 'yes', reason: 'unreadable' }]],
    ['blanks=zero', { blanksAsZero: true }, []],
    ['theme=neon', {}, [{ part: 'theme', given: 'neon', reason: 'unknown' }]],
    ['data=https://elsewhere.example', {}, [{ part: 'data', given: 'https://elsewhere.example', reason: 'unknown' }]],
    ['of=zzz', {}, [{ part: 'of', given: 'zzz', reason: 'unreadable' }]],
    ['cell=<b>', {}, [{ part: 'cell', given: '<b>', reason: 'unreadable' }]],
  ])('still opens %s, and names what it dropped', (address, kept, problems) => {
    expect(read(address)).toEqual({ selection: { ...start, ...kept }, problems })
  })

  it('never throws, whatever stands in it, and cuts what it repeats', () => {
    const parts = [
      'page',
      'indicator',
      'agencies',
      'focus',
      'years',
      'at',
      'chart',
      'prose',
      'blanks',
      'report',
      'cell',
      'rule',
      'severity',
      'outcome',
      'verdict',
      'group',
      'of',
      'was',
      'print',
      'lang',
      'theme',
      'data',
      '__proto__',
    ]
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...parts), fc.string({ maxLength: 200 }))), (pairs) => {
        const { selection, problems } = readSelection(new URLSearchParams(pairs), known)
        expect(pages).toContain(selection.page)
        expect(selection.years[0]).toBeLessThanOrEqual(selection.years[1])
        for (const problem of problems) expect([...problem.given].length).toBeLessThanOrEqual(60)
      }),
    )
  })
})
