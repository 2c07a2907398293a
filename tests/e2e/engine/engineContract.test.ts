import { afterAll, beforeAll } from 'vitest'
import { describeEngine } from '../../engine/engineContract.ts'
import { engineOnPage } from './engineOnPage.ts'
import { openLab, type OpenedLab } from './openLab.ts'

let lab: OpenedLab
beforeAll(async () => void (lab = await openLab()), 60_000)
afterAll(() => lab.close())

describeEngine('DuckDB in the browser', async () => {
  const page = await lab.newPage()
  const opened = await page.evaluate((data) => window.lab.open({ data }), lab.data)
  if (opened.name !== '') throw new Error(opened.message)
  return engineOnPage(page)
})
