import { copyFile, cp, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { root } from './commands.mjs'
import { policyText } from './delivery.mjs'

/** What cannot stand in a page, and what it needs instead: there the engine's worker is bound by the policy of the page that starts it. */
const inPage = {
  page: policyText('page')
    .replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
    .replace("worker-src 'self'", 'worker-src blob:')
    .replace("connect-src 'self'", "connect-src 'self' blob:"),
  embed: policyText('embed'),
}

/** Headers would stand beside the policy in the page, and the two together leave no worker. */
const leftOut = /(^|\/)\.htaccess$|^web\.config$|^servers(\/|$)|^start/

/**
 * The site for servers that cannot be told to send headers: its pages carry the policy. Not to be served with those headers.
 * @param {string} site
 * @param {string} target replaced when it is there
 */
export async function writePagesWithPolicy(site, target) {
  await rm(target, { recursive: true, force: true })
  await cp(site, target, { recursive: true, filter: (file) => !leftOut.test(path.relative(site, file).split(path.sep).join('/')) })
  await copyFile(path.join(root, 'scripts/servers/blobWorkers.js'), path.join(target, 'blobWorkers.js'))
  for (const [name, policy] of /** @type {const} */ ([
    ['index.html', inPage.page],
    ['embed.html', inPage.embed],
  ])) {
    const page = await readFile(path.join(target, name), 'utf8')
    const text = policy.replace(/; frame-ancestors [^;]*/, '')
    const script = name === 'index.html' ? '\n    <script src="./blobWorkers.js"></script>' : ''
    const changed = page.replace(
      /<meta charset="utf-8" ?\/?>/i,
      (first) => `${first}\n    <meta http-equiv="Content-Security-Policy" content="${text}" />${script}`,
    )
    if (changed === page) throw new Error(`${name} has no place for a policy`)
    for (const end of ['.gz', '.br']) await rm(path.join(target, name + end), { force: true })
    await writeFile(path.join(target, name), changed)
  }
}
