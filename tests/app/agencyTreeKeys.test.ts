// @vitest-environment happy-dom
import { act, createElement, createRef, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildAgencyTree, filterTree, linesOfTree, toggleNode } from '../../src/agencies/agencyTree.ts'
import { AgencyTree } from '../../src/app/pickers/AgencyTree.tsx'
import { pickerWords } from '../../src/text/pickerWords.ts'
import { testAgencies } from '../charts/comparedRows.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const words = pickerWords('zh')
const nodesOf = (n: number) =>
  buildAgencyTree(
    Array.from({ length: n }, (_, i) => ({
      ...(testAgencies[i % testAgencies.length] as (typeof testAgencies)[number]),
      id: `id${i}`,
      name: `第${i}局`,
      initials: [`d${i}j`],
      regionPath: i % 3 === 0 ? ['甲市'] : ['甲市', `${i % 3}区`],
    })),
    'region',
    { lang: 'zh', words: words.tree },
  )

function Harness({ n, typed = '' }: { readonly n: number; readonly typed?: string }) {
  const [nodes] = useState(() => nodesOf(n))
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [active, setActive] = useState<string | null>(null)
  const [host] = useState(() => createRef<HTMLDivElement>())
  const lines = linesOfTree(filterTree(nodes, typed), (node) => typed !== '' || open.has(node.key))
  return createElement(AgencyTree, {
    id: 'tree',
    label: '按地区',
    lines,
    active: lines.findIndex(({ node }) => node.key === active),
    isList: typed !== '',
    single: false,
    chosen,
    reportsOf: () => 1,
    words,
    host,
    move: setActive,
    press: (node) => setChosen(toggleNode(node, chosen)),
    setOpen: (some, on) => {
      const next = new Set(open)
      for (const { key } of some) {
        if (on) next.add(key)
        else next.delete(key)
      }
      setOpen(next)
    },
  })
}

describe('the tree of agencies with the keyboard alone', () => {
  let host: HTMLElement
  let root: Root
  beforeEach(() => {
    host = document.body.appendChild(document.createElement('div'))
    root = createRoot(host)
  })
  afterEach(() => {
    act(() => root.unmount())
    host.remove()
  })
  const show = (n: number, typed = ''): HTMLElement => {
    act(() => root.render(createElement(Harness, { n, typed })))
    const tree = host.querySelector<HTMLElement>('.agencytree')
    if (!tree) throw new Error('no tree')
    act(() => tree.focus())
    return tree
  }
  const press = (tree: HTMLElement, ...keys: readonly string[]): void => {
    for (const key of keys) act(() => void tree.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })))
  }
  /** What a screen reader would say of the line that the keyboard is on. */
  const said = (tree: HTMLElement): string => {
    const line = document.getElementById(tree.getAttribute('aria-activedescendant') ?? '')
    if (!line) return 'none'
    const [expanded, checked] = ['aria-expanded', 'aria-checked'].map((name) => line.getAttribute(name) ?? '-')
    return [line.querySelector('.optionname')?.textContent, line.getAttribute('aria-level'), expanded, checked].join(' ')
  }

  it('opens, walks, closes and goes back to the group', () => {
    const tree = show(7)
    expect(tree.getAttribute('role')).toBe('tree')
    expect(said(tree)).toBe('甲市 1 false false')
    press(tree, 'ArrowRight')
    expect(said(tree)).toBe('甲市 1 true false')
    press(tree, 'ArrowRight')
    expect(said(tree)).toBe('第0局 2 - false')
    press(tree, 'End')
    expect(said(tree)).toBe('2区 2 false false')
    press(tree, 'ArrowRight', 'ArrowRight', 'ArrowDown')
    expect(said(tree)).toBe('第5局 3 - false')
    press(tree, 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft')
    expect(said(tree)).toBe('甲市 1 false false')
  })

  it('ticks a body, which ticks its group in part, and a group, which ticks all in it', () => {
    const tree = show(7)
    press(tree, 'ArrowRight', 'ArrowRight', ' ', 'ArrowLeft')
    expect(said(tree)).toBe('甲市 1 true mixed')
    press(tree, 'Enter')
    expect(said(tree)).toBe('甲市 1 true true')
    press(tree, 'Enter', 'Home', '*')
    expect(said(tree)).toBe('甲市 1 true false')
  })

  it('goes to the body whose name or pinyin begins with what is typed', () => {
    const tree = show(7)
    press(tree, 'ArrowRight', 'd', '3')
    expect(said(tree)).toBe('第3局 2 - false')
  })

  it('is a list of the bodies found while something is searched for; its headings are no stops', () => {
    const tree = show(7, 'd4')
    expect(tree.getAttribute('role')).toBe('listbox')
    expect([...tree.querySelectorAll('[role=option]')].map((line) => line.querySelector('.optionname')?.textContent)).toEqual(['第4局'])
    expect(tree.querySelectorAll('.treegroup')).toHaveLength(2)
    press(tree, 'Enter')
    expect(tree.querySelector('[role=option]')?.getAttribute('aria-selected')).toBe('true')
  })

  it('draws only the lines that are seen of a thousand bodies, and says how many there are', () => {
    const tree = show(1_000)
    press(tree, 'ArrowRight', '*')
    press(tree, 'ArrowRight')
    expect(tree.querySelectorAll('[role=treeitem]').length).toBeLessThanOrEqual(60)
    expect(tree.querySelector('[aria-level="2"]')?.getAttribute('aria-setsize')).toBe('336')
  })
})
