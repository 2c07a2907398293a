import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Agency } from '../../src/agencies.ts'
import { coverOwnReports } from '../../src/app/pages/agency/ownReports.ts'
import type { ReportEntry } from '../../src/dataset/openDataset.ts'
import { indicatorById } from '../../src/indicators/catalogue.ts'
import { listRequestFigures } from '../../src/indicators/requestFlow.ts'
import { allQuestions, questionByName } from '../../src/questions/allQuestions.ts'
import { compareAgencies, type Comparison } from '../../src/questions/compareAgencies.ts'
import { countValues } from '../../src/questions/countValues.ts'
import { coverReports } from '../../src/questions/coverReports.ts'
import { readGathered } from '../../src/questions/gatheredValues.ts'
import { gatherFigures } from '../../src/questions/gatherFigures.ts'
import { listFigures } from '../../src/questions/listFigures.ts'
import { ask } from '../../src/questions/question.ts'
import { readReport } from '../../src/questions/readReport.ts'
import { buildForTest, type BuiltDataset } from './builtDataset.ts'

let built: BuiltDataset
beforeAll(async () => {
  built = await buildForTest('tests/datasets/small')
}, 120_000)
afterAll(() => built.remove())

const compare = async (params: Partial<Comparison> & Pick<Comparison, 'indicators'>) =>
  ask(
    built.engine,
    compareAgencies,
    { agencies: null, years: [2018, 2022], applicant: null, prose: false, blanksAsZero: false, ...params },
    built.catalogue,
  )

/** `agency year value state` of each row: enough to check by hand against tests/datasets/small. */
const told = (rows: Awaited<ReturnType<typeof compare>>) =>
  rows.map(({ agency, year, value, state }) => `${agency} ${year} ${value ?? '–'} ${state}`)

