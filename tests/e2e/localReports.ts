import type { Page } from 'playwright-core'
import { generateReport, printText, randomFrom } from '../reports/generatedReport.ts'

/** A report on the form of 2021 as a text file, and how many requests it says were received in all. */
export interface LocalReport {
  readonly name: string
  readonly text: string
  readonly year: number
  readonly requests: number
}

/** Writes a report of a body with invented figures. */
export function writeLocalReport(agency: string, seed: number): LocalReport {
  for (let drawn = seed; ; drawn += 1000) {
    const random = randomFrom(drawn, [9, 99, 999])
    const report = generateReport('y2021', random)
    const total = report.cells.find(({ path, applicant }) => path === '3.1' && applicant === 'total')
    if (total?.state !== 'value' || total.value === null) continue
    const text = printText(report, 'tabs', random).replaceAll('某市测试局', agency)
    return { name: `${agency}2022-${seed}.txt`, text: `${text}\n${agency}\n2023年1月20日\n`, year: 2022, requests: total.value }
  }
}

export interface GivenFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Gives files to the import page that is open. */
export async function giveFiles(page: Page, files: readonly GivenFile[]): Promise<void> {
  const payload = files.map(({ name, bytes }) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) }))
  await page.locator('[data-take="files"]').setInputFiles(payload)
}

/** Gives one report to the import page, confirms whose it is and accepts it; resolves when every page shows it. */
export async function acceptReport(page: Page, { name, text }: LocalReport): Promise<void> {
  await giveFiles(page, [{ name, bytes: new TextEncoder().encode(text) }])
  const facts = page.locator('.factspane')
  await facts.locator('input[type="checkbox"]').check({ force: true })
  await facts.locator('.acceptbox .btn.main').click()
  await facts.getByText('已接收', { exact: true }).waitFor({ timeout: 60_000 })
}
