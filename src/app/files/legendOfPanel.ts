import { nameState } from '../../charts/figureText.ts'
import type { LegendItem } from '../../exports/figureSvg.ts'
import type { FigureToWrite } from '../../exports/figureToWrite.ts'
import type { MatrixPicture } from '../../exports/matrixSvg.ts'
import { readPlainSvg, type PlainSvg } from '../../exports/plainSvg.ts'
import { xmlText } from '../../exports/xmlText.ts'
import { isOfTables, type FigureState } from '../../forms/states.ts'
import type { Atlas } from '../AtlasContext.ts'
import { drawStateMark } from './stateMark.ts'

/** What stands in the legend of a panel: drawings with their words, and states. */
export interface ShownLegend {
  readonly signs: readonly LegendItem[]
  readonly states: readonly string[]
}

/** Reads the legend that a panel shows: headings, signs that are drawings, and the states whose texture is a style of the page. */
export function readLegend(figure: HTMLElement): ShownLegend {
  const signs = [...figure.querySelectorAll('.legend > b, .legend svg, .chips svg')].flatMap((sign) => {
    // A heading tells which of several legends the signs behind it are of.
    const isHeading = sign.localName === 'b'
    const name = (isHeading ? sign : sign.parentElement)?.textContent.replace(/×$/, '').trim() ?? ''
    return name === '' ? [] : [{ name, mark: isHeading ? null : readMark(sign) }]
  })
  const states = [...figure.querySelectorAll<HTMLElement>('.legend [data-state]')].map(({ dataset }) => dataset['state'] ?? '')
  return { signs, states }
}

function readMark(svg: Element): PlainSvg | null {
  try {
    return readPlainSvg(new XMLSerializer().serializeToString(svg), '')
  } catch {
    return null
  }
}

/**
 * The legend of a picture: the signs of the panel, each state of the figure with its texture, and of a matrix what its tints and the
 * letters beside its numbers mean.
 */
export function legendOfPicture(
  { signs, states }: ShownLegend,
  { rows }: Pick<FigureToWrite, 'rows'>,
  matrix: MatrixPicture | null,
  atlas: Pick<Atlas, 'dataset' | 'lang' | 'palette' | 'words'>,
): readonly LegendItem[] {
  const { dataset, lang, palette, words } = atlas
  const missing = new Set<string>([...rows.flatMap(({ value, state }) => (value === null ? [state] : [])), ...states])
  const known = [...dataset.catalogue.valueStates, ...dataset.catalogue.absenceReasons].map(({ id }) => id)
  const ofStates = known
    .filter((state) => missing.has(state) && !hasNumber(state))
    .map((state) => ({
      name: state === 'not_loaded' ? words.nOfN.notLoadedLong : nameState(dataset.catalogue, state, lang),
      mark: drawStateMark(state, palette),
    }))
  return [...signs, ...(matrix === null ? [] : legendOfMatrix(matrix, rows, words)), ...ofStates]
}

/** A number tells itself: it needs no texture. */
const hasNumber = (state: FigureState): boolean => state === 'value' || state === 'zero'

/** Numbers of each tint, lightest first. */
const tintSteps = ['1–9', '10–49', '50–199', '200–499', '500+'] as const

function legendOfMatrix(matrix: MatrixPicture, rows: FigureToWrite['rows'], words: Atlas['words']): readonly LegendItem[] {
  const tints = matrix.lines.flatMap(({ cells }) => cells.flatMap((cell) => cell?.tint ?? []))
  const ramp = tintSteps.flatMap((name, at) => {
    const tint = tints.find(({ step }) => step === at + 1)
    return tint === undefined ? [] : [{ name, mark: drawTint(tint.fill) }]
  })
  const grades = (['B', 'C', 'D'] as const).filter((grade) => rows.some((row) => !isOfTables(row) && row.evidence === grade))
  return [
    ...(ramp.length > 0 ? [{ name: words.overview.ramp, mark: null }, ...ramp] : []),
    ...grades.map((grade) => ({ name: words.evidence.letter(grade, words.evidence[grade]), mark: null })),
  ]
}

const drawTint = (fill: string): PlainSvg => ({
  width: 20,
  height: 12,
  content: `<rect x="0" y="0" width="20" height="12" fill="${xmlText(fill)}"/>`,
  fontFamily: null,
})
