/**
 * Adds what our code and its libraries call and Chromium 95, Firefox ESR 115 or Safari 15.4 lack. What is there stays as it is.
 * `AbortSignal.timeout`: the widgets, on touch screens. `throwIfAborted` and `reason`: the engine.
 */
export function fillInForOlderBrowsers(signals: typeof AbortSignal = AbortSignal): void {
  const aborted = (name: string) => new DOMException('this was called off', name)
  if (!('timeout' in signals)) {
    const timeout = (milliseconds: number): AbortSignal => {
      const controller = new AbortController()
      setTimeout(() => controller.abort(aborted('TimeoutError')), milliseconds)
      return controller.signal
    }
    Object.defineProperty(signals, 'timeout', { configurable: true, value: timeout })
  }
  if (!('reason' in signals.prototype)) {
    Object.defineProperty(signals.prototype, 'reason', {
      configurable: true,
      get(this: AbortSignal) {
        return this.aborted ? aborted('AbortError') : undefined
      },
    })
  }
  if (!('throwIfAborted' in signals.prototype)) {
    Object.defineProperty(signals.prototype, 'throwIfAborted', {
      configurable: true,
      value(this: AbortSignal) {
        if (this.aborted) throw this.reason
      },
    })
  }
}
