import { sha256Hex } from '../engine/sha256.ts'

/** Params as JSON with sorted keys: the part of a key that params make up. */
export function canonicalParams(params: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.fromEntries(Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1))))
}

/** `<question>/<first 16 hex digits of the SHA-256 of its params>`: what a published answer is called. */
export function answerKey(question: string, params: Readonly<Record<string, unknown>>): string {
  return `${question}/${sha256Hex(new TextEncoder().encode(canonicalParams(params))).slice(0, 16)}`
}

/** Where a published answer stands in the folder of its dataset. */
export const answerAddress = (question: string, params: Readonly<Record<string, unknown>>): string =>
  `api/answers/${answerKey(question, params)}.json`
