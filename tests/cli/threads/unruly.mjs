import { parentPort } from 'node:worker_threads'

const main = parentPort
if (main === null) throw new Error('this file is run as a thread')

/**
 * Reads nothing: does what the name of each file says, as a file might that the readers have never seen.
 * @param {string} path
 * @returns {string[]}
 */
const filesOf = (path) =>
  path.startsWith('archive')
    ? path
        .replace(/^archive-|\.zip$/g, '')
        .split('-')
        .map((name) => `${path}/${name}`)
    : [path]

/** @param {string} name */
function read(name) {
  if (name.endsWith('hangs')) for (;;);
  if (name.endsWith('throws')) throw new Error('a reader failed')
  if (name.endsWith('exits')) process.exit(3)
  if (name.endsWith('slow')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 120)
  if (!name.endsWith('eats')) return
  /** @type {number[]} */
  const eaten = []
  for (;;) eaten.push(eaten.length, 0.5)
}

main.on('message', (/** @type {{ path: string, from: number, to: number | null }} */ { path, from, to }) => {
  const names = filesOf(path)
  main.postMessage({ kind: 'opened', names, refused: [] }, [])
  const end = Math.min(names.length, to ?? from + 20)
  for (const [at, name] of names.entries()) {
    if (at < from || at >= end) continue
    main.postMessage({ kind: 'reading', at, sha256: `hash of ${name}`, isPdf: false }, [])
    read(name)
    const element = { json: JSON.stringify({ file: name }), file: name, report: {}, figures: 1, unplaced: 0, problems: [] }
    main.postMessage({ kind: 'read', at, element }, [])
  }
  main.postMessage({ kind: 'done', to: end }, [])
})
