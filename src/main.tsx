import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot, type Root } from 'react-dom/client'
import { AtlasRoot } from './app/AtlasRoot.tsx'
import { laterPageOf, loadPageEarly } from './app/laterPages.ts'
import { openHome } from './app/local/atlasHome.ts'
import { openDrawer } from './app/local/drawer.ts'
import { fillInForOlderBrowsers } from './app/olderBrowsers.ts'
import { OpeningFailed } from './app/OpeningFailed.tsx'
import { createQueryClient } from './app/queryClient.ts'
import { markEngineReady, markFailed } from './app/readiness.ts'
import { noteTrouble, watchForRelease } from './app/release.ts'
import { listDatasets } from './dataset/openDataset.ts'
import { duckdbWasm, duckdbWorker } from './engine/duckdbAssets.ts'
import { keepModule } from './engine/engineModule.ts'
import { proveAlive } from './engine/proveAlive.ts'
import type { Lang } from './text/label.ts'
import './app/tokens.css'
import './app/app.css'
import './app/print.css'

const host = document.getElementById('root')
if (!host) throw new Error('index.html has no #root')
fillInForOlderBrowsers()
watchForRelease(async () => {
  const response = await fetch(new URL('index.html', new URL('.', window.location.href)), { cache: 'no-store' })
  return response.ok ? response.text() : ''
})
const wasm = keepModule(duckdbWasm)
void openAtlas(createRoot(host))

/** Opens the dataset that the address names, draws the app over it, and starts the engine behind the first charts. */
async function openAtlas(root: Root): Promise<void> {
  const address = new URLSearchParams(window.location.search)
  const page = laterPageOf(window.location.search)
  if (page !== null) loadPageEarly(page)
  const lang: Lang = address.get('lang') === 'en' ? 'en' : 'zh'
  try {
    const source = { fetch: window.fetch.bind(window), base: new URL('.', window.location.href).href, now: () => performance.now() }
    const [published, drawer] = await Promise.all([listDatasets(source), openDrawer()])
    const home = await openHome({
      source,
      published,
      drawer,
      wanted: address.get('data'),
      // The name of this script holds a hash of everything that it brings along.
      release: import.meta.url,
      channel: typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('ogi-atlas-local'),
      openEngine: async (readData, onProgress) => {
        try {
          const { openDuckdbBrowser } = await import('./engine/duckdbBrowser.ts')
          const opened = await openDuckdbBrowser({ wasm, workerUrl: duckdbWorker.url, role: 'core', readData, onProgress })
          await proveAlive(opened)
          markEngineReady()
          return opened
        } catch (error) {
          noteTrouble(error)
          throw error
        }
      },
      openWorkshop: async () => {
        const { openDuckdbWorkshop } = await import('./engine/duckdbWorkshop.ts')
        return openDuckdbWorkshop({ wasm, workerUrl: duckdbWorker.url })
      },
    })
    root.render(
      <QueryClientProvider client={createQueryClient()}>
        <AtlasRoot home={home} />
      </QueryClientProvider>,
    )
    startBehindFirstChart(() => home.view().engine.start())
  } catch (error) {
    console.error('the dataset could not be opened', error)
    noteTrouble(error)
    root.render(<OpeningFailed lang={lang} retry={() => void openAtlas(root)} />)
    markFailed()
  }
}

/** The engine's 34 MB must not compete with the first chart: it starts when that is painted, or after three seconds at the latest. */
function startBehindFirstChart(start: () => void): void {
  let started = false
  const once = (): void => {
    if (started) return
    started = true
    start()
  }
  const observer = new MutationObserver(() => {
    if (document.documentElement.dataset.ready === 'data') {
      observer.disconnect()
      window.setTimeout(once, 0)
    }
  })
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-ready'] })
  window.setTimeout(once, 3000)
}
