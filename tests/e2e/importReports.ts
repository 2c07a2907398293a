import { indicatorById } from '../../src/indicators/catalogue.ts'
import { formById } from '../../src/forms/forms.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import type { Page } from 'playwright-core'

/** A file as a person would choose it. */
export interface GivenFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

export const textFile = (name: string, text: string): GivenFile => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text, 'utf8') })

/**
 * A report on the statistics table of 2014–2018 by an invented body. Every value cell prints 0 unless told otherwise by its path; the prose
 * names a number of items and denies reviews.
 */
export function writeStatisticsReport(
  agency: string,
  year: number,
  printed: Readonly<Record<string, string>> = {},
  prose = `${year}年，我局主动公开政府信息46条。未收到行政复议申请。`,
): string {
  const rows = formById('pre2019_table').rows.filter(({ variant }) => variant !== true)
  const table = rows.map((row) => [row.label, row.unit, row.indicator === null ? '' : (printed[row.path] ?? '0')].join('\t'))
  return [
    `${agency}${year}年政府信息公开工作年度报告`,
    '',
    `　　本报告中所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
    '一、概述',
    `　　${prose}`,
    '二、附表',
    '统计指标\t单位\t统计数',
    ...table,
    '',
    agency,
    `${year + 1}年1月20日`,
    '',
  ].join('\n')
}

/** The name of an indicator as the page says it. */
export const nameOf = (indicator: string): string => indicatorById(ourCatalogue, indicator).name.zh

/** Chooses files with the page's own button. */
export async function chooseFiles(page: Page, files: readonly GivenFile[]): Promise<void> {
  await page.locator('[data-take="files"]').setInputFiles([...files])
}

/** Waits until nothing is read any more. */
export async function waitRead(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector('.queueline.waiting, .queueline.reading'), undefined, { timeout: 50_000 })
}

/** Drops files on the page, as a person does from a file manager. */
export async function dropFiles(page: Page, files: readonly GivenFile[]): Promise<void> {
  await page.evaluate(
    (given) => {
      const transfer = new DataTransfer()
      for (const { name, mimeType, text } of given) transfer.items.add(new File([text], name, { type: mimeType }))
      const target = document.querySelector('.dropzone')
      for (const kind of ['dragenter', 'dragover', 'drop'])
        target?.dispatchEvent(new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true }))
    },
    files.map(({ name, mimeType, buffer }) => ({ name, mimeType, text: buffer.toString('utf8') })),
  )
}

/** Pastes files, as a person does after copying them in a file manager. */
export async function pasteFiles(page: Page, files: readonly GivenFile[]): Promise<void> {
  await page.evaluate(
    (given) => {
      const transfer = new DataTransfer()
      for (const { name, mimeType, text } of given) transfer.items.add(new File([text], name, { type: mimeType }))
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }))
    },
    files.map(({ name, mimeType, buffer }) => ({ name, mimeType, text: buffer.toString('utf8') })),
  )
}

/** Adds the body of the open report as a new agency of a county, and waits until the file was read again for it. */
export async function addAgency(page: Page, level = 'county', system = '科技'): Promise<void> {
  await page.locator('.agencyfield > .linklike').click()
  const form = page.getByRole('form', { name: '新机关…' })
  await form.getByLabel('层级').selectOption(level)
  await form.getByLabel('系统').fill(system)
  await form.getByRole('button', { name: '用这个机关' }).click()
  await page.locator('.confirmline input:enabled').waitFor()
}

/** Confirms and takes the open report, and waits until it is in the data. */
export async function acceptReport(page: Page): Promise<void> {
  await page.locator('.confirmline input').check()
  await page.getByRole('button', { name: '接收这份年报' }).click()
  await page.getByRole('heading', { name: '已接收' }).waitFor({ timeout: 50_000 })
}
