import { displayOf } from './htmlStyle.ts'
import type { HtmlElement } from './htmlTree.ts'
import { attributeOf, childrenOf, elementsNamed, isText, parentOf, rawText } from './htmlTree.ts'
import { isWholeLabel } from './labels.ts'

type Rows = readonly (readonly HtmlElement[])[]

/**
 * Elements that are a table without being called one: said so by their style or their role, or three rows in them begin with labels of
 * a form. With each the cells of its rows.
 */
export function findDivTables(root: HtmlElement): ReadonlyMap<HtmlElement, Rows> {
  const others = elementsNamed(root, 'div', 'ul', 'ol', 'dl', 'section', 'article', 'span', 'main', 'p')
  const found = new Map<HtmlElement, Rows>()
  for (const element of others) {
    if (!isStyledAs(element, 'table')) continue
    const rows = styledRows(element)
    if (rows.length > 0) found.set(element, rows)
  }
  for (const [table, rows] of tablesByLabels(root)) if (!found.has(table)) found.set(table, rows)
  return found
}

const roles = { table: ['table', 'grid', 'treegrid'], row: ['row'], cell: ['cell', 'gridcell', 'columnheader', 'rowheader'] } as const

function isStyledAs(element: HtmlElement, part: keyof typeof roles): boolean {
  const role = attributeOf(element, 'role').toLowerCase()
  const display = displayOf(element)
  if (roles[part].some((name) => name === role)) return true
  return part === 'table' ? display === 'table' || display === 'inline-table' : display === `table-${part}`
}

/** Rows may stand in groups. */
function styledRows(table: HtmlElement): Rows {
  const rows = childrenOf(table).flatMap((child) =>
    isStyledAs(child, 'row') ? [child] : childrenOf(child).filter((row) => isStyledAs(row, 'row')),
  )
  return rows.map((row) => childrenOf(row).filter((cell) => isStyledAs(cell, 'cell'))).filter((cells) => cells.length > 0)
}

const longestLabel = 120
const fewestRows = 3
const mostColumns = 20

function tablesByLabels(root: HtmlElement): readonly (readonly [HtmlElement, Rows])[] {
  const rows = new Set<HtmlElement>()
  for (const element of elementsNamed(
    root,
    'div',
    'span',
    'li',
    'p',
    'dt',
    'dd',
    'b',
    'strong',
    'font',
    'em',
    'i',
    'h4',
    'h5',
    'h6',
    'label',
    'a',
  )) {
    const row = rowOfLabel(element)
    if (row !== null) rows.add(row)
  }
  const byParent = new Map<HtmlElement, number>()
  for (const row of rows) {
    const parent = parentOf(row)
    const group = parent === null ? null : parentOf(parent)
    for (const around of [parent, group]) if (around !== null) byParent.set(around, (byParent.get(around) ?? 0) + 1)
  }
  const tables = [...byParent].filter(([, count]) => count >= fewestRows).map(([table]) => table)
  const outer = new Set(tables.flatMap(ancestorsOf))
  return tables.filter((table) => !outer.has(table)).map((table): readonly [HtmlElement, Rows] => [table, rowsOf(table, rows)])
}

function ancestorsOf(element: HtmlElement): readonly HtmlElement[] {
  const around: HtmlElement[] = []
  for (let next = parentOf(element); next !== null; next = parentOf(next)) around.push(next)
  return around
}

/** The row that a label is the cell of: the nearest element around it with other cells beside it. Null inside a real table. */
function rowOfLabel(element: HtmlElement): HtmlElement | null {
  if (!element.childNodes.some((node) => isText(node) && node.value.trim() !== '')) return null
  const text = element.childNodes.map((node) => (isText(node) ? node.value : '')).join('')
  if (text.length > longestLabel || !isWholeLabel(text.trim())) return null
  let cell = element
  for (let around = parentOf(cell); around !== null; cell = around, around = parentOf(around)) {
    if (['td', 'th', 'table', 'body'].includes(around.tagName)) return null
    const children = childrenOf(around)
    if (children.length === 1) continue
    return children.length <= mostColumns && children.every(isCell) && !isOneOfLines(around, cell) ? around : null
  }
  return null
}

/** Short, and nothing but text. */
const isCell = (element: HtmlElement): boolean =>
  element.tagName !== 'br' && !['table', 'ul', 'ol', 'script'].includes(element.tagName) && rawText(element).trim().length <= 200

/** In a row each cell has another kind of content; below one another they are labels again. */
function isOneOfLines(around: HtmlElement, cell: HtmlElement): boolean {
  return childrenOf(around).some((other) => other !== cell && isWholeLabel(rawText(other).trim()))
}

function rowsOf(table: HtmlElement, rows: ReadonlySet<HtmlElement>): Rows {
  const lines = childrenOf(table).flatMap((child) =>
    rows.has(child) || !childrenOf(child).some((inner) => rows.has(inner)) ? [child] : childrenOf(child),
  )
  return lines.map((line) => {
    const cells = childrenOf(line)
    return rows.has(line) || (cells.length > 1 && cells.every(isCell)) ? cells : [line]
  })
}
