import { describe, expect, it } from 'vitest'
import type { ReportPlace } from '../../src/charts/agencyMatrix.ts'
import {
  listClauses,
  listContributions,
  sayChange,
  sayContribution,
  type Contribution,
  type TwoYears,
} from '../../src/charts/contribution.ts'
import {
  contributionChart,
  describeContribution,
  heightOfContribution,
  pointsOfContribution,
  tableOfContribution,
  type ContributionContext,
} from '../../src/charts/contributionChart.ts'
import type { ApplicantId, FormId } from '../../src/forms/form.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import type { ReportFigure } from '../../src/questions/reportFigure.ts'
import { contextOf } from './comparedRows.ts'
import { drawSvg } from './drawSvg.ts'

const applicants = ['natural_person', 'org_commercial', 'org_research', 'org_public_interest', 'org_legal_service', 'org_other'] as const
const namesZh = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他']

const nowhere = { page: null, paragraph: null, table: null, row: null, column: null, start: null, end: null }

function figure(year: number, form: FormId, indicator: string, applicant: ApplicantId | null, value: number | null): ReportFigure {
  return {
    report: `a-${year}`,
    agency: 'a',
    year,
    form,
    scope: 'own',
    position: 1,
    indicator,
    applicant,
    cell: null,
    column: null,
    printed: value === null ? '' : String(value),
    value,
    state: value === null ? 'blank' : value === 0 ? 'zero' : 'value',
    evidence: 'A',
    qualifier: null,
    where: nowhere,
  }
}

const placeOf = (year: number, form: FormId, more: Partial<ReportPlace> = {}): ReportPlace => ({
  agency: 'a',
  year,
  report: `a-${year}`,
  form,
  scope: 'own',
  ...more,
})

/** New requests of one year by applicant, their total last. */
const received = (year: number, values: readonly (number | null)[], form: FormId = 'y2021'): ReportFigure[] =>
  values.map((value, i) => figure(year, form, 'requests_new', applicants[i] ?? 'total', value))

function twoYears(figures: readonly ReportFigure[], more: Partial<TwoYears> = {}): TwoYears {
  return {
    before: placeOf(2022, 'y2021'),
    after: placeOf(2023, 'y2021'),
    figures,
    catalogue: ourCatalogue,
    blanksAsZero: false,
    mergers: [],
    ...more,
  }
}

const ofKind = (years: TwoYears, kind: Contribution['kind']): Contribution => {
  const found = listContributions(years).find((one) => one.kind === kind)
  if (!found) throw new Error(`nothing by ${kind}`)
  return found
}
const say = (contribution: Contribution, lang: 'zh' | 'en' = 'zh'): string =>
  sayContribution(contribution, [2022, 2023], ourCatalogue, lang)

const before = [20, 3, 0, 1, 0, 0, 24]
const after = [25, 5, 0, 1, 0, 0, 31]

