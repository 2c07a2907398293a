import { describe, expect, it } from 'vitest'
import { carryFiles } from '../../src/app/pages/embed/carryFiles.ts'
import { printEmbedQuery } from '../../src/app/pages/embed/embedChoices.ts'
import { compareAgencyOrder } from '../../src/agencies.ts'
import { channelIndicatorsOf, mixesOf } from '../../src/charts/channelMixes.ts'
import { paletteOf } from '../../src/charts/palette.ts'
import { openFigure } from '../../src/embed/figures/openFigure.ts'
import { askView, drawView, openDataOnce } from '../../src/embed/readView.ts'
import type { EmbeddedFiles } from '../../src/exports/embeddedFiles.ts'
import { indicatorById } from '../../src/indicators/catalogue.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import type { Comparison } from '../../src/questions/compareAgencies.ts'
import type { CoveredReport } from '../../src/questions/coverReports.ts'
import type { GatheredFigures, Gathering } from '../../src/questions/gatherFigures.ts'
import type { PageFigure } from '../../src/selection/pageFigures.ts'
import type { Selection } from '../../src/selection.ts'
import { compared, testAgencies } from '../charts/comparedRows.ts'
import { viewOf } from '../exports/embeddedView.ts'
import { start } from '../knownSelection.ts'

const choices = {
  kind: 'file',
  lang: 'zh',
  theme: 'auto',
  title: true,
  controls: true,
  height: null,
  column: 640,
  colours: { accent: '', surface: '', ink: '' },
  withLocal: false,
} as const

const years = [2017, 2020] as const
const bodies = testAgencies.slice(0, 3).sort(compareAgencyOrder)
const span = [2017, 2018, 2019, 2020] as const

/** A figure of its own at every place, so that none can be taken for another. */
const numberAt = (place: number, body: number, year: number): number => place * 1000 + body * 100 + (year - 2010)

/** Rows of a comparison: one blank, one report not there. */
const compareRows = ({ indicators }: Comparison) =>
  indicators.flatMap((indicator, place) =>
    bodies.flatMap(({ id }, body) =>
      span.map((year) => {
        const isBlank = body === 1 && year === 2019
        const isRate = indicatorById(ourCatalogue, indicator).kind === 'derived'
        const value = isBlank ? null : isRate ? (body + 1) / (year - 2000) : numberAt(place + 1, body, year)
        return compared(id, year, value, { indicator, state: isBlank ? 'blank' : 'value', n: isRate ? 40 : null })
      }),
    ),
  )

const gatherRows = ({ figures }: Gathering): readonly GatheredFigures[] =>
  bodies.flatMap(({ id }, body) =>
    span.map((year) => ({
      agency: id,
      year,
      form: 'y2021' as const,
      scope: 'own' as const,
      report: `${id}-${year}`,
      figures: figures.map((_, place) => (place === 3 && body === 1 ? 'blank' : numberAt(place + 1, body, year))),
    })),
  )

const coverRows = (): readonly CoveredReport[] =>
  bodies.flatMap(({ id }, body) =>
    span.map((year): CoveredReport => {
      const none = { report: null, form: null, scope: null, published_on: null, version: null, expected: null, filled: null, zeros: null }
      const rest = { blank: null, otherStates: null, headerValues: null, claims: null }
      if (body === 2 && year === 2018) return { agency: id, year, ...none, ...rest }
      return {
        agency: id,
        year,
        report: `${id}-${year}`,
        form: 'y2021',
        scope: 'own',
        published_on: `${year + 1}-01-20`,
        version: 1,
        expected: 90,
        filled: 80 + body,
        zeros: 3,
        blank: 10 - body,
        otherStates: 0,
        headerValues: 0,
        claims: 2,
      }
    }),
  )

