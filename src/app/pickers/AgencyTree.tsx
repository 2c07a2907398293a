import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type MouseEvent, type RefObject } from 'react'
import { tickOf, type AgencyNode, type TreeLine } from '../../agencies/agencyTree.ts'
import type { PickerWords } from '../../text/pickerWords.ts'

/** More lines than this are drawn only where they are seen. */
const mostDrawn = 150

/** Lines that the keyboard stops at: all of a tree; of a list of findings the bodies alone, the groups being their headings. */
const isStop = (line: TreeLine | undefined, isList: boolean): boolean => line !== undefined && (!isList || line.node.agency !== null)

/** What the tree is asked to do; `key` is that of a node. */
export interface TreeActs {
  readonly move: (key: string) => void
  readonly press: (node: AgencyNode) => void
  readonly setOpen: (nodes: readonly AgencyNode[], open: boolean) => void
}

/** The keys of a tree (WAI-ARIA): arrows, Home, End, *, Enter and space. Returns whether the key was used. */
export function handleTreeKey(
  event: KeyboardEvent,
  lines: readonly TreeLine[],
  at: number,
  isList: boolean,
  { move, press, setOpen }: TreeActs,
): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  const line = lines[at]
  const step = (from: number, by: 1 | -1): boolean => {
    for (let to = from; to >= 0 && to < lines.length; to += by) {
      const target = lines[to]
      if (target && isStop(target, isList)) {
        move(target.node.key)
        return true
      }
    }
    return true
  }
  const turn: Readonly<Record<string, () => boolean>> = {
    ArrowDown: () => step(at + 1, 1),
    ArrowUp: () => step(at === -1 ? lines.length - 1 : at - 1, -1),
    Home: () => step(0, 1),
    End: () => step(lines.length - 1, -1),
    Enter: () => (line && isStop(line, isList) ? (press(line.node), true) : false),
    ' ': () => (line && isStop(line, isList) ? (press(line.node), true) : false),
  }
  const ofTree: Readonly<Record<string, () => boolean>> = {
    ArrowRight: () => {
      if (!line || line.node.children.length === 0) return true
      if (line.isOpen) return step(at + 1, 1)
      setOpen([line.node], true)
      return true
    },
    ArrowLeft: () => {
      if (line?.isOpen) setOpen([line.node], false)
      else if (line && line.above >= 0) step(line.above, -1)
      return true
    },
    '*': () => {
      const siblings = lines.filter((other) => other.above === (line?.above ?? -1) && other.node.children.length > 0)
      setOpen(
        siblings.map(({ node }) => node),
        true,
      )
      return true
    },
  }
  return turn[event.key]?.() ?? (isList ? undefined : ofTree[event.key]?.()) ?? false
}

/** The line whose name begins with what was typed, from the line after `at` on; -1 when there is none. */
export function findTyped(lines: readonly TreeLine[], at: number, typed: string): number {
  const wanted = typed.toLowerCase()
  const from = typed.length > 1 ? Math.max(at, 0) : at + 1
  for (let i = 0; i < lines.length; i += 1) {
    const index = (from + i) % lines.length
    const node = lines[index]?.node
    if (!node) continue
    const names = node.agency ? [node.name, node.agency.shortName, ...node.agency.initials] : [node.name]
    if (names.some((name) => name.toLowerCase().startsWith(wanted))) return index
  }
  return -1
}

/** The id of a line in the page, for `aria-activedescendant`. */
export const idOfLine = (tree: string, at: number): string => `${tree}-${at}`

/**
 * The tree as it is open now; while something is searched for, the same lines are a list of what was found under its headings.
 * One tab stop; the line that the keyboard is on is told by `aria-activedescendant`.
 */