describe('what changed between two years', () => {
  it('is said in clauses that another computation confirms, in Chinese and English', () => {
    const years = twoYears([...received(2022, before), ...received(2023, after)])
    const contribution = ofKind(years, 'applicant')
    expect(say(contribution)).toBe('2023 年新收申请 31 件，比 2022 年多 7 件；其中自然人多 5 件，商业企业多 2 件，其余 4 项不变。')
    expect(say(contribution, 'en')).toBe(
      'New requests in 2023: 31, 7 more than in 2022; of these natural person 5 more, commercial enterprise 2 more, the other 4 unchanged.',
    )
    // Every clause again, from the figures alone.
    const clauses = listClauses(contribution, [2022, 2023])
    for (const clause of clauses) {
      if (clause.says === 'total') expect(clause.value).toBe(after.at(-1))
      if (clause.says === 'change') expect(clause.difference).toBe((after.at(-1) ?? NaN) - (before.at(-1) ?? NaN))
      if (clause.says === 'part') {
        const place = namesZh.indexOf(clause.part.name.zh)
        expect(clause.difference).toBe((after[place] ?? NaN) - (before[place] ?? NaN))
        expect(clause.difference).not.toBe(0)
      }
      if (clause.says === 'rest') expect(clause.count).toBe(before.slice(0, 6).filter((value, i) => value === after[i]).length)
    }
    expect(clauses.map((clause) => clause.says)).toEqual(['total', 'change', 'part', 'part', 'rest'])
  })

  it('agrees with the reports for sixty invented pairs: the parts add up to the change of the total', () => {
    let seed = 7
    const draw = (most: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed % most
    }
    for (let turn = 0; turn < 60; turn += 1) {
      const [one, two] = [0, 1].map(() => applicants.map(() => draw(turn % 3 === 0 ? 2 : 40)))
      if (!one || !two) throw new Error('no figures')
      const sum = (parts: readonly number[]): number => parts.reduce((so, part) => so + part, 0)
      const contribution = ofKind(twoYears([...received(2022, [...one, sum(one)]), ...received(2023, [...two, sum(two)])]), 'applicant')
      const sentence = say(contribution)
      const change = sum(two) - sum(one)
      const words = change === 0 ? '与 2022 年相同' : `比 2022 年${change > 0 ? '多' : '少'} ${Math.abs(change)} 件`
      expect(sentence.startsWith(`2023 年新收申请 ${sum(two)} 件，${words}`)).toBe(true)
      for (const [i, name] of namesZh.entries()) {
        const by = (two[i] ?? NaN) - (one[i] ?? NaN)
        const clause = new RegExp(`(?:其中|，)${name}(多|少) (\\d+) 件`).exec(sentence)
        expect(clause ? (clause[1] === '多' ? 1 : -1) * Number(clause[2]) : 0).toBe(by)
      }
      const { result } = contribution
      expect(result.status === 'whole' ? sum(result.parts.map((part) => part.adds)) : NaN).toBe(change)
    }
  })

  it('names the part that is blank, and works out no remainder for it', () => {
    const blank = [...after.slice(0, 1), null, ...after.slice(2)]
    const contribution = ofKind(twoYears([...received(2022, before), ...received(2023, blank)]), 'applicant')
    expect(contribution.result.status).toBe('unknown')
    expect(say(contribution)).toBe('2023 年新收申请 31 件，比 2022 年多 7 件；“商业企业”2023 年空白，不拆分，也不推算差额。')
    expect(listClauses(contribution, [2022, 2023]).map((clause) => clause.says)).toEqual(['total', 'change'])
    const rows = tableOfContribution([contribution], 'T', context()).rows.map((row) => row.cells)
    expect(rows).toEqual([
      ['新收申请 · 按申请人', '–', '24', '31', '+7'],
      ['新收申请 · 按申请人', '商业企业', '3', '空白', '–'],
    ])
  })

  it('takes a blank for 0 only where the reader says so', () => {
    const blank = [...after.slice(0, 2), null, ...after.slice(3)]
    const years = twoYears([...received(2022, before), ...received(2023, blank)], { blanksAsZero: true })
    expect(ofKind(years, 'applicant').result.status).toBe('whole')
  })

  it('is not taken apart where the parts do not add up to the printed total', () => {
    const wrong = [...after.slice(0, 6), 33]
    const contribution = ofKind(twoYears([...received(2022, before), ...received(2023, wrong)]), 'applicant')
    expect(say(contribution)).toBe('2023 年新收申请 33 件，比 2022 年多 9 件；2023 年分项合计 31，与总数 33 不相等，不拆分。')
  })

  it('is not said over a break: outcomes of 2018 and 2019 count differently', () => {
    const outcomes = (year: number, form: FormId, ids: readonly string[]) => ids.map((id, i) => figure(year, form, id, 'total', i + 1))
    const years = twoYears(
      [
        ...outcomes(2018, 'pre2019_table', ['outcomes_total', 'outcome_granted']),
        ...outcomes(2019, 'y2019', ['outcomes_total', 'outcome_granted']),
      ],
      { before: placeOf(2018, 'pre2019_table'), after: placeOf(2019, 'y2019') },
    )
    const contribution = ofKind(years, 'outcome')
    expect(contribution.result).toMatchObject({ status: 'broken', what: 'parts' })
    expect(sayContribution(contribution, [2018, 2019], ourCatalogue, 'zh')).toBe(
      '2019 年办理结果总计 1 件，与 2018 年相同；2018 与 2019 年的分项口径不同，不拆分。',
    )
  })

  it('is not said between an agency and a whole government, nor over a merger, nor without the total', () => {
    const figures = [...received(2022, before), ...received(2023, after)]
    const scope = ofKind(twoYears(figures, { after: placeOf(2023, 'y2021', { scope: 'aggregate' }) }), 'applicant')
    expect(say(scope)).toBe('新收申请：2022 与 2023 年统计范围不同，不比较。')
    expect(listClauses(scope, [2022, 2023])).toEqual([])
    expect(say(ofKind(twoYears(figures, { mergers: [2023] }), 'applicant'))).toBe('新收申请：2023 年起含并入的机关，不比较。')
    const without = ofKind(twoYears([...received(2022, [...before.slice(0, 6), null]), ...received(2023, after)]), 'applicant')
    expect(say(without)).toBe('新收申请：2022 年空白，不能比较。')
    expect(sayChange(without, [2022, 2023], 'zh')).toBeNull()
  })

  it('is nothing where the later report has no table', () => {
    expect(listContributions(twoYears(received(2022, before), { after: placeOf(2023, 'narrative') }))).toEqual([])
  })

  it('takes what was closed off what came in, as far as the reports agree', () => {
    const flow = (year: number, [fresh, carriedIn, closed, out]: readonly [number, number, number, number]) =>
      [
        ['requests_new', fresh] as const,
        ['requests_carried_in', carriedIn] as const,
        ['outcomes_total', closed] as const,
        ['requests_carried_out', out] as const,
      ].map(([id, value]) => figure(year, 'y2021', id, 'total', value))
    const good = ofKind(twoYears([...flow(2022, [10, 2, 9, 3]), ...flow(2023, [16, 3, 14, 5])]), 'carry')
    expect(say(good)).toBe('2023 年结转下年度 5 件，比 2022 年多 2 件；其中新收申请多 6 件，减去的办理结果总计多 5 件，上年结转多 1 件。')
    expect(good.result.status === 'whole' ? good.result.parts.map((part) => part.adds) : []).toEqual([6, 1, -5])
    expect(ofKind(twoYears([...flow(2022, [10, 2, 9, 3]), ...flow(2023, [16, 3, 14, 6])]), 'carry').result.status).toBe('uneven')
  })
})