describe('comparing agencies', () => {
  it('has one row per agency and year, and says why a number is missing', async () => {
    expect(told(await compare({ indicators: ['requests_new'], years: [2018, 2019] }))).toEqual([
      'bing-zhen 2018 – not_loaded',
      'bing-zhen 2019 – not_loaded',
      'ding-fu 2018 – not_loaded',
      'ding-fu 2019 – not_loaded',
      'jia-ju 2018 40 value',
      'jia-ju 2019 25 value',
      'yi-ju 2018 – not_reported',
      'yi-ju 2019 – blank',
    ])
  })

  it('takes the latest version of a report that was corrected: 52, not 50', async () => {
    const [row] = await compare({ indicators: ['requests_new'], agencies: ['jia-ju'], years: [2022, 2022] })
    expect(row).toMatchObject({ value: 52, report: 'jia-ju-2022-v2' })
  })

  it('never turns a blank into 0, unless asked, and then says that it was blank', async () => {
    const yi = { indicators: ['requests_new'], agencies: ['yi-ju'], years: [2019, 2020] as const }
    expect(told(await compare(yi))).toEqual(['yi-ju 2019 – blank', 'yi-ju 2020 0 zero'])
    expect(told(await compare({ ...yi, blanksAsZero: true }))).toEqual(['yi-ju 2019 0 blank', 'yi-ju 2020 0 zero'])
  })

  it('sums what a form does not print: direct and after review, 1 + 0 in 2019, 4 + 1 in 2021', async () => {
    expect(told(await compare({ indicators: ['litigation_total'], agencies: ['jia-ju'], years: [2018, 2021] }))).toEqual([
      'jia-ju 2018 1 value',
      'jia-ju 2019 1 value',
      'jia-ju 2020 – not_loaded',
      'jia-ju 2021 5 value',
    ])
  })

  it('leaves a sum unknown when a part is blank or unreadable', async () => {
    expect(
      told(await compare({ indicators: ['litigation_total', 'unable_total'], agencies: ['yi-ju', 'jia-ju'], years: [2019, 2019] })),
    ).toEqual(['jia-ju 2019 1 value', 'yi-ju 2019 – blank', 'jia-ju 2019 4 value', 'yi-ju 2019 0 zero'])
    expect(told(await compare({ indicators: ['unable_total'], agencies: ['jia-ju'], years: [2021, 2021] }))).toEqual([
      'jia-ju 2021 – unreadable',
    ])
  })

  it('works out rates with the size behind them, and 0 of 0 is neither 0 nor 100 %', async () => {
    const rows = await compare({ indicators: ['disclosure_rate'], years: [2018, 2021] })
    expect(rows.filter((row) => row.report !== null).map(({ agency, year, value, state, n }) => [agency, year, value, state, n])).toEqual([
      ['ding-fu', 2021, 270 / 408, 'value', 408],
      ['jia-ju', 2018, 30 / 38, 'value', 38],
      ['jia-ju', 2019, 16 / 24, 'value', 24],
      ['jia-ju', 2021, 15 / 31, 'value', 31],
      ['yi-ju', 2018, null, 'not_reported', null],
      ['yi-ju', 2019, null, 'undefined', 0],
      ['yi-ju', 2020, null, 'undefined', 0],
    ])
  })

  it('says that a form never asked', async () => {
    expect(told(await compare({ indicators: ['staff_total'], agencies: ['jia-ju'], years: [2018, 2019] }))).toEqual([
      'jia-ju 2018 4 value',
      'jia-ju 2019 – not_in_form',
    ])
  })

  it('tells not applicable, blank and a row that is not there apart', async () => {
    const rows = await compare({
      indicators: ['meetings_held', 'training_sessions', 'training_attendances'],
      agencies: ['jia-ju'],
      years: [2018, 2018],
    })
    expect(rows.map(({ value, state, evidence }) => [value, state, evidence])).toEqual([
      [null, 'not_applicable', 'A'],
      [null, 'blank', 'A'],
      [null, 'row_missing', null],
    ])
  })

  it('shows prose only when asked, a row per grade, and no number where claims contradict each other', async () => {
    const asked = { indicators: ['interpretation_articles', 'channel_website_items', 'staff_total'], years: [2018, 2018] as const }
    expect((await compare(asked)).every((row) => row.evidence === null || row.evidence === 'A')).toBe(true)
    const rows = (await compare({ ...asked, prose: true })).filter((row) => row.evidence !== null)
    expect(
      rows.map(({ indicator, agency, evidence, qualifier, value, state }) => [indicator, agency, evidence, qualifier, value, state]),
    ).toEqual([
      ['interpretation_articles', 'jia-ju', 'A', null, 10, 'value'],
      ['interpretation_articles', 'jia-ju', 'C', '≥', 10, 'value'],
      ['interpretation_articles', 'yi-ju', 'B', null, 3, 'value'],
      ['interpretation_articles', 'yi-ju', 'C', '<', 5, 'value'],
      ['channel_website_items', 'jia-ju', 'A', null, 60, 'value'],
      ['channel_website_items', 'jia-ju', 'B', null, null, 'unreadable'],
      ['staff_total', 'jia-ju', 'A', null, 4, 'value'],
      ['staff_total', 'jia-ju', 'B', null, 4, 'value'],
    ])
  })

  it('takes one column of table three', async () => {
    const rows = await compare({
      indicators: ['requests_new'],
      agencies: ['jia-ju', 'ding-fu'],
      years: [2018, 2021],
      applicant: 'org_commercial',
    })
    expect(told(rows.filter((row) => row.report !== null))).toEqual([
      'ding-fu 2021 60 value',
      'jia-ju 2018 – not_in_form',
      'jia-ju 2019 4 value',
      'jia-ju 2021 – row_missing',
    ])
  })

  it('counts n of N: 5 of 7 loaded reports on a table have a number of requests, one is blank, one has no table', async () => {
    const rows = await compare({ indicators: ['requests_new'] })
    const loaded = rows.filter((row) => row.report !== null)
    expect([loaded.length, loaded.filter((row) => row.value !== null).length, rows.length]).toEqual([8, 6, 20])
  })

  it('finds nothing for agencies that are not there', async () => {
    expect(await compare({ indicators: ['requests_new'], agencies: [] })).toEqual([])
    expect(await compare({ indicators: ['requests_new'], agencies: ["x' OR '1'='1"] })).toEqual([])
  })
})

