import type { ApplicantId } from '../forms/form.ts'
import { ratio, reported, sum, type Formula } from './formula.ts'

/**
 * A formula in the catalogue's notation: `a + b`, `(a + b) / c`, `100 * a / b`, `requests_new[natural_person]`. `parseFormula`
 * reads it back to the same formula. @throws {RangeError} for a sum of fewer than two terms: it has no notation.
 */
export function printFormula(formula: Formula): string {
  switch (formula.kind) {
    case 'reported':
      return formula.applicant === null ? formula.indicator : `${formula.indicator}[${formula.applicant}]`
    case 'sum':
      if (formula.terms.length < 2) throw new RangeError(`a sum of ${formula.terms.length} terms cannot be written`)
      return formula.terms.map((term) => (term.kind === 'sum' ? `(${printFormula(term)})` : printFormula(term))).join(' + ')
    case 'ratio': {
      const times = formula.times === 1 ? '' : `${formula.times} * `
      return `${times}${printOperand(formula.part)} / ${printOperand(formula.whole)}`
    }
  }
}

const printOperand = (formula: Formula): string => (formula.kind === 'reported' ? printFormula(formula) : `(${printFormula(formula)})`)

interface Token {
  readonly kind: 'name' | 'number' | 'mark' | 'end'
  readonly text: string
  /** From 1. */
  readonly at: number
}

/**
 * Reads the notation of `printFormula`; `*` and `/` bind stronger than `+`, and `a / b / c` is `(a / b) / c`. A number stands only
 * before `*` in front of a division. Names are not checked here.
 * @throws {SyntaxError} naming the character, from 1, and what could stand there.
 */
export function parseFormula(text: string): Formula {
  const tokens = readTokens(text)
  let next = 0
  const peek = (): Token => tokens[next] ?? { kind: 'end', text: '', at: text.length + 1 }
  const take = (mark: string): boolean => {
    if (peek().kind !== 'mark' || peek().text !== mark) return false
    next += 1
    return true
  }
  const refuse = (expected: string): never => {
    const { kind, text: found, at } = peek()
    throw new SyntaxError(
      `formula ${JSON.stringify(text)}, character ${at}: expected ${expected}, found ${kind === 'end' ? 'the end' : JSON.stringify(found)}`,
    )
  }
  const expectMark = (mark: string): void => {
    if (!take(mark)) refuse(JSON.stringify(mark))
  }
  const takeName = (): string => {
    const token = peek()
    if (token.kind !== 'name') return refuse('a name')
    next += 1
    return token.text
  }

  const readFactor = (): Formula => {
    if (take('(')) {
      const inner = readSum()
      expectMark(')')
      return inner
    }
    if (peek().kind !== 'name') return refuse('a name or "("')
    const indicator = takeName()
    if (!take('[')) return reported(indicator)
    const applicant = takeName() as ApplicantId
    expectMark(']')
    return reported(indicator, applicant)
  }
  const readTerm = (): Formula => {
    const token = peek()
    if (token.kind === 'number') {
      next += 1
      expectMark('*')
      const part = readFactor()
      expectMark('/')
      return readDivisions(ratio(part, readFactor(), Number(token.text)))
    }
    return readDivisions(readFactor())
  }
  const readDivisions = (first: Formula): Formula => {
    let part = first
    while (take('/')) part = ratio(part, readFactor())
    return part
  }
  const readSum = (): Formula => {
    const terms = [readTerm()]
    while (take('+')) terms.push(readTerm())
    const [only] = terms
    return terms.length === 1 && only ? only : sum(...terms)
  }

  const formula = readSum()
  if (peek().kind !== 'end') refuse('"+", "/" or the end')
  return formula
}

/** Names, numbers and marks with their place. @throws {SyntaxError} at a character that belongs to none. */
function readTokens(text: string): readonly Token[] {
  const pattern = /\s*(?:([A-Za-z_][A-Za-z0-9_.]*)|(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)|([-+*/()[\]]))/y
  const tokens: Token[] = []
  const end = text.trimEnd().length
  while (pattern.lastIndex < end) {
    const from = pattern.lastIndex
    const match = pattern.exec(text)
    if (!match) {
      const at = from + (text.slice(from).search(/\S/) + 1)
      throw new SyntaxError(`formula ${JSON.stringify(text)}, character ${at}: ${JSON.stringify(text[at - 1])} has no meaning here`)
    }
    const [all, name, number, mark] = match
    const found = name ?? number ?? mark ?? ''
    tokens.push({
      kind: name !== undefined ? 'name' : number !== undefined ? 'number' : 'mark',
      text: found,
      at: from + all.length - found.length + 1,
    })
  }
  return tokens
}
