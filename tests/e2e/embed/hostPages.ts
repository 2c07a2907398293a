import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A page that shows embeds: what stands in it, and the policy that its own server gives it. */
export interface HostPage {
  readonly body: string
  readonly head?: string
  /** Content-Security-Policy; none unless told otherwise. */
  readonly policy?: string
}

/** A site of another origin than ours, whose pages show embeds. Pages can be added while it runs. */
export interface HostSite {
  readonly origin: string
  /** Lays a page under a name, and gives its address. */
  lay(name: string, page: HostPage): string
  close(): Promise<void>
}

/** What a page's own scripts do, as files: a strict policy has no inline ones. */
const scripts: Readonly<Record<string, string>> = {
  // Keeps every message that the page got, with who sent it.
  'heard.js': `
    window.heard = []
    window.addEventListener('message', function (event) {
      window.heard.push({ origin: event.origin, data: event.data, own: event.source === window })
    })
    document.addEventListener('ogi', function (event) { window.heard.push({ origin: 'element', data: event.detail, own: false }) })
  `,
}

/** Opens a host site on a port of its own. */
export async function openHostSite(more: Readonly<Record<string, string>> = {}): Promise<HostSite> {
  const pages = new Map<string, HostPage>()
  const files = { ...scripts, ...more }
  const server: Server = createServer((request, response) => {
    const name = decodeURIComponent((request.url ?? '/').slice(1).split('?', 1)[0] ?? '')
    const file = files[name]
    const page = pages.get(name)
    if (file !== undefined) {
      response.writeHead(200, { 'Content-Type': name.endsWith('.css') ? 'text/css' : 'text/javascript; charset=utf-8' }).end(file)
      return
    }
    if (!page) {
      response.writeHead(name === 'favicon.ico' ? 204 : 404).end()
      return
    }
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      ...(page.policy === undefined ? {} : { 'Content-Security-Policy': page.policy }),
    })
    response.end(
      `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>host</title>${page.head ?? ''}</head><body>${page.body}</body></html>`,
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  return {
    origin,
    lay(name, page) {
      pages.set(name, page)
      return `${origin}/${encodeURIComponent(name)}`
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
