import type { Catalogue } from '../../indicators/catalogue.ts'
import { readCatalogue } from '../../indicators/readCatalogue.ts'
import type { DatasetEntry } from '../../dataset/manifest.ts'
import { openLocally, type LocalListing } from '../../dataset/localDataset.ts'
import type { Placed } from '../../dataset/localPackage.ts'
import { chooseDataset, openDataset, type OpenDataset, type Source } from '../../dataset/openDataset.ts'
import type { AgencyRow } from '../../dataset/tables.ts'
import type { BrowserWorkshop } from '../../engine/workshop.ts'
import type { Engine } from '../../engine/engine.ts'
import { holdEngine, type EngineStart } from '../engineStart.ts'
import { today } from '../today.ts'
import { compileHere, type CompiledHere } from './compileHere.ts'
import type { Drawer } from './drawer.ts'
import { keepAnswers } from './keepAnswers.ts'
import { LocalDataError, type AcceptedReport, type LocalData, type LocalReportEntry } from './localData.ts'
import type { LocalParts } from './localMessages.ts'
import {
  isOf,
  keyOf,
  nameOf,
  packReport,
  readPackages,
  readState,
  type AnswersRecord,
  type BytesRecord,
  type ListingRecord,
  type LocalState,
  type PackageRecord,
  type ReportRecord,
} from './localRecords.ts'
import { localSentences } from './localSentences.ts'
import { workLocally } from './workLocally.ts'

/** What the pages are drawn from; another object whenever something of it changed. */
export interface AtlasView {
  readonly dataset: OpenDataset
  readonly engine: EngineStart
  /** Published datasets, the default first, then those of this machine. */
  readonly entries: readonly DatasetEntry[]
  readonly local: LocalData
}

/** Holds the open dataset with what this machine adds to it. */
export interface AtlasHome {
  readonly view: () => AtlasView
  readonly subscribe: (listener: () => void) => () => void
  /** Opens another dataset; the pages show the earlier one until then. An unknown id is left alone. */
  readonly open: (id: string) => void
}

export interface HomeOptions {
  readonly source: Source
  readonly published: readonly DatasetEntry[]
  /** The dataset that the address names. */
  readonly wanted: string | null
  readonly drawer: Drawer
  readonly openEngine: (readData: () => Promise<Uint8Array>, onProgress: (part: number) => void) => Promise<Engine>
  readonly openWorkshop: () => Promise<BrowserWorkshop>
  /** Which build of the app this is: what another one compiled and answered is not taken over. */
  readonly release: string
  /** Tells other tabs that something changed, and hears it from them. */
  readonly channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'> | null
}

/** What a dataset is made from before local additions. */
interface Base {
  readonly id: string
  /** Changes with its content. */
  readonly key: string
  readonly published: OpenDataset | null
  readZip(): Promise<Uint8Array>
}

/** What is open: a base, what is kept of it, and what the pages show. */
interface Shown {
  readonly base: Base
  readonly state: LocalState
  /** Of what the pages show; that of the state, unless it could not be merged. */
  readonly key: string
  /** Where each report went, by its name in the drawer; one that is not there is not merged. */
  readonly placed: ReadonlyMap<string, Placed>
  /** Null where the published dataset is shown as it is. */
  readonly listing: LocalListing | null
  readonly dataset: OpenDataset
  readonly engine: EngineStart
  /** Are the answers that pages ask first kept already? */
  readonly isAnswered: boolean
}

