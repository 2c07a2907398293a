/** Hands bytes to the browser as a download. `name` is made by us, never by a file. */
export function saveFile(name: string, type: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Some browsers start the download only after the click was handled.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
