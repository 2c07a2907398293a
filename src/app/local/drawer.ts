import { clear, createStore, delMany, getMany, keys, setMany } from 'idb-keyval'
import { setDeadline, systemClock } from '../../engine/deadline.ts'

/** A place on this machine for things by name; several tabs share it. */
export interface Drawer {
  /** `memory` once the browser refused to keep something: what is put in stays until the tab closes. */
  keptIn(): 'indexeddb' | 'memory'
  names(): Promise<readonly string[]>
  /** In the order of the names; undefined where nothing is kept. */
  look(names: readonly string[]): Promise<readonly unknown[]>
  /** All or none. @returns false when the browser refused; they are then kept in memory. */
  put(things: readonly (readonly [name: string, thing: unknown])[]): Promise<boolean>
  remove(names: readonly string[]): Promise<void>
  empty(): Promise<void>
}

/** The part of IndexedDB that is used. */
export interface Cabinet {
  names(): Promise<readonly string[]>
  look(names: readonly string[]): Promise<readonly unknown[]>
  put(things: readonly (readonly [name: string, thing: unknown])[]): Promise<void>
  remove(names: readonly string[]): Promise<void>
  empty(): Promise<void>
}

/** Milliseconds that the browser may take before nothing is kept. */
const longestWait = 3_000

/** The cabinet of imported reports and data packages. */
const ownCabinet = 'ogi-atlas-local'

/** Opens the drawer of this site; one in memory alone where the browser refuses, as in private windows. */
export async function openDrawer(cabinet: Cabinet | null = findCabinet(ownCabinet)): Promise<Drawer> {
  if (cabinet === null) return makeDrawer(null)
  try {
    await inTime(cabinet.names())
    return makeDrawer(cabinet)
  } catch (error) {
    console.warn('this browser keeps nothing', error)
    return makeDrawer(null)
  }
}

/** The part of IndexedDB under a name; null where the browser has none. */
export function findCabinet(name: string): Cabinet | null {
  try {
    const store = createStore(name, 'things')
    return {
      names: () => keys<string>(store),
      look: (names) => getMany<unknown>([...names], store),
      put: (things) =>
        setMany(
          things.map(([name, thing]): [string, unknown] => [name, thing]),
          store,
        ),
      remove: (names) => delMany([...names], store),
      empty: () => clear(store),
    }
  } catch (error) {
    console.warn('this browser keeps nothing', error)
    return null
  }
}

function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const callOff = setDeadline(longestWait, () => reject(new Error(`no answer within ${longestWait} ms`)), systemClock)
    work.then(resolve, reject).finally(callOff)
  })
}

function makeDrawer(cabinet: Cabinet | null): Drawer {
  /** What the browser refused to keep. */
  const beside = new Map<string, unknown>()
  const refuse = (error: unknown): void => console.warn('this browser does not keep what it was given', error)
  return {
    keptIn: () => (cabinet === null || beside.size > 0 ? 'memory' : 'indexeddb'),
    names: async () => [...new Set([...((await cabinet?.names()) ?? []), ...beside.keys()])],
    look: async (names) => {
      const found = (await cabinet?.look(names)) ?? []
      return names.map((name, i) => (beside.has(name) ? beside.get(name) : found[i]))
    },
    put: async (things) => {
      try {
        if (cabinet) {
          await cabinet.put(things)
          for (const [name] of things) beside.delete(name)
          return true
        }
      } catch (error) {
        refuse(error)
      }
      for (const [name, thing] of things) beside.set(name, thing)
      return false
    },
    remove: async (names) => {
      for (const name of names) beside.delete(name)
      await cabinet?.remove(names)
    },
    empty: async () => {
      beside.clear()
      await cabinet?.empty()
    },
  }
}
