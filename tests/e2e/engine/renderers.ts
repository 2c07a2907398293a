import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'

/** What the browser's renderers hold of the machine's memory together, in MB. Linux only. */
export async function rendererMegabytes(browser: Browser): Promise<number> {
  const pages = (await findRenderers(browser)).map((id) => Number(readFileSync(`/proc/${id}/statm`, 'utf8').split(' ')[1]))
  return (pages.reduce((sum, count) => sum + count, 0) * 4096) / 2 ** 20
}

/** Stops the browser's renderers for a while, as a machine does with a tab that it puts to sleep: neither page nor worker runs. */
export async function freezeRenderers(browser: Browser, milliseconds: number): Promise<void> {
  const renderers = await findRenderers(browser)
  for (const id of renderers) process.kill(id, 'SIGSTOP')
  await new Promise((resolve) => setTimeout(resolve, milliseconds))
  for (const id of renderers) process.kill(id, 'SIGCONT')
}

async function findRenderers(browser: Browser): Promise<readonly number[]> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
}
