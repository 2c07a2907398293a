import type { ReactNode } from 'react'
import type { Finding, FindingCell } from '../../checks/outcome.ts'
import { nameState } from '../../charts/figureText.ts'
import { formatNumber } from '../../text/numbers.ts'
import { useAtlas } from '../AtlasContext.ts'
import { equationsOf, type Equation, type EquationSide } from '../../checks/equationsOf.ts'
import { punctuation } from '../../text/punctuation.ts'
import { nameApplicant, nameFindingCell } from './findingNames.ts'
import { OutcomeMark } from './Marks.tsx'

/** Sums with more parts than this leave out those that are 0. */
const fewParts = 6

/** The two sides of a finding with the numbers put in, and the difference; one for each place, three at most. */
export default function EquationsOfFinding({ finding }: { readonly finding: Finding }): ReactNode {
  const { words } = useAtlas()
  const equations = equationsOf(finding).filter(hasNumbers)
  const shown = equations.slice(0, 3)
  return (
    <>
      {shown.map((equation, at) => (
        // Places have no names of their own; their order never changes.
        <OneEquation key={at} finding={finding} equation={equation} />
      ))}
      {equations.length > shown.length ? <p className="eqmore">{words.checks.moreEquations(equations.length - shown.length)}</p> : null}
    </>
  )
}

/** Sides of which no figure is known say nothing that the sentence does not. */
const hasNumbers = ({ left, right }: Equation): boolean =>
  left.sum !== null || right.sum !== null || [...left.parts, ...right.parts].some(({ cell }) => cell.value !== null)

function OneEquation({ finding, equation }: { readonly finding: Finding; readonly equation: Equation }) {
  const { words, lang } = useAtlas()
  const parts = [...equation.left.parts, ...equation.right.parts]
  const isOneRow = new Set(parts.map(({ cell }) => cell.indicator)).size === 1 && parts.length > 2
  const heading = isOneRow ? null : (parts.map(({ cell }) => nameApplicant(cell, lang)).find((name) => name !== null) ?? null)
  return (
    <div className="eq" role="group" aria-label={words.checks.outcomes[finding.outcome]}>
      {heading === null ? null : <p className="eqhead">{words.checks.column(heading)}</p>}
      <Side finding={finding} side={equation.left} byApplicant={isOneRow} />
      <span className="eqsign">
        <OutcomeMark outcome={finding.outcome} said />
        {equation.difference === null ? null : <small>{words.checks.differsBy(formatNumber(equation.difference, lang))}</small>}
      </span>
      <Side finding={finding} side={equation.right} byApplicant={isOneRow} />
    </div>
  )
}

function Side({ finding, side, byApplicant }: { readonly finding: Finding; readonly side: EquationSide; readonly byApplicant: boolean }) {
  const { dataset, words, lang } = useAtlas()
  const told = side.parts.length > fewParts ? side.parts.filter(({ cell }) => cell.value !== 0) : side.parts
  const zeros = side.parts.length - told.length
  const nameOf = (cell: FindingCell): string => {
    const name = byApplicant ? nameApplicant(cell, lang) : null
    const year = cell.year === undefined ? '' : `${cell.year} `
    return year + (name ?? nameFindingCell(cell, finding.form, dataset.catalogue, lang))
  }
  return (
    <div>
      <small>
        {told.map(({ cell, minus }, at) => (
          <span key={`${cell.cell ?? ''} ${cell.applicant ?? ''} ${cell.year ?? ''}`}>
            {at === 0 ? (minus ? '− ' : '') : minus ? ' − ' : ' + '}
            {nameOf(cell)}{' '}
            <b className="part">{cell.value === null ? nameState(dataset.catalogue, cell.state, lang) : formatNumber(cell.value, lang)}</b>
          </span>
        ))}
        {zeros > 0 ? `${told.length > 0 ? punctuation[lang].comma : ''}${words.checks.zeroParts(zeros)}` : null}
      </small>
      <b className="sum">{side.sum === null ? words.checks.unknownSum : formatNumber(side.sum, lang)}</b>
    </div>
  )
}
