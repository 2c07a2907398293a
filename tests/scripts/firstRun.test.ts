import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser } from '../../scripts/findBrowser.mjs'
import { checkNode } from '../../scripts/install.mjs'

describe('Node', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('%s is new enough', (version) => expect(() => checkNode(version)).not.toThrow())

  it.each(['18.20.0', '20.18.3', '6.0.0'])('%s is refused in a sentence', (version) => {
    expect(() => checkNode(version)).toThrow(`Node 20.19 or newer is needed; this is ${version}.`)
  })
})

describe.skipIf(process.platform === 'win32')('a browser', () => {
  let folder: string
  const inFolder = (name: string) => path.join(folder, name)

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'browsers-'))
    for (const name of ['google-chrome', 'msedge', 'my-browser']) {
      writeFileSync(inFolder(name), '#!/bin/sh\n')
      chmodSync(inFolder(name), 0o755)
    }
    writeFileSync(inFolder('chromium'), 'not a program')
    chmodSync(inFolder('chromium'), 0o644)
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('is the one that CHROME_PATH names', () => {
    expect(findBrowser({ CHROME_PATH: inFolder('my-browser'), PATH: folder })).toBe(inFolder('my-browser'))
  })

  it('is the first on the PATH that can be run: Chromium, Chrome, Edge', () => {
    expect(findBrowser({ PATH: folder })).toBe(inFolder('google-chrome'))
  })

  it('that CHROME_PATH names and that cannot be run is said, not replaced', () => {
    expect(() => findBrowser({ CHROME_PATH: inFolder('chromium'), PATH: folder })).toThrow(
      /^CHROME_PATH names .*, which is no program that can be run\.$/,
    )
  })
})
