import { describe, expect, it } from 'vitest'
import { embedKinds, mayHandOut, printEmbedQuery, type EmbedChoices } from '../../src/app/pages/embed/embedChoices.ts'
import { countOwn } from '../../src/app/pages/embed/countOwn.ts'
import { componentSnippet, directives, fileSnippet, frameSnippet } from '../../src/app/pages/embed/snippets.ts'
import { readEmbedAddress } from '../../src/embed/embedAddress.ts'
import { readSelection } from '../../src/selection.ts'
import type { Agency } from '../../src/agencies.ts'
import type { OpenDataset } from '../../src/dataset/openDataset.ts'
import { known, start } from '../knownSelection.ts'

const choices: EmbedChoices = {
  kind: 'live',
  lang: 'en',
  theme: 'dark',
  title: false,
  controls: false,
  height: 300,
  column: 640,
  colours: { accent: '#C00', surface: 'white', ink: '' },
  withLocal: false,
}

describe('what was imported on this machine', () => {
  it('goes into other pages only where it was let in, and never into the live kind', () => {
    const allowed = (isLocal: boolean, withLocal: boolean): boolean[] => embedKinds.map((kind) => mayHandOut({ kind, withLocal }, isLocal))
    expect(allowed(false, false)).toEqual([true, true, true])
    expect(allowed(true, false)).toEqual([false, false, false])
    expect(allowed(true, true)).toEqual([true, true, false])
  })
})

describe('what of a view is this machine’s own', () => {
  const body = (id: string) => ({ id }) as Agency
  const published = { agencies: [body('a')], reports: [] } as unknown as OpenDataset
  const dataset = {
    agencies: [body('a'), body('added')],
    reports: [{ report: 'added-2023', agency: 'added', year: 2023, local: true }],
    publishedUnder: published,
  } as unknown as OpenDataset
  const years = [2017, 2018] as const

  it('counts a body that was added here also in years of which it has no report: its name alone is its own', () => {
    const view = { dataset, selection: { ...start, years }, agencies: dataset.agencies }
    expect(countOwn(view, false)).toEqual({ reports: 0, bodies: 1 })
    expect(countOwn({ ...view, agencies: [body('a')] }, false)).toEqual({ reports: 0, bodies: 0 })
    expect(countOwn({ ...view, agencies: [body('a')], selection: { ...start, years, focus: ['added'] } }, false).bodies).toBe(1)
    expect(countOwn({ ...view, selection: { ...start, years: [2023, 2023] } }, false)).toEqual({ reports: 1, bodies: 1 })
  })
})

describe('the address of an embed', () => {
  it('says what is shown and how it stands, and nothing of other pages', () => {
    const selection = {
      ...start,
      page: 'embed',
      agencies: ['a', 'b'],
      chart: 'trend',
      report: 'a-2018',
      peers: ['c'],
      of: '12345678',
    } as const
    const query = printEmbedQuery(selection, start, choices)
    const address = new URLSearchParams(query)
    expect([...address.keys()].sort()).toEqual(['accent', 'agencies', 'chart', 'controls', 'height', 'lang', 'theme', 'title'])
    const { problems, ...settings } = readEmbedAddress(address)
    expect(problems).toEqual([])
    expect(settings).toMatchObject({ title: false, controls: false, height: 300, colours: { accent: '#cc0000', surface: null, ink: null } })
    const back = readSelection(address, known).selection
    expect(back).toEqual({ ...start, agencies: ['a', 'b'], chart: 'trend', lang: 'en', theme: 'dark' })
    expect(
      printEmbedQuery(start, start, {
        ...choices,
        lang: 'zh',
        theme: 'auto',
        title: true,
        controls: true,
        height: null,
        colours: { accent: '', surface: '', ink: '' },
      }),
    ).toBe('')
  })
})

describe('the lines for a page', () => {
  const parts = { title: '甲 "乙" <丙>', height: 400, open: '打开', fullView: 'https://ogi.example/?page=compare&of=12345678' }

  it('hold names and addresses as text, and a link where a frame or a script is refused', () => {
    const lines = [
      frameSnippet('https://ogi.example/embed.html?a=1&b=2', parts),
      componentSnippet('https://ogi.example/ogi-chart.js', '?a=1&b=2', parts),
    ]
    for (const line of lines) {
      expect(line).toContain('甲 &quot;乙&quot; &lt;丙&gt;')
      expect(line).toContain('?a=1&amp;b=2')
      expect(line).toContain('<a href="https://ogi.example/?page=compare&amp;of=12345678">打开</a>')
      expect(line).not.toMatch(/\sstyle=/)
    }
    expect(fileSnippet('嵌入图 50% #1.html', parts)).toContain('src="嵌入图%2050%25%20%231.html"')
  })

  it('name each directive that the host needs beside its own', () => {
    expect(directives.frame('https://a.cn')).toBe('frame-src https://a.cn')
    expect(directives.component('https://a.cn')).toBe('script-src https://a.cn; style-src https://a.cn; connect-src https://a.cn')
    expect(directives.file({ script: "'sha256-a'", style: "'sha256-b'" })).toBe("script-src 'sha256-a'; style-src 'sha256-b'")
  })
})
