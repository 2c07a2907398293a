import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findParentOrigin, openOriginChannel, openPortChannel, readParentMessage, slowDown } from '../../src/embed/parentMessages.ts'

const isLong = process.env['OGI_LONG'] === '1'

/** A frame whose parent keeps what it is told. */
function makeFrame() {
  const told: { readonly message: unknown; readonly target: unknown }[] = []
  const listeners = new Set<(event: MessageEvent) => void>()
  const parent = { postMessage: (message: unknown, target: unknown) => told.push({ message, target }) }
  const frame = {
    parent,
    addEventListener: (_: string, listener: (event: MessageEvent) => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: (event: MessageEvent) => void) => listeners.delete(listener),
    setTimeout: () => 0,
  } as unknown as Window
  const hear = (event: { origin: string; source: unknown; data: unknown; ports?: readonly unknown[] }): void => {
    for (const listener of listeners) listener({ ports: [], ...event } as unknown as MessageEvent)
  }
  return { frame, parent, told, hear, listeners }
}

const portal = 'http://portal.test'
const show = { ogi: 1, type: 'show', address: '?lang=en' }

describe('messages to and from the page around', () => {
  it('go to one origin, never to any', () => {
    const { frame, told } = makeFrame()
    openOriginChannel(frame, portal, () => undefined).tell({ type: 'resize', height: 10 })
    openOriginChannel(frame, null, () => undefined).tell({ type: 'resize', height: 20 })
    expect(told).toEqual([{ message: { ogi: 1, type: 'resize', height: 10 }, target: portal }])
  })

  it('are heeded from the parent at that origin alone, in one form alone', () => {
    const { frame, parent, hear, listeners } = makeFrame()
    const shown: string[] = []
    const channel = openOriginChannel(frame, portal, (address) => shown.push(address))
    hear({ origin: 'http://other.test', source: parent, data: show })
    hear({ origin: portal, source: {}, data: show })
    hear({ origin: portal, source: parent, data: { ...show, ogi: 2 } })
    expect(shown).toEqual([])
    hear({ origin: portal, source: parent, data: show })
    expect(shown).toEqual(['?lang=en'])
    channel.close()
    expect(listeners.size).toBe(0)
  })

  it('change nothing and throw nothing, whatever is sent', () => {
    const { frame, parent, hear } = makeFrame()
    const shown: string[] = []
    openOriginChannel(frame, portal, (address) => shown.push(address))
    openPortChannel(frame, (address) => shown.push(address))
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom(portal, 'null', ''), (data, origin) => {
        hear({ origin, source: parent, data })
        expect(readParentMessage(data)).toBeNull()
      }),
      { numRuns: isLong ? 5000 : 500 },
    )
    expect(readParentMessage(Object.create(show))).toBeNull()
    expect(readParentMessage({ ...show, address: 'x'.repeat(8001) })).toBeNull()
    expect(shown).toEqual([])
  })

  it('of an element wait for its port, and take the first alone', () => {
    const { frame, parent, hear, told } = makeFrame()
    const sent: unknown[] = []
    const makePort = () => ({
      postMessage: (message: unknown) => sent.push(message),
      addEventListener: () => undefined,
      start: () => undefined,
    })
    const channel = openPortChannel(frame, () => undefined)
    channel.tell({ type: 'ready', title: 't' })
    hear({ origin: 'null', source: {}, data: 'ogi-port', ports: [makePort()] })
    expect(sent).toEqual([])
    hear({ origin: portal, source: parent, data: 'ogi-port', ports: [makePort()] })
    hear({ origin: portal, source: parent, data: 'ogi-port', ports: [{ postMessage: () => expect.fail('a second port was taken') }] })
    channel.tell({ type: 'resize', height: 5 })
    expect(sent).toEqual([
      { ogi: 1, type: 'ready', title: 't' },
      { ogi: 1, type: 'resize', height: 5 },
    ])
    expect(told).toEqual([])
  })

  it('come at most ten a second; of those in between the last one counts', () => {
    const heeded: number[] = []
    const waiting: (() => void)[] = []
    const heed = slowDown<number>(
      (given) => heeded.push(given),
      (work) => waiting.push(work),
    )
    for (let i = 0; i < 1000; i += 1) heed(i)
    expect(heeded).toEqual([0])
    waiting.shift()?.()
    expect(heeded).toEqual([0, 999])
    waiting.shift()?.()
    heed(1)
    expect(heeded).toEqual([0, 999, 1])
  })
})

describe('the origin of the page around', () => {
  it.each([
    [{ ancestor: portal, host: null, referrer: '' }, portal],
    [{ ancestor: portal, host: portal, referrer: '' }, portal],
    [{ ancestor: portal, host: 'http://other.test', referrer: '' }, null],
    [{ ancestor: 'null', host: portal, referrer: '' }, null],
    [{ ancestor: null, host: portal, referrer: 'http://other.test/x' }, portal],
    [{ ancestor: null, host: null, referrer: `${portal}/page?x` }, portal],
    [{ ancestor: null, host: null, referrer: '' }, null],
    [{ ancestor: null, host: null, referrer: 'file:///x' }, null],
  ])('of %j is %s', (given, origin) => expect(findParentOrigin(given)).toBe(origin))
})
