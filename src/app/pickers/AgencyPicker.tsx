import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { Agency } from '../../agencies.ts'
import {
  agencyTrees,
  buildAgencyTree,
  filterTree,
  linesOfTree,
  openAtFirst,
  toggleNode,
  withThoseBelow,
  type AgencyNode,
  type AgencyTreeKind,
} from '../../agencies/agencyTree.ts'
import { pickerWords } from '../../text/pickerWords.ts'
import { useAtlas } from '../AtlasContext.ts'
import { AgencySets } from './AgencySets.tsx'
import { AgencyTree, handleTreeKey, idOfLine, type TreeActs } from './AgencyTree.tsx'
import { FilterButton } from './FilterButton.tsx'
import { useDecision } from './useDecision.ts'
import './pickers.css'

/** Groups are open at first as far as they fit on so many lines. */
const linesAtFirst = 60
/** Servers commonly refuse addresses beyond 8,000 characters; the rest of the link needs some of them. */
const longLink = 6_000

/** Chooses agencies from a tree: by region, supervisor, system or level, with search; all, none, invert; sets in a file. */
export function AgencyPicker({ single = false }: { readonly single?: boolean }) {
  const { dataset, selection, chosenAgencies, words } = useAtlas()
  const value =
    single || selection.agencies !== null
      ? words.bar.someAgencies(chosenAgencies[0]?.shortName ?? '', single ? 1 : chosenAgencies.length)
      : words.bar.allAgencies(dataset.agencies.length)
  return (
    <FilterButton name={words.bar.agencies} value={value} wide>
      {(close) => (single ? <ChooseOne close={close} /> : <ChooseMany close={close} />)}
    </FilterButton>
  )
}

function ChooseOne({ close }: { readonly close: () => void }) {
  const { chosenAgencies, change } = useAtlas()
  const first = chosenAgencies[0]
  return (
    <AgencyChooser
      single
      chosen={new Set(first ? [first.id] : [])}
      close={close}
      press={(node) => {
        if (node.agency === null) return
        change({ agencies: [node.agency.id], focus: null, report: null, cell: null, peers: null })
        close()
      }}
    />
  )
}

function ChooseMany({ close }: { readonly close: () => void }) {
  const { dataset, selection } = useAtlas()
  const decide = useDecision()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(selection.agencies ?? []))
  // Nothing ticked and everything ticked are the same selection: no restriction. The boxes stay as they were pressed.
  const asSelection = (ids: ReadonlySet<string>): readonly string[] | null => {
    const kept = dataset.agencies.filter((agency) => ids.has(agency.id)).map((agency) => agency.id)
    return kept.length === 0 || kept.length === dataset.agencies.length ? null : kept
  }
  const sorted = (ids: readonly string[] | null): string => [...(ids ?? [])].sort().join('~')
  // The back button, or a link, may change what is chosen while the boxes are on the screen.
  if (sorted(asSelection(ticked)) !== sorted(selection.agencies)) setTicked(new Set(selection.agencies ?? []))
  const choose = (ids: ReadonlySet<string>): void => {
    setTicked(ids)
    decide({ agencies: asSelection(ids), focus: null })
  }
  return <AgencyChooser chosen={ticked} close={close} press={(node) => choose(toggleNode(node, ticked))} choose={choose} />
}

function AgencyChooser({
  single = false,
  chosen,
  press,
  choose,
  close,
}: {
  readonly single?: boolean
  readonly chosen: ReadonlySet<string>
  readonly press: (node: AgencyNode) => void
  /** Sets what is chosen; absent where one agency is picked. */
  readonly choose?: (ids: ReadonlySet<string>) => void
  readonly close: () => void
}) {
  const { dataset, lang } = useAtlas()
  const own = pickerWords(lang)
  const tree = useId()
  const host = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  const [kind, setKind] = useState<AgencyTreeKind>('region')
  const isList = typed.trim() !== ''
  const { nodes, isOpen, setOpen, forget } = useOpenTree(kind, chosen)
  const lines = useMemo(() => linesOfTree(filterTree(nodes, typed), (node) => isList || isOpen(node)), [nodes, typed, isList, isOpen])
  const [activeKey, setActiveKey] = useState<string | null>(null)
  const active = activeOf(lines, activeKey, isList)
  const reportsOf = useReportCounts()
  const acts: TreeActs = { move: setActiveKey, press, setOpen }
  const found = useMemo(() => (isList ? lines.flatMap(({ node }) => (node.agency ? [node.agency.id] : [])) : null), [isList, lines])
  const kinds = useMemo(() => agencyTrees.filter((one) => one !== 'supervisor' || hasSupervisors(dataset.agencies)), [dataset])
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && typed !== '') {
      event.stopPropagation()
      setTyped('')
    } else if (!isList && event.key === 'ArrowDown') {
      event.preventDefault()
      host.current?.focus()
    } else if (isList && ['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key) && handleTreeKey(event, lines, active, true, acts)) {
      event.preventDefault()
    }
  }
  return (
    <>
      <input
        className="field search"
        role="combobox"
        aria-label={own.search}
        aria-expanded="true"
        aria-controls={tree}
        aria-haspopup={isList ? 'listbox' : 'tree'}
        aria-autocomplete="list"
        aria-activedescendant={isList && active >= 0 ? idOfLine(tree, active) : undefined}
        placeholder={own.search}
        autoFocus
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setActiveKey(null)
        }}
        onKeyDown={onKeyDown}
      />
      <div className="seg treekinds" role="group" aria-label={own.growBy}>
        {kinds.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === kind}
            onClick={() => {
              setKind(one)
              forget()
            }}
          >
            {own.growKinds[one]}
          </button>
        ))}
      </div>
      {choose ? <ManyAtOnce found={found} chosen={chosen} choose={choose} close={close} /> : null}
      {lines.length === 0 ? (
        <p className="nomatch" role="status" id={tree}>
          {own.noMatch(typed)}
        </p>
      ) : (
        <AgencyTree
          id={tree}
          label={own.growKinds[kind]}
          lines={lines}
          active={active}
          isList={isList}
          single={single}
          chosen={chosen}
          reportsOf={reportsOf}
          words={own}
          host={host}
          {...acts}
        />
      )}
      {choose ? (
        <>
          <OfActive node={lines[active]?.node} choose={choose} />
          <AgencySets chosen={chosen} choose={(ids) => choose(new Set(ids))} />
          <LongLink />
        </>
      ) : null}
    </>
  )
}

