/** Copies a text where the browser allows it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    if (!('clipboard' in navigator)) return false
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
