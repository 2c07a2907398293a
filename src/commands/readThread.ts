import { parentPort, workerData } from 'node:worker_threads'
import type { Asked, FromThread, Stretch } from './readingMessages.ts'
import { makeStretchReader } from './readStretch.ts'

/** A thread of `ogi parse`: reads what it is told to, one stretch after the other, until it is ended. */
const main = parentPort
if (main === null) throw new Error('this file is run as a thread')
const read = makeStretchReader(workerData as Asked)

main.on('message', (stretch: Stretch) => {
  // What fails here ends this thread; the main one hears of it and goes on without the file.
  void read(stretch, (message: FromThread) => main.postMessage(message, []))
})