describe('the other questions', () => {
  it('give the page of one agency the same counts, from its figures as from its coverage', async () => {
    const agencies = (await built.files.readJson('api/agencies.json')) as readonly Agency[]
    const reports = (await built.files.readJson('api/reports.json')) as readonly ReportEntry[]
    const years = [2015, 2024] as const
    for (const agency of agencies) {
      const figures = await ask(built.engine, listFigures, { agency: agency.id }, built.catalogue)
      const expected = await ask(built.engine, coverReports, { agencies: [agency.id], years }, built.catalogue)
      expect(coverOwnReports(agency, years, reports, figures, built.catalogue)).toEqual(expected)
    }
  })

  it('covers every agency and year, with what the form asks and what was filled', async () => {
    const rows = await ask(built.engine, coverReports, { agencies: ['jia-ju', 'yi-ju', 'bing-zhen'], years: [2018, 2019] }, built.catalogue)
    expect(
      rows.map(({ agency, year, report, expected, filled, zeros, blank, otherStates, headerValues, claims }) => [
        agency,
        year,
        report,
        expected,
        filled,
        zeros,
        blank,
        otherStates,
        headerValues,
        claims,
      ]),
    ).toEqual([
      ['bing-zhen', 2018, null, null, null, null, null, null, null, null],
      ['bing-zhen', 2019, null, null, null, null, null, null, null, null],
      // 46 value cells are printed: one is "/", one is blank.
      ['jia-ju', 2018, 'jia-ju-2018', 58, 44, 9, 1, 1, 1, 6],
      ['jia-ju', 2019, 'jia-ju-2019', 198, 91, 57, 1, 0, 1, 1],
      ['yi-ju', 2018, 'yi-ju-2018', null, 0, 0, 0, 0, 0, 5],
      ['yi-ju', 2019, 'yi-ju-2019', 198, 42, 41, 11, 2, 0, 0],
    ])
  })

  it('counts for the pickers what has data, in the order of the catalogue', async () => {
    const rows = await ask(built.engine, countValues, {}, built.catalogue)
    const by = new Map(rows.map((row) => [row.indicator, row]))
    expect(by.get('requests_new')).toEqual({ indicator: 'requests_new', withValue: 6, withProse: 2, years: '2018~2019~2020~2021~2022' })
    expect(by.get('interpretation_articles')).toMatchObject({ withValue: 1, withProse: 2 })
    // Two claims that contradict each other are no number.
    expect(by.get('channel_website_items')).toMatchObject({ withValue: 1, withProse: 0 })
    expect(by.get('disclosure_rate')).toMatchObject({ withValue: 5, years: '2018~2019~2021~2022' })
    expect(by.get('press_conferences')).toMatchObject({ withValue: 0, withProse: 0, years: '' })
    const order = built.catalogue.indicators.filter((indicator) => indicator.type !== 'text').map((indicator) => indicator.id)
    expect(rows.map((row) => row.indicator)).toEqual(order)
  })

  it('reads a report in printed order, header rows and prose included', async () => {
    const rows = await ask(built.engine, readReport, { report: 'jia-ju-2018' }, built.catalogue)
    expect(rows.slice(0, 2)).toMatchObject([
      { position: 1, indicator: null, cell: '1', printed: '——', state: 'dash', value: null },
      { position: 2, indicator: 'disclosed_items_total', cell: '1.1', value: 100, where: { page: 2, table: 1, row: 2, column: null } },
    ])
    expect(rows.at(-1)).toMatchObject({ indicator: 'staff_total', evidence: 'B', printed: '4人', cell: null })
    expect(await ask(built.engine, readReport, { report: 'jia-ju-2022' }, built.catalogue)).toHaveLength(4)
  })

  it('lists what an agency reported, of corrected reports the latest version', async () => {
    const rows = await ask(built.engine, listFigures, { agency: 'jia-ju' }, built.catalogue)
    expect([...new Set(rows.map((row) => row.report))]).toEqual(['jia-ju-2018', 'jia-ju-2019', 'jia-ju-2021', 'jia-ju-2022-v2'])
  })

  it('gives the same rows from published files', async () => {
    for (const agency of ['jia-ju', 'bing-zhen', 'nobody']) {
      const rows = await ask(built.engine, listFigures, { agency }, built.catalogue)
      expect(await listFigures.fromFiles?.({ agency }, built.files)).toEqual(rows)
    }
    for (const report of ['yi-ju-2018', 'jia-ju-2022', 'nothing']) {
      const rows = await ask(built.engine, readReport, { report }, built.catalogue)
      expect(await readReport.fromFiles?.({ report }, built.files)).toEqual(rows)
    }
  })
})

