import { describe, expect, it } from 'vitest'
import {
  agencies,
  expectFigure,
  expectSize,
  figuresOf,
  formName,
  indicatorOf,
  readRows,
  reportOf,
  reports,
  shortNameOf,
  stateName,
  years,
} from './expectedFigures.ts'
import { expectNoAxeFindings, useApp } from './openApp.ts'

/* Every figure on the pages against an independent computation from cells.csv. */

const isLong = process.env['OGI_LONG'] === '1'
const span = Array.from({ length: years[1] - years[0] + 1 }, (_, i) => years[0] + i)
const ids = agencies.map((row) => row.agency_id ?? '')
const number = (value: number): string => new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 4 }).format(value)
const share = (value: number): string =>
  new Intl.NumberFormat('zh-CN', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value)
const rate = (value: number): string => new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 }).format(value)
const askedCells: Readonly<Record<string, number>> = { pre2019_table: 58, y2019: 198, y2021: 200 }

/** What a table of the page must print for an indicator: its number in its own way, or its reason. */
function expectText(indicator: string, agency: string, year: number): string {
  const report = reportOf(agency, year)
  if (!report) return stateName('not_loaded')
  const { value, state } = expectFigure(indicator, report)
  if (value === null) return stateName(state)
  const about = indicatorOf(indicator)
  const n = expectSize(indicator, report)
  if (about.kind === 'derived' && n !== null && about.minSize !== undefined && n < about.minSize) {
    return about.format === 'percent' ? `${number(n)} 件中 ${number(Math.round(value * n))} 件` : `基数 ${number(n)}，不计算比率`
  }
  return about.format === 'percent' ? share(value) : about.kind === 'derived' ? rate(value) : number(value)
}

/** The short form takes every other one; all of them are computed again without pages in `tests/questions`. */
const compared = [
  'requests_new',
  'disclosed_items_total',
  'staff_total',
  'channel_website_items',
  'outcome_granted',
  'granted_incl_already_public',
  'outcome_refused_total',
  'litigation_total',
  'normative_docs_issued',
  'disclosure_rate',
  'refusal_rate',
  'channel_reuse_ratio',
  'requests_per_staff',
  'review_correction_rate',
]

