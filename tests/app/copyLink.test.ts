// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider, QueryObserver } from '@tanstack/react-query'
import { act, createElement } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AtlasProvider, type Atlas } from '../../src/app/AtlasContext.ts'
import { CopyLink } from '../../src/app/links/CopyLink.tsx'
import { LocalDataProvider, type LocalData } from '../../src/app/local/localData.ts'
import type { OpenDataset } from '../../src/dataset/openDataset.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import type { Selection } from '../../src/selection.ts'
import { wordsIn } from '../../src/text/words.ts'
import { start } from '../knownSelection.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const sha = (digits: string) => digits.repeat(8)
const published = {
  manifest: { dataSha256: sha('0a1b2c3d') },
  catalogue: ourCatalogue,
  reports: [],
  hasEveryFile: true,
} as unknown as OpenDataset
const withLocal = {
  ...published,
  manifest: { dataSha256: sha('ffffffff') },
  reports: [{ report: 'b-2019', agency: 'b', year: 2019, version: 1, local: true }],
  hasEveryFile: false,
  publishedUnder: published,
} as unknown as OpenDataset

const figure = { indicator: 'requests_new', applicant: 'total', year: 2019, state: 'value', evidence: 'A', qualifier: null, n: null }
const rows = [
  { ...figure, agency: 'a', value: 12, report: 'a-2019' },
  { ...figure, agency: 'b', value: 77, report: 'b-2019' },
]

describe('the button that copies the link', () => {
  let root: Root
  let host: HTMLElement
  const write = vi.fn<(text: string) => Promise<void>>()
  const show = (dataset: OpenDataset, selection: Selection): void => {
    const client = new QueryClient()
    const queryKey = [dataset.manifest.dataSha256, 'compareAgencies', {}]
    client.setQueryData(queryKey, dataset === published ? rows.slice(0, 1) : rows)
    new QueryObserver(client, { queryKey, staleTime: Infinity, queryFn: () => rows }).subscribe(() => undefined)
    const atlas = { dataset, selection, start, lang: 'zh', words: wordsIn('zh'), announce: () => undefined } as unknown as Atlas
    const agencies = dataset === published ? [] : [{ id: 'b' }]
    const local = { agencies, reports: [], packages: [] } as unknown as LocalData
    act(() =>
      root.render(
        createElement(
          QueryClientProvider,
          { client },
          createElement(AtlasProvider, { value: atlas }, createElement(LocalDataProvider, { value: local }, createElement(CopyLink))),
        ),
      ),
    )
  }
  const press = async (name: string): Promise<void> => {
    const button = [...host.querySelectorAll('button')].find(({ textContent }) => textContent === name)
    if (!button) throw new Error(`no button ${name}`)
    await act(async () => {
      button.click()
      await Promise.resolve()
    })
  }

  beforeEach(() => {
    window.history.replaceState(null, '', '/app/')
    write.mockReset().mockResolvedValue()
    vi.stubGlobal('navigator', { clipboard: { writeText: write } })
    host = document.createElement('div')
    root = createRoot(host)
  })
  afterEach(() => {
    act(() => root.unmount())
    vi.unstubAllGlobals()
  })

  it('copies the view with its version and figures at once', async () => {
    show(published, { ...start, page: 'compare' })
    await press('复制链接')
    const link = new URL(write.mock.calls[0]?.[0] ?? '')
    expect(link.pathname).toBe('/app/')
    expect(Object.fromEntries(link.searchParams)).toMatchObject({ page: 'compare', of: '0a1b2c3d' })
    expect(link.searchParams.get('was')).toContain('requests_new@total~a*2019*12')
  })

  it('says first what of this machine is not in it, and leaves it out', async () => {
    show(withLocal, { ...start, page: 'compare', agencies: ['a', 'b'] })
    await press('复制链接')
    expect(write).not.toHaveBeenCalled()
    const asked = host.querySelector('[role=alertdialog]')?.textContent ?? ''
    expect(asked).toContain('链接里不写：所选的本机机关。')
    expect(asked).toContain('有 1 个数字来自本机的年报')
    await press('取消')
    expect(host.querySelector('[role=alertdialog]')).toBe(null)
    await press('复制链接')
    await press('仍然复制')
    const link = new URL(write.mock.calls[0]?.[0] ?? '')
    expect(Object.fromEntries(link.searchParams)).toMatchObject({ agencies: 'a', of: '0a1b2c3d' })
    expect(link.search).not.toMatch(/77|b\*|ffffffff/)
  })

  it('shows the link, to be copied by hand, where the browser has no clipboard', async () => {
    vi.stubGlobal('navigator', {})
    show(published, { ...start, page: 'compare' })
    await press('复制链接')
    expect(host.querySelector('input')?.value).toMatch(/\?page=compare&of=0a1b2c3d&was=/)
  })
})
