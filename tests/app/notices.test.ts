// @vitest-environment happy-dom
import { act, createElement } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Agency } from '../../src/agencies.ts'
import { AtlasProvider, type Atlas } from '../../src/app/AtlasContext.ts'
import { Notices } from '../../src/app/links/Notices.tsx'
import type { OpenDataset } from '../../src/dataset/openDataset.ts'
import { readSelection } from '../../src/selection.ts'
import type { Lang } from '../../src/text/label.ts'
import { wordsIn } from '../../src/text/words.ts'
import { known, start } from '../knownSelection.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const agencies = new Map<string, Partial<Agency>>([
  ['a', { id: 'a', shortName: '甲局', successorId: 'b', validTo: '2019-03-31' }],
  ['b', { id: 'b', shortName: '乙局', successorId: null, validTo: null }],
])
const dataset = { manifest: { dataSha256: 'ab'.repeat(32) } } as unknown as OpenDataset

describe('the notes over a page', () => {
  let root: Root
  let host: HTMLElement
  const show = (address: string, lang: Lang = 'zh'): void => {
    const { selection, problems } = readSelection(new URLSearchParams(address), known)
    const agencyById = (id: string) => agencies.get(id)
    const atlas = { dataset, selection, start, lang, words: wordsIn(lang), agencyById } as unknown as Atlas
    act(() => root.render(createElement(AtlasProvider, { value: atlas }, createElement(Notices, { problems }))))
  }
  beforeEach(() => {
    host = document.createElement('div')
    root = createRoot(host)
  })
  afterEach(() => act(() => root.unmount()))

  it('are none over an address that is fine', () => {
    show('page=compare&agencies=b')
    expect(host.innerHTML).toBe('')
  })

  it('name what was left out, why, as text alone, and go away when they are read', () => {
    show(`years=lately&agencies=b~${encodeURIComponent('<img src=x>')}&nothing=1&lang=zh&lang=en`)
    expect(host.textContent).toContain('链接里有 4 处没有用上，已略去：')
    for (const part of [
      'agencies=<img src=x>（这里没有这一项）',
      'years=lately（看不懂）',
      'nothing=1（没有这个参数）',
      'lang=en（重复，只用第一个）',
    ])
      expect(host.textContent).toContain(part)
    expect(host.querySelector('img')).toBe(null)
    act(() => host.querySelector('button')?.click())
    expect(host.innerHTML).toBe('')
    show('years=never')
    expect(host.textContent).toContain('years=never')
  })

  it('count what is too much to name', () => {
    show(`agencies=${Array.from({ length: 500 }, (_, i) => `gone-${i}`).join('~')}`, 'en')
    expect(host.textContent).toContain('500 parts of the link could not be used and were left out')
    expect(host.textContent).toContain('gone-5')
    expect(host.textContent).not.toContain('gone-6 ')
    expect(host.textContent).toContain('and 494 more')
  })

  it('say that a body of the link was merged into another, and keep it', () => {
    show('page=compare&agencies=a')
    expect(host.textContent).toContain('甲局于 2019 年 3 月 31 日并入乙局')
    expect(host.textContent).toContain('链接照旧有效')
  })
})
