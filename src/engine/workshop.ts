import type { Engine } from './engine.ts'

/** A throw-away database in a worker that makes one file from others, all of them in its memory. It has no network. */
export interface BrowserWorkshop extends Engine {
  /** Runs one or more statements as they are; the text is ours, never a reader's. @throws {Error} the engine's own message. */
  run(text: string): Promise<void>
  /** A file that statements may name. The caller's bytes are gone afterwards. */
  putFile(name: string, bytes: Uint8Array): Promise<void>
  /** The bytes of a file that stands here or was written by a statement. */
  takeFile(name: string): Promise<Uint8Array<ArrayBuffer>>
}
