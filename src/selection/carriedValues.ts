/** One figure as it stood when a link was made. `value` is null where there was none, with the reason in `state`. */
export interface CarriedValue {
  readonly indicator: string
  /** Null where the indicator has no applicants. */
  readonly applicant: string | null
  readonly agency: string
  readonly year: number
  readonly value: number | null
  /** A state of a figure; of one with a number, `value`. */
  readonly state: string
}

/** How many figures a link carries at most. */
export const mostCarried = 40

/** The longest text that is read at all. */
const longest = 6000

/** Short names of the reasons why there is no number. They stand in links: never change one. */
const codes: Readonly<Record<string, string>> = {
  blank: 'b',
  dash: 'd',
  not_applicable: 'x',
  text: 't',
  header_value: 'h',
  unreadable: 'u',
  not_in_form: 'nf',
  row_missing: 'rm',
  unplaced: 'up',
  not_reported: 'nr',
  not_loaded: 'nl',
  undefined: 'un',
}
const states = new Map(Object.entries(codes).map(([state, code]) => [code, state]))

/** Every reason that a link can carry. */
export const carriedStates: readonly string[] = Object.keys(codes)

/**
 * Figures as text for a link, at most 40: a checksum, then each indicator with runs of years behind it,
 * `1a2b3c4d~requests_new@total~jia-ju*2018*12*b`. What cannot be written is left out. `of` is the data that they were taken from.
 */
export function writeCarried(values: readonly CarriedValue[], of: string): string | null {
  const parts: string[] = []
  let measure = ''
  let next = ''
  for (const one of values.filter(isWritable).slice(0, mostCarried)) {
    const named = one.applicant === null ? one.indicator : `${one.indicator}@${one.applicant}`
    const printed = one.value === null ? (codes[one.state] ?? '') : printNumber(one.value)
    const continues = named === measure && next === `${one.agency} ${one.year}`
    if (named !== measure) parts.push(named)
    parts.push(continues ? `${parts.pop() ?? ''}*${printed}` : `${one.agency}*${one.year}*${printed}`)
    measure = named
    next = `${one.agency} ${one.year + 1}`
  }
  const text = parts.join('~')
  return text === '' ? null : `${sumOf(of, text)}~${text}`
}

/** The figures that a link carries; null when the text is broken, was cut or belongs to another version of the data. */
export function readCarried(text: string, of: string | null): readonly CarriedValue[] | null {
  if (of === null || text.length > longest) return null
  const cut = text.indexOf('~')
  if (cut !== 8 || text.slice(0, cut) !== sumOf(of, text.slice(cut + 1))) return null
  const values: CarriedValue[] = []
  let measure: { readonly indicator: string; readonly applicant: string | null } | null = null
  for (const part of text.slice(cut + 1).split('~')) {
    if (part.includes('*')) {
      const run: readonly CarriedValue[] | null = measure && readRun(part, measure)
      if (run === null) return null
      values.push(...run)
    } else if ((measure = readMeasure(part)) === null) return null
  }
  return values.length === 0 || values.length > mostCarried ? null : values
}

const idPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/
const numberPattern = /^-?\d{1,16}(\.\d{1,16})?(e-\d{1,2})?$/

const isWritable = ({ indicator, applicant, agency, year, value, state }: CarriedValue): boolean =>
  [indicator, applicant ?? 'a', agency].every((id) => idPattern.test(id)) &&
  isYear(year) &&
  (value === null ? Object.hasOwn(codes, state) : numberPattern.test(printNumber(value)))

const isYear = (year: number): boolean => Number.isInteger(year) && year >= 1990 && year <= 2100

/** Whole numbers exactly, others to nine digits. */
const printNumber = (value: number): string => String(Number.isSafeInteger(value) ? value : Number(value.toPrecision(9)))

function readMeasure(part: string): { readonly indicator: string; readonly applicant: string | null } | null {
  const [indicator = '', applicant = null, ...more] = part.split('@')
  if (more.length > 0 || !idPattern.test(indicator) || (applicant !== null && !idPattern.test(applicant))) return null
  return { indicator, applicant }
}

function readRun(part: string, measure: Pick<CarriedValue, 'indicator' | 'applicant'>): readonly CarriedValue[] | null {
  const [agency = '', first = '', ...printed] = part.split('*')
  if (!idPattern.test(agency) || !/^\d{4}$/.test(first) || printed.length === 0) return null
  const values: CarriedValue[] = []
  for (const [i, text] of printed.entries()) {
    const year = Number(first) + i
    const state = states.get(text)
    if (!isYear(year) || (state === undefined && !numberPattern.test(text))) return null
    values.push({ ...measure, agency, year, ...(state === undefined ? { value: Number(text), state: 'value' } : { value: null, state }) })
  }
  return values
}

/** FNV-1a over the text and the version that it belongs to. It finds what was cut or garbled on the way, not what was forged. */
function sumOf(of: string, text: string): string {
  let sum = 0x811c9dc5
  for (const unit of `${of} ${text}`) {
    sum ^= unit.codePointAt(0) ?? 0
    sum = Math.imul(sum, 0x01000193)
  }
  return (sum >>> 0).toString(16).padStart(8, '0')
}