const hasSupervisors = (agencies: readonly Agency[]): boolean =>
  agencies.some((agency) => agency.supervisorId !== null && agencies.some(({ id }) => id === agency.supervisorId))

/** Where the keyboard is: on what was found first, until it moves. */
function activeOf(lines: ReturnType<typeof linesOfTree>, key: string | null, isList: boolean): number {
  const at = lines.findIndex(({ node }) => node.key === key)
  return at === -1 && isList ? lines.findIndex(({ node }) => node.agency !== null) : at
}

/** The tree of one kind, and which of its groups are open. */
function useOpenTree(kind: AgencyTreeKind, chosen: ReadonlySet<string>) {
  const { dataset, lang } = useAtlas()
  const nodes = useMemo(() => buildAgencyTree(dataset.agencies, kind, { lang, words: pickerWords(lang).tree }), [dataset, kind, lang])
  const [opened, setOpened] = useState<ReadonlySet<string> | null>(null)
  // What is open at first is settled when a tree is shown, not again with every box.
  const [chosenAtFirst] = useState(chosen)
  const open = useMemo(() => opened ?? openAtFirst(nodes, chosenAtFirst, linesAtFirst), [opened, nodes, chosenAtFirst])
  const isOpen = useMemo(() => (node: AgencyNode) => open.has(node.key), [open])
  const setOpen = (some: readonly AgencyNode[], on: boolean): void => {
    const next = new Set(open)
    for (const { key } of some) {
      if (on) next.add(key)
      else next.delete(key)
    }
    setOpened(next)
  }
  return { nodes, isOpen, setOpen, forget: () => setOpened(null) }
}

/** Reports of an agency; one that was put right and published again counts once. */
function useReportCounts(): (id: string) => number {
  const { dataset } = useAtlas()
  const counts = useMemo(() => {
    const yearsOf = new Map<string, Set<number>>()
    for (const { agency, year } of dataset.reports) {
      const years = yearsOf.get(agency) ?? new Set<number>()
      yearsOf.set(agency, years.add(year))
    }
    return yearsOf
  }, [dataset])
  return (id) => counts.get(id)?.size ?? 0
}

/** All, none, invert: of every body, or of those that were found. */
function ManyAtOnce({
  found,
  chosen,
  choose,
  close,
}: {
  readonly found: readonly string[] | null
  readonly chosen: ReadonlySet<string>
  readonly choose: (ids: ReadonlySet<string>) => void
  readonly close: () => void
}) {
  const { dataset, lang } = useAtlas()
  const own = pickerWords(lang)
  const all = dataset.agencies.map(({ id }) => id)
  const reached = found ?? all
  const count = found?.length ?? null
  return (
    <div className="pickactions">
      <button type="button" className="btn quiet" disabled={reached.length === 0} onClick={() => choose(new Set([...chosen, ...reached]))}>
        {own.all(count)}
      </button>
      <button
        type="button"
        className="btn quiet"
        disabled={!reached.some((id) => chosen.has(id))}
        onClick={() => choose(new Set([...chosen].filter((id) => !reached.includes(id))))}
      >
        {own.none(count)}
      </button>
      {found === null ? (
        <button
          type="button"
          className="btn quiet"
          disabled={chosen.size === 0}
          onClick={() => choose(new Set(all.filter((id) => !chosen.has(id))))}
        >
          {own.invert}
        </button>
      ) : null}
      <span className="chosencount" role="status">
        {own.chosen(chosen.size, all.length)}
      </span>
      <button type="button" className="btn quiet pickdone" onClick={close}>
        {own.done}
      </button>
    </div>
  )
}

/** What else may be done with the line that was pressed or walked to last. */
function OfActive({ node, choose }: { readonly node: AgencyNode | undefined; readonly choose: (ids: ReadonlySet<string>) => void }) {
  const { dataset, lang } = useAtlas()
  const own = pickerWords(lang)
  if (!node) return <p className="pickhelp">{own.activeHelp}</p>
  const below = node.agency === null ? [] : withThoseBelow(node.agency.id, dataset.agencies)
  return (
    <p className="pickhelp ofactive">
      <span className="activename">{own.ofActive(node.agency?.shortName ?? node.name)}</span>
      <button type="button" className="linklike" onClick={() => choose(new Set(node.ids))}>
        {node.agency === null ? own.onlyGroup(node.ids.length) : own.onlyThis}
      </button>
      {below.length > 1 ? (
        <button type="button" className="linklike" onClick={() => choose(new Set(below))}>
          {own.withBelow(below.length)}
        </button>
      ) : null}
    </p>
  )
}

/** Long links are said, not cut. */
function LongLink() {
  const { addressOf, lang } = useAtlas()
  const { length } = addressOf({})
  return length > longLink ? (
    <p className="pickhelp" role="status">
      {pickerWords(lang).longLink(length)}
    </p>
  ) : null
}
