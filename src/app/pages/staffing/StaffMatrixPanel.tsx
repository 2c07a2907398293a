import { useMemo } from 'react'
import { printRow, printShort, unitBeside } from '../../../charts/figureText.ts'
import { sayCell } from '../../../charts/rug.ts'
import { nameItem, type StaffContext } from '../../../charts/staffChart.ts'
import { cellsOf, figureOfStaffMatrix, layOutStaff } from '../../../charts/staffMatrixFigure.ts'
import type { StaffLine, StaffList } from '../../../charts/staffRows.ts'
import type { EvidenceGrade, FigureState } from '../../../forms/states.ts'
import { tableForms } from '../../../indicators/catalogue.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import { FigurePanel } from '../../FigurePanel.tsx'
import { Link } from '../../Link.tsx'
import { Matrix } from '../../Matrix.tsx'
import { StateCell, StateLegend } from '../../StateCell.tsx'

/** Everything on staffing of one year: a line per body in the order of the list above, a column per item. */
export function StaffMatrixPanel({
  rows,
  list,
  context,
}: {
  readonly rows: readonly ComparedValue[]
  readonly list: StaffList
  readonly context: StaffContext
}) {
  const matrix = useMemo(() => layOutStaff(rows, list, context), [rows, list, context])
  const figure = useMemo(() => figureOfStaffMatrix(matrix, context), [matrix, context])
  const { lines, items, cellOf } = matrix
  return (
    <FigurePanel figure={figure} legend={<CellLegend cells={cellsOf(matrix)} />}>
      {() => (
        <Matrix
          className="staffmatrix"
          caption={figure.title}
          corner={context.words.bar.agencies}
          heads={items.map((item) => ({ key: item.id, content: <Head item={item} context={context} /> }))}
          groups={[
            {
              title: '',
              rows: lines.map((line) => ({
                key: line.row.agency,
                name: <BodyLink line={line} context={context} />,
                cells: items.map((item) => ({ key: item.id, cell: <ItemCell cell={cellOf(item, line)} item={item} context={context} /> })),
              })),
            },
          ]}
        />
      )}
    </FigurePanel>
  )
}

/** The states and grades that occur. */
function CellLegend({ cells }: { readonly cells: readonly ComparedValue[] }) {
  const numbers = cells.filter(({ value }) => value !== null)
  const states = [...new Set(cells.flatMap(({ value, state }): FigureState[] => (value === null ? [state] : value === 0 ? ['zero'] : [])))]
  const grades = [...new Set(numbers.flatMap(({ evidence }): EvidenceGrade[] => (evidence === null ? [] : [evidence])))].sort()
  return <StateLegend states={states} grades={grades} ramp={numbers.some(({ value }) => value !== 0)} />
}

function Head({ item, context }: { readonly item: Indicator; readonly context: StaffContext }) {
  return (
    <Link to={{ indicators: [item.id] }} title={item.name[context.lang]}>
      {nameItem(item, context)}{' '}
      <span className="u">{item.kind === 'derived' ? item.unitName[context.lang] : unitBeside(item, context.lang)}</span>
    </Link>
  )
}

function BodyLink({ line: { row }, context: { agencies, at } }: { readonly line: StaffLine; readonly context: StaffContext }) {
  const name = agencies.find(({ id }) => id === row.agency)?.shortName ?? row.agency
  return (
    <Link to={{ page: 'agency', agencies: [row.agency] }}>
      {name}
      {at === 'latest' && row.report !== null ? ` ${row.year}` : ''}
    </Link>
  )
}

function ItemCell({
  cell,
  item,
  context: { catalogue, lang, words, agencies },
}: {
  readonly cell: ComparedValue | undefined
  readonly item: Indicator
  readonly context: StaffContext
}) {
  const agency = agencies.find(({ id }) => id === cell?.agency)
  if (!cell || !agency) return null
  const form = tableForms.find((candidate) => candidate === cell.form)
  const path = form === undefined ? null : (item.cell[form] ?? null)
  const number = item.kind === 'derived' ? printRow(cell, item, catalogue, lang, words) : null
  return (
    <StateCell
      value={cell.value}
      state={cell.state}
      evidence={cell.evidence}
      qualifier={cell.qualifier}
      {...(cell.value === null ? {} : { shown: number ?? `${cell.qualifier ?? ''}${printShort(cell.value, item, lang)}` })}
      label={sayCell(cell, item, agency, catalogue, lang, words)}
      to={cell.report === null ? undefined : { page: 'report', report: cell.report, cell: path }}
    />
  )
}