/** Opens the dataset that the address names, with what is kept of it on this machine. @throws {Error} when the published one cannot be had. */
export async function openHome(options: HomeOptions): Promise<AtlasHome> {
  const { drawer, release, source } = options
  let packages = await readPackages(drawer)
  let working = 0
  let trouble: LocalDataError | null = null
  const listeners = new Set<() => void>()
  let count = 0

  let listed: { readonly of: string; readonly entries: readonly DatasetEntry[] } = { of: '', entries: options.published }
  /** The same list as long as it says the same. */
  const entriesNow = (): readonly DatasetEntry[] => {
    const of = packages.map(({ id }) => id).join(' ')
    if (of !== listed.of) {
      const local = packages.map(({ id, title }) => ({ id, title, synthetic: false, manifest: '' }))
      listed = { of, entries: [...options.published, ...local] }
    }
    return listed.entries
  }

  const bases = new Map<string, Promise<Base>>()
  const baseOf = (id: string): Promise<Base> => {
    const known = bases.get(id)
    if (known) return known
    const opened = openBase(id)
    bases.set(id, opened)
    opened.catch(() => bases.delete(id))
    return opened
  }
  async function openBase(id: string): Promise<Base> {
    const record = packages.find((one) => one.id === id)
    if (record) {
      const readZip = async (): Promise<Uint8Array> => {
        const [zip] = await drawer.look([nameOf.zip(id)])
        if (!(zip instanceof Uint8Array)) throw new Error(`the package ${id} is not kept here any longer`)
        return zip.slice()
      }
      return { id, key: record.sha256, published: null, readZip }
    }
    const published = await openDataset(chooseDataset(options.published, id).entry, source)
    return { id: published.manifest.id, key: published.manifest.dataSha256, published, readZip: () => published.readPackage() }
  }

  const engineOver = (readData: () => Promise<Uint8Array>): EngineStart =>
    holdEngine((onProgress) => options.openEngine(readData, onProgress))

  const showPublished = (base: Base, published: OpenDataset, state: LocalState): Shown => ({
    base,
    state,
    key: keyOf(release, base.key, nothing),
    placed: new Map(),
    listing: null,
    dataset: published,
    engine: engineOver(() => published.readData()),
    isAnswered: true,
  })

  const datasetOf = (base: Base, record: ListingRecord, answers: AnswersRecord | null, readData: OpenDataset['readData']): OpenDataset =>
    openLocally(record.listing, catalogueOf(base, record), new Map(answers?.answers), {
      addressOf: (file) => base.published?.addressOf(file) ?? '',
      readData,
      readPackage: async () => new Uint8Array(await base.readZip()),
      ...(base.published && { publishedUnder: base.published }),
    })

  /** What was compiled from exactly this, by this build of the app; null when it is not kept. */
  async function takeCompiled(base: Base, state: LocalState): Promise<Shown | null> {
    const key = keyOf(release, base.key, state)
    const things = await drawer.look([nameOf.listing(base.id), nameOf.answers(base.id)])
    const [record, answers] = things as [ListingRecord | undefined, AnswersRecord | undefined]
    if (record?.key !== key) return null
    const readData = async (): Promise<Uint8Array<ArrayBuffer>> => {
      const [kept] = (await drawer.look([nameOf.bytes(base.id)])) as [BytesRecord | undefined]
      if (kept?.key !== key) throw new Error(`what was compiled of ${base.id} is not kept here any longer`)
      return kept.bytes
    }
    const keptAnswers = answers?.key === key ? answers : null
    const dataset = datasetOf(base, record, keptAnswers, readData)
    return {
      base,
      state,
      key,
      placed: placesOf(state, record.listing),
      listing: record.listing,
      dataset,
      engine: engineOver(readData),
      isAnswered: keptAnswers?.complete ?? false,
    }
  }

  /** @throws {LocalDataError} `package` or `merge`. @throws {Error} when the workshop fails. */
  async function compile(base: Base, state: LocalState, fresh: ReadonlyMap<string, Uint8Array>): Promise<CompiledHere> {
    const parts = await readParts(base, state, fresh)
    const datasetId = base.id
    const compiled = await compileHere(parts, { datasetId, published: base.published?.agencies ?? [], openWorkshop: options.openWorkshop })
    if ('rejects' in compiled) throw new LocalDataError('merge', localSentences.rejected(compiled.rejects))
    return compiled
  }

  async function readParts(base: Base, state: LocalState, fresh: ReadonlyMap<string, Uint8Array> = new Map()): Promise<LocalParts> {
    const zip = await base.readZip().catch((cause: unknown) => {
      throw new LocalDataError('package', localSentences.package, cause)
    })
    const names = [...state.reports.keys()]
    const reports: Uint8Array[] = []
    for (let from = 0; from < names.length; from += slice) {
      const some = names.slice(from, from + slice)
      const kept = await drawer.look(some.map(nameOf.figures))
      // The worker takes the bytes away: what is kept in memory only must stay.
      for (const [i, name] of some.entries()) reports.push((fresh.get(name) ?? (kept[i] as Uint8Array)).slice())
    }
    const catalogue = base.published ? await base.published.readJson('api/catalogue.json') : null
    return { zip, catalogue, reports, agencies: [...state.agencies.values()] }
  }

  /** Compiles, opens an engine over it and shows both; what was there stays until then. */
  async function compileAndShow(base: Base, state: LocalState, compiling: Promise<CompiledHere>): Promise<void> {
    const compiled = await compiling
    const key = keyOf(release, base.key, state)
    const record: ListingRecord = { key, listing: compiled.listing, catalogue: compiled.catalogue }
    // The engine keeps its bytes; a dataset that is opened again reads them from the drawer.
    const { bytes } = compiled
    const readData = (): Promise<Uint8Array<ArrayBuffer>> => Promise.resolve(bytes)
    const engine = engineOver(readData)
    try {
      await engine.whenReady()
    } catch (error) {
      engine.close()
      throw error
    }
    const { listing } = compiled
    show({
      base,
      state,
      key,
      placed: placesOf(state, listing),
      listing,
      dataset: datasetOf(base, record, null, readData),
      engine,
      isAnswered: false,
    })
    await drawer.put([
      [nameOf.listing(base.id), record],
      [nameOf.bytes(base.id), { key, bytes } satisfies BytesRecord],
    ])
  }

  /** Behind the pages: what they ask first when they are opened the next time, so that they need not wait for an engine. */
  async function answerBehind({ base, key, dataset, engine }: Shown): Promise<void> {
    try {
      const running = await whenStarted(engine)
      await new Promise((resolve) => setTimeout(resolve, quietTime))
      await keepAnswers(dataset, running, async (answers, complete) => {
        if (shown.key === key) await drawer.put([[nameOf.answers(base.id), { key, answers, complete } satisfies AnswersRecord]])
      })
    } catch (error) {
      if (shown.key === key) console.warn('the answers of local data are not kept; the engine gives them', error)
    }
  }

  /** Shows a state: what is kept of it, the published data alone, or what is compiled now. */
  async function showState(base: Base, state: LocalState): Promise<void> {
    if (base.published && state.reports.size === 0) return show(showPublished(base, base.published, state), true)
    const kept = await takeCompiled(base, state)
    if (kept) return show(kept, true)
    await compileAndShow(base, state, compile(base, state, new Map()))
  }

  function show(next: Shown, start = false): void {
    const before = shown
    shown = next
    trouble = null
    if (start) next.engine.start()
    changed()
    if (!next.isAnswered) void answerBehind(next)
    // Questions of the earlier data are called off by the pages first.
    if (before.engine !== next.engine) setTimeout(() => before.engine.close(), 1_000)
  }

  /** One change after the other; a failed one does not stop the next. */
  let last: Promise<unknown> = Promise.resolve()
  function oneByOne<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(async () => {
      working += 1
      changed()
      try {
        return await work()
      } finally {
        working -= 1
        changed()
      }
    })
    last = done.catch(() => undefined)
    return done
  }

  const tellOthers = (): void => options.channel?.postMessage('changed')

  /** Takes over what another tab did. */
  async function followOthers(): Promise<void> {
    packages = await readPackages(drawer)
    const gone = shown.base.published === null && !packages.some(({ id }) => id === shown.base.id)
    const base = gone ? await baseOf(options.published[0]?.id ?? '') : shown.base
    const state = await readState(drawer, base.id)
    if (gone || keyOf(release, base.key, state) !== shown.key) await showState(base, state)
    else changed()
  }

  const startAfterFailure = (error: unknown): LocalDataError => {
    console.warn('local data could not be merged', error)
    return new LocalDataError('compile', localSentences.startFailed, error)
  }

  const accept: LocalData['accept'] = (accepted, newAgencies) =>
    oneByOne(async () => {
      const { base } = shown
      const before = await readState(drawer, base.id)
      const { records, figures } = await packAll(base.id, accepted)
      const state = addTo(before, base.id, records, newAgencies, shown.dataset)
      let failure: unknown = null
      const compiled = await compile(base, state, figures).catch((error: unknown) => {
        if (error instanceof LocalDataError && error.code === 'merge') throw error
        failure = error
        return null
      })
      if (compiled) refuseLeft(compiled, state, records)
      const kept = await keep(records, figures, state.agencies)
      if (compiled) await compileAndShow(base, state, Promise.resolve(compiled)).catch((error: unknown) => void (failure = error))
      tellOthers()
      if (failure !== null && !kept && cabinetWorked) throw new LocalDataError('compile', localSentences.lost, failure)
      if (failure !== null) shown = { ...shown, state }
      if (failure instanceof LocalDataError) throw failure
      if (failure !== null) throw new LocalDataError('compile', localSentences.compile, failure)
      if (!kept && cabinetWorked) throw new LocalDataError('quota', localSentences.quota)
    })

  /** The figures first, some at a time; a report is there once its record is. @returns whether the browser took everything. */
  async function keep(
    records: ReadonlyMap<string, ReportRecord>,
    figures: ReadonlyMap<string, Uint8Array>,
    agencies: LocalState['agencies'],
  ): Promise<boolean> {
    const named = [...figures].map(([name, bytes]) => [nameOf.figures(name), bytes] as const)
    let kept = true
    for (let from = 0; from < named.length; from += slice) kept = (await drawer.put(named.slice(from, from + slice))) && kept
    return (await drawer.put([...records, ...agencies])) && kept
  }

  /** Record and figures of each report, by the name that it has in the drawer. */
  async function packAll(dataset: string, accepted: readonly AcceptedReport[]) {
    const records = new Map<string, ReportRecord>()
    const figures = new Map<string, Uint8Array>()
    let since = performance.now()
    for (const { parsed, acceptedOn } of accepted) {
      const { agency_id: agency, year } = parsed.report
      if (agency === null || year === null) throw new Error(`${parsed.file} was accepted without agency or year`)
      const stamp = `${String(Date.now()).padStart(14, '0')}-${String(count++).padStart(6, '0')}`
      const record: ReportRecord = { agency, year, file: parsed.file, sha256: parsed.sha256, acceptedOn, stamp }
      const name = nameOf.report(dataset, record)
      records.set(name, record)
      figures.set(name, packReport(parsed))
      if (performance.now() - since > longestPause) {
        await new Promise((resolve) => setTimeout(resolve, 0))
        since = performance.now()
      }
    }
    return { records, figures }
  }

  const removeRecords = (names: readonly string[]): Promise<void> =>
    oneByOne(async () => {
      const { base } = shown
      const before = await readState(drawer, base.id)
      const reports = new Map([...before.reports].filter(([name]) => !names.includes(name)))
      const needed = new Set([...reports.values()].map((record) => nameOf.agency(base.id, record.agency)))
      const agencies = new Map([...before.agencies].filter(([name]) => needed.has(name)))
      const gone = [...before.agencies.keys()].filter((name) => !needed.has(name))
      await forget(drawer.remove([...names, ...names.map(nameOf.figures), ...gone]))
      tellOthers()
      await said(showState(base, { reports, agencies }))
    })

  const remove: LocalData['remove'] = async (reportId) => {
    const name = [...shown.state.reports.keys()].find((one) => (shown.placed.get(one)?.report ?? one) === reportId)
    if (name !== undefined) await removeRecords([name])
  }

  const wipe: LocalData['wipe'] = () =>
    oneByOne(async () => {
      await forget(drawer.empty())
      packages = []
      trouble = null
      for (const id of bases.keys()) if (!options.published.some((entry) => entry.id === id)) bases.delete(id)
      tellOthers()
      const base = shown.base.published ? shown.base : await said(baseOf(options.published[0]?.id ?? ''))
      await said(showState(base, nothing))
    })

  const exportPackage: LocalData['exportPackage'] = async () => {
    const { base, state } = shown
    try {
      const parts = await readParts(base, state)
      const packed = await workLocally({ do: 'export', parts, on: today() })
      if ('zip' in packed) return packed.zip
      throw new LocalDataError('merge', localSentences.rejected(packed.rejects))
    } catch (error) {
      throw new LocalDataError('package', localSentences.exporting, error)
    }
  }

  const openPackage: LocalData['openPackage'] = (files) =>
    oneByOne(async () => {
      const opened = await workLocally({ do: 'open', files })
      if ('trouble' in opened) throw new LocalDataError('unreadable', opened.trouble)
      if ('rejects' in opened) return { rejects: opened.rejects }
      packages = await readPackages(drawer)
      const known = packages.find(({ sha256 }) => sha256 === opened.sha256)
      if (known) return { id: known.id }
      const taken = new Set(entriesNow().map((entry) => entry.id))
      const id = freeId(opened.name, taken)
      const title = { zh: `${opened.title.zh}（本机）`, en: `${opened.title.en} (this computer)` }
      const record: PackageRecord = { id, title, sha256: opened.sha256 }
      const kept = await drawer.put([
        [nameOf.package(id), record],
        [nameOf.zip(id), opened.zip],
      ])
      packages = await readPackages(drawer)
      tellOthers()
      if (!kept && cabinetWorked) trouble = new LocalDataError('quota', localSentences.packageQuota)
      return { id }
    })

  const removePackage: LocalData['removePackage'] = (id) =>
    oneByOne(async () => {
      await forget(drawer.remove((await drawer.names()).filter((name) => isOf(id, name))))
      packages = await readPackages(drawer)
      bases.delete(id)
      tellOthers()
      if (shown.base.id === id) {
        const base = await said(baseOf(options.published[0]?.id ?? ''))
        await said(showState(base, await readState(drawer, base.id)))
      }
    })

  function makeView(): AtlasView {
    const { dataset, engine, listing } = shown
    const added = new Set(listing?.addedAgencies)
    const local: LocalData = {
      reports: reportsOf(shown).sort(
        (a, b) => compareText(a.agency, b.agency) || a.year - b.year || (a.version ?? Infinity) - (b.version ?? Infinity),
      ),
      agencies: dataset.agencies.filter((agency) => added.has(agency.id)),
      packages: packages.map(({ id, title }) => ({ id, title })),
      keptIn: drawer.keptIn(),
      working: working > 0,
      trouble,
      accept,
      remove,
      wipe,
      exportPackage,
      openPackage,
      removePackage,
    }
    return { dataset, engine, entries: entriesNow(), local }
  }

  const cabinetWorked = drawer.keptIn() === 'indexeddb'
  const wanted = chooseDataset(entriesNow(), options.wanted).entry.id
  const first = await openFirst(wanted)
  let { shown } = first
  let view = makeView()
  if (!shown.isAnswered) void answerBehind(shown)
  function changed(): void {
    view = makeView()
    for (const listener of listeners) listener()
  }

  /** What is kept is shown at once; what must be compiled first is shown when it is, and until then the published data. */
  async function openFirst(id: string): Promise<{ readonly shown: Shown; readonly afterwards?: () => Promise<void> }> {
    const base = await baseOf(id)
    const state = await readState(drawer, base.id)
    if (base.published && state.reports.size === 0) return { shown: showPublished(base, base.published, state) }
    const kept = await takeCompiled(base, state)
    if (kept) return { shown: kept }
    const fallback = base.published ? base : await baseOf(options.published[0]?.id ?? '')
    if (!fallback.published) throw new Error('there is no published dataset')
    return {
      shown: showPublished(fallback, fallback.published, base === fallback ? state : nothing),
      afterwards: () => showState(base, state),
    }
  }
  if (first.afterwards) {
    oneByOne(first.afterwards).catch((error: unknown) => {
      trouble = shown.base.id === wanted ? startAfterFailure(error) : new LocalDataError('package', localSentences.packageGone, error)
      changed()
    })
  }

  options.channel?.addEventListener('message', () => {
    oneByOne(followOthers).catch((error: unknown) => {
      trouble = startAfterFailure(error)
      changed()
    })
  })

  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    open: (id) => {
      if (id === shown.base.id || !entriesNow().some((entry) => entry.id === id)) return
      oneByOne(async () => {
        if (id === shown.base.id) return
        const base = await baseOf(id)
        await showState(base, await readState(drawer, base.id))
      }).catch((error: unknown) => {
        console.warn(`the dataset ${id} could not be opened`, error)
        trouble = new LocalDataError('package', localSentences.packageGone, error)
        changed()
      })
    },
  }
}

