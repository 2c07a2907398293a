/** Why a signal was aborted. Chromium before 98 keeps no reason. */
export function reasonOf(signal: AbortSignal): unknown {
  const reason: unknown = signal.reason
  return reason ?? new DOMException('the question was called off', 'AbortError')
}

/** Throws the reason of a signal that was aborted; `signal.throwIfAborted` came with Chromium 100. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw reasonOf(signal)
}
