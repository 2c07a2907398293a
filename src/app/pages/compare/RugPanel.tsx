import { useMemo } from 'react'
import type { ChartContext } from '../../../charts/chartContext.ts'
import type { Compared } from '../../../charts/comparison.ts'
import { printShort, printValue } from '../../../charts/figureText.ts'
import { isNotThere, sayCell } from '../../../charts/rug.ts'
import { comparedWords } from '../../../text/comparedWords.ts'
import { figureOfRug, linesOfRug } from '../../../charts/rugFigure.ts'
import type { EvidenceGrade, FigureState } from '../../../forms/states.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import { FigurePanel } from '../../FigurePanel.tsx'
import { Link } from '../../Link.tsx'
import { Matrix } from '../../Matrix.tsx'
import { StateCell, StateLegend } from '../../StateCell.tsx'
import { PanelActions } from './panelParts.tsx'

/** One indicator, bodies × years: every place with its number or the reason why there is none. */
export function RugPanel({ compared }: { readonly compared: Compared }) {
  const { rows, context } = compared
  const { words, lang, catalogue, indicator, years } = context
  const span = Array.from({ length: years[1] - years[0] + 1 }, (_, i) => years[0] + i)
  const lines = useMemo(() => linesOfRug(rows, context), [rows, context])
  const figure = useMemo(() => figureOfRug(compared), [compared])
  const cells = figure.rows
  const states = [...new Set(cells.flatMap((cell): FigureState[] => (cell.value === null || cell.value === 0 ? [cell.state] : [])))]
  const grades = [...new Set(cells.flatMap((cell): EvidenceGrade[] => (cell.evidence === null ? [] : [cell.evidence])))].sort()
  return (
    <FigurePanel
      figure={figure}
      legend={
        <>
          <StateLegend
            states={states}
            grades={grades}
            ramp={indicator.kind !== 'derived' && cells.some((cell) => cell.value !== null && cell.value !== 0)}
          />
          {lines.some((line) => line.cells.some(isNotThere)) && !states.includes('not_in_form') ? (
            <div className="legend">
              <span>
                <i className="cell notform" />
                {comparedWords[lang].notThereCell}
              </span>
            </div>
          ) : null}
        </>
      }
      actions={<PanelActions indicator={indicator} />}
    >
      {(showTable) => (
        <Matrix
          showTable={showTable}
          className="mx bodies"
          caption={figure.title}
          corner={words.bar.agencies}
          heads={span.map((year) => ({ key: String(year), content: year }))}
          groups={[
            {
              title: '',
              rows: lines.map(({ agency, cells: ofBody }) => ({
                key: agency.id,
                name: <Link to={{ page: 'agency', agencies: [agency.id] }}>{agency.shortName}</Link>,
                cells: ofBody.map((cell) => ({
                  key: String(cell.year),
                  cell: (
                    <StateCell
                      value={cell.value}
                      state={cell.state}
                      evidence={cell.evidence}
                      qualifier={cell.qualifier}
                      {...(cell.value === null ? {} : { shown: printInCell(cell, context) })}
                      label={sayCell(cell, indicator, agency, catalogue, lang, words)}
                      to={cell.report === null ? undefined : { page: 'report', report: cell.report, cell: null }}
                    />
                  ),
                })),
              })),
            },
          ]}
        />
      )}
    </FigurePanel>
  )
}

const printInCell = (cell: ComparedValue, { indicator, lang, words }: ChartContext): string =>
  indicator.kind === 'derived'
    ? (printValue(cell, indicator, lang, words) ?? '')
    : `${cell.qualifier ?? ''}${cell.value === null ? '' : printShort(cell.value, indicator, lang)}`