describe('the pages of the built app', () => {
  const held = useApp({ lateEngine: true })

  describe('overview', () => {
    it('shows every agency and year with its form and how full its table is', async () => {
      const app = await held.app.openPage('')
      await app.waitReady()
      const { head, rows } = await app.readTable('[data-chart="coverage"] .tableview')
      const at = (row: readonly string[], name: string): string => row[head.indexOf(name)] ?? ''
      expect(rows).toHaveLength(ids.length * span.length)
      for (const row of rows) {
        const agency = ids.find((id) => shortNameOf(id) === row[0]) ?? ''
        const report = reportOf(agency, Number(row[1]))
        if (!report) {
          expect(at(row, '表式')).toBe('未收录')
          continue
        }
        const filled = figuresOf(report.id).filter((cell) => cell.evidence === 'A' && cell.value !== '').length
        const asked = askedCells[report.form]
        expect(at(row, '表式')).toBe(formName(report.form))
        expect(at(row, '有数 / 应填')).toBe(asked === undefined ? '未附表' : `${filled}/${asked}`)
        expect(at(row, '正文数字')).toBe(String(figuresOf(report.id).filter((cell) => cell.evidence !== 'A').length))
      }
    })

    it('shows each indicator of each agency’s latest report as cells.csv has it', async () => {
      const app = await held.app.openPage('')
      await app.waitReady()
      const { head, rows } = await app.readTable('[data-chart="rug"] .tableview')
      expect(rows.length).toBeGreaterThan(0)
      const names = new Map((await overviewNames(app)).map(({ id, name }) => [name, id]))
      for (const row of rows) {
        const agency = ids.find((id) => shortNameOf(id) === row[0]) ?? ''
        const latest = Math.max(...reports.filter((report) => report.agency === agency).map((report) => report.year))
        expect(row[1]).toBe(String(latest))
        const id = names.get(row[2] ?? '') ?? ''
        const text = expectText(id, agency, latest)
        expect(row[3]?.replace(/ [^\d]*$/, '') ?? '').toBe(text)
        expect(row[head.indexOf('状态')]).toBe(stateOf(id, agency, latest))
      }
    })

    it('says with each headline how many of how many have a value, and why the others have none', async () => {
      const app = await held.app.openPage('')
      await app.waitReady()
      const notes = await app.page.locator('.heads dd.n').allInnerTexts()
      expect(notes).toHaveLength(5)
      expect(notes[0]).toContain(`${reports.length}/${ids.length * span.length}`)
      for (const note of notes) expect(note).toMatch(/\d+\/\d+/)
      const have = ids.filter((id) => {
        const latest = Math.max(...reports.filter((report) => report.agency === id).map((report) => report.year))
        const report = reportOf(id, latest)
        return report !== undefined && expectFigure('requests_new', report).value !== null
      }).length
      expect(notes[3]).toContain(`${have}/${ids.length}`)
    })
  })

  describe('compare', () => {
    it.each(compared.filter((_, at) => isLong || at % 2 === 0))(
      'shows %s of every agency and year as cells.csv has it',
      async (indicator) => {
        const app = await held.app.openPage(`?page=compare&indicator=${indicator}`)
        await app.waitReady()
        // Where fewer than two years have a value there is no line to draw: the matrix stands in its place.
        const isLine = (await app.page.locator('[data-chart="trend"]').count()) > 0
        const { rows } = await app.readTable(`[data-chart="${isLine ? 'trend' : 'rug'}"] .tableview`)
        expect(rows).toHaveLength(ids.length * span.length)
        for (const row of rows) {
          const agency = ids.find((id) => shortNameOf(id) === row[0]) ?? ''
          const shown = row[isLine ? 2 : 3]
          expect([row[0], row[1], shown]).toEqual([row[0], row[1], expectText(indicator, agency, Number(row[1]))])
        }
      },
    )

    it.each([2017, 2018, 2020])(
      'ranks the bodies of %i by their table figures, and those without one stand last with a reason',
      async (year) => {
        const app = await held.app.openPage(`?page=compare&indicator=requests_new&at=${year}`)
        await app.waitReady()
        const { rows } = await app.readTable('[data-chart="bar"] .tableview')
        expect(rows).toHaveLength(ids.length)
        const expected = ids.map((id) => expectText('requests_new', id, year))
        expect(rows.map((row) => row[2] ?? '').sort()).toEqual([...expected].sort())
        const numbers = rows.flatMap((row) => (/^[\d,.]+$/.test(row[2] ?? '') ? [Number(row[2]?.replaceAll(',', ''))] : []))
        expect(numbers).toEqual([...numbers].sort((a, b) => b - a))
        expect(rows.slice(0, numbers.length).every((row) => /^[\d,.]+$/.test(row[2] ?? ''))).toBe(true)
      },
    )

    it('stops at each break and says why', async () => {
      const app = await held.app.openPage('?page=compare&indicator=outcome_granted')
      await app.waitReady()
      const note = await app.page.locator('[data-chart="trend"] .note').innerText()
      expect(note).toContain('线在 2018 与 2019 年之间断开')
      expect(note).toContain(indicatorOf('outcome_granted').into.y2019.why.zh)
    })
  })

  describe('agency', () => {
    it.each(ids)('shows every indicator of %s as cells.csv has it', async (agency) => {
      const app = await held.app.openPage(`?page=agency&agencies=${agency}`)
      await app.waitReady()
      const { rows } = await app.readTable('[data-chart="rug"] .tableview')
      const names = new Map((await overviewNames(app)).map(({ id, name }) => [name, id]))
      expect(rows.length).toBeGreaterThan(0)
      for (const row of rows) {
        const id = names.get(row[2] ?? '') ?? ''
        expect(row[3]?.replace(/ [^\d]*$/, '')).toBe(expectText(id, agency, Number(row[1])))
      }
    })
  })

  describe('report', () => {
    it.each(reports.map((report) => report.id))('shows %s cell by cell as printed', async (id) => {
      const app = await held.app.openPage(`?page=report&report=${id}`)
      await app.waitReady()
      const { rows } = await app.readTable('[data-chart="report"] .tableview')
      const figures = figuresOf(id).filter((cell) => cell.evidence === 'A')
      const claims = figuresOf(id).filter((cell) => cell.evidence !== 'A')
      const printed = rows.filter((row) => row[0] !== '–' && row[4] !== '缺行')
      expect(printed).toHaveLength(figures.length)
      expect(rows.filter((row) => row[0] === '–' && row[5] !== '–')).toHaveLength(claims.length)
      const applicants = new Map([
        ['自然人', 'natural_person'],
        ['商业企业', 'org_commercial'],
        ['科研机构', 'org_research'],
        ['社会公益组织', 'org_public_interest'],
        ['法律服务机构', 'org_legal_service'],
        ['其他', 'org_other'],
        ['总计', 'total'],
      ])
      for (const row of printed) {
        const cell = figures.find((one) => one.cell === row[0] && (row[2] === '' || one.applicant === applicants.get(row[2] ?? '')))
        if (!cell) throw new Error(`cells.csv has no ${row.join(' | ')}`)
        expect(row[3]).toBe(cell.printed === '' ? stateName(cell.state ?? '') : cell.printed?.replace(/\s+/g, ' ').trim())
        expect(row[4]).toBe(stateName(cell.state ?? ''))
      }
    })

    it('opens the source of a cell: what was printed, where, and with what it may be compared', async () => {
      const app = await held.app.openPage('?page=report&report=xingqing-kjj-2017&cell=1.1')
      await app.waitReady()
      const panel = await app.page.locator('.sourcepanel').innerText()
      expect(panel).toContain('9')
      expect(panel).toContain('表格数字')
      expect(panel).toContain(indicatorOf('disclosed_items_total').into.y2019.why.zh)
    })
  })

  describe('small and flat selections', () => {
    const zeros = 'lingwu-kjj'
    const prose = 'zhongwei-kjj'
    it.each([
      ['one agency', `agencies=${zeros}`],
      ['one year', 'years=2018'],
      ['all zeros', `agencies=jinfeng-kjj&years=2020`],
      ['prose only', `agencies=${prose}&prose=1`],
      ['a selection without values', `agencies=${prose}&years=2021-2022`],
    ])('%s: every page shows something that makes sense, and nothing breaks', async (_, selection) => {
      for (const page of ['overview', 'compare', 'agency', 'report', 'methods']) {
        const app = await held.app.openPage(`?page=${page}&${selection}`)
        await app.waitReady()
        expect(await app.page.locator('h1').innerText()).not.toBe('')
        expect(await app.page.locator('main').innerText()).not.toMatch(/NaN|undefined|Infinity|\[object|null/)
        if (isLong) await expectNoAxeFindings(app)
        await held.app.closePages()
      }
    })
  })

  describe('keyboard', () => {
    it('reaches the chart, walks through its points with their values and reasons, and shows the table', async () => {
      const app = await held.app.openPage('?page=compare&indicator=requests_new')
      await app.waitReady()
      const chart = app.page.locator('[data-chart="bar"] .chart')
      await chart.focus()
      const said: string[] = []
      const live = app.page.locator('p[aria-live="polite"]')
      for (let i = 0; i < ids.length; i += 1) {
        await app.page.keyboard.press('ArrowRight')
        said.push(await live.innerText())
      }
      expect(new Set(said).size).toBe(ids.length)
      for (const id of ids) expect(said.some((text) => text.startsWith(shortNameOf(id)))).toBe(true)
      expect(said.some((text) => text.includes('未附表'))).toBe(true)
      await app.page.keyboard.press('t')
      expect(await app.page.locator('[data-chart="bar"] .tableview').isVisible()).toBe(true)
    })
  })
})

function stateOf(indicator: string, agency: string, year: number): string {
  const report = reportOf(agency, year)
  return stateName(report ? expectFigure(indicator, report).state : 'not_loaded')
}

/** Names and ids of the catalogue as the page has them. */
async function overviewNames(app: {
  page: { url(): string; request: { get(url: string): Promise<{ json(): Promise<unknown> }> } }
}): Promise<{ id: string; name: string }[]> {
  const answer = await app.page.request.get(new URL('data/china-ogi/api/catalogue.json', app.page.url()).href)
  const catalogue = (await answer.json()) as { indicators: { id: string; zh: string }[]; composites: { id: string; zh: string }[] }
  return [...catalogue.indicators, ...catalogue.composites].map(({ id, zh }) => ({ id, name: zh }))
}

it('has a row in agencies.csv for every agency of reports.csv', () => {
  for (const report of readRows('reports.csv')) expect(ids).toContain(report.agency_id)
})