/** A figure of a page, drawn as its page draws it, with the view that it is embedded from. */
async function drawOwn(figure: PageFigure, more: Partial<Selection>) {
  const { dataset } = viewOf()
  const reports = coverRows().flatMap(({ agency, year, report }) =>
    report === null ? [] : [{ report, agency, year, version: 1, published_on: `${year + 1}-01-20` }],
  ) as unknown as typeof dataset.reports
  const selection: Selection = { ...start, page: 'embed', figure, years, ...more }
  const view = { dataset: { ...dataset, agencies: bodies, reports }, selection, agencies: bodies }
  const asked = (await openFigure(figure))(view)
  if (asked === null) throw new Error(`the catalogue has nothing for ${figure}`)
  const { params } = asked
  const rows =
    asked.question.name === 'gatherFigures'
      ? gatherRows(params as unknown as Gathering)
      : asked.question.name === 'coverReports'
        ? coverRows()
        : compareRows(params as unknown as Comparison)
  return { view: { ...view, asked, rows }, shown: asked.draw(rows, { lang: 'zh', palette: paletteOf('light', 'zh') }) }
}

const cases: readonly (readonly [figure: PageFigure, chart: string, more: Partial<Selection>])[] = [
  ['channel-mix', 'mix', { per: 'count' }],
  ['channel-band', 'band', { at: 2018 }],
  ['channel-trend', 'trend', {}],
  ['staff', 'bar', { sort: 'lowest' }],
  ['staff-trend', 'trend', { indicators: ['staff_total'] }],
  ['flow', 'flow', { at: 2020 }],
  ['flow', 'flow', { applicant: 'natural_person' }],
  ['outcomes', 'mix', { chart: 'bar' }],
  ['grounds', 'mix', { chart: 'trend', per: 'count' }],
  ['applicants', 'mix', {}],
  ['disputes', 'mix', {}],
  ['rates', 'bar', { at: 2019, blanksAsZero: true }],
  ['coverage', 'coverage', {}],
  ['rug', 'rug', { at: 2019 }],
]

describe('a figure of a page, embedded', () => {
  it.each(cases)('%s (%s) has the table, the words and the signs that its page draws: %j', async (figure, chart, more) => {
    const { view, shown } = await drawOwn(figure, more)
    if ('absent' in shown) throw new Error(shown.absent.said)
    expect(shown.figure.chart).toBe(chart)
    expect(shown.figure.table.rows.length).toBeGreaterThan(0)
    const query = printEmbedQuery(view.selection, start, choices)
    const { address, files } = JSON.parse(JSON.stringify(carryFiles(view, query, null))) as EmbeddedFiles
    const fetchInside: typeof fetch = (asked) => {
      const name = (asked instanceof Request ? asked.url : asked.toString()).replace('ogi://files/', '')
      return Promise.resolve(new Response(JSON.stringify(files[name]), { status: Object.hasOwn(files, name) ? 200 : 404 }))
    }
    const asked = await askView(new URLSearchParams(address), openDataOnce({ fetch: fetchInside, base: 'ogi://files/' }))
    expect(asked.problems).toEqual([])
    const embedded = drawView(asked, paletteOf('light', 'zh'))
    if ('absent' in embedded) throw new Error(embedded.absent.said)
    const told = (one: typeof shown) => ({ ...one, figure: { ...one.figure, drawing: one.figure.drawing?.description } })
    expect(told(embedded)).toEqual(told(shown))
  })

  it('says why there is no funnel of so few bodies', async () => {
    const { shown } = await drawOwn('funnel', {})
    expect('absent' in shown && shown.absent.said).toContain('3')
  })

  it('keeps a blank as its reason, and says n of N', async () => {
    const { shown, view } = await drawOwn('channel-mix', { per: 'count' })
    if ('absent' in shown) throw new Error(shown.absent.said)
    const { channels } = channelIndicatorsOf(ourCatalogue)
    const whole = mixesOf(view.rows as ReturnType<typeof compareRows>, channels)
    const have = whole.filter(({ sum }) => sum !== null).length
    expect(shown.figure.n).toContain(`${have}/${whole.length}`)
    const blank = shown.figure.table.rows.find(({ cells }) => cells[0] === bodies[1]?.shortName && cells.includes('2019'))
    expect(blank?.cells.some((cell) => cell === '0')).toBe(false)
    expect(blank?.cells.some((cell) => cell.includes('空白'))).toBe(true)
  })
})
