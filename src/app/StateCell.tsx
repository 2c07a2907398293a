import type { EvidenceGrade, FigureState, Qualifier } from '../forms/states.ts'
import { formatShort } from '../text/numbers.ts'
import { nameState } from '../charts/figureText.ts'
import type { Selection } from '../selection.ts'
import { useAtlas } from './AtlasContext.ts'
import { glyphOf, stateClasses, toneOf } from './cellLook.ts'
import { Link } from './Link.tsx'

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
  const tone = toneOf(value, state, evidence)
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
          <i className={`cell ${stateClasses[state]}`} data-state={state}>
            {state === 'zero' ? '0' : glyphOf(state, words)}
          </i>
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
