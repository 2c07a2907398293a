import { printNumber, printShort, printValue } from '../../charts/figureText.ts'
import type { MatrixCell, MatrixPicture } from '../../exports/matrixSvg.ts'
import { isOfTables } from '../../forms/states.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import type { ComparedValue } from '../../questions/comparedValue.ts'
import type { Atlas } from '../AtlasContext.ts'
import { toneOf } from '../cellLook.ts'
import { drawStateMark } from './stateMark.ts'

/** What stands along a side of the matrix. */
type Axis = (row: ComparedValue) => string
const agency: Axis = (row) => row.agency
const year: Axis = (row) => String(row.year)
const indicator: Axis = (row) => row.indicator

/** The rows of a figure of cells as the matrix that it is: bodies or indicators down, years or indicators across; null where they are none. */
export function matrixOfRows(
  rows: readonly ComparedValue[],
  atlas: Atlas,
  indicatorOf: (id: string) => Indicator | undefined,
): MatrixPicture | null {
  const { lang, agencyById } = atlas
  const count = (axis: Axis): number => new Set(rows.map(axis)).size
  const isOfOne = count(agency) === 1
  const down: Axis = isOfOne ? indicator : agency
  const across: Axis = isOfOne || count(indicator) === 1 ? year : indicator
  const places = new Map<string, ComparedValue[]>()
  for (const row of rows) {
    const key = `${down(row)}\n${across(row)}`
    places.set(key, [...(places.get(key) ?? []), row])
  }
  const yearsOf = (id: string): number[] => [...new Set(rows.filter((row) => down(row) === id).map((row) => row.year))]
  const names = [...new Set(rows.map(down))]
  // Each body's latest report: one year per line, said with the name.
  if (across === indicator && names.some((id) => yearsOf(id).length > 1)) return null
  const tellsYear = across === indicator && count(year) > 1
  const nameIndicator = (id: string): string => {
    const found = indicatorOf(id)
    return found ? (found.shortName ?? found.name)[lang] : id
  }
  const nameLine = (id: string): string => {
    if (isOfOne) return nameIndicator(id)
    const name = agencyById(id)?.shortName ?? id
    return tellsYear ? `${name} ${yearsOf(id).join('')}` : name
  }
  const heads = [...new Set(rows.map(across))]
  if (across === year) heads.sort()
  return {
    heads: heads.map((head) => (across === year ? head : nameIndicator(head))),
    lines: names.map((id) => ({
      name: nameLine(id),
      cells: heads.map((head) => {
        const row = strongest(places.get(`${id}\n${head}`) ?? [])
        return row ? cellOfRow(row, atlas, indicatorOf(row.indicator)) : null
      }),
    })),
  }
}

/** The figure of the tables, else the strongest one of the prose, else why there is none. */
const strongest = (rows: readonly ComparedValue[]): ComparedValue | undefined => [...rows].sort((a, b) => rank(a).localeCompare(rank(b)))[0]

const rank = ({ value, evidence }: ComparedValue): string => (value === null ? 'Z' : (evidence ?? 'A'))

function cellOfRow(row: ComparedValue, { lang, words, palette }: Atlas, indicator: Indicator | undefined): MatrixCell {
  if (row.value === null) return { text: '', mark: drawStateMark(row.state, palette) }
  const short =
    indicator === undefined
      ? String(row.value)
      : indicator.kind === 'derived'
        ? (printValue(row, indicator, lang, words) ?? printNumber(row.value, indicator, lang))
        : `${row.qualifier ?? ''}${printShort(row.value, indicator, lang)}`
  return { text: isOfTables(row) ? short : `${short} ${row.evidence ?? ''}`, mark: null, tint: tintOf(row) }
}

/** The tint that the cell has on the page, by the same tokens. */
function tintOf({ value, state, evidence }: ComparedValue): MatrixCell['tint'] {
  const step = /^v([1-5])$/.exec(toneOf(value, state, evidence))?.[1]
  if (step === undefined) return undefined
  const tokens = getComputedStyle(document.documentElement)
  const [fill, ink] = [`--r${step}`, `--on-r${step}`].map((name) => tokens.getPropertyValue(name).trim())
  return fill !== undefined && ink !== undefined && [fill, ink].every((color) => /^#[0-9a-f]{3,8}$/i.test(color))
    ? { step: Number(step), fill, ink }
    : undefined
}