describe('gathering many figures', () => {
  const shown = (catalogue: typeof built.catalogue) =>
    catalogue.indicators.filter(({ role }) => role?.flow !== undefined || role?.dispute !== undefined || role?.proportionOn !== undefined)

  it.each([
    { applicant: null, blanksAsZero: false },
    { applicant: 'natural_person' as const, blanksAsZero: true },
  ])('gives what comparing gives, indicator by indicator, blanks and reasons too: %j', async (choice) => {
    const { catalogue, engine } = built
    const figures = listRequestFigures(catalogue, choice.applicant)
    const rows = await ask(engine, gatherFigures, { figures, agencies: null, years: [2017, 2021] }, catalogue)
    const read = readGathered(rows, figures, catalogue, choice)
    const indicators = shown(catalogue)
    // A statement over all of them at once would be too long.
    for (let from = 0; from < indicators.length; from += 20) {
      const some = indicators.slice(from, from + 20)
      const compared = await compare({ indicators: some.map(({ id }) => id), years: [2017, 2021], ...choice })
      expect(some.flatMap((indicator) => read(indicator))).toEqual(compared)
    }
    expect(
      shown(catalogue)
        .flatMap((indicator) => read(indicator))
        .filter(({ state }) => state === 'blank').length,
    ).toBeGreaterThan(0)
  })

  it('never reads a figure that was not asked for as a blank', async () => {
    const { catalogue, engine } = built
    const figures = ['requests_new']
    const rows = await ask(engine, gatherFigures, { figures, agencies: null, years: [2019, 2019] }, catalogue)
    const read = readGathered(rows, figures, catalogue, { applicant: null, blanksAsZero: false })
    expect(() => read(indicatorById(catalogue, 'outcomes_total'))).toThrow('outcomes_total, which was not gathered')
  })

  it('refuses what no table prints as a number', () => {
    const read = (figures: unknown) => gatherFigures.readParams({ figures, years: [2019, 2019] }, built.catalogue)
    for (const figure of [
      'disclosure_rate',
      'request_topics_text',
      'staff_total@natural_person',
      'requests_new@nobody',
      'requests_new@total@x',
      'nothing',
    ])
      expect(() => read([figure]), figure).toThrow('no table prints')
    expect(() => read([])).toThrow('at least one')
    expect(read(['requests_new@natural_person']).figures).toEqual(['requests_new@natural_person'])
  })
})

describe('params from outside', () => {
  it.each([
    ['compareAgencies', {}, 'indicators must be a list of ids'],
    ['compareAgencies', { indicators: [], years: [2018, 2019] }, 'indicators must name at least one indicator'],
    ['compareAgencies', { indicators: ['x'], years: [2018, 2019] }, 'indicators: the catalogue has no indicator x'],
    [
      'compareAgencies',
      { indicators: ['request_topics_text'], years: [2018, 2019] },
      'indicators: request_topics_text is a text and has no numbers to compare',
    ],
    ['compareAgencies', { indicators: ['requests_new'], years: [2019, 2018] }, 'years must not end before they begin: 2019, 2018'],
    ['compareAgencies', { indicators: ['requests_new'], years: [1900, 2100] }, 'years may span at most 100'],
    ['compareAgencies', { indicators: ['requests_new'], years: [2018, 2018], prose: 'yes' }, 'prose must be true or false'],
    ['compareAgencies', { indicators: ['requests_new'], years: [2018, 2018], applicant: 'me' }, /^applicant must be one of natural_person/],
    ['coverReports', { year: 2018 }, 'unknown param year; this question has agencies, years'],
    ['readReport', {}, 'report must be text, e.g. an id'],
    ['countValues', { all: true }, 'unknown param all; this question has none'],
  ])('%s %j', (name, raw, message) => {
    expect(() => questionByName(name).readParams(raw, built.catalogue)).toThrow(message)
  })

  it('lists every question with its params in words', () => {
    expect(allQuestions.map((question) => question.name)).toEqual([
      'compareAgencies',
      'countValues',
      'coverReports',
      'gatherFigures',
      'listFigures',
      'readReport',
    ])
    expect(() => questionByName('guess')).toThrow('unknown question: guess; questions are compareAgencies, countValues')
  })
})