/** Milliseconds after which the pages have asked what they need themselves. */
const quietTime = 1_500

/** The engine once it answers, whoever starts it. */
function whenStarted(engine: EngineStart): Promise<Engine> {
  return new Promise((resolve) => {
    const look = (): void => {
      const running = engine.now()
      if (!running) return
      stop()
      resolve(running)
    }
    const stop = engine.subscribe(look)
    look()
  })
}

const nothing: LocalState = { reports: new Map(), agencies: new Map() }
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Reports that are read from the drawer at once, and milliseconds after which the page gets a turn. */
const slice = 20
const longestPause = 30

const catalogueOf = (base: Base, { catalogue }: ListingRecord): Catalogue => base.published?.catalogue ?? readCatalogue(catalogue)

/** The state with more reports; an agency that the dataset or this machine has already stays as it is. */
function addTo(
  { reports, agencies }: LocalState,
  dataset: string,
  records: ReadonlyMap<string, ReportRecord>,
  newAgencies: readonly AgencyRow[],
  open: OpenDataset,
): LocalState {
  const known = new Set(open.agencies.map(({ id }) => id))
  const added = newAgencies.filter((row) => !known.has(row.agency_id))
  const merged = new Map(reports)
  for (const [name, record] of records) {
    // Accepted again it is the last one.
    merged.delete(name)
    merged.set(name, record)
  }
  return { reports: merged, agencies: new Map([...agencies, ...added.map((row) => [nameOf.agency(dataset, row.agency_id), row] as const)]) }
}

