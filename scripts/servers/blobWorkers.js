// For a site that carries its policy in its pages: a worker of an address would not be bound by it, one of a blob is.

/**
 * @param {string | URL} address
 * @param {WorkerOptions | undefined} options
 */
function bindToPage(address, options) {
  if (String(address).startsWith('blob:')) return address
  const absolute = JSON.stringify(new URL(address, document.baseURI).href)
  const source = options?.type === 'module' ? `import ${absolute}` : `importScripts(${absolute})`
  return URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
}

window.Worker = class extends Worker {
  /**
   * @param {string | URL} address
   * @param {WorkerOptions} [options]
   */
  constructor(address, options) {
    super(bindToPage(address, options), options)
  }
}
