/** So many texts are kept; a report prints a few hundred different ones. */
const most = 4000

/**
 * The same function of a text with its answers kept: tables print the same few hundred texts, and every one is looked at in many
 * places. Texts of a hostile file are forgotten again: after `most` different ones the memory starts empty.
 */
export function remember<Answer>(ask: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const answer = ask(text)
    if (known.size >= most) known.clear()
    if (text.length <= 200) known.set(text, answer)
    return answer
  }
}