/** @throws {LocalDataError} when one of the new reports has no place in the dataset. */
function refuseLeft(compiled: CompiledHere, state: LocalState, records: ReadonlyMap<string, ReportRecord>): void {
  const names = [...state.reports.keys()]
  const left = names.flatMap((name, i) => {
    const why = compiled.listing.placed[i]?.left
    return why && records.has(name) ? [{ file: records.get(name)?.file ?? name, why }] : []
  })
  const [first] = left
  if (!first) return
  throw new LocalDataError('merge', localSentences.left(first.file, first.why, left.length))
}

/** Every report that is kept, merged or not. One that is not merged goes by its name in the drawer. */
function reportsOf({ state, placed: places }: Shown): LocalReportEntry[] {
  return [...state.reports].map(([name, { agency, year, file, sha256, acceptedOn }]) => {
    const placed = places.get(name)
    return {
      report: placed?.report ?? name,
      agency,
      year,
      version: placed?.version ?? null,
      file,
      sha256,
      acceptedOn,
      left: placed ? placed.left : notMerged,
    }
  })
}

const notMerged = { zh: '还没有并入页面', en: 'not merged into the pages yet' }

/** `local-` and the package's own id, with a number where that is taken. */
function freeId(name: string, taken: ReadonlySet<string>): string {
  const plain = `local-${name.replace(/^local-/, '')}`.slice(0, 90)
  for (let number = 1; ; number++) {
    const id = number === 1 ? plain : `${plain}-${number}`
    if (!taken.has(id)) return id
  }
}

const placesOf = ({ reports }: LocalState, { placed }: LocalListing): ReadonlyMap<string, Placed> =>
  new Map([...reports.keys()].flatMap((name, i) => (placed[i] ? [[name, placed[i]] as const] : [])))

/** @throws {LocalDataError} when what is left cannot be shown. */
const said = <T>(work: Promise<T>): Promise<T> =>
  work.catch((cause: unknown) => {
    throw new LocalDataError('compile', localSentences.startFailed, cause)
  })

/** @throws {LocalDataError} when the browser does not let go of what it keeps. */
const forget = (removed: Promise<void>): Promise<void> =>
  removed.catch((cause: unknown) => {
    throw new LocalDataError('quota', localSentences.notRemoved, cause)
  })
