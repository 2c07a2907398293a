import { describe, expect, it } from 'vitest'
import { comparisonCharts } from '../../src/charts/chooseChart.ts'
import { useApp } from './openApp.ts'

/* The chart follows from the selection; the reader may choose another one that can be drawn from it. */

describe('the choice of chart', () => {
  const held = useApp()

  it('draws each chart that fits, keeps it in the address, and says why another one does not', async () => {
    const app = await held.app.openPage('?page=compare&data=demo-city')
    await app.waitReady()
    const chooser = app.page.getByRole('group', { name: '选图' })
    const shown = () => app.page.locator('figure[data-chart]').first().getAttribute('data-chart')
    expect(await chooser.getByRole('button', { pressed: true }).innerText()).toBe('小图')
    expect(await shown()).toBe('multiples')
    expect(await app.page.locator('.pagehead p').innerText()).toContain('42 个机关、多个年份')

    const refused = chooser.getByRole('button', { name: '散点' })
    expect(await refused.getAttribute('aria-disabled')).toBe('true')
    const why = await refused.getAttribute('aria-describedby')
    expect(await app.page.locator(`[id="${why ?? ''}"]`).textContent()).toContain('需要两项指标')
    await refused.press('Enter')
    expect(app.page.url()).not.toContain('chart=')
    expect(await app.page.locator('.refused').innerText()).toContain('“散点”不适用')

    const names = ['排列', '分布', '折线', '两年', '矩阵']
    const charts = comparisonCharts.filter((chart) => chart !== 'multiples' && chart !== 'scatter')
    for (const [i, chart] of charts.entries()) {
      await chooser.getByRole('button', { name: names[i] ?? '', exact: true }).press('Enter')
      await expect.poll(() => app.page.url()).toContain(`chart=${chart}`)
      await expect.poll(shown).toBe(chart)
    }
    await chooser.getByRole('button', { name: '小图' }).click()
    await expect.poll(() => app.page.url()).not.toContain('chart=')
  })

  it('holds a ranking against a value that is typed, and says the difference in its table', async () => {
    const app = await held.app.openPage('?page=compare&data=demo-city&at=2020&bench=20')
    await app.waitReady()
    const field = app.page.getByRole('textbox', { name: /^给定值/ })
    await field.fill('50')
    await field.press('Enter')
    await expect.poll(() => app.page.url()).toContain('bench=50')
    const { head, rows } = await app.readTable('[data-chart="bar"] .tableview')
    expect(head.slice(2, 5)).toEqual(['数值 (件)', '给定值', '相差'])
    const numbers = rows.filter((row) => /^[\d,]+$/.test(row[2] ?? ''))
    expect(numbers.length).toBeGreaterThan(30)
    for (const [, , value = '', against, difference] of numbers) {
      const more = Number(value.replaceAll(',', '')) - 50
      expect(against).toBe('50')
      expect(difference).toBe(more === 0 ? '相同' : `${more > 0 ? '高' : '低'} ${Math.abs(more)} 件`)
    }
  })

  it('asks one question for two indicators, a scatter of them and the ranking', async () => {
    const app = await held.app.openPage('?page=compare&data=demo-city&indicator=requests_new~staff_total')
    await app.waitReady()
    await expect.poll(() => app.page.locator('figure[data-chart="scatter"]').count(), { timeout: 20_000 }).toBe(1)
    const asked = await app.page.evaluate(() =>
      performance.getEntriesByName('ogi:answer').map((entry) => (entry as PerformanceMeasure).detail as string),
    )
    expect(asked.filter((name) => name === 'compareAgencies')).toHaveLength(1)
    expect((await app.readTable('[data-chart="bar"] .tableview')).rows).toHaveLength(42)
  })

  it('says how many reports are shown when it is known, not 0 before', async () => {
    let answer: () => void = () => undefined
    const answered = new Promise<void>((resolve) => (answer = resolve))
    const app = await held.app.openPage('?page=compare', {
      prepare: (page) =>
        page.route('**/api/answers/compareAgencies/**', async (route) => {
          await answered
          await route.continue()
        }),
    })
    const said = app.page.locator('.bar .result')
    await said.waitFor({ state: 'attached' })
    expect(await said.innerText()).toBe('')
    answer()
    await expect.poll(() => said.innerText()).toMatch(/^7 /)
  })
})