export function AgencyTree({
  id,
  label,
  lines,
  active,
  isList,
  single,
  chosen,
  reportsOf,
  words,
  host,
  ...acts
}: TreeActs & {
  readonly id: string
  readonly label: string
  readonly lines: readonly TreeLine[]
  /** Place of the line that the keyboard is on; -1 for none. */
  readonly active: number
  readonly isList: boolean
  readonly single: boolean
  readonly chosen: ReadonlySet<string>
  readonly reportsOf: (id: string) => number
  readonly words: PickerWords
  readonly host: RefObject<HTMLDivElement | null>
}) {
  const typed = useRef({ text: '', at: 0 })
  const { from, to, height, onScroll } = useSeenLines(host, lines.length)
  useActiveInView(host, active, height)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (handleTreeKey(event, lines, active, isList, acts)) {
      event.preventDefault()
      return
    }
    if (isList || event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return
    const now = event.timeStamp
    typed.current = { text: now - typed.current.at < 700 ? typed.current.text + event.key : event.key, at: now }
    const found = lines[findTyped(lines, active, typed.current.text)]
    if (found) acts.move(found.node.key)
  }
  // A press on the name of a group opens it, a press on its box ticks it.
  const onClick = (event: MouseEvent): void => {
    const target = event.target as Element
    const line = lines[Number(target.closest<HTMLElement>('.treeline')?.dataset.line)]
    if (!line) return
    acts.move(line.node.key)
    const isGroup = line.node.children.length > 0
    if (isGroup && !isList && (single || target.closest('.tickhit') === null)) acts.setOpen([line.node], !line.isOpen)
    else acts.press(line.node)
  }
  const shared = {
    ref: host,
    id,
    className: 'options agencytree',
    'aria-label': label,
    'aria-multiselectable': !single,
    'aria-activedescendant': active >= from && active < to ? idOfLine(id, active) : undefined,
    tabIndex: 0,
    onKeyDown,
    onScroll,
    onClick,
    onFocus: () => {
      const first = lines.find((line) => isStop(line, isList))
      if (active === -1 && first) acts.move(first.node.key)
    },
  }
  const seen = (
    <div role="presentation" style={{ paddingTop: from * height, paddingBottom: (lines.length - to) * height }}>
      {lines.slice(from, to).map((line, i) => (
        <Line
          key={line.node.key}
          id={idOfLine(id, from + i)}
          at={from + i}
          line={line}
          isActive={from + i === active}
          isList={isList}
          single={single}
          chosen={chosen}
          reportsOf={reportsOf}
          words={words}
        />
      ))}
    </div>
  )
  return isList ? (
    <div role="listbox" {...shared}>
      {seen}
    </div>
  ) : (
    <div role="tree" {...shared}>
      {seen}
    </div>
  )
}

function Line({
  id,
  at,
  line,
  isActive,
  isList,
  single,
  chosen,
  reportsOf,
  words,
}: {
  readonly id: string
  readonly at: number
  readonly line: TreeLine
  readonly isActive: boolean
  readonly isList: boolean
  readonly single: boolean
  readonly chosen: ReadonlySet<string>
  readonly reportsOf: (id: string) => number
  readonly words: PickerWords
}) {
  const { node, level } = line
  const tick = tickOf(node, chosen)
  const isGroup = node.children.length > 0
  const count = node.ids.reduce((n, one) => (chosen.has(one) ? n + 1 : n), 0)
  const role = !isList
    ? {
        role: 'treeitem',
        'aria-level': level,
        'aria-posinset': line.place,
        'aria-setsize': line.siblings,
        ...(isGroup ? { 'aria-expanded': line.isOpen } : {}),
        ...(single ? { 'aria-selected': tick === 'all' && !isGroup } : { 'aria-checked': tick === 'some' ? 'mixed' : tick === 'all' }),
      }
    : isGroup
      ? { 'aria-hidden': true }
      : { role: 'option', 'aria-selected': tick === 'all' }
  return (
    <div
      id={id}
      {...(role as object)}
      className={`option treeline${isGroup ? ' treegroup' : ''}`}
      data-line={at}
      data-focused={isActive || undefined}
      data-tick={single && isGroup ? undefined : tick}
      data-selected={tick === 'all' && !isGroup ? true : undefined}
      style={{ paddingLeft: 6 + (level - 1) * 16 }}
    >
      <span className={`twist${isGroup && !isList ? (line.isOpen ? ' open' : ' shut') : ''}`} aria-hidden="true" />
      {single && isGroup ? null : (
        <span className="tickhit" aria-hidden="true">
          <span className="tick" />
        </span>
      )}
      <span className="optionname">{node.name}</span>
      <small>
        {isGroup ? words.inGroup(single ? 0 : count, node.ids.length) : words.reports(reportsOf(node.key))}
        {!isGroup && node.agency?.formerNames?.[0] ? (
          <span className="visually-hidden"> {words.former(node.agency.formerNames.map(({ name }) => name).join(' '))}</span>
        ) : null}
      </small>
    </div>
  )
}

/** Which lines are seen, where there are too many to draw them all. Every line is equally high. */
function useSeenLines(
  host: RefObject<HTMLDivElement | null>,
  count: number,
): { readonly from: number; readonly to: number; readonly height: number; readonly onScroll: () => void } {
  const [height, setHeight] = useState(28)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const first = host.current?.querySelector('.treeline')
    if (first instanceof HTMLElement && first.offsetHeight > 0) setHeight(first.offsetHeight)
  }, [host, count])
  const onScroll = (): void => setTop(host.current?.scrollTop ?? 0)
  if (count <= mostDrawn) return { from: 0, to: count, height, onScroll: () => undefined }
  const from = Math.min(Math.max(0, Math.floor(top / height) - 10), Math.max(0, count - 50))
  return { from, to: Math.min(count, from + 50), height, onScroll }
}

/** Scrolls the tree, never the page, so that the line of the keyboard is seen. */
function useActiveInView(host: RefObject<HTMLDivElement | null>, active: number, height: number): void {
  useEffect(() => {
    const box = host.current
    if (!box || active < 0) return
    const top = active * height
    if (top < box.scrollTop) box.scrollTo({ top })
    else if (top + height > box.scrollTop + box.clientHeight - 8) box.scrollTo({ top: top + height - box.clientHeight + 8 })
  }, [host, active, height])
}
