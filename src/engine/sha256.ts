/** A SHA-256 that takes its bytes in pieces. The platform's own one is absent on plain HTTP. */
export interface Sha256 {
  /** Takes the next piece; pieces may be of any length. */
  update(bytes: Uint8Array): void
  /** The digest of all pieces, 64 lower-case hex digits. Nothing may be added afterwards. */
  hex(): string
}

/** SHA-256 of these bytes as 64 lower-case hex digits. */
export function sha256Hex(bytes: Uint8Array): string {
  const hash = createSha256()
  hash.update(bytes)
  return hash.hex()
}

/** Starts a SHA-256 over bytes that arrive in pieces (FIPS 180-4). */
export function createSha256(): Sha256 {
  const state = Int32Array.of(0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19)
  const block = new Uint8Array(64)
  let filled = 0
  let length = 0

  function update(bytes: Uint8Array): void {
    length += bytes.length
    let at = 0
    if (filled > 0) {
      at = Math.min(64 - filled, bytes.length)
      block.set(bytes.subarray(0, at), filled)
      filled += at
      if (filled < 64) return
      mixBlocks(state, block, 0, 64)
    }
    const whole = at + Math.floor((bytes.length - at) / 64) * 64
    mixBlocks(state, bytes, at, whole)
    block.set(bytes.subarray(whole))
    filled = bytes.length - whole
  }

  return {
    update,
    hex() {
      const bits = length * 8
      const padding = new Uint8Array(filled < 56 ? 64 - filled : 128 - filled)
      padding[0] = 0x80
      const tail = new DataView(padding.buffer)
      tail.setUint32(padding.length - 8, Math.floor(bits / 2 ** 32))
      tail.setUint32(padding.length - 4, bits >>> 0)
      update(padding)
      return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
    },
  }
}

/** First 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const roundConstants = Int32Array.from(
  firstPrimes(64).map((prime) => {
    const root = Math.cbrt(prime)
    return Math.floor((root - Math.floor(root)) * 2 ** 32) | 0
  }),
)

function firstPrimes(count: number): number[] {
  const primes: number[] = []
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n)
  return primes
}

const words = new Int32Array(64)

/** Mixes the 64-byte blocks of `bytes` between `from` and `to` into the state. */
function mixBlocks(state: Int32Array, bytes: Uint8Array, from: number, to: number): void {
  const w = words
  const k = roundConstants
  for (let at = from; at < to; at += 64) {
    for (let i = 0, byte = at; i < 16; i++, byte += 4) {
      w[i] = (bytes[byte]! << 24) | (bytes[byte + 1]! << 16) | (bytes[byte + 2]! << 8) | bytes[byte + 3]!
    }
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15]!
      const y = w[i - 2]!
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
      w[i] = w[i - 16]! + s0 + w[i - 7]! + s1
    }
    let a = state[0]!
    let b = state[1]!
    let c = state[2]!
    let d = state[3]!
    let e = state[4]!
    let f = state[5]!
    let g = state[6]!
    let h = state[7]!
    for (let i = 0; i < 64; i++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + k[i]! + w[i]!) | 0
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
      h = g
      g = f
      f = e
      e = (d + t1) | 0
      d = c
      c = b
      b = a
      a = (t1 + t2) | 0
    }
    state[0] = state[0]! + a
    state[1] = state[1]! + b
    state[2] = state[2]! + c
    state[3] = state[3]! + d
    state[4] = state[4]! + e
    state[5] = state[5]! + f
    state[6] = state[6]! + g
    state[7] = state[7]! + h
  }
}
