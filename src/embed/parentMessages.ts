/** What an embed tells the page around it. */
export type EmbedMessage =
  | { readonly type: 'ready'; readonly title: string }
  | { readonly type: 'resize'; readonly height: number }
  | { readonly type: 'select'; readonly agency: string; readonly year: number; readonly indicator: string }
  | { readonly type: 'error'; readonly message: string }

/** What the page around an embed may ask of it: to show another address (its query). */
export interface ParentMessage {
  readonly type: 'show'
  readonly address: string
}

/** Reads a message from outside; null for whatever is not exactly one of ours. */
export function readParentMessage(data: unknown): ParentMessage | null {
  if (typeof data !== 'object' || data === null) return null
  const field = (name: string): unknown => (Object.hasOwn(data, name) ? Reflect.get(data, name) : undefined)
  const address = field('address')
  if (field('ogi') !== 1 || field('type') !== 'show' || typeof address !== 'string' || address.length > 8000) return null
  return { type: 'show', address }
}

/**
 * The one origin that messages go to and come from; null: nobody is told anything. Which pages may frame an embed at all is a list of the
 * server (`frame-ancestors`), so the parent that the browser names is one of it. Where the browser does not say (Firefox), the address
 * may (`host=`): a message to an origin that is not the parent's is not delivered.
 */
export function findParentOrigin({
  ancestor,
  host,
  referrer,
}: {
  /** The nearest of `location.ancestorOrigins`. */
  readonly ancestor: string | null
  readonly host: string | null
  readonly referrer: string
}): string | null {
  const isOrigin = (text: string | null): text is string => text !== null && /^https?:\/\/[^/?#]+$/.test(text)
  // `null` is the origin of sandboxed pages: none of them can be told from another.
  if (ancestor !== null) return isOrigin(ancestor) && (host === null || host === ancestor) ? ancestor : null
  if (isOrigin(host)) return host
  const [origin = null] = /^https?:\/\/[^/?#]+/.exec(referrer) ?? []
  return isOrigin(origin) ? origin : null
}

/** A way to the page around an embed. */
export interface ParentChannel {
  tell(message: EmbedMessage): void
  close(): void
}

/** Milliseconds between two requests of the parent that are heeded; of those in between only the last. */
const leastPause = 100

/** At most one call in a while; what comes in between is forgotten but for the last. */
export function slowDown<Given>(
  heed: (given: Given) => void,
  later: (work: () => void, milliseconds: number) => unknown,
): (given: Given) => void {
  let resting = false
  let last: { readonly given: Given } | null = null
  const rest = (): void => {
    resting = true
    later(() => {
      resting = false
      const next = last
      last = null
      if (next) {
        heed(next.given)
        rest()
      }
    }, leastPause)
  }
  return (given) => {
    if (resting) last = { given }
    else {
      heed(given)
      rest()
    }
  }
}

/** Talks with the parent by its origin alone. */
export function openOriginChannel(frame: Window, origin: string | null, onShow: (address: string) => void): ParentChannel {
  const heed = slowDown(onShow, (work, pause) => frame.setTimeout(work, pause))
  const listen = (event: MessageEvent): void => {
    if (origin === null || event.origin !== origin || event.source !== frame.parent) return
    const message = readParentMessage(event.data)
    if (message) heed(message.address)
  }
  frame.addEventListener('message', listen)
  return {
    tell: (message) => {
      if (origin !== null && frame.parent !== frame) frame.parent.postMessage({ ogi: 1, ...message }, origin)
    },
    close: () => frame.removeEventListener('message', listen),
  }
}

/** Talks with `<ogi-chart>`, which hands its frame a port: the frame has no origin, and needs to know none. What is told before waits. */
export function openPortChannel(frame: Window, onShow: (address: string) => void): ParentChannel {
  const heed = slowDown(onShow, (work, pause) => frame.setTimeout(work, pause))
  const waiting: EmbedMessage[] = []
  let port: MessagePort | null = null
  const listen = (event: MessageEvent): void => {
    const [given] = event.ports
    const data: unknown = event.data
    if (port !== null || event.source !== frame.parent || given === undefined || data !== 'ogi-port') return
    port = given
    port.addEventListener('message', ({ data: asked }: MessageEvent) => {
      const message = readParentMessage(asked)
      if (message) heed(message.address)
    })
    port.start()
    for (const message of waiting.splice(0)) port.postMessage({ ogi: 1, ...message })
  }
  frame.addEventListener('message', listen)
  return {
    tell: (message) => {
      if (port) port.postMessage({ ogi: 1, ...message })
      else waiting.push(message)
    },
    close: () => {
      frame.removeEventListener('message', listen)
      port?.close()
    },
  }
}
