import type { Agency } from '../../src/agencies.ts'
import type { ChartContext } from '../../src/charts/chartContext.ts'
import { paletteOf } from '../../src/charts/palette.ts'
import type { FormId } from '../../src/forms/form.ts'
import { indicatorById } from '../../src/indicators/catalogue.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import type { ComparedValue } from '../../src/questions/comparedValue.ts'
import { wordsIn } from '../../src/text/words.ts'

const body = (id: string, name: string): Agency => ({
  id,
  name,
  shortName: name,
  aliases: [],
  initials: [],
  regionCode: null,
  regionName: null,
  level: 'county',
  system: '科技',
  supervisorId: null,
  validFrom: null,
  validTo: null,
  successorId: null,
  deadline: null,
})

/** Bodies that do not exist. */
export const testAgencies: readonly Agency[] = ['甲局', '乙局', '丙局', '丁局', '戊局', '己局', '庚局'].map((name, i) =>
  body('abcdefg'.charAt(i), name),
)

const formOf = (year: number): FormId => (year <= 2018 ? 'pre2019_table' : year <= 2020 ? 'y2019' : 'y2021')

/** A row as the comparison gives it: a table figure of the year's own form, unless told otherwise. */
export function compared(agency: string, year: number, value: number | null, more: Partial<ComparedValue> = {}): ComparedValue {
  const loaded = more.state !== 'not_loaded'
  return {
    indicator: 'requests_new',
    agency,
    year,
    applicant: null,
    value,
    state: value === null ? 'blank' : value === 0 ? 'zero' : 'value',
    evidence: value === null ? null : 'A',
    qualifier: null,
    form: loaded ? formOf(year) : null,
    scope: loaded ? 'own' : null,
    report: loaded ? `${agency}-${year}` : null,
    n: null,
    ...more,
  }
}

/** Everything a chart must know, in Chinese and light. */
export function contextOf(indicator: string, more: Partial<ChartContext> = {}): ChartContext {
  return {
    catalogue: ourCatalogue,
    indicator: indicatorById(ourCatalogue, indicator),
    agencies: testAgencies.slice(0, 3),
    focus: ['a', 'b'],
    years: [2017, 2022],
    lang: 'zh',
    words: wordsIn('zh'),
    palette: paletteOf('light', 'zh'),
    width: 640,
    ...more,
  }
}
