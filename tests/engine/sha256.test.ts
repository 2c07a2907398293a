import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSha256, sha256Hex } from '../../src/engine/sha256.ts'

const reference = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('our SHA-256', () => {
  it('gives the digest that the standard prints for abc', () => {
    expect(sha256Hex(new TextEncoder().encode('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  it('equals the platform for every length up to 134 bytes, where padding changes', () => {
    for (let length = 0; length < 135; length++) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + length) % 256)
      expect(sha256Hex(bytes), `${length} bytes`).toBe(reference(bytes))
    }
  })

  it('equals the platform for 1,000 random inputs', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => sha256Hex(bytes) === reference(bytes)),
      { numRuns: 1000 },
    )
  })

  it('does not care how the bytes are cut into pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 150 }), { maxLength: 8 }), (pieces) => {
        const hash = createSha256()
        for (const piece of pieces) hash.update(piece)
        return hash.hex() === reference(Buffer.concat(pieces))
      }),
      { numRuns: 500 },
    )
  })

  it('takes less than a second for as many bytes as the engine has', () => {
    const bytes = new Uint8Array(34_242_586)
    const from = performance.now()
    sha256Hex(bytes)
    expect(performance.now() - from).toBeLessThan(1000)
  })
})
