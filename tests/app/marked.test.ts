// @vitest-environment happy-dom
import { act, createElement } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { agencyOfElement, markAgency, markedAgency, placeMarksAnew, watchMarked } from '../../src/app/marked.ts'
import { MarkedPoints } from '../../src/app/MarkedPoints.tsx'
import { linesOf, linesOfAgency, markLines } from '../../src/app/markedLines.ts'
import type { ChartPoint } from '../../src/charts/chartContext.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const point = (agency: string, y: number | string): ChartPoint => ({ agency, year: 2020, report: null, text: agency, grid: 0, x: 1, y })

describe('the agency that is pointed at', () => {
  let host: HTMLElement
  let root: Root
  beforeEach(() => {
    host = document.body.appendChild(document.createElement('div'))
    root = createRoot(host)
  })
  afterEach(() => {
    act(() => {
      markAgency(null)
      root.unmount()
    })
    host.remove()
  })

  it('is ringed on each of its marks in every drawing, framed in a list of bars, and let go again', () => {
    const placeOf = () => ({ x: 5, y: 6 })
    const drawing = (points: readonly (readonly ChartPoint[])[]) => createElement(MarkedPoints, { points, placeOf, width: 300 })
    act(() =>
      root.render(
        createElement(
          'div',
          null,
          drawing([[point('a', 3), point('b', 4)], [point('a', 5)]]),
          drawing([[point('b', 'b'), point('a', 'a')]]),
        ),
      ),
    )
    expect(host.querySelectorAll('.markring, .markline')).toHaveLength(0)
    act(() => markAgency('a'))
    expect([host.querySelectorAll('.markring').length, host.querySelectorAll('.markline').length]).toEqual([2, 1])
    act(() => markAgency('b'))
    expect([host.querySelectorAll('.markring').length, host.querySelectorAll('.markline').length]).toEqual([1, 1])
    act(() => markAgency(null))
    expect(host.querySelectorAll('.markring, .markline')).toHaveLength(0)
  })

  it('is placed anew when a figure was drawn meanwhile', () => {
    let drawn = false
    const placeOf = () => (drawn ? { x: 5, y: 6 } : null)
    act(() => root.render(createElement(MarkedPoints, { points: [[point('a', 3)]], placeOf, width: 300 })))
    act(() => markAgency('a'))
    expect(host.querySelectorAll('.markring')).toHaveLength(0)
    drawn = true
    act(placeMarksAnew)
    expect(host.querySelectorAll('.markring')).toHaveLength(1)
  })

  it('has its lines drawn bolder, and not those of an agency whose id begins alike', () => {
    const lines = linesOf({ series: [{ id: 'line-a-0' }, { id: 'line-a-1' }, { id: 'line-a-b-0' }, { id: 'line-a-b' }, { id: 'gap-a' }] })
    expect(linesOfAgency(lines, 'a')).toEqual(['line-a-0', 'line-a-1'])
    expect(linesOfAgency(lines, 'a-b')).toEqual(['line-a-b-0', 'line-a-b'])
    const asked: unknown[] = []
    markAgency('a')
    markLines({ dispatchAction: (action) => asked.push(action) }, lines)
    expect(asked).toEqual([
      { type: 'downplay', seriesId: lines },
      { type: 'highlight', seriesId: ['line-a-0', 'line-a-1'] },
    ])
  })

  it('is marked in rows and cells of tables where they stand, and told once to those who watch', () => {
    host.innerHTML =
      '<table><tr data-agency="a-b"><th><a href="#">A</a></th></tr><tr data-agency="c"><td data-agency="a-b"></td></tr></table>'
    let told = 0
    const stop = watchMarked(() => (told += 1))
    const link = host.querySelector('a')
    expect(agencyOfElement(link)).toBe('a-b')
    markAgency(agencyOfElement(link))
    markAgency('a-b')
    expect([...host.querySelectorAll('[data-marked]')].map((element) => element.tagName)).toEqual(['TR', 'TD'])
    expect(told).toBe(1)
    markAgency('')
    expect(host.querySelectorAll('[data-marked]')).toHaveLength(0)
    expect(markedAgency()).toBeNull()
    stop()
  })
})
