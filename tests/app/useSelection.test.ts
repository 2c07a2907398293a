// @vitest-environment happy-dom
import { act, createElement } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nameDecision, useSelection, type ChangeSelection } from '../../src/app/useSelection.ts'
import type { Selection } from '../../src/selection.ts'
import { known } from '../knownSelection.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

describe('steps of the back button', () => {
  let root: Root
  let shown: { selection: Selection; change: ChangeSelection }
  function Reader(): null {
    shown = useSelection(known)
    return null
  }
  const change: ChangeSelection = (...asked) => act(() => shown.change(...asked))

  beforeEach(() => {
    window.history.replaceState(null, '', '/?page=compare')
    root = createRoot(document.createElement('div'))
    act(() => root.render(createElement(Reader)))
  })
  afterEach(() => act(() => root.unmount()))

  it('are one for each change', () => {
    const before = window.history.length
    change({ agencies: ['a'] })
    change({ years: [2018, 2020] })
    expect(window.history.length).toBe(before + 2)
    expect(shown.selection).toMatchObject({ agencies: ['a'], years: [2018, 2020] })
  })

  it('are one for everything that is ticked while a picker is open, and another for the next time it is opened', () => {
    const before = window.history.length
    const first = nameDecision()
    for (const agencies of [['a'], ['a', 'b'], ['a', 'b', 'c']]) change({ agencies }, first)
    expect(window.history.length).toBe(before + 1)
    change({ agencies: ['c'] }, nameDecision())
    expect(window.history.length).toBe(before + 2)
    expect(shown.selection.agencies).toEqual(['c'])
  })

  it('are none where nothing changes', () => {
    const before = window.history.length
    change({ page: 'compare', agencies: null })
    expect(window.history.length).toBe(before)
  })

  it('do not take over a step that another change made in between', () => {
    const decision = nameDecision()
    change({ agencies: ['a'] }, decision)
    change({ lang: 'en' })
    const before = window.history.length
    change({ agencies: ['b'] }, decision)
    expect(window.history.length).toBe(before + 1)
  })
})
