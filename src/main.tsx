import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot, type Root } from 'react-dom/client'
import { App } from './app/App.tsx'
import { holdEngine } from './app/engineStart.ts'
import { fillInForOlderBrowsers } from './app/olderBrowsers.ts'
import { OpeningFailed } from './app/OpeningFailed.tsx'
import { createQueryClient } from './app/queryClient.ts'
import { markEngineReady, markFailed } from './app/readiness.ts'
import { startOf } from './app/startSelection.ts'
import { EngineProvider } from './app/useAnswer.ts'
import { chooseDataset, listDatasets, openDataset } from './dataset/openDataset.ts'
import { duckdbWasm, duckdbWorker } from './engine/duckdbAssets.ts'
import { proveAlive } from './engine/proveAlive.ts'
import type { Lang } from './text/label.ts'
import './app/tokens.css'
import './app/app.css'

const host = document.getElementById('root')
if (!host) throw new Error('index.html has no #root')
fillInForOlderBrowsers()
void openAtlas(createRoot(host))

/** Opens the dataset that the address names, draws the app over it, and starts the engine behind the first charts. */
async function openAtlas(root: Root): Promise<void> {
  const address = new URLSearchParams(window.location.search)
  const lang: Lang = address.get('lang') === 'en' ? 'en' : 'zh'
  try {
    const source = { fetch: window.fetch.bind(window), base: new URL('.', window.location.href).href }
    const entries = await listDatasets(source)
    const { entry } = chooseDataset(entries, address.get('data'))
    const dataset = await openDataset(entry, source)
    const engine = holdEngine(async (onProgress) => {
      const { openDuckdbBrowser } = await import('./engine/duckdbBrowser.ts')
      const opened = await openDuckdbBrowser({
        wasm: duckdbWasm,
        workerUrl: duckdbWorker.url,
        role: 'core',
        readData: () => dataset.readData(),
        onProgress,
      })
      await proveAlive(opened)
      markEngineReady()
      return opened
    })
    root.render(
      <QueryClientProvider client={createQueryClient()}>
        <EngineProvider value={engine}>
          <App dataset={dataset} known={startOf(dataset, entries)} />
        </EngineProvider>
      </QueryClientProvider>,
    )
    startBehindFirstChart(engine.start)
  } catch (error) {
    console.error('the dataset could not be opened', error)
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
