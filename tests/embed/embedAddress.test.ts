import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dropOtherParts, readEmbedAddress } from '../../src/embed/embedAddress.ts'
import { embedParts, viewParts } from '../../src/embed/embedParts.ts'
import { applyHostColours, chooseAppearance, contrastOf, readColour, type Colour } from '../../src/embed/hostColours.ts'

const read = (query: string) => readEmbedAddress(new URLSearchParams(query))

describe('the address of an embed', () => {
  it('says how the embed stands in its host', () => {
    expect(read('?controls=0&title=0&height=400&accent=c00&host=http://portal.test:8080')).toMatchObject({
      controls: false,
      title: false,
      height: 400,
      colours: { accent: '#cc0000', surface: null, ink: null },
      host: 'http://portal.test:8080',
      problems: [],
    })
    expect(read('')).toMatchObject({ controls: true, title: true, height: null, host: null, problems: [] })
  })

  it.each([
    ['controls=2', 'controls'],
    ['title=yes', 'title'],
    ['height=9', 'height'],
    ['height=1e3', 'height'],
    ['height=99999', 'height'],
    ['accent=red', 'accent'],
    ['surface=url(x)', 'surface'],
    ['ink=%23fffff', 'ink'],
    ['host=javascript:alert(1)', 'host'],
    ['host=http://a.test/path', 'host'],
    ['host=*', 'host'],
    ['ink=777777&surface=888888', 'ink'],
    ['accent=fefefe&surface=ffffff', 'accent'],
  ])('%s is left out and named', (query, part) => {
    expect(read(query).problems.map((problem) => problem.part)).toEqual([part])
  })

  it('leaves to the selection what is about the view, unknown parts among it, and nothing else', () => {
    const all = [...viewParts, ...embedParts, 'page', 'report', 'rule', 'frob']
    const view = dropOtherParts(new URLSearchParams(all.map((part) => [part, 'x'])))
    expect([...view.keys()]).toEqual([...viewParts, 'frob'])
  })
})

const colour = fc.integer({ min: 0, max: 0xff_ff_ff }).map((value): Colour => `#${value.toString(16).padStart(6, '0')}`)

describe('colours of a host', () => {
  it('are read in two forms', () => {
    expect([readColour('#1F5A8C'), readColour('abc'), readColour('12345'), readColour('red')]).toEqual(['#1f5a8c', '#aabbcc', null, null])
    expect(contrastOf('#000000', '#ffffff')).toBe(21)
  })

  it('never make text or marks that cannot be seen', () => {
    fc.assert(
      fc.property(
        fc.option(colour),
        fc.option(colour),
        fc.option(colour),
        fc.constantFrom('light', 'dark'),
        (accent, surface, ink, appearance) => {
          const { palette, tokens } = applyHostColours(appearance, 'zh', { accent, surface, ink })
          const behind = readColour(palette.surface) ?? '#ffffff'
          const against = (text: string): number => contrastOf(readColour(text) ?? behind, behind)
          for (const text of [palette.ink, palette.ink2, palette.ink3]) expect(against(text)).toBeGreaterThanOrEqual(4.5)
          for (const mark of [...palette.series, palette.rest, palette.axis]) expect(against(mark)).toBeGreaterThanOrEqual(2.9)
          if (tokens['--accent']) expect(against(tokens['--accent'])).toBeGreaterThanOrEqual(4.5)
          expect(tokens['--surface'] ?? palette.surface).toBe(palette.surface)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('choose the side that they are on, unless a theme was asked for', () => {
    const none = { accent: null, surface: null, ink: null }
    expect(chooseAppearance('auto', none, true)).toBe('dark')
    expect(chooseAppearance('auto', { ...none, surface: '#101010' }, false)).toBe('dark')
    expect(chooseAppearance('auto', { ...none, surface: '#fafafa' }, true)).toBe('light')
    expect(chooseAppearance('care', { ...none, surface: '#101010' }, true)).toBe('care')
  })
})
