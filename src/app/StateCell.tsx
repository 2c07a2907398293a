import type { EvidenceGrade, FigureState, Qualifier } from '../forms/states.ts'
import { formatShort } from '../text/numbers.ts'
import { nameState } from '../charts/figureText.ts'
import type { Selection } from '../selection.ts'
import type { Words } from '../text/zh.ts'
import { useAtlas } from './AtlasContext.ts'
import { Link } from './Link.tsx'

const classes: Readonly<Record<FigureState, string>> = {
  value: '',
  zero: 'zero',
  blank: 'blank',
  dash: 'dash',
  not_applicable: 'na',
  text: 'text',
  header_value: 'head',
  unreadable: 'unread',
  not_in_form: 'notform',
  row_missing: 'rowmiss',
  unplaced: 'unplaced',
  not_reported: 'notrep',
  not_loaded: 'notload',
  undefined: 'undef',
}

const signs: Partial<Readonly<Record<FigureState, string>>> = {
  dash: '——',
  not_applicable: '/',
  unreadable: '?',
  unplaced: '↩',
  undefined: '÷0',
  header_value: '[ ]',
}

const glyphOf = (state: FigureState, words: Words): string | undefined =>
  state === 'text' || state === 'row_missing' ? words.glyphs[state] : signs[state]

/** Step of the ramp by order of magnitude, the same in every row: 1–9, 10–49, 50–199, 200–499, 500 and more. Zero is never on it. */
export function rampStep(value: number): 0 | 1 | 2 | 3 | 4 | 5 {
  const size = Math.abs(value)
  if (size === 0) return 0
  if (size < 10) return 1
  if (size < 50) return 2
  if (size < 200) return 3
  return size < 500 ? 4 : 5
}

/** One figure as a cell of a matrix: tint and number, or the texture of its state; its words are always there for screen readers. */
export function StateCell({
  value,
  state,
  evidence,
  qualifier = null,
  shown,
  label,
  to,
}: {
  readonly value: number | null
  readonly state: FigureState
  readonly evidence: EvidenceGrade | null
  readonly qualifier?: Qualifier | null
  /** The number as printed in the cell; made from `value` where absent. */
  readonly shown?: string
  /** Everything the cell says: who, when, what. */
  readonly label: string
  readonly to?: Partial<Selection> | undefined
}) {
  const { lang, words } = useAtlas()
  const prose = evidence !== null && evidence !== 'A'
  const tone = value === null ? classes[state] : prose ? `ev-${evidence.toLowerCase()}` : value === 0 ? 'zero' : `v${rampStep(value)}`
  const text = value === null ? glyphOf(state, words) : (shown ?? `${qualifier ?? ''}${formatShort(value, lang)}`)
  const inside = (
    <>
      {text === undefined ? null : <b aria-hidden="true">{text}</b>}
      {prose && value !== null ? (
        <i className="ev" aria-hidden="true">
          {evidence}
        </i>
      ) : null}
      <span className="visually-hidden">{label}</span>
    </>
  )
  return to ? (
    <Link to={to} className={`cell ${tone}`} title={label}>
      {inside}
    </Link>
  ) : (
    <span className={`cell ${tone}`} title={label}>
      {inside}
    </span>
  )
}

/** The legend of the states that occur, each with its word; grades and ramp where they occur. */
export function StateLegend({
  states,
  grades,
  ramp,
}: {
  readonly states: readonly FigureState[]
  readonly grades: readonly EvidenceGrade[]
  readonly ramp: boolean
}) {
  const { dataset, lang, words } = useAtlas()
  return (
    <div className="legend">
      {ramp ? (
        <span className="ramp">
          {words.overview.ramp}
          {['1–9', '10–49', '50–199', '200–499', '500+'].map((step, index) => (
            <i key={step} className={`cell v${index + 1}`}>
              {step}
            </i>
          ))}
        </span>
      ) : null}
      {states.map((state) => (
        <span key={state}>
          <i className={`cell ${classes[state]}`}>{state === 'zero' ? '0' : glyphOf(state, words)}</i>
          {state === 'not_loaded' ? words.nOfN.notLoadedLong : nameState(dataset.catalogue, state, lang)}
        </span>
      ))}
      {grades
        .filter((grade) => grade !== 'A')
        .map((grade) => (
          <span key={grade}>
            <i className={`cell ev-${grade.toLowerCase()}`}>
              <i className="ev">{grade}</i>
            </i>
            {words.evidence[grade]}
          </span>
        ))}
    </div>
  )
}
