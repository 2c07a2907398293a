import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { protectiveRules } from './protectiveRules.mjs'
import { projectRoot } from './sourceFiles.ts'

/** Trying each takes long; that each can still be tried is known at once. */
describe('a protective rule', () => {
  it.each(protectiveRules)('$rule: stands where it is switched off, once', ({ file, find, replace, test }) => {
    const text = readFileSync(path.join(projectRoot, file), 'utf8')
    expect(text.split(find).length - 1).toBe(1)
    expect(replace).not.toBe(find)
    expect(existsSync(path.join(projectRoot, test.file))).toBe(true)
  })

  it('is named once', () => {
    const names = protectiveRules.map(({ rule }) => rule)
    expect(names).toEqual([...new Set(names)])
  })
})