function context(more: Partial<ContributionContext> = {}): ContributionContext {
  const { catalogue, lang, words, palette } = contextOf('requests_new')
  return {
    catalogue,
    lang,
    words,
    palette,
    width: 640,
    agency: { id: 'a', shortName: '甲局' },
    between: [2022, 2023],
    report: 'a-2023',
    ...more,
  }
}

describe('its bars', () => {
  const years = twoYears([...received(2022, [20, 8, 0, 1, 0, 0, 29]), ...received(2023, [25, 5, 0, 1, 0, 0, 31])])
  const contributions = [ofKind(years, 'applicant')]

  it('are the differences of the parts, highest first, and the table has every figure behind them', () => {
    const series = (contributionChart(contributions, context()) as { series: { id: string; data: ({ value: number } | null)[] }[] }).series
    const bars = series.find(({ id }) => id === 'adds')?.data.map((bar) => (bar === null ? null : bar.value))
    expect(bars).toEqual([null, 5, 0, 0, 0, 0, -3])
    expect(tableOfContribution(contributions, 'T', context()).rows.map((row) => row.cells.slice(1))).toEqual([
      ['–', '29', '31', '+2'],
      ['自然人', '20', '25', '+5'],
      ['科研机构', '0', '0', '0'],
      ['社会公益组织', '1', '1', '0'],
      ['法律服务机构', '0', '0', '0'],
      ['其他', '0', '0', '0'],
      ['商业企业', '8', '5', '−3'],
    ])
    expect(pointsOfContribution(contributions, context())[0]?.map((point) => point.x)).toEqual([5, 0, 0, 0, 0, -3])
  })

  it('are described in at most 300 characters', () => {
    for (const lang of ['zh', 'en'] as const)
      expect(describeContribution(listContributions(years), context({ lang })).length).toBeLessThanOrEqual(300)
  })

  it('are not drawn where nothing changed or nothing can be taken apart', () => {
    const same = ofKind(twoYears([...received(2022, before), ...received(2023, before)]), 'applicant')
    expect(heightOfContribution([same], context())).toBe(0)
    expect(say(same)).toBe('2023 年新收申请 24 件，与 2022 年相同；各 6 项都不变。')
  })

  it('look as they did when someone last looked at them', async () => {
    const option = contributionChart(contributions, context())
    await expect(drawSvg(option, 640, heightOfContribution(contributions, context()))).toMatchFileSnapshot('contribution.svg')
  })
})
